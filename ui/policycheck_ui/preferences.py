"""What the program remembers between runs: recent workspaces, what the user set, the window."""

import getpass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from policycheck.settings import SETTINGS, SettingKind, UserSettings, Value

RECENT_KEPT = 8


class Preferences:
    """The user's preferences, kept by Qt where the operating system keeps such things."""

    def __init__(self, settings: QSettings | None = None, *, data_folder: Path | None = None) -> None:
        self._data_folder = data_folder
        self._settings = settings if settings is not None else QSettings("policycheck", "policycheck")

    def recent(self) -> list[Path]:
        """Return the workspaces used last, newest first, without those that are gone."""
        return [path for path in self.recent_and_gone() if path.exists()]

    def recent_and_gone(self) -> list[Path]:
        """Return the workspaces used last, newest first, with those that are not where they were."""
        return [Path(line) for line in self._text("recent").splitlines() if line]

    def remember(self, path: Path) -> None:
        """Put a workspace at the head of the recent list."""
        path = path.resolve()
        self._keep_recent([path, *(other for other in self.recent_and_gone() if other != path)])

    def forget(self, path: Path) -> None:
        """Take a workspace off the recent list."""
        self._keep_recent([other for other in self.recent_and_gone() if other != path])

    def _keep_recent(self, paths: list[Path]) -> None:
        self._settings.setValue("recent", "\n".join(str(path) for path in paths[:RECENT_KEPT]))

    def settings(self) -> UserSettings:
        """Return what the user set."""
        return UserSettings.read({setting.name: self._settings.value(setting.name) for setting in SETTINGS})

    def set(self, name: str, value: Value) -> None:
        """Keep one setting."""
        self._settings.setValue(name, str(value).lower() if isinstance(value, bool) else value)

    def restore_defaults(self) -> None:
        """Forget what was set; what the user wrote, their name, stays."""
        for setting in SETTINGS:
            if setting.kind is not SettingKind.TEXT:
                self._settings.remove(setting.name)

    def log_folder(self) -> Path:
        """Return where the log is kept; its folder is made if need be."""
        return self._folder() / "log"

    def sample_path(self) -> Path:
        """Return where the workspace of the sample is kept; its folder is made if need be."""
        return self._folder() / "sample.policycheck"

    def lock_path(self) -> Path:
        """Return where a running program says that it runs."""
        return self._folder() / "running.lock"

    def _folder(self) -> Path:
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
        folder = self._data_folder or Path(place or ".")
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    @property
    def decider(self) -> str:
        return self.settings().decider or login_name()

    @decider.setter
    def decider(self, name: str) -> None:
        self.set("decider", name)

    @property
    def session(self) -> str:
        """Where one is in the window, as text; "" after the window was closed as it should be."""
        return self._text("session")

    @session.setter
    def session(self, place: str) -> None:
        self._settings.setValue("session", place)
        self._settings.sync()  # now, not when there is time: it is for the moment when the program breaks off

    @property
    def scheme(self) -> str:
        """The theme: "system" or one of `theme.appearance.SCHEMES`."""
        return self.settings().scheme

    @scheme.setter
    def scheme(self, scheme: str) -> None:
        self.set("scheme", scheme)

    @property
    def scale(self) -> float:
        """The size of text against the system's own, 1.0 to 2.0."""
        return self.settings().scale / 100

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
