"""Numbers in figures and in words: "10", "1,000", "twenty-one", "ten (10)", and places: "15th", "third"."""

import re
from collections.abc import Iterator

from policycheck.obligations.cues import FIGURES, words_in

_UNITS = dict(
    zip(
        [
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
        ],
        range(1, 20),
        strict=True,
    )
)
_TENS = dict(
    zip(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        range(20, 100, 10),
        strict=True,
    )
)
_SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SCALE_WORDS = "hundred|thousand|million|billion"
_DOZEN = 12
_BELOW_TEN = "|".join(list(_UNITS)[:9])
_SMALL = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[-\s](?:{_BELOW_TEN}))?|{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
)
_FIGURE = r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?|\d{1,12}(?:\.\d{1,4})?"
_HUNDREDS = rf"(?:(?:a(?:\scouple\sof)?|{_SMALL})\s)?hundred(?:\s(?:and\s)?{_SMALL})?"
_DOZENS = r"(?:half[\s-]an?|a\scouple\sof|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)[\s-]dozen"
_THOUSANDS = rf"(?:{_HUNDREDS}|{_SMALL}|a(?:\scouple\sof)?)\s(?:thousand|million|billion)"
_SPELT = rf"\b(?:{_DOZENS}|{_THOUSANDS}|{_HUNDREDS}|{_SMALL})\b"

_HALF = r"\sand\sa\shalf\b"
NUMBER = (
    rf"(?:(?:\b(?:{_FIGURE}))(?:\s(?:million|billion|thousand)\b)?|{_SPELT})(?:{_HALF})?"
    rf"(?:\s?\((?:{_FIGURE}|{_SPELT})\))?"
)
"""Pattern of a number, "three and a half" too; a second one in brackets ("ten (10)") repeats the first."""

_PLACES = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "hundredth": 100,
} | {ten.removesuffix("y") + "ieth": value for ten, value in _TENS.items()}  # fmt: skip
PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "eighth": 8,
    "tenth": 10,
    "twentieth": 20,
}
"""Into how many parts a whole is cut for a "third" or a "tenth" of it."""
_TENTHS = "|".join(place for place, value in _PLACES.items() if value % 10 == 0 and 10 < value < 100)
_BELOW_TENTH = "|".join(list(_PLACES)[:9])

ORDINAL = (
    rf"(?:\b\d{{1,3}}(?:st|nd|rd|th)\b|\b(?:{'|'.join(_TENS)})[-\s](?:{_BELOW_TENTH})\b|\b(?:{_TENTHS})\b|"
    rf"\b(?:one\s)?hundredth\b|\b(?:{'|'.join(list(_PLACES)[:19])})\b)"
)
"""Pattern of a place in a row: "15th", "fifteenth", "twenty-first"."""

_NUMBER = re.compile(NUMBER, re.IGNORECASE)
_AND_A_HALF = re.compile(_HALF)
_PLAIN_FIGURE = re.compile(rf"({_FIGURE})(?:\s(thousand|million|billion))?", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")
_CUES = FIGURES | frozenset(_UNITS) | frozenset(_TENS) | frozenset([*_SCALE_WORDS.split("|"), "dozen"])


_CUE = re.compile(
    rf"\d+|\b(?:{'|'.join([*_UNITS, *_TENS, *_SCALE_WORDS.split('|'), 'dozen'])})\b", re.IGNORECASE
)


def number_places(text: str) -> Iterator[tuple[int, int]]:
    """Yield where figures and number words stand: every number holds at least one of these places."""
    for found in _CUE.finditer(text):
        yield found.span()


def has_number(text: str) -> bool:
    """Tell quickly whether a text holds any number at all."""
    return not _CUES.isdisjoint(words_in(text))


def read_number(text: str) -> float | None:
    """Return the value of a number as printed, None where the text does not begin with one."""
    text = text.strip().lower()
    if text in ("a", "an", "the", "each", "per", "every"):
        return 1.0
    found = _NUMBER.match(text)
    if found is None:
        return None
    whole, *half = _AND_A_HALF.split(found[0])
    figure = _PLAIN_FIGURE.match(whole)
    if figure:
        value = float(figure[1].replace(",", "")) * _SCALES.get(figure[2] or "", 1)
    else:
        value = _spelt(_WORD.findall(whole.split("(")[0]))
    return value + (0.5 if half else 0)


# "One person and then, separately, another", "one label to a wrist and one to an ankle", "between one and the next".
_MORE_COMES = re.compile(
    r"one\b[^.;:]{0,80}?\b(?:and|then|or|by|to|from|between|than)\s(?:[\w,]+\s){0,3}?(?:another|one|the\s(?:next|other|second))\b",
    re.I,
)


def counts_on(text: str, start: int) -> bool:
    """Tell whether a "one" that starts there is the first of several: what is meant is not one in all."""
    return _MORE_COMES.match(text, start) is not None


def read_ordinal(text: str) -> float:
    """Return the place of an ordinal as printed: 21 for "21st" and for "twenty-first"; 0 for anything else."""
    text = text.strip().lower()
    figure = re.match(r"\d{1,3}", text)
    if figure:
        return float(figure[0])
    return float(sum(_TENS.get(word, 0) + _PLACES.get(word, 0) for word in _WORD.findall(text)))


def _spelt(words: list[str]) -> float:
    total = current = 0
    for word in words:
        if word == "couple":
            current += 2
        elif word in _SCALES:
            total += max(current, 1) * _SCALES[word]
            current = 0
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word == "dozen":
            current = max(current, 1) * (_DOZEN // 2 if "half" in words else _DOZEN)
        else:
            current += _UNITS.get(word, 0) + _TENS.get(word, 0)
    return float(total + current)
