import subprocess
import sys
from pathlib import Path

UI = Path(__file__).resolve().parents[2] / "ui"


def test_qt_can_be_called_without_end():
    """PySide6 6.12 wears out None on Python 3.11: without the remedy this aborts."""
    code = (
        "import policycheck_ui; from PySide6.QtCore import QObject; thing = QObject()\n"
        "for _ in range(200_000): thing.setObjectName('x'); thing.signalsBlocked(); thing.blockSignals(False)"
    )
    roots = [str(UI), str(UI.parent)]
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {roots!r}\n{code}"],
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr
