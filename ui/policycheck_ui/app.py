"""Starts the desktop program, or draws its views into pictures; imports Qt only once it can load."""

import argparse
import multiprocessing
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from policycheck.errors import PolicycheckError
from policycheck_ui import platform_check


def run(workspace_path: Path | None = None) -> int:
    """Open the window and return the exit code when it closes; UsageError where it cannot open."""
    platform_check.require_window()
    from policycheck_ui.desktop import open_window  # noqa: PLC0415 - Qt must be able to load first

    return open_window(workspace_path)


def take_screenshots(workspace_path: Path, out_dir: Path) -> list[Path]:
    """Draw each view of a workspace, light, dark and with large text, and return the files; needs no screen."""
    if sys.platform.startswith("linux") and not platform_check.has_screen(os.environ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    platform_check.require_drawing()
    from policycheck.workspace import Workspace  # noqa: PLC0415 - only where it is wanted
    from policycheck_ui.screenshots import draw_views  # noqa: PLC0415 - Qt must be able to load first

    with Workspace.open(workspace_path) as workspace:
        return draw_views(workspace, out_dir)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program `policycheck-desktop [WORKSPACE]`."""
    multiprocessing.freeze_support()  # in a bundle this very program is also the model's process
    parser = argparse.ArgumentParser(prog="policycheck-desktop", description="Check policies, offline.")
    parser.add_argument("workspace", nargs="?", type=Path, help="the workspace file to open")
    parser.add_argument(
        "--screenshots", type=Path, metavar="DIR", help="draw the views into a folder, then stop"
    )
    given = parser.parse_args(arguments)
    try:
        if given.screenshots is None:
            return run(given.workspace)
        if given.workspace is None:
            parser.error("--screenshots needs a workspace")
        for path in take_screenshots(given.workspace, given.screenshots):
            sys.stdout.write(f"{path}\n")
    except PolicycheckError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0
