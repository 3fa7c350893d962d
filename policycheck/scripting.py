"""The functions of the package's front page, over the same stages as the program."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache

from policycheck.alignment import judge_obligation
from policycheck.comparing import said_in
from policycheck.conflicts import (
    Clash,
    copied_clashes,
    find_candidates,
    likely_among,
    objection_to,
    weigh_clashes,
)
from policycheck.domain.alignments import Coverage
from policycheck.domain.documents import Clause
from policycheck.domain.findings import Conflict
from policycheck.domain.obligations import Obligation
from policycheck.embedding import Embedder, MiniLM, TunedMiniLM, embed_cached
from policycheck.errors import UsageError
from policycheck.index import ClauseIndex
from policycheck.matching import Statement, same_act, statements_of
from policycheck.matching.blocks import Matrix
from policycheck.obligations import read_clauses, read_text
from policycheck.obligations.figures.all_figures import read_figures
from policycheck.segmentation.terms import find_terms


class _Memory:
    """Vectors kept for the life of the program."""

    def __init__(self) -> None:
        self._vectors: dict[tuple[str, str], Matrix] = {}

    def vectors(self, model: str, keys: Collection[str]) -> dict[str, Matrix]:
        return {key: self._vectors[model, key] for key in keys if (model, key) in self._vectors}

    def save_vectors(self, model: str, vectors: Mapping[str, Matrix]) -> None:
        self._vectors.update({(model, key): vector for key, vector in vectors.items()})


@cache
def _memory() -> _Memory:
    return _Memory()


@cache
def _judging() -> TunedMiniLM:
    return TunedMiniLM()


@cache
def _published() -> MiniLM:
    return MiniLM()


def _vectors_of(texts: Sequence[str], embedder: Embedder) -> Matrix:
    return embed_cached(texts, embedder=embedder, store=_memory())


def embed(texts: Sequence[str]) -> Matrix:
    """Return unit vectors of the encoder that judges, shape (len(texts), 384)."""
    return _vectors_of(texts, _judging())


def as_clauses(clauses: Sequence[str | Clause]) -> list[Clause]:
    """Return clauses; a plain text becomes one whose reference is its place in the list, from 1."""
    return [
        Clause(id=f"clause-{i}", ref=str(i + 1), text=c, end=len(c)) if isinstance(c, str) else c
        for i, c in enumerate(clauses)
    ]


def _statements(clauses: Sequence[Clause]) -> list[Statement]:
    return said_in(clauses, read_clauses(clauses), find_terms(clauses))


def _vectors(statements: Sequence[Statement]) -> Matrix:
    return embed([s.in_context for s in statements])


def rank(queries: Sequence[str], clauses: Sequence[str | Clause], *, k: int) -> list[list[tuple[int, float]]]:
    """Return for each query up to k (clause index, score 0 to 1), best first.

    By the published encoder: it knows more of what texts are about than the one tuned to tell acts apart.
    """
    texts = [c if isinstance(c, str) else c.text for c in clauses]
    index = ClauseIndex(texts, _vectors_of(texts, _published()))
    hits = index.search(list(queries), _vectors_of(queries, _published()), k=k)
    return [[(hit.index, hit.score) for hit in found] for found in hits]


def judge_coverage(obligation: str | Obligation, clauses: Sequence[str | Clause]) -> Coverage:
    """Return how some clauses meet an obligation; raises UsageError for a text that states none."""
    if isinstance(obligation, str):
        read = read_text(obligation)
        if not read:
            raise UsageError("The text states no obligation.", remedy="Give a sentence that binds somebody.")
        obligation = read[0]
    whole = Clause(id=obligation.clause, ref=obligation.ref, text=obligation.text)
    source = statements_of([whole], [obligation], figures=read_figures)
    policy = _statements(as_clauses(clauses))
    probability = same_act(source, policy, _vectors(source), _vectors(policy))
    return judge_obligation(
        source[0],
        policy,
        probability[0],
        embed=embed,
        objects=objection_to,
        read_pairs=_judging().read_pairs,
    )


def find_conflicts(clauses: Sequence[str | Clause], *, groups: Sequence[int] | None = None) -> list[Conflict]:
    """Return the contradictions between clauses, surest first; see `policycheck.find_conflicts`."""
    numbers = list(groups) if groups is not None else [0] * len(clauses)
    if len(numbers) != len(clauses):
        raise UsageError("There must be one group number for each clause.")
    whole = as_clauses(clauses)
    places = {g: [i for i, n in enumerate(numbers) if n == g] for g in dict.fromkeys(numbers)}
    said = {g: _statements([whole[i] for i in members]) for g, members in places.items()}
    vectors = {g: _vectors(statements) for g, statements in said.items()}
    order = list(places)
    conflicts: dict[tuple[int, int, str], Conflict] = {}
    for x, a in enumerate(order):
        for b in order[x:]:
            probability = same_act(said[a], said[b], vectors[a], vectors[b])
            for clash in _clashes(said[a], said[b], probability, in_order=groups is not None):
                i = places[a][said[a][clash.a].clause]
                j = places[b][said[b][clash.b].clause]
                made = Conflict(
                    type=clash.objection.type,
                    a=i,
                    b=j,
                    confidence=clash.confidence,
                    message=clash.objection.message,
                    a_span=_span(whole[i].text, clash.objection.a_words),
                    b_span=_span(whole[j].text, clash.objection.b_words),
                )
                key = (min(i, j), max(i, j), made.type.value)
                if key not in conflicts or conflicts[key].confidence < made.confidence:
                    conflicts[key] = made
    return sorted(conflicts.values(), key=lambda c: -c.confidence)


def _clashes(
    a: Sequence[Statement], b: Sequence[Statement], probability: Matrix, *, in_order: bool
) -> list[Clash]:
    names = ("the first", "the second")
    found = find_candidates(a, b, probability, against_source=False, names=names, in_order=in_order)
    weighed = weigh_clashes(found, a, b, read_pairs=_judging().read_pairs)
    return [*likely_among(weighed), *copied_clashes(a, b, probability, names=names, known=weighed)]


def _span(text: str, words: str) -> tuple[int, int]:
    at = text.find(words) if words else -1
    return (at, at + len(words)) if at >= 0 else (0, len(text))
