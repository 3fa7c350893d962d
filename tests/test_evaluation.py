"""The measure itself, against counts made by hand."""

import json
from pathlib import Path

import pytest

from policycheck.domain.alignments import Verdict
from policycheck.domain.obligations import Modality
from policycheck.errors import UsageError
from policycheck.evaluation import Rates, evaluate, format_scores
from policycheck.evaluation.labels import check_labels

ROOT = Path(__file__).resolve().parent.parent

DOCUMENTS = ("law/act.xml", "local/a.docx", "local/b.docx")


def report(*, obligations=(), coverage=(), conflicts=(), documents=DOCUMENTS):
    """A report with 10 clauses in each document."""
    return {
        "schema": "policycheck/report/1",
        "documents": [{"path": path, "clauses": [{}] * 10} for path in documents],
        "obligations": [
            {"id": name, "document": document, "ref": ref, "modality": modality}
            for name, document, ref, modality in obligations
        ],
        "coverage": [
            {
                "obligation": name,
                "policy": policy,
                "verdict": verdict,
                "evidence": [{"document": document, "ref": ref} for document, ref in evidence],
            }
            for name, policy, verdict, evidence in coverage
        ],
        "conflicts": [
            {
                "type": kind,
                "severity": severity,
                "confidence": 0.5,
                "a": {"document": a[0], "ref": a[1]},
                "b": {"document": b[0], "ref": b[1]},
            }
            for kind, severity, a, b in conflicts
        ],
    }


def gold(**parts):
    return {"schema": "policycheck/gold/1", **parts}


def label(ref, policy, verdict, *evidence, document="act.xml"):
    return {
        "document": document,
        "ref": ref,
        "policy": policy,
        "verdict": verdict,
        "evidence": [{"ref": one} if isinstance(one, str) else one for one in evidence],
    }


def pair(a, b, kind="deadline"):
    return {
        "type": kind,
        "a": {"document": a[0], "ref": a[1]},
        "b": {"document": b[0], "ref": b[1]},
    }


def duty(name, ref, modality="obligation"):
    return (name, "law/act.xml", ref, modality)


def judged(name, policy, verdict, *evidence):
    return (name, policy, verdict, evidence)


def confusion(labels, told):
    return dict(evaluate(gold(coverage=labels), told).pairs.confusion)


# Verdicts


def test_verdicts_are_counted_by_hand():
    told = report(
        obligations=[duty("o1", "1"), duty("o2", "2"), duty("o3", "3"), duty("o4", "4")],
        coverage=[
            judged("o1", "local/a.docx", "covered"),
            judged("o2", "local/a.docx", "covered"),
            judged("o3", "local/a.docx", "missing"),
            judged("o4", "local/a.docx", "conflict"),
            judged("o1", "*", "partial"),
        ],
    )
    labels = [
        label("1", "a.docx", "covered"),
        label("2", "a.docx", "partial"),
        label("3", "a.docx", "missing"),
        label("4", "a.docx", "missing"),
        label("1", "*", "partial"),
    ]
    scores = evaluate(gold(coverage=labels), told)
    pairs = scores.pairs
    assert (pairs.rows, pairs.absent) == (4, 0)
    assert pairs.of(Verdict.COVERED) == Rates(right=1, wrong=1)
    assert pairs.of(Verdict.PARTIAL) == Rates(overlooked=1)
    assert pairs.of(Verdict.MISSING) == Rates(right=1, overlooked=1)
    assert pairs.of(Verdict.CONFLICT) == Rates(wrong=1)
    assert pairs.macro_f1 == pytest.approx((2 / 3 + 0 + 2 / 3 + 0) / 4)
    assert pairs.accuracy == 0.5
    assert pairs.gaps == Rates(right=2, wrong=0, overlooked=1)
    assert scores.library.rows == 1
    assert scores.library.macro_f1 == 1  # only the verdict that occurs counts


def test_a_pair_that_is_not_judged_is_never_right_and_counts_as_missing():
    labels = [
        label("1", "a.docx", "missing"),
        label("2", "a.docx", "covered"),
        label("9", "a.docx", "conflict"),
        label("1", "nowhere.docx", "covered"),
    ]
    scores = evaluate(gold(coverage=labels), report(obligations=[duty("o1", "1"), duty("o2", "2")]))
    assert scores.pairs.absent == 4
    assert scores.pairs.of(Verdict.MISSING) == Rates(right=0, wrong=3, overlooked=1)
    assert scores.pairs.gaps == Rates(right=0, wrong=2, overlooked=2)
    assert scores.pairs.accuracy == 0
    assert scores.unknown_documents == ("nowhere.docx",)


def test_several_duties_at_one_reference_give_the_worst_verdict():
    told = report(
        obligations=[duty("o1", "1"), duty("o2", "1"), duty("o3", "1"), duty("o4", "1", "recommendation")],
        coverage=[
            judged("o1", "local/a.docx", "covered"),
            judged("o2", "local/a.docx", "missing"),
            judged("o3", "local/a.docx", "partial"),
            judged("o4", "local/a.docx", "conflict"),  # does not bind, so it does not count
        ],
    )
    assert confusion([label("1", "a.docx", "missing")], told) == {("missing", "missing"): 1}


def test_a_recommendation_counts_where_nothing_binds():
    told = report(
        obligations=[duty("o1", "1", "recommendation"), duty("o2", "1", "permission")],
        coverage=[judged("o1", "local/a.docx", "covered"), judged("o2", "local/a.docx", "missing")],
    )
    assert confusion([label("1", "a.docx", "covered")], told) == {("covered", "covered"): 1}


def test_several_labels_at_one_reference_are_matched_one_to_one():
    told = report(
        obligations=[duty("o1", "1"), duty("o2", "1")],
        coverage=[judged("o1", "local/a.docx", "covered"), judged("o2", "local/a.docx", "missing")],
    )
    labels = [label("1", "a.docx", verdict) for verdict in ("covered", "partial", "conflict")]
    assert confusion(labels, told) == {
        ("covered", "covered"): 1,
        ("partial", "missing"): 1,
        ("conflict", "absent"): 1,
    }


def test_limbs_stand_for_a_paragraph_that_is_absent():
    told = report(
        obligations=[duty("a", "5(1)(a)"), duty("b", "5(1)(b)"), duty("x", "5(10)"), duty("y", "5(2)")],
        coverage=[
            judged("a", "local/a.docx", "covered"),
            judged("b", "local/a.docx", "partial"),
            judged("x", "local/a.docx", "conflict"),
            judged("y", "local/a.docx", "conflict"),
        ],
    )
    assert confusion([label("5(1)", "a.docx", "partial")], told) == {("partial", "partial"): 1}


def test_documents_match_by_whole_path_before_file_name_and_never_by_a_name_that_two_have():
    told = report(
        documents=("act.xml", "old/act.xml", "local/a.docx", "x/b.docx", "y/b.docx"),
        obligations=[("new", "act.xml", "1", "obligation"), ("old", "old/act.xml", "1", "obligation")],
        coverage=[
            judged("new", "local/a.docx", "covered"),
            judged("old", "local/a.docx", "missing"),
            judged("new", "x/b.docx", "covered"),
        ],
    )
    assert confusion([label("1", "a.docx", "covered")], told) == {("covered", "covered"): 1}
    scores = evaluate(gold(coverage=[label("1", "b.docx", "covered")]), told)
    assert scores.pairs.absent == 1
    assert scores.unknown_documents == ("b.docx",)


def test_references_match_in_spite_of_spaces_and_the_shape_of_quotes():
    told = report(
        obligations=[duty("o1", "2(1) “missing”"), duty("o2", "Table 1  Row 2")],
        coverage=[judged("o1", "local/a.docx", "covered"), judged("o2", "local/a.docx", "covered")],
    )
    labels = [label('2(1) "missing"', "a.docx", "covered"), label("Table 1 row 2", "a.docx", "covered")]
    assert confusion(labels, told) == {("covered", "covered"): 2}


def test_evidence_counts_among_the_first_three():
    told = report(
        obligations=[duty("o1", "1"), duty("o2", "2"), duty("o3", "3")],
        coverage=[
            judged("o1", "local/a.docx", "covered", *(("local/a.docx", ref) for ref in ("7", "8", "4.2"))),
            judged(
                "o2", "local/a.docx", "covered", *(("local/a.docx", ref) for ref in ("6", "7", "8", "4.2"))
            ),
            judged("o3", "local/a.docx", "missing", ("local/a.docx", "1")),
            judged("o1", "*", "covered", ("local/b.docx", "4.2")),
        ],
    )
    labels = [
        label("1", "a.docx", "covered", "4.1", "4.2"),
        label("2", "a.docx", "covered", "4.2"),
        label("3", "a.docx", "missing"),
        label("1", "*", "covered", {"document": "a.docx", "ref": "4.2"}),
    ]
    scores = evaluate(gold(coverage=labels), told)
    assert scores.pairs.evidence == (1, 2)
    assert scores.library.evidence == (0, 1)  # the right number in another document


# Obligations


def test_obligations_and_their_modality():
    labelled = [
        {"document": "act.xml", "ref": "1", "modality": "obligation"},
        {"document": "act.xml", "ref": "2", "modality": "prohibition"},
        {"document": "act.xml", "ref": "3", "modality": "obligation"},
        {"document": "act.xml", "ref": "4", "modality": "permission"},
        {"document": "act.xml", "ref": "5", "modality": "obligation"},
    ]
    told = report(
        obligations=[
            duty("1", "1"),
            duty("2", "2", "obligation"),
            duty("5a", "5(a)"),
            duty("5b", "5(b)"),
            duty("9", "9"),
            ("p", "local/a.docx", "1", "obligation"),  # not a document that was labelled
        ]
    )
    scores = evaluate(gold(obligations=labelled), told)
    assert scores.obligations_found == (3, 4)
    assert scores.modalities[Modality.OBLIGATION] == Rates(right=2, wrong=2, overlooked=1)
    assert scores.modalities[Modality.PROHIBITION] == Rates(overlooked=1)
    assert scores.modalities[Modality.PERMISSION] == Rates(overlooked=1)


def test_limbs_beside_their_paragraph_are_one_too_many():
    told = report(obligations=[duty("1", "1"), duty("1a", "1(a)")])
    labelled = [{"document": "act.xml", "ref": "1", "modality": "obligation"}]
    scores = evaluate(gold(obligations=labelled), told)
    assert scores.modalities[Modality.OBLIGATION] == Rates(right=1, wrong=1)


# Contradictions


def test_contradictions_are_counted_by_hand():
    told = report(
        conflicts=[
            ("deadline", "high", ("local/b.docx", "7"), ("local/a.docx", "4.2(a)")),  # found, ends swapped
            ("frequency", "low", ("local/a.docx", "4.2"), ("local/b.docx", "7")),  # the same again
            ("age", "medium", ("local/a.docx", "1"), ("local/a.docx", "2")),  # found, another type
            ("quantity", "medium", ("local/a.docx", "5"), ("local/b.docx", "5")),  # a decoy
            ("quantity", "high", ("local/a.docx", "4.20"), ("local/b.docx", "7")),  # neither
        ]
    )
    labels = gold(
        conflicts=[
            pair(("a.docx", "4.2"), ("b.docx", "7")),
            pair(("a.docx", "1"), ("a.docx", "2"), "quantity"),
            pair(("act.xml", "1"), ("a.docx", "9")),
        ],
        not_conflicts=[
            pair(("b.docx", "5"), ("a.docx", "5")),
            pair(("a.docx", "1"), ("b.docx", "1")),
        ],
    )
    found = evaluate(labels, told).conflicts
    assert found.rates == Rates(right=2, wrong=2, overlooked=1)
    assert found.types_agree == 0.5
    assert found.false_alarms_per_100_clauses == pytest.approx(100 * 2 / 30)
    assert found.decoys == (1, 2)
    assert found.first == (3, 5)


def test_only_the_first_twenty_that_a_person_sees_count_as_first():
    wrong = [("age", "low", ("local/a.docx", str(n)), ("local/b.docx", str(n))) for n in range(100, 125)]
    told = report(conflicts=[*wrong, ("age", "high", ("local/a.docx", "1"), ("local/b.docx", "1"))])
    found = evaluate(gold(conflicts=[pair(("a.docx", "1"), ("b.docx", "1"), "age")]), told).conflicts
    assert found.first == (1, 20)


# The whole


def test_a_perfect_report_has_full_marks_and_the_table_says_so():
    told = report(
        obligations=[duty("o1", "1")],
        coverage=[
            judged("o1", "local/a.docx", "conflict", ("local/a.docx", "3")),
            judged("o1", "*", "conflict"),
        ],
        conflicts=[("deadline", "high", ("law/act.xml", "1"), ("local/a.docx", "3"))],
    )
    labels = gold(
        obligations=[{"document": "act.xml", "ref": "1", "modality": "obligation"}],
        coverage=[label("1", "a.docx", "conflict", "3"), label("1", "*", "conflict")],
        conflicts=[pair(("act.xml", "1"), ("a.docx", "3"))],
    )
    scores = evaluate(labels, told)
    assert scores.pairs.macro_f1 == scores.library.macro_f1 == scores.conflicts.rates.f1 == 1
    assert scores.pairs.evidence == (1, 1)
    assert scores.conflicts.false_alarms_per_100_clauses == 0
    table = format_scores(scores)
    assert "macro F1              1.000" in table
    assert "found at all          1.000 (1 of 1)" in table


def test_empty_labels_divide_by_nothing():
    assert "0.000 (0 of 0)" in format_scores(evaluate(gold(), report()))


def test_a_reference_that_no_clause_has_is_named():
    told = report(obligations=[duty("o1", "1"), duty("o2", "2(a)")])
    told["documents"][1]["clauses"] = [{"ref": "4.2"}]
    labels = gold(
        obligations=[
            {"document": "act.xml", "ref": ref, "modality": "obligation"} for ref in ("1", "2", "7")
        ],
        conflicts=[pair(("a.docx", "4.2"), ("a.docx", "4.3"))],
    )
    scores = evaluate(labels, told)
    assert scores.unknown_places == ("act.xml 7", "a.docx 4.3")
    assert "No such clause in the report: act.xml 7" in format_scores(scores)


GOLD_FILES = sorted([*ROOT.glob("tests/gold/*/gold.json"), ROOT / "corpus" / "gold.json"])


@pytest.mark.parametrize("path", GOLD_FILES, ids=lambda path: path.parent.name)
def test_every_gold_file_of_the_project_can_be_used(path):
    check_labels(json.loads(path.read_text(encoding="utf-8")))


ROW = {"document": "act.xml", "ref": "1", "policy": "a.docx", "verdict": "covered"}
PAIR = pair(("a.docx", "1"), ("b.docx", "2"))


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (
            {"coverage": [ROW, ROW | {"verdict": "coverd"}]},
            r"coverage row 2 \(act.xml 1\) has the verdict “coverd”",
        ),
        ({"coverage": [ROW | {"policy": ""}]}, r"coverage row 1 \(act.xml 1\) has no policy"),
        ({"coverage": [ROW | {"evidence": "4.2"}]}, "evidence that is not a list"),
        ({"coverage": [ROW | {"evidence": [{"document": "a.docx"}]}]}, "evidence without a ref"),
        ({"coverage": {"1": ROW}}, "“coverage” is not a list"),
        ({"coverage": ["act.xml 1"]}, "coverage row 1 is not an object"),
        (
            {"obligations": [{"document": "act.xml", "ref": 5}]},
            "obligations row 1 .* has no ref; .* has no modality",
        ),
        ({"conflicts": [PAIR | {"type": "length"}]}, "none of deadline, frequency"),
        ({"conflicts": [{"type": "age", "a": PAIR["a"]}]}, "conflicts row 1 has no place in “b”"),
        (
            {"not_conflicts": [{"a": PAIR["a"], "b": {"document": "b.docx"}}]},
            "not_conflicts row 1 has no ref in “b”",
        ),
        ({"coverage": [{}] * 3}, r"; and 7 more"),
    ],
)
def test_a_gold_file_that_is_wrong_is_refused_row_by_row(parts, words):
    with pytest.raises(UsageError, match=words):
        evaluate(gold(**parts), report())


def test_other_files_are_refused():
    with pytest.raises(UsageError, match="gold file"):
        evaluate(report(), report())
    with pytest.raises(UsageError, match="report"):
        evaluate(gold(), gold())
    with pytest.raises(UsageError, match="verdict"):
        evaluate(gold(coverage=[{"document": "act.xml", "ref": "1", "policy": "*"}]), report())
