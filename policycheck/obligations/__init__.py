"""A clause becomes obligations: modality, duty holder, act, limits, conditions, exceptions."""

from collections.abc import Sequence

from policycheck.domain.documents import Clause, DocumentKind, Term
from policycheck.domain.obligations import Obligation
from policycheck.obligations.trees import read_tree


def read_clauses(
    clauses: Sequence[Clause], *, document: str = "", kind: DocumentKind = DocumentKind.POLICY,
    terms: Sequence[Term] = (),
) -> list[Obligation]:  # fmt: skip
    """Return the obligations, prohibitions, recommendations and permissions of a document, in order.

    `clauses` are all the clauses of one document, so that a list is read with the words above it. In a policy
    or a standard "will" and the plain present bind; in legislation and guidance they state. Nothing is read
    from provisions that were repealed or are not yet in force. `terms` are the document's own: they tell whom
    "the Trust" means and which law "the 1989 Act" is.
    """
    return list(read_tree(clauses, document=document, kind=kind, terms=terms))


def read_text(text: str) -> list[Obligation]:
    """Return the obligations of one plain text, read as a policy is."""
    return read_clauses([Clause(id="", ref="", text=text)])
