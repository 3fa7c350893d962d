"""How often people found each rule right, counted from their decisions."""

from datetime import UTC, datetime

import pytest

from policycheck.domain.alignments import Reason, Severity, Verdict
from policycheck.domain.findings import Action, Decision, Finding, FindingKind, Quotation
from policycheck.evaluation import precision_by_rule
from policycheck.evaluation.precision import wilson

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
RULE = "conflict:deadline"


def decided(finding: int, action: Action, *, rule: str = RULE, stamp: str = "s") -> Decision:
    return Decision(finding=str(finding), action=action, by="Ann", at=NOON, stamp=stamp, note="n", rule=rule)


def test_each_finding_counts_once_by_its_last_decision() -> None:
    decisions = [
        *(decided(n, Action.ACCEPT) for n in range(3)),
        decided(3, Action.RESOLVE),
        decided(4, Action.ACCEPT),
        decided(4, Action.BOTH_RIGHT),
        decided(5, Action.DISMISS),
    ]
    [found] = precision_by_rule(decisions, [])
    assert (found.kind, found.rule, found.confirmed, found.refuted) == (FindingKind.CONFLICT, RULE, 4, 2)
    assert found.precision == pytest.approx(4 / 6)
    assert found.low < 4 / 6 < found.high


@pytest.mark.parametrize("action", [Action.DEFER, Action.REOPEN, Action.NOT_APPLICABLE])
def test_what_says_nothing_of_the_rule_is_not_counted(action: Action) -> None:
    decisions = [*(decided(n, Action.ACCEPT) for n in range(5)), decided(4, action)]
    assert precision_by_rule(decisions, []) == [], "four are left, too few"
    assert len(precision_by_rule([*decisions, decided(9, Action.DISMISS)], [])) == 1


def test_a_finding_decided_again_after_its_text_changed_counts_twice() -> None:
    decisions = [decided(n, Action.ACCEPT) for n in range(4)]
    assert precision_by_rule(decisions, []) == []
    [found] = precision_by_rule([*decisions, decided(0, Action.DISMISS, stamp="later")], [])
    assert (found.confirmed, found.refuted) == (4, 1)


def test_rules_are_apart_and_the_most_decided_comes_first() -> None:
    gap = "gap:partial:weaker"
    decisions = [
        *(decided(n, Action.ACCEPT) for n in range(5)),
        *(decided(n, Action.DISMISS, rule=gap) for n in range(10, 16)),
    ]
    found = precision_by_rule(decisions, [])
    assert [(one.rule, one.precision) for one in found] == [(gap, 0.0), (RULE, 1.0)]
    assert found[0].kind is FindingKind.GAP


def test_decisions_from_before_rules_were_kept_take_the_rule_of_their_finding() -> None:
    gap = Finding(
        id="0",
        kind=FindingKind.GAP,
        severity=Severity.LOW,
        confidence=1,
        message="",
        a=Quotation(document="law", ref="1", text=""),
        b=None,
        stamp="s",
        verdict=Verdict.PARTIAL,
        reasons=(Reason(code="same-act", message=""), Reason(code="weaker", message="")),
    )
    decisions = [decided(n, Action.ACCEPT, rule="gap:partial:weaker") for n in range(1, 5)]
    old, gone = decided(0, Action.ACCEPT, rule=""), decided(99, Action.ACCEPT, rule="")
    [found] = precision_by_rule([*decisions, old, gone], [gap])
    assert (found.rule, found.decided) == ("gap:partial:weaker", 5)


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),  # worked by hand from the formula
    [(5, 5, 0.5655, 1.0), (0, 5, 0.0, 0.4345), (8, 10, 0.4902, 0.9433)],
)
def test_the_interval_is_wilsons(right: int, of: int, low: float, high: float) -> None:
    assert wilson(right, of) == pytest.approx((low, high), abs=5e-4)
