"""Whether a page of a PDF draws something where a character stands: told by its picture alone."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage  # type: ignore[import-untyped]

_SCALE = 2.0
"""Pixels a point; a letter of ten points is ten wide."""
_MOST_PIXELS = 3_000
"""Of a side of the picture."""
_CONTRAST = 60
"""Steps of 255 between ink and ground."""
_FAINT = 10
"""Steps of 255 that nobody tells apart."""
_INNER = 0.2
"""Share of a box on each side that is left to the neighbours' ink."""


_SAMPLES = 60
"""Pixels across a character that are looked at; no stroke is finer."""
_MOST_LOOKS = 3_000
"""Characters of a page that are asked for ink; the others are taken to have none."""
_MOST_BLANKS = 20_000
"""Characters of a page that are asked whether they are blank; the others are taken not to be."""


class Ink:
    """The picture of a page, in greys."""

    def __init__(self, page: PdfPage) -> None:
        wide, high = page.get_size()
        self._page = page
        scale = min(_SCALE, _MOST_PIXELS / max(wide, high, 1.0))
        self._bitmap = page.render(scale=scale, grayscale=True)
        self._looks = self._blanks = 0
        self._pixels = bytes(self._bitmap.buffer)

    def under(self, text: PdfTextPage, at: int) -> bool:
        """Whether something is drawn where the character stands; False for one that the library made."""
        self._looks += 1
        greys = self._greys(text, at) if self._looks <= _MOST_LOOKS else []
        return bool(greys) and max(greys) - min(greys) > _CONTRAST

    def is_blank(self, text: PdfTextPage, at: int) -> bool:
        """Whether nothing at all is to be seen where the character stands; False where that cannot be told."""
        self._blanks += 1
        greys = self._greys(text, at) if self._blanks <= _MOST_BLANKS else []
        return bool(greys) and max(greys) - min(greys) <= _FAINT

    def _greys(self, text: PdfTextPage, at: int) -> list[int]:
        """What the picture shows in the character's box; [] where it has none on the page."""
        import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        if pdfium.FPDFText_IsGenerated(text, at) == 1:
            return []
        if not pdfium.FPDFText_GetCharBox(text, at, left, right, bottom, top):
            return []
        edge = (right.value - left.value) * _INNER
        ends = [self._pixel(left.value + edge, bottom.value), self._pixel(right.value - edge, top.value)]
        (x0, x1), (y0, y1) = (sorted(pair) for pair in zip(*ends, strict=True))
        x0, y0 = max(0, x0), max(0, y0)
        x1, y1 = min(self._bitmap.width - 1, x1), min(self._bitmap.height - 1, y1)
        if x0 > x1 or y0 > y1:
            return []
        across, down = 1 + (x1 - x0) // _SAMPLES, 1 + (y1 - y0) // _SAMPLES
        rows = (y * self._bitmap.stride for y in range(y0, y1 + 1, down))
        return [grey for row in rows for grey in self._pixels[row + x0 : row + x1 + 1 : across]]

    def _pixel(self, x: float, y: float) -> tuple[int, int]:
        import pypdfium2.raw as pdfium

        across, down = ctypes.c_int(), ctypes.c_int()
        size = self._bitmap.width, self._bitmap.height
        pdfium.FPDF_PageToDevice(self._page, 0, 0, *size, 0, x, y, across, down)
        return across.value, down.value
