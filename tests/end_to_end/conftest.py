"""What the end-to-end tests of the window share: real files, the real model, preferences of their own."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import shutil
from pathlib import Path

import policycheck_ui  # noqa: F401 - before the first call into Qt
import pytest
from end_to_end.keyboard import Keyboard
from policycheck_ui.main_window import MainWindow
from policycheck_ui.theme.appearance import dress

from policycheck.samples import sample_corpus

# One of each format that the sample corpus comes in, and enough for gaps and contradictions.
SOME = (
    "legislation/sample-complaints-regulations.md",
    "legislation/sample-missing-children-regulations.html",
    "legislation/sample-records-regulations.xml",
    "local_policies/complaints-and-representations-policy.pdf",
    "local_policies/care-planning-and-visits-policy.docx",
    "local_policies/missing-children-policy.docx",
)
# The offscreen platform says this of sizes, popups and grabs: it has no screen to show them on.
HARMLESS = "This plugin does not support "


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(HARMLESS))


@pytest.fixture
def documents(tmp_path):
    """Return a folder with some documents of the sample corpus."""
    folder = tmp_path / "documents"
    for name in SOME:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(sample_corpus() / name, folder / name)
    return folder


@pytest.fixture
def window(qtbot, qapp, preferences):
    """Return the program's window as the user finds it at the first start."""
    dress(qapp, "light")
    made = MainWindow(preferences)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.runner.shut_down()
    qtbot.waitUntil(lambda: made.runner.is_idle)
    made.close()


@pytest.fixture
def keyboard(qtbot, window):
    return Keyboard(qtbot, window)


@pytest.fixture
def settle(qtbot):
    """Wait until a window's worker has nothing more to do; reading and checking may take minutes here."""

    def wait(window, timeout=300_000):
        qtbot.waitUntil(lambda: window.runner.is_idle, timeout=timeout)

    return wait
