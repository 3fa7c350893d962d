"""One side forbids what the other does as a matter of course, or leaves free, in other words.

What it does: finds a plain ban on one side and, on the other, a permission ("may", "is fine") or a practice
that denies nothing, of words of the same families or in a pair likely of one act.
Why it matters: a practice is followed more readily than a ban is looked up.
"""

import re
from dataclasses import replace
from functools import cache

from policycheck.conflicts.acts import INSTEAD, Stance, stance_of, stance_words
from policycheck.conflicts.bans import banned_by
from policycheck.conflicts.contrary import denials_of, is_in_a_case, said_by
from policycheck.conflicts.drift import drift_objection
from policycheck.conflicts.exceptions import exempts
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.peace.guards import bans_those_without_a_right
from policycheck.conflicts.peace.kept import keeps_a_ban
from policycheck.conflicts.shared import LIKELY, all_families, part_met
from policycheck.conflicts.wording import practice_message
from policycheck.domain.figures import FigureKind
from policycheck.domain.obligations import Modality, Obligation
from policycheck.lexicon.data import load
from policycheck.lexicon.families import families
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement
from policycheck.matching.holders.kept_for import asks_for_what_admits
from policycheck.matching.plain_bans import is_done_in_a_case
from policycheck.matching.quoting import clip
from policycheck.matching.statements import SENTENCE_END

_QUOTED = 60


def practice(pair: Pair) -> Objection | None:
    """Return the objection, or None where nothing is done that the other side forbids."""
    words = (
        pair.told_by_either(_bans_what_is_borne)
        or pair.told_by_either(_found)
        or _bans_a_duty(pair)
        or pair.told_by_either(_bans_what_is_left)
    )
    met = part_met(pair.a, pair.b)
    if words is None or not (met or pair.probability >= LIKELY):
        return None
    return drift_objection(
        pair, words, by="permitted" if _is_left(pair) else "practice", message=practice_message
    )


_WELCOME = re.compile(r"\b(?:welcome|may|free\sto)\b|\bby\sall\smeans\b", re.IGNORECASE)


def _bans_what_is_left(bans: Statement, does: Statement) -> tuple[str, str] | None:
    """Return the set phrase or bare cell that forbids, and the words by which the other side leaves a thing free."""
    written, _ = banned_by(bans)
    if not written or does.said is None or denials_of(does) or said_by(does, "only") or banned_by(does)[0]:
        return None
    left = _WELCOME.search(does.text)
    if stance_of(does.said) is Stance.LEAVES:
        return written, does.said.signal or (left[0] if left else clip(does.text, _QUOTED))
    return (written, left[0]) if left and stance_of(does.said) is not Stance.FORBIDS else None


def _bans_what_is_borne(bans: Statement, does: Statement) -> tuple[str, str] | None:
    """Return the words of a ban, and those by which the other side bears with a thing: "nobody minds"."""
    borne = said_by(does, "tolerated")
    if not borne or bans.said is None or said_by(bans, "tolerated") or said_by(bans, "until"):
        return None
    if any(one.written not in borne for one in denials_of(does)):
        return None  # it forbids as well: "do not light one, and nobody minds a cold supper"
    written = banned_by(bans)[0] or (
        stance_words(bans.said) if stance_of(bans.said) is Stance.FORBIDS else ""
    )
    if (
        not written
        or is_in_a_case(does.text[: does.text.find(borne)])
        or bans_those_without_a_right(bans, does)
    ):
        return None
    return written, borne


def _bans_a_duty(pair: Pair) -> tuple[str, str] | None:
    """Return the words of a duty of a source, and those of the policy that forbids it."""
    duty = pair.a.reading
    if not pair.against_source or duty is None or stance_of(duty) is not Stance.BIDS:
        return None
    if pair.has_a_list or said_by(pair.a, "beforehand") or said_by(pair.b, "beforehand"):
        return None  # "trained before they sit" and "nobody sits before being trained" are one rule
    found = _found(pair.b, pair.a) if pair.b.reading is not None else None
    return (found[1], found[0]) if found else None


def _found(bans: Statement, does: Statement) -> tuple[str, str] | None:
    """Return the words of a ban, and those of what is done or left free."""
    does = _of_the_ban(bans, does)
    reading, said = bans.reading or _told_as_habit(bans, does), does.said
    if (
        reading is None
        or said is None
        or stance_of(reading) is not Stance.FORBIDS
        or stance_of(said) is Stance.FORBIDS
        or said.modality
        is Modality.RECOMMENDATION  # what people are told they should do is seldom what is banned
        or bans_those_without_a_right(bans, does)
        or (does.reading is None and _supposes().search(does.text))
    ):
        return None
    only = said_by(does, "only") and not is_done_in_a_case(bans, does)
    if said_by(bans, "until") or denials_of(does) or said_by(does, "denying") or only:
        return None
    compared = bool(does.figures) or any(sign.isdigit() for sign in does.text)
    if bans.figures and compared and not _in_the_same_hours(bans, does):
        return None  # the rules of figures compare them
    if said_by(bans, "beforehand") and said_by(does, "until"):
        return None
    if keeps_a_ban(bans, does) or _is_done_instead(bans, does) or asks_for_what_admits(bans, does):
        return None
    return stance_words(reading) or clip(bans.text, _QUOTED), said_by(does, "permitting") or clip(
        does.text, _QUOTED
    )


def _is_done_instead(bans: Statement, does: Statement) -> bool:
    """Tell whether what is done is met only by what a ban, after a dash, has done instead."""
    banned, *instead = INSTEAD.split(bans.text, maxsplit=1)
    return bool(instead) and not families(content_words(banned)) & all_families(does)


_FEW = 5  # words that say too little of what is done: "One line, one boat."


# A question stands with its answer: "Do I have to row? No, you need not."
_SENTENCES = re.compile(
    rf"(?<!\?){SENTENCE_END.pattern}|(?<=\?)\s+(?!(?:a(?:nswer)?[.:]\s)?(?:no|never|yes|only|not)\b)",
    re.IGNORECASE,
)


def _of_the_ban(bans: Statement, does: Statement) -> Statement:
    """Return a statement with those of its sentences alone that name what is banned, all where none or each does."""
    sentences = _SENTENCES.split(does.text) if not does.is_row else []
    named = all_families(bans)
    telling = [one for one in sentences if named & families(content_words(one))]
    text = " ".join(telling)
    return replace(does, text=text) if len(telling) < len(sentences) and len(text.split()) > _FEW else does


_NO_HABIT = re.compile(  # cases, what is not needed, "no ticket, no seat", and what a thing is not
    r"^(?:if|when|where|while|once|unless|it|this|that|there)\b|\b(?:needed|necessary|required|called\sfor|enough)\b|^no\b[^,.;]*,\sno\b|^no\sother\b|"
    r"\b(?:is|are)\snot\s(?:about|an?|one\sof|part\sof|just|only|merely|simply)\b",
    re.IGNORECASE,
)
_HABIT = re.compile(
    r"^(?:no\s(?!more|fewer|less|later|longer)|nobody\b|none\b|never\b)|"
    r"^[^,;.:]{3,80}?\s(?:do|is|are|will)\s(?:not|never)\s(?!need\b|have\sto|required|allowed\sfor)|^[^,;.:]{3,60}?\s(?:never|cannot)\s",
    re.IGNORECASE,
)


def _told_as_habit(bans: Statement, does: Statement) -> Obligation | None:
    """Return the plain fact by which a text forbids a thing, "dogs do not come to work", where the other names it."""
    if bans.is_row or bans.stated is None or _NO_HABIT.search(bans.text) or not part_met(bans, does):
        return None
    if not _HABIT.match(bans.text) or exempts(bans.text) or _says_what_it_is_for().match(bans.text):
        return None
    return bans.stated if stance_of(bans.stated) is Stance.FORBIDS else None


@cache
def _supposes() -> re.Pattern[str]:
    """ "Even small groups can result in breaches": what may come about, which nobody does or is let do."""
    supposing = "|".join(load("exceptions")["supposing"])
    return re.compile(rf"\b(?:can|could|may|might)\s(?:{supposing})\b", re.IGNORECASE)


@cache
def _says_what_it_is_for() -> re.Pattern[str]:
    """ "The plan ensures that children do not fall behind" bans nothing; what people ensure is a duty."""
    ensuring = "|".join(load("deciding")["ensuring"])
    return re.compile(rf"[^,;.:]{{3,60}}?\s(?:{ensuring})\s", re.IGNORECASE)


def _in_the_same_hours(bans: Statement, does: Statement) -> bool:
    """Tell whether a ban holds at the very hours at which a thing is done: then they do not say how much is allowed."""
    banned, done = (
        [figure.value for figure in side.figures if figure.kind is FigureKind.CLOCK] for side in (bans, does)
    )
    return len(banned) == len(bans.figures) > 1 and banned == done


def _is_left(pair: Pair) -> bool:
    """Tell whether a side is a permission, in whatever words."""
    return any(
        (s.said is not None and stance_of(s.said) is Stance.LEAVES) or said_by(s, "permitting")
        for s in (pair.a, pair.b)
    )
