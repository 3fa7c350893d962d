"""Says, before Qt gives up with a riddle, what the system lacks to show a window; imports no Qt."""

import ctypes
import os
import sys
from collections.abc import Callable, Iterable, Mapping

from policycheck.errors import UsageError

# Library to the Debian and Ubuntu package that brings it.
ANY_PLATFORM = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
X11_WINDOW = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
NO_SCREEN = "There is no screen to open the window on: neither DISPLAY nor WAYLAND_DISPLAY is set."
NO_SCREEN_REMEDY = (
    "Start it from a desktop session, connect with “ssh -X”, or run “xvfb-run policycheck app”. "
    "“policycheck check” works without a screen."
)


def can_load(library: str) -> bool:
    """Try to load a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def can_connect(display: str) -> bool:
    """Try to reach the X server that DISPLAY names."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # nothing to try it with: let Qt say
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed


def has_screen(environ: Mapping[str, str]) -> bool:
    """Say whether the environment names a screen."""
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def require_window(
    environ: Mapping[str, str] | None = None,
    *,
    loads: Callable[[str], bool] = can_load,
    connects: Callable[[str], bool] = can_connect,
    system: str = sys.platform,
) -> None:
    """Raise UsageError, with the next step, where the program's window cannot open."""
    environ = os.environ if environ is None else environ
    if not system.startswith("linux"):
        return
    wanted = dict(ANY_PLATFORM)
    if not environ.get("QT_QPA_PLATFORM"):
        if not has_screen(environ):
            raise UsageError(NO_SCREEN, remedy=NO_SCREEN_REMEDY)
        if not environ.get("WAYLAND_DISPLAY"):
            wanted |= X11_WINDOW
    _require(wanted, loads)
    display = environ.get("DISPLAY", "")
    if wanted.keys() >= X11_WINDOW.keys() and not connects(display):
        problem = f"The screen that DISPLAY names, “{display}”, does not answer."
        raise UsageError(problem, remedy=NO_SCREEN_REMEDY)


def require_drawing(*, loads: Callable[[str], bool] = can_load, system: str = sys.platform) -> None:
    """Raise UsageError where Qt cannot even draw without a screen."""
    if system.startswith("linux"):
        _require(ANY_PLATFORM, loads)


def _require(wanted: Mapping[str, str], loads: Callable[[str], bool]) -> None:
    missing = [library for library in wanted if not loads(library)]
    if missing:
        packages = " ".join(_unique(wanted[library] for library in missing))
        problem = f"The window cannot open: the system lacks {', '.join(missing)}."
        raise UsageError(problem, remedy=f"Run: sudo apt-get install {packages}")


def _unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
