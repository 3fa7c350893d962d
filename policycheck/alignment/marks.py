"""What each part of the answers says for a verdict, with the reason to give."""

from collections.abc import Sequence
from dataclasses import dataclass

from policycheck.alignment import messages
from policycheck.alignment.answers import Answer, Found, other_figures
from policycheck.alignment.each import left_out_of_each
from policycheck.alignment.fewer import bounded_cases
from policycheck.alignment.wordings import (
    apart_lost,
    apart_unkept,
    blurred,
    exception_added,
    hedging,
    order_unkept,
    permits_instead,
)
from policycheck.domain.alignments import Reason, Verdict
from policycheck.matching import Statement
from policycheck.matching.asked import question_of
from policycheck.matching.holders.doers import told_in_place
from policycheck.matching.holders.independence import shuts_out
from policycheck.matching.parts import Difference, Part, Standing
from policycheck.matching.quoting import in_place

# What plainly falls short of "covered".
SHORT = (
    "modality-weaker",
    "items-missing",
    "holder-missing",
    "exception-added",
    "term-narrowed",
    "figure-blurred",
    "fewer-cases",
)
_KEPT = (Standing.EQUAL, Standing.STRICTER)


@dataclass(frozen=True, slots=True)
class Mark:
    """What one part says for a verdict; `plain` where it needs no judgement of wording."""

    verdict: Verdict
    reason: Reason
    answer: Answer
    plain: bool = True


def all_marks(source: Statement, found: Found, *, source_word: str) -> list[Mark]:
    """Return the plain marks, and where none of them is a conflict those that go by the drift of two sentences."""
    marks = plain_marks(source, found, source_word=source_word)
    if found.answers and not any(mark.verdict is Verdict.CONFLICT for mark in marks):
        marks += _loose_marks(source, found.answers, source_word=source_word)
    return marks


def plain_marks(source: Statement, found: Found, *, source_word: str = "law") -> list[Mark]:
    """Return what the parts say against "covered": figures, modality, holder, items, exceptions, terms."""
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
        marks.append(Mark(Verdict.PARTIAL, reason, first, plain=not found.names_as_many))
    left = left_out_of_each(source, answers)
    if left:
        reason = messages.each_reason(left, source=source_word, ref=first.statement.ref)
        marks.append(Mark(Verdict.PARTIAL, reason, first))
    exception = exception_added(source, first)
    if exception:
        reason = messages.exception_reason(exception, source=source_word, ref=first.statement.ref)
        marks.append(Mark(Verdict.PARTIAL, reason, first))
    marks += [
        Mark(Verdict.PARTIAL, messages.narrowing_reason(narrowing, source=source_word), answer)
        for narrowing, answer in found.narrowings
    ]
    bound = bounded_cases(source, answers)
    if bound:
        reason = messages.fewer_reason(bound, source=source_word, ref=first.statement.ref)
        marks.append(Mark(Verdict.PARTIAL, reason, first))
    blur, hedge = blurred(source, answers), hedging(source, first)
    vague = next((d for d in first.differences if d.standing is Standing.VAGUE), None)
    if vague is not None and any(words and words in vague.policy for words in (blur and blur[1], hedge)):
        # "As soon as practicable" for "within two hours" is a blur, a hedge and a vague limit: it is said once.
        blur, hedge = (vague.source, vague.policy), "" if hedge in vague.policy else hedge
        marks = [m for m in marks if m.reason != _reason_of(vague, first, source_word)]
    if blur is not None:
        reason = messages.blur_reason(*blur, source=source_word, ref=first.statement.ref)
        marks.append(Mark(Verdict.PARTIAL, reason, first))
    if hedge and not any(mark.reason.code == "modality-weaker" for mark in marks):
        reason = messages.hedge_reason(hedge, source=source_word, ref=first.statement.ref)
        marks.append(Mark(Verdict.PARTIAL, reason, first))
    return marks


def _loose_marks(source: Statement, answers: Sequence[Answer], *, source_word: str) -> list[Mark]:
    """Return the marks that go by the drift of two sentences.

    Another figure, a ban on one side only, somebody who is shut out, whatever else a rule objects to, an order in
    time turned round, a person who should be another.
    """
    marks: list[Mark] = []
    for answer in answers:
        reason = _drift(source, answer, source_word=source_word)
        if reason is not None:
            # "Will it be shown? No." says plainly what it does: where a rule objects, it is no matter of wording.
            told = reason.code in messages.OF_POLARITY and answer.objection != ""
            plain = (told and question_of(answer.statement) is not None) or reason.code == messages.SHUT_OUT
            marks = [Mark(Verdict.CONFLICT, reason, answer, plain=plain)]
            break
    first, together = answers[0], " ".join(a.statement.text for a in answers)
    order = order_unkept(source, answers)
    if order:
        reason = messages.order_reason(
            source.text, first.statement, source=source_word, late=order == "before_late"
        )
        marks += _either(reason, first)
    if apart_lost(source.text, together) or apart_unkept(source, answers):
        marks += _either(messages.apart_reason(source.text, first.statement, source=source_word), first)
    return marks


def _drift(source: Statement, answer: Answer, *, source_word: str) -> Reason | None:
    assert source.reading is not None  # noqa: S101 - see evidence
    ref = answer.statement.ref
    shut_out = shuts_out(source, answer.statement)
    if shut_out is not None:
        kept, holder = (
            told_in_place(source.text, shut_out[0]),
            told_in_place(answer.statement.text, shut_out[1]),
        )
        return messages.shut_out_reason(kept, holder, source=source_word, ref=ref)
    other = other_figures(source, answer)
    if other is not None:
        law, policy = in_place(source.text, other[0].text), in_place(answer.statement.text, other[1].text)
        return messages.figure_reason(law, policy, source=source_word, ref=ref)
    if answer.keeps:
        return None
    reason = messages.polarity_reason(source.reading, answer.said, source=source_word, ref=ref)
    if reason is None and permits_instead(source.reading, answer):
        return messages.permission_reason(source.text, answer.statement, source=source_word)
    if reason is None and answer.objection:
        return Reason(code="objection", message=answer.objection)
    return reason


def _either(reason: Reason, answer: Answer) -> list[Mark]:
    """Return a reason that may speak for a breach or for a gap: how far the policy goes decides."""
    return [Mark(verdict, reason, answer, plain=False) for verdict in (Verdict.CONFLICT, Verdict.PARTIAL)]


def _part_marks(part: Part, answers: Sequence[Answer], *, source_word: str) -> list[Mark]:
    """Return the marks of one part: a breach in any answer stands; else the best answer counts."""
    compared = [(d, a) for a in answers for d in a.standing(part)]
    breaches = [(d, a) for d, a in compared if d.standing in (Standing.LAXER, Standing.OPPOSITE)]
    if breaches:
        return [
            _mark(Verdict.CONFLICT, d, a, source_word, plain=not _met_before(d, a, compared))
            for d, a in breaches[:2]
        ]
    marks: list[Mark] = []
    for wanted in dict.fromkeys(d.source for d, _ in compared):
        held = [(d, a) for d, a in compared if d.source == wanted]
        if any(d.standing in _KEPT for d, _ in held):
            continue
        marks.append(_mark(Verdict.PARTIAL, *held[0], source_word))
    return marks


def _met_before(breach: Difference, answer: Answer, compared: Sequence[tuple[Difference, Answer]]) -> bool:
    """Tell whether a likelier answer keeps what this one breaks: then this one may well speak of something else."""
    return any(
        d.standing in _KEPT and d.source == breach.source and other.probability > answer.probability
        for d, other in compared
    )


def _mark(
    verdict: Verdict, difference: Difference, answer: Answer, source_word: str, *, plain: bool = True
) -> Mark:
    return Mark(verdict, _reason_of(difference, answer, source_word), answer, plain=plain)


def _reason_of(difference: Difference, answer: Answer, source_word: str) -> Reason:
    reason = messages.part_reason(difference, source=source_word, ref=answer.statement.ref)
    code = f"{difference.part.value}-{difference.standing.value}"
    return reason or Reason(code=code, message="The wording differs.")
