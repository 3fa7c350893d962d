"""Ages of two posts stand side by side, at a theatre."""

import pytest
from statements import row_of, said

from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.domain.findings import ConflictType


def objections(one, other):
    both = (objection_of(pair_of(one, other, 0.95, against_source=source)) for source in (True, False))
    return [found.type for found in both if found is not None]


PORTER = "The porter must be 21 or over."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (said(PORTER), said("The usher must be at least 17.")),
        (said(PORTER), row_of(post="Prompter", minimum_age="17 or over")),
        (said(PORTER), row_of(role="Deputy porter", minimum_age="17 or over")),
        (row_of(post="Prompter", minimum_age="17 or over"), row_of(post="Porter", minimum_age="21 or over")),
        (
            said("Nobody under 21 is taken on as a porter."),
            said("Nobody under 17 is appointed as a whisperer."),
        ),
        (
            said("Nobody under 21 is taken on as a porter."),
            row_of(post="Usher", who="Manager", does="Appoints", age="From 17"),
        ),
    ],
)
def test_ages_of_two_posts_are_no_two_ages_for_one_thing(one, other):
    assert objections(one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (said(PORTER), said("Porters must be at least 17.")),
        (said(PORTER), row_of(post="Porter", minimum_age="17 or over")),
        (said(PORTER), said("Nobody under 17 is taken on as a porter.")),
        (said("Nobody under 21 is taken on as a porter."), said("Nobody under 17 is taken on as staff.")),
        (
            said("Nobody under 21 is employed as a porter."),
            row_of(post="Porter", who="Manager", does="Appoints", age="From 17"),
        ),
        # Anybody may be one of those, and whom a word that no list knows is of, nobody can tell.
        (said(PORTER), said("Staff must be at least 17.")),
        (said("Visitors must be 21 or over."), said("Guests must be at least 17.")),
    ],
)
def test_those_of_one_post_or_of_anybody_are(one, other):
    assert objections(one, other) == [ConflictType.AGE, ConflictType.AGE]
