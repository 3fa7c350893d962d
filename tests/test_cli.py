"""Every command as a shell sees it: exit codes, data on stdout, progress and problems on stderr."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from command import run

from policycheck import reports
from policycheck.embedding import HashingEmbedder, TunedMiniLM
from policycheck.reports import FORMATS
from policycheck.workspace import Workspace

ROOT = Path(__file__).resolve().parent.parent
LAW = """\
# The Home Visits Regulations 2021

**1.** The local authority must visit the child within 10 working days of the start of the placement.

**2.** The local authority must keep a written record of every visit.

**3.** The local authority must tell the child in writing how to make a complaint.
"""
POLICY = """\
# Home Visits Policy

This policy follows the Home Visits Regulations 2021.

## 1 Visits

1.1 The social worker must visit the child within {days} working days of the start of the placement.

1.2 The social worker must keep a written record of every visit.
"""


@pytest.fixture(autouse=True)
def one_model(minilm: TunedMiniLM, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every command use the model that the tests loaded already."""
    monkeypatch.setattr("policycheck.workspace.TunedMiniLM", lambda: minilm)


def write_papers(folder: Path, *, days: int = 15) -> tuple[Path, Path]:
    law, policy = folder / "law" / "visits-regulations.md", folder / "ours" / "visits-policy.md"
    for file, text in ((law, LAW), (policy, POLICY.format(days=days))):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return law, policy


@pytest.fixture(scope="module")
def checked_once(tmp_path_factory: pytest.TempPathFactory, minilm: TunedMiniLM) -> Path:
    folder = tmp_path_factory.mktemp("checked")
    path = folder / "ours.policycheck"
    with Workspace.create(path, embedder=minilm) as workspace:
        workspace.add(write_papers(folder))
        workspace.check()
    return path


@pytest.fixture
def checked(checked_once: Path, tmp_path: Path) -> Path:
    """A workspace of its own for each test: one law of three duties, one policy that is late with the first."""
    return Path(shutil.copy(checked_once, tmp_path / "ours.policycheck"))


def test_show_prints_the_clause_tree(tmp_path: Path) -> None:
    file = tmp_path / "visits.md"
    file.write_text(
        "# Visits\n\n## 1 Home visits\n\n1.1 The Supervising Social Worker (SSW) must:\n\n(a) knock; and\n\n"
        "(b) wait.\n\n| Step | Time |\n|---|---|\n| Ring [first] | 2 hours |\n",
        encoding="utf-8",
    )
    shown = run("show", file)
    assert shown.code == 0
    assert shown.out.splitlines() == [
        "Visits (policy)",
        "",
        "Visits > 1 Home visits",
        "1.1",
        "  The Supervising Social Worker (SSW) must:",
        "  1.1(a) (item)",
        "    knock; and",
        "  1.1(b) (item)",
        "    wait.",
        "Table after 1.1(b) row 1 (row)",
        "  Step | Time",
        "  Ring [first] | 2 hours",
        "",
        "Terms",
        "  SSW: Supervising Social Worker",
    ]


def test_show_writes_the_reading_as_json(tmp_path: Path) -> None:
    law, _ = write_papers(tmp_path)
    shown = run("show", law, "--json", "-")
    found = json.loads(shown.out)
    assert (found["kind"], found["status"]) == ("legislation", "read")
    assert [clause["ref"] for clause in found["clauses"]] == ["1", "2", "3"]
    assert found["clauses"][1]["text"].startswith("The local authority must keep")
    assert run("show", tmp_path / "gone.md").code == 2


def test_init_add_check_one_after_the_other(tmp_path: Path) -> None:
    law, policy = write_papers(tmp_path)
    workspace = tmp_path / "ours.policycheck"
    assert run("init", workspace).code == 0
    assert run("add", workspace, law, "--kind", "legislation").code == 0
    added = run("add", workspace, policy)
    assert added.code == 0
    assert "policy, 3 clauses" in added.out
    ran = run("check", workspace)
    assert ran.code == 0
    assert "2 documents, 6 clauses. Of 3 obligations" in ran.out
    assert run("init", workspace).code == 2, "an existing workspace must never be overwritten"


def test_check_of_two_folders_writes_what_the_schema_promises(tmp_path: Path) -> None:
    law, policy = write_papers(tmp_path)
    out = tmp_path / "report.json"
    ran = run(
        "check",
        "--sources",
        law.parent,
        "--policies",
        policy.parent,
        "--json",
        out,
        "--as",
        "local authority",
    )
    assert ran.code == 0, ran.err
    report = json.loads(out.read_text(encoding="utf-8"))
    schema = Path(reports.__file__).parent / "report.schema.json"
    jsonschema.validate(report, json.loads(schema.read_text(encoding="utf-8")))
    assert {d["path"] for d in report["documents"]} == {law.name, policy.name}
    library = {c["obligation"]: c["verdict"] for c in report["coverage"] if c["policy"] == "*"}
    by_ref = {o["ref"]: library[o["id"]] for o in report["obligations"] if o["id"] in library}
    assert by_ref == {"1": "conflict", "2": "covered", "3": "missing"}
    assert [c["type"] for c in report["conflicts"]] == ["deadline"]


def test_json_on_stdout_is_nothing_but_json(checked: Path) -> None:
    for command in (["check", checked], ["findings", checked], ["obligations", checked]):
        ran = run(*command, "--json", "-")
        assert ran.code == 0
        json.loads(ran.out)


@pytest.mark.parametrize(
    ("days", "fail_on", "code"),
    [(15, None, 0), (15, "conflict", 1), (15, "missing", 1), (5, "conflict", 0), (5, "missing", 1)],
)
def test_fail_on_decides_between_0_and_1(tmp_path: Path, days: int, fail_on: str | None, code: int) -> None:
    law, policy = write_papers(tmp_path, days=days)
    options = ["--fail-on", fail_on] if fail_on else []
    assert run("check", "--sources", law, "--policies", policy, *options).code == code


def test_a_dismissed_finding_no_longer_fails_a_check(checked: Path) -> None:
    for finding in json.loads(run("findings", checked, "--json", "-").out):
        assert run("decide", checked, finding["id"], "dismiss", "--by", "R. Reader").code == 0
    assert run("check", checked, "--fail-on", "missing").code == 0


def test_findings_filters_and_decide_is_shown(checked: Path) -> None:
    [contradiction] = json.loads(run("findings", checked, "--kind", "conflict", "--json", "-").out)
    assert contradiction["type"] == "deadline"
    assert "15 working days" in contradiction["b"]["text"]
    decided = run("decide", checked, contradiction["id"], "accept", "--by", "R. Reader", "--note", "Mend 1.1")
    assert decided.code == 0
    assert "accepted by R. Reader" in decided.out
    [accepted] = json.loads(run("findings", checked, "--status", "accepted", "--json", "-").out)
    assert accepted["id"] == contradiction["id"]


def test_a_finding_that_is_not_there_ends_with_2(checked: Path) -> None:
    ran = run("decide", checked, "0123456789abcdef", "accept", "--by", "R. Reader")
    assert ran.code == 2
    assert "0123456789abcdef" in ran.err


def test_obligations_of_a_file_and_of_a_workspace(checked: Path, tmp_path: Path) -> None:
    law, _ = write_papers(tmp_path)
    of_file = json.loads(run("obligations", law, "--json", "-").out)
    assert [o["ref"] for o in of_file] == ["1", "2", "3"]
    assert of_file[0]["time_limits"][0]["value"] == 10
    assert "within 10 working days" in run("obligations", checked).out


@pytest.mark.parametrize("name", list(FORMATS))
def test_report_in_each_format(checked: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / f"report.{name}"
    assert run("report", checked, "--format", name, "--out", out).code == 0
    assert out.stat().st_size > 0


def test_report_in_a_format_that_there_is_not(checked: Path, tmp_path: Path) -> None:
    ran = run("report", checked, "--format", "papyrus", "--out", tmp_path / "report")
    assert ran.code == 2
    assert "papyrus" in ran.err
    assert "xlsx" in ran.err


def test_search_finds_by_meaning(checked: Path) -> None:
    ran = run("search", checked, "seeing the young person after they move in", "-n", 1)
    assert ran.code == 0
    assert "within 1" in ran.out


def test_evaluate_holds_a_report_against_labels(tmp_path: Path) -> None:
    law, policy = write_papers(tmp_path)
    report, gold = tmp_path / "report.json", tmp_path / "gold.json"
    run("check", "--sources", law, "--policies", policy, "--json", report)
    labels = [{"document": law.name, "ref": str(n), "modality": "obligation"} for n in (1, 2, 3)]
    gold.write_text(
        json.dumps({"schema": "policycheck/gold/1", "obligations": labels, "coverage": [], "conflicts": []})
    )
    ran = run("evaluate", gold, report)
    assert ran.code == 0, ran.err
    assert "1.00" in ran.out
    assert run("evaluate", tmp_path / "gone.json", report).code == 2


def test_evaluate_takes_a_workspace_and_names_what_is_wrong_with_a_gold_file(
    checked: Path, tmp_path: Path
) -> None:
    gold = tmp_path / "gold.json"
    label = {"document": "visits-regulations.md", "ref": "1", "policy": "visits-policy.md"}
    gold.write_text(
        json.dumps({"schema": "policycheck/gold/1", "coverage": [label | {"verdict": "conflict"}]})
    )
    ran = run("evaluate", gold, checked)
    assert ran.code == 0, ran.err
    assert "accuracy              1.000" in ran.out
    gold.write_text(json.dumps({"schema": "policycheck/gold/1", "coverage": [label]}))
    refused = run("evaluate", gold, checked)
    assert refused.code == 2
    assert "coverage row 1 (visits-regulations.md 1) has no verdict" in refused.err


def test_bench_measures(tmp_path: Path) -> None:
    out = tmp_path / "bench.json"
    assert run("bench", "--clauses", 10, "--json", out).code == 0
    assert json.loads(out.read_text())["clauses"] == 10


def test_demo_checks_the_sample_and_writes_every_report(tmp_path: Path) -> None:
    ran = run("demo", "--out", tmp_path / "demo")
    assert ran.code == 0
    assert "contradiction" in ran.out
    written = {path.name for path in (tmp_path / "demo").iterdir()}
    assert {"sample.policycheck", *(f"report.{name}" for name in FORMATS)} <= written


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "gone.policycheck"],
        ["check", "--sources", "gone", "--policies", "gone"],
        ["check", "x.policycheck", "--fail-on", "everything"],
        ["add", "gone.policycheck", "x.md"],
        ["report", "gone.policycheck", "--format", "csv", "--out", "x.csv"],
        ["app", "--screenshot", "pictures"],
        ["no-such-command"],
    ],
    ids=" ".join,
)
def test_usage_errors_end_with_2_and_no_traceback(arguments: list[str], tmp_path: Path) -> None:
    before = Path.cwd()
    os.chdir(tmp_path)
    try:
        ran = run(*arguments)
    finally:
        os.chdir(before)
    assert ran.code == 2
    assert ran.err.strip()
    assert "Traceback" not in ran.err
    assert ran.out == ""


# A check that is stuck in its first embedding until it is stopped; meaning is not needed for that.
STUCK = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell has children in the background ignore it
from policycheck import cli, workspace
from policycheck.embedding import HashingEmbedder

class Stuck(HashingEmbedder):
    def embed(self, texts, *, progress=None):
        print("embedding", flush=True)
        time.sleep(120)

workspace.TunedMiniLM = Stuck
sys.argv = ["policycheck", "check", sys.argv[1]]
cli.main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl-C to whole groups of processes")
def test_ctrl_c_leaves_a_workspace_that_checks_again(tmp_path: Path) -> None:
    path = tmp_path / "ours.policycheck"
    with Workspace.create(path, embedder=HashingEmbedder()) as workspace:
        workspace.add(write_papers(tmp_path))
    with subprocess.Popen(
        [sys.executable, "-c", STUCK, str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as stuck:
        assert stuck.stdout is not None
        assert stuck.stdout.readline().strip() == "embedding"
        stuck.send_signal(signal.SIGINT)
        _, told = stuck.communicate(timeout=60)
    assert stuck.returncode == 130
    assert "Traceback" not in told
    with Workspace.open(path, embedder=HashingEmbedder()) as workspace:
        assert len(workspace.documents()) == 2
        assert workspace.is_stale()
        assert workspace.check().obligations == 3
        assert not workspace.is_stale()


def test_the_reading_shows_its_parts_and_what_was_left_unread(tmp_path: Path) -> None:
    file = tmp_path / "policy.md"
    file.write_text(
        "# Letters\n\n1.1 The manager must reply within 5 days, unless it is a holiday.\n\n1.2 Letters are lovely.\n",
        encoding="utf-8",
    )
    out = run("obligations", file).out
    for words in ("1.1 obligation", "who", "The manager", "within 5 days", "unless it is a holiday"):
        assert words in out
    assert "The manager _must_ reply" in out
    assert "the subject of the sentence" in out
    assert "no obligation read: Letters are lovely." in out
    assert "nothing in it binds, recommends or allows" in out
    assert "1 obligations; 1 of 2 clauses left unread." in out
