"""The states in which a text has things, each beside its opposite: locked and unlocked, switched on and off."""

import re
from collections.abc import Iterator
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


def opposites_in(one: str, other: str) -> Iterator[tuple[str, str]]:
    """Yield the words for a state that the one text has, and those for its opposite, which the other alone has."""
    ours, theirs = states_in(one), states_in(other)
    for place in ours.keys() & theirs.keys():
        for at in (0, 1):
            state, opposite = ours[place][at], theirs[place][1 - at]
            if state and opposite and not ours[place][1 - at] and not theirs[place][at]:
                yield state[0], opposite[0]


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
