"""Tables of patterns, each with what reads a match of it, tried on a text only where one of its cues stands there."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from policycheck.obligations.cues import words_in
from policycheck.obligations.spans import Span

T = TypeVar("T")

Reader = tuple[re.Pattern[str], Callable[[re.Match[str]], T | None], frozenset[str]]
"""A pattern, what reads a match (None: it means something else), and words of which every match holds one."""


def read_by(readers: Iterable[Reader[T]], text: str) -> Iterator[Span[T]]:
    """Yield what each reader makes of a text, with the places, in the order of the readers."""
    words = words_in(text)
    for pattern, read, cues in readers:
        if words.isdisjoint(cues):
            continue
        for found in pattern.finditer(text):
            value = read(found)
            if value is not None:
                yield Span(found.start(), found.end(), value)
