"""The packages the program stands on, as a table."""

from policycheck_ui.models.table import Column, TableModel
from policycheck_ui.versions import Package

COLUMNS = (
    Column[Package](title="Package", text=lambda row: row.name),
    Column[Package](title="Version", text=lambda row: row.version),
    Column[Package](title="Licence", text=lambda row: row.licence),
)


class PackagesModel(TableModel[Package]):
    """One row for each package."""

    def __init__(self) -> None:
        super().__init__(COLUMNS, key=lambda row: row.name)
