"""How long records are kept, told without "destroy" or without a length."""

import pytest

from policycheck.domain.documents import Clause, ClauseKind
from policycheck.domain.obligations import ThresholdKind
from policycheck.obligations import read_clauses
from policycheck.obligations.keeping.retention import find_retention


def kept(text):
    return [(one.value.value, one.value.unit) for one in find_retention(text)]


def kept_in_row(columns, *cells):
    row = Clause(id="r", ref="Table 1 row 1", text=" | ".join(cells), columns=columns, kind=ClauseKind.ROW)
    return [
        (one.value, one.unit)
        for found in read_clauses([row])
        for one in found.thresholds
        if one.kind is ThresholdKind.RETENTION
    ]


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("The crew lists go on the bonfire after four years.", (4, "year")),
        ("Log sheets are pulped two years after the voyage.", (2, "year")),
        ("Log sheets go in the shredder when they are 3 years old.", (3, "year")),
        ("Passenger lists older than three seasons are chucked out.", (3, "year")),
        ("Any crew form that has its fifth birthday goes in the stove.", (5, "year")),
        ("The bridge recorder starts again every 12 hours.", (12, "hour")),
        ("The mast camera records over itself every nine days.", (9, "day")),
        ("The tape is wiped on day 20.", (20, "day")),
        ("Tear up the boarding cards on the night the ship docks.", (0, "day")),
        ("The purser burns the slips straight away.", (0, "day")),
        ("Photos of the crew come down at the end of the year.", (1, "year")),
        ("Whatever tickets are left by Christmas are burned.", (11, "month")),
        ("The old charts and logs are never thrown away.", (None, "year")),
        ("The berth register stays in the harbour office for eight years.", (8, "year")),
        ("Letters about a wreck lie in the safe for ten years.", (10, "year")),
        ("The entry is struck off the register once three years have gone by.", (3, "year")),
        ("The loft is emptied each May of crew lists older than six.", (6, "year")),
        ("Tip: logs that are three years old or more.", (3, "year")),
        ("Harbour board minutes are pulped at 12 years.", (12, "year")),
        ("The plans are kept for the working life of the boat.", (None, "year")),
        (
            "Files are kept until the mate to whom they relate has, or would have, attained the age of 60.",
            (60, "year"),
        ),
        ("Cards are destroyed once the berth has lapsed for two years.", (2, "year")),
    ],
)
def test_a_record_ends_in_many_words(text, length):
    assert kept(text) == [length]


@pytest.mark.parametrize(
    "text",
    [
        "The galley stove burns coal after two hours.",
        "Scalds are held under cold water for a quarter of an hour.",
        "The passenger stays in the cabin for two days.",
        "No ticket is ever torn up before the gate.",
        "Log sheets are never thrown away in the harbour bins.",
        "Hand in the crew list on the day of sailing.",
        "The ship's log is kept in the safe; the bins are put out on the day.",
        "The ferry goes round the loop twice a day.",
        "Rope more than two years old is tested.",
    ],
)
def test_what_is_no_record_or_does_not_go_is_not_kept(text):
    assert kept(text) == []


@pytest.mark.parametrize(
    ("columns", "cells", "length"),
    [
        (("Paper", "Burn after"), ("Crew lists", "4 yrs"), (4, "year")),
        (("Recording", "Wiped after"), ("Bridge", "6 mo."), (6, "month")),
        (("File", "Life"), ("Crew", "discharge + 7"), (7, "year")),
        (("Log", "Fate"), ("Deck", "never destroyed"), (None, "year")),
        (("Book", "Destroy"), ("Visitors", "day of sailing"), (0, "day")),
        (("Cards", "Held"), ("Boarding", "same day"), (0, "day")),
        (("Photos", "Goes after"), ("Regatta", "2 seasons"), (2, "year")),
        (("Box", "What", "Pulp"), ("Red", "Crew lists", "after yr 9"), (9, "year")),
        (("What", "Goes in the shredder"), ("Crew lists", "at each quarter end"), (3, "month")),
        (("Tape", "Auto-wipe"), ("Mast camera", "day 20"), (20, "day")),
    ],
)
def test_a_column_says_how_long(columns, cells, length):
    assert kept_in_row(columns, *cells) == [length]


def test_a_life_is_one_of_records_alone():
    assert kept_in_row(("Rope", "Life"), "Mooring", "5 years") == []


def test_how_a_thing_is_got_rid_of_says_not_how_long_it_is_kept():
    row = Clause(
        id="r", ref="Table 1 row 1", text="Oily rags | Harbour skip | Mate", columns=("Waste", "Disposal", "Who"),
        kind=ClauseKind.ROW,
    )  # fmt: skip
    (found,) = read_clauses([row])
    assert "keep" not in found.act


@pytest.mark.parametrize(
    "text",
    [
        "The bilge is emptied of water after two days.",
        "Boats older than six are surveyed.",
        "A log that is three years old or more is kept in the loft.",
    ],
)
def test_an_age_of_what_does_not_go_is_no_keeping(text):
    assert kept(text) == []
