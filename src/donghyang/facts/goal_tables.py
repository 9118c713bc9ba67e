"""Targets in the cells of tables of goals: by the year of their row or column, else by the year set above the table."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from donghyang.facts.deadlines import YEAR, Deadline
from donghyang.facts.governed import Stated, governed
from donghyang.facts.places import is_region
from donghyang.facts.ranking_holders import METRIC
from donghyang.facts.roles import aside
from donghyang.facts.tables import UNIT_IN_BRACKETS, one_line
from donghyang.language.dates import full_year
from donghyang.language.patterns import lazily
from donghyang.records import Target

if TYPE_CHECKING:
    import datetime as dt

    from donghyang.records import Cell, Grid, Quantity

GOAL = lazily(r"목표|지표|目标|指标")
NAMED_YEAR = r"(?:(20[0-9]{2})|['’‘]([0-9]{2}))"
"""A year in full or by its last two digits, for `named_year`."""
_YEARS = lazily(r"(20[0-9]{2})(?:\s?년|\s?年|(?![0-9]))|['’‘]([0-9]{2})(?![0-9])")
_YEARS_ALONE = lazily(
    rf"[(（]?\s{{0,4}}(?:목표\s?)?{YEAR}\s?[년年]?\s?(?:말|까지)?\s?(?:목표)?[^)）(（]{{0,4}}[)）]?"
    r"|[(（]\s?(?:목표|계획)\s?[)）]|목표$"
)
_GOAL_ALONE = lazily(r"(?:목표치?|계획)\s?(?P<unit>[(（][^()（）]{1,14}[)）])?")
"""The head of a column that says nothing of what its goals measure: 목표(명)."""
_STRETCH = lazily(r"[0-9]\s?(?:년|年)?\s?[-~∼～–]\s?['’‘]?[0-9]")
_MONTH = lazily(r"([0-9]{1,2})(?:월|月)")
_NOT_THE_GOAL = lazily(
    "실적|현재|현황|기준|전망|추정|잠정|예측|대비|증가[율폭]|증감|변화|순위|순번|번호|비고|구분|실제|완료|完成|同比|增速|增长率|序号|备注"
)
"""Heads of columns that tell how things are, or compare: 2023년(실적), 2023년 대비, 증가율."""
_SHARE = lazily("비중|구성비|점유율|占比")
"""Heads of columns that share out the one beside them, where no year says that they are goals."""
_NO_MEASURE = lazily(
    r"[\[〈<【][^\]〉>】]{0,6}?(?:표|그림)\s?[0-9-]*[\]〉>】]|[〈〉\[\]<>]|[(（][^()（）]*[)）]|[가-힣]+별(?=\s)"
    r"|(?:주요|단계|중점|연도|세부)\s?|(?:및|과|와)?\s?(?:목표|계획|지표|현황|추이|전망|배분|개요)"
)
_TIED = lazily("[와과]$")
_OWNER = lazily(r"^.*의\s")
"""What a caption says the rows are of: 핵심 동위원소 4종의 국산 비율."""
_IN_BRACKETS = lazily(r"\s?[(（][^()（）]*[)）]")
_BARE = lazily(r"[-0-9.,\s]+")
_SUM = lazily(r"\s*(?:합\s?계|총\s?계|소\s?계|계|전체|총?合?计)\s*$")
_WORDS = lazily(r"[^\W\d_]")
_MOST_WORDS = 14
"""Letters beside its figure that a cell may have to be one value: 6,500만 kW 이상, 70% 수준."""


def has_goal_column(grid: Grid) -> bool:
    """Whether a column of a table is headed by a goal and its year: 2027년 목표."""
    return any(year_of(cell.text) and GOAL.search(cell.text) for cell in grid.rows[0])


def year_of(head: str) -> str | None:
    """The one year that a head names (2027년(억 위안), 국산화율('27년)); None for none, two, or a stretch of years."""
    years = {named_year(found) for found in _YEARS.finditer(head)}
    return next(iter(years)) if len(years) == 1 and not _STRETCH.search(head) else None


def named_year(found: re.Match[str]) -> str:
    """The year that a match has in full (first group) or by its last two digits (second group)."""
    return str(full_year(found[1] or found[2]))


def is_past(year: str, date: dt.date | None) -> bool:
    """Whether a year is over on the day of the text; False where the day is not known."""
    return date is not None and int(year) < date.year


def is_now(year: str, date: dt.date | None) -> bool:
    """Whether a year is that of the text; False where the day is not known."""
    return date is not None and int(year) == date.year


def table_targets(stated: Stated, grid: Grid, above: str | None, caption: str = "") -> list[Target]:
    """The targets of a table of goals; `above` is the year that the text above it has set, if any.

    A row of a place has the measure that the caption names.
    """
    heads = [one_line(cell.text) for cell in grid.rows[0]]
    years = [year_of(head) for head in heads]
    by_column = any(years)
    marked = any(year and GOAL.search(head) for year, head in zip(years, heads, strict=True))
    by_row = not by_column and any(year_of(row[0].text) for row in grid.rows[1:] if row)
    thing = _measure_of(caption, grid) if by_column or any(map(_GOAL_ALONE.fullmatch, heads)) else ""
    found: list[Target] = []
    for row in grid.rows[1:]:
        for at, (cell, head) in enumerate(zip(row, heads, strict=False)):
            if _NOT_THE_GOAL.search(head) or (at == 0 and (by_row or by_column)):
                continue
            year = years[at] if by_column else year_of(row[0].text) if by_row else above
            if year is None or _is_over(head if by_column else row[0].text, year, stated.date):
                continue
            if marked and is_now(year, stated.date) and not GOAL.search(head):
                continue  # 2024년 beside 2027년 목표
            if _SHARE.search(head) and not (by_row or by_column):
                continue
            name = _name(row, head, by_column=by_column, by_row=by_row)
            own = cell_targets(stated, cell, year, name, keyed=by_row or by_column)
            start = _start(stated, row, heads, years, at) if by_column else None
            found += [_of_row(target, _row_name(row), thing, start) for target in own]
    return found


def _name(row: tuple[Cell, ...], head: str, *, by_column: bool, by_row: bool) -> str:
    """What a cell is of, in a table whose years stand in the heads of its columns, of its rows, or in neither."""
    if alone := _GOAL_ALONE.fullmatch(head):
        return f"{_row_name(row)} {alone['unit'] or ''}".strip()
    if by_column:
        return row_and_head(_row_name(row), head)
    return head if by_row else row_and_head(_part_name(row), head)


def _part_name(row: tuple[Cell, ...]) -> str:
    """The part that a row is of, as its first cell names it; "" for a figure, and for the sum of all."""
    first = one_line(row[0].text)
    first = _row_name(row) if first.isdigit() else first
    return "" if first[:1].isdigit() or not _WORDS.search(first) or _SUM.match(first) else first


def row_and_head(row: str, head: str) -> str:
    """What a cell is of: its row, and the head of its column without its year."""
    return f"{row} {_YEARS_ALONE.sub('', head)}".strip()


def _of_row(target: Target, row: str, thing: str, start: str | None) -> Target:
    """The target of a cell with `thing` for its measure where its row only says where, and what it starts from."""
    metric = target.metric
    if thing and metric == row:
        metric = thing if _SUM.match(row) else f"{row} {thing}"
    return replace(target, metric=metric, baseline=start or target.baseline)


def _are_places(grid: Grid) -> bool:
    """Whether the rows of a table are places, the most of them without doubt (저장 is a word too)."""
    names = [name for row in grid.rows[1:] if (name := _IN_BRACKETS.sub("", _row_name(row))) and not _SUM.match(name)]
    return 2 * sum(is_region(name) for name in names) > len(names)


def _measure_of(caption: str, grid: Grid) -> str:
    """What a table measures whose rows only say where or of what, as its caption says: 지역별 담수화 규모와 목표.

    Rows are such where most are places, or where the caption ends in a measure and no row does.
    """
    plain = _NO_MEASURE.sub(" ", _YEARS.sub(" ", caption))
    thing = " ".join(_TIED.sub("", word) if len(word) > 2 else word for word in plain.split())
    if _are_places(grid):
        return thing
    names = [UNIT_IN_BRACKETS.sub("", _row_name(row)).strip() for row in grid.rows[1:]]
    told = METRIC.search(thing) is not None and not any(map(METRIC.search, names))
    return _OWNER.sub("", thing) if told else ""


def _start(stated: Stated, row: tuple[Cell, ...], heads: list[str], years: list[str | None], at: int) -> str | None:
    """What the last column before whose year is over prints, with its unit; None for none."""
    for column in range(min(at, len(row)) - 1, 0, -1):
        year = years[column]
        if year is None or not is_past(year, stated.date) or _SHARE.search(heads[column]):
            continue
        figures = stated.quantities_in(row[column].span)
        ends = stated.quantities_in(row[at].span)
        if len(figures) != 1 or len(ends) != 1 or figures[0].unit != ends[0].unit:
            return None
        found = UNIT_IN_BRACKETS.search(heads[column])
        unit = found if found and not _NOT_THE_GOAL.search(found[1]) else UNIT_IN_BRACKETS.search(_row_name(row))
        return f"{figures[0].text}{unit[1]}" if unit and _BARE.fullmatch(figures[0].text) else figures[0].text
    return None


def _is_over(head: str, year: str, date: dt.date | None) -> bool:
    """Whether the year, or the month of it that the head names (2025년(9월 말)), is over on the day of the text."""
    month = _MONTH.search(head)
    return is_past(year, date) or (
        is_now(year, date) and month is not None and date is not None and int(month[1]) <= date.month
    )


def _row_name(row: tuple[Cell, ...]) -> str:
    """What a row is about: its first cell that is no number."""
    return next((cell.text.strip() for cell in row if _WORDS.search(cell.text)), "")


def cell_targets(stated: Stated, cell: Cell, year: str, name: str, *, keyed: bool) -> list[Target]:
    """The target of a cell that is one value; of a cell of words what they say, where its year stands in the table."""
    figures = [q for q in stated.quantities_in(cell.span) if q.value is not None]
    unit = UNIT_IN_BRACKETS.search(name)
    value = _value(stated, cell, figures)
    if value is not None and (value.kind != "number" or unit or keyed):
        metric = name[: unit.start()].strip() if unit else name
        return [
            Target(
                stated.text[slice(*cell.span)].strip(), *cell.span, None, metric or None, value.value,
                value.unit or (unit[1] if unit else None), value.bound, year,
            )
        ]  # fmt: skip
    if value is not None or not keyed or len(_WORDS.findall(cell.text)) < 4:
        return []
    return governed(stated, Deadline(year, -1, -1), cell.span, cell.span[0], named=True)


def _value(stated: Stated, cell: Cell, figures: list[Quantity]) -> Quantity | None:
    """The figure that a cell prints; None for a cell of words that has figures in them."""
    taken = aside(stated.text, figures)
    own = [figure for figure in figures if figure.start not in taken]
    if len(own) != 1:
        return None
    rest = cell.text.replace(own[0].text, "", 1)
    return own[0] if len(_WORDS.findall(rest)) <= _MOST_WORDS else None
