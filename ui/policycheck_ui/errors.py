"""Turns whatever went wrong, or well, into one notice, which one bar in the window shows."""

import logging
from dataclasses import dataclass
from enum import StrEnum

from policycheck.errors import PolicycheckError

_log = logging.getLogger(__name__)


class Level(StrEnum):
    """How loud a notice is."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What the bar shows: what happened, and what to do next."""

    level: Level
    text: str
    remedy: str = ""
    open_path: str = ""  # a file the bar offers to open


def describe(error: BaseException) -> Notice:
    """Return the notice for an error; one that nobody foresaw is logged with its traceback."""
    if isinstance(error, PolicycheckError):
        return Notice(level=Level.ERROR, text=error.problem, remedy=error.remedy)
    if isinstance(error, OSError) and error.filename:
        reason = error.strerror or str(error)
        remedy = "Check that the file is there, that you may use it, and that the disk has room."
        return Notice(level=Level.ERROR, text=f"{error.filename}: {reason}", remedy=remedy)
    _log.error("unexpected error", exc_info=error)
    return Notice(
        level=Level.ERROR,
        text=f"Something went wrong that policycheck did not expect: {type(error).__name__}: {error}",
        remedy="Your workspace is safe. Try again; if it happens again, report these words.",
    )
