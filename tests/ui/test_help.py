import logging
import re
import tomllib
from pathlib import Path

import pytest
from policycheck_ui import versions
from policycheck_ui.errors import describe
from policycheck_ui.helping import begin_tour, offer_tour, save_log, show_about, show_log
from policycheck_ui.logbook import NAME, empty_log, keep_log, read_log, stop_log
from policycheck_ui.operations import refresh
from policycheck_ui.theme.appearance import dress
from policycheck_ui.widgets.tour_panel import TourPanel
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def log_folder(tmp_path):
    yield tmp_path / "log"
    stop_log()


def plain(name):
    return re.sub(r"[-_.]+", "-", name).casefold()


def test_versions_and_licences_of_every_package_the_program_needs():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {plain(re.match(r"[\w.-]+", line)[0]) for line in project["dependencies"]}
    found = versions.packages()
    assert {plain(row.name) for row in found} == wanted
    for row in found:
        assert re.match(r"\d", row.version), row
        assert row.licence not in ("", "not said", "not known"), row
    assert versions.own().licence == "MIT"


def test_about_can_be_copied(window, qtmodeltester):
    dialog = show_about(window)
    qtmodeltester.check(dialog.model)
    assert "torch" in dialog.as_text()
    assert "Python 3" in dialog.as_text()


def test_the_log_keeps_where_it_broke_but_no_word_of_a_document(log_folder):
    path = keep_log(log_folder, "problems")
    try:
        raise ValueError("The child was visited on 3 May.")
    except ValueError as error:
        shown = describe(error)
    text = path.read_text(encoding="utf-8")
    assert "The child was visited" in shown.text  # on screen, where it belongs
    assert "ValueError" in text
    assert "test_help.py" in text
    assert "child" not in text


def test_the_log_turns_over_and_is_read_in_order(log_folder):
    path = keep_log(log_folder, "problems")
    log = logging.getLogger("policycheck_ui.test")
    for number in range(30_000):
        log.warning("line %06d of a log that is long", number)
    stop_log()
    assert sum(file.stat().st_size for file in log_folder.iterdir()) < 2_000_000
    numbers = [int(found) for found in re.findall(r"line (\d{6})", read_log(log_folder))]
    assert numbers == sorted(numbers)
    assert numbers[-1] == 29_999
    empty_log(log_folder)
    assert path.read_text(encoding="utf-8") == read_log(log_folder) == ""


def test_the_log_does_not_tell_the_users_name_by_their_folder(log_folder, monkeypatch, tmp_path):
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "ann")
    log_folder.mkdir()
    (log_folder / NAME).write_text(
        f"{tmp_path / 'ann'}/policies/visits.pdf: cannot be read\n", encoding="utf-8"
    )
    assert read_log(log_folder) == "~/policies/visits.pdf: cannot be read\n"


def test_only_what_is_left_of_the_log_is_copied_and_saved(window, tmp_path):
    folder = window.preferences.log_folder()
    folder.mkdir(parents=True)
    (folder / NAME).write_text("a secret name\nthe rest\n", encoding="utf-8")
    dialog = show_log(window)
    assert "policycheck 0" in dialog.text.toPlainText()
    dialog.text.setPlainText(dialog.text.toPlainText().replace("a secret name\n", ""))
    dialog.copy()
    assert "secret" not in QGuiApplication.clipboard().text()
    out = tmp_path / "sent.txt"
    dialog.save_wanted.emit(out, dialog.text.toPlainText())
    assert "the rest" in out.read_text(encoding="utf-8")
    assert "secret" not in out.read_text(encoding="utf-8")
    assert "secret" in (folder / NAME).read_text(encoding="utf-8")
    dialog.empty()
    assert read_log(folder) == ""


def test_a_log_that_cannot_be_saved_is_said(window, tmp_path):
    save_log(window, tmp_path / "no" / "such" / "folder.txt", "words")
    assert "folder.txt" in window.frame.notices.text.text()


@pytest.mark.parametrize("with_workspace", [False, True])
def test_the_tour_points_at_things_that_can_be_seen_and_ends_by_itself(window, snapshot, with_workspace):
    if with_workspace:
        window.show_snapshot(snapshot)
    panel = begin_tour(window)
    titles = []
    while panel.isVisible():
        titles.append(panel.step().title)
        inside = window.rect()
        assert inside.contains(panel.geometry())
        assert inside.contains(panel.ring.geometry().center())
        assert not panel.geometry().intersects(panel.ring.geometry().adjusted(8, 8, -8, -8))
        panel.next_button.click()
    assert len(titles) == len(set(titles)) == (7 if with_workspace else 2)
    assert (
        window.preferences.settings().show_tour is not with_workspace
    )  # the first page alone is not all of it


def test_the_tour_offers_itself_until_it_was_seen_or_skipped(window, workspace, settle, qtbot):
    offer_tour(window)
    qtbot.waitUntil(lambda: any(panel.isVisible() for panel in window.findChildren(TourPanel)))
    first = next(panel for panel in window.findChildren(TourPanel) if panel.isVisible())
    assert first.step().title == "Begin with the sample"
    first.next_button.click()
    first.next_button.click()
    window.show_workspace(workspace)
    window.runner.run(refresh())
    settle(window)
    second = next(panel for panel in window.findChildren(TourPanel) if panel.isVisible())
    assert second.step().title == "Put documents in"
    second.skip_button.click()
    window.runner.run(refresh())
    settle(window)
    assert not any(panel.isVisible() for panel in window.findChildren(TourPanel))


def test_escape_skips_the_tour_and_the_focus_goes_back(window, snapshot, qtbot):
    window.show_snapshot(snapshot)
    window.show_view("findings")
    window.activateWindow()
    qtbot.waitUntil(window.findings.table.hasFocus)
    panel = begin_tour(window)
    qtbot.waitUntil(panel.next_button.hasFocus)
    qtbot.keyClick(panel.next_button, Qt.Key.Key_Right)  # no key but Escape ends it
    qtbot.keyClick(panel.next_button, Qt.Key.Key_Escape)
    assert window.findings.table.hasFocus()
    assert window.preferences.settings().show_tour is False
    assert not panel.isVisible()


def test_the_window_can_be_used_during_the_tour_and_a_second_tour_takes_its_place(window, snapshot, qtbot):
    window.show_snapshot(snapshot)
    begin_tour(window)
    window.show_view("coverage")
    window.resize(900, 700)
    begin_tour(window)
    qtbot.waitUntil(lambda: len(window.findChildren(TourPanel)) == 1)


def test_the_tour_follows_what_it_points_at(window, snapshot, qtbot):
    panel = begin_tour(window)
    window.show_snapshot(snapshot)  # what it points at is gone
    qtbot.waitUntil(lambda: not panel.ring.isVisible())
    panel.end()
    panel = begin_tour(window)
    window.page.header.stale.say("warning", "medium", "Some words")
    window.page.header.name.setText("A long name that takes the room of others " * 4)
    qtbot.waitUntil(lambda: panel.ring.geometry().contains(panel.step().find(window)))
    assert panel.height() < 250
    panel.end()


def test_the_tour_fits_with_text_twice_as_large(window, snapshot, qapp):
    window.show_snapshot(snapshot)
    dress(qapp, "light", scale=2.0)
    panel = begin_tour(window)
    assert window.rect().contains(panel.geometry())
    panel.end()
    dress(qapp, "light")
