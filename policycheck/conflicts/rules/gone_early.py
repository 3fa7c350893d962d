"""A record is kept for a time on one side; on the other it goes as soon as it is done with.

What it does: holds a length for which something is kept against words by which it goes at an event, "once it is full",
and words by which it must go against those by which it stays for good.
Why it matters: what has gone to the shredder cannot be shown to anybody who asks for it within the time.
"""

from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.wording import gone_message, never_gone_message
from policycheck.domain.findings import ConflictType
from policycheck.matching import Statement
from policycheck.matching.letting_go import kept_for, kept_for_good, lets_go, must_go


def gone_early(pair: Pair) -> Objection | None:
    """Return the objection, or None where neither side lets go what the other keeps."""
    a, b = pair.a, pair.b
    words = _found(a, b, at_the_end=not pair.against_source)
    turned = _found(b, a, at_the_end=True) if words is None else None
    words = (turned[1], turned[0]) if turned else words
    if words is not None:
        return _objection(words, gone_message(pair, *words))
    words = _never_gone(a, b)
    turned = None if words or pair.against_source else _never_gone(b, a)
    words = (turned[1], turned[0]) if turned else words
    return None if words is None else _objection(words, never_gone_message(pair, *words))


def _objection(words: tuple[str, str], message: str) -> Objection:
    return Objection(
        type=ConflictType.RETENTION, message=message, a_words=words[0], b_words=words[1], loosely=True
    )


def _found(keeps: Statement, goes: Statement, *, at_the_end: bool) -> tuple[str, str] | None:
    """Return the words for how long the one keeps, and those by which the other lets go.

    With `at_the_end` what must go in the end counts as kept too: to a source going sooner is no breach.
    """
    kept, ends = kept_for(keeps)
    if not kept or (ends and not at_the_end):
        return None
    gone = lets_go(goes)
    return (kept, gone) if gone else None


def _never_gone(goes: Statement, stays: Statement) -> tuple[str, str] | None:
    """Return the words by which the one wants a thing gone, and those by which the other keeps it for ever."""
    stays_on = kept_for_good(stays)
    gone = must_go(goes) if stays_on else ""
    return (gone, stays_on) if gone else None
