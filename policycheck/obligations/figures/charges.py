"""What is free and what is unpaid, as sums of nothing: "free of charge", "at no cost", "without pay"."""

import re
from collections.abc import Iterator

from policycheck.lexicon.data import load
from policycheck.obligations.cues import telling_words, words_in
from policycheck.obligations.spans import Span

_I = re.IGNORECASE
_WORDS: dict[str, list[str]] = load("charges")["charges"]


def _phrases(key: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_WORDS[key])})\b", _I)


_FREE, _UNPAID, _PAID = (_phrases(key) for key in ("free", "unpaid", "paid"))
_CUES = telling_words(_WORDS["cues"])


def find_free(text: str) -> Iterator[Span[float]]:
    """Yield what costs nothing, as a sum of nought, with its place."""
    if not _CUES.isdisjoint(words_in(text)):
        for found in _FREE.finditer(text):
            yield Span(found.start(), found.end(), 0.0)


def find_pay(text: str) -> Iterator[Span[float]]:
    """Yield time off without pay as none of the pay and paid time off as all of it, with their places."""
    if not _CUES.isdisjoint(words_in(text)):
        for pattern, share in ((_UNPAID, 0.0), (_PAID, 100.0)):
            for found in pattern.finditer(text):
                yield Span(found.start(), found.end(), share)
