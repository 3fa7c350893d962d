"""What became of each file of the last import."""

from pathlib import PurePath
from typing import TYPE_CHECKING

from policycheck_ui import words
from policycheck_ui.models.documents_model import status_icon, without_path
from policycheck_ui.models.table import Column, TableModel

if TYPE_CHECKING:
    from policycheck.workspace import ImportResult


def _outcome(row: "ImportResult") -> str:
    if row.message:
        return without_path(row.message, row.path)
    found = f"{words.count(row.clauses, 'clause')}, {words.count(row.obligations, 'obligation')}"
    return found if row.changed else f"{found}; unchanged since it was last read"


COLUMNS = (
    Column["ImportResult"](
        title="File", text=lambda row: PurePath(row.path).name, tooltip=lambda row: row.path
    ),
    Column["ImportResult"](
        title="Result",
        text=lambda row: words.READ_STATUSES[row.status],
        icon=lambda row: status_icon(row.status),
    ),
    Column["ImportResult"](title="What was found, or what to do", text=_outcome),
)


class ImportResultsModel(TableModel["ImportResult"]):
    """One row per file given, the failed ones with the reason."""

    def __init__(self) -> None:
        super().__init__(COLUMNS, key=lambda row: row.path)
