"""What reading CLML and Akoma Ntoso have in common below the blocks: a child by name, words without notes."""

from collections.abc import Iterator

from lxml import etree

from policycheck.importers.markup_tables import local_name


def child_named(element: etree._Element, name: str) -> etree._Element | None:
    """Return the first child of this name, whatever its namespace."""
    return element.find(f"{{*}}{name}")


def words_without(element: etree._Element, leave_out: frozenset[str]) -> str:
    """Return the text of an element as it stands in the file, but for elements of these names below it."""
    return "".join(_pieces(element, leave_out))


def _pieces(element: etree._Element, leave_out: frozenset[str]) -> Iterator[str]:
    if element.text:
        yield element.text
    for child in element:
        if local_name(child) not in leave_out:
            yield from _pieces(child, leave_out)
        if child.tail:
            yield child.tail
