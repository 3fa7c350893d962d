"""How figures, verdicts and texts are put into words in every report."""

import re
from datetime import datetime

from policycheck.domain.alignments import LIBRARY, Verdict
from policycheck.domain.findings import ConflictType, FindingKind, Sensitivity
from policycheck.domain.obligations import Applies

LIBRARY_WORDS = "All policies"

VERDICT_MEANING = {
    Verdict.COVERED: "a clause does what the source asks, for the same cases, in time and in binding words",
    Verdict.PARTIAL: "a clause does some of it: a list, a time limit, the scope or the force falls short",
    Verdict.MISSING: "no clause was found that puts the duty on anyone",
    Verdict.CONFLICT: "whoever follows the clause shown would break the source",
}

TYPE_WORDS = {kind: kind.words for kind in ConflictType}

KIND_WORDS = {FindingKind.GAP: "gap", FindingKind.CONFLICT: "contradiction"}

SENSITIVITY_WORDS = {
    Sensitivity.CAREFUL: "careful: fewer false alarms, more is overlooked",
    Sensitivity.BALANCED: "balanced",
    Sensitivity.THOROUGH: "thorough: less is overlooked, more false alarms",
}

APPLIES_WORDS = {Applies.YES: "yes", Applies.NO: "no, set aside", Applies.UNKNOWN: "not known"}

# What neither XML nor a spreadsheet can hold: control characters, half surrogates and non-characters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Return `text` without the characters that a report file cannot hold."""
    return _UNPRINTABLE.sub("\ufffd", text)


def confidence_words(confidence: float) -> str:
    """Return a confidence of 0 to 1 as per cent, rounded down, and a word: "83% (high)"."""
    per_cent = int(confidence * 100 + 1e-6)  # 0.29 is a little less than 0.29
    word = "high" if per_cent >= 80 else "medium" if per_cent >= 50 else "low"
    return f"{per_cent}% ({word})"


def hidden_words(hidden: int) -> str:
    """Return the sentence on findings that are too uncertain to be shown."""
    noun, verb = ("finding", "is") if hidden == 1 else ("findings", "are")
    return f"{hidden:,} less certain {noun} {verb} not shown."


def policy_words(policy: str, titles: dict[str, str]) -> str:
    """Return a policy's title, and "All policies" for the whole library."""
    return LIBRARY_WORDS if policy == LIBRARY else titles.get(policy) or policy


def date_words(moment: datetime) -> str:
    """Return a moment as "4 March 2026, 12:05 UTC"."""
    return f"{moment.day} {moment:%B %Y, %H:%M %Z}".strip()


def counted(number: int, noun: str) -> str:
    """Return "1 gap", "2 gaps", "12,000 gaps"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
