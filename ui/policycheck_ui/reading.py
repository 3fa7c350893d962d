"""Joins the reader to the window: its actions, and the ways into it from the other views."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from policycheck_ui.errors import Level, Notice

if TYPE_CHECKING:
    from policycheck_ui.main_window import MainWindow


def reading_handlers(window: "MainWindow") -> dict[str, Callable[[], object]]:
    """Return what the actions of the reader do; the views they speak of are made later."""
    return {
        "reader": lambda: window.show_view("reader"),
        "contradictions": lambda: window.show_view("contradictions"),
        "read_finding": lambda: read_finding(window),
        "copy_citation": lambda: copy_citation(window),
    }


def join_reader(window: "MainWindow") -> None:
    """Open the reader where a finding is opened: by Enter, by a double click, or by its button."""
    for view in (window.findings, window.page.contradictions):
        view.table.activated.connect(lambda _: read_finding(window))


def read_finding(window: "MainWindow") -> None:
    """Show the selected finding's clauses in their documents."""
    finding = window.deciding.view().selected()
    if finding is not None:
        window.show_view("reader")
        window.page.reader.go_to_finding(finding)


def copy_citation(window: "MainWindow") -> str:
    """Copy the clause in view with its citation: the reader's own, else the selected finding's."""
    if window.page.tabs.currentWidget() is not window.page.reader:
        finding = window.deciding.view().selected()
        text = window.page.reader.copy_quotation(finding.a) if finding is not None else ""
    else:
        text = window.page.reader.copy_with_citation()
    if text:
        window.show_notice(Notice(level=Level.INFO, text=f"Copied: {text}"))
    return text
