"""Which characters of a PDF nobody sees: drawn in no colour or in that of the ground, without size, off the page.

The text layer of a scan is drawn invisibly over its picture (rendering mode 3, ISO 32000-1, 9.3.6), as is the one that
some programs lay over letters they have drawn as lines. It says what a reader sees, and is the text of such a page. It
is known by this: most letters of the page are drawn so, each over a picture or over something that is drawn. Who hides
words under a picture that fills a page of no other words is not found out.
"""

from __future__ import annotations

import ctypes
import itertools
import math
from typing import TYPE_CHECKING, NamedTuple

from donghyang.read.pdf_ink import Ink
from donghyang.read.pdf_marks import is_layered
from donghyang.read.pdf_objects import DEPTH, objects

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pypdfium2 import PdfObject, PdfPage, PdfTextPage  # type: ignore[import-untyped]

    from donghyang.records import Why

_INVISIBLE, _FILLED, _STROKED, _BOTH = (3, 7), (0, 4), (1, 5), (2, 6)
"""Rendering modes: drawn by nothing; filled, stroked, both, each with or without becoming a clip."""
_FAINT = 8
"""Of 255: opacity below which nothing is seen."""
_SMALLEST = 1.0
"""Points that letters are high below which nobody reads them."""
_NARROWEST = 0.03
"""Share of their width to which letters can be pressed and still be something; people use a half and more."""
_LIGHT = 245
"""Of 255: what has no part below this looks white."""
_NEAR = 6
"""Steps of 255 by which two colours that look the same differ at most."""
_AREA = 8.0
"""Points that a painted area is high and wide at least to be the ground of letters."""
_PICTURES = 300
"""Pictures of a page that are looked at: a scan may be cut into stripes."""


class Box(NamedTuple):
    """A place on a page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies in it."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top

    def is_apart(self, other: Box) -> bool:
        """Whether the two have no point in common."""
        return other.right < self.left or other.left > self.right or other.top < self.bottom or other.bottom > self.top


class Veil:
    """What hides characters of one page."""

    def __init__(self, page: PdfPage, text: PdfTextPage) -> None:
        self._page, self._text = page, text
        self._shown = _shown(page)
        self._grounds: list[tuple[tuple[int, ...], Box]] | None = None
        self._ink: Ink | None = None
        self._kinds = {_address(thing.raw): kind for thing in self._letters() if (kind := self._kind(thing))}

    def why(self, at: int, box: Box) -> Why | None:
        """Why nobody sees the character, which takes that place; None where it is seen."""
        if self._shown.is_apart(box):
            return "place"
        if box.top - box.bottom < _SMALLEST and _size(self._text, at) < _SMALLEST:
            return "size"
        if not self._kinds:
            return None
        kind = self._kinds.get(self.thing(at))
        return None if kind in ("colour", "display") and not self._drawn().is_blank(self._text, at) else kind

    def thing(self, at: int) -> int:
        """Which piece of text the character belongs to."""
        import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

        return _address(pdfium.FPDFText_GetTextObject(self._text, at))

    def is_layer(self, places: Iterable[tuple[int, Box]]) -> bool:
        """Whether most of these invisible characters stand over a picture, or over something that is drawn."""
        import pypdfium2.raw as pdfium

        images = objects(self._page, pdfium.FPDF_PAGEOBJ_IMAGE, DEPTH)
        pictures = [_bounds(image) for image in itertools.islice(images, _PICTURES)]
        over = [
            any(picture.holds((box.left + box.right) / 2, (box.bottom + box.top) / 2) for picture in pictures)
            or self._drawn().under(self._text, at)
            for at, box in places
        ]
        return sum(over) * 2 > len(over)

    def _drawn(self) -> Ink:
        self._ink = self._ink or Ink(self._page)
        return self._ink

    def _letters(self) -> Iterable[PdfObject]:
        import pypdfium2.raw as pdfium

        return objects(self._page, pdfium.FPDF_PAGEOBJ_TEXT, DEPTH)

    def _kind(self, thing: PdfObject) -> Why | None:
        """What may hide the letters of one piece of text."""
        import pypdfium2.raw as pdfium

        mode = pdfium.FPDFTextObj_GetTextRenderMode(thing.raw)
        if mode in _INVISIBLE:
            return "visibility"
        place = thing.get_matrix()
        if math.hypot(place.a, place.b) < _NARROWEST * math.hypot(place.c, place.d):
            return "size"
        kind = self._paled(thing, mode)
        if kind is None and (thing.level or is_layered(thing) or pdfium.FPDFPageObj_HasTransparency(thing.raw)):
            return "display"  # a form may be cut off or belong to a layer, a mask may leave nothing: the picture tells
        return kind

    def _paled(self, thing: PdfObject, mode: int) -> Why | None:
        """Whether letters have no colour, or that of the ground."""
        edge = _paint(thing, stroked=True) if mode in _BOTH else None
        if mode in _BOTH and (edge is None or min(edge[:3]) < _LIGHT):
            return None
        if mode not in (*_FILLED, *_STROKED, *_BOTH) or (paint := _paint(thing, stroked=mode in _STROKED)) is None:
            return None
        *colour, alpha = paint
        if alpha < _FAINT:
            return "opacity"
        return "colour" if min(colour) >= _LIGHT or self._is_ground(colour, thing) else None

    def _is_ground(self, colour: list[int], thing: PdfObject) -> bool:
        """Whether an area of that colour is painted where the letters begin."""
        if self._grounds is None:
            import pypdfium2.raw as pdfium

            areas = ((_paint(area), _bounds(area)) for area in objects(self._page, pdfium.FPDF_PAGEOBJ_PATH, 1))
            self._grounds = [
                (paint[:3], box)
                for paint, box in areas
                if paint and box.right - box.left > _AREA and box.top - box.bottom > _AREA
            ]
        place = _bounds(thing)
        return any(
            not box.is_apart(place) and all(abs(a - b) <= _NEAR for a, b in zip(colour, painted, strict=True))
            for painted, box in self._grounds
        )


def _size(text: PdfTextPage, at: int) -> float:
    """Points that a letter is high: by its font and how that is scaled, and by what it draws."""
    import pypdfium2.raw as pdfium

    scale = pdfium.FS_MATRIX()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetMatrix(text, at, scale)
    pdfium.FPDFText_GetCharBox(text, at, left, right, bottom, top)
    told = pdfium.FPDFText_GetFontSize(text, at) * math.hypot(scale.c, scale.d)
    return max(float(told), abs(top.value - bottom.value))


def _shown(page: PdfPage) -> Box:
    """What of a page is shown and printed: its crop box within its media box."""
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    return Box(min(box.left, box.right), min(box.bottom, box.top), max(box.left, box.right), max(box.bottom, box.top))


def _paint(thing: PdfObject, *, stroked: bool = False) -> tuple[int, ...] | None:
    """Red, green, blue and opacity with which it is filled or stroked, each of 255; None where it is not told."""
    import pypdfium2.raw as pdfium

    parts = [ctypes.c_uint() for _ in range(4)]
    ask = pdfium.FPDFPageObj_GetStrokeColor if stroked else pdfium.FPDFPageObj_GetFillColor
    return tuple(part.value for part in parts) if ask(thing.raw, *parts) else None


def _bounds(thing: PdfObject) -> Box:
    import pypdfium2.raw as pdfium

    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(thing.raw, left, bottom, right, top)
    return Box(left.value, bottom.value, right.value, top.value)


def _address(pointer: object) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0  # type: ignore[arg-type]
