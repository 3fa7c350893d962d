"""Exports from where one is: the findings as filtered, the matrix as shown, the whole report."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from policycheck_ui import choices, operations
from policycheck_ui.runner import Runner
from policycheck_ui.views.workspace_page import WorkspacePage


class Exporting(QObject):
    """Joins the views, the file dialog and the worker."""

    def __init__(self, window: QWidget, runner: Runner, page: WorkspacePage) -> None:
        super().__init__(window)
        self._window, self._runner, self._page = window, runner, page

    def choose_report(self, form: str) -> None:
        """Ask where the whole report goes, then write it."""
        path = choices.ask_export(self._window, form, f"{self._stem()} report")
        if path is not None:
            self.report(form, path)

    def report(self, form: str, path: Path) -> None:
        """Write the whole report to a file."""
        if self._runner.workspace is not None:
            self._runner.run(operations.export(self._runner.workspace, form, path))

    def choose_matrix(self) -> None:
        """Ask where the matrix goes, then write the rows and columns that are shown."""
        path = choices.ask_export(self._window, "csv", f"{self._stem()} coverage matrix")
        if path is not None:
            self.matrix(path)

    def matrix(self, path: Path) -> None:
        """Write the rows and columns of the matrix that are shown to a file."""
        workspace, model = self._runner.workspace, self._page.coverage.matrix.model
        if workspace is not None:
            rows = [row.obligation for row in model.shown]
            columns = [policy.path for policy in model.policies_shown]
            self._runner.run(operations.export_matrix(workspace, path, obligations=rows, policies=columns))

    def choose_findings(self) -> None:
        """Ask where the findings that the filter shows go, then write them."""
        path = choices.ask_findings_export(self._window, f"{self._stem()} findings")
        if path is not None:
            self.findings(path.suffix.lstrip("."), path)

    def findings(self, form: str, path: Path) -> None:
        """Write the findings that the filter shows, and no others, to a file."""
        workspace, shown = self._runner.workspace, self._page.findings.model
        if workspace is not None:
            rows = (shown.row_at(number) for number in range(shown.rowCount()))
            ids = [row.id for row in rows if row is not None]
            self._runner.run(operations.export(workspace, form, path, findings=ids))

    def _stem(self) -> str:
        workspace = self._runner.workspace
        return workspace.path.stem if workspace is not None else "report"
