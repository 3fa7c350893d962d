"""Measures, lengths of time and counts as crib sheets and signs write them."""

import pytest

from policycheck.domain.figures import FigureKind
from policycheck.domain.obligations import Comparator
from policycheck.obligations.figures.all_figures import read_figures

TIME, COUNT, MEASURE = FigureKind.TIME, FigureKind.COUNT, FigureKind.MEASURE
LEAST, MOST = Comparator.AT_LEAST, Comparator.AT_MOST


def told(text):
    return [(f.kind, round(f.value, 4), f.unit, f.bound) for f in read_figures(text)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Tank: brine; Keep water at: 4C", [(MEASURE, 4, "°C", None)]),
        ("Boil the kettle to 212F", [(MEASURE, 100, "°C", None)]),
        ("Crane: stop when it blows above: 30 kn", [(MEASURE, 34.5234, "mph", LEAST)]),
        ("Load: up to 3.5 t; Gate: south", [(MEASURE, 3500, "kg", MOST)]),
        ("Let in no more than: 40 rowers", [(COUNT, 40, "rower", MOST)]),
        ("Half a dozen oars", [(COUNT, 6, "oar", None)]),
        ("three dozen floats and a dozen hours", [(COUNT, 36, "float", None), (TIME, 12, "hour", None)]),
        ("dried within 48h", [(TIME, 48, "hour", MOST)]),
        ("Keep it half a yard say", [(MEASURE, 0.4572, "metres", None)]),
        ("Leave a foot between the hulls", [(MEASURE, 0.3048, "metres", None)]),
        ("a couple of metres off the quay", [(MEASURE, 2, "metres", None)]),
        ("in nothing larger than a pint glass", [(MEASURE, 0.5683, "litres", MOST)]),
        ("A berth of three quarters of a square metre", [(MEASURE, 0.75, "square metres", None)]),
        ("Moor twenty paces from the slip", [(MEASURE, 15.2, "metres", None)]),
        ("The ballast holds at 12 kPa", [(MEASURE, 12000, "pascals", None)]),
        ("a couple of hundred rowers", [(COUNT, 200, "rower", None)]),
        ("a couple of dozen floats", [(COUNT, 24, "float", None)]),
        ("Steer for 6 unbroken hours", [(TIME, 6, "hour", None)]),
        ("Dry: 40 solid minutes", [(TIME, 40, "minute", None)]),
        ("With the third capsize the boat is laid up", [(COUNT, 3, "capsiz", None)]),
        ("200 grams of salt in a litre", [(MEASURE, 0.2, "kg/litres", None)]),
        ("Salt: 90 mg a litre", [(MEASURE, 0.0001, "kg/litres", None)]),
        ("The pump moves 6 litres per minute", [(MEASURE, 0.1, "litres/second", None)]),
        ("A dose above 2 mSv/h", [(MEASURE, 0.0006, "millisieverts/second", LEAST)]),
        ("drawn to a scale of no less than 1:500.", [(FigureKind.PERCENT, 0.2, "%", LEAST)]),
        ("Slip: 1:8 gradient", [(FigureKind.PERCENT, 12.5, "%", None)]),
        ("On watch: night; Who: just the mate", [(COUNT, 1, "person", None)]),
        ("Take as many oars as you like", [(COUNT, 1e6, "oar", None)]),
        ("There is no limit on the number of rowers", [(COUNT, 1e6, "rower", None)]),
        ("two gas cylinders", [(COUNT, 2, "cylinder", None)]),
        ("one cox runs the lot", [(COUNT, 1, "cox", None)]),
    ],
)
def test_a_figure_is_read(text, figures):
    assert told(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "Section 50C of the Water Order applies",
        "See table 4 C for hot meals",
        "Nobody sets a foot in the yard",
        "The lorry is parked in a builder's yard",
        "The dozens of guests left",
        "The crew was split 1:2 by the mate",
        "Bring: just the oars",
        "as many as came last year",
        "With the second hand of the watch",
    ],
)
def test_what_is_no_figure(text):
    assert told(text) == []
