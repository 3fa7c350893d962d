"""One side makes an exception to a rule that the other side lays down without it.

What it does: finds a case that one text takes out of a rule, lets off it or allows against it, and of which the other
text, whose rule binds, says nothing.
Why it matters: staff who rely on the exception break the rule that has none.
"""

from policycheck.conflicts.exceptions import Exempt, Way, exempts
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.wording import exception_message
from policycheck.domain.findings import ConflictType
from policycheck.matching import Statement
from policycheck.matching.parts import forbids

# A case that shares this part of its words with the rule is one that the rule speaks of.
_KNOWN = 0.34
# Below this likelihood of one act, an exception is from some other rule.
_LIKELY = 0.3


def exception(pair: Pair) -> Objection | None:
    """Return the objection, or None where no side lets go a case that the other's rule does not know.

    Against a source the source alone lays down the rule: what it excepts, a policy may forgo.
    """
    if pair.probability < _LIKELY:
        return None
    found = _added(pair.a, pair.b)
    if found is not None:
        return _objection(pair, "", found.text, found, pair.a)
    if pair.against_source:
        return None
    found = _added(pair.b, pair.a)
    return None if found is None else _objection(pair, found.text, "", found, pair.b)


def _added(rule: Statement, other: Statement) -> Exempt | None:
    """Return the first case that the other text lets go though the rule reaches it."""
    if rule.reading is None or not rule.reading.modality.binds:
        return None
    return next((one for one in exempts(other.text) if _is_new(one, rule, other)), None)


def _is_new(one: Exempt, rule: Statement, other: Statement) -> bool:
    assert rule.reading is not None  # noqa: S101 - `_added` looked
    if len(one.words & rule.words) / len(one.words) >= _KNOWN and one.way is Way.TAKEN_OUT:
        return False
    banned = forbids(rule.reading)
    if one.way is Way.LET_OFF:
        return not banned and bool(one.words - rule.words)
    if one.way is Way.LEFT_FREE:
        return bool(one.words - rule.words)
    # "Not opened unless two are present" says how it is done: so does "two must be present when it is opened".
    return banned or other.reading is None or not forbids(other.reading)


def _objection(pair: Pair, a_words: str, b_words: str, found: Exempt, rule: Statement) -> Objection:
    return Objection(
        type=ConflictType.MODALITY,
        message=exception_message(pair, found.text, in_a=bool(a_words)),
        a_words=a_words,
        b_words=b_words,
        loosely=found.way is not Way.TAKEN_OUT or bool(exempts(rule.text)),
    )
