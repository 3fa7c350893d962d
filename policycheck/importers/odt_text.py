"""Reads the words of one OpenDocument paragraph as printed, and what hangs on it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from policycheck.importers.odt_package import q
from policycheck.importers.odt_styles import OdtStyles

_SPANS = frozenset({q("text:span"), q("text:a")})
_MOST_SPACES = 1000
_BLANKS = {q("text:tab"): "\t", q("text:line-break"): "\n"}
_DROPPED_TEXT = """
    office:annotation office:annotation-end office:forms text:tracked-changes text:note-citation text:ruby-text
    text:placeholder text:hidden-paragraph text:bookmark text:bookmark-start text:bookmark-end svg:title svg:desc
    office:event-listeners draw:glue-point office:change-info
    """
_DROPPED = frozenset(q(name) for name in _DROPPED_TEXT.split())
_SHAPES_TEXT = """
    draw:custom-shape draw:rect draw:ellipse draw:circle draw:line draw:polyline draw:polygon draw:path
    draw:connector draw:caption draw:measure draw:regular-polygon
    """
_SHAPES = frozenset(q(name) for name in _SHAPES_TEXT.split())
_EMBEDDED = frozenset({q("draw:object"), q("draw:object-ole"), q("draw:plugin"), q("draw:applet")})
_MATHS = "{http://www.w3.org/1998/Math/MathML}math"
_CONTENT = frozenset({q("text:p"), q("text:h"), q("text:list"), q("table:table")})


@dataclass(slots=True)
class OdtWords:
    """The words of a paragraph and what hangs on it.

    `bold` tells whether every word prints bold. `boxes` are text frames and shapes with words anchored here,
    `notes` the bodies of footnotes and endnotes. `pictures` counts pictures, `drawings` embedded objects,
    whose words are not read.
    """

    text: str = ""
    bold: bool = False
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[etree._Element] = field(default_factory=list)
    pictures: int = 0
    drawings: int = 0


def read_paragraph(paragraph: etree._Element, styles: OdtStyles) -> OdtWords:
    """Collect the words of a `text:p` or `text:h`; insertions that are tracked are words like others."""
    words = OdtWords()
    if styles.is_hidden("paragraph", paragraph.get(q("text:style-name"))):
        return words
    pieces: list[str] = []
    weights: list[bool] = []
    for text, spans in _inline(paragraph, (), words, styles):
        pieces.append(text)
        if text.strip():
            weights.append(styles.is_bold(spans, paragraph))
    words.text = "".join(pieces)
    words.bold = bool(weights) and all(weights)
    return words


def look_into_frame(element: etree._Element, words: OdtWords) -> None:
    """Note the text boxes, pictures and objects of a frame, shape or group of them."""
    if element.tag == q("draw:g"):
        for child in element:
            if isinstance(child.tag, str):
                look_into_frame(child, words)
    elif element.tag in _SHAPES:
        if any(child.tag in _CONTENT for child in element):
            words.boxes.append(element)
    elif element.tag in {q("draw:frame"), q("draw:a")}:
        _look_into_alternatives(element, words)


def is_frame(element: etree._Element) -> bool:
    """Whether an element stands for something drawn: a frame, a shape, a group or a link around one."""
    return element.tag in _SHAPES or element.tag in {q("draw:frame"), q("draw:g"), q("draw:a")}


def _look_into_alternatives(frame: etree._Element, words: OdtWords) -> None:
    """Read a frame: its children are alternatives of which the first that can be shown counts."""
    for child in frame:
        if child.tag == q("draw:text-box"):
            words.boxes.append(child)
        elif child.tag in _EMBEDDED:
            if next(child.iter(_MATHS), None) is None:
                words.drawings += 1
        elif child.tag == q("draw:image"):
            words.pictures += 1
        elif is_frame(child):
            look_into_frame(child, words)
            continue
        else:
            continue
        return


def _inline(
    element: etree._Element, spans: tuple[str, ...], words: OdtWords, styles: OdtStyles
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each printing text below `element` with the text styles around it, outermost first."""
    if element.text:
        yield _plain(element.text), spans
    for child in element:
        if isinstance(child.tag, str):
            yield from _one(child, spans, words, styles)
        if child.tail:
            yield _plain(child.tail), spans


def _one(
    child: etree._Element, spans: tuple[str, ...], words: OdtWords, styles: OdtStyles
) -> Iterator[tuple[str, tuple[str, ...]]]:
    tag = child.tag
    if tag in _DROPPED or (tag == q("text:hidden-text") and child.get(q("text:is-hidden")) != "false"):
        return
    if tag == q("text:s"):
        count = child.get(q("text:c"), "1")
        yield " " * (min(int(count), _MOST_SPACES) if count.isdecimal() else 1), spans
    elif tag in _BLANKS:
        yield _BLANKS[tag], spans
    elif tag == q("text:note"):
        words.notes.extend(child.findall(q("text:note-body")))
    elif is_frame(child):
        look_into_frame(child, words)
    elif tag in _SPANS:
        name = child.get(q("text:style-name"), "")
        if not styles.is_hidden("text", name):
            yield from _inline(child, (*spans, name) if name else spans, words, styles)
    else:
        yield from _inline(child, spans, words, styles)


def _plain(text: str) -> str:
    """White space in the file is one space; tabs and breaks have elements of their own."""
    return text.replace("\n", " ").replace("\r", " ").replace("\t", " ")
