"""Pairs of clauses with one figure changed: two that agree come to differ, and two that do not to agree.

Written examples lean: who writes of another act gives it another figure, and who contradicts often does so in words.
What learns from them takes "within 25 days" beside "within 30 days" for two acts. In a pair with its figure changed
nothing else differs, so nothing but the act and the figure can tell.
"""

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from policycheck.domain.comparison import Relation
from policycheck.domain.figures import Figure, FigureKind, are_one, compare_figures
from policycheck.domain.obligations import Comparator
from policycheck.obligations.figures.all_figures import read_figures
from policycheck.obligations.figures.numbers import NUMBER, read_number

_NUMBER = re.compile(NUMBER, re.IGNORECASE)
_UNIT = re.compile(r"^([\s-](?:(?:working|calendar|school)\s)?(?:minute|hour|day|week|month|year))s?\b(?!-)")
_SPELT = (
    "one two three four five six seven eight nine ten eleven twelve fourteen fifteen sixteen eighteen twenty "
    "twenty-four twenty-five twenty-eight thirty forty forty-eight fifty sixty seventy-two ninety"
)
_WORDS = {int(read_number(word) or 0): word for word in _SPELT.split()}
_TIMES = (0.4, 0.5, 0.67, 0.75, 1.25, 1.4, 1.5, 2.0, 2.5, 3.0)
# What stands for a figure without a number: each may take the place of the others of its row.
_ROWS = (
    ("daily", "weekly", "fortnightly", "monthly", "quarterly", "yearly"),
    ("each day", "each week", "each fortnight", "each month", "each quarter", "each year"),
    ("every day", "every week", "every fortnight", "every month", "every quarter", "every year"),
    ("once a day", "once a week", "once a fortnight", "once a month", "once a quarter", "once a year"),
    ("twice a day", "twice a week", "twice a month", "twice a year"),
    ("a day", "a week", "a fortnight", "a month", "a quarter", "a year"),
    ("one day", "one week", "one fortnight", "one month", "one quarter", "one year"),
    ("the day", "the week", "the month"),
)
_ALIKE = {"annually": "yearly", "annual": "yearly", "once every": "once a"}


@dataclass(frozen=True, slots=True)
class Changed:
    """The second text with its figure changed, and how that now stands to the figure of the first."""

    text: str
    ours: Figure
    theirs: Figure
    relation: Relation

    @property
    def breaks(self) -> bool | None:
        """Whether the changed figure breaks a source that states the first; None where it does not say which way.

        It does not for ages: "under 18" bounds who may not as well as who may.
        """
        bound = self.ours.bound
        if self.ours.of_case or self.ours.kind is FigureKind.AGE or bound != self.theirs.bound:
            return None
        if bound not in (Comparator.AT_MOST, Comparator.AT_LEAST):
            return None
        return (self.relation is Relation.LAXER) == (bound is Comparator.AT_MOST)


def state_one_figure(a: str, b: str) -> bool:
    """Tell whether two texts state the same figure, and no other of its kind."""
    both = _figures_of_both(a, b)
    return both is not None and are_one(*both)


def made_to_differ(a: str, b: str, dice: random.Random) -> Changed | None:
    """Return the second text with another figure than the first; None where the change cannot be read."""
    both = _figures_of_both(a, b)
    if both is None:
        return None
    ours, theirs = both
    said = list(_others(theirs.text))
    for words in dice.sample(said, len(said)):
        changed = _with(b, theirs, words)
        if changed is not None and not are_one(ours, changed[1]):
            relation = compare_figures(ours, changed[1])
            if relation in (Relation.STRICTER, Relation.LAXER):
                return Changed(changed[0], ours, changed[1], relation)
    return None


def made_alike(a: str, b: str, *, alone: bool = False) -> str | None:
    """Return the second text with the figure of the first in the place of its own; None where it cannot be read.

    `alone` asks that neither states another figure, of whatever kind.
    """
    both = _figures_of_both(a, b)
    if both is None or are_one(*both) or both[0].bound != both[1].bound:
        return None
    if alone and (len(_figures(a)), len(_figures(b))) != (1, 1):
        return None
    ours, theirs = both
    tries = [ours.text]
    numbers = _NUMBER.search(ours.text), _NUMBER.search(theirs.text)
    if None not in numbers and (ours.unit, ours.working) == (theirs.unit, theirs.working):
        one, other = numbers
        tries.insert(0, theirs.text[: other.start()] + one[0] + theirs.text[other.end() :])
    changes = (_with(b, theirs, words) for words in tries)
    return next((text for text, now in filter(None, changes) if are_one(ours, now)), None)


def _figures_of_both(a: str, b: str) -> tuple[Figure, Figure] | None:
    """Return the one figure of a kind that each text states once; None where there is none, or several such kinds."""
    ours, theirs = _stated_once(a), _stated_once(b)
    found = [(one, theirs[kind]) for kind, one in ours.items() if kind in theirs]
    found = [both for both in found if compare_figures(*both) is not Relation.UNKNOWN]
    return found[0] if len(found) == 1 else None


def _stated_once(text: str) -> dict[FigureKind, Figure]:
    """Return the figures of a text that are the only ones of their kind in it, by kind."""
    figures = _figures(text)
    counts = Counter(figure.kind for figure in figures)
    return {figure.kind: figure for figure in figures if counts[figure.kind] == 1}


@lru_cache(maxsize=4096)
def _figures(text: str) -> tuple[Figure, ...]:
    return read_figures(text)


def _with(text: str, figure: Figure, said: str) -> tuple[str, Figure] | None:
    """Return the text with other words for a figure, and the figure as it is then read."""
    start = text.rfind(figure.text)
    if start < 0:
        return None
    first = said[:1]
    said = (first.upper() if figure.text[:1].isupper() else first.lower()) + said[1:]
    changed = text[:start] + said + text[start + len(figure.text) :]
    before, after = _figures(text), _figures(changed)
    if [f.kind for f in before] != [f.kind for f in after]:
        return None
    now = after[before.index(figure)]
    return (changed, now) if now.bound == figure.bound else None


def _others(said: str) -> Iterator[str]:
    """Yield other figures in the manner of one: other numbers, or other units where it has no number."""
    number = _NUMBER.search(said)
    if number is None:
        yield from _other_units(said)
        return
    value = read_number(number[0])
    if not value or value != int(value):
        return
    in_digits = number[0][0].isdigit()
    for times in _TIMES:
        other = _rounded(value * times, value)
        if other == value or other < 1 or (not in_digits and other not in _WORDS):
            continue
        told = (f"{other:,}" if "," in number[0] else str(other)) if in_digits else _WORDS[other]
        yield said[: number.start()] + told + _counted(said[number.end() :], one=other == 1)


def _counted(rest: str, *, one: bool) -> str:
    """Return what follows a number with its unit in the singular or the plural."""
    return _UNIT.sub(r"\1" if one else r"\1s", rest)


def _rounded(value: float, like: float) -> int:
    step = next((s for s in (1000, 100, 50, 10, 5) if like % s == 0 and value >= 2 * s), 1)
    return round(value / step) * step


def _other_units(said: str) -> Iterator[str]:
    low = said.lower()
    for word, as_row in _ALIKE.items():
        low = low.replace(word, as_row)
    for row in _ROWS:
        here = next((words for words in row if re.search(rf"\b{words}\b", low)), None)
        if here is not None:
            yield from (low.replace(here, words) for words in row if words != here)
            return
