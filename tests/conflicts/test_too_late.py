"""What is put off or comes after its event, and what only looks like it."""

import pytest
from statements import objection_between

from policycheck.comparing import said_in
from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.domain.documents import Clause, ClauseKind
from policycheck.domain.findings import ConflictType
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses


def test_what_starts_a_clock_runs_on_to_its_verb():
    # "Of the day on which" alone shares nothing with "of receipt".
    source = "The bursar must answer a claim within 21 days of the day on which it is received."
    assert objection_between(source, "The bursar answers a claim within five weeks of receipt.") is not None
    assert objection_between(source, "The bursar answers a claim within two weeks of receipt.") is None


def row(*cells):
    return Clause(
        id="r", ref="Table 1 row 1", text=" | ".join(cells), kind=ClauseKind.ROW,
        columns=("Item", "Who", "Does what", "Time"),
    )  # fmt: skip


@pytest.mark.parametrize(("often", "objects"), [("Once a day", True), ("Three times a day", False)])
def test_a_row_that_makes_the_same_exception_is_of_the_same_rule(often, objects):
    clauses = as_clauses(["A boat other than a punt must be bailed at least twice in each day."])
    (law,) = said_in(clauses, read_clauses(clauses))
    cells = [row("Boats other than punts", "Boatman", "Bails them", often)]
    (policy,) = said_in(cells, read_clauses(cells))
    assert (objection_of(pair_of(law, policy, 0.9, against_source=True)) is not None) is objects


@pytest.mark.parametrize(
    ("source", "policy", "objects"),
    [
        ("The bells must not be rung before 8 am.", "The first bell is rung at half past seven.", True),
        ("The bells must not be rung before 8 am.", "The first bell is rung at nine in the morning.", False),
        (
            "The bells must not be rung after 9 pm.",
            "The last bell is rung at half past eight at night.",
            False,
        ),
        ("The bells must not be rung after 9 pm.", "The last bell is rung at ten at night.", True),
    ],
)
def test_an_hour_before_or_after_which_a_thing_is_banned(source, policy, objects):
    assert (objection_between(source, policy) is not None) is objects


def test_a_thing_kept_as_long_as_another_stands_outlasts_a_figure():
    source = "The client must keep the plans for as long as the pier stands."
    assert objection_between(source, "Plans are kept for 15 years.") is not None
    assert objection_between("The client must keep the plans for 15 years.", source) is None


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        (
            "The harbour master must report a collision to the coastguard immediately.",
            "The harbour master reports a collision to the coastguard within three weeks.",
        ),
        (
            "The curator must report a theft to the insurer without delay.",
            "The curator reports thefts to the insurer in the quarterly summary.",
        ),
        (
            "The diver must log a pressure alarm the same day.",
            "The diver logs pressure alarms at the end of the season.",
        ),
        (
            "The steward must report a fall from the stand at once.",
            "The steward reports a fall from the stand when the season has ended.",
        ),
        (
            "The steward must report a fall from the stand at once.",
            "The steward reports a fall from the stand by the end of the match.",
        ),
        (
            "The beekeeper must notify the inspector of foul brood within three days.",
            "The beekeeper notifies the inspector of foul brood in the yearly return.",
        ),
    ],
)
def test_what_is_wanted_soon_may_not_wait_for_an_occasion(source, policy):
    found = objection_between(source, policy)
    assert found is not None
    assert found.type is ConflictType.DEADLINE


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        (
            "The harbour master must report a collision to the coastguard immediately.",
            "The harbour master telephones the coastguard at once about a collision and writes within three weeks.",
        ),
        (
            "The harbour master must report a collision to the coastguard immediately.",
            "The harbour master reports a collision to the coastguard within one hour.",
        ),
        (
            "The diver must log a pressure alarm the same day.",
            "The diver logs a pressure alarm by the end of the shift.",
        ),
        (
            "The organist must tell the verger of a fault promptly.",
            "The organist tells the verger of a fault by the end of the week.",
        ),
        (
            "The beekeeper must notify the inspector of foul brood within three days.",
            "The beekeeper notifies the inspector of foul brood within two days and sums it up in the yearly return.",
        ),
    ],
)
def test_what_is_soon_enough_is_left_alone(source, policy):
    assert objection_between(source, policy) is None


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        (
            "The skipper must brief the crew before the yacht leaves the harbour.",
            "The skipper briefs the crew once they are out at sea.",
        ),
        (
            "The kiln must be inspected before it is lit.",
            "The kiln is inspected in its second year.",
        ),
        (
            "The choir must be given at least 14 days' notice of a concert.",
            "The choir is told of a concert on the morning it is held.",
        ),
        (
            "A cave must not be entered until its air has been tested.",
            "The air of a cave is tested within an hour after entering it.",
        ),
    ],
)
def test_what_is_to_come_first_may_not_come_after(source, policy):
    found = objection_between(source, policy)
    assert found is not None
    assert found.type is ConflictType.DEADLINE


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        (
            "A cave must not be entered until its air has been tested.",
            "The cave is entered once its air has been tested.",
        ),
        (
            "The kiln must be inspected before it is lit or, if that cannot be done, within a day of it.",
            "The kiln is inspected within a day of being lit.",
        ),
        (
            "The skipper must brief the crew before the yacht leaves the harbour.",
            "After they have stowed their kit, and before the yacht leaves, the skipper briefs the crew.",
        ),
    ],
)
def test_what_waits_for_the_act_itself_complies(source, policy):
    assert objection_between(source, policy) is None


def test_an_act_at_every_turn_is_not_done_by_the_calendar():
    found = objection_between("The lens must be wiped after each customer.", "The lens is wiped once a week.")
    assert found is not None
    assert found.type is ConflictType.FREQUENCY
    assert (
        objection_between(
            "The lens must be wiped after each customer.", "The lens is wiped after every customer."
        )
        is None
    )


def test_the_same_exception_on_both_sides_leaves_the_rule_to_compare():
    source = "The gate must be checked at least once a day unless the site is closed."
    assert (
        objection_between(source, "The gate is checked at least once a month unless the site is closed.")
        is not None
    )
    assert (
        objection_between(source, "The gate is checked at least once a day unless the site is closed.")
        is None
    )


@pytest.mark.parametrize(
    ("source", "policy", "objects"),
    [
        (
            "An angler may appeal against a ban within 40 days.",
            "An angler may appeal against a ban within 28 days.",
            True,
        ),
        (
            "An angler may appeal against a ban within 28 days.",
            "An angler may appeal against a ban within 40 days.",
            False,
        ),
        (
            "Damage must be listed on arrival and losses reported to the carrier within two days.",
            "Damage is listed on arrival and losses reported to the carrier within three weeks.",
            True,
        ),
        (
            "Tape recordings must be wiped after 30 days.",
            "Tape recordings are wiped after 90 days.",
            True,
        ),
    ],
)
def test_time_that_others_have_may_not_be_cut(source, policy, objects):
    assert (objection_between(source, policy) is not None) is objects


def test_before_long_names_no_event():
    rule = "A new bell must be rung within three weeks of its arrival."
    assert objection_between(rule, "Ring a new bell before too long.", against_source=False) is None
    assert objection_between(rule, "A new bell is rung before long.", against_source=False) is None


def test_what_waits_for_an_event_of_no_known_day_is_held_against_no_figure():
    rule = "The bell shall be paid for within ten days."
    assert (
        objection_between("The bell is paid for as soon as funds allow.", rule, against_source=False) is None
    )
    late = objection_between(
        "A crack is reported as soon as somebody finds it.", "A crack is reported every Monday."
    )
    assert late is not None


_AHEAD = "Marshals must be told of a race at least three days before it starts."


@pytest.mark.parametrize(
    ("policy", "objects"),
    [
        ("Marshals are told of the race while the boats are being rigged.", True),
        ("Tell the marshals of the race when crews set off.", True),
        ("Race: marshals told as gates open", True),
        ("Marshals are told of the race in the month before, as doors open for entries.", False),
        ("While crews are being picked the marshals are told of the race, a week before it starts.", False),
    ],
)
def test_what_is_done_as_several_begin_is_not_done_ahead(policy, objects):
    assert (objection_between(_AHEAD, policy) is not None) is objects


@pytest.mark.parametrize(
    ("policy", "objects"),
    [
        ("The harbour hears of the regatta on the Tuesday of race week.", True),
        ("The harbour hears of the regatta in each working week.", False),
        ("The harbour hears of the regatta three weeks before race week.", False),
    ],
)
def test_the_week_that_is_named_after_an_event_is_too_near(policy, objects):
    rule = "The harbour shall be given not less than 21 days' notice of a regatta."
    assert (objection_between(rule, policy) is not None) is objects


def test_what_comes_later_is_told_of_the_clause_that_names_it():
    rule = "The hull must be surveyed before the boat is put back on the water."
    late = "Boats go out once the paint dries, and a survey of the hull follows in due course, six or so weeks later."
    assert objection_between(rule, late) is not None
    assert (
        objection_between(rule, "The hull is surveyed, and the boat goes on the water two weeks later.")
        is None
    )


def test_a_person_s_last_day_is_an_event():
    rule = "Oars on loan are back in the loft by the rower's final day."
    late = objection_between(
        rule, "Oars come back to the loft within a week of the last race.", against_source=False
    )
    assert late is not None
    assert (
        objection_between(rule, "Oars come back to the loft before the rower goes.", against_source=False)
        is None
    )


def test_a_month_in_which_the_event_itself_comes_is_no_time_of_the_act():
    rule = "The mast must be surveyed before the boat is launched."
    assert objection_between(rule, "In August the boat is launched at six.") is None
    assert objection_between(rule, "Masts are surveyed in August.") is not None


@pytest.mark.parametrize(
    ("policy", "objects"),
    [
        ("The keeper checks the nets, after which the boat sails.", False),
        ("The keeper checks the nets, and after that the boat sails.", False),
        ("The boat sails, after which the keeper checks the nets.", True),
        ("The boat sails, and following this, the keeper checks the nets.", True),
        ("The keeper checks the nets after that boat sails.", True),
        ("The keeper checks the nets after the boat sails.", True),
    ],
)
def test_after_which_tells_the_order_of_two_acts(policy, objects):
    source = "The keeper must check the nets before the boat sails."
    assert (objection_between(source, policy) is not None) is objects


@pytest.mark.parametrize(
    ("source", "policy", "objects"),
    [
        (
            "The club must tell the crew before it sells a boat.",
            "A boat is sold first, and the crew is told afterwards.",
            True,
        ),
        (
            "The club must tell the crew before it sells a boat.",
            "The crew is told first, and the boat is sold afterwards.",
            False,
        ),
        (
            "The club must test a helmet before it lends it.",
            "Helmets are lent first, and tested later.",
            True,
        ),
        (
            "The potter must stamp a jug before it is glazed.",
            "The potter stamps a jug when it has been glazed.",
            True,
        ),
        (
            "The potter must stamp a jug before it is glazed.",
            "Jugs are stamped as soon as the glazing has been done.",
            True,
        ),
        # Anything else may have been done before.
        (
            "The potter must stamp a jug before it is glazed.",
            "The potter stamps a jug when it has been dried.",
            False,
        ),
        (
            "The potter must stamp a jug before it is glazed.",
            "The potter glazes a jug when it has been stamped.",
            False,
        ),
        (
            "The hirer must pay before the key is handed over.",
            "When a key has been handed back, the hirer is paid the deposit.",
            False,
        ),
    ],
)
def test_what_comes_second_or_when_the_event_has_been_is_too_late(source, policy, objects):
    assert (objection_between(source, policy) is not None) is objects
