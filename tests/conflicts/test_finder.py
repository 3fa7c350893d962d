"""Which pairs of statements the rules are run on."""

from dataclasses import replace

import numpy as np

from policycheck.comparing import said_in
from policycheck.conflicts.finder import find_candidates, weigh_clashes
from policycheck.domain.documents import ClauseKind
from policycheck.domain.findings import ConflictType
from policycheck.obligations import read_clauses
from policycheck.scripting import as_clauses
from policycheck.settings import JUDGEMENT


def said(*texts, columns=()):
    clauses = as_clauses(list(texts))
    if columns:
        clauses = [
            replace(one, kind=ClauseKind.ROW, columns=columns, ref=f"Table 1 row {i}")
            for i, one in enumerate(clauses)
        ]
    return said_in(clauses, read_clauses(clauses))


def objections(a, b):
    likely = np.full((len(a), len(b)), 0.9, dtype=np.float32)
    found = find_candidates(a, b, likely, against_source=False, names=("one", "two"))
    return [(one.objection.type, one.objection.a_words, one.objection.b_words) for one in found]


def test_two_plain_facts_that_bind_nobody_may_differ_in_a_figure():
    fare = said("The fare to the island is £4.")
    assert objections(fare, said("The fare to the island is £6.")) == [(ConflictType.QUANTITY, "£4", "£6")]
    assert objections(fare, said("The fare to the island is £4.")) == []


def test_a_model_that_reads_both_together_makes_a_contradiction_more_or_less_likely():
    one, other = said("The fare to the island is £4."), said("The fare to the island is £6.")
    likely = np.full((1, 1), 0.9, dtype=np.float32)
    found = find_candidates(one, other, likely, against_source=False, names=("one", "two"))
    asked = []

    def read(contradict):
        def pairs(texts):
            asked.extend(texts)
            return np.array([[0.0, contradict, 0.0] for _ in texts], dtype=np.float32)

        return pairs

    sure, doubtful = (
        weigh_clashes(found, one, other, read_pairs=read(contradict))[0].confidence
        for contradict in (3.0, -3.0)
    )
    assert sure > doubtful
    both = ("The fare to the island is £4.", "The fare to the island is £6.")
    assert set(asked) == {both, both[::-1]}


def test_a_special_case_beside_the_general_rule_is_no_likely_contradiction(minilm):
    def likely(other):
        a, b = said("The manager must send a reply to the complainant within 10 working days."), said(other)
        near = np.full((1, 1), 0.45, dtype=np.float32)
        found = find_candidates(a, b, near, against_source=False, names=("one", "two"))
        [clash] = weigh_clashes(found, a, b, read_pairs=minilm.read_pairs)
        return clash.confidence

    general = likely("The manager must send a reply to the complainant within 20 working days.")
    special = likely(
        "Where a councillor is accused, the manager must send a reply to the complainant within 20 working days."
    )
    assert special < JUDGEMENT.contradiction < general


def test_bands_of_value_in_one_table_are_different_things():
    columns = ("Value", "Minimum")
    rows = said(
        "£100 to £500 | Two quotations are obtained",
        "£500 to £900 | Four quotations are obtained",
        columns=columns,
    )
    assert objections(rows, rows) == []
    alike = said(
        "£100 to £500 | Two quotations are obtained",
        "£100 to £500 | Four quotations are obtained",
        columns=columns,
    )
    assert len(objections(alike, alike)) == 1


def test_a_pair_is_looked_at_where_one_side_has_no_likelier_partner():
    one = said("The fare to the island is £4.", "The fare to the island is £5.")
    other = said("The fare to the island is £6.", "The fare to the island is £7.")

    def pairs(likely):
        found = find_candidates(
            one, other, np.array(likely, np.float32), against_source=False, names=("one", "two")
        )
        return [(candidate.a, candidate.b) for candidate in found]

    # (0, 1) is what the second fare there has best; of (1, 1) either side has a likelier partner.
    assert pairs([[0.9, 0.7], [0.6, 0.5]]) == [(0, 0), (0, 1), (1, 0)]
    # Of a doubtful pair both sides must like each other best.
    assert pairs([[0.35, 0.3], [0.2, 0.1]]) == [(0, 0)]
