"""A clause that breaks the source decides, whatever else the policy says."""

import pytest
from statements import said

from policycheck.alignment import in_light_of
from policycheck.domain.alignments import Coverage, Reason, Verdict

KEPT = Reason(code="same-act", message="Clause 2 does this.")
BREAKING = said("The lift is examined every two years.")  # the clause at index 0
SAYS = "The law says “every year”; the policy says “every two years”."


def covered() -> Coverage:
    return Coverage(
        verdict=Verdict.COVERED, confidence=0.9, reasons=(KEPT,), evidence=(2, 0), scores=(0.9, 0.8)
    )


def test_a_likely_breach_makes_a_conflict_of_a_duty_that_another_clause_keeps():
    found = in_light_of(covered(), BREAKING, SAYS, likely=0.85, same_act=0.8)
    assert (found.verdict, found.confidence) == (Verdict.CONFLICT, 0.85)
    assert (found.evidence, found.scores) == ((0, 2), (0.8, 0.9))
    assert "every two years" in found.reasons[0].message
    assert found.reasons[1].message == SAYS
    assert KEPT not in found.reasons


def test_a_breach_that_is_half_a_guess_is_told_beside_covered():
    found = in_light_of(covered(), BREAKING, SAYS, likely=0.55, same_act=0.8)
    assert (found.verdict, found.confidence, found.evidence) == (Verdict.COVERED, 0.9, (2, 0))
    assert found.reasons[0] == KEPT
    assert SAYS in found.reasons[1].message


def test_an_unlikely_breach_leaves_all_as_it_was():
    assert in_light_of(covered(), BREAKING, SAYS, likely=0.35, same_act=0.8) == covered()


@pytest.mark.parametrize("likely", [0.4, 0.99])
def test_a_conflict_keeps_the_reasons_it_has(likely):
    conflict = Coverage(
        verdict=Verdict.CONFLICT, confidence=0.6, reasons=(KEPT,), evidence=(1,), scores=(0.7,)
    )
    assert in_light_of(conflict, BREAKING, SAYS, likely=likely, same_act=0.8) == conflict
