"""Two people for one task.

What it does: finds two of the organisation's own statements that give the same act to different people; by the
vocabulary of roles, else by their names.
Why it matters: each leaves it to the other, and nobody does it.
"""

from policycheck.conflicts.guards import speak_of_one_thing
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.wording import holders_message
from policycheck.domain.findings import ConflictType
from policycheck.lexicon.roles import is_charged
from policycheck.lexicon.words import content_words
from policycheck.matching.parts import Difference, Part, Standing, forbids
from policycheck.settings import JUDGEMENT

# Words for everybody, which name nobody in particular.
_ANYBODY = frozenset(
    content_words(
        "staff employee worker everyone anyone person people council authority organisation service school "
        "child children young carer parent family member professional"
    )
) | frozenset(["we", "us", "you", "i", "they", "it", "he", "she"])


def duty_holder(pair: Pair) -> Objection | None:
    """Return the objection, or None; against a source another person is a gap, not a contradiction."""
    if pair.against_source or pair.a.reading is None or pair.b.reading is None:
        return None
    if forbids(pair.a.reading) or forbids(pair.b.reading):
        return None  # who must not do it is not given the task
    for difference in pair.differences:
        if difference.part is Part.DUTY_HOLDER and difference.standing is Standing.OTHER:
            return _objection(pair, difference, loosely=False)
    ours, theirs = pair.a.reading.duty_holder, pair.b.reading.duty_holder
    if is_charged(ours) and is_charged(theirs):
        return None
    near = speak_of_one_thing(pair.a, pair.b) or pair.probability >= JUDGEMENT.surely
    if near and _named(ours) and _named(theirs) and not _named(ours) & _named(theirs):
        named = Difference(part=Part.DUTY_HOLDER, standing=Standing.OTHER, source=ours, policy=theirs)
        return _objection(pair, named, loosely=True)
    return None


def _named(holder: str) -> set[str]:
    """Return the words that tell a holder from others; none for "we" and "all staff"."""
    return set(content_words(holder)) - _ANYBODY


def _objection(pair: Pair, difference: Difference, *, loosely: bool) -> Objection:
    return Objection(
        type=ConflictType.DUTY_HOLDER,
        message=holders_message(pair, difference),
        a_words=difference.source,
        b_words=difference.policy,
        loosely=loosely,
    )
