"""An obligation meets the clauses of a policy: coverage verdict with reasons."""

from policycheck.alignment.answers import may_answer
from policycheck.alignment.broken import in_light_of
from policycheck.alignment.coverage import judge_obligation
from policycheck.alignment.library import library_verdict
from policycheck.alignment.scope import Scope, cites, names_its_sources, scope_of
from policycheck.alignment.severity import severity_of

__all__ = [
    "Scope",
    "cites",
    "in_light_of",
    "judge_obligation",
    "library_verdict",
    "may_answer",
    "names_its_sources",
    "scope_of",
    "severity_of",
]
