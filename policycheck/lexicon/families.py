"""Words by their family: "authorise", "authorisation" and "unauthorised" are of one."""

from collections.abc import Iterable
from functools import cache, lru_cache

from policycheck.lexicon.data import load


def families(words: Iterable[str]) -> frozenset[str]:
    """Return the families of some canonical words."""
    return frozenset(map(family, words))


@lru_cache(maxsize=16384)
def family(word: str) -> str:
    """Return what is left of a canonical word when the endings and the beginning that derive it are cut."""
    smallest: int = load("derivations")["smallest"]
    for beginning in _longest("beginnings"):
        if word.startswith(beginning) and len(word) - len(beginning) >= smallest:
            word = word.removeprefix(beginning)
            break
    for ending in _longest("endings"):
        if word.endswith(ending) and len(word) - len(ending) >= smallest:
            return word.removesuffix(ending)
    return word


@cache
def _longest(kind: str) -> tuple[str, ...]:
    return tuple(sorted(load("derivations")[kind], key=len, reverse=True))
