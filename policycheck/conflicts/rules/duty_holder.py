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
from policycheck.matching.independence import anybody, are_two_posts, holder_of
from policycheck.matching.parts import Difference, Part, Standing, forbids
from policycheck.settings import JUDGEMENT


def duty_holder(pair: Pair) -> Objection | None:
    """Return the objection, or None; against a source another person is a gap, not a contradiction."""
    if pair.against_source or pair.a.said is None or pair.b.said is None:
        return None
    if forbids(pair.a.said) or forbids(pair.b.said):
        return None  # who must not do it is not given the task
    for difference in pair.differences:
        if difference.part is Part.DUTY_HOLDER and difference.standing is Standing.OTHER:
            return _objection(pair, difference, loosely=False)
    ours, theirs = holder_of(pair.a), holder_of(pair.b)
    near = speak_of_one_thing(pair.a, pair.b) or pair.probability >= JUDGEMENT.near_enough
    if not near or not _named(ours) or not _named(theirs):
        return None
    apart = not _named(ours) & _named(theirs) and not (is_charged(ours) and is_charged(theirs))
    if apart or are_two_posts(ours, theirs):
        named = Difference(part=Part.DUTY_HOLDER, standing=Standing.OTHER, source=ours, policy=theirs)
        return _objection(pair, named, loosely=True)
    return None


def _named(holder: str) -> set[str]:
    """Return the words that tell a holder from others; none for "we" and "all staff"."""
    return set(content_words(holder)) - anybody()


def _objection(pair: Pair, difference: Difference, *, loosely: bool) -> Objection:
    return Objection(
        type=ConflictType.DUTY_HOLDER,
        message=holders_message(pair, difference),
        a_words=difference.source,
        b_words=difference.policy,
        loosely=loosely,
    )
