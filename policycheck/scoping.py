"""Which policy is meant to meet which source: what was computed and what people said, with the reason in words."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache

from policycheck.domain.alignments import Reason
from policycheck.domain.documents import Document
from policycheck.domain.scopes import ComputedScope, PairScope, ScopeDecision
from policycheck.errors import UsageError, WorkspaceError


def pair_scopes(
    documents: Sequence[Document],
    computed: Sequence[ComputedScope],
    by_hand: Mapping[tuple[str, str], ScopeDecision],
) -> list[PairScope]:
    """Return where every source and policy stand, in the order of the documents."""
    sources = [d for d in documents if d.kind.is_source]
    policies = [d for d in documents if not d.kind.is_source]
    known = {(one.source, one.policy): one for one in computed}
    return [
        _pair(source, policy, known.get((source.path, policy.path)), by_hand.get((source.path, policy.path)))
        for source in sources
        for policy in policies
    ]


def said_of(
    pairs: Iterable[tuple[str, str, bool | None]], documents: Sequence[Document], *, by: str, note: str
) -> list[ScopeDecision]:
    """Return what a person says of some (source, policy, inside).

    Raises WorkspaceError where a document is not there, UsageError where one is no source or no policy.
    """
    kinds = {document.path: document.kind for document in documents}
    now, said = datetime.now(UTC), []
    for source, policy, inside in pairs:
        for path in (source, policy):
            if path not in kinds:
                raise WorkspaceError(f"The workspace has no document {path}.")
        if not kinds[source].is_source:
            raise UsageError(f"{source} is a local policy, not a source.")
        if kinds[policy].is_source:
            raise UsageError(f"{policy} is a source, not a local policy.")
        said.append(ScopeDecision(source=source, policy=policy, inside=inside, by=by, at=now, note=note))
    return said


def _pair(
    source: Document, policy: Document, computed: ComputedScope | None, said: ScopeDecision | None
) -> PairScope:
    inside = None if computed is None else computed.inside > 0
    by_hand = None if said is None else said.inside
    return PairScope(
        source=source.path,
        policy=policy.path,
        computed=inside,
        by_hand=by_hand,
        effective=bool(inside) if by_hand is None else by_hand,
        reason=_said_reason(said) if said is not None else _not_said_reason(computed),
        inside=0 if computed is None else computed.inside,
        duties=0 if computed is None else computed.duties,
        decision=said,
    )


def _said_reason(said: ScopeDecision) -> Reason:
    meant = "is" if said.inside else "is not"
    note = f": {said.note}" if said.note else "."
    return Reason(code="by-hand", message=f"{said.by} said that it {meant} meant to meet this source{note}")


def _not_said_reason(computed: ComputedScope | None) -> Reason:
    if computed is None:
        return _NOT_CHECKED
    return _computed_reason(computed.cited, computed.inside, computed.duties)


_NOT_CHECKED = Reason(code="not-checked", message="The two have not been compared yet.")


@lru_cache(maxsize=4096)  # there may be a hundred thousand pairs, and few reasons
def _computed_reason(cited: bool, inside: int, duties: int) -> Reason:
    if not inside:
        if cited:
            return Reason(code="cited-only", message="It names this source, but speaks of other subjects.")
        return Reason(code="other-subject", message="It does not name this source, and the subjects differ.")
    part = "" if inside >= duties else f" ({inside} of its {duties} duties)"
    if cited:
        return Reason(code="cited", message=f"It names this source{part}.")
    return Reason(
        code="same-subject", message=f"It does not name this source, but the subjects are alike{part}."
    )
