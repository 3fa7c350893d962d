"""What a person says of a check: scope, what does not apply, who looks after it, how sure it must be."""

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from policycheck import reports, settings
from policycheck.domain.alignments import LIBRARY, Verdict
from policycheck.domain.documents import DocumentKind
from policycheck.domain.findings import Action, Finding, FindingKind, FindingStatus, Sensitivity
from policycheck.domain.obligations import Applies
from policycheck.embedding import MiniLM
from policycheck.errors import UnknownFinding, UsageError, WorkspaceError
from policycheck.reports import report_dict
from policycheck.workspace import Workspace

VISITS = """\
# The Home Visits Regulations 2021

**1.** The local authority must visit the child within 10 working days of the start of the placement.

**2.** The local authority must keep a written record of every visit.

**3.** The local authority must tell the child in writing how to make a complaint.
"""
KITCHENS = """\
# The Kitchen Hygiene Regulations 2019

**1.** The caterer must store raw meat below cooked food in the refrigerator.

**2.** The caterer must measure the temperature of each refrigerator twice a day.
"""
VISITING = """\
# Home Visits Policy

This policy follows the Home Visits Regulations 2021.

1.1 The social worker must visit the child within 15 working days of the start of the placement.

1.2 The social worker must keep a written record of every visit.
"""
PARKING = """\
# Car Park Policy

1.1 Staff must display a permit in the windscreen.

1.2 The facilities team must repaint the bays every two years.
"""
LAW, FOOD, POLICY, CARS = "visits-regulations.md", "kitchen-regulations.md", "visits-policy.md", "cars.md"


def write_papers(folder: Path) -> Path:
    for name, text in ((LAW, VISITS), (FOOD, KITCHENS), (POLICY, VISITING), (CARS, PARKING)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def filled(path: Path, folder: Path, minilm: MiniLM) -> Workspace:
    made = Workspace.create(path, embedder=minilm)
    made.add([folder / LAW, folder / FOOD], kind=DocumentKind.LEGISLATION, relative_to=folder)
    made.add([folder / POLICY, folder / CARS], kind=DocumentKind.POLICY, relative_to=folder)
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_papers(tmp_path)


@pytest.fixture(scope="module")
def checked_once(tmp_path_factory: pytest.TempPathFactory, minilm: MiniLM) -> Path:
    folder = write_papers(tmp_path_factory.mktemp("checked"))
    with filled(folder / "ours.policycheck", folder, minilm) as made:
        made.check()
    return folder / "ours.policycheck"


@pytest.fixture
def workspace(checked_once: Path, folder: Path, minilm: MiniLM) -> Iterator[Workspace]:
    """Two laws, two policies, checked: one policy meets the law on visits late and in part, the other nothing."""
    path = Path(shutil.copy(checked_once, folder / "ours.policycheck"))
    with Workspace.open(path, embedder=minilm) as opened:
        yield opened


def of_ref(workspace: Workspace, ref: str, document: str = LAW) -> Finding:
    [found] = [
        f for f in workspace.findings(kind=FindingKind.GAP) if (f.a.document, f.a.ref) == (document, ref)
    ]
    return found


def shown(workspace: Workspace) -> tuple[object, ...]:
    return sorted(workspace.coverage(), key=str), workspace.findings(), workspace.is_stale()


# Which policy is meant to meet which source


def test_scope_says_for_every_pair_what_was_computed_and_why(workspace: Workspace) -> None:
    scopes = {(s.source, s.policy): s for s in workspace.scopes()}
    assert set(scopes) == {(s, p) for s in (LAW, FOOD) for p in (POLICY, CARS)}
    cited = scopes[LAW, POLICY]
    assert (cited.computed, cited.by_hand, cited.effective, cited.reason.code) == (True, None, True, "cited")
    assert (cited.inside, cited.duties) == (3, 3)
    foreign = scopes[FOOD, POLICY]
    assert (foreign.computed, foreign.effective, foreign.reason.code) == (False, False, "other-subject")


def test_before_a_check_a_pair_is_not_yet_compared(folder: Path, minilm: MiniLM) -> None:
    with Workspace.create(folder / "new.policycheck", embedder=minilm) as workspace:
        workspace.add([folder / LAW], kind=DocumentKind.LEGISLATION, relative_to=folder)
        workspace.add([folder / POLICY], kind=DocumentKind.POLICY, relative_to=folder)
        [scope] = workspace.scopes()
        assert (scope.computed, scope.effective, scope.reason.code) == (None, False, "not-checked")
        workspace.set_scope(LAW, POLICY, False, by="Ann")
        assert workspace.check().out_of_scope == 3, "what was said before the check holds in it"


def test_a_policy_put_in_scope_by_hand_gets_its_gaps_at_once(workspace: Workspace) -> None:
    assert not any(f.a.document == FOOD for f in workspace.findings())
    made = workspace.set_scope(FOOD, POLICY, True, by=" Ann ", note="Visits include meals")
    assert (made.by, made.note) == ("Ann", "Visits include meals")
    assert not workspace.is_stale()
    assert {f.a.ref for f in workspace.findings() if f.a.document == FOOD} == {"1", "2"}
    again = workspace.check()
    assert (again.computed, again.reused) == (0, 0), "nothing was compared again"
    [scope] = [s for s in workspace.scopes() if (s.source, s.policy) == (FOOD, POLICY)]
    assert (scope.computed, scope.by_hand, scope.effective) == (False, True, True)
    assert scope.reason.message == "Ann said that it is meant to meet this source: Visits include meals"


def test_a_policy_put_out_of_scope_by_hand_loses_its_gaps_and_keeps_its_answers(workspace: Workspace) -> None:
    workspace.set_scope(LAW, POLICY, False, by="Ann")
    assert not workspace.findings(kind=FindingKind.GAP)
    library = {a.obligation: a for a in workspace.coverage() if a.policy == LIBRARY}
    assert not any(a.in_scope for a in library.values())
    assert Verdict.COVERED in {a.verdict for a in library.values()}


@pytest.mark.parametrize("pair", [(LAW, POLICY), (FOOD, POLICY), (LAW, CARS)])
@pytest.mark.parametrize("inside", [True, False])
def test_going_back_to_auto_restores_every_verdict_and_finding(
    workspace: Workspace, pair: tuple[str, str], inside: bool
) -> None:
    before = shown(workspace)
    workspace.set_scope(*pair, inside, by="Ann")
    workspace.set_scope(*pair, not inside, by="Ann")
    workspace.set_scope(*pair, None, by="Bo")
    assert shown(workspace) == before
    assert [(made.inside, made.by) for made in workspace.scope_decisions()] == [
        (inside, "Ann"),
        (not inside, "Ann"),
        (None, "Bo"),
    ]
    assert [e.what for e in workspace.history()][-3:] == ["scope said"] * 3


def test_scope_by_hand_is_the_same_at_once_and_after_a_check_from_nothing(
    workspace: Workspace, folder: Path, minilm: MiniLM
) -> None:
    workspace.set_scope(FOOD, POLICY, True, by="Ann")
    workspace.set_scope(LAW, POLICY, False, by="Ann")
    with filled(folder / "second.policycheck", folder, minilm) as second:
        second.set_scope(FOOD, POLICY, True, by="Ann")
        second.set_scope(LAW, POLICY, False, by="Ann")
        second.check()
        assert shown(second) == shown(workspace)


def test_scope_by_hand_survives_a_changed_document_and_opening_again(
    workspace: Workspace, folder: Path, minilm: MiniLM
) -> None:
    workspace.set_scope(FOOD, POLICY, True, by="Ann")
    (folder / POLICY).write_text(VISITING + "\n1.3 Visits are friendly.\n", encoding="utf-8")
    workspace.add([folder / POLICY], relative_to=folder)
    workspace.set_scope(FOOD, CARS, True, by="Ann")  # out of date: remembered for the next check
    workspace.check()
    with Workspace.open(workspace.path, embedder=minilm) as again:
        by_hand = {(s.source, s.policy) for s in again.scopes() if s.by_hand}
        assert by_hand == {(FOOD, POLICY), (FOOD, CARS)}
        pairs = {a.policy for a in again.coverage() if a.in_scope and a.computed_scope is False}
        assert pairs == {POLICY, CARS}


def test_several_pairs_are_said_at_once_all_or_none(workspace: Workspace) -> None:
    before = shown(workspace)
    with pytest.raises(WorkspaceError, match=r"gone\.md"):
        workspace.set_scopes([(FOOD, POLICY, True), (FOOD, "gone.md", True)], by="Ann")
    assert (shown(workspace), workspace.scope_decisions()) == (before, [])
    assert len(workspace.set_scopes([(FOOD, POLICY, True), (FOOD, CARS, True)], by="Ann")) == 2
    assert {s.policy for s in workspace.scopes() if s.by_hand} == {POLICY, CARS}
    assert workspace.set_scopes([], by="Ann") == []
    workspace.set_scopes([(FOOD, POLICY, None), (FOOD, CARS, None)], by="Ann")
    assert shown(workspace) == before


def test_scope_is_refused_without_a_name_and_for_the_wrong_documents(workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="name of the person"):
        workspace.set_scope(LAW, POLICY, True, by=" ")
    with pytest.raises(UsageError, match="not a source"):
        workspace.set_scope(CARS, POLICY, True, by="Ann")
    with pytest.raises(UsageError, match="not a local policy"):
        workspace.set_scope(LAW, FOOD, True, by="Ann")
    with pytest.raises(WorkspaceError, match=r"gone\.md"):
        workspace.set_scope("gone.md", POLICY, True, by="Ann")
    assert workspace.scope_decisions() == []


# A check after one change


def test_a_changed_policy_compares_its_own_pairs_and_no_others(workspace: Workspace, folder: Path) -> None:
    (folder / CARS).write_text(PARKING + "\n1.3 The gate closes at 20:00.\n", encoding="utf-8")
    workspace.add([folder / CARS], relative_to=folder)
    summary = workspace.check()
    # its own: with two sources, with itself, with the other policy; kept: the other's with the sources and itself
    assert (summary.computed, summary.reused) == (4, 3)
    assert workspace.check().computed == 0


def test_a_renewed_check_finds_what_a_first_check_finds(
    workspace: Workspace, folder: Path, minilm: MiniLM
) -> None:
    (folder / POLICY).write_text(VISITING.replace("15 working", "10 working"), encoding="utf-8")
    workspace.add([folder / POLICY], relative_to=folder)
    workspace.check()
    with filled(folder / "second.policycheck", folder, minilm) as second:
        second.check()
        assert shown(second) == shown(workspace)


# Not applicable, both right


def test_what_does_not_apply_is_set_aside_with_its_reason_and_comes_back_by_undo(
    workspace: Workspace,
) -> None:
    before = workspace.check()
    gap = of_ref(workspace, "3")
    workspace.decide(gap.id, Action.NOT_APPLICABLE, by="Ann", note="Complaints go to the trust")
    assert workspace.finding(gap.id).status is FindingStatus.NOT_APPLICABLE
    why = (Applies.NO, "Not applicable, said Ann: Complaints go to the trust")
    assert workspace.applies()[gap.obligation] == why
    after = workspace.check()
    assert (before.missing - after.missing, after.not_applicable, after.not_ours) == (1, 1, 0)
    report = report_dict(workspace.report())
    [duty] = [o for o in report["obligations"] if o["id"] == gap.obligation]
    assert (duty["applies"], duty["applies_reason"]) == ("no", why[1])
    workspace.decide(gap.id, Action.REOPEN, by="Ann")
    assert workspace.check().missing == before.missing
    assert workspace.applies()[gap.obligation][0] is Applies.YES


@pytest.mark.parametrize(
    ("kind", "action", "other"),
    [
        (FindingKind.GAP, Action.NOT_APPLICABLE, Action.BOTH_RIGHT),
        (FindingKind.CONFLICT, Action.BOTH_RIGHT, Action.NOT_APPLICABLE),
    ],
)
def test_a_reason_is_needed_and_the_kind_must_fit(
    workspace: Workspace, kind: FindingKind, action: Action, other: Action
) -> None:
    finding = workspace.findings(kind=kind)[0]
    with pytest.raises(UsageError, match="needs a reason"):
        workspace.decide(finding.id, action, by="Ann", note="  ")
    with pytest.raises(UsageError, match="is for"):
        workspace.decide(finding.id, other, by="Ann", note="because")
    assert workspace.decisions() == []
    workspace.decide(finding.id, action, by="Ann", note="because")
    workspace.check()
    assert workspace.finding(finding.id).status is action.status


# Who looks after a finding


def test_an_assignment_is_remembered_filtered_and_undone_by_assigning_again(
    workspace: Workspace, folder: Path, minilm: MiniLM
) -> None:
    finding, other = workspace.findings()[:2]
    due = date(2026, 3, 31)
    workspace.assign(finding.id, assignee=" Bo ", due=due, by="Ann")
    assert [f.id for f in workspace.findings(assignee="Bo")] == [finding.id]
    (folder / CARS).write_text(PARKING + "\n1.3 The gate closes at 20:00.\n", encoding="utf-8")
    workspace.add([folder / CARS], relative_to=folder)
    workspace.check()
    with Workspace.open(workspace.path, embedder=minilm) as again:
        found = again.finding(finding.id)
        assert (found.assignee, found.due, again.finding(other.id).assignee) == ("Bo", due, "")
        [event] = [e for e in again.history() if e.what == "finding assigned"]
        assert (event.subject, event.by, event.detail) == (finding.id, "Ann", "Bo, due 2026-03-31")
    workspace.assign(finding.id, assignee=finding.assignee, due=finding.due, by="Ann")
    assert workspace.finding(finding.id) == finding
    assert [a.assignee for a in workspace.assignments()] == ["Bo", ""]


def test_an_assignment_needs_a_name_and_a_finding(workspace: Workspace) -> None:
    with pytest.raises(UsageError, match="name"):
        workspace.assign(workspace.findings()[0].id, assignee="Bo", due=None, by="")
    with pytest.raises(UnknownFinding):
        workspace.assign("nothing", assignee="Bo", due=None, by="Ann")


# How sure a finding must be


@pytest.fixture
def strict(monkeypatch: pytest.MonkeyPatch, workspace: Workspace) -> Finding:
    """Let "careful" show nothing of what was found but the surest gap; return that."""
    surest = max(workspace.findings(kind=FindingKind.GAP), key=lambda f: f.confidence)
    bar = {FindingKind.GAP: surest.confidence, FindingKind.CONFLICT: 1.1}
    shown_from = {**settings.SHOWN_FROM, Sensitivity.CAREFUL: bar}
    monkeypatch.setattr("policycheck.recap.SHOWN_FROM", shown_from)
    return surest


def test_less_certain_findings_are_counted_and_come_back(workspace: Workspace, strict: Finding) -> None:
    every = workspace.findings()
    assert workspace.hidden() == 0
    workspace.set_sensitivity(Sensitivity.CAREFUL)
    left = workspace.findings()
    assert strict in left
    assert not [f for f in left if f.kind is FindingKind.CONFLICT]
    assert len(left) + workspace.hidden() == len(every)
    assert workspace.shown() == (left, workspace.hidden())
    assert workspace.hidden(kind=FindingKind.CONFLICT) == 1
    assert (workspace.check().hidden, workspace.check().contradictions) == (workspace.hidden(), 0)
    assert not workspace.is_stale()
    hidden = next(f for f in every if f not in left)
    assert workspace.finding(hidden.id) == hidden
    assert workspace.findings(sensitivity=Sensitivity.THOROUGH) == every
    workspace.set_sensitivity(Sensitivity.BALANCED)
    assert workspace.findings() == every


def test_what_a_person_touched_is_never_hidden(workspace: Workspace, strict: Finding) -> None:
    [conflict] = workspace.findings(kind=FindingKind.CONFLICT)
    workspace.set_sensitivity(Sensitivity.CAREFUL)
    assert not workspace.findings(kind=FindingKind.CONFLICT)
    workspace.assign(conflict.id, assignee="Bo", due=None, by="Ann")
    assert [f.id for f in workspace.findings(kind=FindingKind.CONFLICT)] == [conflict.id]
    workspace.assign(conflict.id, assignee="", due=None, by="Ann")
    workspace.decide(conflict.id, Action.DEFER, by="Ann")
    assert [f.id for f in workspace.findings(kind=FindingKind.CONFLICT)] == [conflict.id]


def test_the_report_says_all_this_in_the_promised_shape(workspace: Workspace, strict: Finding) -> None:
    workspace.set_sensitivity(Sensitivity.CAREFUL)
    workspace.set_scope(FOOD, POLICY, True, by="Ann", note="Meals")
    workspace.assign(strict.id, assignee="Bo", due=date(2026, 3, 31), by="Ann")
    workspace.decide(strict.id, Action.ACCEPT, by="Ann")
    report = report_dict(workspace.report())
    schema = Path(reports.__file__).parent / "report.schema.json"
    jsonschema.validate(report, json.loads(schema.read_text(encoding="utf-8")))
    assert (report["sensitivity"], report["hidden_findings"]) == ("careful", workspace.hidden())
    [scope] = report["scopes"]
    assert (scope["source"], scope["policy"], scope["by_hand"], scope["note"]) == (
        FOOD,
        POLICY,
        True,
        "Meals",
    )
    [found] = [f for f in report["findings"] if f["id"] == strict.id]
    assert (found["assignee"], found["due"], found["rule"]) == ("Bo", "2026-03-31", strict.rule)
    assert report["decisions"][0]["rule"] == strict.rule
    assert {c["policy"] for c in report["coverage"] if c.get("scope_by_hand")} == {POLICY}
    [conflict] = report_dict(workspace.report(sensitivity=Sensitivity.THOROUGH))["conflicts"]
    assert [r["code"] for r in conflict["reasons"]] == ["same-act", "deadline", "against-source"]
    assert conflict["topic"]["title"].startswith("Time limit: ")
