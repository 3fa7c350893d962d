"""How long work tells its caller how far it is, and how the caller stops it."""

from typing import Protocol


class Cancelled(Exception):
    """Raised by a progress callable to stop the work; what is finished stays finished."""


class Progress(Protocol):
    """Called as `progress(done, total, message)`; may raise `Cancelled`."""

    def __call__(self, done: int, total: int, message: str = "", /) -> None: ...


def silent(done: int, total: int, message: str = "", /) -> None:
    """Ignore every report: the progress of a caller who does not want one."""
