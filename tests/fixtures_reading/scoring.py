"""Compares the clauses that were read with those the recipe expects."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from fixtures_reading.model import Expected
from fixtures_reading.styles import FURNITURE_WORDS
from rapidfuzz.distance import LCSseq

from policycheck.domain.documents import Document

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Counts of one fixture. `refs` were read exactly, with their own words, of `expected` or more read."""

    refs: int
    expected: int
    words: int
    expected_words: int
    headings: int
    furniture: tuple[str, ...]
    trouble: tuple[str, ...]

    @property
    def ref_share(self) -> float:
        return self.refs / self.expected

    @property
    def word_share(self) -> float:
        return self.words / self.expected_words


def score(document: Document, expected: Sequence[Expected]) -> Score:
    """Count references that are exact and hold their own words, words in order, and stray print."""
    found = {clause.ref: clause for clause in document.clauses}
    trouble = []
    refs = headings = 0
    for want in expected:
        clause = found.get(want.ref)
        if clause is None:
            trouble.append(f"missing {want.ref}: {want.text[:60]}")
            continue
        if _words(f"{clause.text} {clause.closing}") != _words(f"{want.text} {want.closing}"):
            trouble.append(f"other words at {want.ref}: {clause.text[-90:]!r} / {clause.closing!r}")
            continue
        refs += 1
        headings += bool(clause.heading_path) and clause.heading_path[-1].endswith(want.heading)
    wanted = {want.ref for want in expected}
    extra = [clause for clause in document.clauses if clause.ref not in wanted]
    trouble += [f"extra {clause.ref}: {clause.text[:60]}" for clause in extra]
    read = [word for clause in document.clauses for word in _words(f"{clause.text} {clause.closing}")]
    wanted_words = [word for want in expected for word in _words(f"{want.text} {want.closing}")]
    return Score(
        refs=refs,
        expected=max(len(expected), len(document.clauses)),
        words=LCSseq.similarity(read, wanted_words),
        expected_words=len(wanted_words),
        headings=headings,
        furniture=tuple(sorted(FURNITURE_WORDS & set(read))),
        trouble=tuple(trouble),
    )


def _words(text: str) -> list[str]:
    """Return the words in lower case; hyphens part words on both sides alike."""
    return [word.lower() for word in _WORD.findall(text.replace("-", "-"))]
