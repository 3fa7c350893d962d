"""What the program remembers between runs: recent workspaces, the decider's name, the theme, the window."""

import getpass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

RECENT_KEPT = 8


class Preferences:
    """The user's preferences, kept by Qt where the operating system keeps such things."""

    def __init__(self, settings: QSettings | None = None, *, data_folder: Path | None = None) -> None:
        self._data_folder = data_folder
        self._settings = settings if settings is not None else QSettings("policycheck", "policycheck")

    def recent(self) -> list[Path]:
        """Return the workspaces used last, newest first, without those that are gone."""
        paths = (Path(line) for line in self._text("recent").splitlines() if line)
        return [path for path in paths if path.exists()]

    def remember(self, path: Path) -> None:
        """Put a workspace at the head of the recent list."""
        path = path.resolve()
        rest = [other for other in self.recent() if other != path]
        lines = [str(item) for item in [path, *rest][:RECENT_KEPT]]
        self._settings.setValue("recent", "\n".join(lines))

    def sample_path(self) -> Path:
        """Return where the workspace of the sample is kept; its folder is made if need be."""
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
        folder = self._data_folder or Path(place or ".")
        folder.mkdir(parents=True, exist_ok=True)
        return folder / "sample.policycheck"

    @property
    def decider(self) -> str:
        return self._text("decider") or login_name()

    @decider.setter
    def decider(self, name: str) -> None:
        self._settings.setValue("decider", name)

    @property
    def scheme(self) -> str:
        """The theme: "system", "light" or "dark"."""
        return self._text("scheme") or "system"

    @scheme.setter
    def scheme(self, scheme: str) -> None:
        self._settings.setValue("scheme", scheme)

    @property
    def geometry(self) -> QByteArray:
        value = self._settings.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._settings.setValue("geometry", value)

    def text(self, key: str) -> str:
        """Return what is kept under a key, "" where nothing is."""
        return self._text(key)

    def set_text(self, key: str, value: str) -> None:
        """Keep a text under a key."""
        self._settings.setValue(key, value)

    def _text(self, key: str) -> str:
        value = self._settings.value(key, "")
        return value if isinstance(value, str) else ""


def login_name() -> str:
    """Return the name the user is logged in with, or nothing where the system does not tell."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
