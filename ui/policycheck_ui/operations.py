"""One small function per thing a user can ask for; each returns an operation for the worker to run."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from policycheck.domain.documents import DocumentKind, ReadStatus
from policycheck.domain.findings import Action, Decision, Finding, FindingStatus
from policycheck.domain.report import Profile
from policycheck.progress import Progress
from policycheck_ui import words
from policycheck_ui.errors import Level, Notice

if TYPE_CHECKING:
    from policycheck.workspace import CheckSummary, ImportResult, Workspace

Result = TypeVar("Result")
UNDONE = "Undone"
REFRESHING = "Reading the workspace"
_ACTION_FOR = {action.status: action for action in Action}


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation(Generic[Result]):
    """What to run on the worker and what to say afterwards.

    `quiet` work is over in a blink and shows no progress; `refreshes` says that the views are out of date
    once it is done.
    """

    title: str
    work: Callable[[Progress], Result]
    done: Callable[[Result], Notice | None] = lambda _: None
    refreshes: bool = True
    quiet: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision as recorded, with the finding before and after it, and the decision it followed."""

    before: Finding
    after: Finding
    decision: Decision
    earlier: Decision | None


def create_workspace(path: Path) -> "Operation[Workspace]":
    """Make a new workspace file."""

    def work(_: Progress) -> "Workspace":
        from policycheck.workspace import Workspace  # noqa: PLC0415 - the window comes first

        return Workspace.create(path)

    return Operation(title=f"Making {path.name}", work=work, refreshes=False)


def open_workspace(path: Path) -> "Operation[Workspace]":
    """Open a workspace file."""

    def work(_: Progress) -> "Workspace":
        from policycheck.workspace import Workspace  # noqa: PLC0415 - the window comes first

        return Workspace.open(path)

    return Operation(title=f"Opening {path.name}", work=work, refreshes=False)


def refresh() -> Operation[None]:
    """Read the workspace again; the runner brings the snapshot."""
    return Operation(title=REFRESHING, work=lambda _: None, quiet=True)


def add_documents(
    workspace: "Workspace", paths: Sequence[Path], *, kind: DocumentKind | None
) -> "Operation[list[ImportResult]]":
    """Read files and folders into the workspace."""
    return Operation(
        title="Reading documents",
        work=lambda progress: workspace.add(paths, kind=kind, progress=progress),
        done=_say_added,
    )


def add_samples(workspace: "Workspace") -> "Operation[list[ImportResult]]":
    """Read the sample documents that come with the program."""

    def work(progress: Progress) -> "list[ImportResult]":
        from policycheck.samples import sample_corpus  # noqa: PLC0415 - the window comes first

        folder = sample_corpus()
        laws, ours = folder / "legislation", folder / "local_policies"
        sources = workspace.add([laws], relative_to=laws, progress=progress)
        policies = workspace.add([ours], kind=DocumentKind.POLICY, relative_to=ours, progress=progress)
        return [*sources, *policies]

    return Operation(title="Reading the sample documents", work=work, done=_say_added)


def remove_document(workspace: "Workspace", path: str, title: str) -> Operation[None]:
    """Take a document out of the workspace; the file stays where it is."""
    text = f"“{title}” was taken out of the workspace. The file itself is untouched."
    return Operation(
        title="Removing a document",
        work=lambda _: workspace.remove(path),
        done=lambda _: Notice(level=Level.INFO, text=text),
        quiet=True,
    )


def set_kind(workspace: "Workspace", path: str, kind: DocumentKind) -> Operation[None]:
    """Say what part a document plays."""
    return Operation(
        title="Changing the kind of a document", work=lambda _: workspace.set_kind(path, kind), quiet=True
    )


def set_roles(workspace: "Workspace", roles: Sequence[str]) -> Operation[None]:
    """Say who we are."""
    profile = Profile(roles=tuple(roles))
    return Operation(title="Saving who we are", work=lambda _: workspace.set_profile(profile), quiet=True)


def check(workspace: "Workspace") -> "Operation[CheckSummary]":
    """Check every policy against every source, and the policies against each other."""
    return Operation(
        title="Checking", work=lambda progress: workspace.check(progress=progress), done=_say_checked
    )


def decide(
    workspace: "Workspace", finding: Finding, action: Action, *, by: str, note: str
) -> Operation[Decided]:
    """Record what a person decided on a finding."""

    def work(_: Progress) -> Decided:
        earlier = [item for item in workspace.decisions() if item.finding == finding.id]
        made = workspace.decide(finding.id, action, by=by, note=note)
        after = workspace.finding(finding.id)
        return Decided(before=finding, after=after, decision=made, earlier=earlier[-1] if earlier else None)

    return Operation(title="Recording the decision", work=work, refreshes=False, quiet=True)


def restore(workspace: "Workspace", decided: Decided, *, by: str) -> Operation[Decided]:
    """Undo a decision by recording the state before it again; the history keeps both.

    A finding that was open, or whose decision had lapsed, is reopened.
    """
    before, earlier = decided.before.status, decided.earlier
    if before in (FindingStatus.OPEN, FindingStatus.LAPSED) or earlier is None:
        return decide(workspace, decided.after, Action.REOPEN, by=by, note=UNDONE)
    return decide(workspace, decided.after, _ACTION_FOR[before], by=by, note=earlier.note)


def repeat(workspace: "Workspace", decided: Decided, *, by: str) -> Operation[Decided]:
    """Redo a decision that was undone."""
    made = decided.decision
    return decide(workspace, decided.before, made.action, by=by, note=made.note)


def export(workspace: "Workspace", form: str, out: Path) -> Operation[None]:
    """Write the report to a file."""
    return Operation(
        title=f"Writing {out.name}",
        work=lambda _: workspace.export(form, out),
        done=lambda _: Notice(level=Level.INFO, text=f"The report was written to {out}.", open_path=str(out)),
        refreshes=False,
    )


def _say_added(results: "list[ImportResult]") -> Notice:
    failed = sum(1 for result in results if result.status is ReadStatus.FAILED)
    partial = sum(1 for result in results if result.status is ReadStatus.PARTIAL)
    if not results:
        return Notice(
            level=Level.WARNING, text="There was nothing to read.", remedy="Choose files or another folder."
        )
    text = f"{words.count(len(results) - failed, 'document')} read."
    if partial:
        text += f" {partial} of them only in part."
    if failed:
        text += f" {words.count(failed, 'file')} could not be read."
    level = Level.WARNING if failed or partial else Level.INFO
    remedy = "The list below the library says why." if failed or partial else "Check when all are in."
    return Notice(level=level, text=text, remedy=remedy)


def _say_checked(summary: "CheckSummary") -> Notice:
    text = (
        f"Checked {words.count(summary.obligations, 'obligation')} over "
        f"{words.count(summary.documents, 'document')}: {summary.missing} missing, "
        f"{summary.partial} partial, {summary.conflict} contradicted, {summary.covered} covered; "
        f"{words.count(summary.contradictions, 'contradiction')} between clauses."
    )
    if not summary.lapsed:
        return Notice(level=Level.INFO, text=text)
    lapsed = f"{words.count(summary.lapsed, 'decision')} lapsed because the text judged has changed."
    return Notice(level=Level.WARNING, text=text, remedy=f"{lapsed} Filter by status “Lapsed” to see them.")
