"""One document in the reader: its title, where one is in it, its clauses, and its page where it has one."""

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout

from policycheck.domain.documents import Clause, Document
from policycheck_ui import words
from policycheck_ui.marking import Marked
from policycheck_ui.originals import original_of, page_start
from policycheck_ui.theme.typography import Type
from policycheck_ui.widgets.clause_pane import ClausePane
from policycheck_ui.widgets.labels import label
from policycheck_ui.widgets.pdf_page import PdfPage


class ReadingPane(QFrame):
    """The text of a document, or the page of the file it was read from."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.document: Document | None = None
        self._workspace = Path()
        self.caption = label(step=Type.CAPTION, muted=True)
        self.title = label(step=Type.STRONG, wrap=True)
        self.where = label(step=Type.CAPTION, muted=True, wrap=True)
        self.clauses = ClausePane(f"{name}: clauses")
        self.page = PdfPage(f"{name}: page")
        self.page.page_changed.connect(self._say_page)
        self.problem = label(wrap=True, muted=True)
        self.problem.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack = QStackedWidget()
        for widget in (self.clauses, self.page, self.problem):
            self.stack.addWidget(widget)
        self.page_button = _toggle("Page", f"{name}: show the page of the PDF file")
        self.page_button.toggled.connect(lambda _: self._show_surface())
        top = QHBoxLayout()
        lines = QVBoxLayout()
        lines.setSpacing(1)
        for line in (self.caption, self.title, self.where):
            lines.addWidget(line)
        top.addLayout(lines, stretch=1)
        top.addWidget(self.page_button, alignment=Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 6, 6)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self.stack, stretch=1)

    def show_document(
        self, document: Document | None, *, workspace: Path, only: Collection[str] | None = None
    ) -> None:
        """Show a document from its head."""
        self.document, self._workspace = document, workspace
        self.caption.setText(words.DOCUMENT_KINDS[document.kind] if document else "")
        self.title.setText((document.title or document.path) if document else "")
        self.where.setText("")
        if document is not None:
            self.clauses.show_document(document, only=only)
        self.page_button.setEnabled(document is not None)
        self._show_surface()

    def choose(self, clause: str, marked: Collection[Marked] = (), *, aside: str = "") -> None:
        """Go to a clause; `aside` is said after where it stands."""
        self.clauses.choose(clause, tuple(marked))
        found = self.chosen()
        title = self.document.title if self.document else ""
        path = " › ".join(heading for heading in found.heading_path if heading != title) if found else ""
        self.where.setText("   ".join(part for part in (path, aside) if part))
        self._show_surface()

    def chosen(self) -> Clause | None:
        """Return the clause one is at."""
        if self.document is None:
            return None
        return next((c for c in self.document.clauses if c.id == self.clauses.chosen), None)

    def selected_words(self) -> str:
        """Return the words the user has selected in the text."""
        return self.clauses.textCursor().selectedText().replace("\u2028", "\n").replace("\u2029", "\n")

    def _show_surface(self) -> None:
        if not self.page_button.isChecked() or self.document is None:
            self.page_button.setText("Page")
            self.stack.setCurrentWidget(self.clauses)
            return
        original = original_of(self.document, workspace=self._workspace)
        self.stack.setCurrentWidget(self.page)  # first: what is not shown has no size to fit into
        if original.path is None or not self._show_page(original.path):
            self.problem.setText(original.problem or "The file cannot be opened as a PDF file.")
            self.stack.setCurrentWidget(self.problem)

    def _show_page(self, path: Path) -> bool:
        clause, document = self.chosen(), self.document
        if document is None:
            return False
        if clause is None or clause.page is None:
            return self.page.show_clause(path, page=1, start=0, length=0)
        start = clause.start - page_start(document.text, clause.page)
        return self.page.show_clause(path, page=clause.page, start=start, length=clause.end - clause.start)

    def _say_page(self, page: int, of: int) -> None:
        if self.page_button.isChecked():
            self.page_button.setText(f"Page {page} of {of}")


def _toggle(text: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setCheckable(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
