"""What one side gives for nothing and the other takes money for."""

import pytest

from policycheck.comparing import said_in
from policycheck.conflicts.finder import pair_of
from policycheck.conflicts.rules.charged import charged
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses


def objects(one, other, *, against_source=False):
    clauses = [as_clauses([text]) for text in (one, other)]
    a, b = (said_in(each, read_clauses(each))[0] for each in clauses)
    return charged(pair_of(a, b, 0.9, against_source=against_source)) is not None


@pytest.mark.parametrize(
    ("free", "paid"),
    [
        ("No charge shall be made for a second opinion.", "Patients pay £12 for a second opinion."),
        ("The ferry makes no charge for a wheelchair.", "We charge half the fare for a wheelchair."),
        (
            "The tenant must not be charged for the change of locks.",
            "The tenant bears the cost of new locks.",
        ),
        ("A copy of the map must be given free of charge.", "The walker is billed for a copy of the map."),
        (
            "Nobody pays for the return of a lost umbrella.",
            "A fee of £3 is due for the return of an umbrella.",
        ),
        (
            "An owner shall reimburse the cost of a mooring.",
            "Moorings come out of your own pocket, at your own cost.",
        ),
        ("Members are not asked to pay for the lane.", "Members use the lane at their own expense."),
    ],
)
def test_what_is_free_and_what_is_paid_for(free, paid):
    assert objects(free, paid, against_source=True)
    assert objects(paid, free)
    assert not objects(
        paid, free, against_source=True
    )  # a policy may give for nothing what the law lets be sold


@pytest.mark.parametrize(
    "stands",
    [
        "Nobody is charged for a second opinion.",
        "We never add a charge for a second opinion.",
        "The nurse is charged with finding a second opinion.",
        "The board is in charge of second opinions.",
        "Patients ask for a second opinion.",
    ],
)
def test_what_charges_nobody(stands):
    assert not objects("No charge shall be made for a second opinion.", stands)


@pytest.mark.parametrize(
    ("free", "paid"),
    [
        ("A barge in shelter pays no dues.", "A barge in shelter pays dues by the day."),
        ("No rent is payable for the first month of a plot.", "Tenants pay rent for the first month."),
        ("No toll may be taken from walkers on the pier.", "A walker pays a toll of 20p on the pier."),
        ("There is no levy on seed potatoes.", "The board collects a levy on seed potatoes."),
    ],
)
def test_dues_and_tolls_are_charges(free, paid):
    assert objects(free, paid)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tenants must not pay rent in cash.", "Tenants pay rent every month."),
        ("There is no rent review in the first year.", "Tenants pay rent in the first year."),
        ("A barge in shelter pays no dues.", "No dues are paid for a barge in shelter."),
    ],
)
def test_how_dues_are_paid_frees_nobody(one, other):
    assert not objects(one, other)
