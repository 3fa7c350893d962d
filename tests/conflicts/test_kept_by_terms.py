"""Whom a document means by those for whom it keeps an act, and what is kept for nobody, on a nature reserve."""

import pytest
from statements import objection_between, said

from policycheck.comparing import said_in
from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.domain.documents import Term
from policycheck.matching.holders.kept_for import kept_for
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses

MEANT = Term(short="ranging person", long="a head ranger or a veterinary surgeon", clause="1")


def of_its_document(text):
    clauses = as_clauses([text])
    (statement,) = said_in(clauses, read_clauses(clauses, terms=[MEANT]), [MEANT])
    return statement


@pytest.mark.parametrize(
    "rule",
    ["No person other than a ranging person may dart a goat.", "Only a ranging person may dart a deer."],
)
@pytest.mark.parametrize(
    ("policy", "shut_out"),
    [
        ("Goats are darted by the head ranger.", False),
        ("Goats are darted by a veterinary surgeon.", False),
        ("Goats are darted by a VS.", False),
        ("Goats are darted by the gardener.", True),
    ],
)
def test_those_meant_by_the_term_may_act(rule, policy, shut_out):
    pair = pair_of(of_its_document(rule), said(policy), 0.95, against_source=True)
    assert (objection_of(pair) is not None) is shut_out


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The warden must tell the angler in person that the permit ends.", False),
        ("An angler is informed in person by the warden.", False),
        ("The warden must sign the permit in person.", True),
        ("The decision to close the hide is the warden's alone.", True),
    ],
)
def test_who_is_told_face_to_face_may_be_told_by_anybody(text, kept):
    assert (kept_for(said(text)) is not None) is kept


@pytest.mark.parametrize(
    "rule",
    [
        "The decision to close the hide is reserved to the warden.",
        "The power to close the hide rests with the warden alone.",
        "It is for the warden alone to close the hide.",
        "The decision to close the hide is the warden's alone.",
    ],
)
def test_a_power_kept_for_one_is_not_anothers(rule):
    assert objection_between(rule, "Any lifeguard may decide to close the hide.") is not None
    assert objection_between(rule, "The warden may decide to close the hide.") is None
