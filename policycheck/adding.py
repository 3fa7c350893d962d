"""Files into a workspace: read, kept, and one result for each."""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from policycheck.domain.documents import Document, DocumentKind, ReadStatus
from policycheck.domain.results import ImportResult
from policycheck.errors import FileError
from policycheck.progress import Progress
from policycheck.reading import choose_kind, files_under, hash_file, read_duties, read_file
from policycheck.store import Store

Choose = Callable[[Path, str], DocumentKind]
Known = dict[str, tuple[str, DocumentKind]]


def add_files(
    store: Store,
    paths: Sequence[Path],
    *,
    kind: DocumentKind | None,
    progress: Progress,
    relative_to: Path | None,
    choose: Choose | None,
) -> list[ImportResult]:
    """Read files, and folders recursively, into a workspace's store; see `Workspace.add`."""
    files = list(dict.fromkeys(files_under(paths)))
    known = {d.path: (d.sha256, d.kind) for d in store.documents()} if files else {}
    results: list[ImportResult] = []
    for done, path in enumerate(files):
        progress(done, len(files), f"Reading {path.name}")
        name = os.path.relpath(path, relative_to) if relative_to else str(path)
        results.append(_add_one(store, path, Path(name).as_posix(), kind=kind, known=known, choose=choose))
    progress(len(files), len(files), "Reading finished")
    return results


def _add_one(
    store: Store, path: Path, name: str, *, kind: DocumentKind | None, known: Known, choose: Choose | None
) -> ImportResult:
    wanted = kind or (known[name][1] if name in known else choose_kind(path))
    try:
        if name in known and known[name] == (hash_file(path), wanted):
            return _unchanged(store, name, wanted)
        document = read_file(path, kind=wanted, name=name)
        if choose is not None and kind is None:
            document = replace(document, kind=choose(path, document.title))
        duties = read_duties(document)
    except FileError as error:
        return _failed(store, name, wanted, error)
    store.save_document(document, duties)
    return _result(document, document.kind, obligations=len(duties))


def _unchanged(store: Store, name: str, kind: DocumentKind) -> ImportResult:
    document = store.document(name)
    assert document is not None  # noqa: S101 - it was listed a moment ago
    return replace(_result(document, kind, obligations=len(store.obligations(name))), changed=False)


def _result(document: Document, kind: DocumentKind, *, obligations: int) -> ImportResult:
    return ImportResult(
        path=document.path,
        kind=kind,
        status=document.status,
        message=" ".join(document.warnings),
        clauses=len(document.clauses),
        obligations=obligations,
    )


def _failed(store: Store, name: str, kind: DocumentKind, error: FileError) -> ImportResult:
    """Keep what the workspace knows of a file that can no longer be read; list a new one as failed."""
    message = str(error)
    if store.document(name) is None:
        failed = Document(
            path=name,
            title=Path(name).name,
            kind=kind,
            clauses=(),
            status=ReadStatus.FAILED,
            warnings=(message,),
        )
        store.save_document(failed, ())
    return ImportResult(path=name, kind=kind, status=ReadStatus.FAILED, message=message)
