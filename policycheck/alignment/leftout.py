"""Phrases of a duty that a policy which repeats the rest of it leaves out.

"Yearly, with the fire service taking part" beside "every year": the policy has no words of its own that could stand
for the phrase. One that has more of them than the phrase may well say it in those.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from policycheck.alignment.answers import Answer
from policycheck.domain.obligations import Obligation
from policycheck.lexicon.data import load
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement

_MARKS = r"\n•|[;:•—,]|(?<=[a-z)])\.\s"


def left_out(source: Statement, answers: Sequence[Answer]) -> list[str]:
    """Return the phrases after the duty's first of which no answer has a word that is theirs alone, where the answers
    have fewer words of their own than those phrases."""
    assert source.reading is not None  # noqa: S101 - obligations have readings
    reading = source.reading
    if source.is_row:
        return []
    present = frozenset(w for a in answers for w in (*a.statement.words, *content_words(a.statement.text)))
    acting = frozenset(w for a in answers for w in content_words(a.said.duty_holder))
    acting |= frozenset(content_words(reading.duty_holder))
    own = frozenset(w for a in answers for w in a.statement.words) - source.words - acting
    beside = acting | _told_elsewhere(source)
    phrases = [(written, frozenset(content_words(written)) - beside) for written in _phrases(reading)]
    if not any(len(words & present) * 2 >= len(words) > 0 for _, words in phrases):
        return []
    alone = Counter(word for _, words in phrases for word in words)
    # "The date it was given" names no "date of expiry": the word that the phrases share is of them all.
    phrases = [(written, frozenset(w for w in words if alone[w] == 1) or words) for written, words in phrases]
    gone = [(written, words) for written, words in phrases[1:] if words and not words & present]
    gone = [(written, words) for written, words in gone if not _is_free(source, written)]
    return [written for written, _ in gone] if sum(len(words) for _, words in gone) > len(own) else []


def _is_free(source: Statement, phrase: str) -> bool:
    """Tell whether a phrase may be left out, or is compared as a figure."""
    return bool(_pattern("leaving_free").match(phrase)) or any(f.text in phrase for f in source.figures)


def _told_elsewhere(source: Statement) -> frozenset[str]:
    """Return the words of figures, cases and exceptions: those are compared by themselves."""
    assert source.reading is not None  # noqa: S101 - see left_out
    reading = source.reading
    told = [*reading.exceptions, *reading.conditions, *(figure.text for figure in source.figures)]
    told += [f"{limit.text} {limit.trigger}" for limit in reading.time_limits]
    told += [threshold.text for threshold in reading.thresholds]
    return frozenset(content_words(" ".join(told)))


def _phrases(reading: Obligation) -> list[str]:
    """Cut what follows "must" into phrases, each with the word that opens it."""
    text = reading.text
    if reading.signal_start >= 0:
        text = text[reading.signal_start + len(reading.signal) :]
    starts = [0, *(found.start() for found in _pattern("opening_a_phrase").finditer(text)), len(text)]
    pieces = [text[a:b].strip(" ,;:.—•\n") for a, b in pairwise(starts)]
    return [piece for piece in pieces if piece]


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(load("wordings")[name], key=len, reverse=True))
    marks = f"{_MARKS}|" if name == "opening_a_phrase" else ""
    return re.compile(rf"{marks}(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)
