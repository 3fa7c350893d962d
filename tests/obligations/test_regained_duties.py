"""Duties whose verb stands behind another clause, or says that a thing has to have been done; of a sailing club."""

import pytest

from policycheck.domain.documents import DocumentKind
from policycheck.domain.obligations import Modality
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses


def modalities(text, kind=DocumentKind.LEGISLATION):
    return [one.modality for one in read_clauses(as_clauses([text]), kind=kind)]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("A sailor whose berth ends shall be paid what is left within ten days.", Modality.OBLIGATION),
        ("A club which has no boat but knows who does must say so to the caller.", Modality.OBLIGATION),
        (
            "Where it is reported that a mast blinds a lamp, the harbour office shall have it moved.",
            Modality.OBLIGATION,
        ),
        ("Skippers must have been examined within the last two years.", Modality.OBLIGATION),
        ("Letters of introduction shall have been read before the first sail.", Modality.OBLIGATION),
        ("References shall have been received by the day before the first sail.", Modality.OBLIGATION),
        ("A ban shall not take effect until a week after the sailor hears of it.", Modality.PROHIBITION),
        (
            "No notice to leave a berth shall expire less than 28 days after it is given.",
            Modality.PROHIBITION,
        ),
        ("An expression of interest shall not exceed two pages.", Modality.PROHIBITION),
        ("The fee may not be more than one tenth of the boat's price.", Modality.PROHIBITION),
        ("The sum shall be calculated each January.", Modality.OBLIGATION),
        ("The buoys shall lie within ten metres of the line.", Modality.OBLIGATION),
    ],
)
def test_duties_that_are_easily_missed_are_read(text, modality):
    assert modalities(text) == [modality]


@pytest.mark.parametrize(
    "text",
    [
        "References to a boat shall include references to a raft.",
        "This part shall take effect in May.",
        "The sum shall be calculated in accordance with the Schedule.",
        "An appeal shall lie to the court.",
        "It must have been a long night.",
    ],
)
def test_how_a_law_works_asks_nothing(text):
    assert modalities(text) == []


def test_what_must_have_been_so_is_guessed_in_a_policy():
    policy = DocumentKind.POLICY
    assert modalities("The sailors must have been frightened.", policy) == []
    assert modalities("Sailors must have been trained within two years.", policy) == [Modality.OBLIGATION]


def test_a_number_that_somebody_may_have_is_allowed():
    policy = DocumentKind.POLICY
    assert modalities("A member may have three boats.", policy) == [Modality.PERMISSION]
    assert modalities("A member may have doubts.", policy) == []
