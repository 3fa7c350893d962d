"""Two clauses in almost the same words part in a "not", or in "must" against "may".

What it does: lays both side by side and looks at the words that only one has.
Why it matters: one policy was copied from the other, or both from one text, and only one of them was kept up to date.
"""

from policycheck.conflicts.alike import alike
from policycheck.conflicts.drift import drift_objection
from policycheck.conflicts.near_copies import (
    copies_message,
    difference_of,
    is_mirrored,
    stands_in_the_whole,
    words_apart,
)
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.shared import share
from policycheck.matching.holders.let_act import is_let_act

_PART = 0.6  # of the words with a meaning stand on both sides


def in_same_words(pair: Pair) -> Objection | None:
    """Return the objection, or None where the words differ, or nothing that decides does."""
    if pair.against_source or pair.has_a_list or share(pair.a.words, pair.b.words) < _PART:
        return None
    if is_let_act(pair.a, pair.b) or is_let_act(pair.b, pair.a):
        return None  # "not by the officer who decided", "by an officer other than the one who decided"
    words = alike(pair.a, pair.b)
    if words.laid is None or words.part < _PART or not words.laid.binds or is_mirrored(words.laid):
        return None
    differs = difference_of(words.laid)
    if not stands_in_the_whole(differs, words.laid):
        return None
    apart = words_apart((pair.a.text, pair.b.text), words.laid, differs)
    return drift_objection(pair, apart, by="in_same_words", message=_message)


def _message(pair: Pair, a_words: str, b_words: str) -> str:
    return copies_message((pair.a_name, pair.b_name), (a_words, b_words))
