"""Opens the ZIP files that office documents are, and refuses those that would exhaust the machine."""

import io
import lzma
import struct
import zipfile
import zlib
from pathlib import Path

from policycheck.errors import DamagedFile, EmptyFile, HostileFile, PasswordProtected, UnsupportedFormat

MAX_TOTAL_BYTES = 500_000_000
MAX_MEMBERS = 20_000
MAX_RATIO = 200
_RATIO_MATTERS_FROM = 2_000_000  # A small, very repetitive part does no harm.

_OLE_MAGIC = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED_FLAG = 0x1
# what `zipfile` raises for files that are cut short, or whose places and sizes lie
_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, RuntimeError, ValueError,
    OverflowError,
)  # fmt: skip


def open_archive(path: Path, data: bytes) -> zipfile.ZipFile:
    """Open `data` as a ZIP file after checking its declared sizes.

    Raises `EmptyFile`, `PasswordProtected`, `UnsupportedFormat` (an old binary Office file), `DamagedFile` or
    `HostileFile`.
    """
    if not data:
        raise EmptyFile(path, "the file is empty.", remedy="Save the document again and add it again.")
    refuse_ole(path, data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise _damaged(path) from error
    _refuse_bomb(path, archive)
    return archive


def refuse_ole(path: Path, data: bytes) -> None:
    """Raise a clear error when `data` is the container of protected or of old binary Office files."""
    if not data.startswith(_OLE_MAGIC):
        return
    if _ENCRYPTED_STREAM in data:
        raise PasswordProtected(
            path,
            "the file is protected with a password.",
            remedy="Save it without a password and add it again.",
        )
    raise UnsupportedFormat(
        path,
        "this is an old binary Office file (.doc, .xls or .ppt).",
        remedy="Open it in Word or LibreOffice, save it as DOCX and add that.",
    )


def read_member(path: Path, archive: zipfile.ZipFile, name: str) -> bytes | None:
    """Return the bytes of one member, or None where the archive has no such member.

    Raises `DamagedFile` or `PasswordProtected`.
    """
    try:
        info = archive.getinfo(name)
    except KeyError:
        return None
    if info.flag_bits & _ENCRYPTED_FLAG:
        raise PasswordProtected(
            path,
            "the parts of the file are protected with a password.",
            remedy="Save it without a password and add it again.",
        )
    try:
        return archive.read(info)
    except _BROKEN as error:
        raise _damaged(path) from error


def _refuse_bomb(path: Path, archive: zipfile.ZipFile) -> None:
    """Check the declared sizes; `zipfile` never hands out more bytes of a member than it declares."""
    members = archive.infolist()
    swollen = any(
        member.file_size >= _RATIO_MATTERS_FROM
        and member.file_size > MAX_RATIO * max(member.compress_size, 1)
        for member in members
    )
    too_much = sum(member.file_size for member in members) > MAX_TOTAL_BYTES or len(members) > MAX_MEMBERS
    if swollen or too_much:
        raise HostileFile(
            path,
            "the file unpacks to far more than its size and was refused.",
            remedy="If you trust it, open it in Word or LibreOffice, save a fresh copy and add that.",
        )


def _damaged(path: Path) -> DamagedFile:
    return DamagedFile(
        path,
        "the file is damaged or cut short.",
        remedy="Open it in the program that made it, save a fresh copy and add that.",
    )
