"""Statements about cases that leave each other out, each beside one that does not."""

import pytest

from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.matching.plain_bans import is_of_the_contrary
from tests.statements import objection_between, row, row_of, said

OURS, SOURCE = False, True


def objects(one, other, *, against_source=OURS):
    return objection_of(pair_of(said(one), said(other), 0.9, against_source=against_source)) is not None


@pytest.mark.parametrize(
    ("rule", "apart", "same"),
    [
        (
            "Rowers under the age of 16 must rest for 20 minutes in every hour.",
            "Rowers of 16 or over rest for ten minutes in every hour.",
            "Rowers of 14 or over rest for ten minutes in every hour.",
        ),
        (
            "Young singers must be home by nine in the evening.",
            "For adults the rehearsal ends at midnight, and all must be home by one.",
            "Young singers are home by midnight.",
        ),
        (
            "Pumps that are not essential shall be oiled once a year.",
            "Every essential pump is oiled once a month.",
            "Pumps that are not essential are oiled once a month.",
        ),
        (
            "A first objection must be answered within ten days.",
            "A final objection is answered within six weeks.",
            "An objection is answered within six weeks.",
        ),
        (
            "A poster printed in black costs £1.",
            "Colour prints of a poster cost £3.",
            "Prints of a poster cost £3.",
        ),
        (
            "The drain outside must be cleared inside five days.",
            "The drain inside is cleared in nine days.",
            "The drain is cleared in nine days at the outside.",
        ),
        (
            "Alarms must be tested every month.",
            "Alarms are dusted and polished every six months.",
            "Alarms are tested every six months.",
        ),
        (
            "Ice on the bridge must be reported within one hour.",
            "Fog on the bridge is reported within two hours.",
            "Ice on the bridge is reported within two hours.",
        ),
        (
            "Boats on the waiting list must be inspected within two weeks.",
            "Boats that are not on the list are inspected within four weeks.",
            "Boats on the list for the summer are inspected within four weeks.",
        ),
        (
            "A barge with a licence must be weighed every month.",
            "A barge without a licence is weighed every week.",
            "A barge is weighed every week without delay.",
        ),
        (
            "A mooring for a private person's boat is given up on a month's notice to private persons.",
            "A mooring for the boat of a firm is given up on a year's notice.",
            "A mooring for a boat is given up on a year's notice.",
        ),
        (
            "A draft of the chart must be ready within six days.",
            "The signed chart is ready within 20 days.",
            "The chart is ready within 20 days.",
        ),
        (
            "Where the barge is insured, its owner pays £20 a month.",
            "If the barge is not insured, its owner pays £50 a month.",
            "Where the barge is insured but empty, its owner pays £50 a month.",
        ),
        (
            "If certified, a diver must rest for six hours.",
            "If not certified, a diver rests for two hours.",
            "If certified and not tired, a diver rests for two hours.",
        ),
        (
            "The clerk must give 21 days' notice of an annual general meeting.",
            "The clerk gives ten days' notice of a special general meeting.",
            "The clerk gives ten days' notice of a general meeting.",
        ),
        (
            "A grievance shall be acknowledged within two days.",
            "A grievance is answered in full within 20 days.",
            "A grievance is acknowledged within 20 days.",
        ),
        (
            "Moorers must be told of an increase in the tolls within ten days.",
            "Moorers are told of a reduction in the tolls within 20 days.",
            "Moorers are told of an increase in the tolls within 20 days.",
        ),
        (
            "The crew must be told within five minutes when the river rises.",
            "The crew is told within ten minutes if the river goes down.",
            "The crew is told of the rising river within ten minutes.",
        ),
        (
            "Rowers must be told of any increase in dues one month before.",
            "When dues are lowered, rowers are told one week before.",
            "To reduce disputes, rowers are told of any increase in dues one week before.",
        ),
    ],
)
def test_each_is_about_a_case_that_the_other_is_not(rule, apart, same):
    assert not objects(rule, apart)
    assert objects(rule, same)


def test_a_ban_below_one_age_and_a_lowest_age_elsewhere_may_be_two_ages_of_one_thing():
    assert objects("Nobody under 16 shall steer the barge.", "Only people of 18 or over steer the barge.")


def test_an_adult_beside_a_child_is_company():
    rule = "There must be at least one adult for every four children under the age of five."
    assert objects(rule, "There is one adult for every six children under five.", against_source=SOURCE)


def test_what_a_term_means_is_compared_whatever_it_leaves_out():
    one = '"Opening day" means a weekday which is not a holiday.'
    other = '"Opening day" means any day from Monday to Saturday.'
    assert objects(one, other)


@pytest.mark.parametrize(
    ("leave", "stands"),
    [
        ("Lamps may be lit in the boat shed.", True),
        ("Lamps may be lit on the balcony.", True),
        ("Lamps may be lit in the trophy room.", False),
        ("Lamps may be lit in any room.", False),
        ("Lamps may be lit on the balcony of the trophy room.", False),
    ],
)
def test_what_is_banned_in_one_room_may_be_free_in_another(leave, stands):
    assert objects("Lamps must not be lit in the trophy room.", leave) is not stands


@pytest.mark.parametrize(
    ("where", "stands"), [("The yard", True), ("Stores", True), ("Guest cells", True), ("Trophy room", False)]
)
def test_a_row_may_be_about_a_room(where, stands):
    ban = said("Lamps must not be lit in the trophy room.")
    found = objection_of(pair_of(ban, row_of(Where=where, Rule="Lamps may be lit"), 0.9, against_source=True))
    assert (found is None) is stands


@pytest.mark.parametrize(
    ("leave", "stands"),
    [
        ("Cakes bought for the staff may be kept in the galley.", True),
        ("Cakes bought for passengers may be kept in the galley.", False),
        ("Cakes bought for our passengers and for staff may be kept in the galley.", False),
        ("Cakes may be kept by staff in the galley.", False),
        ("Cakes may be kept in the galley.", False),
    ],
)
def test_what_is_banned_for_one_kind_of_people_may_be_free_for_another(leave, stands):
    assert objects("Cakes for a passenger must not be kept in the galley.", leave) is not stands


def test_a_time_is_no_place():
    assert objects("Lamps must not be lit in the evening.", "Lamps may be lit on the balcony.")


@pytest.mark.parametrize(
    ("other", "stands"),
    [
        ("The umpires decide an objection within two months of its receipt.", True),
        ("The umpires must hear the objection within seven days of the race.", True),
        ("A rower must object within seven days of the notice.", False),
        ("The umpires decide on objections lodged within seven days of the notice.", False),
        ("An objection must be made within seven days of the notice.", False),
    ],
)
def test_leave_to_ask_in_a_time_and_the_time_to_answer_are_two_steps(other, stands):
    assert objects("A rower may object to the umpires within 21 days of the notice.", other) is not stands


def test_stuff_that_settles_or_dries_is_nothing_that_is_done():
    ban = "A guest must not use the cabin until the surveyor has inspected it."
    for leave in (
        "Guests may use the cabin as soon as the varnish has dried.",
        "Guests may use the cabin once the dust has settled.",
    ):
        assert objection_between(ban, leave) is not None, leave


STEPS = ("Step", "Who", "What", "When")


@pytest.mark.parametrize(
    ("cells", "stands"),
    [
        (("Objection to the answer of the marshal", "Umpires", "Hear it", "Within six weeks"), True),
        (("Objection to the answer of the marshal", "Rower", "Sends it to them", "Within six weeks"), False),
        (("Objection to the answer", "Umpires", "Decide it", "Within six weeks of the notice"), False),
    ],
)
def test_what_a_row_is_about_answers_nothing(cells, stands):
    leave = said("A rower may object to the umpires within 21 days of the notice.")
    assert (objection_of(pair_of(leave, row(STEPS, cells), 0.9, against_source=OURS)) is None) is stands


@pytest.mark.parametrize(
    ("other", "stands"),
    [
        ("The purser pays claims for fares within two weeks.", True),
        ("Claims for fares are paid by the purser within two weeks.", True),
        ("Claims for fares must be sent in within two weeks.", False),
        ("The purser pays claims for fares that rowers send in within two weeks.", False),
        ("Rowers send in their claims for fares within two weeks.", False),
        ("The purser logs claims for fares within two weeks.", False),
    ],
)
def test_a_duty_to_claim_and_anothers_to_pay_are_two_steps(other, stands):
    assert objects("Rowers must send in their claims for fares within three months.", other) is not stands


def test_two_who_pay_one_claim_take_no_two_steps():
    assert objects(
        "The purser pays claims for fares within three weeks.",
        "The steward pays claims for fares within two weeks.",
    )


@pytest.mark.parametrize(
    ("leave", "stands"),
    [
        ("Horns may be blown at the picnic.", True),
        ("Horns may be blown at our summer party.", True),
        ("Horns may be blown at the meeting of the crew.", False),
        ("Horns may be blown in the boat shed.", False),
        ("Horns may be blown.", False),
    ],
)
def test_what_is_banned_on_one_occasion_may_be_free_on_another(leave, stands):
    assert objects("Horns must not be blown at a crew meeting.", leave) is not stands


@pytest.mark.parametrize(
    ("ban", "kept", "broken"),
    [
        (
            "A rower must not be weighed by a coach of the opposite sex.",
            "You will be weighed by a coach of your own sex.",
            "You will be weighed by a coach of either sex.",
        ),
        (
            "A heat must not be judged by a person from the same club.",
            "Each heat is judged by a person from another club.",
            "Each heat is judged by a person from the same club.",
        ),
        (
            "A rower must not be weighed by a coach of the opposite sex.",
            "Rowers are weighed by a coach of the same sex.",
            "Rowers are weighed by a coach of the same sex or of the opposite sex.",
        ),
    ],
)
def test_the_contrary_of_what_is_banned_keeps_the_ban(ban, kept, broken):
    assert not objects(ban, kept)
    assert objects(ban, broken)


def test_two_duties_of_which_one_has_the_contrary_are_no_ban_kept():
    one = "A heat must be judged by a person from another club."
    assert not is_of_the_contrary(said(one), said("A heat is judged by a person from the same club."))
