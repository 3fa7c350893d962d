"""Shares of a whole and how many one serves, as they are told in words."""

import pytest

from policycheck.domain.obligations import Comparator, Unit
from policycheck.obligations.figures.all_figures import read_figures
from policycheck.obligations.figures.shares import find_ratios, find_shares
from policycheck.obligations.limits import read_time_limits
from policycheck.obligations.thresholds import read_thresholds


def shares(text):
    return [(round(one.value, 2), text[one.start : one.end]) for one in find_shares(text)]


@pytest.mark.parametrize(
    ("text", "share", "words"),
    [
        ("A third of the berths are let to visitors.", 33.33, "A third"),
        ("Three quarters of the crew must hold a ticket.", 75, "Three quarters"),
        ("One in ten parachutes is unpacked and looked at.", 10, "One in ten"),
        ("Five out of every twenty beehives are weighed.", 25, "Five out of every twenty"),
        ("The understudy is on half pay.", 50, "half pay"),
        ("She stays on full pay.", 100, "full pay"),
        ("The deposit is half the fare.", 50, "half the fare"),
        ("Two of the five stewards must be divers.", 40, "Two of the five"),
        ("The race is off if over half of you object.", 50, "half of you"),
        ("It takes a majority of divers to call it off.", 50, "a majority of divers"),
        ("It needs a simple majority of the votes cast.", 50, "a simple majority of the votes"),
        ("Most of the members present must agree.", 50, "Most of the members"),
        ("A two-thirds majority may change the course.", 66.67, "two-thirds"),
        ("Lateness costs five points out of the hundred.", 5, "five points out of the hundred"),
    ],
)
def test_a_share_of_a_whole(text, share, words):
    assert shares(text) == [(share, words)]


@pytest.mark.parametrize(
    "text",
    [
        "The bell rings for half an hour.",
        "They meet in a quarter of the year.",
        "Two in the morning watch keep the lamp.",
        "The full crew is called.",
        "Most of the time the tower is shut.",
        "There are nine bells, most of them cracked.",
        "Most of them ring true.",
        "The majority of the bells are old.",
        "The half-yearly regatta",
        "Three boats in the race",
        "Four in 10 days",
        "Three of the 14 days are rest days.",
        "A glance at the third mast.",
    ],
)
def test_a_length_of_time_or_a_name_is_no_share(text):
    assert shares(text) == []


@pytest.mark.parametrize(
    ("text", "served"),
    [
        ("two lifeguards for every 50 bathers", 25),
        ("one steward per 100 spectators", 100),
        ("one guide to each eight walkers", 8),
        ("one member of the crew for every seven rowers", 7),
        ("Brings one bearer for | Each nine tents", 9),
        ("Does what: Sends one diver for; Number: Every four buoys", 4),
        ("there will be one instructor to six of them", 6),
        ("it is twelve swimmers to a lifeguard", 12),
        ("one coach to two hours of play", None),
        ("one of the guides speaks to two walkers", None),
        ("twelve letters to a newspaper", None),
        ("one coach for every two hours", None),
        ("one coach for the whole team", None),
    ],
)
def test_how_many_one_serves(text, served):
    found = [one.value for one in find_ratios(text)]
    assert found == ([] if served is None else [served])


@pytest.mark.parametrize(
    "text", ["A majority of the divers must agree.", "Over half of the divers must agree."]
)
def test_a_majority_is_more_than_half(text):
    [share] = read_thresholds(text)
    assert (share.value, share.comparator) == (50, Comparator.AT_LEAST)
    assert read_figures(text)[0].bound is Comparator.AT_LEAST


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("At least three quarters of the divers must agree.", []),
        ("In three quarters of dives nothing is found.", []),
        ("The bell rings within three quarters of an hour of the alarm.", [(45, Unit.MINUTE)]),
        ("The rope is dried for a quarter of an hour.", [(15, Unit.MINUTE)]),
        ("The levy falls due after two quarters of the year.", [(6, Unit.MONTH)]),
        ("The boat is sold within two quarters of the wreck.", [(6, Unit.MONTH)]),
    ],
)
def test_quarters_are_a_time_or_a_share(text, limits):
    assert [(one.value, one.unit) for one in read_time_limits(text)] == limits
