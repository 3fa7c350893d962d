"""One small function per thing a user can ask for; each returns an operation for the worker to run."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from policycheck.domain.documents import DocumentKind, ReadStatus
from policycheck.domain.findings import Action, Decision, Finding, FindingStatus, Sensitivity
from policycheck.domain.report import Profile
from policycheck.domain.scopes import ScopeDecision
from policycheck.progress import Progress
from policycheck_ui import words
from policycheck_ui.errors import Level, Notice
from policycheck_ui.model import shared_model

if TYPE_CHECKING:
    from policycheck.workspace import CheckSummary, ImportResult, Incoming, Workspace

Result = TypeVar("Result")
UNDONE = "Undone"
CHECKING = "Checking"
REFRESHING = "Reading the workspace"
LOUD_FROM = 50  # decisions at once; fewer are over in a blink
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


def known_roles() -> Operation[list[str]]:
    """Read the roles that the vocabulary knows."""

    def work(_: Progress) -> list[str]:
        from policycheck.workspace import Workspace  # noqa: PLC0415 - the window comes first

        return Workspace.known_roles()

    return Operation(title="Reading the roles", work=work, refreshes=False, quiet=True)


def create_workspace(path: Path, *, roles: Sequence[str] = ()) -> "Operation[Workspace]":
    """Make a new workspace file and say who we are."""

    def work(_: Progress) -> "Workspace":
        from policycheck.workspace import Workspace  # noqa: PLC0415 - the window comes first

        made = Workspace.create(path, embedder=shared_model())
        made.set_profile(Profile(roles=tuple(roles)))
        return made

    return Operation(title=f"Making {path.name}", work=work, refreshes=False)


def open_workspace(path: Path) -> "Operation[Workspace]":
    """Open a workspace file."""

    def work(_: Progress) -> "Workspace":
        from policycheck.workspace import Workspace  # noqa: PLC0415 - the window comes first

        return Workspace.open(path, embedder=shared_model())

    return Operation(title=f"Opening {path.name}", work=work, refreshes=False)


def nothing() -> Operation[None]:
    """Do nothing, after everything that was asked for before."""
    return Operation(title="Waiting", work=lambda _: None, refreshes=False, quiet=True)


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


def look_at(
    workspace: "Workspace", paths: Sequence[Path]
) -> "Operation[tuple[list[Incoming], dict[str, str]]]":
    """Say what adding some files and folders would mean; with the titles of the documents that are there."""

    def work(progress: Progress) -> "tuple[list[Incoming], dict[str, str]]":
        titles = {document.path: document.title for document in workspace.documents()}
        return workspace.look_at(paths, progress=progress), titles

    return Operation(title="Looking at the files", work=work, refreshes=False)


def take_in(workspace: "Workspace", files: "Sequence[Incoming]") -> "Operation[list[ImportResult]]":
    """Read files as they were looked at and put right."""
    return Operation(
        title="Reading documents",
        work=lambda progress: workspace.take_in(files, progress=progress),
        done=_say_added,
    )


def set_scope(
    workspace: "Workspace", source: str, policy: str, inside: bool | None, *, by: str
) -> Operation[ScopeDecision]:
    """Say whether a policy is meant to meet a source; None goes back to what is computed."""
    return Operation(
        title="Saying what the policy is meant to meet",
        work=lambda _: workspace.set_scope(source, policy, inside, by=by),
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
        title=CHECKING, work=lambda progress: workspace.check(progress=progress), done=_say_checked
    )


def decide(
    workspace: "Workspace", findings: Sequence[Finding], action: Action, *, by: str, note: str
) -> Operation[tuple[Decided, ...]]:
    """Record what a person decided on one finding, or on many at once."""
    return _record(workspace, [(finding, action, note) for finding in findings], by=by)


def restore(workspace: "Workspace", made: Sequence[Decided], *, by: str) -> Operation[tuple[Decided, ...]]:
    """Undo decisions by recording the state before them again; the history keeps both."""
    return _record(workspace, [(item.after, *_before(item)) for item in made], by=by)


def repeat(workspace: "Workspace", made: Sequence[Decided], *, by: str) -> Operation[tuple[Decided, ...]]:
    """Redo decisions that were undone."""
    again = [(item.before, item.decision.action, item.decision.note) for item in made]
    return _record(workspace, again, by=by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assigned:
    """A finding before and after it was given to somebody."""

    before: Finding
    after: Finding


def assign(
    workspace: "Workspace", wanted: Sequence[tuple[Finding, str, date | None]], *, by: str
) -> Operation[tuple[Assigned, ...]]:
    """Say for some findings who looks after them and by when."""

    def work(_: Progress) -> tuple[Assigned, ...]:
        for finding, assignee, due in wanted:
            workspace.assign(finding.id, assignee=assignee, due=due, by=by)
        return tuple(Assigned(before=one, after=workspace.finding(one.id)) for one, _, _ in wanted)

    return Operation(
        title="Recording who looks after it", work=work, refreshes=False, quiet=len(wanted) < LOUD_FROM
    )


def _before(decided: Decided) -> tuple[Action, str]:
    """Return the decision that brings back the state before: what was open or had lapsed is reopened."""
    before, earlier = decided.before.status, decided.earlier
    if before in (FindingStatus.OPEN, FindingStatus.LAPSED) or earlier is None:
        return Action.REOPEN, UNDONE
    return _ACTION_FOR[before], earlier.note


def _record(
    workspace: "Workspace", wanted: Sequence[tuple[Finding, Action, str]], *, by: str
) -> Operation[tuple[Decided, ...]]:
    def work(_: Progress) -> tuple[Decided, ...]:
        earlier = {item.finding: item for item in workspace.decisions()}
        made = [workspace.decide(finding.id, action, by=by, note=note) for finding, action, note in wanted]
        return tuple(
            Decided(
                before=finding,
                after=workspace.finding(finding.id),
                decision=decision,
                earlier=earlier.get(finding.id),
            )
            for (finding, _, _), decision in zip(wanted, made, strict=True)
        )

    many = len(wanted) > 1
    title = "Recording the decisions" if many else "Recording the decision"
    return Operation(title=title, work=work, refreshes=False, quiet=len(wanted) < LOUD_FROM)


def set_sensitivity(workspace: "Workspace", sensitivity: Sensitivity) -> Operation[None]:
    """Say how sure a finding must be to be shown."""
    return Operation(
        title="Saving the sensitivity", work=lambda _: workspace.set_sensitivity(sensitivity), quiet=True
    )


def export(
    workspace: "Workspace", form: str, out: Path, *, findings: Sequence[str] | None = None
) -> Operation[None]:
    """Write the report to a file, with all findings or with some of them by their ids."""
    what = "The report was" if findings is None else f"{words.count(len(findings), 'finding')} were"
    what = what.replace("1 finding were", "1 finding was")
    return Operation(
        title=f"Writing {out.name}",
        work=lambda _: workspace.export(form, out, findings=findings),
        done=lambda _: Notice(level=Level.INFO, text=f"{what} written to {out}.", open_path=str(out)),
        refreshes=False,
    )


def export_matrix(
    workspace: "Workspace", out: Path, *, obligations: Sequence[str], policies: Sequence[str]
) -> Operation[None]:
    """Write the matrix of some obligations by some policies to a CSV table."""
    return Operation(
        title=f"Writing {out.name}",
        work=lambda _: workspace.export_matrix(out, obligations=obligations, policies=policies),
        done=lambda _: Notice(level=Level.INFO, text=f"The matrix was written to {out}.", open_path=str(out)),
        refreshes=False,
    )


def _say_added(results: "list[ImportResult]") -> Notice:
    failed = sum(result.status is ReadStatus.FAILED for result in results)
    partial = sum(result.status is ReadStatus.PARTIAL for result in results)
    fresh = sum(result.changed and result.status is not ReadStatus.FAILED for result in results)
    if not results:
        return Notice(
            level=Level.WARNING, text="There was nothing to read.", remedy="Choose files or another folder."
        )
    text = f"{words.count(fresh, 'document')} read."
    if len(results) - failed - fresh:
        text += f" {len(results) - failed - fresh:,} known already."
    if partial:
        text += f" {partial} only in part."
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
