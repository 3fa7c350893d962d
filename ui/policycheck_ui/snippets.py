"""The part of a clause worth showing for a search, and the words in it that the search asked for."""

import re
import tomllib
from importlib.resources import files

from policycheck_ui.difference import Span

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SHORTEST = 4  # letters that must be left of a word without its ending
_LONGER = 2  # letters by which one may then go beyond the other: visit, visitor
_VOCABULARY = tomllib.loads((files("policycheck_ui") / "telling_words.toml").read_text(encoding="utf-8"))
_LITTLE = frozenset(_VOCABULARY["little"])  # words nobody searches for
_ENDINGS: tuple[str, ...] = tuple(_VOCABULARY["endings"])
_BEFORE = 60  # characters shown before the first word found
ELLIPSIS = "…"


def found_words(text: str, query: str) -> list[Span]:
    """Return the spans of the words of a text that a query asks for, in this form or a near one."""
    wanted = [word for word in _words(query) if word not in _LITTLE]
    return [m.span() for m in _WORD.finditer(text) if any(_alike(m.group().casefold(), w) for w in wanted)]


def snippet(text: str, spans: list[Span], *, length: int) -> tuple[str, list[Span]]:
    """Return at most so many characters of a text from near its first span on, and the spans in them."""
    flat = text.replace("\n", " ")
    start = _start(flat, spans[0][0] if spans and len(flat) > length else 0)
    cut = flat[start : start + length]
    shift = start - (len(ELLIPSIS) if start else 0)
    moved = [(a - shift, b - shift) for a, b in spans if a >= start and b <= start + len(cut)]
    head = ELLIPSIS if start else ""
    tail = ELLIPSIS if start + length < len(flat) else ""
    return f"{head}{cut}{tail}", moved


def _start(text: str, first: int) -> int:
    """Return where a word begins, a little before the first one found."""
    if first <= _BEFORE:
        return 0
    space = text.find(" ", first - _BEFORE)
    return space + 1 if 0 <= space < first else first


def _words(text: str) -> list[str]:
    return [match.group().casefold() for match in _WORD.finditer(text)]


def _alike(a: str, b: str) -> bool:
    short, long = sorted((_stem(a), _stem(b)), key=len)
    if short == long:
        return True
    return len(short) >= _SHORTEST and long.startswith(short) and len(long) - len(short) <= _LONGER


def _stem(word: str) -> str:
    """Return a word without its ending, where enough of it is left."""
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= _SHORTEST), "")
    return word.removesuffix(ending)
