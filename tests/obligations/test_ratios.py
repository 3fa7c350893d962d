"""How many are served by one, in the ways that policies, tables and signs tell it."""

import pytest

from policycheck.domain.figures import FigureKind
from policycheck.obligations.figures.all_figures import read_figures


def ratios(text):
    return [one.value for one in read_figures(text) if one.kind is FigureKind.RATIO]


@pytest.mark.parametrize(
    ("text", "served"),
    [
        ("For every sixty rowers there must be on the bank one marshal", 60),
        ("For each 20 tents, a tap", 20),
        ("Post: Marshals; How many: 1 per 40 on the bank", 40),
        ("One shower between twelve tents will do", 12),
        ("a bin for every 15 visitors expected", 15),
        ("Item: Bailer; How many: 1 between 4; Where: the stern", 4),
        ("Two coxes to a party of sixteen", 8),
        ("Every crew of eight brings two bailers", None),
        ("Each team of eight must have two spare oars", 4),
        ("Sort: juniors; Go if: 1 grown-up : 6 kids", 6),
        ("Supervision: 1:9", 9),
        ("We have one locker among three", 3),
    ],
)
def test_a_ratio_is_read(text, served):
    assert ratios(text) == ([] if served is None else [served])


@pytest.mark.parametrize(
    "text",
    [
        "There is one ferry between 10 and 12",
        "a report for every three months",
        "a charge of £2 for every 10 miles",
        "a break for every four hours of work",
        "For every 50 rowers on a river the club pays",
        "Open Monday : 10 to 12",
        "One of us per crew",
        "a rest between two races and a meal",
        "12 oars per boat 3",
    ],
)
def test_what_serves_nobody_is_no_ratio(text):
    assert ratios(text) == []
