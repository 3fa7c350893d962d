"""Clauses that contradict each other: small explainable rules, one per file."""
