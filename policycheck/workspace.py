"""A workspace: documents in, check, decide, search, report. The only wiring; it holds no rules."""

import os
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import Self

from policycheck.checking import check_fingerprint, duties_of, nothing_close, run_check
from policycheck.domain.alignments import LIBRARY, Alignment, Verdict
from policycheck.domain.documents import Document, DocumentKind, ReadStatus
from policycheck.domain.findings import (
    Action,
    Decision,
    Event,
    Finding,
    FindingKind,
    FindingStatus,
)
from policycheck.domain.obligations import Applies, Obligation
from policycheck.domain.report import ModelCard, Profile, Report
from policycheck.domain.results import CheckSummary, ImportResult, SearchHit
from policycheck.embedding import Embedder, MiniLM, ModelProcess, embed_cached
from policycheck.errors import FileError, UnknownFinding, UsageError, WorkspaceError
from policycheck.index import ClauseIndex
from policycheck.lexicon.roles import known_roles
from policycheck.matching.features import Matrix
from policycheck.progress import Progress, silent
from policycheck.reading import choose_kind, files_under, hash_file, read_duties, read_file
from policycheck.reports import write, write_matrix
from policycheck.store import Store

__all__ = ["CheckSummary", "ImportResult", "ModelProcess", "SearchHit", "Workspace"]


class Workspace:
    """One workspace file, open. Use it as a context manager, or call `close`."""

    def __init__(self, store: Store, *, embedder: Embedder | None = None) -> None:
        self._store = store
        self._embedder = embedder or MiniLM()

    @classmethod
    def create(cls, path: Path, *, embedder: Embedder | None = None) -> Self:
        """Make a new workspace file; raises WorkspaceError where one exists or none can be written."""
        return cls(Store.create(Path(path)), embedder=embedder)

    @classmethod
    def open(cls, path: Path, *, embedder: Embedder | None = None) -> Self:
        """Open a workspace file; raises WorkspaceError where it is missing, damaged or too new."""
        return cls(Store.open(Path(path)), embedder=embedder)

    @classmethod
    def temporary(cls, *, embedder: Embedder | None = None) -> Self:
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

    def known_roles(self) -> list[str]:
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
        files = list(dict.fromkeys(files_under(paths)))
        known = {(d.path): (d.sha256, d.kind) for d in self._store.documents()} if files else {}
        results: list[ImportResult] = []
        for done, path in enumerate(files):
            progress(done, len(files), f"Reading {path.name}")
            name = os.path.relpath(path, relative_to) if relative_to else str(path)
            results.append(self._add_one(path, Path(name).as_posix(), kind, known, choose))
        progress(len(files), len(files), "Reading finished")
        return results

    def _add_one(
        self,
        path: Path,
        name: str,
        kind: DocumentKind | None,
        known: dict[str, tuple[str, DocumentKind]],
        choose: Callable[[Path, str], DocumentKind] | None,
    ) -> ImportResult:
        wanted = kind or (known[name][1] if name in known else choose_kind(path))
        try:
            if name in known and known[name] == (hash_file(path), wanted):
                return self._unchanged(name, wanted)
            document = read_file(path, kind=wanted, name=name)
            if choose is not None and kind is None:
                document = replace(document, kind=choose(path, document.title))
            duties = read_duties(document)
        except FileError as error:
            return self._failed(name, wanted, error)
        self._store.save_document(document, duties)
        return ImportResult(
            path=name,
            kind=document.kind,
            status=document.status,
            message=" ".join(document.warnings),
            clauses=len(document.clauses),
            obligations=len(duties),
        )

    def _unchanged(self, name: str, kind: DocumentKind) -> ImportResult:
        document = self.document(name)
        return ImportResult(
            path=name,
            kind=kind,
            status=document.status,
            message=" ".join(document.warnings),
            clauses=len(document.clauses),
            obligations=len(self._store.obligations(name)),
            changed=False,
        )

    def _failed(self, name: str, kind: DocumentKind, error: FileError) -> ImportResult:
        """Keep what the workspace knows of a file that can no longer be read; list a new one as failed."""
        message = str(error)
        if self._store.document(name) is None:
            failed = Document(
                path=name,
                title=Path(name).name,
                kind=kind,
                clauses=(),
                status=ReadStatus.FAILED,
                warnings=(message,),
            )
            self._store.save_document(failed, ())
        return ImportResult(path=name, kind=kind, status=ReadStatus.FAILED, message=message)

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
        document = self._store.document(path)
        if document is None:
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

    def is_stale(self) -> bool:
        """Tell whether documents or roles changed since the last check, or there was none."""
        now = check_fingerprint(self._store.documents(), self.profile, self._model_key)
        return self._store.check_fingerprint() != now

    def check(self, *, progress: Progress = silent) -> CheckSummary:
        """Compare everything that changed since the last check and renew the findings.

        Raises `Cancelled` when `progress` does: the last findings stay, and what was compared is kept.
        """
        started = perf_counter()
        documents, profile = self._store.documents(), self.profile
        fingerprint = check_fingerprint(documents, profile, self._model_key)
        last = self._store.check_fingerprint()
        computed = reused = 0
        if last != fingerprint:
            if last and last.partition(":")[0] != fingerprint.partition(":")[0]:
                self._read_duties_anew(documents)
            outcome = run_check(
                documents,
                self._store.obligations(),
                profile=profile,
                model=self._model_key,
                store=self._store,
                embed=self._embed,
                progress=progress,
            )
            self._store.replace_check(
                coverage=outcome.coverage,
                findings=outcome.findings,
                applies=outcome.applies,
                fingerprint=fingerprint,
            )
            computed, reused = outcome.computed, outcome.reused
        return self._summary(documents, computed=computed, reused=reused, started=started)

    def _read_duties_anew(self, documents: Sequence[Document]) -> None:
        """Read the obligations of every document again: the program that read them was an earlier version."""
        for document in documents:
            self._store.save_document(document, read_duties(document))

    def _summary(
        self, documents: Sequence[Document], *, computed: int, reused: int, started: float
    ) -> CheckSummary:
        applies = self.applies()
        library = [a for a in self.coverage() if a.policy == LIBRARY]
        ours = [a for a in library if applies.get(a.obligation, (Applies.YES, ""))[0] is not Applies.NO]
        scoped = [a for a in ours if a.in_scope]
        findings = self._store.findings()

        def count(verdict: Verdict) -> int:
            return sum(a.verdict is verdict for a in scoped)

        return CheckSummary(
            documents=len(documents),
            clauses=sum(len(d.clauses) for d in documents),
            obligations=len(library),
            covered=count(Verdict.COVERED),
            partial=count(Verdict.PARTIAL),
            missing=count(Verdict.MISSING),
            conflict=count(Verdict.CONFLICT),
            contradictions=sum(f.kind is FindingKind.CONFLICT for f in findings),
            not_ours=len(library) - len(ours),
            out_of_scope=len(ours) - len(scoped),
            lapsed=sum(f.status is FindingStatus.LAPSED for f in findings),
            computed=computed,
            reused=reused,
            seconds=perf_counter() - started,
        )

    def applies(self) -> dict[str, tuple[Applies, str]]:
        return self._store.applies()

    def coverage(self) -> list[Alignment]:
        """Return the alignments of the last check, without the pairs that are missing and out of scope."""
        return self._store.coverage()

    # Findings and decisions

    def findings(
        self, *, kind: FindingKind | None = None, status: FindingStatus | None = None
    ) -> list[Finding]:
        """Return the findings of the last check, gravest and surest first."""
        return [
            f
            for f in self._store.findings()
            if (kind is None or f.kind is kind) and (status is None or f.status is status)
        ]

    def finding(self, finding_id: str) -> Finding:
        """Return one finding by its id; raises UnknownFinding."""
        for finding in self._store.findings():
            if finding.id == finding_id:
                return finding
        raise UnknownFinding(
            f"There is no finding {finding_id}.", remedy="List them with 'policycheck findings'."
        )

    def decide(self, finding_id: str, action: Action, *, by: str, note: str = "") -> Decision:
        """Record what a person decided on a finding; raises UnknownFinding, and UsageError without a name."""
        if not by.strip():
            raise UsageError("A decision needs the name of the person who makes it.")
        decision = Decision(
            finding=finding_id,
            action=action,
            by=by.strip(),
            at=datetime.now(UTC),
            stamp=self.finding(finding_id).stamp,
            note=note,
        )
        self._store.record_decision(decision)
        return decision

    def decisions(self) -> list[Decision]:
        return self._store.decisions()

    def history(self) -> list[Event]:
        return self._store.history()

    # Reports and search

    def report(self) -> Report:
        """Return everything the last check found, every pair of obligation and policy included."""
        documents = self._store.documents()
        obligations = self._store.obligations()
        return Report(
            created=datetime.now(UTC),
            model=ModelCard(name=self._embedder.name, sha256=self._embedder.sha256),
            documents=tuple(documents),
            obligations=tuple(obligations),
            applies=self.applies(),
            coverage=tuple(self._every_pair(documents, obligations)),
            findings=tuple(self._store.findings()),
            decisions=tuple(self._store.decisions()),
            profile=self.profile,
        )

    def _every_pair(
        self, documents: Sequence[Document], obligations: Sequence[Obligation]
    ) -> Iterable[Alignment]:
        found = {(a.obligation, a.policy): a for a in self.coverage()}
        policies = [d.path for d in documents if not d.kind.is_source and d.clauses]
        for source, obligation in duties_of(documents, obligations):
            for policy in (*policies, LIBRARY):
                known = found.get((obligation.id, policy))
                yield known or nothing_close(obligation, source, policy)

    def export(self, format: str, out: Path, *, findings: Collection[str] | None = None) -> None:
        """Write the report in one of `reports.FORMATS`, with only some findings by id where given.

        Raises UsageError, FileError.
        """
        report = self.report()
        if findings is not None:
            wanted = set(findings)
            kept = tuple(finding for finding in report.findings if finding.id in wanted)
            report = replace(report, findings=kept)
        write(report, format=format, out=out)

    def export_matrix(self, out: Path, *, obligations: Sequence[str], policies: Sequence[str]) -> None:
        """Write a CSV table of some obligations (ids) by some policies (paths); raises FileError."""
        write_matrix(self.report(), obligations=obligations, policies=policies, out=out)

    def search(self, text: str, *, k: int = 20, progress: Progress = silent) -> list[SearchHit]:
        """Return up to k clauses that come nearest to `text` in words and meaning, best first."""
        if not text.strip():
            return []
        places = [(d, c) for d in self._store.documents() for c in d.clauses]
        texts = [c.text for _, c in places]
        vectors = self._embed(texts, progress)
        hits = ClauseIndex(texts, vectors).search([text], self._embed([text]), k=k)[0]
        return [
            SearchHit(
                document=places[hit.index][0].path,
                document_title=places[hit.index][0].title,
                ref=places[hit.index][1].ref,
                text=places[hit.index][1].text,
                heading_path=places[hit.index][1].heading_path,
                score=round(hit.score, 3),
                clause=places[hit.index][1].id,
                start=places[hit.index][1].start,
                end=places[hit.index][1].end,
            )
            for hit in hits
        ]
