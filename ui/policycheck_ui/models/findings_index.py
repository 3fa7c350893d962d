"""The findings laid out for quick looking up: lowercase words and facet values, computed once on the worker."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import compress, repeat
from operator import contains, not_, or_

import numpy as np

from policycheck.domain.documents import DocumentKind
from policycheck.domain.findings import Finding, Quotation
from policycheck_ui import words
from policycheck_ui.folding import folded
from policycheck_ui.models.facets import FACETS, Facet
from policycheck_ui.models.findings_filter import Wanted


class FindingsIndex:
    """Lists that run alongside the findings, so that narrowing 100,000 of them takes milliseconds.

    The same clause is quoted in many findings, so each different quotation is kept and searched once. The filters
    are chains of C functions: a loop in Python would take half as long again.
    """

    def __init__(self, findings: Sequence[Finding], *, kinds: Mapping[str, DocumentKind]) -> None:
        self.findings = list(findings)
        self._kinds = kinds
        self._own = [_own_words(finding) for finding in self.findings]
        self._quotations: list[str] = [""]
        self._known: dict[tuple[str, str, str], int] = {}
        self._first = np.array([self._keep(finding.a) for finding in self.findings], dtype=np.int32)
        self._second = np.array([self._keep(finding.b) for finding in self.findings], dtype=np.int32)
        self._values = {
            facet.id: [facet.values(finding, kinds) for finding in self.findings] for facet in FACETS
        }
        self._numbers = {finding.id: number for number, finding in enumerate(self.findings)}
        self._titles = {
            quoted.document: quoted.document_title or quoted.document
            for finding in self.findings
            for quoted in (finding.a, finding.b)
            if quoted is not None
        }

    def number_of(self, finding_id: str) -> int | None:
        """Return the number of a finding in the engine's order."""
        return self._numbers.get(finding_id)

    def replace(self, finding: Finding) -> int | None:
        """Take a newer value of a finding; returns its number, None where it is not here."""
        number = self._numbers.get(finding.id)
        if number is not None:
            self.findings[number] = finding
            self._own[number] = _own_words(finding)
            for facet in FACETS:
                self._values[facet.id][number] = facet.values(finding, self._kinds)
        return number

    def having(self, numbers: Iterable[int], wanted: Wanted) -> list[int]:
        """Return those of the numbers whose findings have a wanted value of every facet, in the order given."""
        left = numbers if isinstance(numbers, list) else list(numbers)
        for facet, admitted in wanted.facets.items():
            lacks = map(admitted.isdisjoint, map(self._values[facet].__getitem__, left))
            left = list(compress(left, map(not_, lacks)))
        return left

    def saying(self, numbers: list[int], words_typed: Sequence[str]) -> list[int]:
        """Return those of the numbers whose findings contain every word typed, in the order given."""
        left = numbers
        for word in words_typed:
            quoted = np.fromiter(map(contains, self._quotations, repeat(word)), dtype=bool)
            in_quotations = (quoted[self._first] | quoted[self._second]).tobytes()
            in_own = map(contains, map(self._own.__getitem__, left), repeat(word))
            left = list(compress(left, map(or_, in_own, map(in_quotations.__getitem__, left))))
        return left

    def _keep(self, quoted: Quotation | None) -> int:
        """Return the number under which a quotation is searched; 0 is that of no quotation."""
        if quoted is None:
            return 0
        place = (quoted.document, quoted.ref, quoted.text)
        number = self._known.get(place)
        if number is None:
            number = self._known[place] = len(self._quotations)
            self._quotations.append(folded(f"{quoted.text}\n{words.place(quoted)}"))
        return number

    def counts(self, facet: str) -> Counter[str]:
        """Return how many findings have each value of a facet."""
        return Counter(value for values in self._values[facet] for value in values)

    def word(self, facet: Facet, value: str) -> str:
        """Return the word on screen for a value of a facet."""
        return facet.words.get(value) or self._titles.get(value, value)

    def offered(self, facet: Facet) -> list[tuple[str, str, int]]:
        """Return each value of a facet that occurs, with its word and how often, in the order to offer them."""
        counts = self.counts(facet.id)
        known = [value for value in facet.words if value in counts]
        others = sorted(
            (v for v in counts if v not in facet.words), key=lambda v: self.word(facet, v).casefold()
        )
        return [(value, self.word(facet, value), counts[value]) for value in [*known, *others]]


def _own_words(finding: Finding) -> str:
    """Return what a finding says beside its quotations, folded."""
    parts = [finding.message, words.finding_kind(finding), words.assigned(finding)]
    return folded("\n".join(part for part in parts if part))
