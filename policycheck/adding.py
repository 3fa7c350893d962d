"""Files into a workspace: read, kept, and one result for each."""

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from policycheck.domain.documents import Document, DocumentKind, ReadStatus
from policycheck.domain.results import ImportResult, Incoming
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


def look_at(store: Store, paths: Sequence[Path], *, progress: Progress) -> list[Incoming]:
    """Say of each file what adding it would mean; see `Workspace.look_at`. Nothing is read into the store."""
    files = list(dict.fromkeys(files_under(paths)))
    documents = store.documents() if files else []
    by_hash = {d.sha256: d.path for d in documents if d.sha256}
    by_path = {d.path: d for d in documents}
    by_stem = {(_plain_stem(d.path), d.kind): d.path for d in documents}
    found: list[Incoming] = []
    for done, path in enumerate(files):
        progress(done, len(files), f"Looking at {path.name}")
        name = path.as_posix()
        kind = by_path[name].kind if name in by_path else choose_kind(path)
        try:
            digest = hash_file(path)
        except FileError as error:
            found.append(Incoming(path=str(path), kind=kind, problem=str(error)))
            continue
        same = by_hash.setdefault(digest, name)
        version = by_stem.get((_plain_stem(name), kind), "")
        is_copy = same != name
        found.append(
            Incoming(
                path=str(path),
                kind=kind,
                same_as=same if is_copy else "",
                version_of="" if is_copy or name in by_path else version,
                known=name in by_path,
                left_out=is_copy,
            )
        )
    progress(len(files), len(files), "Looked at every file")
    return found


def take_in(store: Store, files: Sequence[Incoming], *, progress: Progress) -> list[ImportResult]:
    """Read files as they were looked at; see `Workspace.take_in`."""
    known = {d.path: (d.sha256, d.kind) for d in store.documents()} if files else {}
    results: list[ImportResult] = []
    for done, file in enumerate(files):
        path = Path(file.path)
        progress(done, len(files), f"Reading {path.name}")
        if file.left_out:
            results.append(_left_out(file))
        else:
            name = file.version_of or path.as_posix()
            results.append(_add_one(store, path, name, kind=file.kind, known=known, choose=None))
    progress(len(files), len(files), "Reading finished")
    return results


def _left_out(file: Incoming) -> ImportResult:
    same = f"Left out: the same file is in the workspace already, as {file.same_as}."
    return ImportResult(
        path=file.path,
        kind=file.kind,
        status=ReadStatus.READ,
        message=same if file.same_as else "Left out, as you wished.",
        changed=False,
    )


# What tells one version of a file from another: "v2", "final draft", "(1)", "2024-05-01", "rev 3".
_VERSION_MARK = re.compile(
    r"\b(?:v(?:ersion)?[ .]?\d+(?:[. ]\d+)*|rev(?:ision|ised)?[ .]?\d*|final|draft|copy|approved|signed|\d{1,8})\b"
)


def _plain_stem(path: str) -> str:
    """Return a file's name without ending, marks of a version, dates and punctuation."""
    words = re.sub(r"[^\w]+|_+", " ", Path(path).stem.casefold())
    return " ".join(_VERSION_MARK.sub(" ", words).split()) or words


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
