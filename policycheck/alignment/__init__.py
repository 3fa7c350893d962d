"""An obligation meets the clauses of a policy: coverage verdict with reasons."""
