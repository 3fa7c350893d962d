"""Things read in a text, with their places."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Span(Generic[T]):
    """What was read at text[start:end]."""

    start: int
    end: int
    value: T


def without_overlaps(spans: Iterable[Span[T]]) -> list[Span[T]]:
    """Return the spans in order of place; of two that overlap the earlier in the text stays, then the longer."""
    kept: list[Span[T]] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def overlaps(start: int, end: int, places: Iterable[tuple[int, int]]) -> bool:
    """Tell whether text[start:end] shares a character with any of the places."""
    return any(start < place_end and place_start < end for place_start, place_end in places)
