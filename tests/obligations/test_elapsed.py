"""Limits told by the time that may go by before an act."""

import pytest
from statements import objection_between

import policycheck
from policycheck.domain.figures import FigureKind
from policycheck.domain.obligations import Comparator, LimitKind
from policycheck.obligations.figures.all_figures import read_figures
from policycheck.obligations.limits import read_time_limits


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The warden must look at the hut before ten minutes have passed.", 10, "minute"),
        ("The warden must look at the hut before a further two days are out.", 2, "day"),
        ("The warden must look at the hut before the week is out.", 1, "week"),
        ("The warden must look at the hut before an hour and a half has gone by.", 1.5, "hour"),
        ("The hut must be seen to without the lapse of more than three days.", 3, "day"),
        ("The hut must be seen to without letting a week go by.", 1, "week"),
        ("Let no more than two days pass.", 2, "day"),
        ("Not more than 21 days may pass between the storm and the repair.", 21, "day"),
        ("No more than three hours from the storm to the first look.", 3, "hour"),
        ("The warden must look at the hut in the two hours after the storm.", 2, "hour"),
        ("The hut may be hired in the half-year after its repair.", 6, "month"),
        ("A talk is held in the three weeks that follow.", 3, "week"),
        ("A group must be shown the way out before it has spent an hour in the hut.", 1, "hour"),
        ("The warden hears of it inside the hour.", 1, "hour"),
        ("The warden goes up by the hour's end.", 1, "hour"),
    ],
)
def test_an_act_is_to_be_done_before_so_long_has_gone_by(text, value, unit):
    (figure,) = (one for one in read_figures(text) if one.kind is FigureKind.TIME)
    assert (figure.value, figure.unit, figure.bound) == (value, unit, Comparator.AT_MOST)
    (limit,) = read_time_limits(text)
    assert (limit.kind, limit.value) == (LimitKind.WITHIN, value)


def test_a_ban_lasts_until_so_long_has_gone_by():
    text = "The hut must not be let before 14 days have passed."
    (limit,) = read_time_limits(text)
    assert (limit.kind, limit.value, limit.comparator) == (LimitKind.AFTER, 14, Comparator.AT_LEAST)
    (figure,) = read_figures(text)
    assert figure.bound is Comparator.AT_LEAST


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("A hut must not be let until the keys are back and six days have elapsed.", Comparator.AT_LEAST),
        ("No hut is let before its roof has been seen and six days have gone by.", Comparator.AT_LEAST),
        ("A hut may never be let till it is dry and at least six days have passed.", Comparator.AT_LEAST),
        ("A hut is let once it has been swept and a further six days have passed.", Comparator.EXACTLY),
    ],
)
def test_a_wait_may_stand_beside_what_else_is_waited_for(text, comparator):
    (limit,) = read_time_limits(text)
    assert (limit.kind, limit.value, limit.comparator) == (LimitKind.AFTER, 6, comparator)


def test_a_longer_wait_beside_an_event_keeps_a_ban():
    law = "A hut must not be let until the keys are back and six days have elapsed."
    assert objection_between(law, "No hut is let before it has its keys and eight days have gone by.") is None
    assert objection_between(law, "No hut is let before it has its keys and four days have gone by.")


@pytest.mark.parametrize(
    "text",
    [
        "The hut must be swept before the guests are in and six days have passed.",
        "If the keys are back and six days have passed, the warden writes.",
    ],
)
def test_a_length_beside_an_event_bans_nothing_by_itself(text):
    assert read_time_limits(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "In the two weeks after the storm nobody may use the hut.",
        "In the month before the storm the hut was let.",
    ],
)
def test_a_time_in_which_a_thing_is_banned_or_past_is_no_limit(text):
    assert all(limit.kind is not LimitKind.WITHIN for limit in read_time_limits(text))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Log it before the shift in which you found it comes to an end.", 0, "day"),
        ("Log it before the end of the shift in which you found it.", 0, "day"),
        ("Log it before the visit ends.", 0, "day"),
        ("Log it by the end of wk.", 1, "week"),
        ("Log it by tomorrow.", 1, "day"),
        ("Log it no later than this time tomorrow.", 1, "day"),
    ],
)
def test_the_end_of_what_lasts_no_longer_than_a_day(text, value, unit):
    (figure,) = read_figures(text)
    assert (figure.kind, figure.value, figure.unit) == (FigureKind.TIME, value, unit)


def test_what_is_not_left_until_tomorrow_has_no_time():
    assert read_figures("Log it today and not tomorrow.") == ()


@pytest.mark.parametrize(
    ("text", "kind", "comparator"),
    [
        ("The hive must not be opened until three days have gone by.", LimitKind.AFTER, Comparator.AT_LEAST),
        (
            "No hive may be opened until at least a week after the swarm.",
            LimitKind.AFTER,
            Comparator.AT_LEAST,
        ),
        ("The hive must not be opened unless three days have passed.", LimitKind.AFTER, Comparator.AT_LEAST),
        ("The hive must not be opened until the end of three days.", LimitKind.AFTER, Comparator.AT_LEAST),
        ("The hive must not be opened until two days before the fair.", LimitKind.BEFORE, Comparator.AT_MOST),
        ("The hive may be opened once three days have passed.", LimitKind.AFTER, Comparator.EXACTLY),
        ("The hive may be opened from the fifth day after the swarm.", LimitKind.AFTER, Comparator.EXACTLY),
        (
            "The hive must not be moved but shut until three days after the swarm.",
            LimitKind.FOR,
            Comparator.EXACTLY,
        ),
        ("The hive is shut until three days after the swarm.", LimitKind.FOR, Comparator.EXACTLY),
        (
            "The hive must not be sold until 30 days' notice has been given.",
            LimitKind.BEFORE,
            Comparator.AT_LEAST,
        ),
    ],
)
def test_what_may_not_be_done_until_so_long_has_gone_by(text, kind, comparator):
    assert [(one.kind, one.comparator) for one in read_time_limits(text)] == [(kind, comparator)]


def test_the_words_for_what_has_gone_by_are_no_part_of_the_act():
    (ban,) = policycheck.read_obligations(
        "Honey must not be sold until 30 days have elapsed since the harvest."
    )
    assert ban.act == "Honey be sold"
    assert ban.time_limits[0].trigger == "since the harvest"
