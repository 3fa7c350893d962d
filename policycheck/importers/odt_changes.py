"""Takes the tracked deletions out of an OpenDocument text that keeps them where they stood."""

from lxml import etree

from policycheck.importers.odt_package import q

_START, _END = q("text:change-start"), q("text:change-end")
_PARAGRAPHS = frozenset({q("text:p"), q("text:h")})
_LIST_PARTS = frozenset({q("text:list-item"), q("text:list")})


def drop_deletions(body: etree._Element) -> None:
    """Rewrite the tree in place without the words between the marks of a deletion.

    Deletions kept in `text:tracked-changes` alone are no part of the text and need nothing. A paragraph whose
    end was deleted takes what is left of the one in which the deletion ends.
    """
    doomed = {
        region.get(q("text:id")) or region.get(q("xml:id")) or ""
        for region in body.iter(q("text:changed-region"))
        if region.find(q("text:deletion")) is not None
    }
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
