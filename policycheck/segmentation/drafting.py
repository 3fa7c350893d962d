"""Clauses on their way to a document: references are made unique and ids given once all are known."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from policycheck.domain.documents import Block, Clause, ClauseKind

_ID_DIGITS = 16


@dataclass(slots=True, eq=False)
class Draft:
    """A clause in the making; `parent` and `after` are other drafts.

    `after` is the clause before a table without a caption, whose reference the row's own ends with.
    `section` names the headings above, innermost first, to tell two equal references apart.
    """

    ref: str
    text: str
    kind: ClauseKind
    block: Block
    heading_path: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    parent: "Draft | None" = None
    after: "Draft | None" = None
    closing: str = ""
    end: int = 0
    folds: bool = False

    def add_line(self, text: str, block: Block, *, bullet: bool) -> None:
        """Fold a bullet or a further paragraph of a list item into this clause."""
        self.text += f"\n• {text}" if bullet else f"\n{text}"
        self.end = max(self.end, block.end)
        self.folds = self.folds or bullet

    def add_closing(self, text: str, block: Block) -> None:
        """Add words that follow this clause's list."""
        self.closing = f"{self.closing} {text}".strip()
        self.end = max(self.end, block.end) if self.folds else self.end


def finish(drafts: Sequence[Draft], *, path: str) -> tuple[Clause, ...]:
    """Turn drafts into clauses with unique references and stable ids."""
    refs = _unique_refs(drafts)
    ids = {id(draft): _clause_id(path, ref, draft.text) for draft, ref in zip(drafts, refs, strict=True)}
    return tuple(
        Clause(
            id=ids[id(draft)],
            ref=ref,
            text=draft.text,
            heading_path=draft.heading_path,
            page=draft.block.page,
            start=draft.block.start,
            end=max(draft.end, draft.block.end),
            kind=draft.kind,
            parent=ids[id(draft.parent)] if draft.parent is not None else None,
            closing=draft.closing,
            columns=draft.block.columns,
            quoted=draft.block.quoted,
            status=draft.block.status,
            extent=draft.block.extent,
        )
        for draft, ref in zip(drafts, refs, strict=True)
    )


def _clause_id(path: str, ref: str, text: str) -> str:
    return hashlib.sha256("\0".join((path, ref, text)).encode()).hexdigest()[:_ID_DIGITS]


def _unique_refs(drafts: Sequence[Draft]) -> list[str]:
    """Put parent headings before references that occur twice; what still collides gets a number in brackets."""
    refs = _with_tables(drafts)
    for _ in range(3):
        counts = Counter(refs)
        if all(count == 1 for count in counts.values()):
            return refs
        seen: set[str] = set()
        refs = [
            _under_heading(ref, draft)
            if counts[ref] > 1 and not draft.block.ref and _repeats(ref, seen)
            else ref
            for ref, draft in zip(refs, drafts, strict=True)
        ]
    return _numbered(refs)


def _repeats(ref: str, seen: set[str]) -> bool:
    """Tell whether `ref` was seen before: the first of its name keeps it."""
    if ref in seen:
        return True
    seen.add(ref)
    return False


def _with_tables(drafts: Sequence[Draft]) -> list[str]:
    refs: list[str] = []
    known: dict[int, str] = {}
    for draft in drafts:
        ref = draft.ref.replace("{after}", known[id(draft.after)]) if draft.after is not None else draft.ref
        known[id(draft)] = ref
        refs.append(ref)
    return refs


def _under_heading(ref: str, draft: Draft) -> str:
    """Put the nearest heading that `ref` does not name yet in front of it."""
    name = next((name for name in draft.section if name and not ref.startswith(name)), "")
    return f"{name}, {ref}" if name else ref


def _numbered(refs: Sequence[str]) -> list[str]:
    counts: Counter[str] = Counter()
    taken = set(refs)
    unique: list[str] = []
    for ref in refs:
        counts[ref] += 1
        candidate = ref
        if counts[ref] > 1:
            while (candidate := f"{ref} [{counts[ref]}]") in taken:
                counts[ref] += 1
            taken.add(candidate)
        unique.append(candidate)
    return unique
