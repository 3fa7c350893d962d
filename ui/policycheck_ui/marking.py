"""Where the parts of an obligation (who, must, by when) stand in the clauses on screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from policycheck.domain.obligations import Obligation
from policycheck.domain.readings import PartKind, parts_of, signal_places

Span = tuple[int, int]


class Mark(StrEnum):
    """What a marked part tells; each has a colour and a line of its own."""

    WHO = "who"
    MUST = "must"
    WHEN = "by when"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Some words of a clause (offsets into its text) and what they tell."""

    clause: str
    start: int
    end: int
    mark: Mark


_MARK_OF = {PartKind.HOLDER: Mark.WHO, PartKind.TIME_LIMIT: Mark.WHEN}


def marks_of(duty: Obligation, clauses: Sequence[tuple[str, str]]) -> list[Marked]:
    """Return the marks of an obligation in some clauses, given as (id, text): its own first, then its list's."""
    places = [(span, Mark.MUST) for span in signal_places(duty)]
    for part in parts_of(duty):
        if part.kind in _MARK_OF:
            places += [(span, _MARK_OF[part.kind]) for span in part.places]
    found = []
    for span, mark in sorted(places):
        for clause, text in clauses:
            here = _carried(duty.text, span, text)
            if here is not None:
                found.append(Marked(clause=clause, start=here[0], end=here[1], mark=mark))
                break
    return found


def _carried(told: str, span: Span, shown: str) -> Span | None:
    """Carry a span of the obligation's text over to the text shown: by position where one holds the other."""
    start, end = span
    if start == end:
        return None
    offset = told.find(shown)
    if offset >= 0:
        return (start - offset, end - offset) if offset <= start and end <= offset + len(shown) else None
    offset = shown.find(told)
    if offset >= 0:
        return start + offset, end + offset
    at = shown.find(told[start:end])
    return (at, at + end - start) if at >= 0 else None
