"""What surrounds every page: the notice above it, the problems and the progress below it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from policycheck_ui.errors import Level, Notice
from policycheck_ui.widgets.notice_bar import NoticeBar
from policycheck_ui.widgets.problems_panel import ProblemsPanel
from policycheck_ui.widgets.progress_strip import ProgressStrip
from policycheck_ui.widgets.scrolling import scrolling


class Frame(QWidget):
    """A page with room for a notice, for the problems so far and for progress."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.notices = NoticeBar()
        self.problems = ProblemsPanel()
        self.progress = ProgressStrip()
        self.problems.counted.connect(self.notices.show_count)
        self.notices.problems_button.clicked.connect(self.show_problems)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notices)
        layout.addWidget(scrolling(page), stretch=1)
        layout.addWidget(self.problems)
        layout.addWidget(self.progress)

    def show_notice(self, notice: Notice) -> None:
        """Show a notice; what is more than a piece of news stays among the problems."""
        if notice.level is not Level.INFO:
            self.problems.add(notice)
        self.notices.show_notice(notice)

    def show_problems(self) -> None:
        """Show everything that went wrong so far."""
        self.notices.hide()  # it is the first of them
        self.problems.show()
        self.problems.table.setFocus()
