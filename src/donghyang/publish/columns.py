"""How wide the columns of a table become, and how small its letters."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from donghyang.publish.numbers import share_of_numbers, words
from donghyang.publish.text import width
from donghyang.report.rows import TOTAL

Align = Literal["left", "center", "right"]

LINE = 470.0
"""Width of the print's text in points."""
_SIZES = (9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0, 5.5)
_PADDING = 10.0
"""Both sides of a cell together, in points."""
_SHORT = 6.5
"""Words up to this width in em are set in the middle of their column."""
_LONGEST_WORDS = (24.0, 16.0, 9.0)
"""Words up to this width in em are kept whole, where all columns have room for theirs; likewise figures below."""
_LONGEST_FIGURES = 14.0
_TEXT = 5.0
"""Text in a narrower column, in em, would stand word by word."""
_FIGURES = re.compile(r"[\d\s.,%+~()/-]*")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Layout:
    """The measures of one table."""

    size: float
    """Letters, in points."""
    widths: tuple[float, ...]
    """Columns, in points, padding included."""
    limits: tuple[float, ...]
    """What fits on a line of each column, in em."""
    least: tuple[float, ...]
    """What each column needs on a narrow screen, in em: its longest word, and some room for text."""
    align: tuple[Align, ...]
    """Where the cells below the header stand in each column."""
    inset: tuple[float, ...]
    """White space behind the figures of each column, in points: the longest stands in the middle, below its header."""


def layout(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Layout:
    """Columns as wide as their content asks, letters as large as the widest words allow; no columns give none."""
    count = max(map(len, (header, *rows)), default=0)
    if not count:
        return Layout(_SIZES[0], (), (), (), (), ())
    columns = [[row[at] for row in (header, *rows) if at < len(row)] for at in range(count)]
    natural = [max(map(_line, cells)) for cells in columns]
    for longest in _LONGEST_WORDS:
        least = [max(_word(cell, longest) for cell in cells) for cells in columns]
        if sum(least) * _SIZES[0] + count * _PADDING <= LINE:
            break
    size = next((s for s in _SIZES if sum(least) * s + count * _PADDING <= LINE), _SIZES[-1])
    padding = _PADDING if 2 * count * _PADDING < LINE else LINE / (2 * count)
    ems = _share([_weight(cells) for cells in columns], natural, least, (LINE - count * padding) / size)
    bodies = [cells[len(header) > 0 :] for cells in columns]
    align = tuple(map(_align, bodies))
    return Layout(
        size=size,
        widths=tuple(round(em * size + padding, 2) for em in ems),
        limits=tuple(em * 0.97 for em in ems),
        least=tuple(max(word, min(_TEXT, whole)) for word, whole in zip(least, natural, strict=True)),
        align=align,
        inset=tuple(
            float(round(max(0.0, em - max(map(width, cells))) / 2 * size)) if where == "right" else 0.0
            for em, cells, where in zip(ems, bodies, align, strict=True)
        ),
    )


def _share(weights: list[float], natural: list[float], least: list[float], room: float) -> list[float]:
    """`room` em dealt out: everyone what its longest word needs, then by the amount of text."""
    if sum(natural) <= room:
        spare = (room - sum(natural)) / len(natural)
        # A table of few short columns would look empty at full width: it keeps to two thirds of the line.
        spare = min(spare, max(4.0, (room * 0.66 - sum(natural)) / len(natural)))
        return [wide + spare for wide in natural]
    needed = sum(least)
    if needed >= room:
        return [wide * room / needed for wide in least]
    ems = list(least)
    open_columns = set(range(len(ems)))
    left = room - needed
    while left > 0.01 and open_columns:
        total = sum(weights[at] for at in open_columns)
        given = {at: min(left * weights[at] / total, natural[at] - ems[at]) for at in open_columns}
        for at, more in given.items():
            ems[at] += more
        left -= sum(given.values())
        open_columns = {at for at in open_columns if natural[at] - ems[at] > 0.01}
    return ems


def _align(cells: list[str]) -> Align:
    """Numbers to the right, so that their digits stand below each other; short words in the middle, all else left.

    Numbers that only count the rows, and years, are no figures: they stand in the middle.
    """
    numbers = share_of_numbers(cells)
    if counts(cells) or all(map(_YEAR.fullmatch, cells)):
        return "center"
    if numbers != "none":
        return "right" if numbers == "all" else "left"
    return "center" if all(_line(cell) <= _SHORT for cell in cells) else "left"


def counts(cells: list[str]) -> bool:
    """Whether the cells number the rows from 1; rows without a number (a sum) may stand among them."""
    told = [cell.strip() for cell in cells if cell.strip().isascii() and cell.strip().isdigit()]
    others = [cell for cell in cells if not any(map(str.isdigit, cell))]
    return len(told) > 1 and len(told) + len(others) == len(cells) and told == [str(at + 1) for at in range(len(told))]


def is_sum(row: Sequence[str]) -> bool:
    """Whether a row of a table sums up the others."""
    return TOTAL.match(next(filter(None, map(str.strip, row)), "")) is not None


def _line(cell: str) -> float:
    return max(map(width, cell.split("\n"))) + 0.6


def _word(cell: str, most: float) -> float:
    """The longest word, but no more than a column can be asked to keep whole."""
    longest = max((width(word.rstrip()) for word in words(cell)), default=1.0)
    return max(2.0, min(longest, max(most, _LONGEST_FIGURES) if _FIGURES.fullmatch(cell) else most)) + 0.6


def _weight(cells: list[str]) -> float:
    """Columns of long text get more room, but less than in proportion, so that short ones do not starve."""
    mean = sum(map(width, cells)) / len(cells)
    return math.pow(max(mean, 1.0) * max(1.0, *map(width, cells)), 0.4)
