"""Finds the clause that a complete reference is a part of: `18(2)` for `18(2)(a)`."""

import re
from collections.abc import Mapping

from policycheck.segmentation.drafting import Draft

_LAST_PART = re.compile(r'^(.+?)(?: ?\(([^()]+)\)| "[^"]+"| ¶\d+)$')


def parent_of_ref(ref: str, by_ref: Mapping[str, Draft]) -> tuple[Draft | None, bool]:
    """Return (nearest clause of `by_ref` that `ref` is a part of, whether its own part is a letter).

    What a provision inserts into another instrument is no part of the provision.
    """
    found = _LAST_PART.match(ref)
    part = found.group(2) if found is not None else None
    lettered = bool(part) and not str(part)[0].isdigit()
    while found is not None and not found.group(1).endswith(" inserted"):
        parent = by_ref.get(found.group(1))
        if parent is not None:
            return parent, lettered
        found = _LAST_PART.match(found.group(1))
    return None, lettered
