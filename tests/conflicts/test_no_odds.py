"""What makes no odds, "whether or not she asks": neither an exception nor a denial, and a case that counts too."""

import pytest
from statements import objection_between, said

from policycheck.conflicts.contrary import denials_of
from policycheck.domain.obligations import Modality
from policycheck.lexicon.no_odds import no_odds_of, without_or_not

PIPER = "The club must pay the piper whether or not guests come to the dance."
PLAN = "The guide must send each rambler a plan, whether or not the rambler asks for one."


@pytest.mark.parametrize(
    ("duty", "breaks"),
    [
        (PIPER, "No fee is paid to the piper when guests do not come to the dance."),
        (PIPER, "The piper is not paid if no guests come to the dance."),
        (PIPER, "The piper is paid only if guests come to the dance."),
        (PIPER, "The club pays the piper, but not when guests stay away from the dance."),
        ("The piper must be paid whether there is a dance or not.", "The piper is paid unless there is no dance."),
        ("The piper must be paid, dance or no dance.", "The piper is paid only when there is a dance."),
        (PLAN, "A plan is sent only if the rambler asks for one."),
        ("A kite must not be flown here, even if it is on a short line.", "Kites on a short line may be flown here."),
        ("Nobody may moor here, whether or not a berth is free.", "You may moor here if a berth is free."),
    ],
)  # fmt: skip
def test_what_counts_on_one_side_where_it_makes_no_odds_on_the_other(duty, breaks):
    found = objection_between(duty, breaks)
    assert found is not None
    assert found.type == "modality"


@pytest.mark.parametrize(
    ("duty", "stands"),
    [
        (PIPER, "The piper is paid after every dance, whether or not guests come."),
        (PIPER, "The piper is paid as soon as guests have come to the dance."),
        (PIPER, "The piper plays a second dance only if guests come back."),
        (PLAN, "A plan is sent to each rambler who asks for one, and to every other rambler."),
        # who does it unasked, too, does more
        ("The guide must send a plan to a rambler who asks for one.", "Each rambler is sent a plan, asked or not."),
        ("The guide must send a plan if the rambler asks.", "The guide sends a plan, whether or not the rambler asks."),
        ("The guide must note whether or not a rambler has boots.", "A note is made only if a rambler has boots."),
    ],
)  # fmt: skip
def test_what_makes_no_odds_on_either_side_or_goes_further_stands(duty, stands):
    assert objection_between(duty, stands) is None


def test_two_of_our_own_that_part_in_what_makes_no_odds():
    found = objection_between("A plan is sent only if the rambler asks for one.", PLAN, against_source=False)
    assert found is not None


def test_whose_will_a_duty_waits_for_counts():
    for waits in (
        "The diver must film only if the swimmer consents.",
        "The diver must obtain the swimmer's consent before filming.",
    ):
        assert objection_between(waits, "The diver films whether or not the swimmer consents.") is not None


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("After a dive the log is with the owner, whether or not it has been asked for.", Modality.OBLIGATION),
        ("After a dive the log with the depths on it, asked or not.", Modality.OBLIGATION),
        ("After a dive the log is with nobody, asked or not.", Modality.PROHIBITION),
        ("The hatch closed or not used at all.", Modality.PROHIBITION),
    ],
)  # fmt: skip
def test_what_makes_no_odds_denies_nothing(text, modality):
    one = said(text)
    assert one.stated is not None
    assert one.stated.modality is modality
    assert bool(denials_of(one)) is (modality is Modality.PROHIBITION)


def test_what_makes_no_odds_and_what_is_told_or_chosen():
    assert [what for _, what in no_odds_of("Lit, fog or no fog, whether or not it is dark.")] == [
        "fog",
        "it is dark",
    ]
    assert (
        no_odds_of("The log says whether or not it is dark, and the mate decides whether or not to sail.")
        == ()
    )
    assert (
        without_or_not("Lit whether it is dark or not, and not put out.")
        == "Lit whether it is dark, and not put out."
    )
