"""Reads Word files from before 2007 and Rich Text by way of LibreOffice and the DOCX it makes of them."""

import struct
from dataclasses import replace
from pathlib import Path

from policycheck.domain.documents import ImportedDocument
from policycheck.errors import PasswordProtected
from policycheck.importers import from_docx
from policycheck.importers.office_conversion import convert_to_docx

_OLE_MAGIC = bytes.fromhex("D0CF11E0A1B11AE1")
_WORD_STREAM = "WordDocument".encode("utf-16-le") + b"\0\0"
_WORD_MAGIC = 0xA5EC
_ENCRYPTED_FLAG = 0x0100
_WARNING = "It was converted with LibreOffice to be read; check quotations against the file itself."


def read(path: Path, data: bytes, *, original: bool = False) -> ImportedDocument:
    """Read a DOC or RTF file; `original` reads it as it was before its tracked changes.

    Raises `UnsupportedFormat` where LibreOffice is not installed, `PasswordProtected`, `DamagedFile`,
    `HostileFile`, and what reading the DOCX raises.
    """
    binary = data.startswith(_OLE_MAGIC)
    if binary and _is_encrypted(data):
        raise PasswordProtected(
            path,
            "the file is protected with a password.",
            remedy="Save it without a password and add it again.",
        )
    converted = convert_to_docx(path, data, suffix=".doc" if binary else ".rtf")
    document = from_docx.read(path, converted, original=original)
    return replace(document, warnings=(_WARNING, *document.warnings))


def _is_encrypted(data: bytes) -> bool:
    """Whether the text stream of a binary Word file says that it is encrypted ([MS-DOC] 2.5.2)."""
    entry = data.find(_WORD_STREAM)
    if entry < 0 or entry + 128 > len(data):
        return False
    shift = struct.unpack_from("<H", data, 0x1E)[0]
    sector = struct.unpack_from("<I", data, entry + 0x74)[0]
    if not 7 <= shift <= 16:
        return False
    start = (sector + 1) << shift
    if start + 12 > len(data):
        return False
    magic, flags = struct.unpack_from("<H8xH", data, start)
    return bool(magic == _WORD_MAGIC and flags & _ENCRYPTED_FLAG)
