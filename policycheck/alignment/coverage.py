"""One obligation against the statements of one policy: who answers it, and how well."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from policycheck.alignment import messages
from policycheck.alignment.items import Embed, are_alternatives, items_not_found
from policycheck.domain.alignments import Coverage, Reason, Verdict
from policycheck.domain.obligations import Modality, Obligation
from policycheck.lexicon.roles import acts_for, find_roles
from policycheck.matching import Statement
from policycheck.matching.parts import Difference, Part, Standing, compare_parts
from policycheck.settings import JUDGEMENT

# How much surer one mark of a difference is than another; the confidence is this times the same-act probability.
_CERTAINTY = {
    Standing.LAXER: 0.95,
    Standing.OPPOSITE: 0.75,
    Standing.WEAKER: 0.9,
    Standing.VAGUE: 0.9,
    Standing.ABSENT: 0.8,
    Standing.OTHER: 0.6,
}


@dataclass(frozen=True, slots=True)
class _Answer:
    """A statement that answers the obligation, with its parts compared."""

    statement: Statement
    reading: Obligation
    probability: float
    differences: tuple[Difference, ...]

    def standing(self, part: Part) -> list[Difference]:
        return [d for d in self.differences if d.part is part]


def judge_obligation(
    source: Statement,
    policy: Sequence[Statement],
    probability: NDArray[np.float32],
    *,
    source_word: str = "law",
    embed: Embed | None = None,
) -> Coverage:
    """Return the coverage of an obligation by a policy's statements.

    `source.reading` is the obligation. `probability` (one for each statement) says how likely a statement
    speaks of the same act. `embed` lets list items be recognised by meaning.
    """
    order = np.argsort(-probability, kind="stable")[: JUDGEMENT.evidence_depth]
    near = [(policy[int(i)], float(probability[int(i)])) for i in order]
    assert source.reading is not None  # noqa: S101 - the caller aligns obligations only
    answers = [
        _Answer(s, s.reading, p, tuple(compare_parts(source.reading, s.reading)))
        for s, p in near
        if p >= JUDGEMENT.same_act and s.reading is not None and _can_answer(source.reading, s.reading)
    ]
    if not answers:
        return _missing(near)
    marks = _marks(source.reading, answers, source_word=source_word, embed=embed)
    answers = _deciding_first(answers, marks)
    shown = [(a.statement, a.probability) for a in answers]
    shown += [(s, p) for s, p in near if all(s is not a.statement for a in answers)]
    return _verdict(answers, marks, shown)


def _can_answer(source: Obligation, policy: Obligation) -> bool:
    """A right or power of somebody else answers no duty; our own "may" answers weakly, or breaks a ban."""
    if policy.modality is not Modality.PERMISSION or not source.modality.binds:
        return True
    if source.modality is Modality.PROHIBITION:
        return True
    holders = find_roles(policy.duty_holder)
    principals = find_roles(source.duty_holder)
    if not holders or not principals:
        return True
    return any(h == p or acts_for(h, p) for h in holders for p in principals)


@dataclass(frozen=True, slots=True)
class _Mark:
    """What one part contributes to the verdict."""

    verdict: Verdict
    reason: Reason
    certainty: float
    answer: _Answer | None = None


def _deciding_first(answers: Sequence[_Answer], marks: Sequence[_Mark]) -> list[_Answer]:
    """Return the answers, the one that breaks the source first: it is what a reader must see."""
    breaking = [m.answer for m in marks if m.verdict is Verdict.CONFLICT and m.answer is not None]
    return [*breaking[:1], *(a for a in answers if a not in breaking[:1])]


def _marks(
    source: Obligation, answers: Sequence[_Answer], *, source_word: str, embed: Embed | None
) -> list[_Mark]:
    marks = [mark for part in Part for mark in _part_marks(part, answers, source_word=source_word)]
    first = answers[0]
    if len(source.items) > 1 and not are_alternatives(source.items):
        missing = items_not_found(source.items, [a.statement.text for a in answers], embed=embed)
        if missing:
            reason = messages.item_reason(
                missing, len(source.items), source=source_word, ref=first.statement.ref
            )
            marks.append(_Mark(Verdict.PARTIAL, reason, 0.7))
    if first.reading.exceptions and not source.exceptions:
        reason = messages.exception_reason(
            first.reading.exceptions[0], source=source_word, ref=first.statement.ref
        )
        marks.append(_Mark(Verdict.PARTIAL, reason, 0.6))
    return marks


def _part_marks(part: Part, answers: Sequence[_Answer], *, source_word: str) -> list[_Mark]:
    """Return the marks of one part: a breach in any answer stands; else the best answer counts."""
    compared = [(d, a) for a in answers for d in a.standing(part)]
    breaches = [(d, a) for d, a in compared if _breaks(d)]
    if breaches:
        return [_mark(Verdict.CONFLICT, d, a, source_word) for d, a in breaches[:2]]
    marks: list[_Mark] = []
    for wanted in dict.fromkeys(d.source for d, _ in compared):
        held = [(d, a) for d, a in compared if d.source == wanted]
        if any(d.standing in (Standing.EQUAL, Standing.STRICTER) for d, _ in held):
            continue
        difference, answer = held[0]
        if difference.standing in _CERTAINTY:
            marks.append(_mark(Verdict.PARTIAL, difference, answer, source_word))
    return marks


def _breaks(difference: Difference) -> bool:
    return difference.standing in (Standing.LAXER, Standing.OPPOSITE)


def _mark(verdict: Verdict, difference: Difference, answer: _Answer, source_word: str) -> _Mark:
    reason = messages.part_reason(difference, source=source_word, ref=answer.statement.ref)
    fallback = Reason(
        code=f"{difference.part.value}-{difference.standing.value}", message="The wording differs."
    )
    return _Mark(verdict, reason or fallback, _CERTAINTY.get(difference.standing, 0.7), answer)


def _verdict(
    answers: Sequence[_Answer], marks: Sequence[_Mark], shown: Sequence[tuple[Statement, float]]
) -> Coverage:
    verdict = Verdict.COVERED
    for candidate in (Verdict.CONFLICT, Verdict.PARTIAL):
        if any(mark.verdict is candidate for mark in marks):
            verdict = candidate
            break
    deciding = [mark.certainty for mark in marks if mark.verdict is verdict]
    best = answers[0]
    confidence = best.probability * (max(deciding) if deciding else 0.95)
    reasons = [messages.answer_reason(best.statement.ref, best.statement.text)]
    reasons += [m.reason for m in marks if m.verdict is verdict]
    reasons += [m.reason for m in marks if m.verdict is not verdict]
    return _coverage(verdict, confidence, reasons, shown)


def _missing(near: Sequence[tuple[Statement, float]]) -> Coverage:
    if not near:
        return _coverage(Verdict.MISSING, 0.99, [messages.missing_reason(None, sure=True)], near)
    closest, probability = near[0]
    if probability >= JUDGEMENT.same_act:
        reason = messages.unbinding_reason(closest.ref, closest.text)
        return _coverage(Verdict.MISSING, 0.6, [reason], near)
    sure = probability < JUDGEMENT.unsure
    reason = messages.missing_reason((closest.ref, closest.text), sure=sure)
    return _coverage(Verdict.MISSING, 1.0 - probability, [reason], near)


def _coverage(
    verdict: Verdict, confidence: float, reasons: Sequence[Reason], shown: Sequence[tuple[Statement, float]]
) -> Coverage:
    by_clause: dict[int, float] = {}
    for statement, probability in shown:
        by_clause.setdefault(statement.clause, probability)
    return Coverage(
        verdict=verdict,
        confidence=round(confidence, 3),
        reasons=tuple(reasons),
        evidence=tuple(by_clause),
        scores=tuple(round(p, 3) for p in by_clause.values()),
    )
