"""Which kind of source a file is, by its title."""

from pathlib import Path

import pytest

from policycheck.domain.documents import DocumentKind
from policycheck.reading import choose_source_kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("The Ferry Lights (Standards of Brightness) Regulations 2019", DocumentKind.LEGISLATION),
        ("Ferry Standards Act 2004", DocumentKind.LEGISLATION),
        ("The Ferry Standards (Fees) Order (Northmark) 2011", DocumentKind.LEGISLATION),
        ("National standards for ferries", DocumentKind.STANDARD),
        ("Standards for ferries under the Ferry Act 2004", DocumentKind.STANDARD),
        ("Guidance on the Ferry Standards Act 2004", DocumentKind.GUIDANCE),
        ("Ferry Lights Regulations 2019", DocumentKind.LEGISLATION),
    ],
)
def test_a_law_on_standards_is_a_law(title: str, kind: DocumentKind) -> None:
    assert choose_source_kind(Path("source.md"), title) is kind
