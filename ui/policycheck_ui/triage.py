"""Joins the list of findings to its keys, its saved views and the window's actions."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from policycheck.domain.findings import FindingKind, Sensitivity
from policycheck_ui import operations
from policycheck_ui.actions import Need
from policycheck_ui.list_keys import ListKeys
from policycheck_ui.saved_views import SavedViews
from policycheck_ui.widgets.keys_dialog import KeysDialog

if TYPE_CHECKING:
    from policycheck_ui.main_window import MainWindow


def triage_handlers(window: "MainWindow") -> dict[str, Callable[[], object]]:
    """Return what the actions of the list do; the views they speak of are made later."""
    return {
        "next_finding": lambda: window.deciding.view().step(1),
        "previous_finding": lambda: window.deciding.view().step(-1),
        "assign": lambda: window.deciding.ask_assignment(),  # noqa: PLW0108 - it is made later
        "list_keys": lambda: ask_keys(window),
    }


def join_triage(window: "MainWindow") -> None:
    """Give the list the keys and views that the user has chosen."""
    window.findings.use_views(SavedViews(window.preferences))
    window.list_keys = ListKeys(window.preferences, window.actions_by_id)
    window.findings.progress.sensitivity_chosen.connect(lambda value: set_sensitivity(window, value))
    for bar in window.page.decision_bars:
        bar.decider.setText(window.preferences.decider)
        bar.decider_changed.connect(lambda name: _keep_decider(window, name))


def _keep_decider(window: "MainWindow", name: str) -> None:
    window.preferences.decider = name
    for bar in window.page.decision_bars:
        bar.decider.setText(name)


def set_sensitivity(window: "MainWindow", sensitivity: Sensitivity) -> None:
    """Show more findings or fewer."""
    workspace = window.runner.workspace
    if workspace is not None and not window.runner.is_busy:
        window.runner.run(operations.set_sensitivity(workspace, sensitivity))


def deciding_needs(window: "MainWindow", is_open: bool) -> dict[Need, bool]:
    """Say which of the needs that speak of findings are met by what is selected."""
    view = window.deciding.view()
    can_see = is_open and view.isVisible()  # nobody decides on what is not on the screen
    kinds = {finding.kind for finding in view.all_selected()} if can_see else set()
    return {
        Need.FINDING: bool(kinds),
        Need.GAP: kinds == {FindingKind.GAP},
        Need.CONTRADICTION: kinds == {FindingKind.CONFLICT},
    }


def ask_keys(window: "MainWindow") -> KeysDialog:
    """Show the keys of the list; returns the dialog, open."""
    dialog = KeysDialog(window.list_keys, window)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
