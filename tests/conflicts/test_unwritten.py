"""What one side wants in writing and the other leaves to a word; what a policy forbids that a source asks for."""

import pytest

from policycheck.comparing import said_in
from policycheck.conflicts.finder import pair_of
from policycheck.conflicts.rules.practice import practice
from policycheck.conflicts.rules.unwritten import unwritten
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses


def objects(rule, one, other, *, against_source=True):
    clauses = [as_clauses([text]) for text in (one, other)]
    a, b = (said_in(each, read_clauses(each))[0] for each in clauses)
    return rule(pair_of(a, b, 0.9, against_source=against_source)) is not None


WRITTEN = "No bell shall be lent unless the vicar has agreed in writing."


@pytest.mark.parametrize(
    "said",
    [
        "The verger lends a bell when the vicar says so by word of mouth.",
        "A call to the vicar is enough before a bell is lent.",
        "Bells are lent at once; there is nothing to sign.",
        "The vicar agrees to lend a bell by telephone only.",
        "The vicar agrees over the telephone before a bell is lent; nothing is put in writing.",
    ],
)
def test_what_is_wanted_in_writing_and_left_to_a_word(said):
    assert objects(unwritten, WRITTEN, said)
    assert objects(unwritten, said, WRITTEN, against_source=False)
    assert not objects(unwritten, said, WRITTEN)  # a policy may ask for more than its source


@pytest.mark.parametrize(
    "stands",
    [
        "The verger lends a bell once the vicar has agreed.",
        "Bells must not be lent on a nod.",
        "The vicar agrees by telephone and by letter.",
        "The vicar may agree by word of mouth first, and then signs the book.",
    ],
)
def test_no_word_of_writing_or_a_ban_on_less_stands(stands):
    assert not objects(unwritten, WRITTEN, stands)


DUTY = "The keeper must let an inspector into the lamp room."


def test_a_policy_may_not_forbid_what_a_source_asks_for():
    ban = "Keepers must not let an inspector into the lamp room."
    assert objects(practice, DUTY, ban)
    assert not objects(practice, "A keeper may let an inspector into the lamp room.", ban)
    assert not objects(practice, DUTY, "Keepers must not let an inspector into the lamp room until noon.")


def test_a_thing_asked_for_beforehand_is_no_more_than_a_ban_until_it_is_done():
    asked = "A keeper must be trained before the keeper first trims a lamp."
    assert not objects(practice, asked, "No keeper shall trim a lamp before being trained.")
