"""Bans told without a verb that forbids: "is not something that we allow", a cell that says no more than "NO"."""

import re
from functools import lru_cache

from policycheck.lexicon.data import load
from policycheck.lexicon.phrases import phrases_of
from policycheck.lexicon.verbs import bases, noun_like
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
