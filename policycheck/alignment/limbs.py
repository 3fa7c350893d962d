"""Which of the things that a duty joins by "and" does the policy leave out?

A list in running prose is a list too: "consult the fire service and the ambulance service" is met by half where only
one of them is consulted.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from policycheck.alignment.items import Embed, pieces_of
from policycheck.lexicon.words import content_words

_JOINTS = re.compile(r"\n•|[;:•—]|(?<=[a-z)])\.\s|,\s|\band\b", re.IGNORECASE)
# What lies "between" two things lies at one place.
_BETWEEN = re.compile(r"\bbetween\b[^,;:.]{1,60}?\sand\b", re.IGNORECASE)
_EITHER = re.compile(r"\bor\b", re.IGNORECASE)
# "Whether or not it is taken up" joins nothing: it says that it makes no difference.
_INDIFFERENT = re.compile(
    r"^(?:whether|whatever|whoever|however|if need be|if any|as the case)\b", re.IGNORECASE
)
# A limb is gone where the policy has few of its own words, and no piece of it comes near in meaning.
_FEW = 0.34
_NEAR = 0.45


@dataclass(frozen=True, slots=True)
class Limb:
    """One of the joined phrases: the share of its own words that the policy has, the cosine of the nearest piece."""

    text: str
    words: float
    meaning: float

    @property
    def found(self) -> float:
        return max(self.words, self.meaning, 0.0)

    @property
    def is_gone(self) -> bool:
        return self.words < _FEW and self.meaning < _NEAR


def lost(limbs: Sequence[Limb]) -> float:
    """Return how plainly one limb is left out (0 to 1): the policy says another nearly as the source does, and this
    one not at all. A policy that says everything in its own words says nothing by that."""
    return max(
        (
            max((other.found for other in limbs if other is not limb), default=0.0)
            * (1.0 - max(0.0, limb.meaning))
            for limb in limbs
            if limb.words < _FEW
        ),
        default=0.0,
    )


def limbs_of(text: str, *, either: bool = False, items: Sequence[str] = ()) -> list[str]:
    """Cut a duty into the phrases it joins; with `either` at "or" too: a ban on A or B bans both.

    A text that joins nothing has no limbs, and words that lead up to the first of its `items` are none.
    """
    between = [found.end() for found in _BETWEEN.finditer(text)]
    joints = [joint.span() for joint in _JOINTS.finditer(text) if joint.end() not in between]
    listed = text.find(items[0]) if items else -1
    pieces = [
        piece
        for (_, begin), (end, after) in pairwise([(0, 0), *joints, (len(text), len(text))])
        if not (after <= listed and not text[after:listed].strip())
        for piece in (_EITHER.split(text[begin:end]) if either else [text[begin:end]])
    ]
    limbs = [piece.strip(" ,;:.—") for piece in pieces]
    limbs = [limb for limb in limbs if content_words(limb) and not _INDIFFERENT.match(limb)]
    return limbs if len(limbs) > 1 else []


def limbs_in(
    limbs: Sequence[str], texts: Sequence[str], *, holder: str = "", embed: Embed | None = None
) -> list[Limb]:
    """Look each limb up in the texts of a policy, by the words that no other limb has and by meaning.

    Who acts is another matter: the words of the `holder` do not count, and a limb of no others is none.
    """
    acting = set(content_words(holder))
    limbs = [limb for limb in limbs if not acting.issuperset(content_words(limb))]
    if not limbs:
        return []
    present = {word for text in texts for word in content_words(text)}
    words = [set(content_words(limb)) - acting for limb in limbs]
    meanings = _meanings(limbs, texts, embed)
    found = []
    for place, (limb, own) in enumerate(zip(limbs, words, strict=True)):
        others = set().union(*words[:place], *words[place + 1 :])
        wanted = own - others or own
        found.append(Limb(limb, len(wanted & present) / len(wanted), meanings[place]))
    return found


def _meanings(limbs: Sequence[str], texts: Sequence[str], embed: Embed | None) -> list[float]:
    pieces = pieces_of(texts)
    if embed is None or not pieces:
        return [0.0] * len(limbs)
    return [float(best) for best in (embed(list(limbs)) @ embed(pieces).T).max(axis=1)]
