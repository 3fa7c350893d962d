"""Cases that only a policy bounds by a least figure: "accidents which cost more than £500" beside "every accident"."""

import re
from collections.abc import Sequence

from policycheck.alignment.answers import Answer
from policycheck.domain.comparison import Relation
from policycheck.domain.figures import Figure, FigureKind, compare_figures
from policycheck.domain.obligations import Comparator
from policycheck.lexicon.data import load
from policycheck.lexicon.families import families
from policycheck.lexicon.phrases import phrases_of
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement
from policycheck.matching.forbidding import forbids

_I = re.IGNORECASE
_KINDS = (FigureKind.MONEY, FigureKind.COUNT, FigureKind.PERCENT, FigureKind.MEASURE)
_BOUND = rf"(?:(?:(?:{'|'.join(load('bounds')['more'])})\sthan|over|above|exceeding|at\sleast)\s)?"
_THING = r"(?P<thing>[A-Za-z][\w’'-]*)"
# The thing before a figure that says which are meant: "accidents which cost more than", "gifts over", "huts with".
_LINK = r"(?:which|that|who)\s(?:(?!must\b|shall\b|will\b)[\w’'-]+\s){1,3}|(?:with|of|costing|worth)\s"
_BOUNDED = re.compile(rf"{_THING}\s(?:{_LINK})?{_BOUND}$", _I)
_JOINING = re.compile(r"\b(?:and|or|but)\b", _I)
_CASE = re.compile(r"(?:only\s)?(?:where|if|when)\b", _I)
# Of "every lender of a painting must" both the lender and the painting are meant.
_ENDS = "|".join(
    {*load("wordings")["ending_a_thing"], *load("wordings")["breaking_a_thing"]} - {"a", "an", "the", "any"}
)
_EVERY = re.compile(rf"\b(?:every|each|any|all)\s(?P<things>(?:(?!(?:{_ENDS})\b)[\w’'-]+\s?){{1,6}})", _I)


def bounded_cases(source: Statement, answers: Sequence[Answer]) -> str:
    """Return the words with the figure by which the likeliest answer reaches fewer cases, "" where any does not."""
    found = [_bound(source, answer) for answer in answers]
    return found[0] if found and all(found) else ""


def _bound(source: Statement, answer: Answer) -> str:
    assert source.reading is not None  # noqa: S101 - obligations have readings
    policy = answer.statement
    if source.is_row or policy.is_row or forbids(source.reading) != forbids(answer.said):
        return ""
    if phrases_of("wordings", "sized").search(source.text) or phrases_of("wordings", "besides").search(
        policy.text
    ):
        return ""  # the policy may say from when on it is "serious", or what is done besides in these cases
    for figure in policy.figures:
        if _begins_a_case(figure) and not any(_compares(figure, ours) for ours in source.figures):
            place = policy.text.find(figure.text)
            case = next(
                (one for one in answer.said.conditions if _CASE.match(one) and figure.text in one), ""
            )
            # "Two guards, or three where there are more than 30": the case is of the three alone.
            if case and not source.reading.conditions and not _JOINING.search(policy.text.partition(case)[0]):
                return case
            bounded = _BOUNDED.search(policy.text, 0, place)
            if bounded is None:
                continue
            # "Approves all payments; payments of more than £50 go to the chair": of all is said something too.
            thing = _things(bounded["thing"]) - _things(policy.text[: bounded.start()] + policy.text[place:])
            if thing & _of_every(source.text):
                return policy.text[bounded.start() : place + len(figure.text)]
    return ""


def _begins_a_case(figure: Figure) -> bool:
    return figure.kind in _KINDS and figure.bound is Comparator.AT_LEAST


def _compares(one: Figure, other: Figure) -> bool:
    return one.kind is other.kind or compare_figures(one, other) is not Relation.UNKNOWN


def _of_every(text: str) -> frozenset[str]:
    """Return the families of the words for what a text says "every" or "each" of."""
    return frozenset(word for found in _EVERY.finditer(text) for word in _things(found["things"]))


def _things(words: str) -> frozenset[str]:
    return families(content_words(words))
