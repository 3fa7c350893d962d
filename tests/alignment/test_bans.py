"""When a policy keeps a ban though it bans nothing itself, on sentences of a rowing club."""

import numpy as np
import pytest
from statements import said

from policycheck.alignment.bans import keeps_ban
from policycheck.alignment.coverage import evidence, judge_obligation
from policycheck.alignment.marks import all_marks
from policycheck.alignment.verdict_features import FEATURES
from policycheck.comparing import said_in
from policycheck.domain.alignments import Verdict
from policycheck.domain.documents import Clause, ClauseKind
from policycheck.obligations import read_clauses

REFUSING = "A berth must not be refused on the ground that the rower is new to the club."
TURNING = "A berth must not be refused unless the committee has agreed to it."
BOUNDED = "A boat must not be left on the bank for more than two hours."
PLAIN = "A rower must not moor at the lock."
WAITING = "A boat must not be launched until a coach has inspected it."
UNSHOWN = "A boat must not be lent to a person who has not shown a certificate of membership."
WRITTEN = "A child must not row unless a parent has consented in writing."
SHORT = "The gap between two races must not be less than 20 minutes."
LONG = "The length of a hire may not exceed three weeks."
LET = "A boat must not be let for less than two hours."
LOW = "The deposit must never fall below £40."
COUNTED = "A rower must not race until he or she has finished three trial rows."


@pytest.mark.parametrize(
    ("law", "policy", "kept"),
    [
        (REFUSING, "New rowers shall be given berths on the same terms as all others.", True),
        (REFUSING, "New rowers shall be turned down for a berth.", False),
        (REFUSING, "New rowers shall wait and are not given a berth in their first year.", False),
        (TURNING, "New rowers shall be given berths on the same terms as all others.", False),
        (BOUNDED, "A boat may be left on the bank for two hours.", True),
        (BOUNDED, "A boat may be left on the bank for three hours.", False),
        (SHORT, "The gap between two races must be at least 30 minutes.", True),
        (SHORT, "The gap between two races is at least ten minutes.", False),
        (SHORT, "Races follow each other after a gap.", False),
        (LONG, "The length of a hire is two weeks.", True),
        (LET, "A boat is let for at least three hours.", True),
        (LET, "A boat is let for at least one hour.", False),
        ("A hut must not be let for less than two nights.", "A hut is let for at least three nights.", True),
        ("A hut must not be let for less than three nights.", "A hut is let for at least two nights.", False),
        ("A race must not last for less than two hours.", "A race lasts one hour.", False),
        (LONG, "The length of a hire is four weeks.", False),
        (LOW, "The deposit is £50.", True),
        (LOW, "The deposit is £30.", False),
        (LOW, "The deposit is paid in two parts.", False),
        (PLAIN, "A rower may moor at the lock.", False),
        (PLAIN, "A rower must not moor at the lock.", False),
        (WAITING, "A coach shall inspect each boat before it goes on the water.", True),
        (WAITING, "Boats are launched only after a coach has inspected them.", True),
        (WAITING, "A coach shall inspect each boat at the end of the season.", False),
        (WAITING, "Boats are launched without the coach having inspected them before.", False),
        (
            WAITING,
            "Boats are launched at once, and a coach inspects them later, before they are put away.",
            False,
        ),
        (WAITING, "A coach should inspect each boat before it goes on the water.", False),
        (WAITING, "A boat may be launched before a coach has inspected it.", False),
        (WAITING, "A coach inspects each boat after it has been launched.", False),
        (WAITING, "Before a coach has inspected it each boat is launched.", False),
        (UNSHOWN, "Before a boat is lent, the clerk looks at the certificate of membership.", True),
        (UNSHOWN, "Before a boat is lent, the clerk looks at the sky.", False),
        (WRITTEN, "Children row only once a parent has consented on paper.", True),
        (WRITTEN, "Children row only once a parent has consented.", False),
        (COUNTED, "Rowers race only after they have finished three trial rows.", True),
        (COUNTED, "Rowers race only after they have finished two trial rows.", False),
    ],
)
def test_giving_keeps_a_ban_on_refusing_and_leave_within_the_bound_keeps_it(law, policy, kept):
    assert keeps_ban(said(law), said(policy)) is kept


YOUNG = "A child under 12 must not be taken out in a racing boat."


@pytest.mark.parametrize(
    ("policy", "kept"),
    [
        ("Only rowers who have reached 12 are taken out in racing boats.", True),
        ("Racing boats take out only rowers aged 14 or over.", True),
        ("Racing boats take out only rowers aged 10 or over.", False),
        ("Only children under 12 are taken out in racing boats.", False),
        ("Rowers aged 12 or over are taken out in racing boats.", False),
        ("Rowers aged 12 or over may go out in a racing boat.", True),
        ("You can go out in a racing boat at 13.", True),
        ("Anyone of 11 or over may go out in a racing boat.", False),
        ("A child aged 11 to 14 may go out in a racing boat.", False),
        ("Rowers of 12 or over may go out in a racing boat, and younger ones with a coach.", False),
        ("Rowers of 12 or over may go out in a racing boat; anybody else asks the coach.", False),
    ],
)
def test_to_let_in_only_the_older_keeps_a_ban_for_the_young(policy, kept):
    assert keeps_ban(said(YOUNG), said(policy)) is kept


LATE = "A rower under 16 must not be on the water after 9 pm."


@pytest.mark.parametrize(
    ("policy", "kept"),
    [
        ("A rower under 16 may be on the water until 8.30 pm.", True),
        ("A rower under 16 must be off the water by half past eight in the evening.", True),
        ("A rower under 16 may be on the water until 9.30 pm.", False),
        ("A rower under 16 may be on the water until 1 am.", False),
        ("A rower under 16 may be on the water after 8 pm.", False),
        ("A rower under 14 may be on the water until 8.30 pm.", False),
    ],
)
def test_what_is_over_by_the_hour_of_a_ban_keeps_it(policy, kept):
    assert keeps_ban(said(LATE), said(policy)) is kept


def conflicts_and_features(law, policy):
    duty = said(law)
    found = evidence(duty, [(said(policy), 0.9)], embed=None)
    marks = [m for m in all_marks(duty, found, source_word="law") if m.verdict is Verdict.CONFLICT]
    features = dict(zip(FEATURES, map(float, found.row), strict=True))
    return marks, features


DARK = "Boats must not be painted between dusk and dawn."


@pytest.mark.parametrize(
    ("law", "policy", "breaks"),
    [
        (DARK, "Boats are painted only between dawn and dusk.", False),
        (DARK, "Boats are painted in daylight only, that is, from dawn to dusk.", False),
        (DARK, "Boats are painted only between dusk and dawn.", True),
        (DARK, "Boats are painted between dusk and dawn.", True),
        (
            "Boats must not be painted while the sluice is open.",
            "Boats are painted with the sluice shut only.",
            False,
        ),
        ("Boats must not be painted.", "Boats are painted only with varnish.", True),
    ],
)
def test_what_is_done_only_in_another_case_is_not_the_opposite(law, policy, breaks):
    _, features = conflicts_and_features(law, policy)
    assert bool(features["opposite"]) is breaks


def test_what_keeps_a_ban_is_no_breach_of_it():
    marks, features = conflicts_and_features(BOUNDED, "A boat may be left on the bank for two hours.")
    assert not marks
    assert not any(features[name] for name in ("forbidden_and_done", "opposite", "ban_permitted"))
    marks, features = conflicts_and_features(PLAIN, "A rower may moor at the lock.")
    assert marks
    assert features["opposite"] == features["ban_permitted"] == 1.0


def test_an_act_after_what_a_ban_waits_for_is_not_late():
    marks, features = conflicts_and_features(WAITING, "A boat is launched after a coach has inspected it.")
    assert not marks
    assert not any(features[name] for name in ("forbidden_and_done", "before_late", "before_lost"))
    marks, features = conflicts_and_features(
        WAITING, "A coach inspects each boat after it has been launched."
    )
    assert features["before_late"] == 1.0


def test_what_is_held_to_keep_a_ban_is_not_said_to_be_done_against_it():
    duty, policy = said("A member under 16 must not be charged dues."), said("Members under 16 pay no dues.")
    coverage = judge_obligation(duty, [policy], np.array([0.9], dtype=np.float32))
    assert coverage.verdict is Verdict.COVERED
    (doubt,) = [r for r in coverage.reasons if r.code == "forbidden-and-done"]
    assert "it is done" not in doubt.message
    assert "see whether it comes to the same" in doubt.message


HIRING = "A boat must not be hired to a child."


@pytest.mark.parametrize(
    ("law", "policy", "cue"),
    [
        (REFUSING, "The secretary refuses a berth to a rower who is new to the club.", "ban_done"),
        (HIRING, "The secretary refuses to hire a boat to a child.", "ban_withheld"),
        ("The log must not be destroyed by the crew.", "The crew destroys the log in May.", "ban_done"),
        ("The log must not be lent to the crew.", "The secretary destroys the log in May.", "ban_withheld"),
    ],
)
def test_who_does_the_very_refusing_that_is_banned_withholds_nothing(law, policy, cue):
    _, features = conflicts_and_features(law, policy)
    assert [name for name in ("ban_done", "ban_withheld") if features[name]] == [cue]


@pytest.mark.parametrize(
    ("cell", "cue"), [("Hires boats to children", "ban_done"), ("Refuses it", "ban_withheld")]
)
def test_the_name_of_a_column_withholds_nothing(cell, cue):
    text = f"Hire of a boat | Secretary | {cell} | On Sundays"
    columns = ("Item", "Who", "Does what", "Limit")
    clause = Clause(id="1", ref="1", text=text, end=len(text), kind=ClauseKind.ROW, columns=columns)
    row = said_in([clause], read_clauses([clause]))[0]
    found = evidence(said(HIRING), [(row, 0.9)], embed=None)
    features = dict(zip(FEATURES, map(float, found.row), strict=True))
    assert [name for name in ("ban_done", "ban_withheld") if features[name]] == [cue]


@pytest.mark.parametrize(
    ("policy", "kept"),
    [
        ("Do I have to pay for coaching? No. There is never a charge.", True),
        ("Must I pay for coaching? No, it is free.", True),
        ("Members do not have to pay for coaching.", True),
        ("You need not pay for coaching.", True),
        ("Do I have to pay for coaching by card? No.", False),
        ("You do not have to pay for coaching until the end of the season.", False),
        ("Do I have to pay for coaching? Yes, £4.", False),
        ("Members aged over 60 do not have to pay for coaching.", False),
        ("If you row in the first eight, you do not have to pay for coaching.", False),
        ("You do not have to book your coaching.", False),
    ],
)
def test_who_need_not_pay_is_charged_nothing(policy, kept):
    assert keeps_ban(said("The club must not make a charge for coaching."), said(policy)) is kept
