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
from policycheck_ui.errors import Level, Notice
from policycheck_ui.helping import help_handlers
from policycheck_ui.menus import build_menus, fill_recent, theme_menu
from policycheck_ui.preferences import Preferences
from policycheck_ui.preferring import change, preference_handlers
from policycheck_ui.runner import Runner
from policycheck_ui.searching import join_search, search_handlers
from policycheck_ui.snapshot import Snapshot, read_snapshot
from policycheck_ui.views.start_view import StartView
from policycheck_ui.views.workspace_page import WorkspacePage
from policycheck_ui.widgets.drop_hint import DropHint
from policycheck_ui.widgets.frame import Frame
from policycheck_ui.widgets.kind_dialog import KindDialog
from policycheck_ui.widgets.roles_dialog import RolesDialog
from policycheck_ui.widgets.scrolling import let_front_decide

if TYPE_CHECKING:
    from policycheck.workspace import ImportResult, Workspace

_NO_WORKSPACE = Notice(
    level=Level.WARNING,
    text="There is no workspace to put these documents in yet.",
    remedy="Choose New workspace or Open workspace first.",
)
_WAIT = Notice(level=Level.WARNING, text="Something is still running.", remedy="Wait until it is done.")


class MainWindow(QMainWindow):
    """One window, one workspace at a time."""

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
        self.deciding = Deciding(self.runner, self.findings, self.undo_stack)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.start)
        self.pages.addWidget(self.page)
        let_front_decide(self.pages)
        self.frame = Frame(self.pages)
        self.setCentralWidget(self.frame)
        self._fill_menu_bar()
        join_search(self)
        self._connect()
        self.drop_hint = DropHint(self)
        self._take_drops_here()
        self.resize(1360, 860)
        self.restoreGeometry(preferences.geometry)
        self._show_start()

    # Workspaces

    def new(self) -> None:
        path = choices.ask_new_workspace(self)
        if path is not None:
            self.create_workspace(path)

    def create_workspace(self, path: Path) -> None:
        """Make a workspace and show it."""
        self.runner.run(operations.create_workspace(path), self._adopt)

    def choose_workspace(self) -> None:
        path = choices.ask_workspace(self)
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Open a workspace and show it."""
        if self.runner.is_busy:
            self.show_notice(_WAIT)
            return
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

    # Documents

    def add_files(self) -> None:
        self.ask_kind(choices.ask_files(self))

    def add_folder(self) -> None:
        self.ask_kind(choices.ask_folder(self))

    def ask_kind(self, paths: Sequence[Path]) -> KindDialog | None:
        """Ask what part some documents play, then add them; returns the dialog, open."""
        if not paths:
            return None
        if self.runner.workspace is None or self.runner.is_busy:
            self.show_notice(_WAIT if self.runner.is_busy else _NO_WORKSPACE)
            return None
        dialog = KindDialog(paths, self)
        dialog.accepted.connect(lambda: self.add(dialog.paths, dialog.kind()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

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
        if workspace is not None and not self.runner.is_busy:
            self.runner.run(operations.set_kind(workspace, path, kind))

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
        self.frame.progress.stopping()
        self.runner.cancel()

    def choose_export(self, form: str) -> None:
        stem = self.snapshot.path.stem if self.snapshot else "report"
        path = choices.ask_export(self, form, f"{stem} report")
        if path is not None:
            self.export(form, path)

    def export(self, form: str, path: Path) -> None:
        """Write the report to a file."""
        workspace = self.runner.workspace
        if workspace is not None:
            self.runner.run(operations.export(workspace, form, path))

    # Showing

    def show_view(self, name: str) -> None:
        """Show one of the views of the workspace."""
        self.page.show_view(name)

    def show_notice(self, notice: Notice) -> None:
        """Show what went wrong, or well, in the one place for it."""
        self.frame.notices.show_notice(notice)

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
            self.ask_kind(paths)

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
            "new": self.new,
            "open": self.choose_workspace,
            "sample": self.try_sample,
            "close": self.close_workspace,
            "quit": self.close,
            "add_files": self.add_files,
            "add_folder": self.add_folder,
            "remove": self.remove_document,
            "roles": self.ask_roles,
            "check": self.check,
            "cancel": self.cancel,
            "find": lambda: self.page.go_to_filter(),  # noqa: PLW0108 - the page is made later
            **{f"export_{form}": partial(self.choose_export, form) for form in choices.EXPORTS},
            **{name: partial(self.show_view, name) for name in ("library", "findings", "coverage")},
            **{action.value: partial(self._decide, action) for action in Action},
            **preference_handlers(self),
            **search_handlers(self),
            **help_handlers(self),
        }

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
        self.frame.progress.cancel_button.clicked.connect(self.cancel)
        self.deciding.decided.connect(self.page.update_tabs)
        self.deciding.refused.connect(self.show_notice)
        self.start.recent_chosen.connect(self.open)
        self.library.kind_chosen.connect(self.set_kind)
        for view in (self.library, self.findings):
            view.selection_changed.connect(self._update_actions)
        self.page.decision_bar.decider.setText(self.preferences.decider)
        self.page.decision_bar.decider_changed.connect(self._keep_decider)

    def _decide(self, action: Action) -> None:
        self.deciding.decide(action)

    def _take_drops_here(self) -> None:
        """Let no field inside the window swallow files: they are dropped on the window as a whole."""
        for widget in self.findChildren(QWidget):
            widget.setAcceptDrops(False)
        self.setAcceptDrops(True)

    def _keep_decider(self, name: str) -> None:
        self.preferences.decider = name

    def _hold(self, workspace: "Workspace") -> None:
        self.close_workspace()
        self.runner.workspace = workspace
        self.preferences.remember(workspace.path)
        self._show_recent()
        self.frame.notices.hide()
        self.show_view("library")

    def _adopt(self, workspace: "Workspace") -> None:
        self._hold(workspace)
        self.runner.run(operations.refresh())

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
        paths = self.preferences.recent()
        self.start.show_recent(paths)
        fill_recent(self.recent_menu, paths, self.open)

    def _show_busy(self, is_busy: bool) -> None:
        if not is_busy:
            self.frame.progress.hide()
        self._update_actions()

    def _close_if_wanted(self) -> None:
        if self._is_closing:
            self.close()

    def _update_actions(self) -> None:
        idle = not self.runner.is_busy
        open_and_idle = idle and self.runner.workspace is not None
        met = {
            Need.NOTHING: True,
            Need.IDLE: idle,
            Need.BUSY: not idle,
            Need.WORKSPACE: open_and_idle,
            Need.DOCUMENT: open_and_idle and self.library.selected() is not None,
            Need.FINDING: open_and_idle and self.findings.selected() is not None,
        }
        for spec in ACTIONS:
            self.actions_by_id[spec.id].setEnabled(met[spec.needs])
