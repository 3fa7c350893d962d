"""A limit printed in any of several styles reads back as itself."""

from hypothesis import given
from hypothesis import strategies as st

from policycheck.domain.limit_words import limit_words
from policycheck.domain.obligations import Comparator, LimitKind, ThresholdKind, TimeLimit, Unit
from policycheck.obligations.figures.numbers import read_number
from policycheck.obligations.limits import read_time_limits
from policycheck.obligations.thresholds import read_thresholds

_ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(number: int) -> str:
    if number < 20:
        return _ONES[number - 1]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_ONES[ones - 1]}" if ones else "")
    hundreds, rest = divmod(number, 100)
    return f"{_ONES[hundreds - 1]} hundred" + (f" and {in_words(rest)}" if rest else "")


numbers = st.integers(min_value=1, max_value=365)
units = st.sampled_from(
    [Unit.MINUTE, Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.TERM, Unit.SCHOOL_DAY]
)
figures = st.sampled_from(["{n}", "{w}", "{w} ({n})", "{n} ({w})"])
leads = st.sampled_from(
    ["within {}", "not later than {}", "The manager must, within {}, write.", "no more than {} after the visit",
     "within a period of {}", "before the end of the period of {} beginning with the day of the request"]
)  # fmt: skip
cycles = st.sampled_from(
    ["every {}", "at least every {}", "once in every {}", "at intervals of not more than {}", "once every {}"]
)


def _printed(number: int, unit: Unit, style: str, *, working: bool) -> str:
    figure = style.format(n=number, w=in_words(number))
    return f"{figure} {'working ' if working else ''}{unit.value}{'s' if number != 1 else ''}"


@given(numbers, units, figures, leads, st.booleans())
def test_a_deadline_reads_back(number: int, unit: Unit, style: str, lead: str, working: bool) -> None:
    working = working and unit is Unit.DAY
    (limit,) = read_time_limits(lead.format(_printed(number, unit, style, working=working)))
    assert (limit.kind, limit.value, limit.unit, limit.working) == (LimitKind.WITHIN, number, unit, working)


@given(numbers, units, figures, cycles)
def test_a_frequency_reads_back(number: int, unit: Unit, style: str, cycle: str) -> None:
    (limit,) = read_time_limits(cycle.format(_printed(number, unit, style, working=False)))
    assert (limit.kind, limit.value, limit.unit) == (LimitKind.EVERY, number, unit)


@given(numbers, units, figures, st.sampled_from(["before", "after"]), st.booleans())
def test_a_distance_reads_back(number: int, unit: Unit, style: str, side: str, working: bool) -> None:
    working = working and unit is Unit.DAY
    printed = _printed(number, unit, style, working=working)
    (limit,) = read_time_limits(f"The manager must write at least {printed} {side} the visit.")
    assert (limit.kind.value, limit.value, limit.unit, limit.working) == (side, number, unit, working)
    assert limit.comparator is Comparator.AT_LEAST


_KINDS = [LimitKind.WITHIN, LimitKind.EVERY, LimitKind.FOR, LimitKind.BEFORE, LimitKind.AFTER]


@given(st.sampled_from(_KINDS), numbers, units, st.booleans())
def test_a_limit_in_the_words_we_print_reads_back(
    kind: LimitKind, number: int, unit: Unit, working: bool
) -> None:
    usual = Comparator.AT_MOST if kind in (LimitKind.WITHIN, LimitKind.EVERY) else Comparator.AT_LEAST
    limit = TimeLimit(
        kind=kind, value=number, unit=unit, text="", comparator=usual, working=working and unit is Unit.DAY
    )
    printed = f"The manager must check it {limit_words(limit)}"
    printed += " the visit." if kind in (LimitKind.BEFORE, LimitKind.AFTER) else "."
    (read,) = read_time_limits(printed)
    assert (read.kind, read.value, read.unit, read.working, read.comparator) == (
        kind, number, unit, limit.working, usual,
    )  # fmt: skip


@given(st.integers(min_value=2, max_value=99), st.sampled_from([
    ("a child aged {} or over must sign", "at least", 0), ("a child under {} must not sign", "at most", -1),
    ("support must be given until their {}th birthday", "at most", 0),
    ("a plan must be made by the time the child turns {}", "at most", 0),
]))  # fmt: skip
def test_an_age_reads_back(age: int, style: tuple[str, str, int]) -> None:
    pattern, comparator, shift = style
    (read,) = [one for one in read_thresholds(pattern.format(age)) if one.kind is ThresholdKind.AGE]
    assert (read.value, read.comparator.value) == (age + shift, comparator)


@given(
    st.integers(min_value=1, max_value=2_000_000), st.sampled_from(["more than £{:,}", "up to £{:,}", "£{}"])
)
def test_a_sum_reads_back(pounds: int, style: str) -> None:
    (read,) = read_thresholds(f"The clerk must not pay {style.format(pounds)} in cash.")
    assert (read.kind, read.value, read.unit) == (ThresholdKind.MONEY, pounds, "£")


@given(st.integers(min_value=1, max_value=100), st.sampled_from(["years", "months"]), figures)
def test_a_retention_period_reads_back(number: int, unit: str, style: str) -> None:
    figure = style.format(n=number, w=in_words(number))
    (read,) = read_thresholds(f"The file must be kept for {figure} {unit} after it is closed.")
    assert (read.kind, read.value, read.unit) == (ThresholdKind.RETENTION, number, unit[:-1])


@given(st.integers(min_value=1, max_value=999))
def test_a_number_in_words_reads_back(number: int) -> None:
    assert read_number(in_words(number)) == number


@given(st.text(max_size=300))
def test_any_text_is_read_without_error(text: str) -> None:
    assert all(limit.text in text for limit in read_time_limits(text))
