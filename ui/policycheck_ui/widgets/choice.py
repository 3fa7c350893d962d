"""A combo box over values, and the label that names it."""

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

Value = TypeVar("Value")


class Choice(QComboBox, Generic[Value]):
    """Chooses one of some values by their words."""

    chosen = Signal(object)

    def __init__(self, name: str, options: Mapping[str, Value]) -> None:
        super().__init__()
        self._values = list(options.values())
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.addItems(list(options))
        self.currentIndexChanged.connect(lambda number: self.chosen.emit(self._values[number]))

    def choose(self, value: Value) -> None:
        """Choose a value."""
        self.setCurrentIndex(self._values.index(value))
