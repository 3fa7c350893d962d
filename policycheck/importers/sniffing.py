"""Tells the format of a file from its first bytes, and names what to do with formats that are not read."""

import re
import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from policycheck.errors import PasswordProtected, UnsupportedFormat
from policycheck.importers.decoding import decode, looks_binary

_HEAD_BYTES = 8_192
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_XML_START = re.compile(r"^\s*(?:<\?xml\b[^>]*\?>\s*)?(?:<!--.*?-->\s*|<\?.*?\?>\s*)*", re.DOTALL)
_DOCTYPE = re.compile(
    r"<!DOCTYPE\s+([\w:-]+)(?:[^>\[]|\[[^\]]*\])*>\s*(?:<!--.*?-->\s*)*", re.IGNORECASE | re.DOTALL
)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)([^>]*)")
_HTML_ROOTS_TEXT = "html head body main article section div p h1 h2 h3 table ul ol"
_HTML_ROOTS = frozenset(_HTML_ROOTS_TEXT.split())
_CLML_ROOTS_TEXT = """
    Legislation Primary Secondary EURetained Body EUBody Schedules Schedule Group Part Chapter Pblock PsubBlock
    P1group P2group P3group P1 P2 P3 P4 P5 P6 P7
    """
_CLML_ROOTS = frozenset(_CLML_ROOTS_TEXT.split())
_BY_NAME = frozenset({"markdown", "text", "html", "register"})
_OPEN_TEXT = "application/vnd.oasis.opendocument.text"
_OPEN_ROOT = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_OFFICE_PARTS = {"word/": "docx", "xl/": "register"}

_BAD_ZIP = (
    zipfile.BadZipFile,
    NotImplementedError,
    ValueError,
    RuntimeError,
    OSError,
    zlib.error,
    struct.error,
)


def sniff(path: Path, data: bytes, *, promised: str | None) -> str | None:
    """Return the format of `data`, or None where nothing reads it.

    `promised` is the format that the file's name speaks for; it decides between the formats that are all text.
    Raises `UnsupportedFormat` or `PasswordProtected` where there is better advice than a list of formats.
    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK"):
        return _sniff_zip(path, data, promised)
    if data.startswith(_OLE):
        if _WORD_STREAM in data and _ENCRYPTED_OFFICE not in data:
            return "legacy_word"
        raise _ole_error(path, data)
    if data.lstrip().startswith(b"{\\rtf"):
        return "legacy_word"
    if data.startswith(_PICTURES):
        raise UnsupportedFormat(
            path, "this is a picture.", remedy="Run it through text recognition (OCR) and save it as PDF."
        )
    if looks_binary(data):
        return None
    return _sniff_text(path, data, promised)


def _sniff_zip(path: Path, data: bytes, promised: str | None) -> str | None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            if "mimetype" in names:
                return _sniff_open_document(path, archive)
    except _BAD_ZIP:
        return (
            promised if promised in {"docx", "odt", "register"} else None
        )  # its importer says what is damaged
    for start, key in _OFFICE_PARTS.items():
        if any(name.startswith(start) for name in names):
            return key
    return promised if promised == "docx" and "[Content_Types].xml" in names else None


def _sniff_open_document(path: Path, archive: zipfile.ZipFile) -> str:
    with archive.open("mimetype") as member:
        kind = member.read(200).decode("ascii", "replace").strip()
    if kind.startswith(_OPEN_TEXT):
        return "odt"
    raise UnsupportedFormat(
        path,
        "this is an OpenDocument or e-book file, but no text document.",
        remedy="Open it in the program that made it and save it as .odt, .docx or PDF.",
    )


def _ole_error(path: Path, data: bytes) -> UnsupportedFormat | PasswordProtected:
    if _ENCRYPTED_OFFICE in data:
        return PasswordProtected(
            path, "the document is protected by a password.", remedy="Save a copy without the password."
        )
    return UnsupportedFormat(
        path, "this is the Word or Office format used before 2007.", remedy="Save it as .docx."
    )


def _sniff_text(path: Path, data: bytes, promised: str | None) -> str | None:
    head = decode(data[:_HEAD_BYTES])
    markup = _markup(head)
    if markup in {"clml", "akn", "odt"}:
        return markup
    if markup == "html" and promised not in {"markdown", "text"}:
        return "html"
    if promised in _BY_NAME:
        return promised
    if markup == "html":
        return "html"
    if markup == "xml":
        hostile = "<!ENTITY" in head
        return promised if hostile else None  # the parser refuses it by name
    return "text" if promised is not None or not path.suffix else None


def _markup(head: str) -> str:
    """Return the kind of markup that `head` begins with: clml, akn, odt, html, xml for any other, "" for none."""
    position = _XML_START.match(head).end()  # type: ignore[union-attr]  # matches the empty string at least
    doctype = _DOCTYPE.match(head, position)
    if doctype is not None:
        if doctype.group(1).lower() == "html":
            return "html"
        position = doctype.end()
    root = _ROOT.match(head, position)
    if root is None:
        return "html" if head.lstrip().lower().startswith("<!doctype html") else ""
    return _markup_of_root(root.group(1), root.group(2))


def _markup_of_root(name: str, attributes: str) -> str:
    if name == "akomaNtoso" or "legaldocml" in attributes or "akomantoso" in attributes.lower():
        return "akn"
    if name == "document" and _OPEN_ROOT in attributes and _OPEN_TEXT in attributes:
        return "odt"
    if name in _CLML_ROOTS and name not in {"Body"}:
        return "clml"
    if name.lower() in _HTML_ROOTS:
        return "html"
    return "xml"
