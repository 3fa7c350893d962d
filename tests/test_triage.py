"""The commands with which people settle findings, as a shell sees them."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from command import run

from policycheck.domain.documents import DocumentKind
from policycheck.domain.findings import Action
from policycheck.embedding import TunedMiniLM
from policycheck.store import Store
from policycheck.workspace import Workspace

LAW = """\
# The Home Visits Regulations 2021

**1.** The local authority must visit the child within 10 working days of the start of the placement.

**2.** The local authority must tell the child in writing how to make a complaint.
"""
POLICY = """\
# Home Visits Policy

This policy follows the Home Visits Regulations 2021.

1.1 The social worker must visit the child within 15 working days of the start of the placement.
"""


@pytest.fixture(autouse=True)
def one_model(minilm: TunedMiniLM, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every command use the model that the tests loaded already."""
    monkeypatch.setattr("policycheck.workspace.TunedMiniLM", lambda: minilm)


@pytest.fixture(scope="module")
def checked_once(tmp_path_factory: pytest.TempPathFactory, minilm: TunedMiniLM) -> Path:
    folder = tmp_path_factory.mktemp("checked")
    (folder / "law").mkdir()
    (folder / "law" / "visits.md").write_text(LAW, encoding="utf-8")
    (folder / "policy.md").write_text(POLICY, encoding="utf-8")
    with Workspace.create(folder / "ours.policycheck", embedder=minilm) as workspace:
        workspace.add([folder / "law" / "visits.md"], kind=DocumentKind.LEGISLATION, relative_to=folder)
        workspace.add([folder / "policy.md"], kind=DocumentKind.POLICY, relative_to=folder)
        workspace.check()
    return folder / "ours.policycheck"


@pytest.fixture
def checked(checked_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(checked_once, tmp_path / "ours.policycheck"))


def listed(checked: Path, *options: object) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("findings", checked, *options, "--json", "-").out)
    return found


def missing(checked: Path) -> object:
    [gap] = [f for f in listed(checked, "--kind", "gap") if f["verdict"] == "missing"]
    return gap["id"]


def test_not_applicable_needs_a_reason_and_is_listed_as_such(checked: Path) -> None:
    gap = missing(checked)
    refused = run("decide", checked, gap, "not-applicable", "--by", "Ann")
    assert (refused.code, "needs a reason" in refused.err) == (2, True)
    decided = run("decide", checked, gap, "not-applicable", "--by", "Ann", "--note", "The trust does it")
    assert (decided.code, decided.out.strip()) == (0, f"{gap}: not applicable by Ann")
    assert [f["id"] for f in listed(checked, "--status", "not-applicable")] == [gap]
    assert "1 obligations were marked not applicable" in run("check", checked).out


@pytest.mark.parametrize(
    ("kind", "action", "words"),
    [("gap", "both-right", "for contradictions"), ("conflict", "not-applicable", "for gaps")],
)
def test_a_decision_for_the_other_kind_is_refused(checked: Path, kind: str, action: str, words: str) -> None:
    finding = listed(checked, "--kind", kind)[0]["id"]
    refused = run("decide", checked, finding, action, "--by", "Ann", "--note", "so")
    assert (refused.code, words in refused.err) == (2, True)


def test_an_unknown_decision_names_the_ones_there_are(checked: Path) -> None:
    refused = run("decide", checked, missing(checked), "ignore", "--by", "Ann")
    assert refused.code == 2
    assert "both-right" in refused.err.replace("\n", "")


def test_scope_lists_every_pair_and_takes_a_word_by_hand(checked: Path) -> None:
    [pair] = json.loads(run("scope", checked, "--json", "-").out)
    assert (pair["source"], pair["computed"], pair["by_hand"]) == ("law/visits.md", True, None)
    for name in ("visits.md", "policy.md"):
        assert len(json.loads(run("scope", checked, name, "--json", "-").out)) == 1
    said = run("scope", checked, "visits.md", "policy.md", "out", "--by", "Ann", "--note", "Old law")
    assert said.code == 0, said.err
    assert "Old law" in said.out
    assert not listed(checked, "--kind", "gap")
    assert run("scope", checked, "law/visits.md", "policy.md", "auto", "--by", "Ann").code == 0
    assert listed(checked, "--kind", "gap")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["gone.md"], "no document gone.md"),
        (["visits.md", "gone.md", "in", "--by", "Ann"], "no document gone.md"),
        (["policy.md", "visits.md", "in", "--by", "Ann"], "not a source"),
        (["visits.md", "policy.md", "in"], "name of the person"),
    ],
)
def test_scope_says_what_is_wrong(checked: Path, arguments: list[str], words: str) -> None:
    ran = run("scope", checked, *arguments)
    assert (ran.code, words in ran.err) == (2, True), ran.err


def test_assign_changes_only_what_is_given(checked: Path) -> None:
    gap = missing(checked)
    assert run("assign", checked, gap, "--to", "Bo", "--due", "2026-03-31", "--by", "Ann").code == 0
    assert run("assign", checked, gap, "--due", "2026-04-30", "--by", "Ann").out.strip() == (
        f"{gap}: Bo, due 2026-04-30"
    )
    [found] = listed(checked, "--assignee", "Bo")
    assert (found["id"], found["due"]) == (gap, "2026-04-30")
    assert [f["id"] for f in listed(checked, "--due-by", "2026-04-30")] == [gap]
    assert listed(checked, "--due-by", "2026-04-29") == []
    assert "[Bo, due 2026-04-30]" in run("findings", checked).out
    assert run("assign", checked, gap, "--to", "", "--due", "", "--by", "Ann").out.strip() == f"{gap}: nobody"
    for options, words in (([], "Nothing to change"), (["--due", "soon"], "soon is not a date")):
        refused = run("assign", checked, gap, "--by", "Ann", *options)
        assert (refused.code, words in refused.err) == (2, True)


def test_sensitivity_is_kept_and_may_be_another_for_one_list(
    checked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bar = {"gap": 0.0, "conflict": 1.1}
    monkeypatch.setattr(
        "policycheck.recap.SHOWN_FROM", {"careful": bar, "balanced": {"gap": 0.0, "conflict": 0.0}}
    )
    assert "balanced" in run("sensitivity", checked).out
    once = run("findings", checked, "--sensitivity", "careful")
    assert "1 less certain finding is not shown." in once.err
    assert "contradiction" in run("findings", checked).out
    assert run("check", checked, "--fail-on", "conflict").code == 1
    assert run("sensitivity", checked, "careful").code == 0
    assert not listed(checked, "--kind", "conflict")
    assert "1 less certain finding is not shown." in run("check", checked).out
    assert listed(checked, "--kind", "conflict", "--sensitivity", "balanced")


def test_precision_counts_decisions_of_five_or_more(checked: Path) -> None:
    assert "No rule has five decisions yet" in run("precision", checked).out
    [conflict] = listed(checked, "--kind", "conflict")
    assert run("decide", checked, conflict["id"], "accept", "--by", "Ann").code == 0
    with Store.open(checked) as store:  # as if on four findings that are gone since
        [made] = store.decisions()
        for n in range(4):
            store.record_decision(replace(made, finding=f"gone-{n}", action=Action.DISMISS))
    [found] = json.loads(run("precision", checked, "--json", "-").out)
    assert (found["rule"], found["confirmed"], found["refuted"]) == ("conflict:deadline", 1, 4)
    assert found["precision"] == 0.2
    shown = run("precision", checked).out
    assert "conflict:deadline" in shown
    assert "20%" in shown
