"""Numbers whose noun or unit stands elsewhere: before them, in the heading of their column, or nowhere."""

import pytest

from policycheck.domain.figures import FigureKind
from policycheck.domain.obligations import Comparator, ThresholdKind
from policycheck.lexicon.counted import counted_thing
from policycheck.obligations.figures.all_figures import read_figures
from policycheck.obligations.thresholds import read_thresholds

TIME, MONEY, PERCENT, COUNT, MEASURE = (
    FigureKind.TIME,
    FigureKind.MONEY,
    FigureKind.PERCENT,
    FigureKind.COUNT,
    FigureKind.MEASURE,
)
LEAST, MOST = Comparator.AT_LEAST, Comparator.AT_MOST


def told(text):
    return [(f.kind, f.value, f.unit, f.bound) for f in read_figures(text)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The number of rowers in the hut must not be greater than 40.", [(COUNT, 40, "rower", MOST)]),
        ("The launches on the lake shall not exceed three.", [(COUNT, 3, "", MOST)]),
        ("The crews must never fall below four", [(COUNT, 4, "", LEAST)]),
        ("The launch will take five, and no luggage", [(COUNT, 5, "", None)]),
        ("The hut has room for eight at a time", [(COUNT, 8, "", None)]),
        ("It is lifted by a team of six or more.", [(COUNT, 6, "person", LEAST)]),
        ("Protests are heard by a panel of five", [(COUNT, 5, "person", None)]),
        ("A committee of at least four decides on the course.", [(COUNT, 4, "person", LEAST)]),
        ("A jury of nine hears the protest", [(COUNT, 9, "person", None)]),
        ("A team of three checks the buoys", [(COUNT, 3, "person", None)]),
        ("The quorum is six.", [(COUNT, 6, "person", LEAST)]),
        ("A panel of three rowers decides", [(COUNT, 3, "rower", None)]),
        ("Entries are capped at ninety", [(COUNT, 90, "", MOST)]),
        ("A novice can be held by a single person.", [(COUNT, 1, "person", None)]),
        ("Item: oars; How many in a boat: a pair", [(COUNT, 2, "", None)]),
        ("Key: hut; Copies: 3 (cox, bow, stroke)", [(COUNT, 3, "", None)]),
        (
            "Course: novice; Hours afloat: 12; Fee in £: 30",
            [(TIME, 12, "hour", None), (MONEY, 30, "£", None)],
        ),
        ("Least depth (cm): 80; Full by: 60", [(MEASURE, 0.8, "metres", LEAST)]),
        ("Boat: punt; Maximum weight in kilograms: 200", [(MEASURE, 200, "kg", MOST)]),
        ("Sort: novice; Discount (%): 15", [(PERCENT, 15, "%", None)]),
    ],
)
def test_a_number_without_a_noun_is_read(text, figures):
    assert [figure for figure in told(text) if figure != (COUNT, 60, "", None)] == figures


@pytest.mark.parametrize(
    ("text", "bound", "many"),
    [
        ("A protest must be heard by a panel of two.", Comparator.EXACTLY, 2),
        ("A crew of no fewer than four must row.", LEAST, 4),
        ("A party of more than nine must book.", LEAST, 10),
        ("The committee must have a quorum of five.", LEAST, 5),
    ],
)
def test_people_of_a_body_are_counted(text, bound, many):
    [count] = read_thresholds(text)
    assert (count.kind, count.comparator, count.value) == (ThresholdKind.COUNT, bound, many)
    assert counted_thing(count.unit) == "person"


@pytest.mark.parametrize(
    "text",
    [
        "The speed must not exceed eight",
        "The crew takes the first of the oars",
        "Office hours: 9-5; Year: 2024",
        "You meet your coach, just the two of you",
        "a group of rowers",
        "a group of companies and a team of volunteers",
        "a committee of 2024",
    ],
)
def test_a_number_of_something_else_is_not(text):
    assert [figure for figure in told(text) if figure[0] is not FigureKind.CLOCK] == []


def test_weeks_to_go_are_at_least_so_many_and_weeks_of_something_so_many():
    (ahead,) = (one for one in told("Weeks to go: nine; Task: paint") if one[0] is TIME)
    assert ahead == (TIME, 9, "week", Comparator.AT_LEAST)
    assert [one for one in told("Weeks afloat: nine; Task: paint") if one[0] is TIME] == [
        (TIME, 9, "week", None)
    ]
