"""Recognises the words of scanned PDF pages, with Tesseract or the `ocr` extra, where one is installed."""

import csv
import io
import shutil
import statistics
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.util import find_spec
from typing import Any

from policycheck.importers.pdf_lines import WIDE_GAP, Line, Page

_DPI = 200
_LONGEST_SIDE = 3_600  # pixels: a page may claim to be as large as a house
_SECONDS = 120  # for one page
_MOST_PAGES = 500  # of one file
_LEAST_CONFIDENCE = 0.4
_SAME_ROW = 0.5  # of a line's height
_BODY_SPREAD = 0.25  # measured heights of one type size differ by so much
_TIGHT = 0.18  # of the height of the ink, above and below
_POINTS_PER_HEIGHT = 0.78  # type size in proportion to the height of a line's box


@dataclass(frozen=True, slots=True)
class Box:
    """Words recognised in one place; places in pixels from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top


Engine = Callable[[Any], list[Box]]
"""Takes a picture (`PIL.Image`) and returns what can be read on it, in any order."""


@cache
def engine() -> Engine | None:
    """Return what recognises text on this computer: Tesseract, else the `ocr` extra, else None."""
    if shutil.which("tesseract") is not None:
        return _with_tesseract
    if find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None:
        return _with_rapidocr
    return None


def remedy() -> str:
    """Say what to do about pages that are pictures and were not read."""
    if engine() is None:
        return (
            "Install text recognition (pip install 'policycheck[ocr]', or Tesseract) and add it again, "
            "or ask its owner for a copy with text."
        )
    return "No words were found by text recognition (OCR); ask its owner for a copy with text."


def warning(numbers: Sequence[int]) -> str:
    """Say which pages were recognised and must be checked."""
    pages = f"page {numbers[0]}" if len(numbers) == 1 else f"pages {', '.join(map(str, numbers))}"
    return f"OCR: check {pages} against the original; the words were recognised from a picture."


def is_scan(page: Page) -> bool:
    """Whether a page shows something but holds no characters."""
    return not page.text.strip() and bool(page.pictures or page.paths) and page.number <= _MOST_PAGES


def read_scan(handle: Any, page: Page, *, offset: int) -> Page | None:
    """Return `page` with the words recognised on it, None where there are none or nothing recognises them.

    `handle` is the `pypdfium2.PdfPage`; its words begin at `offset` of the document's text. An engine that
    fails leaves the page unread.
    """
    recognise = engine()
    if recognise is None:
        return None
    width, height = handle.get_size()
    scale = min(_DPI / 72, _LONGEST_SIDE / max(width, height, 1))
    try:
        boxes = recognise(handle.render(scale=scale).to_pil().convert("RGB"))
    except Exception:  # every engine has errors of its own; the other pages must not suffer
        return None
    rows = list(_rows([box for box in boxes if box.text.strip()]))
    if not rows:
        return None
    lines, text = _lines(rows, page, scale=scale, height=height, offset=offset)
    return replace(page, width=width, height=height, text=text, lines=lines)


def _rows(boxes: Sequence[Box]) -> Iterator[list[Box]]:
    """Yield the boxes of each printed row, from the top, each row from the left."""
    row: list[Box] = []
    for box in sorted(boxes, key=lambda one: (one.top + one.bottom) / 2):
        middle = (box.top + box.bottom) / 2
        if row and middle - (row[0].top + row[0].bottom) / 2 > _SAME_ROW * max(row[0].height, box.height):
            yield sorted(row, key=lambda one: one.left)
            row = []
        row.append(box)
    if row:
        yield sorted(row, key=lambda one: one.left)


def _lines(
    rows: Sequence[Sequence[Box]], page: Page, *, scale: float, height: float, offset: int
) -> tuple[tuple[Line, ...], str]:
    usual = statistics.median(box.height for row in rows for box in row)
    lines: list[Line] = []
    text = ""
    for row in rows:
        for piece in _joined(row):
            text += "\r\n" if text else ""
            start = offset + len(text)
            text += piece.text
            tall = usual if abs(piece.height - usual) <= _BODY_SPREAD * usual else piece.height
            lines.append(
                Line(
                    page=page.number, start=start, end=offset + len(text), text=piece.text,
                    left=piece.left / scale, right=piece.right / scale, baseline=height - piece.bottom / scale,
                    size=round(tall / scale * _POINTS_PER_HEIGHT, 1), bold=False,
                )
            )  # fmt: skip
    return tuple(lines), text


def _joined(row: Sequence[Box]) -> Iterator[Box]:
    """Join the boxes of one row that are a word's space or a hanging number's gap apart."""
    current = row[0]
    for box in row[1:]:
        gap = (box.left - current.right) / max(current.height, box.height, 1)
        number = len(current.text) <= 6 and current.text[:1] in "(0123456789abcdefghi•"
        if gap > WIDE_GAP and not (number and gap < 4):
            yield current
            current = box
            continue
        between = "\t" if gap > WIDE_GAP else " "
        current = Box(
            f"{current.text}{between}{box.text}", current.left, min(current.top, box.top),
            box.right, max(current.bottom, box.bottom),
        )  # fmt: skip
    yield current


def _with_tesseract(picture: Any) -> list[Box]:
    file = io.BytesIO()
    picture.save(file, "PNG", dpi=(_DPI, _DPI))
    command = ["tesseract", "stdin", "stdout", "--dpi", str(_DPI), "tsv"]
    done = subprocess.run(command, input=file.getvalue(), capture_output=True, check=True, timeout=_SECONDS)  # noqa: S603 fixed command
    lines: dict[tuple[str, str, str], list[Box]] = {}
    for word in csv.DictReader(io.StringIO(done.stdout.decode()), delimiter="\t", quoting=csv.QUOTE_NONE):
        if word["text"] and word["text"].strip() and float(word["conf"]) >= 100 * _LEAST_CONFIDENCE:
            left, top = float(word["left"]), float(word["top"])
            box = Box(word["text"], left, top, left + float(word["width"]), top + float(word["height"]))
            lines.setdefault((word["block_num"], word["par_num"], word["line_num"]), []).append(box)
    return [_spanning(words) for words in lines.values()]


def _spanning(words: Sequence[Box]) -> Box:
    """Join the words of a line; Tesseract's boxes end at the ink, so they are grown to the height of a line."""
    top, bottom = min(word.top for word in words), max(word.bottom for word in words)
    space = _TIGHT * (bottom - top)
    text = " ".join(word.text for word in words)
    right = max(word.right for word in words)
    return Box(text, min(word.left for word in words), top - space, right, bottom + space)


def _with_rapidocr(picture: Any) -> list[Box]:
    import numpy as np  # noqa: PLC0415 - heavy imports late

    seen = _rapidocr()(np.asarray(picture))
    if seen.boxes is None or seen.txts is None:
        return []
    return [
        Box(text, float(min(x for x, _ in box)), float(min(y for _, y in box)),
            float(max(x for x, _ in box)), float(max(y for _, y in box)))
        for box, text, score in zip(seen.boxes, seen.txts, seen.scores, strict=True)
        if score >= _LEAST_CONFIDENCE
    ]  # fmt: skip


@cache
def _rapidocr() -> Any:
    from rapidocr import RapidOCR  # noqa: PLC0415 - an extra

    return RapidOCR(params={"Global.log_level": "critical"})
