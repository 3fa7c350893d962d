"""Lets the kind of a document be changed in the table itself, through a combo box."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from policycheck_ui import words

Index = QModelIndex | QPersistentModelIndex


class KindDelegate(QStyledItemDelegate):
    """Edits the kind column with the four kinds to choose from."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        combo = QComboBox(parent)
        combo.setAccessibleName("Kind of document")
        for kind, word in words.DOCUMENT_KINDS.items():
            combo.addItem(word, kind.value)
        combo.activated.connect(lambda _: self._finish(combo))
        return combo

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QComboBox)  # noqa: S101 - it is the one made above
        editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))
        editor.showPopup()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QComboBox)  # noqa: S101 - it is the one made above
        model.setData(index, editor.currentData(), Qt.ItemDataRole.EditRole)

    def _finish(self, combo: QComboBox) -> None:
        self.commitData.emit(combo)
        self.closeEditor.emit(combo, QStyledItemDelegate.EndEditHint.NoHint)
