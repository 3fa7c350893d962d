"""Ages told by the school, by a sign or by a cell under its heading."""

import pytest

from policycheck.domain.figures import FigureKind
from policycheck.domain.obligations import Comparator
from policycheck.obligations.figures.all_figures import read_figures

LEAST, MOST = Comparator.AT_LEAST, Comparator.AT_MOST


def ages(text):
    return [(one.value, one.bound) for one in read_figures(text) if one.kind is FigureKind.AGE]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Year 8s may row with the seniors", [(12, None)]),
        ("Pupils in Year 3 feed the goats", [(7, None)]),
        ("Years 5 to 7 camp in the lower field", [(9, LEAST), (11, MOST)]),
        ("The choir is for girls from Year Six upwards", [(10, LEAST)]),
        ("anyone up to Year 10 wears a bib", [(14, MOST)]),
        ("Secondary school pupils may use the kiln", [(11, LEAST)]),
        ("Somebody still at primary school needs a minder", [(11, MOST)]),
        ("a helper in the lower sixth", [(16, None)]),
        ("When they go up into Year 5 they row alone", [(9, None)]),
        ("Canoes: Yr 9 and up", [(13, LEAST)]),
        ("A cadet sails alone once in secondary school", [(11, LEAST)]),
        ("You may paddle even if you are at primary", [(11, MOST)]),
        ("Nobody over school-leaving age is counted", [(16, LEAST)]),
    ],
)
def test_the_school_tells_an_age(text, read):
    assert ages(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "In Year 2 of the lease the rent rises",
        "The budget for Year 1 is agreed in March",
        "Year 3 | £400",
        "The loan runs into year 4 of the lease",
        "Boats of 3 yrs or more are surveyed",
        "They wait a year 9 times out of ten",
        "The school leaves the gate open until six",
    ],
)
def test_years_that_are_not_of_school_tell_none(text):
    assert ages(text) == []


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Zip wire: 9+ (gloves lent)", [(9, LEAST)]),
        ("The U11s train on Monday", [(10, MOST)]),
        ("An apprentice of 16 or 17 may fire the kiln", [(16, LEAST), (17, MOST)]),
        ("Pupils of 12 and 13 row with a coach", [(12, LEAST), (13, MOST)]),
        ("65s and over ride free", [(65, LEAST)]),
        ("The sauna is shut to under-twelves", [(11, MOST)]),
        ("For the over-sixties", [(60, LEAST)]),
        ("Class: clay; Minimum age: 7 with a grown-up", [(7, LEAST)]),
        ("Boat: dinghy; Youngest: 10, or 8 with a parent", [(10, LEAST)]),
        ("Ages: 5-11; Pay: £3", [(5, LEAST), (11, MOST)]),
        ("Oldest: 25; Club: juniors", [(25, MOST)]),
        ("If you are: nine or older; Then: you may dive", [(9, LEAST)]),
        ("Ride: ghost train; Age: any", [(0, LEAST)]),
        ("All ages are welcome", [(0, LEAST)]),
        ("Climbers under 15 wear a helmet", [(14, MOST)]),
        ("Nobody who has yet to turn seventeen may drive it", [(16, MOST)]),
        ("Nobody dives before reaching the age of 13", [(12, MOST)]),
        ("You may join until you hit thirty", [(30, LEAST)]),
        ("If you have passed your seventieth, sit at the front", [(70, LEAST)]),
        ("Visitors, eleven and over, may go up", [(11, LEAST)]),
        ("Juniors (12-15) box three rounds", [(12, LEAST), (15, MOST)]),
        ("Children from six to nine swim at ten", [(6, LEAST), (9, MOST)]),
    ],
)
def test_a_sign_or_a_cell_tells_an_age(text, read):
    assert ages(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "Room: 12; Seats: 14",
        "Crew: 9 or more; Boat: the ferry",
        "A parcel below 30 kilograms goes by van",
        "Containers under 20 litres are stacked",
        "Nobody of any age may climb it",
        "There is space for 30+ bicycles",
        "Two under tenants share the loft",
        "Page: 16; Youngest member: see the register",
    ],
)
def test_other_numbers_are_no_ages(text):
    assert ages(text) == []
