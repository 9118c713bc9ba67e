"""The columns of a PDF page: between which margins each line stands."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from donghyang.read.pdf_lines import TextLine

_FEWEST = 12
"""Lines below which a page is not looked at for columns."""
_SIDE = 0.25
"""Share of a page's lines that each column holds at least."""
_ACROSS = 0.15
"""Share of a page's lines that may run over both columns (headings, captions)."""
_GUTTER = 8.0
"""Points that columns stand apart at least."""
_HANGING = "，。、．"
"""Signs that East Asian layout sets beyond the margin rather than on the next line."""
_SHORT = 0.15
"""Share of the measure by which the widest line of a page may fall short of the margin."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A column of one page, or the whole page."""

    page: int
    column: int
    """0 for the whole page, 1 and 2 for its columns."""
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A line between its margins."""

    line: TextLine
    frame: Frame

    @property
    def start(self) -> float:
        """How far behind its margin the line begins."""
        return self.line.left - self.frame.left


def placed(lines: Sequence[TextLine], left: float) -> list[Placed]:
    """The lines of a file in page order, each with its column. `left` is the margin of pages without columns.

    A margin is taken from all pages that share it: a page may hold no line that reaches it.
    """
    pages = [list(page) for _, page in itertools.groupby(lines, key=lambda line: line.page)]
    gutters = [_gutter(page) for page in pages]
    known = sorted(gutter for gutter in gutters if gutter is not None)
    usual = known[len(known) // 2] if known else None
    if usual is not None:
        gutters = [usual if _suits(page, usual) else gutter for page, gutter in zip(pages, gutters, strict=True)]
    sides = [_sides(page, gutter) for page, gutter in zip(pages, gutters, strict=True)]
    found: list[Placed] = []
    for page, gutter, own in zip(pages, gutters, sides, strict=True):
        others = [each for other, each in zip(gutters, sides, strict=True) if _same(other, gutter)]
        frames = [
            _frame(page[0].page, column, own[column], [each[column] for each in others], left) for column in range(3)
        ]
        found += [Placed(line, frames[_column(line, gutter)]) for line in page]
    return found


def _column(line: TextLine, gutter: float | None) -> int:
    if gutter is None:
        return 0
    return 1 if line.right <= gutter else 2 if line.left >= gutter else 0


def _sides(lines: list[TextLine], gutter: float | None) -> tuple[list[TextLine], ...]:
    """The lines over the whole page, of the first and of the second column."""
    return tuple([line for line in lines if _column(line, gutter) == column] for column in range(3))


def _same(gutter: float | None, other: float | None) -> bool:
    """Whether two pages are set in the same columns."""
    if gutter is None or other is None:
        return gutter is other
    return abs(gutter - other) < _GUTTER


def _frame(page: int, column: int, own: list[TextLine], shared: list[list[TextLine]], left: float) -> Frame:
    """The margins of one column, as its own lines and those of the same column on other pages reach them."""
    if not own:
        return Frame(page, column, left, left)
    right = max(_reach(line) for line in own)
    wider = max(_reach(line) for lines in shared for line in lines)
    if column or wider - right < _SHORT * (wider - left):
        right = wider
    if column:
        left = min(line.left for lines in shared for line in lines)
    return Frame(page, column, left, right)


def _reach(line: TextLine) -> float:
    """How far the line reaches towards its margin: full-width stops and commas may hang beyond it."""
    return line.right - (line.size if line.text[-1] in _HANGING else 0.0)


def _suits(lines: list[TextLine], gutter: float) -> bool:
    """Whether the gutter of other pages parts the lines of this one."""
    return sum(1 for line in lines if _column(line, gutter) == 0) <= _ACROSS * len(lines)


def _gutter(lines: Sequence[TextLine]) -> float | None:
    """Where the space between two columns is, None on a page without columns."""
    if len(lines) < _FEWEST:
        return None
    best: tuple[int, float] | None = None
    lefts, rights = sorted(line.left for line in lines), sorted(line.right for line in lines)
    first, last = lefts[0], rights[-1]
    for step in range(20, 80):
        x = first + (last - first) * step / 100
        before, behind = bisect_right(rights, x), bisect_left(lefts, x)
        across = behind - before
        if min(before, len(lines) - behind) < _SIDE * len(lines) or across > _ACROSS * len(lines):
            continue
        if lefts[behind] - rights[before - 1] >= _GUTTER and (best is None or across < best[0]):
            best = across, (lefts[behind] + rights[before - 1]) / 2
    return best[1] if best else None
