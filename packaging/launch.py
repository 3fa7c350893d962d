"""Starts the bundled program: the desktop or the command line, by the name it was started under."""

import multiprocessing
import sys
from pathlib import Path

DESKTOP = "policycheck-desktop"


def main() -> None:
    """Hand over to the shell that is wanted."""
    if Path(sys.executable).stem == DESKTOP:
        from policycheck_ui.app import main as desktop  # noqa: PLC0415 - Qt only when a window is wanted

        sys.exit(desktop())
    from policycheck.cli import main as command_line  # noqa: PLC0415 - one shell or the other

    command_line()


if __name__ == "__main__":
    multiprocessing.freeze_support()  # a child process of the bundle starts here too, and goes no further
    main()
