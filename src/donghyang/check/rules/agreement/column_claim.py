"""열 전체를 말한 수가 표와 다릅니다. | What is said of a whole column is not what the table has.

왜: '작업 시간은 모두 57시간', '최대 수심은 820m'는 열의 합계와 가장 큰 값을 읽은 것이므로 표와 같아야 한다.
Why: A total, a maximum or a minimum told of a column is read off the table and must be what stands there.
Bad:
  01
  해상 시험 결과
  ■ 해상 시험을 마침(3.2)
  - 작업 시간은 모두 57시간이며 시험선 두 척이 참여함
  〈해상 시험 결과〉
  차수	수심(m)	작업 시간(시간)
  1차	420	15
  2차	510	18
  3차	580	14
  합계		47
Good:
  01
  해상 시험 결과
  ■ 해상 시험을 마침(3.2)
  - 작업 시간은 모두 47시간이며 시험선 두 척이 참여함
  〈해상 시험 결과〉
  차수	수심(m)	작업 시간(시간)
  1차	420	15
  2차	510	18
  3차	580	14
  합계		47
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from donghyang.check.figures.operands import shown_like
from donghyang.check.rule import Hit
from donghyang.check.sheet.boards import Board, total_row
from donghyang.check.sheet.grids import bare, is_whole, lines_of, places
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import fits, rounding
from donghyang.language.nearness import letters
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity, Span

ID = "column-claim"
CLASS = "table-text"
SEVERITY = "warning"

_TOTAL, _MOST, _LEAST = "총|모두|합계|도합|전체|합해|합쳐|합하면|합치면", "최대|최고|최장", "최소|최저|최단"
_WORDS = rf"(?P<{{0}}>(?:{_TOTAL}|{_MOST}|{_LEAST}) ?)?"
_KINDS = tuple((lazily(words), kind) for words, kind in ((_TOTAL, "total"), (_MOST, "most"), (_LEAST, "least")))
_PLURAL = lazily(r"\s?(?:건수|수|액|량)$")
_OTHER = lazily(
    r"지난해|전년|작년|대비|보다|증가|감소|늘|줄|목표|까지|중 |가운데|각각|당 |계획|평균|하루|매|상위|나머지|제외|기존"
    r"|종전|누적"
)
"""In the clause: another year, a part, a change or one of each."""
_CHANGE = lazily(r"\s?(?:을|를|이|가|로|으로)? ?(?:증가|감소|늘|줄|더|높|낮|많|적|추가|씩|에서 )")
_CLAUSE = lazily(r"[.;] |[가-힣](?:고|며|으나|지만|는데),? ")
_SMALLEST, _LARGEST_TABLE = 2, 200
_NEAR = (Decimal("0.2"), Decimal(5))


@dataclass(frozen=True, slots=True)
class _Column:
    board: Board
    name: str
    figures: tuple[Quantity, ...]
    """Those of the rows, without the total."""
    total: Quantity | None

    def worth(self, kind: str, like: Quantity) -> tuple[Decimal, Decimal, str, Span]:
        """What the column gives for a kind of claim: lowest and highest value, how it is shown, and where it stands."""
        values = [one.value or Decimal(0) for one in self.figures]
        if kind == "total":
            if self.total is not None and self.total.value is not None:
                return self.total.value, self.total.value, self.total.text, (self.total.start, self.total.end)
            room = rounding(self.figures)
            added = sum(values, Decimal(0))
            return added - room, added + room, shown_like(added, like), (self.figures[0].start, self.figures[-1].end)
        one = (max if kind == "most" else min)(self.figures, key=lambda figure: figure.value or Decimal(0))
        assert one.value is not None
        return one.value, one.value, one.text, (one.start, one.end)


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures right behind a column's head that the words around make its total, its largest or its smallest."""
    for board in sheet.boards:
        if board.article is None or len(board.rows) * len(board.head) > _LARGEST_TABLE:
            continue
        names = [bare(row[0].text) for row in board.rows]
        for column in _columns(sheet, board):
            said = _said(column.name)
            for line in lines_of(sheet, board):
                if line.part != "headline" and column.name[:2] in line.text:
                    yield from _of_line(sheet, column, said, line, names)


def _said(name: str) -> re.Pattern[str]:
    """What stands before a figure that is said of the column."""
    spaced = r" ?".join(re.escape(letter) for letter in letters(name))
    one, two = _WORDS.format("one"), _WORDS.format("two")
    return re.compile(rf"(?:^|[ ,(]){one}(?:[가-힣]{{1,4}} )?(?:{spaced})(?:은|는|이|가|의|도)? {two}(?:약 )?$")


def _columns(sheet: Sheet, board: Board) -> Iterator[_Column]:
    at = total_row(board)
    for column in range(1, len(board.head)):
        name = _PLURAL.sub("", bare(board.head[column].text)) or bare(board.head[column].text)
        rows = [row for place, row in enumerate(board.rows) if place != at and not is_whole(bare(row[0].text))]
        figures = [sheet.figure(row[column]) for row in rows]
        known = tuple(one for one in figures if one is not None and one.value is not None and one.high is None)
        if len(letters(name)) < _SMALLEST or len(known) < max(_SMALLEST, len(figures)) or name.isdigit():
            continue
        if len({one.unit for one in known}) == 1 and known[0].unit not in (None, "%", "%p") and known[0].kind != "rank":
            yield _Column(board, name, known, None if at is None else sheet.figure(board.rows[at][column]))


def _of_line(sheet: Sheet, column: _Column, said: re.Pattern[str], line: Passage, names: list[str]) -> Iterator[Hit]:
    for figure in sheet.quantities_in(*line.span):
        if figure.unit != column.figures[0].unit or not figure.value or figure.high is not None:
            continue
        if figure.bound not in (None, "approx", "<="):
            continue
        before = line.text[: figure.start - line.start]
        found = said.search(before)
        kind = _kind(found["one"], found["two"]) if found else None
        clause = _CLAUSE.split(before)[-1]
        if kind is None or _OTHER.search(clause) or _CHANGE.match(line.text, figure.end - line.start):
            continue
        if any(len(name) > 1 and any(True for _ in places(clause, name)) for name in names):
            continue
        yield from _held(column, kind, figure)


def _kind(*words: str | None) -> str | None:
    """What the words around the head make of the figure; None where they say nothing of it."""
    told = [kind for word in words if word for pattern, kind in _KINDS if pattern.match(word)]
    return told[0] if len(told) == 1 else None


def _held(column: _Column, kind: str, figure: Quantity) -> Iterator[Hit]:
    low, high, shown, where = column.worth(kind, figure)
    assert figure.value is not None
    if fits(figure, low, high) or figure.value == low or not (high and _NEAR[0] <= figure.value / high <= _NEAR[1]):
        return
    message = Message(f"표의 '{column.name}'에서는 {shown}입니다.", f"by the table's '{column.name}' it is {shown}.")
    yield Hit(figure.start, figure.end, message, (where,))
