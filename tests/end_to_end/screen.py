"""A screen without a monitor (Xvfb) and a hand on its keyboard (xdotool), for the program as users start it."""

import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

NEEDED = ("Xvfb", "xdotool")
MISSING = [name for name in NEEDED if shutil.which(name) is None]
PATIENCE = 300.0  # seconds for what takes long; the computer may be busy with other things
AGAIN = 20.0  # seconds after which a key that led to nothing is taken for lost
LOOKS_EVERY = 0.25
_GRAB = (
    "import sys; from PySide6.QtGui import QGuiApplication; app = QGuiApplication([]);"
    "sys.exit(not app.primaryScreen().grabWindow(0).save(sys.argv[1]))"
)


class Screen:
    """One display; keys go to the window named."""

    def __init__(self, display: str) -> None:
        self.environment = {
            k: v for k, v in os.environ.items() if k not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")
        }
        self.environment["DISPLAY"] = display

    def windows(self, title: str) -> list[str]:
        """Return the ids of the windows that can be seen whose title has these words."""
        found = self._xdotool("search", "--onlyvisible", "--name", title)
        return found.split()

    def wait_for_window(self, title: str, *, but: tuple[str, ...] = ()) -> str:
        """Wait for a window with these words in its title, other than some known ones, and return its id."""
        wait_until(lambda: set(self.windows(title)) - set(but), f"there is no window “{title}”")
        return next(iter(set(self.windows(title)) - set(but)))

    def press(self, window: str, *keys: str) -> None:
        """Give a window the focus, as no window manager does it here, and press keys."""
        self._xdotool("windowfocus", "--sync", window)
        for key in keys:
            self._xdotool("key", "--clearmodifiers", key)
            time.sleep(0.1)

    def answer(self, window: str, text: str) -> None:
        """Write into the field of a dialog in place of what is there, press Enter, until the dialog is gone."""

        def write() -> None:
            self.press(window, "ctrl+a")
            self._xdotool("type", "--clearmodifiers", "--delay", "30", text)
            self.press(window, "Return")

        self._insist(write, lambda: window not in self.windows(""), f"a dialog does not take {text}")

    def accept(self, window: str) -> None:
        """Press Enter in a dialog until it is gone."""
        gone = lambda: window not in self.windows("")  # noqa: E731 - one question, asked in one place
        self._insist(lambda: self.press(window, "Return"), gone, "a dialog does not take Enter")

    def insist(self, window: str, keys: tuple[str, ...], is_so: Callable[[], object], what: str) -> None:
        """Press keys until they have led to something; a key may be lost on a busy computer."""
        self._insist(lambda: self.press(window, *keys), is_so, what)

    def keep_picture(self, path: Path) -> None:
        """Write what is on the screen to a file."""
        path.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [sys.executable, "-c", _GRAB, str(path)], env=self.environment, check=True, timeout=PATIENCE
        )

    def _insist(self, do: Callable[[], None], is_so: Callable[[], object], what: str) -> None:
        give_up = time.monotonic() + PATIENCE
        while time.monotonic() < give_up:
            do()
            try:
                wait_until(is_so, what, patience=AGAIN)
            except TimeoutError:
                continue
            return
        raise TimeoutError(what)

    def _xdotool(self, *words: str) -> str:
        run = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, check=False, timeout=60
        )
        return run.stdout


@contextmanager
def screen(size: str = "1400x900x24") -> Iterator[Screen]:
    """Start Xvfb on a display that is free, and end it."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        try:
            ready, _, _ = select.select([reading], [], [], PATIENCE)
            number = os.read(reading, 16).decode().strip() if ready else ""
            if not number:
                raise TimeoutError("Xvfb does not start")
            yield Screen(f":{number}")
        finally:
            os.close(reading)
            server.terminate()


def wait_until(is_so: Callable[[], object], what: str, *, patience: float = PATIENCE) -> None:
    """Look again and again until something is so; TimeoutError where it never is."""
    give_up = time.monotonic() + patience
    while not is_so():
        if time.monotonic() > give_up:
            raise TimeoutError(what)
        time.sleep(LOOKS_EVERY)
