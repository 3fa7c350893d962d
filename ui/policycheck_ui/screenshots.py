"""Draws each view of a workspace into a picture, with or without a screen."""

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from policycheck.domain.alignments import Verdict
from policycheck.domain.findings import FindingKind
from policycheck.workspace import Workspace
from policycheck_ui.desktop import application
from policycheck_ui.main_window import MainWindow
from policycheck_ui.preferences import Preferences
from policycheck_ui.theme.appearance import dress

SIZE = (1360, 860)


def draw_views(workspace_path: Path, out_dir: Path, *, scheme: str = "light") -> list[Path]:
    """Write a PNG of each view into a folder and return the files."""
    app = application()
    dress(app, scheme)
    out_dir.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, Workspace.open(workspace_path) as workspace:
        settings = QSettings(str(Path(folder) / "preferences.ini"), QSettings.Format.IniFormat)
        window = MainWindow(Preferences(settings))
        window.resize(*SIZE)
        window.show()
        try:
            return _draw_all(app, window, workspace, out_dir)
        finally:
            window.release()
            window.close()
            window.deleteLater()


def _draw_all(app: QApplication, window: MainWindow, workspace: Workspace, out_dir: Path) -> list[Path]:
    made = [_draw(app, window, out_dir / "start.png")]
    window.show_workspace(workspace)
    window.show_view("library")
    made.append(_draw(app, window, out_dir / "library.png"))
    window.show_view("findings")
    made.append(_draw(app, window, out_dir / "findings.png"))
    window.findings.choose(kind=FindingKind.CONFLICT)
    made.append(_draw(app, window, out_dir / "contradiction.png"))
    window.page.coverage.choose_way("charts")
    window.show_view("coverage")
    made.append(_draw(app, window, out_dir / "charts.png"))
    window.page.coverage.choose_way("matrix")
    made.append(_draw(app, window, out_dir / "coverage.png"))
    window.show_view("contradictions")
    made.append(_draw(app, window, out_dir / "contradictions.png"))
    made += _draw_reader(app, window, out_dir)
    return made


def _draw_reader(app: QApplication, window: MainWindow, out_dir: Path) -> list[Path]:
    """Draw the reader at an obligation met in part, then the page of a PDF file beside it."""
    reader = window.page.reader
    window.findings.choose(kind=FindingKind.GAP)
    partial = next((f for f in window.findings.model.rows if f.verdict is Verdict.PARTIAL), None)
    window.show_view("reader")
    if partial is not None:
        reader.go_to_finding(partial)
    made = [_draw(app, window, out_dir / "reader.png")]
    met = (f for f in window.findings.model.rows if f.verdict in (Verdict.PARTIAL, Verdict.CONFLICT))
    paged = next((f for f in met if f.b is not None and f.b.page), None)
    if paged is not None:
        reader.go_to_finding(paged)
        reader.policy.page_button.setChecked(True)
    made.append(_draw(app, window, out_dir / "reader-page.png"))
    return made


def _draw(app: QApplication, window: MainWindow, path: Path) -> Path:
    for _ in range(3):  # a change of words moves through one layout after another
        app.processEvents()
    window.grab().save(str(path))
    return path
