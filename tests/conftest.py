"""What every test has: no screen, no network for models, one thread each, and the real model loaded once."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["TRANSFORMERS_OFFLINE"] = "1"
os.environ.setdefault("OMP_NUM_THREADS", "2")

import pytest
from hypothesis import settings

from policycheck.embedding import TunedMiniLM

# A shared computer may be slow at any moment: examples are limited, time is not.
settings.register_profile("policycheck", deadline=None)
settings.load_profile("policycheck")


@pytest.fixture(scope="session")
def minilm() -> TunedMiniLM:
    """Return the packaged model; it loads at its first use and is then shared by all tests."""
    return TunedMiniLM()


@pytest.fixture
def preferences(tmp_path):
    """Return what somebody prefers in the window, kept in a file of the test's own."""
    from policycheck_ui.preferences import Preferences  # noqa: PLC0415 - only the window's tests need Qt
    from PySide6.QtCore import QSettings  # noqa: PLC0415

    kept = QSettings(str(tmp_path / "preferences.ini"), QSettings.Format.IniFormat)
    made = Preferences(kept, data_folder=tmp_path / "data")
    made.decider = "Ann"
    return made
