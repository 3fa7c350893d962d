"""What a rule of contradictions says of an answer counts for the verdict, on sentences of a rowing club."""

import pytest
from statements import said

from policycheck.alignment.coverage import evidence
from policycheck.alignment.marks import all_marks
from policycheck.alignment.verdict_features import FEATURES
from policycheck.conflicts import objection_to
from policycheck.domain.alignments import Verdict


def found(duty, *policy, objects=objection_to):
    likely = (0.9, 0.6, 0.5)
    near = [(said(text), p) for text, p in zip(policy, likely, strict=False)]
    return evidence(said(duty), near, embed=None, objects=objects)


def objected(*args, **options):
    return round(float(found(*args, **options).row[FEATURES.index("objected")]), 2)


DUTY = "The keeper must report a leak without delay."
KEPT = "The keeper reports a leak without delay."
BROKEN = "If there is a leak, the keeper waits until the next morning and then reports it."


@pytest.mark.parametrize(
    ("policy", "expected"),
    [((BROKEN,), 1.0), ((KEPT,), 0.0), ((KEPT, BROKEN), 0.67), ((), 0.0)],
)
def test_the_nearer_the_answer_a_rule_objects_to_the_more_it_counts(policy, expected):
    assert objected(DUTY, *(policy or ("The boats are blue.",))) == expected


def test_without_rules_nothing_is_objected_to():
    assert objected(DUTY, BROKEN, objects=None) == 0.0


def test_a_conflict_can_be_explained_by_what_the_rule_says():
    duty, answers = said(DUTY), found(DUTY, BROKEN)
    (mark,) = [m for m in all_marks(duty, answers, source_word="law") if m.verdict is Verdict.CONFLICT]
    assert mark.reason.code == "objection"
    assert "without delay" in mark.reason.message
    assert "next morning" in mark.reason.message
    assert not mark.plain
    kept = all_marks(duty, found(DUTY, KEPT), source_word="law")
    assert not [m for m in kept if m.verdict is Verdict.CONFLICT]


DRILL = "The first aid course must be repeated at least once a year."
OWN = "The first aid course is repeated every year."
OTHER = "The knot course is repeated every three years."
LATE = "The first aid course is repeated every three years."


@pytest.mark.parametrize(
    ("policy", "kept"),
    [
        ((OTHER, OWN), [OWN]),
        ((OWN, OTHER), [OWN]),
        (("The knot course is repeated every year.", LATE), [LATE]),
        ((OWN, LATE), [OWN, LATE]),
        ((OTHER,), [OTHER]),
    ],
)
def test_of_a_figure_kept_and_broken_the_answer_in_other_words_is_about_another_thing(policy, kept):
    assert [a.statement.text for a in found(DRILL, *policy).answers] == kept


@pytest.mark.parametrize(
    ("duty", "policy", "plain"),
    [
        ("The keeper must show the prices.", "Will the prices be shown? No.", True),
        ("Fires must not be lit on the bank.", "May I light a fire? Yes, in a tray.", True),
        ("The keeper must show the prices.", "Prices are not shown.", False),
    ],
)
def test_an_answered_question_breaks_a_rule_plainly(duty, policy, plain):
    marks = all_marks(said(duty), found(duty, policy), source_word="law")
    assert any(m.plain for m in marks if m.verdict is Verdict.CONFLICT) is plain
