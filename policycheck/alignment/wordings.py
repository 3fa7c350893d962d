"""What the wording of two sentences about one act tells, where their parts say too little.

Each cue is a general one: an attempt is less than a promise; a ban is kept by refusing and broken by doing; "before"
is not kept by "within two weeks after"; who must be another person is not the same person.
"""

import math
import re
from collections.abc import Sequence
from functools import cache

from policycheck.alignment.answers import Answer
from policycheck.domain.obligations import Modality, Obligation
from policycheck.lexicon.data import load
from policycheck.lexicon.words import stem
from policycheck.matching import Statement
from policycheck.matching.parts import forbids

FEATURES = (
    "ban_done",
    "ban_permitted",
    "ban_withheld",
    "required_denied",
    "advised_denied",
    "permitted_instead",
    "hedged",
    "before_lost",
    "before_late",
    "joins_fewer",
    "shorter",
    "writing_lost",
)

_JOINS = re.compile(r"\b(?:and|or|nor|including)\b|,", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:before|until|till|prior to)\b", re.IGNORECASE)


def wording_features(source: Statement, answers: Sequence[Answer]) -> dict[str, float]:
    """Return the features by name, from the source and the answers to it, likeliest first (at least one).

    A cue in a less likely answer counts for less: 1 is the likeliest.
    """
    assert source.reading is not None  # noqa: S101 - obligations have readings
    found: dict[str, float] = {}
    for answer in answers:
        weight = answer.probability / max(answers[0].probability, 1e-6)
        for name in _cues(source, answer):
            found[name] = max(found.get(name, 0.0), weight)
    together = " ".join(a.statement.text for a in answers)
    order = order_lost(source.text, together)
    if order:
        found[order] = 1.0
    found["joins_fewer"] = float(min(3, max(0, _joins(source.text) - _joins(together))))
    found["writing_lost"] = float(writing_lost(source.text, together))
    found["shorter"] = max(0.0, min(2.0, math.log(len(source.text) / max(1, len(together)))))
    return found


def _cues(source: Statement, answer: Answer) -> list[str]:
    assert source.reading is not None  # noqa: S101 - see wording_features
    cues = [_of_ban(source, answer)] if forbids(source.reading) else _of_demand(source.reading, answer)
    if hedging(source.text, answer.statement.text):
        cues.append("hedged")
    return [cue for cue in cues if cue]


def _of_ban(source: Statement, answer: Answer) -> str:
    policy, text = answer.said, answer.statement.text
    if forbids(policy) or answer.keeps:
        return ""
    if policy.modality is Modality.PERMISSION:
        return "ban_permitted"
    if source.figures:
        return ""  # the figures decide
    return "ban_withheld" if denies(text) or (turns(source.text) and turns(text)) else "ban_done"


def _of_demand(source: Obligation, answer: Answer) -> list[str]:
    cues = []
    if forbids(answer.said) and not turns(answer.statement.text) and not denies(source.text):
        cues.append("required_denied" if source.modality.binds else "advised_denied")
    if permits_instead(source, answer):
        cues.append("permitted_instead")
    return cues


def permits_instead(source: Obligation, answer: Answer) -> bool:
    """Tell whether a policy permits what a duty rules out: "may score the bid" beside "shall take no part".

    "May offer a talk" beside "must offer a talk" is only weaker: one side must deny or turn on something.
    """
    if not source.modality.binds or answer.said.modality is not Modality.PERMISSION:
        return False
    return denies(source.text) or turns(source.text) or denies(answer.statement.text)


def _joins(text: str) -> int:
    return len(_JOINS.findall(text))


def hedging(source: str, policy: str) -> str:
    """Return the words by which a policy promises no more than an attempt, "" where it has none or the source too.

    "Where staff are available" and "if the system allows" leave the doing open as "where possible" does.
    """
    return "" if _hedge(source) else _hedge(policy)


def _hedge(text: str) -> str:
    found = _first("hedging", text)
    if not found:
        means = _means().search(text)
        found = means[0] if means else ""
    return found


def denies(text: str) -> bool:
    """Tell whether a text denies, bounds or withholds anything."""
    return bool(_first("denying", text)) or not _withholding().isdisjoint(map(stem, _words(text)))


def turns(text: str) -> bool:
    """Tell whether a text holds only up to some event or but for some case."""
    return bool(_first("turning", text))


def order_lost(source: str, policy: str) -> str:
    """Say how an order in time is lost: "before_late" where the policy puts the act later, "before_lost" where it
    says nothing, "" where it keeps the order or none is asked."""
    if not _BEFORE.search(source) or _first("earlier", policy):
        return ""
    return "before_late" if _first("later", policy) else "before_lost"


def apart_lost(source: str, policy: str) -> bool:
    """Tell whether the source asks that one person be another than somebody, and the policy does not."""
    return bool(_first("apart_asked", source)) and not _first("apart_kept", policy) and not denies(policy)


def writing_lost(source: str, policy: str) -> bool:
    """Tell whether only the source asks for something on paper, or as good as."""
    return bool(_first("writing", source)) and not _first("writing", policy)


def exception_added(source: Statement, answer: Answer) -> bool:
    """Tell whether only the policy makes an exception.

    Where the source turns on a case itself the exception is its own; and "an officer other than the one who signed" is
    whom a source asks for that wants another person.
    """
    if not answer.said.exceptions or source.reading is None or source.reading.exceptions:
        return False
    return not turns(source.text) and not _first("apart_asked", source.text)


def _first(name: str, text: str) -> str:
    found = _phrases(name).search(text)
    return found.group(0) if found else ""


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+(?:[-'][a-z]+)*", text.lower().replace("’", "'"))


@cache
def _phrases(name: str) -> re.Pattern[str]:
    phrases = list(load("wordings")[name])
    if name == "hedging":
        phrases += load("signals")["narrative"]["possible_words"]
    if name == "denying":
        phrases += load("deciding")["denying"]
    joined = "|".join(re.escape(phrase) for phrase in sorted(set(phrases), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])", re.IGNORECASE)


@cache
def _means() -> re.Pattern[str]:
    """A pattern of "where", up to four words of what is to be had, and that it may or may not be."""
    words = load("wordings")
    opening, allowing, denied = (
        "|".join(words[name]) for name in ("means_if", "means_allow", "means_denied")
    )
    gap = rf"(?:(?!(?:{denied})\b)[\w’'-]+\s){{0,4}}?"
    return re.compile(rf"\b(?:{opening})\s{gap}(?:{allowing})\b", re.IGNORECASE)


@cache
def _withholding() -> frozenset[str]:
    return frozenset(stem(word) for word in load("wordings")["withholding"])
