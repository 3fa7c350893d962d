"""Shows a sentence where a table would be empty, so that nobody wonders what comes next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStackedWidget, QVBoxLayout, QWidget

from policycheck_ui.theme.typography import Type
from policycheck_ui.widgets.labels import label


class EmptyNotice(QStackedWidget):
    """A table, or a sentence while it has no rows."""

    def __init__(self, table: QAbstractItemView, text: str, *, instead: QWidget | None = None) -> None:
        """Show `instead` in place of the sentence until `say` is called."""
        super().__init__()
        self._table = table
        self._text = label(text, Type.BODY, muted=True, wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card = QFrame()
        card.setObjectName("card")
        QVBoxLayout(card).addWidget(self._text)
        self.addWidget(table)
        self.addWidget(card)
        self._empty = 1 if instead is None else self.addWidget(instead)
        model = table.model()
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.layoutChanged):
            changed.connect(self._update)
        self._update()

    def say(self, text: str) -> None:
        """Change the sentence."""
        self._text.setText(text)
        self._empty = 1
        self._update()

    def show_instead(self) -> None:
        """Show the page given in place of the sentence."""
        self._empty = self.count() - 1
        self._update()

    def _update(self) -> None:
        self.setCurrentIndex(0 if self._table.model().rowCount() else self._empty)
