"""Which program may write to a workspace: the one that holds the lock on a file beside it.

The system drops the locks that SQLite holds on a workspace as soon as anything in the same program closes that file, as
file dialogs do when they look what it is. The next program to close it would then take itself for the last one and
remove the write-ahead log, with what the first goes on writing. So one program writes, by a lock on a file nobody else
opens, and the others read through connections that cannot write.
"""

import contextlib
import os
import sys
import threading
import time
from pathlib import Path

if sys.platform != "win32":  # there a lock belongs to who took it, and SQLite's own suffice
    import fcntl

ENDING = "-lock"
PATIENCE = 5.0  # seconds to wait for another program before saying so
_PAUSE = 0.05

_guard = threading.Lock()
_held: dict[Path, tuple[int | None, int]] = {}  # its lock file, open, and how many stores need it


class Ownership:
    """The right of this program to write to one workspace; stores of the same program share it."""

    def __init__(self, path: Path) -> None:
        self._path = path.resolve()
        self.held = False

    def take(self, *, patience: float = 0.0) -> bool:
        """Become the owner, waiting so many seconds for another program to end; tell whether it is so."""
        give_up = time.monotonic() + patience
        while not self.held and not self._try():
            if time.monotonic() >= give_up:
                return False
            time.sleep(_PAUSE)
        return True

    def give_up(self) -> None:
        """Let another program become the owner; no connection that writes may be left."""
        if not self.held:
            return
        self.held = False
        with _guard:
            descriptor, stores = _held.pop(self._path)
            if stores > 1:
                _held[self._path] = (descriptor, stores - 1)
            elif descriptor is not None:
                with contextlib.suppress(OSError):  # left behind it does no harm
                    _beside(self._path).unlink()  # while it is locked: see `_is_there`
                os.close(descriptor)

    def _try(self) -> bool:
        with _guard:
            if self.held:  # another thread was quicker
                return True
            if self._path in _held:
                descriptor, stores = _held[self._path]
            else:
                stores = 0
                try:
                    descriptor = _locked(_beside(self._path))
                except BlockingIOError:
                    return False
                except OSError:  # a folder or file system that has no room for locks: SQLite's own must do
                    descriptor = None
            _held[self._path] = (descriptor, stores + 1)
            self.held = True
            return True


def _beside(path: Path) -> Path:
    return path.with_name(path.name + ENDING)


def _locked(path: Path) -> int | None:
    """Return the lock file, open and locked; BlockingIOError where another program has it, None without need."""
    if sys.platform == "win32":
        return None
    while True:
        descriptor = os.open(path, os.O_RDONLY | os.O_CREAT, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(descriptor)
            raise
        if _is_there(path, descriptor):
            return descriptor
        os.close(descriptor)


def _is_there(path: Path, descriptor: int) -> bool:
    """Tell whether the file just locked is still the one of that name: its last owner may have removed it."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
