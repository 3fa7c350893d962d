"""A case that one text lets go and the other's rule does not, read from sentences."""

import pytest
from statements import objection_between, said

from policycheck.conflicts.exceptions import Way, exempts
from policycheck.conflicts.finder import pair_of
from policycheck.conflicts.rules.exception import exception


def objects(rule, other, *, against_source=True):
    return exception(pair_of(said(rule), said(other), 0.9, against_source=against_source)) is not None


@pytest.mark.parametrize(
    ("rule", "other"),
    [
        (
            "The keeper must inspect the lantern every evening.",
            "The keeper inspects the lantern every evening, except on feast days.",
        ),
        (
            "The keeper must inspect the lantern every evening.",
            "The keeper inspects the lantern every evening unless there is fog.",
        ),
        (
            "Every boat must carry a flare.",
            "Every boat carries a flare, but rowing boats need not.",
        ),
        (
            "Every boat must carry a flare.",
            "Boats of club members are excused from carrying a flare.",
        ),
        (
            "Nobody may light a fire in the boathouse.",
            "No fire is lit in the boathouse, although the cook may light one in winter.",
        ),
        (
            "The skipper must obtain the passenger's consent before filming.",
            "The skipper films whether or not the passenger consents.",
        ),
        (
            "A complaint about a mooring must be answered in writing.",
            "A word on the quay counts as an answer in writing.",
        ),
    ],
)
def test_a_case_is_let_go_that_the_rule_reaches(rule, other):
    assert objects(rule, other)


@pytest.mark.parametrize(
    ("rule", "other"),
    [
        (  # the rule's own exception
            "The keeper must inspect the lantern every evening unless there is fog.",
            "The keeper inspects the lantern every evening except in thick fog.",
        ),
        (  # how it is done, and no exception
            "Two members must be present before the safe is opened.",
            "The safe is not opened unless two members are present.",
        ),
        (  # a denial
            "Every boat must carry a flare.",
            "No boat is ever excused from carrying a flare.",
        ),
        (  # the other lays down less, and excepts nothing
            "Every boat must carry a flare.",
            "Boats that sail at night carry a flare and a lamp.",
        ),
        (
            "Every boat must carry a flare.",
            "Flares are kept apart from fuel in every boat.",
        ),
    ],
)
def test_no_case_is_let_go(rule, other):
    assert not objects(rule, other)


def test_what_the_source_excepts_a_policy_may_forgo():
    rule, other = (
        "The club must answer a letter, except from a former member.",
        "The club answers every letter.",
    )
    assert not objects(rule, other)
    assert not objects(other, rule) or objects(rule, other, against_source=False)


def test_how_a_case_is_let_go():
    assert [one.way for one in exempts("Guests sign the book, save where they come by sea.")] == [
        Way.TAKEN_OUT
    ]
    assert [one.way for one in exempts("Guests sign the book, but children may walk in.")] == [Way.LEFT_FREE]
    assert exempts("Oars save the day, and nobody may leave them out in the rain.") == ()


def test_a_place_other_than_one_is_where_and_no_exception():
    assert exempts("A spare chart is kept in a boat other than the one in use.") == ()
    assert exempts("In a case other than a wreck, ask the harbour master.") != ()
    assert exempts("Nobody other than a pilot takes the wheel.") != ()


def test_a_bracket_that_opened_before_the_case_is_not_quoted():
    assert exempts("No guests on the pier (unless invited).")[0].text == "unless invited"
    assert exempts("No guests, unless invited (in writing)")[0].text == "unless invited (in writing)"


def test_what_may_be_so_lets_nothing_go():
    for text in (
        "Divers new to the reef may be particularly vulnerable.",
        "Long dives can lead to cramps.",
        "A wet suit can still be a hazard.",
    ):
        assert exempts(text) == (), text
    assert exempts("Divers may be left alone at the jetty.") != ()
    assert exempts("Members can bring a guest.") != ()


def test_a_turn_that_opens_a_text_allows_and_one_inside_leaves_free():
    assert exempts("However, guests may dive.")[0].way is Way.ALLOWED
    assert exempts("Divers sign the log, but guests may leave it.")[0].way is Way.LEFT_FREE


@pytest.mark.parametrize(
    "other",
    [
        "The harbour master shall write to a skipper who is refused a berth.",
        "Where a berth is refused, the skipper is told why.",
        "Whoever is turned away is put on the list for a berth.",
        "A skipper who wants to be excused asks for a berth at the office.",
        "The suspended footbridge to the berths is oiled by the skipper.",
        "The pay office has two skips beside the berths.",
        "We have enough skips out at the berths before mooring.",
        "A skipper pays for the berth at the end of the bypass.",
    ],
)
def test_of_whom_a_rule_is_told_lets_nobody_off(other):
    assert not objects("The skipper must pay for a berth before mooring.", other)


@pytest.mark.parametrize(
    "other",
    [
        "Skippers of the club are excused from paying.",
        "For a berth at night payment is refused.",
        "Where the office is shut, the rule is suspended.",
        "Skippers of the club skip the berth payment.",
        "At weekends you may bypass payment for a berth.",
    ],
)
def test_what_is_let_off_is_still_let_off(other):
    assert objects("The skipper must pay for a berth before mooring.", other)


def test_a_case_may_be_taken_out_at_the_end():
    rule = "Every boat must carry a flare."
    assert objects(rule, "Every boat carries a flare, canoes excepted.")
    assert objects(rule, "Every boat carries a flare, canoes apart.")
    assert not objects(rule, "Every boat carries a flare, canoes not excepted.")
    assert not objects(rule, "Every boat carries a flare, kept apart.")


@pytest.mark.parametrize("opening", ["except where it is", "except when it is", "unless it is"])
def test_a_case_that_the_exception_opens_with_belongs_to_it(opening):
    rule = f"A boat must carry a lamp, {opening} a rescue boat."
    assert objection_between(rule, "A rescue boat need not carry a lamp.") is None


@pytest.mark.parametrize(
    ("rule", "other", "added"),
    [
        (
            "Charts must not be lent except to pilots.",
            "Charts must not be lent except to pilots or the harbour café.",
            "the harbour café",
        ),
        (
            "A mooring must not be let unless the owner has died.",
            "A mooring must not be let unless the owner has died or owes two years of dues.",
            "owes two years of dues",
        ),
        (
            "Charts must not be lent except to pilots or divers.",
            "Charts must not be lent except to divers.",
            "",
        ),
        (
            "Charts must not be lent except to pilots.",
            "Charts must not be lent except to those who steer.",
            "",
        ),
        (
            "A mooring must not be let unless two years have passed.",
            "A mooring must not be let unless two years or more have passed.",
            "",
        ),
        (
            "Charts must not be lent except to pilots.",
            "Charts must not be lent except to pilots, who sign for them, or to a pilot's mate.",
            "",
        ),
        (
            "Boats must not lie at the slip, save for those of the rescue crew.",
            "No boat other than a lifeboat, a pilot cutter or a fire float may lie at the slip.",
            "",
        ),
        (
            "Boats must not lie at the slip, except those of the rescue crew.",
            "Boats must not lie at the slip, except a lifeboat or a fire float.",
            "",
        ),
        (
            "Boats must not lie at the slip, save for a lifeboat.",
            "No boat other than a lifeboat or a ferry may lie at the slip.",
            "a ferry",
        ),
    ],
)
def test_an_alternative_added_to_an_exception_is_let_go(rule, other, added):
    found = exception(pair_of(said(rule), said(other), 0.95, against_source=True))
    assert (found.b_words if found else "") == added
