"""Whom a text keeps an act for or shuts out, and who acts, in the words of notices, tables and everyday speech."""

import pytest
from statements import objection_between, row, said

from policycheck.conflicts.finder import pair_of
from policycheck.conflicts.rules.duty_holder import duty_holder
from policycheck.conflicts.rules.excluded_holder import acting_though_shut_out, excluded_holder
from policycheck.matching.holders.acting import acting


def objects(one, other):
    a, b = (said(each) if isinstance(each, str) else each for each in (one, other))
    pair = pair_of(a, b, 0.9, against_source=True)
    return (excluded_holder(pair) or acting_though_shut_out(pair)) is not None


PORTER = "The porter lights the great lamp."


@pytest.mark.parametrize(
    "rule",
    [
        "The lamp keeper, and nobody else, lights the great lamp.",
        "The great lamp shall be lit by the lamp keeper, and by no one who is not a lamp keeper.",
        "The great lamp is lit on the word of the lamp keeper and not otherwise.",
        "Nobody but the lamp keeper lights the great lamp.",
        "No person other than a lamp keeper entered in the roll may light the great lamp.",
        "The lamp keeper is the only person who may light the great lamp.",
        "The great lamp shall be lit by the lamp keeper and not by a porter.",
        "The lamp keeper lights the great lamp; porters do not light it.",
        "The lamp keeper shall light the great lamp, which neither a porter nor a visitor may do.",
        "The great lamp must not be lit by a porter.",
    ],
)
def test_an_act_is_kept_for_one_or_from_another(rule):
    assert objects(rule, PORTER)
    assert not objects(rule, "The lamp keeper lights the great lamp.")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("In our houses the caretaker has a key and lights the lamp.", "the caretaker"),
        ("It is the driver who says whether the lamp is lit.", "the driver"),
        ("If the lamp smokes, it is your call as the porter whether it stays lit.", "porter"),
        ("The decision to light the lamp is the head porter's, and it is final.", "the head porter"),
        ("Strangers are met at the lamp by the night bailiff once it is lit.", "the night bailiff"),
    ],
)
def test_who_acts_is_told_in_passing(text, who):
    assert any(who in one for one in acting(said(text)))


@pytest.mark.parametrize(
    "text", ["The lamp is put out by the end of the day.", "The lamp is lit by a long taper and by hand."]
)
def test_a_time_or_a_means_does_nothing(text):
    assert not any("end" in one or "hand" in one for one in acting(said(text)))


def test_one_who_stands_under_whose_job_is_another_than_the_one_by_whom_it_is_done():
    met = said("Strangers are met at the lamp by the night bailiff.")
    pair = pair_of(
        met,
        row(["Task", "Whose job"], ["Meet strangers at the lamp", "Day porter"]),
        0.9,
        against_source=False,
    )
    assert duty_holder(pair) is not None
    same = pair_of(
        met, row(["Task", "Whose job"], ["Meet strangers", "Night bailiff"]), 0.9, against_source=False
    )
    assert duty_holder(same) is None


@pytest.mark.parametrize(
    "other",
    [
        "The steward fills the lamp and the steward checks the oil.",
        "The steward fills the lamp and checks it.",
        "Filled the lamp? Check your own oil before you sign.",
        row(["Lamp", "Filled", "Checked"], ["great lamp", "Steward", "Steward"]),
    ],
)
def test_one_who_does_a_thing_and_has_the_check_of_it_is_shut_out(other):
    rule = "The oil of the lamp shall be checked by a person other than the one who filled it."
    assert objects(rule, other)
    assert not objects(rule, "The steward fills the lamp and the keeper checks the oil.")
    assert not objects("The oil of the lamp shall be checked by a person of full age.", other)


@pytest.mark.parametrize(
    "other",
    ["Whoever filled it checks the oil.", row(["Task", "Done by"], ["Check the oil", "same steward"])],
)
def test_whoever_dealt_with_a_thing_has_a_tie_to_it(other):
    assert objects("The oil shall be checked by a person who had no hand in filling the lamp.", other)


@pytest.mark.parametrize(
    "other",
    [
        "Maud has the key and lights the great lamp herself.",
        "Their Mr Ash lights the great lamp for us.",
        "If the keeper is away, the charge hand on the third bay lights the great lamp.",
        row(["Task", "Nod from"], ["Lighting the great lamp", "any steward"]),
    ],
)
def test_one_who_is_told_by_name_or_place_is_another(other):
    assert objects("The great lamp shall be lit by the lamp keeper and by no one else.", other)


def test_a_ban_on_everybody_of_a_kind_shuts_nobody_out_of_an_act():
    assert not objects("No porter shall serve for more than nine years.", "A porter may serve three terms.")


ADMITTED = "Only ringers who hold a tower badge may ring the great bell."


@pytest.mark.parametrize(
    ("one", "other", "objects"),
    [
        ("Ringers must hold a tower badge.", ADMITTED, False),
        ("A ringer who does not hold a tower badge must not ring the great bell.", ADMITTED, False),
        ("A ringer who has no tower badge does not ring.", "Only people with a tower badge may ring.", False),
        ("The verger rings the great bell.", "Only the tower captain may ring the great bell.", True),
        ("Children must ring the great bell.", ADMITTED, True),
        ("Ringers must hold a tower badge.", "Only the tower captain may hold a tower badge.", True),
    ],
)
def test_who_must_have_a_thing_is_let_act_by_it(one, other, objects):
    assert (objection_between(one, other, against_source=False) is not None) is objects
    assert (objection_between(other, one, against_source=False) is not None) is objects
