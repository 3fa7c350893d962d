"""Things read in a text, with their places."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

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


class Placed(Protocol):
    """Anything that was read at text[start:end]."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Places:
    """The parts of a text that are already read; each question costs only the length asked about."""

    def __init__(self, length: int, *groups: Iterable[Placed]) -> None:
        self._read = bytearray(length)
        for group in groups:
            for one in group:
                self.add(one.start, one.end)

    def add(self, start: int, end: int) -> None:
        self._read[start:end] = b"\x01" * (min(end, len(self._read)) - start)

    def overlap(self, start: int, end: int) -> bool:
        """Tell whether text[start:end] holds a character that is already read."""
        return 1 in self._read[start:end]
