"""Ages as two readings tell them: whom each keeps out, and how they stand to one another."""

from dataclasses import dataclass

from policycheck.domain.comparison import (
    Relation,
    age_boundary,
    compare_barred_ages,
    compare_caps,
    compare_thresholds,
)
from policycheck.domain.obligations import Comparator, Threshold
from policycheck.matching.cases import bars_below, caps_above, shuts_out_older


@dataclass(frozen=True, slots=True)
class ToldAge:
    """An age in its text; `banned` where the text says what is not to be done."""

    age: Threshold
    text: str
    banned: bool

    @property
    def bars_younger(self) -> bool:
        """Tell whether those below it are kept out: "under 18 must not", "must be at least 18"."""
        if self.age.comparator is Comparator.AT_MOST:
            return self.banned and not caps_above(self.age, self.text)
        return bars_below(self.age, self.text, banned=self.banned)

    @property
    def bars_older(self) -> bool:
        """Tell whether those above it are kept out: "nobody aged 70 or over may", "must be under 70"."""
        return shuts_out_older(self.age, self.text, banned=self.banned)


def are_ends_of_a_range(a: ToldAge, b: ToldAge) -> bool:
    """Tell whether one age keeps out the younger and another those who are older still: both can be obeyed."""
    return any(
        low.bars_younger and high.bars_older and age_boundary(low.age) < age_boundary(high.age)
        for low, high in ((a, b), (b, a))
    )


def compare_ages(source: ToldAge, policy: ToldAge) -> Relation:
    """Compare two ages by whom they keep out."""
    ours, theirs, bars = source.age, policy.age, policy.bars_younger
    if theirs.comparator is Comparator.AT_MOST and source.bars_older and not bars:
        return compare_caps(ours, theirs)
    if source.bars_younger and (bars or theirs.comparator is not Comparator.AT_MOST):
        return compare_barred_ages(ours, theirs, source_bars=True)
    if bars and ours.comparator is Comparator.AT_LEAST:
        return compare_barred_ages(ours, theirs, source_bars=False)
    exact = Comparator.EXACTLY in (ours.comparator, theirs.comparator)
    if exact and age_boundary(ours) == age_boundary(theirs):
        return Relation.EQUAL
    return compare_thresholds(ours, theirs)
