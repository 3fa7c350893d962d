"""The objection of rules that go by the drift of two sentences, and not by parts that were read."""

from collections.abc import Callable

from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.shared import part_met
from policycheck.domain.findings import ConflictType


def drift_objection(
    pair: Pair,
    words: tuple[str, str],
    *,
    by: str,
    message: Callable[[Pair, str, str], str],
    kind: ConflictType = ConflictType.MODALITY,
) -> Objection:
    """Return the objection of the rule `by`, which the model weighs by itself; `words` are those of `a` and of `b`."""
    return Objection(
        type=kind,
        message=message(pair, *words),
        a_words=words[0],
        b_words=words[1],
        loosely=True,
        by=by,
        met=part_met(pair.a, pair.b),
    )
