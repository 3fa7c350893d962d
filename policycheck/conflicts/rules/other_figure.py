"""Two figures in two sentences of one act, whatever they measure.

What it does: finds a time, an amount, a share, an age or a number in each statement that the other does not have,
where no rule for a part of the duty objects.
Why it matters: a sentence that binds nobody in so many words ("a break of 20 minutes", a row of a table) still tells
people a figure.
"""

import re
from dataclasses import replace
from functools import lru_cache
from itertools import product

from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.peace.guards import are_steps_apart
from policycheck.conflicts.wording import words_message
from policycheck.domain.comparison import Relation
from policycheck.domain.figures import Figure, FigureKind, compare_figures
from policycheck.domain.findings import ConflictType
from policycheck.domain.obligations import Comparator, LimitKind, Modality, ThresholdKind
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement
from policycheck.matching.ages import ages_of_a_right, amounts_of_a_right, in_one_measure, is_done_by_the_aged
from policycheck.matching.bare_numbers import with_units
from policycheck.matching.cases import gives_time, lasts
from policycheck.matching.counts import of_one_thing
from policycheck.matching.figures import differing, left_over
from policycheck.matching.forbidding import forbids
from policycheck.matching.hours import falls_short_of_all_day, hours_stand, without_hours
from policycheck.matching.keeping import ends_keeping
from policycheck.matching.parts import Part, told_age
from policycheck.matching.ratios import with_ratios
from policycheck.matching.told_ages import are_ends_of_a_range
from policycheck.matching.windows import are_length_and_notice, figures_but_for_others_time, is_since_done

_KEEPING = frozenset(
    content_words("keep retain retention store hold held destroy delete shred erase dispose preserve wipe")
)


def other_figure(pair: Pair) -> Objection | None:
    """Return the objection, or None where no figures of one kind differ."""
    a, b = pair.a, pair.b
    given = _given(a)
    ours, theirs = figures_but_for_others_time(a, b)
    settled = pair.differences
    if pair.against_source and a.said is not None and a.said.modality is Modality.PERMISSION and not a.term:
        # Leave binds nobody, but the time that it gives may not be cut.
        settled = [one for one in settled if one.part is not Part.AGE]
        had = (
            *(figure for figure in ours if any(figure.text in words for words in given)),
            *ages_of_a_right(a),
            *amounts_of_a_right(a),
        )
        # What both give says whom the right is for: "after two years of service".
        own, rest = left_over(ours, theirs)
        ours = tuple(figure for figure in had if any(figure.text == one.text for one in own))
        theirs = tuple(rest)
    if pair.against_source and hours_stand(a, b):
        ours, theirs = without_hours(ours), without_hours(theirs)
    keeping = bool(_KEEPING & a.words and _KEEPING & b.words)
    ours, theirs = in_one_measure(a, b, ours, theirs, keeping=keeping)
    ours, theirs = with_ratios(ours, theirs, a.text, b.text)
    ours, theirs = with_units(a, b, ours, theirs)
    ours, theirs = of_one_thing(a, b, ours, theirs)
    # What must go at the end of a time may be kept no longer than that either.
    goes = a.said is not None and any(ends_keeping(kept, a.said) for kept in a.said.thresholds)
    found = differing(
        ours,
        theirs,
        against_source=pair.against_source,
        longer_is_stricter=keeping and not goes,
        forbidden=(a.said is not None and forbids(a.said)) or is_done_by_the_aged(a),
        defines=bool(a.term),
        settled=settled,
        given=given,
    )
    if found is None:
        found = _outlived(pair) or _not_lately(pair) or _some_hours(pair)
    if found is None:
        return None
    one, other = found
    if _are_of_one_range(a, one, b, other) or (pair.within and are_steps_apart(a, one, b, other)):
        return None
    if are_length_and_notice(a.said, one, b.said, other):
        return None
    return Objection(
        type=_type(pair, one, other, keeping=keeping),
        message=words_message(pair, one.text, other.text),
        a_words=one.text,
        b_words=other.text,
        loosely=one.kind is not FigureKind.RHYTHM,
    )


def _are_of_one_range(a: Statement, figure_a: Figure, b: Statement, figure_b: Figure) -> bool:
    """Tell "must be aged 18 or over" beside "must be under 70"."""
    if figure_a.kind is not FigureKind.AGE or a.said is None or b.said is None:
        return False
    ages_a, ages_b = (
        [
            told_age(said, age)
            for age in said.thresholds
            if age.kind is ThresholdKind.AGE and (age.text in figure.text or figure.text in age.text)
        ]
        for said, figure in ((a.said, figure_a), (b.said, figure_b))
    )
    return any(are_ends_of_a_range(one, other) for one, other in product(ages_a, ages_b))


_LASTS = re.compile(
    r"\b(?:lasts?|valid|good|in\sforce|runs?\s(?:out|for|on)|expires?|lapses?|stays?|holds|stands?|green)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?:renew\w*|refresh\w*|replac\w+|repeat\w*|retrain\w*|again|anew|afresh|another|after\swhich|go\sagain|new\s(?:one|ones))\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def _lasts(text: str) -> bool:
    return _LASTS.search(text) is not None


def _outlived(pair: Pair) -> tuple[Figure, Figure] | None:
    """Return how long a thing lasts on one side and how often it is renewed on the other, where these differ."""
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        if not (_lasts(one.text) and _AGAIN.search(other.text)):
            continue
        for term, often in product(one.figures, other.figures):
            if (term.kind, often.kind) != (FigureKind.TIME, FigureKind.RHYTHM):
                continue
            relation = compare_figures(replace(term, kind=FigureKind.RHYTHM), often)
            renewed_late = relation is Relation.LAXER if one is pair.a else relation is Relation.STRICTER
            if renewed_late or (relation is not Relation.EQUAL and not pair.against_source):
                return (term, often) if one is pair.a else (often, term)
    return None


def _not_lately(pair: Pair) -> tuple[Figure, Figure] | None:
    """Return how lately a thing must have been done on one side and how much seldomer it is done on the other."""
    sides = [(pair.a, pair.b)] if pair.against_source else [(pair.a, pair.b), (pair.b, pair.a)]
    for one, other in sides:
        for lately, often in product(one.figures, other.figures):
            if often.kind is not FigureKind.RHYTHM or not is_since_done(lately, one, other):
                continue
            if compare_figures(replace(lately, kind=FigureKind.RHYTHM), often) is Relation.LAXER:
                return (lately, often) if one is pair.a else (often, lately)
    return None


def _some_hours(pair: Pair) -> tuple[Figure, Figure] | None:
    """Return the words for day and night on one side and the hours that the other has instead."""
    found = falls_short_of_all_day(pair.a, pair.b)
    if found is None and not pair.against_source and (turned := falls_short_of_all_day(pair.b, pair.a)):
        found = turned[1], turned[0]
    return found


def _given(one: Statement) -> list[str]:
    """Return the words for time that others have: "within 28 days" and "12th" of "may come until the 12th birthday"."""
    if one.said is None:
        return []
    leave = one.said.modality is Modality.PERMISSION
    ages = [f.text for f in one.figures if leave and f.kind is FigureKind.AGE and _until(f, one.text)]
    return ages + [limit.text for limit in one.said.time_limits if gives_time(limit, one.said)]


_UNTIL = re.compile(r"\b(?:before|until|till|up\sto)\s(?:[\w’']+\s){0,4}$", re.IGNORECASE)


def _until(figure: Figure, text: str) -> bool:
    return _UNTIL.search(text.partition(figure.text)[0]) is not None


_TYPES = {
    FigureKind.AGE: ConflictType.AGE,
    FigureKind.RHYTHM: ConflictType.FREQUENCY,
    FigureKind.MONEY: ConflictType.QUANTITY,
    FigureKind.PERCENT: ConflictType.QUANTITY,
    FigureKind.COUNT: ConflictType.QUANTITY,
    FigureKind.RATIO: ConflictType.QUANTITY,
    FigureKind.MEASURE: ConflictType.QUANTITY,
    FigureKind.DATE: ConflictType.DEADLINE,
    FigureKind.MONTH_DAY: ConflictType.DEADLINE,
    FigureKind.CLOCK: ConflictType.DEADLINE,
}


_LASTING = re.compile(r"\b(?:for|lasts?|lasting|throughout|during)\s(?:\w+\s){0,3}$", re.IGNORECASE)


def _says_when(statement: Statement, figure: Figure) -> bool:
    """Tell "within two days" and "before you go home", by which a thing is done, from how long it lasts."""
    return (
        figure.bound is Comparator.AT_MOST
        and not figure.of_case
        and not _LASTING.search(statement.text.partition(figure.text)[0][-40:])
    )


_BY_THEN = re.compile(r"\b(?:within|inside|by|before|after|in|later\sthan)\s(?:the\s)?$", re.IGNORECASE)


def _is_length(one: Statement, figure: Figure, other: Statement, theirs: Figure) -> bool:
    """Tell whether a time is how long one side does a thing, beside one of a row that does not say by when."""
    lasting = one.said is not None and any(
        lasts(limit) and figure.text in limit.text for limit in one.said.time_limits
    )
    return lasting and other.is_row and not _BY_THEN.search(other.text.partition(theirs.text)[0])


def _type(pair: Pair, figure: Figure, theirs: Figure, *, keeping: bool) -> ConflictType:
    defining = [side for side in (pair.a, pair.b) if side.term]
    if any(side.reading is None for side in defining) or len(defining) > 1:
        return ConflictType.DEFINITION
    if figure.kind in _TYPES:
        return _TYPES[figure.kind]
    if keeping:
        return ConflictType.RETENTION
    limits = [limit for s in (pair.a, pair.b) if s.said is not None for limit in s.said.time_limits]
    if any(limit.kind is LimitKind.EVERY for limit in limits):
        return ConflictType.FREQUENCY
    if _is_length(pair.a, figure, pair.b, theirs) or _is_length(pair.b, theirs, pair.a, figure):
        return ConflictType.QUANTITY
    says_when = _says_when(pair.a, figure) or _says_when(pair.b, theirs)
    # How long a thing is done is an amount.
    by_then = any(not lasts(limit) for limit in limits)
    return ConflictType.DEADLINE if by_then or says_when else ConflictType.QUANTITY
