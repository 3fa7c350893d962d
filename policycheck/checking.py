"""The check: every source with every policy, every policy with every other, computing only what changed."""

import gc
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import combinations_with_replacement
from json import dumps, loads

from threadpoolctl import threadpool_limits

from policycheck.assembling import ByHand, assemble, duties_of
from policycheck.comparing import (
    Compared,
    Read,
    compare_policies,
    compare_with_source,
    pair_key,
    read_statements,
)
from policycheck.conflicts import adjusted, odds_here, together_model
from policycheck.domain.alignments import Alignment
from policycheck.domain.documents import Document
from policycheck.domain.findings import Finding, FindingKind
from policycheck.domain.obligations import Applies, Obligation
from policycheck.domain.report import Profile
from policycheck.domain.scopes import ComputedScope, said_by_hand
from policycheck.embedding import remembering
from policycheck.findings import fingerprint
from policycheck.matching import Anchors, anchored
from policycheck.matching.blocks import Matrix
from policycheck.matching.read_together import ReadPairs
from policycheck.progress import Progress, silent
from policycheck.settings import JUDGEMENT, engine
from policycheck.store import Store
from policycheck.store.codec import decode, encode
from policycheck.whose import whose_duties

_NOTHING = Compared()

# Pairs compared between two savings: what a cancel may lose.
_SAVE_EVERY = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a check found, and how much of it had to be computed."""

    coverage: tuple[Alignment, ...]
    findings: tuple[Finding, ...]
    applies: Mapping[str, tuple[Applies, str]]
    scopes: tuple[ComputedScope, ...]
    computed: int
    reused: int


def check_fingerprint(documents: Sequence[Document], profile: Profile, model: str, by_hand: ByHand) -> str:
    """Return what a check depends on, as "engine:the rest": when it is unchanged, so is every finding.

    The rest: documents, roles, and what people said of whose policy is meant to meet which source.
    """
    parts = [model, *profile.roles]
    parts += [f"{d.kind}|{d.path}|{d.sha256}" for d in documents]
    parts += sorted(f"scope|{source}|{policy}|{made.inside}" for (source, policy), made in by_hand.items())
    return f"{engine()}:{fingerprint(*parts)}"


def run_check(
    documents: Sequence[Document],
    obligations: Sequence[Obligation],
    *,
    profile: Profile,
    by_hand: ByHand,
    model: str,
    store: Store,
    embed: Callable[[Sequence[str], Progress], Matrix],
    read_pairs: ReadPairs,
    progress: Progress = silent,
) -> Outcome:
    """Compare every pair of documents that is not kept already and return all that was found.

    `embed` turns texts into unit vectors, keeping them by content; `read_pairs` reads two clauses together.
    Raises `Cancelled` when `progress` does; what was compared until then is kept.
    """
    readable = [d for d in documents if d.clauses]
    pairs = _pairs(readable)
    sources = fingerprint(*(f"{d.kind}|{d.sha256}" for d in readable if d.kind.is_source))
    keys = {(a.path, b.path): pair_key(a, b, model, sources) for a, b in pairs}
    kept = store.results(set(keys.values()))
    compared = {key: decode(Compared, loads(text)) for key, text in kept.items()}
    todo = [(a, b) for a, b in pairs if keys[a.path, b.path] not in compared]
    by_document: dict[str, list[Obligation]] = {}
    for obligation in obligations:
        by_document.setdefault(obligation.document, []).append(obligation)
    wanted = {d.path for pair in todo for d in pair}
    reads = _read([d for d in readable if d.path in wanted], by_document, embed=embed, progress=progress)
    answers: dict[str, Anchors] = {}
    embed_now = remembering(lambda texts: embed(texts, silent))
    fresh: dict[str, str] = {}
    try:
        # The matrices are many and small: more threads would only wait for each other, at the cost of processors.
        with threadpool_limits(1, user_api="blas"), _read_for_good():
            for done, (a, b) in enumerate(todo):
                progress(done, len(todo), f"Comparing {b.title}")
                key = keys[a.path, b.path]
                if a.kind.is_source:
                    compared[key] = compare_with_source(
                        reads[a.path], reads[b.path], embed=embed_now, read_pairs=read_pairs
                    )
                else:
                    # Sources come first: what the policies answer is known by now.
                    answers = answers or _answers(reads, keys, compared)
                    compared[key] = compare_policies(
                        reads[a.path], reads[b.path], answers, read_pairs=read_pairs
                    )
                fresh[key] = dumps(encode(compared[key]), ensure_ascii=False)
                if len(fresh) >= _SAVE_EVERY:
                    store.save_results(fresh)
                    fresh = {}
    finally:
        if fresh:
            store.save_results(fresh)
    store.keep_results(set(keys.values()))
    progress(len(todo), len(todo), "Writing the findings")
    applies = whose_duties(documents, obligations, profile.roles)
    shown = assemble(
        [alignment for one in compared.values() for alignment in one.alignments],
        _conflicts(list(compared.values())),
        documents=readable,
        obligations=obligations,
        applies=applies,
        by_hand=by_hand,
    )
    return Outcome(
        coverage=shown.coverage,
        findings=shown.findings,
        applies=applies,
        scopes=_scopes(pairs, compared, keys, duties_of(readable, obligations)),
        computed=len(todo),
        reused=len(pairs) - len(todo),
    )


@contextmanager
def _read_for_good() -> Iterator[None]:
    """Keep the garbage collector from going through all that was read again and again while pairs are compared."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _conflicts(compared: Sequence[Compared]) -> list[Finding]:
    """Return the contradictions of all pairs, each as likely as they are common in this library."""
    odds = odds_here([p for one in compared for p in one.weighed], usual=together_model().share)
    weighed = [
        replace(conflict, confidence=round(adjusted(conflict.confidence, odds), 3))
        for one in compared
        for conflict in one.conflicts
    ]
    likely = [one for one in weighed if one.confidence >= JUDGEMENT.contradiction]
    return likely + [copy for one in compared for copy in one.copies]


def assemble_again(store: Store, documents: Sequence[Document], *, fingerprint: str) -> None:
    """Lay what people said of scope over the last check; nothing is compared again."""
    shown = assemble(
        store.coverage(),
        [one for one in store.findings() if one.kind is FindingKind.CONFLICT],
        documents=[one for one in documents if one.clauses],
        obligations=store.obligations(),
        applies=store.applies(),
        by_hand=said_by_hand(store.scope_decisions()),
    )
    store.replace_shown(coverage=shown.coverage, findings=shown.findings, fingerprint=fingerprint)


def _pairs(documents: Sequence[Document]) -> list[tuple[Document, Document]]:
    sources = [d for d in documents if d.kind.is_source]
    policies = [d for d in documents if not d.kind.is_source]
    return [(s, p) for s in sources for p in policies] + list(combinations_with_replacement(policies, 2))


def _scopes(
    pairs: Sequence[tuple[Document, Document]],
    compared: Mapping[str, Compared],
    keys: Mapping[tuple[str, str], str],
    duties: Sequence[tuple[Document, Obligation]],
) -> tuple[ComputedScope, ...]:
    """Return for every source and policy how many of the source's duties the policy should meet."""
    asked = Counter(source.path for source, _ in duties)
    found = {(a.path, b.path): compared[keys[a.path, b.path]] for a, b in pairs if a.kind.is_source}
    return tuple(
        ComputedScope(
            source=source,
            policy=policy,
            cited=one.cited,
            inside=sum(a.in_scope for a in one.alignments),
            duties=asked[source],
        )
        for (source, policy), one in found.items()
    )


def _read(
    documents: Sequence[Document],
    obligations: Mapping[str, Sequence[Obligation]],
    *,
    embed: Callable[[Sequence[str], Progress], Matrix],
    progress: Progress,
) -> dict[str, Read]:
    """Read some documents, embedding all their statements in one run."""
    statements = {d.path: read_statements(d, obligations.get(d.path, ())) for d in documents}
    vectors = embed([s.in_context for found in statements.values() for s in found], progress)
    reads: dict[str, Read] = {}
    at = 0
    for document in documents:
        path = document.path
        said = tuple(statements[path])
        reads[path] = Read(document, tuple(obligations.get(path, ())), said, vectors[at : at + len(said)])
        at += len(said)
    return reads


def _answers(
    reads: Mapping[str, Read], keys: Mapping[tuple[str, str], str], compared: Mapping[str, Compared]
) -> dict[str, Anchors]:
    """Return what the statements of each policy read answer and break in the sources, by the policy's path."""
    found: dict[str, dict[str, Compared]] = {
        path: {} for path, read in reads.items() if not read.document.kind.is_source
    }
    for (a, b), key in keys.items():
        if b in found and compared.get(key, _NOTHING).answers:
            found[b][a] = compared[key]
    return {
        path: anchored(
            len(reads[path].statements),
            {source: one.answers for source, one in some.items()},
            {source: one.breaks for source, one in some.items()},
        )
        for path, some in found.items()
    }
