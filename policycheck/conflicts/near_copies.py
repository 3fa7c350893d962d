"""Pairs of clauses that say almost the same in almost the same words, and part where it matters."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import chain

from policycheck.conflicts.differing import (
    Denial,
    Gap,
    Kind,
    Laid,
    Word,
    denial_in,
    lay_side_by_side,
    quote,
    words_in,
)
from policycheck.matching.quoting import clip

Weight = Mapping[tuple[str, Kind], float]

# How much a word counts beside one that carries the meaning.
_COUNTS = {Kind.CONTENT: 1.0, Kind.FIGURE: 0.5}
_COUNTS_LITTLE = 0.15
# What the shorter text has alone counts in full against likeness, what the longer one has little: clauses run on.
_LONGER = 0.15
# Two short texts that agree prove less than two long ones: the doubt weighs as one word that no other text has.
_SHORT = 1.0
# Nearest texts kept for each, and the number of texts in which a word is still rare enough to lead to them.
_NEIGHBOURS = 8
_COMMON = 60
# Texts that have this much of the likeness in common belong to a series, which the form letter explains.
_AS_NEAR = 0.9
_SERIES = 0.15
_ROUNDING = 1e-6
_NOT_BINDING = 0.4
_MIRRORED = 0.3
_LONGEST = 80  # characters of a quotation
_ONLY = "only"
_RELATIVE = frozenset(("who", "whom", "whose", "that", "which"))


class Differs(StrEnum):
    """In what two near copies differ, gravest first."""

    DENIAL = "denial"
    FORCE = "force"
    FIGURE = "figure"
    CONDITION = "condition"
    OTHER_DENIAL = "other_denial"
    WORDS = "words"
    ADDITION = "addition"
    CASE = "case"
    NOTHING = "nothing"


# How surely a difference of this kind is a contradiction, given that all else is the same.
_CERTAINTY = {
    Differs.DENIAL: 1.0,
    Differs.FORCE: 0.9,
    Differs.FIGURE: 0.8,
    Differs.CONDITION: 0.7,
    Differs.OTHER_DENIAL: 0.7,
    Differs.WORDS: 0.5,
    Differs.ADDITION: 0.4,
    Differs.CASE: 0.3,
    Differs.NOTHING: 0.05,
}

# The words that show each kind of difference; any word shows the others.
_TELLING = {
    Differs.DENIAL: (Kind.DENYING,),
    Differs.OTHER_DENIAL: (Kind.DENYING,),
    Differs.CASE: (Kind.DENYING,),
    Differs.FORCE: (Kind.BINDING, Kind.PERMITTING),
    Differs.FIGURE: (Kind.FIGURE,),
    Differs.CONDITION: (Kind.LIMITING,),
    Differs.WORDS: (Kind.CONTENT,),
    Differs.ADDITION: (Kind.CONTENT,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NearCopy:
    """Two texts, by index (`a` < `b`), that are alike but for what decides.

    `score` (0 to 1) says how surely they contradict each other, `likeness` (0 to 1) how alike they are; `a_words` and
    `b_words` are the words that differ, with those around them, as the texts have them.
    """

    a: int
    b: int
    score: float
    likeness: float
    differs: Differs
    a_words: str
    b_words: str
    message: str


def near_copies(
    texts: Sequence[str], *, names: Sequence[str] | None = None, least: float = 0.0
) -> list[NearCopy]:
    """Return the pairs of texts that look like contradicting copies, surest first; none below `least`.

    `names` are how messages call the texts. Exact copies and series of like clauses come last. The cost grows with the
    number of texts, not of pairs: only texts that share rarer words are held against each other.
    """
    read = [_read(text) for text in texts]
    weight = _weights(read)
    # What is less alike can neither reach `least` nor count as a rival of what does.
    near = _near_enough(read, weight, least * _AS_NEAR)
    words = [one.words for one in read]
    laid = {pair: side for pair in near if (side := _lay(words, pair, weight))}
    likeness = {pair: _likeness(side, weight) for pair, side in laid.items()}
    around = _around(likeness)
    found = []
    for (i, j), side in laid.items():
        differs = difference_of(side)
        score = (
            likeness[i, j]
            * _CERTAINTY[differs]
            / (1 + _SERIES * _rivals(likeness[i, j], around[i], around[j]))
        )
        score *= (1.0 if side.binds else _NOT_BINDING) * (_MIRRORED if is_mirrored(side) else 1.0)
        if score >= least and score > 0:
            called = (names[i], names[j]) if names else ("the first", "the second")
            found.append(
                _near_copy((i, j), (texts[i], texts[j]), side, differs, called, score, likeness[i, j])
            )
    return sorted(found, key=lambda copy: (-copy.score, copy.a, copy.b))


@dataclass(frozen=True, slots=True)
class _Read:
    """A text as words: each distinct one, how often each key stands, of which kind it is, and those with a meaning."""

    words: tuple[Word, ...]
    distinct: frozenset[tuple[str, Kind]]
    counts: Mapping[str, int]
    kinds: Mapping[str, Kind]
    content: frozenset[str]


@lru_cache(maxsize=8192)
def _read(text: str) -> _Read:
    words = words_in(text)
    return _Read(
        words,
        frozenset((w.key, w.kind) for w in words),
        Counter(w.key for w in words),
        {w.key: w.kind for w in words},
        frozenset(w.key for w in words if w.kind is Kind.CONTENT),
    )


def _weights(texts: Sequence[_Read]) -> Weight:
    """Return how much each word counts, rare ones more: 1 for a word with a meaning that one text alone has."""
    frequency = Counter(chain.from_iterable(text.distinct for text in texts))
    rarity = {
        count: (math.log(1 + len(texts) / count), math.log(1 + len(texts)))
        for count in set(frequency.values())
    }
    return {
        (key, kind): _COUNTS.get(kind, _COUNTS_LITTLE) * rarity[count][0] / rarity[count][1]
        for (key, kind), count in frequency.items()
    }


def _candidates(texts: Sequence[_Read], weight: Weight) -> set[tuple[int, int]]:
    """Return the pairs of which one is among the nearest of the other, through the rarer words that they share."""
    holding: dict[str, list[int]] = defaultdict(list)
    content = [text.content for text in texts]
    for i, keys in enumerate(content):
        for key in keys:
            holding[key].append(i)
    size = [sum(weight[key, Kind.CONTENT] for key in keys) for keys in content]
    pairs: set[tuple[int, int]] = set()
    for i, keys in enumerate(content):
        shared: dict[int, float] = defaultdict(float)
        for key in keys:
            if len(holding[key]) <= _COMMON:
                for j in holding[key]:
                    shared[j] += weight[key, Kind.CONTENT]
        shared.pop(i, None)
        near = {j: _alike(both, size[i] - both, size[j] - both) for j, both in shared.items()}
        nearest = sorted(near, key=lambda j: (-near[j], j))[:_NEIGHBOURS]
        pairs.update((min(i, j), max(i, j)) for j in nearest)
    return pairs


def _near_enough(texts: Sequence[_Read], weight: Weight, least: float) -> Iterator[tuple[int, int]]:
    """Yield the candidates whose likeness is at least `least`, told by their words without laying them side by side."""
    whole = [sum(weight[w.key, w.kind] for w in text.words) for text in texts]
    for a, b in _candidates(texts, weight):
        ours, theirs, kinds = texts[a].counts, texts[b].counts, texts[a].kinds
        both = ours.keys() & theirs.keys()
        shared = sum(weight[key, kinds[key]] * min(ours[key], theirs[key]) for key in both)
        if _alike(shared, whole[a] - shared, whole[b] - shared) >= least - _ROUNDING:
            yield a, b


def _alike(shared: float, rest_a: float, rest_b: float) -> float:
    return shared / (shared + min(rest_a, rest_b) + _LONGER * max(rest_a, rest_b) + _SHORT)


def _lay(words: Sequence[tuple[Word, ...]], pair: tuple[int, int], weight: Weight) -> Laid | None:
    return lay_side_by_side(words[pair[0]], words[pair[1]], weight)


def _likeness(laid: Laid, weight: Weight) -> float:
    whole_a, whole_b = (sum(weight[w.key, w.kind] for w in side) for side in (laid.a, laid.b))
    return _alike(laid.shared, whole_a - laid.shared, whole_b - laid.shared)


def _around(likeness: Mapping[tuple[int, int], float]) -> Mapping[int, list[float]]:
    around: dict[int, list[float]] = defaultdict(list)
    for pair, value in likeness.items():
        for i in pair:
            around[i].append(value)
    return around


def _rivals(likeness: float, around_a: Sequence[float], around_b: Sequence[float]) -> int:
    """Return how many other texts are about as near to both sides as they are to each other."""
    return min(sum(value > likeness * _AS_NEAR for value in around) - 1 for around in (around_a, around_b))


def difference_of(laid: Laid) -> Differs:
    """Return the gravest difference between two texts."""
    denial = denial_in(laid)
    if denial is not None:
        return {
            Denial.OF_SHARED: Differs.DENIAL,
            Denial.OF_OTHER: Differs.OTHER_DENIAL,
            Denial.OF_CASE: Differs.CASE,
        }[denial]
    if _forces(laid, 0) and _forces(laid, 1) and _forces(laid, 0) != _forces(laid, 1):
        return Differs.FORCE
    figures_a, figures_b = laid.kinds(Kind.FIGURE)
    if figures_a and figures_b and figures_a != figures_b:
        return Differs.FIGURE
    limits_a, limits_b = laid.kinds(Kind.LIMITING)
    if bool(limits_a) != bool(limits_b):
        return Differs.CONDITION
    words_a, words_b = laid.kinds(Kind.CONTENT)
    if words_a and words_b:
        return Differs.WORDS
    return Differs.ADDITION if words_a or words_b else Differs.NOTHING


def stands_in_the_whole(differs: Differs, laid: Laid) -> bool:
    """Tell whether a "not", or "must" against "may", still parts two texts when the whole of both is looked at.

    "No child may" is "may no child" told otherwise, "only with a guide" is "not without one", and "may not" forbids as
    "shall not" does.
    """
    denials = [sum(word.kind is Kind.DENYING for word in side) for side in (laid.a, laid.b)]
    if differs is Differs.FORCE:
        return not any(denials)
    limits = any(word.written == _ONLY for word in (*laid.a, *laid.b))
    return differs is Differs.DENIAL and 0 in denials and not limits and not _tells_whom(laid)


def _tells_whom(laid: Laid) -> bool:
    """Tell whether a denial says of whom or of what a text speaks: "boats that are not on the list"."""
    return any(
        word.kind is Kind.DENYING and not _RELATIVE.isdisjoint(w.written for w in side[max(0, i - 2) : i])
        for side in (laid.a, laid.b)
        for i, word in enumerate(side)
    )


def _forces(laid: Laid, side: int) -> set[Kind]:
    """Return whether one side alone binds or leaves free; "shall not" and "may not" forbid alike."""
    words, places = ((laid.a, laid.a_only), (laid.b, laid.b_only))[side]
    return {
        words[i].kind
        for i in places
        if words[i].kind in (Kind.BINDING, Kind.PERMITTING) and not _denied(words, i)
    }


def _denied(words: Sequence[Word], i: int) -> bool:
    return i + 1 < len(words) and words[i + 1].kind is Kind.DENYING


def is_mirrored(laid: Laid) -> bool:
    """Tell whether two words change places, or one stands for the other throughout.

    "The buyer indemnifies the seller" beside "the seller indemnifies the buyer" is a like clause for the other party.
    """
    exchanged = Counter(
        frozenset((laid.a[gap.a[0]].key, laid.b[gap.b[0]].key))
        for gap in laid.gaps
        if gap.a[1] - gap.a[0] == gap.b[1] - gap.b[0] == 1 and laid.a[gap.a[0]].kind is Kind.CONTENT
    )
    return any(count > 1 for count in exchanged.values())


def _telling_gap(laid: Laid, differs: Differs) -> Gap:
    """Return the first place where the difference shows, else the first where anything differs."""
    telling = _TELLING.get(differs, tuple(Kind))
    places = [g for g in laid.gaps if _only_in(laid, g, telling)]
    return (places or [g for g in laid.gaps if _only_in(laid, g, tuple(Kind))] or list(laid.gaps))[0]


def _only_in(laid: Laid, gap: Gap, kinds: tuple[Kind, ...]) -> bool:
    return any(laid.a[i].kind in kinds for i in laid.a_only if gap.a[0] <= i < gap.a[1]) or any(
        laid.b[i].kind in kinds for i in laid.b_only if gap.b[0] <= i < gap.b[1]
    )


def _near_copy(
    pair: tuple[int, int],
    texts: tuple[str, str],
    laid: Laid,
    differs: Differs,
    names: tuple[str, str],
    score: float,
    likeness: float,
) -> NearCopy:
    a_words, b_words = words_apart(texts, laid, differs)
    return NearCopy(
        a=pair[0],
        b=pair[1],
        score=round(score, 3),
        likeness=round(likeness, 3),
        differs=differs,
        a_words=a_words,
        b_words=b_words,
        message=copies_message(names, (a_words, b_words)),
    )


def words_apart(texts: tuple[str, str], laid: Laid, differs: Differs) -> tuple[str, str]:
    """Return the words of either text where the difference shows, with those around them."""
    gap = _telling_gap(laid, differs)
    a, b = (
        clip(quote(text, words, span), _LONGEST)
        for text, words, span in zip(texts, (laid.a, laid.b), (gap.a, gap.b), strict=True)
    )
    return a, b


def copies_message(names: tuple[str, str], words: tuple[str, str]) -> str:
    """Return the sentence for two texts in almost the same words."""
    return f"Almost the same words, but {names[0]} says “{words[0]}” where {names[1]} says “{words[1]}”."
