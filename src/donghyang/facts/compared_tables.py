"""Records that a table of a technical article tells: rows of measures, a column of the new thing, one of the old.

Which column is the new one is told by a head (기존 장치), or by the column of changes, where the figures bear it out.
"""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING

from donghyang.facts import measures
from donghyang.facts.quantities import find_quantities
from donghyang.facts.statements import Statement
from donghyang.facts.tables import UNIT_IN_BRACKETS, one_line
from donghyang.facts.wording import either
from donghyang.language.patterns import lazily
from donghyang.language.poles import poles
from donghyang.records import Grid, PerformanceRecord, Quantity, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from donghyang.records import Article, Cell, Document, Issue, Span

_CHANGE_HEAD = lazily(rf"(?:{either('change_heads')})|/")
_OLD_HEAD = lazily(rf"(?:{either('old_ones')})")
_NO_VARIANT = lazily(r"(?:19|20)[0-9]{2}|['’‘][0-9]{2}|목표|순위|비고|단위|단계")
"""Heads that are no two things held against each other: years, goals, remarks."""
_NUMBER = lazily(r"[-+]?[0-9][0-9,]*(?:\.[0-9]+)?")
_CHANGE = lazily(r"(?P<sign>[-+−△▲▼])?\s?(?P<by>[0-9][0-9,.]*)\s?(?P<unit>%p|%|배)(?P<way>[^0-9]*)$")
_FALL_SIGNS = ("-", "−", "△", "▼")
_GREW = "change"
"""The pair of words that say whether a figure rose or fell (`language.poles`)."""
_NEAR = Decimal("0.02")
"""How far a change that is printed rounded may lie from the one that the figures make, as a share of it."""
_PAIR = 2
_START = attrgetter("start")


def table_records(document: Document, issue: Issue, told: Sequence[PerformanceRecord]) -> Iterator[PerformanceRecord]:
    """The records of the tables of comparison in a report's technical articles, in order; none that sentences of the
    article tell, which are `told`.
    """
    grids = {block.span[0]: block for block in document.blocks if isinstance(block, Grid)}
    in_order = sorted(told, key=_START)
    for article in (one for section in issue.sections if section.kind == "technology" for one in section.articles):
        first, last = article.span or (0, 0)
        lines = in_order[bisect_left(in_order, first, key=_START) : bisect_left(in_order, last, key=_START)]
        known = {(line.value, line.unit) for line in lines}
        for block in article.blocks:
            grid = grids.get(block.span[0]) if isinstance(block, Table) and block.span else None
            rows = _of_grid(document.text, grid, article) if grid is not None else ()
            yield from (row for row in rows if (row.value, row.unit) not in known)


def _of_grid(text: str, grid: Grid, article: Article) -> Iterator[PerformanceRecord]:
    heads, *rows = grid.rows
    columns = _columns([one_line(head.text) for head in heads], rows, article)
    if columns is None:
        return
    new, old = columns
    around = Statement("", (), "cell", article=article, section="technology")
    holder, _ = measures.holder_of(around, "", (0, 0), 0)
    for row in rows:
        name = one_line(row[0].text)
        figure, before = (_figure(row[at], name) for at in (new, old))
        unit = UNIT_IN_BRACKETS.search(name)
        metric = name[: unit.start()].strip() if unit else name
        if figure is None or before is None or figure.unit != before.unit or measures.ECONOMY.search(metric):
            continue
        if figure.value == before.value or figure.kind in ("money", "rank"):
            continue
        span = _span(row[0], row[new])
        yield PerformanceRecord(
            text[slice(*span)], *span, metric, figure.value, None, figure.unit, figure.bound, holder,
            one_line(heads[old].text) or None, before.value,
        )  # fmt: skip


def _span(first: Cell, last: Cell) -> Span:
    return min(first.span[0], last.span[0]), max(first.span[1], last.span[1])


def _columns(heads: Sequence[str], rows: Sequence[Sequence[Cell]], article: Article) -> tuple[int, int] | None:
    """The columns of the new thing and of the old one; None where a table holds no two things against each other."""
    if any(len(row) != len(heads) for row in rows) or any(map(_NO_VARIANT.search, heads)):
        return None
    change = next((at for at, head in enumerate(heads) if at and _CHANGE_HEAD.search(head)), None)
    pair = [at for at in range(1, len(heads)) if at != change]
    if len(pair) != _PAIR or not rows:
        return None
    first, second = pair
    counted = sum(all(_figure(row[at], row[0].text) for at in pair) for row in rows)
    if 2 * counted <= len(rows):
        return None
    old = [at for at in pair if _OLD_HEAD.search(heads[at])]
    if len(old) == 1:
        return (second, first) if old == [first] else (first, second)
    if change is not None:
        ways = [
            (new, before) for new, before in ((second, first), (first, second)) if _borne(rows, new, before, change)
        ]
        return ways[0] if len(ways) == 1 else None
    told = [at for at in pair if heads[at] and heads[at] in article.headline]
    return ((first, second) if told == [first] else (second, first)) if len(told) == 1 else None


def _borne(rows: Sequence[Sequence[Cell]], new: int, old: int, change: int) -> bool:
    """Whether the changes that rows print are those from `old` to `new`, in every row that can be reckoned."""
    told = [
        _is_change(after.value, before.value, row[change].text)
        for row in rows
        if (after := _figure(row[new], row[0].text)) and (before := _figure(row[old], row[0].text))
        and after.value is not None and before.value
    ]  # fmt: skip
    return bool(told) and all(told)


def _is_change(after: Decimal, before: Decimal, words: str) -> bool:
    found = _CHANGE.match(words.strip())
    if found is None:
        return False
    by = Decimal(found["by"].replace(",", ""))
    told = next((sign.pole for sign in poles(found["way"], "ko") if sign.pair == _GREW), None)
    falls = told == "down" or found["sign"] in _FALL_SIGNS
    if found["unit"] == "%p":
        made = after - before
    elif found["unit"] == "배" or not (told or found["sign"]):  # 수리품/새 부품 90%
        made, by = after / before, by / (1 if found["unit"] == "배" else 100)
    else:
        made = (after - before) / before * 100
    by = -by if falls else by
    return abs(made - by) <= max(abs(by) * _NEAR, _NEAR)


def _figure(cell: Cell, name: str) -> Quantity | None:
    """The one figure that a cell prints, with its own unit or that of the head of its row."""
    words = one_line(cell.text)
    unit = UNIT_IN_BRACKETS.search(one_line(name))
    bare = unit is not None and _NUMBER.fullmatch(words) is not None
    told = f"{words}{unit[1]}" if unit and bare else words
    found = find_quantities(told)
    if len(found) == 1 and found[0].value is not None and found[0].text == told:
        return found[0]
    if unit is None or not bare:
        return None
    return Quantity("measure", words, 0, len(words), Decimal(words.replace(",", "")), unit=unit[1])
