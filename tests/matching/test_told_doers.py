"""Who acts, told in passing."""

import pytest

from policycheck.matching.holders.told_doers import told_doers


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The rota is signed by the deputy warden.", ["the deputy warden"]),
        ("The accounts are published by the following 30 September.", []),
        ("It is the porter who locks up.", ["the porter"]),
    ],
)
def test_only_somebody_acts(text, who):
    assert [found for found, _ in told_doers(text)] == who
