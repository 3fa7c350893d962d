"""The sample corpus, checked, with every report written: what `make run` and `policycheck demo` do."""

from dataclasses import dataclass
from pathlib import Path

from policycheck.domain.documents import DocumentKind
from policycheck.domain.findings import Finding
from policycheck.domain.report import Profile
from policycheck.errors import UsageError
from policycheck.progress import Progress, silent
from policycheck.reading import choose_source_kind
from policycheck.reports import FORMATS
from policycheck.samples import sample_corpus
from policycheck.workspace import CheckSummary, ImportResult, Workspace

WORKSPACE = "sample.policycheck"
# The sample's policies are a council's: duties on courts and ministers are set aside.
SAMPLE_PROFILE = Profile(roles=("local authority",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Demo:
    """What the demonstration made."""

    workspace: Path
    imports: list[ImportResult]
    summary: CheckSummary
    findings: list[Finding]
    reports: list[Path]


def prepare_demo(folder: Path, *, progress: Progress = silent) -> Demo:
    """Check the sample corpus in a workspace in `folder`, made where missing, and write the reports there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"{folder} cannot be made ({error.strerror}).", remedy="Choose another folder."
        ) from error
    path = folder / WORKSPACE
    with Workspace.open(path) if path.exists() else Workspace.create(path) as workspace:
        imports = add_sample(workspace, progress=progress)
        workspace.set_profile(SAMPLE_PROFILE)
        summary = workspace.check(progress=progress)
        reports = [folder / f"report.{name}" for name in FORMATS]
        for name, report in zip(FORMATS, reports, strict=True):
            workspace.export(name, report)
        return Demo(
            workspace=path,
            imports=imports,
            summary=summary,
            findings=workspace.findings(),
            reports=reports,
        )


def add_sample(workspace: Workspace, *, progress: Progress = silent) -> list[ImportResult]:
    """Read the sample corpus into a workspace."""
    corpus = sample_corpus()
    sources, policies = corpus / "legislation", corpus / "local_policies"
    return [
        *workspace.add([sources], relative_to=sources, choose=choose_source_kind, progress=progress),
        *workspace.add([policies], kind=DocumentKind.POLICY, relative_to=policies, progress=progress),
    ]
