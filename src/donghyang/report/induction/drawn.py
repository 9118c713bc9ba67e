"""Tables drawn with rules and bars -> grids: what stands between two rules is one row where each row has its rule."""

from __future__ import annotations

import itertools
import re

from donghyang.language.patterns import lazily
from donghyang.records import Cell, Grid, Span
from donghyang.report.stream import Line

_EDGE = lazily(r"^[┌┏╔├┣╠└┗╚+|│][─━═\-┬┳╦┴┻╩┼╋╬+\s]{3,}[┐┓╗┤┫╣┘┛╝+|│]$")
_JOINT = lazily(r"[┬┳╦┼╋╬┴┻╩]|\+-+\+-+\+")
_ROW = lazily(r"^[│┃║|].*[│┃║|]$")
_BAR = lazily(r"[│┃║|]")
_PRINTED = lazily(r"[^\r\n]+")
_LONGEST = 400
"""Printed lines of one table."""


def with_drawn(lines: list[Line], places: list[int], text: str) -> tuple[list[int], list[Line]]:
    """The lines with each drawn table made one, and the places that they come from."""
    out_places: list[int] = []
    out: list[Line] = []
    at = 0
    while at < len(lines):
        end = _end(lines, at, text)
        grid = _grid(text, (lines[at].span[0], lines[end - 1].span[1])) if end else None
        if end and grid:
            out.append(Line(text[slice(*grid.span)], "", None, 0, grid.span, grid))
            out_places.append(places[at])
            at = end
        else:
            out.append(lines[at])
            out_places.append(places[at])
            at += 1
    return out_places, out


def _end(lines: list[Line], at: int, text: str) -> int:
    """Where the table ends whose upper edge stands at `at`; 0 where none does."""
    if lines[at].grid is not None or not _EDGE.match(lines[at].raw) or not _JOINT.search(lines[at].raw):
        return 0
    last = 0
    for place in range(at + 1, min(at + _LONGEST, len(lines))):
        if text.count("\n", lines[place - 1].span[1], lines[place].span[0]) > 1:
            break
        line = lines[place]
        raw = text[slice(*line.span)].strip()
        rows = [row.strip() for row in raw.splitlines() if row.strip()]
        if not rows or not all(_ROW.match(row) or _EDGE.match(row) for row in rows):
            break
        if _EDGE.match(rows[-1]):
            last = place + 1
    return last if last > at + 1 else 0


def _grid(text: str, span: Span) -> Grid | None:
    """The grid between two edges; None where its rows are not of one length."""
    groups: list[list[list[Cell]]] = [[]]
    for found in _PRINTED.finditer(text, *span):
        line = found[0].strip()
        if _EDGE.match(line):
            groups.append([])
        elif line:
            groups[-1].append(_cells(found[0], found.start()))
    groups = [group for group in groups if group]
    lengths = {len(row) for group in groups for row in group}
    if len(lengths) != 1 or lengths == {1} or not groups:
        return None
    ruled = len(groups) > 2
    rows = [_merged(group) for group in groups] if ruled else [tuple(row) for group in groups for row in group]
    return Grid(tuple(rows), span)


def _cells(line: str, start: int) -> list[Cell]:
    bars = [found.start() for found in _BAR.finditer(line)]
    cells = []
    for left, right in itertools.pairwise(bars):
        words = line[left + 1 : right]
        cells.append(Cell(words.strip(), (start + left + 1, start + right)))
    return cells


def _merged(rows: list[list[Cell]]) -> tuple[Cell, ...]:
    """The lines of one row as one, each cell's words joined."""
    out = []
    for cells in zip(*rows, strict=True):
        words = "".join(cell.text if _breaks(cell.text) else f"{cell.text} " for cell in cells if cell.text).strip()
        out.append(Cell(re.sub(r"\s+", " ", words), (cells[0].span[0], cells[-1].span[1])))
    return tuple(out)


def _breaks(words: str) -> bool:
    """Whether words were broken inside a word, as narrow cells do in Korean."""
    return "가" <= words[-1:] <= "힣"
