"""What the command line prints: data on stdout, progress and remarks on stderr."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
from rich.progress import Progress as Bar
from rich.table import Table

from policycheck.domain.documents import Clause, ClauseKind, Document, ProvisionStatus, ReadStatus
from policycheck.domain.findings import Finding, FindingKind, FindingStatus
from policycheck.domain.obligations import Obligation
from policycheck.domain.readings import Place, parts_of, signal_places, why_unread
from policycheck.domain.results import CheckSummary, ImportResult
from policycheck.progress import Progress

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """Show a progress bar on stderr; quiet where stderr is not a terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(bar_width=30), MofNCompleteColumn())
    with Bar(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
        task = bar.add_task("Starting", total=None)

        def report(done: int, total: int, message: str = "", /) -> None:
            bar.update(task, completed=done, total=total or None, description=escape(message[:60]))

        yield report


def show_imports(results: Sequence[ImportResult], *, each: bool = False) -> None:
    """Say on stderr what could not be read, or only in part; with `each`, list the others too."""
    for result in results:
        if result.status is ReadStatus.FAILED:
            err.print(f"[bold]Not read:[/] {escape(result.message)}", soft_wrap=True)
        elif result.message:
            part = "Read in part" if result.status is ReadStatus.PARTIAL else "Note"
            err.print(f"[bold]{part}:[/] {escape(result.path)}: {escape(result.message)}", soft_wrap=True)
        if each and result.status is not ReadStatus.FAILED:
            state = "" if result.changed else ", unchanged"
            out.print(
                f"{escape(result.path)}: {result.kind.value}, {result.clauses} clauses, "
                f"{result.obligations} obligations{state}",
                soft_wrap=True,
            )


def show_document(document: Document) -> None:
    """Print the clauses as they were read, items below the clause whose list they belong to."""
    for warning in document.warnings:
        part = "Read in part" if document.status is ReadStatus.PARTIAL else "Note"
        err.print(f"[bold]{part}:[/] {escape(warning)}", soft_wrap=True)
    version = f", {document.version}" if document.version else ""
    out.print(f"[bold]{escape(document.title)}[/] ({document.kind.value}{escape(version)})", soft_wrap=True)
    depths: dict[str, int] = {}
    path: tuple[str, ...] = ()
    for clause in document.clauses:
        depths[clause.id] = depths.get(clause.parent or "", -1) + 1
        if clause.heading_path != path:
            path = clause.heading_path
            out.print(f"\n[italic]{escape(' > '.join(path))}[/]", soft_wrap=True)
        _show_clause(clause, indent="  " * depths[clause.id])
    if document.terms:
        out.print("\n[bold]Terms[/]")
    for term in document.terms:
        out.print(f"  {escape(term.short)}: {escape(term.long)}", soft_wrap=True)


def _show_clause(clause: Clause, *, indent: str) -> None:
    remarks = (
        "" if clause.kind is ClauseKind.PARAGRAPH else clause.kind.value,
        "inserted elsewhere" if clause.quoted else "",
        "" if clause.status is ProvisionStatus.IN_FORCE else clause.status.value,
        clause.extent,
        f"page {clause.page}" if clause.page is not None else "",
    )
    said = "; ".join(remark for remark in remarks if remark)
    out.print(f"{indent}[bold]{escape(clause.ref)}[/]{escape(f' ({said})' if said else '')}", soft_wrap=True)
    if clause.columns:
        out.print(f"{indent}  [dim]{escape(' | '.join(clause.columns))}[/]", soft_wrap=True)
    for line in (*clause.text.split("\n"), *([f"… {clause.closing}"] if clause.closing else [])):
        out.print(f"{indent}  {escape(line)}", soft_wrap=True)


def show_summary(summary: CheckSummary, *, on: Console = out) -> None:
    """Print a check in figures."""
    on.print(
        f"\n{summary.documents} documents, {summary.clauses} clauses. Of {summary.obligations} obligations, "
        f"{summary.not_ours} are another body's and {summary.out_of_scope} are on subjects no policy here has."
    )
    table = Table("Across all policies", "Obligations")
    for words, count in (
        ("covered", summary.covered),
        ("partial", summary.partial),
        ("conflict", summary.conflict),
        ("missing", summary.missing),
    ):
        table.add_row(words, str(count))
    on.print(table)
    lapsed = f" {summary.lapsed} decisions lapsed because the judged text changed." if summary.lapsed else ""
    on.print(f"{summary.contradictions} contradictions.{lapsed}")
    if summary.not_applicable:
        on.print(f"{summary.not_applicable} obligations were marked not applicable and are not counted.")
    show_hidden(summary.hidden, on=on)
    on.print(
        f"Compared {summary.computed} pairs of documents, {summary.reused} unchanged; {summary.seconds:.1f} s."
    )


def show_hidden(hidden: int, *, on: Console = err) -> None:
    """Say how many findings are too uncertain to be shown, where there are any."""
    if hidden == 1:
        on.print("1 less certain finding is not shown.")
    elif hidden:
        on.print(f"{hidden} less certain findings are not shown.")


def show_findings(found: Sequence[Finding], *, title: str) -> None:
    """Print findings with their quotations and warnings."""
    out.print(f"\n[bold]{escape(title)}[/]")
    shared = Counter(f.topic.id for f in found if f.topic is not None)
    for f in found:
        what = (
            f.conflict_type.value.replace("_", " ")
            if f.conflict_type
            else f.verdict.value
            if f.verdict
            else ""
        )
        name = "contradiction" if f.kind is FindingKind.CONFLICT else "gap"
        stands = _stands(f)
        out.print(
            f"\n[bold]{f.id}[/] {name}: {what}, {f.severity.value}, {f.confidence:.0%}{escape(stands)}",
            soft_wrap=True,
        )
        out.print(f"  {escape(f.message)}")
        if f.topic is not None and shared[f.topic.id] > 1 and f.kind is FindingKind.CONFLICT:
            out.print(f"  One of {shared[f.topic.id]} on: {escape(f.topic.title)}")
        for quote in (f.a, f.b):
            if quote is not None:
                out.print(f"  {escape(quote.document)} {escape(quote.ref)}: “{escape(quote.text)}”")
        for warning in f.warnings:
            out.print(f"  Note: {escape(warning)}")


def _stands(finding: Finding) -> str:
    """Say what people said of a finding: how it stands, who looks after it, by when."""
    said = (
        "" if finding.status is FindingStatus.OPEN else finding.status.words,
        finding.assignee,
        f"due {finding.due.isoformat()}" if finding.due else "",
    )
    return f" [{', '.join(filter(None, said))}]" if any(said) else ""


def show_readings(document: Document, obligations: Sequence[Obligation]) -> None:
    """Print every clause of a document with its obligations; those without one stand there as left unread.

    The words that decided the modality are underlined, or stand between underscores where the output is no
    terminal. An item whose words were read with those above its list is not printed again.
    """
    readings: dict[str, list[Obligation]] = {}
    for obligation in obligations:
        readings.setdefault(obligation.clause, []).append(obligation)
    by_id = {clause.id: clause for clause in document.clauses}
    without = 0
    out.print(f"\n[bold]{escape(document.title)}[/] ({escape(document.path)})")
    for clause in document.clauses:
        for obligation in readings.get(clause.id, ()):
            _show_reading(obligation)
        why = why_unread(clause, by_id, readings)
        if why:
            without += 1
            unread = f"[bold]{escape(clause.ref)}[/] [dim]no obligation read: {escape(clause.text)}[/]"
            out.print(f"\n{unread}", soft_wrap=True)
            out.print(f"    [dim]{'why':<10}{escape(why)}[/]")
    out.print(f"\n{len(obligations)} obligations; {without} of {len(document.clauses)} clauses left unread.")


def _show_reading(obligation: Obligation) -> None:
    out.print(f"\n[bold]{escape(obligation.ref)}[/] {obligation.modality.value}")
    out.print(f"  {_marked(obligation.text, signal_places(obligation))}", soft_wrap=True)
    for part in parts_of(obligation):
        words = escape(part.text) if part.text else "[dim]–[/]"
        note = f" [dim]({escape(part.note)})[/]" if part.note else ""
        out.print(f"    [dim]{part.kind.value:<10}[/]{words}{note}", soft_wrap=True)


def _marked(text: str, places: Sequence[Place]) -> str:
    before, after = ("[u]", "[/u]") if out.is_terminal else ("_", "_")
    marked, position = "", 0
    for start, end in places:
        marked += f"{escape(text[position:start])}{before}{escape(text[start:end])}{after}"
        position = end
    return marked + escape(text[position:])
