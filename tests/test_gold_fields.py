"""The labels of the fields speak of clauses that are there, of every duty, and of no pair twice."""

import json
from itertools import product
from pathlib import Path
from typing import Any

import pytest

import policycheck

HERE = Path(__file__).parent
# What is in `unseen` and `plain` is for measuring alone, and by what is in `calibration` only the last weighing is
# fitted: no vectors of these are kept.
FIELDS = sorted(
    one.parent
    for folder in ("gold", "unseen", "plain", "calibration", "probed")
    for one in (HERE / folder).glob("*/gold.json")
)

Labels = dict[str, Any]


def labels_of(field: Path) -> Labels:
    found: Labels = json.loads((field / "gold.json").read_text(encoding="utf-8"))
    return found


def ends(pair: Labels) -> frozenset[tuple[str, str]]:
    return frozenset((pair[end]["document"], pair[end]["ref"]) for end in "ab")


@pytest.mark.parametrize("field", FIELDS, ids=lambda one: one.name)
def test_every_label_names_a_clause_that_is_read(field):
    gold = labels_of(field)
    there = {
        (path.name, clause.ref)
        for path in field.glob("*/*.md")
        for clause in policycheck.read_document(path).clauses
    }
    named = {(row["document"], row["ref"]) for row in gold["obligations"] + gold["coverage"]}
    named |= {
        (shown.get("document", row["policy"]), shown["ref"])
        for row in gold["coverage"]
        for shown in row["evidence"]
    }
    named |= {end for pair in gold["conflicts"] + gold["not_conflicts"] for end in ends(pair)}
    assert named <= there


# Whoever probed the program labelled what is of the theme.
WHOLE = [field for field in FIELDS if field.parent.name != "probed"]


@pytest.mark.parametrize("field", WHOLE, ids=lambda one: one.name)
def test_every_duty_is_labelled_once_for_every_policy_and_for_the_library(field):
    gold = labels_of(field)
    duties = [(one["document"], one["ref"]) for one in gold["obligations"] if one["modality"] != "permission"]
    policies = [path.name for path in (field / "policies").iterdir()] + ["*"]
    # What careful readers may differ on is named, and left without a label.
    rows = [
        ((row["document"], row["ref"]), row["policy"]) for row in gold["coverage"] + gold.get("disputed", [])
    ]
    assert sorted(rows) == sorted(product(duties, policies))


@pytest.mark.parametrize("field", FIELDS, ids=lambda one: one.name)
def test_no_pair_is_labelled_twice(field):
    gold = labels_of(field)
    pairs = [ends(pair) for pair in gold["conflicts"] + gold["not_conflicts"]]
    assert all(len(pair) == 2 for pair in pairs)
    assert len(pairs) == len(set(pairs))


def test_the_kept_vectors_are_of_what_is_read_now(monkeypatch):
    """Figures would be of other texts than the program's: `gold_fields` says how to make the vectors anew."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent.parent / "benchmarks"))
    import gold_fields  # noqa: PLC0415 - found once the path is there

    for field in gold_fields.all_fields():
        for read in (one for side in gold_fields.reads(field) for one in side.values()):
            assert len(read.vectors) == len(read.statements)
