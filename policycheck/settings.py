"""The figures that judgement rests on, in one place, each with where it comes from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Thresholds on the same-act probability; chosen on the development fields in tests/gold, never on the sample."""

    same_act: float = 0.5
    unsure: float = 0.2
    evidence_depth: int = 5
    conflict: float = 0.5
    scope_close: float = 0.5
    scope_cited: float = 0.4


JUDGEMENT = Judgement()
# Part of every cache key: raise it when a change of code may change a verdict.
ENGINE = "1"
