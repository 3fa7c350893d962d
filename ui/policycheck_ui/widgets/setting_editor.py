"""The control that asks for a setting, chosen by the setting's kind."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QWidget

from policycheck.settings import Setting, SettingKind, Value
from policycheck_ui.theme.typography import scaled
from policycheck_ui.widgets.choice import Choice

_LONGEST_TEXT = 80
Changed = Callable[[Value], object]


def setting_editor(setting: Setting, value: Value, changed: Changed) -> QWidget:
    """Return a named control that shows a value and calls `changed` with every other one."""
    made = _MAKERS[setting.kind](setting, value, changed)
    made.setAccessibleName(setting.label)
    made.setAccessibleDescription(setting.help)
    made.setToolTip("")
    return made


def _switch(setting: Setting, value: Value, changed: Changed) -> QWidget:
    box = QCheckBox(setting.label)
    box.setChecked(bool(value))
    box.toggled.connect(changed)
    return box


def _number(setting: Setting, value: Value, changed: Changed) -> QWidget:
    box = QSpinBox()
    box.setRange(setting.low, setting.high)
    box.setSingleStep(setting.step)
    box.setSuffix(setting.unit)
    box.lineEdit().setTextMargins(
        scaled(6), 0, 0, 0
    )  # a style sheet cannot say it for the field in a spin box
    box.setValue(int(value))
    box.setKeyboardTracking(False)  # "150" must not pass through "1" and "15"
    box.valueChanged.connect(changed)
    return box


def _choice(setting: Setting, value: Value, changed: Changed) -> QWidget:
    box = Choice(setting.label, {word: kept for kept, word in setting.choices.items()})
    box.choose(str(value))
    box.chosen.connect(changed)
    return box


def _text(setting: Setting, value: Value, changed: Changed) -> QWidget:
    field = QLineEdit(str(value))
    field.setMaxLength(setting.high or _LONGEST_TEXT)
    field.editingFinished.connect(lambda: changed(field.text().strip()))
    return field


_MAKERS: dict[SettingKind, Callable[[Setting, Value, Changed], QWidget]] = {
    SettingKind.SWITCH: _switch,
    SettingKind.NUMBER: _number,
    SettingKind.CHOICE: _choice,
    SettingKind.TEXT: _text,
}
