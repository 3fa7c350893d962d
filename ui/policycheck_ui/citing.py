"""A clause with its citation, ready to paste: the words between quotation marks and where they stand (OSCOLA)."""

import re
import tomllib
from importlib.resources import files

from policycheck.domain.documents import Clause, Document

_VOCABULARY = tomllib.loads((files("policycheck_ui") / "citing.toml").read_text(encoding="utf-8"))
_UNITS: dict[str, str] = _VOCABULARY["units"]
_OTHERWISE: str = _VOCABULARY["otherwise"]
_NUMBERED = re.compile(
    r"\d"
)  # "4.2(a)", "12(3)(b)"; "Table 1 row 3" and "Allegations ¶2" carry their own words
_SCHEDULE = re.compile(r"^Sch(?:edule)?\b")


def citation(document: Document, ref: str) -> str:
    """Return how a lawyer cites a place: "Equality Act 2010, s 149(1)(a)"; "Complaints Policy, para 4.2"."""
    title = document.title or document.path
    if not ref:
        return title
    unit = "" if _SCHEDULE.match(ref) or not _NUMBERED.match(ref) else f"{_unit_of(document)} "
    return f"{title}, {unit}{ref}"


def with_citation(document: Document, clause: Clause, words: str = "") -> str:
    """Return the clause, or some words of it, as a quotation followed by its citation."""
    return quotation_cited(document, clause.ref, words or clause.text)


def quotation_cited(document: Document, ref: str, words: str) -> str:
    """Return words of a document between quotation marks, followed by where they stand."""
    return f"‘{words.strip()}’ ({citation(document, ref)})"


def _unit_of(document: Document) -> str:
    """Return what a numbered place of a document is called, told by the last word of its title that tells."""
    if document.kind.value != "legislation":
        return _OTHERWISE
    said = re.findall(r"[a-z]+", document.title.casefold())
    return next((_UNITS[word] for word in reversed(said) if word in _UNITS), _OTHERWISE)
