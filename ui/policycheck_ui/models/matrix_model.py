"""The coverage matrix for Qt: sections and obligations as rows, policies as columns, narrowed without copying."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from policycheck.domain.alignments import Verdict
from policycheck_ui import words
from policycheck_ui.models.matrix import CODES, OUTSIDE, Matrix, MatrixRow, PolicyColumn, verdict_of
from policycheck_ui.models.table import Index


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A source (level 0) or one of its parts (level 1), over the obligations that are shown of it."""

    key: str
    title: str
    level: int
    rows: tuple[MatrixRow, ...]
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many of some cells in scope have each verdict."""

    verdicts: Counter[Verdict]

    @property
    def total(self) -> int:
        return self.verdicts.total()

    @property
    def covered(self) -> int:
        return self.verdicts[Verdict.COVERED]

    def in_words(self) -> str:
        """Return "3 of 7 covered: 2 partial, 2 missing", or that nothing is in scope."""
        if not self.total:
            return "nothing in scope"
        rest = [
            f"{number:,} {words.VERDICT_COUNTS[verdict]}"
            for verdict in (Verdict.PARTIAL, Verdict.MISSING, Verdict.CONFLICT)
            if (number := self.verdicts[verdict])
        ]
        return f"{self.covered:,} of {self.total:,} covered" + (f": {', '.join(rest)}" if rest else "")


Line = Section | MatrixRow


class MatrixModel(QAbstractTableModel):
    """Only what is asked for is computed: a section's figures when they are painted, a heading when it is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.matrix = Matrix()
        self._lines: list[Line] = []
        self._columns: list[int] = []
        self._closed: set[str] = set()
        self._haystacks: list[str] = []
        self._wanted: list[str] = []
        self._policies_wanted: list[str] = []
        self._is_hole: list[bool] = []
        self._is_in_scope: list[bool] = []
        self._holes_only = self._with_unclaimed = self._concerned_only = False
        self._tallies: dict[tuple[str, int], Tally] = {}
        self._joined: dict[str, bytes] = {}
        self._shown: list[MatrixRow] = []
        self.holes = 0  # among those shown

    # What is shown

    def show_matrix(self, matrix: Matrix) -> None:
        """Show another matrix, narrowed as the last one was."""
        self.matrix = matrix
        self._haystacks = [f"{r.ref} {r.text} {r.source} {r.part}".casefold() for r in matrix.rows]
        self._is_hole = [row.is_hole for row in matrix.rows]
        self._is_in_scope = [row.is_in_scope for row in matrix.rows]
        self._lay_out()

    def narrow(
        self,
        *,
        text: str | None = None,
        policies: str | None = None,
        holes_only: bool | None = None,
        with_unclaimed: bool | None = None,
        concerned_only: bool | None = None,
    ) -> None:
        """Show only rows and columns with these words; None leaves a wish as it is.

        `with_unclaimed` also shows the obligations that no policy here is about; `concerned_only` leaves out
        the policies that need not meet any of the obligations shown.
        """
        self._wanted = self._wanted if text is None else text.casefold().split()
        self._policies_wanted = self._policies_wanted if policies is None else policies.casefold().split()
        self._holes_only = self._holes_only if holes_only is None else holes_only
        self._with_unclaimed = self._with_unclaimed if with_unclaimed is None else with_unclaimed
        self._concerned_only = self._concerned_only if concerned_only is None else concerned_only
        self._lay_out()

    def toggle(self, row: int) -> None:
        """Close an open section or open a closed one."""
        line = self.line(row)
        if isinstance(line, Section):
            self._closed ^= {line.key}
            self._lay_out()

    def close_all(self, *, closed: bool) -> None:
        """Close every section, so that only totals are left, or open them all."""
        keys = (_part_key(row) if row.part else row.document for row in self.matrix.rows)
        self._closed = set(keys) if closed else set()
        self._lay_out()

    def _lay_out(self) -> None:
        self.beginResetModel()
        self._tallies.clear()
        self._joined.clear()
        wanted = zip(self._haystacks, self._admitted(), strict=True)
        kept = [
            number
            for number, (haystack, admitted) in enumerate(wanted)
            if admitted and all(word in haystack for word in self._wanted)
        ]
        self._shown = [self.matrix.rows[number] for number in kept]
        self.holes = sum(self._is_hole[number] for number in kept)
        self._columns = [
            number
            for number, policy in enumerate(self.matrix.policies)
            if all(word in policy.title.casefold() for word in self._policies_wanted)
        ]
        if self._concerned_only:
            every = range(len(self._columns))
            self._columns = [self._columns[n] for n in every if self.column_tally(n).total]
        self._lines = list(self._arranged())
        self.endResetModel()

    def _admitted(self) -> list[bool]:
        wanted = self._is_hole if self._holes_only else self._is_in_scope
        if not self._with_unclaimed:
            return wanted
        return [one or not claimed for one, claimed in zip(wanted, self._is_in_scope, strict=True)]

    def _arranged(self) -> list[Line]:
        lines: list[Line] = []
        for document, of_source in groupby(self._shown, key=lambda row: row.document):
            rows = tuple(of_source)
            is_open = document not in self._closed
            lines.append(Section(key=document, title=rows[0].source, level=0, rows=rows, is_open=is_open))
            if is_open:
                lines += self._parts(rows)
        return lines

    def _parts(self, rows: Sequence[MatrixRow]) -> list[Line]:
        lines: list[Line] = []
        for part, of_part in groupby(rows, key=lambda row: row.part):
            inside = tuple(of_part)
            key = _part_key(inside[0])
            is_open = key not in self._closed
            if part:
                lines.append(Section(key=key, title=part, level=1, rows=inside, is_open=is_open))
            if is_open:
                lines += inside
        return lines

    # What the view, its headings and its cells ask

    @property
    def shown(self) -> Sequence[MatrixRow]:
        """The obligations that are shown, those in closed sections too."""
        return self._shown

    @property
    def policies_shown(self) -> list[PolicyColumn]:
        return [self.matrix.policies[number] for number in self._columns]

    def line(self, row: int) -> Line:
        return self._lines[row]

    def policy(self, column: int) -> PolicyColumn:
        return self.matrix.policies[self._columns[column]]

    def code(self, row: int, column: int) -> int | None:
        """Return the code of a cell, None where the row is a section."""
        line = self._lines[row]
        return line.cells[self._columns[column]] if isinstance(line, MatrixRow) else None

    def section_tally(self, section: Section, column: int) -> Tally:
        """Return the verdicts of one policy over a section."""
        return self._tally(f"{section.key}\x1f{section.rows[0].obligation}", section.rows, column)

    def column_tally(self, column: int) -> Tally:
        """Return the verdicts of one policy over every obligation shown."""
        return self._tally("", self._shown, column)

    def row_tally(self, row: MatrixRow) -> Tally:
        """Return the verdicts on one obligation over the policies in scope."""
        return Tally(verdicts=Counter({v: n for v, code in CODES.items() if (n := row.cells.count(code))}))

    def library_tally(self, rows: Sequence[MatrixRow]) -> Tally:
        """Return the best verdicts over some obligations."""
        met = Counter(row.library for row in rows)
        return Tally(verdicts=Counter({v: n for v, code in CODES.items() if (n := met[code])}))

    def _tally(self, key: str, rows: Sequence[MatrixRow], column: int) -> Tally:
        number = self._columns[column]
        if (key, number) not in self._tallies:
            if key not in self._joined:
                self._joined[key] = b"".join(row.cells for row in rows)
            codes = self._joined[key][number :: len(self.matrix.policies)]
            counts = Counter({v: n for v, code in CODES.items() if (n := codes.count(code))})
            self._tallies[key, number] = Tally(verdicts=counts)
        return self._tallies[key, number]

    def position(self, obligation: str) -> int | None:
        """Return the row of an obligation, None where it is not shown."""
        for number, line in enumerate(self._lines):
            if isinstance(line, MatrixRow) and line.obligation == obligation:
                return number
        return None

    # Qt's own questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._lines) or index.column() >= len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._said(index.row(), index.column())
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            where = f"{self.policy(index.column()).title}, {self._heading(index.row())}"
            return f"{self._said(index.row(), index.column())}: {where}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        said = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        if role not in said or section < 0:
            return None
        if orientation is Qt.Orientation.Horizontal:
            if section >= len(self._columns):
                return None
            title = self.policy(section).title
            return title if role == said[0] else f"{title}\n{self.column_tally(section).in_words()}"
        if section >= len(self._lines):
            return None
        heading = self._heading(section)
        return heading if role == said[0] else f"{heading}\n{self._row_in_words(section)}"

    def _said(self, row: int, column: int) -> str:
        line = self._lines[row]
        if isinstance(line, Section):
            tally = self.section_tally(line, column)
            return f"{tally.covered} of {tally.total}" if tally.total else ""
        return cell_words(line.cells[self._columns[column]])

    def _heading(self, row: int) -> str:
        line = self._lines[row]
        return line.title if isinstance(line, Section) else f"{line.ref}  {line.text}"

    def _row_in_words(self, row: int) -> str:
        line = self._lines[row]
        if isinstance(line, Section):
            return f"Over the library: {self.library_tally(line.rows).in_words()}"
        best = verdict_of(line.library)
        over = words.VERDICTS[best].lower() if best and line.is_in_scope else "no policy here is about it"
        return f"Best verdict: {over}; by policy: {self.row_tally(line).in_words()}"


def cell_words(code: int) -> str:
    """Return what a cell says in words."""
    verdict = verdict_of(code)
    if verdict is None:
        return "Not in scope"
    return f"{words.VERDICTS[verdict]}, though not in scope" if code > OUTSIDE else words.VERDICTS[verdict]


def _part_key(row: MatrixRow) -> str:
    return f"{row.document}\x1f{row.part}"
