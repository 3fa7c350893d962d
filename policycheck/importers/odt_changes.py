"""Settles the tracked changes of an OpenDocument text: accepted, or as it was before them."""

from copy import deepcopy

from lxml import etree

from policycheck.importers.odt_package import q

_START, _END = q("text:change-start"), q("text:change-end")
_INFO = q("office:change-info")
_PARAGRAPHS = frozenset({q("text:p"), q("text:h")})
_LIST_PARTS = frozenset({q("text:list-item"), q("text:list")})


def accept_changes(body: etree._Element) -> None:
    """Rewrite the tree in place without the words of deletions that are kept where they stood.

    Deletions kept in `text:tracked-changes` are no part of the text and need nothing.
    """
    _drop_marked(body, set(_regions(body, "text:deletion")))


def restore_original(body: etree._Element) -> None:
    """Rewrite the tree in place without insertions, and with the deletions back at their places."""
    deletions = _regions(body, "text:deletion")
    for place in list(body.iter(q("text:change"))):
        change = deletions.get(place.get(q("text:change-id"), ""))
        content = [deepcopy(child) for child in change if child.tag != _INFO] if change is not None else []
        for child in content:
            child.tail = None
        paragraph = next(place.iterancestors(*_PARAGRAPHS), None)
        if content and paragraph is None:
            for child in reversed(content):
                place.addnext(child)
        elif content and paragraph is not None:
            _put_back(place, paragraph, content)
    _drop_marked(body, set(_regions(body, "text:insertion")))


def _regions(body: etree._Element, kind: str) -> dict[str, etree._Element]:
    """Return the changes of one kind by their id."""
    return {
        region.get(q("text:id")) or region.get(q("xml:id")) or "": change
        for region in body.iter(q("text:changed-region"))
        for change in region.findall(q(kind))
    }


def _put_back(place: etree._Element, paragraph: etree._Element, content: list[etree._Element]) -> None:
    """Put deleted blocks back inside a paragraph: the first goes on with it, the last takes what followed."""
    top = place
    while (parent := top.getparent()) is not None and parent is not paragraph:
        top = parent
    tail, following = top.tail, list(top.itersiblings())
    top.tail = None
    first, *rest = content
    if first.tag in _PARAGRAPHS:
        _append_after(top, first)
    else:
        rest = content
    for child in reversed(rest):
        paragraph.addnext(child)
    last = rest[-1] if rest and rest[-1].tag in _PARAGRAPHS else paragraph
    if tail:
        etree.SubElement(last, q("text:span")).text = tail
    for child in following:
        last.append(child)


def _append_after(place: etree._Element, words: etree._Element) -> None:
    """Put the content of a paragraph behind an element, as a span."""
    words.tag = q("text:span")
    words.attrib.clear()
    place.addnext(words)


def _drop_marked(body: etree._Element, doomed: set[str]) -> None:
    """Take out what stands between the marks of these changes.

    A paragraph whose end is taken out gets what is left of the one in which the change ends.
    """
    if not doomed or next(body.iter(_START), None) is None:
        return
    within: set[str] = set()  # deletions that are open at this place
    at_start: dict[etree._Element, bool] = {}
    open_ended: etree._Element | None = None
    gone: list[etree._Element] = []
    joined: list[tuple[etree._Element, etree._Element]] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            _follow_mark(element, doomed, within)
            if within:
                element.text = None
            if element.tag in _PARAGRAPHS:
                at_start[element] = bool(within)
            continue
        if element.tag in _PARAGRAPHS:
            before, after = at_start.pop(element), bool(within)
            if before and after:
                gone.append(element)
            elif before and open_ended is not None:
                joined.append((open_ended, element))
            open_ended = None if not after else open_ended if before else element
        if within:
            element.tail = None
    for first, last in joined:
        _append(first, last)
    for paragraph in [*gone, *(last for _, last in joined)]:
        _remove(paragraph)


def _follow_mark(element: etree._Element, doomed: set[str], within: set[str]) -> None:
    change = element.get(q("text:change-id"), "")
    if element.tag == _START and change in doomed:
        within.add(change)
    elif element.tag == _END:
        within.discard(change)


def _append(first: etree._Element, last: etree._Element) -> None:
    """Move the content of one paragraph to the end of another."""
    if last.text:
        wrapper = etree.SubElement(first, q("text:span"))
        wrapper.text = last.text
    for child in list(last):
        first.append(child)


def _remove(paragraph: etree._Element) -> None:
    """Remove a paragraph with the list items and lists that nothing else is left in."""
    element: etree._Element | None = paragraph
    while element is not None:
        parent = element.getparent()
        if parent is None:
            return
        parent.remove(element)
        element = parent if parent.tag in _LIST_PARTS and len(parent) == 0 else None
