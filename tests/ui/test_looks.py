import re
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest
from policycheck_ui.helping import begin_tour, show_about, show_log
from policycheck_ui.preferring import ask_preferences, change, scale_by
from policycheck_ui.theme import icons
from policycheck_ui.theme.appearance import SCHEMES, dress, system_scheme, tones
from policycheck_ui.theme.sheet import style_sheet
from policycheck_ui.theme.typography import Type, font_of, scaled
from policycheck_ui.widgets.labels import IconLabel, label
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from ui_walks import cut, describe, interactive, is_qt_s_own, seen, too_small, unnamed

from policycheck.domain.alignments import Severity
from policycheck.domain.findings import FindingStatus

ROOT = Path(__file__).resolve().parents[2]
DIALOGS = {
    "preferences": ask_preferences,
    "about": show_about,
    "log": show_log,
    "roles": lambda window: window.ask_roles(),
    "tour": begin_tour,
}


@pytest.fixture
def dressed(qapp):
    """Put every theme and size of text away again."""
    yield qapp
    dress(qapp, "light")


def views(window):
    return list(window.page._views)


def show(window, name):
    window.show_view(name)
    for _ in range(3):  # a change of words moves through one layout after another
        QApplication.processEvents()


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a, b):
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_pair_of_colours_can_be_read(scheme):
    colours = SCHEMES[scheme]
    words, marks = (7, 7) if scheme.startswith("contrast") else (4.5, 3)
    grounds = (colours.window, colours.surface, colours.alternate)
    for ground in (*grounds, colours.button):
        assert contrast(colours.text, ground) >= 7
        assert contrast(colours.muted, ground) >= words
    for ground in grounds:
        for tone in (colours.high, colours.medium, colours.low, colours.good, colours.link):
            assert contrast(tone, ground) >= words
        assert contrast(colours.edge, ground) >= marks  # what can be used has a visible bound
        assert contrast(colours.link, ground) >= marks  # the ring of the focus
        assert contrast(colours.accent, ground) >= 3  # the row or the button chosen
    assert contrast(colours.accent_text, colours.accent) >= words
    assert contrast(colours.mark_text, colours.mark) >= words
    for ground in (colours.who, colours.must, colours.when, colours.here):
        assert contrast(colours.text, ground) >= words


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_pictures_of_a_theme_are_there_and_stand_out(scheme):
    colours = SCHEMES[scheme]
    sheet = style_sheet(colours)
    paths = [Path(found) for found in re.findall(r'url\("([^"]+)"\)', sheet)]
    assert len(paths) >= 4
    for path in paths:
        stroke = re.search(r'stroke="(#\w+)"', path.read_text(encoding="utf-8"))[1]
        ground = colours.accent if "tick" in path.name else colours.surface
        assert contrast(stroke, ground) >= 3, path.name


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_theme_reaches_what_is_on_screen(window, snapshot, dressed, scheme):
    window.show_snapshot(snapshot)
    window.choose_scheme(scheme)
    assert tones() is SCHEMES[scheme]
    assert window.palette().window().color().name() == SCHEMES[scheme].window
    ticked = [action.data() for action in window.theme_menu.actions() if action.isChecked()]
    assert ticked == [scheme]


def test_the_system_decides_where_nothing_is_chosen(qapp, dressed):
    dress(qapp, "system")
    assert tones() is SCHEMES[system_scheme(qapp)]


def test_states_have_shapes_of_their_own_not_only_colours():
    for states in (Severity, FindingStatus):
        names = [state.value for state in states if state.value in icons._PATHS]
        assert len({icons._PATHS[name] for name in names}) == len(names) > 2


def test_text_lengths_and_icons_grow_together_and_back_while_the_window_is_open(window, snapshot, dressed):
    window.show_snapshot(snapshot)
    window.show_view("library")
    table = window.library.table
    button = window.page.header.check_button

    def sizes():
        return [
            window.page.header.name.font().pointSizeF(),
            window.library.search.font().pointSizeF(),
            table.rowHeight(0),
            table.columnWidth(1),
            button.iconSize().height(),
            table.iconSize().height(),
        ]

    before = sizes()
    change(window, "scale", 200)
    assert sizes() == pytest.approx([2 * size for size in before], rel=0.02)
    change(window, "scale", 100)
    assert sizes() == pytest.approx(before, rel=0.02)


def test_keys_change_the_size_within_its_bounds(window, dressed):
    for _ in range(15):
        window.actions_by_id["larger"].trigger()
    assert window.preferences.settings().scale == 200
    scale_by(window, -500)
    assert window.preferences.settings().scale == 100
    window.actions_by_id["larger"].trigger()
    window.actions_by_id["normal_size"].trigger()
    assert window.preferences.settings().scale == 100


def test_all_type_comes_from_one_scale(window, snapshot, dressed):
    window.show_snapshot(snapshot)
    dress(dressed, "light", scale=1.5)
    allowed = {round(font_of(step).pointSizeF(), 1) for step in Type}
    for name in views(window):
        show(window, name)
        speaking = seen([*interactive(window), *window.findChildren(QLabel)])
        odd = [w for w in speaking if round(w.font().pointSizeF(), 1) not in allowed]
        assert [describe(w) for w in odd] == [], name


def test_nothing_is_cut_with_text_twice_as_large(window, snapshot, dressed, qtbot):
    change(window, "scale", 200)
    window.resize(1360, 860)
    window.show_snapshot(snapshot)
    for name in views(window):
        show(window, name)
        assert cut(window) == [], name
        assert window.size().toTuple() == (1360, 860), name
    assert window.page.header.minimumSizeHint().width() <= 1360


@pytest.mark.parametrize("name", DIALOGS)
def test_no_dialog_cuts_words_with_text_twice_as_large(window, snapshot, dressed, qtbot, name):
    change(window, "scale", 200)
    window.show_snapshot(snapshot)
    window.runner.workspace = object()
    dialog = DIALOGS[name](window)
    window.runner.workspace = None
    qtbot.wait(1)
    assert cut(dialog) == []
    assert dialog.width() <= 1360
    assert dialog.height() <= (860 if name != "tour" else 400)


def test_a_label_of_several_lines_is_as_high_as_its_words_whenever_they_came(qtbot):
    holder, words = QWidget(), label("A sentence of some length. " * 20, wrap=True)
    layout = QVBoxLayout(holder)
    layout.addWidget(words)
    layout.addStretch(1)
    qtbot.addWidget(holder)
    holder.resize(300, 900)

    def fits():
        return words.height() == words.heightForWidth(words.width())

    holder.show()
    qtbot.waitUntil(fits)
    high = words.height()
    holder.hide()
    words.setText("Short.")  # while nobody sees it
    holder.show()
    qtbot.waitUntil(fits)
    assert words.height() < high / 4
    words.setText("A sentence of some length. " * 20)
    qtbot.waitUntil(fits)


def test_the_walk_sees_words_that_are_cut(qtbot):
    root = QWidget()
    qtbot.addWidget(root)
    short, broken = label("A sentence of some length"), QLabel("A sentence " * 20)
    broken.setWordWrap(True)
    button = QPushButton("Words on a button")
    for widget, size in ((short, (40, 30)), (broken, (100, 20)), (button, (30, 30))):
        widget.setParent(root)
        widget.setFixedSize(*size)
    root.show()
    assert len(cut(root)) == 3


def test_every_view_and_dialog_names_what_can_be_used(window, snapshot):
    window.show_snapshot(snapshot)
    for name in views(window):
        show(window, name)
        assert unnamed(window) == [], name
    window.runner.workspace = object()
    for name, ask in DIALOGS.items():
        dialog = ask(window)
        assert unnamed(dialog) == [], name
        assert name == "tour" or dialog.windowTitle()
        dialog.close()
    window.runner.workspace = None


def test_what_can_be_hit_is_24_pixels_high(window, snapshot):
    window.show_snapshot(snapshot)
    for name in views(window):
        show(window, name)
        assert too_small(window) == [], name
    for ask in (ask_preferences, show_about, show_log, begin_tour):
        dialog = ask(window)
        QApplication.processEvents()
        assert too_small(dialog) == []
        dialog.close()


@pytest.mark.parametrize("scheme", ["light", "contrast-dark"])
def test_the_focus_can_be_seen_wherever_it_is(window, snapshot, dressed, qtbot, scheme):
    window.show_snapshot(snapshot)
    window.choose_scheme(scheme)
    window.activateWindow()
    checked = 0
    for name in views(window):
        show(window, name)
        for widget in seen(interactive(window)):
            if (
                not widget.isEnabled()
                or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
                or is_qt_s_own(widget)
            ):
                continue
            widget.setFocus()
            qtbot.waitUntil(widget.hasFocus)
            with_focus = widget.grab().toImage()
            window.setFocus()
            without = widget.grab().toImage()
            assert changed(with_focus, without) >= min(widget.width(), 24), f"{name}: {describe(widget)}"
            checked += 1
    assert checked >= 15


def changed(a, b):
    """Return how many pixels along a widget's edges differ clearly between two pictures of it."""
    rim = [(x, y) for x in range(min(a.width(), 100)) for y in (0, 1, a.height() - 2, a.height() - 1)]
    pairs = ((a.pixelColor(x, y).lightness(), b.pixelColor(x, y).lightness()) for x, y in rim)
    return sum(abs(one - other) >= 40 for one, other in pairs)


def test_tooltips_name_the_keys(window):
    for name, action in window.actions_by_id.items():
        keys = action.shortcut().toString()
        if keys:
            assert f"({keys}" in action.toolTip(), name


def test_an_icon_beside_a_word_grows_with_it(qtbot, qapp, dressed):
    mark = IconLabel("high", "high", "High")
    holder = QWidget()
    QVBoxLayout(holder).addWidget(mark)
    qtbot.addWidget(holder)
    holder.show()
    dress(qapp, "light", scale=2.0)
    assert mark._icon.pixmap().deviceIndependentSize().height() == scaled(16) == 32


def test_every_tone_is_a_colour_and_every_theme_has_all():
    fields = [set(asdict(colours)) for colours in SCHEMES.values()]
    assert all(names == fields[0] for names in fields)
    for colours in SCHEMES.values():
        plain = {k: v for k, v in asdict(colours).items() if k not in ("chevron", "tick")}
        assert all(re.fullmatch(r"#[0-9a-f]{6}", tone) for tone in plain.values())


def test_a_qt_warning_fails_a_test(tmp_path):
    test = tmp_path / "test_warning.py"
    test.write_text(
        "from PySide6.QtCore import qWarning\n\n\ndef test_it(qapp):\n    qWarning('something is wrong')\n",
        encoding="utf-8",
    )
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-c",
        str(ROOT / "pyproject.toml"),
        "-p",
        "no:cacheprovider",
        str(test),
    ]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 1
    assert "something is wrong" in done.stdout


def test_the_field_and_the_list_named_here_are_walked(window, snapshot):
    window.show_snapshot(snapshot)
    window.show_view("search")
    kinds = [type(widget) for widget in interactive(window.page.search)]
    assert QLineEdit in kinds
    assert any(issubclass(kind, QAbstractItemView) for kind in kinds)
