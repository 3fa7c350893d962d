"""Sentences of a clause, and their words with places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from policycheck.lexicon.verbs import bases

_STOP = re.compile(r"[.!?](?:[\"”’')\]])?(?=\s+(?:\*\s+)?[\"“‘'(\[]?[A-Z0-9•])|\n")
_AFTER_GLUED = frozenset(
    ["be", "not", "have", "also", "only", "never", "always", "of", "in", "at", "by", "within"]
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|Mr|Mrs|Ms|Dr|Prof|St|No|Nos|para|paras|reg|regs|art|arts|sch|vol|cf|"
    r"viz|approx|Ltd|Co|Inc|v|ss?|r|rr|pp?|ch|ed|nos?|ref|tel|ext|dept|min|max)|\b[A-Z])\.$",
)
_ANSWER = re.compile(
    r"\s*no\.$", re.IGNORECASE
)  # "May I bring a dog? No. Keep it outside.", not "No. 5 is shut"
_TOKEN = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z\d]+)*|\d[\d,.:]*\d|\d|[^\sA-Za-z\d]")
# "The council mustkeep": files made for print lose spaces, and the word that binds is worth finding again.
_GLUED = re.compile(r"\b(?:must|shall|should)(?=[a-z]{2})", re.IGNORECASE)
# "The DO visits": initials after an article keep their capitals, so that they are taken for no other word.
_INITIALS = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Ee]ach|[Ee]very|[Oo]ur|[Yy]our)\s"
    r"(?P<name>DO|IT|AM|IS|SO|US|AS|AT|BE|HE|IN|ME|ON|OR|TO)s?(?=\s[a-z])"
)
_LOOK_BACK = 12
_LONGEST = 5000
_REMEMBERED = 256  # sentences: a sentence is read in several steps, and then no more
BULLET = "•"


# A tuple and no dataclass: every word of every document becomes one, and tuples are made several times faster.
class Token(NamedTuple):
    """A word, figure or mark at text[start:end]; `low` is the word in lower case."""

    low: str
    start: int
    end: int


@lru_cache(maxsize=_REMEMBERED)
def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the words, figures and marks of a text."""
    low = text.lower().replace("’", "'")
    if len(low) != len(text):  # a few letters grow in lower case, and places would shift
        low = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
        low = low.replace("’", "'")
    for found in _INITIALS.finditer(text):
        start, end = found.span("name")
        low = low[:start] + text[start:end] + low[end:]
    spans = [found.span() for found in _TOKEN.finditer(text)]
    if _GLUED.search(low):
        spans = [piece for span in spans for piece in _unglued(low, *span)]
    make = tuple.__new__  # what Token(...) does, without a call in Python for every word
    return tuple([make(Token, (low[start:end], start, end)) for start, end in spans])


def _unglued(low: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut "mustkeep" in two; "mustard" stays whole."""
    found = _GLUED.match(low, start, end)
    if found and (low[found.end() : end] in bases() or low[found.end() : end] in _AFTER_GLUED):
        yield start, found.end()
        start = found.end()
    yield start, end


def split_sentences(text: str) -> list[str]:
    """Return the sentences of a text, each a trimmed piece of it, in order."""
    pieces = (part.strip() for piece in _pieces(text) for part in _at_most(piece, _LONGEST))
    return [piece for piece in pieces if piece]


def _at_most(piece: str, length: int) -> Iterator[str]:
    """Cut what nobody would call a sentence at a space, so that reading it stays cheap."""
    while len(piece) > length:
        cut = piece.rfind(" ", 0, length) + 1 or length
        yield piece[:cut]
        piece = piece[cut:]
    yield piece


def _pieces(text: str) -> Iterator[str]:
    start = 0
    for found in _STOP.finditer(text):
        end = found.end()
        shortened = found[0][0] == "." and _ABBREVIATION.search(text[max(start, end - _LOOK_BACK) : end])
        if shortened and not (_ANSWER.match(text, start, end) and not text[end:].lstrip()[:1].isdigit()):
            continue
        if found[0] == "\n" and not _ends_line(text[start:end]):
            continue
        yield text[start:end]
        start = end
    yield text[start:]


def _ends_line(piece: str) -> bool:
    """Tell whether a line break ends a sentence: after a mark it does, inside a wrapped line it does not."""
    return piece.rstrip().endswith((".", ";", ":", "—", "?", "!"))


@dataclass(frozen=True, slots=True)
class Bulleted:
    """A paragraph as lead words, the bullets below it, and the words that follow them."""

    lead: str
    bullets: tuple[str, ...]


def split_bullets(text: str) -> list[Bulleted]:
    """Cut a clause's text at its "• " lines: each group of bullets goes with the words above it."""
    groups: list[Bulleted] = []
    lead: list[str] = []
    bullets: list[str] = []
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped.startswith(BULLET):
            bullets.append(stripped.removeprefix(BULLET).strip())
        elif stripped:
            if bullets:
                groups.append(Bulleted("\n".join(lead), tuple(bullets)))
                lead, bullets = [], []
            lead.append(stripped)
    if lead or bullets:
        groups.append(Bulleted("\n".join(lead), tuple(bullets)))
    return groups
