"""Finds the small drawn shapes of a PDF page, as wide as they are high, that may be bullets."""

import ctypes
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

_SMALLEST, _LARGEST = 1.0, 12.0  # points
_SQUARE = 1.35  # times as wide as high, or as high as wide
_MOST_OBJECTS = 20_000  # of a page
_MOST_SHAPES = 500  # of a page: more is a drawing


@dataclass(frozen=True, slots=True)
class Shape:
    """The box of a drawn shape, in points from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.bottom + self.top) / 2


def read_shapes(page: Any) -> tuple[Shape, ...]:
    """Return the small shapes drawn on an upright `pypdfium2.PdfPage`; none where they are a drawing."""
    raw = page.raw
    count = pdfium.FPDFPage_CountObjects(raw)
    if count > _MOST_OBJECTS:
        return ()
    sides = [ctypes.c_float() for _ in range(4)]
    found: list[Shape] = []
    for index in range(count):
        item = pdfium.FPDFPage_GetObject(raw, index)
        if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(item, *sides):
            continue
        shape = Shape(*(side.value for side in sides))
        if _is_small_and_square(shape):
            found.append(shape)
        if len(found) > _MOST_SHAPES:
            return ()
    return tuple(found)


def _is_small_and_square(shape: Shape) -> bool:
    width, height = shape.right - shape.left, shape.top - shape.bottom
    smaller, larger = min(width, height), max(width, height)
    return smaller >= _SMALLEST and larger <= min(_LARGEST, _SQUARE * smaller)
