"""How an obligation is met: the verdict over some clauses, and over a policy or the whole library."""

from dataclasses import dataclass
from enum import StrEnum

LIBRARY = "*"


class Verdict(StrEnum):
    """What the clauses do with an obligation."""

    COVERED = "covered"
    PARTIAL = "partial"
    MISSING = "missing"
    CONFLICT = "conflict"


class Severity(StrEnum):
    """How much a finding matters, gravest first."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


def weight(severity: Severity, confidence: float) -> float:
    """Return how early a person should look at a finding, 0 to 1: by how likely it is right, and for each step down in
    severity a tenth less. A grave finding that is half a guess would else stand before one that surely is wrong.
    """
    return confidence * (1 - 0.1 * list(Severity).index(severity))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason: a stable code for programs, one plain sentence for people."""

    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """A verdict over a list of clauses.

    `evidence` is indices into that list, best first, and `scores` (0 to 1) one for each: for a missing
    obligation they are the closest clauses, which do not answer it. `confidence` is 0 to 1.
    """

    verdict: Verdict
    confidence: float
    reasons: tuple[Reason, ...] = ()
    evidence: tuple[int, ...] = ()
    scores: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A clause shown beside a verdict, with how well it answers (0 to 1)."""

    document: str
    clause: str
    ref: str
    text: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """One obligation against one policy (`policy` its path) or the whole library (`policy` is "*").

    `in_scope` is what holds. `computed_scope` is what was computed where a person said whether the policy is meant
    to meet the source; None where nobody did and `in_scope` is what was computed.
    """

    obligation: str
    policy: str
    verdict: Verdict
    in_scope: bool
    severity: Severity
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    reasons: tuple[Reason, ...] = ()
    computed_scope: bool | None = None
