"""A ban kept in other words is no practice against it."""

import pytest

from policycheck.conflicts.finder import pair_of
from policycheck.conflicts.rules.practice import practice
from tests.statements import objection_between, said


def objects(ban, other, *, against_source=True):
    return practice(pair_of(said(ban), said(other), 0.9, against_source=against_source)) is not None


NO_HATCH = "The hatch of the silo must not be opened while grain is drying."
NO_KIN = "A steward must not umpire a race in which a relative rows."


@pytest.mark.parametrize(
    ("ban", "other"),
    [
        (NO_HATCH, "As long as grain is drying, the hatch stays shut."),
        (NO_HATCH, "While grain dries we leave the hatch alone."),
        (NO_KIN, "A steward whose relative rows hands the race to another steward."),
        (NO_KIN, "When a relative rows, somebody else umpires."),
        (NO_KIN, "A steward stands down from the race of a relative."),
    ],
)
def test_what_stays_as_it_was_or_goes_to_another_keeps_a_ban(ban, other):
    assert not objects(ban, other)


@pytest.mark.parametrize(
    ("ban", "other"),
    [
        (NO_HATCH, "The miller opens the hatch to see how far the grain has dried."),
        (NO_KIN, "The steward umpires the race of a relative when the crews are short."),
    ],
)
def test_what_is_done_all_the_same_breaks_it(ban, other):
    assert objects(ban, other)


def test_what_is_asked_of_everybody_first_keeps_a_ban_on_those_without_it():
    ban = "A canoe must not be let to a hirer who has not shown a card with a photograph."
    assert not objects(ban, "The clerk looks at the photograph on the card before a canoe is let.")
    assert objects(ban, "The clerk looks at the card with the photograph when the canoe comes home.")


def test_whoever_is_served_on_the_same_footing_is_not_refused():
    ban = "A berth must not be refused on the ground that the owner lives abroad."
    assert not objects(ban, "Owners who live abroad get a berth like those of the town.")
    assert objects(ban, "Owners who live abroad lose the berth to those of the town.")


def test_what_a_ban_takes_out_by_name_may_be_done():
    ban = "Nobody shall stand in a punt, save in the regatta of the guild."
    assert not objects(ban, "At the regatta some of us stand in the punt and juggle.")
    assert objects(ban, "On warm evenings some of us stand in the punt and juggle.")
    # The exception is not the whole of the rule.
    ban = "Except in a flood, the sluice must not be lowered by night."
    assert objects(ban, "The keeper lowers the sluice by night when the mill is short of water.")


@pytest.mark.parametrize(
    "kept",
    [
        "A guest who says that the key is lost: take his word for it.",
        "Leave the story to the porter, who knows each key.",
        "Of the lost key a guest is told one line, and that is all they get.",
    ],
)
def test_a_ban_kept_by_leaving_a_thing_to_others_or_by_believing(kept):
    ban = "A guest who has lost a key must not be asked to prove it."
    assert not objects(ban, kept)
    assert objects(ban, "A guest who has lost a key is asked by the porter for a letter.")


@pytest.mark.parametrize(
    "turns_away", ["exclude", "bar", "turn away", "keep out", "refuse", "shut out", "prohibit", "eject", "send home"]
)  # fmt: skip
def test_leave_to_come_keeps_a_ban_on_turning_away(turns_away):
    ban = f"The harbour master must not {turns_away} a trawler of another port."
    assert objection_between(ban, "Trawlers of another port may come in and land their catch.") is None
    assert (
        objection_between(ban, "The harbour master lets trawlers of any port in to land their catch.") is None
    )


@pytest.mark.parametrize(
    ("ban", "breaks"),
    [
        ("The purser must not exclude a child from the deck.", "The purser may exclude a child from the deck."),
        ("A child must not be excluded from the deck.", "Children may be kept off the deck and sent below."),
        ("The purser must not turn a rower away.", "The purser may turn a rower away in bad weather."),
        ("The purser must not let a child on the deck.", "A child may come on the deck."),
        ("The purser must refuse entry to children.", "The purser may let children in."),
    ],
)  # fmt: skip
def test_leave_to_turn_away_or_to_let_in_those_who_are_shut_out_breaks_it(ban, breaks):
    assert objection_between(ban, breaks) is not None


def test_a_ban_on_a_state_is_kept_by_its_opposite():
    cabin = "A skipper must not leave the cabin unlocked."
    assert not objects(cabin, "The cabin is locked when the skipper goes ashore.")
    assert not objects("Nobody may carry a lamp that is switched on.", "Lamps are switched off at the door.")
    assert objects(
        cabin,
        "The skipper leaves the cabin unlocked when a guest is on board.",
    )
    assert objects("Nobody may carry a lamp that is switched on.", "Guests carry a lamp that is switched on.")
    # To take no part is what is wanted here.
    no_part = "A judge who owns a horse must take no part in the vote."
    assert objects(no_part, "The judge sits on the vote, whoever owns the horse.")


def test_whoever_does_a_thing_keeps_a_ban_on_leaving_it_undone():
    ban = "No boathouse may be left unlocked."
    assert not objects(ban, "The last crew home locks the boathouse.")
    assert objects(ban, "The boathouse is locked in winter and unlocked in summer.")
