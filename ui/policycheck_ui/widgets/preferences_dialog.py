"""What a user may set, made from the list of settings: searched by any word, in force at once."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from policycheck.settings import SETTINGS, Setting, SettingKind, UserSettings, Value
from policycheck_ui.theme.typography import Type, scaled
from policycheck_ui.widgets.labels import label
from policycheck_ui.widgets.setting_editor import setting_editor


class PreferencesDialog(QDialog):
    """A row for each setting under the heading of its group; there is nothing to save or to lose."""

    changed = Signal(str, object)
    defaults_wanted = Signal()

    def __init__(
        self,
        settings: UserSettings,
        *,
        buttons: Mapping[str, QAction] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show the settings as they are; `buttons` maps a setting's name to an action shown beside it."""
        super().__init__(parent)
        self.setWindowTitle("Preferences")
        self.resize(scaled(640), min(scaled(680), 800))
        self._buttons = dict(buttons or {})
        self.search = QLineEdit()
        self.search.setPlaceholderText("Find a setting")
        self.search.setAccessibleName("Find a setting")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.nothing = label("No setting has these words.", muted=True)
        self.nothing.hide()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(10)
        for widget in (label("Preferences", Type.HEADING), self.search, self.nothing):
            layout.addWidget(widget)
        layout.addWidget(self.area, stretch=1)
        layout.addWidget(self._make_buttons())
        self.show_settings(settings)

    def show_settings(self, settings: UserSettings) -> None:
        """Show other values."""
        self.rows = {setting.name: self._row(setting, settings) for setting in SETTINGS}
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(2, 2, 12, 2)
        layout.setSpacing(14)
        self.headings: dict[str, QLabel] = {}
        for setting in SETTINGS:
            if setting.group not in self.headings:
                self.headings[setting.group] = label(setting.group, Type.STRONG)
                layout.addWidget(self.headings[setting.group])
            layout.addWidget(self.rows[setting.name])
        layout.addStretch(1)
        self.area.setWidget(page)
        self._narrow(self.search.text())

    def _row(self, setting: Setting, settings: UserSettings) -> QWidget:
        value: Value = getattr(settings, setting.name)
        editor = setting_editor(setting, value, lambda new: self.changed.emit(setting.name, new))
        row = QFrame()
        row.setObjectName("card")
        layout = QVBoxLayout(row)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(6)
        line = QHBoxLayout()
        line.setSpacing(12)
        if setting.kind is not SettingKind.SWITCH:  # a switch brings its own label
            caption = label(setting.label)
            caption.setBuddy(editor)
            line.addWidget(caption, stretch=1)
        line.addWidget(editor, stretch=1)
        if setting.name in self._buttons:
            line.addWidget(_button(self._buttons[setting.name]))
        layout.addLayout(line)
        layout.addWidget(label(setting.help, Type.CAPTION, muted=True, wrap=True))
        return row

    def _narrow(self, text: str) -> None:
        wanted = text.casefold().split()
        seen = [s for s in SETTINGS if all(word in _words_of(s) for word in wanted)]
        for setting in SETTINGS:
            self.rows[setting.name].setVisible(setting in seen)
        for group, heading in self.headings.items():
            heading.setVisible(any(setting.group == group for setting in seen))
        self.nothing.setVisible(not seen)

    def _make_buttons(self) -> QDialogButtonBox:
        kind = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kind.Close | kind.RestoreDefaults)
        buttons.rejected.connect(self.reject)
        self.restore_button = buttons.button(kind.RestoreDefaults)
        self.restore_button.setText("Restore defaults")
        self.restore_button.clicked.connect(self.defaults_wanted)
        for button in buttons.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in a field must not press one
        return buttons


def _button(action: QAction) -> QPushButton:
    button = QPushButton(action.text().replace("&", ""))
    button.setToolTip(action.toolTip())
    button.clicked.connect(lambda _checked=False: action.trigger())
    button.setAutoDefault(False)
    return button


def _words_of(setting: Setting) -> str:
    parts = (setting.group, setting.label, setting.help, *setting.choices.values())
    return " ".join(parts).casefold()
