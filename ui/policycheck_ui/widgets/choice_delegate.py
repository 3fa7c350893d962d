"""Lets a cell be changed to one of some values, through a combo box in the table itself."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

Index = QModelIndex | QPersistentModelIndex


class ChoiceDelegate(QStyledItemDelegate):
    """Edits a column; `options` gives for a row the values and their words."""

    def __init__(self, name: str, options: Callable[[int], Mapping[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._name, self._options = name, options

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        combo = QComboBox(parent)
        combo.setAccessibleName(self._name)
        for value, word in self._options(index.row()).items():
            combo.addItem(word, value)
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
