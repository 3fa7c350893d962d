"""Both quotations of a finding side by side, each with where it stands and the words that differ."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from policycheck.domain.alignments import Verdict
from policycheck.domain.documents import DocumentKind
from policycheck.domain.findings import Finding, Quotation
from policycheck_ui import words
from policycheck_ui.difference import Span, differing_words
from policycheck_ui.theme.typography import Type, typeset
from policycheck_ui.widgets.labels import label
from policycheck_ui.widgets.marked_text import TEXT_INDENT, MarkedText

_NOTHING_FOUND = "No clause in the library was found that comes close to this obligation."


class QuotationCard(QFrame):
    """One quotation: what kind of document, its title, the reference and page, and the words."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.caption = label(step=Type.CAPTION, muted=True)
        self.title = label(step=Type.STRONG, wrap=True)
        self.place = label(step=Type.CAPTION, muted=True)
        self.words = MarkedText(name)
        typeset(self.words, Type.BODY)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 8, 8)
        layout.setSpacing(2)
        for line in (self.caption, self.title, self.place):
            line.setIndent(TEXT_INDENT)
            layout.addWidget(line)
        layout.addSpacing(4)
        layout.addWidget(self.words, stretch=1)

    def show_quotation(self, caption: str, quotation: Quotation | None, spans: Sequence[Span]) -> None:
        """Show a quotation, or that there is none."""
        self.caption.setText(caption)
        if quotation is None:
            self.title.setText("Nothing found")
            self.place.setText("")
            self.words.show_text(_NOTHING_FOUND)
            return
        self.title.setText(quotation.document_title or quotation.document)
        page = f", page {quotation.page}" if quotation.page is not None else ""
        self.place.setText(f"Reference {quotation.ref}{page}")
        self.words.show_text(quotation.text, spans)


class QuotationPane(QWidget):
    """The two quotations of the selected finding."""

    def __init__(self) -> None:
        super().__init__()
        self.first = QuotationCard("First quotation")
        self.second = QuotationCard("Second quotation")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.first, stretch=1)
        layout.addWidget(self.second, stretch=1)

    def show_finding(self, finding: Finding, *, kinds: Mapping[str, DocumentKind]) -> None:
        """Show the quotations of a finding; `kinds` maps a document's path to its kind."""
        marks_a, marks_b = _marks(finding)
        self.first.show_quotation(_kind_of(finding.a, kinds), finding.a, marks_a)
        self.second.show_quotation(_second_caption(finding, kinds), finding.b, marks_b)


def _marks(finding: Finding) -> tuple[list[Span], list[Span]]:
    if finding.b is None or finding.verdict is Verdict.MISSING:
        return [], []
    if finding.a.words and finding.b.words:  # the engine itself says which
        return _first_span(finding.a.words, finding.a.text), _first_span(finding.b.words, finding.b.text)
    return differing_words(finding.a.text, finding.b.text)


def _first_span(words: str, text: str) -> list[Span]:
    start = text.find(words)
    return [(start, start + len(words))] if start >= 0 else []


def _kind_of(quotation: Quotation, kinds: Mapping[str, DocumentKind]) -> str:
    kind = kinds.get(quotation.document)
    return words.DOCUMENT_KINDS[kind] if kind is not None else "Document"


def _second_caption(finding: Finding, kinds: Mapping[str, DocumentKind]) -> str:
    if finding.b is None:
        return words.DOCUMENT_KINDS[DocumentKind.POLICY]
    if finding.verdict is Verdict.MISSING:
        return f"{_kind_of(finding.b, kinds)}: the closest clause, which does not answer it"
    return _kind_of(finding.b, kinds)
