"""Reads Akoma Ntoso, the international XML for laws, as legislation.gov.uk and others publish it."""

from collections.abc import Iterable
from pathlib import Path

from lxml import etree

from policycheck.domain.documents import ImportedDocument
from policycheck.importers.drafts import lay_out, place_captions
from policycheck.importers.law_blocks import (
    LawWriter,
    Owner,
    bare_number,
    defined_term,
    heading_number,
    printed_label,
    schedule_prefix,
    tidy_words,
)
from policycheck.importers.law_markup import child_named, words_without
from policycheck.importers.law_standing import (
    Standing,
    akn_extents,
    akn_standing,
    force_notes,
    version_of,
)
from policycheck.importers.markup_tables import local_name, read_rows
from policycheck.importers.titles import title_from_name
from policycheck.importers.xml_safety import parse_xml

_ROOTS = ("body", "mainBody")
_STRUCTURE = frozenset(
    {
        "part",
        "chapter",
        "title",
        "subtitle",
        "subpart",
        "subchapter",
        "book",
        "tome",
        "division",
        "subdivision",
    }
)
_STRUCTURE_NAMES = frozenset(
    {
        "crossheading",
        "subheading",
        "P1group",
        "P2group",
        "schedules",
        "schedule",
        "wrapper",
        "part",
        "chapter",
    }
)
_FLOW = frozenset({"intro", "content", "wrapUp", "blockContainer", "container", "interstitial"})
_NOT_WORDS = frozenset({"noteRef", "authorialNote", "del", "quotedStructure", "embeddedStructure", "img"})
_WHOLE_PROVISIONS = frozenset({"section", "article", "rule", "hcontainer"})


def read(path: Path, data: bytes) -> ImportedDocument:
    """Read an Akoma Ntoso file; raises `DamagedFile` or `HostileFile`."""
    root = parse_xml(path, data)
    reader = _Reader(akn_extents(root))
    for body in _bodies(root):
        reader.structure(body, level=0, prefix="")
    text, blocks = lay_out(place_captions(reader.out.drafts))
    return ImportedDocument(
        title=_title(root, path),
        text=text,
        blocks=blocks,
        warnings=force_notes(blocks),
        is_legislation=True,
        version=version_of(root),
    )


def _bodies(root: etree._Element) -> Iterable[etree._Element]:
    found = [element for name in _ROOTS for element in root.iter(f"{{*}}{name}")]
    return found or [root]


def _title(root: etree._Element, path: Path) -> str:
    for name in ("{http://purl.org/dc/elements/1.1/}title", "{*}shortTitle", "{*}docTitle"):
        for element in root.iter(name):
            title = _words(element)
            if title:
                return title
    for element in root.iter("{*}FRBRalias", "{*}FRBRname"):
        if element.get("value"):
            return str(element.get("value"))
    return title_from_name(path)


class _Reader:
    """Walks one instrument; every method takes an element and writes its blocks in order."""

    def __init__(self, extents: dict[str, str]) -> None:
        self._extents = extents
        self.out = LawWriter(standing=Standing(extent=extents.get("", "")))

    def structure(self, element: etree._Element, *, level: int, prefix: str) -> None:
        """Read a Part, Schedule, cross-heading or body: its heading, then what stands in it."""
        owner = Owner("")
        for child in element:
            if local_name(child) not in {"num", "heading", "subheading"}:
                with self.out.within(self._standing(child)):
                    self._structure_child(child, owner, level=level, prefix=prefix)

    def _standing(self, element: etree._Element) -> Standing:
        return akn_standing(element, self.out.standing, self._extents)

    def _structure_child(self, child: etree._Element, owner: Owner, *, level: int, prefix: str) -> None:
        name = local_name(child)
        if _is_structure(child):
            self._open_structure(child, level=level + 1, prefix=prefix)
        elif name in _FLOW:
            self.flow(child, owner)
        elif child_named(child, "num") is not None or name in _WHOLE_PROVISIONS:
            self.top_provision(child, level=level + 1, prefix=prefix)
        elif name in {"p", "blockList", "tblock", "table"}:
            self.flow_item(child, owner)
        elif len(child):
            self.structure(child, level=level, prefix=prefix)

    def _open_structure(self, element: etree._Element, *, level: int, prefix: str) -> None:
        number, heading = _words(child_named(element, "num")), _words(child_named(element, "heading"))
        if element.get("name") == "schedule":
            prefix = schedule_prefix(number)
        if (number or heading) and element.get("name") != "schedules":
            self.out.heading(heading, level=level, number=heading_number(number))
        else:
            level -= 1
        self.structure(element, level=level, prefix=prefix)

    def top_provision(self, element: etree._Element, *, level: int, prefix: str) -> None:
        """Read a section, article, regulation or paragraph of a Schedule: a number without brackets."""
        number = _number(child_named(element, "num"))
        heading = _words(child_named(element, "heading"))
        self.out.heading(heading, level=level, number=number if heading else "")
        ref = f"{prefix} para {number}" if prefix else number
        self.provision(element, Owner(ref if number else "", printed_label(number, top=True)), level=level)

    def provision(self, element: etree._Element, owner: Owner, *, level: int) -> None:
        """Read the words and the numbered parts of one provision."""
        for child in element:
            if local_name(child) not in {"num", "heading"}:
                with self.out.within(self._standing(child)):
                    self._provision_child(child, owner, level=level)

    def _provision_child(self, child: etree._Element, owner: Owner, *, level: int) -> None:
        name = local_name(child)
        if name in _FLOW:
            self.flow(child, owner)
        elif name in {"p", "blockList", "tblock", "table"}:
            self.flow_item(child, owner)
        elif _is_structure(child):
            if not owner.quoted:
                self.out.heading(_words(child_named(child, "heading")), level=level + 1)
            self.provision(child, owner, level=level + 1)
        else:
            self._part(child, owner, level=level)
            owner.has_list = True

    def _part(self, element: etree._Element, owner: Owner, *, level: int) -> None:
        number = _number(child_named(element, "num"))
        heading = _words(child_named(element, "heading"))
        if heading and not owner.quoted:
            self.out.heading(heading, level=level + 1)
        inner = owner
        if number:
            inner = Owner(owner.child(number), printed_label(number, top=False), quoted=owner.quoted)
        self.provision(element, inner, level=level)

    def flow(self, element: etree._Element, owner: Owner) -> None:
        """Read the paragraphs, lists and tables of one group of words."""
        closing = local_name(element) == "wrapUp"
        for child in element:
            self.flow_item(child, owner, closing=closing)

    def flow_item(self, element: etree._Element, owner: Owner, *, closing: bool = False) -> None:
        """Read one paragraph, list or table."""
        name = local_name(element)
        if name == "p":
            self._paragraph(element, owner, closing=closing)
        elif name == "blockList":
            self._list(element, owner)
            owner.has_list = True
        elif name == "tblock":
            self.out.caption(_words(child_named(element, "heading")))
            for table in element.iter("{*}table"):
                self._table(table, owner)
        elif name == "table":
            self._table(element, owner)
        elif name in _FLOW:
            self.flow(element, owner)
        elif name == "quotedStructure":
            self._quoted(element, owner)
        elif len(element):
            self._part(element, owner, level=8)
        else:
            self.out.words(owner, _words(element))

    def _paragraph(self, element: etree._Element, owner: Owner, *, closing: bool) -> None:
        text = _words(element)
        quotes = [quote for quote in element.iter("{*}quotedStructure") if _outermost(quote, element)]
        embedded = [inner for inner in element.iter("{*}embeddedStructure") if _outermost(inner, element)]
        if not text and not quotes and not embedded:
            self.out.repealed(owner, _words(element, repealed=True))
        if text and not quotes:
            (self.out.closing if closing else self.out.words)(owner, text)
        for inner in embedded:
            self.provision(inner, owner, level=8)
        for quote in quotes:
            self._quoted(quote, owner)
        if text and quotes:
            (self.out.closing if owner.paragraphs else self.out.words)(owner, text)

    def _list(self, element: etree._Element, owner: Owner) -> None:
        for item in element:
            name = local_name(item)
            if name in {"listIntroduction", "listWrapUp", "listConclusion"}:
                write = self.out.words if name == "listIntroduction" else self.out.closing
                write(owner, _words(item))
                continue
            number = _number(child_named(item, "num"))
            inner = owner
            if number:
                inner = Owner(owner.child(number), printed_label(number, top=False), quoted=owner.quoted)
            first = True
            for child in item:
                if local_name(child) in {"num", "heading"}:
                    continue
                if first and not number and local_name(child) == "p":
                    inner = self._unnumbered_item(child, owner)
                else:
                    self.flow_item(child, inner)
                first = False

    def _unnumbered_item(self, element: etree._Element, owner: Owner) -> Owner:
        text = _words(element)
        term = defined_term(text)
        if term:
            return self.out.definition(owner, term, text)
        self.out.bullet(owner, text)
        return owner

    def _table(self, table: etree._Element, owner: Owner) -> None:
        rows, columns = read_rows(table, _cell_words)
        self.out.table(owner, rows, columns)

    def _quoted(self, element: etree._Element, owner: Owner) -> None:
        base = owner.ref if owner.ref.endswith(" inserted") else f"{owner.ref} inserted".strip()
        self._quoted_parts(element, Owner(base, quoted=True))

    def _quoted_parts(self, element: etree._Element, owner: Owner) -> None:
        for child in element:
            name = local_name(child)
            number = _number(child_named(child, "num"))
            if name in {"num", "heading"}:
                continue
            if _is_structure(child):
                self._quoted_heading(child, owner, number)
                self._quoted_parts(child, owner)
            elif number and (name in _WHOLE_PROVISIONS or (name == "paragraph" and number[0].isdigit())):
                inner = Owner(f"{owner.ref} {number}", number, quoted=True)
                self._quoted_heading(child, inner, "")
                self.provision(child, inner, level=8)
            elif number:
                self._part(child, owner, level=8)
            else:
                self.flow_item(child, owner)

    def _quoted_heading(self, element: etree._Element, owner: Owner, number: str) -> None:
        text = f"{number} {_words(child_named(element, 'heading'))}".strip()
        if text:
            self.out.words(Owner(f"{owner.ref} heading", quoted=True), text)


def _is_structure(element: etree._Element) -> bool:
    name = local_name(element)
    return name in _STRUCTURE or (name == "hcontainer" and element.get("name") in _STRUCTURE_NAMES)


def _outermost(element: etree._Element, within: etree._Element) -> bool:
    for ancestor in element.iterancestors():
        if ancestor is within:
            return True
        if local_name(ancestor) in {"quotedStructure", "embeddedStructure"}:
            return False
    return True


def _words(element: etree._Element | None, *, repealed: bool = False) -> str:
    """Return the words of an element without notes, inserted provisions and words since repealed."""
    if element is None:
        return ""
    return tidy_words(words_without(element, _NOT_WORDS - {"del"} if repealed else _NOT_WORDS))


def _number(element: etree._Element | None) -> str:
    """Return the number of a provision, also of a repealed one."""
    return bare_number(_words(element) or _words(element, repealed=True))


def _cell_words(cell: etree._Element) -> str:
    return tidy_words(words_without(cell, frozenset({"noteRef", "authorialNote", "del"})))
