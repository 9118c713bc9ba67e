"""앞섰다는 쪽이 표에서는 뒤에 있습니다. | What is said to be ahead stands behind in the table.

왜: '가온이 나래를 앞섰다', '가온과 나래가 1, 2위'는 표의 수를 견준 말이므로 표의 순서와 같아야 한다.
Why: Who is ahead of whom, and who is first and second, is read off a table and must be its order.
Bad:
  01
  지역별 등록 현황
  ■ 등록 현황을 발표함(3.2)
  - 등록 건수는 나래와 가온이 1, 2위를 차지함
  〈지역별 등록 현황〉
  지역	등록 건수(건)	증가율
  가온	920	4.0%
  나래	870	9.0%
  다솜	640	5.5%
Good:
  01
  지역별 등록 현황
  ■ 등록 현황을 발표함(3.2)
  - 등록 건수는 가온과 나래가 1, 2위를 차지함
  〈지역별 등록 현황〉
  지역	등록 건수(건)	증가율
  가온	920	4.0%
  나래	870	9.0%
  다솜	640	5.5%
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from donghyang.check.rule import Hit
from donghyang.check.sheet.grids import Grid, grids, is_whole, lines_of, places, rows_in, sentences_of
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message, Span

ID = "row-ahead"
CLASS = "table-text"
SEVERITY = "warning"

_KIND = r"(?:시|성|구|대학|자치구)?"
_AND = lazily(rf"{_KIND}(?:와|과|,|·) ?")
_RANKS = lazily(rf"{_KIND}(?:이|가|은|는)? ?(?:각각 |나란히 )?(?P<one>[1-9])위?(?:,|·|와|과) ?(?P<two>[1-9])위")
_OVER = lazily(rf"{_KIND}(?:이|가|은|는) ")
_AHEAD = lazily(
    rf"{_KIND}(?:을|를|보다) (?:근소하게 |크게 |더 )?(?:앞[서선섰섬]|앞질|제치|제쳤|제친|제침|웃돌|웃돈|넘어섰|따돌)"
)
_OTHER = lazily(r"지난해|작년|전년|처음으로|목표|전망|예상|20[0-9]{2}년|증가 ?폭|속도|계단")
"""In the sentence: the order of another year, or of what the table need not have."""
_RANK = lazily("순위|순번|번호|등수")
_LEAST = 2


def find(sheet: Sheet) -> Iterator[Hit]:
    """Two rows that a sentence sets in an order, against the columns that it names, or all where it names none."""
    for grid in grids(sheet):
        for line in lines_of(sheet, grid.board):
            for one in sentences_of(line):
                if "위" in one.text or "뒤를 이" in one.text or _AHEAD.search(one.text):
                    yield from _of_sentence(sheet, grid, one.text, one.start)


def _of_sentence(sheet: Sheet, grid: Grid, text: str, start: int) -> Iterator[Hit]:
    if _OTHER.search(text):
        return
    rows = rows_in(grid, text)
    for (at, one), (behind, other) in pairwise(rows):
        gap, end = text[at + len(one) : behind], behind + len(other)
        ranks = _RANKS.match(text, end) if _AND.fullmatch(gap) else None
        if ranks and int(ranks["one"]) < int(ranks["two"]):
            span = (start + at, start + ranks.end())
        elif _OVER.fullmatch(gap) and (ahead := _AHEAD.match(text, end)):
            span = (start + at, start + ahead.end())
        else:
            if len(rows) == _LEAST and _FOLLOWS.match(text, end) and _LEADS.search(gap):
                yield from _next(sheet, grid, (one, other), (start + behind, start + end))
            continue
        yield from _held(sheet, grid, text, (one, other), span)


_FOLLOWS = lazily(rf"{_KIND}(?:이|가|은|는) (?:그 )?(?:뒤를 이|다음으)")
_LEADS = lazily(r"가장 (?:많|높|크|큰|컸)|1위|최다|전체의 [^,]{1,20}차지|선두")


def _next(sheet: Sheet, grid: Grid, pair: tuple[str, str], span: Span) -> Iterator[Hit]:
    """'가온이 40%를 차지하고 다솜이 뒤를 이음' where no column has the second right behind the first."""
    orders = [
        order
        for at in range(grid.named + 1, len(grid.board.head))
        if (order := _order(sheet, grid, at)) and all(name in order for name in pair)
    ]
    if orders and all(order.index(pair[1]) != order.index(pair[0]) + 1 for order in orders):
        first = next((order for order in orders if order[0] == pair[0] and len(order) > 1), None)
        if first is not None:
            message = Message(f"표에서는 '{first[1]}'입니다.", f"in the table it is '{first[1]}'.")
            yield Hit(*span, message, (grid.rows[first[1]][grid.named].span,))


def _order(sheet: Sheet, grid: Grid, column: int) -> list[str]:
    """The rows by a column of distinct figures, the largest first; [] for others."""
    figures = {name: sheet.figure(row[column]) for name, row in grid.rows.items() if not is_whole(name)}
    values = {name: one.value for name, one in figures.items() if one is not None and one.value is not None}
    if (
        len(values) < len(figures)
        or len(set(values.values())) < len(values)
        or _RANK.search(grid.board.head[column].text)
    ):
        return []
    return sorted(values, key=lambda name: -(values[name] or 0))


def _held(sheet: Sheet, grid: Grid, text: str, pair: tuple[str, str], span: Span) -> Iterator[Hit]:
    named = [at for head, at in grid.heads.items() if any(True for _ in places(text, _short(head)))]
    columns = named or [at for at in range(len(grid.board.head)) if at != grid.named]
    told = [_values(sheet, grid, pair, at) for at in columns]
    known = [values for values in told if values is not None]
    if known and all(one < other for one, other in known):
        message = Message(
            f"표에서는 '{pair[1]}'이(가) '{pair[0]}'보다 앞에 있습니다.",
            f"in the table '{pair[1]}' is ahead of '{pair[0]}'.",
        )
        related = tuple(grid.rows[name][columns[0]].span for name in pair)
        yield Hit(*span, message, related)


_COUNTED = lazily(r"\s?(?:건수|수|액|량)$")


def _short(head: str) -> str:
    """A head without what says that it counts, by which a sentence may call it: 등록 of 등록 건수."""
    return _COUNTED.sub("", head) or head


def _values(sheet: Sheet, grid: Grid, pair: tuple[str, str], column: int) -> tuple[Decimal, Decimal] | None:
    """The figures of both rows in a column; a rank counts backwards. None where one has none, or both have the same."""
    figures = [sheet.figure(grid.rows[name][column]) for name in pair]
    values = [one.value for one in figures if one is not None and one.value is not None]
    if len(values) < _LEAST or values[0] == values[1] or any(is_whole(name) for name in pair):
        return None
    is_rank = _RANK.search(grid.board.head[column].text) is not None
    return (-values[0], -values[1]) if is_rank else (values[0], values[1])
