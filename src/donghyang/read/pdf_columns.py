"""The columns of a PDF page: between which margins each line stands."""

from __future__ import annotations

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
    """The lines of one page, each with its column. `left` is the margin of a page without columns."""
    if not lines:
        return []
    page, right = lines[0].page, max(line.right for line in lines)
    whole = Frame(page, 0, left, right)
    gutter = _gutter(lines)
    if gutter is None:
        return [Placed(line, whole) for line in lines]
    sides = [line for line in lines if line.right <= gutter], [line for line in lines if line.left >= gutter]
    frames = [
        Frame(page, number, min(line.left for line in side), max(line.right for line in side))
        for number, side in enumerate(sides, 1)
    ]
    return [
        Placed(line, frames[0] if line.right <= gutter else frames[1] if line.left >= gutter else whole)
        for line in lines
    ]


def _gutter(lines: Sequence[TextLine]) -> float | None:
    """Where the space between two columns is, None on a page without columns."""
    if len(lines) < _FEWEST:
        return None
    best: tuple[int, float] | None = None
    first, last = min(line.left for line in lines), max(line.right for line in lines)
    for step in range(20, 80):
        x = first + (last - first) * step / 100
        before = [line.right for line in lines if line.right <= x]
        behind = [line.left for line in lines if line.left >= x]
        across = len(lines) - len(before) - len(behind)
        if min(len(before), len(behind)) < _SIDE * len(lines) or across > _ACROSS * len(lines):
            continue
        if min(behind) - max(before) >= _GUTTER and (best is None or across < best[0]):
            best = across, (min(behind) + max(before)) / 2
    return best[1] if best else None
