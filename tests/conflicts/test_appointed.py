"""What is left to a day, a month, a meeting or a quiet hour, where the other side wants it within a time or before an
event."""

import pytest
from statements import objection_between

from policycheck.comparing import said_in
from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.domain.documents import Clause, ClauseKind
from policycheck.matching.appointed import appointed_times
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses


def row(columns, cells):
    (clause,) = (
        Clause(id="r", ref="Table 1 row 1", text=" | ".join(cells), kind=ClauseKind.ROW, columns=columns),
    )
    return said_in([clause], read_clauses([clause]))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The verger enters them in the ledger on Sunday.", 7),
        ("We type them up on the first dry Saturday.", 7),
        ("They go out in the Friday post.", 7),
        ("Item: spare keys; By: Thurs", 7),
        ("Item: spare keys; Sort it: Mon, when the locksmith calls", 7),
        ("Collected Thursday after next.", 14),
        ("Item: bins; Emptied: Mon, Wed, Fri", 7 / 3),
        ("Deal with it in January.", 365),
        ("The panel sits in March, July and November.", 365 / 3),
        ("Put to everybody at the trustees' meeting.", 30),
        ("She looks at them at the next ringers' meeting.", 7),
        ("It goes in at the monthly meeting.", 30),
        ("It goes before the AGM.", 365),
        ("It is seen to over the winter shutdown.", 365),
        ("See to it when it is quieter.", 7),
        ("Write them in when you get a minute.", 7),
        ("Write them in by close of play.", 11 / 24),
        ("Ring them once the doors are shut.", 11 / 24),
    ],
)
def test_how_long_one_may_wait_for_a_time_that_comes_round(text, days):
    assert appointed_times(text)[0].hours == pytest.approx(days * 24)


@pytest.mark.parametrize(
    "text",
    [
        "The tower is open from Monday to Friday.",
        "We are closed on Sunday.",
        "The Easter Monday peal is rung by the band.",
        "It is rung every Sunday.",
        "Ringers may meet in the tower.",
        "They march in the square.",
        "Ring the vicar.",
        "The notice is on the board.",
        "Item: Christmas tree; Who: verger",
        "The dean sat with them, and the sun shone.",
        "It waits for the committee's approval.",
    ],
)
def test_what_is_no_time_to_wait_for(text):
    assert appointed_times(text) == ()


@pytest.mark.parametrize(
    ("source", "policy", "objects"),
    [
        (
            "A frayed rope must be taken down within 48 hours.",
            "Frayed ropes come down on the Saturday.",
            True,
        ),
        (
            "A frayed rope must be taken down within two weeks.",
            "Frayed ropes come down on the Saturday.",
            False,
        ),
        (
            "A frayed rope must be taken down within two hours.",
            "Frayed ropes come down at close of play.",
            True,
        ),
        (
            "A frayed rope must be taken down on the same day.",
            "Frayed ropes come down at close of play.",
            False,
        ),
        ("A frayed rope must be taken down in ten days.", "Frayed ropes come down over the winter.", True),
        ("A frayed rope must be taken down immediately.", "Frayed ropes come down when it is quieter.", True),
        ("A frayed rope must be taken down within 14 days.", "Frayed ropes come down at the AGM.", True),
        (
            "A frayed rope must be taken down on a Monday within two hours.",
            "Frayed ropes come down on Monday.",
            False,
        ),
        ("A bell must be oiled before it is rung.", "The bells get oiled on the Saturday.", True),
        (
            "A bell must be oiled before it is rung.",
            "The bells get oiled on the Saturday before it is rung.",
            False,
        ),
        ("A bell must be oiled before it is rung.", "The tower is swept on the Saturday.", False),
        ("No bell may be rung unless the vicar has agreed.", "The bells are rung on Saturday.", False),
    ],
)
def test_what_is_left_to_a_time_of_its_own(source, policy, objects):
    found = objection_between(source, policy)
    assert (found is not None) is objects
    assert found is None or " late" in found.message


@pytest.mark.parametrize(("cell", "objects"), [("Thurs", True), ("next tea break", False)])
def test_a_bare_day_in_a_row_is_later_than_a_day(cell, objects):
    clauses = as_clauses(["Soiled robes must be sent to the laundry within 24 hours."])
    (law,) = said_in(clauses, read_clauses(clauses))
    (policy,) = row(("Robes", "Laundry", "Day"), ("Soiled robes", "van", cell))
    assert (objection_of(pair_of(law, policy, 0.9, against_source=True)) is not None) is objects


@pytest.mark.parametrize(
    ("source", "policy", "objects"),
    [
        (
            "The sexton must tell the family four weeks before the digging.",
            "Families hear on the Friday before.",
            True,
        ),
        (
            "The sexton must tell the family three days before the digging.",
            "Families hear on the Friday before.",
            False,
        ),
        (
            "The sexton must tell the family four weeks before the digging.",
            "Families hear the weekend before.",
            True,
        ),
        (
            "The sexton must tell the family four weeks before the digging.",
            "The family hears of the digging in the week of the funeral.",
            True,
        ),
        (
            "The sexton must tell the family 48 hours before the digging.",
            "The family hears of the digging in the week of the funeral.",
            False,
        ),
        (
            "The sexton must tell the family seven days before the digging.",
            "The family finds a card on the grave, the morning it starts.",
            True,
        ),
        (
            "The sexton must tell the family 28 days before the deed is made.",
            "Families are told on signing.",
            True,
        ),
        (
            "The sexton must prop the stone before leaving the yard.",
            "Stones are propped, ten days on or so.",
            True,
        ),
        (
            "The sexton must prop the stone before it is lifted.",
            "Stones are propped in two to three days.",
            True,
        ),
        (
            "A digger must be trained before the first digging.",
            "A digger is trained during his probation.",
            True,
        ),
        (
            "The stone must be propped before it is lifted.",
            "The first wet Saturday, we prop the stones.",
            True,
        ),
        (
            "The stone must be propped before it is lifted.",
            "We prop the stones first, and then lift them.",
            False,
        ),
    ],
)
def test_a_time_on_the_day_or_too_near_to_it(source, policy, objects):
    found = objection_between(source, policy)
    assert (found is not None) is objects
    assert found is None or "too late" in found.message


@pytest.mark.parametrize(
    ("cell", "objects"),
    [("Signing, with the keys", True), ("Week of the burial", True), ("Two months ahead", False)],
)
def test_a_cell_too_near_to_the_event(cell, objects):
    clauses = as_clauses(["The sexton must hand over the statement 28 days before the deed is made."])
    (law,) = said_in(clauses, read_clauses(clauses))
    (policy,) = row(("Paper", "At which point"), ("Statement of the sexton", cell))
    assert (objection_of(pair_of(law, policy, 0.9, against_source=True)) is not None) is objects


@pytest.mark.parametrize(
    ("source", "policy", "objects"),
    [
        (
            "A cracked bell must be reported within six hours.",
            "Wait till the founder is next passing and report it.",
            True,
        ),
        (
            "A cracked bell must be reported within six hours.",
            "Cracked bells are reported once the sheet is full.",
            True,
        ),
        ("A cracked bell must be reported within six hours.", "Cracked bells go on the snag list.", True),
        (
            "A cracked bell must be reported within three days.",
            "Cracked bells are reported later in the month.",
            True,
        ),
        (
            "A cracked bell must be reported within three days.",
            "Cracked bells are reported when the grant comes through.",
            True,
        ),
        (
            "A cracked bell must be reported within three days.",
            "Report a cracked bell after the ringers have gone.",
            False,
        ),
        ("A cracked bell must be silenced at once.", "Silence a cracked bell after an hour or two.", True),
        ("A cracked bell must be silenced at once.", "An hour of ringing is plenty.", False),
        ("A bell must be greased before it is painted.", "Paint the bell, then grease it.", True),
        ("A bell must be greased before it is painted.", "Grease the bell, then paint it.", False),
        (
            "A bell must be greased before it is swung.",
            "Before the bell is swung look it over, then grease it.",
            False,
        ),
        (
            "Neighbours must be told five days before the peal.",
            "Tell the neighbours of the peal as you climb up.",
            True,
        ),
        (
            "Neighbours must be told five days before the peal.",
            "Neighbours are told of the peal on our way to the tower.",
            True,
        ),
    ],
)
def test_what_waits_for_something_without_a_day_or_comes_in_the_wrong_order(source, policy, objects):
    assert (objection_between(source, policy) is not None) is objects


@pytest.mark.parametrize(
    ("source", "policy", "objects"),
    [
        (
            "A torn flag must be taken down within one hour.",
            "Torn flags come down once the parade is over.",
            True,
        ),
        (
            "A torn flag must be taken down within one hour.",
            "Torn flags come down at the end of the regatta.",
            True,
        ),
        (
            "A torn flag must be taken down within three days.",
            "Torn flags come down once the parade is over.",
            False,
        ),
        (
            "A torn flag must be taken down as soon as is practicable and in any event within 24 hours.",
            "Torn flags come down on the Sunday.",
            True,
        ),
        (
            "A torn flag must be taken down as soon as is practicable.",
            "Torn flags come down on the Sunday.",
            False,
        ),
        (
            "A torn flag must be taken down within fifteen days.",
            "Torn flags come down at each solstice.",
            True,
        ),
    ],
)
def test_the_end_of_an_event_is_later_than_some_hours(source, policy, objects):
    assert (objection_between(source, policy) is not None) is objects


@pytest.mark.parametrize(("cell", "objects"), [("48 hours", True), ("48 hours before", False)])
def test_a_cell_that_is_a_length_and_no_more_is_the_time_there_is(cell, objects):
    (rule,) = row(("Request", "Answered by", "In"), ("A day off", "Bosun", cell))
    (other,) = said_in(clauses := as_clauses(["Days off are answered on the 20th."]), read_clauses(clauses))
    assert (objection_of(pair_of(rule, other, 0.9, against_source=False)) is not None) is objects


@pytest.mark.parametrize(
    ("source", "policy", "objects"),
    [
        ("A lamb must be tagged on the same day.", "Lambs are tagged after your shift.", False),
        ("A lamb must be tagged within two hours.", "Lambs are tagged after your shift.", True),
        ("A lamb must be tagged within two hours.", "Lambs are tagged on the way back from the fold.", True),
        (
            "A lamb must be tagged before it goes to the hill.",
            "Lambs are tagged when they come down again.",
            True,
        ),
        (
            "Shepherds must be told four weeks before the sale.",
            "Shepherds hear of the sale as the week begins.",
            True,
        ),
        (
            "Shepherds must be told four weeks before the sale.",
            "Shepherds hear of the sale on the bell.",
            True,
        ),
        ("A shepherd must enter the lamb by 31 March.", "Lambs are entered by 15 Apr.", True),
        ("A shepherd must enter the lamb by 31 March.", "Lambs are entered by mid-March.", False),
    ],
)
def test_after_a_turn_of_work_or_on_the_way_back(source, policy, objects):
    assert (objection_between(source, policy) is not None) is objects


@pytest.mark.parametrize(("cell", "objects"), [("End of session", True), ("At once", False)])
def test_a_cell_that_leaves_what_is_wanted_at_once_to_the_end(cell, objects):
    clauses = as_clauses(["A loose ewe must be penned immediately."])
    (law,) = said_in(clauses, read_clauses(clauses))
    (policy,) = row(("What", "When"), ("loose ewe", cell))
    assert (objection_of(pair_of(law, policy, 0.9, against_source=True)) is not None) is objects
