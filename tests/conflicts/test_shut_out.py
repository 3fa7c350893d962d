"""Who acts, in loose words or in a cell, though the other text keeps the act for another, a calling or the untied."""

import pytest
from statements import row, said

from policycheck.conflicts.finder import pair_of
from policycheck.conflicts.rules.excluded_holder import acting_though_shut_out
from policycheck.matching.holders.acting import acting
from policycheck.matching.holders.kept_for import kept_for


def objection(one, other, *, against_source=True):
    a, b = (said(each) if isinstance(each, str) else each for each in (one, other))
    return acting_though_shut_out(pair_of(a, b, 0.9, against_source=against_source))


BELL = "The great bell shall be rung by the tower captain alone."


@pytest.mark.parametrize(
    "rule",
    [
        BELL,
        "The great bell shall be rung by the tower captain in person.",
        "The great bell is to be rung by the tower captain and by no one else.",
        "The great bell shall be rung solely by the tower captain.",
        "The ringing of the great bell is a matter for the tower captain alone.",
        "The great bell must be rung by the tower captain, who shall not delegate that task.",
        "No person other than the tower captain shall ring the great bell.",
        "The great bell shall not be rung except by the tower captain.",
        "The rope of the great bell is in the sole charge of the tower captain.",
    ],
)
@pytest.mark.parametrize(
    "other",
    [
        "Whoever is in first rings the great bell.",
        "On feast days the lads ring the great bell.",
        "Maud, our senior verger and a strong arm, rings the great bell.",
        "Maud from the office rings the great bell on feast days.",
        "Ring the great bell yourself when the time comes.",
        "You sidesmen ring the great bell.",
    ],
)
def test_whoever_acts_in_the_place_of_the_one_who_alone_may(rule, other):
    found = objection(rule, other)
    assert found is not None
    assert found.a_words in rule
    assert objection(other, rule) is None  # a policy may keep what its source does not


@pytest.mark.parametrize(
    "other",
    [
        "The tower captain rings the great bell.",
        "The captain of the tower rings the great bell at noon.",
        "The verger does not ring the great bell.",
        "The great bell is rung at noon.",
        "The great bell is rung by nobody but the tower captain.",
    ],
)
def test_the_one_who_may_or_nobody_in_particular_stands(other):
    assert objection(BELL, other) is None


def test_a_layman_does_what_is_asked_of_a_calling():
    rule = "Each patient's wound shall be dressed by a registered nurse."
    assert (
        objection(rule, row(["Task", "Staffed by"], ["Wounds dressed", "volunteers with a kit"])) is not None
    )
    assert objection(rule, row(["Task", "Who"], ["Wounds dressed", "Dot (unregistered)"])) is not None
    assert objection(rule, row(["Task", "Who"], ["Wounds dressed", "staff nurse"])) is None
    assert objection(rule, row(["Task", "Who"], ["Wounds dressed", "a qualified volunteer"])) is None
    plain = "Each patient's wound shall be dressed on arrival."
    assert objection(plain, row(["Task", "Who"], ["Wounds dressed", "volunteers"])) is None
    helped = "Each patient's wound shall be dressed with advice from a registered nurse."
    assert objection(helped, row(["Task", "Who"], ["Wounds dressed", "volunteers"])) is None


@pytest.mark.parametrize(
    ("rule", "other"),
    [
        (
            "The pedigree of a foal shall be certified by the keeper of the stud book.",
            row(["Paper", "Signs"], ["Pedigree", "stable lad"]),
        ),
        (
            "The tide gauge shall be read by the harbour master.",
            row(["Gauge", "Read by"], ["Tide", "ferry skipper - he passes it anyway"]),
        ),
        (
            "A gas boiler must be serviced by a licensed fitter.",
            row(["Thing", "Serviced by"], ["Boiler", "the landlady"]),
        ),
        (
            "The vault keys shall be held by the sexton.",
            row(["Keys", "Where", "Who"], ["Vault", "on the nail", "anybody"]),
        ),
        ("The weights must be tested by an inspector.", "It is the grocer who tests the weights."),
    ],
)
def test_another_hand_than_the_one_by_which_a_thing_is_to_be_done(rule, other):
    assert objection(rule, other) is not None


@pytest.mark.parametrize(
    ("rule", "who", "shut_out"),
    [
        ("The organ shall be tuned by a competent person.", "the voicer", False),
        ("The organ shall be tuned by a competent person.", "the choir apprentice", True),
        ("The organ shall be tuned by a competent person.", "anybody", True),
        ("The organ shall be tuned by a specialist in reed pipes.", "the voicer", False),
        ("The organ shall be tuned by an experienced person.", "the voicer", False),
        ("The organ shall be tuned by the designated person.", "the voicer", True),
        ("The organ shall be tuned by the cathedral organist.", "the voicer", True),
    ],
)
def test_whoever_has_the_skill_is_one_of_those_named_by_it_alone(rule, who, shut_out):
    found = objection(rule, row(["Thing", "Tuned by"], ["Organ", who]))
    assert (found is not None) is shut_out


@pytest.mark.parametrize(
    ("rule", "other"),
    [
        (  # a body acts through whoever it sends
            "The tide gauge shall be read by the authority.",
            row(["Gauge", "Read by"], ["Tide", "ferry skipper"]),
        ),
        (  # initials may be anybody's
            "The tide gauge shall be read by the harbour master.",
            row(["Gauge", "Read by"], ["Tide", "HBM"]),
        ),
        (  # what is made by somebody is not done by them
            "A fee shall not be charged for a change made by the organiser.",
            row(["Change", "Paid by"], ["Date", "the guest"]),
        ),
        (
            "The weights must be tested by an inspector.",
            row(["Thing", "Tested by"], ["Weights", "chief inspector"]),
        ),
    ],
)
def test_a_body_initials_and_one_of_the_name_are_no_other_hand(rule, other):
    assert objection(rule, other) is None


@pytest.mark.parametrize(
    ("rule", "other"),
    [
        (
            "The scales must be certified by a weigher who has no share in the business.",
            row(["Certificate", "Signed by"], ["Scales", "Jed (part owner)"]),
        ),
        (
            "The books shall be examined by a person who is not a trustee.",
            row(["Paper", "Who"], ["The books", "Vice-chair and trustee"]),
        ),
        (
            "A mast must be passed by a surveyor who has had no part in building it.",
            "The shipwright who built it passes the mast.",
        ),
        (
            "The cargo must be valued by a broker unconnected with the company.",
            row(["Cargo", "Valued by"], ["Tea", "our senior clerk"]),
        ),
        (
            "The race is started by the umpire, and a club shall not start it.",
            row(["Task", "Who"], ["Starting the race", "club secretary"]),
        ),
    ],
)
def test_somebody_with_the_tie_that_shuts_them_out(rule, other):
    assert objection(rule, other) is not None


def test_somebody_without_the_tie_stands():
    rule = "The books shall be examined by a person who is not a trustee."
    assert objection(rule, row(["Paper", "Who"], ["The books", "Auditor from outside"])) is None


def test_who_acts_is_read_from_loose_words():
    assert acting(said("For the late peal the ringers climb up.")) == ("the ringers",)
    assert "the riggers" in acting(said("Any bell that cracks the riggers take down themselves."))
    assert acting(said("The bell is heavy and cracks in a frost.")) == ()


def test_a_row_keeps_an_act_for_one():
    kept = kept_for(row(["Job", "Only by"], ["Felling an oak", "Outside forester"]))
    assert kept is not None
    assert kept.whom == ("Outside forester",)
    assert kept_for(row(["Job", "Done by"], ["Felling an oak", "Outside forester"])) is None


@pytest.mark.parametrize(
    ("rule", "other"),
    [
        (
            "Only the ringing master, once the wardens have agreed, opens the louvres.",
            "When your steward is content, he or she opens the louvres.",
        ),
        (
            "Filling the font falls to the verger and never to the bride.",
            row(["Task", "Whose job"], ["Filling the font", "You"]),
        ),
        (
            "The organ may be tuned by the organ builder and by no one else.",
            "If the organ is flat, have the choir's own warden tell us and tune it.",
        ),
        (
            "A juror who sat at the first show shall take no part in the second judging.",
            "Second judging goes back to the same juror.",
        ),
    ],
)
def test_who_alone_acts_and_who_acts_in_passing(rule, other):
    assert objection(rule, other) is not None


@pytest.mark.parametrize(
    ("rule", "other"),
    [
        (
            "Only the ringing master, once the wardens have agreed, opens the louvres.",
            "When the ringing master is content, he or she opens the louvres.",
        ),
        (
            "Filling the font falls to the verger and never to the bride.",
            row(["Task", "Whose job"], ["Filling the font", "Verger"]),
        ),
        (
            "The takings must be counted by two people, neither of whom is the driver.",
            "The clerk and the treasurer count the takings.",
        ),
    ],
)
def test_the_one_who_alone_acts_is_not_shut_out_of_it(rule, other):
    assert objection(rule, other) is None
