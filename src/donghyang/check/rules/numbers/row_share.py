"""이름을 든 것의 비중이 표와 맞지 않습니다. | The share of a thing does not fit its row of the table.

왜: '동부가 60%를 차지'의 60%가 표에서 서부의 비중이거나 동부의 비중에서 숫자가 뒤바뀐 것이면 잘못 옮긴 것이다.
Why: Where 'the east has 60 %' is the west's share in the table, or the east's with its digits exchanged, it was taken
down wrong.
Bad:
  01
  지역별 투자액
  ■ 투자액을 발표함(3.2)
  - 동부는 전체의 25%를 차지함
  〈지역별 투자액〉
  지역	금액(억 원)
  동부	120
  서부	50
  남부	30
  합계	200
Good:
  01
  지역별 투자액
  ■ 투자액을 발표함(3.2)
  - 동부는 전체의 60%를 차지함
  〈지역별 투자액〉
  지역	금액(억 원)
  동부	120
  서부	50
  남부	30
  합계	200
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from donghyang.check.figures.operands import is_closed, shown
from donghyang.check.rule import Hit
from donghyang.check.sheet.boards import total_row
from donghyang.check.sheet.grids import Grid, full_columns, grids, lines_of, rows_in, sentences_of
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import one_slip_apart, significant, step
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity, Span

ID = "row-share"
CLASS = "share"
SEVERITY = "warning"

_LEAST = 3
"""Rows of a column that has shares."""
_LAST = 2
"""So many of its last digits may a share be off by cutting instead of rounding."""
_TAKES = lazily(
    rf"\s?(?:[을를] ?(?:{tables.either(__package__, 'takes_share')})|"
    rf"에 (?:{tables.either(__package__, 'comes_to')}|그[쳤친치])|"
    r"의 비중|이다|임|인 |로 [0-9]위)"
)
_TO_SHARE = lazily(
    r"(?:시|성|구)?[은는이가의에]?(?:[^.;%]{0,24}(?:전체의|비중[은는이가]?|점유율[은는이가]?))? ?(?:약 )?|"
    r"(?:시|성|구)?[은는이가의에]? ?[^.;%()]{0,24}[0-9][^.;%()]{0,12}(?:으로|로|[(（])(?:약 )?(?:전체의 )?"
)
_CHANGE = lazily(r"\s?(?:[)）])?\s?(?:[을를이가]? ?(?:증가|감소|늘|줄|상승|하락|성장|높|낮)|%p|포인트)")
_TOGETHER = lazily(r"(?:[와과·,및] ?|등 ?)$")
_OF_IT = (" 전체", "의 전체", " 총", "의 총")
"""Behind a name that is the whole itself: 가온 전체의 16%."""
_OTHER = lazily(tables.either(__package__, "no_share"))


@dataclass(frozen=True, slots=True)
class _Shares:
    """The shares of the rows in one column: printed ones, or amounts over their total."""

    of: dict[str, Decimal]
    where: dict[str, Span]
    printed: bool


def find(sheet: Sheet) -> Iterator[Hit]:
    """Shares told of one row of a table that are another row's, or one slip from its own."""
    for grid in grids(sheet):
        columns = list(_columns(sheet, grid))
        for line in lines_of(sheet, grid.board) if columns else ():
            if "%" in line.text:
                for sentence in sentences_of(line):
                    yield from _of_sentence(sheet, grid, columns, sentence)


def _columns(sheet: Sheet, grid: Grid) -> Iterator[_Shares]:
    last = total_row(grid.board)
    for at, figures in full_columns(sheet, grid):
        values = {name: one.value or Decimal(0) for name, one in figures.items()}
        units = {one.unit for one in figures.values()}
        if len(values) < _LEAST or len(units) != 1:
            continue
        where = {name: grid.rows[name][at].span for name in values}
        if "%" in units:
            if not _OTHER.search(grid.board.head[at].text):
                yield _Shares(values, where, printed=True)
        elif last is not None and (whole := sheet.figure(grid.board.rows[last][at])) and whole.value:
            yield _Shares({name: value / whole.value * 100 for name, value in values.items()}, where, printed=False)


def _of_sentence(sheet: Sheet, grid: Grid, columns: list[_Shares], sentence: Passage) -> Iterator[Hit]:
    named = rows_in(grid, sentence.text)
    for share in sheet.quantities_in(*sentence.span):
        if share.unit != "%" or not share.value or share.bound not in (None, "approx") or share.high is not None:
            continue
        before = [(at, name) for at, name in named if sentence.start + at < share.start]
        if not before or _CHANGE.match(sheet.text, share.end):
            continue
        at, name = before[-1]
        between = sheet.text[sentence.start + at + len(name) : share.start]
        takes = _TAKES.match(sheet.text, share.end) or (is_closed(sheet, share) and between[-1:] in "(（")
        alone = not _TOGETHER.search(sentence.text[:at]) and not _OTHER.search(
            sentence.text[: share.start - sentence.start]
        )
        if takes and alone and not between.startswith(_OF_IT) and _TO_SHARE.fullmatch(between):
            yield from _held(share, name, columns)


def _held(share: Quantity, name: str, columns: list[_Shares]) -> Iterator[Hit]:
    own = [one for one in columns if name in one.of]
    if not own or any(_fits(share, one.of[name]) for one in own):
        return
    for one in own:
        right = one.of[name]
        exchanged = any(_fits(share, value) for other, value in one.of.items() if other != name)
        if (exchanged and ("." in share.text or significant(share.text) > 1)) or _is_slip(share, right):
            message = Message(
                f"표에서 '{name}'은(는) {shown(right)}%입니다.", f"'{name}' has {shown(right)} % in the table."
            )
            yield Hit(share.start, share.end, message, (one.where[name],))
            return


def _fits(share: Quantity, right: Decimal) -> bool:
    return abs((share.value or Decimal(0)) - right) <= _LAST * step(share)


def _is_slip(share: Quantity, right: Decimal) -> bool:
    meant = right.quantize(step(share))
    return one_slip_apart(share, replace(share, value=meant, text=f"{meant}%"))
