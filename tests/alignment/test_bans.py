"""When a policy keeps a ban though it bans nothing itself, on sentences of a rowing club."""

import pytest

from policycheck.alignment.bans import keeps_ban
from policycheck.alignment.coverage import evidence
from policycheck.alignment.marks import all_marks
from policycheck.alignment.verdict_features import FEATURES
from policycheck.comparing import said_in
from policycheck.domain.alignments import Verdict
from policycheck.domain.documents import Clause
from policycheck.obligations import read_clauses

REFUSING = "A berth must not be refused on the ground that the rower is new to the club."
TURNING = "A berth must not be refused unless the committee has agreed to it."
BOUNDED = "A boat must not be left on the bank for more than two hours."
PLAIN = "A rower must not moor at the lock."


def said(text):
    clause = Clause(id="1", ref="1", text=text, end=len(text))
    return said_in([clause], read_clauses([clause]))[0]


@pytest.mark.parametrize(
    ("law", "policy", "kept"),
    [
        (REFUSING, "New rowers shall be given berths on the same terms as all others.", True),
        (REFUSING, "New rowers shall be turned down for a berth.", False),
        (REFUSING, "New rowers shall wait and are not given a berth in their first year.", False),
        (TURNING, "New rowers shall be given berths on the same terms as all others.", False),
        (BOUNDED, "A boat may be left on the bank for two hours.", True),
        (BOUNDED, "A boat may be left on the bank for three hours.", False),
        (PLAIN, "A rower may moor at the lock.", False),
        (PLAIN, "A rower must not moor at the lock.", False),
    ],
)
def test_giving_keeps_a_ban_on_refusing_and_leave_within_the_bound_keeps_it(law, policy, kept):
    assert keeps_ban(said(law), said(policy)) is kept


def conflicts_and_features(law, policy):
    duty = said(law)
    found = evidence(duty, [(said(policy), 0.9)], embed=None)
    marks = [m for m in all_marks(duty, found, source_word="law") if m.verdict is Verdict.CONFLICT]
    features = dict(zip(FEATURES, map(float, found.row), strict=True))
    return marks, features


def test_what_keeps_a_ban_is_no_breach_of_it():
    marks, features = conflicts_and_features(BOUNDED, "A boat may be left on the bank for two hours.")
    assert not marks
    assert not any(features[name] for name in ("forbidden_and_done", "opposite", "ban_permitted"))
    marks, features = conflicts_and_features(PLAIN, "A rower may moor at the lock.")
    assert marks
    assert features["opposite"] == features["ban_permitted"] == 1.0
