"""One side requires a thing; the other leaves it to somebody's choice, mood or asking whether it is done.

What it does: finds a duty on one side and, on the other, words that leave the thing open: "a matter of taste", "please
yourself", "only if they ask", "whether ... is for us to choose".
Why it matters: whoever relies on the choice leaves the duty undone, and nobody can say that they were told otherwise.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from policycheck.conflicts.acts import Stance, stance_of
from policycheck.conflicts.contrary import spoken
from policycheck.conflicts.drift import drift_objection
from policycheck.conflicts.pair import Objection, Pair
from policycheck.conflicts.shared import LIKELY, all_families, part_met, share
from policycheck.conflicts.wording import left_open_message
from policycheck.domain.obligations import Modality
from policycheck.lexicon.data import load
from policycheck.lexicon.families import families
from policycheck.lexicon.no_odds import without_no_odds
from policycheck.lexicon.phrases import any_of, phrases_of
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement
from policycheck.matching.forbidding import shuns

_WHETHER = re.compile(r"\bwhether\b|^if\b", re.IGNORECASE)
_ASKS = re.compile(r"\b(?:ask\w*|request\w*|want\w*|wish\w*|demand\w*|require[sd]?\sby)\b", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:ask\w*|request\w*|wants?|insists?|brings?|raises?|mentions?)\b", re.IGNORECASE)
_OR_NOT = re.compile(r"\bor\snot\b")
# "Only if one of the tenants has asked for it".
_ONLY_ON_ASKING = re.compile(
    r"\bonly\s(?:if|when|where|once)\s(?:[\w’'-]+\s){1,7}?"
    r"(?:ask|asks|(?:has|have|had)\sasked|requests?|(?:has|have|had)\srequested|wants?|wishes|insists?)\b",
    re.IGNORECASE,
)
_BACK = 3  # words before a cue in which a denial still turns it round


def left_open(pair: Pair) -> Objection | None:
    """Return the objection, or None where nothing is left open that the other side requires."""
    words = pair.told_by_either(_found)
    met = part_met(pair.a, pair.b)
    if words is None or not (met or pair.probability >= LIKELY):
        return None
    return drift_objection(pair, words, by="left_open", message=left_open_message)


def _found(asks: Statement, leaves: Statement) -> tuple[str, str] | None:
    """Return the words that bind, and those that leave it open whether the thing is done."""
    if (
        asks.said is None
        or (asks.is_row and asks.reading is None)
        or asks.said.modality in (Modality.PERMISSION, Modality.RECOMMENDATION)
    ):
        return None
    if stance_of(asks.said) is not Stance.BIDS or shuns(asks.said) or opened(asks):
        return None
    words = opened(leaves) or _left_out(asks, leaves)
    if not words or is_done_on_asking(asks, words):
        return None
    return asks.said.signal or asks.text, words


def is_done_on_asking(asks: Statement, words: str) -> bool:
    """Tell whether a duty is itself to be done for those who ask, where the other side's words leave it to asking."""
    return _ASKED.search(words) is not None and _ASKS.search(without_no_odds(asks.text)) is not None


def _left_out(asks: Statement, leaves: Statement) -> str:
    """Return the words by which a statement leaves out a thing that the other asks for, "" where it does not."""
    for told, words, mostly in _things_left(leaves):
        named = all_families(asks)
        if share(words, named) >= _MOST if mostly else words & named:
            return told
    return ""


@lru_cache(maxsize=8192)
def _things_left(leaves: Statement) -> tuple[tuple[str, frozenset[str], bool], ...]:
    """Return what a statement leaves out: as it says so, its words, and whether most of them must be asked for."""
    return tuple(one for one in _all_left(leaves) if one[1])


def _all_left(leaves: Statement) -> Iterator[tuple[str, frozenset[str], bool]]:
    text = spoken(leaves)
    for found in phrases_of("choice", "left_out").finditer(text):
        rest = _END.split(text[found.end() :], maxsplit=1)[0]
        thing = _no_thing_for().fullmatch(found[0])
        told = thing["what"] if thing else _CASE.split(rest, maxsplit=1)[0]
        words = families(content_words(told))
        if not _in_a_case(text[: found.start()]) and not _NO_MORE.match(text, found.end() + len(rest)):
            yield f"{found[0]}{rest}", words, True
    for found in phrases_of("choice", "left_away").finditer(text):
        left = _LEAVE.search(text, 0, found.start())
        if left:
            yield text[left.start() : found.end()], families(content_words(left["what"])), False
    for cell in text.split(";") if leaves.is_row else text.splitlines():
        none = _NONE.match(cell.strip())
        if none and not _NO_MORE.match(cell.strip(), none.end()):
            yield none[0], families(content_words(none["what"])), True


@cache
def _no_thing_for() -> re.Pattern[str]:
    """ "No break for a visit" leaves out the break, "no time for a visit" the visit."""
    lacking = any_of(load("choice")["lacking"])
    return re.compile(rf"no\s(?!(?:\S+\s){{0,2}}(?:{lacking})\sfor)(?P<what>.+)\sfor", re.IGNORECASE)


def _in_a_case(before: str) -> bool:
    """Tell whether what comes stands in a clause that says when, or who: "where there is no key"."""
    return phrases_of("contrary", "casing").search(_END.split(before)[-1]) is not None


# "No ticket, no seat" asks for the ticket.
_NO_MORE = re.compile(r"\s*[,;:–—-]\s*no\b", re.IGNORECASE)


_END = re.compile(r"[.;:!?\n|•(),]")
_CASE = re.compile(r"\b(?:if|when|where|for|unless|once|while|on|at|in|after|before|as)\b", re.IGNORECASE)
_LEAVE = re.compile(r"\b(?:leaves?|left|keeps?|put|puts)\s(?P<what>[^.;:!?]{2,60})$", re.IGNORECASE)
_NONE = re.compile(r"no\s(?P<what>[\w’'-]+(?:\s[\w’'-]+)?)(?=[,.;:]|$)", re.IGNORECASE)
# What is left out must be, for this part, of the words of what asks.
_MOST = 0.5


@lru_cache(maxsize=8192)
def opened(statement: Statement) -> str:
    """Return the words by which a statement leaves it open whether a thing is done, "" where it does not."""
    text = spoken(statement)
    kinds = ("left_open", "left_to") if _WHETHER.search(text) else ("left_open",)
    for pattern in (*(phrases_of("choice", kind) for kind in kinds), _ONLY_ON_ASKING):
        for found in pattern.finditer(text):
            before = re.findall(r"[\w’']+", _OR_NOT.sub("", text[: found.start()].lower()))[-_BACK:]
            if _denials().isdisjoint(before):
                return found[0]
    return ""


@cache
def _denials() -> frozenset[str]:
    return frozenset(load("choice")["not_open"])
