"""Makes sure that Qt can draw on this computer; on Debian and Ubuntu, as root, installs what it lacks."""

import os
import shutil
import subprocess
import sys

PACKAGES = (
    "libgl1",
    "libegl1",
    "libglib2.0-0",
    "libxkbcommon0",
    "libdbus-1-3",
    "libfontconfig1",
    "fonts-noto-core",
)
_DRAW = "from PySide6.QtWidgets import QApplication; QApplication([])"


def qt_draws() -> bool:
    """Start Qt without a screen in a process of its own, because a missing library may end the process."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _DRAW]
    run = subprocess.run(command, env=environment, capture_output=True, check=False)  # noqa: S603 - our own words
    return run.returncode == 0


def install_packages() -> None:
    """Install the system libraries, quietly and without questions."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *PACKAGES]):
        command = ["apt-get", *words]
        subprocess.run(command, env=environment, check=False, stdout=subprocess.DEVNULL)  # noqa: S603 - our own words


def main() -> int:
    """Return 0 when Qt draws, 1 after saying what to do."""
    if qt_draws():
        return 0
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if is_root and shutil.which("apt-get"):
        install_packages()
        if qt_draws():
            return 0
    sys.stderr.write(
        f"Qt cannot draw here. On Debian or Ubuntu run: sudo apt-get install {' '.join(PACKAGES)}\n"
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
