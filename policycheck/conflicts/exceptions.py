"""What a text takes out of its own rule, whom it lets off it, and what it goes on to allow."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from policycheck.lexicon.data import load
from policycheck.lexicon.words import content_words

_I = re.IGNORECASE


class Way(StrEnum):
    """How a text lets a case go."""

    TAKEN_OUT = "taken_out"  # "unless the office is shut"
    LET_OFF = "let_off"  # "volunteers are excused"
    LEFT_FREE = "left_free"  # "but regulars may"


@dataclass(frozen=True, slots=True)
class Exempt:
    """A case that a text lets go: as written, its content words, and those of the rest of the text."""

    way: Way
    text: str
    words: frozenset[str]
    rest: frozenset[str]


@lru_cache(maxsize=8192)
def exempts(text: str) -> tuple[Exempt, ...]:
    """Return the cases that a text lets go, those it takes out by name first."""
    found = [
        Exempt(
            way,
            text[start:end].strip(" ,;:—–-."),
            frozenset(content_words(text[case:end])),
            frozenset(content_words(f"{text[:start]} {text[end:]}")),
        )
        for way, start, case, end in (*_taken_out(text), *_let_go(text))
    ]
    return tuple(one for one in found if one.words)


_Place = tuple[Way, int, int, int]


def _taken_out(text: str) -> Iterator[_Place]:
    for cue in _excepting().finditer(text):
        before = text[: cue.start()].split()[-1:]
        if cue[0].lower() == "apart from" and before and before[0].lower() in load("exceptions")["keeping_apart"]:
            continue
        yield Way.TAKEN_OUT, cue.start(), cue.end(), _end(text, cue.end())


def _let_go(text: str) -> Iterator[_Place]:
    """Yield the parts of a text, between its turns, that let somebody off or leave an act free.

    What is left free counts after a turn alone: a permission by itself is no exception.
    """
    starts = [0, *(turn.end() for turn in _turning().finditer(text))]
    for start, after in zip(starts, [*starts[1:], len(text)], strict=True):
        part = text[start:after]
        if _said(part, "letting_off"):
            yield Way.LET_OFF, start, start, after
        elif start and _said(part, "leaving_free"):
            yield Way.LEFT_FREE, start, start, after


def _said(part: str, kind: str) -> bool:
    return any(not _denied(part[: cue.start()]) for cue in _phrases(kind).finditer(part))


_BACK = 4  # words before a cue in which a denial still turns it round


def _denied(before: str) -> bool:
    return not _denials().isdisjoint(re.findall(r"[\w’']+", before.lower().replace("’", "'"))[-_BACK:])


_STOP = re.compile(r"[.;](?=\s|$)|\s[—–]\s")


def _end(text: str, position: int) -> int:
    stop = _STOP.search(text, position)
    return stop.start() if stop else len(text)


@cache
def _denials() -> frozenset[str]:
    return frozenset(load("exceptions")["denying"])


@cache
def _phrases(kind: str) -> re.Pattern[str]:
    phrases = sorted(load("exceptions")[kind], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(_written(phrase) for phrase in phrases)})\b", _I)


def _written(phrase: str) -> str:
    return re.escape(phrase).replace(r"\ ", r"\s+").replace("'", "[’']")


@cache
def _excepting() -> re.Pattern[str]:
    """ "Save" takes something out before a case and after a comma; before anything else it is a verb."""
    of_case = "|".join(load("exceptions")["of_case"])
    named = "|".join(_written(one) for one in sorted(load("exceptions")["excepting"], key=len, reverse=True))
    return re.compile(
        rf"(?<!no )(?<!none )\b(?:{named})\b|\b(?:save|saving)\s+(?:that\b|(?=(?:{of_case}|if)\b))|,\s*(?:save|bar)\b(?!\s+and\b)|"
        rf"(?:\b(?:but|though|although|however|yet|and)|[,;—–])\s+(?:never|not)\s+(?=(?:{of_case})\b)",
        _I,
    )


@cache
def _turning() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('exceptions')['turning'])})\b|[.;:!?](?=\s)|\s[—–]\s", _I)
