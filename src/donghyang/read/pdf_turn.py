"""Pages written sideways or upside down, as wide tables are: turned before they are read."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from donghyang.read.pdf_lines import Drawn, TextLine, drawn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdfium2 import PdfDocument, PdfPage  # type: ignore[import-untyped]

_LINES = 12
"""A page of fewer lines is not looked at: an axis of a chart, a stamp."""
_SAMPLE = 200
"""Characters whose direction is asked."""
_MOST = 0.6
"""Share of them that must run in one direction."""
_SLANT = 3
"""Degrees by which a line may slant."""


def upright(pdf: PdfDocument, number: int) -> Drawn:
    """What a page draws; one that is written sideways is turned in `pdf`."""
    page = pdf[number]
    found = drawn(page, number)
    angle = _angle(page) if _is_scattered(found.lines) else 0
    if angle:
        _turn(page, angle)
    page.close()
    return drawn(pdf[number], number) if angle else found


def _is_scattered(lines: Sequence[TextLine]) -> bool:
    """Whether most lines hold a letter or two or climb, as those of a page that is written another way seem to."""
    odd = sum(1 for line in lines if len(line.text) <= 2 or _climbs(line))
    return len(lines) >= _LINES and odd * 2 > len(lines)


def _climbs(line: TextLine) -> bool:
    heights = [word.baseline for word in line.words]
    return max(heights) - min(heights) > line.size


def _angle(page: PdfPage) -> int:
    """The direction in which most characters run, clockwise: 90, 180 or 270 degrees, 0 where it is none of these."""
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    text = page.get_textpage()
    count = text.count_chars()
    seen: Counter[int] = Counter()
    for at in range(0, count, max(1, count // _SAMPLE)):
        if chr(pdfium.FPDFText_GetUnicode(text, at)).isalnum():
            degrees = math.degrees(pdfium.FPDFText_GetCharAngle(text, at))
            quarter = round(degrees / 90) * 90
            seen[quarter % 360 if abs(degrees - quarter) < _SLANT else -1] += 1
    text.close()
    angle, times = seen.most_common(1)[0] if seen else (0, 0)
    return angle if angle > 0 and times > _MOST * seen.total() else 0


def _turn(page: PdfPage, angle: int) -> None:
    """Turns what the page draws so that its lines run from left to right, its corner at 0, 0."""
    import pypdfium2.raw as pdfium

    left, bottom, right, top = page.get_mediabox()
    wide, tall = right - left, top - bottom
    turned = {
        90: ((0, 1, -1, 0, top, -left), (tall, wide)),
        180: ((-1, 0, 0, -1, right, top), (wide, tall)),
        270: ((0, -1, 1, 0, -bottom, right), (tall, wide)),
    }
    matrix, size = turned[angle]
    pdfium.FPDFPage_TransFormWithClip(page.raw, pdfium.FS_MATRIX(*matrix), None)
    page.set_mediabox(0, 0, *size)
    page.set_cropbox(0, 0, *size)
    page.set_rotation(0)
