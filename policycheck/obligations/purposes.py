"""What an act is for: "in order to keep children safe", "so that nobody is left alone", "with a view to"."""

import re

from policycheck.obligations.cues import words_in
from policycheck.obligations.parts import Piece

# Rare words, one of which every opening holds.
_CUES = frozenset(("order", "so", "purpose", "purposes", "view"))
# "For the purposes of this section" says how to read a law, not what anything is for.
_OPENS = re.compile(
    r"\b(?:in\sorder\s(?:to|that)|so\sthat|so\sas\sto|with\sa\sview\sto|"
    r"for\sthe\spurposes?\sof(?!\s(?:(?:this|that|these|those|the|any)\s)?(?:sub-?)?"
    r"(?:sections?|paragraphs?|parts?|chapters?|schedules?|acts?|regulations?|rules?|articles?|orders?|"
    r"polic(?:y|ies)|procedures?|guidance|proceedings)\b))\b",
    re.IGNORECASE,
)
# The purpose ends with its clause, or where a condition, an exception or the duty itself begins.
_ENDS = re.compile(
    r"[;—]|:(?!\d)|\.(?=\s|$)|,\s(?:and|but|which|who|whether|then|as|including)\b|"
    r"\s(?:unless|except|where|if|when|within|must|shall|should|provided\sthat|subject\sto)\b",
    re.IGNORECASE,
)
_OPENING_ENDS = re.compile(r"[,;:—]|\.(?=\s|$)")  # before the duty: "In order to help, the manager must"
_LONGEST = 400


def find_purpose(text: str) -> Piece | None:
    """Return the first words that say what an act is for, as written; None where a text does not say."""
    if _CUES.isdisjoint(words_in(text)):
        return None
    for found in _OPENS.finditer(text):
        ends = _OPENING_ENDS if found[0][0].isupper() else _ENDS
        stop = ends.search(text, found.end(), found.end() + _LONGEST)
        end = stop.start() if stop else min(len(text), found.end() + _LONGEST)
        words = text[found.start() : end].rstrip(" ,;:—–.")
        if len(words) > len(found[0]):
            return Piece(found.start(), found.start() + len(words), words)
    return None
