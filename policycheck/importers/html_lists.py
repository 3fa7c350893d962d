"""Computes the numbers that a browser prints in front of the items of an ordered list."""

import re
from collections.abc import Sequence

from lxml import etree

from policycheck.importers.html_styles import ListStyles
from policycheck.importers.markup_tables import local_name
from policycheck.importers.number_formats import format_number
from policycheck.importers.printed_labels import split_label
from policycheck.importers.text_cleaning import clean

_TYPES = {
    "a": "lowerColumn",
    "A": "upperColumn",
    "i": "lowerRoman",
    "I": "upperRoman",
    "1": "decimal",
    "01": "decimalZero",
}


def item_labels(element: etree._Element, items: Sequence[etree._Element], styles: ListStyles) -> list[str]:
    """Return the printed label of each item of an `ol`: "1.", "a."; "" for an unnumbered list.

    `styles` are those of the page's style sheet, which go before the `type` attribute.
    Numbers typed into the items win: a list that prints "(a)" of its own has its counters off in practice.
    """
    if local_name(element) != "ol":
        return [""] * len(items)
    styled = styles.of(element)
    if styled == "none" or (items and all(_is_numbered(item) for item in items)):
        return [""] * len(items)
    kind = styled or element.get("type") or "1"
    step = -1 if element.get("reversed") is not None else 1
    number = _whole(element.get("start"), default=len(items) if step < 0 else 1)
    labels = []
    for item in items:
        number = _whole(item.get("value"), default=number)
        style = _TYPES.get(item.get("type") or kind, "decimal")
        printed = format_number(number, style) if number > 0 else str(number)
        labels.append(f"{printed}.")
        number += step
    return labels


def _is_numbered(item: etree._Element) -> bool:
    words = clean("".join(str(piece) for piece in item.itertext())[:200])
    return bool(split_label(words)[0])


def _whole(text: str | None, *, default: int) -> int:
    value = (text or "").strip()
    return int(value) if re.fullmatch(r"-?\d{1,6}", value) else default
