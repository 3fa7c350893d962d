"""How a statement says that a thing is left out, done without what is asked first, or left free."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import zip_longest

from policycheck.lexicon.data import load
from policycheck.lexicon.families import families
from policycheck.lexicon.no_odds import without_or_not
from policycheck.lexicon.phrases import any_of, phrases_of
from policycheck.lexicon.words import content_words, stem, stop_words
from policycheck.matching import Statement

_I = re.IGNORECASE
_WORD = re.compile(r"[A-Za-z]+(?:[-'’][A-Za-z]+)*")
_PARTS = re.compile(
    r"[.;:!?\n|•()]+|,\s+(?:and|but|so|or|nor|then|which|who)\b|\s(?:but|and)\s(?=(?:no|not|never|nobody|nothing|does|do|is|are|\w+\s(?:is|are|do|does)(?:\snot|n[’']t))\b)|,\s(?=\w+\s)",
    _I,
)
# "No, you need not" denies once.
_NO_BEFORE = re.compile(
    r"(?:^|(?<=[.?!]\s))no\s?[,:;–—-]\s*(?=[^.?!]*(?:\b(?:not|never|nobody|no\sone|none|neither|nothing|cannot)\b|n[’']t\b))",
    _I,
)
# "Will it be shown? No." denies what is asked.
_ANSWERED_NO = re.compile(r"\?\s+(no|never)(?=\s*(?:[.,;:!–—-]|$))", _I)


@dataclass(frozen=True, slots=True)
class Denial:
    """What a part of a sentence leaves undone: `written` is the word that says so, `words` the families of the part."""

    written: str
    words: frozenset[str]
    turned: bool = False


@lru_cache(maxsize=8192)
def denials_of(statement: Statement) -> tuple[Denial, ...]:
    """Return what a statement leaves undone, part by part; two denials in one part make a yes."""
    return tuple(_denials(spoken(statement)))


_COLUMN = re.compile(r"(?:^|(?<=;\s))[^:;]{1,40}:\s")


def spoken(statement: Statement) -> str:
    """Return a statement's text; of a table row the cells without the names of their columns."""
    return _COLUMN.sub("", statement.text) if statement.is_row else statement.text


def _denials(text: str) -> Iterator[Denial]:
    for part in _PARTS.split(_ANSWERED_NO.sub(r" \1", _NO_BEFORE.sub("", without_or_not(text)))):
        cues = sorted(_cues(part))
        if len(cues) % 2:
            written = part[cues[0][0] : cues[0][1]]
            turned = bool(phrases_of("contrary", "turning").search(part, cues[0][1]))
            yield Denial(written, families(content_words(part)), turned)


def _cues(part: str) -> Iterator[tuple[int, int]]:
    """Yield where a part denies: not in a clause that tells the case, nor a bound ("no more than")."""
    for found in phrases_of("contrary", "denying").finditer(part):
        if not (_bounds(part[found.end() :]) or is_in_a_case(part[: found.start()])):
            yield found.span()
    words = list(_WORD.finditer(part))
    stems = [stem(word[0]) for word in words]
    for start, end in _omissions(stems):
        if not is_in_a_case(part[: words[start].start()]):
            yield words[start].start(), words[end - 1].end()
    for word, after in zip_longest(words, words[1:]):
        if (
            _is_undone(word[0].lower())
            and (after is None or after[0].lower() in stop_words())
            and not is_in_a_case(part[: word.start()])
        ):
            yield word.span()


def _bounds(after: str) -> bool:
    return any(word[0].lower() in _set("bounding") for word in list(_WORD.finditer(after))[:1])


def is_in_a_case(before: str) -> bool:
    """Tell whether what comes stands in a clause that says when, or who."""
    return bool(phrases_of("contrary", "casing").search(before))


def _omissions(stems: Sequence[str]) -> Iterator[tuple[int, int]]:
    for start, first in enumerate(stems):
        for phrase in _omitting().get(first, ()):
            if tuple(stems[start : start + len(phrase)]) == phrase:
                yield start, start + len(phrase)
                break


@cache
def _omitting() -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in load("contrary")["omitting"]:
        stems = tuple(map(stem, phrase.split()))
        table.setdefault(stems[0], []).append(stems)
    return table


@lru_cache(maxsize=4096)
def _is_undone(word: str) -> bool:
    """Tell whether a word is a participle that is denied: "unread"."""
    begins = any(word.startswith(begin) for begin in load("contrary")["undone_begins"])
    return (
        begins
        and word.endswith(("ed", "en", "wn", "ght", "ad", "id", "ld", "nt"))
        and not _undone_not().fullmatch(word)
    )


@cache
def _undone_not() -> re.Pattern[str]:
    return re.compile(any_of(load("contrary")["undone_not"]), _I)


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(load("contrary")[name])


@lru_cache(maxsize=32768)
def said_by(statement: Statement, name: str) -> str:
    """Return the first phrase of a list that a statement uses, "" for none."""
    text = spoken(statement)
    text = without_or_not(text) if name == "denying" else text
    found = phrases_of("contrary", name).search(_SOLE.sub(" ", text))
    return found[0] if found else ""


# "Their only copy", "a person's only or main home": which thing is meant; "it's only for members" shuts out.
_SOLE = re.compile(
    r"(?:(?<=\bmy\s)|(?<=\byour\s)|(?<=\bhis\s)|(?<=\bher\s)|(?<=\bits\s)|(?<=\bour\s)|(?<=\btheir\s)|(?<=\bwhose\s)|"
    r"(?<=s['’]\s)|(?<=(?<!it)(?<!at)(?<!re)(?<!he)(?<!ho)['’]s\s))only\s(?!(?:if|when|where|by|to|for|from|in|on|at|after|once|with|as)\b)|"
    r"\b(?:only\sor\s(?:main|principal|primary)|(?:main|principal|primary)\sor\sonly)\s",
    _I,
)


@lru_cache(maxsize=16384)
def after_each(statement: Statement, name: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return each phrase of a list that a statement uses with the families of the words that follow it there."""
    text = spoken(statement)
    return tuple(_with_the_rest(text, found) for found in phrases_of("contrary", name).finditer(text))


def _with_the_rest(text: str, found: re.Match[str]) -> tuple[str, frozenset[str]]:
    rest = _END.split(text[found.end() :], maxsplit=1)[0]
    return f"{found[0]}{rest}".strip(), families(content_words(rest))


_END = re.compile(r"[.;:!?\n|•(),]")
