"""Questions with their answers: "May I bring a dog? No." forbids, "Do I have to sign in? No." leaves free."""

import re
from dataclasses import dataclass

from policycheck.domain.obligations import Modality

_I = re.IGNORECASE
_ANSWERED = re.compile(
    r"^(?:q(?:uestion)?\s?\d{0,3}\s?[.:)–—-]\s*)?(?P<question>[^?.]{3,200}\?)\s*(?:a(?:nswer)?\s?[.:)–—-]\s*)?"
    r"(?P<answer>(?:[\w’']+\s)?(?P<word>no|never|yes|only|not\s(?:unless|until|without|before))\b"
    r"(?=\s*(?:[.,;:!–—-]|$)|(?<=only)\s|(?<=unless)\s|(?<=until)\s|(?<=without)\s|(?<=before)\s))",
    _I,
)
_MAY = re.compile(
    r"^(?:(?:and|but|so)\s)?(?:may|can|could|(?:am|is|are|will)\s[^?]*\b(?:allowed|permitted|able|welcome|free|fine|ok|okay|all\sright)\b)",
    _I,
)
_MUST = re.compile(
    r"^(?:(?:and|but|so)\s)?(?:must|need|shall|(?:do|does|will|would|have|has)\s[^?]*\b(?:have|need|got)\b|"
    r"(?:am|is|are)\s[^?]*\b(?:required|needed|necessary|obliged|compulsory|mandatory|obligatory|bound)\b)",
    _I,
)
_ASKS = re.compile(r"^(?:(?:and|but|so)\s)?(?:do|does|will|is|are|am|should|has|have)\b", _I)
BARE_ANSWER = re.compile(
    r"(?:a(?:nswer)?\s?[.:)–—-]\s*)?(?:[\w’']+\s)?(?:no|never|yes)\s?[.!]$|(?:only|not\s(?:unless|until))\b[^?]*$",
    _I,
)
"""What an answer is that says nothing without its question."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A question and what its answer makes of it: the word that answers as `written`, and the `rest`.

    `plainly` where that word is a yes or a no, `waives` where it says that something need not be done.
    """

    question: str
    modality: Modality
    written: str
    rest: str
    plainly: bool
    waives: bool = False


def answered(text: str) -> Modality | None:
    """Return what the answer that a text opens with makes of its question, None where it asks and answers nothing."""
    found = question_in(text)
    return found.modality if found is not None else None


def question_in(text: str) -> Answered | None:
    """Return the question that a text opens with, with its answer; None where it asks and answers nothing.

    What one may do and does only so is forbidden otherwise; what one need not do is left free.
    """
    found = _ANSWERED.match(text)
    if found is None:
        return None
    question, word = found["question"].strip(), found["word"].lower()
    yes, no = word == "yes", word in ("no", "never")
    waives = False
    if _MAY.match(question):
        modality = Modality.PERMISSION if yes else Modality.PROHIBITION
    elif _MUST.match(question):
        modality, waives = (Modality.PERMISSION, True) if no else (Modality.OBLIGATION, False)
    elif _ASKS.match(question):
        modality = Modality.OBLIGATION if yes or word == "only" else Modality.PROHIBITION
    else:
        return None
    return Answered(question, modality, found["answer"], text[found.end() :], yes or no, waives)
