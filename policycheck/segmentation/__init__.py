"""Blocks become clauses with the reference a reader would cite."""
