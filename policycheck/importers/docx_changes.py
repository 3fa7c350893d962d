"""Turns the tracked changes of a Word file round, so that a reader who accepts them all reads the original."""

from lxml import etree

from policycheck.importers.docx_package import w

_OPPOSITE = {
    w(name): w(other)
    for name, other in [
        ("ins", "del"),
        ("del", "ins"),
        ("moveFrom", "moveTo"),
        ("moveTo", "moveFrom"),
        ("delText", "t"),
        ("delInstrText", "instrText"),
        ("cellIns", "cellDel"),
        ("cellDel", "cellIns"),
    ]
}
_FORMER = {w(f"{name}Change"): w(name) for name in ("pPr", "rPr", "trPr", "tcPr")}
_KEPT = frozenset({w("rPr"), w("sectPr"), w("ins"), w("del"), w("moveFrom"), w("moveTo")})


def restore_original(root: etree._Element) -> None:
    """Rewrite the tree in place: what was deleted becomes inserted and the reverse, formats go back."""
    for change in list(root.iter(*_FORMER)):
        _put_back(change)
    for element in list(root.iter(*_OPPOSITE)):
        element.tag = _OPPOSITE[element.tag]


def _put_back(change: etree._Element) -> None:
    """Replace properties by the former ones kept inside them; marks of change and run formats stay."""
    properties = change.getparent()
    former = change.find(_FORMER[change.tag])
    if properties is None or former is None or properties.tag != former.tag:
        return
    for child in list(properties):
        if child.tag not in _KEPT:
            properties.remove(child)
    for position, child in enumerate(list(former)):
        properties.insert(position, child)
