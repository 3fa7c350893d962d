"""Where one is, kept while one works: after a crash the program opens there again and says what was recovered."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QTimer

from policycheck_ui.errors import Level, Notice
from policycheck_ui.preferences import Preferences

if TYPE_CHECKING:
    from policycheck_ui.main_window import MainWindow

_KEPT_AFTER = 300  # milliseconds of rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where one is: the workspace, its view, what is selected, and what was being done."""

    workspace: str
    view: str = "library"
    way: str = "matrix"
    finding: str = ""
    document: str = ""
    running: tuple[str, ...] = ()

    def as_text(self) -> str:
        return json.dumps(asdict(self))


def read_place(text: str) -> Place | None:
    """Return the place kept in a text, None where there is none or it cannot be read."""
    try:
        kept = json.loads(text)
        return Place(**{**kept, "running": tuple(kept.get("running", ()))})
    except (ValueError, TypeError, AttributeError):
        return None


class Session(QObject):
    """Keeps the place of one window; a second window of the same user keeps none."""

    def __init__(self, window: "MainWindow", preferences: Preferences) -> None:
        super().__init__(window)
        self._window, self._preferences = window, preferences
        self._lock = QLockFile(str(preferences.lock_path()))
        self._lock.setStaleLockTime(0)  # stale is what belongs to a program that is gone, however old
        self._is_ours = self._lock.tryLock(0)
        self._left = read_place(preferences.session) if self._is_ours else None
        self._wanted: Place | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_KEPT_AFTER)
        self._rest.timeout.connect(self.keep)
        self._follow()

    def recover(self) -> bool:
        """Open what was open when the program ended without closing; say whether there was anything."""
        place, self._left = self._left, None
        if place is None or not Path(place.workspace).is_file():
            return False
        self._preferences.session = ""  # what ended the program once must not end it at every start
        self._wanted = place
        self._window.open(Path(place.workspace))
        return True

    def keep(self) -> None:
        """Write down where one is."""
        snapshot = self._window.snapshot
        if self._is_ours and self._wanted is None:
            self._preferences.session = self._place().as_text() if snapshot is not None else ""

    def end(self) -> None:
        """Forget the place: the program was closed as it should be."""
        self._rest.stop()
        if self._is_ours:
            self._preferences.session = ""
            self._lock.unlock()
            self._is_ours = False

    def _follow(self) -> None:
        window, page = self._window, self._window.page
        page.tabs.currentChanged.connect(self._soon)
        page.coverage.ways.idToggled.connect(self._soon)
        window.findings.selection_changed.connect(self._soon)
        window.library.selection_changed.connect(self._soon)
        window.pages.currentChanged.connect(self._soon)
        window.runner.started.connect(self._soon)
        window.runner.idle.connect(self._soon)
        window.runner.refreshed.connect(lambda _: self._go_back())

    def _soon(self, *_: object) -> None:
        self._rest.start()

    def _place(self) -> Place:
        window = self._window
        assert window.snapshot is not None  # noqa: S101 - the caller looked
        finding, document = window.findings.selected(), window.library.selected()
        return Place(
            workspace=str(window.snapshot.path),
            view=window.page.view(),
            way=window.page.coverage.way(),
            finding=finding.id if finding else "",
            document=document.path if document else "",
            running=tuple(window.runner.titles()),
        )

    def _go_back(self) -> None:
        place, self._wanted = self._wanted, None
        snapshot = self._window.snapshot
        if place is None or snapshot is None or snapshot.path != Path(place.workspace):
            self._soon()
            return
        window = self._window
        window.page.coverage.choose_way(place.way)
        window.library.select(place.document)
        window.findings.select(place.finding)
        window.show_view(place.view)
        window.show_notice(_recovered(place))
        self.keep()


def _recovered(place: Place) -> Notice:
    name = Path(place.workspace).stem
    text = (
        f"policycheck was not closed properly last time. “{name}” is open where you were; everything that "
        "was read, checked and decided until then is kept."
    )
    return Notice(level=Level.WARNING, text=text, remedy=_unfinished(place.running))


def _unfinished(running: Sequence[str]) -> str:
    if not running:
        return "Nothing was under way."
    return f"Not finished: {', '.join(running)}. Start it again: it goes on from what is kept."
