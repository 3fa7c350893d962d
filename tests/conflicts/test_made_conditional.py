"""What may not hang on a condition, and waits for it all the same."""

import pytest

from policycheck.comparing import said_in
from policycheck.conflicts.finder import pair_of
from policycheck.conflicts.rules.made_conditional import made_conditional
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses


def objects(one, other, *, against_source=False):
    clauses = [as_clauses([text]) for text in (one, other)]
    a, b = (said_in(each, read_clauses(each))[0] for each in clauses)
    return made_conditional(pair_of(a, b, 0.9, against_source=against_source)) is not None


@pytest.mark.parametrize(
    ("ban", "waits"),
    [
        (
            "A berth must not be made conditional on the purchase of fuel.",
            "The berth is given once the skipper has bought fuel.",
        ),
        (
            "A club must not make a refund depend on a promise to stay silent.",
            "The refund is paid only after the member has signed a promise to stay silent.",
        ),
        (
            "A choir must not make a place conditional on any gift.",
            "A singer gets a place as soon as £20 for the organ has come in.",
        ),
        (
            "Board shall not be made dependent on work in the kitchen.",
            "Guests do not eat unless they have worked in the kitchen.",
        ),
    ],
)
def test_what_waits_for_a_condition_that_is_forbidden(ban, waits):
    assert objects(ban, waits, against_source=True)
    assert objects(waits, ban)
    assert not objects(waits, ban, against_source=True)


@pytest.mark.parametrize(
    "stands",
    [
        "The berth is given once the skipper has shown a certificate.",
        "A berth is not conditional on the purchase of fuel.",
        "Fuel is sold to every skipper with a berth.",
    ],
)
def test_what_waits_for_something_else_or_for_nothing(stands):
    assert not objects("A berth must not be made conditional on the purchase of fuel.", stands)
