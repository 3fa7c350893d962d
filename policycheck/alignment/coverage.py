"""One obligation against the statements of one policy: who answers it, and how well."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from policycheck.alignment import messages
from policycheck.alignment.answers import Answer, answers_to
from policycheck.alignment.items import Embed, are_alternatives, items_not_found
from policycheck.alignment.verdict_features import FEATURES, verdict_features
from policycheck.domain.alignments import Coverage, Reason, Verdict
from policycheck.matching import Statement
from policycheck.matching.figures import differing
from policycheck.matching.independence import shuts_out
from policycheck.matching.linear import LinearModel, packaged, row_of
from policycheck.matching.parts import Difference, Part, Standing
from policycheck.settings import JUDGEMENT


def verdict_model() -> LinearModel:
    """Return the combiner: fitted by benchmarks/train_judges.py on the labelled fields."""
    return packaged(__package__, "verdict", FEATURES)


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
    speaks of the same act. `embed` lets list items be recognised by meaning. The verdict is the combiner's
    likeliest for which there is a reason to give; its probability is the confidence.
    """
    near = closest(policy, probability)
    if not near:
        return _coverage(Verdict.MISSING, 0.99, [messages.missing_reason(None, sure=True)], near)
    found = evidence(source, near, embed=embed)
    model = verdict_model()
    likely = dict(zip(model.classes, model.probabilities(found.row), strict=True))
    marks = _marks(source, found, source_word=source_word)
    verdict = max(_sayable(found, marks), key=lambda one: float(likely[one.value]))
    confidence = float(likely[verdict.value])
    if verdict is Verdict.MISSING:
        return _missing(near, found.answers, confidence)
    answers = _deciding_first(found.answers, marks) if verdict is Verdict.CONFLICT else found.answers
    shown = [(a.statement, a.probability) for a in answers]
    shown += [(s, p) for s, p in near if all(s is not a.statement for a in answers)]
    best = answers[0].statement
    reasons = [messages.answer_reason(best.ref, best.text)]
    told = [m.reason for m in marks if m.verdict is verdict]
    if verdict is Verdict.PARTIAL and not told:
        told = [messages.wording_reason(best.ref, source=source_word)]
    reasons += told
    if verdict is Verdict.PARTIAL:
        reasons += [m.reason for m in marks if m.verdict is Verdict.CONFLICT and m.plain]
    if verdict is Verdict.COVERED:
        # What the drift of two sentences leaves in doubt is said, though the verdict stands.
        reasons += [m.reason for m in marks if not m.plain]
    return _coverage(verdict, confidence, reasons, shown)


def closest(policy: Sequence[Statement], probability: NDArray[np.float32]) -> list[tuple[Statement, float]]:
    """Return the statements likeliest to speak of the same act, likeliest first."""
    order = np.argsort(-probability, kind="stable")[: JUDGEMENT.evidence_depth]
    return [(policy[int(i)], float(probability[int(i)])) for i in order]


@dataclass(frozen=True, slots=True)
class Found:
    """What speaks for a verdict: the answers, the listed items that none names, the combiner's features."""

    answers: list[Answer]
    items_missing: list[str]
    row: NDArray[np.float32]


def evidence(source: Statement, near: Sequence[tuple[Statement, float]], *, embed: Embed | None) -> Found:
    """Return what speaks for a verdict, from the closest statements (at least one)."""
    assert source.reading is not None  # noqa: S101 - the caller aligns obligations only
    answers = answers_to(source.reading, near)
    items = source.reading.items
    missing: list[str] = []
    if len(items) > 1 and not are_alternatives(items):
        texts = [a.statement.text for a in answers] or [near[0][0].text]
        missing = items_not_found(items, texts, embed=embed)
    features = verdict_features(source, near, answers, items_missing=len(missing) / max(1, len(items)))
    return Found(answers, missing, row_of(features, FEATURES))


_SHORT = ("modality-weaker", "items-missing", "exception-added")


@dataclass(frozen=True, slots=True)
class Mark:
    """What one part says for a verdict; `plain` where it needs no judgement of wording."""

    verdict: Verdict
    reason: Reason
    answer: Answer
    plain: bool = True


def _sayable(found: Found, marks: Sequence[Mark]) -> list[Verdict]:
    """The verdicts that can be explained.

    Nobody calls a conflict what shows no contradiction, or covered what plainly falls short: a laxer figure,
    "should" for "must", a list with items left out, an exception that the source does not make. What surely does the
    act is there.
    """
    if not found.answers:
        return [Verdict.MISSING]
    surely = found.answers[0].probability >= JUDGEMENT.surely
    sayable = [Verdict.PARTIAL] if surely else [Verdict.PARTIAL, Verdict.MISSING]
    if any(m.verdict is Verdict.CONFLICT for m in marks):
        sayable.append(Verdict.CONFLICT)
    if not any((m.plain and m.verdict is Verdict.CONFLICT) or m.reason.code in _SHORT for m in marks):
        sayable.append(Verdict.COVERED)
    return sayable


def _deciding_first(answers: Sequence[Answer], marks: Sequence[Mark]) -> list[Answer]:
    """Return the answers, the one that breaks the source first: it is what a reader must see."""
    breaking = [m.answer for m in marks if m.verdict is Verdict.CONFLICT]
    return [*breaking[:1], *(a for a in answers if a not in breaking[:1])]


def _marks(source: Statement, found: Found, *, source_word: str) -> list[Mark]:
    marks = plain_marks(source, found, source_word=source_word)
    if found.answers and not any(mark.verdict is Verdict.CONFLICT for mark in marks):
        marks += _loose_marks(source, found.answers, source_word=source_word)
    return marks


def plain_marks(source: Statement, found: Found, *, source_word: str = "law") -> list[Mark]:
    """Return what the parts say against "covered": figures, modality, holder, items, exceptions."""
    answers = found.answers
    if not answers:
        return []
    assert source.reading is not None  # noqa: S101 - see evidence
    marks = [mark for part in Part for mark in _part_marks(part, answers, source_word=source_word)]
    first = answers[0]
    if found.items_missing:
        reason = messages.item_reason(
            found.items_missing, len(source.reading.items), source=source_word, ref=first.statement.ref
        )
        marks.append(Mark(Verdict.PARTIAL, reason, first))
    if first.said.exceptions and not source.reading.exceptions:
        reason = messages.exception_reason(
            first.said.exceptions[0], source=source_word, ref=first.statement.ref
        )
        marks.append(Mark(Verdict.PARTIAL, reason, first))
    return marks


def _loose_marks(source: Statement, answers: Sequence[Answer], *, source_word: str) -> list[Mark]:
    """Return the first mark that goes by the drift of two sentences: another figure, a ban on one side only,
    somebody who is shut out."""
    assert source.reading is not None  # noqa: S101 - see evidence
    for answer in answers:
        ref = answer.statement.ref
        shut_out = shuts_out(source, answer.statement)
        if shut_out is not None:
            reason = messages.shut_out_reason(*shut_out, source=source_word, ref=ref)
            return [Mark(Verdict.CONFLICT, reason, answer, plain=False)]
        other = differing(source.figures, answer.statement.figures, against_source=True)
        loose = (
            messages.figure_reason(other[0].text, other[1].text, source=source_word, ref=ref)
            if other is not None
            else messages.polarity_reason(source.reading, answer.said, source=source_word, ref=ref)
        )
        if loose is not None:
            return [Mark(Verdict.CONFLICT, loose, answer, plain=False)]
    return []


def _part_marks(part: Part, answers: Sequence[Answer], *, source_word: str) -> list[Mark]:
    """Return the marks of one part: a breach in any answer stands; else the best answer counts."""
    compared = [(d, a) for a in answers for d in a.standing(part)]
    breaches = [(d, a) for d, a in compared if d.standing in (Standing.LAXER, Standing.OPPOSITE)]
    if breaches:
        return [_mark(Verdict.CONFLICT, d, a, source_word) for d, a in breaches[:2]]
    marks: list[Mark] = []
    for wanted in dict.fromkeys(d.source for d, _ in compared):
        held = [(d, a) for d, a in compared if d.source == wanted]
        if any(d.standing in (Standing.EQUAL, Standing.STRICTER) for d, _ in held):
            continue
        marks.append(_mark(Verdict.PARTIAL, *held[0], source_word))
    return marks


def _mark(verdict: Verdict, difference: Difference, answer: Answer, source_word: str) -> Mark:
    reason = messages.part_reason(difference, source=source_word, ref=answer.statement.ref)
    fallback = Reason(
        code=f"{difference.part.value}-{difference.standing.value}", message="The wording differs."
    )
    return Mark(verdict, reason or fallback, answer)


def _missing(
    near: Sequence[tuple[Statement, float]], answers: Sequence[Answer], confidence: float
) -> Coverage:
    statement, probability = near[0]
    if not answers and statement.said is not None and probability >= JUDGEMENT.same_act:
        return _coverage(
            Verdict.MISSING, confidence, [messages.unbinding_reason(statement.ref, statement.text)], near
        )
    sure = probability < JUDGEMENT.unsure
    reason = messages.missing_reason((statement.ref, statement.text), sure=sure)
    return _coverage(Verdict.MISSING, confidence, [reason], near)


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
