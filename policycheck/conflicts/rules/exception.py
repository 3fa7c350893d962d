"""One side makes an exception to a rule that the other side lays down without it.

What it does: finds a case that one text takes out of a rule, lets off it or allows against it, and of which the other
text, whose rule binds, says nothing.
Why it matters: staff who rely on the exception break the rule that has none.
"""

import re
from dataclasses import replace
from itertools import product

from policycheck.conflicts.contrary import is_in_a_case, said_by
from policycheck.conflicts.exceptions import (
    Exempt,
    Way,
    excepts_elsewhere,
    exempts,
    has_leeway,
    is_of_will,
    lets_off,
    makes_no_odds,
)
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.peace.kept import gives_what_none_may_refuse
from policycheck.conflicts.wording import exception_message
from policycheck.domain.comparison import Relation
from policycheck.domain.figures import compare_figures
from policycheck.domain.findings import ConflictType
from policycheck.lexicon.families import families
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement
from policycheck.matching.forbidding import forbids
from policycheck.settings import JUDGEMENT

# A case that shares this part of its words with the rule is one that the rule speaks of.
_KNOWN = 0.34
# And one with this part of them is what it asks for.
_ASKED = 0.5
# Below this likelihood of one act, an exception is from some other rule.
_LIKELY = 0.3


def exception(pair: Pair) -> Objection | None:
    """Return the objection, or None where no side lets go a case that the other's rule does not know.

    Against a source the source alone lays down the rule: what it excepts, a policy may forgo.
    """
    if pair.probability < _LIKELY:
        return None
    ours = not pair.against_source
    found = _added(pair.a, pair.b, pair.probability, ours=ours)
    if found is not None:
        return _objection(pair, "", found.text, found, pair.a)
    if not ours:
        return None
    found = _added(pair.b, pair.a, pair.probability, ours=ours)
    return None if found is None else _objection(pair, found.text, "", found, pair.b)


def _added(rule: Statement, other: Statement, probability: float, *, ours: bool) -> Exempt | None:
    """Return the first case that the other text lets go though the rule reaches it.

    Of two texts of `ours` one that spells out what its rule excepts only says more than the other.
    """
    if rule.reading is None or not rule.reading.modality.binds or excepts_elsewhere(rule):
        return None
    return next(
        (
            one
            for told in exempts(other.text)
            if not (ours and told.way is Way.TAKEN_OUT)
            and (one := _beyond(told, rule)) is not None
            and not _is_of_another_item(one, rule, other)
            and _is_new(one, rule, other, probability)
        ),
        None,
    )


_OR = re.compile(
    r",?\sor\s(?!(?:more|less|fewer|over|under|above|below|later|sooner|earlier|otherwise|not|so|both|any\sother)\b)|"
    r",\s(?=[^.;]*\sor\s)(?!(?:who|whose|which|that|if|when|where|as|but|and|provided|unless)\b)",
    re.IGNORECASE,
)


def _beyond(one: Exempt, rule: Statement) -> Exempt | None:
    """Return a case; beside a rule with exceptions of its own, the one of its alternatives that these do not name.

    Where they name none of them, the same exception may be told in other words: which is the wider was not read.
    """
    own = [words for words in exempts(rule.text) if words.way is Way.TAKEN_OUT]
    if one.way is not Way.TAKEN_OUT or not own:
        return one
    named = families(w for case in own for w in content_words(_of_the_case(case.text)) if w in case.words)
    told = [(part, one.words & {*content_words(part)}) for part in _OR.split(_of_the_case(one.text))]
    if not any(families(words) & named for _, words in told):
        return None
    named |= families(rule.words)
    new = [(part, words) for part, words in told if words and not families(words) & named]
    if not new or len(new) == len(told):
        return None
    return replace(one, text=new[0][0].strip(), words=new[0][1])


# "Other than a police car may enter the square": the rule goes on.
_GOES_ON = re.compile(r"\s(?:may|shall|must|can|will|should|is|are|has|have)\b.*$", re.IGNORECASE | re.DOTALL)


def _of_the_case(told: str) -> str:
    """Return the words of a case that is taken out without the verb of the rule that goes on after it."""
    return told if _CLAUSE.search(told) else _GOES_ON.sub("", told)


_CLAUSE = re.compile(r"\b(?:if|unless|when|where|that|who|which|while|until|in\scase)\b", re.IGNORECASE)


def _is_of_another_item(one: Exempt, rule: Statement, other: Statement) -> bool:
    """Tell whether a case stands in one item of a list, and the rule says little of what that item is about."""
    items = other.reading.items if other.reading is not None else ()
    item = next((set(content_words(item)) - one.words for item in items if one.text in item), set())
    return len(items) > 1 and bool(item) and len(item & rule.words) < _ASKED * len(item)


def _is_new(one: Exempt, rule: Statement, other: Statement, probability: float) -> bool:
    assert rule.reading is not None  # noqa: S101 - `_added` looked
    known = len(one.words & rule.words) / len(one.words)
    banned = forbids(rule.reading)
    if one.way is Way.NO_ODDS:  # what the rule asks for makes no odds
        will = one.words & rule.words
        asked = known >= _ASKED and is_of_will(will) and not makes_no_odds(rule.text)
        return asked and (banned or not _is_done_on_asking(rule, will))
    if one.way is Way.REDEFINED:  # the rule's own word, which the rule does not explain
        return one.words <= rule.words and not any(own.way is Way.REDEFINED for own in exempts(rule.text))
    if one.way is Way.TAKEN_OUT:
        # "Not opened unless two are present" says how it is done: so does "two must be present when it is opened".
        return known < _KNOWN and (banned or other.reading is None or not forbids(other.reading))
    if one.words <= rule.words:
        return False
    if one.way is Way.ALLOWED:
        sure = banned and probability >= JUDGEMENT.surely and not gives_what_none_may_refuse(rule, other)
        return sure and not has_leeway(rule.text) and not _have_like_figures(rule, other)
    return one.way is Way.LEFT_FREE or not (banned or lets_off(rule.text))


_WORD = re.compile(r"[\w’'-]+")


def _is_done_on_asking(rule: Statement, will: frozenset[str]) -> bool:
    """Tell whether a duty names somebody's will as its case alone, "if she asks": whoever does it unasked does more."""
    if said_by(rule, "until") or said_by(rule, "beforehand"):
        return False
    named = [found for found in _WORD.finditer(rule.text) if will & {*content_words(found[0])}]
    return all(is_in_a_case(rule.text[: found.start()]) for found in named)


def _have_like_figures(a: Statement, b: Statement) -> bool:
    """Tell whether both give figures that compare: then those say whether a case is let go."""
    return any(compare_figures(x, y) is not Relation.UNKNOWN for x, y in product(a.figures, b.figures))


def _objection(pair: Pair, a_words: str, b_words: str, found: Exempt, rule: Statement) -> Objection:
    return Objection(
        type=ConflictType.DEFINITION if found.way is Way.REDEFINED else ConflictType.MODALITY,
        message=exception_message(pair, found.text, in_a=bool(a_words)),
        a_words=a_words,
        b_words=b_words,
        loosely=found.way is not Way.TAKEN_OUT or has_leeway(rule.text),
        exempt=found,
    )
