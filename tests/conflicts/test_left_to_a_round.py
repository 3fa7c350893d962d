"""What is left to Friday's van, the evening post or the day of the event, where the other side wants it sooner."""

import pytest
from statements import objection_between

from policycheck.comparing import said_in
from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.matching.appointed import appointed_times
from policycheck.obligations import read_clauses
from policycheck.obligations.figures.all_figures import read_figures
from policycheck.scripting import as_clauses


def objection(one, other, *, against_source=True):
    sides = (said_in([clause], read_clauses([clause])) for clause in as_clauses([one, other]))
    ours, theirs = sides
    pairs = (pair_of(a, b, 0.95, against_source=against_source) for a in ours for b in theirs)
    return next((found for found in map(objection_of, pairs) if found), None)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("They pile up, and Thursday's van takes them all.", 168),
        ("Item: hymn slips; Sent: card at weekend", 168),
        ("The ropes are looked at at weekends.", 168),
        ("The tower is locked by lights-out.", 11),
        ("Ropes: spliced; By: close-of-play", 11),
        ("The captain hears of it on the nine o'clock call.", 11),
        ("It goes with the evening post.", 11),
        ("One of us looks in mid-afternoon.", 11),
        ("It comes with the salaries.", 720),
        ("What is over is shared out at the half-year.", 4380),
        ("They write back in batches on the fifth and the twentieth.", 360),
        ("It is mended when there's a gap, some time in the following week.", 168),
        ("The rector hears once the tuner has been and gone.", 11),
    ],
)
def test_such_times_are_read(text, hours):
    assert hours in [time.hours for time in appointed_times(text)]


@pytest.mark.parametrize(
    "text", ["We ring on Saturday and on Sunday, except Sundays.", "The post is the evening one."]
)
def test_days_in_a_row_are_no_time_to_wait_for(text):
    assert [time.words for time in appointed_times(text) if time.words.startswith(("on Sunday", "and"))] == []


@pytest.mark.parametrize(
    ("one", "other", "objects"),
    [
        (
            "The verger must tell the rector of a crack in a bell within two hours.",
            "A crack in a bell? The rector hears of it from the verger on the eight o'clock call.",
            True,
        ),
        (
            "The verger must tell the rector of a crack in a bell within two days.",
            "A crack in a bell? The rector hears of it from the verger on the eight o'clock call.",
            False,
        ),
        (
            "The treasurer pays a ringer's fares ten days after the slip reaches the tower.",
            "The treasurer pays a ringer's fares with the salaries.",
            True,
        ),
        (
            "Notice of a peal must be given to the neighbours at least five days before the ringing starts.",
            "Tell the neighbours of a peal as the band goes past their doors.",
            True,
        ),
        (
            "Notice of a peal must be given to the neighbours at least five days before the ringing starts.",
            "Tell the neighbours of a peal the week before, as the band goes past their doors.",
            False,
        ),
        (
            "Six days' warning of a peal is given to the neighbours, by a card at each door.",
            "Cards about a peal go to the neighbours on the morning the band arrives.",
            True,
        ),
        (
            "A ringer's leave must be had before a photograph is put in the porch.",
            "Photographs in the porch: we get the ringer's leave at pick-up.",
            True,
        ),
        (
            "A bell which has cracked must not be rung again until a founder has looked at it.",
            "A bell has cracked? Let the founder look at it when he is next here for a tuning.",
            True,
        ),
        (
            "Robes are sent out not less than 14 days before you sing.",
            "Your robe leaves the vestry the week you travel.",
            True,
        ),
        (
            "Robes are sent out not less than four days before you sing.",
            "Your robe leaves the vestry the week you travel.",
            False,
        ),
        (
            "A borrowed robe must be paid for on delivery of the robe.",
            "A borrowed robe is paid for in the new year.",
            True,
        ),
        (
            "If a robe is lost, the verger is told in ten days.",
            "A robe is lost? We look for a full calendar month, and the verger is told then.",
            True,
        ),
        (
            "A new bell must be shown to the diocese not less than five days before it is first rung.",
            "A new bell is shown to the diocese with the first peal.",
            True,
        ),
    ],
)
def test_whoever_waits_for_it_is_late(one, other, objects):
    assert (objection(one, other) is not None) is objects


@pytest.mark.parametrize(("notice", "objects"), [("two weeks", True), ("thirty days", False)])
def test_an_exception_that_is_only_notice_is_held_against_other_notice(notice, objects):
    source = "A lodger must not be asked to leave unless at least 28 days' notice in writing has been given to him."
    assert (objection(source, f"A lodger has {notice}' notice to leave.") is not None) is objects


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Ropes up by: 9.30 that night", "clock", 21.5),
        ("Put off 14+ days ahead, a peal costs nothing.", "time", 14),
        ("Give 4+ wks notice", "time", 4),
    ],
)
def test_hours_that_night_and_lengths_with_a_plus_are_figures(text, kind, value):
    assert (kind, value) in [(figure.kind.value, figure.value) for figure in read_figures(text)]


@pytest.mark.parametrize(
    ("source", "policy", "objects"),
    [
        (
            "The tower fund's accounts must be shown within nine months of the year end.",
            "The tower fund's accounts are shown by 30 June each year.",
            False,
        ),
        (
            "Offerings must be banked within five days of the end of the month.",
            "Offerings are banked monthly.",
            False,
        ),
        (
            "A new ringer must be shown the stays within 12 hours of arriving.",
            "A new ringer is shown the stays at some point.",
            False,
        ),
        (
            "A new ringer must be shown the stays at once.",
            "A new ringer is shown the stays at some point.",
            True,
        ),
        ("A cracked bell must be reported within two hours.", "Cracked bells are reported weekly.", True),
        ("A cracked bell must be reported at once.", "Cracked bells are reported each year.", True),
    ],
)
def test_a_year_that_comes_round_and_a_vague_word_put_no_figure_off(source, policy, objects):
    assert (objection_between(source, policy) is not None) is objects
