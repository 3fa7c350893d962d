import logging

import pytest
from policycheck_ui.desktop import last_workspace
from policycheck_ui.logbook import keep_log, stop_log
from policycheck_ui.preferences import Preferences
from policycheck_ui.preferring import ask_preferences, change
from policycheck_ui.theme.appearance import dress
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QMessageBox, QSpinBox

from policycheck.settings import SETTINGS, SettingKind, UserSettings

KINDS = {
    SettingKind.SWITCH: QCheckBox,
    SettingKind.NUMBER: QSpinBox,
    SettingKind.CHOICE: QComboBox,
    SettingKind.TEXT: QLineEdit,
}


@pytest.fixture
def dialog(window, qapp):
    yield ask_preferences(window)
    dress(qapp, "light")
    stop_log()


def editor(dialog, name):
    setting = next(setting for setting in SETTINGS if setting.name == name)
    return dialog.rows[name].findChild(KINDS[setting.kind])


def test_every_setting_has_a_row_with_its_words_and_its_value(dialog):
    assert list(dialog.rows) == [setting.name for setting in SETTINGS]
    for setting in SETTINGS:
        made = editor(dialog, setting.name)
        assert made.accessibleName() == setting.label
        assert made.accessibleDescription() == setting.help


def test_searching_leaves_the_settings_with_the_words_and_their_headings(dialog):
    dialog.search.setText("contrast theme")
    assert [name for name, row in dialog.rows.items() if row.isVisibleTo(dialog)] == ["scheme"]
    assert [g for g, heading in dialog.headings.items() if heading.isVisibleTo(dialog)] == ["Looks"]
    dialog.search.setText("zebra")
    assert dialog.nothing.isVisibleTo(dialog)
    dialog.search.clear()
    assert all(row.isVisibleTo(dialog) for row in dialog.rows.values())


def test_what_is_set_is_in_force_and_kept_at_once(dialog, window, qtbot):
    editor(dialog, "scheme").setCurrentText("Dark")
    editor(dialog, "scale").setValue(120)
    editor(dialog, "single_keys").setChecked(False)
    name = editor(dialog, "decider")
    name.clear()
    qtbot.keyClicks(name, "Ann Other")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert dialog.isVisible()  # Enter in a field closes nothing
    assert window.palette().window().color().lightness() < 100
    assert window.font().pointSizeF() == pytest.approx(12)
    assert window.page.decision_bar.decider.text() == "Ann Other"
    assert window.actions_by_id["accept"].shortcut().isEmpty()
    kept = window.preferences.settings()
    assert (kept.scheme, kept.scale, kept.single_keys, kept.decider) == ("dark", 120, False, "Ann Other")


def test_defaults_come_back_but_the_name_stays(dialog, window):
    change(window, "scale", 150)
    change(window, "single_keys", False)
    dialog.restore_button.click()
    assert window.preferences.settings() == UserSettings(decider="Ann")
    assert editor(dialog, "scale").value() == 100
    assert editor(dialog, "single_keys").isChecked()
    assert not window.actions_by_id["accept"].shortcut().isEmpty()


def test_settings_last_from_one_run_to_the_next(tmp_path):
    path = str(tmp_path / "preferences.ini")
    first = Preferences(QSettings(path, QSettings.Format.IniFormat))
    first.set("single_keys", False)
    first.set("scale", 130)
    first.set("scheme", "contrast-dark")
    del first
    again = Preferences(QSettings(path, QSettings.Format.IniFormat))
    assert (again.settings().single_keys, again.scale, again.scheme) == (False, 1.3, "contrast-dark")


def test_a_damaged_file_of_preferences_is_no_obstacle(tmp_path):
    path = tmp_path / "preferences.ini"
    path.write_text("[General]\nscale=huge\nscheme=\nsingle_keys=@Invalid()\n", encoding="utf-8")
    assert Preferences(QSettings(str(path), QSettings.Format.IniFormat)).settings() == UserSettings()


def test_a_document_is_removed_only_when_the_answer_is_yes(window, workspace, settle):
    window.show_workspace(workspace)
    window.library.table.selectRow(0)
    for words, left in (("Cancel", 2), ("Remove", 1)):
        window.actions_by_id["remove"].trigger()
        box = next(found for found in window.findChildren(QMessageBox) if found.isVisible())
        next(b for b in box.buttons() if b.text().replace("&", "") == words).click()
        settle(window)
        assert len(workspace.documents()) == left


def test_the_last_workspace_opens_only_where_that_is_set(preferences, tmp_path):
    path = tmp_path / "one.policycheck"
    path.touch()
    preferences.remember(path)
    assert last_workspace(preferences) is None
    preferences.set("reopen_last", True)
    assert last_workspace(preferences) == path.resolve()


def test_how_much_goes_into_the_log_can_be_set(tmp_path):
    log = logging.getLogger("policycheck_ui.test")
    for detail, kept in (("problems", False), ("steps", True)):
        path = keep_log(tmp_path / detail, detail)
        log.info("Started: Checking")
        log.warning("A problem")
        text = path.read_text(encoding="utf-8")
        assert ("Started: Checking" in text) is kept
        assert "A problem" in text
    stop_log()
