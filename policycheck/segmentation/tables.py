"""Names the rows of tables: "Table 1 row 3", or "Table after 4.2 row 1" where no caption names the table."""

from collections import Counter
from dataclasses import dataclass, field

from policycheck.domain.documents import Block
from policycheck.segmentation.drafting import Draft
from policycheck.segmentation.wording import caption_name, heading_name


@dataclass(slots=True)
class TableNames:
    """Counts rows and tables while the blocks go by."""

    _caption: str = ""
    _name: str = ""
    _after: Draft | None = None
    _row: int = 0
    _columns: tuple[str, ...] = ()
    _open: bool = False
    _tables: Counter[object] = field(default_factory=Counter)

    def caption(self, text: str) -> None:
        """Remember the caption of the table that comes next."""
        self._open = False
        self._caption = caption_name(text) or f"Table ({heading_name(text)})"

    def close(self) -> None:
        """Say that something other than a row came: the next row begins another table."""
        self._open = False

    def name_row(self, block: Block, *, after: Draft | None, place: str) -> tuple[str, Draft | None]:
        """Return (reference, clause it is named after) of a row.

        `after` is the last clause of the section, `place` the section's own name for a table at its start.
        """
        if not self._open or block.columns != self._columns:
            self._begin(block, after, place)
        self._row += 1
        return f"{self._name} row {self._row}", self._after

    def _begin(self, block: Block, after: Draft | None, place: str) -> None:
        self._open, self._columns = True, block.columns
        if self._caption:
            if self._caption != self._name:
                self._row = 0
            self._name, self._after, self._caption = self._caption, None, ""
            return
        self._row, self._after = 0, after
        key: object = id(after) if after is not None else place
        self._tables[key] += 1
        which = f"Table {self._tables[key]}" if self._tables[key] > 1 else "Table"
        where = "{after}" if after is not None else place
        self._name = f"{which} after {where}" if where else which
