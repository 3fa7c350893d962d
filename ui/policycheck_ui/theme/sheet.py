"""The few rules that Fusion and a palette cannot say; all colours come from the theme."""

import re
from dataclasses import asdict
from pathlib import Path
from string import Template

from policycheck_ui.theme.tones import Tones

_RULES = Template("""
QAbstractButton, QAbstractItemView, QTabBar { qproperty-iconSize: 16px 16px; }
QToolTip { color: $text; background: $surface; border: 1px solid $edge; padding: 4px; }
QTableView, QListView, QTreeView { border: 2px solid $line; gridline-color: transparent; outline: none; }
QTableView:focus, QListView:focus, QTreeView:focus, QTextBrowser:focus { border: 2px solid $link; }
QTableView::item { padding: 0 8px; border: none; }
QTreeView::item { padding: 0 8px; border: none; min-height: 32px; }
QTreeView::item:selected, QTreeView::branch:selected { background: $accent; color: $accent_text; }
QHeaderView { background: $window; border: none; }
QHeaderView::section {
    background: $window; color: $muted; border: none; border-bottom: 1px solid $line;
    padding: 7px 8px 7px 11px; font-weight: 600;
}
QFrame#card { background: $surface; border: 1px solid $line; border-radius: 6px; }
QFrame#callout { background: $surface; border: 2px solid $link; border-radius: 8px; }
QFrame#card QTextBrowser { background: $surface; border: 2px solid transparent; }
QFrame#card QTextBrowser:focus { border: 2px solid $link; }
QFrame#header { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame#notice {
    background: $surface; border: none; border-bottom: 1px solid $edge; border-left: 6px solid $low;
}
QFrame#notice[level="error"] { border-left-color: $high; }
QFrame#notice[level="warning"] { border-left-color: $medium; }
QFrame#notice[level="info"] { border-left-color: $good; }
QLineEdit, QComboBox, QDateEdit, QPlainTextEdit {
    background: $surface; border: 1px solid $edge; border-radius: 4px; padding: 5px 8px; color: $text;
    selection-background-color: $accent; selection-color: $accent_text;
}
QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QPlainTextEdit:focus { border: 2px solid $link; padding: 4px 7px; }
QLineEdit:disabled, QComboBox:disabled, QDateEdit:disabled { border-color: $line; color: $off; }
QLineEdit { placeholder-text-color: $muted; }
QComboBox { padding-right: 4px; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 22px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$images/$chevron"); width: 16px; height: 16px; }
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator {
    width: 16px; height: 16px; border: 1px solid $edge; background: $surface; border-radius: 3px;
}
QRadioButton::indicator { border-radius: 9px; }
QListView::indicator:checked, QCheckBox::indicator:checked {
    background: $accent; border-color: $accent; image: url("$images/$tick");
}
QRadioButton::indicator:checked { border: 5px solid $accent; width: 8px; height: 8px; }
QRadioButton { border: 2px solid transparent; border-radius: 4px; padding: 2px; }
QRadioButton:focus { border-color: $link; }
QCheckBox { border: 2px solid transparent; border-radius: 4px; padding: 2px; min-height: 20px; }
QCheckBox:focus { border-color: $link; }
QScrollArea { border: 2px solid transparent; }
QScrollArea:focus { border-color: $link; }
QListView::item { padding: 5px 6px; }
QTableView QComboBox { border-radius: 0; padding: 0 6px; }
QLabel#muted { color: $muted; }
QPushButton, QToolButton {
    background: $button; border: 1px solid $edge; border-radius: 4px; padding: 6px 12px; color: $text;
}
QPushButton:hover, QToolButton:hover { border-color: $link; }
QPushButton:pressed, QToolButton:pressed { background: $line; }
QToolButton:checked { background: $who; border-color: $link; }
QPushButton:disabled, QToolButton:disabled { color: $off; border-color: $line; background: $window; }
QPushButton:focus, QToolButton:focus { border: 2px solid $link; padding: 5px 11px; }
QToolButton#chip {
    background: $surface; border: 1px solid $edge; border-radius: 12px; padding: 3px 10px; min-height: 18px;
}
QToolButton#chip:hover { border-color: $link; }
QToolButton#chip:focus { border: 2px solid $link; padding: 2px 9px; }
QToolButton[popupMode="2"] { padding-right: 26px; }
QToolButton[popupMode="2"]:focus { padding-right: 25px; }
QToolButton::menu-indicator { subcontrol-origin: padding; subcontrol-position: center right; right: 8px; }
QPushButton[primary="true"], QToolButton[primary="true"] {
    background: $accent; color: $accent_text; border-color: $accent; font-weight: 600;
}
QPushButton[primary="true"]:hover, QToolButton[primary="true"]:hover { border-color: $text; }
QPushButton[primary="true"]:focus, QToolButton[primary="true"]:focus { border: 2px solid $text; }
QPushButton[primary="true"]:disabled, QToolButton[primary="true"]:disabled {
    background: $window; color: $off; border-color: $line;
}
QToolButton[segment="first"], QToolButton[segment="next"] { border-radius: 0; }
QToolButton[segment="next"] { border-left: none; }
QToolButton[segment]:focus { border: 2px solid $link; padding: 5px 11px; }
QToolButton[segment]:checked { background: $accent; color: $accent_text; border-color: $accent; }
QToolButton[segment]:checked:focus { border: 2px solid $text; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { background: transparent; }
QTabBar::tab {
    background: transparent; color: $muted; padding: 9px 18px; border: 2px solid transparent;
    border-bottom: 3px solid transparent; font-weight: 600;
}
QTabBar::scroller { width: 56px; }
QTabBar QToolButton { padding: 0; border-radius: 0; }
QTabBar::tab:selected { color: $text; border-bottom: 3px solid $link; }
QTabBar::tab:focus { border: 2px solid $link; border-bottom: 3px solid $link; }
QProgressBar {
    border: 1px solid $edge; border-radius: 4px; background: $surface; min-height: 14px; max-height: 14px;
}
QProgressBar::chunk { background: $link; border-radius: 3px; }
QSpinBox {
    background: $surface; border: 1px solid $edge; border-radius: 4px; padding: 5px 8px; color: $text;
    selection-background-color: $accent; selection-color: $accent_text;
}
QSpinBox:focus { border: 2px solid $link; padding: 4px 7px; }
QSpinBox::up-button, QSpinBox::down-button { width: 24px; background: $button; border-left: 1px solid $line; }
QSpinBox::down-arrow { image: url("$images/$chevron"); width: 14px; height: 14px; }
QSpinBox::up-arrow { image: url("$images/$chevron_up"); width: 14px; height: 14px; }
QCheckBox { border: 2px solid transparent; border-radius: 4px; padding: 2px; spacing: 8px; min-height: 24px; }
QCheckBox:focus { border-color: $link; }
QScrollBar:vertical { background: transparent; width: 14px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 14px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 4px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $text; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: transparent; border: none; width: 0; height: 0;
}
QMenuBar { background: $window; color: $text; padding: 2px 8px; spacing: 2px; }
QMenuBar::item { padding: 6px 10px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $accent; color: $accent_text; }
QMenu { background: $surface; color: $text; border: 1px solid $edge; padding: 4px 0; }
QMenu::item { padding: 6px 28px 6px 32px; border: 1px solid transparent; }
QMenu::item:selected { background: $accent; color: $accent_text; }
QMenu::item:disabled { color: $off; background: transparent; }
QMenu::icon { padding-left: 10px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 0; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $line; }
""")


_LENGTH = re.compile(r"(\d+)px")
_HAIRLINE = 3  # pixels: borders stay as thin as they are


def style_sheet(colours: Tones, *, scale: float = 1.0) -> str:
    """Return the rules with the colours of one theme put in, and every length but borders at a scale."""
    images = (Path(__file__).parent / "images").as_posix()
    sheet = _RULES.substitute(
        asdict(colours), images=images, chevron_up=colours.chevron.replace("chevron", "chevron_up")
    )

    def grown(length: re.Match[str]) -> str:
        pixels = int(length[1])
        return f"{pixels if pixels <= _HAIRLINE else round(pixels * scale)}px"

    return _LENGTH.sub(grown, sheet)
