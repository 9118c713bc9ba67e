"""증감률이 표에 적은 앞 해의 값과 맞지 않습니다. | A rise does not follow from the year before's figure in the table.

왜: 표에 해마다의 값이 있으면 표 안의 증가율도, 본문이 말한 증가율도 앞 해의 값으로 셈해 볼 수 있다.
Why: A table of years gives the rise of each, be it printed in the table or told in the text.
Bad:
  01
  팀 선정 현황
  ■ 선정 현황을 발표함(3.2)
  - 2022년 선정 팀은 150개로 2021년보다 35.0% 증가
  〈연도별 선정 현황〉
  연도	선정 팀(개)	지원금(만 위안)
  2020	80	4,000
  2021	120	7,200
  2022	150	10,500
Good:
  01
  팀 선정 현황
  ■ 선정 현황을 발표함(3.2)
  - 2022년 선정 팀은 150개로 2021년보다 25.0% 증가
  〈연도별 선정 현황〉
  연도	선정 팀(개)	지원금(만 위안)
  2020	80	4,000
  2021	120	7,200
  2022	150	10,500
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from donghyang.check.figures.operands import follows, middle, rise, same_unit, shown, turn
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._changes import DOWN, UP
from donghyang.check.sheet.boards import Board
from donghyang.check.sheet.grids import years_in
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.compare import agrees
from donghyang.facts.slips import one_slip_apart, step
from donghyang.language.dates import full_year
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "year-row-growth"
CLASS = "growth"
SEVERITY = "warning"

_YEAR = lazily(r"^['‘’]?(?P<year>(?:19|20)?[0-9]{2})년?(?:도)?$")
_HEAD = lazily(r"^['‘’]?(?P<year>(?:19|20)?[0-9]{2})년?(?:도|말)?(?:\s?[(（][^()（）]{1,6}[)）])?$")
_RATE = lazily(r"증가[율률]|성장[율률]|증감[율률]|전년 ?대비")
_TOLD = lazily(
    r"(?:으로|로|이며|인데),? (?:(?P<last>전년|작년|지난해)|(?P<full>(?:19|20)[0-9]{2})년|['‘’](?P<short>[0-9]{2})년)"
    r"(?:보다| 대비|에 비해) (?:약 )?"
)
_UP, _DOWN = lazily(UP), lazily(DOWN)
_BEFORE = 40


def find(sheet: Sheet) -> Iterator[Hit]:
    """Tables of years: rates in a column of rows that are years, and rates of the article beside a cell of a year."""
    for board in sheet.boards:
        years = _years(board)
        if len(years) > 1:
            yield from _inside(sheet, board, years)
        told = {year: board.rows[at] for year, at in years.items()} if len(years) > 1 else _columns(board)
        if len(told) > 1 and board.article is not None:
            for line in sheet.articles[board.article].of(*PROSE):
                yield from _outside(sheet, told, line)


def _years(board: Board) -> dict[int, int]:
    """The rows by the year that heads them; {} where two have the same."""
    found = {
        at: full_year(one["year"]) for at, row in enumerate(board.rows) if (one := _YEAR.match(row[0].text.strip()))
    }
    return {year: at for at, year in found.items()} if len(set(found.values())) == len(found) else {}


def _columns(board: Board) -> dict[int, list[Passage]]:
    """The columns by the year that heads them, head and cells; {} where two have the same."""
    heads = ((at, _HEAD.match(head.text.strip())) for at, head in enumerate(board.head))
    found = [(full_year(one["year"]), at) for at, one in heads if one]
    if len({year for year, _ in found}) < len(found):
        return {}
    return {year: [board.head[at], *(row[at] for row in board.rows)] for year, at in found}


def _inside(sheet: Sheet, board: Board, years: dict[int, int]) -> Iterator[Hit]:
    steps = [(years[a], years[b]) for a, b in pairwise(sorted(years)) if b - a == 1]
    for column in (at for at, head in enumerate(board.head) if _RATE.search(head.text)):
        for other in range(1, len(board.head)):
            rows = [
                (old, new, rate)
                for before, after in steps
                if (old := sheet.figure(board.rows[before][other]))
                and (new := sheet.figure(board.rows[after][other]))
                and (rate := sheet.figure(board.rows[after][column]))
                and rate.unit == "%" != new.unit
                and old.value
            ]
            off = [row for row in rows if not follows(row[2], rise(row[1], row[0]))]
            if len(off) == 1 < len(rows) and (len(rows) > 2 or _slipped(*off[0])):
                yield _hit(off[0][2], off[0][0], off[0][1], 1)
                break


def _slipped(old: Quantity, new: Quantity, rate: Quantity) -> bool:
    worth = middle(rise(new, old)).quantize(step(rate))
    return one_slip_apart(rate, replace(rate, value=worth, text=f"{worth}%"))


def _outside(sheet: Sheet, told: dict[int, list[Passage]], line: Passage) -> Iterator[Hit]:
    """'2022년 선정 팀은 150개로 2021년보다 35.0% 증가', where a cell of 2022 is 150; `told`: the cells by year."""
    figures = [one for one in sheet.quantities_in(*line.span) if one.unit != "년"]
    for new, rate in pairwise(figures):
        since = _TOLD.fullmatch(sheet.text, new.end, rate.start)
        sign = turn(sheet.text, rate.end, _UP, _DOWN)
        if since is None or not sign or rate.unit != "%" or rate.bound not in (None, "approx") or not new.value:
            continue
        named = {year for year, _, _ in years_in(sheet.text[max(line.start, new.start - _BEFORE) : new.start])}
        for year in told:
            last = year - 1 if since["last"] else full_year(since["full"] or since["short"])
            if year in named and last < year and last in told:
                yield from _held(sheet, (told[last], told[year]), new, rate, sign)


def _held(
    sheet: Sheet, rows: tuple[list[Passage], list[Passage]], new: Quantity, rate: Quantity, sign: int
) -> Iterator[Hit]:
    pairs = [(sheet.figure(a), sheet.figure(b)) for a, b in zip(rows[0][1:], rows[1][1:], strict=True)]
    meant = [(a, b) for a, b in pairs if a and b and a.value and _is_same(b, new)]
    if meant and not any(follows(rate, rise(b, a, sign)) for a, b in meant):
        yield _hit(rate, *meant[0], sign)


def _is_same(cell: Quantity, told: Quantity) -> bool:
    """The cell that the text retells: the same value, in its unit or in a column that names none."""
    return cell.value == told.value if cell.unit is None else bool(same_unit(cell, told) and agrees(cell, told))


def _hit(rate: Quantity, old: Quantity, new: Quantity, sign: int) -> Hit:
    worth = shown(middle(rise(new, replace(old, unit=new.unit), sign)))
    message = Message(f"표로 셈하면 {worth}%입니다.", f"by the table it is {worth} %.")
    return Hit(rate.start, rate.end, message, ((old.start, old.end), (new.start, new.end)))
