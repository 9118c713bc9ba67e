"""Which chart a table asks for: bars for a ranking, lines for a series, pairs for targets; none where it is unsure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from donghyang.language.quantities import figures
from donghyang.language.script import has_han
from donghyang.publish.columns import counts
from donghyang.publish.numbers import share_of_numbers
from donghyang.records import Message, Table

Kind = Literal["bars", "shares", "series", "targets"]
_LEAST, _MOST = 2, 20
"""Rows of a chart."""
_LINES = 6
"""Lines that can be told apart in one chart."""
_LONGEST = 80
"""Letters of a name or a figure: a name of more has no room in a chart, and each is measured many times."""
_MOMENTS = 3
"""Points that make a series."""
_TIME = re.compile(
    r"""
    (?: (?P<year> (?:'|‘|’)?\d{2}(?:\d{2})? ) \s?년? )?     # 2023년, 2023, '23년
    (?: \s? (?: (?P<month>\d{1,2})\s?월 | (?P<quarter>[1-4])\s?분기 | (?P<half>[상하])반기 ) )?
    (?: \s? (?:목표|실적|전망|계획|현황|\([^()]{1,8}\)) )?
    """,
    re.VERBOSE,
)
_DIRECTION = re.compile(r"[△▲▽▼±~∼～]")
"""Signs that may stand for a minus, or for a stretch: not drawn."""
_UNIT = re.compile(r"\(([^()]*)\)\s*$")
_WHOLE = (Decimal(99), Decimal(101))
"""Between what shares of one whole add up, rounded as they are."""


@dataclass(frozen=True, slots=True)
class Point:
    """One figure: what it is of, how large, and as the table says it."""

    label: str
    value: Decimal
    said: str


@dataclass(frozen=True, slots=True)
class Series:
    """Figures that belong together; "" names a single one."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn. `targets` has a series a row, each on a scale of its own; the others share one."""

    kind: Kind
    series: tuple[Series, ...]
    measure: str
    """What the figures measure: the head of their column; "" where each series says it."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of figures."""

    name: str
    unit: str
    values: tuple[Decimal, ...]
    said: tuple[str, ...]


def choose(table: Table) -> Chart | Message:
    """The chart of a table, or why there is none: what is unsure is not drawn."""
    rows = [row for row in table.rows if any(row)]
    if not table.header or any(len(row) != len(table.header) for row in rows):
        return Message("머리글이 없거나 칸의 수가 고르지 않음", "it has no header, or rows of other lengths")
    columns = [[row[at] for row in rows] for at in range(len(table.header))]
    named = next((at for at, cells in enumerate(columns) if not counts(cells)), None)
    if named is None or _column("", columns[named]) is not None:
        return Message("줄의 이름이 될 열이 없음", "no column says what its rows are")
    # A sum stands where the rows have their numbers or names.
    labels = [row[named] or next(filter(None, row)) for row in rows]
    found = [
        column
        for head, cells in zip(table.header, columns, strict=True)
        if not counts(cells) and (column := _column(head, cells)) is not None
    ]
    if any(len(word) > _LONGEST for word in (*labels, *(word for one in found for word in (one.name, *one.said)))):
        return Message("이름이나 수가 너무 긺", "a name or a figure is too long")
    if not found:
        return Message("수만 든 열이 없음", "no column holds nothing but figures")
    if not _LEAST <= len(rows) <= _MOST or len(set(labels)) < len(labels):
        return Message(
            f"줄이 {_LEAST}~{_MOST}개가 아니거나 이름이 겹침",
            f"it has fewer than {_LEAST} or more than {_MOST} rows, or two of one name",
        )
    return _of(labels, found, table.caption or "")


def _of(labels: list[str], found: list[_Column], caption: str) -> Chart | Message:
    units = {_unit_of(label) for label in labels}
    heads = [column.name for column in found]
    if all(map(_place, heads)) and len(heads) >= 2:
        rows = [
            Series(label, tuple(Point(one.name, one.values[at], one.said[at]) for one in found))
            for at, label in enumerate(labels)
        ]
        if len(heads) == 2:
            return Chart("targets", tuple(rows), "")
        said = {column.unit for column in found} | units - {""}
        if len(said - {""}) <= 1 and len(rows) <= _LINES and _even(heads):
            return Chart("series", tuple(rows), next(iter(said - {""}), ""))
        return Message("때에 따른 수의 단위나 간격이 서로 다름", "its figures over time differ in unit or pace")
    if len(units) > 1:
        return Message("줄마다 단위가 다름", "its rows measure different things")
    told = next((one for one in found if _bare(one.name) and _bare(one.name) in caption), found[0])
    if all(map(_place, labels)):
        if len(labels) < _MOMENTS or not _even(labels):
            return Message(
                "때가 셋보다 적거나 간격이 서로 다름", "it has fewer than three moments, or they differ in pace"
            )
        alike = [one for one in found if one is told or (one.unit and one.unit == told.unit)][:_LINES]
        measure = told.name if len(alike) == 1 else told.unit
        return Chart("series", tuple(_points(one, labels) for one in alike), measure)
    kept = _without_sum(told, labels)
    is_whole = told.unit == "%" and _WHOLE[0] <= sum(point.value for point in kept.points) <= _WHOLE[1]
    return Chart("shares" if is_whole else "bars", (kept,), told.name)


def _even(moments: Sequence[str]) -> bool:
    """Whether moments follow one another at one pace, so that a line between them slopes as it should."""
    places = [place for one in moments if (place := _place(one)) is not None]
    if len(places) < len(moments) or len({kind for kind, _ in places}) > 1:
        return False
    steps = {after - before for (_, before), (_, after) in pairwise(places)}
    return len(steps) == 1 and min(steps) > 0


def _place(moment: str) -> tuple[str, int] | None:
    """What kind of moment it is, and the how manieth; None for no moment."""
    found = _TIME.fullmatch(moment)
    if found is None or not any(found.groups()):
        return None
    year = int(re.sub(r"\D", "", found["year"] or "0"))
    if found["month"]:
        return "month", year * 12 + int(found["month"])
    if found["quarter"]:
        return "quarter", year * 4 + int(found["quarter"])
    if found["half"]:
        return "half", year * 2 + "상하".index(found["half"])
    return "year", year


def _bare(name: str) -> str:
    """A head without its unit."""
    return _UNIT.sub("", name).strip()


def _points(column: _Column, labels: Sequence[str]) -> Series:
    return Series(_bare(column.name), tuple(map(Point, labels, column.values, column.said)))


def _without_sum(column: _Column, labels: Sequence[str]) -> Series:
    """A column's figures without the one that adds up all others, at either end."""
    points = _points(column, labels).points
    for one, rest in ((points[-1], points[:-1]), (points[0], points[1:])):
        if len(rest) >= _LEAST and one.value == sum(point.value for point in rest):
            return Series("", rest)
    return Series("", points)


def _column(name: str, cells: Sequence[str]) -> _Column | None:
    """The figures of a column; None where a cell has none, or more than one, or says them in another unit."""
    if share_of_numbers(cells) != "all" or not all(map(_is_plain, cells)):
        return None
    found = list(_values(cells))
    units = {unit for _, unit in found}
    if len(found) < len(cells) or len(units) > 1:
        return None
    return _Column(name, next(iter(units)) or _unit_of(name), tuple(value for value, _ in found), tuple(cells))


def _is_plain(cell: str) -> bool:
    """Whether a cell says one figure in digits, none in words (하나) and without a sign that may turn it round."""
    return any(map(str.isdigit, cell)) and "\n" not in cell and _DIRECTION.search(cell) is None


def _values(cells: Sequence[str]) -> Iterator[tuple[Decimal, str]]:
    """The one figure of each cell that has one, with its unit."""
    for cell in cells:
        match list(figures(cell)):
            case [one] if one.value is not None:
                yield one.value, (one.unit.unit or one.unit.form) if one.unit else ""


def _unit_of(name: str) -> str:
    """The unit that a head or a row's name says in brackets at its end; "" for none."""
    found = _UNIT.search(name)
    return found[1].strip() if found and not has_han(found[1]) else ""  # a name's own characters are no unit
