"""Clauses that contradict each other: small explainable rules, one per file."""

from policycheck.conflicts.finder import (
    Clash,
    contradiction_model,
    copied_clashes,
    find_candidates,
    likely_among,
    objection_to,
    weigh_clashes,
)
from policycheck.conflicts.pair import Pair
from policycheck.conflicts.rarity import adjusted, odds_here
from policycheck.conflicts.rules import RULES

__all__ = [
    "RULES",
    "Clash",
    "Pair",
    "adjusted",
    "contradiction_model",
    "copied_clashes",
    "find_candidates",
    "likely_among",
    "objection_to",
    "odds_here",
    "weigh_clashes",
]
