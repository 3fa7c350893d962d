"""The words of a text as a set: a look-up that says at once which patterns need not be tried on it."""

import re
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"[a-z]+|[0-9]")
_REMEMBERED = 256  # texts: a sentence is asked about many times while it is read, and then no more


@lru_cache(maxsize=_REMEMBERED)
def words_in(text: str) -> frozenset[str]:
    """Return the runs of letters of a text in lower case, and its single figures."""
    return frozenset(_WORD.findall(text.lower()))


def telling_words(phrases: Iterable[str]) -> frozenset[str]:
    """Return the longest word of each phrase: a text without any of them holds none of the phrases."""
    return frozenset(max(_WORD.findall(phrase.lower()), key=len) for phrase in phrases)


FIGURES = frozenset("0123456789")
"""What `words_in` gives for figures."""
