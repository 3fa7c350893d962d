"""Turns bytes into text: byte-order marks, a declared character set, UTF-8, and Windows-1252 as last resort."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.IGNORECASE)
_HEAD_BYTES = 4_096


def declared_charset(data: bytes) -> str | None:
    """Return the character set that HTML or XML declares near its start, when Python knows it."""
    found = _DECLARED.search(data[:_HEAD_BYTES])
    if found is None:
        return None
    try:
        return codecs.lookup(found.group(1).decode("ascii")).name
    except LookupError:
        return None


def decode(data: bytes, *, charset: str | None = None) -> str:
    """Return the text of `data`; never fails, since Windows-1252 with replacement reads anything."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    for name in [charset, "utf-8"] if charset else ["utf-8"]:
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", errors="replace")


def looks_binary(data: bytes) -> bool:
    """Tell whether `data` cannot be text: it has NUL bytes and no UTF-16 or UTF-32 mark."""
    if any(data.startswith(mark) for mark, _ in _MARKS):
        return False
    return b"\x00" in data
