"""Turn the labels into gold.json, after checking every reference: python corpus/recipes/gold.py."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from build import CORPUS, files

LABELS = Path(__file__).parent / "labels.txt"
NOTE = "The sample corpus, labelled by reading each source clause against each policy by the judgement rules."
VERDICTS = ("covered", "partial", "conflict", "missing")  # best first: the order of the library verdict
MODALITIES = ("obligation", "prohibition", "recommendation")
TYPES = ("deadline", "frequency", "age", "quantity", "modality", "duty_holder", "retention", "definition")
MISSING = "no clause puts this duty on anyone"
Row = dict[str, Any]


@dataclass(slots=True)
class Labels:
    """The labels as read, plus what is needed to check them."""

    names: dict[str, str] = field(default_factory=dict)
    scope: list[Row] = field(default_factory=list)
    obligations: list[Row] = field(default_factory=list)
    coverage: list[Row] = field(default_factory=list)
    elsewhere: list[Row] = field(default_factory=list)
    conflicts: list[Row] = field(default_factory=list)
    not_conflicts: list[Row] = field(default_factory=list)


def read_labels() -> Labels:
    """Read `labels.txt`; raises ValueError naming the line that cannot be right."""
    labels = Labels()
    refs = {name: set(text.refs()) for name, (_, text) in files().items()}
    for number, line in enumerate(LABELS.read_text(encoding="utf-8").splitlines(), start=1):
        if line and not line.startswith("#"):
            try:
                _read_line(labels, [cell.strip() for cell in line.split("|")], refs)
            except (KeyError, IndexError, ValueError) as error:
                raise ValueError(f"labels.txt, line {number}: {error!r} in {line!r}") from error
    return labels


def _read_line(labels: Labels, cells: list[str], refs: dict[str, set[str]]) -> None:
    match cells[0]:
        case "file":
            if cells[2] not in refs:
                raise ValueError("no such file")
            labels.names[cells[1]] = cells[2]
        case "scope":
            source, policy = (labels.names[cell] for cell in cells[1:3])
            labels.scope.append({"source": source, "policy": policy})
        case "duty" | "power":
            modality = cells[3] if cells[0] == "duty" else "permission"
            place = _place(labels, f"{cells[1]} {cells[2]}", refs)
            labels.obligations.append(place | {"modality": _one_of(modality, (*MODALITIES, "permission"))})
            if cells[-1] == "others":
                labels.obligations[-1]["applies"] = "no"
        case "conflict":
            pair = {key: _place(labels, cell, refs) for key, cell in zip("ab", cells[2:4], strict=True)}
            labels.conflicts.append({"type": _one_of(cells[1], TYPES), **pair, "why": cells[4]})
        case "not":
            pair = {key: _place(labels, cell, refs) for key, cell in zip("ab", cells[1:3], strict=True)}
            labels.not_conflicts.append({**pair, "why": cells[3]})
        case _:
            _read_coverage(labels, cells, refs)


def _read_coverage(labels: Labels, cells: list[str], refs: dict[str, set[str]]) -> None:
    policy = cells[0].removeprefix("+")
    verdict = _one_of(cells[1], VERDICTS)
    quoted = [ref.strip() for ref in cells[2].split(",")] if len(cells) > 2 and cells[2] else []
    evidence = [{"ref": _place(labels, f"{policy} {ref}", refs)["ref"]} for ref in quoted]
    if bool(evidence) == (verdict == "missing"):
        raise ValueError("evidence belongs to every verdict but missing")
    why = cells[3] if len(cells) > 3 else MISSING
    duty = {key: labels.obligations[-1][key] for key in ("document", "ref")}
    row = duty | {"policy": labels.names[policy], "verdict": verdict, "evidence": evidence, "why": why}
    (labels.elsewhere if cells[0].startswith("+") else labels.coverage).append(row)


def _place(labels: Labels, text: str, refs: dict[str, set[str]]) -> Row:
    name, ref = text.split(" ", 1)
    document = labels.names[name]
    if ref not in refs[document]:
        raise ValueError(f"{document} has no clause {ref}")
    return {"document": document, "ref": ref}


def _one_of(value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise ValueError(f"{value} is none of {', '.join(known)}")
    return value


def library_rows(labels: Labels) -> list[Row]:
    """One row for each duty over all policies: the best verdict and the evidence of those that give it."""
    rows = []
    for duty in labels.obligations:
        if duty["modality"] == "permission":
            continue
        same = [row for row in labels.coverage + labels.elsewhere if _about(row, duty)]
        best = min((row["verdict"] for row in same), key=VERDICTS.index)
        given = [row for row in same if row["verdict"] == best]
        evidence = [{"document": row["policy"], **item} for row in given for item in row["evidence"]]
        place = {"document": duty["document"], "ref": duty["ref"], "policy": "*"}
        rows.append(place | {"verdict": best, "evidence": evidence, "why": given[0]["why"]})
    return rows


def complaints(labels: Labels) -> list[str]:
    """What a second reader must look at: gaps, repeats, and verdicts without their contradiction."""
    found = []
    for duty in labels.obligations:
        wanted = sorted(pair["policy"] for pair in labels.scope if pair["source"] == duty["document"])
        given = sorted(row["policy"] for row in labels.coverage if _about(row, duty))
        if given != ([] if duty["modality"] == "permission" else wanted):
            found.append(f"{duty['document']} {duty['ref']}: labelled for {given}, in scope {wanted}")
    pairs = [_pair(row) for row in labels.conflicts + labels.not_conflicts]
    found += [f"labelled twice: {sorted(pair)}" for pair, count in Counter(pairs).items() if count > 1]
    against_source = {_pair(row) for row in labels.conflicts}
    for row in labels.coverage:
        duty_place = (row["document"], row["ref"])
        judged = {frozenset((duty_place, (row["policy"], item["ref"]))) for item in row["evidence"]}
        if bool(judged & against_source) != (row["verdict"] == "conflict"):
            found.append(
                f"{duty_place}, {row['policy']}: verdict {row['verdict']} and the contradictions disagree"
            )
    return found


def _about(row: Row, duty: Row) -> bool:
    return bool(row["document"] == duty["document"] and row["ref"] == duty["ref"])


def _pair(row: Row) -> frozenset[tuple[str, str]]:
    return frozenset((row[side]["document"], row[side]["ref"]) for side in "ab")


def main() -> None:
    """Write gold.json and print how many labels there are of each kind; stops where a check fails."""
    labels = read_labels()
    found = complaints(labels)
    if found:
        raise SystemExit("\n".join(found))
    coverage = labels.coverage + library_rows(labels)
    gold = {
        "schema": "policycheck/gold/1",
        "note": NOTE,
        "scope": labels.scope,
        "obligations": labels.obligations,
        "coverage": coverage,
        "conflicts": labels.conflicts,
        "not_conflicts": labels.not_conflicts,
    }
    text = json.dumps(gold, ensure_ascii=False, indent=1)
    (CORPUS / "gold.json").write_text(text + "\n", encoding="utf-8")
    print("obligations", dict(Counter(row["modality"] for row in labels.obligations)))
    print("coverage by policy", dict(Counter(row["verdict"] for row in labels.coverage)))
    print("coverage by library", dict(Counter(row["verdict"] for row in coverage if row["policy"] == "*")))
    print("conflicts", len(labels.conflicts), dict(Counter(row["type"] for row in labels.conflicts)))
    print("not conflicts", len(labels.not_conflicts))


if __name__ == "__main__":
    main()
