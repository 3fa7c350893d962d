"""The look of a worksheet and the safe writing of its cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from policycheck.domain.alignments import Verdict
from policycheck.reports.wording import clean

LONGEST = 32_767  # characters that a cell holds; XlsxWriter drops a longer text whole

_COLOURS = {
    Verdict.COVERED: ("#E2F0D9", "#1E4D12"),
    Verdict.PARTIAL: ("#FFF2CC", "#5C4300"),
    Verdict.MISSING: ("#F8D7DA", "#6B1119"),
    Verdict.CONFLICT: ("#E6D5F0", "#45165E"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """The cell formats of one workbook; `verdict` by the verdict's word."""

    plain: Any
    head: Any
    title: Any
    muted: Any
    verdict: dict[str, Any]


def styles_for(book: Any) -> Styles:
    """Add the cell formats to a workbook."""
    wrapped = {"text_wrap": True, "valign": "top"}
    return Styles(
        plain=book.add_format(wrapped),
        head=book.add_format({**wrapped, "bold": True, "bg_color": "#1F3A5F", "font_color": "#FFFFFF"}),
        title=book.add_format({"bold": True, "font_size": 16}),
        muted=book.add_format({**wrapped, "font_color": "#595959"}),
        verdict={
            verdict: book.add_format({**wrapped, "bg_color": paper, "font_color": ink})
            for verdict, (paper, ink) in _COLOURS.items()
        },
    )


def put(sheet: Any, row: int, column: int, value: str | int, style: Any) -> None:
    """Write a number as a number and text as text: never a formula or a link."""
    if isinstance(value, int):
        sheet.write_number(row, column, value, style)
        return
    text = clean("\n".join(value.splitlines()))  # Excel knows one sort of line break
    if not text:
        sheet.write_blank(row, column, None, style)  # so that a filter offers "(Blanks)"
        return
    sheet.write_string(row, column, text if len(text) <= LONGEST else text[: LONGEST - 1] + "…", style)


def write_table(
    book: Any,
    styles: Styles,
    name: str,
    columns: Sequence[tuple[str, float]],
    lines: Sequence[Sequence[str | int]],
    *,
    frozen: int = 0,
) -> Any:
    """Add a sheet of lines under headings, each with its width in characters, and return it.

    A cell that is a verdict and nothing else gets the verdict's colour; the first `frozen` columns stay in
    view.
    """
    sheet = book.add_worksheet(name)
    for column, (heading, width) in enumerate(columns):
        sheet.set_column(column, column, width)
        put(sheet, 0, column, heading, styles.head)
    for number, line in enumerate(lines, start=1):
        for column, value in enumerate(line):
            put(sheet, number, column, value, styles.verdict.get(str(value), styles.plain))
    sheet.freeze_panes(1, frozen)
    sheet.autofilter(0, 0, max(len(lines), 1), len(columns) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    return sheet
