"""The characters that a page of a PDF draws, with their places, in points from the lower left corner."""

from __future__ import annotations

import ctypes
import itertools
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from donghyang.read.numerals import symbols
from donghyang.read.pdf_hidden import Box, Veil
from donghyang.read.pdf_ink import Ink
from donghyang.read.pdf_marks import told_otherwise
from donghyang.read.pdf_objects import objects
from donghyang.read.raised import lowered, raised
from donghyang.records import Unseen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfPage, PdfTextPage  # type: ignore[import-untyped]

    from donghyang.read.compose import Height
    from donghyang.records import Why

_FAR = 100_000.0
"""Points from the corner beyond which nothing is on any page."""
UNKNOWN = "\ufffd"
"""A character of which the file does not say what it is: its number in the font alone would be another one."""
_LINE_HYPHEN = 2
"""What the library gives for a hyphen at the end of a line."""
_NOTHING = 0.01
"""Points that a space is wide, as far as ink goes."""
_SMALL = frozenset("0123456789+-−–,.)~")
"""What an exponent, an index or the mark of a note is made of."""
_SMALLER, _RISE, _DROP = 0.85, 0.15, 0.06
"""Size of raised and lowered figures at most, their height above and depth below the line at least, in letter sizes:
word processors draw them at 0.58 to 0.75, a third above and a twelfth below."""
_BESIDE = 0.3
"""Letter sizes that may stand between figures and what they belong to."""


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


def glyphs(page: PdfPage) -> tuple[list[Glyph], tuple[Unseen, ...]]:
    """(the characters of a page in the order in which the file draws them, with spaces that the library has dropped;
    those that nobody sees)."""
    told_otherwise(page)
    text = page.get_textpage()
    drawn = list(_drawn(page, text))
    whys = _whys(drawn, Veil(page, text))
    text.close()
    seen = [glyph for (_, glyph, _), why in zip(drawn, whys, strict=True) if why is None]
    hidden = itertools.groupby(zip(drawn, whys, strict=True), key=lambda pair: pair[1])
    aside = ((why, "".join(glyph.sign for (_, glyph, _), _ in pairs)) for why, pairs in hidden if why)
    unseen = tuple(Unseen(words, why) for why, signs in aside if (words := " ".join(signs.split())))
    return _with_spaces(seen, _lone_spaces(page)), unseen


def _whys(drawn: list[tuple[int, Glyph, Box]], veil: Veil) -> list[Why | None]:
    """Why nobody sees each of the characters, None for those that are seen; a space goes with what is before it."""
    whys: list[Why | None] = []
    for at, glyph, box in drawn:
        blank = glyph.made or glyph.sign.isspace()
        whys.append((whys[-1] if whys else None) if blank else veil.why(at, box))
    invisible = [(at, box) for (at, _, box), why in zip(drawn, whys, strict=True) if why == "visibility"]
    if "display" in whys:  # a layer that is on may hold letters too thin to be found in its picture
        shown = {veil.thing(at) for (at, _, _), why in zip(drawn, whys, strict=True) if why is None}
        pairs = zip(drawn, whys, strict=True)
        whys = [None if why == "display" and veil.thing(at) in shown else why for (at, _, _), why in pairs]
    if len(invisible) * 2 > len(drawn) and veil.is_layer(invisible):
        return [None if why == "visibility" else why for why in whys]
    return whys


def _drawn(page: PdfPage, text: PdfTextPage) -> Iterator[tuple[int, Glyph, Box]]:
    """Every character with its number, and the place it takes."""
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    high, ink = 0, None
    for at in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, at)
        code = ord("-") if code == _LINE_HYPHEN else code
        if (
            code != ord(" ")
            and pdfium.FPDFText_HasUnicodeMapError(text, at) == 1
            and not _is_its_number(text, at, code)
        ):
            code = ord(UNKNOWN)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:  # the library tells letters beyond the first plane in two halves
            code = 0x10000 + (high - 0xD800 << 10) + (code - 0xDC00)
        high = 0
        if _is_no_sign(code):
            ink = ink or Ink(page)
            if not ink.under(text, at):
                continue
            code = ord(UNKNOWN)
        pdfium.FPDFText_GetLooseCharBox(text, at, box)
        pdfium.FPDFText_GetCharOrigin(text, at, x, y)
        if not (abs(box.left) < _FAR and abs(box.right) < _FAR and abs(y.value) < _FAR):
            continue  # also where a place is no number at all
        size = pdfium.FPDFText_GetFontSize(text, at)
        tall = abs(box.top - box.bottom)
        made = bool(pdfium.FPDFText_IsGenerated(text, at))
        size = size if size > 1.5 else max(tall, 1.0)
        place = Box(box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top))
        yield at, Glyph(symbols(chr(code)), box.left, box.right, y.value, size, made), place


def _is_no_sign(code: int) -> bool:
    """Whether a character is none that is ever drawn: a control, half of a pair, or of no width."""
    if code in (9, 10, 13, 0xAD):
        return False
    return code in (0xFFFE, 0xFFFF) or unicodedata.category(chr(code)) in ("Cc", "Cf", "Cs")


def _is_its_number(text: PdfTextPage, at: int, code: int) -> bool:
    """Whether a letter without a name is numbered as ASCII numbers it: so in fonts that a program drew itself (Type 3),
    which have no description and no flags."""
    import pypdfium2.raw as pdfium

    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, at, None, 0, flags)
    return flags.value == 0 and chr(code).isascii() and chr(code).isprintable()


def _lone_spaces(page: PdfPage) -> list[tuple[float, float]]:
    """Where the page draws a space by itself: as wide as nothing.

    The library takes two of them below one another for one drawn twice and drops the second, though it tells whether
    a line ends between words.
    """
    import pypdfium2.raw as pdfium

    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    found = []
    for thing in objects(page, pdfium.FPDF_PAGEOBJ_TEXT, depth=1):
        if pdfium.FPDFPageObj_GetBounds(thing.raw, left, bottom, right, top) and right.value - left.value < _NOTHING:
            place = thing.get_matrix()
            found.append((place.e, place.f))
    return found


def _with_spaces(glyphs: list[Glyph], spaces: list[tuple[float, float]]) -> list[Glyph]:
    """The characters with those of the spaces right behind one of them that the library has dropped."""
    starts: dict[int, list[tuple[float, float]]] = {}
    for x, y in spaces:
        for height in {round(y - 0.2), round(y + 0.2)}:
            starts.setdefault(height, []).append((x, y))
    found: list[Glyph] = []
    for glyph, follower in itertools.zip_longest(glyphs, glyphs[1:]):
        found.append(glyph)
        near = 0.1 * glyph.size
        if glyph.made or glyph.sign.isspace() or (follower and follower.sign == " " and not follower.made):
            continue
        for x, y in starts.get(round(glyph.baseline), ()):
            if abs(x - glyph.right) < near > abs(y - glyph.baseline):
                found.append(Glyph(" ", glyph.right, glyph.right + near, glyph.baseline, glyph.size, made=False))
                break
    return found


def joined_heights(run: list[Glyph]) -> Iterator[Glyph]:
    """The characters of a line, small figures that stand above or below it as such; those that belong together as one.

    A mark that opens its line (that of a note under the text) has no line to stand above.
    """
    level: Glyph | None = None
    small: list[Glyph] = []
    height: Height = "level"
    for glyph in run:
        now = _height(glyph, small[-1] if small else level, level)
        if now != height and small:
            yield _merged(small, height, level)
            small = []
        height = now
        if now != "level":
            small.append(glyph)
        else:
            yield glyph
            level = glyph
    if small:
        yield _merged(small, height, level)


def _height(glyph: Glyph, last: Glyph | None, level: Glyph | None) -> Height:
    """Where a character stands beside the `last` one, measured by the last that stood on the line."""
    if level is None or last is None or glyph.sign not in _SMALL or glyph.size > _SMALLER * level.size:
        return "level"
    rise = (glyph.baseline - level.baseline) / level.size
    if glyph.left - last.right > _BESIDE * level.size or level.sign.isspace():
        return "level"
    if rise > _RISE:
        return "raised"
    return "lowered" if rise < -_DROP and level.sign.isalpha() and glyph.sign.isdigit() else "level"


def _merged(small: list[Glyph], height: Height, level: Glyph | None) -> Glyph:
    text = "".join(glyph.sign for glyph in small)
    text = raised(level.sign if level else "", text) if height == "raised" else lowered(text)
    return replace(small[0], sign=text, right=small[-1].right)
