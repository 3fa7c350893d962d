"""Reads the words of one Word paragraph as printed once all tracked changes are accepted."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from policycheck.importers.docx_fields import FieldState, ListFields
from policycheck.importers.docx_package import switch, value, w
from policycheck.importers.docx_styles import Styles
from policycheck.importers.office_text import ListPosition

_MC_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_GRAPHIC_DATA = "{http://schemas.openxmlformats.org/drawingml/2006/main}graphicData"
_DROPPED = frozenset(
    w(name) for name in ("del", "moveFrom", "pPr", "rPr", "delText", "sdtPr", "sdtEndPr", "rt")
)
BLOCK_HOLDERS = frozenset(w(name) for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_FIELD_PARTS = frozenset(w(name) for name in ("fldChar", "instrText"))
_BREAKS = frozenset(w(name) for name in ("br", "cr"))
_NOTES = frozenset(w(name) for name in ("footnoteReference", "endnoteReference"))
_PICTURES = frozenset(w(name) for name in ("drawing", "pict", "object"))
_TEXTS = frozenset({w("t"), _MATH_TEXT})
_TABS = frozenset({w("tab"), w("ptab")})
_HYPHEN, _SYMBOL = w("noBreakHyphen"), w("sym")
_RUN, _CONTROL = w("r"), w("sdt")
_SYMBOL_BULLET = "•"


@dataclass(slots=True)
class ParagraphWords:
    """The words of a paragraph and what hangs on it.

    `bold` tells whether every word prints bold. `boxes` are the contents of text boxes anchored here, `notes`
    the references to footnotes and endnotes as (element name, id). `pictures` counts pictures, `drawings`
    diagrams and charts, whose words are not read.
    """

    text: str = ""
    bold: bool = False
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    pictures: int = 0
    drawings: int = 0


def read_paragraph(
    paragraph: etree._Element, styles: Styles, fields: ListFields, position: ListPosition | None = None
) -> ParagraphWords:
    """Collect the words of `paragraph`: insertions, hyperlinks, fields and content controls included.

    `position` is the paragraph's own number; `fields` computes numbers inside it.
    """
    words = ParagraphWords()
    state = FieldState()
    fields.enter(position)
    pieces: list[str] = []
    weights: list[bool] = []
    for element, run in _inline(paragraph, None):
        tag = element.tag
        if tag in _FIELD_PARTS:
            instruction = state.read(element)
            if instruction and not state.silent:
                pieces.append(fields.number(instruction, position))
        elif state.silent or (run is not None and styles.is_hidden(run, paragraph)):
            continue
        elif tag in _TEXTS:
            text = element.text or ""
            pieces.append(text)
            if text.strip():
                weights.append(run is not None and styles.is_bold(run, paragraph))
        elif tag in _TABS:
            pieces.append("\t")
        elif tag in _BREAKS:
            pieces.append("\n")
        elif tag == _HYPHEN:
            pieces.append("-")
        elif tag == _SYMBOL:
            pieces.append(_symbol(element))
        elif tag in _NOTES:
            words.notes.append((etree.QName(element).localname, element.get(w("id"), "")))
        elif tag in _PICTURES:
            _look_into_picture(element, words)
    words.text = "".join(pieces)
    words.bold = bool(weights) and all(weights)
    return words


def is_mark_deleted(paragraph: etree._Element) -> bool:
    """Whether the end of the paragraph is a tracked deletion, so that the next one continues it."""
    mark = paragraph.find(f"{w('pPr')}/{w('rPr')}")
    return mark is not None and (mark.find(w("del")) is not None or mark.find(w("moveFrom")) is not None)


def block_elements(container: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs, tables and foreign chunks of `container`, through content controls."""
    for child in container:
        if not isinstance(child.tag, str) or child.tag in _DROPPED or is_contents_list(child):
            continue
        if child.tag in {w("p"), w("tbl"), w("altChunk")}:
            yield child
        elif child.tag == _MC_ALTERNATE:
            for branch in list(child)[:1]:
                yield from block_elements(branch)
        elif child.tag in BLOCK_HOLDERS and not _is_placeholder(child):
            yield from block_elements(child)


def is_contents_list(control: etree._Element) -> bool:
    """Whether a content control is the table of contents, which repeats the headings."""
    gallery = control.find(f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}")
    return gallery is not None and gallery.get(w("val")) == "Table of Contents"


def _inline(
    element: etree._Element, run: etree._Element | None
) -> Iterator[tuple[etree._Element, etree._Element | None]]:
    """Yield the printing leaves below `element` with the run each stands in."""
    for child in element:
        tag = child.tag
        if not isinstance(tag, str) or tag in _DROPPED:
            continue
        if tag == _MC_ALTERNATE:
            for branch in list(child)[:1]:  # the first choice; the fallback repeats it for old programs
                yield from _inline(branch, run)
        elif tag == _RUN:
            yield from _inline(child, child)
        elif tag in _FIELD_PARTS:
            yield child, run
        elif tag == _CONTROL:
            if not _is_placeholder(child):
                yield from _inline(child, run)
        elif tag in _PICTURES or len(child) == 0:
            yield child, run
        else:
            yield from _inline(child, run)


def _is_placeholder(control: etree._Element) -> bool:
    """Whether a content control still shows its prompt ("Click to enter text")."""
    return bool(switch(control.find(w("sdtPr")), "showingPlcHdr"))


def _symbol(element: etree._Element) -> str:
    try:
        code = int(element.get(w("char"), ""), 16)
    except ValueError:
        return ""
    # Symbol fonts keep their glyphs in the private use area: nothing to read but that a mark is there.
    return _SYMBOL_BULLET if 0xE000 <= code <= 0xF8FF else chr(code)


def _look_into_picture(element: etree._Element, words: ParagraphWords) -> None:
    boxes = [box for box in element.iter(w("txbxContent")) if not _is_fallback(box, element)]
    words.boxes.extend(boxes)
    kinds = {data.get("uri", "").rsplit("/", 1)[-1] for data in element.iter(_GRAPHIC_DATA)}
    if kinds & {"diagram", "chart"}:
        words.drawings += 1
    elif not boxes:
        words.pictures += 1


def _is_fallback(box: etree._Element, root: etree._Element) -> bool:
    """Whether the text box is the copy kept for old programs, or stands inside another text box."""
    for ancestor in box.iterancestors():
        if ancestor is root:
            return False
        if ancestor.tag == w("txbxContent") or etree.QName(ancestor).localname == "Fallback":
            return True
    return False


def is_deleted_row(row: etree._Element) -> bool:
    """Whether a table row is a tracked deletion."""
    properties = row.find(w("trPr"))
    return properties is not None and properties.find(w("del")) is not None


def is_deleted_cell(cell: etree._Element) -> bool:
    """Whether a table cell is a tracked deletion."""
    properties = cell.find(w("tcPr"))
    return properties is not None and properties.find(w("cellDel")) is not None


def has_header_mark(row: etree._Element) -> bool:
    """Whether the row is marked to repeat as a header on every page."""
    return bool(switch(row.find(w("trPr")), "tblHeader"))


def is_shaded(cell: etree._Element) -> bool:
    """Whether the cell has a background of its own."""
    shading = cell.find(f"{w('tcPr')}/{w('shd')}")
    return shading is not None and shading.get(w("fill"), "auto").lower() not in {"auto", "ffffff", ""}


def span_of(cell: etree._Element) -> int:
    """Return how many columns the cell covers."""
    text = value(cell.find(w("tcPr")), "gridSpan") or "1"
    return max(1, min(int(text), 100)) if text.isdigit() else 1


def columns_before(row: etree._Element) -> int:
    """Return how many columns are left empty before the first cell of a row."""
    text = value(row.find(w("trPr")), "gridBefore") or "0"
    return min(int(text), 100) if text.isdigit() else 0


def continues_left(cell: etree._Element) -> bool:
    """Whether the cell is the right part of a cell merged sideways, as old files say it."""
    merge = cell.find(f"{w('tcPr')}/{w('hMerge')}")
    return merge is not None and merge.get(w("val"), "continue") == "continue"


def continues_above(cell: etree._Element) -> bool:
    """Whether the cell is the lower part of a cell merged downwards."""
    merge = cell.find(f"{w('tcPr')}/{w('vMerge')}")
    return merge is not None and merge.get(w("val"), "continue") == "continue"
