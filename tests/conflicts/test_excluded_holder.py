"""Who may not act, read from sentences: whoever acts all the same contradicts it, others do not."""

import pytest
from statements import said

from policycheck.conflicts.finder import pair_of
from policycheck.conflicts.rules.duty_holder import duty_holder
from policycheck.conflicts.rules.excluded_holder import acting_though_shut_out, excluded_holder


def shuts_out(one, other, *, against_source=False):
    return excluded_holder(pair_of(said(one), said(other), 0.8, against_source=against_source))


def names_two(one, other, *, against_source=False):
    pair = pair_of(said(one), said(other), 0.9, against_source=against_source)
    return duty_holder(pair) is not None


@pytest.mark.parametrize(
    ("rule", "other"),
    [
        (
            "An appeal must be heard by a librarian who has not been involved in the case.",
            "The appeal is heard by the librarian who made the decision.",
        ),
        (
            "The lamp must be tested by a person who takes no part in the work of the oil store.",
            "The oil store keeper tests the lamp.",
        ),
        (
            "An appeal must be heard by somebody who had no hand in the refusal.",
            "The librarian who turned the request down hears the appeal.",
        ),
        (
            "A ticket must be signed by a diver who has nothing to do with the job.",
            "Divers sign the ticket for their own crew's job.",
        ),
        (
            "A valve must not be opened except by the brewer in person.",
            "The cooper may open a valve.",
        ),
        (
            "Charts are ordered by the navigator and by nobody else.",
            "The deputy navigator orders charts.",
        ),
        (
            "The warden of a hut must be a qualified climber.",
            "In winter an experienced cook may be appointed as warden of a hut.",
        ),
        (
            "Only the harbour master may close the pier.",
            "The deputy wharfinger may close the pier in bad weather.",
        ),
        (
            "The society must appoint a scrutineer, who shall not be its treasurer or its secretary.",
            "The society appoints its honorary treasurer as scrutineer.",
        ),
        (
            "The club must appoint a welfare officer, who must not be the head coach.",
            "The head coach acts as welfare officer.",
        ),
        (
            "Neither the curator nor the registrar may hold the keys of the vault.",
            "While the post is empty the registrar is appointed keeper of the keys.",
        ),
        (
            "The posts of captain and purser should not be held by the same person.",
            "On short voyages the captain acts as purser.",
        ),
        (
            "A judge with an interest in an exhibit must take no part in judging it.",
            "A judge with an interest in an exhibit may still give it a mark.",
        ),
        (
            "A ruling must not be made by a steward who investigated the race.",
            "A ruling is made by the steward who investigated the race.",
        ),
    ],
)
def test_somebody_acts_whom_the_rule_shuts_out(rule, other):
    for pair in (
        pair_of(said(rule), said(other), 0.8, against_source=False),
        pair_of(said(other), said(rule), 0.8, against_source=False),
    ):
        assert excluded_holder(pair) or acting_though_shut_out(pair)


@pytest.mark.parametrize(
    ("rule", "other"),
    [
        (
            "An appeal must be heard by a librarian who has not been involved in the case.",
            "The appeal is heard by a librarian from another branch.",
        ),
        ("Only the harbour master may close the pier.", "The harbour master must close the pier in a gale."),
        (
            "The club must appoint a welfare officer, who must not be the head coach.",
            "The deputy head coach acts as welfare officer.",
        ),
        (
            "A judge with an interest in an exhibit must take no part in judging it.",
            "A judge with an interest in an exhibit must say so before the show.",
        ),
        (
            "The lamp must be tested by a person who takes no part in the work of the oil store.",
            "The boat shed keeper tests the lamp.",
        ),
        (
            "A sail must not be cut except by a qualified sailmaker.",
            "Holders of a sailmaker's ticket may cut a sail.",
        ),
        ("Charts are ordered by the navigator and by nobody else.", "The navigator orders charts."),
        (
            "The warden of a hut must be a qualified climber.",
            "In winter an experienced climber may be appointed as warden of a hut.",
        ),
        (
            "A ruling must not be made by a steward who investigated the race.",
            "A ruling is made by the committee and never by the steward who investigated the race.",
        ),
        (
            "A berth must not be let until the duty manager has approved it.",
            "The pier clerk lets a berth after the duty manager has approved it.",
        ),
    ],
)
def test_nobody_acts_who_is_shut_out(rule, other):
    assert shuts_out(rule, other) is None


def test_a_policy_may_shut_out_whom_the_source_does_not():
    allows = "The librarian who made the decision may hear the appeal."
    shuts = "An appeal must be heard by a librarian who has not been involved in the case."
    assert shuts_out(shuts, allows, against_source=True) is not None
    assert shuts_out(allows, shuts, against_source=True) is None


def test_the_deputy_is_not_the_head():
    head = "The head gardener must sign the spraying record every evening."
    deputy = "The deputy head gardener must sign the spraying record every evening."
    assert names_two(head, deputy)
    assert not names_two(head, head)
    assert not names_two(head, deputy, against_source=True)  # another person is a gap there


def test_whoever_stands_next_above_is_one_post():
    assert not names_two(
        "The line manager must sign the mileage form.", "The supervisor must sign the mileage form."
    )


@pytest.mark.parametrize(
    ("rule", "other"),
    [
        (
            "Every weld must be looked at by an engineer.",
            "The storeman ticks the weld off without showing it to an engineer.",
        ),
        ("A crane must be driven by a trained operator.", "You do not need a course to drive the crane."),
        (
            "The club must appoint a range officer, who must be a marksman or a coach.",
            "The treasurer, who has no training, holds the post of range officer.",
        ),
        (
            "A charge of cheating must be heard by a member of a department other than the player's.",
            "The player's own head of department hears the charge of cheating.",
        ),
        (
            "A moor is burnt by order of the Verderers and in no other way.",
            "The Head Keeper may burn a moor when the wind is low.",
        ),
        (
            "The survey must be made by a surveyor who has never worked for the seller.",
            "The seller's own supervisor makes the survey.",
        ),
    ],
)
def test_who_is_passed_over_or_needs_no_skill_or_is_the_own_head(rule, other):
    assert shuts_out(rule, other, against_source=True)


@pytest.mark.parametrize(
    ("rule", "other"),
    [
        ("A crane must be driven by a trained operator.", "Nobody drives the crane with no training."),
        ("A crane must be driven by a trained operator.", "You do not drive the crane without a course."),
        (
            "A moor is burnt by order of the Verderers and in no other way.",
            "The Verderers may burn a moor when the wind is low.",
        ),
        (
            "A charge of cheating must be heard by a member of a department other than the player's.",
            "Somebody from another department, and not the player's own head of department, hears the charge.",
        ),
        (
            "The survey should be made by a surveyor who is not the seller's own.",
            "A surveyor who has never worked for the seller makes the survey.",
        ),
    ],
)
def test_who_is_asked_for_or_denied_is_not_shut_out(rule, other):
    assert not shuts_out(rule, other, against_source=True)
