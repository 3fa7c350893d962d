"""The command line: a thin shell over Workspace. Progress on stderr, data on stdout."""

import json
import multiprocessing
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.markup import escape

from policycheck import terminal, triage
from policycheck.cli_options import JsonFile, SensitivityOption, WorkspaceFile, write_json
from policycheck.domain.documents import DocumentKind, ReadStatus
from policycheck.domain.findings import Finding, FindingKind, FindingStatus
from policycheck.errors import NothingToRead, PolicycheckError, UsageError
from policycheck.progress import Cancelled, Progress

if TYPE_CHECKING:
    from policycheck.domain.documents import Document
    from policycheck.domain.obligations import Obligation
    from policycheck.workspace import ImportResult, Workspace

app = typer.Typer(
    help="Checks an organisation's policies against the law it must follow. Everything stays on this computer.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

DONE, FOUND, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130


def main() -> None:
    """Run the command line; a problem ends in one clear line and exit code 2."""
    multiprocessing.freeze_support()  # in a bundle this very program is also the model's process
    try:
        app()
    except PolicycheckError as error:
        _fail(str(error))
    except (KeyboardInterrupt, Cancelled):
        terminal.err.print("Stopped. What was finished is kept.")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        sys.exit(DONE)


def _fail(message: str) -> NoReturn:
    terminal.err.print(f"[bold]policycheck:[/] {escape(message)}", soft_wrap=True)
    sys.exit(BAD_INPUT)


@app.command("app")
def open_app(
    workspace: Annotated[Path | None, typer.Argument(help="The workspace to open.")] = None,
    screenshot: Annotated[
        Path | None,
        typer.Option("--screenshot", metavar="DIR", help="Write a picture of each view and exit."),
    ] = None,
) -> None:
    """Open the desktop program."""
    from policycheck_ui.app import run, take_screenshots  # noqa: PLC0415 - Qt only when a window is wanted

    if screenshot is not None:
        if workspace is None:
            raise UsageError("Pictures need a workspace.", remedy="Name one before --screenshot.")
        for picture in take_screenshots(workspace, screenshot):
            terminal.out.print(str(picture), soft_wrap=True)
        return
    raise typer.Exit(run(workspace))


@app.command()
def demo(
    folder: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="Where the workspace and the reports go.")
    ] = Path("policycheck-demo"),
) -> None:
    """Check the sample corpus and write every report."""
    from policycheck.demo import prepare_demo  # noqa: PLC0415 - heavy imports late

    with terminal.progress_bar() as progress:
        result = prepare_demo(folder, progress=progress)
    terminal.show_imports(result.imports)
    terminal.show_summary(result.summary)
    terminal.show_findings(result.findings[:10], title="The ten findings to look at first")
    terminal.out.print("\nReports:")
    for path in result.reports:
        terminal.out.print(f"  {path}", soft_wrap=True)
    terminal.out.print(f"Workspace: {result.workspace}", soft_wrap=True)


@app.command()
def init(workspace: WorkspaceFile) -> None:
    """Make a new, empty workspace."""
    from policycheck.workspace import Workspace  # noqa: PLC0415 - heavy imports late

    Workspace.create(workspace).close()
    terminal.out.print(f"Made {workspace}", soft_wrap=True)


@app.command()
def add(
    workspace: WorkspaceFile,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files and folders.")],
    kind: Annotated[
        DocumentKind | None, typer.Option(help="What the documents are; guessed if not said.")
    ] = None,
) -> None:
    """Read documents into a workspace; a file that cannot be read does not stop the rest."""
    from policycheck.workspace import Workspace  # noqa: PLC0415 - heavy imports late

    with Workspace.open(workspace) as opened:
        with terminal.progress_bar() as progress:
            results = opened.add(paths, kind=kind, progress=progress)
        terminal.show_imports(results, each=True)
        if not any(r.status is not ReadStatus.FAILED for r in results):
            raise NothingToRead(
                "None of the files could be read.", remedy="The lines above say what to do about each."
            )


@app.command()
def check(
    workspace: Annotated[
        Path | None, typer.Argument(metavar="[WORKSPACE]", help="The workspace file.")
    ] = None,
    sources: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder or file of law, guidance and standards.")
    ] = None,
    policies: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder or file of local policies.")
    ] = None,
    json_file: JsonFile = None,
    fail_on: Annotated[
        str | None, typer.Option(metavar="missing|conflict", help="Exit with 1 on such a finding.")
    ] = None,
    roles: Annotated[
        list[str] | None,
        typer.Option("--as", metavar="ROLE", help="Who we are; may be given more than once."),
    ] = None,
    sensitivity: SensitivityOption = None,
) -> None:
    """Check a workspace, or two folders in one go."""
    from policycheck.workspace import Workspace  # noqa: PLC0415 - heavy imports late

    if fail_on not in (None, "missing", "conflict"):
        raise UsageError(f"--fail-on takes missing or conflict, not {fail_on}.")
    if (workspace is None) == (sources is None or policies is None):
        raise UsageError("Name a workspace, or both --sources and --policies.")
    opened = Workspace.open(workspace) if workspace is not None else Workspace.temporary()
    with opened:
        if roles:
            from policycheck.domain.report import Profile  # noqa: PLC0415 - heavy imports late

            opened.set_profile(Profile(roles=tuple(roles)))
        with terminal.progress_bar() as progress:
            if sources is not None and policies is not None:
                terminal.show_imports(_add_folders(opened, sources, policies, progress))
            summary = opened.check(progress=progress, sensitivity=sensitivity)
        terminal.show_summary(
            summary, on=terminal.err if json_file is not None and str(json_file) == "-" else terminal.out
        )
        if json_file is not None:
            from policycheck.reports import report_dict  # noqa: PLC0415 - heavy imports late

            write_json(report_dict(opened.report(sensitivity=sensitivity)), json_file)
        if _fails(opened.findings(sensitivity=sensitivity), fail_on):
            raise typer.Exit(FOUND)


def _add_folders(
    opened: "Workspace", sources: Path, policies: Path, progress: Progress
) -> "list[ImportResult]":
    from policycheck.reading import choose_source_kind  # noqa: PLC0415 - heavy imports late

    results = []
    for folder, kind in ((sources, None), (policies, DocumentKind.POLICY)):
        if not folder.exists():
            raise UsageError(f"{folder} does not exist.", remedy="Check the name of the folder.")
        found = opened.add(
            [folder],
            kind=kind,
            progress=progress,
            relative_to=folder if folder.is_dir() else folder.parent,
            choose=choose_source_kind,
        )
        if not any(r.status is not ReadStatus.FAILED for r in found):
            terminal.show_imports(found)
            raise NothingToRead(
                f"{folder} holds no document that can be read.",
                remedy="It may be DOCX, PDF, HTML, Markdown, text, or legislation as XML.",
            )
        results += found
    return results


def _fails(findings: "list[Finding]", fail_on: str | None) -> bool:
    if fail_on is None:
        return False
    wanted = {"missing", "conflict"} if fail_on == "missing" else {"conflict"}
    open_ones = [f for f in findings if f.status in (FindingStatus.OPEN, FindingStatus.LAPSED)]
    return any(
        f.kind is FindingKind.CONFLICT or (f.verdict is not None and f.verdict.value in wanted)
        for f in open_ones
    )


@app.command()
def obligations(
    path: Annotated[Path, typer.Argument(metavar="WORKSPACE|FILE", help="A workspace, or one document.")],
    json_file: JsonFile = None,
) -> None:
    """Show how obligations were read: the deciding words, the parts, and what was left unread."""
    from policycheck.reports.as_json import obligation_dict  # noqa: PLC0415 - heavy imports late

    found = _readings_of(path)
    if json_file is not None:
        write_json([obligation_dict(o) for _, duties in found for o in duties], json_file)
        return
    for document, duties in found:
        terminal.show_readings(document, duties)


def _readings_of(path: Path) -> "list[tuple[Document, list[Obligation]]]":
    from policycheck.reading import choose_kind, read_duties, read_file  # noqa: PLC0415 - heavy imports late
    from policycheck.store import is_workspace  # noqa: PLC0415 - heavy imports late
    from policycheck.workspace import Workspace  # noqa: PLC0415 - heavy imports late

    if is_workspace(path):
        with Workspace.open(path) as opened:
            return [(document, opened.obligations(document.path)) for document in opened.documents()]
    document = read_file(path, kind=choose_kind(path))
    return [(document, read_duties(document))]


@app.command()
def show(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="One document.")],
    kind: Annotated[DocumentKind | None, typer.Option(help="What it is; guessed if not said.")] = None,
    json_file: JsonFile = None,
) -> None:
    """Show the clauses that were read in a document, with their references."""
    from policycheck.reading import choose_kind, read_file  # noqa: PLC0415 - heavy imports late
    from policycheck.reports.as_json import document_dict  # noqa: PLC0415 - heavy imports late

    document = read_file(path, kind=kind or choose_kind(path))
    if json_file is not None:
        write_json(document_dict(document), json_file)
        return
    terminal.show_document(document)


triage.register(app)


@app.command()
def report(
    workspace: WorkspaceFile,
    file_format: Annotated[str, typer.Option("--format", help="xlsx, html, csv or json.")],
    file: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where to write it.")],
    sensitivity: SensitivityOption = None,
) -> None:
    """Write the last check as a report."""
    from policycheck.workspace import Workspace  # noqa: PLC0415 - heavy imports late

    with Workspace.open(workspace) as opened:
        triage.warn_if_stale(opened)
        opened.export(file_format, file, sensitivity=sensitivity)
    terminal.out.print(f"Wrote {file}", soft_wrap=True)


@app.command()
def search(
    workspace: WorkspaceFile,
    text: Annotated[str, typer.Argument(help="Words or a question.")],
    number: Annotated[int, typer.Option("-n", help="How many clauses at most.")] = 10,
) -> None:
    """Find clauses by meaning and words."""
    from policycheck.workspace import Workspace  # noqa: PLC0415 - heavy imports late

    with Workspace.open(workspace) as opened, terminal.progress_bar() as progress:
        hits = opened.search(text, k=number, progress=progress)
    for hit in hits:
        terminal.out.print(
            f"[bold]{escape(hit.document_title)}, {escape(hit.ref)}[/] ({escape(hit.document)})"
        )
        terminal.out.print(f"  {escape(hit.text)}")


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.json", help="Labels made by reading.")],
    checked: Annotated[
        Path,
        typer.Argument(
            metavar="REPORT.json", help="What 'check --json' wrote, or a workspace that was checked."
        ),
    ],
) -> None:
    """Hold a check against labels made by reading: precision and recall."""
    from policycheck.evaluation import evaluate as score  # noqa: PLC0415 - heavy imports late
    from policycheck.evaluation import format_scores  # noqa: PLC0415 - heavy imports late

    terminal.out.print(format_scores(score(_read_json(gold), _report_of(checked))), markup=False)


def _report_of(path: Path) -> dict[str, object]:
    """Return a report as written, or that of a workspace's last check."""
    from policycheck.reports import report_dict  # noqa: PLC0415 - heavy imports late
    from policycheck.store import is_workspace  # noqa: PLC0415 - heavy imports late
    from policycheck.workspace import Workspace  # noqa: PLC0415 - heavy imports late

    if not is_workspace(path):
        return _read_json(path)
    with Workspace.open(path) as opened:
        triage.warn_if_stale(opened)
        return report_dict(opened.report())


def _read_json(path: Path) -> dict[str, object]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path} cannot be opened ({error.strerror}).") from error
    except ValueError as error:
        raise UsageError(f"{path} is not JSON ({error}).") from error
    if not isinstance(data, dict):
        raise UsageError(f"{path} holds no JSON object.")
    return data


@app.command()
def bench(
    clauses: Annotated[int, typer.Option(help="How many clauses to measure with.", min=10)] = 1000,
    json_file: JsonFile = None,
) -> None:
    """Measure reading, embedding and searching on this computer."""
    from policycheck.bench import format_bench, run_bench  # noqa: PLC0415 - heavy imports late

    with terminal.progress_bar() as progress:
        figures = run_bench(clauses, progress=progress)
    if json_file is not None:
        write_json(figures, json_file)
        return
    terminal.out.print(format_bench(figures), markup=False)


if __name__ == "__main__":
    main()
