"""The figures of two sentences held against each other, where their parts could not be read or do not say enough."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import product

from policycheck.domain.comparison import Relation
from policycheck.domain.figures import Figure, FigureKind, are_one, compare_figures
from policycheck.domain.obligations import Comparator
from policycheck.matching.parts import Difference, Part, Standing


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
    others have: less of it takes something away. A time over which something is counted ("in any 24 hours") is
    held against such a time only.
    """
    one_as = _is_equal if against_source else are_one
    ours, theirs = _alone(a, b, one_as), _alone(b, a, one_as)
    if not (_spans(a) and _spans(b)):
        ours, theirs = ([one for one in side if not one.of_span] for side in (ours, theirs))

    def objects(one: Figure, other: Figure) -> bool | None:
        relation = compare_figures(one, other)
        if relation is Relation.UNKNOWN:
            return None
        if _is_met(one, other, settled, against_source=against_source):
            return False
        if against_source and (one.low is not None or other.low is not None):
            ends = other.ends if other.low is None else [replace(end, bound=None) for end in other.ends]
            return any(goes_beyond(*pair) for pair in product(one.ends, ends))
        return goes_beyond(one, other)

    def goes_beyond(one: Figure, other: Figure) -> bool:
        relation = compare_figures(one, other)
        if relation is Relation.EQUAL:
            return False
        if against_source and any(one.text in words for words in given):
            return relation is not Relation.LAXER
        return not against_source or not _complies(
            one, other, relation, longer_is_stricter=longer_is_stricter, forbidden=forbidden, defines=defines
        )

    for one, other in _pairs(ours, theirs):
        if not objects(one, other):
            continue
        # A figure of the source that another of the policy's meets has its answer.
        if (
            against_source
            and not _in_step(ours, theirs, one)
            and any(objects(one, rival) is False for rival in theirs)
        ):
            continue
        return one, other
    return None


def _spans(figures: Sequence[Figure]) -> bool:
    return any(figure.of_span for figure in figures)


def _is_equal(a: Figure, b: Figure) -> bool:
    return compare_figures(a, b) is Relation.EQUAL


def left_over(source: Sequence[Figure], policy: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Return the figures of each side that the other does not have, in whatever unit."""
    return _alone(source, policy), _alone(policy, source)


def _alone(
    these: Sequence[Figure], those: Sequence[Figure], one_as: Callable[[Figure, Figure], bool] = _is_equal
) -> list[Figure]:
    return [one for one in these if not any(one_as(one, other) for other in those)]


def _pairs(a: Sequence[Figure], b: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Return every pair, bounded figures first, since they are what a rule turns on."""
    pairs = [
        (one, other)
        for one, other in product(a, b)
        if other in _like(b, one)
        and (not _in_step(a, b, one) or _like(a, one).index(one) == _like(b, one).index(other))
    ]
    return sorted(pairs, key=lambda pair: (pair[0].bound is None) + (pair[1].bound is None))


_OF_FIGURES = (Part.DEADLINE, Part.FREQUENCY, Part.AGE, Part.QUANTITY, Part.RETENTION)


def _like(figures: Sequence[Figure], figure: Figure) -> list[Figure]:
    return [one for one in figures if compare_figures(figure, one) is not Relation.UNKNOWN or one is figure]


def _in_step(a: Sequence[Figure], b: Sequence[Figure], figure: Figure) -> bool:
    """Tell whether both sides give several figures of one kind, as many: they answer each other in their order."""
    return len(_like(a, figure)) == len(_like(b, figure)) > 1


def _is_met(one: Figure, other: Figure, settled: Sequence[Difference], *, against_source: bool) -> bool:
    # A part takes "not if it measures less than 87 mm" for a limit: what falls short is let off by a smaller one.
    reaches = one.of_case and one.bound is Comparator.AT_MOST and one.kind is not FigureKind.AGE
    met = (Standing.EQUAL, Standing.STRICTER) if against_source and not reaches else (Standing.EQUAL,)
    return any(
        d.part in _OF_FIGURES and d.standing in met and one.text in d.source and other.text in d.policy
        for d in settled
    )


_TOLD_CAP = re.compile(
    r"(?:more|over|older|exceed|up\sto|no\solder|not\solder|at\smost)\b|.*\bmost$", re.IGNORECASE
)


def _is_cap(figure: Figure) -> bool:
    """Tell the greatest age that is let in, "not more than ten years old", from the young, "under ten"."""
    return figure.bound is Comparator.AT_MOST and _TOLD_CAP.match(figure.text) is not None


def _complies(  # noqa: PLR0911 - one return for each way a figure is meant
    source: Figure,
    policy: Figure,
    relation: Relation,
    *,
    longer_is_stricter: bool,
    forbidden: bool,
    defines: bool,
) -> bool:
    smaller = relation is Relation.STRICTER
    if forbidden and source.kind is FigureKind.CLOCK and source.bound is not None:
        return smaller is (source.bound is Comparator.AT_LEAST)  # "not before seven" lets in eight
    if source.kind is FigureKind.AGE and source.bound is not None:
        return policy.value <= source.value if _is_cap(source) else smaller is not forbidden
    if source.of_case and source.bound is Comparator.AT_MOST and source.kind is not FigureKind.AGE:
        return not smaller  # what ends later reaches more cases
    asked_least = source.kind is FigureKind.COUNT and policy.bound is Comparator.AT_LEAST
    if source.of_case or (defines and (asked_least or source.bound is Comparator.AT_LEAST)):
        return smaller  # what begins earlier reaches more cases
    if source.bound is None and longer_is_stricter and source.kind is FigureKind.TIME:
        return not smaller
    bound = source.bound or policy.bound
    # Two references are asked for, and three are taken up.
    asked = bound is None and source.kind is FigureKind.COUNT and "times" not in (source.unit, policy.unit)
    if asked or bound is Comparator.AT_LEAST:
        return not smaller
    return bound is Comparator.AT_MOST and smaller
