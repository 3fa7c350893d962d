"""Cross-references followed: which clause of the document, or which provision of another law, a text means."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from policycheck.domain.documents import Clause, DocumentKind, Term
from policycheck.domain.obligations import CrossReference
from policycheck.obligations.citations import Cited, continued, find_citations, names_law

_HEADING = re.compile(
    r"^(?:(?P<kind>Part|Chapter|Schedule|Appendix|Annexe?|Section|Table)\s+(?P<number>[\dA-Z]{1,4})\b|(?P<plain>\d{1,3}(?:\.\d{1,3}){0,3})\.?\s)",
    re.IGNORECASE,
)
_STEP = re.compile(r"(?<=\w)(?=\()|(?<=\w)\.(?=\d)|(?<=\d)\s|(?<=\w)\srow\s|\)(?=\()|\s(?=[“\"¶])")
_OF_LAW = ("regulation", "article", "rule")
_SCHEDULE = re.compile(r"^(Sch(?:\s\w+)?)\spara\s")


class References:
    """The clauses and names of one document, to which the references of its sentences lead."""

    def __init__(self, clauses: Sequence[Clause], terms: Sequence[Term], kind: DocumentKind) -> None:
        self._clauses = clauses
        self._kind = kind
        self._laws = {term.short: term.long for term in terms if names_law(term.short, term.long)}
        names = sorted(self._laws, key=len, reverse=True)
        self._names = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names)) if names else None
        self._index: dict[str, str] | None = None

    def of(self, text: str, ref: str) -> tuple[CrossReference, ...]:
        """Return the references in a text that stands under a reference, in order, each once."""
        cited = find_citations(text, self._names)
        if not cited:
            return ()
        found = (self._followed(text, one, ref) for one in cited)
        return tuple(dict.fromkeys(one for one in found if one is not None))

    def _followed(self, text: str, cited: Cited, own: str) -> CrossReference | None:
        words = text[cited.start : cited.end]
        if cited.law:
            return CrossReference(
                text=words, ref=cited.short, instrument=self._laws.get(cited.law, cited.law)
            )
        if cited.kind in _OF_LAW and self._kind is not DocumentKind.LEGISLATION:
            return CrossReference(text=words, ref=cited.short)
        index = self._places()
        ref = _own_reference(cited, own, index)
        return CrossReference(text=words, ref=ref, clause=index.get(ref, "")) if ref != own else None

    def _places(self) -> Mapping[str, str]:
        if self._index is None:
            self._index = _index(self._clauses)
        return self._index


def _index(clauses: Sequence[Clause]) -> dict[str, str]:
    """Map every reference, and what holds it ("4" for "4.2", "Appendix A"), to the id of its first clause."""
    exact: dict[str, str] = {}
    wider: dict[str, str] = {}
    for clause in clauses:
        exact.setdefault(clause.ref, clause.id)
        above = ""
        for key in filter(None, map(_heading_key, clause.heading_path)):
            wider.setdefault(key, clause.id)
            wider.setdefault(f"{above} {key}", clause.id)
            above = key
        for step in _STEP.finditer(clause.ref):
            wider.setdefault(clause.ref[: step.start()] + (")" if step[0] == ")" else ""), clause.id)
    return {**wider, **exact}


@lru_cache(maxsize=1024)
def _heading_key(heading: str) -> str:
    found = _HEADING.match(heading)
    if found is None:
        return ""
    if found["plain"]:
        return found["plain"]
    kind = {"schedule": "Sch", "section": "", "annexe": "Annex"}.get(
        found["kind"].lower(), found["kind"].capitalize()
    )
    return f"{kind} {found['number']}".strip()


def _own_reference(cited: Cited, own: str, index: Mapping[str, str]) -> str:
    """Return the reference inside the document: "subsection (2)" of 12(3)(b) is 12(2)."""
    number = cited.number
    schedule = _SCHEDULE.match(own)
    if cited.inside is not None:
        outer = _own_reference(cited.inside, own, index)
        if number.startswith("("):
            return outer + number
        ref = f"{outer} {_TITLES.get(cited.kind, 'para')} {number}"
        return ref if ref in index or cited.kind not in _TITLES else outer
    if number.startswith("("):
        return _beside(own, number, cited.kind, index)
    if cited.kind in _TITLES:
        return f"{_TITLES[cited.kind]} {number}"
    if cited.kind == "paragraph" and schedule:
        return f"{schedule[1]} para {number}"
    return number


# How the parts that have headings are named in references.
_TITLES = {
    "schedule": "Sch", "part": "Part", "chapter": "Chapter", "appendix": "Appendix", "appendices": "Appendix",
    "annex": "Annex", "annexe": "Annex", "table": "Table",
}  # fmt: skip


def _beside(own: str, groups: str, kind: str, index: Mapping[str, str]) -> str:
    """Follow a number in brackets from the place it is named at: the nearest list that has it."""
    base = own.split("(", 1)[0]
    if kind in ("subsection", "sub-section"):
        return base + groups
    tries = [continued(own, groups), own + groups]
    shorter = own
    while "(" in shorter:
        shorter = shorter[: shorter.rindex("(")]
        tries.append(shorter + groups)
    return next((one for one in tries if one in index), tries[0])
