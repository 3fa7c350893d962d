"""Ages told in weeks or months: "from four weeks old", "under six months of age", "before the age of eight weeks"."""

import re
from collections.abc import Iterator

from policycheck.domain.obligations import Comparator, Threshold, ThresholdKind
from policycheck.lexicon.data import load
from policycheck.obligations.figures.numbers import NUMBER, read_number
from policycheck.obligations.spans import Span

_I = re.IGNORECASE
_MORE, _FEWER = ("|".join(load("bounds")[way]) for way in ("more", "fewer"))
_LEAST = (
    rf"at\s(?:the\s)?(?:very\s)?least|(?:not|no)\s(?:{_FEWER})\sthan|(?:{_MORE})\sthan|over|above|from|reach(?:es|ed|ing)?|"
    r"attain(?:s|ed|ing)?|minimum(?:\sof)?|once\s(?:it|he|she|they)\s(?:is|are)"
)
_UNDER = rf"(?:{_FEWER})\sthan|under|below|before(?:\sreaching)?|until|not\s(?:yet\s)?(?:reached|attained)"
_MOST = rf"(?:not|no)\s(?:{_MORE})\sthan|at\s(?:the\s)?(?:very\s)?most|up\sto"
_INFANT = re.compile(
    rf"\b(?:(?:(?P<under>before\sreaching|not\s(?:yet\s)?(?:reached|attained))|(?P<least>(?<!more\s)(?:{_LEAST}))|(?P<most>{_MOST})|(?P<fewer>{_UNDER}))\s)?"
    rf"(?:(?P<aged>(?:(?:the|an)\s)?age\sof\s|aged\s(?:(?P<inner>under|(?:{_FEWER})\sthan|(?P<inner_least>over|at\sleast|(?:not|no)\s(?:{_FEWER})\sthan))\s)?))?"
    rf"(?P<number>{NUMBER})[\s-](?P<unit>week|month)s?(?P<old>[\s-](?:old|of\sage)\b)?(?P<tail>\s(?:or|and)\s(?:(?P<up>{_MORE})|(?:{_FEWER}))\b)?",
    _I,
)


def find_infant_ages(text: str) -> Iterator[Span[Threshold]]:
    """Yield the ages of a text that are counted in weeks or months, with their places."""
    lower = text.lower()
    if "week" not in lower and "month" not in lower:
        return
    for found in _INFANT.finditer(text):
        value = read_number(found["number"])
        if value is None or not (found["aged"] or found["old"]):
            continue
        under = found["under"] or found["fewer"] or (found["inner"] and not found["inner_least"])
        age = Threshold(
            kind=ThresholdKind.AGE,
            comparator=_comparator(found, under=bool(under)),
            value=value - 1 if under else value,
            unit=found["unit"].lower(),
            text=found[0].strip(),
        )
        yield Span(found.start(), found.end(), age)


def _comparator(found: re.Match[str], *, under: bool) -> Comparator:
    if under or found["most"] or (found["tail"] and not found["up"]):
        return Comparator.AT_MOST
    if found["least"] or found["up"] or found["inner_least"]:
        return Comparator.AT_LEAST
    return Comparator.EXACTLY
