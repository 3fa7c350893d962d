"""Shown while a workspace is empty: three steps, one action each."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from policycheck_ui.theme.typography import Type
from policycheck_ui.widgets.labels import IconLabel, label

_STEPS = (
    ("roles", "Say who you are", "So that only the duties of your organisation count."),
    (
        "add_folder",
        "Add the law and your policies",
        "Choose a folder, or drop files and folders anywhere in this window. Kinds are guessed and can be changed.",
    ),
    ("check", "Check", "Every policy against every source, and the policies against each other."),
)
_THEN = "Then go through the findings: each shows its evidence and its reason, and you decide."
_LETTERS = 120
_DONE = ("resolved", "good", "Done")


class FirstSteps(QScrollArea):
    """What to do first; a step that is done says so."""

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self.setAccessibleName("First steps")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        card = QFrame()
        card.setObjectName("card")
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(18)
        grid.setColumnStretch(1, 1)
        self.done = {name: IconLabel(*_DONE) for name, _, _ in _STEPS}
        for number, (name, title, explained) in enumerate(_STEPS):
            texts = QVBoxLayout()
            texts.setSpacing(2)
            texts.addWidget(label(title, Type.STRONG, wrap=True))
            texts.addWidget(label(explained, muted=True, wrap=True))
            grid.addWidget(label(str(number + 1), Type.TITLE, muted=True), number, 0)
            grid.addLayout(texts, number, 1)
            grid.addWidget(self.done[name], number, 2)
            button = _button(actions[name])
            button.setProperty("primary", name == "check")  # as in the head, whose icon it has
            grid.addWidget(button, number, 3)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(18)
        layout.addWidget(label("Three steps", Type.HEADING))
        layout.addLayout(grid)
        layout.addWidget(label(_THEN, muted=True, wrap=True))
        layout.addStretch(1)
        card.setMaximumWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
        self.setWidget(card)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.show_done(set())

    def show_done(self, done: set[str]) -> None:
        """Mark the steps that are done, by the names of their actions."""
        for name, mark in self.done.items():
            mark.setVisible(name in done)


def _button(action: QAction) -> QWidget:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
