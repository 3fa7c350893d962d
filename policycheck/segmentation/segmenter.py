"""Turns the blocks of one document into clauses, one block after another."""

from collections.abc import Sequence

from policycheck.domain.documents import Block, BlockKind, ClauseKind, ProvisionStatus
from policycheck.segmentation.ancestry import parent_of_ref
from policycheck.segmentation.drafting import Draft
from policycheck.segmentation.labels import Alphabet, Mark
from policycheck.segmentation.neighbours import is_caption, is_clause, join_lone_numbers, number_ahead
from policycheck.segmentation.outline import Level, Outline
from policycheck.segmentation.plausible import Numbered, read_numbers
from policycheck.segmentation.sections import Section, Sections
from policycheck.segmentation.tables import TableNames
from policycheck.segmentation.wording import (
    continues_sentence,
    defined_term,
    has_words,
    introduces,
    is_contents_line,
    promises_list,
)


class Segmenter:
    """Reads blocks in order; `drafts` holds the clauses so far.

    `restarts` says that plain numbers begin again under each heading, so references need the heading.
    """

    def __init__(self, title: str, *, restarts: bool = False) -> None:
        self.drafts: list[Draft] = []
        self.outline = Outline()
        self.outline.restarts = restarts
        self._sections = Sections(title)
        self._tables = TableNames()
        self._by_ref: dict[str, Draft] = {}
        self._depths: dict[int, int] = {}  # nesting of the bullets and items that are clauses
        self._fold: Draft | None = None  # the clause that the bullets now being read fold into
        self._last: Draft | None = None  # the clause of the block before, None after a heading
        self._lone: list[tuple[Section, Draft]] = []

    def read(self, blocks: Sequence[Block]) -> None:
        """Read every block."""
        pairs = join_lone_numbers(blocks, read_numbers(blocks))
        for index, (block, numbered) in enumerate(pairs):
            following = pairs[index + 1][0] if index + 1 < len(pairs) else None
            if block.kind is not BlockKind.ROW:
                self._tables.close()
            self._read_block(block, numbered, following, number_ahead(pairs, index))
        self._name_lone_paragraphs()

    def _read_block(self, block: Block, numbered: Numbered, following: Block | None, ahead: str) -> None:
        before_row = following is not None and following.kind is BlockKind.ROW
        whole = f"{block.label} {block.text}".strip()
        if block.kind is BlockKind.CAPTION or (before_row and is_caption(block, whole)):
            self._tables.caption(whole)
        elif block.kind is BlockKind.ROW and not block.ref:
            self._row(block)
        elif block.kind is BlockKind.HEADING and not is_clause(numbered, following):
            self._fold = self._last = None
            self._sections.open(block, numbered, self.outline)
        elif block.ref:
            self._referenced(block)
        elif block.kind is BlockKind.CLOSING:
            self._closing(block, numbered.text)
        elif numbered.marks:
            self._numbered(block, numbered, ahead)
        elif has_words(block.text) and not is_contents_line(block.text):
            self._unnumbered(block)

    # -- clauses whose format tells the reference ------------------------------------------------

    def _referenced(self, block: Block) -> None:
        self._fold = None
        if block.kind is BlockKind.CLOSING and block.ref in self._by_ref:
            self._by_ref[block.ref].add_closing(block.text, block)
            return
        if not has_words(block.text) and block.status is ProvisionStatus.IN_FORCE:
            return
        parent, lettered = parent_of_ref(block.ref, self._by_ref)
        listed = parent is not None and (lettered or promises_list(parent.text))
        kind = ClauseKind.ITEM if listed else ClauseKind.PARAGRAPH
        if block.kind is BlockKind.DEFINITION or (not listed and defined_term(block.text)):
            kind = ClauseKind.DEFINITION
        if block.kind is BlockKind.ROW:
            kind = ClauseKind.ROW
        self._add(block.ref, block.text, kind, block, parent=parent if listed else None)

    # -- clauses with a printed number -----------------------------------------------------------

    def _numbered(self, block: Block, numbered: Numbered, ahead: str) -> None:
        depth = block.level if block.kind is BlockKind.BULLET else None
        anchor = self._anchor(block)
        first, *rest = numbered.marks
        level = self._place(first, depth, ahead, anchor)
        for mark in rest:
            level = self._place(mark, None, ahead, None)
        self._fold = None
        if not has_words(numbered.text):
            self._last = None
            return
        parent = self._list_above(level)
        kind = ClauseKind.ITEM if parent is not None else ClauseKind.PARAGRAPH
        if parent is None and defined_term(numbered.text):
            kind = ClauseKind.DEFINITION
        level.draft = self._add(level.ref, numbered.text, kind, block, parent=parent)
        if depth is not None:
            self._depths[id(level.draft)] = depth

    def _place(self, mark: Mark, depth: int | None, ahead: str, anchor: Draft | None) -> Level:
        if anchor is not None and any(reading.is_first for reading in mark.readings()):
            self._open_anchor(anchor, mark)
            level = self.outline.place(mark, depth=depth, ahead=ahead)
            level.above = anchor
            return level
        return self.outline.place(mark, depth=depth, ahead=ahead)

    def _anchor(self, block: Block) -> Draft | None:
        """Return the unnumbered paragraph just above, where it introduces the list that begins here."""
        last = self._last
        if (
            last is None
            or last.kind is ClauseKind.ROW
            or any(level.draft is last for level in self.outline.levels)
        ):
            return None
        leads = introduces if block.kind is BlockKind.BULLET else promises_list
        return last if leads(last.text) and not last.folds else None

    def _open_anchor(self, anchor: Draft, mark: Mark) -> None:
        owner = self.outline.owner()
        self.outline.cut_to(owner)
        if owner is None or self._is_stale(owner) or owner.child_ref(mark.core) in self._by_ref:
            self.outline.push(Level(anchor.ref, draft=anchor))

    def _is_stale(self, level: Level) -> bool:
        """Whether a level belongs to a heading above the one that the words stand under."""
        return level.heading and bool(self._sections.current.name) and not self._sections.current.ref

    def _list_above(self, level: Level) -> Draft | None:
        """Return the clause whose list this level is an item of, or None for a clause of its own."""
        above = level.above
        if level.reading is None:
            above = self._by_ref.get(level.ref.rpartition(".")[0])
        if above is None:
            return None
        lettered = level.reading is not None and level.reading.alphabet is not Alphabet.FIGURES
        return above if lettered or promises_list(above.text) or level.depth is not None else None

    # -- clauses without one ---------------------------------------------------------------------

    def _unnumbered(self, block: Block) -> None:
        if block.kind is BlockKind.BULLET and self._fold_bullet(block):
            return
        if self._belongs_above(block):
            return
        self._fold = None
        term = block.cells[0] if block.kind is BlockKind.DEFINITION and block.cells else ""
        term = term or defined_term(
            block.text, heading=self._sections.current.words or self._sections.current.name
        )
        if term:
            self._definition(block, term)
        else:
            self._paragraph(block)

    def _fold_bullet(self, block: Block) -> bool:
        """Fold a bullet into the clause it completes; False where it is a paragraph of its own."""
        if defined_term(block.text):
            return False
        target = self._fold or self._last
        if target is None or target.kind is ClauseKind.ROW:
            return False
        depth = self._depths.get(id(target))
        below = depth is None or block.level > depth
        if target.kind is ClauseKind.ITEM:
            if not below and continues_sentence(block.text) and target.text.endswith((",", ";", "or", "and")):
                self._close_list(self._ancestor(target.parent or target, block.level + 1), block, block.text)
                return True
            folds = below or promises_list(target.text)
        else:
            leads = introduces(target.text) if below else promises_list(target.text)
            folds = self._fold is not None or leads
        if folds:
            target.add_line(block.text, block, bullet=True)
            self._fold = self._last = target
        return folds

    def _belongs_above(self, block: Block) -> bool:
        """Add words that go on with the clause above; False where they begin a clause."""
        last = self._last
        if last is None or block.kind is not BlockKind.PARAGRAPH or defined_term(block.text):
            return False
        depth = self._depths.get(id(last))
        if block.level > 0 and (last.folds or (depth is not None and block.level > depth)):
            last.add_line(block.text, block, bullet=False)
            return True
        unfinished = last.kind is ClauseKind.ITEM or last.folds or promises_list(last.text)
        if (
            unfinished
            and not last.closing
            and continues_sentence(block.text)
            and last.kind is not ClauseKind.ROW
        ):
            self._close_list(self._ancestor(last, block.level), block, block.text)
            return True
        return False

    def _close_list(self, target: Draft, block: Block, text: str) -> None:
        """Give `target` the words after its list; the next list begins below it anew."""
        target.add_closing(text, block)
        self._fold, self._last = None, target
        level = next((level for level in self.outline.levels if level.draft is target), None)
        if level is not None:
            self.outline.cut_to(level)

    def _ancestor(self, draft: Draft, level: int) -> Draft:
        """Return the clause whose list ends where words at `level` begin."""
        while draft.parent is not None and self._depths.get(id(draft), level) >= level:
            draft = draft.parent
        return draft

    def _closing(self, block: Block, text: str) -> None:
        if self._last is None:
            self._paragraph(block)
        else:
            self._close_list(self._ancestor(self._last, block.level), block, text)

    def _definition(self, block: Block, term: str) -> None:
        above = self._intro_of_definitions()
        level = next((level for level in self.outline.levels if level.mark and level.draft is above), None)
        owner = level if above is not None and level is not None else self._owner()
        place = owner.ref if owner is not None else self._sections.current.cited
        self.outline.cut_to(owner or self.outline.owner())
        draft = self._add(f'{place} "{term}"'.strip(), block.text, ClauseKind.DEFINITION, block, parent=above)
        self.outline.push(Level(draft.ref, draft=draft))

    def _intro_of_definitions(self) -> Draft | None:
        """Return the words such as "In this section—" that the definition now being read belongs to."""
        last = self._last
        while last is not None and last.kind is ClauseKind.ITEM and not promises_list(last.text):
            last = last.parent
        if last is not None and last.kind is ClauseKind.DEFINITION:
            return last.parent
        return last if last is not None and promises_list(last.text) else None

    def _paragraph(self, block: Block) -> None:
        owner, section = self._owner(), self._sections.current
        if owner is not None:
            owner.paragraphs += 1
            ref = f"{owner.ref} ¶{owner.paragraphs}"
        else:
            section.paragraphs += 1
            ref = f"{section.cited} ¶{section.paragraphs}".strip()
        draft = self._add(ref, block.text, ClauseKind.PARAGRAPH, block)
        if owner is None and section.ref and section.paragraphs == 1:
            self._lone.append((section, draft))
        if block.kind is BlockKind.BULLET:
            self._depths[id(draft)] = block.level

    def _owner(self) -> Level | None:
        """Return the numbered clause that unnumbered words follow, None directly under a heading."""
        owner = self.outline.owner()
        return None if owner is None or owner.heading else owner

    def _name_lone_paragraphs(self) -> None:
        """The only unnumbered paragraph of a numbered section is cited by the section's number."""
        for section, draft in self._lone:
            if section.paragraphs == 1 and section.ref not in self._by_ref:
                draft.ref = section.ref

    # -- rows, and what every clause needs -------------------------------------------------------

    def _row(self, block: Block) -> None:
        self._fold = None
        if not has_words(block.text):
            return
        after = self._last
        if after is not None and after.kind is ClauseKind.ROW:
            after = after.after
        ref, after = self._tables.name_row(block, after=after, place=self._sections.current.cited)
        text = " | ".join(block.cells) if block.cells else block.text
        self._add(ref, text, ClauseKind.ROW, block, after=after)

    def _add(
        self,
        ref: str,
        text: str,
        kind: ClauseKind,
        block: Block,
        *,
        parent: Draft | None = None,
        after: Draft | None = None,
    ) -> Draft:
        draft = Draft(
            ref,
            text,
            kind,
            block,
            heading_path=self._sections.path,
            section=self._sections.names,
            parent=parent,
            after=after,
            end=block.end,
        )
        self.drafts.append(draft)
        self._by_ref[ref] = draft
        self._last = draft
        return draft
