"""The language model of the window: one process of its own for all workspaces, started after the window is up."""

import threading
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policycheck.workspace import ModelProcess


@cache
def shared_model() -> "ModelProcess":
    """Return the model's process; it starts at its first use and ends with the program."""
    from policycheck.workspace import ModelProcess  # noqa: PLC0415 - the window comes first

    return ModelProcess()


def warm_up() -> None:
    """Let the model load in its process while the user reads, so that the first check need not wait for it."""
    threading.Thread(target=lambda: shared_model().warm_up(), name="warm-up", daemon=True).start()
