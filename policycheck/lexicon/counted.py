"""What a number counts: nouns that stand for one thing where only their number matters."""

from functools import lru_cache

from policycheck.lexicon.data import load
from policycheck.lexicon.words import content_words


@lru_cache(maxsize=1)
def _groups() -> dict[str, str]:
    return {noun: group for group, nouns in load("counted").items() for noun in nouns}


def counted_thing(noun: str) -> str:
    """Return the canonical name of a counted noun: "persons" and "members" are one thing, "" for no noun."""
    word = noun.lower().strip()
    if word in _groups():
        return _groups()[word]
    words = content_words(word)
    return words[-1] if words else ""
