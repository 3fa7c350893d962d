"""What went wrong since the program was started, the latest first."""

from dataclasses import dataclass
from datetime import datetime

from policycheck_ui import words
from policycheck_ui.errors import Level, Notice
from policycheck_ui.models.table import Column, TableModel
from policycheck_ui.theme.icons import icon

LEVEL_WORDS = {Level.INFO: "Done", Level.WARNING: "Note", Level.ERROR: "Problem"}
_TONES = {Level.INFO: "good", Level.WARNING: "medium", Level.ERROR: "high"}
KEPT = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One notice that was shown, and when; `number` counts them."""

    number: int
    at: datetime
    notice: Notice


COLUMNS = (
    Column[Problem](
        title="When",
        text=lambda row: f"{row.at.astimezone():%H:%M}",
        tooltip=lambda row: words.day(row.at),
        sort=lambda row: row.number,
    ),
    Column[Problem](
        title="How grave",
        text=lambda row: LEVEL_WORDS[row.notice.level],
        icon=lambda row: icon(row.notice.level.value, _TONES[row.notice.level]),
        sort=lambda row: list(Level).index(row.notice.level),
    ),
    Column[Problem](title="What happened", text=lambda row: row.notice.text),
    Column[Problem](title="What to do", text=lambda row: row.notice.remedy),
)


class ProblemsModel(TableModel[Problem]):
    """The problems and notes of this session."""

    def __init__(self) -> None:
        super().__init__(COLUMNS, key=lambda row: str(row.number))

    def add(self, notice: Notice, *, at: datetime) -> None:
        """Keep a notice at the head of the list."""
        number = self.rows[0].number + 1 if self.rows else 1
        self.set_rows([Problem(number=number, at=at, notice=notice), *self.rows[: KEPT - 1]])
