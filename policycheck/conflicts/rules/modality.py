"""One side requires or permits what the other forbids.

What it does: finds a prohibition on one side and a duty, a permission or a plain statement of the same act on the
other. Why it matters: staff who rely on the permission, or do the duty, do what the other text forbids.
"""

import re

from policycheck.conflicts.acts import Act, Opposed, Stance
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.peace.guards import (
    acts_without,
    bans_those_without_a_right,
    gives_others_a_right,
    may_be_done_by_others,
)
from policycheck.conflicts.peace.kept import gives_what_none_may_refuse
from policycheck.conflicts.wording import opposites_message
from policycheck.domain.findings import ConflictType
from policycheck.lexicon.no_odds import without_or_not
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement
from policycheck.matching.asked import question_of
from policycheck.matching.holders.let_act import is_let_act
from policycheck.settings import JUDGEMENT

_DENIAL = re.compile(r"\b(?:not|never|no|nobody|none|nor|neither|without)\b", re.IGNORECASE)
_ONLY = re.compile(r"\bonly\b", re.IGNORECASE)
# A ban stands back where the other side has this part of the words of its exception.
_ITS_CASE = 0.5
# A duty that leaves this part of a ban's words unsaid is of something else: "keep records", "keep no hidden records".
_UNMET = 0.75
# In one document such a ban limits the duty or the permission beside it.
_UNMET_NEARBY = 0.4
# One shared word and another verb: the same act only where the two are likely of one.
_LIKELY = 0.5


def modality(pair: Pair) -> Objection | None:
    """Return the objection, or None where the two acts stand together or are not the same.

    That a plain statement holds a "not" says too little: a ban binds somebody; but a question with its answer is plain.
    """
    acts = pair.opposed
    if acts is None or (pair.against_source and acts.a.stance in (Stance.LEAVES, Stance.WAIVES)):
        return None  # a policy may forbid, or ask for, what the law only allows
    if pair.has_a_list:
        return None
    ban = acts.ban
    if ban is None:
        objects = _waives_what_is_asked(acts, pair.probability)
    else:
        one, other = (pair.a, pair.b) if ban is acts.a else (pair.b, pair.a)
        objects = not _is_a_limit(one) and not _stands_in_the_exception(ban, other)
        objects = objects and not is_let_act(one, other)
        objects = objects and (pair.against_source or not may_be_done_by_others(one, other))
        if objects and Stance.BIDS in (acts.a.stance, acts.b.stance):
            # What a question leaves out may be another thing: "Will you tell the press? No."
            near = pair.of_one_document or question_of(one) is not None
            objects = _does_what_is_banned(acts, ban, other, in_one=near)
        else:
            objects = objects and not bans_those_without_a_right(one, other)
            objects = objects and not gives_what_none_may_refuse(one, other)
            objects = objects and _leaves_what_is_banned(
                acts, one, pair.probability, in_one=pair.of_one_document
            )
    return _objection(pair, acts) if objects else None


def _waives_what_is_asked(acts: Opposed, probability: float) -> bool:
    waived, asked = (acts.a, acts.b) if acts.a.stance is Stance.WAIVES else (acts.b, acts.a)
    if waived.is_thing:
        return bool(waived.words & asked.things) and probability >= JUDGEMENT.near_enough
    return acts.same_head and (acts.some_thing or probability >= _LIKELY)


def _leaves_what_is_banned(acts: Opposed, ban: Statement, probability: float, *, in_one: bool) -> bool:
    """Tell whether the same thing is left free, by the same verb or by one that may mean the same."""
    if not acts.shared or _ONLY.search(ban.text):
        return False  # whom "only those who need it" leaves out was not read
    if in_one and acts.unmet >= _UNMET_NEARBY:
        return False
    if acts.same_head:
        return acts.some_thing or probability >= (JUDGEMENT.same_act if acts.bare else JUDGEMENT.surely)
    return len(acts.shared) > 1 or probability >= _LIKELY


def _does_what_is_banned(acts: Opposed, ban: Act, other: Statement, *, in_one: bool) -> bool:
    """Tell whether somebody is told to do what is banned by the same verb, with all that the ban names.

    "Must not be victimised" and "will be protected" are one rule in two words; what may only be done so is banned
    otherwise, and "your role is to record, not to investigate" forbids in passing what the other side forbids.
    """
    done_without = bool(ban.case) and acts_without(other.text)
    if _ONLY.search(other.text) or (_DENIAL.search(without_or_not(other.text)) and not done_without):
        return False
    if ban.excepts and not done_without:
        return False  # what may be done with agreement can be done, with agreement
    if not acts.same_head or not (acts.some_thing or acts.bare):
        return False
    return done_without or acts.unmet < (_UNMET_NEARBY if in_one else _UNMET)


def _stands_in_the_exception(ban: Act, other: Statement) -> bool:
    """Tell whether the other side speaks of what the ban excepts: "not before the check", "once the check is done"."""
    if not ban.case or acts_without(other.text) or _ends_with_the_ban(ban, other):
        return False
    return len(ban.case & other.words) / len(ban.case) >= _ITS_CASE


_UNTIL = re.compile(r"\b(?:until|till)\s(?P<event>[^,;.:]+)", re.IGNORECASE)


def _ends_with_the_ban(ban: Act, other: Statement) -> bool:
    """Tell whether the other side holds until the ban ends: "not until the board agrees", "may, until it does"."""
    return any(ban.case & set(content_words(found["event"])) for found in _UNTIL.finditer(other.text))


def _is_a_limit(ban: Statement) -> bool:
    """ "No more than 10 per cent" bans that a bound is passed, not the act."""
    return "exceed" in ban.text or any(figure.bound is not None for figure in ban.figures)


def _objection(pair: Pair, acts: Opposed) -> Objection:
    plainly = acts.same_head and len(acts.shared) > 1 and not gives_others_a_right(pair.a, pair.b)
    return Objection(
        type=ConflictType.MODALITY,
        message=opposites_message(pair, acts.a.written, acts.b.written),
        a_words=acts.a.written,
        b_words=acts.b.written,
        loosely=not plainly,
    )
