"""Cases that only a policy bounds with a figure, on sentences of a museum."""

import pytest
from statements import answer, said

from policycheck.alignment.answers import Found
from policycheck.alignment.fewer import bounded_cases
from policycheck.alignment.marks import SHORT, all_marks
from policycheck.alignment.verdict_features import verdict_features

LOSS = "The curator must report every loss to the trustees within a week."
LOAN = "The registrar must publish the name of each lender of a painting."
CRATE = "All crates must be marked with an arrow."


def bounded(source, *policy):
    duty = said(source)
    return bounded_cases(duty, [answer(duty, text) for text in policy])


@pytest.mark.parametrize(
    ("source", "policy", "figure"),
    [
        (LOSS, "The curator reports losses of more than £200 to the trustees within a week.", "£200"),
        (LOSS, "The curator reports losses which cost more than £200 to the trustees in a week.", "£200"),
        (LOSS, "Losses are reported to the trustees within a week where the damage is over £200.", "£200"),
        (LOAN, "The registrar publishes the name of each lender of a painting of £9,000 or more.", "£9,000"),
        (CRATE, "Crates with more than ten pictures are marked with an arrow.", "ten"),
    ],
)
def test_a_least_figure_that_says_which_are_meant_reaches_fewer(source, policy, figure):
    assert figure in bounded(source, policy)


@pytest.mark.parametrize(
    ("source", "policy"),
    [
        (LOSS, "The curator reports every loss to the trustees within a week."),
        # The sum is itself what is asked, or says what is done besides.
        ("Every member must pay a deposit.", "Every member pays a deposit of £50 or more."),
        ("Every crate must be closed with nails.", "Every crate is closed with more than ten nails."),
        (LOSS, "Losses are reported within a week and, where the damage is over £200, also to the police."),
        # Which losses are serious the policy may well say.
        ("The curator must report every serious loss.", "The curator reports losses of more than £200."),
        # Both have a figure: the rules of figures compare them.
        ("Every loss of more than £500 must be reported.", "Every loss of more than £200 is reported."),
        (
            "Every hall must be watched by guards.",
            "Halls are watched by two guards, or three where there are more than 30 visitors.",
        ),
        (LOSS, "The curator reports every loss within a week, and losses over £200 within a day."),
        (LOSS, "The curator reports losses up to £200 to the trustees within a week."),
        (LOSS, "Where a loss is found, the curator reports it to the trustees within a week."),
    ],
)
def test_other_figures_leave_the_cases_as_they_are(source, policy):
    assert not bounded(source, policy)


def test_another_clause_may_reach_the_rest():
    large = "The curator reports losses of more than £200 to the trustees within a week."
    assert bounded(LOSS, large)
    assert not bounded(LOSS, large, "The keeper reports losses up to £200 to the trustees within a week.")


def test_who_reaches_fewer_does_not_cover():
    duty = said(LOSS)
    for policy, expected in (
        ("The curator reports losses of more than £200 within a week.", 1.0),
        (LOSS, 0.0),
    ):
        found = [answer(duty, policy)]
        codes = [m.reason.code for m in all_marks(duty, Found(found, [], None), source_word="law") if m.plain]
        assert ("fewer-cases" in codes and "fewer-cases" in SHORT) is bool(expected)
        features = verdict_features(duty, [(a.statement, 0.9) for a in found], found, items_missing=0.0)
        assert features["term_narrowed"] == expected
