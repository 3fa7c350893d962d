"""Bans told without a verb that forbids: "is not something that we allow", a cell that says no more than "NO"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from policycheck.lexicon.data import load
from policycheck.lexicon.phrases import phrases_of
from policycheck.lexicon.verbs import bases, noun_like
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement
from policycheck.matching.statements import SENTENCE_END

_REASON = re.compile(r"\s*[,–—(!.].*$", re.DOTALL)
_DENIED = re.compile(r"\b(?:not|never|no longer)\b[^.;,]{0,20}$", re.IGNORECASE)


@lru_cache(maxsize=8192)
def banned_by(statement: Statement) -> tuple[str, str]:
    """Return the words by which a statement forbids, and what it forbids as written; ("", "") where it does not."""
    if statement.is_row:
        return _by_cell(statement.text)
    for sentence in SENTENCE_END.split(statement.text):
        found = phrases_of("bans", "phrases").search(sentence) or _closed(sentence)
        if found and not _DENIED.search(sentence[: found.start()]) and not sentence.rstrip().endswith("?"):
            return found[0], sentence
    return "", ""


# "Closed to all traffic", "closed to further comments" (which says that a time is over).
_TO_WHOM = re.compile(r"\s+(?:all\s|any\s|other\s|the\s)*(?P<next>[a-z]+)", re.IGNORECASE)


def _closed(sentence: str) -> re.Match[str] | None:
    """Return the words by which something is closed to somebody, None where a verb follows."""
    for found in phrases_of("bans", "closed").finditer(sentence):
        to = _TO_WHOM.match(sentence, found.end())
        if to is None or to["next"].lower() in (*_OVER, *(bases() - noun_like())):
            continue
        return found
    return None


_OVER = ("further", "new", "late")


def _by_cell(text: str) -> tuple[str, str]:
    cells = [cell.partition(":") for cell in text.split(";")]
    for place, (name, _, value) in enumerate(cells):
        said = _REASON.sub("", value).strip()
        heading = set(re.findall(r"[a-z]+", name.lower()))
        if (
            place
            and said.lower() in load("bans")["cells"]
            and heading.isdisjoint(load("bans")["not_of_leave"])
        ):
            return said, f"{cells[0][2]} {name}"
    return "", ""


@dataclass(frozen=True, slots=True)
class Besides:
    """What a duty goes on to forbid: the words that say so, the act, and what comes before, to which it is done.

    `by_modal` where the same is told by a modal, "and must not"; `named` where what it is done to is: "and the mate is
    not told". `of_its_verb`: only what stands in another's place is said, "and not to the mate".
    """

    written: str
    act: str
    done_to: str = ""
    by_modal: bool = False
    named: bool = False
    of_its_verb: bool = False


_AND = r"(?:,\s|;\s|\s)(?:and|but)\s"
_THEY = r"(?:(?:he|she|it|they|you|we)\s)?"
_ACT = r"(?P<act>[^,;.:]{3,90})"
# Not done for want of need, done in another way, or no act: "is not needed", "is not only", "is not a member".
_NO_ACT = (
    r"(?!(?:need\w*|have|required?|necessary|obliged|bound|only|just|merely|more|less|later|yet|"
    r"an?|the|his|her|its|their)\b)"
)
_BANNED_TOO = re.compile(
    rf"{_AND}{_THEY}(?P<signal>(?:must|shall|should|may|will|can|is\sto|are\sto)\s(?:not|never)|cannot)\s(?:be\s)?{_ACT}",
    re.IGNORECASE,
)
_NOT_DONE_TOO = re.compile(
    rf"{_AND}{_THEY}(?P<signal>(?:do|does|is|are)\s(?:not|never))\s{_NO_ACT}{_ACT}", re.IGNORECASE
)
_NONE_TOO = re.compile(
    rf"{_AND}(?P<signal>(?P<what>(?:nothing|nobody|none|no\s(?!other\b|more\b|further\b)[\w’'-]+)(?=\s(?:is|are)\s)|"
    rf"(?:the|his|her|its|their)\s[\w’'-]+(?:\s[\w’'-]+)?(?=\s(?:is|are)\s(?:not|never)\s))\s(?:is|are)(?:\s(?:not|never))?)\s{_NO_ACT}{_ACT}",
    re.IGNORECASE,
)
_THE = r"(?:the|an?|any|its|his|her|their|our|your)"
_THING = r"(?:(?!\s?\b(?:but|and|or|who|which|that)\b)[^,;.:]){2,50}"
_NOT_TO = re.compile(
    rf"(?:,\s|\s)(?:(?:and\s|but\s)?not|rather\sthan|instead\sof)\s(?P<act>to\s{_THE}\s{_THING})|"
    rf"(?:\s(?:rather\sthan|instead\sof)|,\s(?:and\s|but\s)?not)\s(?P<thing>{_THE}\s{_THING})",
    re.IGNORECASE,
)


def banned_besides(text: str, start: int) -> Iterator[Besides]:
    """Yield what a text, of which a duty begins at `start`, goes on to forbid."""
    for found in _BANNED_TOO.finditer(text):
        yield Besides(found["signal"], found["act"], text[: found.start()], by_modal=True)
    for found in _NOT_DONE_TOO.finditer(text, start):
        yield Besides(found["signal"], found["act"], _CELL.split(text[: found.start()])[-1])
    for found in _NONE_TOO.finditer(text, start):
        named = bool(content_words(found["what"]))
        yield Besides(found["signal"], found["act"], found["what"] if named else "", named=named)
    for found in _NOT_TO.finditer(text, start):
        yield Besides(found[0].strip(" ,"), found["act"] or found["thing"], of_its_verb=True)


_CELL = re.compile(r"[;:]\s")
