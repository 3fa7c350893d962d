"""Two readings of one act compared part by part: limits, figures, modality, duty holder."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from policycheck.domain.comparison import (
    Relation,
    age_boundary,
    compare_limits,
    compare_thresholds,
)
from policycheck.domain.obligations import (
    Comparator,
    LimitKind,
    Modality,
    Obligation,
    Threshold,
    ThresholdKind,
    TimeLimit,
    Unit,
)
from policycheck.lexicon.counted import counted_thing
from policycheck.lexicon.data import load
from policycheck.lexicon.roles import are_related, find_roles, is_charged
from policycheck.lexicon.words import content_words
from policycheck.matching.cases import (
    ends_keeping,
    gives_time,
    must_be_gone_within,
    says_which_cases,
    sets_the_day,
)
from policycheck.matching.told_ages import ToldAge, are_ends_of_a_range, compare_ages


class Part(StrEnum):
    """The part of an obligation that a difference is about."""

    DEADLINE = "deadline"
    FREQUENCY = "frequency"
    AGE = "age"
    QUANTITY = "quantity"
    RETENTION = "retention"
    MODALITY = "modality"
    DUTY_HOLDER = "duty_holder"


class Standing(StrEnum):
    """How the second reading stands to the first in one part."""

    EQUAL = "equal"
    STRICTER = "stricter"
    LAXER = "laxer"
    OPPOSITE = "opposite"
    WEAKER = "weaker"
    OTHER = "other"  # both say something, and it cannot be ranked
    VAGUE = "vague"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One part compared: the words on each side ("" where a side is silent) and how they stand.

    `same_trigger` is None where a side does not say what starts the clock.
    """

    part: Part
    standing: Standing
    source: str
    policy: str
    same_trigger: bool | None = None

    def lies_in(self, items: Sequence[str], *, of_source: bool) -> bool:
        """Tell whether a side's words stand in an item of its list, and so bound that item alone."""
        words = self.source if of_source else self.policy
        return bool(words) and any(words in item for item in items)


_STANDING = {
    Relation.EQUAL: Standing.EQUAL,
    Relation.STRICTER: Standing.STRICTER,
    Relation.LAXER: Standing.LAXER,
    Relation.UNKNOWN: Standing.OTHER,
}
_LIMIT_PART = {LimitKind.EVERY: Part.FREQUENCY}
_THRESHOLD_PART = {ThresholdKind.AGE: Part.AGE, ThresholdKind.RETENTION: Part.RETENTION}
# Best first: what one source limit is held against when the policy states several.
_PREFERENCE = (Standing.EQUAL, Standing.STRICTER, Standing.OTHER, Standing.LAXER, Standing.VAGUE)


def compare_parts(source: Obligation, policy: Obligation) -> list[Difference]:
    """Return every part of `source` held against `policy`, the equal ones too."""
    return [
        *compare_time_limits(source, policy),
        *compare_figures(source, policy),
        compare_modality(source, policy),
        *compare_duty_holder(source, policy),
    ]


def compare_time_limits(source: Obligation, policy: Obligation) -> list[Difference]:
    """Hold each figured time limit of the source against the policy's nearest of the same kind."""
    differences = []
    limits = (*policy.time_limits, *_kept_until(policy.thresholds))
    for limit in source.time_limits:
        if limit.is_vague:
            continue
        part = _LIMIT_PART.get(limit.kind, Part.DEADLINE)
        window = gives_time(limit, source)
        on_the_day = sets_the_day(limit, source) and not forbids(source)
        found = [
            _limit_difference(part, limit, other, window=window, on_the_day=on_the_day)
            for other in limits
            if _same_kind(limit, other)
            or (window and limit.kind in _WINDOWS and not other.is_vague and other.kind in _WINDOWS)
        ]
        vague = [other for other in policy.time_limits if other.is_vague]
        if not [d for d in found if d.standing is not Standing.VAGUE] and vague:
            found = [Difference(part=part, standing=Standing.VAGUE, source=limit.text, policy=vague[0].text)]
        absent = Difference(part=part, standing=Standing.ABSENT, source=limit.text, policy="")
        differences.append(_nearest(found, absent))
    return differences


_WINDOWS = (LimitKind.WITHIN, LimitKind.FOR, LimitKind.AFTER)


def _kept_until(thresholds: Sequence[Threshold]) -> list[TimeLimit]:
    """Read "destroyed after 14 days" as a time limit too: it answers "erase within 31 days"; and so with "kept for"."""
    return [
        TimeLimit(
            kind=kind,
            value=_FOR_EVER if kept.value is None else kept.value,
            unit=Unit(kept.unit),
            text=kept.text,
        )
        for kept in thresholds
        if kept.kind is ThresholdKind.RETENTION and kept.unit in _UNITS
        for kind in (LimitKind.AFTER, LimitKind.FOR)
    ]


_FOR_EVER = 1000.0  # years
_UNITS = frozenset(unit.value for unit in Unit)


def _same_kind(source: TimeLimit, policy: TimeLimit) -> bool:
    """A policy that does a thing after 14 days has done it within 14 days, where that is what is asked.

    Who leaves a thing undone for 14 days does it no sooner.
    """
    if policy.kind is source.kind:
        return True
    return (source.kind, policy.kind) in (
        (LimitKind.WITHIN, LimitKind.AFTER),
        (LimitKind.AFTER, LimitKind.FOR),
    )


def _limit_difference(
    part: Part, source: TimeLimit, policy: TimeLimit, *, window: bool, on_the_day: bool
) -> Difference:
    relation = compare_limits(
        source, replace(policy, kind=source.kind), gives_time=window, on_the_day=on_the_day
    )
    standing = Standing.VAGUE if policy.is_vague else _STANDING[relation]
    return Difference(
        part=part,
        standing=standing,
        source=source.text,
        policy=policy.text,
        same_trigger=same_trigger(source.trigger, policy.trigger),
    )


def same_trigger(a: str, b: str) -> bool | None:
    """Tell whether two triggers share a word of substance; None where a side names none."""
    words_a, words_b = set(content_words(a)), set(content_words(b))
    if not words_a or not words_b:
        return None
    return bool(words_a & words_b)


def compare_figures(source: Obligation, policy: Obligation) -> list[Difference]:
    """Hold each threshold of the source against the policy's nearest of the same kind."""
    differences = []
    theirs = (*policy.thresholds, *_kept_for(source, policy))
    for threshold in source.thresholds:
        part = _THRESHOLD_PART.get(threshold.kind, Part.QUANTITY)
        found = [
            Difference(
                part=part,
                standing=_STANDING[_relation(source, threshold, policy, other)],
                source=threshold.text,
                policy=other.text,
            )
            for other in _answering(source, threshold, policy, theirs)
            if other.kind is threshold.kind and same_unit(threshold, other)
        ]
        absent = Difference(part=part, standing=Standing.ABSENT, source=threshold.text, policy="")
        differences.append(_nearest(found, absent))
    return differences


def _answering(
    source: Obligation, threshold: Threshold, policy: Obligation, theirs: Sequence[Threshold]
) -> Sequence[Threshold]:
    """Leave out ages of the other end, and the upper ages of leave given where the source bars the young.

    "Aged 12 to 13 may" admits at 12.
    """
    if threshold.kind is not ThresholdKind.AGE:
        return theirs
    ours = told_age(source, threshold)
    theirs = [
        one
        for one in theirs
        if one.kind is not ThresholdKind.AGE or not are_ends_of_a_range(ours, told_age(policy, one))
    ]
    if not ours.bars_younger or forbids(policy):
        return theirs
    ages = [
        one for one in theirs if one.kind is ThresholdKind.AGE and one.comparator is not Comparator.AT_MOST
    ]
    youngest = min(ages, key=age_boundary, default=None)
    return theirs if youngest is None else [youngest]


def _kept_for(source: Obligation, policy: Obligation) -> list[Threshold]:
    """Read "six months after the decision" as how long a thing is kept, where the source says how long it is."""
    if any(one.kind is ThresholdKind.RETENTION for one in policy.thresholds):
        return []
    if all(one.kind is not ThresholdKind.RETENTION for one in source.thresholds):
        return []
    return [
        Threshold(
            kind=ThresholdKind.RETENTION, comparator=limit.comparator, value=limit.value, unit=limit.unit.value,
            text=limit.text, trigger=limit.trigger,
        )
        for limit in policy.time_limits
        if limit.kind in (LimitKind.FOR, LimitKind.AFTER) or must_be_gone_within(limit, policy)
        if limit.unit is not None and limit.value is not None
    ]  # fmt: skip


def _relation(source: Obligation, ours: Threshold, policy: Obligation, theirs: Threshold) -> Relation:
    if ours.kind is ThresholdKind.COUNT:
        ours, theirs = _in_days(ours), _in_days(theirs)
        theirs = replace(theirs, unit=ours.unit)
    if ours.kind is ThresholdKind.AGE:
        return compare_ages(told_age(source, ours), told_age(policy, theirs))
    relation = compare_thresholds(ours, theirs, of_cases=says_which_cases(ours, source.text))
    if ours.kind is ThresholdKind.RETENTION and relation is Relation.STRICTER and ends_keeping(ours, source):
        return Relation.LAXER
    return relation


def _in_days(count: Threshold) -> Threshold:
    """Count "five weeks' pay" in days, as others do."""
    of_weeks = count.value is not None and count.unit.startswith(("weeks' ", "weeks’ "))
    return replace(count, value=(count.value or 0) * _DAYS_OF_A_WEEK) if of_weeks else count


_DAYS_OF_A_WEEK = 7


def told_age(reading: Obligation, age: Threshold) -> ToldAge:
    """Return an age as a reading tells it."""
    return ToldAge(age, reading.text, banned=forbids(reading))


def same_unit(a: Threshold, b: Threshold) -> bool:
    """Tell whether two figures count the same thing: "people" are "individuals", "visits" are not."""
    if a.kind is ThresholdKind.MEASURE:
        return a.unit == b.unit
    return a.kind is not ThresholdKind.COUNT or counted_thing(a.unit) == counted_thing(b.unit)


def _nearest(found: Iterable[Difference], absent: Difference) -> Difference:
    def rank(difference: Difference) -> tuple[bool, int]:
        return difference.same_trigger is False, _PREFERENCE.index(difference.standing)

    return min(found, key=rank, default=absent)


def compare_modality(source: Obligation, policy: Obligation) -> Difference:
    """Hold how strongly the policy binds, and which way, against the source."""
    return Difference(
        part=Part.MODALITY,
        standing=_modality_standing(source, policy),
        source=source.signal or source.modality.value,
        policy=policy.signal or policy.modality.value,
    )


def _modality_standing(source: Obligation, policy: Obligation) -> Standing:
    if forbids(source) == forbids(policy):
        return _strength_standing(source.modality, policy.modality)
    ban, other = (source, policy) if forbids(source) else (policy, source)
    if other is policy and policy.modality is Modality.RECOMMENDATION and source.modality.binds:
        # "No one shall be penalised" beside "managers should see that no one is", "must not start unless it has been
        # looked over" beside "should be looked over first": advice where the source binds.
        return Standing.WEAKER
    if _is_limited(ban):
        # "May end only for these reasons" beside "may end": a limit left out, not the opposite.
        return Standing.OTHER
    if other.modality is Modality.PERMISSION:
        return Standing.OPPOSITE
    # "Must delete at the end" and "must not keep longer" say one thing with two verbs. A ban and a duty clash
    # only where the duty is to do the very thing that is banned.
    return Standing.OPPOSITE if _does_what_is_banned(other, ban) else Standing.EQUAL


def _is_limited(ban: Obligation) -> bool:
    return "only" in ban.signal.lower().split() or bool(ban.exceptions)


def _does_what_is_banned(duty: Obligation, ban: Obligation) -> bool:
    banned = content_words(ban.act)
    done = set(content_words(duty.text))
    return bool(banned) and banned[0] in content_words(duty.act)[:1] and set(banned) <= done


_STRENGTH = {
    Modality.PERMISSION: 0,
    Modality.RECOMMENDATION: 1,
    Modality.OBLIGATION: 2,
    Modality.PROHIBITION: 2,
}


def _strength_standing(source: Modality, policy: Modality) -> Standing:
    difference = _STRENGTH[policy] - _STRENGTH[source]
    if source is Modality.PERMISSION or difference == 0:
        return Standing.EQUAL
    return Standing.STRICTER if difference > 0 else Standing.WEAKER


_NEGATIVE = {"not", "never", "cannot", "nobody", "no-one", "neither", "nor", "no", "only"}
_NOBODY = {"nobody", "no-one", "neither", "none", "no"}


def forbids(reading: Obligation) -> bool:
    """Tell whether a reading says what is not to be done: a prohibition, or advice against.

    "Should only be shared" advises against all other sharing; "no one should suffer" against it happening. So does
    a duty of nobody: "no person other than the head shall decide"; but not a bound: "no more than four". "Do not delay
    calling the doctor" bids the call.
    """
    if reading.modality is Modality.PROHIBITION:
        return not bans_delay(reading)
    if reading.modality is Modality.PERMISSION:
        return False
    if reading.modality is Modality.OBLIGATION and reading.text.lstrip()[:1] not in ("N", "n"):
        return False  # as all words for nobody begin
    opening = [word.lower() for word in reading.text.split(maxsplit=2)[:2]]
    if reading.modality is Modality.OBLIGATION:
        return opening[:1] != [] and opening[0] in _NOBODY and opening[-1] not in _bounding()
    words = reading.signal.lower().split() + opening[:1]
    return reading.modality is Modality.RECOMMENDATION and not _NEGATIVE.isdisjoint(words)


def bans_delay(reading: Obligation) -> bool:
    """Tell whether a ban is on waiting with an act, "do not put off calling", and so asks for the act at once."""
    return reading.modality is Modality.PROHIBITION and any(
        f"{reading.act} ".startswith(f"{verb} ") for verb in load("deciding")["delaying"]
    )


@cache
def _bounding() -> frozenset[str]:
    return frozenset(load("deciding")["bounding"])


def compare_duty_holder(source: Obligation, policy: Obligation) -> list[Difference]:
    """Return a difference where both name who acts and neither acts for the other; nothing where unknown."""
    ours, theirs = find_roles(source.duty_holder), find_roles(policy.duty_holder)
    if not (is_charged(source.duty_holder) and is_charged(policy.duty_holder)):
        return []
    related = are_related(ours, theirs)
    return [
        Difference(
            part=Part.DUTY_HOLDER,
            standing=Standing.EQUAL if related else Standing.OTHER,
            source=source.duty_holder,
            policy=policy.duty_holder,
        )
    ]
