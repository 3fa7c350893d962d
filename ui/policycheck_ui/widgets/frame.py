"""What surrounds every page: the notice above it and the progress below it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from policycheck_ui.widgets.notice_bar import NoticeBar
from policycheck_ui.widgets.progress_strip import ProgressStrip
from policycheck_ui.widgets.scrolling import scrolling


class Frame(QWidget):
    """A page with room for a notice and for progress."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.notices = NoticeBar()
        self.progress = ProgressStrip()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notices)
        layout.addWidget(scrolling(page), stretch=1)
        layout.addWidget(self.progress)
