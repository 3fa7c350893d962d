"""The findings laid out for quick looking up: lowercase words and facet values, computed once on the worker."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from policycheck.domain.documents import DocumentKind
from policycheck.domain.findings import Finding
from policycheck_ui import words
from policycheck_ui.models.facets import FACETS, Facet
from policycheck_ui.models.findings_filter import Wanted


class FindingsIndex:
    """Lists that run alongside the findings, so that narrowing 100,000 of them takes milliseconds."""

    def __init__(self, findings: Sequence[Finding], *, kinds: Mapping[str, DocumentKind]) -> None:
        self.findings = list(findings)
        self._kinds = kinds
        self._text = [words_of(finding) for finding in self.findings]
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
            self._text[number] = words_of(finding)
            for facet in FACETS:
                self._values[facet.id][number] = facet.values(finding, self._kinds)
        return number

    def having(self, numbers: Iterable[int], wanted: Wanted) -> list[int]:
        """Return those of the numbers whose findings have a wanted value of every facet, in the order given."""
        left = numbers if isinstance(numbers, list) else list(numbers)
        for facet, admitted in wanted.facets.items():
            values = self._values[facet]
            left = [number for number in left if not admitted.isdisjoint(values[number])]
        return left

    def saying(self, numbers: list[int], words_typed: Sequence[str]) -> list[int]:
        """Return those of the numbers whose findings contain every word typed, in the order given."""
        text = self._text
        left = numbers
        for word in words_typed:
            left = [number for number in left if word in text[number]]
        return left

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


def words_of(finding: Finding) -> str:
    """Return everything a finding says, in one lowercase string."""
    parts = [finding.message, words.finding_kind(finding), finding.a.text, words.place(finding.a)]
    parts.append(words.assigned(finding))
    if finding.b is not None:
        parts += [finding.b.text, words.place(finding.b)]
    return "\n".join(parts).casefold()
