"""A combo box over documents by their titles, with "all of them" first where that makes sense."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy

from policycheck.domain.documents import Document


class DocumentChoice(QComboBox):
    """Chooses the path of a document; "" stands for the first entry where one is given."""

    chosen = Signal(str)

    def __init__(self, name: str, *, first: str = "") -> None:
        super().__init__()
        self._first = first
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda _: self.chosen.emit(self.path()))

    def offer(self, documents: Sequence[Document]) -> None:
        """Offer these documents, keeping the choice where it can be kept."""
        before = self.path()
        self.clear()
        if self._first:
            self.addItem(self._first, "")
        for document in documents:
            self.addItem(document.title or document.path, document.path)
        self.setCurrentIndex(max(self.findData(before), 0))

    def path(self) -> str:
        return str(self.currentData() or "")

    def choose(self, path: str) -> None:
        """Choose a document as if by hand."""
        if self.findData(path) >= 0 and path != self.path():
            self.setCurrentIndex(self.findData(path))
            self.chosen.emit(path)
