"""Time limits as a person reads them, in the styles of statutes, guidance and handbooks."""

import pytest

from policycheck.domain.obligations import Comparator, LimitKind, Unit
from policycheck.obligations.limits import read_time_limits

# text, (kind, value, unit, working) for each limit in order
FIGURES = [
    ("The authority must reply within 10 days.", [("within", 10, "day", False)]),
    ("It must be sent within ten (10) working days.", [("within", 10, "day", True)]),
    ("It must be sent within 28 (twenty-eight) days.", [("within", 28, "day", False)]),
    ("Reply within twenty-one days of receipt.", [("within", 21, "day", False)]),
    ("within the period of 14 days beginning with the day of service", [("within", 14, "day", False)]),
    ("within a period of six weeks", [("within", 6, "week", False)]),
    ("within one calendar month of the request", [("within", 1, "month", False)]),
    ("within a fortnight", [("within", 2, "week", False)]),
    ("within a week of the move", [("within", 1, "week", False)]),
    ("inside two weeks", [("within", 2, "week", False)]),
    ("in less than 48 hours", [("within", 48, "hour", False)]),
    ("You will hear from us in five working days.", [("within", 5, "day", True)]),
    ("not later than 7 days after the meeting", [("within", 7, "day", False)]),
    ("no later than three days after the meeting", [("within", 3, "day", False)]),
    ("by no later than 15 business days from the date of the letter", [("within", 15, "day", True)]),
    ("not more than 30 days after the decision", [("within", 30, "day", False)]),
    ("before the end of the period of 28 days beginning with the day of the notice", [("within", 28, "day", False)]),
    ("before the end of 21 days", [("within", 21, "day", False)]),
    ("by the end of the next working day", [("within", 1, "day", True)]),
    ("by close of the following working day", [("within", 1, "day", True)]),
    ("on the next working day", [("within", 1, "day", True)]),
    ("the same day", [("within", 0, "day", False)]),
    ("by the end of the same working day", [("within", 0, "day", True)]),
    ("within half an hour", [("within", 30, "minute", False)]),
    ("within the hour", [("within", 1, "hour", False)]),
    ("within 7 to 14 days", [("within", 14, "day", False)]),
    ("within 5 school days", [("within", 5, "school day", False)]),
    ("within three weekdays", [("within", 3, "day", True)]),
    ("within two school terms", [("within", 2, "term", False)]),
    ("within 90 minutes", [("within", 90, "minute", False)]),
    ("not less than five clear working days before the hearing", [("before", 5, "day", True)]),
    ("at least 14 days before the meeting", [("before", 14, "day", False)]),
    ("14 days before the meeting", [("before", 14, "day", False)]),
    ("allow them at least 21 days in which to answer", [("for", 21, "day", False)]),
    ("a period of not less than six weeks within which a claim may be made", [("for", 6, "week", False)]),
    ("allow them 21 days in which to answer", [("within", 21, "day", False)]),
    ("give at least two weeks' notice", [("before", 2, "week", False)]),
    ("two months’ written notice must be given", [("before", 2, "month", False)]),
    ("at least ten weeks ahead", [("before", 10, "week", False)]),
    ("no later than 48 hours before the visit", [("before", 48, "hour", False)]),
    ("a fortnight in advance", [("before", 2, "week", False)]),
    ("must not start less than 7 days before the hearing", [("before", 7, "day", False)]),
    ("by the third working day after the visit", [("within", 3, "day", True)]),
    ("by the twelfth day of the following month", [("within", 12, "day", False)]),
    ("by the twelfth day of the month after the one in which it fell", [("within", 12, "day", False)]),
    ("by the twelfth day of the month", []),
    ("not before the 21st day after the notice", [("after", 21, "day", False)]),
    ("in 10 days of receipt, or 20 days if need be", [("within", 10, "day", False), ("within", 20, "day", False)]),
    ("not earlier than 8 weeks after the birth", [("after", 8, "week", False)]),
    ("at least 3 months after the last review", [("after", 3, "month", False)]),
    ("every six weeks", [("every", 6, "week", False)]),
    ("at least four times in each scheme year", [("every", 3, "month", False)]),
    ("once in every licensing year", [("every", 1, "year", False)]),
    ("within two membership years", [("within", 2, "year", False)]),
    ("at least two outings round the field every day", [("every", 12, "hour", False)]),
    ("three people check every week", [("every", 1, "week", False)]),
    ("read at 6 am, 2 pm and 10 pm each day", [("every", 8, "hour", False)]),
    ("read at 6 am each day", [("every", 1, "day", False)]),
    ("at least every 12 months", [("every", 12, "month", False)]),
    ("at least once in every 2 years", [("every", 2, "year", False)]),
    ("not less than once in any period of 12 months", [("every", 12, "month", False)]),
    ("once every three years", [("every", 3, "year", False)]),
    ("once a month", [("every", 1, "month", False)]),
    ("once per term", [("every", 1, "term", False)]),
    ("twice a year", [("every", 6, "month", False)]),
    ("three times a year", [("every", 4, "month", False)]),
    ("at least four times in each year", [("every", 3, "month", False)]),
    ("every other week", [("every", 2, "week", False)]),
    ("every second year", [("every", 2, "year", False)]),
    ("every working day", [("every", 1, "day", True)]),
    ("at intervals of not more than six weeks", [("every", 6, "week", False)]),
    ("at intervals not exceeding 3 months", [("every", 3, "month", False)]),
    ("reviewed quarterly", [("every", 3, "month", False)]),
    ("reviewed annually", [("every", 1, "year", False)]),
    ("on a weekly basis", [("every", 1, "week", False)]),
    ("fortnightly", [("every", 2, "week", False)]),
    ("half-yearly", [("every", 6, "month", False)]),
    ("a six-monthly review", [("every", 6, "month", False)]),
    ("termly", [("every", 1, "term", False)]),
    ("each Monday", [("every", 1, "week", False)]),
    ("an annual audit is done", [("every", 1, "year", False)]),
    ("at least once in every quarter", [("every", 3, "month", False)]),
    ("The notice must be displayed for 6 weeks.", [("for", 6, "week", False)]),
    ("for at least half an hour", [("for", 30, "minute", False)]),
    ("a visit lasts at least 15 minutes", [("for", 15, "minute", False)]),
    ("for up to 30 days", [("for", 30, "day", False)]),
    ("A child must not be held for more than 72 hours.", [("for", 72, "hour", False)]),
    ("extend the period by up to 60 days", [("for", 60, "day", False)]),
    ("within 7 days and every six weeks after that", [("within", 7, "day", False), ("every", 6, "week", False)]),
    ("as soon as possible, and within 24 hours", [("within", None, None, False), ("within", 24, "hour", False)]),
]  # fmt: skip

VAGUE = [
    ("They must reply promptly.", "within"),
    ("as soon as reasonably practicable", "within"),
    ("as soon as is practicable", "within"),
    ("without delay", "within"),
    ("without undue delay", "within"),
    ("We phone them straight away.", "within"),
    ("at once", "within"),
    ("in a timely manner", "within"),
    ("within a reasonable time", "within"),
    ("Files are checked regularly.", "every"),
    ("at regular intervals", "every"),
    ("from time to time", "every"),
    ("periodically", "every"),
]

NO_LIMIT = [
    "a person who is aged 16 years or over",
    "a 24-hour helpline",
    "in the last 12 months",
    "a deposit of four weeks' rent",
    "The allowance is £20 a week.",
    "Their weekly allowance is paid by bank transfer.",
    "section 12 applies",
    "the 7 days of the festival",
    "The second working day was wet.",
    "by the tenth of the month",
    "on the third day of the month",
    "an eight year old child",
    "immediately before the coming into force of this section",
    "day-to-day care",
    "Records must be kept for 6 years.",
    "A child absent for more than 10 days is reported to the school.",
]


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_a_figure_is_read(text: str, expected: list[tuple[str, float | None, str | None, bool]]) -> None:
    found = read_time_limits(text)
    assert [
        (one.kind.value, one.value, one.unit and one.unit.value, one.working) for one in found
    ] == expected
    assert all(one.text and one.text in text for one in found)


@pytest.mark.parametrize(("text", "kind"), VAGUE)
def test_a_vague_time_has_no_value(text: str, kind: str) -> None:
    (limit,) = read_time_limits(text)
    assert (limit.kind.value, limit.value, limit.unit) == (kind, None, None)


@pytest.mark.parametrize("text", NO_LIMIT)
def test_other_times_are_no_limits(text: str) -> None:
    assert read_time_limits(text) == ()


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("within 30 days of receiving the request, notify them", "of receiving the request"),
        ("within 10 working days after the child returns", "after the child returns"),
        ("within 28 days from receipt", "from receipt"),
        ("within 3 days of the decision unless the court orders otherwise", "of the decision"),
        ("by the end of the next working day after finding it", "after finding it"),
        ("at least 5 days before the hearing", "before the hearing"),
        ("within 14 days beginning with the day of service", "beginning with the day of service"),
        ("Within two days of the request the manager must reply.", "of the request"),
        ("within 24 hours", ""),
    ],
)
def test_the_trigger_is_what_starts_the_clock(text: str, trigger: str) -> None:
    assert read_time_limits(text)[0].trigger == trigger


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("within 5 days", Comparator.AT_MOST),
        ("at least every six weeks", Comparator.AT_MOST),
        ("not more than once a year", Comparator.AT_LEAST),
        ("must not be raised more than once in any period of 12 months", Comparator.AT_LEAST),
        ("at least 14 days before the meeting", Comparator.AT_LEAST),
        ("not earlier than 8 weeks after the birth", Comparator.AT_LEAST),
        ("for at least 20 minutes", Comparator.AT_LEAST),
        ("for up to 20 minutes", Comparator.AT_MOST),
        ("for 20 minutes", Comparator.EXACTLY),
    ],
)
def test_the_comparator_says_how_the_figure_bounds(text: str, comparator: Comparator) -> None:
    assert read_time_limits(text)[0].comparator is comparator


def test_a_limit_keeps_its_own_words_and_order() -> None:
    text = "Visit within 7 days, then every six weeks."
    first, second = read_time_limits(text)
    assert (first.text, second.text) == ("within 7 days", "every six weeks")
    assert (first.kind, second.kind) == (LimitKind.WITHIN, LimitKind.EVERY)
    assert (first.unit, second.unit) == (Unit.DAY, Unit.WEEK)


def test_a_limit_far_into_a_sentence_keeps_its_words() -> None:
    before = (
        "The papers about the matter that was raised by the family in the course of the earlier meeting, "
    )
    (limit,) = read_time_limits(f"{before * 2}are looked at five years after they were made.")
    assert limit.text == "five years"


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("We take no claim made more than two years after the flood.", LimitKind.WITHIN, 2, Unit.YEAR),
        (
            "Claims over anything that fell more than two years earlier are not paid.",
            LimitKind.WITHIN,
            2,
            Unit.YEAR,
        ),
        ("The closing date is 3 weeks after the notice.", LimitKind.AFTER, 3, Unit.WEEK),
        ("The nets are hung up each spring and each autumn.", LimitKind.EVERY, 6, Unit.MONTH),
        ("The diver is seen by a doctor during their first month.", LimitKind.WITHIN, 1, Unit.MONTH),
        ("A lost dog is called for the same afternoon.", LimitKind.WITHIN, 0, Unit.DAY),
    ],
)
def test_limits_told_in_passing(text: str, kind: LimitKind, value: float, unit: Unit) -> None:
    assert [(one.kind, one.value, one.unit) for one in read_time_limits(text)] == [(kind, value, unit)]


@pytest.mark.parametrize(
    ("text", "hours"), [("within an hour and a half", 1.5), ("within an hour and a quarter", 1)]
)
def test_a_half_told_after_the_unit_counts(text: str, hours: float) -> None:
    assert [one.value for one in read_time_limits(f"The pilot must be aboard {text} of the call.")] == [hours]


@pytest.mark.parametrize(
    ("text", "kind", "comparator"),
    [
        ("The term of a lease must not be less than 12 weeks.", LimitKind.FOR, Comparator.AT_LEAST),
        ("The term of a lease must never fall below 12 weeks.", LimitKind.FOR, Comparator.AT_LEAST),
        ("A rehearsal shall not last for less than 12 weeks.", LimitKind.FOR, Comparator.AT_LEAST),
        ("A plot must not be let for less than 12 weeks.", LimitKind.FOR, Comparator.AT_LEAST),
        ("No lease may be shorter than 12 weeks.", LimitKind.FOR, Comparator.AT_LEAST),
        ("The interval between two inspections must not be less than 12 weeks.", LimitKind.EVERY, Comparator.AT_LEAST),
        ("The interval between tests shall never be shorter than 12 weeks.", LimitKind.EVERY, Comparator.AT_LEAST),
        ("The interval between inspections shall not exceed 12 weeks.", LimitKind.EVERY, Comparator.AT_MOST),
        ("The term of a lease must not be more than 12 weeks.", LimitKind.FOR, Comparator.AT_MOST),
        ("No fee is asked for a lease of less than 12 weeks.", LimitKind.FOR, Comparator.AT_MOST),
        ("A plot not dug for less than 12 weeks is let again.", LimitKind.FOR, Comparator.AT_MOST),
    ],
)  # fmt: skip
def test_what_must_not_be_less_lasts_as_long_at_least(
    text: str, kind: LimitKind, comparator: Comparator
) -> None:
    (limit,) = read_time_limits(text)
    assert (limit.kind, limit.value, limit.comparator) == (kind, 12, comparator)


@pytest.mark.parametrize(
    "text",
    [
        "A decision will take up to two months.",
        "Our decision on a berth takes no longer than two months.",
        "We will take up to two months to decide.",
        "A refund can take up to two months to reach you.",
        "You may wait up to two months for a reply.",
    ],
)
def test_how_long_what_is_awaited_may_take_is_a_deadline(text: str) -> None:
    (limit,) = read_time_limits(text)
    assert (limit.kind, limit.comparator, limit.value) == (LimitKind.WITHIN, Comparator.AT_MOST, 2)


@pytest.mark.parametrize(
    "text",
    [
        "The course takes up to two months.",
        "The berth can be kept for up to two months.",
        "You may take up to two months off.",
        "You may wait up to two hours in the lounge.",
    ],
)
def test_how_long_a_thing_lasts_is_no_deadline(text: str) -> None:
    (limit,) = read_time_limits(text)
    assert limit.kind is LimitKind.FOR


@pytest.mark.parametrize(
    "text",
    [
        "Log a letter on the day on which it is received.",
        "Log a letter on the day of receipt.",
        "Log a leak on the day it happens.",
        "Pass on a parcel on the working day it is handed in.",
    ],
)
def test_the_day_a_thing_comes_in_is_the_same_day(text: str) -> None:
    (limit,) = read_time_limits(text)
    assert (limit.kind, limit.value) == (LimitKind.WITHIN, 0)


@pytest.mark.parametrize(
    "text", ["Bring a pass on the day of your visit.", "Whoever is 17 on the day on which it is made pays half."]
)  # fmt: skip
def test_a_day_that_is_named_is_no_deadline(text: str) -> None:
    assert read_time_limits(text) == ()
