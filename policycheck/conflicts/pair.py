"""Two statements held against each other, and what a rule says of them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from policycheck.conflicts.acts import Opposed, opposed
from policycheck.conflicts.exceptions import Exempt
from policycheck.conflicts.peace.guards import is_a_list
from policycheck.domain.figures import FigureKind, are_one
from policycheck.domain.findings import ConflictType
from policycheck.matching import Statement
from policycheck.matching.meanings import Meanings, compare_meanings
from policycheck.matching.parts import Difference, Part, Standing, compare_parts, keeps_bound
from policycheck.settings import JUDGEMENT


@dataclass(frozen=True)
class Pair:
    """Two statements that may speak of the same act.

    With `against_source`, `a` is the source's statement and `b` the policy's; else both are the
    organisation's own. `probability` says how likely they speak of the same act. `a_name` and `b_name` are how
    a message names them, such as "reg 5(1)" or "4.2 of the Complaints Policy". `within` where both stand in one
    document.
    """

    a: Statement
    b: Statement
    probability: float
    against_source: bool
    a_name: str
    b_name: str
    within: bool = False

    def told_by_either(
        self, find: Callable[[Statement, Statement], tuple[str, str] | None]
    ) -> tuple[str, str] | None:
        """Return the words of `a` and of `b` that `find` gives for one side against the other.

        A source is not held to what a policy asks, so of one only `a` against `b` is looked at. Of a list nothing is
        found: which of its acts the other side speaks of was not read.
        """
        if self.has_a_list:
            return None
        found = find(self.a, self.b)
        if found is None and not self.against_source:
            turned = find(self.b, self.a)
            found = (turned[1], turned[0]) if turned else None
        return found

    @cached_property
    def of_one_document(self) -> bool:
        """Tell whether both stand in one document, as the caller says or as the two were read."""
        documents = {one.said.document if one.said is not None else "" for one in (self.a, self.b)}
        return self.within or (len(documents) == 1 and documents != {""})

    @cached_property
    def has_a_list(self) -> bool:
        """Tell whether either side lists many acts."""
        return is_a_list(self.a) or is_a_list(self.b)

    @cached_property
    def differences(self) -> list[Difference]:
        """The parts of `a` held against `b`; empty where either was not read."""
        if self.a.said is None or self.b.said is None:
            return []
        return compare_parts(self.a.said, self.b.said)

    @cached_property
    def meanings(self) -> Meanings | None:
        """The meanings that both sides give one term; None where they do not."""
        return compare_meanings(self.a, self.b)

    @cached_property
    def opposed(self) -> Opposed | None:
        """The acts of the two that stand most plainly against each other."""
        return opposed(self.a, self.b)

    @cached_property
    def keeps_bound(self) -> bool:
        """Tell whether one side does, within its bound, what the other bans beyond it."""
        one, other = self.a.said, self.b.said
        return one is not None and other is not None and (keeps_bound(one, other) or keeps_bound(other, one))

    @cached_property
    def of_one_length(self) -> bool:
        """Tell whether both give one length of time, in whatever units: then they set one order of things."""
        return any(
            x.kind is FigureKind.TIME and x.value and are_one(x, y)
            for x, y in product(self.a.figures, self.b.figures)
        )

    def clashing(self, part: Part) -> Difference | None:
        """Return the first difference in a part that cannot stand beside the other side.

        Against a source only what is laxer clashes; between an organisation's own policies any two figures do.
        """
        clashes = (Standing.LAXER,) if self.against_source else (Standing.LAXER, Standing.STRICTER)
        for difference in self.differences:
            if (
                difference.part is part
                and difference.standing in clashes
                and not self._is_doubted(difference)
            ):
                return difference
        return None

    def _is_doubted(self, difference: Difference) -> bool:
        """A figure of one item of a list says nothing of the whole; other clocks need a likely pair.

        "Of becoming aware" and "of learning of it" share no word, and are one clock all the same.
        """
        assert self.a.said is not None  # noqa: S101 - a difference has two readings
        assert self.b.said is not None  # noqa: S101 - a difference has two readings
        of_an_item = difference.lies_in(self.a.said.items, of_source=True) or difference.lies_in(
            self.b.said.items, of_source=False
        )
        if not self.against_source and self._is_one_figure(difference):
            return True
        return of_an_item or (difference.same_trigger is False and self.probability < JUDGEMENT.other_trigger)

    def _is_one_figure(self, difference: Difference) -> bool:
        """Four weeks are 20 working days to everybody who works by the two."""
        return any(
            x.text in difference.source and y.text in difference.policy and are_one(x, y)
            for x, y in product(self.a.figures, self.b.figures)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """What a rule found: the type, a plain sentence, the words that differ.

    `loosely` where the rule goes by the drift of two sentences and not by parts that were read. `exempt` is the case
    that one side lets go, where that is what is objected to. `by` names a rule that the model is to weigh by itself,
    and `met` (0 to 1) how much of what one side leaves or does the other names.
    """

    type: ConflictType
    message: str
    a_words: str = ""
    b_words: str = ""
    loosely: bool = False
    exempt: Exempt | None = None
    by: str = ""
    met: float = 0.0
