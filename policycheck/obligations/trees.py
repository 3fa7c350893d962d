"""The clause tree becomes obligations: lists belong to the words above them, limbs stand alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from policycheck.domain.documents import Clause, ClauseKind, DocumentKind, children_of
from policycheck.domain.obligations import LimitKind, Obligation
from policycheck.lexicon.verbs import bases
from policycheck.obligations.grammar import MODALS
from policycheck.obligations.limits import find_time_limits
from policycheck.obligations.reading import Found, read_sentence, split_duties
from policycheck.obligations.rows import ROW_MODALITY, read_row
from policycheck.obligations.sentences import split_bullets, split_sentences, tokens_of
from policycheck.obligations.subjects import is_person
from policycheck.obligations.vocabulary import word_set

_LIMB_LIMITS = (LimitKind.WITHIN, LimitKind.EVERY, LimitKind.BEFORE)
_LEAD_MARKS = " :—–-"
_DEEPEST = 8
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class _Item:
    """A member of a list: its own words, the words of its own list, and the clause to cite."""

    own: str
    below: tuple["_Item", ...]
    clause: Clause

    @property
    def text(self) -> str:
        return _joined(
            self.own, *(item.text for item in self.below), self.clause.closing if self.below else ""
        )


def read_tree(clauses: Sequence[Clause], *, document: str, kind: DocumentKind) -> Iterator[Obligation]:
    """Yield the obligations of a document's clauses, in order."""
    children = children_of(clauses)
    known = {clause.id for clause in clauses}
    for clause in clauses:
        if clause.quoted or clause.kind is ClauseKind.DEFINITION or clause.parent in known:
            continue
        for found, source, items in _read_clause(clause, children, kind):
            yield _obligation(found, source, items, document)


_Reading = tuple[Found, Clause, tuple[str, ...]]


def _read_clause(clause: Clause, children: dict[str, list[Clause]], kind: DocumentKind) -> Iterator[_Reading]:
    if clause.kind is ClauseKind.ROW:
        yield from _read_row(clause, kind)
        return
    groups = split_bullets(clause.text)
    for place, group in enumerate(groups):
        last = place == len(groups) - 1
        items = [_Item(bullet, (), clause) for bullet in group.bullets]
        items += _items_below(clause, children, 0) if last else []
        closing = clause.closing if last else ""
        sentences = split_sentences(group.lead)
        lead = sentences.pop() if sentences and (items or closing) else ""
        for sentence in sentences:
            for part in split_duties(sentence, kind):
                found = read_sentence(part, kind)
                if found is not None:
                    yield found, clause, ()
        if lead or items or closing:
            yield from _read_list(clause, lead, items, closing, kind)


def _items_below(clause: Clause, children: dict[str, list[Clause]], depth: int) -> list[_Item]:
    if depth > _DEEPEST:
        return []
    return [
        _Item(child.text, tuple(_items_below(child, children, depth + 1)), child)
        for child in children.get(clause.id, [])
        if not child.quoted and child.kind is not ClauseKind.DEFINITION
    ]


def _read_row(clause: Clause, kind: DocumentKind) -> Iterator[_Reading]:
    row = read_row(clause)
    if row is not None:
        found = Found(
            text=clause.text, modality=ROW_MODALITY, signal=row.signal, duty_holder=row.duty_holder, recipient="", act=row.act,
            conditions=row.conditions, exceptions=(), time_limits=row.time_limits, thresholds=row.thresholds,
            has_subject=bool(row.duty_holder), start=0,
        )  # fmt: skip
        yield found, clause, ()
        return
    for cell in clause.text.split("|"):
        for sentence in split_sentences(cell):
            sentence_found = read_sentence(sentence, kind)
            if sentence_found is not None and _has_modal(sentence_found):
                yield sentence_found, clause, ()


def _read_list(
    clause: Clause, lead: str, items: Sequence[_Item], closing: str, kind: DocumentKind
) -> Iterator[_Reading]:
    """Read the words above a list, the list and the words below it."""
    own = read_sentence(lead, kind) if lead else None
    if own is not None:
        yield from _read_bound_list(clause, lead, items, closing, kind)
        return
    if closing:
        tail = read_sentence(_joined(_bare(lead), closing), kind) or read_sentence(closing.lstrip(", "), kind)
        if tail is not None:
            text = _joined(lead, *(item.text for item in items), closing)
            conditions = (
                tail.conditions
                if not lead or _bare(lead) in " ".join(tail.conditions)
                else (_bare(lead), *tail.conditions)
            )
            yield replace(tail, text=text, conditions=conditions), clause, tuple(item.text for item in items)
            return
    for item in items:
        yield from _read_loose_item(lead, item, closing, kind)


def _read_bound_list(
    clause: Clause, lead: str, items: Sequence[_Item], closing: str, kind: DocumentKind
) -> Iterator[_Reading]:
    limbs = [_limb(lead, item, closing, kind) for item in items]
    plain = [item for item, limb in zip(items, limbs, strict=True) if limb is None]
    if plain or not items:
        found = read_sentence(lead, kind, rest=_joined(*(item.text for item in plain), closing))
        if found is not None:
            text = _joined(lead, *(item.text for item in items), closing)
            yield replace(found, text=text), clause, tuple(item.text for item in plain)
    for item, limb in zip(items, limbs, strict=True):
        if limb is not None:
            yield limb, item.clause, tuple(one.text for one in item.below)


def _limb(lead: str, item: _Item, closing: str, kind: DocumentKind) -> Found | None:
    """Read an item below words that bind: a duty of its own where it has its own modal verb or time limit."""
    if _leaves_open(lead):
        return None
    own = read_sentence(item.own, kind, rest=_joined(*(one.text for one in item.below)))
    if own is not None and own.has_subject and _has_modal(own):
        return replace(own, text=_joined(lead, item.text, closing))
    if not _is_timed_act(item.own):
        return None
    together = read_sentence(_joined(lead, item.text), kind, rest=closing)
    return (
        replace(together, act=_without_mark(item.own))
        if together is not None and not together.act
        else together
    )


def _read_loose_item(lead: str, item: _Item, closing: str, kind: DocumentKind) -> Iterator[_Reading]:
    """Read an item below words that bind nobody: "Where a child is missing— (a) the carer must call."""
    together = None if _leaves_open(lead) or _is_fragment(lead) else _own_or_joined(lead, item, closing, kind)
    if item.below and (together is None or _is_open_item(item)):
        yield from _read_list(item.clause, _joined(lead, item.own), item.below, item.clause.closing, kind)
    elif together is not None:
        yield (
            replace(together, text=_joined(lead, item.text, closing)),
            item.clause,
            tuple(one.text for one in item.below),
        )


def _own_or_joined(lead: str, item: _Item, closing: str, kind: DocumentKind) -> Found | None:
    """Read an item by itself where it is a sentence, else as the end of the words above it."""
    start = _bare(lead)
    own = read_sentence(item.own, kind, rest=_joined(*(one.text for one in item.below)))
    if own is not None and own.has_subject:
        return replace(own, conditions=(start, *own.conditions)) if _is_case(start) else own
    if lead:
        rest = _joined(*(one.text for one in item.below), closing)
        joined = read_sentence(_joined(start, item.own), kind, rest=rest)
        if joined is not None and joined.start >= len(start):
            return joined
    if own is None:
        return None
    named = start.removeprefix("For ")
    holder = named if is_person(named) and len(named) < _LONGEST_NAME else own.duty_holder
    return replace(
        own, duty_holder=holder, conditions=(start, *own.conditions) if _is_case(start) else own.conditions
    )


def _is_fragment(lead: str) -> bool:
    """Tell whether the items only complete words that bind nobody: "Mealtimes are a chance to:", "Examples:"."""
    words = [token.low for token in tokens_of(lead[-80:]) if token.low[0].isalpha()]
    return bool(words) and words[-1] in word_set("fragments")


def _is_case(lead: str) -> bool:
    words = [token.low for token in tokens_of(lead[:80])]
    return bool(words) and (
        words[0] in word_set("openers")
        or words[0] in word_set("weak_openers")
        or words[0] in ("in", "on", "during", "following", "at", "for")
    )


def _is_open_item(item: _Item) -> bool:
    return item.own.rstrip().endswith((":", "—", "–", "-"))


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _bare(lead: str) -> str:
    return lead.rstrip(_LEAD_MARKS)


def _without_mark(text: str) -> str:
    return text.rstrip(" ;,.").removesuffix(" and").removesuffix(" or").rstrip(" ;,.")


def _leaves_open(lead: str) -> bool:
    """Tell whether the items are cases or contents: "... if—", "... stating that—"."""
    words = [token.low for token in tokens_of(lead[-80:]) if token.low[0].isalpha()]
    return bool(words) and (
        words[-1] in word_set("openers") or words[-1] in ("that", "who", "which", "when", "if", "where")
    )


def _has_modal(found: Found) -> bool:
    return found.signal.lower().split()[0] in MODALS


def _is_timed_act(item: str) -> bool:
    """Tell "visit the child within 7 days" from "any person who lived there within the last 7 days"."""
    words = [token.low for token in tokens_of(item[:200])]
    first = next((word for word in words if word[0].isalpha() and word not in word_set("adverbs")), "")
    limits = [
        span for span in find_time_limits(item) if not span.value.is_vague and span.value.kind in _LIMB_LIMITS
    ]
    if not limits:
        return False
    return first in bases() or limits[0].start < 2


def _obligation(found: Found, clause: Clause, items: tuple[str, ...], document: str) -> Obligation:
    return Obligation(
        id=sha256((clause.id + found.text).encode()).hexdigest()[:16], document=document, clause=clause.id,
        ref=clause.ref, text=found.text, modality=found.modality, duty_holder=found.duty_holder, act=found.act,
        recipient=found.recipient, signal=found.signal, items=items, conditions=found.conditions,
        exceptions=found.exceptions, time_limits=found.time_limits, thresholds=found.thresholds,
    )  # fmt: skip
