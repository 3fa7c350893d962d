"""Reads Markdown and MDX: headings, paragraphs, nested lists, tables, quotations, code and HTML inside it."""

import re
from collections.abc import Sequence
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from policycheck.domain.documents import ImportedDocument
from policycheck.importers.decoding import decode
from policycheck.importers.drafts import lay_out, place_captions
from policycheck.importers.from_html import add_fragment
from policycheck.importers.legislation_notes import drop_notes
from policycheck.importers.marked_text import LINE_BREAK, MarkedText
from policycheck.importers.mdx import plain_markdown
from policycheck.importers.pandoc_tables import with_pipe_tables
from policycheck.importers.text_cleaning import clean
from policycheck.importers.titles import title_from_name

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TITLE = re.compile(r"""^title\s*:\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|(.+?))\s*$""", re.MULTILINE)
_ANCHOR = re.compile(r"\s*\{#[\w:.-]+\}\s*$")
_ADMONITION = re.compile(r"^:{3,}[^\n]*$", re.MULTILINE)
_CALLOUT = re.compile(r"^\[!\w+\]\s*")
_FOOTNOTE = re.compile(r"\[\^[\w-]+\]:?")
_DASHES = ((re.compile(r"(?<=\s)---(?=\s)"), "—"), (re.compile(r"(?<=\s)--(?=\s)"), "–"))


def read(path: Path, data: bytes) -> ImportedDocument:
    """Read a Markdown file; any text is valid Markdown, so nothing is refused."""
    source = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    front, source = _split_front_matter(source)
    if path.suffix.lower() == ".mdx":
        source = plain_markdown(source)
    page = MarkedText()
    _Walker(page).read(_parser().parse(with_pipe_tables(_ADMONITION.sub("", source))))
    text, blocks = lay_out(place_captions(drop_notes(page.drafts)))
    return ImportedDocument(title=_title(front, page, path), text=text, blocks=blocks)


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def _split_front_matter(source: str) -> tuple[str, str]:
    found = _FRONT_MATTER.match(source)
    if found is None or ":" not in found.group(1):
        return "", source
    return found.group(1), source[found.end() :]


def _title(front: str, page: MarkedText, path: Path) -> str:
    found = _TITLE.search(front)
    if found:
        return clean(next((group for group in found.groups() if group), "")) or title_from_name(path)
    headings = [draft.block for draft in page.drafts if draft.block.kind == "heading"]
    first = next((block for block in headings if block.level == 1), None)
    return first.text if first is not None else title_from_name(path)


class _Walker:
    """Walks the flat token list; list depth and the label of the open item are its only state."""

    def __init__(self, page: MarkedText) -> None:
        self._page = page
        self._depth = -1
        self._ordered: list[bool] = []
        self._label: str | None = None

    def read(self, tokens: Sequence[Token]) -> None:
        """Read the tokens of a whole document."""
        index = 0
        while index < len(tokens):
            token = tokens[index]
            if token.type == "table_open":
                index = self._table(tokens, index)
            else:
                self._one(tokens, index)
                index += 1

    def _one(self, tokens: Sequence[Token], index: int) -> None:
        token = tokens[index]
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            self._depth += 1
            self._ordered.append(token.type == "ordered_list_open")
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            self._depth -= 1
            self._ordered.pop()
        elif token.type == "list_item_open":
            self._label = f"{token.info}{token.markup}" if self._ordered[-1] else ""
        elif token.type == "list_item_close":
            self._label = None
        elif token.type == "inline":
            self._inline(token, tokens[index - 1])
        elif token.type in {"code_block", "fence"}:
            for piece in re.split(r"\n\s*\n", token.content):
                self._page.add_paragraph(piece, level=self._depth + 1)
        elif token.type == "html_block":
            add_fragment(token.content, self._page)

    def _inline(self, token: Token, opening: Token) -> None:
        text, bold = _words(token.children or [])
        if opening.type == "heading_open":
            self._page.add_heading(_ANCHOR.sub("", text.replace(LINE_BREAK, " ")), int(opening.tag[1]))
        elif self._label is not None:
            label, self._label = self._label, None
            self._page.add_item(text, label=label, level=self._depth, bold=bold)
        else:
            self._page.add_paragraph(text, level=self._depth + 1, bold=bold)

    def _table(self, tokens: Sequence[Token], index: int) -> int:
        """Read the table that opens at `index`; return the index after it."""
        rows: list[list[str]] = []
        columns: list[str] = []
        cells: list[str] = []
        while tokens[index].type != "table_close":
            token = tokens[index]
            if token.type == "tr_open":
                cells = []
            elif token.type == "inline":
                cells.append(clean(_words(token.children or [])[0]))
            elif token.type == "tr_close" and tokens[index + 1].type == "thead_close":
                columns = cells
            elif token.type == "tr_close":
                rows.append(cells)
            index += 1
        self._page.add_table(rows, columns if any(columns) else [])
        return index + 1


def _words(children: Sequence[Token]) -> tuple[str, str]:
    """Return (text, the bold words it opens with); pictures are left out, links keep their words."""
    pieces: list[str] = []
    bold: list[str] = []
    strong, only_bold = 0, True
    for token in children:
        if token.type == "strong_open":
            strong += 1
        elif token.type == "strong_close":
            strong -= 1
        said = _said(token)
        if said.strip() and not strong:
            only_bold = False
        if only_bold:
            bold.append(said)
        pieces.append(said)
    text = _CALLOUT.sub("", _FOOTNOTE.sub("", "".join(pieces)))
    for pattern, dash in _DASHES:
        text = pattern.sub(dash, text)
    return text, "".join(bold)


def _said(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return LINE_BREAK
    if token.type == "html_inline":
        return LINE_BREAK if re.match(r"<br\b", token.content, re.IGNORECASE) else ""
    return token.content if token.type in {"text", "code_inline", "text_special"} else ""
