"""순위와 값의 차례가 맞지 않습니다. | The ranking and its values disagree.

왜: 순위표는 값이 큰 차례(또는 작은 차례)로 선다. 한 줄만 어긋나면 그 값이나 순위가 틀린 것이다.
Why: A ranking stands in the order of its values; where one row breaks it, its value or its rank is wrong.
Bad:
  〈도시별 점수〉
  순위	도시	점수
  1	대전	91.2
  2	광주	88.4
  3	부산	89.9
  4	대구	80.1
Good:
  〈도시별 점수〉
  순위	도시	점수
  1	대전	91.2
  2	광주	88.4
  3	부산	83.9
  4	대구	80.1
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from donghyang.check.figures.operands import is_cut
from donghyang.check.rule import Hit
from donghyang.check.sheet.boards import Board
from donghyang.check.sheet.passages import KOREAN, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.compare import comparable
from donghyang.records import Message, Quantity

ID = "rank-order"
CLASS = "order"
SEVERITY = "error"

_RANK = re.compile(r"순위|랭킹|등수|rank", re.IGNORECASE)
_TOP = re.compile(r"(?:상위|Top|TOP|톱)\s?(?P<number>[0-9]{1,3})(?![0-9]|\s?%|위권)")
_NOT_RANKED = re.compile(r"(?:합\s?계|소\s?계|총\s?계|계|기타|전체|평균|상위\s?[0-9]+.*계)$")
_IN_ORDER = re.compile(r"^\s?[)）]?\s?(?:순임|순이|순으로|순서|순$|순[,. ])")
_FROM_TO = re.compile(r"^(?:에서|서)\s(?P<middle>[^,\n]{0,24}?)$")
_NEW_RUN = re.compile(r"순|포함|[을를은는이가] |[으]로,? |[며고],? |\. ")
"""What parts a ranking from a total, a condition or another ranking before it."""
_SIGNED = re.compile(r"[△▲▽▼−–-]\s?(?:$|[^0-9])|[△▲▽▼−]")
_UP = re.compile(r"^\s?(?:까지|으로|로)\s?(?:증가|확대|상승|급증|늘어|늘었|늘린|늘림|향상|성장|높아)")
_DOWN = re.compile(r"^\s?(?:까지|으로|로)\s?(?:감소|축소|하락|단축|급감|줄어|줄었|줄인|줄임|낮아|절감)")
_OVERTAKES = re.compile(r"^[)）]?[을를]?\s?(?:제치|앞서|웃돌|추월)")
_AHEAD = re.compile(r"^\s?(?:으로|로)?\s?(?:[가-힣A-Za-z]+ )?[(（]?$")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Ranked tables out of order or of another length than they say; 'in this order' and 'from … to' in sentences."""
    for board in sheet.boards:
        yield from _ranked(sheet, board)
        yield from _years(board)
        yield from _length(board)
    for passage in sheet.of(KOREAN):
        figures = [figure for figure in sheet.quantities_in(*passage.span) if figure.value is not None]
        yield from _sequence(sheet, passage, figures)
        yield from _changes(sheet, passage, figures)


_FEW, _MANY = 4, 7


def _ranked(sheet: Sheet, board: Board) -> Iterator[Hit]:
    ranks = next((at for at, head in enumerate(board.head) if _RANK.search(head.text)), None)
    rows = [row for row in board.rows if not any(_NOT_RANKED.match(cell.text) for cell in row[:2])]
    if ranks is None or len(rows) < _FEW:
        return
    numbers = [int(row[ranks].text) if row[ranks].text.isdigit() else None for row in rows]
    if sorted(number or 0 for number in numbers) == list(range(1, len(numbers) + 1)):
        pass
    elif None not in numbers:
        yield from _broken_ranks([row[ranks] for row in rows], [number or 0 for number in numbers])
        return
    else:
        return
    order = sorted(range(len(numbers)), key=lambda at: numbers[at] or 0)
    columns = [[rows[at][column] for at in order] for column in range(len(board.head)) if column != ranks]
    yield from _unordered(sheet, columns)


def _unordered(sheet: Sheet, columns: list[list[Passage]]) -> Iterator[Hit]:
    """The value that breaks the order of the column by which a table is ranked.

    Where one column stands in order the table is ranked by that; of the others only a long one counts, for a short
    one is nearly in order by chance, and rates follow their own ways.
    """
    figures = [[sheet.figure(cell) for cell in cells] for cells in columns]
    known = [
        (cells, [figure.value for figure in column if figure and figure.value is not None], column[0])
        for cells, column in zip(columns, figures, strict=True)
        if all(figure and figure.value is not None for figure in column)
    ]
    is_settled = any(_is_ordered(values) for _, values, _ in known)
    for cells, values, first in known:
        if not is_settled or (len(values) >= _MANY and first is not None and first.unit != "%"):
            yield from _odd_one(cells, values)


def _is_ordered(values: list[Decimal]) -> bool:
    return values in (sorted(values), sorted(values, reverse=True))


def _broken_ranks(cells: list[Passage], numbers: list[int]) -> Iterator[Hit]:
    """One rank that does not fit between its neighbours; shared ranks (1, 2, 2, 4) are no slip."""
    for at in range(len(numbers)):
        expected = at + 1
        tied = at > 0 and numbers[at] == numbers[at - 1]
        if (
            numbers[at] != expected
            and not tied
            and [n for i, n in enumerate(numbers) if i != at] == [i + 1 for i in range(len(numbers)) if i != at]
        ):
            yield Hit(*cells[at].span, Message(f"{expected}위의 자리입니다.", f"this is the place of rank {expected}."))


def _odd_one(cells: list[Passage], values: list[Decimal]) -> Iterator[Hit]:
    """The one value without which a column would stand in order; a column that is in no order stays silent."""
    for better in (values, [-value for value in values]):
        breaks = [at for at, (a, b) in enumerate(pairwise(better)) if b > a]
        if not breaks:
            return
    for better in (values, [-value for value in values]):
        breaks = [at for at, (a, b) in enumerate(pairwise(better)) if b > a]
        if len(breaks) > 2 or len(values) < _FEW:
            continue
        for at in (breaks[0] + 1, breaks[0]):
            rest = better[:at] + better[at + 1 :]
            if all(b <= a for a, b in pairwise(rest)):
                other = cells[at - 1] if at else cells[at + 1]
                yield Hit(
                    *cells[at].span,
                    Message("순위의 차례와 어긋나는 값입니다.", "this value breaks the order of the ranking."),
                    related=(other.span,),
                )
                return


def _years(board: Board) -> Iterator[Hit]:
    """A column of years in order but for one."""
    for column, head in enumerate(board.head):
        cells = board.column(column)
        if re.search(r"연도|년도|연월|시기|^년$", head.text) and len(cells) > 3:
            years = [re.match(r"(?:19|20)[0-9]{2}(?=$|[년. ~-])", cell.text) for cell in cells]
            if all(years):
                yield from _odd_one(cells, [Decimal(year[0]) for year in years if year])


def _length(board: Board) -> Iterator[Hit]:
    """A table that announces so many rows and has others."""
    found = _TOP.search(board.title)
    rows = [row for row in board.rows if not any(_NOT_RANKED.match(cell.text) for cell in row[:2])]
    if found and board.caption and len(rows) >= 3 and len(rows) != int(found["number"]):
        start = board.caption.start + board.caption.text.index(found[0])
        yield Hit(
            start,
            start + len(found[0]),
            Message(
                f"{found['number']}줄이 아니라 {len(rows)}줄입니다.",
                f"there are {len(rows)} rows, not {found['number']}.",
            ),
        )


def _sequence(sheet: Sheet, passage: Passage, figures: list[Quantity]) -> Iterator[Hit]:
    """'A(38개), B(20개) 순': the figures must come down."""
    for at, figure in enumerate(figures):
        if not _IN_ORDER.match(sheet.text[figure.end : min(figure.end + 8, passage.end)]):
            continue
        run = [figure]
        for before in reversed(figures[:at]):
            gap = sheet.text[before.end : run[0].start]
            if not comparable(before, run[0]) or len(gap) > 30 or _NEW_RUN.search(gap) or _is_age(before):
                break
            run.insert(0, before)
        values = [one.value or Decimal(0) for one in run]
        if len(run) > 1 and values != sorted(values, reverse=True) and values != sorted(values):
            yield _hit(run, "많은 순서가 아닙니다.", "these are not in order.")
        elif len(run) == 2 and values[0] < values[1]:
            yield _hit(run, "많은 순서가 아닙니다.", "these are not in descending order.")


def _changes(sheet: Sheet, passage: Passage, figures: list[Quantity]) -> Iterator[Hit]:
    """'49일에서 35일로 단축': a decrease must go down, an increase up; who overtakes must be ahead."""
    for first, second in pairwise(figures):
        between = sheet.text[first.end : second.start]
        behind = sheet.text[second.end : min(second.end + 14, passage.end)]
        if first.value is None or second.value is None or not comparable(first, second):
            continue
        up, down = _UP.match(behind), _DOWN.match(behind)
        if _SIGNED.search(sheet.text[first.start - 2 : first.start] + sheet.text[second.start - 2 : second.start]):
            continue
        if _is_age(first) or is_cut(sheet, first) or is_cut(sheet, second):
            continue
        ahead = _AHEAD.match(between) and _OVERTAKES.match(behind)
        rises = second.value > first.value
        if _FROM_TO.match(between) and ((up and not rises) or (down and (rises or second.value == first.value))):
            yield _hit(
                [first, second], "늘고 줄어든 방향이 숫자와 다릅니다.", "the direction does not fit the figures."
            )
        elif ahead and second.value >= first.value:
            yield _hit([first, second], "앞섰다는 쪽의 값이 더 작습니다.", "the one ahead has the smaller figure.")


def _is_age(figure: Quantity) -> bool:
    """Is this an age band, 30대?"""
    return figure.unit == "대" and figure.value is not None and figure.value % 10 == 0 and figure.value < 100


def _hit(run: list[Quantity], ko: str, en: str) -> Hit:
    return Hit(run[0].start, run[-1].end, Message(ko, en))
