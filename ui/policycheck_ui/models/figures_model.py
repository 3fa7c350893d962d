"""The figures behind the charts as a table: the text alternative, to sort and to read out."""

from policycheck.domain.alignments import Verdict
from policycheck_ui import words
from policycheck_ui.models.table import Column, TableModel
from policycheck_ui.widgets.bar_chart import Bar


def _of(verdict: Verdict) -> Column[Bar]:
    return Column[Bar](
        title=words.VERDICTS[verdict],
        text=lambda bar: f"{bar.tally.verdicts[verdict]:,}",
        sort=lambda bar: bar.tally.verdicts[verdict],
        figures=True,
    )


def _share(bar: Bar) -> str:
    return f"{bar.tally.covered / bar.tally.total:.0%}" if bar.tally.total else "–"


class FiguresModel(TableModel[Bar]):
    """One row for each bar; `what` names what the bars are of."""

    def __init__(self, what: str) -> None:
        columns = (
            Column[Bar](title=what, text=lambda bar: bar.title),
            *(_of(verdict) for verdict in Verdict),
            Column[Bar](
                title="In scope",
                text=lambda bar: f"{bar.tally.total:,}",
                sort=lambda bar: bar.tally.total,
                figures=True,
            ),
            Column[Bar](
                title="Share covered",
                text=_share,
                sort=lambda bar: bar.tally.covered / bar.tally.total if bar.tally.total else -1.0,
                figures=True,
            ),
        )
        super().__init__(columns, key=lambda bar: bar.title)
