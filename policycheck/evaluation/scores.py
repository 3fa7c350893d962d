"""The figures of an evaluation, and how each follows from counts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from policycheck.domain.alignments import Verdict
from policycheck.domain.obligations import Modality

ABSENT = "absent"


def share(part: float, whole: float) -> float:
    """Return part of whole, 0 of nothing."""
    return part / whole if whole else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """Counts of right, wrongly reported and overlooked; each rate is 0 where nothing can be right."""

    right: int = 0
    wrong: int = 0
    overlooked: int = 0

    @property
    def precision(self) -> float:
        return share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return share(self.right, self.right + self.overlooked)

    @property
    def f1(self) -> float:
        return share(2 * self.right, 2 * self.right + self.wrong + self.overlooked)


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictScores:
    """Verdicts against labels. `confusion` counts (label, verdict); the verdict may be "absent".

    A labelled pair that the report does not judge is never right; it counts as a wrong "missing". `evidence`
    is (hits, of): labelled evidence among the first three clauses shown.
    """

    confusion: Mapping[tuple[str, str], int]
    evidence: tuple[int, int]

    @property
    def rows(self) -> int:
        return sum(self.confusion.values())

    @property
    def absent(self) -> int:
        return sum(count for (_, said), count in self.confusion.items() if said == ABSENT)

    @property
    def accuracy(self) -> float:
        return share(sum(self.confusion.get((one, one), 0) for one in Verdict), self.rows)

    @property
    def gaps(self) -> Rates:
        """Finding gaps: any verdict but covered."""
        return self._rates(lambda word: word not in (Verdict.COVERED, ABSENT), absent_is=True)

    @property
    def macro_f1(self) -> float:
        """The mean F1 of the verdicts that occur among the labels or in the report."""
        rates = [self.of(verdict) for verdict in Verdict]
        met = [one.f1 for one in rates if one.right + one.wrong + one.overlooked]
        return share(sum(met), len(met))

    def of(self, verdict: Verdict) -> Rates:
        return self._rates(lambda word: word == verdict, absent_is=verdict is Verdict.MISSING)

    def _rates(self, is_one: Callable[[str], bool], *, absent_is: bool) -> Rates:
        right = wrong = overlooked = 0
        for (label, said), count in self.confusion.items():
            claimed = is_one(said) or (said == ABSENT and absent_is)
            if is_one(label):
                hit = claimed and said != ABSENT
                right += count * hit
                overlooked += count * (not hit)
            else:
                wrong += count * claimed
        return Rates(right=right, wrong=wrong, overlooked=overlooked)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictScores:
    """Contradictions against labels. `first` is (right, of) among the first 20 shown.

    `types_agree` is of the contradictions found; `decoys` is (wrongly reported, of) the pairs labelled as
    only looking like a contradiction.
    """

    rates: Rates
    types_agree: float
    false_alarms_per_100_clauses: float
    first: tuple[int, int]
    decoys: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Everything measured. `pairs` is obligation against policy, `library` against all policies.

    `obligations_found` is (found, of) the labelled duties and recommendations; `unknown_documents` are
    labelled and not in the report, so nothing about them can be right; `unknown_places` are references labelled in
    the others that no clause has: a slip in the labels, or in the reading.
    """

    pairs: VerdictScores
    library: VerdictScores
    obligations_found: tuple[int, int]
    modalities: Mapping[Modality, Rates]
    conflicts: ConflictScores
    unknown_documents: tuple[str, ...] = ()
    unknown_places: tuple[str, ...] = ()
