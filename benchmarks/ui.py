"""How quick the window feels, without a screen: filtering, scrolling, opening, and stalls while a check runs.

Each figure stands beside its target. "wall" is what a user waits on this computer as busy as it is now; "own" is the
same without the time in which the program was ready to run and other programs had the processors (on Linux).
"""

import argparse
import contextlib
import os
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import policycheck_ui  # noqa: F401 - before the first call into Qt
from policycheck_ui.desktop import application
from policycheck_ui.main_window import MainWindow
from policycheck_ui.preferences import Preferences
from policycheck_ui.theme.appearance import dress
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget
from ui_workspaces import many_documents, many_findings

TYPED = "visit record 17"
FRAMES = 300
BEAT = 5  # milliseconds between two looks at whether the window's thread is free
PATIENCE = 600.0  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One thing measured, in milliseconds, against its target."""

    name: str
    target: float
    wall: float
    own: float
    median: float

    def line(self) -> str:
        met = (
            "met"
            if self.wall <= self.target
            else "met but for what else runs"
            if self.own <= self.target
            else "MISSED"
        )
        figures = f"longest {self.wall:8.1f} wall, {self.own:8.1f} own; median {self.median:7.1f} own"
        return f"{self.name:44} {figures}   target {self.target:6.0f}   {met}"


class Stopwatch:
    """Measures from when it is made: the time that passed, and what of it was the program's own."""

    def __init__(self) -> None:
        self._delay, self._computed = delayed(), time.process_time()
        self._wall = time.perf_counter()

    def wall(self) -> float:
        return time.perf_counter() - self._wall

    def read(self) -> tuple[float, float]:
        """Return both in seconds; the program's own is rather too long than too short."""
        wall, computed, delay = self.wall(), time.process_time() - self._computed, delayed() - self._delay
        return wall, min(wall, max(computed, wall - delay))


def delayed() -> float:
    """Return the seconds for which threads of this program waited for a processor, 0 where it is not told."""
    total = 0
    for task in Path("/proc/self/task").glob("*"):
        with contextlib.suppress(OSError):  # it ended just now
            total += int((task / "schedstat").read_text().split()[1])
    return total / 1e9


class Paints(QObject):
    """Counts how often a widget was drawn."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.number = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        self.number += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


def figure(name: str, target: float, measured: list[tuple[float, float]]) -> Figure:
    walls, owns = [wall * 1000 for wall, _ in measured], [own * 1000 for _, own in measured]
    return Figure(name=name, target=target, wall=max(walls), own=max(owns), median=median(owns))


@contextlib.contextmanager
def shown_window(folder: Path) -> Iterator[MainWindow]:
    """Show a window with preferences of its own, and stop its worker at the end."""
    app = application()
    settings = QSettings(str(folder / "preferences.ini"), QSettings.Format.IniFormat)
    preferences = Preferences(settings, data_folder=folder / "data")
    dress(app, "light")
    window = MainWindow(preferences)
    window.resize(1360, 860)
    window.show()
    window.activateWindow()
    try:
        yield window
    finally:
        window.runner.shut_down()
        wait_until(lambda: window.runner.is_idle)
        window.close()


def wait_until(is_so: Callable[[], bool]) -> None:
    """Let the window live until something is so."""
    give_up = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > give_up:
            sys.exit("it took too long")
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, BEAT)
        time.sleep(0.001)


def named(window: QWidget, kind: type[QWidget], name: str) -> QWidget:
    """Find a widget by the name a screen reader says."""
    return next(widget for widget in window.findChildren(kind) if widget.accessibleName() == name)


def open_in(window: MainWindow, path: Path) -> tuple[float, float]:
    """Open a workspace and wait until it is shown and drawn."""
    watch = Stopwatch()
    window.open(path)
    wait_until(
        lambda: window.snapshot is not None and window.snapshot.path == path and window.page.isVisible()
    )
    paints = Paints(window.page)
    window.page.update()
    wait_until(lambda: paints.number > 0)
    measured = watch.read()
    wait_until(lambda: window.runner.is_idle)
    return measured


def measure_opening(folder: Path, documents: int) -> list[Figure]:
    """Open a workspace of many documents."""
    path = many_documents(folder / "documents.policycheck", documents)
    with shown_window(folder) as window:
        return [figure(f"open a workspace of {documents:,} documents", 2000, [open_in(window, path)])]


def measure_list(folder: Path, findings: int) -> list[Figure]:
    """Type into the filter of a long list of findings, then scroll it."""
    path = many_findings(folder / "findings.policycheck", findings)
    with shown_window(folder) as window:
        opened = open_in(window, path)
        print(
            f"(opening {findings:,} findings took {opened[0]:.1f} s, {opened[1]:.1f} s of them the program's own)"
        )
        window.show_view("findings")
        QCoreApplication.processEvents()
        table = named(window, QAbstractItemView, "Findings")
        scrolled = scroll(table)
        typed = type_into(named(window, QLineEdit, "Filter the findings"), table)
        return [
            figure(f"{findings:,} findings: key in the filter to repaint", 50, typed),
            figure(f"{findings:,} findings: a frame of scrolling", 33, scrolled),
        ]


def type_into(field: QWidget, table: QAbstractItemView) -> list[tuple[float, float]]:
    """Type and delete key by key; each is over when the list it leads to is drawn."""
    field.setFocus()
    paints = Paints(table.viewport())
    measured = []
    strokes = [(ord(letter.upper()), letter) for letter in TYPED] + [(Qt.Key.Key_Backspace, "")] * len(TYPED)
    for key, letter in strokes:
        before = paints.number
        watch = Stopwatch()
        if letter:
            QTest.keyClick(field, letter)
        else:
            QTest.keyClick(field, Qt.Key(key))
        while paints.number == before:
            QCoreApplication.processEvents()
            if watch.wall() > 1:
                table.viewport().update()  # the same rows as before need no drawing
        measured.append(watch.read())
        settled = time.perf_counter() + 0.15
        while time.perf_counter() < settled:  # a filter that waits for the end of typing has its time
            QCoreApplication.processEvents()
    return measured


def scroll(table: QAbstractItemView) -> list[tuple[float, float]]:
    """Scroll by some rows, by pages and by leaps, drawing after each step."""
    bar = table.verticalScrollBar()
    steps = [3 * 32] * (FRAMES // 2) + [bar.pageStep()] * (FRAMES // 4)
    places = [sum(steps[:n]) for n in range(1, len(steps) + 1)]
    places += [bar.maximum() * n // (FRAMES // 4) for n in range(FRAMES // 4)]
    measured = []
    for place in places:
        watch = Stopwatch()
        bar.setValue(place)
        QCoreApplication.processEvents()
        measured.append(watch.read())
    return measured


class Stalls:
    """Notes how long the window's thread does not come back to its events, and what it does meanwhile."""

    def __init__(self) -> None:
        self.measured: list[tuple[float, float]] = []
        self.seen: dict[str, float] = {}
        self._watch = Stopwatch()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._main = threading.get_ident()
        self._over = threading.Event()
        self._watcher = threading.Thread(target=self._look, daemon=True)

    @contextlib.contextmanager
    def watching(self) -> Iterator[None]:
        self._watch = Stopwatch()
        self._timer.start(BEAT)
        self._watcher.start()
        yield
        self._timer.stop()
        self._over.set()
        self._watcher.join()

    def _beat(self) -> None:
        self.measured.append(self._watch.read())
        self._watch = Stopwatch()

    def _look(self) -> None:
        while not self._over.wait(0.01):
            late = self._watch.wall()
            frame = sys._current_frames().get(self._main)
            if late > 0.06 and frame is not None:
                where = " < ".join(
                    f"{Path(step.filename).name}:{step.lineno} {step.name}"
                    for step in reversed(traceback.extract_stack(frame)[-4:])
                )
                self.seen[where] = max(late, self.seen.get(where, 0.0))


def measure_check(folder: Path) -> list[Figure]:
    """Read and check the sample with the real model, and see how long the window does not answer."""
    with shown_window(folder) as window:
        stalls = Stalls()
        with stalls.watching():
            window.try_sample()
            wait_until(lambda: window.runner.is_idle)
        for where, late in sorted(stalls.seen.items(), key=lambda item: -item[1])[:6]:
            print(f"(not answering for {late * 1000:.0f} ms and more in {where})")
        return [figure("longest stall while the sample is checked", 100, stalls.measured)]


def main() -> int:
    """Print the figures; 1 where a target is missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--findings", type=int, default=100_000, help="default: %(default)s")
    parser.add_argument("--documents", type=int, default=1_000, help="default: %(default)s")
    parser.add_argument("--only", choices=("list", "open", "check"), help="measure one thing only")
    given = parser.parse_args()
    parts: dict[str, Callable[[Path], list[Figure]]] = {
        "list": lambda folder: measure_list(folder, given.findings),
        "open": lambda folder: measure_opening(folder, given.documents),
        "check": measure_check,
    }
    figures = []
    for name in [given.only] if given.only else parts:
        with tempfile.TemporaryDirectory() as folder:
            figures += parts[name](Path(folder))
    print("milliseconds:")
    for one in figures:
        print(one.line())
    return int(any(min(one.wall, one.own) > one.target for one in figures))


if __name__ == "__main__":
    sys.exit(main())
