"""One side requires or permits what the other forbids.

What it does: finds a prohibition on one side and a duty, a permission or a plain statement of the same act on the
other. Why it matters: staff who rely on the permission, or do the duty, do what the other text forbids.
"""

import re

from policycheck.conflicts.guards import gives_others_a_right, speak_of_one_thing
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.wording import opposites_message
from policycheck.domain.findings import ConflictType
from policycheck.domain.obligations import Modality
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement
from policycheck.matching.parts import Difference, Part, Standing, forbids
from policycheck.settings import JUDGEMENT

_DENIAL = re.compile(r"\b(?:not|never|no|nobody|none|nor|neither|without)\b", re.IGNORECASE)
_WAITING = re.compile(r"until|before|unless", re.IGNORECASE)


def modality(pair: Pair) -> Objection | None:
    """Return the objection, or None where both forbid or neither does.

    Both must bind or permit somebody: that a plain statement holds a "not" says too little.
    """
    ours, theirs = pair.a.reading, pair.b.reading
    if ours is None or theirs is None or forbids(ours) == forbids(theirs):
        return None
    if pair.against_source and ours.modality is Modality.PERMISSION:
        return None  # a policy may forbid what the law only allows
    ban, other = (pair.a, pair.b) if forbids(ours) else (pair.b, pair.a)
    if _is_a_limit(ban) or _is_a_list(ban) or _is_a_list(other) or not _of_what_is_banned(ban, other):
        return None
    if not speak_of_one_thing(ban, other) and pair.probability < JUDGEMENT.surely:
        return None
    for difference in pair.differences:
        if difference.part is Part.MODALITY:
            return _objection(pair, difference)
    return None


def _is_a_list(statement: Statement) -> bool:
    """A list names many acts: which of them the other side speaks of was not read."""
    assert statement.reading is not None  # noqa: S101 - it binds or permits
    return len(statement.reading.items) > 1 or "\n•" in statement.text


def _of_what_is_banned(ban: Statement, other: Statement) -> bool:
    """Tell whether the other side is leave, or tells somebody to do what is banned by the same verb.

    "Must not be victimised" and "will be protected" are one rule in two words; "only" on both sides is one limit.
    """
    assert ban.reading is not None  # noqa: S101 - it forbids
    assert other.reading is not None  # noqa: S101 - it binds or permits
    if all("only" in one.text.lower().split() for one in (ban, other)):
        return False
    if other.reading.modality is Modality.PERMISSION:
        return True
    if _DENIAL.search(other.text):
        return False  # "your role is to record, not to investigate" forbids in passing what the other side forbids
    banned = content_words(ban.reading.act)[:1]
    return bool(banned) and banned[0] in other.words


def _is_a_limit(ban: Statement) -> bool:
    """ "No more than 10 per cent", "not before ten days have gone by" ban that a bound is passed, not the act."""
    said = ban.said
    assert said is not None  # noqa: S101 - it forbids
    bounded = any(figure.bound is not None for figure in ban.figures)
    return bounded or any(_WAITING.match(condition) for condition in (*said.conditions, *said.exceptions))


def _objection(pair: Pair, difference: Difference) -> Objection:
    plainly = (
        difference.standing is Standing.OPPOSITE
        and speak_of_one_thing(pair.a, pair.b)
        and not gives_others_a_right(pair.a, pair.b)
    )
    return Objection(
        type=ConflictType.MODALITY,
        message=opposites_message(pair, difference),
        a_words=difference.source,
        b_words=difference.policy,
        loosely=not plainly,
    )
