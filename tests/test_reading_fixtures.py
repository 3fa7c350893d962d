"""Every fixture document comes back with its references and words, whatever program made it.

`pytest -s tests/test_reading_fixtures.py` prints the figures by producer and format. Set
POLICYCHECK_FIXTURES to a folder to keep the files.
"""

import os
from collections import defaultdict
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import pytest
from fixtures_reading.recipes import ALWAYS, RECIPES, Recipe, build_all
from fixtures_reading.scoring import Score, score
from rich.console import Console
from rich.table import Table

from policycheck.domain.documents import DocumentKind, ReadStatus
from policycheck.errors import UnsupportedFormat
from policycheck.reading import read_file

REFS, WORDS, HEADINGS = 0.99, 0.995, 0.99
ONE_FILE = 0.9  # no single file may be read much worse than the rest


@dataclass(frozen=True, slots=True)
class Outcome:
    recipe: Recipe
    score: Score | None
    skipped: str = ""


@pytest.fixture(scope="session")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    kept = os.environ.get("POLICYCHECK_FIXTURES")
    folder = Path(kept) if kept else tmp_path_factory.mktemp("fixtures")
    folder.mkdir(parents=True, exist_ok=True)
    made = build_all(folder)
    return {recipe.name: _outcome(recipe, made[recipe.name]) for recipe in RECIPES}


def _outcome(recipe: Recipe, made: Path | str) -> Outcome:
    if isinstance(made, str):
        return Outcome(recipe, None, made)
    try:
        document = read_file(made, kind=DocumentKind.POLICY)
    except UnsupportedFormat:
        return Outcome(recipe, None, f"there is no importer for .{recipe.format} yet")
    assert document.status is ReadStatus.READ, document.warnings
    return Outcome(recipe, score(document, recipe.expected))


def test_there_are_enough_fixtures_by_enough_producers() -> None:
    names = [recipe.name for recipe in RECIPES]

    assert len(names) == len(set(names)) >= 60
    assert len({recipe.producer for recipe in RECIPES}) >= 5


def test_producers_that_come_with_the_test_packages_ran(outcomes: dict[str, Outcome]) -> None:
    ran = {outcome.recipe.producer for outcome in outcomes.values() if outcome.score}

    assert set(ALWAYS) <= ran


@pytest.mark.parametrize("name", [recipe.name for recipe in RECIPES])
def test_a_fixture_is_read_whole_without_what_is_not_text(outcomes: dict[str, Outcome], name: str) -> None:
    outcome = outcomes[name]
    if outcome.score is None:
        pytest.skip(outcome.skipped)

    assert outcome.score.furniture == ()
    assert outcome.score.ref_share >= ONE_FILE, outcome.score.trouble
    assert outcome.score.word_share >= WORDS, outcome.score.trouble


def test_references_words_and_headings_of_all_fixtures(outcomes: dict[str, Outcome]) -> None:
    read = [(outcome.recipe, outcome.score) for outcome in outcomes.values() if outcome.score]
    groups: dict[tuple[str, str], list[Score]] = defaultdict(list)
    for recipe, result in read:
        groups[recipe.producer, recipe.format].append(result)
    _print(groups)
    every = [result for _, result in read]

    assert _refs(every) >= REFS, [line for result in every for line in result.trouble]
    assert _words(every) >= WORDS
    assert sum(result.headings for result in every) >= HEADINGS * sum(result.refs for result in every)


def _refs(results: list[Score]) -> float:
    return sum(result.refs for result in results) / sum(result.expected for result in results)


def _words(results: list[Score]) -> float:
    return sum(result.words for result in results) / sum(result.expected_words for result in results)


def _print(groups: dict[tuple[str, str], list[Score]]) -> None:
    table = Table("producer", "format", "files", "clauses", "references exact", "words recovered")
    for (producer, form), results in [*groups.items(), (("all", ""), list(chain(*groups.values())))]:
        clauses = sum(result.expected for result in results)
        shares = (f"{_refs(results):.2%}", f"{_words(results):.2%}")
        table.add_row(producer, form, str(len(results)), str(clauses), *shares)
    Console(width=110).print(table)
