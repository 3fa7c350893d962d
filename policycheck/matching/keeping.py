"""How long a thing is kept, beside time limits: until when it must go, and whether it must go at all."""

import re
from collections.abc import Sequence

from policycheck.domain.obligations import (
    Comparator,
    LimitKind,
    Obligation,
    Threshold,
    ThresholdKind,
    TimeLimit,
    Unit,
)
from policycheck.lexicon.data import load

_I = re.IGNORECASE
ENDS = re.compile(
    r"\b(?:destroy\w*|destruction|delet\w+|eras\w+|shred\w*|dispos\w+|overwrit\w+|wip(?:e[sd]?|ing)|purge[sd]?|"
    rf"discard\w*|thr(?:ows?|ew|own|owing)\s(?:\w+\s)?away|{'|'.join(load('disposal')['ends'])})\b",
    _I,
)
"""Words that say a record goes."""


_KEPT_BEFORE = re.compile(
    rf"\b(?:kept|keeps?|held|holds?|stored?|retain\w*)\b[^.;]*\bbefore\b[^.;]*{ENDS.pattern}", _I
)


def ends_keeping(kept: Threshold, reading: Obligation) -> bool:
    """Tell whether what is kept must go at the end: "destroyed six years after", "kept for a year and then deleted".

    Then who keeps it longer breaks the rule as well; not of what is "kept for a year before it is shredded".
    """
    return (
        kept.comparator is Comparator.EXACTLY
        and ENDS.search(reading.text) is not None
        and _KEPT_BEFORE.search(reading.text) is None
    )


def must_be_gone_within(limit: TimeLimit, reading: Obligation) -> bool:
    """Tell "shredded within 14 days": what is kept no longer than that."""
    return limit.kind is LimitKind.WITHIN and not limit.is_vague and ENDS.search(reading.act) is not None


def kept_until(thresholds: Sequence[Threshold]) -> list[TimeLimit]:
    """Read "destroyed after 14 days" as a time limit too: it answers "erase within 31 days"; and so with "kept for"."""
    return [
        TimeLimit(
            kind=kind,
            value=_FOR_EVER if kept.value is None else kept.value,
            unit=Unit(kept.unit),
            text=kept.text,
        )
        for kept in thresholds
        if kept.kind is ThresholdKind.RETENTION and kept.unit in _UNITS
        for kind in (LimitKind.AFTER, LimitKind.FOR)
    ]


_FOR_EVER = 1000.0  # years
_UNITS = frozenset(unit.value for unit in Unit)
