"""Figures put into words as they were understood: "within 10 working days", "at least 16 years old"."""

from policycheck.domain.obligations import Comparator, LimitKind, Threshold, ThresholdKind, TimeLimit, Unit

_WITHIN = {
    Comparator.AT_MOST: "within",
    Comparator.AT_LEAST: "not before",
    Comparator.EXACTLY: "after exactly",
}
_EVERY = {
    Comparator.AT_MOST: "at least every",
    Comparator.AT_LEAST: "at most every",
    Comparator.EXACTLY: "every",
}
_SIDES = {LimitKind.BEFORE: "before", LimitKind.AFTER: "after"}
_BOUNDS = {Comparator.AT_MOST: "at most", Comparator.AT_LEAST: "at least", Comparator.EXACTLY: "exactly"}


def limit_words(limit: TimeLimit) -> str:
    """Return a time limit as it was understood, "no figure" where it is vague."""
    if limit.value is None or limit.unit is None:
        return "no figure"
    length = length_words(limit.value, limit.unit, working=limit.working)
    if limit.low is not None:
        length = f"{number_words(limit.low)} to {length}"
    if limit.kind is LimitKind.WITHIN:
        words = f"{_WITHIN[limit.comparator]} {length}"
    elif limit.kind is LimitKind.EVERY:
        words = f"{_EVERY[limit.comparator]} {length.removeprefix('1 ')}"
    elif limit.kind is LimitKind.FOR:
        words = f"for {length}" if limit.low is not None else f"for {_BOUNDS[limit.comparator]} {length}"
    else:
        words = f"{_BOUNDS[limit.comparator]} {length} {_SIDES[limit.kind]}"
    return f"{words}, counted “{limit.trigger}”" if limit.trigger else words


def figure_words(threshold: Threshold) -> str:
    """Return a figure as it was understood: "age at least 16 years", "kept for 6 years"."""
    if threshold.value is None:
        return "kept without end"
    bound, value = _BOUNDS[threshold.comparator], number_words(threshold.value)
    if threshold.low is not None:
        sign = threshold.unit if threshold.kind is ThresholdKind.MONEY else ""
        bound = f"{sign}{number_words(threshold.low)} to"
    if threshold.kind is ThresholdKind.MONEY:
        return f"{bound} {threshold.unit}{value}"
    if threshold.kind is ThresholdKind.PERCENT:
        return f"{bound} {value}%"
    unit = threshold.unit if threshold.value == 1 else _plural(threshold.unit)
    if threshold.kind is ThresholdKind.AGE:
        return f"age {bound} {value}" if threshold.unit == Unit.YEAR.value else f"age {bound} {value} {unit}"
    if threshold.kind is ThresholdKind.RETENTION:
        words = f"kept for {bound} {value} {unit}"
        return f"{words}, counted “{threshold.trigger}”" if threshold.trigger else words
    if threshold.kind is ThresholdKind.MEASURE:
        value = f"{threshold.value:,.10g}"  # two places would lose millimetres
    return f"{bound} {value} {threshold.unit}".rstrip()


def length_words(value: float, unit: Unit, *, working: bool = False) -> str:
    """Return a length of time: "10 working days", "1 week"."""
    name = f"{'working ' if working else ''}{unit.value}"
    return f"{number_words(value)} {name if value == 1 else _plural(name)}"


def number_words(value: float) -> str:
    """Return a figure without a needless ".0", thousands parted by commas."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0")


def _plural(name: str) -> str:
    return name if name.endswith("s") or not name else f"{name}s"
