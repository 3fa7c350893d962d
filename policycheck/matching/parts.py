"""Two readings of one act compared part by part: limits, figures, modality, duty holder."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

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
)
from policycheck.lexicon.counted import counted_thing
from policycheck.lexicon.roles import are_related, find_roles, is_charged
from policycheck.lexicon.words import content_words
from policycheck.matching.banned_times import as_banned, bounds_of
from policycheck.matching.capped import caps_figure, caps_limit
from policycheck.matching.cases import (
    gives_time,
    looks_back,
    says_which_cases,
    sets_the_day,
)
from policycheck.matching.forbidding import forbids, is_kept_to_another_case
from policycheck.matching.keeping import ends_keeping, kept_until, must_be_gone_within
from policycheck.matching.quoting import binding_words, from_denial
from policycheck.matching.told_ages import ToldAge, are_ends_of_a_range, compare_ages
from policycheck.matching.two_limits import answers_another, is_same_kind, is_shorter, opens, same_trigger


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

    `same_trigger` is None where a side does not say what starts the clock. `shorter` where the policy's length of time
    is the shorter one, which may be the stricter or the laxer.
    """

    part: Part
    standing: Standing
    source: str
    policy: str
    same_trigger: bool | None = None
    shorter: bool = False

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
    limits = (*_time_limits(policy), *kept_until(policy.thresholds))
    for limit in _time_limits(source):
        if limit.is_vague:
            continue
        part = _LIMIT_PART.get(limit.kind, Part.DEADLINE)
        window = gives_time(limit, source) or looks_back(limit, source)
        on_the_day = sets_the_day(limit, source) and not forbids(source)
        found = [
            _limit_difference(part, limit, other, policy, window=window, on_the_day=on_the_day)
            for other in limits
            if (
                is_same_kind(limit, other)
                or (window and limit.kind in _WINDOWS and not other.is_vague and other.kind in _WINDOWS)
            )
            and not answers_another(limit, other, source, policy)
        ]
        vague = [other for other in policy.time_limits if other.is_vague]
        if not [d for d in found if d.standing is not Standing.VAGUE] and vague:
            found = [Difference(part=part, standing=Standing.VAGUE, source=limit.text, policy=vague[0].text)]
        absent = Difference(part=part, standing=Standing.ABSENT, source=limit.text, policy="")
        differences.append(_quoted(_nearest(found, absent), source, policy))
    return differences


def _quoted(difference: Difference, source: Obligation, policy: Obligation) -> Difference:
    """Return a difference with the limits of a ban from its "not" on: "sooner than" alone says the contrary."""
    ours, theirs = (
        from_denial(words, reading.text) if forbids(reading) else words
        for words, reading in ((difference.source, source), (difference.policy, policy))
    )
    return replace(difference, source=ours, policy=theirs)


def _time_limits(reading: Obligation) -> list[TimeLimit]:
    limits = reading.time_limits
    return [as_banned(limit, reading) for limit in limits] if forbids(reading) else list(limits)


_WINDOWS = (LimitKind.WITHIN, LimitKind.FOR, LimitKind.AFTER)


def _limit_difference(
    part: Part, source: TimeLimit, policy: TimeLimit, reading: Obligation, *, window: bool, on_the_day: bool
) -> Difference:
    relation = compare_limits(
        source, replace(policy, kind=source.kind), gives_time=window, on_the_day=on_the_day
    )
    if not window and caps_limit(source, policy, reading, relation):
        relation = Relation.LAXER
    standing = Standing.VAGUE if policy.is_vague else _STANDING[relation]
    if opens(source) and policy.kind is LimitKind.WITHIN and not policy.is_vague:
        standing = Standing.LAXER
    return Difference(
        part=part,
        standing=standing,
        source=source.text,
        policy=policy.text,
        same_trigger=same_trigger(source.trigger, policy.trigger),
        shorter=is_shorter(policy, source),
    )


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
    of_cases = says_which_cases(ours, source.text)
    relation = compare_thresholds(ours, theirs, of_cases=of_cases)
    if not of_cases and caps_figure(ours, theirs, policy, relation):
        return Relation.LAXER
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
        standing=Standing.EQUAL if gives_leave_asked(source, policy) else _modality_standing(source, policy),
        source=binding_words(source) or source.modality.value,
        policy=binding_words(policy) or policy.modality.value,
    )


def _modality_standing(source: Obligation, policy: Obligation) -> Standing:
    if forbids(source) == forbids(policy):
        return _strength_standing(source.modality, policy.modality)
    ban, other = (source, policy) if forbids(source) else (policy, source)
    if other is policy and policy.modality is Modality.RECOMMENDATION and source.modality.binds:
        # "No one shall be penalised" beside "managers should see that no one is", "must not start unless it has been
        # looked over" beside "should be looked over first": advice where the source binds.
        return Standing.WEAKER
    if ban is source and keeps_bound(source, policy):
        return Standing.EQUAL
    if _is_limited(ban):
        # "May end only for these reasons" beside "may end": a limit left out, not the opposite.
        return Standing.OTHER
    if other.modality is Modality.PERMISSION:
        return Standing.OPPOSITE
    # "Must delete at the end" and "must not keep longer" say one thing with two verbs. A ban and a duty clash
    # only where the duty is to do the very thing that is banned; "only by day" is no duty to do it by night.
    opposite = _does_what_is_banned(other, ban) and not is_kept_to_another_case(other, ban)
    return Standing.OPPOSITE if opposite else Standing.EQUAL


_LET = re.compile(
    r"(?:allow|permit|let|enable|give\s(?:[\w’'-]+\s){1,4}?(?:leave|permission)\sto)\b", re.IGNORECASE
)
_LETTING = re.compile(
    r"\b(?:allow|permit|let|enabl|agree|grant|giv|offer|provid|arrang|refus)", re.IGNORECASE
)


def gives_leave_asked(source: Obligation, policy: Obligation) -> bool:
    """Tell whether a policy gives the leave that a source bids somebody give: "you may" beside "must allow you to".

    That whoever must allow it may do so is weaker.
    """
    if source.modality is not Modality.OBLIGATION or policy.modality is not Modality.PERMISSION:
        return False
    if not _LET.match(source.act) or _LETTING.search(policy.act):
        return False
    ours, theirs = (frozenset(content_words(one.duty_holder)) for one in (source, policy))
    return bool(policy.duty_holder) and ours.isdisjoint(theirs)


def _is_limited(ban: Obligation) -> bool:
    return "only" in ban.signal.lower().split() or bool(ban.exceptions)


def keeps_bound(ban: Obligation, other: Obligation) -> bool:
    """Tell whether what a ban bounds is done within the bound: "not for more than five years", "for three years"."""
    if not forbids(ban) or forbids(other):
        return False
    bounds = bounds_of(ban, _time_limits(ban))
    standings = [
        one.standing
        for one in (*compare_time_limits(ban, other), *compare_figures(ban, other))
        if one.source.endswith(tuple(bounds)) and one.same_trigger is not False
    ]
    return bool(standings) and all(one in (Standing.EQUAL, Standing.STRICTER) for one in standings)


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
