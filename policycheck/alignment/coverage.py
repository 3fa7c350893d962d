"""One obligation against the statements of one policy: who answers it, and how well."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from policycheck.alignment import messages
from policycheck.alignment.answers import Answer, Found, Objects, answers_to
from policycheck.alignment.edits import cases_put_in, share_copied
from policycheck.alignment.items import PLAINLY, Embed, are_alternatives, names_as_many, pair_items
from policycheck.alignment.leftout import left_out
from policycheck.alignment.limbs import Limb, limbs_in, limbs_of
from policycheck.alignment.manner import terms_untold
from policycheck.alignment.marks import SHORT, Mark, all_marks
from policycheck.alignment.pairs import halves_lost
from policycheck.alignment.second_look import in_doubt, second_look
from policycheck.alignment.untold import day_untold
from policycheck.alignment.verdict_features import FEATURES, verdict_features
from policycheck.alignment.wordings import writing_lost
from policycheck.domain.alignments import Coverage, Reason, Verdict
from policycheck.matching import Narrowing, Statement
from policycheck.matching.forbidding import forbids
from policycheck.matching.linear import LinearModel, packaged, row_of
from policycheck.matching.read_together import ReadPairs, texts_of
from policycheck.settings import JUDGEMENT

# A policy with this share of its words in the source repeats it, so that what else it says was put in.
_REPEATS = 0.5


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
    narrowed: Sequence[Narrowing] = (),
    objects: Objects | None = None,
    read_pairs: ReadPairs | None = None,
) -> Coverage:
    """Return the coverage of an obligation by a policy's statements.

    `source.reading` is the obligation. `probability` (one for each statement) says how likely a statement
    speaks of the same act. `embed` lets list items be recognised by meaning; `narrowed` are the terms by which the
    policy means less than the source; `objects` says what contradicts the obligation; `read_pairs` reads two
    clauses together, where there is a model that can. The verdict is the combiner's
    likeliest for which there is a reason to give; its probability is the confidence.
    """
    near = closest(policy, probability)
    if not near:
        return _coverage(Verdict.MISSING, 0.99, [messages.missing_reason(None, sure=True)], near)
    found = evidence(source, near, embed=embed, narrowed=narrowed, objects=objects)
    model = verdict_model()
    likelihoods = model.probabilities(found.row)
    if read_pairs is not None and in_doubt(likelihoods):
        likelihoods = second_look(likelihoods, read_pairs([texts_of(source, near[0][0])])[0])
    likely = dict(zip(model.classes, likelihoods, strict=True))
    marks = all_marks(source, found, source_word=source_word)
    verdict = max(_sayable(found, marks), key=lambda one: float(likely[one.value]))
    if max(likely, key=lambda one: float(likely[one])) == Verdict.COVERED.value and _breaks(marks):
        verdict = Verdict.CONFLICT  # a clause that keeps the source does not cure one that breaks it
    confidence = float(likely[verdict.value])
    if verdict is Verdict.MISSING:
        return _missing(near, found.answers, confidence)
    answers = _deciding_first(found.answers, marks) if verdict is Verdict.CONFLICT else found.answers
    shown = [(a.statement, a.probability) for a in answers]
    shown += [(s, p) for s, p in near if all(s is not a.statement for a in answers)]
    best = answers[0].statement
    reasons = [messages.answer_reason(best.ref, best.text, covers=verdict is Verdict.COVERED)]
    told = [m.reason for m in marks if m.verdict is verdict]
    if verdict is Verdict.PARTIAL and not told:
        told = _falls_short(source, found, source_word=source_word)
    if verdict is Verdict.PARTIAL:
        # What breaks the source comes first, though on the whole the policy only falls short.
        reasons += [m.reason for m in marks if m.verdict is Verdict.CONFLICT and m.plain]
    reasons += told
    if verdict is Verdict.COVERED:
        # What the drift of two sentences leaves in doubt is said, though the verdict stands.
        reasons += dict.fromkeys(_doubt(source, m, source_word=source_word) for m in marks if not m.plain)
    return _coverage(verdict, confidence, reasons, shown)


def _doubt(source: Statement, mark: Mark, *, source_word: str) -> Reason:
    """Return the reason of a mark beside the verdict "covered": then nothing is said to be done that is forbidden."""
    assert source.reading is not None  # noqa: S101 - the caller aligns obligations only
    if mark.reason.code != messages.FORBIDDEN_AND_DONE:
        return mark.reason
    policy = mark.answer.statement
    return messages.other_words_reason(source.reading.text, policy, source=source_word)


def closest(policy: Sequence[Statement], probability: NDArray[np.float32]) -> list[tuple[Statement, float]]:
    """Return the statements likeliest to speak of the same act, likeliest first.

    A sentence is found by the words of its neighbours too, so one that binds nobody may come before the one beside it
    that does and that both are found by: "Look to the people first. Boats are baled out within the hour." There the
    two change places.
    """
    likely = probability.copy()
    for i in map(int, np.argsort(-probability, kind="stable")[: JUDGEMENT.evidence_depth]):
        for beside in (i - 1, i + 1):
            if _binds_beside(policy, i, beside) and likely[beside] < likely[i]:
                likely[i], likely[beside] = likely[beside], likely[i]
    order = np.argsort(-likely, kind="stable")[: JUDGEMENT.evidence_depth]
    return [(policy[int(i)], float(likely[int(i)])) for i in order]


def _binds_beside(policy: Sequence[Statement], place: int, beside: int) -> bool:
    """Tell whether the statement beside one that binds nobody is of the same clause and binds."""
    if not 0 <= beside < len(policy) or policy[place].reading is not None:
        return False
    reading = policy[beside].reading
    return policy[beside].clause == policy[place].clause and reading is not None and reading.modality.binds


def evidence(
    source: Statement,
    near: Sequence[tuple[Statement, float]],
    *,
    embed: Embed | None,
    narrowed: Sequence[Narrowing] = (),
    objects: Objects | None = None,
) -> Found:
    """Return what speaks for a verdict, from the closest statements (at least one)."""
    assert source.reading is not None  # noqa: S101 - the caller aligns obligations only
    answers = answers_to(source, near, objects=objects)
    items = source.reading.items
    missing: list[str] = []
    as_many, unnamed = False, 0.0
    if len(items) > 1 and not are_alternatives(items):
        texts = [a.statement.text for a in answers] or [near[0][0].text]
        paired = pair_items(items, texts, embed=embed)
        missing = [item.text for item in paired if item.is_missing]
        unnamed = 1.0 - min(item.likeness for item in paired)
        plainly = embed is not None and unnamed > 1.0 - PLAINLY
        as_many = bool(missing) and not plainly and names_as_many(items, texts)
    limbs = _limbs(source, answers, embed)
    narrowings = [(n, a) for a in answers for n in narrowed if n.bears_on(source, a.statement)]
    features = verdict_features(
        source,
        near,
        answers,
        items_missing=len(missing) / max(1, len(items)),
        names_as_many=as_many,
        item_unnamed=unnamed,
        limbs=limbs,
        narrowed=[answer for _, answer in narrowings],
    )
    gone = [limb.text for limb in limbs if limb.is_gone]
    return Found(answers, missing, row_of(features, FEATURES), as_many, gone, narrowings[:1])


def _limbs(source: Statement, answers: Sequence[Answer], embed: Embed | None) -> list[Limb]:
    assert source.reading is not None  # noqa: S101 - see evidence
    if not answers or source.is_row:
        return []
    reading = source.reading
    limbs = limbs_of(source.text, either=forbids(reading), items=reading.items)
    return limbs_in(limbs, [a.statement.text for a in answers], holder=reading.duty_holder, embed=embed)


def _sayable(found: Found, marks: Sequence[Mark]) -> list[Verdict]:
    """The verdicts that can be explained.

    Nobody calls a conflict what shows no contradiction, or covered what plainly falls short: a laxer figure,
    "should" for "must", an attempt, a list with items left out, an exception that the source does not make, a term
    that means less. What surely does the act is there.
    """
    if not found.answers:
        return [Verdict.MISSING]
    surely = found.answers[0].probability >= JUDGEMENT.surely
    sayable = [Verdict.PARTIAL] if surely else [Verdict.PARTIAL, Verdict.MISSING]
    if any(m.verdict is Verdict.CONFLICT for m in marks):
        sayable.append(Verdict.CONFLICT)
    if not any(m.plain and (m.verdict is Verdict.CONFLICT or m.reason.code in SHORT) for m in marks):
        sayable.append(Verdict.COVERED)
    return sayable


def _breaks(marks: Sequence[Mark]) -> bool:
    return any(m.plain and m.verdict is Verdict.CONFLICT for m in marks)


def _falls_short(source: Statement, found: Found, *, source_word: str) -> list[Reason]:
    """Say what the policy leaves out where no part falls short: a phrase, the writing, some cases, or something in the
    wording."""
    best = found.answers[0].statement
    answers = found.answers
    day = day_untold(source, answers)
    gone = halves_lost(source, answers) or left_out(source, answers) or terms_untold(source, answers)
    gone = gone or ([day] if day else [])
    if gone:
        return [messages.limb_reason(gone, source=source_word, ref=best.ref)]
    if found.limbs_gone:
        return [messages.limb_reason(found.limbs_gone, source=source_word, ref=best.ref)]
    if writing_lost(source.text, " ".join(a.statement.text for a in found.answers)):
        return [messages.writing_reason(source.text, best, source=source_word)]
    put_in = cases_put_in(source, found.answers[0])
    if put_in and share_copied(source, found.answers[0]) >= _REPEATS:
        return [messages.case_reason(put_in, source=source_word, ref=best.ref)]
    return [messages.wording_reason(best.ref, source=source_word)]


def _deciding_first(answers: Sequence[Answer], marks: Sequence[Mark]) -> list[Answer]:
    """Return the answers, the one that breaks the source first: it is what a reader must see."""
    breaking = [m.answer for m in marks if m.verdict is Verdict.CONFLICT]
    return [*breaking[:1], *(a for a in answers if a not in breaking[:1])]


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
