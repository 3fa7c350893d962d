"""One term, two meanings.

What it does: compares the definitions that two documents give of the same term: their figures, then their words.
Why it matters: a duty hangs on its terms; with two meanings, two people following it do different things.
"""

from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.wording import definitions_message
from policycheck.domain.findings import ConflictType
from policycheck.lexicon.words import content_words

# Definitions that share this part of the shorter one's words say the same in other words.
_SAME = 0.5


def definition(pair: Pair) -> Objection | None:
    """Return the objection, or None where either side defines nothing or both say the same."""
    a, b = pair.a, pair.b
    if not a.term or a.term != b.term or not a.meaning or not b.meaning:
        return None
    figures_differ = a.meaning_figures != b.meaning_figures
    words_a, words_b = set(content_words(a.meaning)), set(content_words(b.meaning))
    shorter = min(len(words_a), len(words_b))
    overlap = len(words_a & words_b) / shorter if shorter else 1.0
    if not figures_differ and overlap >= _SAME:
        return None
    return Objection(
        type=ConflictType.DEFINITION,
        message=definitions_message(pair),
        a_words=a.meaning,
        b_words=b.meaning,
    )
