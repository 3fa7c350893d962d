"""The registry of importers: a file is read by what is in it, and by its name only where that cannot tell.

A new importer is one file with `read(path, data) -> ImportedDocument` and one line in `_FORMATS`; where its
content has a signature, `sniffing.sniff` learns it.
"""

from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from policycheck.domain.documents import ImportedDocument
from policycheck.errors import EmptyFile, HostileFile, UnreadableFile, UnsupportedFormat
from policycheck.importers.sniffing import sniff

__all__ = ["SUPPORTED", "import_file"]

_LARGEST_BYTES = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class _Format:
    """A format: its name on screen, the suffixes of its files, the module that reads it.

    `tracked` says that its files may hold tracked changes.
    """

    name: str
    suffixes: tuple[str, ...]
    module: str
    tracked: bool = False


_FORMATS = {
    "pdf": _Format("PDF", (".pdf",), "from_pdf"),
    "docx": _Format("Word (.docx)", (".docx", ".docm", ".dotx"), "from_docx", tracked=True),
    "odt": _Format("OpenDocument (.odt)", (".odt", ".ott", ".fodt"), "from_odt", tracked=True),
    "legacy_word": _Format(
        "older Word and Rich Text (.doc, .rtf)", (".doc", ".dot", ".rtf"), "from_legacy_word", tracked=True
    ),
    "html": _Format("HTML", (".html", ".htm", ".xhtml"), "from_html"),
    "markdown": _Format("Markdown", (".md", ".markdown", ".mdx"), "from_markdown"),
    "clml": _Format("legislation.gov.uk XML", (".xml", ".clml"), "from_clml"),
    "akn": _Format("Akoma Ntoso", (".akn",), "from_akn"),
    "register": _Format(
        "a register of requirements (CSV, XLSX)", (".csv", ".tsv", ".xlsx", ".xlsm"), "from_register"
    ),
    "text": _Format("plain text", (".txt", ".text"), "from_text"),
}

SUPPORTED: tuple[str, ...] = tuple(suffix for form in _FORMATS.values() for suffix in form.suffixes)
"""The suffixes of files worth trying, each with its dot, in lower case."""


class _Importer(Protocol):
    def read(self, path: Path, data: bytes) -> ImportedDocument: ...


class _TrackingImporter(Protocol):
    def read(self, path: Path, data: bytes, *, original: bool) -> ImportedDocument: ...


def import_file(path: Path, *, original: bool = False) -> ImportedDocument:
    """Read any supported file; `original` reads one with tracked changes as it was before them.

    A file whose name promises another format than its content is read by its content, with a warning. Raises
    `EmptyFile`, `UnreadableFile`, `UnsupportedFormat`, `HostileFile`, and what the format's importer raises.
    """
    data = _contents(path)
    promised = _format_of_suffix(path)
    key = sniff(path, data, promised=promised)
    if key is None:
        raise UnsupportedFormat(path, "this kind of file cannot be read.", remedy=_advice())
    module = import_module(f"policycheck.importers.{_FORMATS[key].module}")
    if _FORMATS[key].tracked:
        document = cast(_TrackingImporter, module).read(path, data, original=original)
    else:
        document = cast(_Importer, module).read(path, data)
    if not document.blocks:
        raise EmptyFile(path, "there are no words in it.", remedy="Check that it is the right file.")
    if promised is not None and promised != key and not _same_family(promised, key):
        warning = (
            f"The name promises {_FORMATS[promised].name}, but the content is {_FORMATS[key].name}; "
            "it was read by its content."
        )
        document = replace(document, warnings=(*document.warnings, warning))
    return document


def _contents(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise UnreadableFile(path, "this is a folder, not a file.", remedy="Choose a file in it.")
        size = path.stat().st_size
        if size > _LARGEST_BYTES:
            raise HostileFile(
                path,
                f"the file is larger than {_LARGEST_BYTES // 1024**2} MB.",
                remedy="Split it, or save it without pictures.",
            )
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFile(
            path, "there is no such file.", remedy="Check the name and the folder."
        ) from error
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        raise UnreadableFile(
            path, f"{reason}.", remedy="Check that you may open it and that no other program holds it."
        ) from error
    if not data.strip(b" \t\r\n\x0b\x0c"):
        raise EmptyFile(path, "the file is empty.", remedy="Check that it was saved or downloaded fully.")
    return data


def _format_of_suffix(path: Path) -> str | None:
    suffix = path.suffix.lower()
    return next((key for key, form in _FORMATS.items() if suffix in form.suffixes), None)


def _same_family(promised: str, key: str) -> bool:
    """Whether two formats share suffixes in practice: any XML, or text with or without marks."""
    return {promised, key} <= {"clml", "akn"} or (promised == "html" and key == "clml")


def _advice() -> str:
    names = ", ".join(form.name for form in _FORMATS.values())
    return f"Supported formats: {names}. Save the document in one of these."
