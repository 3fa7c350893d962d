"""What one side wants told, offered or asked, and the other passes over in silence."""

import pytest

from policycheck.comparing import said_in
from policycheck.conflicts.finder import pair_of
from policycheck.conflicts.rules.unsaid import unsaid
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses


def objection(one, other, *, against_source=True):
    clauses = [as_clauses([text]) for text in (one, other)]
    a, b = (said_in(each, read_clauses(each))[0] for each in clauses)
    return unsaid(pair_of(a, b, 0.9, against_source=against_source))


TOLD = "Each lodger must be told that the loft has asbestos in it."
LEAVE = "A photograph of a guest shall not be used without the guest's consent."


@pytest.mark.parametrize(
    "quiet",
    [
        "We do not bring up the loft with lodgers.",
        "Asbestos isn't something we raise at the viewing.",
        "Say nothing of the loft.",
        "Keep it quiet, the roof is sound enough.",
        "Best not mention the loft.",
        "There is no need to mention the loft.",
        "Lodgers are not told about the loft.",
        "Feel free not to mention it.",
        "Leave it out of the talk about the loft.",
        "The loft is explained if they ask.",
    ],
)
def test_what_must_be_told_is_passed_over(quiet):
    found = objection(TOLD, quiet)
    assert found is not None
    assert "“told”" in found.message
    assert objection(quiet, TOLD, against_source=False) is not None


@pytest.mark.parametrize(
    "stands",
    [
        "Tell lodgers about the loft at the viewing.",
        "Lodgers are not asked to go into the loft.",
        "A lodger who was not told of the loft may leave.",
        "We do not raise the rent until lodgers are told.",
    ],
)
def test_a_text_that_keeps_nothing_quiet_stands(stands):
    assert objection(TOLD, stands) is None


def test_nobody_is_asked_where_consent_is_waited_for():
    assert objection(LEAVE, "Guests' snaps go on the wall; they are not asked.") is not None
    assert objection(LEAVE, "Guests' snaps go on the wall once they have said yes.") is None
    plain = "A photograph of a guest shall not be sold."
    assert objection(plain, "Guests' snaps go on the wall; they are not asked.") is None
