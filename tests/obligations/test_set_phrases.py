"""Set phrases that ask something, wherever their words stand, each beside what looks like them and asks nothing."""

import pytest

from policycheck.domain.documents import Clause, DocumentKind
from policycheck.domain.obligations import Modality
from policycheck.obligations import read_clauses

_LAW, _POLICY = DocumentKind.LEGISLATION, DocumentKind.POLICY
_KINDS = pytest.mark.parametrize("kind", [_LAW, _POLICY])


def _read(text: str, kind: DocumentKind) -> list[Modality]:
    return [one.modality for one in read_clauses([Clause(id="", ref="", text=text)], kind=kind)]


@_KINDS
@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Reasonable steps must be taken to warn the swimmers.", Modality.OBLIGATION),
        ("Care should be taken to keep the hatch shut.", Modality.RECOMMENDATION),
        ("All measures that are needed shall be taken to stop a leak.", Modality.OBLIGATION),
        ("A casualty must be taken to the nearest pier.", Modality.OBLIGATION),
    ],
)
def test_steps_are_taken_to_do_something(kind: DocumentKind, text: str, modality: Modality) -> None:
    assert _read(text, kind) == [modality]


@_KINDS
@pytest.mark.parametrize(
    "text",
    [
        "A member shall be taken to have agreed if no answer comes.",
        "The boat must be taken to belong to the person who keeps it.",
    ],
)
def test_what_is_supposed_is_asked_of_nobody(kind: DocumentKind, text: str) -> None:
    assert _read(text, kind) == []
