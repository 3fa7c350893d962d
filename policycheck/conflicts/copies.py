"""Near copies that part in what decides, as objections beside those of the rules."""

from collections.abc import Sequence

from policycheck.conflicts.alike import alike
from policycheck.conflicts.near_copies import Differs, NearCopy, near_copies, stands_in_the_whole
from policycheck.conflicts.pair import Objection
from policycheck.domain.figures import FigureKind
from policycheck.domain.findings import ConflictType
from policycheck.matching import Statement
from policycheck.matching.figures import differing

# Near copies that score less were wrong more often than right in contracts.
LEAST = 0.6
_DECIDES = (Differs.DENIAL, Differs.FORCE, Differs.FIGURE)


def copied(
    a: Sequence[Statement], b: Sequence[Statement], *, names: tuple[str, str]
) -> list[tuple[int, int, Objection, float]]:
    """Return (index in `a`, index in `b`, objection, how surely) of near copies; `b` is `a` within one document."""
    within = a is b
    said = list(a) if within else [*a, *b]
    called = [f"{names[0] if i < len(a) else names[1]}, {s.ref}," for i, s in enumerate(said)]
    found = []
    for copy in near_copies([s.text for s in said], names=called, least=LEAST):
        crosses = within or (copy.a < len(a) <= copy.b)
        if copy.differs in _DECIDES and crosses and _parts(copy, said):
            second = copy.b if within else copy.b - len(a)
            objection = Objection(
                type=_type(copy, said), message=copy.message, a_words=copy.a_words, b_words=copy.b_words
            )
            found.append((copy.a, second, objection, round(copy.score, 3)))
    return found


def _parts(copy: NearCopy, said: Sequence[Statement]) -> bool:
    """Tell whether what differs is more than another way to tell it: "4 years" and "48 months".

    Definitions have rules of their own.
    """
    if said[copy.a].term or said[copy.b].term:
        return False
    if copy.differs is Differs.FIGURE:
        return differing(said[copy.a].figures, said[copy.b].figures, against_source=False) is not None
    laid = alike(said[copy.a], said[copy.b]).laid
    return laid is not None and stands_in_the_whole(copy.differs, laid)


def _type(copy: NearCopy, said: Sequence[Statement]) -> ConflictType:
    if copy.differs is not Differs.FIGURE:
        return ConflictType.MODALITY
    figures = differing(said[copy.a].figures, said[copy.b].figures, against_source=False)
    timed = figures is not None and figures[0].kind is FigureKind.TIME
    return ConflictType.DEADLINE if timed else ConflictType.QUANTITY
