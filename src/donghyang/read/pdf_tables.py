"""Tables on a PDF page, from the lines that are drawn around their rows and from where words leave gaps."""

from __future__ import annotations

import bisect
import ctypes
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.read.compose import Slot
from donghyang.read.pdf_join import Joiner
from donghyang.read.pdf_lines import TextLine, Word, parted
from donghyang.read.pdf_objects import objects
from donghyang.report.grammar import split_marker

if TYPE_CHECKING:
    from pypdfium2 import PdfPage  # type: ignore[import-untyped]

_NEAR = 3.0
"""Points within which two edges are the same line: a thin filled bar has two."""
_ALIKE = 1.5
"""Points within which the level lines of a table end; what stands above it may be as little wider."""
_SHORTEST = 8.0
"""Points below which an edge is part of a letter or a picture."""
_MAX_EDGES = 20_000
"""Edges of a page that are looked at; a map has more and is no table."""
_MAX_LINES = 2_000
"""Level or upright lines that a page with tables has, pieces joined."""
_MAX_FIELDS = 6_000
"""Fields of one table; a page has room for a hundred rows of forty columns."""
_MAX_WORDS = 1_000_000
"""Times that a word is held against a line."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A drawn line: its height (or distance from the left), and from where to where it runs."""

    at: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table on a page."""

    rows: tuple[tuple[Slot, ...], ...]
    top: float
    bottom: float
    left: float
    right: float
    columns: int

    def holds(self, word: Word) -> bool:
        """Whether a word stands inside the table."""
        return self.left <= (word.left + word.right) / 2 < self.right and self.bottom < _middle(word) < self.top


def _middle(word: Word) -> float:
    """The height of a word's middle."""
    return word.baseline + word.size / 3


def tables(page: PdfPage, words: Sequence[Word], joiner: Joiner) -> list[PageTable]:
    """The tables of a page, from the top; at least two rows and two columns each. A frame around one is none."""
    across, down = _edges(page)
    if max(len(across), len(down)) > _MAX_LINES or len(across) * len(words) > _MAX_WORDS:
        return []
    found: list[PageTable] = []
    for levels in [*_stacks(across, _NEAR), *_stacks(across, _ALIKE)]:
        for part in _parts(levels, across, down, words):
            table = _table(part, across, down, words, joiner)
            if table is None:
                continue
            around = [other for other in found if _inside(table, other) and _as_wide(table, other)]
            if any(_said(other) > _said(table) for other in around):
                continue
            found = [one for one in found if one not in around]  # with the line of a frame near its own
            parts = [one for one in found if _inside(one, table) and _as_wide(one, table)]
            if len(parts) < 2:  # lines of several tables that happen to be as long make none
                found = [*(one for one in found if one not in parts), table]
    innermost = [one for one in found if not any(_inside(other, one) for other in found if other is not one)]
    return sorted(innermost, key=lambda table: -table.top)


def _inside(small: PageTable, large: PageTable) -> bool:
    """Whether a table is a part of another one, or the same."""
    return (
        large.bottom - _NEAR <= small.bottom < small.top <= large.top + _NEAR
        and large.left - _NEAR <= small.left < small.right <= large.right + _NEAR
    )


def _said(table: PageTable) -> int:
    """How many letters a table holds."""
    return sum(_letters(cell.text) for row in table.rows for cell in row)


def _as_wide(table: PageTable, other: PageTable) -> bool:
    return abs(table.left - other.left) <= _NEAR and abs(table.right - other.right) <= _NEAR


def _edges(page: PdfPage) -> tuple[list[Edge], list[Edge]]:
    """The level and the upright lines of a page, each drawn piece joined to those it touches."""
    across: list[Edge] = []
    down: list[Edge] = []
    for (x0, y0), (x1, y1) in _strokes(page):
        if abs(y0 - y1) < 1 and abs(x0 - x1) >= _SHORTEST:
            across.append(Edge((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x0 - x1) < 1 and abs(y0 - y1) >= _SHORTEST:
            down.append(Edge((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
        if len(across) + len(down) > _MAX_EDGES:
            return [], []
    return _joined(across), _joined(down)


def _strokes(page: PdfPage) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    x, y = ctypes.c_float(), ctypes.c_float()
    for thing in objects(page, pdfium.FPDF_PAGEOBJ_PATH, depth=4):
        matrix = thing.get_matrix()
        start = last = (0.0, 0.0)
        for at in range(min(pdfium.FPDFPath_CountSegments(thing.raw), 400)):
            segment = pdfium.FPDFPath_GetPathSegment(thing.raw, at)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            point = matrix.on_point(x.value, y.value)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_LINETO:
                yield last, point
            elif kind == pdfium.FPDF_SEGMENT_MOVETO:
                start = point
            last = point
            if pdfium.FPDFPathSegment_GetClose(segment):
                yield last, start


def _joined(edges: list[Edge]) -> list[Edge]:
    found: list[Edge] = []
    for edge in sorted(edges, key=lambda edge: (round(edge.at / 2), edge.low)):
        for at in range(len(found) - 1, max(-1, len(found) - 4), -1):
            other = found[at]
            if abs(other.at - edge.at) <= 2 and edge.low <= other.high + _NEAR and other.low <= edge.high + _NEAR:
                found[at] = Edge(other.at, min(other.low, edge.low), max(other.high, edge.high))
                break
        else:
            found.append(edge)
    return found


def _stacks(across: list[Edge], alike: float) -> list[list[Edge]]:
    """Level lines above one another that end within `alike` points, from the top, each height once."""
    stacks: list[list[Edge]] = []
    for edge in sorted(across, key=lambda edge: -edge.at):
        for stack in stacks:
            if abs(stack[0].low - edge.low) <= alike and abs(stack[0].high - edge.high) <= alike:
                if stack[-1].at - edge.at > _NEAR:
                    stack.append(edge)
                break
        else:
            stacks.append([edge])
    return [stack for stack in stacks if len(stack) >= 2 and stack[0].high - stack[0].low > 40]


def _parts(levels: list[Edge], across: list[Edge], down: list[Edge], words: Sequence[Word]) -> Iterator[list[Edge]]:
    """A stack cut where the space between two lines is no row, or leaves no gap where the row above leaves one.

    A line that reaches beyond both sides of the stack, of a box between two tables, is none of a row.
    """
    part, above = [levels[0]], list[Word]()
    rising = sorted((word for word in words if not _is_marker(word)), key=_middle)
    middles = [_middle(word) for word in rising]
    left, right = levels[0].low - _NEAR, levels[0].high + _NEAR
    wider = sorted(edge.at for edge in across if edge.low < left and right < edge.high)
    sides = [_crossing(upper, lower, down) for upper, lower in itertools.pairwise(levels)]
    for at, (upper, lower) in enumerate(itertools.pairwise(levels)):
        row = rising[bisect.bisect_right(middles, lower.at) : bisect.bisect_left(middles, upper.at)]
        inside = [word for word in row if upper.low - _NEAR < (word.left + word.right) / 2 < upper.high + _NEAR]
        shares_gap = _gaps(inside, upper.low, upper.high) and _gaps([*above, *inside], upper.low, upper.high)
        # Between rows or boxes with drawn sides a space without any is no row.
        is_outside = sides[at] == 0 and 0 < at < len(sides) - 1 and min(sides[at - 1], sides[at + 1]) >= 2
        is_outside |= bisect.bisect(wider, lower.at + _NEAR) < bisect.bisect(wider, upper.at - _NEAR)
        if not is_outside and (shares_gap or sides[at] >= 3):
            part.append(lower)
        else:
            yield part
            again = not is_outside and bool(_gaps(inside, upper.low, upper.high))
            part = [upper, lower] if again else [lower]
            inside = inside if again else []
        above = inside
    yield part


def _crossing(upper: Edge, lower: Edge, down: list[Edge]) -> int:
    """How many upright lines run from the one level line to the other."""
    return sum(
        1 for edge in down if edge.low <= lower.at + _NEAR and edge.high >= upper.at - _NEAR and _within(edge, upper)
    )


def _within(edge: Edge, level: Edge) -> bool:
    return level.low - _NEAR <= edge.at <= level.high + _NEAR


def _is_marker(word: Word) -> bool:
    """Whether a word is the marker of a list: the gap behind it parts no columns."""
    return bool(split_marker(f"{word.text} x")[0])


def _gaps(words: Sequence[Word], low: float, high: float) -> list[float]:
    """The middles of the upright stretches that no word touches, wider than any space between words."""
    if not words:
        return []
    wide = 0.85 * sorted(word.size for word in words)[len(words) // 2]
    gaps, end = [], None
    for left, right in sorted((word.left, word.right) for word in words):
        if end is not None and left - end > wide:
            gaps.append((left + end) / 2)
        end = right if end is None else max(end, right)
    return [gap for gap in gaps if low < gap < high]


def _table(
    levels: list[Edge], across: list[Edge], down: list[Edge], words: Sequence[Word], joiner: Joiner
) -> PageTable | None:
    if len(levels) < 2:
        return None
    top, bottom, left, right = levels[0].at, levels[-1].at, levels[0].low, levels[0].high
    inside = [word for word in words if left <= (word.left + word.right) / 2 < right and bottom < _middle(word) < top]
    uprights = [edge for edge in down if _within(edge, levels[0]) and edge.low < top and edge.high > bottom]
    heights = _distinct(
        [top, bottom, *(edge.at for edge in across if bottom < edge.at < top and _covers(levels[0], edge))]
    )
    heights.reverse()
    edges = _distinct([left, right, *(edge.at for edge in uprights)])
    if len(edges) == 2:
        edges = [left, *_columns(inside, heights, left, right), right]
    boxed = sum(1 for edge in uprights if edge.low <= bottom + _NEAR and edge.high >= top - _NEAR) >= 3
    if len(edges) < 3 or len(heights) < (2 if boxed else 3) or len(edges) * len(heights) > _MAX_FIELDS:
        return None
    rows = _Raster(heights, edges, across, uprights, inside).rows(joiner)
    if not boxed and sum(1 for row in rows if sum(1 for cell in row if cell.text) > 1) < 2:
        return None
    table = PageTable(rows, top, bottom, left, right, len(edges) - 1)
    if _said(table) != sum(_letters(word.text) for word in inside):
        return None  # cells that overlap: read as lines, so that nothing is lost or said twice
    return table


def _letters(text: str) -> int:
    return sum(1 for sign in text if not sign.isspace())


def _covers(level: Edge, edge: Edge) -> bool:
    return level.low - _NEAR <= edge.low and edge.high <= level.high + _NEAR


def _distinct(places: list[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


def _columns(words: list[Word], heights: list[float], left: float, right: float) -> list[float]:
    """Where the columns of a table without upright lines part: in no row a word crosses, and some row has both."""
    gaps = _gaps(words, left, right)
    bands = [[word for word in words if lower < _middle(word) < upper] for upper, lower in itertools.pairwise(heights)]
    kept: list[float] = []
    for at, gap in enumerate(gaps):
        before = kept[-1] if kept else left
        after = gaps[at + 1] if at + 1 < len(gaps) else right
        if any(
            any(before < word.left < gap for word in band) and any(gap < word.left < after for word in band)
            for band in bands
        ):
            kept.append(gap)
    return kept


class _Raster:
    """Rows and columns, and which of their fields belong to one cell."""

    def __init__(
        self,
        heights: list[float],
        edges: list[float],
        across: list[Edge],
        uprights: list[Edge],
        words: list[Word],
    ) -> None:
        self._heights, self._edges = heights, edges
        self._uprights = uprights
        self._bands: list[list[Word]] = [[] for _ in heights[1:]]
        rising = [-height for height in heights]
        for word in words:
            self._bands[bisect.bisect_left(rising, -_middle(word)) - 1].append(word)
        self._room = self._white()
        self._sides = [self._crossing(row) for row in range(len(heights) - 1)]
        self._levels = [[one for one in across if abs(one.at - height) <= _NEAR] for height in heights]

    def rows(self, joiner: Joiner) -> tuple[tuple[Slot, ...], ...]:
        """The cells of each row, each where it begins."""
        taken: set[tuple[int, int]] = set()
        rows: list[tuple[Slot, ...]] = []
        for row in range(len(self._heights) - 1):
            cells = []
            for column in range(len(self._edges) - 1):
                if (row, column) in taken:
                    continue
                columns, height = self._extent(row, column, taken)
                taken |= {(row + y, column + x) for y in range(height) for x in range(columns)}
                cells.append(Slot(joiner.cell(*self._cell(row, column, columns, height)), columns, height))
            rows.append(tuple(cells))
        return tuple(row for row in rows if row)

    def _extent(self, row: int, column: int, taken: set[tuple[int, int]]) -> tuple[int, int]:
        columns = 1
        while (
            column + columns < len(self._edges) - 1
            and (row, column + columns) not in taken
            and not self._parted_right(row, column + columns)
        ):
            columns += 1
        height = 1
        while row + height < len(self._heights) - 1 and not self._parted_below(row + height, column):
            height += 1
        return columns, height

    def _crossing(self, row: int) -> list[float] | None:
        """Where upright lines cross a row, from the left; None where none does between its two ends."""
        middle = (self._heights[row] + self._heights[row + 1]) / 2
        found = sorted(one.at for one in self._uprights if one.low - 1 < middle < one.high + 1)
        inner = any(self._edges[0] + _NEAR < at < self._edges[-1] - _NEAR for at in found)
        return found if inner else None

    def _parted_right(self, row: int, edge: int) -> bool:
        x, sides = self._edges[edge], self._sides[row]
        if sides is not None:
            at = bisect.bisect_left(sides, x - _NEAR)
            return at < len(sides) and sides[at] <= x + _NEAR
        return not any(word.left < x < word.right for word in self._bands[row])

    def _parted_below(self, level: int, column: int) -> bool:
        middle = (self._edges[column] + self._edges[column + 1]) / 2
        return any(one.low - 1 < middle < one.high + 1 for one in self._levels[level])

    def _cell(self, row: int, column: int, columns: int, height: int) -> tuple[list[TextLine], float, float]:
        """The lines of a cell, and between which margins they stand."""
        left, right = self._edges[column], self._edges[column + columns]
        bands = self._bands[row : row + height]
        inside = [word for band in bands for word in band if left <= (word.left + word.right) / 2 < right]
        return parted(inside, 0), left + self._room, right - self._room

    def _white(self) -> float:
        """The white space beside the words of every cell: the least that any word leaves to the left of it."""
        words = [word for band in self._bands for word in band]
        found = [
            word.left - self._edges[at - 1] for word in words if (at := bisect.bisect_right(self._edges, word.left)) > 0
        ]
        return max(0.0, min(found, default=0.0))
