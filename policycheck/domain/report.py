"""The neutral model that every report is written from, and that `check --json` serialises."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from policycheck.domain.alignments import Alignment
from policycheck.domain.documents import Document
from policycheck.domain.findings import Decision, Finding, Sensitivity
from policycheck.domain.obligations import Applies, Obligation
from policycheck.domain.scopes import PairScope


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Who we are: the duty-holder roles this organisation fills; none means every duty applies."""

    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelCard:
    """The embedding model a check was made with."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything a check found. `applies` maps an obligation's id to whether it is ours, and why.

    `findings` are those shown at `sensitivity`; `hidden` is how many less certain ones are not. `scopes` are the
    pairs of source and policy that a person spoke of.
    """

    created: datetime
    model: ModelCard
    documents: tuple[Document, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    applies: Mapping[str, tuple[Applies, str]] = field(default_factory=dict)
    coverage: tuple[Alignment, ...] = ()
    findings: tuple[Finding, ...] = ()
    decisions: tuple[Decision, ...] = ()
    profile: Profile = field(default_factory=Profile)
    sensitivity: Sensitivity = Sensitivity.BALANCED
    hidden: int = 0
    scopes: tuple[PairScope, ...] = ()
