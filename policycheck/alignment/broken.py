"""A verdict in the light of what contradicts the obligation elsewhere in the policy."""

from dataclasses import replace

from policycheck.alignment.messages import answer_reason
from policycheck.domain.alignments import Coverage, Reason, Verdict
from policycheck.matching import Statement
from policycheck.settings import JUDGEMENT


def in_light_of(
    coverage: Coverage, breaking: Statement, message: str, *, likely: float, same_act: float
) -> Coverage:
    """Return a coverage beside a statement of the policy that contradicts the obligation so `likely` (0 to 1).

    A clause that keeps the source does not cure one that breaks it: where that is likely enough, the verdict is
    conflict, and the clause and its reason (`message`) come first; where it is less likely, "covered" says so too, as
    the contradiction is shown beside it. `same_act` is how well the clause answers.
    """
    if coverage.verdict is Verdict.CONFLICT:
        return coverage
    if likely < JUDGEMENT.breaks:
        told = any(message in reason.message for reason in coverage.reasons)
        if coverage.verdict is not Verdict.COVERED or likely < JUDGEMENT.may_break or told:
            return coverage
        look = Reason(
            code="may-contradict", message=f"Look at {breaking.ref} before you rely on it. {message}"
        )
        return replace(coverage, reasons=(*coverage.reasons, look))
    others = [
        (clause, score)
        for clause, score in zip(coverage.evidence, coverage.scores, strict=True)
        if clause != breaking.clause
    ]
    return replace(
        coverage,
        verdict=Verdict.CONFLICT,
        confidence=round(likely, 3),
        reasons=(
            answer_reason(breaking.ref, breaking.text, covers=False),
            Reason(code="objection", message=message),
        ),
        evidence=(breaking.clause, *(clause for clause, _ in others)),
        scores=(round(same_act, 3), *(score for _, score in others)),
    )
