"""The one place where the window says what went wrong, or well."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from policycheck_ui.announce import announce
from policycheck_ui.errors import Level, Notice
from policycheck_ui.theme.typography import Type
from policycheck_ui.widgets.labels import IconLabel, label

_WORDS = {Level.INFO: "Done", Level.WARNING: "Note", Level.ERROR: "Problem"}
_TONES = {Level.INFO: "good", Level.WARNING: "medium", Level.ERROR: "high"}


class NoticeBar(QFrame):
    """Shows one notice until it is closed or another takes its place."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._open_path = ""
        self.level = IconLabel("info", "good", "", Type.STRONG)
        self.text = label(wrap=True)
        self.remedy = label(wrap=True, muted=True)
        self.open_button = QPushButton("Open")
        self.open_button.setAccessibleName("Open the file that was written")
        self.open_button.clicked.connect(self._open)
        self.folder_button = QPushButton("Open folder")
        self.folder_button.setAccessibleName("Open the folder of the file that was written")
        self.folder_button.clicked.connect(self._open_folder)
        self.problems_button = QPushButton("All problems")
        self.problems_button.setToolTip("Show everything that went wrong since the program was started")
        self.problems_button.hide()
        self.close_button = QPushButton("Close")
        self.close_button.setAccessibleName("Close this notice")
        self.close_button.clicked.connect(self.hide)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self.text)
        lines.addWidget(self.remedy)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 10, 8)
        layout.setSpacing(14)
        layout.addWidget(self.level)
        layout.addLayout(lines, stretch=1)
        for button in (self.open_button, self.folder_button, self.problems_button, self.close_button):
            layout.addWidget(button)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show a notice and read it out to assistive technology."""
        self.level.say(notice.level.value, _TONES[notice.level], _WORDS[notice.level])
        self.text.setText(notice.text)
        self.remedy.setText(notice.remedy)
        self.remedy.setVisible(bool(notice.remedy))
        self._open_path = notice.open_path
        self.open_button.setVisible(bool(notice.open_path))
        self.folder_button.setVisible(bool(notice.open_path))
        self.setProperty("level", notice.level.value)
        _restyle(self)
        self.show()
        announce(self, f"{_WORDS[notice.level]}: {notice.text} {notice.remedy}")

    def show_count(self, problems: int) -> None:
        """Offer the list of problems where there is more to it than this notice."""
        self.problems_button.setText(f"All problems ({problems:,})")
        self.problems_button.setVisible(problems > 1)

    def folder(self) -> str:
        """Return the folder of the file that was written."""
        return str(Path(self._open_path).parent) if self._open_path else ""

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._open_path))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.folder()))


def _restyle(widget: QWidget) -> None:
    """Make the style sheet look again at the widget's properties."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
