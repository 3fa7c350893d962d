"""A clause becomes obligations: modality, duty holder, act, limits, conditions, exceptions."""

import re
from collections.abc import Sequence
from hashlib import sha256

from policycheck.domain.documents import Clause, ClauseKind, DocumentKind, children_of
from policycheck.domain.obligations import Modality, Obligation
from policycheck.obligations.limits import read_time_limits
from policycheck.obligations.thresholds import read_thresholds

_MODAL = re.compile(r"\b(must not|shall not|may not|must|shall|should|may|will)\b", re.I)
_MEANS = {"must": Modality.OBLIGATION, "shall": Modality.OBLIGATION, "will": Modality.OBLIGATION,
          "should": Modality.RECOMMENDATION, "may": Modality.PERMISSION}  # fmt: skip


def read_clauses(
    clauses: Sequence[Clause], *, document: str = "", kind: DocumentKind = DocumentKind.POLICY
) -> list[Obligation]:
    """Return the obligations of a document, in order."""
    children = children_of(clauses)
    found: list[Obligation] = []
    for clause in clauses:
        if clause.parent is not None or clause.quoted or clause.kind is ClauseKind.DEFINITION:
            continue
        items = tuple(item.text for item in children.get(clause.id, ()))
        text = " ".join((clause.text, *items, clause.closing)).strip()
        modal = _MODAL.search(text)
        if modal is None:
            continue
        word = modal[0].lower()
        found.append(
            Obligation(
                id=sha256((clause.id + text).encode()).hexdigest()[:16], document=document, clause=clause.id, ref=clause.ref,
                text=text, modality=_MEANS.get(word, Modality.PROHIBITION), duty_holder=text[: modal.start()].strip(),
                act=text[modal.end() :].strip(), signal=modal[0], items=items,
                time_limits=read_time_limits(text), thresholds=read_thresholds(text),
            )
        )  # fmt: skip
    return found


def read_text(text: str) -> list[Obligation]:
    """Return the obligations of one plain text."""
    return read_clauses([Clause(id="", ref="", text=text)])
