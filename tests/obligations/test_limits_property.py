"""A limit printed in any of several styles reads back as itself."""

from hypothesis import given
from hypothesis import strategies as st

from policycheck.domain.obligations import LimitKind, Unit
from policycheck.obligations.limits import read_time_limits
from policycheck.obligations.numbers import read_number

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


@given(st.integers(min_value=1, max_value=999))
def test_a_number_in_words_reads_back(number: int) -> None:
    assert read_number(in_words(number)) == number


@given(st.text(max_size=300))
def test_any_text_is_read_without_error(text: str) -> None:
    assert all(limit.text in text for limit in read_time_limits(text))
