"""Pairs of one act that a reader leaves in peace, each beside a pair like it that stays an objection."""

from dataclasses import replace

import pytest
from statements import objection_between, row_of, said

from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.conflicts.rules.modality import modality
from policycheck.domain.findings import ConflictType

OURS, SOURCE = False, True


def objection(one, other, *, against_source, probability=0.95):
    x, y = (said(side) if isinstance(side, str) else side for side in (one, other))
    found = objection_of(pair_of(x, y, probability, against_source=against_source))
    return None if found is None else found.type


WEEKS_AND_WORKING_DAYS = [
    ("The porter answers a letter within 15 working days.", "A letter is answered within three weeks.", OURS),
    ("The porter must answer a letter within three weeks.", "Letters are answered in 15 working days.", OURS),
]


@pytest.mark.parametrize(("one", "other", "against_source"), WEEKS_AND_WORKING_DAYS)
def test_whole_weeks_and_their_working_days_are_one_length(one, other, against_source):
    assert objection(one, other, against_source=against_source) is None


def test_more_weeks_than_the_working_days_make_are_longer():
    one = "The porter must answer a letter within 15 working days."
    other = "The porter answers a letter within four weeks."
    assert objection(one, other, against_source=OURS) is ConflictType.DEADLINE
    assert objection(one, other, against_source=SOURCE) is ConflictType.DEADLINE


VAGUE = "The clerk shall answer every petition without undue delay."


@pytest.mark.parametrize(
    "figure", ["Petitions are answered within three months.", "The clerk answers petitions within 60 days."]
)
def test_soon_says_no_figure_for_another_to_differ_from(figure):
    assert objection(VAGUE, figure, against_source=OURS) is None
    assert objection(VAGUE, figure, against_source=SOURCE) is None


def test_at_once_is_not_at_the_next_meeting():
    one = "The clerk shall report a theft to the chair immediately."
    other = "A theft is reported to the chair at the end of the quarter."
    assert objection(one, other, against_source=SOURCE) is ConflictType.DEADLINE


def test_a_rule_subject_to_another_leaves_its_exceptions_there():
    rule = "Subject to paragraph (4), no warning of a spot check shall be given."
    assert objection(rule, "Wardens arrive unannounced.", against_source=SOURCE) is None
    row_ = row_of(Item="Spot check, unless at a farm", Who="Warden", Does_what="Comes without warning")
    assert objection(rule, row_, against_source=SOURCE) is None


def test_without_such_words_an_exception_is_new():
    rule = "No warning of a spot check shall be given."
    other = "Wardens give no warning of a spot check, unless at a farm."
    assert objection(rule, other, against_source=SOURCE) is ConflictType.MODALITY


def test_what_is_taken_out_of_a_named_rule_is_not_taken_out_of_another():
    rule = "Where the kitchen is in a farmhouse, the warden must give the farmer 24 hours' notice."
    other = "Paragraph 3.4 does not apply to a farmhouse kitchen. There the warden gives 24 hours' warning."
    assert objection(rule, other, against_source=SOURCE) is None
    plain = "The warden gives 24 hours' notice, except at harvest."
    assert objection(rule, plain, against_source=SOURCE) is ConflictType.MODALITY


@pytest.mark.parametrize("against_source", [OURS, SOURCE])
def test_one_length_in_other_units_is_one_order_of_things(against_source):
    one = "A lost umbrella must be kept for seven days before it is sold."
    other = "After a train has left an umbrella is kept for one week before it is sold."
    assert objection(one, other, against_source=against_source) is None
    by_the_hour = row_of(
        Item="Umbrella found", Who="Guard", Does_what="Keeps it before it is sold", When="168 hours"
    )
    assert (
        objection("Until then nobody shall sell the umbrella.", by_the_hour, against_source=against_source)
        is None
    )
    assert objection(one, by_the_hour, against_source=against_source) is None


def test_another_order_of_things_still_counts():
    one = "A lifeguard must pass a test before starting work."
    other = "A lifeguard passes the test within a week of starting work."
    assert objection(one, other, against_source=SOURCE) is ConflictType.DEADLINE


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        (
            "The cannon must not be fired before 9 am or after 7 pm.",
            row_of(Item="Cannon", Who="Gunner", Does_what="Confines its firing", When="To 10 am to 6.30 pm"),
        ),
        ("Firing must be confined to the hours from 9 am to 7 pm.", "We fire the cannon only from 10 am to 6 pm."),
        ("The lamp must be lit from 6 pm to 11 pm.", "The porter lights the lamp from 5 pm to midnight."),
        ("Between 9 am and 6 pm a pony must not be left untied.", "From 8 am until seven at night it is tied."),
        ("The engine must not be run between 11 pm and 6 am.", "The engine shall not be run between 10 pm and 7 am."),
    ],
)  # fmt: skip
def test_hours_inside_those_that_confine_and_around_those_that_are_filled_comply(source, policy):
    assert objection(source, policy, against_source=SOURCE) is None


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        ("The cannon must not be fired before 9 am or after 7 pm.", "We fire the cannon only from 8 am to 6 pm."),
        ("The cannon must not be fired before 9 am or after 7 pm.", "The gunner fires it between 10 am and 8 pm."),
    ],
)  # fmt: skip
def test_other_hours_do_not(source, policy):
    assert objection(source, policy, against_source=SOURCE) is ConflictType.DEADLINE


def test_at_any_time_and_every_hour_when_are_no_turns_and_no_rhythm():
    one = "A nurse must be in the tent whenever riders are on the course."
    other = "At every hour when riders are on the course a nurse is in the tent."
    assert objection(one, other, against_source=SOURCE) is None
    one = "A whistle must not be blown at any time in the chapel."
    assert objection(one, "On Sundays no whistle is blown in the chapel.", against_source=SOURCE) is None
    weekly = "The tent is swept once a week."
    assert (
        objection("The tent must be swept after each ride.", weekly, against_source=SOURCE)
        is ConflictType.FREQUENCY
    )


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        ("No more than five weeks' pay should be lent.", "No sailor's loan shall be more than 28 days' pay."),
        ("In a lift at least two guards must be on duty.", "The lift will never run with fewer than two guards."),
        ("A rope must bear at least 80 kilograms.", "No rope may be used with less than 90 kilograms of strength."),
    ],
)  # fmt: skip
def test_a_bound_told_by_a_denial_is_a_bound(source, policy):
    assert objection(source, policy, against_source=SOURCE) is None


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        ("No more than three weeks' pay should be lent.", "No sailor's loan shall be more than 28 days' pay."),
        ("In a lift at least three guards must be on duty.", "The lift will never run with fewer than two guards."),
    ],
)  # fmt: skip
def test_a_laxer_bound_told_by_a_denial_is_not_met(source, policy):
    assert objection(source, policy, against_source=SOURCE) is ConflictType.QUANTITY


def test_not_yet_is_of_time_and_turns_nothing():
    rule = "A ticket shall be honoured on the day that it names."
    other = "A ticket that has not yet been paid for may be given to somebody else when the hall is full."
    assert objection(rule, other, against_source=OURS) is None


def test_a_ban_but_under_a_permit_asks_for_the_permit():
    ban = "Bonfires must not be lit except under a licence."
    obtains = row_of(
        Item="Bonfire", Who="Scout leader", Does_what="Obtains a licence", When="Before each fire"
    )
    assert objection(ban, obtains, against_source=SOURCE) is None
    lights = "Scouts light bonfires on the beach as they please."
    assert objection(ban, lights, against_source=SOURCE) is ConflictType.MODALITY


def test_when_something_is_to_be_done_is_before_it():
    one = "Where a road is to be dug up, the neighbours must be told of it at least ten days beforehand."
    before = "When a road is to be dug up or work is to be done on it, the neighbours have a letter about it."
    assert objection(one, before, against_source=SOURCE) is None
    after = "When the work is done, the neighbours have a letter about it."
    assert objection(one, after, against_source=SOURCE) is ConflictType.DEADLINE


def test_to_whom_a_thing_may_be_given_is_not_who_gives_it():
    ban = "A parcel must not be handed to anyone except the buyer."
    hands = row_of(Item="Parcel", Who="Driver", Does_what="Hands it only to the buyer", When="Each day")
    assert objection(ban, hands, against_source=SOURCE) is None
    alone = (
        "Nobody other than the pilot shall steer the ship: it must not be steered by anyone except the pilot."
    )
    steers = "The cook steers the ship at night."
    assert objection(alone, steers, against_source=SOURCE) is ConflictType.DUTY_HOLDER


def test_a_day_that_a_text_names_is_no_same_day():
    one = "Milk is left on the day named on the order form."
    late = "Milk that was forgotten is left within three working days."
    assert objection(one, late, against_source=OURS) is None
    same = "Milk is left on the day of the order."
    assert objection(same, late, against_source=OURS) is ConflictType.DEADLINE


def test_time_in_which_an_appeal_may_come_in_is_given():
    source = "A club must accept an appeal that reaches it within 20 working days of the ruling."
    longer = row_of(
        Item="Appeal against a ruling",
        Who="Clerk",
        Does_what="Accepts it",
        When="If it arrives within 30 working days of the ruling",
    )
    shorter = row_of(
        Item="Appeal against a ruling",
        Who="Clerk",
        Does_what="Accepts it",
        When="If it arrives within ten working days of the ruling",
    )
    assert objection(source, longer, against_source=SOURCE) is None
    assert objection(source, shorter, against_source=SOURCE) is ConflictType.DEADLINE


def test_initials_name_whom_they_stand_for():
    one = "The head gardener shall water the roses each day in summer."
    assert (
        objection(
            one,
            row_of(Item="Roses", Who="HG", Does_what="Waters them", When="Each day in summer"),
            against_source=OURS,
        )
        is None
    )
    other = row_of(Item="Roses", Who="Night porter", Does_what="Waters the roses", When="Each day in summer")
    assert objection(one, other, against_source=OURS) is ConflictType.DUTY_HOLDER


def test_somebody_named_among_several_may_be_known_by_initials_elsewhere():
    several = "About a fallen tree you are encouraged to speak to your {}, line manager or a director."
    told = "The HGT will speak to you about a fallen tree."
    assert objection(several.format("Head of Lifts"), told, against_source=OURS) is ConflictType.DUTY_HOLDER
    assert objection(several.format("Head of Garden and Trees"), told, against_source=OURS) is None


def test_a_request_is_lodged_acknowledged_and_decided_at_three_stages():
    lodged = "An objection to a mooring shall be lodged within seven days."
    decided = row_of(
        Item="Objection to a mooring", Who="Harbour office", Does_what="Decides it", When="Within 30 days"
    )
    noted = row_of(
        Item="Objection to a mooring",
        Who="Harbour office",
        Does_what="Acknowledges it",
        When="Within 14 days",
    )
    assert objection(lodged, decided, against_source=OURS) is None
    assert objection(decided, noted, against_source=OURS) is None
    sooner = "The harbour office determines an objection to a mooring within 20 days."
    assert objection(decided, sooner, against_source=OURS) is ConflictType.DEADLINE


def test_a_time_that_may_not_be_waited_for_is_no_time_given():
    soon = "The porter must report a leak immediately."
    assert objection(soon, "Do not wait until the next day to report a leak.", against_source=OURS) is None
    assert objection(soon, "Never put off reporting a leak until the next day.", against_source=OURS) is None
    waits = "The porter waits until the next day to report a leak."
    assert objection(soon, waits, against_source=OURS) is ConflictType.DEADLINE


def test_a_ban_on_telling_those_without_a_right_leaves_a_right_alone():
    ban = "Never show a gardener's personal notes to anyone who isn't entitled to see them."
    right = "A gardener has the right to see the personal notes held about them."
    assert objection(right, ban, against_source=OURS) is None
    everybody = "Never show a gardener's personal notes to anybody."
    assert objection(right, everybody, against_source=OURS) is ConflictType.MODALITY
    practice_ = "Gardeners' personal notes are shown to the neighbours."
    assert objection(practice_, ban, against_source=OURS) is ConflictType.MODALITY


def test_an_exception_in_one_item_is_not_from_what_the_other_items_ask():
    rule = "Boats must be moored and locked."
    listed = "Boats must be:\n• Moored.\n• Painted in the yard.\n• {}"
    apart = listed.format("Not lent to a visitor unless approved.")
    assert objection(rule, apart, against_source=True) is None
    barely = listed.format("Not locked to a visitor's buoy overnight (unless approved).")
    assert objection(rule, barely, against_source=True) is None
    of_it = listed.format("Locked unless approved.")
    assert objection(rule, of_it, against_source=True) is ConflictType.MODALITY


def test_of_our_own_texts_one_may_spell_out_what_its_rule_excepts():
    rule, fuller = "Boats must be locked.", "Boats must be locked unless approved."
    assert objection(rule, fuller, against_source=OURS) is None
    assert objection(rule, fuller, against_source=True) is ConflictType.MODALITY


def in_one_document(one, other):
    found = objection_of(pair_of(said(one), said(other), 0.6, against_source=OURS, within=True))
    return None if found is None else found.type


def test_two_times_of_one_document_with_two_clocks_are_two_steps():
    asked = "A petition must be made in writing within 28 days."
    told = "The ruling will be:\n• Made in writing within 7 working days of hearing the harbour assembly."
    assert in_one_document(asked, told) is None
    assert objection(asked, told, against_source=OURS, probability=0.6) is ConflictType.DEADLINE
    of_asking = "The ruling will be:\n• Made in writing within 7 working days of the petition."
    assert in_one_document(asked, of_asking) is ConflictType.DEADLINE


TWO_THINGS = [
    ("The skipper must report a torn sail within two days.", "Visitors pay the berth fee within five days."),
    ("Towropes are tested once a year.", "The clubhouse kitchen is inspected every three months."),
    ("Race results are kept for two years.", "Crew lists are kept for six months."),
    ("The steward oils the winch each week.", "The gangway is scrubbed every month."),
    ("Sailing lessons cost £20.", "A mooring buoy is let for £35 to anybody."),
]


@pytest.mark.parametrize(("one", "other"), TWO_THINGS)
def test_rules_of_one_document_that_share_next_to_no_word_are_of_two_things(one, other):
    assert in_one_document(one, other) is None
    assert objection(one, other, against_source=OURS) is not None


ONE_THING = [
    (
        "The skipper must report a torn sail within two days.",
        "In short: a torn sail is reported in five days.",
    ),
    ("Towropes are tested once a year.", "Every three months the bosun tests each towrope."),
    ("Race results are kept for two years.", "Results of races are kept for six months and then shredded."),
]


@pytest.mark.parametrize(("one", "other"), ONE_THING)
def test_rules_of_one_document_for_one_thing_still_contradict(one, other):
    assert in_one_document(one, other) is not None


def test_what_must_go_after_a_time_may_not_stay_longer_though_it_is_a_time_of_keeping():
    thrown = "Flares must be thrown away 30 days after the seal was broken."
    later = row_of(
        Item="Flares", Who="Mate", What_is_done="Throws them away", Time="Nine weeks after opening"
    )
    sooner = row_of(Item="Flares", Who="Mate", What_is_done="Throws them away", Time="30 days after opening")
    assert objection(thrown, later, against_source=SOURCE) is not None
    assert objection(thrown, sooner, against_source=SOURCE) is None
    kept = "Flares must be kept for 30 days before they are thrown away."
    assert objection(kept, later, against_source=SOURCE) is None


RENEWED = row_of(
    Item="Pilot's ticket", Who="Registrar", What_is_done="Has it renewed", How_often="Every two years"
)


@pytest.mark.parametrize(("years", "kind"), [("six", ConflictType.FREQUENCY), ("two", None)])
def test_what_lasts_longer_than_its_renewal_is_told(years, kind):
    assert objection(RENEWED, f"A pilot's ticket lasts {years} years.", against_source=OURS) is kind
    assert objection(RENEWED, f"A pilot's watch is {years} years long.", against_source=OURS) is None


def test_a_meaning_that_asks_for_more_times_reaches_fewer_cases():
    meaning = replace(
        said("“Trespass” means a landing, whether on one occasion or on several."), term="trespass"
    )
    assert objection(
        meaning, "Trespass is a landing that was made at least four times.", against_source=SOURCE
    )
    duty = "A landing must be watched on one occasion."
    assert not objection(duty, "A landing is watched at least four times.", against_source=SOURCE)


def test_what_bans_delay_bids_the_act():
    assert objection("Do not delay calling the lifeboat.", "Call the lifeboat.", against_source=OURS) is None
    assert objection("Do not call the lifeboat.", "Call the lifeboat.", against_source=OURS) is not None


def test_what_rule_and_exception_both_name_is_not_the_excepted_case():
    rule = "No kite other than a box kite shall be flown on the pier."
    assert objection(rule, "Kites are welcome on the pier in a light wind.", against_source=SOURCE)
    assert objection(rule, "Box kites are welcome on the pier.", against_source=SOURCE) is None


def test_an_exception_that_the_other_side_never_asks_for_is_no_peace():
    rule = "The clerk must not admit anybody who is under fourteen unless a guardian has signed."
    never = "Anybody aged 11 or over can be admitted, and no guardian is asked to sign."
    assert objection(rule, never, against_source=OURS) is ConflictType.AGE
    asked = "Anybody aged 11 or over can be admitted once a guardian has signed."
    assert objection(rule, asked, against_source=OURS) is None


def test_it_in_a_cell_is_what_the_row_is_about():
    ban = said("We do not quote prices, so please do not ring us for them.")
    told = row_of(Item="Customer asks for the prices", Who="Clerk", Does_what="Quotes them by letter")
    assert modality(pair_of(ban, told, 0.95, against_source=OURS)) is not None
    other = row_of(Item="Customer asks for the verses", Who="Clerk", Does_what="Quotes them by letter")
    assert modality(pair_of(ban, other, 0.95, against_source=OURS)) is None


def test_what_a_rule_takes_out_at_its_end_stands_beside_the_rule():
    rule = "Lamps are put out by nine at night, the regatta supper excepted."
    assert (
        objection(rule, "After the regatta supper lamps are put out by midnight.", against_source=OURS)
        is None
    )
    assert objection(rule, "Lamps on the quay are put out by midnight.", against_source=OURS) is not None
    ban = "Dogs are not let into the clubhouse, guide dogs apart."
    assert objection(ban, "Your guide dog is welcome in the clubhouse.", against_source=OURS) is None
    assert objection(ban, "Your spaniel is welcome in the clubhouse.", against_source=OURS) is not None


def test_what_a_ban_has_done_instead_is_not_banned():
    ban = said("Do not confront the trespasser — report the matter to the duty warden.")
    instead = said("You can report the matter to the duty warden.")
    assert objection(ban, instead, against_source=OURS) is None
    banned = said("You can confront the trespasser.")
    assert modality(pair_of(ban, banned, 0.95, against_source=OURS)) is not None


def test_a_leave_that_is_not_asked_for_makes_no_peace():
    rule = "The coxswain must steer from the stern unless the owner has agreed to the bow."
    assert objection_between(rule, "The owner agrees when the coxswain is to steer from the bow.") is None
    for goes_ahead in (
        "Coxswains steer from the bow, and the owner is not asked.",
        "Coxswains steer from the bow as a matter of course, and the owner is never consulted.",
    ):
        assert objection_between(rule, goes_ahead) is not None, goes_ahead
