"""Plain bans kept by one rate for all, and broken by what is done "only if", on sentences of a riding school."""

import pytest
from statements import answer, objection_between, row_of, said

from policycheck.alignment.bans import keeps_ban
from policycheck.alignment.wordings import order_unkept
from policycheck.matching.forbidding import forbids
from policycheck.matching.plain_bans import is_done_in_a_case, is_kept_by_the_way, is_the_same_for_all

VARYING = "The fee for a lesson must not vary with the weight of the rider."
DRUM = "Staff must refrain from using a drum before nine."


@pytest.mark.parametrize(
    ("policy", "same"),
    [
        ("The fee for a lesson is the same however heavy a rider is.", True),
        ("We charge a flat rate for a lesson.", True),
        ("All riders pay the same for a lesson, regardless of weight.", True),
        ("The fee for a lesson is the same each year.", False),
        ("The fee for a lesson goes up with the weight, whatever the pony.", False),
        ("Riders pay the same in summer; in winter the fee varies whatever they weigh.", False),
    ],
)
def test_one_rate_for_all_keeps_a_ban_on_its_varying(policy, same):
    assert is_the_same_for_all(said(VARYING), said(policy)) is same
    assert keeps_ban(said(VARYING), said(policy)) is same
    assert not same or objection_between(VARYING, policy) is None


@pytest.mark.parametrize(
    ("ban", "policy", "kept"),
    [
        ("Hay that smells of mould must not be fed to a horse.", "Hay that smells of mould is burnt.", False),
        ("Hay that smells of mould must not be sold.", "Hay that smells of mould is burnt.", True),
        ("A stirrup that has cracked must not be used again.", "A cracked stirrup goes in the bin.", True),
        ("A hat worn in a fall must not be worn again.", "A hat worn in a fall is cut up at once.", True),
        ("A cart with a split wheel must not be driven.", "A split wheel takes the cart off the road.", True),
        # It may be used until then, is used all the same, or the ban is on throwing away.
        ("A stirrup that has cracked must not be used.", "Stirrups are scrapped after six years.", False),
        (
            "A stirrup that has cracked must not be used.",
            "A cracked stirrup is used in the school and scrapped.",
            False,
        ),
        ("Horseshoes must not be destroyed.", "Horseshoes are melted down.", False),
        ("A cart must not be driven on the grass.", "A cart on the grass may be scrapped.", False),
        # Two do together what one must not do alone.
        ("A stallion must not be led by a groom alone.", "A stallion is led by two grooms, jointly.", True),
        ("No groom shall lead a stallion single-handed.", "Stallions are led in pairs.", True),
        ("No groom shall lead a stallion alone.", "Two members of the yard lead a stallion together.", True),
        ("No groom shall lead a stallion alone.", "A stallion may be led by two people.", False),
        ("No groom shall lead a stallion alone.", "Stallions are led by the head groom.", False),
        (
            "No groom shall lead a stallion alone.",
            "Two people catch the stallion, and one leads it alone.",
            False,
        ),
        ("Two grooms must not lead one stallion.", "Two grooms lead the stallion together.", False),
    ],
)
def test_out_of_use_or_in_company_keeps_a_ban(ban, policy, kept):
    assert is_kept_by_the_way(said(ban), said(policy)) is kept
    assert keeps_ban(said(ban), said(policy)) is kept
    assert not kept or objection_between(ban, policy) is None
    assert not kept or objection_between(ban, policy, against_source=False) is None


@pytest.mark.parametrize(
    ("ban", "policy"),
    [
        ("A stirrup that has cracked must not be used.", "A cracked stirrup is used in the school."),
        ("No groom shall lead a stallion alone.", "Stallions are led by the head groom."),
        ("No groom shall lead a stallion alone.", "A stallion may be led by one groom alone."),
    ],
)
def test_what_is_used_or_done_alone_breaks_it(ban, policy):
    assert objection_between(ban, policy) is not None


@pytest.mark.parametrize(
    ("ban", "policy", "done"),
    [
        (
            "A foal must not be put in a stall with a stallion.",
            "A foal shares a stall with a stallion only if both are calm.",
            True,
        ),
        ("Riders must not smoke.", "Riders smoke only when they are off the yard.", True),
        (
            "A foal must not be put in a stall with a stallion unless both are calm.",
            "A foal shares a stall with a stallion only if both are calm.",
            False,
        ),
        (
            "A pony must not be ridden with a loose girth.",
            "A pony is ridden only when the girth is tight.",
            False,
        ),
        ("An untrained groom must not drive the cart.", "Grooms drive the cart only if trained.", False),
        ("A groom who is ill must not feed a foal.", "A groom feeds a foal only if well.", False),
    ],
)
def test_what_a_plain_ban_forbids_is_done_though_only_in_a_case(ban, policy, done):
    assert is_done_in_a_case(said(ban), said(policy)) is done
    assert (objection_between(ban, policy) is not None) is done


def test_leave_to_put_off_keeps_no_ban_that_only_one_case_lifts():
    ban = said("A lesson may be delayed only where a vet has asked for it.")
    assert not keeps_ban(ban, said("The groom may put it off."))
    assert not keeps_ban(ban, row_of(who="Groom", lesson="May put it off"))
    plain = said("A lesson must not be refused on the ground of weight.")
    assert not keeps_ban(plain, said("Grooms put heavy riders' lessons off."))
    assert keeps_ban(plain, said("Grooms give heavy riders lessons."))


@pytest.mark.parametrize(
    ("text", "bans"),
    [
        (DRUM, True),
        ("Grooms must take no part in judging.", True),
        ("Grooms should abstain from voting.", True),
        ("Grooms must take part in judging.", False),
        ("Grooms must avoid waste of hay.", False),
    ],
)
def test_a_duty_to_keep_from_doing_is_a_ban(text, bans):
    assert forbids(said(text).said) is bans


def test_a_duty_to_keep_from_doing_is_kept_by_a_ban_and_broken_by_doing():
    judging = "Grooms who trained a pony must not take part in judging it."
    assert objection_between(judging, "Grooms take no part in judging a pony that they trained.") is None
    assert objection_between(DRUM, "Staff do not use a drum before nine.") is None
    assert objection_between(DRUM, "Leave it off until nine. After that, keep it low.") is None
    assert objection_between(DRUM, "Staff use a drum before nine.") is not None
    assert objection_between("The groom signs the form.", "The owner, and not the groom, signs the form.")
    later = "After that, keep it low."
    assert order_unkept(said(DRUM), [answer(said(DRUM), later)]) == ""
