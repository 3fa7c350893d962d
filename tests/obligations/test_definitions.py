"""Terms and their meanings."""

import pytest

from policycheck.domain.documents import Clause, ClauseKind, DocumentKind
from policycheck.obligations import read_clauses
from policycheck.obligations.definitions import read_definition


@pytest.mark.parametrize(
    ("text", "term", "meaning"),
    [
        ('"working day" means a day other than a Saturday;', "working day", "a day other than a Saturday"),
        ("In these Regulations “adviser” means a person with skill.", "adviser", "a person with skill"),
        ('In this policy a "working day" is any day but Sunday.', "working day", "any day but Sunday"),
        ('By "carer" we mean anyone who looks after a child.', "carer", "anyone who looks after a child"),
        ('When this handbook says "breach" it means that data has got out.', "breach", "data has got out"),
        ('"Landlord" has the meaning given by section 3.', "Landlord", "given by section 3"),
        ("Restraint means holding a child to stop them moving.", "Restraint", "holding a child to stop them moving"),
    ],
)  # fmt: skip
def test_a_definition_is_read(text: str, term: str, meaning: str) -> None:
    found = read_definition(text)
    assert found is not None
    assert (found[0], found[1].removeprefix("the meaning ")) == (term, meaning)


@pytest.mark.parametrize(
    "text",
    [
        "The manager must write the word \"urgent\" on the file.",
        "This means that staff must lock the door.",
        "A person of good means must pay.",
        "Staff must sign in.",
        "",
    ],
)  # fmt: skip
def test_other_sentences_define_nothing(text: str) -> None:
    assert read_definition(text) is None


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        (
            "“Berth card” means the card that the office prints for each berth. Cards must be kept for six years.",
            ["Cards must be kept for six years."],
        ),
        ("“Pilot” means whoever steers. Pilots must not drink.", ["Pilots must not drink."]),
        ("“Key” means a key which must be returned. It includes a card that must be shown.", []),
        ("“Moor” means to tie up. It should not be confused with anchoring. Boats moor at night.", []),
        ("“Log” means:\n• a book that must be kept.\n• A tape.", []),
        ("“Week” means seven days. A reference to a month must be read as thirty days.", []),
    ],
)
def test_what_stands_after_a_definition_in_a_policy_binds_by_its_own_words(text, bound):
    clause = Clause(id="1", ref="1", text=text, kind=ClauseKind.DEFINITION, end=len(text))
    assert [one.text for one in read_clauses([clause])] == bound
    assert read_clauses([clause], kind=DocumentKind.LEGISLATION) == []
