"""The figures of two sentences held against each other, where their parts could not be read or do not say enough."""

from collections.abc import Sequence
from itertools import product

from policycheck.domain.comparison import Relation
from policycheck.domain.figures import Figure, FigureKind, compare_figures
from policycheck.domain.obligations import Comparator
from policycheck.matching.parts import Difference, Standing


def agreeing(a: Sequence[Figure], b: Sequence[Figure]) -> int:
    """Return how many figures of `a` stand in `b` too, in whatever unit."""
    return len(a) - len(_alone(a, b))


def differing(
    a: Sequence[Figure],
    b: Sequence[Figure],
    *,
    against_source: bool,
    longer_is_stricter: bool = False,
    forbidden: bool = False,
    defines: bool = False,
    settled: Sequence[Difference] = (),
    given: Sequence[str] = (),
) -> tuple[Figure, Figure] | None:
    """Return a figure of each side that measure the same kind of thing and differ, None where there is none.

    A figure that the other side has as well explains itself and is left out. Against a source (`a`) a figure of the
    policy that is the stricter by the source's own words ("at least", "within") does not count; where the source
    gives no such word, `longer_is_stricter` says how its times are meant: records are kept no shorter. `forbidden`
    where the source bans: a ban for those under an age is widened by a higher age, a duty to them by a lower one.
    `defines` where the source says what a term means: its least figures say which cases are meant.
    What the parts of the two, `settled`, say of the same figures stands. `given` are the source's words for time that
    others have: less of it takes something away.
    """
    for one, other in _pairs(_alone(a, b), _alone(b, a)):
        relation = compare_figures(one, other)
        if relation is Relation.UNKNOWN or _is_met(one, other, settled, against_source=against_source):
            continue
        if against_source and any(one.text in words for words in given):
            if relation is Relation.LAXER:
                continue
        elif against_source and _complies(
            one, other, relation, longer_is_stricter=longer_is_stricter, forbidden=forbidden, defines=defines
        ):
            continue
        return one, other
    return None


def _alone(these: Sequence[Figure], those: Sequence[Figure]) -> list[Figure]:
    return [one for one in these if not any(compare_figures(one, other) is Relation.EQUAL for other in those)]


def _pairs(a: Sequence[Figure], b: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Return every pair, bounded figures first, since they are what a rule turns on."""
    return sorted(product(a, b), key=lambda pair: (pair[0].bound is None) + (pair[1].bound is None))


def _is_met(one: Figure, other: Figure, settled: Sequence[Difference], *, against_source: bool) -> bool:
    met = (Standing.EQUAL, Standing.STRICTER) if against_source else (Standing.EQUAL,)
    return any(d.standing in met and one.text in d.source and other.text in d.policy for d in settled)


def _complies(
    source: Figure,
    policy: Figure,
    relation: Relation,
    *,
    longer_is_stricter: bool,
    forbidden: bool,
    defines: bool,
) -> bool:
    smaller = relation is Relation.STRICTER
    if source.kind is FigureKind.AGE and source.bound is not None:
        return smaller is not forbidden
    if source.of_case or (defines and source.bound is Comparator.AT_LEAST):
        return smaller  # what begins earlier reaches more cases
    if source.bound is None and longer_is_stricter and source.kind is FigureKind.TIME:
        return not smaller
    bound = source.bound or policy.bound
    if bound is Comparator.AT_LEAST:
        return not smaller
    return bound is Comparator.AT_MOST and smaller
