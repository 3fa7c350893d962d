"""Whom a rule shuts out by what it asks, and two people who are told to do one act; read from sentences."""

import pytest
from statements import row_of, said

from policycheck.comparing import said_in
from policycheck.conflicts.finder import pair_of
from policycheck.conflicts.rules.duty_holder import duty_holder
from policycheck.domain.documents import Clause, ClauseKind
from policycheck.matching.holders.doers import approvers, doers
from policycheck.matching.holders.exclusions import exclusion
from policycheck.matching.holders.independence import acts_tied, shuts_out
from policycheck.obligations import read_clauses


@pytest.mark.parametrize(
    ("rule", "other", "by"),
    [
        (
            "The rigging must be inspected before each voyage by a certificated rigger.",
            "A deckhand who has had no training inspects the rigging before each voyage.",
            "unqualified",
        ),
        (
            "The parish council must decide on each grant within a month.",
            "The clerk, and not the parish council, decides on each grant within a month.",
            "taken_from",
        ),
        (
            "The organ must be valued every ten years by an independent valuer.",
            "The verger values the organ every ten years.",
            "in_house",
        ),
        (
            "The vault may be opened only by the curator or the curator's deputy.",
            "A porter may open the vault.",
            "kept",
        ),
        (
            "A painting must not leave the gallery unless the conservator has agreed.",
            "A painting leaves the gallery once the press officer has agreed.",
            "other_leave",
        ),
        (
            "The pool supervisor must be a lifeguard.",
            "The pool supervisor may be a cleaner.",
            "other_kind",
        ),
        (
            "The guild must appoint as examiner a person who is independent of the guild.",
            "The guild appoints the guild's archivist as examiner.",
            "in_house",
        ),
        (
            "A protest must be heard by a steward who had no part in the race.",
            "A protest is heard by the steward on duty, whether or not the steward took part in the race.",
            "in_house",
        ),
        (
            "No kite may be flown over the pier without the approval of the safety officer.",
            "A kite is flown over the pier once the pier manager has approved it.",
            "other_leave",
        ),
    ],
)
def test_somebody_is_shut_out(rule, other, by):
    found = exclusion(said(rule), said(other))
    assert found is not None
    assert found.by == by
    assert found.asked and found.done


@pytest.mark.parametrize(
    ("rule", "other"),
    [
        (
            "The rigging must be inspected before each voyage by a certificated rigger.",
            "Before each voyage a certificated rigger inspects the rigging.",
        ),
        (
            "The rigging must be inspected before each voyage by a certificated rigger.",
            "An untrained deckhand must not inspect the rigging.",
        ),
        (
            "The parish council must decide on each grant within a month.",
            "The clerk decides on each grant within a month.",
        ),
        (
            "The vault may be opened only by the curator or the curator's deputy.",
            "The deputy curator may open the vault.",
        ),
        (
            "A painting must not leave the gallery unless the conservator has agreed.",
            "No painting leaves the gallery without the conservator's agreement.",
        ),
        (
            "The organ must be valued every ten years by an independent valuer.",
            "Every ten years an outside valuer, independent of the parish, values the organ.",
        ),
        (
            "The society must appoint a scrutineer, who shall not be its captain.",
            "The society appoints its vice captain as scrutineer.",
        ),
        (
            "The guild must appoint as examiner a person who is independent of the guild.",
            "The guild appoints an outside expert as examiner.",
        ),
        (
            "No kite may be flown over the pier without the approval of the safety officer.",
            "A kite is flown over the pier once the safety officer has approved it.",
        ),
    ],
)
def test_nobody_is_shut_out(rule, other):
    assert exclusion(said(rule), said(other)) is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Winding the clock falls to the sexton.", "the sexton"),
        ("It is for the bandmaster to choose the hymns.", "the bandmaster"),
        ("Any bell ringer can stop the peal.", "Any bell ringer"),
        ("The peal is called by the tower captain.", "the tower captain"),
    ],
)
def test_a_doer_stands_in_many_places(text, who):
    assert who in doers(said(text))


def test_who_stands_in_the_column_of_a_row_acts_and_gives_leave():
    columns = ("Matter", "Who", "Does what")
    clauses = [
        Clause(id=str(n), ref=str(n), text=text, kind=ClauseKind.ROW, columns=columns, end=len(text))
        for n, text in enumerate(
            ["Kites | Harbour master | Approves the flight", "Kites | Pier team | Lends them out"]
        )
    ]
    leave, loan = said_in(clauses, read_clauses(clauses))
    assert approvers(leave) == ("Harbour master",)
    assert approvers(loan) == ()
    assert doers(loan) == ("Pier team",)


@pytest.mark.parametrize(
    "text", ["The hall is locked by Friday.", "The rent is paid by the end of September."]
)
def test_a_time_is_no_doer(text):
    assert doers(said(text)) == ()


def test_whose_leave_is_asked():
    assert approvers(said("Nobody may climb the tower without the sexton's consent.")) == ("the sexton",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Locking the tower door falls to the sexton.", "The bell ringer locks the tower door."),
        # two of whom the vocabulary knows neither
        ("The cones are set out by the marshal.", "It is for the paddock steward to set out the cones."),
    ],
)
def test_two_people_are_told_to_do_one_act(one, other):
    pair = pair_of(said(one), said(other), 0.9, against_source=False)
    assert duty_holder(pair) is not None
    assert duty_holder(pair_of(said(one), said(other), 0.9, against_source=True)) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The tower clock is wound every Monday.", "The sexton winds the tower clock every Monday."),
        ("We wind the tower clock every Monday.", "The sexton winds the tower clock every Monday."),
        ("The council winds the tower clock.", "The sexton winds the tower clock."),
        ("The deputy sexton or the sexton winds the clock.", "The clock is wound by the sexton."),
    ],
)
def test_one_person_under_two_names_or_none(one, other):
    pair = pair_of(said(one), said(other), 0.9, against_source=False)
    assert duty_holder(pair) is None


def test_who_approves_in_a_row_gives_leave():
    rule = said("No sail may be cut without the prior approval of the rigging officer.")
    by = {
        who: row_of(Item="Sails", Who=who, What_is_done="Approves the cutting")
        for who in ("Wharf manager", "Rigging officer")
    }
    assert exclusion(rule, by["Wharf manager"]).by == "other_leave"
    assert exclusion(rule, by["Rigging officer"]) is None
    cuts = row_of(Item="Sails", Who="Wharf manager", What_is_done="Measures them")
    assert exclusion(rule, cuts) is None


def test_a_part_of_us_is_not_independent():
    rule = said("The harbour must have its moorings tested by an independent surveyor.")
    assert (
        exclusion(rule, row_of(Item="Moorings", Who="Survey Service", What_is_done="Tests them")).by
        == "in_house"
    )
    assert exclusion(rule, row_of(Item="Moorings", Who="Outside body", What_is_done="Tests them")) is None


def test_who_took_part_or_not_acts_although_tied():
    heard = "A protest is heard by the steward on duty"
    assert acts_tied(said(f"{heard}, whether or not the steward took part in the race."))
    assert not acts_tied(said(f"{heard}, whether or not the sea is calm."))


def test_two_managers_hold_two_offices():
    pair = pair_of(
        said("Moorings are to be let by the Head of Service."),
        row_of(Matter="Letting of moorings", Rule="Done by the Finance Manager"),
        0.9,
        against_source=False,
    )
    assert duty_holder(pair) is not None


@pytest.mark.parametrize(
    ("text", "who"), [("Foremen sign the slip.", "Foremen"), ("Coaches should sign the slip.", "Coaches")]
)
def test_a_plural_in_men_or_es_acts(text, who):
    assert doers(said(text)) == (who,)


def test_whose_thing_it_is_does_not_act():
    assert "A swimmer's" not in doers(said("A swimmer's claim for a towel is paid within ten days."))


def test_not_a_minute_more_keeps_nothing_for_anybody():
    rule = "The crew rests on the pontoon for two hours and not a minute more."
    assert exclusion(said(rule), said("A steward rests on the pontoon for two hours.")) is None
    assert shuts_out(said(rule), said("A steward rests on the pontoon for two hours.")) is None


def test_who_leaves_part_of_their_own_act_undone_is_not_shut_out():
    rule = said("The bosun must inspect every lifebelt.")
    assert exclusion(rule, said("The bosun need not inspect lifebelts that are new.")) is None
    assert exclusion(rule, said("The bosun counts the lifebelts and does not inspect them.")) is None
    assert exclusion(rule, said("The bosun sees to it that lifebelts do not rot.")) is None
    for taken in (
        "The cook inspects the lifebelts, and the bosun does not inspect them.",
        "The bosun need not be there.",
    ):
        assert exclusion(rule, said(taken)) is not None, taken
