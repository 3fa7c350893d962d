"""How a policy that otherwise says what a duty says departs from it: by a phrase cut out, or by a case put in.

A policy in its own words departs from the source everywhere and means nothing by it. One that repeats the source and
says "incidents on the night shift" where that says "incidents" does: what was put in bounds the cases that it reaches.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from policycheck.alignment.answers import Answer
from policycheck.domain.obligations import Obligation
from policycheck.lexicon.data import load
from policycheck.lexicon.verbs import bases
from policycheck.lexicon.words import canonical, content_words, stop_words
from policycheck.matching import Statement

FEATURES = ("phrase_cut",)

_TOKEN = re.compile(r"[A-Za-z]+(?:[-'’][A-Za-z]+)*|\d[\d,.]*|[^\sA-Za-z\d]")
_ENDS = re.compile(r"[.;:•,—()]")
# So many words in a row that are gone are a phrase for certain.
_PHRASE = 4


def edit_features(source: Statement, answers: Sequence[Answer]) -> dict[str, float]:
    """Return the features by name, from the source and the answers to it, likeliest first (at least one)."""
    cut = min(_PHRASE, longest_cut(source, answers)) / _PHRASE
    return {"phrase_cut": share_copied(source, answers[0]) * cut}


def share_copied(source: Statement, answer: Answer) -> float:
    """Return the share of an answer's words, but for who acts, that the source has."""
    own = answer.statement.words - frozenset(content_words(answer.said.duty_holder))
    return len(own & source.words) / len(own) if own else 0.0


def longest_cut(source: Statement, answers: Sequence[Answer]) -> int:
    """Return how many words of a source in a row no answer has, but for the words of who acts and when, and for what
    stands before "must": to act in more cases, or through another, leaves nothing out."""
    assert source.reading is not None  # noqa: S101 - obligations have readings
    said = frozenset().union(*(a.statement.words for a in answers))
    gone = source.words - _beside_the_act(source.reading) - said
    longest = run = 0
    for word in content_words(source.reading.text[max(0, source.reading.signal_start) :]):
        run = run + 1 if word in gone else 0
        longest = max(longest, run)
    return longest


def _beside_the_act(reading: Obligation) -> frozenset[str]:
    beside = " ".join((reading.duty_holder, *reading.conditions, *reading.exceptions))
    return frozenset(content_words(beside)) - frozenset(content_words(reading.act))


def cases_put_in(source: Statement, answer: Answer) -> list[str]:
    """Return the words that an answer binds to a word of the source, and that the source does not have.

    Of "incidents on the night shift" it is "night"; who acts and the verb of the act do not count.
    """
    own = frozenset(content_words(answer.said.duty_holder)) | answer.statement.verbs
    # A word that the source has in a phrase of another name, "without delay", is none put in.
    known = source.words | {word for _, word in _tokens(source.text)}
    found: list[str] = []
    after_known = bound = False
    before = ""
    for token, word in _tokens(answer.statement.text):
        # "A sign to say that it is wet" says what a sign is for, and narrows nothing.
        does = before == "to" and token in bases()
        before = token
        if not word:
            bound = (after_known and token in _words("binding")) or (bound and token in _words("determiners"))
            after_known = after_known and not _ENDS.match(token)
            continue
        if word in known:
            after_known = True
        elif bound and word not in own and not does:
            found.append(token)
        bound = False
    return found


@lru_cache(maxsize=8192)
def _tokens(text: str) -> tuple[tuple[str, str], ...]:
    """Return the words and marks of a text in order, each with what it means ("" for one that means nothing)."""
    found = []
    for token in _TOKEN.findall(text.lower()):
        means = token[0].isalpha() and token not in stop_words()
        found.append((token, canonical(token) if means else ""))
    return tuple(found)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("wordings")[name])
