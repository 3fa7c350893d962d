"""When a policy keeps a ban though it bans nothing itself.

It gives what must not be refused, lets people off what must not be charged, permits no more than the bound that the
ban names, has done first what the ban waits for, or is done by one of those whom the ban lets act.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from policycheck.domain.comparison import Relation
from policycheck.domain.figures import Figure, FigureKind, compare_figures
from policycheck.domain.obligations import Comparator, Modality
from policycheck.lexicon.data import load
from policycheck.lexicon.families import families
from policycheck.lexicon.phrases import patterns_of, phrases_of
from policycheck.lexicon.questions import question_in
from policycheck.lexicon.words import content_words, stem, stop_words
from policycheck.matching import Statement
from policycheck.matching.banned_times import bounds_thing
from policycheck.matching.figures import agreeing, differing, left_over
from policycheck.matching.forbidding import forbids
from policycheck.matching.holders.let_act import is_let_act
from policycheck.matching.parts import keeps_bound
from policycheck.matching.plain_bans import is_kept_by_the_way, is_of_the_contrary

_I = re.IGNORECASE
_PASSIVE = re.compile(r"^.*?\bbe\s", _I)
_WORD = re.compile(r"[a-z]+")
_DENIAL = re.compile(r"\b(?:no|not|never|nobody|none|nor|neither|cannot|without)\b|n[’']t\b", _I)
# An age or an hour says who or when, whatever is done then.
_OF_A_CASE = (FigureKind.AGE, FigureKind.CLOCK)
_WHAT_IT_WAITS_FOR = re.compile(r"[^,;.:—]*")
# So much of what a ban waits for a policy names that has it done first.
_NAMED = 0.5


def keeps_ban(source: Statement, policy: Statement) -> bool:
    """Tell whether what a policy does or permits is plainly not what a source bans.

    "Tenants are given permits" keeps "a permit must not be refused"; "may be left for two hours" keeps "must not be
    left for more than two hours"; "is seen before it is used" keeps "must not be used until it has been seen"; and so
    does whoever acts whom the ban lets act.
    """
    reading, said = source.reading, policy.said
    if reading is None or said is None or not forbids(reading) or forbids(said):
        return False
    if (
        _waits_as_well(source, policy)
        or _charges_nothing(source, policy)
        or _lets_in_only_the_older(source, policy)
        or _is_over_by_then(source, policy)
        or is_let_act(source, policy)
        or keeps_bound(reading, said)
        or is_kept_by_the_way(source, policy)
        or is_of_the_contrary(source, policy)
    ):
        return True
    bounded = [one for one in source.figures if one.bound is not None and one.kind not in _OF_A_CASE]
    if bounded:
        permits = said.modality is Modality.PERMISSION
        agree = agreeing(bounded, policy.figures) == len(bounded)
        return _meets(bounded, policy.figures) if bounds_thing(reading) else permits and agree
    if phrases_of("wordings", "turning").search(source.text) is not None:
        return False  # it may be refused in some case
    if said.modality is Modality.PERMISSION and phrases_of("contrary", "reserving").search(source.text):
        return False  # whether leave is within what "only" keeps back is for other rules to say
    return _takes_away(_PASSIVE.sub("", reading.act)) and not _takes_away_anywhere(policy.text)


def _meets(bounded: Sequence[Figure], figures: Sequence[Figure]) -> bool:
    """Tell whether each bound that a thing must keep has its figure, and none is laxer."""
    told = all(
        any(compare_figures(one, other) is not Relation.UNKNOWN for other in figures) for one in bounded
    )
    return told and differing(bounded, figures, against_source=True) is None


def _charges_nothing(source: Statement, policy: Statement) -> bool:
    """Tell whether a policy lets people off paying, itself or by its answer, where a source bans the charge.

    "Do I have to pay? No" and "you need not pay".
    """
    if not patterns_of("charges", "charges", "banned_charge").search(source.text) or source.figures:
        return False
    if policy.said is None or policy.said.conditions or any(f.kind is FigureKind.AGE for f in policy.figures):
        return False  # others pay
    asked = question_in(policy.text)
    if asked is not None and asked.waives:
        return patterns_of("charges", "charges", "asked_to_pay").search(asked.question) is not None
    return patterns_of("charges", "charges", "waived").search(policy.text) is not None


_ONLY = re.compile(r"\bonly\b", _I)
# "Anyone of 14 or over may row, and younger ones with a parent" lets in more than the older.
_OTHERS_TOO = re.compile(r"\b(?:younger|youngest|under|below|else|others?|rest|any\sage|all\sages)\b", _I)


def _lets_in_only_the_older(source: Statement, policy: Statement) -> bool:
    """Tell whether a policy acts, or gives leave, only from the age on below which a source bans it, or from a higher
    one.
    """
    young = [f for f in source.figures if f.kind is FigureKind.AGE and f.bound is Comparator.AT_MOST]
    old = [f for f in policy.figures if f.kind is FigureKind.AGE and f.bound is not Comparator.AT_MOST]
    if len(young) != 1 or len(old) != 1 or len(source.figures) > 1 or old[0].boundary < young[0].boundary:
        return False
    if any(f.kind is FigureKind.AGE and f is not old[0] for f in policy.figures):
        return False
    if old[0].bound is Comparator.AT_LEAST and _ONLY.search(policy.text):
        return True
    leave = policy.said is not None and policy.said.modality is Modality.PERMISSION
    return leave and _OTHERS_TOO.search(policy.text) is None


_FROM_THEN = re.compile(r"\b(?:after|past|beyond|later\sthan)\s$", _I)
_TILL_THEN = re.compile(r"\b(?:until|till|by|before|(?:no|not)\slater\sthan)\s$", _I)
_NOON = 12


def _is_over_by_then(source: Statement, policy: Statement) -> bool:
    """Tell whether what a ban allows no later than an hour ends by then: "not after ten at night", "until half past
    nine".
    """
    ours, theirs = (
        [
            f
            for f in one.figures
            if f.kind is FigureKind.CLOCK and before.search(one.text.partition(f.text)[0])
        ]
        for one, before in ((source, _FROM_THEN), (policy, _TILL_THEN))
    )
    if len(ours) != 1 or len(theirs) != 1 or min(ours[0].value, theirs[0].value) < _NOON:
        return False  # one in the morning may be after ten at night
    rest = [f for f in source.figures if f is not ours[0]]
    return theirs[0].value <= ours[0].value and agreeing(rest, policy.figures) == len(rest)


def _waits_as_well(source: Statement, policy: Statement) -> bool:
    """Tell whether a policy has done first, or acts only upon, what a ban waits for: the event is in both.

    Advice and leave are less, and so is another figure, or a word where the source wants writing.
    """
    awaited = phrases_of("wordings", "awaiting").search(source.text)
    text = policy.text
    if awaited is None or policy.said is None or policy.said.modality is not Modality.OBLIGATION:
        return False
    if _DENIAL.search(text) or phrases_of("wordings", "put_off").search(text):
        return False
    if phrases_of("wordings", "writing_asked").search(source.text) and not phrases_of(
        "wordings", "writing"
    ).search(text):
        return False
    if left_over(source.figures, policy.figures)[0]:
        return False
    rest = _WHAT_IT_WAITS_FOR.match(source.text, awaited.end())
    event = families(content_words(rest[0])) if rest else frozenset()
    return bool(event) and any(
        len(event & families(content_words(done_first))) >= _NAMED * len(event)
        for done_first in _done_first(text)
    )


def _done_first(text: str) -> Iterator[str]:
    """Yield the words of what comes first, at each word of order: "before" has it outside its clause, others after."""
    for found in phrases_of("wordings", "in_order").finditer(text):
        if found[0].lower().startswith("before"):
            clause = _WHAT_IT_WAITS_FOR.match(text, found.end())
            yield f"{text[: found.start()]} {text[clause.end() if clause else found.end() :]}"
        else:
            yield text[found.end() :]


def _takes_away(act: str) -> bool:
    """Tell whether the verb of an act refuses, withdraws or worsens something."""
    words = (word for word in _WORD.findall(act.lower()) if word not in stop_words())
    return stem(next(words, "")) in _taking_away()


def _takes_away_anywhere(text: str) -> bool:
    words = map(stem, _WORD.findall(text.lower()))
    if phrases_of("wordings", "putting_off").search(text):
        return True
    return _DENIAL.search(text) is not None or not _taking_away().isdisjoint(words)


@cache
def _taking_away() -> frozenset[str]:
    return frozenset(map(stem, load("wordings")["taking_away"]))
