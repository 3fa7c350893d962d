"""The program as a user starts it, in a window on a screen, driven by keys from outside; seen by what it leaves."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from end_to_end.screen import MISSING, screen, wait_until
from openpyxl import load_workbook

from policycheck.domain.findings import FindingStatus
from policycheck.errors import WorkspaceError
from policycheck.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
PICTURE = ROOT / "out" / "end_to_end" / "window.png"
SETTINGS = "[General]\nshow_tour=false\ndecider=Ann\n"


@pytest.fixture
def home(tmp_path):
    """Return the environment of a user with a home of their own, who has seen the tour."""
    settings = tmp_path / "home" / ".config" / "policycheck" / "policycheck.conf"
    settings.parent.mkdir(parents=True)
    settings.write_text(SETTINGS, encoding="utf-8")
    names = {"XDG_CONFIG_HOME": ".config", "XDG_DATA_HOME": ".local/share", "XDG_CACHE_HOME": ".cache"}
    home = tmp_path / "home"
    return {"HOME": str(home), **{name: str(home / folder) for name, folder in names.items()}}


def read(path, look):
    """Return what a look at a copy of a workspace shows, None while it cannot be opened.

    A copy, because a second program at the file itself is another matter: see tests/store/test_two_programs.py.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        for ending in ("", "-wal", "-shm"):
            part = path.with_name(path.name + ending)
            if part.exists():
                shutil.copy(part, copy.with_name(part.name))
        try:
            with Workspace.open(copy) as workspace:
                return look(workspace)
        except WorkspaceError:  # it was copied while it was written
            return None


@pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Xvfb is for Linux")
def test_a_day_in_a_real_window(home, documents, tmp_path):
    path, out = tmp_path / "audit.policycheck", tmp_path / "report.xlsx"
    files = sorted(documents.glob("*/*"))
    with screen() as on:
        environment = {**on.environment, **home, "PYTHONPATH": f"{ROOT}:{ROOT / 'ui'}"}
        command = [sys.executable, "-m", "policycheck.cli", "app"]
        with subprocess.Popen(command, env=environment, cwd=tmp_path, stderr=subprocess.PIPE) as program:
            try:
                window = on.wait_for_window("policycheck")
                go_through(on, window, path, files, out)
                on.keep_picture(PICTURE)
                on.insist(window, ("ctrl+q",), lambda: program.poll() is not None, "it does not quit")
            except TimeoutError:
                on.keep_picture(PICTURE.with_name("failed.png"))
                raise
            finally:
                program.kill()
            said = program.stderr.read().decode()
    assert program.returncode == 0, said
    assert "Traceback" not in said
    assert PICTURE.stat().st_size > 10_000


def go_through(on, window, path, files, out):
    """Make a workspace, add documents, check, accept the first finding, take it back, and export."""
    ask(on, window, "ctrl+n", "New workspace", str(path))
    wait_until(lambda: on.windows("audit"), "the new workspace is not shown")

    ask(on, window, "ctrl+shift+a", "Add documents", " ".join(f'"{file}"' for file in files))
    on.accept(on.wait_for_window("Add documents"))
    wait_until(lambda: read(path, lambda w: len(w.documents())) == len(files), "not all is read")

    on.insist(window, ("F5",), lambda: read(path, lambda w: not w.is_stale()), "the check does not end")
    found = read(path, lambda w: w.findings())
    assert found

    on.insist(window, ("ctrl+2", "a"), lambda: read(path, lambda w: w.decisions()), "nothing is decided")
    (decided,) = read(path, lambda w: w.decisions())
    wait_until(lambda: status_of(path, decided) is FindingStatus.ACCEPTED, "it is not accepted")
    assert decided.by == "Ann"
    on.insist(
        window,
        ("ctrl+z",),
        lambda: status_of(path, decided) is FindingStatus.OPEN,
        "it is not undone",
    )

    ask(on, window, "ctrl+e", "Export", str(out))
    wait_until(out.exists, "there is no report")
    with out.open("rb") as file:
        assert load_workbook(file).sheetnames


def status_of(path, decided):
    return read(path, lambda workspace: workspace.finding(decided.finding).status)


def ask(on, window, key, title, answer):
    """Press the key that opens a dialog, and write an answer into it."""
    on.insist(window, (key,), lambda: on.windows(title), f"{key} opens nothing")
    on.answer(on.wait_for_window(title), answer)
