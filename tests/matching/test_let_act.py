"""Whoever acts may be one of those whom a ban lets act, on sentences of a mill and its weir."""

import pytest
from statements import answer, objection_between, row_of, said

from policycheck.alignment.answers import answers_to
from policycheck.comparing import said_in
from policycheck.conflicts.finder import objection_of, pair_of
from policycheck.domain.documents import Term
from policycheck.matching.holders.acting import acting
from policycheck.matching.holders.kept_for import kept_for
from policycheck.matching.holders.let_act import is_let_act
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses

NOT_THE_WEIGHER = "A sack must not be sealed by the miller who weighed it."
NO_WEIGHER = "No miller who made up a sack shall seal it."
KEPT = "Only the sluice keeper or a deputy may raise the weir."
EXCEPT = "No person other than a qualified diver may go down to the turbine."
SAVE = "The turbine must not be stopped except by the engineer."


@pytest.mark.parametrize(
    ("ban", "other"),
    [
        (NOT_THE_WEIGHER, "Sacks are sealed by a miller other than the one who weighed them."),
        (NOT_THE_WEIGHER, "Sacks are sealed by a carter other than whoever weighed them."),
        (NOT_THE_WEIGHER, "Each sack is sealed by somebody else."),
        (NO_WEIGHER, "Sacks are sealed by a miller who did not make them up."),
        (KEPT, "The weir is raised by the sluice keeper or a deputy sluice keeper."),
        (KEPT, "The sluice keeper may raise the weir."),
        (EXCEPT, "A qualified diver goes down to the turbine."),
        (SAVE, "The engineer stops the turbine."),
    ],
)
def test_who_is_let_act_breaks_no_ban(ban, other):
    assert is_let_act(said(ban), said(other))
    assert objection_between(ban, other) is None
    assert objection_between(ban, other, against_source=False) is None


def test_a_cell_names_another_as_well():
    row = row_of(What="Sealing a sack", Who="A carter other than the one who weighed it")
    assert is_let_act(said(NOT_THE_WEIGHER), row)


@pytest.mark.parametrize(
    ("ban", "other"),
    [
        (NOT_THE_WEIGHER, "Sacks are sealed by the miller who weighed them."),
        (NOT_THE_WEIGHER, "The head miller seals each sack."),
        (KEPT, "The weir is raised by the lock keeper."),
        (EXCEPT, "The apprentice goes down to the turbine."),
        (SAVE, "The carter stops the turbine."),
        (
            "Only the sluice keeper may raise the weir, and never by night.",
            "The sluice keeper raises the weir.",
        ),
        (
            "Keys must be given to nobody but the sluice keeper.",
            "The sluice keeper gives keys to the carters.",
        ),
        ("Keys are given only to the sluice keeper.", "The sluice keeper gives keys to the carters."),
        ("A sack must not be sealed while it is wet.", "Sacks are sealed by another miller."),
    ],
)
def test_who_is_not_let_act_or_what_else_is_banned_stays(ban, other):
    assert not is_let_act(said(ban), said(other))


def test_an_answer_by_another_keeps_the_ban():
    policy = said("Sacks are sealed by a miller other than the one who weighed them.")
    (found,) = answers_to(said(NOT_THE_WEIGHER), [(policy, 0.9)])
    assert found.keeps
    assert not answer(said(NOT_THE_WEIGHER), "The head miller seals each sack.").keeps


def test_other_than_is_no_part_of_a_name():
    assert acting(said("Sacks are sealed by a carter other than the one who weighed them.")) == ("a carter",)


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        (EXCEPT, "a qualified diver"),
        ("Nobody but a suitably trained diver may go down.", "a suitably trained diver"),
        (
            "No person other than a diver registered with the port may go down.",
            "a diver registered with the port",
        ),
    ],
)
def test_an_act_is_kept_for_whoever_has_a_training(text, whom):
    kept = kept_for(said(text))
    assert kept is not None
    assert kept.whom == (whom,)


TERMS = [
    Term(short="SK", long="sluice keeper", clause="1"),
    Term(short="DSK", long="deputy sluice keeper", clause="1"),
]


def said_with_terms(text):
    clauses = as_clauses([text])
    return said_in(clauses, read_clauses(clauses, terms=TERMS), TERMS)[0]


@pytest.mark.parametrize(
    ("ban", "text", "let"),
    [
        (KEPT, "The weir is raised by the SK or a DSK.", True),
        (KEPT, "The weir is raised by a DSK.", True),
        ("Only the sluice keeper may raise the weir.", "The weir is raised by the SK.", True),
        ("Only the sluice keeper may raise the weir.", "The weir is raised by the SK or a DSK.", False),
        ("Only the sluice keeper may raise the weir.", "The weir is raised by a DSK.", False),
    ],
)
def test_initials_are_of_whom_their_document_says(ban, text, let):
    other = said_with_terms(text)
    assert is_let_act(said(ban), other) is let
    for against_source in (True, False):
        pair = pair_of(said(ban), other, 0.95, against_source=against_source)
        assert (objection_of(pair) is None) is let
