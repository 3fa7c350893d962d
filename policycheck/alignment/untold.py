"""A time limit or a number that a duty sets, and of which no answer to it says anything.

One answer that has some other time may well have set its own; answers without any time at all leave it open.
"""

import re
from collections.abc import Sequence
from functools import cache

from policycheck.alignment.answers import Answer
from policycheck.domain.comparison import Relation
from policycheck.domain.figures import Figure, FigureKind, compare_figures
from policycheck.domain.obligations import LimitKind, Obligation, Threshold, ThresholdKind, TimeLimit
from policycheck.lexicon.data import load
from policycheck.matching import Statement
from policycheck.matching.cases import gives_time, says_which_cases

_TIMES = (FigureKind.TIME, FigureKind.RHYTHM, FigureKind.CLOCK, FigureKind.DATE, FigureKind.MONTH_DAY)
_DAYS = (FigureKind.DATE, FigureKind.MONTH_DAY)
# Sums, shares and ages are often kept by words alone: "no fee", "wages as ever", "adults".
_COUNTED = {
    ThresholdKind.RETENTION: _TIMES,
    ThresholdKind.MEASURE: (FigureKind.MEASURE,),
    ThresholdKind.COUNT: (FigureKind.COUNT, FigureKind.RATIO),
}
# "The yearly enquiry" and "each monthly statement" are names of things.
_NAMED = re.compile(r"\b(?:a|an|the|each|every|any|its|their|his|her|that|this)\s$", re.IGNORECASE)
_RHYTHM = re.compile(r"\w+ly", re.IGNORECASE)


def limit_untold(source: Statement, answers: Sequence[Answer]) -> str:
    """Return a time limit or a number of the duty, as written, where no answer has anything of its kind; else ""."""
    assert source.reading is not None  # noqa: S101 - obligations have readings
    texts = [a.statement.text for a in answers]
    if not any(_pattern("time_told").search(text) for text in texts):
        for limit in source.reading.time_limits:
            if _binds(limit, source.reading) and not _tells_a_time(source, limit, answers):
                return limit.text
    if not any(_pattern("numbers").search(text) for text in texts):
        for one in source.reading.thresholds:
            asks = one.kind in _COUNTED and not says_which_cases(one, source.text)
            if asks and not _tells_of(one, answers):
                return one.text
    return day_untold(source, answers)


def day_untold(source: Statement, answers: Sequence[Answer]) -> str:
    """Return the day by which a duty is done each month or year, where the answers say no more than how often."""
    days = [f.text for f in source.figures if f.kind in _DAYS]
    rhythms = [f for f in source.figures if f.kind is FigureKind.RHYTHM]
    said = [f for a in answers for f in a.statement.figures if f.kind in _TIMES]
    limits = [one for a in answers for one in a.said.time_limits]
    only_how_often = all(any(_is_one(one, other) for other in rhythms) for one in said)
    if not days or not rhythms or not said or not only_how_often:
        return ""
    if any(one.kind is not LimitKind.EVERY or one.is_vague for one in limits):
        return ""
    told = re.search(rf"(?:\b(?:by|on|before)\s(?:the\s)?)?{re.escape(days[0])}", source.text, re.IGNORECASE)
    return told[0] if told else days[0]


def _binds(limit: TimeLimit, reading: Obligation) -> bool:
    if limit.is_vague or gives_time(limit, reading):
        return False
    before = reading.text.partition(limit.text)[0]
    return not (_RHYTHM.fullmatch(limit.text) and _NAMED.search(before))


def _tells_a_time(source: Statement, limit: TimeLimit, answers: Sequence[Answer]) -> bool:
    """Tell whether any answer has a time that is not plainly another of the duty's: "each quarter" beside "within 30
    days of the end of each quarter"."""
    others = [f for f in source.figures if f.kind in _TIMES and not _overlap(f.text, limit.text)]
    said = [f for a in answers for f in a.statement.figures if f.kind in _TIMES]
    if any(not any(_is_one(figure, other) for other in others) for figure in said):
        return True
    # What was read as a limit and not as a figure.
    return any(
        not one.is_vague and not any(_overlap(one.text, figure.text) for figure in said)
        for a in answers
        for one in a.said.time_limits
    )


def _tells_of(threshold: Threshold, answers: Sequence[Answer]) -> bool:
    kinds = _COUNTED[threshold.kind]
    return any(
        any(f.kind in kinds for f in a.statement.figures)
        or any(one.kind is threshold.kind for one in a.said.thresholds)
        for a in answers
    )


def _is_one(a: Figure, b: Figure) -> bool:
    return a.kind is b.kind and compare_figures(a, b) is Relation.EQUAL


def _overlap(a: str, b: str) -> bool:
    return a in b or b in a


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = sorted(load("wordings")[name], key=len, reverse=True)
    digits = r"|\d" if name == "numbers" else ""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-]){digits}", re.IGNORECASE)
