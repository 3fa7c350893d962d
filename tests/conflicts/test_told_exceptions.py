"""A rule whose clause goes on with its exception, beside texts about that case and about others."""

import pytest

from policycheck.comparing import said_in
from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.domain.documents import Clause
from policycheck.obligations import read_clauses


def first_of(text):
    clause = Clause(id="1", ref="1", text=text, end=len(text))
    return said_in([clause], read_clauses([clause]))[0]


def objects(one, other):
    return objection_of(pair_of(first_of(one), first_of(other), 0.9, against_source=False)) is not None


@pytest.mark.parametrize(
    "exception",
    [
        "The regatta is the one time when they may come aboard.",
        "By way of exception, they may come aboard for the regatta.",
        "On the day of the regatta that rule gives way.",
        "Nothing in this rule prevents it at the regatta.",
        "This does not apply on the day of the regatta.",
    ],
)
def test_what_is_done_in_the_case_that_the_next_sentence_excepts(exception):
    rule = f"Dogs must not be taken aboard. {exception}"
    assert not objects(rule, "For the regatta dogs may be taken aboard.")
    assert objects(rule, "On Sundays dogs may be taken aboard.")


def test_a_next_sentence_that_excepts_nothing():
    assert objects(
        "Dogs must not be taken aboard. At the regatta the crew is busy.",
        "For the regatta dogs may be taken aboard.",
    )


@pytest.mark.parametrize(
    ("names", "begins"),
    [(("The source", "the policy"), "The policy, 1, lets"), (("log.md", "watch.md"), "watch.md, 1, lets")],
)
def test_the_sentence_for_an_exception_begins_as_a_sentence_does(names, begins):
    rule, loose = (
        first_of("Dogs must not come aboard."),
        first_of("Dogs must not come aboard, except at noon."),
    )
    message = objection_of(pair_of(rule, loose, 0.9, against_source=True, names=names)).message
    assert message.startswith(begins)
    assert "The" not in message[3:]


@pytest.mark.parametrize(
    ("rule", "same", "excepted"),
    [
        (
            "A berth fee must be refunded within ten days, unless the boat was sold by its owner.",
            "Where the boat was not sold, the berth fee is refunded within 20 days.",
            "Where the boat was sold, the berth fee is refunded within 20 days.",
        ),
        (
            "The hire of a sail is paid back, apart from the cost of mending, within two weeks.",
            "The hire of a sail is paid back, less the cost of mending, within six weeks.",
            "The cost of mending a sail is paid back within six weeks.",
        ),
        (
            "A broken mast must be replaced within a month, unless it was broken by a collision.",
            "A broken mast is replaced within two months, if not through a collision.",
            "A mast broken through a collision is replaced within two months.",
        ),
        (
            "A flag must not be struck unless the commodore has agreed in writing.",
            "A flag is struck once the commodore has agreed by word of mouth.",
            "A flag is struck once the commodore has agreed in writing.",
        ),
    ],
)
def test_what_both_leave_aside_is_no_exception_of_one(rule, same, excepted):
    assert objects(rule, same)
    assert not objects(rule, excepted)


def test_a_case_that_is_itself_told_with_a_not_is_the_exceptions():
    rule = "Letters are answered within ten days, except where they are not signed."
    assert not objects(rule, "Letters that are not signed are answered within 30 days.")
