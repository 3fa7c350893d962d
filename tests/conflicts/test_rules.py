"""One pair that clashes and the look-alikes that do not, for each rule; readings are written by hand."""

from dataclasses import replace

import numpy as np
import pytest

import policycheck
from policycheck.conflicts import copied_clashes, find_candidates, likely_among, weigh_clashes
from policycheck.domain.findings import ConflictType
from policycheck.domain.obligations import (
    Comparator,
    LimitKind,
    Modality,
    Obligation,
    Threshold,
    ThresholdKind,
    TimeLimit,
    Unit,
)
from policycheck.lexicon.words import content_words
from policycheck.matching import Statement
from policycheck.obligations.figures.all_figures import read_figures

WITHIN, EVERY = LimitKind.WITHIN, LimitKind.EVERY


def limit(kind, value, unit, *, trigger="", working=False):
    text = f"{kind.value} {value} {unit.value}s"
    return TimeLimit(kind=kind, value=value, unit=unit, working=working, trigger=trigger, text=text)


def figure(kind, value, unit, comparator=Comparator.AT_LEAST):
    return Threshold(kind=kind, value=value, unit=unit, comparator=comparator, text=f"{value} {unit}")


def statement(
    ref="1", *, modality=Modality.OBLIGATION, words="send reply complainant", term="", meaning="", **parts
):
    reading = Obligation(
        id=ref,
        document="",
        clause=ref,
        ref=ref,
        text=words,
        modality=modality,
        signal=modality.value,
        **parts,
    )
    return Statement(
        clause=int(ref) - 1,
        ref=ref,
        text=words,
        in_context=words,
        led_in=words,
        words=frozenset(words.split()),
        verbs=frozenset(),
        roles=(),
        reading=None if term else reading,
        term=term,
        meaning=meaning,
        figures_of=read_figures,
    )


def find_clashes(a, b, likely, *, against_source, names):
    found = find_candidates(a, b, likely, against_source=against_source, names=names)
    clashes = likely_among(weigh_clashes(found, a, b))
    if against_source:
        return clashes
    return [*clashes, *copied_clashes(a, b, likely, names=names, known=clashes)]


def types(a, b, *, against_source=False, probability=0.95):
    clashes = find_clashes(
        [a], [b], np.array([[probability]], np.float32), against_source=against_source, names=("A", "B")
    )
    return [c.objection.type for c in clashes]


def timed(ref, *limits):
    return statement(ref, time_limits=limits)


TEN, TWENTY = (timed("1", limit(WITHIN, v, Unit.DAY)) for v in (10, 20))


def test_two_deadlines_for_one_act_clash():
    assert types(TEN, TWENTY) == [ConflictType.DEADLINE]


def test_a_stricter_deadline_than_the_source_does_not():
    assert types(TWENTY, TEN, against_source=True) == []
    assert types(TEN, TWENTY, against_source=True) == [ConflictType.DEADLINE]


def test_the_same_length_in_other_units_does_not():
    assert types(timed("1", limit(WITHIN, 72, Unit.HOUR)), timed("2", limit(WITHIN, 3, Unit.DAY))) == []


def test_deadlines_from_other_events_do_not():
    after_receipt = timed("1", limit(WITHIN, 5, Unit.DAY, trigger="of receipt of the letter"))
    after_hearing = timed("2", limit(WITHIN, 10, Unit.DAY, trigger="after the panel hearing"))
    assert types(after_receipt, after_hearing, probability=0.4) == []


@pytest.mark.parametrize(("second", "clash"), [("Lift: checked; ", 0), ("Boiler: checked; ", 1)])
def test_rows_of_one_table_list_different_things_unless_they_begin_alike(second, clash):
    starts = ("Boiler: checked; ", second)
    rows = [
        replace(
            s,
            is_row=True,
            ref=f"Table 1 row {i}",
            clause=i * 9,
            text=starts[i] + s.text,
            words=s.words | frozenset(content_words(starts[i])),
        )
        for i, s in enumerate((TEN, TWENTY))
    ]
    likely = np.full((2, 2), 0.99, np.float32)
    assert len(find_clashes(rows, rows, likely, against_source=False, names=("A", "A"))) == clash


def test_two_documents_that_each_speak_of_themselves_stand_in_peace():
    own, other = (replace(s, text=f"This procedure is looked at again. {s.text}") for s in (TEN, TWENTY))
    assert types(own, other) == []
    assert types(own, TWENTY) == [ConflictType.DEADLINE]


def test_one_document_may_contradict_itself_once():
    both = [TEN, replace(TWENTY, clause=9)]
    likely = np.full((2, 2), 0.99, np.float32)
    assert len(find_clashes(both, both, likely, against_source=False, names=("A", "A"))) == 1


def test_a_permission_with_a_condition_still_permits_what_is_banned():
    ban = statement("1", modality=Modality.PROHIBITION)
    leave = statement("2", modality=Modality.PERMISSION, conditions=("if you are due at court",))
    assert types(ban, leave) == [ConflictType.MODALITY]


def test_an_act_that_is_hardly_the_same_does_not():
    assert types(TEN, TWENTY, probability=0.05) == []


def test_rule_and_express_exception_do_not():
    general = statement(
        "1", time_limits=(limit(WITHIN, 10, Unit.DAY),), exceptions=("unless complainant abroad",)
    )
    abroad = statement("2", time_limits=(limit(WITHIN, 30, Unit.DAY),), words="send reply complainant abroad")
    assert types(general, abroad) == []


def test_two_frequencies_clash():
    six_weeks, quarter = timed("1", limit(EVERY, 6, Unit.WEEK)), timed("2", limit(EVERY, 3, Unit.MONTH))
    assert types(six_weeks, quarter, against_source=True) == [ConflictType.FREQUENCY]
    assert types(quarter, six_weeks, against_source=True) == []


@pytest.mark.parametrize(
    ("kind", "unit", "expected"),
    [
        (ThresholdKind.RETENTION, "year", ConflictType.RETENTION),
        (ThresholdKind.AGE, "year", ConflictType.AGE),
        (ThresholdKind.COUNT, "member", ConflictType.QUANTITY),
        (ThresholdKind.MONEY, "£", ConflictType.QUANTITY),
    ],
)
def test_two_figures_clash_and_equal_ones_do_not(kind, unit, expected):
    more, less = (statement("1", thresholds=(figure(kind, v, unit),)) for v in (6, 3))
    assert types(more, less) == [expected]
    assert types(more, more) == []


def test_permission_and_prohibition_clash():
    ban, leave = statement("1", modality=Modality.PROHIBITION), statement("2", modality=Modality.PERMISSION)
    assert types(ban, leave) == [ConflictType.MODALITY]
    assert types(ban, ban) == []


def test_must_and_should_do_not():
    assert types(statement("1"), statement("2", modality=Modality.RECOMMENDATION)) == []


def test_two_people_for_one_task_clash_only_inside_the_organisation():
    one = statement("1", duty_holder="the head teacher")
    other = statement("2", duty_holder="the independent reviewing officer")
    assert types(one, other) == [ConflictType.DUTY_HOLDER]
    assert types(one, other, against_source=True) == []


def test_two_meanings_of_a_term_clash_and_one_meaning_in_other_words_does_not():
    a = statement("1", term="missing", meaning="absent for more than 24 hours without leave")
    b = statement("2", term="missing", meaning="absent for more than 6 hours without leave")
    c = statement("2", term="missing", meaning="absent without leave for more than 24 hours")
    assert types(a, b, probability=0.0) == [ConflictType.DEFINITION]
    assert types(a, c, probability=0.0) == []


def test_a_message_names_both_places_and_quotes_both_sides():
    clash = find_clashes(
        [TEN],
        [TWENTY],
        np.array([[0.9]], np.float32),
        against_source=False,
        names=("Letters Policy", "Guide"),
    )[0]
    for words in ("Letters Policy", "Guide", "within 10 days", "within 20 days"):
        assert words in clash.objection.message


def said(text, **options):
    """Return what the front-page function finds in sentences in no order."""
    return [(c.a, c.b, c.type) for c in policycheck.find_conflicts(text, **options)]


def test_a_break_told_as_plain_fact_contradicts_a_duty():
    sentences = [
        "A worker under 18 must be allowed a rest break of half an hour.",
        "Under-18s get a rest break of 20 minutes.",
    ]
    assert [(a, b) for a, b, _ in said(sentences)] == [(0, 1)]


def test_two_descriptions_contradict_in_their_figures_alone():
    assert said(["The hall has four windows.", "The hall has large windows."]) == []
    assert [(a, b) for a, b, _ in said(["The hall has four windows.", "The hall has six windows."])] == [
        (0, 1)
    ]


def test_near_copies_that_part_in_a_denial_clash():
    sentences = [
        "Buyer shall pay Seller within 30 days of receipt of the invoice for each shipment.",
        "Buyer shall not pay Seller within 30 days of receipt of the invoice for each shipment.",
    ]
    assert said(sentences) == [(0, 1, ConflictType.MODALITY)]


def test_items_of_one_clause_are_no_copies_of_each_other():
    items = [
        "The buyer shall pay the seller for each shipment.",
        "The buyer may pay the seller for each shipment.",
    ]
    near = np.full((2, 2), 0.9, np.float32)
    for clause, expected in ((0, 0), (7, 1)):
        first, second = (replace(statement("1"), text=text) for text in items)
        both = [first, replace(second, clause=clause)]
        assert len(find_clashes(both, both, near, against_source=False, names=("A", "A"))) == expected


def test_a_ban_in_other_words_of_the_same_rule_does_not():
    assert (
        said(["Nobody is penalised for raising a concern.", "Those who raise concerns are protected."]) == []
    )
