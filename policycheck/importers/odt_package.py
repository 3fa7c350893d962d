"""Opens an OpenDocument text file, zipped or flat, and hands out its parts as safely parsed XML."""

from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from policycheck.errors import DamagedFile, PasswordProtected
from policycheck.importers.archives import open_archive, read_member
from policycheck.importers.xml_safety import parse_xml

_NAMESPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "form": "urn:oasis:names:tc:opendocument:xmlns:form:1.0",
    "presentation": "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def q(name: str) -> str:
    """Return the full name of an element or attribute given as "text:p"."""
    prefix, _, local = name.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


@dataclass(frozen=True, slots=True, kw_only=True)
class OdtPackage:
    """The parsed parts of one file: the text, the parents of its styles, and the title in its properties.

    `style_parts` come in the order in which a later one overrules an earlier one of the same name.
    """

    body: etree._Element
    style_parts: tuple[etree._Element, ...]
    title: str


def open_package(path: Path, data: bytes) -> OdtPackage:
    """Parse the parts of an ODT, OTT or FODT file.

    Raises `EmptyFile`, `PasswordProtected`, `DamagedFile` or `HostileFile`.
    """
    if not data.startswith(b"PK"):
        root = parse_xml(path, data)
        return _package(path, root, [root], root)
    with open_archive(path, data) as archive:

        def part(name: str) -> etree._Element | None:
            content = read_member(path, archive, name)
            return None if content is None else parse_xml(path, content)

        _refuse_encrypted(path, part("META-INF/manifest.xml"))
        content = part("content.xml")
        if content is None:
            raise _damaged(path, "the document has no text part.")
        styles = part("styles.xml")
        return _package(path, content, [styles] if styles is not None else [], part("meta.xml"))


def _package(
    path: Path, content: etree._Element, style_roots: list[etree._Element], meta: etree._Element | None
) -> OdtPackage:
    body = content.find(f"{q('office:body')}/{q('office:text')}")
    if body is None:
        raise _damaged(path, "the document has no body.")
    # The automatic styles of styles.xml belong to headers and footers.
    parts = [root.find(q("office:styles")) for root in style_roots]
    parts.append(content.find(q("office:automatic-styles")))
    title = meta.findtext(f".//{q('office:meta')}/{q('dc:title')}") if meta is not None else None
    return OdtPackage(
        body=body,
        style_parts=tuple(part for part in parts if part is not None),
        title=(title or "").strip(),
    )


def _refuse_encrypted(path: Path, manifest: etree._Element | None) -> None:
    if manifest is not None and next(manifest.iter(q("manifest:encryption-data")), None) is not None:
        raise PasswordProtected(
            path,
            "the file is protected with a password.",
            remedy="Save it without a password and add it again.",
        )


def _damaged(path: Path, problem: str) -> DamagedFile:
    return DamagedFile(path, problem, remedy="Save it again in the program that made it and add it again.")
