"""A workspace: documents in, check, decide, search, report. The only wiring; it holds no rules."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter
from typing import Self

from policycheck.adding import add_files, look_at, take_in
from policycheck.checking import assemble_again, check_fingerprint, run_check
from policycheck.domain.alignments import Alignment
from policycheck.domain.documents import Document, DocumentKind
from policycheck.domain.findings import (
    Action,
    Assignment,
    Decision,
    Event,
    Finding,
    FindingKind,
    FindingStatus,
    Sensitivity,
)
from policycheck.domain.obligations import Applies, Obligation
from policycheck.domain.report import ModelCard, Profile, Report
from policycheck.domain.results import CheckSummary, ImportResult, Incoming, RulePrecision, SearchHit
from policycheck.domain.scopes import PairScope, ScopeDecision, said_by_hand
from policycheck.embedding import LanguageModel, ModelProcess, TunedMiniLM, embed_cached
from policycheck.errors import UnknownFinding, WorkspaceError
from policycheck.evaluation import precision_by_rule
from policycheck.lexicon.roles import known_roles
from policycheck.matching.blocks import Matrix
from policycheck.progress import Progress, silent
from policycheck.reading import read_duties
from policycheck.recap import Parted, chosen, every_pair, parted, set_aside, summary_of
from policycheck.refusing import named, refuse_unfit
from policycheck.reports import write, write_matrix
from policycheck.scoping import pair_scopes, said_of
from policycheck.searching import search_clauses
from policycheck.store import Store

__all__ = ["CheckSummary", "ImportResult", "Incoming", "ModelProcess", "SearchHit", "Workspace"]


class Workspace:
    """One workspace file, open. Use it as a context manager, or call `close`."""

    def __init__(self, store: Store, *, embedder: LanguageModel | None = None) -> None:
        self._store = store
        self._embedder = embedder or TunedMiniLM()

    @classmethod
    def create(cls, path: Path, *, embedder: LanguageModel | None = None) -> Self:
        """Make a new workspace file; raises WorkspaceError where one exists or none can be written."""
        return cls(Store.create(Path(path)), embedder=embedder)

    @classmethod
    def open(cls, path: Path, *, embedder: LanguageModel | None = None) -> Self:
        """Open a workspace file; raises WorkspaceError where it is missing, damaged or too new."""
        return cls(Store.open(Path(path)), embedder=embedder)

    @classmethod
    def temporary(cls, *, embedder: LanguageModel | None = None) -> Self:
        """Make a workspace that is gone when closed."""
        return cls(Store.temporary(), embedder=embedder)

    @property
    def path(self) -> Path:
        return self._store.path

    def close(self) -> None:
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Who we are

    @property
    def profile(self) -> Profile:
        return self._store.profile()

    def set_profile(self, profile: Profile) -> None:
        self._store.set_profile(profile)

    @staticmethod
    def known_roles() -> list[str]:
        """Return the duty-holder roles the vocabulary knows, in alphabetical order."""
        return sorted(known_roles())

    # Documents

    def add(
        self,
        paths: Sequence[Path],
        *,
        kind: DocumentKind | None = None,
        progress: Progress = silent,
        relative_to: Path | None = None,
        choose: Callable[[Path, str], DocumentKind] | None = None,
    ) -> list[ImportResult]:
        """Read files, and folders recursively, into the workspace; one result for each file.

        `kind` None guesses it, with `choose(path, title)` where given. Paths are kept as given, or relative
        to `relative_to`. A file that cannot be read changes nothing else. Raises `Cancelled` when `progress`
        does; files read until then stay.
        """
        return add_files(
            self._store, paths, kind=kind, progress=progress, relative_to=relative_to, choose=choose
        )

    def look_at(self, paths: Sequence[Path], *, progress: Progress = silent) -> list[Incoming]:
        """Say of each file what adding it would mean: its kind as guessed, and what the workspace knows of it."""
        return look_at(self._store, paths, progress=progress)

    def take_in(self, files: Sequence[Incoming], *, progress: Progress = silent) -> list[ImportResult]:
        """Read files as they were looked at and as a person put it right; as `add` otherwise."""
        return take_in(self._store, files, progress=progress)

    def remove(self, path: str) -> None:
        self._store.remove_document(path)

    def set_kind(self, path: str, kind: DocumentKind) -> None:
        """Change what part a document plays, and read its obligations anew for it."""
        document = replace(self.document(path), kind=kind)
        self._store.save_document(document, read_duties(document))

    def documents(self) -> list[Document]:
        return self._store.documents()

    def document(self, path: str) -> Document:
        """Return one document; raises WorkspaceError where there is none of that path."""
        if (document := self._store.document(path)) is None:
            raise WorkspaceError(f"The workspace has no document {path}.")
        return document

    def obligations(self, path: str | None = None) -> list[Obligation]:
        return self._store.obligations(path)

    # The check

    @property
    def _model_key(self) -> str:
        return f"{self._embedder.name}:{self._embedder.sha256[:12]}"

    def _embed(self, texts: Sequence[str], progress: Progress = silent) -> Matrix:
        return embed_cached(texts, embedder=self._embedder, store=self._store, progress=progress)

    def is_stale(self, documents: Sequence[Document] | None = None) -> bool:
        """Tell whether documents or roles changed since the last check, or there was none.

        `documents` are those of the workspace, where they were read already.
        """
        read = self._store.documents() if documents is None else documents
        return self._store.check_fingerprint() != self._fingerprint(read)

    def _fingerprint(self, documents: Sequence[Document]) -> str:
        by_hand = said_by_hand(self._store.scope_decisions())
        return check_fingerprint(documents, self.profile, self._model_key, by_hand)

    def check(self, *, progress: Progress = silent, sensitivity: Sensitivity | None = None) -> CheckSummary:
        """Compare everything that changed since the last check and renew the findings.

        `sensitivity` None is the workspace's own; it bears on what is counted as shown. Raises `Cancelled` when
        `progress` does: the last findings stay, and what was compared is kept.
        """
        started = perf_counter()
        fingerprint = self._fingerprint(documents := self._store.documents())
        last = self._store.check_fingerprint()
        computed = reused = 0
        if last != fingerprint:
            self._store.claim()
            if last and last.partition(":")[0] != fingerprint.partition(":")[0]:
                for document in documents:  # an earlier version of the program read their obligations
                    self._store.save_document(document, read_duties(document))
            outcome = run_check(
                documents,
                self._store.obligations(),
                profile=self.profile,
                by_hand=said_by_hand(self._store.scope_decisions()),
                model=self._model_key,
                store=self._store,
                embed=self._embed,
                read_pairs=self._embedder.read_pairs,
                progress=progress,
            )
            self._store.replace_check(
                coverage=outcome.coverage,
                findings=outcome.findings,
                applies=outcome.applies,
                fingerprint=fingerprint,
                scopes=outcome.scopes,
            )
            computed, reused = outcome.computed, outcome.reused
        findings = self._store.findings()
        return summary_of(
            documents=documents,
            coverage=self.coverage(),
            applies=self._store.applies(),
            aside=set_aside(findings, self.decisions()),
            findings=findings,
            sensitivity=sensitivity or self.sensitivity,
            computed=computed,
            reused=reused,
            started=started,
        )

    def applies(self) -> dict[str, tuple[Applies, str]]:
        """Map each obligation of the last check to whether it is ours, and why: computed, or as a person said."""
        said = [made for made in self.decisions() if made.action is Action.NOT_APPLICABLE]
        return {**self._store.applies(), **(set_aside(self._store.findings(), said) if said else {})}

    def coverage(self) -> list[Alignment]:
        """Return the alignments of the last check, without the pairs that are missing and out of scope."""
        return self._store.coverage()

    # Which policy is meant to meet which source

    def scopes(self, documents: Sequence[Document] | None = None) -> list[PairScope]:
        """Return for every source and policy whether the policy is meant to meet it: computed, by hand, and why.

        `documents` are those of the workspace, where they were read already.
        """
        read = self._store.documents() if documents is None else documents
        by_hand = said_by_hand(self._store.scope_decisions())
        return pair_scopes(read, self._store.computed_scopes(), by_hand)

    def scope_decisions(self) -> list[ScopeDecision]:
        return self._store.scope_decisions()

    def set_scope(
        self, source: str, policy: str, inside: bool | None, *, by: str, note: str = ""
    ) -> ScopeDecision:
        """Say that a policy is meant to meet a source, or is not; None goes back to what is computed.

        Verdicts and findings of the last check follow at once and nothing is compared again; where the check is
        out of date they follow with the next. Raises UsageError without a name and where `source` is no source or
        `policy` no policy, WorkspaceError where there is no such document.
        """
        return self.set_scopes([(source, policy, inside)], by=by, note=note)[0]

    def set_scopes(
        self, pairs: Iterable[tuple[str, str, bool | None]], *, by: str, note: str = ""
    ) -> list[ScopeDecision]:
        """Say so of several (source, policy, inside) at once, all or none: see `set_scope`."""
        documents = self._store.documents()
        made = said_of(pairs, documents, by=named(by), note=note)
        stale = self._store.check_fingerprint() != self._fingerprint(documents)
        self._store.record_scopes(made)
        if made and not stale:
            assemble_again(self._store, documents, fingerprint=self._fingerprint(documents))
        return made

    # Findings and decisions

    @property
    def sensitivity(self) -> Sensitivity:
        return self._store.sensitivity()

    def set_sensitivity(self, sensitivity: Sensitivity) -> None:
        """Say how sure a finding must be to be shown; the others are counted, never deleted."""
        self._store.set_sensitivity(sensitivity)

    def findings(
        self,
        *,
        kind: FindingKind | None = None,
        status: FindingStatus | None = None,
        assignee: str | None = None,
        due_by: date | None = None,
        sensitivity: Sensitivity | None = None,
    ) -> list[Finding]:
        """Return the findings of the last check that are shown, gravest and surest first.

        `sensitivity` None is the workspace's own.
        """
        return chosen(
            self._store.findings(),
            sensitivity=sensitivity or self.sensitivity,
            kind=kind,
            status=status,
            assignee=assignee,
            due_by=due_by,
        )

    def shown(self, *, kind: FindingKind | None = None, sensitivity: Sensitivity | None = None) -> Parted:
        """Return the findings that are shown and how many are too uncertain to be, from one reading of all."""
        return parted(self._store.findings(), sensitivity=sensitivity or self.sensitivity, kind=kind)

    def hidden(self, *, kind: FindingKind | None = None, sensitivity: Sensitivity | None = None) -> int:
        """Return how many findings are too uncertain to be shown."""
        return self.shown(kind=kind, sensitivity=sensitivity)[1]

    def finding(self, finding_id: str) -> Finding:
        """Return one finding by its id, shown or not; raises UnknownFinding."""
        if (finding := self._store.finding(finding_id)) is not None:
            return finding
        raise UnknownFinding(
            f"There is no finding {finding_id}.", remedy="List them with 'policycheck findings'."
        )

    def decide(self, finding_id: str, action: Action, *, by: str, note: str = "") -> Decision:
        """Record what a person decided on a finding.

        Raises UnknownFinding, and UsageError without a name, without a reason where the action needs one, and
        where the action does not suit the kind of finding.
        """
        name, finding = named(by), self.finding(finding_id)
        refuse_unfit(action, finding.kind, note)
        decision = Decision(
            finding=finding_id,
            action=action,
            by=name,
            at=datetime.now(UTC),
            stamp=finding.stamp,
            note=note,
            rule=finding.rule,
        )
        self._store.record_decision(decision)
        return decision

    def decisions(self) -> list[Decision]:
        return self._store.decisions()

    def precision_by_rule(self) -> list[RulePrecision]:
        """Return how often people found each rule right, of the rules with five decisions or more."""
        return precision_by_rule(self.decisions(), self._store.findings())

    def assign(self, finding_id: str, *, assignee: str, due: date | None, by: str) -> Assignment:
        """Say who looks after a finding and by when; "" and None take both away.

        Undo by assigning what the finding had before. Raises UnknownFinding, and UsageError without a name.
        """
        made = Assignment(
            finding=self.finding(finding_id).id,
            assignee=assignee.strip(),
            due=due,
            by=named(by),
            at=datetime.now(UTC),
        )
        self._store.record_assignment(made)
        return made

    def assignments(self) -> list[Assignment]:
        return self._store.assignments()

    def history(self) -> list[Event]:
        return self._store.history()

    # Reports and search

    def report(self, *, sensitivity: Sensitivity | None = None) -> Report:
        """Return everything the last check found, every pair of obligation and policy included.

        Findings less certain than `sensitivity` (None: the workspace's own) are counted, not listed.
        """
        wanted = sensitivity or self.sensitivity
        documents, obligations = self._store.documents(), self._store.obligations()
        shown, hidden = self.shown(sensitivity=wanted)
        return Report(
            created=datetime.now(UTC),
            model=ModelCard(name=self._embedder.name, sha256=self._embedder.sha256),
            documents=tuple(documents),
            obligations=tuple(obligations),
            applies=self.applies(),
            coverage=tuple(every_pair(documents, obligations, self.coverage())),
            findings=tuple(shown),
            decisions=tuple(self._store.decisions()),
            profile=self.profile,
            sensitivity=wanted,
            hidden=hidden,
            scopes=tuple(one for one in self.scopes(documents) if one.by_hand is not None),
        )

    def export(
        self,
        format: str,
        out: Path,
        *,
        sensitivity: Sensitivity | None = None,
        findings: Collection[str] | None = None,
    ) -> None:
        """Write the report as one of `reports.FORMATS`, or only some findings by id; raises UsageError, FileError."""
        write(self.report(sensitivity=sensitivity), format=format, out=out, findings=findings)

    def export_matrix(self, out: Path, *, obligations: Sequence[str], policies: Sequence[str]) -> None:
        """Write a CSV table of some obligations (ids) by some policies (paths); raises FileError."""
        write_matrix(self.report(), obligations=obligations, policies=policies, out=out)

    def search(self, text: str, *, k: int = 20, progress: Progress = silent) -> list[SearchHit]:
        """Return up to k clauses that come nearest to `text` in words and meaning, best first."""
        if not text.strip():
            return []
        return search_clauses(
            self._store.documents(), text, k=k, embed=lambda texts: self._embed(texts, progress)
        )
