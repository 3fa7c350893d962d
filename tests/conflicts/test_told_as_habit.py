"""A ban told as what people do, "dogs do not come aboard", against what is done or left free all the same."""

import pytest

from policycheck.comparing import said_in
from policycheck.conflicts.finder import pair_of
from policycheck.conflicts.rules.practice import practice
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses


def objects(one, other):
    clauses = [as_clauses([text]) for text in (one, other)]
    a, b = (said_in(each, read_clauses(each))[0] for each in clauses)
    return practice(pair_of(a, b, 0.9, against_source=False)) is not None


@pytest.mark.parametrize(
    ("ban", "done"),
    [
        (
            "Dogs that belong to the crew do not come aboard.",
            "There is a row of bowls aboard for the crew's dogs.",
        ),
        ("No dogs on the after deck.", "The after deck has a kennel where dogs sleep."),
        (
            "Passengers of that age do not climb the rigging.",
            "In the forenoon all passengers go for a climb in the rigging.",
        ),
    ],
)
def test_what_a_habit_forbids_and_the_other_does(ban, done):
    assert objects(ban, done)
    assert objects(done, ban)


@pytest.mark.parametrize(
    ("ban", "stands"),
    [
        ("No line, no boat.", "A line is coiled in the boat."),
        ("If you cannot swim, the line is yours.", "The line is coiled in the boat."),
        ("No dogs on the after deck, except the purser's.", "The after deck has a kennel where dogs sleep."),
        ("Dogs that belong to the crew do not come aboard.", "The galley is open until noon."),
        (
            "Ringing is not about noise — it is about protecting crews and ensuring safe practice.",
            "Ringing is the process of telling crews of unsafe practice.",
        ),
        (
            "Do not attempt to hide a breach of the rules.",
            "Even small parties can result in a breach of them.",
        ),
        (
            "The harbour plan ensures that crews do not miss a tide.",
            "The harbour plan is a sheet about crews.",
        ),
    ],
)
def test_a_condition_an_exception_an_aim_or_another_thing_stands(ban, stands):
    assert not objects(ban, stands)


def test_what_the_ban_names_is_looked_for_sentence_by_sentence():
    ban = "No kite may be flown from the sea wall."
    done = "A kite from the sea wall is the best of a Sunday. Wait for a steady breeze."
    assert objects(ban, done)
    assert not objects(ban, "Those with a kite from the sea wall wait on the beach. A steady breeze is best.")
    assert not objects(ban, "One kite, one wall. In a dropping wind the sale of kites stops.")
