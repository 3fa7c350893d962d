"""A file becomes a document of clauses and its obligations: importers, segmentation and obligations, chained."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from policycheck.domain.documents import Document, DocumentKind
from policycheck.domain.obligations import Obligation
from policycheck.errors import EmptyFile, UnreadableFile
from policycheck.importers import SUPPORTED, import_file
from policycheck.obligations import read_clauses
from policycheck.segmentation import segment


def read_file(path: Path, *, kind: DocumentKind, name: str | None = None, original: bool = False) -> Document:
    """Read a file into clauses. `name` is the path to show, where it is not `path` itself.

    Tracked changes are read as accepted, or, with `original`, as if they had not been made.

    Raises a FileError that names the file, says what is wrong and what to do next; a file that is well formed
    but holds no clause raises EmptyFile, because "no gap" must never rest on a file nobody could read.
    """
    shown = name or str(path)
    imported = import_file(path, original=original)
    document = segment(imported, path=shown, kind=kind, sha256=hash_file(path))
    if not document.clauses:
        raise EmptyFile(
            shown,
            "no clause was found in it.",
            remedy="Open it and check that it holds text; if it is a form or a picture, add the text version.",
        )
    return document


def hash_file(path: Path) -> str:
    """Return the SHA-256 of a file's bytes as hex; raises UnreadableFile."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise UnreadableFile(
            path, f"it cannot be opened ({error.strerror}).", remedy="Check that you may read it."
        ) from error


def read_duties(document: Document) -> list[Obligation]:
    """Return the obligations of a document, in order."""
    return read_clauses(document.clauses, document=document.path, kind=document.kind, terms=document.terms)


def files_under(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the files given and those below the folders given, in order of name, without hidden ones.

    A file that was named is always yielded, so that its trouble is reported; below a folder only files that
    look like documents are, and pictures or scripts lying beside them are passed over.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for found in sorted(path.rglob("*")):
            hidden = any(part.startswith((".", "~$")) for part in found.relative_to(path).parts)
            if not hidden and found.is_file() and found.suffix.lower() in SUPPORTED:
                yield found


_LAW_SUFFIXES = (".xml", ".akn", ".clml")
_REGISTER_SUFFIXES = (".csv", ".tsv", ".xlsx", ".xlsm")
# What a title, a file's name or a folder's name tells; the first that fits.
_MARKERS = (
    ("policies", DocumentKind.POLICY),
    ("policy", DocumentKind.POLICY),
    ("procedure", DocumentKind.POLICY),
    ("guidance", DocumentKind.GUIDANCE),
    ("code of practice", DocumentKind.GUIDANCE),
    ("standard", DocumentKind.STANDARD),
    ("legislation", DocumentKind.LEGISLATION),
    ("regulation", DocumentKind.LEGISLATION),
)


def choose_kind(path: Path) -> DocumentKind:
    """Guess what part a file plays from its format, its name and its folders.

    Where nothing tells, a register of requirements is a standard and all else a policy.
    """
    if path.suffix.lower() in _LAW_SUFFIXES:
        return DocumentKind.LEGISLATION
    places = (path.name.lower(), *(part.lower() for part in reversed(path.parts[-4:-1])))
    otherwise = DocumentKind.STANDARD if path.suffix.lower() in _REGISTER_SUFFIXES else DocumentKind.POLICY
    return next((kind for words in places for marker, kind in _MARKERS if marker in words), otherwise)


def choose_source_kind(path: Path, title: str) -> DocumentKind:
    """Guess which kind of source a file is, by its title, then its name; legislation where nothing tells."""
    if path.suffix.lower() in _LAW_SUFFIXES:
        return DocumentKind.LEGISLATION
    sources = [(marker, kind) for marker, kind in _MARKERS if kind.is_source]
    places = (title.lower(), path.name.lower())
    found = next(
        (kind for words in places for marker, kind in sources if marker in words), DocumentKind.LEGISLATION
    )
    of_standards = found is DocumentKind.STANDARD and _NAMED_AS_LAW.match(title) is not None
    return DocumentKind.LEGISLATION if of_standards else found


# "The Care Standards Act 2000", "The Gas (Standards of Performance) Regulations"; not "Standards under the Care Act".
_NAMED_AS_LAW = re.compile(
    r"(?!.*\b(?:under|to|with|made\sby)\b)[^:;—]*\b(?:act|regulations|order|rules|measure)"
    r"(?:\s\([^()]*\))?(?:,?\s\d{4})?(?:\s\([^()]*\))?\s*$",
    re.IGNORECASE,
)
