"""What one side keeps for one alone and the other leaves free; what is to be done in company and is done alone."""

import pytest

from policycheck.comparing import said_in
from policycheck.conflicts.finder import pair_of
from policycheck.conflicts.rules.reserved import reserved
from policycheck.conflicts.rules.unaccompanied import unaccompanied
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses


def objects(rule, one, other, *, against_source=False):
    clauses = [as_clauses([text]) for text in (one, other)]
    a, b = (said_in(each, read_clauses(each))[0] for each in clauses)
    return rule(pair_of(a, b, 0.9, against_source=against_source)) is not None


KEPT = "The tower key must be given to the verger and to nobody else."


@pytest.mark.parametrize(
    "left",
    [
        "A bell-ringer may take the tower key on practice nights.",
        "It is fine for ringers to have the tower key.",
    ],
)
def test_what_is_kept_for_one_alone_and_left_free_to_another(left):
    assert objects(reserved, KEPT, left)
    assert objects(reserved, left, KEPT)
    assert objects(reserved, KEPT, left, against_source=True)
    assert not objects(reserved, left, KEPT, against_source=True)  # a policy may keep more than the law does


@pytest.mark.parametrize(
    "stands",
    [
        "A bell-ringer takes the tower key on practice nights.",
        "Only the verger may take the tower key.",
        "The tower key may not be copied until the verger agrees.",
    ],
)
def test_no_leave_or_leave_that_keeps_something_back_itself_stands(stands):
    assert not objects(reserved, KEPT, stands)


COMPANY = "A steeplejack must be accompanied on the roof by a second worker."


@pytest.mark.parametrize(
    "alone",
    ["A steeplejack may go up on the roof alone.", "Steeplejacks go up on the roof without a colleague."],
)
def test_what_is_to_be_done_in_company_and_is_done_alone(alone):
    assert objects(unaccompanied, COMPANY, alone)
    assert objects(unaccompanied, "Nobody shall be on the roof by himself.", alone)
    assert objects(
        unaccompanied, "Nobody shall go up on the roof unless a second worker stands below.", alone
    )


@pytest.mark.parametrize(
    "stands",
    [
        "A steeplejack never goes up on the roof alone.",
        "Do not go up on the roof on your own.",
        "A steeplejack may go up alone while a second person watches from the ground.",
        "A steeplejack goes up on the roof.",
    ],
)
def test_nobody_alone_stands(stands):
    assert not objects(unaccompanied, COMPANY, stands)


def test_leave_to_bring_somebody_is_broken_by_the_order_to_come_alone():
    leave = "A chorister may bring a friend to the rehearsal."
    assert objects(unaccompanied, leave, "Choristers must come to the rehearsal alone.")
    assert not objects(unaccompanied, leave, "Choristers may come to the rehearsal alone.")


CONSENT = "No bell shall be rung after dark without the consent of the vicar."


@pytest.mark.parametrize(
    ("leave", "objected"),
    [
        ("You can ring a bell after dark as long as it is muffled.", True),
        ("You can ring a bell after dark if the vicar has agreed.", False),
        ("You can ring a bell after dark.", False),  # what the practice rule weighs
        ("A bell is rung after dark if it is muffled.", False),
    ],
)
def test_leave_on_other_terms_does_not_replace_consent(leave, objected):
    assert objects(reserved, CONSENT, leave, against_source=True) is objected
    assert not objects(
        reserved, "No bell shall be rung after dark until it is muffled.", leave, against_source=True
    )


@pytest.mark.parametrize(
    ("left", "objected"),
    [
        ("Entry to the lamp room is limited to authorised keepers.", False),
        ("Entry to the lamp room is not permitted at night.", False),
        ("Visitors are authorised to enter the lamp room.", True),
        ("Visitors are permitted in the lamp room.", True),
    ],
)
def test_what_is_limited_too_leaves_nothing_free(left, objected):
    kept = "The lamp room must only be entered by keepers."
    assert bool(objects(reserved, kept, left)) is objected


@pytest.mark.parametrize(
    ("keeps", "leaves", "kept"),
    [
        (
            "Curators must lock away their only copy of a chart.",
            "Curators may lock away a copy of a chart.",
            False,
        ),
        (
            "The grant must be paid on a person's only or main boat.",
            "The grant may be paid on a boat.",
            False,
        ),
        ("Curators must keep a chart only in the vault.", "Curators may keep a chart in the hall.", True),
        ("That's only for curators: they must open the vault.", "Guards may open the vault.", True),
    ],
)
def test_a_person_s_only_thing_is_kept_for_nobody(keeps, leaves, kept):
    assert objects(reserved, keeps, leaves, against_source=True) is kept


LIST = "The clerk must send the list to the trustee."
PLAN = "The clerk must give every visitor a plan."
PRINT = "The clerk must give a print to any person who asks for one."


@pytest.mark.parametrize(
    ("gives", "keeps"),
    [
        (PRINT, "The clerk gives prints only to friends of the museum."),
        (PLAN, "Plans are given only to visitors who have paid."),
        (LIST, "The clerk sends the list only to the curator."),
        (LIST, "The clerk sends the list to the curator and to nobody else."),
    ],
)  # fmt: skip
def test_what_some_alone_are_given_is_kept_from_the_others(gives, keeps):
    assert objects(reserved, gives, keeps, against_source=True)
    assert objects(reserved, keeps, gives)


@pytest.mark.parametrize(
    ("gives", "keeps"),
    [
        (PLAN, "Plans are given only to visitors."),
        (LIST, "The list is sent only to the trustee."),
        (LIST, "The list is sent to the trustee and to nobody else."),
        (LIST, "The drawer with the list is used only to lock up keys."),
        (LIST, "The keys to the cellar are lent only to the curator."),
        (LIST, "The clerk sends the list to the curator."),
    ],
)  # fmt: skip
def test_what_goes_to_the_same_or_is_of_something_else_stands(gives, keeps):
    assert not objects(reserved, gives, keeps, against_source=True)
