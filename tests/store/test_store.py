"""The contract of the workspace file: what goes in comes out, and what people decided stays."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policycheck.domain.alignments import Alignment, Evidence, Reason, Severity, Verdict
from policycheck.domain.documents import (
    Clause,
    ClauseKind,
    Document,
    DocumentKind,
    ProvisionStatus,
    ReadStatus,
    Term,
)
from policycheck.domain.findings import (
    Action,
    ConflictType,
    Decision,
    Event,
    Finding,
    FindingKind,
    FindingStatus,
    Quotation,
)
from policycheck.domain.obligations import (
    Applies,
    Comparator,
    LimitKind,
    Modality,
    Obligation,
    Threshold,
    ThresholdKind,
    TimeLimit,
    Unit,
)
from policycheck.domain.report import Profile
from policycheck.errors import WorkspaceError
from policycheck.store import Store

NOON = datetime(2026, 3, 4, 12, 0, 0, 123456, tzinfo=UTC)


@pytest.fixture
def store(tmp_path):
    with Store.create(tmp_path / "café workspace.policycheck") as made:
        yield made


def a_document(path="policies/visits.docx", **changes):
    clauses = (
        Clause(
            id="c1",
            ref="4.2",
            text="A social worker visits – “promptly” – every child’s home.\n• at 09:00 🏠",
            heading_path=("Visits", "How often"),
            page=3,
            start=10,
            end=70,
            closing="unless the child objects.",
        ),
        Clause(id="c2", ref="4.2(a)", text="at home", kind=ClauseKind.ITEM, parent="c1", quoted=True),
        Clause(id="c3", ref="Table 1 row 1", text="a | b", kind=ClauseKind.ROW, columns=("Who", "When")),
        Clause(id="c4", ref="5", text=". . .", status=ProvisionStatus.REPEALED, extent="E+W"),
    )
    whole = Document(
        path=path,
        title="Visits policy",
        kind=DocumentKind.POLICY,
        clauses=clauses,
        text="page one\fpage two \x00 \u00ad",
        sha256="ab" * 32,
        status=ReadStatus.PARTIAL,
        warnings=("Page 4 is a picture.",),
        version="revised, valid from 2024-01-01",
        terms=(Term(short="LADO", long="the designated officer", clause="c1"),),
    )
    return replace(whole, **changes)


def an_obligation(document="policies/visits.docx", **changes):
    whole = Obligation(
        id="o1",
        document=document,
        clause="c1",
        ref="4.2",
        text="The social worker must visit within 10 working days of the decision.",
        modality=Modality.OBLIGATION,
        duty_holder="the social worker",
        act="visit",
        recipient="the child",
        signal="must",
        items=("at home", "alone"),
        conditions=("where the child is placed",),
        exceptions=("unless the child objects",),
        time_limits=(
            TimeLimit(
                kind=LimitKind.WITHIN,
                value=10.0,
                unit=Unit.SCHOOL_DAY,
                text="within 10 school days",
                working=True,
                trigger="the decision",
                comparator=Comparator.EXACTLY,
            ),
            TimeLimit(kind=LimitKind.EVERY, value=None, unit=None, text="regularly"),
        ),
        thresholds=(
            Threshold(
                kind=ThresholdKind.RETENTION,
                comparator=Comparator.AT_LEAST,
                value=None,
                unit="year",
                text="indefinitely",
                trigger="the last entry",
            ),
        ),
    )
    return replace(whole, **changes)


def a_finding(**changes):
    whole = Finding(
        id="f1",
        kind=FindingKind.CONFLICT,
        severity=Severity.HIGH,
        confidence=0.83,
        message="“5 days” against “10 days”.",
        a=Quotation(
            document="a.docx",
            ref="4.2",
            text="5 days",
            clause="c1",
            start=3,
            end=9,
            page=2,
            document_title="A",
        ),
        b=Quotation(document="b.docx", ref="7", text="10 days"),
        stamp="s1",
        reasons=(Reason(code="figure", message="The figures differ."),),
        conflict_type=ConflictType.DEADLINE,
        warnings=("b.docx could be read only in part.",),
    )
    return replace(whole, **changes)


A_GAP = a_finding(
    id="f2",
    kind=FindingKind.GAP,
    b=None,
    policy="*",
    obligation="o1",
    verdict=Verdict.PARTIAL,
    conflict_type=None,
)


def an_alignment(**changes):
    whole = Alignment(
        obligation="o1",
        policy="policies/visits.docx",
        verdict=Verdict.PARTIAL,
        in_scope=False,
        severity=Severity.LOW,
        confidence=0.1 + 0.2,
        evidence=(
            Evidence(document="policies/visits.docx", clause="c1", ref="4.2", text="“visits”", score=1 / 3),
            Evidence(document="policies/visits.docx", clause="c2", ref="4.2(a)", text="at home", score=0.0),
        ),
        reasons=(Reason(code="limit", message="The time limit is left out."),),
    )
    return replace(whole, **changes)


def decided(action=Action.DISMISS, *, finding="f1", stamp="s1", at=NOON, note=""):
    return Decision(finding=finding, action=action, by="Zoë", at=at, stamp=stamp, note=note)


def check(store, *, findings=(), coverage=(), applies=None, fingerprint="x"):
    store.replace_check(coverage=coverage, findings=findings, applies=applies or {}, fingerprint=fingerprint)


# Documents


def test_a_document_comes_back_with_every_field(store):
    store.save_document(a_document(), [an_obligation()])
    assert store.document("policies/visits.docx") == a_document()
    assert store.obligations() == [an_obligation()]
    assert store.hashes() == {"policies/visits.docx": "ab" * 32}


def test_everything_is_there_after_opening_again(store):
    store.save_document(a_document(), [an_obligation()])
    check(store, findings=[a_finding(), A_GAP], coverage=[an_alignment()], fingerprint="print")
    store.set_profile(Profile(roles=("local authority",)))
    store.close()
    with Store.open(store.path) as again:
        assert again.documents() == [a_document()]
        assert again.findings() == [a_finding(), A_GAP]
        assert again.coverage() == [an_alignment()]
        assert again.check_fingerprint() == "print"
        assert again.profile() == Profile(roles=("local authority",))


def test_saving_a_path_again_replaces_its_clauses_and_obligations(store):
    store.save_document(a_document(), [an_obligation(), an_obligation(id="o2")])
    newer = a_document(clauses=(Clause(id="n", ref="1", text="new"),), sha256="cd")
    store.save_document(newer, [an_obligation(id="o3")])
    assert store.documents() == [newer]
    assert [one.id for one in store.obligations()] == ["o3"]


def test_documents_come_in_order_of_kind_then_path(store):
    for path, kind in (
        ("b.docx", DocumentKind.POLICY),
        ("z.xml", DocumentKind.LEGISLATION),
        ("a.docx", DocumentKind.POLICY),
        ("m.pdf", DocumentKind.GUIDANCE),
    ):
        store.save_document(a_document(path, kind=kind), [an_obligation(path, id=path)])
    order = ["z.xml", "m.pdf", "a.docx", "b.docx"]
    assert [one.path for one in store.documents()] == order
    assert [one.id for one in store.obligations()] == order
    assert [one.id for one in store.obligations("m.pdf")] == ["m.pdf"]


def test_removing_a_document_takes_its_clauses_and_obligations(store):
    store.save_document(a_document(), [an_obligation()])
    store.save_document(a_document("other.docx"), [an_obligation("other.docx")])
    store.remove_document("policies/visits.docx")
    assert [one.path for one in store.documents()] == ["other.docx"]
    assert [one.document for one in store.obligations()] == ["other.docx"]
    assert store.document("policies/visits.docx") is None


def test_the_kind_of_a_document_can_change(store):
    store.save_document(a_document(), [])
    store.set_kind("policies/visits.docx", DocumentKind.STANDARD)
    assert store.document("policies/visits.docx") == a_document(kind=DocumentKind.STANDARD)
    with pytest.raises(WorkspaceError, match=r"nowhere\.docx"):
        store.set_kind("nowhere.docx", DocumentKind.POLICY)


def test_half_surrogates_from_a_broken_file_keep_their_places(store):
    broken = a_document(text="ab\ud800cd", clauses=(Clause(id="c", ref="1", text="\udc00x"),))
    store.save_document(broken, [an_obligation(act="see \ud801")])
    read = store.document(broken.path)
    assert (read.text, read.clauses[0].text) == ("ab\ufffdcd", "\ufffdx")
    assert store.obligations()[0].act == "see \ufffd"


words = st.text(max_size=20)
clauses = st.builds(
    Clause,
    id=words,
    ref=words,
    text=words,
    heading_path=st.lists(words, max_size=3).map(tuple),
    page=st.none() | st.integers(1, 999),
    start=st.integers(0, 2**40),
    end=st.integers(0, 2**40),
    kind=st.sampled_from(ClauseKind),
    parent=st.none() | words,
    closing=words,
    columns=st.lists(words, max_size=3).map(tuple),
    quoted=st.booleans(),
)
any_document = st.builds(
    Document,
    path=words,
    title=words,
    kind=st.sampled_from(DocumentKind),
    clauses=st.lists(clauses, max_size=4).map(tuple),
    text=words,
    sha256=words,
    status=st.sampled_from(ReadStatus),
    warnings=st.lists(words, max_size=2).map(tuple),
)
any_obligation = st.from_type(Obligation)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(whole=any_document, obligations=st.lists(any_obligation, max_size=2))
def test_any_document_comes_back_as_it_was(store, whole, obligations):
    store.save_document(whole, obligations)
    assert store.document(whole.path) == whole
    assert repr(store.obligations(whole.path)) == repr(obligations)  # repr: nan is not equal to itself


# What is costly to compute


def test_vectors_come_back_for_their_model_only(store):
    first = np.array([0.5, -1e-7, 3.25], dtype=np.float32)
    store.save_vectors("m1", {"aa": first, "bb": np.zeros(3, dtype=np.float64)})
    store.save_vectors("m1", {"bb": np.ones(3, dtype=np.float32)})
    read = store.vectors("m1", {"aa", "bb", "cc"})
    assert set(read) == {"aa", "bb"}
    assert read["aa"].dtype == np.float32
    assert read["aa"].tolist() == first.tolist()
    assert read["bb"].tolist() == [1, 1, 1]
    assert store.vectors("m2", ["aa"]) == {}
    with pytest.raises(ValueError, match="2 dimensions"):
        store.save_vectors("m1", {"dd": np.zeros((2, 2))})


def test_results_are_kept_replaced_and_forgotten(store):
    many = {f"{number:064x}": f'{{"n": {number}}}' for number in range(1200)}
    store.save_results(many)
    assert store.results(many.keys()) == many
    kept = list(many)[:3]
    store.save_results({kept[0]: "changed"})
    store.keep_results([*kept, "ff"])
    assert store.results(many.keys()) == {**{key: many[key] for key in kept}, kept[0]: "changed"}


# The last check


def test_a_check_comes_back_with_every_field(store):
    coverage = [
        an_alignment(),
        an_alignment(obligation="o2", evidence=(), reasons=(), in_scope=True),
        an_alignment(policy="*", verdict=Verdict.CONFLICT),
    ]
    ours = {"o1": (Applies.YES, "we are the authority"), "o2": (Applies.UNKNOWN, "")}
    check(store, coverage=coverage, findings=[A_GAP, a_finding()], applies=ours)
    assert store.coverage() == coverage
    assert store.findings() == [A_GAP, a_finding()]
    assert store.applies() == ours


def test_a_check_replaces_the_last_one(store):
    assert store.check_fingerprint() == ""
    check(store, coverage=[an_alignment()], findings=[a_finding()], applies={"o1": (Applies.NO, "")})
    check(store, fingerprint="second")
    assert (store.coverage(), store.findings(), store.applies()) == ([], [], {})
    assert store.check_fingerprint() == "second"


def test_a_check_that_fails_leaves_the_last_one(store):
    check(store, coverage=[an_alignment()], findings=[a_finding()], fingerprint="first")
    with pytest.raises(Exception, match="UNIQUE"):
        check(store, findings=[a_finding(), a_finding()], fingerprint="second")
    assert store.coverage() == [an_alignment()]
    assert store.findings() == [a_finding()]
    assert store.check_fingerprint() == "first"


# Decisions


def standing(store):
    return {one.id: one.status for one in store.findings()}


@pytest.mark.parametrize(
    ("action", "status"),
    [
        (Action.ACCEPT, FindingStatus.ACCEPTED),
        (Action.DISMISS, FindingStatus.DISMISSED),
        (Action.DEFER, FindingStatus.DEFERRED),
        (Action.RESOLVE, FindingStatus.RESOLVED),
        (Action.REOPEN, FindingStatus.OPEN),
    ],
)
def test_the_last_decision_says_where_a_finding_stands(store, action, status):
    check(store, findings=[a_finding(), A_GAP])
    store.record_decision(decided(Action.DEFER))
    store.record_decision(decided(action))
    assert standing(store) == {"f1": status, "f2": FindingStatus.OPEN}


def test_a_decision_lapses_when_the_judged_text_changes_and_holds_again_when_it_returns(store):
    check(store, findings=[a_finding()])
    store.record_decision(decided(Action.DISMISS))
    check(store, findings=[a_finding(stamp="s2")])
    assert standing(store) == {"f1": FindingStatus.LAPSED}
    check(store, findings=[])
    assert store.decisions() == [decided(Action.DISMISS)]
    check(store, findings=[a_finding()])
    assert standing(store) == {"f1": FindingStatus.DISMISSED}


def test_one_finding_is_read_by_itself_as_it_stands_in_the_list(store):
    check(store, findings=[a_finding(), A_GAP])
    store.record_decision(decided(Action.DEFER))
    store.record_decision(decided(Action.ACCEPT))
    assert [store.finding(one.id) for one in store.findings()] == store.findings()
    assert store.finding("f1").status is FindingStatus.ACCEPTED
    assert store.finding("gone") is None


def test_a_reopened_finding_stays_open_when_its_text_changes(store):
    store.record_decision(decided(Action.DISMISS))
    store.record_decision(decided(Action.REOPEN))
    check(store, findings=[a_finding(stamp="s2")])
    assert standing(store) == {"f1": FindingStatus.OPEN}


def test_decisions_come_back_with_every_field_in_the_order_they_were_made(store):
    summer = datetime(2026, 7, 1, 9, 30, tzinfo=timezone(timedelta(hours=1)))
    made = [
        decided(Action.ACCEPT, note="– see “minutes”\nline 2"),
        decided(Action.REOPEN, at=summer),
    ]
    for one in made:
        store.record_decision(one)
    assert store.decisions() == made
    assert store.decisions()[1].at.utcoffset() == timedelta(hours=1)


def test_history_tells_what_happened(store):
    store.save_document(a_document(), [an_obligation()])
    store.save_document(a_document(), [])
    store.set_kind("policies/visits.docx", DocumentKind.GUIDANCE)
    store.set_profile(Profile(roles=("fostering service", "local authority")))
    check(store, findings=[a_finding()])
    store.record_decision(decided(Action.ACCEPT, note="to the board"))
    store.remove_document("policies/visits.docx")
    store.remove_document("never there")
    mine = Event(at=NOON, what="exported", subject="report.xlsx", by="Zoë", detail="xlsx")
    store.record_event(mine)
    told = store.history()
    assert [(one.what, one.subject) for one in told] == [
        ("document added", "policies/visits.docx"),
        ("document replaced", "policies/visits.docx"),
        ("document kind changed", "policies/visits.docx"),
        ("profile changed", ""),
        ("checked", ""),
        ("finding accepted", "f1"),
        ("document removed", "policies/visits.docx"),
        ("exported", "report.xlsx"),
    ]
    assert told[5] == Event(at=NOON, what="finding accepted", subject="f1", by="Zoë", detail="to the board")
    assert told[-1] == mine


def test_a_temporary_store_leaves_nothing_behind():
    with Store.temporary() as scratch:
        scratch.save_document(a_document(), [])
        folder = scratch.path.parent
        assert scratch.documents() == [a_document()]
    assert not folder.exists()
    with pytest.raises(WorkspaceError, match="closed"):
        scratch.documents()


def test_the_file_is_one_file_when_closed(store):
    store.save_document(a_document(), [])
    store.close()
    assert list(Path(store.path).parent.iterdir()) == [store.path]
