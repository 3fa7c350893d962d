"""Joins the search to the window: asked on the worker, answered in its view, opened in the reader."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from policycheck_ui.operations import Operation

if TYPE_CHECKING:
    from policycheck.domain.results import SearchHit
    from policycheck.workspace import Workspace
    from policycheck_ui.main_window import MainWindow


def search_handlers(window: "MainWindow") -> dict[str, Callable[[], object]]:
    """Return what the action of the search does."""
    return {"search": lambda: go_to_search(window)}


def join_search(window: "MainWindow") -> None:
    """Have the search view ask the worker and open what it found."""
    view = window.page.search
    view.search_wanted.connect(lambda text: search(window, text))
    view.open_clause.connect(lambda document, clause: open_clause(window, document, clause))


def go_to_search(window: "MainWindow") -> None:
    """Show the search with the field ready to be typed over."""
    window.show_view("search")
    window.page.search.search.setFocus()
    window.page.search.search.selectAll()


def search(window: "MainWindow", text: str) -> None:
    """Search on the worker and show what was found."""
    workspace, view = window.runner.workspace, window.page.search
    if workspace is None:
        return
    k = window.preferences.settings().search_results
    window.runner.run(
        find_clauses(workspace, text, k=k),
        lambda found: view.show_hits(text, found),
        otherwise=lambda: view.show_hits(text, []),
    )


def find_clauses(workspace: "Workspace", text: str, *, k: int) -> "Operation[list[SearchHit]]":
    """Find the clauses that come nearest to a text in words and meaning."""
    return Operation(
        title="Searching",
        work=lambda progress: workspace.search(text, k=k, progress=progress),
        refreshes=False,
    )


def open_clause(window: "MainWindow", document: str, clause: str) -> None:
    """Show a clause in its document."""
    window.show_view("reader")
    window.page.reader.go_to(document, clause)
