"""The states in which a text has things, each beside its opposite: locked and unlocked, switched on and off."""

import re
from functools import cache, lru_cache

from policycheck.lexicon.data import load
from policycheck.lexicon.phrases import compile_phrases


@lru_cache(maxsize=8192)
def states_in(text: str) -> dict[int, tuple[re.Match[str] | None, re.Match[str] | None]]:
    """Return, by the place of a pair of states, where a text tells either of them; of other pairs nothing."""
    if not _any_state().search(text):
        return {}
    found = {place: (one.search(text), other.search(text)) for place, (one, other) in enumerate(_pairs())}
    return {place: told for place, told in found.items() if any(told)}


def is_opposite(one: str, other: str) -> bool:
    """Tell whether the other text has only the opposite of a state of which the one names no opposite."""
    ours, theirs = states_in(one), states_in(other)
    return any(
        [bool(found) for found in ours[place]] == [not found for found in theirs[place]]
        for place in ours.keys() & theirs.keys()
    )


@cache
def _any_state() -> re.Pattern[str]:
    """Return a pattern of all states: most texts tell none, and one look shows it."""
    return compile_phrases(
        [phrase for one in load("states")["pairs"] for phrase in (*one["one"], *one["other"])]
    )


@cache
def _pairs() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (compile_phrases(one["one"]), compile_phrases(one["other"])) for one in load("states")["pairs"]
    )
