"""Why the engine says so, what to bear in mind, and what was decided before."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout

from policycheck.domain.findings import Decision, Finding, FindingStatus
from policycheck_ui import words
from policycheck_ui.theme.typography import Type
from policycheck_ui.widgets.labels import IconLabel, label
from policycheck_ui.widgets.marked_text import TEXT_INDENT, MarkedText


class ReasonList(QFrame):
    """The reasons of the selected finding, its warnings and its history."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.in_part = IconLabel("read_in_part", "medium", "Read in part", Type.STRONG)
        self.words = MarkedText("Reasons and history")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 8, 8)
        layout.setSpacing(4)
        title = label("Reasons", Type.STRONG)
        title.setIndent(TEXT_INDENT)
        layout.addWidget(title)
        layout.addWidget(self.words, stretch=1)
        layout.addWidget(self.in_part)

    def show_finding(self, finding: Finding, decisions: Sequence[Decision]) -> None:
        """Show a finding's reasons, and its decisions newest first."""
        lines = [f"• {line}" for line in _reasons(finding)]
        lines += _paragraph("Read in part", finding.warnings)
        if finding.status is FindingStatus.LAPSED:
            lines += ["", "The last decision lapsed: the text it judged has changed since."]
        lines += _paragraph("History", [words.decision(item) for item in reversed(decisions)])
        self.in_part.setVisible(bool(finding.warnings))
        self.words.show_text("\n".join(lines))


def _reasons(finding: Finding) -> list[str]:
    reasons = [reason.message for reason in finding.reasons]
    if not reasons and finding.conflict_type is not None:  # from a workspace checked by an older version
        reasons.append(f"The two disagree about {words.CONFLICT_TYPES[finding.conflict_type]}.")
    return reasons or ["No reasons were recorded."]


def _paragraph(title: str, lines: Sequence[str]) -> list[str]:
    return ["", title, *(f"• {line}" for line in lines)] if lines else []
