"""The clause tree becomes obligations: lists belong to the words above them, limbs stand alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from policycheck.domain.documents import Clause, ClauseKind, DocumentKind, ProvisionStatus, Term, children_of
from policycheck.domain.obligations import CrossReference, HolderSource, Obligation
from policycheck.obligations.coordination import split_duties
from policycheck.obligations.found import Found
from policycheck.obligations.holders import below_heading, context_of, open_heading, settled
from policycheck.obligations.lists import (
    Item,
    Reading,
    gives_contents,
    has_modal,
    joined_words,
    joiner_of,
    read_list,
)
from policycheck.obligations.reading import read_sentence
from policycheck.obligations.references import References
from policycheck.obligations.rows import Row, read_row
from policycheck.obligations.sentences import BULLET, split_bullets, split_sentences

_DEEPEST = 8


def read_tree(
    clauses: Sequence[Clause], *, document: str, kind: DocumentKind, terms: Sequence[Term] = ()
) -> Iterator[Obligation]:
    """Yield the obligations of a document's clauses, in order."""
    in_force = [clause for clause in clauses if clause.status is ProvisionStatus.IN_FORCE]
    children = children_of(in_force)
    known = {clause.id for clause in in_force}
    context = context_of(terms, kind)
    references = References(clauses, terms, kind)
    before: tuple[Found, Clause] | None = None
    for clause in in_force:
        if clause.quoted:
            continue
        if clause.kind is ClauseKind.DEFINITION:
            readings = _read_after_definition(clause, children, kind)
        elif clause.parent in known:
            continue
        else:
            readings = _read_clause(clause, children, kind)
        for read, source, items in readings:
            found = settled(read, source, _just_before(before, clause), context)
            before = found, clause
            yield _obligation(found, source, items, document, references.of(found.text, source.ref))


def _just_before(before: tuple[Found, Clause] | None, clause: Clause) -> Found | None:
    """Return the statement before, where it stands under the same heading."""
    return before[0] if before is not None and before[1].heading_path == clause.heading_path else None


def _read_clause(clause: Clause, children: dict[str, list[Clause]], kind: DocumentKind) -> Iterator[Reading]:
    if clause.kind is ClauseKind.ROW:
        yield from _read_row(clause, kind)
        return
    heading = open_heading(clause)
    groups = split_bullets(clause.text)
    for place, group in enumerate(groups):
        last = place == len(groups) - 1
        items = [Item(bullet, (), clause) for bullet in group.bullets]
        items += _items_below(clause, children, 0) if last else []
        closing = clause.closing if last else ""
        sentences = [below_heading(sentence, heading) for sentence in split_sentences(group.lead)]
        lead = (
            sentences.pop()
            if sentences and (items or closing)
            else f"{heading}:"
            if heading and items
            else ""
        )
        said = [read_sentence(part, kind) for sentence in sentences for part in split_duties(sentence, kind)]
        read: list[Reading] = [(found, clause, ()) for found in said if found is not None]
        listed = list(read_list(clause, lead, items, closing, kind)) if lead or items or closing else []
        if items and not listed and said and said[-1] is not None and gives_contents(lead):
            contents = tuple(item.text for item in items)
            whole = joined_words(said[-1].text, lead, *contents, closing)
            read[-1] = replace(said[-1], text=whole), clause, contents
        yield from read
        yield from listed


# "It should not be confused with" goes on with the definition; what "must be kept" is a duty.
_GOES_ON = re.compile(r"(?:it|this|that|they|these|those)\s(?!must\b|shall\b)", re.IGNORECASE)


def _read_after_definition(
    clause: Clause, children: dict[str, list[Clause]], kind: DocumentKind
) -> Iterator[Reading]:
    """Yield what a policy's sentences after the one that defines a term bind somebody to, in so many words."""
    first, *others = split_sentences(clause.text) or [""]
    rest = clause.text[clause.text.find(first) + len(first) :].strip()
    if kind is not DocumentKind.POLICY or not others or not first.endswith(".") or rest.startswith(BULLET):
        return
    for found, source, items in _read_clause(replace(clause, text=rest), children, kind):
        if has_modal(found) and not _GOES_ON.match(found.text):
            yield found, source, items


def _items_below(clause: Clause, children: dict[str, list[Clause]], depth: int) -> list[Item]:
    if depth > _DEEPEST:
        return []
    return [
        Item(child.text, tuple(_items_below(child, children, depth + 1)), child)
        for child in children.get(clause.id, [])
        if not child.quoted and child.kind is not ClauseKind.DEFINITION
    ]


def _read_row(clause: Clause, kind: DocumentKind) -> Iterator[Reading]:
    row = read_row(clause)
    # In law a table that names "employer" and "employee" defines who is who; only a time or a period binds.
    if row is not None and (kind is not DocumentKind.LEGISLATION or row.time_limits or row.thresholds):
        row, holder = _with_holder(row, clause, kind)
        found = Found(
            text=clause.text, modality=row.modality, signal=row.signal, duty_holder=holder, recipient="",
            act=row.act,
            conditions=row.conditions, exceptions=(), time_limits=row.time_limits, thresholds=row.thresholds,
            has_subject=bool(holder), start=-1,
            holder_source=HolderSource.COLUMN if holder else HolderSource.UNSAID,
        )  # fmt: skip
        yield found, clause, ()
        return
    for cell in clause.text.split("|"):
        for sentence in split_sentences(cell):
            sentence_found = read_sentence(sentence, kind)
            if sentence_found is not None and has_modal(sentence_found):
                yield sentence_found, clause, ()


def _with_holder(row: Row, clause: Clause, kind: DocumentKind) -> tuple[Row, str]:
    """Return a row and who acts: the cell of a column for it, or whom the sentence in a cell names.

    Where the column of who acts holds a sentence ("The clerk visits the child"), that is the act, and what else
    the row names is the case.
    """
    cells = (row.duty_holder,) if row.duty_holder else tuple(cell.strip() for cell in clause.text.split("|"))
    for cell in cells:
        said = read_sentence(cell, kind) if " " in cell else None
        if said is not None and said.duty_holder:
            if row.duty_holder and row.act and not row.conditions:
                row = replace(row, act=cell, conditions=(row.act,))
            return row, said.duty_holder
    return row, row.duty_holder


def _obligation(
    found: Found,
    clause: Clause,
    items: tuple[str, ...],
    document: str,
    references: tuple[CrossReference, ...],
) -> Obligation:
    return Obligation(
        id=sha256((clause.id + found.text).encode()).hexdigest()[:16], document=document, clause=clause.id,
        ref=clause.ref, text=found.text, modality=found.modality, duty_holder=found.duty_holder, act=found.act,
        recipient=found.recipient, signal=found.signal, items=items, conditions=found.conditions,
        exceptions=found.exceptions, time_limits=found.time_limits, thresholds=found.thresholds,
        signal_start=found.start, holder_source=found.holder_source,
        holder_means=found.holder_means, purpose=found.purpose, joined_by=joiner_of(found.text, items),
        references=references,
    )  # fmt: skip
