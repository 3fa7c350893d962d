"""How well a report agrees with what a person labelled by reading: precision, recall, false alarms."""

from policycheck.evaluation.comparison import evaluate
from policycheck.evaluation.precision import precision_by_rule
from policycheck.evaluation.scores import ConflictScores, Rates, Scores, VerdictScores
from policycheck.evaluation.table import format_scores

__all__ = [
    "ConflictScores",
    "Rates",
    "Scores",
    "VerdictScores",
    "evaluate",
    "format_scores",
    "precision_by_rule",
]
