"""Statements about things of two sizes, ages or times of the year, each beside one whose figures do clash."""

import pytest

from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.conflicts.peace.guards import stand_in_one_list
from tests.statements import objection_between, row_of, said

OURS = False


def objects(one, other):
    return objection_of(pair_of(said(one), said(other), 0.95, against_source=OURS)) is not None


@pytest.mark.parametrize(
    ("rule", "apart", "same"),
    [
        (
            "A kite of less than three metres must fly on a line of at least 20 kg.",
            "A kite of three metres or more must fly on a line of at least 90 kg.",
            "A kite of less than four metres must fly on a line of at most 10 kg.",
        ),
        (
            "For repairs up to £300 the warden must ask for two prices.",
            "For repairs of more than £300 the warden must ask for five prices.",
            "For repairs the warden must ask for five prices.",
        ),
        (
            "A choir with 40 singers or more meets every week.",
            "A choir with fewer than 40 singers meets every month.",
            "A choir with singers meets every month.",
        ),
        (
            "Where the crate weighs more than 25 kg, it must be moved by three porters.",
            "Where the crate weighs 25 kg or less, it is moved by one porter.",
            "Where the crate weighs more than 20 kg, it is moved by one porter.",
        ),
        (
            "If a loan lasts more than six weeks, the curator must write within two days.",
            "If a loan lasts six weeks or less, the curator writes within nine days.",
            "If a loan lasts at least four weeks, the curator writes within nine days.",
        ),
        (
            "Dancers aged 12 or 13 must rest for ten minutes in every hour.",
            "Dancers aged 14 or 15 rest for five minutes in every hour.",
            "Dancers aged 13 or 14 rest for five minutes in every hour.",
        ),
        (
            "In season the ferry must leave every ten minutes.",
            "Out of season the ferry leaves every hour.",
            "In season the ferry leaves every hour.",
        ),
        (
            "During school hours the gate must be watched by two wardens.",
            "Outside school hours the gate is watched by one warden.",
            "During school hours the gate is watched by one warden.",
        ),
    ],
)
def test_each_is_about_a_size_or_time_that_the_other_is_not(rule, apart, same):
    assert not objects(rule, apart)
    assert objects(rule, same)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A bond of at least £50 must be paid.", "A bond of up to £40 is paid."),
        ("A quorum of at least five stewards is needed.", "A quorum of fewer than four stewards is enough."),
        ("Only carts of less than two metres may enter.", "Carts of three metres or more may enter."),
        (
            "The barn may be let only where at least two days' notice is given.",
            "The barn may be let where less than one day's notice is given.",
        ),
        (
            "At least 14 days before the fair the list must be sent.",
            "Up to 7 days before the fair the list may be sent.",
        ),
        ("A gap of at least two metres must be left.", "A gap of up to one metre must be left."),
    ],
)
def test_a_figure_that_is_itself_asked_for_is_no_case(one, other):
    assert objects(one, other)


def test_a_ban_above_a_size_stands_against_leave_above_it():
    ban, leave = "No cart of more than two metres may enter.", "A cart of more than two metres may enter."
    assert objection_between(ban, leave, against_source=OURS) is not None


def test_rows_of_two_sizes_are_about_two_things():
    small = row_of(Kite="Less than three metres", Line="20 kg")
    large = row_of(Kite="Three metres or more", Line="90 kg")
    assert objection_of(pair_of(small, large, 0.95, against_source=OURS)) is None
    assert stand_in_one_list(row_of(Fee="Over three metres"), row_of(Fee="Under three metres"))
    assert not stand_in_one_list(row_of(Fee="The kites", Line="20 kg"), row_of(Fee="Kites", Line="90 kg"))
