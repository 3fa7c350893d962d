"""Which items of a source's list does the policy name?"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from policycheck.lexicon.words import content_words

# (texts) -> unit vectors, one row each; cached by the caller.
Embed = Callable[[Sequence[str]], NDArray[np.float32]]

# An item is missing where no phrase that is left for it comes this near.
MISSING = 0.2
# It is plainly missing where none comes even this near, though the policy may name as many things.
PLAINLY = 0.1
# An item without a word of substance ("what was done about it") may be named by any phrase that is left.
_WORDLESS = 0.5
# Words that other items have too tell half as much.
_SHARED = 0.5

_ALTERNATIVE = re.compile(r"\bor$", re.IGNORECASE)
_PIECES = re.compile(r"\n•|[;•]|(?<=[a-z)])\.\s|,\s|\band\b")


def are_alternatives(items: Sequence[str]) -> bool:
    """Tell whether a list joins its items by "or", so that one of them is enough."""
    return any(_ALTERNATIVE.search(item.strip(" ;,")) for item in items[:-1])


def pieces_of(texts: Sequence[str]) -> list[str]:
    """Cut texts into the phrases that could name an item."""
    pieces = [piece.strip(" ,;:.") for text in texts for piece in _PIECES.split(text)]
    return [piece for piece in pieces if len(piece) > 2]


def names_as_many(items: Sequence[str], texts: Sequence[str]) -> bool:
    """Tell whether texts name at least as many things as a list holds, in whatever words.

    "The week's wage, the hours, the holidays and the notice" may well be a list of four in other words; two phrases
    cannot.
    """
    return len(pieces_of(texts)) >= len(pieces_of([bare(item) for item in items]))


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list; `likeness` (0 to 1) is how near the phrase of the policy comes that names it."""

    text: str
    likeness: float

    @property
    def is_missing(self) -> bool:
        return self.likeness < MISSING


def pair_items(items: Sequence[str], texts: Sequence[str], *, embed: Embed | None = None) -> list[Item]:
    """Pair the items of a list with the phrases that could name them, by words and, with `embed`, by meaning.

    Each phrase names one item only, the nearest pair first: "you may appeal" is the right to appeal and leaves the time
    for appealing unsaid. An item is known by the words that no other item has.
    """
    pieces = pieces_of(texts)
    likeness = _likeness(items, pieces, embed)
    found = [0.0] * len(items)
    taken_items: set[int] = set()
    taken_pieces: set[int] = set()
    for value, item, piece in sorted(likeness, key=lambda one: (-one[0], one[1], one[2])):
        if item in taken_items or piece in taken_pieces:
            continue
        found[item] = value
        taken_items.add(item)
        taken_pieces.add(piece)
    return [Item(item, value) for item, value in zip(items, found, strict=True)]


def _likeness(
    items: Sequence[str], pieces: Sequence[str], embed: Embed | None
) -> list[tuple[float, int, int]]:
    """Return how near each phrase comes to each item, as (likeness, item, phrase)."""
    if not pieces:
        return []
    said = [frozenset(content_words(piece)) for piece in pieces]
    meant = embed([bare(item) for item in items]) @ embed(pieces).T if embed is not None else None
    return [
        (
            min(
                1.0,
                max(
                    _share(own, words),
                    _SHARED * _share(every, words),
                    float(meant[i, j]) if meant is not None else _WORDLESS * (not every),
                ),
            ),
            i,
            j,
        )
        for i, (own, every) in enumerate(zip(_own_words(items), _words(items), strict=True))
        for j, words in enumerate(said)
    ]


def _own_words(items: Sequence[str]) -> list[frozenset[str]]:
    words = _words(items)
    others = [frozenset().union(*words[:i], *words[i + 1 :]) for i in range(len(words))]
    return [own - other or own for own, other in zip(words, others, strict=True)]


def _words(items: Sequence[str]) -> list[frozenset[str]]:
    return [frozenset(content_words(item)) for item in items]


def _share(own: frozenset[str], said: frozenset[str]) -> float:
    return len(own & said) / len(own) if own else 0.0


def bare(item: str) -> str:
    """Return an item without the "; and" that joins it to the next."""
    return re.sub(r"[;,]?\s*(?:and|or)?$", "", item.strip())
