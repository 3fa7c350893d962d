"""Ages beside lengths of time, ages of whoever acts, and ages from which somebody has a right."""

import pytest

from policycheck.comparing import said_in
from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.domain.findings import ConflictType
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses


def statement(text):
    clauses = as_clauses([text])
    return said_in(clauses, read_clauses(clauses))[0]


def objection(one, other, *, against_source):
    found = objection_of(pair_of(statement(one), statement(other), 0.95, against_source=against_source))
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
