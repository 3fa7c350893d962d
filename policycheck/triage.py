"""The commands with which people settle findings: list, decide, assign, scope, sensitivity, precision."""

from datetime import date
from enum import StrEnum
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.table import Table

from policycheck import terminal
from policycheck.cli_options import (
    JsonFile,
    Name,
    SensitivityOption,
    WorkspaceFile,
    one_of,
    spelt,
    write_json,
)
from policycheck.domain.findings import Action, FindingKind, FindingStatus, Sensitivity
from policycheck.errors import UsageError

if TYPE_CHECKING:
    from policycheck.domain.scopes import PairScope
    from policycheck.workspace import Workspace

FindingId = Annotated[str, typer.Argument(metavar="FINDING", help="Its id, as 'findings' lists it.")]


class Meant(StrEnum):
    """Whether a policy is meant to meet a source, as typed."""

    IN = "in"
    OUT = "out"
    AUTO = "auto"


_INSIDE = {Meant.IN: True, Meant.OUT: False, Meant.AUTO: None}


def register(app: typer.Typer) -> None:
    """Add the commands to an application."""
    for command in (findings, decide, assign, scope, sensitivity, precision):
        app.command()(command)


def findings(
    workspace: WorkspaceFile,
    kind: Annotated[FindingKind | None, typer.Option(help="Only gaps, or only contradictions.")] = None,
    status: Annotated[
        FindingStatus | None,
        typer.Option(
            help="Only those that stand so.", parser=one_of(FindingStatus), metavar=spelt(FindingStatus)
        ),
    ] = None,
    assignee: Annotated[str | None, typer.Option(help="Only those that this person looks after.")] = None,
    due_by: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="Only those due by then.")] = "",
    sensitivity: SensitivityOption = None,
    json_file: JsonFile = None,
) -> None:
    """List the findings of the last check, gravest and surest first."""
    from policycheck.reports.as_json import finding_dict  # noqa: PLC0415 - heavy imports late
    from policycheck.workspace import Workspace  # noqa: PLC0415 - heavy imports late

    with Workspace.open(workspace) as opened:
        warn_if_stale(opened)
        found = opened.findings(
            kind=kind, status=status, assignee=assignee, due_by=_date(due_by), sensitivity=sensitivity
        )
        hidden = opened.hidden(kind=kind, sensitivity=sensitivity)
    if json_file is not None:
        write_json([finding_dict(f) for f in found], json_file)
    else:
        terminal.show_findings(found, title=f"{len(found)} findings")
    terminal.show_hidden(hidden)


def warn_if_stale(opened: "Workspace") -> None:
    """Say on stderr that a workspace must be checked again."""
    if opened.is_stale():
        terminal.err.print("Documents or roles changed since the last check: run 'policycheck check' first.")


def decide(
    workspace: WorkspaceFile,
    finding: FindingId,
    action: Annotated[
        Action, typer.Argument(help="What you decide.", parser=one_of(Action), metavar=spelt(Action))
    ],
    by: Name,
    note: Annotated[str, typer.Option(help="Why; not-applicable and both-right need it.")] = "",
) -> None:
    """Record what you decide on a finding."""
    from policycheck.workspace import Workspace  # noqa: PLC0415 - heavy imports late

    with Workspace.open(workspace) as opened:
        made = opened.decide(finding, action, by=by, note=note)
    terminal.out.print(f"{made.finding}: {made.action.status.words} by {escape(made.by)}")


def assign(
    workspace: WorkspaceFile,
    finding: FindingId,
    by: Name,
    to: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who looks after it; nobody where empty.")
    ] = None,
    due: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="By when; no date where empty.")
    ] = None,
) -> None:
    """Say who looks after a finding and by when."""
    from policycheck.workspace import Workspace  # noqa: PLC0415 - heavy imports late

    if to is None and due is None:
        raise UsageError("Nothing to change.", remedy="Give --to, --due or both.")
    with Workspace.open(workspace) as opened:
        before = opened.finding(finding)
        made = opened.assign(
            finding,
            assignee=before.assignee if to is None else to,
            due=before.due if due is None else _date(due),
            by=by,
        )
    when = f", due {made.due.isoformat()}" if made.due else ""
    terminal.out.print(f"{made.finding}: {escape(made.assignee) or 'nobody'}{when}")


def _date(text: str) -> date | None:
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise UsageError(f"{text} is not a date.", remedy="Write it as 2026-03-31.") from None


def scope(
    workspace: WorkspaceFile,
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A source, by its path or name.")] = "",
    policy: Annotated[str, typer.Argument(metavar="POLICY", help="A policy, by its path or name.")] = "",
    meant: Annotated[
        Meant | None, typer.Argument(metavar="in|out|auto", help="Meant to meet it, not, or as computed.")
    ] = None,
    by: Annotated[str, typer.Option(help="Your name.")] = "",
    note: Annotated[str, typer.Option(help="Why.")] = "",
    json_file: JsonFile = None,
) -> None:
    """List which policy is meant to meet which source (of one document where only one is named), or say so."""
    from policycheck.reports.as_json import scope_dict  # noqa: PLC0415 - heavy imports late
    from policycheck.workspace import Workspace  # noqa: PLC0415 - heavy imports late

    with Workspace.open(workspace) as opened:
        paths = [document.path for document in opened.documents()]
        named = [_one_document(name, paths) for name in (source, policy) if name]
        if meant is not None:
            pair = (_one_document(source, paths), _one_document(policy, paths))
            opened.set_scope(*pair, _INSIDE[meant], by=by, note=note)
        found = [one for one in opened.scopes() if {one.source, one.policy}.issuperset(named)]
    if json_file is not None:
        write_json([scope_dict(one) for one in found], json_file)
        return
    _show_scopes(found)


def _one_document(name: str, paths: list[str]) -> str:
    """Return the path of the document that a person means: by its path, else by its file name."""
    named = [name] if name in paths else [path for path in paths if PurePosixPath(path).name == name]
    if not named:
        raise UsageError(
            f"The workspace has no document {name}.", remedy="'policycheck scope WORKSPACE' lists them."
        )
    if len(named) > 1:
        raise UsageError(f"{name} could be {' or '.join(named)}.", remedy="Give the whole path.")
    return named[0]


def _show_scopes(found: "list[PairScope]") -> None:
    table = Table("Source", "Policy", "Meant to meet it", "Why")
    for one in found:
        stands = "yes" if one.effective else "no"
        computed = {True: "yes", False: "no", None: "not compared"}[one.computed]
        said = f"{stands}, by hand (computed: {computed})" if one.by_hand is not None else stands
        table.add_row(escape(one.source), escape(one.policy), said, escape(one.reason.message))
    terminal.out.print(table)


def sensitivity(
    workspace: WorkspaceFile,
    level: Annotated[
        Sensitivity | None, typer.Argument(help="Fewer false alarms, balanced, or fewer oversights.")
    ] = None,
) -> None:
    """Show or set how sure a finding must be to be shown."""
    from policycheck.workspace import Workspace  # noqa: PLC0415 - heavy imports late

    with Workspace.open(workspace) as opened:
        if level is not None:
            opened.set_sensitivity(level)
        terminal.out.print(f"{opened.sensitivity.value}: {len(opened.findings())} findings are shown.")
        terminal.show_hidden(opened.hidden())


def precision(workspace: WorkspaceFile, json_file: JsonFile = None) -> None:
    """Show how often people found each rule right, from their decisions."""
    from policycheck.workspace import Workspace  # noqa: PLC0415 - heavy imports late

    with Workspace.open(workspace) as opened:
        found = opened.precision_by_rule()
    if json_file is not None:
        names = ("rule", "confirmed", "refuted", "decided", "precision", "low", "high")
        write_json(
            [{"kind": one.kind.value, **{name: getattr(one, name) for name in names}} for one in found],
            json_file,
        )
        return
    if not found:
        terminal.out.print("No rule has five decisions yet: accept, resolve or dismiss findings first.")
        return
    table = Table("Rule", "Confirmed", "Refuted", "Right", "95 % interval")
    for one in found:
        interval = f"{one.low:.0%} to {one.high:.0%}"
        table.add_row(one.rule, str(one.confirmed), str(one.refuted), f"{one.precision:.0%}", interval)
    terminal.out.print(table)
