"""How quick the window is where it is felt: the list of findings and the reader, without a screen.

    python benchmarks/ui_views.py [--findings 100000] [--clauses 5000]

Each line is one thing a person does, and the processor time until the window has painted its result: time that other
programs take does not count.
"""

import argparse
import os
import random
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from policycheck_ui.desktop import application
from policycheck_ui.main_window import MainWindow
from policycheck_ui.models.coverage_model import CoverageSummary
from policycheck_ui.models.findings_index import FindingsIndex
from policycheck_ui.preferences import Preferences
from policycheck_ui.snapshot import Snapshot
from policycheck_ui.theme.appearance import dress
from policycheck_ui.widgets.clause_pane import ClausePane
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from policycheck.domain.alignments import Severity, Verdict
from policycheck.domain.documents import Clause, Document, DocumentKind
from policycheck.domain.findings import ConflictType, Finding, FindingKind, FindingStatus, Quotation

WORDS = [
    "authority",
    "child",
    "visit",
    "record",
    "report",
    "review",
    "placement",
    "parent",
    "manager",
    "worker",
    "plan",
    "school",
    "health",
    "complaint",
    "panel",
    "within",
    "working",
    "days",
    "must",
    "should",
    "write",
    "keep",
    "send",
    "sign",
    "tell",
    "every",
    "month",
    "year",
    "before",
    "after",
    "unless",
    "where",
    "police",
]
SOURCES, POLICIES = 40, 300


def sentence(rng: random.Random) -> str:
    return f"The {' '.join(rng.choices(WORDS, k=rng.randint(14, 34)))}."


def made_findings(number: int) -> list[Finding]:
    """Return findings over 40 sources of 120 obligations each and 300 policies of 60 clauses each."""
    rng = random.Random(6)  # noqa: S311 - made data
    sources = [clause(f"source-{n}", k, rng) for n in range(SOURCES) for k in range(120)]
    policies = [clause(f"policy-{n}", k, rng) for n in range(POLICIES) for k in range(60)]
    made = []
    for n in range(number):
        is_gap = rng.random() < 0.7
        a, b = rng.choice(sources), rng.choice(policies)
        made.append(
            Finding(
                id=str(n),
                kind=FindingKind.GAP if is_gap else FindingKind.CONFLICT,
                severity=rng.choice(list(Severity)),
                confidence=rng.random(),
                message=f"{b.document_title} says “{b.text[:40]}”, which is weaker.",
                a=a,
                b=b,
                stamp="",
                verdict=rng.choice([Verdict.MISSING, Verdict.PARTIAL, Verdict.CONFLICT]) if is_gap else None,
                conflict_type=None if is_gap else rng.choice(list(ConflictType)),
            )
        )
    return made


def clause(document: str, number: int, rng: random.Random) -> Quotation:
    ref = f"{number // 9}({number % 9})"
    return Quotation(document=document, ref=ref, text=sentence(rng), document_title=document.title())


def kinds() -> dict[str, DocumentKind]:
    sources = {f"source-{n}": DocumentKind.LEGISLATION for n in range(SOURCES)}
    return sources | {f"policy-{n}": DocumentKind.POLICY for n in range(POLICIES)}


def made_snapshot(findings: list[Finding], found: FindingsIndex) -> Snapshot:
    return Snapshot(
        path=Path("made.policycheck"),
        documents=(),
        findings=tuple(findings),
        coverage=(),
        summary=CoverageSummary(verdicts={}, not_ours=0, out_of_scope=0),
        decisions={},
        kinds=kinds(),
        roles=(),
        known_roles=(),
        is_stale=False,
        found=found,
    )


def timed(app: QApplication, what: str, act: Callable[[], object]) -> float:
    started = time.process_time()
    act()
    app.processEvents()
    taken = (time.process_time() - started) * 1000
    print(f"{taken:8.1f} ms   {what}")
    return taken


def measure_list(app: QApplication, number: int) -> None:
    findings = made_findings(number)
    started = time.process_time()
    found = FindingsIndex(findings, kinds=kinds())
    print(f"{(time.process_time() - started) * 1000:8.1f} ms   laying out {number:,} findings, on the worker")
    with TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "preferences.ini"), QSettings.Format.IniFormat)
        window = MainWindow(Preferences(settings))
        window.resize(1360, 860)
        window.show()
        timed(app, "showing them", lambda: window.show_snapshot(made_snapshot(findings, found)))
        window.show_view("findings")
        app.processEvents()
        measure_work(app, window)
        window.close()


def measure_work(app: QApplication, window: MainWindow) -> None:
    view = window.findings
    keys = []
    for text in ("record of a visit", "placement 12(3)", "zebra"):
        for end in range(1, len(text) + 1):
            typed = text[:end]
            keys.append(timed(app, f"typing “{typed}”", lambda typed=typed: view.search.setText(typed)))
        timed(app, "clearing the words", view.search.clear)
    timed(app, "adding a filter", lambda: view.want(view.wanted.toggled("severity", "high")))
    timed(app, "sorting by what is wrong", lambda: view.model.sort(2))
    timed(app, "as ranked again", lambda: view.model.sort(-1))
    bar = view.table.verticalScrollBar()
    frames = [
        timed(app, "scrolling by a page", lambda: bar.setValue(bar.value() + view.table.viewport().height()))
        for _ in range(10)
    ]
    steps = [timed(app, "J", lambda: view.table.step(1)) for _ in range(5)]
    done = [replace(view.model.row_at(0), status=FindingStatus.ACCEPTED)]
    timed(app, "a decision leaves the list", lambda: view.model.replace(done))
    timed(app, "selecting all", view.table.selectAll)
    print(
        f"worst keystroke {max(keys):.1f} ms, worst frame {max(frames):.1f} ms, worst step {max(steps):.1f} ms"
    )


def measure_reader(app: QApplication, number: int) -> None:
    rng = random.Random(6)  # noqa: S311 - made data
    clauses = tuple(
        Clause(id=str(n), ref=f"{n // 9}({n % 9})", text=sentence(rng), heading_path=(f"Part {n // 90}",))
        for n in range(number)
    )
    law = Document(path="law.md", title="Law", kind=DocumentKind.LEGISLATION, clauses=clauses)
    pane = ClausePane("Law")
    pane.resize(650, 400)
    pane.show()
    timed(app, f"showing a law of {number:,} clauses", lambda: pane.show_document(law))
    timed(
        app,
        "a stripe for every third",
        lambda: pane.show_stripes({str(n): Verdict.MISSING for n in range(0, number, 3)}),
    )
    timed(app, "going to the clause in the middle", lambda: pane.choose(str(number // 2)))
    bar = pane.verticalScrollBar()
    for _ in range(3):
        timed(app, "scrolling by a page", lambda: bar.setValue(bar.value() + 380))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--findings", type=int, default=100_000)
    parser.add_argument("--clauses", type=int, default=5_000)
    given = parser.parse_args()
    app = application()
    dress(app, "light")
    measure_list(app, given.findings)
    measure_reader(app, given.clauses)


if __name__ == "__main__":
    main()
