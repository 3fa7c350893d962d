"""One finding in full: what it is, both quotations, the reasons beside them, and the decision."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from policycheck.domain.documents import DocumentKind
from policycheck.domain.findings import Decision, Finding
from policycheck_ui import words
from policycheck_ui.models.findings_model import kind_icon_name
from policycheck_ui.theme.typography import Type
from policycheck_ui.widgets.decision_bar import DecisionBar
from policycheck_ui.widgets.flow import Flow
from policycheck_ui.widgets.labels import IconLabel, label
from policycheck_ui.widgets.quotation_pane import QuotationPane
from policycheck_ui.widgets.reason_list import ReasonList


class FindingDetail(QStackedWidget):
    """The selected finding, or a hint to select one."""

    def __init__(self) -> None:
        super().__init__()
        self.message = label(step=Type.HEADING, wrap=True)
        self.kind = IconLabel("gap", "muted")
        self.severity = IconLabel("low", "low")
        self.confidence = label()
        self.status = IconLabel("open", "muted")
        self.assigned = label()
        self.quotations = QuotationPane()
        self.reasons = ReasonList()
        self.decision_bar = DecisionBar()
        self.addWidget(self._page())
        hint = label("Select a finding to see both quotations and the reasons.", muted=True)
        holder = QWidget()
        QVBoxLayout(holder).addWidget(hint)
        self.addWidget(holder)
        self.setCurrentIndex(1)

    def show_finding(
        self,
        finding: Finding | None,
        *,
        kinds: Mapping[str, DocumentKind],
        decisions: Sequence[Decision],
    ) -> None:
        """Show a finding, or the hint where there is none."""
        self.setCurrentIndex(1 if finding is None else 0)
        if finding is None:
            return
        self.message.setText(finding.message)
        self.kind.say(kind_icon_name(finding), "muted", words.finding_kind(finding))
        self.severity.say(
            finding.severity.value, finding.severity.value, f"{words.SEVERITIES[finding.severity]} severity"
        )
        self.confidence.setText(f"Confidence: {words.confidence(finding.confidence)}")
        self.status.say(finding.status.value, "muted", words.STATUSES[finding.status])
        self.assigned.setText(words.assigned(finding))
        self.quotations.show_finding(finding, kinds=kinds)
        self.reasons.show_finding(finding, decisions)

    def _page(self) -> QWidget:
        facts = Flow(spacing=22)
        for widget in (self.kind, self.severity, self.confidence, self.status, self.assigned):
            facts.addWidget(widget)
        facts.add(QWidget(), stretch=True)  # the button stands on the right
        self.read_button = QToolButton()
        self.read_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.read_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        facts.addWidget(self.read_button)
        middle = QHBoxLayout()
        middle.setSpacing(10)
        middle.addWidget(self.quotations, stretch=2)
        middle.addWidget(self.reasons, stretch=1)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.message)
        layout.addLayout(facts)
        layout.addLayout(middle, stretch=1)
        layout.addWidget(self.decision_bar)
        return page
