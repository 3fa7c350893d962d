"""Splits an imported document into the clauses a reader would cite, with their references."""

from policycheck.domain.documents import Document, DocumentKind, ImportedDocument
from policycheck.segmentation.drafting import finish
from policycheck.segmentation.segmenter import Segmenter
from policycheck.segmentation.terms import find_terms

__all__ = ["segment"]


def segment(imported: ImportedDocument, *, path: str, kind: DocumentKind, sha256: str) -> Document:
    """Return the document of clauses that `imported` holds.

    References are unique within the document; ids depend on `path`, reference and text only. Never fails:
    a document without any structure comes back as numbered paragraphs.
    """
    segmenter = Segmenter(imported.title)
    segmenter.read(imported.blocks)
    plain = segmenter.outline.plain_refs
    if len(set(plain)) < len(plain):
        segmenter = Segmenter(imported.title, restarts=True)
        segmenter.read(imported.blocks)
    clauses = finish(segmenter.drafts, path=path)
    return Document(
        path=path,
        title=imported.title,
        kind=kind,
        clauses=clauses,
        text=imported.text,
        sha256=sha256,
        status=imported.status,
        warnings=imported.warnings,
        version=imported.version,
        terms=find_terms(clauses),
    )
