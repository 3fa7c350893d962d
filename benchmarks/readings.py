"""How well obligations are read, held against labels made by reading, beside a first-modal-verb baseline.

    python benchmarks/readings.py            the third that was kept aside
    python benchmarks/readings.py --rules    the part that rules were written on
    python benchmarks/readings.py --errors   and every clause that was read wrongly

The labels are references and offsets in tests/gold/readings. Those into other people's documents need the folder that
holds them (POLICYCHECK_DATA, or ../shared/data) and are passed over, and counted, where it is absent.
"""

import argparse
import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from policycheck.domain.documents import Clause, Document, DocumentKind, ProvisionStatus
from policycheck.domain.obligations import Modality, Obligation
from policycheck.reading import choose_kind, choose_source_kind, read_duties, read_file

ROOT = Path(__file__).resolve().parent.parent
LABELS = ROOT / "tests" / "gold" / "readings"
DATA = Path(os.environ.get("POLICYCHECK_DATA", ROOT.parent / "shared" / "data"))

_FIRST_MODAL = re.compile(r"\b(must not|shall not|may not|must|shall|should|may)\b", re.IGNORECASE)
_BASELINE = {
    "must": Modality.OBLIGATION,
    "shall": Modality.OBLIGATION,
    "should": Modality.RECOMMENDATION,
    "may": Modality.PERMISSION,
}


@dataclass
class Tally:
    """Counts of modalities right, wrongly read and overlooked, and of parts right among those labelled."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    overlooked: Counter[str] = field(default_factory=Counter)
    parts_right: Counter[str] = field(default_factory=Counter)
    parts: Counter[str] = field(default_factory=Counter)

    def add(self, labelled: Counter[str], found: Counter[str]) -> None:
        for modality in {*labelled, *found}:
            both = min(labelled[modality], found[modality])
            self.right[modality] += both
            self.wrong[modality] += found[modality] - both
            self.overlooked[modality] += labelled[modality] - both

    def row(self, modality: str) -> str:
        right, wrong, overlooked = self.right[modality], self.wrong[modality], self.overlooked[modality]
        precision = right / max(right + wrong, 1)
        recall = right / max(right + overlooked, 1)
        f1 = 2 * right / max(2 * right + wrong + overlooked, 1)
        return f"{right + overlooked:>9}{precision:>11.2f}{recall:>8.2f}{f1:>7.2f}"


def labels(split: str) -> Iterator[dict[str, Any]]:
    """Yield the labels of a split, "aside" or "rules"."""
    for path in sorted(LABELS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            label: dict[str, Any] = json.loads(line)
            if label["split"] == split:
                yield label


def place(name: str) -> Path:
    """Return where a labelled file is."""
    return ROOT / name.removeprefix("repo:") if name.startswith("repo:") else DATA / name


@cache
def document(name: str) -> tuple[Document, dict[str, list[Obligation]]] | None:
    """Return a labelled document and its obligations by clause id; None where it is not on this computer."""
    path = place(name)
    if not path.exists():
        return None
    read = read_file(path, kind=choose_kind(path), name=name)
    if "sources/" in name or "legislation/" in name:
        read = read_file(path, kind=choose_source_kind(path, read.title), name=name)
    by_clause: dict[str, list[Obligation]] = {}
    for obligation in read_duties(read):
        by_clause.setdefault(obligation.clause, []).append(obligation)
    return read, by_clause


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    program, baseline = Tally(), Tally()
    seen: Counter[str] = Counter()
    fields: Counter[str] = Counter()
    for label in labels("rules" if options.rules else "aside"):
        found = document(label["file"])
        clause = clause_of(label, found)
        if found is None or clause is None:
            seen["absent" if found is None else "changed"] += 1
            continue
        if clause.status is not ProvisionStatus.IN_FORCE:
            seen["not in force"] += 1  # obliges nobody, so no obligation is read from it
            continue
        seen["read"] += 1
        fields[label["field"]] += 1
        readings = found[1].get(clause.id, [])
        wanted = Counter(r["modality"] for r in label["readings"])
        got = Counter(r.modality.value for r in readings)
        program.add(wanted, got)
        baseline.add(wanted, first_modal(clause, found[0].kind))
        compare_parts(label, clause, readings, program)
        if options.errors and wanted != got:
            print(
                f"\n{label['file']} {label['ref']}: {dict(wanted)} read as {dict(got)}\n  {clause.text[:300]}"
            )
    show(program, baseline, seen, fields)


def clause_of(
    label: dict[str, Any], found: tuple[Document, dict[str, list[Obligation]]] | None
) -> Clause | None:
    """Return the labelled clause, None where the text under the reference is no longer the labelled one."""
    if found is None:
        return None
    for clause in found[0].clauses:
        same = sha256(clause.text.encode("utf-8")).hexdigest() == label["text_sha256"]
        if clause.ref == label["ref"] and same:
            return clause
    return None


def first_modal(clause: Clause, kind: DocumentKind) -> Counter[str]:
    """Return what the first modal verb says; in a policy "will" binds too."""
    pattern = _FIRST_MODAL
    if kind is DocumentKind.POLICY:
        pattern = re.compile(_FIRST_MODAL.pattern.replace("may)", "may|will)"), re.IGNORECASE)
    modal = pattern.search(clause.text)
    if modal is None:
        return Counter()
    word = modal[0].lower()
    if word.endswith("not"):
        return Counter([Modality.PROHIBITION.value])
    return Counter([_BASELINE.get(word, Modality.OBLIGATION).value])


def compare_parts(label: dict[str, Any], clause: Clause, readings: list[Obligation], tally: Tally) -> None:
    """Count the parts that were read as labelled, over clauses with one reading on both sides."""
    if len(label["readings"]) != 1 or len(readings) != 1:
        return
    wanted, got = label["readings"][0], readings[0]
    holder = wanted["duty_holder"]
    if holder != "parent":
        words = clause.text[holder[0] : holder[1]] if holder else ""
        count(tally, "duty holder", same_words(words, got.duty_holder))
    limits = sorted(
        (x["kind"], x["value"], x["unit"], x["working"]) for x in wanted["time_limits"] if x["value"]
    )
    read = sorted(
        (x.kind.value, x.value, x.unit.value if x.unit else "", x.working) for x in got.time_limits if x.value
    )
    count(tally, "time limits", limits == read)
    figures = sorted((x["kind"], x["value"]) for x in wanted["thresholds"])
    count(tally, "thresholds", figures == sorted((x.kind.value, x.value) for x in got.thresholds))
    count(tally, "conditions", bool(wanted["conditions"]) == bool(got.conditions))
    count(tally, "exceptions", bool(wanted["exceptions"]) == bool(got.exceptions))
    count(tally, "list items", wanted["items"] == len(got.items))


def count(tally: Tally, part: str, right: bool) -> None:
    tally.parts[part] += 1
    tally.parts_right[part] += right


_ARTICLES = re.compile(r"^(?:the|a|an|each|every|any)\s+", re.IGNORECASE)


def same_words(a: str, b: str) -> bool:
    """Tell whether two phrases name the same, but for the article and case."""
    first, second = (_ARTICLES.sub("", " ".join(x.split())).strip(" ,;:—-").lower() for x in (a, b))
    return first == second


def show(program: Tally, baseline: Tally, seen: Counter[str], fields: Counter[str]) -> None:
    """Print the tables."""
    print(
        f"{seen['read']} clauses in {len(fields)} fields: "
        + ", ".join(f"{k} {v}" for k, v in fields.most_common())
    )
    print(
        f"not on this computer {seen['absent']}, text changed since labelling {seen['changed']}, "
        f"not in force {seen['not in force']}\n"
    )
    print(f"{'':<16}{'':<14}{'labelled':>9}{'precision':>11}{'recall':>8}{'F1':>7}")
    for modality in Modality:
        print(f"{modality.value:<16}{'program':<14}{program.row(modality.value)}")
        print(f"{'':<16}{'first modal':<14}{baseline.row(modality.value)}")
    print(f"\n{'part':<16}{'clauses':>9}{'right':>8}")
    for part, total in program.parts.items():
        print(f"{part:<16}{total:>9}{program.parts_right[part] / total:>8.2f}")


if __name__ == "__main__":
    main()
