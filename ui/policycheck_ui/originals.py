"""Finds the file that a document was read from, and makes sure that it is still the same."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from policycheck.domain.documents import Document
from policycheck.samples import sample_corpus

_SAMPLE_FOLDERS = ("legislation", "local_policies")


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The file, or in one sentence why its pages cannot be shown."""

    path: Path | None = None
    problem: str = ""


def original_of(document: Document, *, workspace: Path) -> Original:
    """Return the PDF file that a document was read from, where it is still there and unchanged."""
    if Path(document.path).suffix.casefold() != ".pdf":
        return Original(problem="Pages can be shown for PDF files only. The clauses are all in the text.")
    there = [path for path in _places(document.path, workspace) if path.is_file()]
    if not there:
        return Original(problem=f"The file is no longer where it was read: {document.path}")
    same = next((path for path in there if _hash(path) == document.sha256), None)
    if same is None:
        return Original(
            problem="The file has changed since it was read, so marks would stand in the wrong places. "
            "Add it again to read it anew."
        )
    return Original(path=same)


def page_start(text: str, page: int) -> int:
    """Return where a page (counted from 1) begins in a document's text, whose pages a form feed joins."""
    start = 0
    for _ in range(page - 1):
        start = text.find("\f", start) + 1
    return start


def _places(path: str, workspace: Path) -> list[Path]:
    given = Path(path)
    if given.is_absolute():
        return [given]
    folders = [workspace.parent, *(sample_corpus() / folder for folder in _SAMPLE_FOLDERS), Path.cwd()]
    return [folder / given for folder in folders]


def _hash(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
