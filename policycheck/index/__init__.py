"""Finds the nearest clauses: dense and lexical search, fused."""
