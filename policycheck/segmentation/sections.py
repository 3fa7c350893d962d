"""Keeps the headings above the words being read, with the numbers and names that references use."""

from dataclasses import dataclass

from policycheck.domain.documents import Block
from policycheck.segmentation.labels import Mark, Shape
from policycheck.segmentation.outline import Level, Outline
from policycheck.segmentation.plausible import Numbered
from policycheck.segmentation.wording import attachment_prefix, heading_name, is_container


@dataclass(slots=True, eq=False)
class Section:
    """One open heading. `ref` is its number in references ("4", "Sch 1"), `name` what stands in for one."""

    level: int
    shown: str
    name: str
    words: str = ""
    ref: str = ""
    prefix: str = ""
    base: Level | None = None
    paragraphs: int = 0

    @property
    def cited(self) -> str:
        """How a reference names the section: its number, else its heading, within a schedule after its name."""
        if self.ref or not self.prefix:
            return self.ref or self.name
        return f"{self.prefix}, {self.name}"


class Sections:
    """The open headings, outermost first; `title` names words above the first."""

    def __init__(self, title: str) -> None:
        self._root = Section(0, "", heading_name(title) if title else "")
        self._open: list[Section] = []

    @property
    def current(self) -> Section:
        return self._open[-1] if self._open else self._root

    @property
    def path(self) -> tuple[str, ...]:
        return tuple(section.shown for section in self._open)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the headings, innermost first, and the title."""
        return (*(section.name for section in reversed(self._open)), self._root.name)

    def open(self, block: Block, numbered: Numbered, outline: Outline) -> None:
        """Open the section of a heading; one without words only closes those at its level and deeper."""
        while self._open and self._open[-1].level >= block.level:
            self._open.pop()
        whole = f"{block.label} {block.text}".strip()
        if not whole:
            outline.reset(self._base(), prefix=self.current.prefix, heading=self.current.name)
            return
        section = self._section(block, numbered, whole)
        self._open.append(section)
        outline.reset(section.base, prefix=section.prefix, heading=section.name)

    def _base(self) -> Level | None:
        return self.current.base

    def _section(self, block: Block, numbered: Numbered, whole: str) -> Section:
        above = self.current
        name = heading_name(whole)
        attachment = attachment_prefix(name)
        if attachment:
            return Section(block.level, whole, name, block.text, ref=attachment, prefix=attachment)
        if is_container(name):
            return Section(block.level, whole, name, block.text, prefix=above.prefix)
        if not numbered.marks:
            return Section(block.level, whole, name, block.text, prefix=above.prefix, base=above.base)
        ref = _number(numbered.marks, above)
        shown = whole if numbered.named else f"{_printed(numbered.marks)} {numbered.text}".strip()
        base = _base_level(numbered.marks[-1], ref)
        return Section(block.level, shown, name, numbered.text, ref=ref, prefix=above.prefix, base=base)


def _number(marks: tuple[Mark, ...], above: Section) -> str:
    first, rest = marks[0], marks[1:]
    if first.shape is Shape.BRACKET and above.base is not None:
        ref = above.base.child_ref(first.core)
    elif above.prefix:
        ref = f"{above.prefix} para {first.core}"
    else:
        ref = f"({first.core})" if first.shape is Shape.BRACKET else first.core
    return ref + "".join(f"({mark.core})" for mark in rest)


def _printed(marks: tuple[Mark, ...]) -> str:
    return "".join(f"({mark.core})" if mark.shape is Shape.BRACKET else mark.core for mark in marks)


def _base_level(mark: Mark, ref: str) -> Level:
    readings = mark.readings()
    return Level(ref, mark, readings[0] if readings else None, heading=True)
