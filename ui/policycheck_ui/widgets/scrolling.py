"""Room for large text in a small window: a page is scrolled before any of its words are cut."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)


class _AtLeast(QVBoxLayout):
    """Gives a page what it needs at least: by itself Qt would scroll to give it the height it would like."""

    def hasHeightForWidth(self) -> bool:
        return False


def scrolling(page: QWidget) -> QScrollArea:
    """Return an area that shows a page whole where it fits, and scrolls it where the window is smaller."""
    area = QScrollArea()
    holder = QWidget()
    layout = _AtLeast(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(page)
    area.setWidget(holder)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def let_front_decide(pages: QTabWidget | QStackedWidget) -> None:
    """Let only the page in front say how much room is needed, not the widest of all."""

    def update() -> None:
        policy = QSizePolicy.Policy
        for number in range(pages.count()):
            page = pages.widget(number)
            wanted = policy.Preferred if number == pages.currentIndex() else policy.Ignored
            if page is not None:
                page.setSizePolicy(wanted, wanted)

    pages.currentChanged.connect(lambda _: update())
    update()
