"""How a text keeps a ban without saying "not": the lid stays shut, another takes the case, tenants are let in too."""

import re
from functools import cache, lru_cache

from policycheck.conflicts.acts import Stance, acts_of
from policycheck.conflicts.contrary import said_by, spoken
from policycheck.conflicts.exceptions import Way, exempts
from policycheck.conflicts.pair import Objection
from policycheck.conflicts.peace.guards import acts_without
from policycheck.conflicts.shared import all_families
from policycheck.conflicts.states import opposites_in
from policycheck.domain.findings import ConflictType
from policycheck.lexicon.data import load
from policycheck.lexicon.families import families
from policycheck.lexicon.phrases import any_of, patterns_of, whole
from policycheck.lexicon.words import content_words, stem
from policycheck.matching import Statement
from policycheck.matching.forbidding import forbids, shuns
from policycheck.matching.holders.let_act import is_let_act
from policycheck.matching.plain_bans import is_kept_by_the_way

_FEW_WORDS = r"(?:[\w’'-]+\s){0,3}?"
_NOT_YET = re.compile(r"\b(?:who|which|that)\s(?:has|have|had|is|are)\s(?:not|never)\b", re.IGNORECASE)


def keeps_a_ban(ban: Statement, other: Statement) -> bool:
    """Tell whether a text that denies nothing keeps a ban all the same."""
    if _uses(other, ("withholding",)) or (_leaves_it(other) and not _leaves_it(ban)):
        return True
    if is_kept_by_the_way(ban, other) or _has_the_opposite(ban, other):
        return True
    if said_by(other, "beforehand") and _NOT_YET.search(ban.text):
        return True  # "to nobody who has not paid" and "paid for before it is handed over" are one rule
    if _does_what_is_left_undone(ban, other):
        return True
    if _does_what_is_excepted(ban, other) or is_let_act(ban, other):
        return True
    return (_refuses_by_verb(ban) and not _refuses_too(other)) or gives_what_none_may_refuse(ban, other)


def _has_the_opposite(ban: Statement, other: Statement) -> bool:
    """Tell whether a thing that a ban wants in no such state is in the opposite one: "must not be left unlocked"."""
    if ban.said is None or shuns(ban.said):
        return False
    shared = all_families(ban) & all_families(other)
    return any(
        # "Must take no part" wants nobody else in that state.
        not _NONE.search(state) and shared - families(content_words(f"{state} {opposite}"))
        for state, opposite in opposites_in(spoken(ban), spoken(other))
    )


_NONE = re.compile(r"\b(?:no|not|never|without)\b", re.IGNORECASE)


def gives_what_none_may_refuse(ban: Statement, other: Statement) -> bool:
    """Tell whether what a ban forbids is itself a refusal, and those whom it protects may come or are let in.

    What others may do, "change the locks", may turn them away in other words.
    """
    if not (_refuses_by_verb(ban) or _turns_away(ban)) or _refuses_too(other) or said_by(other, "only"):
        return False
    if patterns_of("refusals", "banned").search(spoken(other)) or other.said is None:
        return False
    whose = families(content_words(other.said.duty_holder))
    return bool(whose & families(ban.words)) or _LETS.search(spoken(other)) is not None


_LETS = re.compile(
    r"\b(?:let|lets|admit\w*|allow\w*|permit\w*|welcom\w*)\b|\bopens?\b.*\bto\b", re.IGNORECASE
)


def _refuses_too(other: Statement) -> bool:
    return _uses(other, ("taking_away", "sending_away"))


_UNDONE = re.compile(r"\bun(?P<done>[a-z]{3,}ed)\b", re.IGNORECASE)


def _does_what_is_left_undone(ban: Statement, other: Statement) -> bool:
    """Tell whether a ban is on leaving undone what the other does: "must not be left unlocked" and "we lock it"."""
    undone = _UNDONE.search(ban.text)
    return (
        undone is not None
        and not _UNDONE.search(other.text)
        and bool(families(content_words(undone["done"])) & families(other.words))
    )


def is_kept_all_the_same(a: Statement, b: Statement, objection: Objection) -> bool:
    """Tell whether one side keeps the other's ban by the way it goes about the thing, whichever rule objects.

    "Two" beside "alone" is no other figure.
    """
    words = {objection.a_words.lower(), objection.b_words.lower()}
    told = objection.type in (ConflictType.MODALITY, ConflictType.DUTY_HOLDER) or "alone" in words
    return told and (is_kept_by_the_way(a, b) or is_kept_by_the_way(b, a))


def _does_what_is_excepted(ban: Statement, other: Statement) -> bool:
    """Tell whether a text names a case that a ban takes out by name, "save in a procession", and does not act without.

    Where the ban waits for something, "unless the owner agrees", naming that is not yet having it.
    """
    return not acts_without(other.text) and bool(_excepted(ban.text) & other.words)


# Where the case ends and the rule goes on: "save in a storm, no boat", "no dog other than a guide dog shall".
_GOES_ON = re.compile(r",|\b(?:shall|must|may|should|will|can|is|are|has|have)\b", re.IGNORECASE)


@lru_cache(maxsize=8192)
def _excepted(text: str) -> frozenset[str]:
    """Return the words for the cases that a text takes out by name, without those of the rest of it."""
    words: set[str] = set()
    for one in exempts(text):
        case = _GOES_ON.split(one.text)[0]
        if one.way is Way.TAKEN_OUT and not case.lower().startswith(("unless", "without")):
            words |= set(content_words(case)) - set(content_words(text.replace(case, " ", 1)))
    return frozenset(words)


def _refuses_by_verb(ban: Statement) -> bool:
    return any(act.by_another_verb and act.stance is not Stance.FORBIDS for act in acts_of(ban))


def _turns_away(ban: Statement) -> bool:
    """Tell whether a ban is on turning somebody away: its verb opens the act, or is behind the subject of a passive."""
    reading = ban.reading
    return reading is not None and forbids(reading) and _turning_away().search(reading.act) is not None


@cache
def _turning_away() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\bbe\s)(?:{'|'.join(load('refusals')['turning_away'])})", re.IGNORECASE)


@lru_cache(maxsize=8192)
def _leaves_it(statement: Statement) -> bool:
    """Tell whether a text leaves a thing as it is, hands it to another, or treats all alike."""
    return _keeping().search(spoken(statement)) is not None


@cache
def _keeping() -> re.Pattern[str]:
    lists = load("kept")
    ways = (
        rf"(?:{any_of(lists['staying'])})\s{_FEW_WORDS}(?:{any_of(lists['as_it_was'])})\b",
        rf"(?:{any_of(lists['handing'])})\s{_FEW_WORDS}(?:to|for|on\sto)\s(?:an?\s|the\s|his\s|her\s|their\s|our\s|its\s|your\s)?"
        rf"(?:{any_of(lists['another'])})\b",
        whole(lists["keeping"]),
    )
    return re.compile("|".join(rf"\b{way}" for way in ways), re.IGNORECASE)


def _uses(statement: Statement, names: tuple[str, ...]) -> bool:
    return not _stems(names).isdisjoint(map(stem, statement.text.lower().replace(".", " ").split()))


@cache
def _stems(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(stem(word) for name in names for word in load("wordings")[name])
