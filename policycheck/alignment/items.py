"""Which items of a source's list does the policy name?"""

import re
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from policycheck.lexicon.words import content_words

# (texts) -> unit vectors, one row each; cached by the caller.
Embed = Callable[[Sequence[str]], NDArray[np.float32]]

# An item counts as named when this share of its words is there, or a piece of the policy means nearly the same.
WORDS_SHARE = 0.6
COSINE = 0.55
# Words and meaning together may do what neither does alone.
BOTH = 0.95

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


def items_not_found(items: Sequence[str], texts: Sequence[str], *, embed: Embed | None = None) -> list[str]:
    """Return the items that no text names, by words and, where `embed` is given, by meaning."""
    present = {word for text in texts for word in content_words(text)}
    shares = [_share(item, present) for item in items]
    cosines = _best_cosines(items, texts, embed) if embed is not None else [0.0] * len(items)
    return [
        item
        for item, share, cosine in zip(items, shares, cosines, strict=True)
        if share < WORDS_SHARE and cosine < COSINE and share + cosine < BOTH
    ]


def _share(item: str, present: set[str]) -> float:
    words = set(content_words(item))
    return len(words & present) / len(words) if words else 1.0


def _best_cosines(items: Sequence[str], texts: Sequence[str], embed: Embed) -> list[float]:
    pieces = pieces_of(texts)
    if not pieces:
        return [0.0] * len(items)
    similarity = embed([bare(item) for item in items]) @ embed(pieces).T
    return [float(best) for best in similarity.max(axis=1)]


def bare(item: str) -> str:
    """Return an item without the "; and" that joins it to the next."""
    return re.sub(r"[;,]?\s*(?:and|or)?$", "", item.strip())
