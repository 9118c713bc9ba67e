"""The pages of a PDF to lines of text with their places, in points from the lower left corner."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.read.files import damaged, locked
from donghyang.read.pdf_glyphs import Glyph, glyphs, joined_heights

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pypdfium2 import PdfDocument, PdfPage  # type: ignore[import-untyped]

    from donghyang.records import Unseen

_HANZI = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_HANGUL = re.compile(r"[가-힣]")
_WIDE_GAP = 1.6
"""Width of a gap, in letter sizes, that parts columns or cells rather than words."""


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


@dataclass(frozen=True, slots=True)
class Drawn:
    """What one page draws."""

    lines: list[TextLine]
    """In the order in which the file draws them."""
    unseen: tuple[Unseen, ...] = ()
    """What it draws so that nobody sees it."""


def drawn(page: PdfPage, number: int) -> Drawn:
    """The lines of one page."""
    seen, unseen = glyphs(page)
    runs = [list(joined_heights(run)) for run in _runs(seen)]
    spaces = sorted(space for run in runs if (space := _space(run)) is not None)
    usual = spaces[len(spaces) // 2] if spaces else None
    lines = (tuple(_words(run, usual)) for run in runs)
    return Drawn([TextLine(words, number) for words in lines if words], unseen)


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


def _runs(drawn: list[Glyph]) -> Iterator[list[Glyph]]:
    """The characters cut where the baseline jumps, the writing goes back, or a wide gap opens."""
    run: list[Glyph] = []
    last: Glyph | None = None
    for glyph in drawn:
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


def _word(letters: list[Glyph], *, spaced: bool) -> Word:
    sizes = sorted(glyph.size for glyph in letters)
    text = "".join(glyph.sign for glyph in letters)
    size = sizes[len(sizes) // 2]
    return Word(text, letters[0].left, letters[-1].right, letters[0].baseline, size, spaced)
