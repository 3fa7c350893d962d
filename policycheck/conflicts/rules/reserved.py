"""One side keeps a thing for one person, case or purpose alone, or for consent; the other leaves it free.

What it does: finds a duty that shuts out the rest ("only", "and no other", "nobody but") and, on the other side, leave
("may", "is fine") that keeps nothing back itself; or a ban that waits for somebody's consent, and leave on other terms.
Besides, what one side gives to some alone, "only to members", and the other to everybody, or to somebody else.
Why it matters: whoever uses the leave does what the first text keeps for somebody, or something, else.
"""

import re

from policycheck.conflicts.acts import Stance, stance_of
from policycheck.conflicts.contrary import said_by
from policycheck.conflicts.drift import drift_objection
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.shared import share
from policycheck.conflicts.wording import kept_from_message, reserved_message
from policycheck.lexicon.families import families
from policycheck.lexicon.verbs import bases, noun_like
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement
from policycheck.matching.holders.let_act import is_let_act
from policycheck.matching.quoting import clip

_QUOTED = 60


def reserved(pair: Pair) -> Objection | None:
    """Return the objection, or None where nothing is left free that the other side keeps for one alone."""
    words, message = pair.told_by_either(_found), reserved_message
    if words is None:
        words, message = pair.told_by_either(_kept_from), kept_from_message
    return None if words is None else drift_objection(pair, words, by="reserved", message=message)


def _found(keeps: Statement, leaves: Statement) -> tuple[str, str] | None:
    """Return the words by which one side shuts out the rest, and those of the other's leave."""
    if keeps.reading is None or stance_of(keeps.reading) is Stance.LEAVES or leaves.said is None:
        return None
    kept = said_by(keeps, "reserving") or _leave_first(keeps, leaves)
    if not kept or any(said_by(leaves, how) for how in ("reserving", "until", "restricting")):
        return None
    if is_let_act(keeps, leaves):
        return None
    left = said_by(leaves, "permitting")
    if stance_of(leaves.said) is Stance.LEAVES:
        left = leaves.said.signal or left or clip(leaves.text, _QUOTED)
    return (kept, left) if left else None


def _leave_first(keeps: Statement, leaves: Statement) -> str:
    """Return the words by which a ban waits for consent, where the leave has other terms: "if it is clean"."""
    assert keeps.reading is not None  # noqa: S101 - `_found` looked
    if stance_of(keeps.reading) is not Stance.FORBIDS or said_by(leaves, "consent"):
        return ""
    asked = said_by(keeps, "consent") and said_by(leaves, "terms")
    return said_by(keeps, "until") if asked else ""


_ONLY_TO = re.compile(
    r"\bonly\sto\s(?P<whom>(?:(?!\b(?:if|when|where|once|after|before|by|unless|on|in|for)\b)[^.,;:]){3,80})|"
    r"\bto\s(?P<whom2>(?:(?!\bto\b)[^.,;:]){3,60}?),?\s(?:and|but)\s(?:to\s)?(?:nobody|no[\s-]one|none)\b(?:\selse\b)?",
    re.IGNORECASE,
)
_EVERYBODY = re.compile(
    r"\b(?:any|every|each|all|whoever|anyone|anybody|everyone|everybody)\b", re.IGNORECASE
)
_MOST = 0.5  # of the words of the smaller, for the same thing to be given


def _kept_from(gives: Statement, keeps: Statement) -> tuple[str, str] | None:
    """Return whom a duty gives a thing, and the words by which the other side gives it to some others alone."""
    said = gives.reading
    if (
        said is None
        or stance_of(said) is not Stance.BIDS
        or not said.recipient
        or _ONLY_TO.search(gives.text)
    ):
        return None
    whom = families(content_words(said.recipient))
    thing = families(content_words(gives.text.replace(said.recipient, " ", 1)))
    for found in _ONLY_TO.finditer(keeps.text):
        named = found["whom"] or found["whom2"]
        if named.split()[0].lower() in bases() - noun_like():
            continue  # "only to open it" says what for
        some = families(content_words(named))
        rest = families(content_words(keeps.text.replace(found[0], " ", 1)))
        narrower = bool(some - whom - thing) if _EVERYBODY.search(said.recipient) else not some & whom
        if some and narrower and share(thing, rest) >= _MOST:
            return said.recipient, found[0]
    return None
