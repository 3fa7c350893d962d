"""The log: a small file that turns over, kept on this computer, without a word of any document."""

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

NAME = "policycheck.log"
LEVELS = {"problems": logging.WARNING, "steps": logging.INFO}
_SIZE, _KEPT = 500_000, 2  # bytes a file, and older files beside it
_LOGGERS = ("policycheck", "policycheck_ui")
_HANDLER = "policycheck log"

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WithoutWords(logging.Formatter):
    """Writes of an error its kind and its places in the program only: its message may quote a document."""

    def formatException(self, ei: ExcInfo) -> str:
        kind, _, trace = ei
        places = [f"  {Path(f.filename).name}:{f.lineno} in {f.name}" for f in traceback.extract_tb(trace)]
        return "\n".join([f"  {kind.__name__ if kind else 'error'}", *places])


def keep_log(folder: Path, detail: str) -> Path:
    """Write the log of the program into a folder from now on, and return its file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / NAME
    handler = RotatingFileHandler(path, maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8", delay=True)
    handler.set_name(_HANDLER)
    handler.setFormatter(WithoutWords("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    stop_log()
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        logger.setLevel(LEVELS.get(detail, logging.WARNING))
        logger.addHandler(handler)
    return path


def stop_log() -> None:
    """Close the log."""
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        for handler in [kept for kept in logger.handlers if kept.get_name() == _HANDLER]:
            logger.removeHandler(handler)
            handler.close()


def read_log(folder: Path) -> str:
    """Return the log, oldest line first, with the user's own folder written as "~"."""
    names = [f"{NAME}.{number}" for number in range(_KEPT, 0, -1)] + [NAME]
    paths = [folder / name for name in names]
    text = "".join(path.read_text(encoding="utf-8", errors="replace") for path in paths if path.is_file())
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 1 else text


def empty_log(folder: Path) -> None:
    """Throw the log away."""
    for number in range(1, _KEPT + 1):
        (folder / f"{NAME}.{number}").unlink(missing_ok=True)
    if (folder / NAME).is_file():
        (folder / NAME).write_text("", encoding="utf-8")
