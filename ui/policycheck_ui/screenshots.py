"""Draws each view of a workspace into pictures, light, dark and with text twice as large; needs no screen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSettings
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from policycheck.domain.alignments import Verdict
from policycheck.domain.findings import Finding, FindingKind
from policycheck.workspace import Workspace
from policycheck_ui.desktop import application
from policycheck_ui.helping import begin_tour, show_about, show_log
from policycheck_ui.logbook import stop_log
from policycheck_ui.main_window import MainWindow
from policycheck_ui.preferences import Preferences
from policycheck_ui.preferring import ask_preferences
from policycheck_ui.theme.appearance import dress
from policycheck_ui.widgets.tour_panel import TourPanel

SIZE = (1360, 860)
QUESTION = "how soon must a child be visited"
VARIANTS = {"light": ("light", 1.0), "dark": ("dark", 1.0), "200": ("light", 2.0)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One picture: its name, and what brings the window there.

    `show` returns the dialog to draw where that is not the window itself; `is_open`: with the workspace open.
    """

    name: str
    show: Callable[[MainWindow], QWidget | None]
    is_open: bool = True


def draw_views(
    workspace: Workspace, out_dir: Path, *, variants: Sequence[str] = tuple(VARIANTS)
) -> list[Path]:
    """Write NAME-VARIANT.png for every scene and variant into a folder; returns the files."""
    app = application()
    out_dir.mkdir(parents=True, exist_ok=True)
    pictures: list[Path] = []
    for variant in variants:
        scheme, scale = VARIANTS[variant]
        dress(app, scheme, scale=scale)
        with TemporaryDirectory() as folder:
            window = MainWindow(_preferences(Path(folder), scheme, scale))
            for scene in SCENES:
                picture = _draw(app, window, scene, workspace)
                pictures.append(out_dir / f"{scene.name}-{variant}.png")
                picture.save(str(pictures[-1]))
            window.release()
            window.close()
            window.deleteLater()
            stop_log()
    dress(app, "light")
    return pictures


def _preferences(folder: Path, scheme: str, scale: float) -> Preferences:
    settings = QSettings(str(folder / "preferences.ini"), QSettings.Format.IniFormat)
    made = Preferences(settings, data_folder=folder)
    made.scheme = scheme
    made.set("scale", round(scale * 100))
    return made


def _draw(app: QApplication, window: MainWindow, scene: Scene, workspace: Workspace) -> QPixmap:
    window.resize(*SIZE)
    window.show()
    if scene.is_open and window.runner.workspace is None:
        window.show_workspace(workspace)
    shown = scene.show(window)
    for _ in range(20):  # a change of words moves through one layout after another
        app.processEvents()
    picture = (shown or window).grab()
    if isinstance(shown, QDialog):
        shown.reject()
    for panel in window.findChildren(TourPanel):
        panel.end()
    return picture


def _view(name: str) -> Callable[[MainWindow], None]:
    return lambda window: window.show_view(name)


def _coverage(way: str) -> Callable[[MainWindow], None]:
    def show(window: MainWindow) -> None:
        window.page.coverage.choose_way(way)
        window.show_view("coverage")

    return show


def _findings(window: MainWindow) -> None:
    window.findings.choose()
    window.show_view("findings")


def _reader(window: MainWindow) -> None:
    """Show the reader at an obligation that is met in part."""
    window.show_view("reader")
    found = _gaps_met_somehow(window)
    partial = next((f for f in found if f.verdict is Verdict.PARTIAL), None)
    if partial is not None:
        window.page.reader.go_to_finding(partial)


def _reader_page(window: MainWindow) -> None:
    """Show the page of a PDF file beside the source."""
    window.show_view("reader")
    paged = next((f for f in _gaps_met_somehow(window) if f.b is not None and f.b.page), None)
    if paged is not None:
        window.page.reader.go_to_finding(paged)
        window.page.reader.policy.page_button.setChecked(True)


def _gaps_met_somehow(window: MainWindow) -> list[Finding]:
    met = (Verdict.PARTIAL, Verdict.CONFLICT)
    return [f for f in window.findings.model.rows if f.kind is FindingKind.GAP and f.verdict in met]


def _search(window: MainWindow) -> None:
    window.show_view("search")
    workspace, view = window.runner.workspace, window.page.search
    if workspace is not None:
        view.search.setText(QUESTION)
        view.show_hits(QUESTION, workspace.search(QUESTION, k=30))


def _tour(window: MainWindow) -> QWidget | None:
    _findings(window)
    begin_tour(window)
    return None


SCENES = (
    Scene(name="start", show=lambda _: None, is_open=False),
    Scene(name="library", show=_view("library")),
    Scene(name="findings", show=_findings),
    Scene(name="contradictions", show=_view("contradictions")),
    Scene(name="charts", show=_coverage("charts")),
    Scene(name="coverage", show=_coverage("matrix")),
    Scene(name="reader", show=_reader),
    Scene(name="reader-page", show=_reader_page),
    Scene(name="search", show=_search),
    Scene(name="preferences", show=ask_preferences),
    Scene(name="log", show=show_log),
    Scene(name="about", show=show_about),
    Scene(name="tour", show=_tour),
)
