"""Finds the nearest clauses: dense and lexical search, fused."""

from policycheck.index.fusion import ClauseIndex, Hit

__all__ = ["ClauseIndex", "Hit"]
