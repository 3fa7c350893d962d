"""A month or a season in which a thing is done, beside the date by which it is wanted."""

import pytest

from policycheck.comparing import said_in
from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.matching.times_of_year import times_of_year
from policycheck.obligations import read_clauses
from policycheck.obligations.figures.all_figures import read_figures
from policycheck.scripting import as_clauses


def objection(one, other, *, against_source=True):
    ours, theirs = (said_in([clause], read_clauses([clause])) for clause in as_clauses([one, other]))
    pairs = (pair_of(a, b, 0.95, against_source=against_source) for a in ours for b in theirs)
    return next((found for found in map(objection_of, pairs) if found), None)


@pytest.mark.parametrize(
    ("text", "month", "day"),
    [
        ("The roll is printed in October.", 10, 1),
        ("Doc: roll; Out: Oct supper", 10, 1),
        ("The roll goes with the autumn newsletter.", 9, 1),
        ("Come spring, the roll is printed.", 3, 1),
        ("The roll is printed over the summer holidays.", 7, 15),
        ("The roll is done by the Easter break.", 3, 20),
        ("We print it each November.", 11, 1),
        ("It is printed in early December.", 12, 1),
    ],
)
def test_times_of_the_year_are_read(text, month, day):
    assert 31.0 * (month - 1) + day in [begins for _, begins in times_of_year(text)]


@pytest.mark.parametrize(
    "text",
    [
        "It is printed in October 2019.",
        "We ring in the autumn term.",
        "We ring from March to June.",
        "You may ring in turn.",
        "We ring from March until June.",
    ],
)
def test_what_only_looks_like_one_is_none(text):
    assert [words for words, _ in times_of_year(text)] == []


@pytest.mark.parametrize(
    ("policy", "objects"),
    [
        ("The sexton prints the roll of ringers in October.", True),
        ("The sexton prints the roll of ringers with the autumn newsletter.", True),
        ("The sexton prints the roll of ringers in May.", False),
        ("The sexton prints the roll of ringers in spring.", False),
        ("The sexton prints the roll of ringers between May and October.", False),
    ],
)
def test_a_month_after_the_date_is_late(policy, objects):
    source = "The sexton must print the roll of ringers not later than the end of June."
    assert (objection(source, policy) is not None) is objects


@pytest.mark.parametrize(
    ("source", "policy", "objects"),
    [
        (
            "A claim for a lost robe should be accepted if it is notified within seven days of the service.",
            "You have two days from the service to tell us of a lost robe; we do not look at later claims.",
            True,
        ),
        (
            "A claim for a lost robe should be accepted if it is notified within seven days of the service.",
            "You have a fortnight from the service to tell us of a lost robe.",
            False,
        ),
        (
            "A ringer shall be enrolled in the fund no later than three months after he joins.",
            "A ringer is enrolled in the fund on the first birthday of his place in the band.",
            True,
        ),
    ],
)
def test_time_to_notify_and_the_birthday_of_a_thing(source, policy, objects):
    assert (objection(source, policy) is not None) is objects


def test_no_later_than_is_also_told_by_not_after():
    (found,) = read_figures("No claim for a robe may be made after the end of 12 months.")
    assert found.bound is not None
    (found,) = read_figures("Nobody may go up until after ten minutes.")
    assert found.bound is None
