"""The obligation one is reading: what was read in it, how it is met, and why the program thinks so."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from policycheck.domain.alignments import Alignment
from policycheck.domain.obligations import Applies, Obligation
from policycheck_ui import words
from policycheck_ui.models.coverage_model import TONES, VERDICT_ICONS
from policycheck_ui.models.reading_model import ReadingModel
from policycheck_ui.theme.typography import Type
from policycheck_ui.widgets.labels import IconLabel, label
from policycheck_ui.widgets.marked_text import MarkedText
from policycheck_ui.widgets.table_view import TableView


class ReadingCard(QFrame):
    """A table of parts on the left, the verdict with its reasons on the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.title = label(step=Type.STRONG)
        self.model = ReadingModel()
        self.table = TableView("What was read in the obligation", self.model, sortable=False)
        self.table.set_widths({0: 120}, stretch=(1, 2))
        self.verdict = IconLabel("open", "muted", "", Type.STRONG)
        self.reasons = MarkedText("Reasons for the verdict")
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, widgets in ((left, (self.title, self.table)), (right, (self.verdict, self.reasons))):
            column.setSpacing(6)
            for widget in widgets:
                column.addWidget(widget)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 8, 8, 8)
        layout.setSpacing(12)
        layout.addLayout(left, stretch=3)
        layout.addLayout(right, stretch=2)

    def show_reading(
        self,
        duty: Obligation | None,
        judged: Alignment | None,
        *,
        why: str = "",
        ours: tuple[Applies, str] | None = None,
    ) -> None:
        """Show an obligation and its verdict; `why` says why there is none to show."""
        self.model.show_duty(duty)
        self.title.setText(
            f"{duty.ref}: {duty.modality.value}" if duty else f"Not read: {why}" if why else ""
        )
        if duty is None:
            self.verdict.say("open", "muted", "No obligation here")
            self.reasons.show_text("")
        elif judged is None:
            self.verdict.say("missing", "muted", "No clause of this policy is about it")
            self.reasons.show_text(_not_ours(ours))
        else:
            said = f"{words.VERDICTS[judged.verdict]}, confidence {words.confidence(judged.confidence)}"
            self.verdict.say(VERDICT_ICONS[judged.verdict], TONES[judged.verdict], said)
            lines = [f"• {reason.message}" for reason in judged.reasons]
            self.reasons.show_text("\n".join([*lines, _not_ours(ours)]).strip())


def _not_ours(ours: tuple[Applies, str] | None) -> str:
    return f"Not counted: {ours[1]}" if ours is not None and ours[0] is Applies.NO else ""
