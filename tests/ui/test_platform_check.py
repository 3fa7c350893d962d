import pytest
from policycheck_ui import platform_check
from policycheck_ui.app import main
from policycheck_ui.platform_check import ANY_PLATFORM, X11_WINDOW, require_drawing, require_window

from policycheck.errors import UsageError

SCREEN = {"DISPLAY": ":0"}


def window_needs(environ, *, missing=(), answers=True, system="linux"):
    require_window(
        environ, loads=lambda library: library not in missing, connects=lambda _: answers, system=system
    )


def test_a_complete_desktop_is_let_through():
    window_needs(SCREEN)
    window_needs({"WAYLAND_DISPLAY": "wayland-0"}, missing=X11_WINDOW)
    window_needs({"QT_QPA_PLATFORM": "offscreen"}, missing=X11_WINDOW)
    window_needs({}, missing=(*ANY_PLATFORM, *X11_WINDOW), system="win32")


def test_no_screen_is_said():
    with pytest.raises(UsageError, match="no screen") as error:
        window_needs({})
    assert "DISPLAY" in error.value.problem
    assert "xvfb-run" in error.value.remedy


def test_a_screen_that_does_not_answer_is_said():
    with pytest.raises(UsageError, match="does not answer"):
        window_needs(SCREEN, answers=False)


def test_missing_libraries_come_with_the_line_that_mends_it():
    with pytest.raises(UsageError) as error:
        window_needs(SCREEN, missing=("libEGL.so.1", "libxcb-cursor.so.0"))
    assert "libxcb-cursor.so.0" in error.value.problem
    assert error.value.remedy == "Run: sudo apt-get install libegl1 libxcb-cursor0"
    with pytest.raises(UsageError) as error:
        require_drawing(loads=lambda library: library != "libGL.so.1", system="linux")
    assert error.value.remedy == "Run: sudo apt-get install libgl1"


def test_main_says_it_in_one_line_and_fails(monkeypatch, capsys):
    def refuse():
        raise UsageError("There is no screen.", remedy="Run it on a desktop.")

    monkeypatch.setattr(platform_check, "require_window", refuse)
    assert main([]) == 2
    assert capsys.readouterr().err == "There is no screen. Run it on a desktop.\n"
