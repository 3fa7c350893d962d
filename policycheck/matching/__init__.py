"""Do two texts speak of the same act, or only use the same words?

A layer below alignment and conflicts, which both ask this question and may not import each other.
"""

from policycheck.matching.features import FEATURES, pair_features
from policycheck.matching.judge import same_act, same_answer
from policycheck.matching.placing import in_place
from policycheck.matching.statements import Statement, statements_of

__all__ = ["FEATURES", "Statement", "in_place", "pair_features", "same_act", "same_answer", "statements_of"]
