"""Rows of tables: the column headings say which part each cell is."""

import pytest
from statements import row

from policycheck.domain.documents import Clause, ClauseKind
from policycheck.domain.obligations import LimitKind, Modality, Obligation, ThresholdKind
from policycheck.obligations import read_clauses


def _row(columns: tuple[str, ...], *cells: str) -> list[Obligation]:
    return read_clauses(
        [Clause(id="r", ref="Table 1 row 1", text=" | ".join(cells), columns=columns, kind=ClauseKind.ROW)]
    )


def test_a_row_names_who_does_what_by_when() -> None:
    (found,) = _row(
        ("Event", "Owner", "What is done", "Time"),
        "Breach found by the Trust", "Security Lead", "Commissioner is informed", "Within 48 hours of finding it",
    )  # fmt: skip
    assert (found.duty_holder, found.act) == ("Security Lead", "Commissioner is informed")
    assert found.conditions == ("Breach found by the Trust",)
    (limit,) = found.time_limits
    assert (limit.kind, limit.value, limit.trigger) == (LimitKind.WITHIN, 48, "of finding it")


def test_a_bare_length_in_a_column_of_times_is_a_deadline() -> None:
    (found,) = _row(("Task", "Timescale"), "Acknowledge the complaint", "3 working days")
    assert [(one.kind, one.value, one.working) for one in found.time_limits] == [(LimitKind.WITHIN, 3, True)]


def test_a_length_after_an_event_in_a_column_of_times_is_a_deadline() -> None:
    (found,) = _row(("Task", "Deadline"), "Send the report", "10 days after the visit")
    assert [(one.kind, one.value) for one in found.time_limits] == [(LimitKind.WITHIN, 10)]


def test_a_column_of_frequencies() -> None:
    (found,) = _row(("Equipment", "Who", "How often"), "Fire doors", "Caretaker", "3 months")
    assert [(one.kind, one.value) for one in found.time_limits] == [(LimitKind.EVERY, 3)]
    assert found.duty_holder == "Caretaker"


def test_a_column_of_retention_periods() -> None:
    (found,) = _row(
        ("Record", "Kept for", "Then"), "Breach log entries", "3 years from the breach", "Deleted"
    )
    (kept,) = found.thresholds
    assert (kept.kind.value, kept.value, kept.unit, kept.trigger) == (
        "retention",
        3,
        "year",
        "from the breach",
    )
    assert found.act == "keep Breach log entries"
    assert not found.time_limits


@pytest.mark.parametrize(
    ("columns", "cells"),
    [
        (("Item", "Who", "Does", "By when"), ("Dive log", "Bosun", "Keeps it", "Seven years after the dive")),
        (("Item", "Owner", "Action", "Time"), ("Crew", "Bosun", "To retain the crew list", "7 years")),
    ],
)
def test_the_time_beside_an_act_of_keeping_is_how_long(columns, cells) -> None:
    (found,) = _row(columns, *cells)
    assert [(one.kind, one.value) for one in found.thresholds] == [(ThresholdKind.RETENTION, 7)]
    assert found.time_limits == ()


@pytest.mark.parametrize(
    ("act", "time"),
    [
        ("Keeps it up to date", "2 days before the dive"),
        ("Keeps it", "Within 2 days of the dive"),
        ("Files it", "2 days after the dive"),
    ],
)
def test_the_time_by_which_a_record_is_dealt_with_is_a_deadline(act, time) -> None:
    (found,) = _row(("Item", "Who", "Does", "By when"), "Dive log", "Bosun", act, time)
    assert [one.value for one in found.time_limits] == [2]
    assert found.thresholds == ()


def test_a_row_without_time_or_person_is_no_duty() -> None:
    assert _row(("Term", "Colour"), "High risk", "Red") == []


def test_a_modal_verb_in_a_cell_binds() -> None:
    (found,) = _row(("Topic", "Notes"), "Keys", "The caretaker must lock the gate.")
    assert found.duty_holder == "The caretaker"


def test_by_when_is_a_time_and_no_person() -> None:
    (found,) = _row(
        ("Event", "Who", "Does what", "By when"), "Bell rings", "Verger", "Opens the tower", "Once a week"
    )
    assert found.duty_holder == "Verger"
    assert [(one.kind, one.value) for one in found.time_limits] == [(LimitKind.EVERY, 1)]


def test_a_period_beside_a_record_is_how_long_it_is_kept() -> None:
    (found,) = _row(("Record", "Period"), "Bell ropes log", "Two years after the entry")
    (kept,) = found.thresholds
    assert (kept.kind.value, kept.value, kept.unit) == ("retention", 2, "year")
    assert not found.time_limits


def test_a_column_of_figures_is_read_for_whatever_it_holds() -> None:
    (found,) = _row(("Subject", "Who", "Figure"), "Ringing practice", "All ringers", "Every ten days")
    assert [(one.kind, one.value) for one in found.time_limits] == [(LimitKind.EVERY, 10)]


def test_a_row_that_says_should_advises() -> None:
    columns = ("Event", "Who", "Does what", "By when")
    (advised,) = _row(
        columns, "Boat hired out", "Boatman", "Should check the life jackets", "Before it leaves"
    )
    (bound,) = _row(columns, "Boat hired out", "Boatman", "Checks the life jackets", "Before it leaves")
    assert (advised.modality, advised.signal) == (Modality.RECOMMENDATION, "Should")
    assert bound.modality is Modality.OBLIGATION


def test_a_column_headed_kept_says_how_long() -> None:
    (found,) = _row(
        ("Paper", "Clerk", "Kept"), "Cards of young sailors", "Registrar", "Until the sailor reaches 23"
    )
    assert [(one.kind, one.value) for one in found.thresholds] == [(ThresholdKind.RETENTION, 23)]
    assert found.act == "keep Cards of young sailors"


def test_a_cell_that_opens_with_may_permits_and_with_must_not_forbids() -> None:
    columns = ("Matter", "Who", "Does what", "When")
    told = {
        "May use the side door": (Modality.PERMISSION, "May"),
        "Must not sign alone": (Modality.PROHIBITION, "Must not"),
        "Uses the side door": (Modality.OBLIGATION, "When"),
    }
    for cell, expected in told.items():
        (found,) = _row(columns, "Night shift", "Porter", cell, "Within one hour of the bell")
        assert (found.modality, found.signal) == expected


@pytest.mark.parametrize(
    ("cell", "modality"),
    [
        ("Need not row on Sundays", Modality.PERMISSION),
        ("Does not have to wear a cap", Modality.PERMISSION),
        ("Is not obliged to wear a cap", Modality.PERMISSION),
        ("Can take out the skiff", Modality.PERMISSION),
        ("Has discretion to take out the skiff", Modality.PERMISSION),
        ("If asked, may take out the skiff", Modality.PERMISSION),
        ("The skiff may be taken out", Modality.PERMISSION),
        ("No action needed", Modality.PERMISSION),
        ("Is not to take out the skiff", Modality.PROHIBITION),
        ("Does not take out the skiff", Modality.PROHIBITION),
        ("Don’t take out the skiff", Modality.PROHIBITION),
        ("No rowing after dark", Modality.PROHIBITION),
        ("Not taken out after dark", Modality.PROHIBITION),
        ("Only the manager may take out the skiff", Modality.PROHIBITION),
        ("Where possible, takes out the skiff", Modality.RECOMMENDATION),
        ("Normally takes out the skiff", Modality.RECOMMENDATION),
        ("Takes out the skiff if time allows", Modality.RECOMMENDATION),
        ("Takes out the skiff", Modality.OBLIGATION),
        ("Will take out the skiff", Modality.OBLIGATION),
        ("Must, where possible, take out the skiff", Modality.OBLIGATION),
        ("No later than noon, takes out the skiff", Modality.OBLIGATION),
        ("No more than two skiffs are taken out", Modality.OBLIGATION),
        ("Checks that no skiff is taken out", Modality.OBLIGATION),
        ("Asks whether the skiff may be taken out", Modality.OBLIGATION),
        ("Opens the shed; members may enter", Modality.OBLIGATION),
        ("Pours it into the red can and never into the river", Modality.OBLIGATION),
    ],
)
def test_the_opening_of_a_cell_says_how_far_it_binds(cell: str, modality: Modality) -> None:
    (found,) = _row(("Who", "What is done", "When"), "Boatman", cell, "Every week")
    assert found.modality is modality


def test_what_nobody_does_is_forbidden() -> None:
    (found,) = _row(("Who", "What is done", "When"), "Nobody", "Rows alone", "At any time")
    assert (found.modality, found.duty_holder) == (Modality.PROHIBITION, "")


def test_what_a_row_is_about_forbids_nothing() -> None:
    (found,) = _row(("Equipment", "Who", "How often"), "No mooring signs", "Boatman", "3 months")
    assert found.modality is Modality.OBLIGATION


@pytest.mark.parametrize("notes", ["Notes", "Remarks", "Comments", "Contact", "How"])
@pytest.mark.parametrize("cell", ["By radio", ""])
def test_what_is_noted_beside_a_stage_is_not_the_act(notes: str, cell: str) -> None:
    (found,) = _row(("Stage", "Who", "When", notes), "Berthing of the ferry", "Mate", "20 minutes", cell)
    assert (found.act, found.duty_holder) == ("Berthing of the ferry", "Mate")


def test_notes_are_the_act_where_nothing_else_can_be() -> None:
    (found,) = _row(("Who", "When", "Notes"), "Mate", "20 minutes", "Sound the horn")
    assert found.act == "Sound the horn"


@pytest.mark.parametrize(
    "column", ["Our standard", "Our promise", "Promise", "Timing", "Service level", "Rule"]
)
def test_a_cell_that_is_only_a_limit_is_a_time_under_a_promise(column: str) -> None:
    (found,) = _row(("Request", column), "Lost ticket", "5 working days from handing in")
    assert (found.act, [(one.kind, one.value) for one in found.time_limits]) == (
        "Lost ticket", [(LimitKind.WITHIN, 5)],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("Standard", "2 years"),  # beside "Extended": a length of something
        ("Standard", "Two staff within reach of the rail"),
        ("Our promise", "A crew that smiles every day"),
        ("Size", "5 working days from handing in"),
    ],
)
def test_a_cell_that_is_more_or_less_than_a_limit_is_no_time(column: str, cell: str) -> None:
    assert _row(("Request", column), "Lost ticket", cell) == []


@pytest.mark.parametrize("column", ["Day", "Date", "Month", "On", "Day of the month"])
@pytest.mark.parametrize(
    ("cell", "unit"), [("Every Monday", "week"), ("Last Friday of the month", "month"), ("Tuesdays", "week")]
)
def test_the_days_of_a_rota_come_round_again(column: str, cell: str, unit: str) -> None:
    (found,) = _row((column, "Job", "Who"), cell, "Grease the ramp", "Mate")
    assert [(one.kind, one.unit) for one in found.time_limits] == [(LimitKind.EVERY, unit)]
    assert found.act == "Grease the ramp"


@pytest.mark.parametrize("cell", ["3 May 2024", "Monday", "To be told", "Summer"])
def test_a_day_of_its_own_gives_no_rhythm(cell: str) -> None:
    (found,) = _row(("Date", "Job", "Who"), cell, "Grease the ramp", "Mate")
    assert not any(one.kind is LimitKind.EVERY for one in found.time_limits)


def test_how_long_until_the_next_time_is_no_keeping() -> None:
    (found,) = _row(("Ramp", "How long"), "Grease", "Every 3 years")
    assert [(one.kind, one.value) for one in found.time_limits] == [(LimitKind.EVERY, 3)]
    (kept,) = _row(("Ramp", "How long"), "Greasing log", "3 years")
    assert [one.kind for one in kept.thresholds] == [ThresholdKind.RETENTION]


@pytest.mark.parametrize(
    "column", ["Who may waive", "Waived by", "Approved by", "Signed off by", "Agreed by"]
)
def test_what_nobody_may_waive_is_not_forbidden(column: str) -> None:
    assert _row(("Loss", "Charge", column), "Second ticket lost", "£8", "Nobody") == []


def test_who_may_waive_a_charge_does_not_pay_it() -> None:
    assert _row(("Loss", "Charge", "Who may waive"), "Second ticket lost", "£8", "Purser") == []
    (found,) = _row(("Loss", "Charge", "Approved by"), "Second ticket lost", "£8", "Purser")
    assert found.duty_holder == "Purser"
    (banned,) = _row(("Place", "Who may enter"), "Engine room", "Nobody")
    assert banned.modality is Modality.PROHIBITION


@pytest.mark.parametrize("column", ["No.", "No", "#", "Step", "Ref", "Row", "Step no."])
def test_the_number_of_a_row_is_no_figure_of_it(column: str) -> None:
    said = row((column, "Action", "Who"), ("7", "Grease the ramp", "Mate"))
    assert said.figures == ()
    assert said.text == "Action: Grease the ramp; Who: Mate"
    assert said.reading is not None
    assert said.reading.act == "Grease the ramp"


@pytest.mark.parametrize(
    ("columns", "cells"), [(("Kit", "No."), ("Life rings", "7")), (("Number", "Kit"), ("7", "Life rings"))]
)
def test_how_many_a_row_names_stays_a_figure(columns: tuple[str, ...], cells: tuple[str, ...]) -> None:
    assert [one.value for one in row(columns, cells).figures] == [7]
