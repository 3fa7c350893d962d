"""A workspace's file: documents, what was computed from them, and what people decided."""

import threading
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

import numpy as np
import sqlalchemy as sa

from policycheck.domain.alignments import Alignment
from policycheck.domain.documents import Document, DocumentKind
from policycheck.domain.findings import Assignment, Decision, Event, Finding, Sensitivity
from policycheck.domain.obligations import Applies, Obligation
from policycheck.domain.report import Profile
from policycheck.domain.scopes import ComputedScope, ScopeDecision
from policycheck.errors import WorkspaceError
from policycheck.store import cache, checks, documents, journal, schema
from policycheck.store.codec import decode, encode
from policycheck.store.connection import (
    bring_up_to_date,
    collector_paused,
    engine_for,
    in_use,
    lay_out,
    plain_errors,
    storable,
)
from policycheck.store.ownership import PATIENCE, Ownership


class Store:
    """One SQLite file. May be used from several threads at once: readers never wait for the writer.

    Every method is one transaction. All raise `WorkspaceError` when the file is locked by another program,
    damaged or cannot be written. While another program is the owner this one reads; its first change after that one
    has ended makes it the owner.
    """

    def __init__(
        self, path: Path, ownership: Ownership, *, scratch: TemporaryDirectory[str] | None = None
    ) -> None:
        self.path = path
        self._scratch = scratch
        self._ownership = ownership
        self._read_only = not ownership.held
        self._engine = engine_for(path, read_only=self._read_only)
        self._write_lock = threading.Lock()  # threads of this program queue fairly instead of polling
        self._closed = False

    @classmethod
    def create(cls, path: Path) -> Self:
        """Make a new file; its folder must exist and the file must not."""
        try:
            path.open("xb").close()
        except FileExistsError:
            raise WorkspaceError(
                f"{path} exists already.", remedy="Open it, or choose another name."
            ) from None
        except OSError as error:
            raise WorkspaceError(
                f"{path} cannot be created: {error.strerror}.", remedy="Choose another folder."
            ) from error
        ownership = Ownership(path)
        try:
            if not ownership.take():
                raise in_use(path)
            with plain_errors(path):
                lay_out(path)
        except BaseException:
            path.unlink(missing_ok=True)
            ownership.give_up()
            raise
        return cls(path, ownership)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a file that `create` made, migrating it if an older version did."""
        if not path.is_file():
            raise WorkspaceError(f"{path} does not exist.", remedy="Check the name, or create a workspace.")
        ownership = Ownership(path)
        ownership.take()
        try:
            with plain_errors(path):
                bring_up_to_date(path, read_only=not ownership.held)
        except BaseException:
            ownership.give_up()
            raise
        return cls(path, ownership)

    @classmethod
    def temporary(cls) -> Self:
        """Make a store in a temporary file that `close` removes."""
        scratch = TemporaryDirectory(prefix="policycheck-", ignore_cleanup_errors=True)
        path = Path(scratch.name) / "workspace.policycheck"
        ownership = Ownership(path)
        ownership.take()
        with plain_errors(path):
            lay_out(path)
        return cls(path, ownership, scratch=scratch)

    def close(self) -> None:
        """Let go of the file; closing twice does no harm."""
        self._closed = True
        self._engine.dispose()
        self._ownership.give_up()
        if self._scratch is not None:
            self._scratch.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Documents

    def save_document(self, document: Document, obligations: Sequence[Obligation]) -> None:
        """Write a document with its clauses and obligations in place of the one with its path."""
        with self._writing() as connection:
            replaced = documents.insert(connection, document, obligations)
            what = "document replaced" if replaced else "document added"
            detail = f"{document.kind}, {len(document.clauses)} clauses, {len(obligations)} obligations"
            _note(connection, what, document.path, detail)

    def remove_document(self, path: str) -> None:
        """Delete a document, its clauses and obligations; a path that is not there is left at that."""
        with self._writing() as connection:
            if documents.delete(connection, path):
                _note(connection, "document removed", path)

    def set_kind(self, path: str, kind: DocumentKind) -> None:
        """Change what part a document plays; `WorkspaceError` when no document has this path."""
        table = schema.document
        with self._writing() as connection:
            statement = table.update().where(table.c.path == storable(path)).values(kind=kind)
            if connection.execute(statement).rowcount == 0:
                raise WorkspaceError(f"The workspace has no document {path}.")
            _note(connection, "document kind changed", path, kind)

    def documents(self) -> list[Document]:
        """Return every document, whole, in order of kind then path."""
        with self._reading() as connection:
            return documents.select(connection)

    def document(self, path: str) -> Document | None:
        with self._reading() as connection:
            return next(iter(documents.select(connection, path)), None)

    def hashes(self) -> dict[str, str]:
        """Map the path of every document to the hash of its file's bytes."""
        with self._reading() as connection:
            rows = connection.execute(sa.select(schema.document.c.path, schema.document.c.sha256))
            return {row.path: row.sha256 for row in rows}

    def obligations(self, path: str | None = None) -> list[Obligation]:
        """Return the obligations of one document or of all, in the order of the documents and their text."""
        with self._reading() as connection:
            return documents.select_obligations(connection, path)

    # What is costly to compute

    def vectors(self, model: str, keys: Collection[str]) -> dict[str, np.ndarray]:
        """Return those vectors of `keys` that are known: float32, one dimension, read-only."""
        with self._reading() as connection:
            return cache.select_vectors(connection, model, keys)

    def save_vectors(self, model: str, vectors: Mapping[str, np.ndarray]) -> None:
        """Keep vectors of one dimension as float32, `ValueError` for any other shape; not while this one only reads."""
        self._refuse_closed()
        if not self._ownership.take():
            return  # a search there is answered all the same, and computes them again next time
        with self._writing() as connection:
            cache.insert_vectors(connection, model, vectors)

    def results(self, keys: Collection[str]) -> dict[str, str]:
        """Return those computed results of `keys` that are known."""
        with self._reading() as connection:
            return cache.select_results(connection, keys)

    def save_results(self, results: Mapping[str, str]) -> None:
        with self._writing() as connection:
            cache.insert_results(connection, results)

    def keep_results(self, keys: Collection[str]) -> None:
        """Forget every computed result but those of `keys`."""
        with self._writing() as connection:
            cache.delete_results_except(connection, keys)

    # The last check

    def replace_check(
        self,
        *,
        coverage: Sequence[Alignment],
        findings: Sequence[Finding],
        applies: Mapping[str, tuple[Applies, str]],
        fingerprint: str,
        scopes: Sequence[ComputedScope] = (),
    ) -> None:
        """Write what a check found in place of the last one, all or nothing; finding ids must differ."""
        with self._writing() as connection:
            checks.clear(connection)
            checks.insert_coverage(connection, coverage)
            checks.insert_findings(connection, findings)
            checks.insert_applies(connection, applies)
            checks.insert_scopes(connection, scopes)
            journal.write_setting(connection, "check", fingerprint)
            _note(connection, "checked", "", f"{len(coverage)} verdicts, {len(findings)} findings")

    def replace_shown(
        self, *, coverage: Sequence[Alignment], findings: Sequence[Finding], fingerprint: str
    ) -> None:
        """Write the verdicts and findings of the last check anew, all or nothing: nothing was compared again."""
        with self._writing() as connection:
            checks.clear_shown(connection)
            checks.insert_coverage(connection, coverage)
            checks.insert_findings(connection, findings)
            journal.write_setting(connection, "check", fingerprint)

    def coverage(self) -> list[Alignment]:
        """Return the alignments of the last check in the order they were given."""
        with self._reading() as connection, collector_paused():
            return checks.select_coverage(connection)

    def findings(self) -> list[Finding]:
        """Return the findings of the last check in the order they were given, with where each stands now."""
        table = schema.finding
        with self._reading() as connection, collector_paused():
            payloads = connection.scalars(sa.select(table.c.payload).order_by(table.c.position))
            found = [decode(Finding, payload) for payload in payloads]
            last = {made.finding: made for made in journal.select_decisions(connection)}
            with_whom = {made.finding: made for made in journal.select_assignments(connection)}
        return [checks.as_it_stands(one, last.get(one.id), with_whom.get(one.id)) for one in found]

    def finding(self, finding_id: str) -> Finding | None:
        """Return one finding of the last check without reading the others, None where there is none of that id."""
        table = schema.finding
        with self._reading() as connection:
            payload = connection.scalar(sa.select(table.c.payload).where(table.c.id == finding_id))
            decided = journal.select_decisions(connection, finding_id)
            assigned = journal.select_assignments(connection, finding_id)
        if payload is None:
            return None
        found = decode(Finding, payload)
        return checks.as_it_stands(
            found, decided[-1] if decided else None, assigned[-1] if assigned else None
        )

    def applies(self) -> dict[str, tuple[Applies, str]]:
        """Map each obligation of the last check to whether it is ours, and why."""
        with self._reading() as connection:
            return checks.select_applies(connection)

    def computed_scopes(self) -> list[ComputedScope]:
        """Return what the last check computed for each source and policy."""
        with self._reading() as connection:
            return checks.select_scopes(connection)

    def check_fingerprint(self) -> str:
        """Return what the last check was made from, "" before the first."""
        with self._reading() as connection:
            return str(journal.read_setting(connection, "check", ""))

    # What people decided, and what happened

    def record_decision(self, decision: Decision) -> None:
        """Add a decision for good, and a line of history; the finding need not be there at present."""
        with self._writing() as connection:
            journal.add_decision(connection, decision)

    def decisions(self) -> list[Decision]:
        """Return every decision, the earliest first, also on findings that have gone."""
        with self._reading() as connection:
            return journal.select_decisions(connection)

    def record_assignment(self, made: Assignment) -> None:
        """Add who looks after a finding for good, and a line of history."""
        with self._writing() as connection:
            journal.add_assignment(connection, made)

    def assignments(self) -> list[Assignment]:
        """Return who was to look after what, the earliest first."""
        with self._reading() as connection:
            return journal.select_assignments(connection)

    def record_scopes(self, said: Sequence[ScopeDecision]) -> None:
        """Add what a person said of sources and policies for good, all or nothing, and a line of history for each."""
        with self._writing() as connection:
            for made in said:
                journal.add_scope_decision(connection, made)

    def scope_decisions(self) -> list[ScopeDecision]:
        """Return all that people said of sources and policies, the earliest first."""
        with self._reading() as connection:
            return journal.select_scope_decisions(connection)

    def history(self) -> list[Event]:
        """Return everything that happened, the earliest first."""
        with self._reading() as connection:
            return journal.select_history(connection)

    def record_event(self, event: Event) -> None:
        """Add a line of history for good."""
        with self._writing() as connection:
            journal.add_event(connection, event)

    def profile(self) -> Profile:
        with self._reading() as connection:
            return decode(Profile, journal.read_setting(connection, "profile", {}))

    def set_profile(self, profile: Profile) -> None:
        with self._writing() as connection:
            journal.write_setting(connection, "profile", encode(profile))
            _note(connection, "profile changed", "", ", ".join(profile.roles))

    def sensitivity(self) -> Sensitivity:
        with self._reading() as connection:
            return Sensitivity(journal.read_setting(connection, "sensitivity", Sensitivity.BALANCED))

    def set_sensitivity(self, sensitivity: Sensitivity) -> None:
        with self._writing() as connection:
            journal.write_setting(connection, "sensitivity", sensitivity.value)
            _note(connection, "sensitivity changed", "", sensitivity.value)

    def claim(self) -> None:
        """Become the owner before long work whose result is to be kept; `WorkspaceError` where another program is."""
        self._refuse_closed()
        if not self._ownership.take(patience=PATIENCE):
            raise in_use(self.path)

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        """One snapshot of the file: what another thread writes meanwhile is not seen."""
        self._refuse_closed()
        with plain_errors(self.path), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        """One transaction that takes the write lock at once, so it cannot fail half-way for want of it."""
        self._refuse_closed()
        with self._write_lock, plain_errors(self.path):
            self._own()
            immediate = self._engine.execution_options(begin="BEGIN IMMEDIATE")
            with immediate.begin() as connection:
                yield connection

    def _own(self) -> None:
        """See that the connections are the owner's."""
        self.claim()
        if self._read_only:
            self._engine, self._read_only = engine_for(self.path), False

    def _refuse_closed(self) -> None:
        if self._closed:
            raise WorkspaceError(f"{self.path} has been closed.", remedy="Open it again.")


def _note(connection: sa.Connection, what: str, subject: str, detail: str = "") -> None:
    journal.add_event(connection, Event(at=datetime.now(UTC), what=what, subject=subject, detail=detail))
