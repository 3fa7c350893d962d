"""Numbers whose unit stands with an earlier figure of the sentence."""

import pytest

from policycheck.domain.figures import FigureKind
from policycheck.obligations.figures.all_figures import read_figures

TIME, MEASURE, MONEY, RHYTHM = FigureKind.TIME, FigureKind.MEASURE, FigureKind.MONEY, FigureKind.RHYTHM


def told(text):
    return [(f.kind, f.value, f.unit) for f in read_figures(text)]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Kites are lent for nine days, but ropes for only four.", (TIME, 4, "day")),
        ("Urns must be emptied within two hours, and flasks within six.", (TIME, 6, "hour")),
        ("An answer comes in three weeks or, where a surveyor is called, in five.", (TIME, 5, "week")),
        ("Barges are lifted every four months, and rafts every nine.", (RHYTHM, 9, "month")),
        ("A fence shall be not less than 2 metres high, and a wall not less than 3.", (MEASURE, 3, "metres")),
        ("The hall may not exceed 40 decibels by day nor 30 after dark.", (MEASURE, 30, "decibels")),
        ("A kayak is hired out at £9, canoes at twelve.", (MONEY, 12, "£")),
        (
            "A tent of more than three metres needs two pegs; one of more than five, four.",
            (MEASURE, 5, "metres"),
        ),
        ("Seed must be sown by the next working day, and bulbs within four.", (TIME, 4, "day")),
    ],
)
def test_a_number_takes_the_unit_of_an_earlier_figure(text, last):
    assert last in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Write within ten days, and for cases under section 4 see rule 12.",
        "Bring it within two days, between nine and five.",
        "Boats are lent for nine days, for two or more people.",
        "The hall shuts for two weeks, and children under ten stay at home.",
        "Ropes are kept for nine days. In 2019 there were twelve.",
        "Day 2, 9.00",
        "Within three days, in one of the two ways below, and in person.",
    ],
)
def test_other_numbers_take_none(text):
    assert len([one for one in told(text) if one[0] is TIME]) == 1
