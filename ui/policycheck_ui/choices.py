"""Asks for files and folders through the system's own dialogs; no answer is an empty answer."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

SUFFIX = ".policycheck"
_WORKSPACES = f"Workspaces (*{SUFFIX});;All files (*)"
EXPORTS = {
    "csv": "CSV table (*.csv)",
    "json": "JSON (*.json)",
    "html": "Web page (*.html)",
    "xlsx": "Excel workbook (*.xlsx)",
}


def ask_new_workspace(parent: QWidget) -> Path | None:
    """Ask where a new workspace goes."""
    name, _ = QFileDialog.getSaveFileName(parent, "New workspace", f"policies{SUFFIX}", _WORKSPACES)
    return _with_suffix(name, SUFFIX)


def documents_folder() -> Path:
    """Return the user's folder of documents, or their home."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place and Path(place).is_dir() else Path.home()


def free_name(folder: Path) -> Path:
    """Return a name for a workspace that is not taken in a folder."""
    names = ("policies", *(f"policies {number}" for number in range(2, 1000)))
    paths = (folder / f"{name}{SUFFIX}" for name in names)
    return next((path for path in paths if not path.exists()), folder / f"policies{SUFFIX}")


def ask_workspace(parent: QWidget, name: str = "") -> Path | None:
    """Ask which workspace to open."""
    name, _ = QFileDialog.getOpenFileName(parent, "Open workspace", name, _WORKSPACES)
    return Path(name) if name else None


def ask_files(parent: QWidget) -> list[Path]:
    """Ask for documents to add."""
    names, _ = QFileDialog.getOpenFileNames(parent, "Add documents")
    return [Path(name) for name in names]


def ask_folder(parent: QWidget) -> list[Path]:
    """Ask for a folder of documents to add."""
    name = QFileDialog.getExistingDirectory(parent, "Add a folder of documents")
    return [Path(name)] if name else []


def ask_export(parent: QWidget, form: str, stem: str) -> Path | None:
    """Ask where a report goes."""
    name, _ = QFileDialog.getSaveFileName(parent, "Export the report", f"{stem}.{form}", EXPORTS[form])
    return _with_suffix(name, f".{form}")


def ask_findings_export(parent: QWidget, stem: str) -> Path | None:
    """Ask where some findings go; the format is the one of the ending chosen."""
    forms = ";;".join(EXPORTS[form] for form in ("xlsx", "csv", "html", "json"))
    name, _ = QFileDialog.getSaveFileName(parent, "Export the findings as shown", f"{stem}.xlsx", forms)
    return _with_suffix(name, ".xlsx")


def _with_suffix(name: str, suffix: str) -> Path | None:
    if not name:
        return None
    path = Path(name)
    return path if path.suffix else path.with_suffix(suffix)
