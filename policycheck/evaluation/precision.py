"""How often people found each rule right, from what they decided on its findings."""

from collections.abc import Sequence
from math import sqrt

from policycheck.domain.findings import Action, Decision, Finding, FindingKind
from policycheck.domain.results import RulePrecision

CONFIRMING = (Action.ACCEPT, Action.RESOLVE)
REFUTING = (Action.DISMISS, Action.BOTH_RIGHT)
LEAST = 5  # decisions below which a share says nothing

_Z = 1.959964  # of a normal distribution, for 95 %


def precision_by_rule(
    decisions: Sequence[Decision], findings: Sequence[Finding], *, least: int = LEAST
) -> list[RulePrecision]:
    """Return how often each rule was found right, those with the most decisions first.

    The last decision on a finding counts; a finding whose text changed and that was decided again counts twice.
    What was put off, reopened or called not applicable says nothing of the rule. `findings` give the rule of
    decisions made before rules were kept with them.
    """
    rules = {one.id: one.rule for one in findings}
    last = {(made.finding, made.stamp): made for made in decisions}
    votes: dict[str, list[bool]] = {}
    for made in last.values():
        rule = made.rule or rules.get(made.finding, "")
        if rule and made.action in (*CONFIRMING, *REFUTING):
            votes.setdefault(rule, []).append(made.action in CONFIRMING)
    found = [_precision(rule, given) for rule, given in votes.items() if len(given) >= least]
    return sorted(found, key=lambda one: (-one.decided, one.rule))


def _precision(rule: str, votes: Sequence[bool]) -> RulePrecision:
    confirmed = sum(votes)
    low, high = wilson(confirmed, len(votes))
    return RulePrecision(
        kind=FindingKind(rule.partition(":")[0]),
        rule=rule,
        confirmed=confirmed,
        refuted=len(votes) - confirmed,
        precision=confirmed / len(votes),
        low=low,
        high=high,
    )


def wilson(right: int, of: int) -> tuple[float, float]:
    """Return the 95 % Wilson interval of a share of at least one."""
    share = right / of
    middle = (share + _Z**2 / (2 * of)) / (1 + _Z**2 / of)
    half = _Z * sqrt(share * (1 - share) / of + _Z**2 / (4 * of**2)) / (1 + _Z**2 / of)
    return max(0.0, middle - half), min(1.0, middle + half)
