"""Ages and parts of a whole told in few words, and what a ban on what falls short lets off."""

import pytest

from policycheck.domain.figures import Figure, FigureKind
from policycheck.domain.obligations import Comparator
from policycheck.matching.figures import differing
from policycheck.matching.parts import Difference, Part, Standing
from policycheck.obligations.figures.all_figures import read_figures


def figures(text, kind):
    return [(pytest.approx(one.value, abs=0.01), one.bound) for one in read_figures(text) if one.kind is kind]


@pytest.mark.parametrize(
    ("text", "age", "bound"),
    [
        ("Ringers who are 15 or over may go up by themselves.", 15, Comparator.AT_LEAST),
        ("Those of nine upwards may hold the rope.", 9, Comparator.AT_LEAST),
        ("What of little ones? Seven and below go in the cart.", 7, Comparator.AT_MOST),
        ("Child: To 6 yrs; Harness: yes", 6, Comparator.AT_MOST),
        ("Who can ring: a daughter, Year 9 up", 13, Comparator.AT_LEAST),
        ("Task: Tenor bell; Start at: Year 8", 12, None),
    ],
)
def test_an_age_is_told_in_few_words(text, age, bound):
    assert figures(text, FigureKind.AGE) == [(age, bound)]


def test_a_party_of_so_many_is_no_age():
    assert figures("Parties who are 8 or more in number ring ahead.", FigureKind.AGE) == []


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Needed to carry: 2/3 of those there", 66.67),
        ("Needed to carry: a ¾ majority", 75),
        ("We put a tenth on the old price.", 10),
    ],
)
def test_a_part_is_told_by_signs(text, share):
    assert figures(text, FigureKind.PERCENT) == [(share, None)]


@pytest.mark.parametrize(
    "text", ["Half is due on 1/3 each year.", "See form 3/4.", "Leave is taken by the ½ day."]
)
def test_a_date_and_a_day_are_no_parts(text):
    assert all(one.value not in (33.33, 75) for one in read_figures(text) if one.kind is FigureKind.PERCENT)


def _length(value, bound, *, of_case=False):
    return Figure(
        kind=FigureKind.MEASURE, value=value, unit="metres", text=f"{value} m", bound=bound, of_case=of_case
    )


def test_a_smaller_figure_lets_off_what_falls_short():
    banned = _length(0.4, Comparator.AT_MOST, of_case=True)
    for value, stands in ((0.3, Standing.STRICTER), (0.5, Standing.LAXER)):
        other = _length(value, Comparator.AT_LEAST)
        said = Difference(part=Part.QUANTITY, standing=stands, source=banned.text, policy=other.text)
        found = differing([banned], [other], against_source=True, settled=[said])
        assert (found is not None) is (value < banned.value)


def test_half_of_what_and_pence_in_the_pound_are_parts():
    assert figures("We lend half of what the bell would fetch.", FigureKind.PERCENT) == [(50, None)]
    assert figures("Per month: 12p in the £", FigureKind.PERCENT) == [(12, None)]
    assert figures("Put 12p in the box.", FigureKind.PERCENT) == []


def test_the_day_on_which_one_is_of_an_age_is_an_age():
    found = figures("From the day you are 17 you may ring the tenor.", FigureKind.AGE)
    assert found == [(17, Comparator.AT_LEAST)]
