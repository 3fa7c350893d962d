"""Ages beside lengths of time, ages of whoever acts, and ages from which somebody has a right."""

import pytest
from statements import said

from policycheck.comparing import said_in
from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.domain.findings import ConflictType
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses


def objection(one, other, *, against_source):
    found = objection_of(pair_of(said(one), said(other), 0.95, against_source=against_source))
    return None if found is None else found.type


@pytest.mark.parametrize(
    ("source", "policy", "kind"),
    [
        (
            "A foal must not be taken from the mare before it has reached the age of six months.",
            "Foals that graze can leave the mare at five months.",
            ConflictType.AGE,
        ),
        (
            "The launch slip must be signed by a member who has reached the age of 21.",
            "The launch slip is signed by a member of at least 17 years of age.",
            ConflictType.AGE,
        ),
        (
            "An apprentice is entitled, on reaching the age of 20, to receive a set of chisels.",
            "On reaching the age of 22 an apprentice may receive a set of chisels.",
            ConflictType.AGE,
        ),
        (
            "A heifer less than a year old must not be shown.",
            "A heifer must be at least six months old to be shown.",
            ConflictType.AGE,
        ),
        (
            "Divers shall be examined within the six months before a dive.",
            "Item: Examination of a diver; Who: Master; Does: Relies on it; Limit: If no more than ten months old",
            ConflictType.DEADLINE,
        ),
        (
            "Log books must be kept for ten years.",
            "Log books are shredded as soon as they are 8 years old.",
            ConflictType.RETENTION,
        ),
    ],
)
def test_an_age_told_otherwise_breaks_the_source(source, policy, kind):
    assert objection(source, policy, against_source=True) is kind


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        (
            "A heifer must be at least six months old to be shown.",
            "A heifer less than a year old must not be shown.",
        ),
        (
            "A foal must not be taken from the mare before it has reached the age of six months.",
            "Foals that graze can leave the mare at seven months.",
        ),
        (
            "The launch slip must be signed by a member who has reached the age of 21.",
            "The launch slip is signed by a member of at least 25 years of age.",
        ),
        (
            "Divers shall be examined within the six months before a dive.",
            "Item: Examination of a diver; Who: Master; Does: Relies on it; Limit: If no more than four months old",
        ),
        (
            "Log books must be kept for ten years.",
            "Log books are shredded as soon as they are 12 years old.",
        ),
    ],
)
def test_a_stricter_one_keeps_it(source, policy):
    assert objection(source, policy, against_source=True) is None


@pytest.mark.parametrize(
    ("rule", "sign", "objected"),
    [
        (
            "Whoever looks younger than 25 is asked for proof of age.",
            "Look under 19? Bring proof of your age.",
            True,
        ),
        (
            "No one under 21 may be put up for master.",
            "Done three years, and are you 18? Then you can be put up for master.",
            True,
        ),
        (
            "No one under 21 may be put up for master.",
            "Are you 22? Then you can be put up for master.",
            False,
        ),
        (
            "No one under 21 may be put up for master.",
            "The pier opens to all of 12. Masters are put up in May.",
            False,
        ),
    ],
)
def test_the_question_before_says_whom_an_answer_is_for(rule, sign, objected):
    clauses = as_clauses([sign])
    told = said_in(clauses, read_clauses(clauses))[-1]
    found = objection_of(pair_of(said(rule), told, 0.95, against_source=True))
    assert (found is not None and found.type is ConflictType.AGE) is objected


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        ("A cox must have reached the age of 17.", "Lads of 15 can be the cox."),
        ("A cox shall be a person who has attained the age of 17.", "You can be the cox from the age of 15."),
    ],
)
def test_an_age_that_whoever_acts_must_have_reached(source, policy):
    assert objection(source, policy, against_source=True) is ConflictType.AGE
    assert objection(source, policy.replace("15", "19"), against_source=True) is None
