"""Words quoted in a sentence: on one line, and no longer than a reader takes in."""

import re

from policycheck.domain.obligations import Modality, Obligation
from policycheck.lexicon.hedges import hedge_in
from policycheck.lexicon.words import stop_words


def clip(text: str, limit: int) -> str:
    """Return the text on one line, cut at a word with "…" where it is longer than `limit` characters."""
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rsplit(" ", 1)[0] + "…"


def binding_words(reading: Obligation) -> str:
    """Return the words that bind, or that keep a promise from binding: "where possible".

    Of a row that the name of a column binds ("Who") these are the cell that says what is done.
    """
    if reading.modality is Modality.RECOMMENDATION and _ADVISES.search(reading.signal) is None:
        return hedge_in(reading.text) or reading.signal
    return reading.signal if reading.signal in reading.text else reading.act.rpartition(" | ")[2]


_ADVISES = re.compile(r"\b(?:should|ought|to|advi\w+|recommend\w*|suggest\w*)\b", re.IGNORECASE)


def in_place(text: str, words: str, *, more: int = 3) -> str:
    """Return some words of a text with the next few after them: "two" alone tells nobody two of what.

    Words cut in the middle are made whole; words that the text does not hold come back as they are.
    """
    found = re.search(rf"(?<!\w){re.escape(words)}", text) if words else None
    if found is None:
        return words
    start, end = found.span()
    rest = re.match(rf"\w*(?:[^\S\n]+[\w’'-]+){{0,{2 * more}}}", text[end:])
    told = text[start : end + (rest.end() if rest else 0)].split()
    # After the few, only what ends a phrase begun in them: "12 months from our final letter".
    few = len(words.split()) + more
    ends = (at for at in range(few, len(told)) if told[at].lower() in stop_words())
    told = told[: next(ends, len(told))]
    while len(told) > len(words.split()) and told[-1].lower() in stop_words():
        told.pop()
    return " ".join(told)


_TURNED = re.compile(
    r"(?:sooner|earlier|later|less|fewer|more|longer|before|until|till|unless|within|inside|in|during|over|for)\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r".*(?P<denial>\b(?:not|no|never|nobody|cannot|neither|nor)\b[^.;:,(—]{0,60})$", re.IGNORECASE | re.DOTALL
)


def from_denial(words: str, text: str) -> str:
    """Return some words of a text from the "not" on that turns them round: "not be sold sooner than 14 days"."""
    start = text.find(words)
    found = _DENIAL.match(text[:start]) if words and start > 0 and _TURNED.match(words) else None
    return text[found.start("denial") : start + len(words)] if found else words
