"""Reads which text of a law a file holds, and for each provision whether it is in force and where it applies."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lxml import etree

from policycheck.domain.documents import Block, BlockKind, ProvisionStatus

_STATUSES = {
    "prospective": ProvisionStatus.PROSPECTIVE,
    "repealed": ProvisionStatus.REPEALED,
    "dead": ProvisionStatus.REPEALED,  # repealed before it ever came into force
    "removed": ProvisionStatus.REPEALED,
}
_MADE = frozenset({"secondary", "UnitedKingdomStatutoryInstrument"})
_COUNTRIES = {"e": "E", "w": "W", "s": "S", "ni": "N.I."}
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_DOTS = re.compile(r"^(?:[.…]\s*){3,}$|^…+$")


@dataclass(frozen=True, slots=True)
class Standing:
    """The force and the extent of a provision; its parts share them unless they say otherwise."""

    status: ProvisionStatus = ProvisionStatus.IN_FORCE
    extent: str = ""


def is_dotted(text: str) -> bool:
    """Whether `text` is the row of dots that is printed where a provision was repealed."""
    return bool(_DOTS.match(text.strip()))


def clml_standing(element: etree._Element, above: Standing) -> Standing:
    """Return the standing that the attributes of a CLML element give it."""
    status = _STATUSES.get((element.get("Status") or "").lower(), above.status)
    if element.get("Status") is None and element.get("Match") == "false":  # not valid on the version's date
        over = element.get("RestrictEndDate") is not None
        status = ProvisionStatus.REPEALED if over else ProvisionStatus.PROSPECTIVE
    extent = element.get("RestrictExtent") or above.extent
    return above if (status, extent) == (above.status, above.extent) else Standing(status, extent)


def akn_standing(element: etree._Element, above: Standing, extents: dict[str, str]) -> Standing:
    """Return the standing of an Akoma Ntoso element; `extents` are those of `akn_extents`."""
    words = f"{element.get('class') or ''} {element.get('status') or ''}".lower().split()
    status = next((_STATUSES[word] for word in words if word in _STATUSES), above.status)
    named = element.get("eId")
    extent = extents.get(named, above.extent) if named else above.extent
    return above if (status, extent) == (above.status, above.extent) else Standing(status, extent)


def akn_extents(root: etree._Element) -> dict[str, str]:
    """Map the eId of each provision that has an extent of its own to it; "" stands for the whole document."""
    return {
        (one.get("href") or "").removeprefix("#"): _extent(one.get("refersTo") or "")
        for one in root.iter("{*}restriction")
        if one.get("type") == "jurisdiction"
    }


def _extent(reference: str) -> str:
    """Turn "#e+w+ni" into "E+W+N.I."."""
    parts = reference.removeprefix("#").lower().split("+")
    return "+".join(_COUNTRIES.get(part, part.upper()) for part in parts if part)


def version_of(root: etree._Element) -> str:
    """Say which text of the law this is: "revised, valid from 2024-01-01", "as enacted", "as made", or ""."""
    stated = _value(root, "DocumentStatus").lower()
    from_expression = {
        date.get("name"): date.get("date") or ""
        for expression in root.iter("{*}FRBRExpression")
        for date in expression.iter("{*}FRBRdate")
    }
    if stated == "final" or (not stated and {"enacted", "made"} & set(from_expression)):
        made = _value(root, "DocumentCategory") in _MADE or "made" in from_expression
        return "as made" if made else "as enacted"
    valid = next((one.text or "" for one in root.iter("{http://purl.org/dc/terms/}valid")), "")
    date = _DATE.search(valid or from_expression.get("validFrom", "") or root.get("RestrictStartDate") or "")
    since = f"valid from {date.group()}" if date else ""
    return ", ".join(part for part in (stated, since) if part)


def _value(root: etree._Element, name: str) -> str:
    return next((one.get("Value") or "" for one in root.iter(f"{{*}}{name}")), "")


def force_notes(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Say in one sentence how many provisions have no force, since no obligation is read from them."""
    kinds = [block.status for block in blocks if block.kind is not BlockKind.HEADING and not block.quoted]
    counts = (
        (kinds.count(ProvisionStatus.REPEALED), "repealed"),
        (kinds.count(ProvisionStatus.PROSPECTIVE), "not yet in force"),
    )
    said = " and ".join(f"{count} {words}" for count, words in counts if count)
    return (f"Of its provisions {said}; no obligation is read from these.",) if said else ()


def with_standing(block: Block, standing: Standing) -> Block:
    """Return `block` with the standing of the provision it stands in; a status of its own stays."""
    own = block.status is not ProvisionStatus.IN_FORCE
    if standing == Standing() or (own and not standing.extent):
        return block
    return replace(block, status=block.status if own else standing.status, extent=standing.extent)
