"""Ranges: two numbers that bound one thing are one figure with two ends."""

import pytest

from policycheck.domain.limit_words import figure_words
from policycheck.obligations.figures.all_figures import read_figures
from policycheck.obligations.keeping.retention import find_retention
from policycheck.obligations.limits import read_time_limits
from policycheck.obligations.thresholds import read_thresholds


def ends(text):
    return [(figure.low, figure.value, figure.text) for figure in read_figures(text)]


@pytest.mark.parametrize(
    ("text", "low", "high", "words"),
    [
        ("The vat stands at 60 to 70 degrees.", 60, 70, "60 to 70 degrees"),
        ("The vat stands at 60°C to 70°C.", 60, 70, "60°C to 70°C"),
        ("The vat stands at 60-70°C.", 60, 70, "60-70°C"),
        (
            "Ice stands between minus 20 and minus 12 degrees.",
            -20,
            -12,
            "between minus 20 and minus 12 degrees",
        ),
        ("Slats are 900 to 950 mm long.", 0.9, 0.95, "900 to 950 mm"),
        ("The band has between four and nine players.", 4, 9, "between four and nine"),
        ("The band has two or three players.", 2, 3, "two or three"),
        (
            "The band has at least four and no more than nine players.",
            4,
            9,
            "at least four and no more than nine",
        ),
        (
            "The band must have not fewer than four nor more than nine players.",
            4,
            9,
            "not fewer than four nor more than nine",
        ),
        ("A stall costs £15 to £30.", 15, 30, "£15 to £30"),
        ("A stall costs between £15 and £30.", 15, 30, "between £15 and £30"),
        ("Between 20% and 30% of the stalls are free.", 20, 30, "Between 20% and 30%"),
        ("The pass lasts three to five weeks.", 3, 5, "three to five weeks"),
        ("The pass lasts three weeks to five weeks.", 3, 5, "three weeks to five weeks"),
    ],
)
def test_a_range_is_one_figure(text, low, high, words):
    ((least, most, said),) = ends(text)
    assert (least, most, said) == (pytest.approx(low), pytest.approx(high), words)


@pytest.mark.parametrize(
    "text",
    [
        "The clerk writes within 5 to 7 days.",  # kept to by whoever keeps to the seven
        "The vat is scrubbed every two to three weeks.",
        "A stall goes up from £15 to £30.",
        "Players aged 5 to 7 sit in front.",
        "Rule 3 and 12 players apply.",
        "A ratio of 1 to 6 pupils holds.",
        "The team pays £5 to 30 players.",
        "The pass lasts at least 4 to 6 weeks.",
        "Cups of 2 litres and 5 litres are filled.",
    ],
)
def test_no_range(text):
    assert all(low is None for low, _, _ in ends(text))


def test_a_length_of_time_keeps_both_its_ends():
    (limit,) = read_time_limits("The tutor gives three to four weeks' notice of a test.")
    assert (limit.low, limit.value, limit.text) == (3, 4, "three to four weeks'")
    (kept,) = find_retention("The registers are kept for not less than three and not more than six years.")
    assert (kept.value.low, kept.value.value) == (3, 6)
    assert kept.value.text == "for not less than three and not more than six years"


def test_a_threshold_keeps_both_its_ends():
    (count,) = read_thresholds("The band must have between four and nine players.")
    assert (count.low, count.value, count.unit) == (4, 9, "players")
    (many,) = read_thresholds("The band must have 4-9 players.")
    assert (many.low, many.value) == (4, 9)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The vat stands at 60 to 70 degrees.", "60 to 70 °C"),
        ("A stall costs £15 to £30.", "£15 to £30"),
        ("The registers are kept for four to six years.", "kept for 4 to 6 years"),
    ],
)
def test_a_range_is_put_into_words(text, words):
    assert [figure_words(one) for one in read_thresholds(text)] == [words]
