"""What was read in an obligation, as a table: the same lines as the command line prints."""

from policycheck.domain.obligations import Obligation
from policycheck.domain.readings import Part, PartKind, parts_of
from policycheck_ui.models.table import Column, TableModel
from policycheck_ui.theme.icons import icon

_ICONS = {PartKind.HOLDER: "people", PartKind.TIME_LIMIT: "deferred", PartKind.UNREAD: "warning"}

COLUMNS = (
    Column[Part](
        title="Part",
        text=lambda part: part.kind.value.capitalize(),
        icon=lambda part: icon(_ICONS[part.kind], "muted") if part.kind in _ICONS else None,
    ),
    Column[Part](title="Words", text=lambda part: part.text or "–"),
    Column[Part](title="Remark", text=lambda part: part.note),
)


class ReadingModel(TableModel[Part]):
    """The parts of one obligation."""

    def __init__(self) -> None:
        super().__init__(COLUMNS, key=lambda part: f"{part.kind} {part.text} {part.places}")

    def show_duty(self, duty: Obligation | None) -> None:
        """Show the parts of an obligation, or nothing."""
        self.set_rows(parts_of(duty) if duty is not None else ())
