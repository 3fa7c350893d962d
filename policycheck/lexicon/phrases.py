"""Lists of phrases made into patterns: the longest first, any white space between words, either apostrophe."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from policycheck.lexicon.data import load

# Up to three words, each with the white space after it.
_SOME_WORDS = r"(?:[\w’'-]+\s){0,3}?"
_REST_OF_WORD = r"[\w.,]*"
# "Non-independent" is not "independent", nor "can't" "can"; "'s line manager" ends the word before it.
_BEGINS = r"(?:(?<![\w’'-])|(?=['’]))"
_ENDS = r"(?![\w-])(?!['’]t\b)"


def any_of(phrases: Iterable[str]) -> str:
    """Return a pattern, as text, of any of some phrases; of two that begin alike the longer is tried first.

    A "*" that stands by itself is up to three words; in a word it is the rest of it, or its beginning.
    """
    return "|".join(_pattern_of(phrase) for phrase in sorted(phrases, key=len, reverse=True))


def whole(phrases: Iterable[str]) -> str:
    """Return the same, of phrases whose first and last words are whole words of the text."""
    return f"{_BEGINS}(?:{any_of(phrases)}){_ENDS}"


def compile_phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of `whole` phrases, in capitals or not."""
    return re.compile(whole(phrases), re.IGNORECASE)


@cache
def phrases_of(data: str, *names: str) -> re.Pattern[str]:
    """Return the pattern of the whole phrases that a vocabulary file lists under a name, or a name within a table."""
    return compile_phrases(_listed(data, names))


@cache
def patterns_of(data: str, *names: str) -> re.Pattern[str]:
    """Return the pattern of what a vocabulary file lists so as patterns, each from the start of a word."""
    return re.compile(rf"\b(?:{'|'.join(_listed(data, names))})", re.IGNORECASE)


def _listed(data: str, names: Iterable[str]) -> list[str]:
    listed: Any = load(data)
    for name in names:
        listed = listed[name]
    return list(listed)


def _pattern_of(phrase: str) -> str:
    pattern = ""
    for word in phrase.split():
        if pattern and not pattern.endswith(_SOME_WORDS):
            pattern += r"\s+"
        pattern += _SOME_WORDS if word == "*" else _written(word)
    return pattern


def _written(word: str) -> str:
    return re.escape(word).replace(r"\*", _REST_OF_WORD).replace("’", "'").replace("'", "['’]")
