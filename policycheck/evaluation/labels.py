"""Is a gold file what it should be? What is wrong is said row by row, before anything is measured."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

from policycheck.domain.alignments import Verdict
from policycheck.domain.findings import ConflictType
from policycheck.domain.obligations import Modality
from policycheck.errors import UsageError
from policycheck.evaluation.places import Json

_SHOWN = 5  # faults named in one message

_PLACE = ("document", "ref")
_TEXTS: Mapping[str, tuple[str, ...]] = {
    "obligations": _PLACE,
    "coverage": (*_PLACE, "policy"),
    "conflicts": (),
    "not_conflicts": (),
}
_WORDS: Mapping[str, tuple[str, type[StrEnum]]] = {
    "obligations": ("modality", Modality),
    "coverage": ("verdict", Verdict),
    "conflicts": ("type", ConflictType),
}
_PAIRS = ("conflicts", "not_conflicts")


def check_labels(gold: Json) -> None:
    """Raise `UsageError` that names the rows of a gold file that are wrong, and how; else do nothing."""
    faults = list(_faults(gold))
    if not faults:
        return
    more = f"; and {len(faults) - _SHOWN} more" if len(faults) > _SHOWN else ""
    raise UsageError(
        f"The gold file cannot be used: {'; '.join(faults[:_SHOWN])}{more}.",
        remedy="Mend these rows; corpus/gold.json is an example.",
    )


def _faults(gold: Json) -> Iterator[str]:
    for name, texts in _TEXTS.items():
        rows = gold.get(name, [])
        if not _is_list(rows):
            yield f"“{name}” is not a list"
            continue
        for number, row in enumerate(rows, start=1):
            for fault in _row_faults(name, row, texts):
                yield f"{name} row {number}{_where(row)} {fault}"


def _row_faults(name: str, row: Any, texts: Sequence[str]) -> Iterator[str]:
    if not isinstance(row, Mapping):
        yield "is not an object"
        return
    yield from _missing(row, texts)
    if name in _WORDS:
        field, kind = _WORDS[name]
        if field not in row:
            yield f"has no {field}"
        elif row[field] not in [*kind]:
            yield f"has the {field} “{row[field]}”, which is none of {', '.join(kind)}"
    for end in ("a", "b") if name in _PAIRS else ():
        yield from (f"{fault} in “{end}”" for fault in _missing(row.get(end), _PLACE))
    evidence = row.get("evidence", [])
    if not _is_list(evidence):
        yield "has evidence that is not a list"
    elif any(list(_missing(one, ("ref",))) for one in evidence):
        yield "has evidence without a ref"


def _missing(row: Any, texts: Sequence[str]) -> Iterator[str]:
    if not isinstance(row, Mapping):
        yield "has no place"
        return
    yield from (f"has no {field}" for field in texts if not isinstance(row.get(field), str) or not row[field])


def _where(row: Any) -> str:
    """Name the place of a row, where it has one."""
    if not isinstance(row, Mapping) or not row.get("ref"):
        return ""
    return f" ({row.get('document', '')} {row['ref']})".replace("( ", "(")


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)
