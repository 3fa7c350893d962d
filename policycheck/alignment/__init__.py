"""An obligation meets the clauses of a policy: coverage verdict with reasons."""

from policycheck.alignment.coverage import judge_obligation
from policycheck.alignment.library import library_verdict
from policycheck.alignment.scope import cites, in_scope, names_its_sources
from policycheck.alignment.severity import severity_of

__all__ = ["cites", "in_scope", "judge_obligation", "library_verdict", "names_its_sources", "severity_of"]
