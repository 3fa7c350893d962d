"""Draws each view of a workspace into pictures, light, dark and with text twice as large; needs no screen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSettings
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from policycheck.domain.alignments import Verdict
from policycheck.domain.findings import FindingKind
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
    """One picture: its name, what brings the window there, and the view that the window must have for it.

    `show` returns the dialog to draw where that is not the window itself; `is_open`: with the workspace open.
    """

    name: str
    show: Callable[[MainWindow], QWidget | None]
    view: str = ""
    is_open: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The pictures made, and the names of the views that this window does not have."""

    pictures: tuple[Path, ...]
    left_out: tuple[str, ...]


def draw_views(workspace: Workspace, out_dir: Path, *, variants: Sequence[str] = tuple(VARIANTS)) -> Drawn:
    """Write NAME-VARIANT.png for every scene and variant into a folder."""
    app = application()
    out_dir.mkdir(parents=True, exist_ok=True)
    pictures: list[Path] = []
    left_out: dict[str, None] = {}
    for variant in variants:
        scheme, scale = VARIANTS[variant]
        dress(app, scheme, scale=scale)
        with TemporaryDirectory() as folder:
            window = MainWindow(_preferences(Path(folder), scheme, scale))
            for scene in SCENES:
                picture = _draw(app, window, scene, workspace)
                if picture is None:
                    left_out[scene.name] = None
                    continue
                pictures.append(out_dir / f"{scene.name}-{variant}.png")
                picture.save(str(pictures[-1]))
            window.release()
            window.close()
            window.deleteLater()
            stop_log()
    dress(app, "light")
    return Drawn(pictures=tuple(pictures), left_out=tuple(left_out))


def _preferences(folder: Path, scheme: str, scale: float) -> Preferences:
    settings = QSettings(str(folder / "preferences.ini"), QSettings.Format.IniFormat)
    made = Preferences(settings, data_folder=folder)
    made.scheme = scheme
    made.set("scale", round(scale * 100))
    return made


def _draw(app: QApplication, window: MainWindow, scene: Scene, workspace: Workspace) -> QPixmap | None:
    window.resize(*SIZE)
    window.show()
    if scene.is_open and window.runner.workspace is None:
        window.show_workspace(workspace)
    if scene.view and not window.page.has_view(scene.view):
        return None
    shown = scene.show(window)
    for _ in range(3):  # a change of words moves through one layout after another
        app.processEvents()
    picture = (shown or window).grab()
    if isinstance(shown, QDialog):
        shown.reject()
    for panel in window.findChildren(TourPanel):
        panel.end()
    return picture


def _view(name: str) -> Callable[[MainWindow], None]:
    return lambda window: window.show_view(name)


def _contradictions(window: MainWindow) -> None:
    """Show them in their own view, or among the findings where they have none."""
    if window.page.has_view("contradictions"):
        window.show_view("contradictions")
    else:
        window.show_view("findings")
        window.findings.choose(kind=FindingKind.CONFLICT)


def _findings(window: MainWindow) -> None:
    window.findings.choose()
    window.show_view("findings")


def _reader(window: MainWindow) -> None:
    """Show the reader at an obligation that is met in part."""
    window.show_view("reader")
    found = [f for f in window.findings.model.rows if f.kind is FindingKind.GAP]
    partial = next((f for f in found if f.verdict is Verdict.PARTIAL), None)
    if partial is not None:
        getattr(window.page, "reader").go_to_finding(partial)  # noqa: B009 - not every window has it


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
    Scene(name="contradictions", show=_contradictions),
    Scene(name="coverage", show=_view("coverage")),
    Scene(name="reader", show=_reader, view="reader"),
    Scene(name="search", show=_search),
    Scene(name="preferences", show=ask_preferences),
    Scene(name="log", show=show_log),
    Scene(name="about", show=show_about),
    Scene(name="tour", show=_tour),
)
