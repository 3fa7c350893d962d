"""The figures that judgement rests on, in one place, each with where it comes from."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from policycheck.domain.findings import FindingKind, Sensitivity


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Thresholds on the same-act probability; chosen on the development fields in tests/gold, never on the sample."""

    same_act: float = 0.3
    unsure: float = 0.1
    evidence_depth: int = 5
    conflict: float = 0.45
    conflict_within: float = 0.95
    other_trigger: float = 0.45
    anchor: float = 0.9
    scope_close: float = 0.48
    scope_cited: float = 0.35
    scope_cited_large: float = 0.42
    scope_not_cited: float = 0.56
    scope_plain: float = 0.6


JUDGEMENT = Judgement()

# The confidence from which a finding is shown. "balanced" shows all that is judged a finding at all.
SHOWN_FROM: Mapping[Sensitivity, Mapping[FindingKind, float]] = MappingProxyType(
    {
        Sensitivity.CAREFUL: {FindingKind.GAP: 0.6, FindingKind.CONFLICT: 0.7},
        Sensitivity.BALANCED: {FindingKind.GAP: 0.0, FindingKind.CONFLICT: 0.0},
        Sensitivity.THOROUGH: {FindingKind.GAP: 0.0, FindingKind.CONFLICT: 0.0},
    }
)


# What judges, and therefore decides whether a kept result still holds.
_JUDGING = ("alignment", "conflicts", "domain", "lexicon", "matching", "obligations", "segmentation")
_WIRING = ("assembling.py", "checking.py", "comparing.py", "findings.py", "settings.py", "topics.py")


@cache
def engine() -> str:
    """Return a hash of the code and vocabulary that judge: part of the key of every kept result.

    A new version of the program therefore judges anew by itself, and nobody has to remember to say so.
    """
    root = Path(__file__).parent
    judging = [path for folder in _JUDGING for path in sorted((root / folder).rglob("*.*"))]
    digest = hashlib.sha256()
    for path in (*judging, *(root / name for name in _WIRING)):
        if path.suffix in (".py", ".toml", ".json"):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
