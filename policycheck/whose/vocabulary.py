"""The words of `whose.toml`, ready to be looked for in a text."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from policycheck.lexicon.data import load

_I = re.IGNORECASE
_GAP = r"(?:[\w’'-]+\s+){0,2}"
_ARTICLE = re.compile(r"^(?:the|an?|each|every|any)\s+", _I)


@cache
def table(name: str) -> Any:
    """Return one entry of the vocabulary file, a list or a table."""
    return load("whose")[name]


@cache
def any_of(*phrases: str) -> re.Pattern[str]:
    """Return a pattern that finds any of some phrases as whole words."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(_spaced, longest_first))})(?![\w-])", _I)


def _spaced(phrase: str) -> str:
    return r"\s+".join(map(re.escape, phrase.split()))


@cache
def _said(*phrases: str) -> re.Pattern[str]:
    words = "|".join(
        r"\s+".join(map(_word, phrase.split())).replace(_GAP + r"\s+", _GAP) for phrase in phrases
    )
    return re.compile(rf"\b(?:{words})(?![\w-])", _I)


def _word(word: str) -> str:
    if word == "~":
        return _GAP
    return re.escape(word[:-1]) + r"\w*" if word.endswith("*") else re.escape(word)


def speaks_of(text: str, phrases: Iterable[str]) -> bool:
    """Tell whether a text says one of the phrases: "dispos* ~ premises" is in "to dispose of the premises"."""
    return _said(*phrases).search(text) is not None


def is_called(text: str, names: Iterable[str]) -> bool:
    """Tell whether a phrase begins with one of the names, one or several of them: "the review partners"."""
    found = _ARTICLE.sub("", text)
    forms = [form for name in names for form in (name, f"{name}s", f"{name.removesuffix('y')}ies")]
    return any_of(*forms).match(text) is not None or any_of(*forms).match(found) is not None
