"""Which terms of a source a policy uses for less than the source does, by what both say that they mean.

Who reports "every serious incident" reports too few where its own "serious incident" is a smaller thing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from policycheck.domain.comparison import Relation
from policycheck.domain.figures import Figure, FigureKind, compare_figures
from policycheck.domain.obligations import Comparator
from policycheck.matching.figures import differing
from policycheck.matching.meanings import (
    define_one_term,
    figures_meant,
    leaves_out_a_kind,
    leaves_out_some,
    read_takes,
    unheeded,
)
from policycheck.matching.statements import Statement
from policycheck.matching.term_names import is_anybody, root_of, term_words

_ALPHA = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"\d")
# What a day is decides how long a limit lasts, and not which cases a duty reaches.
_OF_TIME = (
    "day",
    "days",
    "hour",
    "hours",
    "week",
    "weeks",
    "month",
    "months",
    "year",
    "years",
    "night",
    "term",
)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A term by which a policy means less than the source does: the statements that define it on either side."""

    source: Statement
    policy: Statement

    def bears_on(self, source: Statement, policy: Statement) -> bool:
        """Tell whether a duty uses the term and so does a statement of the policy, which is no definition itself."""
        if source is self.source or policy is self.policy:
            return False
        return _uses(_reached(source), self.source.term) and _uses(policy.text, self.policy.term)


def narrowings(source: Sequence[Statement], policy: Sequence[Statement]) -> list[Narrowing]:
    """Return the terms that both documents define and the policy the more narrowly."""
    theirs = [b for b in policy if b.meaning]
    return [
        Narrowing(a, b)
        for a in source
        if a.meaning and not _is_of_time(a.term)
        for b in theirs
        if define_one_term(a, b) and means_less(a, b)
    ]


def means_less(source: Statement, policy: Statement) -> bool:
    """Tell whether a policy's meaning of a term plainly takes in less than the source's.

    It leaves out what the source takes in, says "and nothing else", lists one kind fewer, asks for more ("£10,000 or
    more" for "£5,000 or more") or sets a figure where the source has none.
    """
    ours, theirs = read_takes(source.meaning, source.term), read_takes(policy.meaning, policy.term)
    asks_more = _asks_more(source, policy)
    if asks_more is not None:
        return asks_more
    left_out = (ours.takes_in & theirs.leaves_out - theirs.takes_in) | unheeded(source, policy, theirs)
    return (
        bool(left_out)
        or (theirs.closed and not ours.closed)
        or leaves_out_some(theirs, source.meaning, ours)
        or leaves_out_a_kind(policy, source)
    )


def _asks_more(source: Statement, policy: Statement) -> bool | None:
    """Tell whether the policy's figure bounds its term more narrowly; None where figures tell nothing."""
    ours, theirs = figures_meant(source, beside=policy), figures_meant(policy, beside=source)
    found = differing(ours, theirs, against_source=False)
    if found is not None:
        return _is_narrower(*found)
    if not ours and not _DIGIT.search(source.meaning) and any(one.bound is not None for one in theirs):
        return True
    return None


def _is_narrower(ours: Figure, theirs: Figure) -> bool:
    smaller = compare_figures(ours, theirs) is Relation.STRICTER
    bound = ours.bound or theirs.bound
    if bound is None:
        return ours.kind is FigureKind.TIME and not smaller
    return smaller if bound is Comparator.AT_MOST else not smaller


def _is_of_time(term: str) -> bool:
    return any(word in _OF_TIME for word in _ALPHA.findall(term.lower()))


def _reached(source: Statement) -> str:
    """Return a duty without its exceptions: who means less by a term there makes the fewer exceptions."""
    text = source.text
    for exception in source.reading.exceptions if source.reading is not None else ():
        text = text.replace(exception, " ")
    return text


def _uses(text: str, term: str) -> bool:
    """Tell whether a text has all words of a term; "the vulnerable" are vulnerable people."""
    said = _roots(text)
    telling = frozenset(word for word in term_words(term) if not is_anybody(word))
    return bool(telling) and telling <= said


@lru_cache(maxsize=8192)
def _roots(text: str) -> frozenset[str]:
    lowered = text.lower().replace("’s", "").replace("'s", "")
    return frozenset(root_of(word) for word in _ALPHA.findall(lowered))
