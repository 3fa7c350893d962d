"""The report as one HTML page that needs nothing else: for reading, mailing and printing."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from policycheck.domain.alignments import Verdict
from policycheck.domain.findings import FindingKind
from policycheck.domain.report import Report
from policycheck.reports import view, wording


def render(report: Report) -> bytes:
    """Return the report as a UTF-8 page; every text from a document is escaped."""
    found = view.rows(report)
    named = view.titles(report)
    page = _template().render(
        report=report,
        created=wording.date_words(report.created),
        summary=view.summary(report),
        first=view.to_do_first(found),
        by_source=view.by_source(found),
        contradictions=view.grouped(row for row in found if row.kind is FindingKind.CONFLICT),
        grouped=view.grouped,
        scope_lines=view.scope_lines(report),
        sensitivity_words=wording.SENSITIVITY_WORDS,
        hidden_words=wording.hidden_words,
        named=named,
        meanings=wording.VERDICT_MEANING,
        kind_words=wording.KIND_WORDS,
        counted=wording.counted,
        verdicts=list(Verdict),
    )
    return wording.clean(page).encode()


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("policycheck.reports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html")
