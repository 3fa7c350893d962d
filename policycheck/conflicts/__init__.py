"""Clauses that contradict each other: small explainable rules, one per file."""

from policycheck.conflicts.finder import (
    Clash,
    copied_clashes,
    find_candidates,
    likely_among,
    objection_to,
    weigh_clashes,
)
from policycheck.conflicts.pair import Pair
from policycheck.conflicts.rarity import adjusted, odds_here
from policycheck.conflicts.rules import RULES
from policycheck.conflicts.together import together_model

__all__ = [
    "RULES",
    "Clash",
    "Pair",
    "adjusted",
    "copied_clashes",
    "find_candidates",
    "likely_among",
    "objection_to",
    "odds_here",
    "together_model",
    "weigh_clashes",
]
