"""One logical policy, flattened to the parts that every producer prints and the clauses a reader would cite."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list, with a list of its own."""

    text: str
    items: tuple["Item", ...] = ()


@dataclass(frozen=True, slots=True)
class Para:
    """A numbered paragraph; `items` or `bullets` follow it, then `closing`, then unnumbered paragraphs."""

    text: str
    items: tuple[Item, ...] = ()
    bullets: tuple[str, ...] = ()
    closing: str = ""
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Terms:
    """A numbered paragraph that opens a list of defined terms: (term, meaning)."""

    text: str
    terms: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption and column headings."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Unit = Para | Terms | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    title: str
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Policy:
    """A whole document."""

    name: str
    title: str
    sections: tuple[Section, ...]


class Scheme(StrEnum):
    """How paragraphs are numbered."""

    DECIMAL = "decimal"  # 4 Visits / 4.2 / (a) / (i)
    PLAIN = "plain"  # Visits / 12. / (a) / (i)
    LEGAL = "legal"  # 4. Visits / (2) / (a) / (i)
    HALF = "half"  # 4. Visits / 4.2. / a) / i)
    NONE = "none"  # Visits / no numbers, bullets for lists


class PartKind(StrEnum):
    """What a producer has to print."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    BULLET = "bullet"
    PLAIN = "plain"  # unnumbered words: a term, a further paragraph
    CLOSING = "closing"
    TABLE = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One printed part. `depth` is 0 for paragraphs, 1 for items, 2 for items of items."""

    kind: PartKind
    text: str
    label: str = ""
    depth: int = 0
    table: Table | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A clause a reader would cite."""

    ref: str
    text: str
    closing: str = ""
    heading: str = ""


@dataclass(slots=True)
class _Walk:
    scheme: Scheme
    parts: list[Part] = field(default_factory=list)
    clauses: list[Expected] = field(default_factory=list)
    running: int = 0  # the paragraph's number in the document
    tables: int = 0


def flatten(policy: Policy, scheme: Scheme) -> tuple[tuple[Part, ...], tuple[Expected, ...]]:
    """Return what is printed, in order, and the clauses expected from it, in order."""
    walk = _Walk(scheme)
    walk.parts.append(Part(kind=PartKind.TITLE, text=policy.title))
    for number, section in enumerate(policy.sections, 1):
        _section(walk, number, section)
    return tuple(walk.parts), tuple(walk.clauses)


def _section(walk: _Walk, number: int, section: Section) -> None:
    label = {Scheme.DECIMAL: str(number), Scheme.LEGAL: f"{number}.", Scheme.HALF: f"{number}."}
    walk.parts.append(Part(kind=PartKind.HEADING, text=section.title, label=label.get(walk.scheme, "")))
    within = 0
    for unit in section.units:
        if isinstance(unit, Table):
            _table(walk, unit, section.title)
            continue
        within += 1
        walk.running += 1
        printed, ref = _number(walk, number, within, section.title)
        walk.parts.append(Part(kind=PartKind.PARAGRAPH, text=unit.text, label=printed))
        if isinstance(unit, Terms):
            walk.clauses.append(Expected(ref=ref, text=unit.text, heading=section.title))
            for term, meaning in unit.terms:
                text = f"“{term}” {meaning}"
                walk.parts.append(Part(kind=PartKind.PLAIN, text=text))
                walk.clauses.append(Expected(ref=f'{ref} "{term}"', text=text, heading=section.title))
        else:
            further = _para(walk, unit, ref, within, section.title)
            within += further if walk.scheme is Scheme.NONE else 0


def _number(walk: _Walk, section: int, within: int, title: str) -> tuple[str, str]:
    match walk.scheme:
        case Scheme.DECIMAL:
            return f"{section}.{within}", f"{section}.{within}"
        case Scheme.HALF:
            return f"{section}.{within}.", f"{section}.{within}"
        case Scheme.LEGAL:
            return f"({within})", f"{section}({within})"
        case Scheme.PLAIN:
            return f"{walk.running}.", str(walk.running)
        case Scheme.NONE:
            return "", f"{title} ¶{within}"


def _para(walk: _Walk, unit: Para, ref: str, within: int, title: str) -> int:
    """Add a paragraph with its lists; return how many further unnumbered paragraphs were counted."""
    bullets = unit.bullets or (_flat(unit.items) if walk.scheme is Scheme.NONE else ())
    folded = "".join(f"\n• {text}" for text in bullets)
    walk.clauses.append(Expected(ref=ref, text=unit.text + folded, closing=unit.closing, heading=title))
    walk.parts += [Part(kind=PartKind.BULLET, text=text, depth=1) for text in bullets]
    if walk.scheme is not Scheme.NONE:
        _items(walk, unit.items, ref, 1, title)
    if unit.closing:
        walk.parts.append(Part(kind=PartKind.CLOSING, text=unit.closing))
    for place, text in enumerate(unit.more, 2):
        walk.parts.append(Part(kind=PartKind.PLAIN, text=text))
        own = f"{title} ¶{within + place - 1}" if walk.scheme is Scheme.NONE else f"{ref} ¶{place}"
        walk.clauses.append(Expected(ref=own, text=text, heading=title))
    return len(unit.more)


def _items(walk: _Walk, items: Sequence[Item], ref: str, depth: int, title: str) -> None:
    for place, item in enumerate(items):
        core = "abcdefghijklmnop"[place] if depth == 1 else ROMAN[place]
        printed = f"{core})" if walk.scheme is Scheme.HALF else f"({core})"
        own = f"{ref}({core})"
        walk.parts.append(Part(kind=PartKind.ITEM, text=item.text, label=printed, depth=depth))
        walk.clauses.append(Expected(ref=own, text=item.text, heading=title))
        _items(walk, item.items, own, depth + 1, title)


def _flat(items: Sequence[Item]) -> tuple[str, ...]:
    return tuple(_texts(items))


def _texts(items: Sequence[Item]) -> Iterator[str]:
    for item in items:
        yield item.text
        yield from _texts(item.items)


def _table(walk: _Walk, table: Table, title: str) -> None:
    walk.tables += 1
    name = f"Table {walk.tables}"
    walk.parts.append(Part(kind=PartKind.TABLE, text=f"{name}: {table.caption}", table=table))
    for place, row in enumerate(table.rows, 1):
        walk.clauses.append(Expected(ref=f"{name} row {place}", text=" | ".join(row), heading=title))


ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")
