"""Documents compared in pairs: statements, vectors, alignment and conflicts, chained; pure but for the embedder."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

import numpy as np

from policycheck.alignment import (
    Scope,
    cites,
    in_light_of,
    judge_obligation,
    may_answer,
    names_its_sources,
    scope_of,
    severity_of,
)
from policycheck.alignment.messages import SOURCE_WORD
from policycheck.conflicts import (
    Clash,
    copied_clashes,
    find_candidates,
    likely_among,
    objection_to,
    weigh_clashes,
)
from policycheck.domain.alignments import Alignment, Coverage, Evidence, Verdict
from policycheck.domain.documents import Clause, ClauseKind, Document, DocumentKind, Term
from policycheck.domain.findings import Finding
from policycheck.domain.obligations import Modality, Obligation
from policycheck.findings import conflict_finding
from policycheck.matching import (
    Anchors,
    Meeting,
    Statement,
    Terms,
    answering,
    in_place,
    meeting,
    narrowings,
    same_act_of,
    spelling_out,
    statements_of,
    terms_of,
    with_figures,
)
from policycheck.matching.anchors import Answering
from policycheck.matching.blocks import Matrix
from policycheck.matching.read_together import ReadPairs
from policycheck.obligations.definitions import read_definition
from policycheck.obligations.facts import read_facts
from policycheck.obligations.figures.all_figures import read_figures
from policycheck.obligations.meanings import read_meaning, read_row_meaning
from policycheck.obligations.stated import read_stated
from policycheck.settings import JUDGEMENT, engine
from policycheck.whose import about_law_itself

Embed = Callable[[Sequence[str]], Matrix]

# A source with more obligations than this is taken Part by Part when scope is decided.
LARGE_SOURCE = 120
# By this much in cosine is the nearest of two documents' pairs nearer, for each e-fold of how many there are.
_NEARER = 0.02
# As many duties' worth of the whole source's closeness is mixed into that of each of its Parts.
_LEAN = 10


@dataclass(frozen=True)
class Read:
    """A document with its obligations and statements; `vectors` are the statements', one row each.

    What a comparison takes from one side alone is made once.
    """

    document: Document
    obligations: tuple[Obligation, ...]
    statements: tuple[Statement, ...]
    vectors: Matrix

    @cached_property
    def terms(self) -> Terms:
        """The statements as arrays, with what sets each apart."""
        return terms_of(self.statements, self.vectors)

    @cached_property
    def duties(self) -> list[int]:
        """Indices of the statements that a policy must answer: all but permissions and narrative."""
        return [
            i
            for i, s in enumerate(self.statements)
            if s.reading is not None and s.reading.modality is not Modality.PERMISSION
        ]

    @cached_property
    def headings(self) -> Mapping[str, tuple[str, ...]]:
        """The path of headings above each clause, by its id."""
        return {clause.id: clause.heading_path for clause in self.document.clauses}


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What comparing two documents found: the same whenever their texts are, so it is kept by their hashes.

    `alignments` leaves out what is missing and out of scope: nearly every pair, and all alike. `cited`: the policy
    names the source. `weighed`: how likely each pair that a rule objects to contradicts, those included that are too
    unlikely to be among `conflicts`; `copies` are near copies that part, which are not weighed. `answers`: which of
    the source's statements are answered by which of the policy's, and `breaks`
    which are broken by which; see `anchored`.
    """

    alignments: tuple[Alignment, ...] = ()
    conflicts: tuple[Finding, ...] = ()
    copies: tuple[Finding, ...] = ()
    weighed: tuple[float, ...] = ()
    cited: bool = False
    answers: tuple[Answering, ...] = ()
    breaks: tuple[Answering, ...] = ()


def read_statements(document: Document, obligations: Sequence[Obligation]) -> list[Statement]:
    """Return what a document says; of a source only what binds, permits, defines or gives a figure."""
    if document.kind.is_source:
        definitions = definitions_of(document.clauses, freely=document.kind is not DocumentKind.LEGISLATION)
        read, in_law = _texts_by_clause(obligations), document.kind is DocumentKind.LEGISLATION
        statements = statements_of(
            document.clauses,
            obligations,
            definitions,
            stated=read_facts(document.clauses, read=read, in_law=in_law),
            spelled_out=spelling_out(document.terms),
        )
        return with_figures([s for s in statements if s.said is not None or s.term], read_figures)
    return said_in(document.clauses, obligations, document.terms)


def said_in(
    clauses: Sequence[Clause], obligations: Sequence[Obligation], terms: Sequence[Term] = ()
) -> list[Statement]:
    """Return all that the clauses of a policy say: duties, definitions, and what they state as plain fact."""
    stated = read_stated(clauses, read=_texts_by_clause(obligations))
    return statements_of(
        clauses,
        obligations,
        definitions_of(clauses),
        stated=stated,
        figures=read_figures,
        spelled_out=spelling_out(terms),
    )


def _texts_by_clause(obligations: Sequence[Obligation]) -> dict[str, list[str]]:
    """Return the texts of obligations by the id of the clause that each was read from."""
    read: dict[str, list[str]] = {}
    for obligation in obligations:
        read.setdefault(obligation.clause, []).append(obligation.text)
    return read


def definitions_of(clauses: Sequence[Clause], *, freely: bool = True) -> dict[str, tuple[str, str]]:
    """Map the id of each clause that defines a term to the term and its meaning.

    A law marks its definitions; what else a text says of its terms is read `freely`.
    """
    found = {clause.id: _definition(clause, freely=freely) for clause in clauses if not clause.quoted}
    return {clause: definition for clause, definition in found.items() if definition is not None}


def _definition(clause: Clause, *, freely: bool) -> tuple[str, str] | None:
    if clause.kind is ClauseKind.ROW:
        return read_row_meaning(clause.text.split(" | "), clause.columns)
    if freely or clause.kind is ClauseKind.DEFINITION:
        return read_meaning(clause.text, clause.heading_path[-1] if clause.heading_path else "")
    return read_definition(clause.text)


def pair_key(a: Document, b: Document, model: str, sources: str) -> str:
    """Return the key under which the comparison of two documents is kept: it changes when either text does.

    Two policies meet at the obligations both answer, so theirs also changes with `sources`, the hash of all.
    """
    anchored = "" if a.kind.is_source else sources
    parts = (engine(), model, a.kind, a.path, a.sha256, b.kind, b.path, b.sha256, anchored)
    return hashlib.sha256("\x00".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def compare_with_source(source: Read, policy: Read, *, embed: Embed, read_pairs: ReadPairs) -> Compared:
    """Return how a policy answers a source's obligations, and where it contradicts the source."""
    probability = in_place(same_act_of(source.terms, policy.terms))
    scoped = _scope(source, policy, source.duties)
    narrowed = narrowings(source.statements, policy.statements)
    weighed = [
        one
        for one in _weighed(source, policy, probability, None, against_source=True, read_pairs=read_pairs)
        if not _is_of_law_itself(source.statements[one.a])
    ]
    clashes = likely_among(weighed)
    breaking = {clash.a: clash for clash in sorted(clashes, key=lambda one: one.confidence)}
    alignments = []
    for i, scope in sorted(scoped.items()):
        if not scope.inside and not may_answer(probability[i]):
            continue  # missing and out of scope
        statement = source.statements[i]
        assert statement.reading is not None  # noqa: S101 - duties have readings
        coverage = judge_obligation(
            statement,
            policy.statements,
            probability[i],
            source_word=SOURCE_WORD[source.document.kind],
            embed=embed,
            narrowed=narrowed,
            objects=objection_to,
            # What is out of scope is never counted, however it is met.
            read_pairs=read_pairs if scope.inside else None,
        )
        clash = breaking.get(i)
        if clash is not None:
            coverage = in_light_of(
                coverage,
                policy.statements[clash.b],
                clash.objection.message,
                likely=clash.confidence,
                same_act=float(probability[i, clash.b]),
            )
        if scope.inside or coverage.verdict is not Verdict.MISSING:
            alignments.append(_alignment(statement.reading, coverage, source, policy, scope=scope))
    return Compared(
        alignments=tuple(alignments),
        conflicts=_conflicts(source, policy, clashes, against_source=True),
        weighed=tuple(one.confidence for one in weighed),
        cited=any(scope.cited for scope in scoped.values()),
        answers=answering(_in_scope(probability, scoped)),
        breaks=tuple((one.a, one.b, one.confidence) for one in clashes),
    )


def _is_of_law_itself(statement: Statement) -> bool:
    """Tell whether a source only says how law is made or applied there, which no policy can break."""
    return statement.reading is not None and bool(about_law_itself(statement.reading))


def compare_policies(a: Read, b: Read, answers: Mapping[str, Anchors], *, read_pairs: ReadPairs) -> Compared:
    """Return where two policies, or one policy with itself (`a` is `b`), contradict each other.

    `answers` maps a policy's path to what its statements answer in the sources. Where not even the nearest two
    statements of two policies come near each other, for as many as there are, nothing is computed.
    """
    met = meeting(answers[a.document.path], answers[b.document.path])
    if a is not b and not _come_near(a, b, met):
        return Compared()
    probability = same_act_of(a.terms, b.terms)
    weighed = _weighed(a, b, probability, met, against_source=False, read_pairs=read_pairs)
    clashes = likely_among(weighed)
    copies = copied_clashes(
        a.statements, b.statements, probability, names=(a.document.title, b.document.title), known=weighed
    )
    return Compared(
        conflicts=_conflicts(a, b, clashes, against_source=False),
        copies=_conflicts(a, b, copies, against_source=False),
        weighed=tuple(one.confidence for one in weighed),
    )


def _come_near(a: Read, b: Read, met: Meeting) -> bool:
    """Tell whether any statement of one policy is near any of the other, or answers the same obligation."""
    # The nearest of many pairs comes near by chance.
    by_chance = _NEARER * log(max(1, len(a.vectors) * len(b.vectors)))
    near = a.vectors @ b.vectors.T >= JUDGEMENT.policies_meet + by_chance
    return bool(near.any() or (met.answered >= JUDGEMENT.may_contradict).any())


def _in_scope(probability: Matrix, scoped: Mapping[int, Scope]) -> Matrix:
    """Return the probabilities of the duties in scope; the others are answered by nobody: some clause is always the
    nearest.
    """
    inside = [i for i, scope in scoped.items() if scope.inside]
    kept = np.zeros_like(probability)
    kept[inside] = probability[inside]
    return kept


def _alignment(
    obligation: Obligation, coverage: Coverage, source: Read, policy: Read, *, scope: Scope
) -> Alignment:
    confidence = coverage.confidence
    if coverage.verdict is Verdict.MISSING:
        # Nothing there, in a policy that may not be the place for it: the gap is as sure as the scope.
        confidence = round(confidence * scope.strength, 3)
    clauses = policy.document.clauses
    evidence = tuple(
        Evidence(
            document=policy.document.path,
            clause=clauses[index].id,
            ref=clauses[index].ref,
            text=clauses[index].text,
            score=score,
        )
        for index, score in zip(coverage.evidence, coverage.scores, strict=True)
    )
    return Alignment(
        obligation=obligation.id,
        policy=policy.document.path,
        verdict=coverage.verdict,
        in_scope=scope.inside,
        severity=severity_of(coverage.verdict, modality=obligation.modality, kind=source.document.kind),
        confidence=confidence,
        evidence=evidence,
        reasons=coverage.reasons,
    )


def _weighed(
    a: Read,
    b: Read,
    probability: Matrix,
    met: Meeting | None,
    *,
    against_source: bool,
    read_pairs: ReadPairs,
) -> list[Clash]:
    found = find_candidates(
        a.statements,
        b.statements,
        probability,
        against_source=against_source,
        names=(a.document.title, b.document.title),
        meeting=met,
    )
    return weigh_clashes(found, a.statements, b.statements, read_pairs=read_pairs)


def _conflicts(a: Read, b: Read, clashes: Sequence[Clash], *, against_source: bool) -> tuple[Finding, ...]:
    return tuple(
        conflict_finding(
            clash,
            (a.document, a.statements[clash.a]),
            (b.document, b.statements[clash.b]),
            against_source=against_source,
        )
        for clash in clashes
    )


def _scope(source: Read, policy: Read, duties: Sequence[int]) -> dict[int, Scope]:
    """Decide for each duty whether this policy should meet it: by the whole source, or by Part of a large one."""
    cited = cites(policy.document.text, source.document.title)
    names_others = not cited and names_its_sources(
        policy.document.text,
        {policy.document.title, *(h for c in policy.document.clauses for h in c.heading_path)},
    )
    large = len(duties) > LARGE_SOURCE
    groups: dict[str, list[int]] = {}
    for i in duties:
        reading = source.statements[i].reading
        path = source.headings.get(reading.clause, ()) if reading is not None else ()
        groups.setdefault(path[0] if path and large else "", []).append(i)
    nearest = _nearest(source, policy, duties)
    whole = _mean(nearest, duties)
    scoped: dict[int, Scope] = {}
    for members in groups.values():
        # A Part of one or two duties comes near some policy by chance: it leans on the whole source.
        part = (len(members) * _mean(nearest, members) + _LEAN * whole) / (len(members) + _LEAN)
        for i in members:
            # Of a large source a policy is rarely meant to meet every duty, even of one Part.
            closeness = (part + nearest[i]) / 2 if large else part
            scoped[i] = scope_of(
                cited=cited, names_others=names_others, part_of_large=large, closeness=closeness
            )
    return scoped


def _nearest(source: Read, policy: Read, duties: Sequence[int]) -> dict[int, float]:
    """Return the cosine of the policy's nearest statement for each duty, 0 where the policy says nothing."""
    if not policy.statements or not duties:
        return dict.fromkeys(duties, 0.0)
    cosine = source.vectors[list(duties)] @ policy.vectors.T
    return dict(zip(duties, map(float, cosine.max(axis=1)), strict=True))


def _mean(nearest: Mapping[int, float], members: Sequence[int]) -> float:
    return sum(nearest[i] for i in members) / len(members) if members else 0.0
