"""Figures of table cells whose unit stands in the head of their column, of their row, or above the table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from donghyang.facts.column_units import in_order
from donghyang.facts.quantities import find_quantities
from donghyang.facts.wording import either
from donghyang.language.patterns import lazily
from donghyang.language.remembered import remembered
from donghyang.language.unit_senses import is_collected
from donghyang.records import Grid, Quantity

if TYPE_CHECKING:
    from donghyang.records import Cell, Document

UNIT_IN_BRACKETS = lazily(r"[(（\[［]([^()（）\[\]［］]{1,14})[)）\]］]\s*\**\s*$")
"""The unit that closes a head: 매출(억 위안)."""
_STATED = lazily(r"(?:단위|单位|單位)\s*[:：]\s*([^()（）\]\n]{1,30})")
_BETWEEN_UNITS = lazily(rf"[,、]\s*|/\s*(?!(?:{either('units_of_rates')})\s*(?:$|[,、/)]))")
"""Between the units above a table, where 만 톤/년 is one."""
_BELOW = lazily(r"\s{0,8}[(\[（](?:단위|单位|單位)\s*[:：][^()（）\]\n]{1,30}[)\]）]\s*(?=\n|$)")
_NUMBER = lazily(
    r"\s*+\**+(?:약|~|≈)?\s*+[-+−△▲▼]?\s?(?P<figure>[0-9０-９][0-9０-９,.，]*(?: ?[만억조천万亿千])*"
    r"(?:\s*[~∼～–-]\s*[0-9][0-9,.]*(?: ?[만억조천万亿千])*)?"
    r"(?: ?(?:이상|이하|초과|미만|이내))?)\s*+\**+\s*+(?:[(（][^()（）]*[)）]\s*)?"
)
"""A cell that is a bare number, with what may stand beside it: 1,234 (5.6%), △3.2, 38,000만."""
_FALL = frozenset("△▼−-")
_NO_FIGURES = lazily(r"순위|순번|번호|연번|연도|년도|시기|일자|날짜|年份|年度|序号|排名|名次|日期|^구분$|^No\.?$")
_SHARES = lazily(r"비중|비율|[가-힣]률|[가-힣]율|占比|比重|增[速长幅]|率$|증감|증가")
_MONEY = lazily(r"금액|[가-힣]액$|규모|매출|예산|비용|자금|총생산|GDP|자산|자본|金额|产值|投资|收入|预算|[总额]额$")
_COUNTS = (
    (lazily(r"(?:인원|인력|인구|종사자|학생|교수|연구원|연구자|직원|사용자|이용자|졸업생|전문가|인재) ?수$"), "명"),
    (lazily(r"건 ?수$|(?:특허|신청|출원|등록|계약|사례|프로젝트) ?수$"), "건"),
    (lazily(r"(?:논문) ?수$"), "편"),
    (lazily(r"[가-힣] ?수$"), "개"),
)
"""Columns of counts that print no unit, with the classifier the counted thing takes."""
_NOT_COUNTS = lazily(r"(?:지|계|함|변|상|점|횟|분)수$")
_MOST_HEADS = 3


@dataclass(frozen=True, slots=True)
class _Head:
    """What the head of a column says of the numbers under it."""

    factor: Decimal
    like: Quantity | None
    """A quantity of one in that unit."""
    unit: str | None = None


def cell_quantities(document: Document) -> list[Quantity]:
    """The bare numbers of table cells with the unit of their head, multiplier applied; empty when no head names one."""
    found: list[Quantity] = []
    for grid in document.blocks:
        if isinstance(grid, Grid) and len(grid.rows) > 1:
            found += _grid(document.text, grid)
    return found


def one_line(cell: str) -> str:
    """The words of a cell on one line, a blank between them."""
    return " ".join(cell.split())


def _grid(text: str, grid: Grid) -> list[Quantity]:
    heads = _head_rows(text, grid)
    names = _column_names(grid.rows[:heads], max(map(len, grid.rows)))
    above = _above(text, grid)
    own = [_own_unit(name) for name in names]
    columns = _columns(names, above, _with_figures(text, grid.rows[heads:], len(names)))
    found: list[Quantity] = []
    for row in grid.rows[heads:]:
        side = _row_head(row[0].text) if row else None
        for at, cell in enumerate(row):
            head = _of_both(columns[at], side, own[at]) if at else columns[at]
            if head is None or _NO_FIGURES.search(names[at]):
                continue
            quantity = _cell(text, cell, head)
            if quantity is not None:
                found.append(quantity)
    return found


def _row_head(name: str) -> _Head | None:
    """What the head of a row says of its numbers; a bracket that tells what the row is ((주), 2기) is no unit."""
    in_brackets = UNIT_IN_BRACKETS.search(name)
    return None if in_brackets and _NO_UNIT.match(in_brackets[1]) else _head(name, None)


_NO_UNIT = lazily(rf"[0-9]|(?:{either('not_row_units')})$")


def _of_both(column: _Head | None, row: _Head | None, own: _Head | None) -> _Head | None:
    """What a cell holds by its column and its row: the row's unit goes before one stated above the table; None where
    row and column each print another (`own` is what the column prints)."""
    if row is None or row.like is None:
        return column or row
    if own is not None and (own.unit, own.factor) != (row.unit, row.factor):
        return None
    return row


def _columns(names: list[str], above: list[str], figures: list[bool]) -> list[_Head | None]:
    """What each column holds: by its own head, else by the order of the units above the table."""
    columns = [_head(name, above) for name in names]
    stated = [head for unit in above if (head := _unit_head(unit))]
    open_ = [
        at for at, name in enumerate(names) if figures[at] and not _NO_FIGURES.search(name) and _own_unit(name) is None
    ]
    kinds = [head.like.kind if head.like else "count" for head in stated]
    known = [_kind_of(names[at]) for at in open_]
    places = in_order([names[at] for at in open_], kinds, [kind if kind in kinds else None for kind in known])
    for at, place in zip(open_, places, strict=True):
        if place is not None and len(stated) == len(above):
            columns[at] = stated[place]
    return columns


def _with_figures(text: str, rows: tuple[tuple[Cell, ...], ...], width: int) -> list[bool]:
    """For each column whether most of its cells are bare numbers."""
    cells = [[row[at] for row in rows if len(row) > at] for at in range(width)]
    found = [sum(_NUMBER.fullmatch(text[slice(*cell.span)]) is not None for cell in column) for column in cells]
    return [count > 0 and 2 * count >= len(column) for count, column in zip(found, cells, strict=True)]


def _head_rows(text: str, grid: Grid) -> int:
    """How many rows stand before the first one with a number, at least one."""
    for at, row in enumerate(grid.rows[: _MOST_HEADS + 1]):
        if at and any(_NUMBER.fullmatch(text[slice(*cell.span)]) for cell in row):
            return at
    return 1


def _column_names(rows: tuple[tuple[Cell, ...], ...], width: int) -> list[str]:
    """The names of the columns: the lowest head that says something; a wide head stands over all its columns."""
    names = [""] * width
    for row in rows:
        place = 0
        for cell in row:
            behind = place + max(1, cell.columns)
            if name := one_line(cell.text):
                names[place:behind] = [name] * (min(behind, width) - min(place, width))
            place = behind
    return names


def _above(text: str, grid: Grid) -> list[str]:
    """The units stated above the table, or in a line of their own right below: (단위: 억 위안, %)."""
    stated = list(_STATED.finditer(text, max(0, grid.span[0] - 120), grid.span[0]))
    below = None if stated else _BELOW.match(text, grid.span[1])
    stated = [found] if below and (found := _STATED.search(below[0])) else stated
    if not stated:
        caption = text[max(0, grid.span[0] - 120) : grid.span[0]].rstrip().rpartition("\n")[2]
        found = UNIT_IN_BRACKETS.search(caption.rstrip(" 〉>]】》"))
        return [found[1]] if found and not any(map(str.isdigit, found[1])) else []
    return _BETWEEN_UNITS.split(stated[-1][1].strip()) if stated else []


def _head(name: str, above: list[str] | None) -> _Head | None:
    """What a head says of its numbers; `above` is None for the head of a row, which no unit above the table reaches."""
    in_brackets = UNIT_IN_BRACKETS.search(name)
    if head := _own_unit(name):
        return head
    bare = name[: in_brackets.start()].strip() if in_brackets else name
    counted = None
    if not _NOT_COUNTS.search(bare) and (above is not None or bare.endswith(" 수")):
        counted = next((unit for pattern, unit in _COUNTS if pattern.search(bare)), None)
    stated = _stated_for(bare, [head for unit in above or [] if (head := _unit_head(unit))], counted is not None)
    return stated or (_Head(Decimal(1), None, counted) if counted else None)


def _own_unit(name: str) -> _Head | None:
    """The unit in brackets behind a head, None where there is none."""
    in_brackets = UNIT_IN_BRACKETS.search(name)
    head = _unit_of(in_brackets[1]) if in_brackets else None
    if in_brackets and head and head.like and head.unit == "점":
        bare = name[: in_brackets.start()].strip()
        if is_collected(bare) or (bare.endswith("수") and not _NOT_COUNTS.search(bare)):
            return replace(head, like=replace(head.like, kind="count"))
    return head


def _kind_of(name: str) -> str | None:
    """The kind of figures that a head speaks of, None where it does not tell."""
    return "percent" if _SHARES.search(name) else "money" if _MONEY.search(name) else None


def _stated_for(name: str, heads: list[_Head], counts: bool) -> _Head | None:
    """Which of the units stated above a table a column has; None where its name does not tell."""
    kinds = {head.like.kind if head.like else "count" for head in heads}
    kind = "count" if counts and not _SHARES.search(name) else _kind_of(name)
    if kind not in kinds:
        kind = next(iter(kinds)) if len(kinds) == 1 and kind in (None, "money") else None
    if kind is None and "percent" in kinds and len(kinds) == 2 and not _SHARES.search(name):
        kind = next(iter(kinds - {"percent"}))
    return next((head for head in heads if head.like and head.like.kind == kind), None)


def _unit_of(printed: str) -> _Head | None:
    """The unit in the brackets of a head: all of it, what stands behind a symbol (PM2.5, ㎍/㎥), or the money of a
    price for each thing (위안/정)."""
    if head := _unit_head(printed):
        return head
    *symbols, last = _BEHIND_COMMA.split(printed)
    if any(map(_unit_head, symbols)):
        return None  # 명, %
    if symbols and (head := _unit_head(last)):
        return head
    price = _PRICE.fullmatch(last)
    head = _unit_head(price[1]) if price else None
    return head if head and head.like and head.like.kind == "money" else None


_BEHIND_COMMA = lazily(r"[,，;] ?")
_PRICE = lazily(r"([^/]{1,8})/ ?[가-힣]{1,4}")


@remembered
def _unit_head(printed: str) -> _Head | None:
    """The unit that a head prints, read as the grammar reads "one" of it (만 위안, 千人, %)."""
    found = find_quantities(f"1{printed.strip()}")
    if (
        len(found) != 1
        or found[0].kind == "number"
        or found[0].value is None
        or found[0].end != len(printed.strip()) + 1
    ):
        return None
    one = found[0]
    return _Head(one.value or Decimal(1), one, one.unit)


def _cell(text: str, cell: Cell, head: _Head) -> Quantity | None:
    start, end = cell.span
    bare = _NUMBER.fullmatch(text[start:end])
    if bare is None:
        return None
    first = start + bare.start("figure")
    found = find_quantities(bare["figure"])
    if len(found) != 1 or found[0].kind != "number" or found[0].value is None:
        return None
    own, sign = found[0], -1 if not _FALL.isdisjoint(text[start:first]) else 1
    value = (own.value or Decimal(0)) * head.factor * sign
    high = own.high * head.factor * sign if own.high is not None else None
    like = head.like
    scale = like.si / head.factor if like and like.si is not None else None
    return Quantity(
        like.kind if like else "count", own.text, first, first + len(own.text), value, high, head.unit, own.bound, None,
        value * scale if scale is not None else None, like.si_unit if like else None, header_unit=True,
    )  # fmt: skip
