"""Lays widgets out in lines like words: what does not fit goes on to the next line."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """A row that breaks instead of being cut or pushing the window wider; `stretch` widgets take what is left."""

    def __init__(self, spacing: int = 8) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._stretched: list[QWidget] = []
        self._width = 0  # in which it was laid out last
        self.setContentsMargins(QMargins(0, 0, 0, 0))
        self.setSpacing(spacing)

    def add(self, widget: QWidget, *, stretch: bool = False) -> None:
        """Add a widget at the end."""
        self.addWidget(widget)
        if stretch:
            self._stretched.append(widget)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)
        if rect.width() != self._width:
            self._width = rect.width()
            self.update()  # it needs another height now

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._seen()]
        width = max((size.width() for size in sizes), default=0)
        height = max((item.sizeHint().height() for item in self._seen()), default=0)
        return QSize(width, max(height, self.heightForWidth(self._width) if self._width else 0))

    def _seen(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            height = max(item.sizeHint().height() for item in line)
            if place:
                self._place(line, QRect(rect.x(), y, rect.width(), height))
            y += height + self.spacing()
        return max(y - self.spacing() - rect.y(), 0)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._seen():
            wide = item.sizeHint().width()
            if not lines or used + self.spacing() + wide > width:
                lines.append([item])
                used = wide
            else:
                lines[-1].append(item)
                used += self.spacing() + wide
        return lines

    def _place(self, line: list[QLayoutItem], rect: QRect) -> None:
        left = rect.width() - sum(i.sizeHint().width() for i in line) - self.spacing() * (len(line) - 1)
        growing = [item for item in line if item.widget() in self._stretched]
        x = rect.x()
        for item in line:
            size = item.sizeHint()
            wide = size.width() + (max(left, 0) // len(growing) if item in growing else 0)
            wide = min(wide, rect.width())
            item.setGeometry(
                QRect(QPoint(x, rect.y() + (rect.height() - size.height()) // 2), QSize(wide, size.height()))
            )
            x += wide + self.spacing()
