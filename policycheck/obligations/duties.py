"""Set phrases that name the duty and then its holder: "it is the duty of the authority to ..."."""

import re
from collections.abc import Sequence

from policycheck.domain.obligations import Modality
from policycheck.obligations.modality import Signal
from policycheck.obligations.sentences import Token
from policycheck.obligations.subjects import Subject

_I = re.IGNORECASE
_DUTY_OF = re.compile(
    r"\bit\s(?:is|shall\sbe|will\sbe)\s(?:also\s)?(?:the|a)\s(?:\w+\s)?(?:duty|responsibility|"
    r"function)\sof\s(?P<holder>[^;.]{2,240}?)\s(?P<act>to)\s",
    _I,
)
_ANSWERS = re.compile(r"\b(?:is|are)\sthe\s(?:\w+\s)?responsibility\sof\s(?P<holder>[^,;.]{2,120})", _I)
_LIES = re.compile(
    r"\bresponsibility\sfor\s(?P<act>[^;.]{2,200}?)\s(?:lies|rests|sits)\swith\s(?P<holder>[^,;.]{2,120})", _I
)
_OFFENCE = re.compile(
    r"\bit\s(?:is|shall\sbe)\s(?:also\s)?an\soffence\s(?:for\s(?P<holder>[^,;.]{2,120}?)\s)?(?P<act>to)\s", _I
)


def duty_phrase(text: str, tokens: Sequence[Token]) -> Signal | None:
    """Return the signal of such a phrase, None where the text holds none."""
    low = text.lower()
    if not any(word in low for word in ("duty", "responsibility", "offence", "function")):
        return None
    for pattern, modality in (
        (_DUTY_OF, Modality.OBLIGATION),
        (_OFFENCE, Modality.PROHIBITION),
        (_ANSWERS, Modality.OBLIGATION),
        (_LIES, Modality.OBLIGATION),
    ):
        found = pattern.search(text)
        if found:
            return _signal(text, tokens, found, modality)
    return None


def _signal(text: str, tokens: Sequence[Token], found: re.Match[str], modality: Modality) -> Signal:
    groups = found.groupdict()
    place = _token_at(tokens, found.start())
    stop = -1
    if "act" not in groups:
        after, stop = 0, place
    elif groups["act"].lower() == "to":
        after = _token_at(tokens, found.end("act"))
    else:
        after, stop = _token_at(tokens, found.start("act")), _token_at(tokens, found.end("act"))
    holder = (groups["holder"] or "").strip()
    words = text[found.start() : found.start("holder") if holder else found.end()].strip()
    return Signal(modality, words, place, after, Subject(holder, place, place), stop=stop)


def _token_at(tokens: Sequence[Token], offset: int) -> int:
    return next((place for place, token in enumerate(tokens) if token.start >= offset), len(tokens))
