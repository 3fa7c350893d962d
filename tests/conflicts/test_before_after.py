"""What is done before an event on one side and after it on the other."""

import pytest

from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.conflicts.pair import Pair
from policycheck.conflicts.rules.before_after import before_after
from policycheck.domain.findings import ConflictType
from policycheck.domain.obligations import Modality, Obligation
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement
from tests.statements import said


def statement(text, modality=Modality.OBLIGATION):
    reading = Obligation(
        id="1", document="", clause="1", ref="1", text=text, modality=modality, signal=modality.value
    )
    return Statement(
        clause=0, ref="1", text=text, in_context=text, led_in=text, words=frozenset(content_words(text)),
        verbs=frozenset(), roles=(), reading=reading,
    )  # fmt: skip


def objection(a, b, *, against_source=False, modality=Modality.OBLIGATION):
    pair = Pair(
        a=statement(a, modality), b=statement(b), probability=0.9, against_source=against_source, a_name="1", b_name="2"
    )  # fmt: skip
    return before_after(pair)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The harness must be tested before the climber begins the ascent.",
            "The harness is tested within ten minutes of starting the ascent.",
        ),
        (
            "The pilot must be briefed before departing.",
            "The pilot is briefed in the hour after he departs.",
        ),
        ("A stall holder must be insured before the first market.", "You get insured in your first month."),
    ],
)
def test_a_thing_that_waits_for_what_it_should_go_before(a, b):
    found = objection(a, b, against_source=True)
    assert found is not None
    assert found.type is ConflictType.DEADLINE
    assert found.a_words in a
    assert found.b_words in b
    assert objection(b, a, against_source=True) is None
    assert objection(b, a) is not None


def test_a_ban_until_something_is_done_asks_for_it_before():
    ban = "No boat shall be launched until the hull has been surveyed."
    found = objection(
        ban, "The hull is surveyed within a week of launching.", modality=Modality.PROHIBITION, against_source=True
    )  # fmt: skip
    assert found is not None
    assert found.a_words.startswith("until the hull")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The harness must be tested before the ascent.", "The harness is tested within a week of purchase."),
        ("The pilot must be briefed before departing.", "The pilot is briefed one hour before departing."),
        ("The rule holds before 1 May 2027.", "The rule holds after 1 May 2027."),
        ("The bar closes before the end of the match.", "The bar opens after the end of play."),
    ],
)
def test_other_events_and_one_side_of_an_event_stand_together(a, b):
    assert objection(a, b) is None


def test_a_permission_to_do_it_before_leaves_the_time_open():
    a, b = "You may sign before the race.", "You sign within an hour of the race."
    assert objection(a, b, modality=Modality.PERMISSION) is None


def test_a_list_of_both_before_and_after_is_kept_by_one_like_it():
    rule = "Oars must be wiped before a race, after a race and after a storm."
    one = objection_of(
        pair_of(
            said(rule),
            said("Wipe your oars before you race, after you have raced and when a storm is over."),
            0.9,
            against_source=True,
        )
    )
    assert one is None


def test_when_a_thing_is_held_is_not_when_it_is_told():
    rule = said("Rowers should have at least 24 hours' notice of an extra practice.")
    held = "Rowers shall be given two days' notice of a practice to be held after the end of term."
    assert objection_of(pair_of(rule, said(held), 0.9, against_source=True)) is None
    told = "Rowers shall be given notice of an extra practice after the end of term."
    assert objection_of(pair_of(rule, said(told), 0.9, against_source=True)) is not None


@pytest.mark.parametrize(
    ("source", "policy", "objects"),
    [
        (
            "Rowers must be told at least one week before the lock closes.",
            "Rowers are told within one week after the lock closes.",
            True,
        ),
        (
            "Rowers must be told at least one week before the lock closes.",
            "Rowers are told at least one week before the lock closes.",
            False,
        ),
        (
            "A cox must be vetted before working with any child.",
            "A cox is vetted within a month of first working with a child.",
            True,
        ),
        (
            "A cox must be vetted before working with any child.",
            "A cox is vetted within a month of the end of the season.",
            False,
        ),
    ],
)
def test_one_length_on_two_sides_and_an_event_told_by_whom_it_is_done_with(source, policy, objects):
    found = objection_of(pair_of(said(source), said(policy), 0.9, against_source=True))
    assert (found is not None and found.by == "before_after") is objects


DUTY = "The crew must survey the seabed before they drop a mooring block."


@pytest.mark.parametrize(
    ("other", "turned"),
    [
        ("A mooring block may be dropped before the seabed is surveyed.", True),
        ("Before they survey the seabed, the crew drop a mooring block.", True),
        ("The seabed may be surveyed before a mooring block is dropped.", False),
        ("A mooring block may only be dropped before the seabed is surveyed again.", False),
        ("No mooring block may be dropped before the seabed is surveyed.", False),
        ("A buoy may be laid before the seabed is surveyed.", False),
    ],
)
def test_the_order_of_a_duty_may_not_be_turned_round(other, turned):
    for one, two in ((DUTY, other), (other, DUTY)):
        assert (before_after(pair_of(said(one), said(two), 0.95, against_source=False)) is not None) is turned


SURVEY = "The society must ask each bidder for a comment before the end of the auction."


@pytest.mark.parametrize(
    ("other", "late"),
    [
        ("Each bidder is asked for a comment in the week after the auction ends.", True),
        ("Each bidder is asked for a comment after the close of the auction.", True),
        ("Each bidder is asked for a comment within an hour of the start of the auction.", False),
        ("Each bidder is asked for a comment after the auction is announced.", False),
        ("Each bidder is asked for a comment before the auction ends.", False),
    ],
)
def test_the_end_of_a_thing_is_an_event(other, late):
    assert (objection(SURVEY, other, against_source=True) is not None) is late


@pytest.mark.parametrize("when", ["day", "month", "school year", "season", "period", "time given"])
def test_the_end_of_a_time_is_a_limit(when):
    a = f"The keeper must empty the trap before the end of the {when}."
    assert objection(a, f"The keeper empties the trap after the end of the {when}.") is None
