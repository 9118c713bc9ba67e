"""The pages of a PDF to lines of text with their places, in points from the lower left corner."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.read.files import damaged, locked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfDocument, PdfPage  # type: ignore[import-untyped]

_HANZI = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_WIDE_GAP = 1.6
"""Width of a gap, in letter sizes, that parts columns or cells rather than words."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character and its box."""

    sign: str
    left: float
    right: float
    baseline: float
    size: float
    made: bool
    """Whether the library put it there (a space for a gap); the file has no such character."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A stretch of characters on one baseline, without a wide gap."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    page: int
    spaced: bool
    """Whether the file itself ends the line with a space: the sign of a break between words."""


def open_pdf(data: bytes, name: str) -> PdfDocument:
    """The PDF; Unreadable when it is cut short, broken or asks for a password."""
    import pypdfium2

    if b"%%EOF" not in data[-2048:]:
        raise damaged(name, "PDF")
    try:
        pdf = pypdfium2.PdfDocument(data)
        if len(pdf) == 0:
            raise damaged(name, "PDF")
    except pypdfium2.PdfiumError as trouble:
        raise (locked if "password" in str(trouble).lower() else damaged)(name, "PDF") from None
    return pdf


def text_lines(page: PdfPage, number: int) -> list[TextLine]:
    """The lines of one page in the order in which the file draws them."""
    glyphs = list(_glyphs(page))
    real_spaces = any(glyph.sign == " " and not glyph.made for glyph in glyphs)
    found = []
    for run in _runs(glyphs):
        line = _line(run, number, real_spaces)
        if line.text:
            found.append(line)
    return found


def _glyphs(page: PdfPage) -> Iterator[Glyph]:
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    text = page.get_textpage()
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    for at in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, at)
        if code in (0, 0xFFFE, 0xFFFF) or 0xD800 <= code <= 0xDFFF:
            continue
        pdfium.FPDFText_GetLooseCharBox(text, at, box)
        pdfium.FPDFText_GetCharOrigin(text, at, x, y)
        size = max(pdfium.FPDFText_GetFontSize(text, at), 1.0)
        tall = abs(box.top - box.bottom)
        made = bool(pdfium.FPDFText_IsGenerated(text, at))
        yield Glyph(chr(code), box.left, box.right, y.value, tall if size <= 1.0 and tall > 1 else size, made)
    text.close()


def _runs(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    """The characters cut where the baseline jumps, the writing goes back, or a wide gap opens."""
    run: list[Glyph] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if glyph.sign in "\r\n":
            continue
        if glyph.made:
            if run:
                run.append(glyph)
            continue
        if last is not None and run:
            size = max(last.size, glyph.size)
            jumped = abs(glyph.baseline - last.baseline) > 0.6 * size
            if jumped or glyph.left < last.left - 0.5 * size or glyph.left - last.right > _WIDE_GAP * size:
                yield run
                run = []
        run.append(glyph)
        last = glyph
    if run:
        yield run


def _line(run: list[Glyph], page: int, real_spaces: bool) -> TextLine:
    signs = [glyph.sign for at, glyph in enumerate(run) if not glyph.made or _is_space(run, at, real_spaces)]
    drawn = [glyph for glyph in run if not glyph.made and not glyph.sign.isspace()]
    text = "".join(signs)
    if not drawn:
        return TextLine("", 0, 0, 0, 0, page, False)
    sizes = sorted(glyph.size for glyph in drawn)
    size = sizes[len(sizes) // 2]
    baselines = sorted(glyph.baseline for glyph in drawn)
    spaced = any(glyph.sign == " " and not glyph.made for glyph in run[-1:])
    return TextLine(
        " ".join(text.split()), drawn[0].left, drawn[-1].right, baselines[len(baselines) // 2], size, page, spaced
    )


def _is_space(run: list[Glyph], at: int, real_spaces: bool) -> bool:
    """Whether a gap that the library took for a space is one: not where the file draws its own spaces, and not
    between Chinese characters and what stands beside them."""
    if real_spaces or at == 0 or at + 1 >= len(run):
        return False
    before, after = run[at - 1], run[at + 1]
    if _HANZI.match(before.sign) or _HANZI.match(after.sign):
        return after.left - before.right > 0.6 * max(before.size, after.size)
    return True
