"""Rows of a table whose tabs a converter lost: broken cells joined, missing cells put where their column shows.

Only rows with fewer cells than the others are touched; a table whose rows are all of one length comes back as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from donghyang.language.patterns import lazily

Rows = tuple[tuple[str, ...], ...]

_FIGURE = lazily(r"^[(<△▲▽+\-–~약]*\s?\d[\d,.\s~:/]*\s?[^\s\d]{0,6}\s?[)>]?$|^[-–]$")
"""A cell that is a figure, with its unit; a dash stands for one."""
TOTAL = lazily(r"^(?:합\s*계|총\s*계|소\s*계|계|평\s*균|전\s*체)$")
"""The first cell of a row that sums up the others."""
_MOSTLY = 0.6


def mended(rows: Rows, *, titled: bool = False) -> Rows:
    """The rows, each as long as most of them; `titled` where the first row names tables and is left alone."""
    lengths = Counter(map(len, rows[titled:]))
    width = max(lengths, key=lambda length: (lengths[length], length), default=0)
    if len(lengths) < 2 or width < 3 or lengths[width] < 2:
        return rows
    rows = tuple(_split(row, width) if len(row) < width else row for row in rows)
    kept, body = list(rows[: 1 + titled]), list(rows[1 + titled :])
    figures = _figure_columns([row for row in body if len(row) == width], width)
    if not titled and len(kept[0]) < width:
        kept[0] = _spread_header(kept[0], body[0] if body else (), width)
    for at, row in enumerate(_joined(body, figures, width)):
        kept.append(_placed(row, figures, width, first=at == 0) if len(row) < width else row)
    return tuple(kept)


def _split(row: tuple[str, ...], width: int) -> tuple[str, ...]:
    """A row whose cells are parted by room instead of tabs, where that makes it as long as the others."""
    cells = tuple(part for cell in row for part in (re.split(r"\s{2,}", cell) if cell else [cell]))
    return cells if len(cells) == width else row


def fits(row: Sequence[str], rows: Rows) -> bool:
    """Whether a row has figures where the rows have them; True where no column of theirs holds figures."""
    figures = _figure_columns(rows, len(row))
    return all(_FIGURE.match(cell) or not cell for cell, figure in zip(row, figures, strict=True) if figure)


def has_figures(rows: Rows) -> bool:
    """Whether a column of the rows holds figures."""
    return bool(rows) and any(_figure_columns(rows, len(rows[0])))


def _figure_columns(rows: Sequence[tuple[str, ...]], width: int) -> list[bool]:
    """For each column whether most of its cells are figures."""
    found = []
    for column in range(width):
        cells = [row[column] for row in rows if len(row) > column and row[column]]
        found.append(bool(cells) and sum(bool(_FIGURE.match(cell)) for cell in cells) >= _MOSTLY * len(cells))
    return found


def _agreement(row: Sequence[str], figures: list[bool]) -> int:
    return sum(bool(_FIGURE.match(cell)) == figure for cell, figure in zip(row, figures, strict=True) if cell)


def _joined(body: list[tuple[str, ...]], figures: list[bool], width: int) -> list[tuple[str, ...]]:
    """The rows with those put together again that a line break inside a cell parted."""
    out: list[tuple[str, ...]] = []
    for row in body:
        last = out[-1] if out else ()
        if 1 < len(last) < width and 1 < len(row) < width and len(last) + len(row) - 1 == width:
            whole = (*last[:-1], f"{last[-1]} {row[0]}".strip(), *row[1:])
            apart = [_agreement(_placed(part, figures, width, first=False), figures) for part in (last, row)]
            if _agreement(whole, figures) * 2 > sum(apart):
                out[-1] = whole
                continue
        out.append(row)
    return out


def _placed(row: tuple[str, ...], figures: list[bool], width: int, *, first: bool) -> tuple[str, ...]:
    """A short row with empty cells where its figures fit best: at the left below a cell that covers several rows."""
    gap = ("",) * (width - len(row))
    at = len(row)
    if any(figures):
        left = 1 if first or (row and TOTAL.match(row[0])) else 0
        scores = _agreements(row, figures, len(gap))
        at = max([*range(left, len(row)), len(row)], key=lambda place: scores[place])
    return row[:at] + gap + row[at:]


def _agreements(row: Sequence[str], figures: list[bool], gap: int) -> list[int]:
    """For every place of the gap in a row, how many of its cells agree with their columns."""
    kinds = [bool(_FIGURE.match(cell)) if cell else None for cell in row]
    score = sum(kind == figures[at + gap] for at, kind in enumerate(kinds))
    scores = [score]
    for at, kind in enumerate(kinds):
        score += (kind == figures[at]) - (kind == figures[at + gap])
        scores.append(score)
    return scores


def _spread_header(header: tuple[str, ...], below: tuple[str, ...], width: int) -> tuple[str, ...]:
    """The upper row of a header in two rows: its cells stand over as many columns each."""
    over, left = len(header) - 1, width - 1
    double = len(below) == left or (len(below) == width and not below[0])
    if over < 1 or left % over or not double:
        return (*header, *[""] * (width - len(header)))
    step = left // over
    return (header[0], *(cell for name in header[1:] for cell in (name, *[""] * (step - 1))))
