"""Do two texts speak of the same act, or only use the same words?

A layer below alignment and conflicts, which both ask this question and may not import each other.
"""

from policycheck.matching.anchors import Anchors, Meeting, anchored, answering, meeting
from policycheck.matching.features import FEATURES, pair_features
from policycheck.matching.initials import spelling_out
from policycheck.matching.judge import same_act, same_act_of
from policycheck.matching.narrowing import Narrowing, narrowings
from policycheck.matching.placing import in_place
from policycheck.matching.statements import Statement, statements_of, with_figures
from policycheck.matching.terms import Terms, terms_of

__all__ = [
    "FEATURES",
    "Anchors",
    "Meeting",
    "Narrowing",
    "Statement",
    "Terms",
    "anchored",
    "answering",
    "in_place",
    "meeting",
    "narrowings",
    "pair_features",
    "same_act",
    "same_act_of",
    "spelling_out",
    "statements_of",
    "terms_of",
    "with_figures",
]
