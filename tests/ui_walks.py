"""Walks over widgets: what has no name, what is too small to hit, what is cut."""

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTabBar,
    QTextEdit,
)
QT_S_OWN = {"QHeaderView", "QTableCornerButton", "QComboBoxListView", "QComboBoxPrivateContainer"}
TARGET = 24  # pixels: WCAG 2.5.8


def is_qt_s_own(widget):
    kind = widget.metaObject().className()
    return (
        widget.objectName().startswith("qt_")
        or kind in QT_S_OWN
        or "Menu" in kind
        or isinstance(widget.parent(), (QLineEdit, QAbstractSpinBox, QTabBar))
    )


def interactive(root):
    """Return what a person can act on below a widget, without the parts that Qt makes for itself."""
    return [w for w in root.findChildren(QWidget) if isinstance(w, INTERACTIVE) and not is_qt_s_own(w)]


def unnamed(root):
    """Return the interactive widgets that a screen reader could not name."""
    labelled = {label.buddy() for label in root.findChildren(QLabel)}
    return [
        widget
        for widget in interactive(root)
        if widget not in labelled and not widget.accessibleName() and not getattr(widget, "text", str)()
    ]


def seen(widgets):
    return [widget for widget in widgets if widget.isVisible()]


def too_small(root):
    """Return what can be clicked and is less than 24 pixels high or wide."""
    small = [
        (describe(w), w.width(), w.height())
        for w in seen(interactive(root))
        if not isinstance(w, (QTextEdit, QProgressBar)) and min(w.width(), w.height()) < TARGET
    ]
    rows = [w for w in seen(interactive(root)) if isinstance(w, QAbstractItemView) and w.model().rowCount()]
    return small + [
        (describe(w), "row", w.visualRect(w.model().index(0, 0)).height())
        for w in rows
        if 0 < w.visualRect(w.model().index(0, 0)).height() < TARGET
    ]


def cut(root):
    """Return the words that do not fit in the widget that shows them."""
    found = []
    for widget in seen(root.findChildren(QWidget)):
        if isinstance(widget, QLabel) and widget.text():
            if widget.wordWrap():
                is_cut = widget.heightForWidth(widget.width()) > widget.height() + 1
            else:
                is_cut = widget.minimumSizeHint().width() > widget.width()
            is_cut = is_cut or widget.fontMetrics().height() > widget.height() + 1
        elif isinstance(widget, (QAbstractButton, QComboBox)) and not is_qt_s_own(widget):
            hint = widget.minimumSizeHint() if not isinstance(widget, QToolButton) else widget.sizeHint()
            is_cut = hint.width() > widget.width() or hint.height() > widget.height()
        elif isinstance(widget, QLineEdit) and not is_qt_s_own(widget):
            is_cut = widget.fontMetrics().height() > widget.contentsRect().height()
        else:
            continue
        if is_cut:
            found.append((describe(widget), widget.size().toTuple()))
    return found


def describe(widget):
    return f"{widget.metaObject().className()} {widget.accessibleName() or getattr(widget, 'text', str)()!r}"
