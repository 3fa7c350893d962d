"""Opens a Word file and hands out its parts as safely parsed XML."""

import posixpath
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from policycheck.errors import DamagedFile, UnsupportedFormat
from policycheck.importers.archives import open_archive, read_member
from policycheck.importers.xml_safety import parse_xml

_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_W = "{" + _TRANSITIONAL.decode() + "}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_MAIN_PART = "word/document.xml"
_PARTS = ("styles", "numbering", "footnotes", "endnotes")


def w(name: str) -> str:
    """Return the full name of a WordprocessingML element or attribute: "p", "val"."""
    return _W + name


def value(parent: etree._Element | None, name: str) -> str | None:
    """Return the `w:val` of the direct child `name`, or None where either is absent."""
    child = parent.find(w(name)) if parent is not None else None
    return None if child is None else child.get(w("val"))


def switch(parent: etree._Element | None, name: str) -> bool | None:
    """Read an on/off child such as `w:b`: None where it is absent."""
    child = parent.find(w(name)) if parent is not None else None
    if child is None:
        return None
    return child.get(w("val"), "true") not in {"0", "false", "off"}


@dataclass(frozen=True, slots=True, kw_only=True)
class WordPackage:
    """The parsed parts of one Word file; a part the file lacks is None."""

    body: etree._Element
    styles: etree._Element | None
    numbering: etree._Element | None
    footnotes: etree._Element | None
    endnotes: etree._Element | None
    title: str


def open_package(path: Path, data: bytes) -> WordPackage:
    """Parse the parts of a DOCX file.

    Raises `EmptyFile`, `PasswordProtected`, `UnsupportedFormat`, `DamagedFile` or `HostileFile`.
    """
    archive = open_archive(path, data)
    with archive:
        main_part = _main_part(path, read_member(path, archive, "_rels/.rels"))
        names = _part_names(path, main_part, lambda name: read_member(path, archive, name))

        def part(name: str) -> etree._Element | None:
            content = read_member(path, archive, name)
            return None if content is None else _parse(path, content)

        document = part(main_part)
        if document is None:
            raise UnsupportedFormat(
                path,
                "this is not a Word document: it has no text part.",
                remedy="Open it in the program that made it, save it as DOCX and add that.",
            )
        body = document.find(w("body"))
        if body is None:
            raise DamagedFile(
                path, "the document has no body.", remedy="Save it again in Word and add it again."
            )
        core = part("docProps/core.xml")
        return WordPackage(
            body=body,
            styles=part(names["styles"]),
            numbering=part(names["numbering"]),
            footnotes=part(names["footnotes"]),
            endnotes=part(names["endnotes"]),
            title=(core.findtext(_DC_TITLE) or "").strip() if core is not None else "",
        )


def _main_part(path: Path, relations: bytes | None) -> str:
    if relations is None:
        return _MAIN_PART
    for relation in _parse(path, relations).iter(_RELATION):
        if relation.get("Type", "").endswith("/officeDocument"):
            target = relation.get("Target", _MAIN_PART).lstrip("/")
            return target if target.startswith("word/") else _MAIN_PART
    return _MAIN_PART


def _part_names(path: Path, main_part: str, member: Callable[[str], bytes | None]) -> dict[str, str]:
    """Return where styles, numbering and notes are kept: what the relations say, else the usual names."""
    folder, file = posixpath.split(main_part)
    names = {kind: f"{folder}/{kind}.xml" for kind in _PARTS}
    relations = member(f"{folder}/_rels/{file}.rels")
    for relation in _parse(path, relations).iter(_RELATION) if relations is not None else ():
        kind = relation.get("Type", "").rpartition("/")[2]
        target = relation.get("Target", "")
        if kind in names and relation.get("TargetMode") != "External":
            place = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            names[kind] = posixpath.normpath(place)
    return names


def _parse(path: Path, content: bytes) -> etree._Element:
    return parse_xml(path, content.replace(_STRICT, _TRANSITIONAL))
