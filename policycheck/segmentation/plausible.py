"""Decides which typed numbers are numbers: the ones that stand in a sequence, not "10 Working days"."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from policycheck.domain.documents import Block, BlockKind
from policycheck.segmentation.labels import Mark, Reading, Shape, Typed, find_typed, read_label
from policycheck.segmentation.wording import without_ornament

_REACH = 60  # blocks to look for the neighbour of a doubtful number
_TEXT_KINDS = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.BULLET})


@dataclass(frozen=True, slots=True)
class Numbered:
    """A block's marks, outermost first, and its text without them; no marks for a block without a number."""

    marks: tuple[Mark, ...]
    text: str
    named: bool = False


def read_numbers(blocks: Sequence[Block]) -> list[Numbered]:
    """Return the number and the remaining words of every block, in order."""
    candidates = [_candidate(block) for block in blocks]
    numbered_levels = _numbered_levels(blocks, candidates)
    return [
        _decide(index, blocks, candidates, numbered_levels=numbered_levels) for index in range(len(blocks))
    ]


def _numbered_levels(blocks: Sequence[Block], candidates: Sequence[Typed | None]) -> frozenset[int]:
    """Return the heading levels at which most headings open with what may be a number."""
    votes: Counter[int] = Counter()
    for block, typed in zip(blocks, candidates, strict=True):
        if block.kind is BlockKind.HEADING:
            votes[block.level] += 1 if typed is not None else -1
    return frozenset(level for level, balance in votes.items() if balance > 0)


def _candidate(block: Block) -> Typed | None:
    if block.kind not in _TEXT_KINDS or block.ref:
        return None
    if block.label:
        marks = read_label(block.label)
        inner = find_typed(block.text) if len(marks) == 1 else None
        if inner and inner.sure and marks and all(mark.shape is Shape.BRACKET for mark in inner.marks):
            return Typed((*marks, *inner.marks), inner.rest, sure=True)  # "12." and then "(1) ..."
        return Typed(marks, block.text, sure=True) if marks else None
    if block.kind is BlockKind.HEADING:
        return find_typed(without_ornament(block.text), named=True)
    return find_typed(block.text)


def _decide(
    index: int,
    blocks: Sequence[Block],
    candidates: Sequence[Typed | None],
    *,
    numbered_levels: frozenset[int],
) -> Numbered:
    block, typed = blocks[index], candidates[index]
    if typed is None:
        return Numbered((), block.text)
    if block.kind is BlockKind.HEADING:
        usual = block.level in numbered_levels and typed.marks[0].is_figure
        plausible = typed.sure or usual or _has_stop(block, typed) or _in_sequence(index, candidates)
    else:
        plausible = typed.sure or _opens_section(index, blocks, typed) or _in_sequence(index, candidates)
    if plausible:
        return Numbered(typed.marks, typed.rest, typed.named)
    return Numbered((), block.text)


def _opens_section(index: int, blocks: Sequence[Block], typed: Typed) -> bool:
    """Tell whether a lone "1." stands directly below a heading."""
    below = index > 0 and blocks[index - 1].kind is BlockKind.HEADING
    return below and blocks[index].text.startswith(("1.", "1)")) and typed.marks[0].core == "1"


def _has_stop(block: Block, typed: Typed) -> bool:
    """Tell whether a heading's figure is set off from its words ("7." or "7)", not "7 Steps to Safety")."""
    mark = typed.marks[0]
    return mark.is_figure and without_ornament(block.text)[len(mark.core) :][:1] in {".", ")"}


def _in_sequence(index: int, candidates: Sequence[Typed | None]) -> bool:
    typed = candidates[index]
    if typed is None:
        return False
    mark = typed.marks[0]
    before = (candidates[place] for place in range(index - 1, max(-1, index - 1 - 4 * _REACH), -1))
    after = (candidates[place] for place in range(index + 1, min(len(candidates), index + 1 + _REACH)))
    if mark.shape is Shape.DECIMAL and "." not in mark.core:
        return _in_run(mark.core, candidates)
    if mark.shape is Shape.DECIMAL:
        neighbours = {_decimal_neighbour(mark.core, -1), _decimal_neighbour(mark.core, 1)}
        return any(other and other.marks[0].core in neighbours for other in (*before, *after))
    if any(other and _follows(mark, other.marks[0]) for other in before):
        return True
    return any(other and _follows(other.marks[0], mark) for other in after)


def _in_run(core: str, candidates: Sequence[Typed | None]) -> bool:
    """Tell "C1", "C2", "C3" at the heads of clauses from "A4 posters": all from the first on must be there, and more
    than one."""
    letter, last = core[0], max(2, int(core[1:]))
    cores = {one.marks[0].core for one in candidates if one}
    return all(f"{letter}{number}" in cores for number in range(1, last + 1))


def _follows(mark: Mark, before: Mark) -> bool:
    if mark.shape is not before.shape:
        return False
    return any(_directly(one, other) for one in mark.readings() for other in before.readings())


def _directly(one: Reading, other: Reading) -> bool:
    return one.alphabet is other.alphabet and one.place == other.place + 1 and not one.inserted


def _decimal_neighbour(core: str, step: int) -> str:
    head, _, last = core.rpartition(".")
    return f"{head}.{int(last) + step}" if last.isdecimal() else ""
