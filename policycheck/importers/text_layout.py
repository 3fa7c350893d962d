"""Finds the paragraphs, bullets and headings in plain text by how the lines are set."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policycheck.domain.documents import BlockKind
from policycheck.importers.printed_labels import label_depth, split_bullet, split_label

_UNDERLINE = re.compile(r"^\s*(=|-|_|\*|~|#)\1{2,}\s*$")
_STAR = re.compile(r"^[*+]\s+(?=\S)")
_PART = re.compile(r"^(?:schedule|appendix|annexe?|part|chapter)\b", re.IGNORECASE)
_SENTENCE_END = (".", ";", ":", ",", "!", "?", "—", "–", "-")
_TRAILING_WORDS_TEXT = "a an and as at by for from in of on or the to with is are must shall will that"
_TRAILING_WORDS = frozenset(_TRAILING_WORDS_TEXT.split())
_LONGEST_HEADING = 12  # words
_WIDE = 100  # characters: longer lines are whole paragraphs


@dataclass(frozen=True, slots=True)
class Line:
    """One line with its offsets into the text; `indent` counts columns."""

    words: str
    start: int
    end: int
    indent: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, bullet or heading, with its offsets into the text."""

    kind: BlockKind
    text: str
    start: int
    end: int
    level: int = 0


def _split_bullet(text: str) -> tuple[bool, str]:
    """Like `split_bullet`, and knows the star that only plain text uses for a bullet."""
    found = _STAR.match(text)
    return (True, text[found.end() :]) if found else split_bullet(text)


def pieces_of(text: str) -> Iterator[Piece]:
    """Yield the pieces of `text` in order."""
    groups = _groups(_lines(text))
    unwrapped = _one_line_per_paragraph(groups)
    paragraphs = [lines for group in groups for lines in _paragraphs(group, unwrapped=unwrapped)]
    indents = sorted({lines[0].indent for lines in paragraphs if _split_bullet(lines[0].words)[0]})
    for index, lines in enumerate(paragraphs):
        following = paragraphs[index + 1][0].words if index + 1 < len(paragraphs) else ""
        yield _piece(lines, following, first=index == 0, indents=indents)


def _lines(text: str) -> list[Line]:
    lines, position = [], 0
    for raw in text.split("\n"):
        words = raw.strip("\f\v \t\ufeff\xa0")
        start = position + raw.find(words) if words else position
        indent = len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip())
        lines.append(Line(words, start, start + len(words), indent))
        position += len(raw) + 1
    return lines


def _groups(lines: Sequence[Line]) -> list[list[Line]]:
    groups: list[list[Line]] = [[]]
    for line in lines:
        if line.words:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _one_line_per_paragraph(groups: Sequence[Sequence[Line]]) -> bool:
    """Whether the lines are paragraphs: some are longer than any wrapped text would be."""
    return any(len(line.words) > 2 * _WIDE for group in groups for line in group)


def _paragraphs(group: Sequence[Line], *, unwrapped: bool) -> Iterator[list[Line]]:
    """Split lines without a blank line between them where one begins something new."""
    widest = max(len(line.words) for line in group)
    current: list[Line] = []
    for position, line in enumerate(group):
        underlined = position + 1 < len(group) and bool(_UNDERLINE.match(group[position + 1].words))
        if current and (underlined or _begins(line, current[-1], widest=widest, unwrapped=unwrapped)):
            yield current
            current = []
        current.append(line)
        if _UNDERLINE.match(line.words):
            yield current
            current = []
    if current:
        yield current


def _begins(line: Line, before: Line, *, widest: int, unwrapped: bool) -> bool:
    if unwrapped or _UNDERLINE.match(line.words):
        return unwrapped
    ended = before.words.endswith((*_SENTENCE_END, "and", "or"))
    if _split_bullet(line.words)[0]:
        return True
    label, _ = split_label(line.words)
    if label:
        return ended or _looks_like_heading(before.words)
    short = len(before.words) < 0.7 * widest or widest < 40
    if line.words[:1].isupper() and short:
        return before.words.endswith((".", "!", "?", ":")) or _looks_like_heading(before.words)
    return False


def _piece(lines: Sequence[Line], following: str, *, first: bool, indents: Sequence[int]) -> Piece:
    underline = _UNDERLINE.match(lines[-1].words) if len(lines) > 1 else None
    own = lines[:-1] if underline else lines
    text = " ".join(line.words for line in own)
    start, end = own[0].start, own[-1].end
    if _UNDERLINE.match(text):
        return Piece(BlockKind.PARAGRAPH, "", start, end)
    if underline:
        return Piece(BlockKind.HEADING, text, start, end, 1 if underline.group(1) == "=" else 2)
    is_bullet, words = _split_bullet(text)
    if is_bullet:
        level = indents.index(lines[0].indent) if lines[0].indent in indents else 0
        return Piece(BlockKind.BULLET, words, end - len(words) if len(own) == 1 else start, end, level)
    level = _heading_level(own, following, first=first)
    kind = BlockKind.HEADING if level else BlockKind.PARAGRAPH
    return Piece(kind, text.strip("#* ") if level else text, start, end, level)


def _heading_level(lines: Sequence[Line], following: str, *, first: bool) -> int:
    """Return the level of a heading, 0 for a paragraph."""
    text = lines[0].words
    if len(lines) > 1 or not following or not _looks_like_heading(text):
        return 0
    if _PART.match(text) or first:
        return 1
    label, words = split_label(text, heading=True)
    if label:
        one_of_list = _is_next(label, split_label(following, heading=True)[0])
        return label_depth(label) + 1 if words and label_depth(label) and not one_of_list else 0
    if text.isupper():
        return 2
    return 3 if not _split_bullet(following)[0] or len(text.split()) <= 6 else 0


def _looks_like_heading(text: str) -> bool:
    words = split_label(text, heading=True)[1].split()
    if not words or len(words) > _LONGEST_HEADING or text.endswith(_SENTENCE_END):
        return False
    return (
        words[0][0].isupper() and words[-1].lower() not in _TRAILING_WORDS and any(c.isalpha() for c in text)
    )


def _is_next(label: str, following: str) -> bool:
    """Tell whether `following` is the number after `label`: "4.3" after "4.2"."""
    one, other = re.findall(r"\d+", label), re.findall(r"\d+", following)
    return (
        bool(one) and len(one) == len(other) and one[:-1] == other[:-1] and int(other[-1]) == int(one[-1]) + 1
    )
