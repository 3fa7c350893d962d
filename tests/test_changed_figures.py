"""What models learn from with a figure changed says what a reader would say of it."""

import random

import pytest
from changed_figures import made_alike, made_to_differ, state_one_figure


@pytest.mark.parametrize(
    "text",
    [
        "Invoices are paid within 25 days.",
        "The lift is examined every six months.",
        "Fortnightly, the porter counts the keys.",
        "A tender is needed above £50,000.",
        "Hearing protection is worn at 80 decibels or more.",
    ],
)
def test_a_changed_figure_is_another_and_may_be_changed_back(text):
    changed = made_to_differ(text, text, random.Random(1))
    assert changed is not None
    assert not state_one_figure(text, changed.text)
    back = made_alike(text, changed.text)
    assert back is not None
    assert state_one_figure(text, back)


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        ("A complaint must be answered within 20 days.", "We answer complaints within 20 days."),
        ("Records must be kept for at least six years.", "Files are kept for at least six years."),
        ("Smoke alarms must be tested at least once a month.", "Alarms are tested once a month."),
    ],
)
def test_only_the_laxer_figure_breaks_a_source(source, policy):
    seen = {}
    for seed in range(40):
        changed = made_to_differ(source, policy, random.Random(seed))
        assert changed is not None
        longer = changed.theirs.value > changed.ours.value
        seen[changed.breaks, longer if changed.theirs.unit == changed.ours.unit else None] = changed
    assert {breaks for breaks, _ in seen} == {True, False}
    at_least = "at least six" in source
    assert all(breaks == (longer != at_least) for breaks, longer in seen if longer is not None)


def test_a_figure_of_ages_or_of_cases_is_not_said_to_break():
    changed = made_to_differ("Nobody under 18 may be employed.", "Staff under 18 stay out.", random.Random(1))
    assert changed is not None
    assert changed.breaks is None


def test_texts_with_no_figure_in_common_or_with_several_are_left():
    one = "Pay within five days, or ten days in August."
    assert made_to_differ(one, one, random.Random(1)) is None
    assert made_alike("Pay promptly.", "Pay within ten days.") is None
    assert made_alike("Stay two hours.", "Stay two hours.") is None
    assert made_alike("Pay within 5 days.", "Two people pay within 9 days.", alone=True) is None
