"""Copies that part in what decides, beyond what the rules object to; the clauses are of a ferry and its landing."""

import numpy as np
import pytest

from policycheck.conflicts import copied_clashes
from tests.statements import said

AROUND = [
    "The bell must be rung before the ferry casts off.",
    "Children must sit on the lower deck beside the wheelhouse.",
    "Parcels are weighed by the clerk on the quay.",
    "The logbook must be signed by the mate each evening.",
]


def copies(one, other):
    """Return what is found between two policies that share nothing but these two clauses."""
    a, b = (
        [said(text) for text in (clause, *around)]
        for clause, around in ((one, AROUND[:2]), (other, AROUND[2:]))
    )
    likely = np.zeros((len(a), len(b)), dtype=np.float32)
    likely[0, 0] = 0.95
    return copied_clashes(a, b, likely, names=("the one", "the other"), known=[])


def test_another_figure_in_a_copy_is_found():
    (found,) = copies(
        "The mooring ropes must be replaced by the bosun every 4 years after the spring survey.",
        "The mooring ropes must be replaced by the bosun every 6 years after the spring survey.",
    )
    assert (found.a, found.b) == (0, 0)
    assert "4 years" in found.objection.a_words
    assert "6 years" in found.objection.b_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "The mooring ropes must be replaced by the bosun every 4 years after the spring survey.",
            "The mooring ropes must be replaced by the bosun every 48 months after the spring survey.",
            id="one length in two units",
        ),
        pytest.param(
            "No passenger may board the ferry from the north slip after the second bell.",
            "After the second bell no passenger shall board the ferry from the north slip.",
            id="one ban in another order",
        ),
        pytest.param(
            "The ramp must be raised before the ferry leaves the north slip.",
            "By way of exception, the ramp need not be raised before the ferry leaves the north slip in a flat calm.",
            id="a stated exception",
        ),
    ],
)
def test_what_keeps_the_rule_or_says_that_it_is_an_exception_is_not(one, other):
    assert copies(one, other) == []


def test_what_was_weighed_is_not_found_again():
    one = "The mooring ropes must be replaced by the bosun every 4 years after the spring survey."
    other = "The mooring ropes must be replaced by the bosun every 6 years after the spring survey."
    known = copies(one, other)
    a, b = [said(one)], [said(other)]
    likely = np.full((1, 1), 0.95, dtype=np.float32)
    assert copied_clashes(a, b, likely, names=("the one", "the other"), known=known) == []
