"""Which policy is meant to meet which source: as computed, and as a person said."""

from dataclasses import dataclass
from datetime import datetime

from policycheck.domain.alignments import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class ComputedScope:
    """What a check computed for a source and a policy: of `duties`, how many the policy should meet.

    `cited`: the policy names the source.
    """

    source: str
    policy: str
    cited: bool
    inside: int
    duties: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeDecision:
    """What a person said of a source and a policy; `inside` None goes back to what is computed.

    Never changed afterwards, only followed by another.
    """

    source: str
    policy: str
    inside: bool | None
    by: str
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairScope:
    """Where a source and a policy stand: computed (None before a check), by hand (None: nobody said), and why.

    `inside` of `duties` is what was computed: of a large source a policy may be meant to meet only a part.
    """

    source: str
    policy: str
    computed: bool | None
    by_hand: bool | None
    effective: bool
    reason: Reason
    inside: int = 0
    duties: int = 0
    decision: ScopeDecision | None = None


def said_by_hand(
    decisions: tuple[ScopeDecision, ...] | list[ScopeDecision],
) -> dict[tuple[str, str], ScopeDecision]:
    """Return what holds of each (source, policy) that a person spoke of: the last word, unless it was "as computed"."""
    last = {(made.source, made.policy): made for made in decisions}
    return {pair: made for pair, made in last.items() if made.inside is not None}
