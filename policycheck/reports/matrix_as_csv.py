"""Some obligations by some policies as a CSV table: the coverage matrix as a person has narrowed it."""

import csv
import io
from collections.abc import Sequence

from policycheck.domain.alignments import LIBRARY, Verdict
from policycheck.domain.report import Report
from policycheck.reports.as_csv import harmless
from policycheck.reports.view import titles
from policycheck.reports.wording import LIBRARY_WORDS


def render_matrix(report: Report, *, obligations: Sequence[str], policies: Sequence[str]) -> bytes:
    """Return one row for each obligation (ids, in their order) and one column for each policy (paths).

    A verdict out of scope stands in brackets; "-" is missing and out of scope, as most cells are.
    """
    named = titles(report)
    duties = {duty.id: duty for duty in report.obligations}
    columns = (*policies, LIBRARY)
    wanted = set(obligations)
    said = {
        (one.obligation, one.policy): _said(one.verdict, in_scope=one.in_scope)
        for one in report.coverage
        if one.obligation in wanted
    }
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    heads = [*(named.get(path, path) for path in policies), LIBRARY_WORDS]
    writer.writerow([harmless(head) for head in ("Source", "Reference", "Obligation", *heads)])
    for duty in (duties[one] for one in obligations if one in duties):
        place = (named.get(duty.document, duty.document), duty.ref, duty.text)
        cells = [said.get((duty.id, policy), "-") for policy in columns]
        writer.writerow([*(harmless(value) for value in place), *cells])
    return out.getvalue().encode("utf-8-sig")


def _said(verdict: Verdict, *, in_scope: bool) -> str:
    if in_scope:
        return verdict.value
    return "-" if verdict is Verdict.MISSING else f"({verdict.value})"
