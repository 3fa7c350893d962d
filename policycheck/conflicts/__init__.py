"""Clauses that contradict each other: small explainable rules, one per file."""

from policycheck.conflicts.finder import Clash, find_clashes, objection_to
from policycheck.conflicts.pair import Pair
from policycheck.conflicts.rules import RULES

__all__ = ["RULES", "Clash", "Pair", "find_clashes", "objection_to"]
