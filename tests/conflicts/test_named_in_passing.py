"""Who acts, named in passing, though the other text keeps the act for another or shuts them out."""

import pytest
from statements import row, said

from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.conflicts.rules.duty_holder import two_in_loose_words
from policycheck.conflicts.rules.excluded_holder import acting_though_shut_out
from policycheck.matching.holders.acting import acting
from policycheck.matching.holders.kept_for import kept_for


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Stewards, you wind the turret clock at dusk.", "Stewards"),
        ("The turret clock is for you to wind, team leader, and nobody will remind you.", "team leader"),
        ("Leave the turret clock to Mrs Pargeter, who likes the climb.", "Mrs Pargeter"),
        ("The turret clock falls to whoever has the late turn.", "whoever has the late turn"),
        ("It is for whoever has the late turn to wind the clock.", "whoever has the late turn"),
        ("Get the cleaner to wind the clock, or let the porter do it.", "the cleaner"),
        ("Let the porter sort the turret clock.", "the porter"),
        ("The turret clock is wound by Mr Dacre on Fridays.", "Mr Dacre"),
        ("The turret clock is wound by Hetty of the night team.", "Hetty of the night team"),
        ("The hall is shut, but tenants who like clocks help themselves to the key.", "tenants"),
    ],
)
def test_whoever_is_named_in_passing_acts(text, who):
    assert who in acting(said(text))


@pytest.mark.parametrize(
    "text",
    [
        "Do not leave the turret clock to Mrs Pargeter.",
        "The turret clock is wound by Friday of the first week.",
        "The key is given back to the tenant.",
    ],
)
def test_whoever_is_shut_out_served_or_a_day_does_not(text):
    named = acting(said(text))
    assert not {"Mrs Pargeter", "Friday of the first", "the tenant"} & set(named)


@pytest.mark.parametrize(
    ("column", "cell", "who"),
    [
        ("This term", "Mrs Pargeter, as ever", "Mrs Pargeter"),
        ("Letter", "P (porter)", "porter"),
        ("10 pm to 6 am", "the cleaner in residence", "the cleaner"),
        ("Initials", "whoever opened up", "whoever opened up"),
        ("Now with", "Porter", "Porter"),
    ],
)
def test_who_stands_alone_in_a_cell_acts(column, cell, who):
    assert who in acting(row(["Job", column], ["Turret clock, winding", cell]))


@pytest.mark.parametrize("column", ["Report to", "Tell", "Applies to", "For", "Training"])
def test_under_a_column_of_those_who_are_told_nobody_acts(column):
    assert acting(row(["Job", column], ["Turret clock, winding", "Porter"])) == ()


@pytest.mark.parametrize(
    "rule",
    [
        "Nobody winds the turret clock except the clock keeper.",
        "The clock keeper, and she alone, winds the turret clock.",
        "No person shall wind the turret clock other than the clock keeper.",
        "The turret clock is wound by the clock keeper and by no one in the lodge.",
    ],
)
def test_a_rule_keeps_an_act_for_one_and_another_named_in_passing_does_it(rule):
    assert kept_for(said(rule)) is not None
    other = said("Leave the turret clock to Mrs Pargeter, who winds it on her way out.")
    found = acting_though_shut_out(pair_of(said(rule), other, 0.9, against_source=False))
    assert found is not None
    assert "Mrs Pargeter" in found.message
    own = said("Leave the turret clock to the clock keeper, who winds it on her way out.")
    assert acting_though_shut_out(pair_of(said(rule), own, 0.9, against_source=False)) is None


def test_two_do_one_thing_where_a_text_speaks_to_its_readers_by_name():
    one = said("What is taken off the deposit is settled by the lettings manager.")
    other = said("Porters, you saw the mess, so you settle what is taken off the deposit.")
    found = two_in_loose_words(pair_of(one, other, 0.9, against_source=False))
    assert found is not None
    assert "Porters" in found.message


@pytest.mark.parametrize(
    ("rule", "other"),
    [
        (
            "The log is signed by the shift lead, and not by the fitter who mended the pump.",
            "Whoever mended the pump signs the log.",
        ),
        (
            "The till must be counted by two persons who are not related to each other.",
            "Mr and Mrs Tonks count the till, as they always have.",
        ),
        (
            "The pump must be mended by an engineer whose name is on the register.",
            "The pump is mended by Alf, whose registration lapsed long ago.",
        ),
        (
            "The weight shall be taken by a weigher who has no interest in the sale.",
            "Growers weigh their own sacks and call out the figure.",
        ),
        (
            "A permit shall be signed by a supervisor who is not himself to go down.",
            "Going down? Sign the permit off yourself.",
        ),
    ],
)
def test_whoever_has_the_tie_that_a_rule_asks_to_be_free_of_is_shut_out(rule, other):
    a, b = said(rule), said(other)
    found = objection_of(pair_of(a, b, 0.9, against_source=True))
    assert found is not None
    assert found.type.value == "duty_holder"
    assert objection_of(pair_of(a, said(rule), 0.9, against_source=True)) is None


@pytest.mark.parametrize(
    "rule",
    [
        "The slope shall be chosen by a qualified guide, never by the organiser's own staff.",
        "The slope shall be chosen by a guide, and the organiser and his staff may not choose it.",
        "The slope shall be chosen by a guide; a person in the organiser's employment is disqualified.",
        "The slope shall be chosen by a guide independent of the operator.",
    ],
)
def test_one_of_our_own_acts_where_whoever_works_for_us_may_not(rule):
    for own in ("Pick the slope yourself over breakfast.", "Our own reps choose the slope each morning."):
        found = objection_of(pair_of(said(rule), said(own), 0.9, against_source=True))
        assert found is not None
        assert found.type.value == "duty_holder"
    guide = said("The mountain guide chooses the slope each morning.")
    assert acting_though_shut_out(pair_of(said(rule), guide, 0.9, against_source=True)) is None
