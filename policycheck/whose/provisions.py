"""The provisions of a document: a section, a regulation, a paragraph of a schedule, with all that stands in it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from policycheck.domain.documents import Clause, Document, ProvisionStatus
from policycheck.domain.obligations import Obligation

_WHOLE = re.compile(r"This\s(?P<kind>part|chapter|schedule)\s", re.IGNORECASE)
_OPENING = re.compile(r"This\s(?:section|paragraph|regulation|article)\sapplies\b", re.IGNORECASE)
Key = tuple[tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision: its number, its clauses and what they bind or allow.

    `above` are the clauses elsewhere that say to whom the part or schedule it stands in applies; `beside` are
    the openings of the other provisions of that part or schedule: "This paragraph applies where ...".
    """

    number: str
    clauses: tuple[Clause, ...]
    obligations: tuple[Obligation, ...]
    above: tuple[Clause, ...] = ()
    beside: tuple[Clause, ...] = ()


def provisions_of(document: Document, obligations: Sequence[Obligation]) -> Mapping[str, Provision]:
    """Return the provision that each clause of a document in force stands in, by the clause's id."""
    clauses: dict[Key, list[Clause]] = {}
    wholes: list[tuple[tuple[str, ...], Clause]] = []
    openings: list[Clause] = []
    for clause in document.clauses:
        if clause.status is not ProvisionStatus.IN_FORCE or clause.quoted:
            continue
        clauses.setdefault(_key(clause), []).append(clause)
        if _OPENING.match(clause.text):
            openings.append(clause)
        whole = _WHOLE.match(clause.text)
        if whole:
            wholes.append((_up_to(clause.heading_path, whole["kind"].lower()), clause))
    said: dict[str, list[Obligation]] = {}
    for obligation in obligations:
        said.setdefault(obligation.clause, []).append(obligation)
    found: dict[str, Provision] = {}
    for (path, number), inside in clauses.items():
        around = [(over, clause) for over, clause in wholes if over and path[: len(over)] == over]
        provision = Provision(
            number,
            tuple(inside),
            tuple(one for clause in inside for one in said.get(clause.id, ())),
            tuple(clause for _, clause in around),
            tuple(
                one for one in openings if any(one.heading_path[: len(over)] == over for over, _ in around)
            ),
        )
        found |= dict.fromkeys((clause.id for clause in inside), provision)
    return found


def _key(clause: Clause) -> Key:
    """ "49(6)" and "49(6)(a)" stand in 49; where the reference has no brackets, what has it stands alone."""
    return clause.heading_path, clause.ref.split("(", 1)[0].strip()


def _up_to(path: tuple[str, ...], kind: str) -> tuple[str, ...]:
    """Return the headings down to the part, chapter or schedule that a clause speaks of as "this"."""
    places = [at for at, heading in enumerate(path) if heading.lower().startswith(kind)]
    return path[: places[-1] + 1] if places else ()
