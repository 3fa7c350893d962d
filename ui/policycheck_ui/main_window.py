"""The window: joins actions, views and the worker; every handler is one intent of the user."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QUndoStack
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QWidget

from policycheck.domain.documents import DocumentKind
from policycheck.domain.findings import Action
from policycheck_ui import choices, operations
from policycheck_ui.actions import ACTIONS, Need, build_actions, dress_actions
from policycheck_ui.deciding import Deciding
from policycheck_ui.errors import Notice
from policycheck_ui.exporting import Exporting
from policycheck_ui.helping import help_handlers
from policycheck_ui.importing import Importing
from policycheck_ui.menus import build_menus, fill_recent, theme_menu
from policycheck_ui.preferences import Preferences
from policycheck_ui.preferring import change, preference_handlers
from policycheck_ui.reading import join_reader, reading_handlers
from policycheck_ui.runner import Runner
from policycheck_ui.searching import join_search, search_handlers
from policycheck_ui.snapshot import Snapshot, read_snapshot
from policycheck_ui.starting import Starting
from policycheck_ui.triage import deciding_needs, join_triage, triage_handlers
from policycheck_ui.views.start_view import StartView
from policycheck_ui.views.workspace_page import WorkspacePage
from policycheck_ui.widgets.drop_hint import DropHint
from policycheck_ui.widgets.frame import Frame
from policycheck_ui.widgets.roles_dialog import RolesDialog
from policycheck_ui.widgets.scrolling import let_front_decide

if TYPE_CHECKING:
    from policycheck.workspace import ImportResult, Workspace
    from policycheck_ui.list_keys import ListKeys


class MainWindow(QMainWindow):
    """One window, one workspace at a time."""

    list_keys: "ListKeys"

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.preferences = preferences
        self.snapshot: Snapshot | None = None
        self._is_closing = False
        self.runner = Runner(self)
        self.undo_stack = QUndoStack(self)
        self.actions_by_id = build_actions(self, self._handlers())
        self.actions_by_id |= self._undo_actions()
        dress_actions(self.actions_by_id)
        self.addActions(list(self.actions_by_id.values()))
        self.start = StartView(self.actions_by_id)
        self.page = WorkspacePage(self.actions_by_id)
        self.library, self.findings = self.page.library, self.page.findings
        self.deciding = Deciding(
            self.runner, (self.findings, self.page.contradictions), self.undo_stack, self
        )
        self.pages = QStackedWidget()
        self.pages.addWidget(self.start)
        self.pages.addWidget(self.page)
        let_front_decide(self.pages)
        self.frame = Frame(self.pages)
        self.setCentralWidget(self.frame)
        self.importing = Importing(self, self.runner)
        self.starting = Starting(self, self.runner, preferences, self.importing)
        self.exporting = Exporting(self, self.runner, self.page)
        self._fill_menu_bar()
        join_triage(self)
        join_reader(self)
        join_search(self)
        self._connect()
        self.drop_hint = DropHint(self)
        self._take_drops_here()
        self.resize(1360, 860)
        self.restoreGeometry(preferences.geometry)
        self._show_start()

    # Workspaces

    def create_workspace(self, path: Path) -> None:
        """Make a workspace and show it."""
        self.runner.run(operations.create_workspace(path), self._adopt)

    def choose_workspace(self) -> None:
        path = choices.ask_workspace(self)
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Open a workspace and show it."""
        self.runner.run(operations.open_workspace(path), self._adopt)

    def try_sample(self) -> None:
        """Show the sample; reading and checking it costs nothing when it was done before."""
        path = self.preferences.sample_path()
        ready = operations.open_workspace(path) if path.exists() else operations.create_workspace(path)
        self.runner.run(ready, self._fill_with_samples)

    def show_workspace(self, workspace: "Workspace") -> None:
        """Show an open workspace at once, without the worker."""
        self._hold(workspace)
        self.show_snapshot(read_snapshot(workspace))

    def release(self) -> "Workspace | None":
        """Let go of the workspace without closing it, and return to the start page."""
        workspace, self.runner.workspace, self.snapshot = self.runner.workspace, None, None
        self.undo_stack.clear()
        self._show_start()
        return workspace

    def close_workspace(self) -> None:
        """Close the workspace and return to the start page."""
        workspace = self.release()
        if workspace is not None:
            workspace.close()

    def close_when_idle(self) -> None:
        """Close the workspace once everything asked of it before is done."""
        self.runner.run(operations.nothing(), lambda _: self.close_workspace())

    # Documents

    def add(self, paths: Sequence[Path], kind: DocumentKind | None) -> None:
        """Read documents into the workspace."""
        workspace = self.runner.workspace
        if workspace is not None:
            self.runner.run(operations.add_documents(workspace, paths, kind=kind), self._show_results)

    def remove_document(self) -> None:
        row, workspace = self.library.selected(), self.runner.workspace
        if row is not None and workspace is not None:
            self.runner.run(operations.remove_document(workspace, row.path, row.title))

    def set_kind(self, path: str, kind: DocumentKind) -> None:
        """Give a document another part to play."""
        workspace = self.runner.workspace
        if workspace is not None:
            self.runner.run(operations.set_kind(workspace, path, kind))

    def set_scope(self, source: str, policy: str, inside: bool | None) -> None:
        """Say whether a policy is meant to meet a source, or leave it to what is computed."""
        workspace, by = self.runner.workspace, self.preferences.decider
        if workspace is not None:
            self.runner.run(operations.set_scope(workspace, source, policy, inside, by=by))

    def ask_roles(self) -> RolesDialog | None:
        """Ask who we are, then keep the answer; returns the dialog, open."""
        workspace, snapshot = self.runner.workspace, self.snapshot
        if workspace is None or snapshot is None:
            return None
        dialog = RolesDialog(snapshot.known_roles, snapshot.roles, self)
        dialog.accepted.connect(lambda: self.runner.run(operations.set_roles(workspace, dialog.roles())))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    # Checking and exporting

    def check(self) -> None:
        workspace = self.runner.workspace
        if workspace is not None:
            self.runner.run(operations.check(workspace), lambda _: self.show_view("findings"))

    def cancel(self) -> None:
        """Stop what runs and what waits."""
        self.frame.progress.stopping()
        self.runner.cancel()

    def cancel_current(self) -> None:
        """Stop what runs; what waits goes on."""
        self.frame.progress.stopping()
        self.runner.cancel_current()

    def export(self, form: str, path: Path) -> None:
        """Write the report to a file."""
        self.exporting.report(form, path)

    # Showing

    def show_view(self, name: str) -> None:
        """Show one of the views of the workspace."""
        self.page.show_view(name)

    def show_finding(self, finding_id: str) -> None:
        """Show one finding among all of them, whatever the filter was."""
        self.findings.choose(statuses=None)
        self.show_view("findings")
        self.findings.select(finding_id)

    def show_notice(self, notice: Notice) -> None:
        """Show what went wrong, or well, in the one place for it."""
        self.frame.show_notice(notice)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the state of the workspace; decisions made before can no longer be undone one by one."""
        self.snapshot = snapshot
        self.undo_stack.clear()
        self.page.show_snapshot(snapshot)
        self.pages.setCurrentWidget(self.page)
        self.setWindowTitle(f"{snapshot.path.stem} – policycheck")
        self._update_actions()

    def choose_scheme(self, scheme: str) -> None:
        """Use one of the themes, or follow the system."""
        change(self, "scheme", scheme)

    # Qt's own events

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "page"):
            dress_actions(self.actions_by_id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self.drop_hint.cover()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop_hint.hide()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop_hint.hide()
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if len(paths) == 1 and paths[0].suffix == choices.SUFFIX:
            self.open(paths[0])
        else:
            self.importing.look_at(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop the worker first: the window stays alive until it has stopped, then closes."""
        if not self.runner.is_idle:
            self._is_closing = True
            self.cancel()
            event.ignore()
            return
        self.preferences.geometry = self.saveGeometry()
        self.close_workspace()
        event.accept()

    # How the parts are joined

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "new": lambda: self.starting.new(),  # noqa: PLW0108 - it is made later
            "open": self.choose_workspace,
            "sample": self.try_sample,
            "close": self.close_when_idle,
            "quit": self.close,
            "add_files": lambda: self.importing.choose_files(),  # noqa: PLW0108 - it is made later
            "add_folder": lambda: self.importing.choose_folder(),  # noqa: PLW0108
            "remove": self.remove_document,
            "roles": self.ask_roles,
            "check": self.check,
            "cancel": self.cancel_current,
            "problems": lambda: self.frame.show_problems(),  # noqa: PLW0108
            "find": lambda: self.page.go_to_filter(),  # noqa: PLW0108 - the page is made later
            **{f"export_{form}": self._later("choose_report", form) for form in choices.EXPORTS},
            "export_matrix": self._later("choose_matrix"),
            "export_findings": self._later("choose_findings"),
            **{name: partial(self.show_view, name) for name in ("library", "findings", "coverage")},
            **{action.value: partial(self._decide, action) for action in Action},
            **triage_handlers(self),
            **reading_handlers(self),
            **preference_handlers(self),
            **search_handlers(self),
            **help_handlers(self),
        }

    def _later(self, name: str, *given: object) -> Callable[[], object]:
        return lambda: getattr(self.exporting, name)(*given)  # it is made after the actions

    def _undo_actions(self) -> dict[str, QAction]:
        undo = self.undo_stack.createUndoAction(self, "Undo")
        undo.setShortcut("Ctrl+Z")
        undo.setToolTip("Take the last decision back (Ctrl+Z)")
        redo = self.undo_stack.createRedoAction(self, "Redo")
        redo.setShortcut("Ctrl+Shift+Z")
        redo.setToolTip("Make the decision again that was taken back (Ctrl+Shift+Z)")
        return {"undo": undo, "redo": redo}

    def _fill_menu_bar(self) -> None:
        self.recent_menu = QMenu("&Recent", self)
        self.theme_menu = theme_menu(self.preferences.scheme, self.choose_scheme)
        build_menus(
            self.menuBar(), self.actions_by_id, {"recent": self.recent_menu, "theme": self.theme_menu}
        )

    def _connect(self) -> None:
        self.runner.refreshed.connect(self.show_snapshot)
        self.runner.noticed.connect(self.show_notice)
        self.runner.started.connect(self.frame.progress.begin)
        self.runner.started.connect(lambda _: self.frame.notices.hide())
        self.runner.progressed.connect(self.frame.progress.advance)
        self.runner.busy_changed.connect(self._show_busy)
        self.runner.idle.connect(self._close_if_wanted)
        self.frame.progress.cancel_button.clicked.connect(self.cancel_current)
        self.frame.progress.cancel_all_button.clicked.connect(self.cancel)
        self.runner.queued.connect(self.frame.progress.show_waiting)
        self.importing.read.connect(self._show_results)
        self.importing.refused.connect(self.show_notice)
        self.deciding.decided.connect(self.page.update_tabs)
        self.deciding.refused.connect(self.show_notice)
        self.start.recent_chosen.connect(self.open)
        self.library.scope_chosen.connect(self.set_scope)
        self.page.coverage.finding_wanted.connect(self.show_finding)
        self.start.locate_wanted.connect(self.starting.locate)
        self.start.forget_wanted.connect(self.starting.forget)
        self.starting.opened.connect(self.open)
        self.starting.made.connect(self._adopt)
        self.starting.recent_changed.connect(self._show_recent)
        self.library.kind_chosen.connect(self.set_kind)
        for view in (self.library, self.findings, self.page.contradictions):
            view.selection_changed.connect(self._update_actions)
        self.page.tabs.currentChanged.connect(lambda _: self._update_actions())

    def _decide(self, action: Action) -> None:
        self.deciding.decide(action)

    def _take_drops_here(self) -> None:
        """Let no field inside the window swallow files: they are dropped on the window as a whole."""
        for widget in self.findChildren(QWidget):
            widget.setAcceptDrops(False)
        self.setAcceptDrops(True)

    def _hold(self, workspace: "Workspace") -> None:
        self.close_workspace()
        self.runner.workspace = workspace
        self.preferences.remember(workspace.path)
        self._show_recent()
        self.frame.notices.hide()
        self.show_view("library")

    def _adopt(self, workspace: "Workspace") -> None:
        self._hold(workspace)
        self.runner.run(operations.refresh(), lambda _: self.importing.go_on())

    def _fill_with_samples(self, workspace: "Workspace") -> None:
        self._hold(workspace)
        self.runner.run(operations.add_samples(workspace), lambda _: self.check())

    def _show_results(self, results: "list[ImportResult]") -> None:
        self.library.show_results(results)
        self.show_view("library")

    def _show_start(self) -> None:
        self._show_recent()
        self.pages.setCurrentWidget(self.start)
        self.setWindowTitle("policycheck")
        self._update_actions()

    def _show_recent(self) -> None:
        self.start.show_recent(self.preferences.recent_and_gone())
        fill_recent(self.recent_menu, self.preferences.recent(), self.open)

    def _show_busy(self, is_busy: bool) -> None:
        if not is_busy:
            self.frame.progress.hide()
        self._update_actions()

    def _close_if_wanted(self) -> None:
        if self._is_closing:
            self.close()

    def _update_actions(self) -> None:
        idle, is_open = not self.runner.is_busy, self.runner.workspace is not None
        met = {
            Need.NOTHING: True,
            Need.BUSY: not idle,
            Need.WORKSPACE: is_open,
            Need.CHECK: is_open and operations.CHECKING not in self.runner.titles(),
            Need.DOCUMENT: is_open and self.library.selected() is not None,
            **deciding_needs(self, is_open and idle),
        }
        for spec in ACTIONS:
            self.actions_by_id[spec.id].setEnabled(met[spec.needs])
