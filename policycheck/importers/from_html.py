"""Reads web pages: the words of the page itself, with the list numbers a browser would print."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import cast

import lxml.html
from lxml import etree

from policycheck.domain.documents import BlockKind, ImportedDocument
from policycheck.errors import HostileFile
from policycheck.importers.decoding import declared_charset, decode
from policycheck.importers.drafts import lay_out, place_captions
from policycheck.importers.html_chrome import main_content
from policycheck.importers.html_lists import item_labels
from policycheck.importers.html_styles import ListStyles, read_list_styles
from policycheck.importers.legislation_notes import drop_notes
from policycheck.importers.marked_text import LINE_BREAK, MarkedText
from policycheck.importers.markup_tables import local_name, read_rows
from policycheck.importers.table_headers import Cell, is_header
from policycheck.importers.text_cleaning import clean
from policycheck.importers.titles import is_sensible_title, title_from_name

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS_TEXT = """
    address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre section summary table tbody td tfoot th
    thead tr ul caption
    """
_BLOCKS = frozenset(_BLOCKS_TEXT.split())
_BOLD = frozenset({"b", "strong"})
_SILENT = frozenset({"script", "style", "noscript", "template", "head", "img", "svg", "rp", "rt"})
_TAG = re.compile(r"<[^<>]*>")
_DEEPEST = 150  # elements; deeper markup is read as plain words


def read(path: Path, data: bytes) -> ImportedDocument:
    """Read an HTML file; markup that is broken is mended the way a browser does.

    Raises `HostileFile` for markup nested so deeply that words would be lost.
    """
    root, whole = parse_html(decode(data, charset=declared_charset(data)))
    if not whole:
        raise HostileFile(
            path, "the markup is nested too deeply to be a real page.", remedy="Save it as text."
        )
    title = _title(root, path)
    page = MarkedText()
    if root is not None:
        styles = read_list_styles(root)
        _Walker(page, styles).children(main_content(root))
    drafts = drop_notes(page.drafts)
    # A title that is printed as a plain first paragraph is no clause.
    opens = len(drafts) > 1 and drafts[0].block.kind is BlockKind.PARAGRAPH and drafts[0].block.text == title
    text, blocks = lay_out(place_captions(drafts[opens:]), opening=[title] if opens else [])
    return ImportedDocument(title=title, text=text, blocks=blocks)


def parse_html(text: str) -> tuple[etree._Element | None, bool]:
    """Return (root of a page or fragment, whether all of it was read); None where there is no element in it."""
    plain = text.replace("\x00", "")
    parser = lxml.html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False
    )
    try:
        root = lxml.html.document_fromstring(plain.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        root = None
    log = cast("Iterable[etree._LogEntry]", parser.error_log)
    return root, not any("excessive depth" in entry.message.lower() for entry in log)


def add_fragment(text: str, page: MarkedText) -> None:
    """Read a piece of HTML that stands inside another format into `page`."""
    root, whole = parse_html(text)
    if root is not None and whole:
        _Walker(page, ListStyles()).children(next(root.iter("body"), root))
    elif not whole:
        page.add_paragraph(_TAG.sub(" ", text))


def _title(root: etree._Element | None, path: Path) -> str:
    if root is not None:
        # Several headings of the first level are chapters: then the page's own title names it better.
        several = len(list(root.iter("h1"))) > 1
        for name in ("title", "h1") if several else ("h1", "title"):
            for element in root.iter(name):
                words = clean("".join(str(piece) for piece in element.itertext()))
                if is_sensible_title(words):
                    return words
    return title_from_name(path)


class _Walker:
    """Walks elements in order, gathering inline words until the next block element."""

    def __init__(self, page: MarkedText, styles: ListStyles) -> None:
        self._page = page
        self._styles = styles
        self._words: list[str] = []
        self._bold: list[str] = []
        self._bold_open = True  # whether only bold words came so far
        self._list_depth = -1
        self._label: str | None = None  # of the list item whose first words are awaited
        self._below = 0

    def children(self, element: etree._Element) -> None:
        """Read everything inside `element`, then what is left of its inline words."""
        self._inside(element, bold=False)
        self._flush()

    def _inside(self, element: etree._Element, *, bold: bool) -> None:
        self._below += 1
        self._say(element.text, bold=bold)
        for child in element:
            if self._below > _DEEPEST:
                self._say("".join(str(piece) for piece in child.itertext()), bold=bold)
            else:
                self._one(child, bold=bold)
            self._say(child.tail, bold=bold)
        self._below -= 1

    def _one(self, element: etree._Element, *, bold: bool) -> None:
        name = local_name(element)
        if name in _SILENT or not name or _is_note_mark(element):
            return
        if name == "br":
            self._words.append(LINE_BREAK)
        elif name in _HEADINGS or element.get("role") == "heading":
            self._flush()
            self._heading(element, _HEADINGS.get(name, _aria_level(element)))
        elif name in {"ul", "ol", "menu", "dir"}:
            self._list(element)
        elif name == "dl":
            self._glossary(element)
        elif name == "table":
            self._table(element)
        elif name == "pre":
            self._flush()
            for piece in self._words_of(element).split("\n\n"):
                self._page.add_paragraph(piece, level=self._list_depth + 1)
        elif name in _BLOCKS:
            self._flush()
            self._inside(element, bold=False)
            self._flush()
        else:
            self._inside(element, bold=bold or name in _BOLD)

    def _say(self, words: str | None, *, bold: bool) -> None:
        if not words:
            return
        self._words.append(words.replace("\n", " ").replace("\r", " "))
        if words.strip() and not bold:
            self._bold_open = False
        if self._bold_open:
            self._bold.append(words)

    def _flush(self) -> None:
        text, bold = "".join(self._words), "".join(self._bold)
        self._words, self._bold, self._bold_open = [], [], True
        if not clean(text):
            return
        if self._label is not None:
            label, self._label = self._label, None
            self._page.add_item(text, label=label, level=self._list_depth, bold=bold)
        else:
            self._page.add_paragraph(text, level=self._list_depth + 1, bold=bold)

    def _heading(self, element: etree._Element, level: int) -> None:
        """Read a heading; one that opens a list item has the item's number."""
        words = self._words_of(element)
        if clean(words):
            label, self._label = self._label or "", None
            self._page.add_heading(words, level, label=label)

    def _list(self, element: etree._Element) -> None:
        self._flush()
        self._list_depth += 1
        items = [child for child in element if local_name(child) == "li"]
        labels = iter(item_labels(element, items, self._styles))
        for child in element:
            if local_name(child) != "li":
                self._one(child, bold=False)
                continue
            self._label = next(labels)
            self._inside(child, bold=False)
            self._flush()
            self._label = None
        self._list_depth -= 1

    def _glossary(self, element: etree._Element) -> None:
        """Read `dl`: short terms define, longer ones (questions, names) are paragraphs."""
        self._flush()
        term = ""
        for child in element.iter("dt", "dd"):
            if next(child.iterancestors("dl"), None) is not element:
                continue
            if local_name(child) == "dd" and next(child.iter("ol", "ul", "table"), None) is not None:
                self._long_meaning(term, child)
                term = ""
                continue
            words = clean(self._words_of(child))
            if local_name(child) == "dt":
                if term:
                    self._page.add_paragraph(term)
                term = words
            elif term and len(term.split()) <= 8 and not term.endswith("?"):
                self._page.add_definition(term.rstrip(":"), f"{term.rstrip(':')}: {words}")
                term = ""
            else:
                for piece in (term, words):
                    self._page.add_paragraph(piece)
                term = ""
        if term:
            self._page.add_paragraph(term)

    def _long_meaning(self, term: str, meaning: etree._Element) -> None:
        """Read a `dd` with lists or tables in it: its first words go with the term, the rest stands alone."""
        first = next((child for child in meaning if local_name(child) in {"ol", "ul", "table"}), None)
        lead = clean(meaning.text or "") if first is not None and first is meaning[0] else ""
        if lead and term:
            self._page.add_definition(term.rstrip(":"), f"{term.rstrip(':')}: {lead}")
            meaning.text = None
        elif term:
            self._page.add_paragraph(term)
        self.children(meaning)

    def _table(self, element: etree._Element) -> None:
        self._flush()
        rows, columns = read_rows(element, lambda cell: clean(self._words_of(cell)))
        if _is_layout(element, rows, columns):
            self._inside(element, bold=False)
            self._flush()
            return
        if not columns and rows and is_header(self._cells(element)):
            columns, rows = rows[0], rows[1:]
        caption = next((child for child in element if local_name(child) == "caption"), None)
        self._page.add_table(rows, columns, caption="" if caption is None else self._words_of(caption))

    def _cells(self, table: etree._Element) -> list[list[Cell]]:
        return [
            [
                Cell(text=clean(self._words_of(cell)), strong=_is_strong(cell))
                for cell in row
                if local_name(cell) in {"td", "th"}
            ]
            for row in table.iter("tr")
            if next(row.iterancestors("table"), None) is table
        ]

    def _words_of(self, element: etree._Element) -> str:
        return "".join(_pieces(element, 0, self._styles))


def _is_strong(cell: etree._Element) -> bool:
    bold = "".join(_words_of(child) for child in cell.iter("b", "strong"))
    return local_name(cell) == "th" or (bool(clean(bold)) and clean(bold) == clean(_words_of(cell)))


def _is_layout(table: etree._Element, rows: list[list[str]], columns: list[str]) -> bool:
    if (table.get("role") or "") in {"presentation", "none"}:
        return True
    if next(table.iter("h1", "h2", "h3", "h4"), None) is not None or len(list(table.iter("table"))) > 1:
        return True
    return max((len(row) for row in [*rows, columns]), default=0) < 2


def _is_note_mark(element: etree._Element) -> bool:
    """Whether a raised figure is the mark of a footnote and not part of "10th" or "m2"."""
    if local_name(element) != "sup":
        return False
    words = clean("".join(str(piece) for piece in element.itertext())).strip("[]()")
    linked = next(element.iter("a"), None) is not None or "footnote" in (element.get("class") or "")
    return (linked and (words.isdigit() or words in {"*", "†", "‡"} or len(words) == 1)) or words in {
        "*",
        "†",
        "‡",
    }


def _aria_level(element: etree._Element) -> int:
    level = element.get("aria-level") or "2"
    return int(level) if level.isdecimal() else 2


def _words_of(element: etree._Element) -> str:
    return "".join(_pieces(element, 0, ListStyles()))


def _pieces(element: etree._Element, depth: int, styles: ListStyles) -> Iterable[str]:
    """Yield the words inside an element, list items with their numbers; blocks and breaks keep words apart."""
    yield element.text or ""
    items = [child for child in element if local_name(child) == "li"]
    labels = iter(item_labels(element, items, styles))
    for child in element:
        name = local_name(child)
        if name and name not in _SILENT and not _is_note_mark(child):
            apart = name in _BLOCKS or name == "br"
            if apart:
                yield f" {next(labels)} " if name == "li" else " "
            if depth < _DEEPEST:
                yield from _pieces(child, depth + 1, styles)
            else:
                yield "".join(str(piece) for piece in child.itertext())
            if apart:
                yield " "
        yield child.tail or ""
