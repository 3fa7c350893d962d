"""Two texts laid side by side: the words they share in order, and what differs between these."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from policycheck.lexicon.data import load
from policycheck.lexicon.words import canonical, stop_words

_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*|\d+(?:[.,]\d+)*")
# Before and after the shared words, this many still belong to them: the subject before, the object after.
_EDGE = 3
# Words quoted on either side of a difference, so that a reader sees where it stands.
_AROUND = 2


class Kind(StrEnum):
    """What a word does in a clause."""

    BINDING = "binding"
    PERMITTING = "permitting"
    DENYING = "denying"
    LIMITING = "limiting"
    FIGURE = "figure"
    CONTENT = "content"
    GRAMMAR = "grammar"


_DEMANDING = (Kind.BINDING, Kind.PERMITTING, Kind.DENYING)
_DECIDING = (*_DEMANDING, Kind.LIMITING)


@dataclass(frozen=True, slots=True)
class Word:
    """A word at its offsets; words of one `key` mean the same."""

    key: str
    kind: Kind
    written: str
    start: int
    end: int


@cache
def _kinds() -> dict[str, Kind]:
    lists = load("deciding")
    return {word: kind for kind in _DECIDING for word in lists[kind.value]}


@lru_cache(maxsize=65536)
def _key(word: str) -> tuple[str, Kind]:
    if word[0].isdigit():
        return word.replace(",", ""), Kind.FIGURE
    if word in load("deciding")["figures"]:
        return load("deciding")["figures"][word], Kind.FIGURE
    kind = _kinds().get(word)
    if kind is Kind.DENYING:
        return "not", kind
    if kind is not None:
        return word, kind
    return (word, Kind.GRAMMAR) if word in stop_words() else (canonical(word), Kind.CONTENT)


@lru_cache(maxsize=8192)
def words_in(text: str) -> tuple[Word, ...]:
    """Return the words and figures of a text; the "no" of "no more than" is grammar, not a denial."""
    matches = list(_WORD.finditer(text.replace("’", "'")))
    written = [match.group().lower() for match in matches]
    bounding = load("deciding")["bounding"]
    found = []
    for i, (match, word) in enumerate(zip(matches, written, strict=True)):
        key, kind = _key(word)
        if kind is Kind.DENYING and i + 1 < len(written) and written[i + 1] in bounding:
            key, kind = word, Kind.GRAMMAR
        found.append(Word(key, kind, word, match.start(), match.end()))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where two texts part: index ranges (start, end) of words on either side; one may be empty."""

    a: tuple[int, int]
    b: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Laid:
    """Two texts side by side.

    `a_only` and `b_only` are the words, by index, that differ inside the stretch that both share; words that merely
    moved are left out. `shared` is the weight of the words that both have; `binds` tells whether the stretch demands
    or permits anything.
    """

    a: tuple[Word, ...]
    b: tuple[Word, ...]
    gaps: tuple[Gap, ...]
    a_only: tuple[int, ...]
    b_only: tuple[int, ...]
    shared: float
    binds: bool

    def kinds(self, kind: Kind) -> tuple[set[str], set[str]]:
        """Return the keys of one kind that only `a` and that only `b` has."""
        return (
            {self.a[i].key for i in self.a_only if self.a[i].kind is kind},
            {self.b[i].key for i in self.b_only if self.b[i].kind is kind},
        )


def lay_side_by_side(
    a: tuple[Word, ...], b: tuple[Word, ...], weight: Mapping[tuple[str, Kind], float] | None = None
) -> Laid | None:
    """Return two texts side by side, or None where they share no word that carries meaning.

    `weight` says how much each (key, kind) matters: without it, all alike.
    """
    keys_a, keys_b = [w.key for w in a], [w.key for w in b]
    runs = [op for op in LCSseq.opcodes(keys_a, keys_b) if op.tag == "equal"]
    anchors = [i for i, run in enumerate(runs) if _carries_meaning(a[run.src_start : run.src_end])]
    if not anchors:
        return None
    runs = runs[anchors[0] : anchors[-1] + 1]
    gaps = tuple(_gaps([(r.src_start, r.src_end, r.dest_start, r.dest_end) for r in runs], len(a), len(b)))
    differing_a = [i for gap in gaps for i in range(*gap.a)]
    differing_b = [i for gap in gaps for i in range(*gap.b)]
    moved = Counter(keys_a[i] for i in differing_a) & Counter(keys_b[i] for i in differing_b)
    kinds = {w.key: w.kind for w in a}
    both = Counter(keys_a) & Counter(keys_b)
    stretch = (*a[gaps[0].a[0] : gaps[-1].a[1]], *b[gaps[0].b[0] : gaps[-1].b[1]])
    return Laid(
        a=a,
        b=b,
        gaps=gaps,
        a_only=tuple(_without(differing_a, keys_a, moved)),
        b_only=tuple(_without(differing_b, keys_b, moved)),
        shared=sum((weight[key, kinds[key]] if weight else 1.0) * count for key, count in both.items()),
        binds=any(word.kind in _DEMANDING for word in stretch),
    )


def _carries_meaning(words: Sequence[Word]) -> bool:
    return any(word.kind in (Kind.CONTENT, Kind.FIGURE) for word in words)


def _gaps(runs: Sequence[tuple[int, int, int, int]], length_a: int, length_b: int) -> Iterator[Gap]:
    """Yield what lies before, between and after the shared runs (start and end in a, start and end in b)."""
    start_a, _, start_b, _ = runs[0]
    yield Gap((max(0, start_a - _EDGE), start_a), (max(0, start_b - _EDGE), start_b))
    for one, other in pairwise(runs):
        yield Gap((one[1], other[0]), (one[3], other[2]))
    _, end_a, _, end_b = runs[-1]
    yield Gap((end_a, min(length_a, end_a + _EDGE)), (end_b, min(length_b, end_b + _EDGE)))


def _without(places: Sequence[int], keys: Sequence[str], moved: Mapping[str, int]) -> Iterator[int]:
    left = dict(moved)
    for place in places:
        if left.get(keys[place], 0) > 0:
            left[keys[place]] -= 1
        else:
            yield place


class Denial(StrEnum):
    """What a denial that only one side has denies."""

    OF_SHARED = "what the other side says"
    OF_OTHER = "something that the other side does not say"
    OF_CASE = "the case in which the clause holds"


def denial_in(laid: Laid) -> Denial | None:
    """Return what is denied by the one side that denies; None where both do or neither does."""
    denials = [(laid.a, _places(laid.a, laid.a_only)), (laid.b, _places(laid.b, laid.b_only))]
    if bool(denials[0][1]) == bool(denials[1][1]):
        return Denial.OF_SHARED if _denies_by_prefix(laid) else None
    words, places = denials[0] if denials[0][1] else denials[1]
    others = {word.key for word in (laid.b if words is laid.a else laid.a)}
    if all(_in_condition(words, i) for i in places):
        return Denial.OF_CASE
    return Denial.OF_SHARED if any(_next(words, i) in others for i in places) else Denial.OF_OTHER


def _places(words: Sequence[Word], only: Sequence[int]) -> list[int]:
    return [i for i in only if words[i].kind is Kind.DENYING]


def _next(words: Sequence[Word], place: int) -> str:
    """Return the first word with a meaning after a place: what a denial there denies."""
    return next((w.key for w in words[place + 1 :] if w.kind is Kind.CONTENT), "")


def _in_condition(words: Sequence[Word], place: int) -> bool:
    """Tell whether a condition opens nearer before a place than a word that demands: two cases, not two answers."""
    for word in reversed(words[:place]):
        if word.kind in (Kind.BINDING, Kind.PERMITTING):
            return False
        if word.kind is Kind.LIMITING:
            return True
    return False


def _denies_by_prefix(laid: Laid) -> bool:
    """Tell whether a word of one side is the other side's word with "in", "un" or the like before it."""
    # Of words with a meaning alone: "into" is not the opposite of "to".
    a, b = (
        {words[i].written for i in only if words[i].kind is Kind.CONTENT}
        for words, only in ((laid.a, laid.a_only), (laid.b, laid.b_only))
    )
    prefixes = load("deciding")["opposite_prefixes"]
    return any(
        prefix + word in other for one, other in ((a, b), (b, a)) for word in one for prefix in prefixes
    )


def quote(text: str, words: Sequence[Word], span: tuple[int, int]) -> str:
    """Return the words of a range with a few on either side, as the text has them."""
    first, last = max(0, span[0] - _AROUND), min(len(words), span[1] + _AROUND) - 1
    return text[words[first].start : words[last].end] if first <= last else ""
