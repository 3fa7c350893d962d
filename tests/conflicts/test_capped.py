"""A cap is no floor: who does a thing up to a figure may do less than a source that asks for it at the least."""

import pytest
from statements import objection_between, row_of, said

from policycheck.conflicts.finder import objection_of, pair_of


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        (
            "The scout must keep the map for at least four years.",
            "The scout keeps the map for up to four years.",
        ),
        (
            "The scout must keep the map for at least four years.",
            "The scout keeps the map for no more than four years.",
        ),
        (
            "The scout must keep the map for at least four years.",
            "The scout keeps the map for up to seven years.",
        ),
        ("The scout must air the tent at least twice a year.", "The scout airs the tent up to twice a year."),
        (
            "The scout must air the tent at least twice a year.",
            "The scout airs the tent no more than twice a year.",
        ),
        (
            "The scout must give at least ten days' notice of a hike.",
            "The scout gives up to ten days' notice of a hike.",
        ),
        (
            "The scout must guard the fire for at least 30 minutes.",
            "The scout guards the fire for up to 30 minutes.",
        ),
        ("A patrol must have at least five scouts.", "A patrol has up to five scouts."),
        (
            "The gap between tents must be at least two metres.",
            "The gap between tents is at most two metres.",
        ),
    ],
)
def test_a_cap_where_the_source_asks_for_the_least(source, policy):
    assert objection_between(source, policy) is not None


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        ("The scout must keep the map for at least four years.", "The scout keeps the map for four years."),
        (
            "The scout must keep the map for at least four years.",
            "The scout keeps the map for at least four years.",
        ),
        (
            "The scout must keep the map for no more than four years.",
            "The scout keeps the map for up to four years.",
        ),
        (
            "The scout must keep the map for at least four years.",
            "The scout keeps the map for no more than seven years.",
        ),
        (
            "The scout must air the tent at least twice a year.",
            "The scout airs the tent at least twice a year.",
        ),
        (
            "The scout must air the tent at least twice a year.",
            "The scout airs the tent up to four times a year.",
        ),
        (
            "Hikers must book at least two days before the hike.",
            "Hikers book up to two days before the hike.",
        ),
        ("Hikers must be allowed at least 14 days to reply.", "Hikers are allowed up to 14 days to reply."),
        ("The raft must hold at least eight people.", "The raft holds up to eight people."),
        (
            "A patrol must bring a guide for groups of at least 12 hikers.",
            "A scout is enough for groups of up to 12 hikers.",
        ),
        ("A hike must be insured for at least £5,000.", "Our policy insures a hike for up to £5,000."),
    ],
)
def test_what_is_done_at_the_least_all_the_same(source, policy):
    assert objection_between(source, policy) is None


def test_a_cell_with_a_bare_figure_caps_nothing():
    asked = said("The scout must keep the map for at least 72 hours.")
    kept = row_of(item="Map", who="Scout", does_what="Keeps it", period="72 hours")
    assert objection_of(pair_of(asked, kept, 0.95, against_source=True)) is None
