"""Tells the format of a file from its first bytes, and names what to do with formats that are not read."""

import re
import struct
import zipfile
from io import BytesIO
from pathlib import Path

from policycheck.errors import PasswordProtected, UnsupportedFormat
from policycheck.importers.decoding import decode, looks_binary

_HEAD_BYTES = 8_192
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
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
_OFFICE_PARTS = {"word/": "docx", "xl/": "register"}


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
        raise _ole_error(path, data)
    if data.lstrip().startswith(b"{\\rtf"):
        raise UnsupportedFormat(
            path, "this is Rich Text (RTF).", remedy="Open it in Word and save it as .docx."
        )
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
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, struct.error):
        return promised if promised in {"docx", "register"} else None  # its importer says what is damaged
    for start, key in _OFFICE_PARTS.items():
        if any(name.startswith(start) for name in names):
            return key
    if "mimetype" in names:
        raise UnsupportedFormat(
            path, "this is an OpenDocument file.", remedy="Open it in LibreOffice and save it as .docx."
        )
    return promised if promised == "docx" and "[Content_Types].xml" in names else None


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
    if markup in {"clml", "akn"}:
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
    """Return the kind of markup that `head` begins with: clml, akn, html, xml for any other, "" for none."""
    position = _XML_START.match(head).end()  # type: ignore[union-attr]  # matches the empty string at least
    doctype = _DOCTYPE.match(head, position)
    if doctype is not None:
        if doctype.group(1).lower() == "html":
            return "html"
        position = doctype.end()
    root = _ROOT.match(head, position)
    if root is None:
        return "html" if head.lstrip().lower().startswith("<!doctype html") else ""
    name, attributes = root.group(1), root.group(2)
    if name == "akomaNtoso" or "legaldocml" in attributes or "akomantoso" in attributes.lower():
        return "akn"
    if name in _CLML_ROOTS and name not in {"Body"}:
        return "clml"
    if name.lower() in _HTML_ROOTS:
        return "html"
    return "xml"
