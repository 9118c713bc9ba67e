"""The pages of a PDF to lines of text with their places, in points from the lower left corner."""

from __future__ import annotations

import ctypes
import itertools
import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from donghyang.read.files import damaged, locked
from donghyang.read.numerals import symbols
from donghyang.read.pdf_ink import Ink
from donghyang.read.raised import lowered, raised

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pypdfium2 import PdfDocument, PdfObject, PdfPage, PdfTextPage  # type: ignore[import-untyped]

    from donghyang.read.compose import Height

_HANZI = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_HANGUL = re.compile(r"[가-힣]")
_FAR = 100_000.0
"""Points from the corner beyond which nothing is on any page."""
UNKNOWN = "\ufffd"
"""A character of which the file does not say what it is: its number in the font alone would be another one."""
_MAX_OBJECTS = 30_000
"""Things on a page that are looked at; what has more is a map or a drawing."""
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
class Word:
    """Characters of one line without a space between them."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    spaced: bool
    """Whether the file itself sets a space behind it."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """Words on one baseline without a wide gap between them."""

    words: tuple[Word, ...]
    page: int

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        """Where the first word begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where the last word ends."""
        return self.words[-1].right

    @property
    def baseline(self) -> float:
        """The height on which most words stand."""
        return sorted(word.baseline for word in self.words)[len(self.words) // 2]

    @property
    def size(self) -> float:
        """The size of most letters."""
        sizes = sorted((word.size, len(word.text)) for word in self.words)
        half, seen = sum(count for _, count in sizes) / 2, 0
        for size, count in sizes:
            seen += count
            if seen >= half:
                return size
        return sizes[-1][0]

    @property
    def spaced(self) -> bool:
        """Whether the file ends the line with a space: the sign of a break between words."""
        return self.words[-1].spaced


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
    runs = [list(joined_heights(run)) for run in _runs(_with_spaces(list(_glyphs(page)), _lone_spaces(page)))]
    spaces = sorted(space for run in runs if (space := _space(run)) is not None)
    usual = spaces[len(spaces) // 2] if spaces else None
    lines = (tuple(_words(run, usual)) for run in runs)
    return [TextLine(words, number) for words in lines if words]


def parted(words: Iterable[Word], page: int) -> list[TextLine]:
    """Words in reading order put into lines again, by the height on which they stand."""
    lines: list[list[Word]] = []
    for word in words:
        last = lines[-1][-1] if lines else None
        if last and abs(last.baseline - word.baseline) < 0.6 * word.size and word.left > last.right - word.size:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [TextLine(tuple(line), page) for line in lines]


def _glyphs(page: PdfPage) -> Iterator[Glyph]:
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    text = page.get_textpage()
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
        yield Glyph(symbols(chr(code)), box.left, box.right, y.value, size if size > 1.5 else max(tall, 1.0), made)
    text.close()


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


def objects(page: PdfPage, kind: int, depth: int) -> Iterator[PdfObject]:
    """What is drawn on a page and is of that kind, forms followed `depth` layers down, up to a number of things.

    A form may draw another one a thousand times, which draws a third one a thousand times.
    """
    for thing in itertools.islice(page.get_objects(max_depth=depth), _MAX_OBJECTS):
        if thing.type == kind:
            yield thing


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


def _runs(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    """The characters cut where the baseline jumps, the writing goes back, or a wide gap opens."""
    run: list[Glyph] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if glyph.sign in "\r\n" or glyph.made:
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


def _words(run: list[Glyph], usual: float | None) -> Iterator[Word]:
    """The words of a line; `usual` is how wide the page's spaces are, None where it draws none."""
    set_apart, space = _set_apart(run), _space(run) or usual
    word: list[Glyph] = []
    for glyph in run:
        if glyph.sign in " \t\xa0":
            if word:
                yield _word(word, spaced=True)
            word = []
        else:
            if word and _parted(word[-1], glyph, set_apart, space):
                yield _word(word, spaced=False)
                word = []
            word.append(glyph)
    if word:
        yield _word(word, spaced=False)


def _set_apart(run: list[Glyph]) -> float:
    """How far apart most characters of a line stand, in letter sizes: 0 where it is not stretched."""
    gaps = sorted(
        (after.left - before.right) / max(before.size, after.size)
        for before, after in itertools.pairwise(run)
        if _IDEOGRAPH.match(before.sign) and _IDEOGRAPH.match(after.sign)
    )
    return gaps[len(gaps) // 2] if gaps else 0.0


def _space(run: list[Glyph]) -> float | None:
    """How wide the narrowest space of the line is, in letter sizes; None where the file draws none in it.

    The others may be wider: layout adds to a space that stands between two scripts.
    """
    found = sorted(
        (after.left - before.right) / max(before.size, after.size)
        for before, glyph, after in zip(run, run[1:], run[2:], strict=False)
        if glyph.sign == " " and after.left > before.right
    )
    return found[0] if found else None


def _parted(before: Glyph, after: Glyph, set_apart: float, space: float | None) -> bool:
    """Whether a gap is a space that the file does not draw. `space` is how wide the line's own spaces are.

    Between Chinese or Korean characters and Latin ones layout sets gaps that are none, a little narrower than a space;
    in a stretched line it does so between all characters.
    """
    if after.sign in ",.)」』’”%":
        return False
    size = max(before.size, after.size)
    gap = (after.left - before.right) / size
    korean = bool(_HANGUL.match(before.sign)) + bool(_HANGUL.match(after.sign))
    if _IDEOGRAPH.match(before.sign) and _IDEOGRAPH.match(after.sign):
        return gap > max(set_apart, 0.0) + 0.17
    latin = _is_latin(before.sign) or _is_latin(after.sign)
    east = korean or _HANZI.match(before.sign) or _HANZI.match(after.sign)
    if latin and east:
        return gap > (0.985 * space if space else 0.22 if korean else 0.6)
    if not korean and east:
        return gap > 0.6
    return gap > 0.15


def _is_latin(sign: str) -> bool:
    """Whether a sign is a letter or figure of neither Korean nor Chinese; ① and ₅ are figures."""
    return sign.isalnum() and not _HANGUL.match(sign) and not _HANZI.match(sign)


def _word(glyphs: list[Glyph], *, spaced: bool) -> Word:
    sizes = sorted(glyph.size for glyph in glyphs)
    text = "".join(glyph.sign for glyph in glyphs)
    size = sizes[len(sizes) // 2]
    return Word(text, glyphs[0].left, glyphs[-1].right, glyphs[0].baseline, size, spaced)
