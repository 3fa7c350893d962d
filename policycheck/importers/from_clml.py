"""Reads CLML, the XML of legislation.gov.uk: whole instruments and fragments without a root."""

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
from policycheck.importers.law_standing import clml_standing, force_notes, version_of
from policycheck.importers.markup_tables import local_name, read_rows
from policycheck.importers.number_formats import letters, roman
from policycheck.importers.titles import title_from_name
from policycheck.importers.xml_safety import parse_xml

_STRUCTURE_TEXT = """
    Group Part Chapter Pblock PsubBlock P1group Schedule EUPart EUTitle EUChapter EUSection EUSubsection Division
    Appendix
    """
_STRUCTURE = frozenset(_STRUCTURE_TEXT.split())
_PROVISIONS = frozenset({"P1", "P2", "P3", "P4", "P5", "P6", "P7"})
_GROUPS = frozenset({"P2group", "P3group", "P4group", "P5group", "P6group", "P7group"})
_PARAS = frozenset(
    {
        "P1para",
        "P2para",
        "P3para",
        "P4para",
        "P5para",
        "P6para",
        "P7para",
        "Para",
        "BlockText",
        "P",
        "Pagepara",
    }
)
_SKIPPED_TEXT = """
    Metadata Contents PrimaryPrelims SecondaryPrelims EUPrelims Commentaries Resources Versions MarginNotes
    Footnotes SignedSection ExplanatoryNotes EarlierOrders Pnumber Number Title TitleBlock Reference Image
    """
_SKIPPED = frozenset(_SKIPPED_TEXT.split())
_NOT_WORDS = frozenset(
    {
        "CommentaryRef",
        "FootnoteRef",
        "MarginNoteRef",
        "BlockAmendment",
        "Footnote",
        "Commentary",
        "Reference",
        "Repeal",
    }
)
_LIST_STYLES = {"alpha": letters, "alphaupper": letters, "roman": roman, "romanupper": roman}


def read(path: Path, data: bytes) -> ImportedDocument:
    """Read CLML; raises `DamagedFile` or `HostileFile`."""
    root = parse_xml(path, data)
    reader = _Reader()
    reader.structure_child(root, Owner(""), level=0, prefix="")
    text, blocks = lay_out(place_captions(reader.out.drafts))
    return ImportedDocument(
        title=_title(root, path),
        text=text,
        blocks=blocks,
        warnings=force_notes(blocks),
        is_legislation=True,
        version=version_of(root),
    )


def _title(root: etree._Element, path: Path) -> str:
    for element in root.iter("{http://purl.org/dc/elements/1.1/}title"):
        if _words(element):
            return _words(element)
    for prelims in root.iter("{*}PrimaryPrelims", "{*}SecondaryPrelims", "{*}EUPrelims"):
        if _words(child_named(prelims, "Title")):
            return _words(child_named(prelims, "Title"))
    return title_from_name(path)


class _Reader:
    """Walks one instrument; every method takes an element and writes its blocks in order."""

    def __init__(self) -> None:
        self.out = LawWriter()

    def structure_child(self, element: etree._Element, owner: Owner, *, level: int, prefix: str) -> None:
        """Read one thing that stands under a heading: a deeper heading, a provision, or loose words."""
        with self.out.within(clml_standing(element, self.out.standing)):
            self._structure_child(element, owner, level=level, prefix=prefix)

    def _structure_child(self, element: etree._Element, owner: Owner, *, level: int, prefix: str) -> None:
        name = local_name(element)
        if name in _STRUCTURE:
            self._open_structure(element, level=level + 1, prefix=prefix)
        elif name == "P1" or (name in _PROVISIONS and not owner.ref):
            self._top_provision(element, level=level + 1, prefix=prefix)
        elif name in _SKIPPED:
            return
        elif name in _GROUPS or name in _PARAS or name in _LEAVES:
            self.part(element, owner, level=level)
        else:
            self._children(element, level=level, prefix=prefix)

    def _children(self, element: etree._Element, *, level: int, prefix: str) -> None:
        owner = Owner("")
        for child in element:
            self.structure_child(child, owner, level=level, prefix=prefix)

    def _open_structure(self, element: etree._Element, *, level: int, prefix: str) -> None:
        number, title = _words(child_named(element, "Number")), _title_of(element)
        if local_name(element) == "Schedule":
            prefix = schedule_prefix(number)
        if local_name(element) == "P1group":
            self._open_group(element, title, level=level, prefix=prefix)
            return
        if number or title:
            self.out.heading(title, level=level, number=heading_number(number))
        else:
            level -= 1
        self._children(element, level=level, prefix=prefix)

    def _open_group(self, element: etree._Element, title: str, *, level: int, prefix: str) -> None:
        """Read a group of sections under one title; the title carries the number of the first."""
        first = child_named(element, "P1")
        number = _number(child_named(first, "Pnumber")) if first is not None else ""
        self.out.heading(title, level=level, number=number if title else "")
        owner = Owner("")
        for child in element:
            if local_name(child) == "P1":
                with self.out.within(clml_standing(child, self.out.standing)):
                    self._provision_body(child, self._top_owner(child, prefix), level=level)
            else:
                self.structure_child(child, owner, level=level, prefix=prefix)

    def _top_provision(self, element: etree._Element, *, level: int, prefix: str) -> None:
        self.out.heading("", level=level)
        self._provision_body(element, self._top_owner(element, prefix), level=level)

    def _top_owner(self, element: etree._Element, prefix: str) -> Owner:
        number = _number(child_named(element, "Pnumber"))
        if local_name(element) != "P1":  # a fragment that begins below the section: its address has the rest
            above = _ref_above(element)
            return Owner(f"{above}({number})" if number else above, printed_label(number, top=False))
        ref = f"{prefix} para {number}" if prefix else number
        return Owner(ref if number else "", printed_label(number, top=True))

    def _provision_body(self, element: etree._Element, owner: Owner, *, level: int) -> None:
        for child in element:
            self.part(child, owner, level=level)

    def part(self, element: etree._Element, owner: Owner, *, level: int) -> None:
        """Read one piece of a provision: words, a list, a table, a numbered part, inserted text."""
        with self.out.within(clml_standing(element, self.out.standing)):
            self._part(element, owner, level=level)

    def _part(self, element: etree._Element, owner: Owner, *, level: int) -> None:
        name = local_name(element)
        if name in _SKIPPED:
            return
        if name in _PROVISIONS:
            self._numbered(element, owner, level=level)
        elif name in _GROUPS:
            if not owner.quoted:
                self.out.heading(_title_of(element), level=level + 1)
            self._provision_body(element, owner, level=level + 1)
        elif name in {"Text", "FragmentText"}:
            self._text(element, owner)
        elif name == "AppendText":
            self.out.closing(owner, _words(element))
        elif name == "BlockAmendment":
            self._quoted(element, owner)
        elif name in {"UnorderedList", "OrderedList"}:
            self._list(element, owner, level=level)
            owner.has_list = True
        elif name in {"Tabular", "table"}:
            self._tables(element, owner)
        elif len(element):
            self._provision_body(element, owner, level=level)
        else:
            self.out.words(owner, _words(element))

    def _text(self, element: etree._Element, owner: Owner) -> None:
        text = _words(element)
        if text or element.find(".//{*}BlockAmendment") is not None:
            self.out.words(owner, text)
        else:
            self.out.repealed(owner, _words(element, repealed=True))
        for quote in element.iter("{*}BlockAmendment"):
            self._quoted(quote, owner)

    def _numbered(self, element: etree._Element, owner: Owner, *, level: int) -> None:
        number = _number(child_named(element, "Pnumber"))
        inner = owner
        if number:
            inner = Owner(owner.child(number), printed_label(number, top=False), quoted=owner.quoted)
        self._provision_body(element, inner, level=level)
        owner.has_list = True

    def _list(self, element: etree._Element, owner: Owner, *, level: int) -> None:
        ordered = local_name(element) == "OrderedList"
        for position, item in enumerate((child for child in element if local_name(child) == "ListItem"), 1):
            if ordered:
                number = bare_number(item.get("NumberOverride") or _list_number(element, position))
                inner = Owner(owner.child(number), f"({number})", quoted=owner.quoted)
                self._provision_body(item, inner, level=level)
            else:
                self._unnumbered_item(item, owner, level=level)

    def _unnumbered_item(self, item: etree._Element, owner: Owner, *, level: int) -> None:
        inner = owner
        for position, child in enumerate(piece for part in item for piece in (part if len(part) else [part])):
            text = _words(child) if local_name(child) in {"Text", "Para"} else ""
            term = defined_term(text)
            if position == 0 and term:
                inner = self.out.definition(owner, term, text)
            elif position == 0 and text:
                self.out.bullet(owner, text)
            else:
                self.part(child, inner, level=level)

    def _tables(self, element: etree._Element, owner: Owner) -> None:
        self.out.caption(_title_of(element))
        tables = [element] if local_name(element) == "table" else list(element.iter("{*}table"))
        for table in tables:
            rows, columns = read_rows(table, _words)
            self.out.table(owner, rows, columns)

    def _quoted(self, element: etree._Element, owner: Owner) -> None:
        base = owner.ref if owner.ref.endswith(" inserted") else f"{owner.ref} inserted".strip()
        self._quoted_parts(element, Owner(base, quoted=True))

    def _quoted_parts(self, element: etree._Element, owner: Owner) -> None:
        for child in element:
            name = local_name(child)
            if name in {"Number", "Title", "TitleBlock", "Pnumber"}:
                if name != "Pnumber":
                    self.out.words(Owner(f"{owner.ref} heading", quoted=True), _words(child))
            elif name in _STRUCTURE or name in {"ScheduleBody", "Body"}:
                self._quoted_parts(child, owner)
            elif name == "P1":
                number = _number(child_named(child, "Pnumber"))
                inner = Owner(f"{owner.ref} {number}".strip(), number, quoted=True)
                self._provision_body(child, inner, level=8)
            else:
                self.part(child, owner, level=8)


_LEAVES = frozenset(
    {
        "Text",
        "FragmentText",
        "AppendText",
        "BlockAmendment",
        "UnorderedList",
        "OrderedList",
        "Tabular",
        "table",
    }
)


def _ref_above(element: etree._Element) -> str:
    """Return the reference of the provision around a fragment, from its id: "section-18-2-a" gives "18(2)"."""
    kind, _, rest = (element.get("id") or "").partition("-")
    numbers = rest.split("-")[:-1]
    if kind not in {"section", "article", "regulation", "rule"} or not numbers:
        return ""
    return numbers[0] + "".join(f"({number})" for number in numbers[1:])


def _list_number(element: etree._Element, position: int) -> str:
    kind = (element.get("Type") or "arabic").lower()
    number = _LIST_STYLES[kind](position) if kind in _LIST_STYLES else str(position)
    return number.upper() if kind.endswith("upper") else number


def _title_of(element: etree._Element) -> str:
    block = child_named(element, "TitleBlock")
    return _words(child_named(element if block is None else block, "Title"))


def _words(element: etree._Element | None, *, repealed: bool = False) -> str:
    """Return the words of an element without note markers, inserted provisions and words since repealed."""
    if element is None:
        return ""
    return tidy_words(words_without(element, _NOT_WORDS - {"Repeal"} if repealed else _NOT_WORDS))


def _number(element: etree._Element | None) -> str:
    """Return the number of a provision, also of a repealed one."""
    return bare_number(_words(element) or _words(element, repealed=True))
