"""캡션에 딸린 표나 그림이 없거나, 한 표에만 캡션이 없습니다. | A caption stands alone, or one table has no caption.

왜: 홀로 남은 캡션은 빠진 표의 자리이고, 다른 표에 다 있는 캡션이 없으면 무엇의 표인지 알 수 없다.
  텍스트 파일에는 그림이 남지 않으므로, 그림이 하나도 없는 파일에서는 '표'라고 적힌 캡션만 살핀다.
Why: A caption left alone marks a lost table; a table without one, where all others have it, is not named.
  Text files keep no pictures, so in a file without any only captions that say 표 are looked at.
Bad:
  01
  수소 버스 운행 시작
  ■ 수소 버스 20대가 다니기 시작(3.2)
  ● 노선은 4개
  〈노선〉
  노선	대수
  1호선	12
  2호선	8
  ● 충전소는 3곳
  〈충전소〉
  구	충전소
  동구	2
  서구	1
  ● 요금은 동결
  〈요금〉
  구분	위안
  어른	2
  청소년	1
  ● 정비 인력을 충원
  조	명
  주간	8
  야간	4
Good:
  01
  수소 버스 운행 시작
  ■ 수소 버스 20대가 다니기 시작(3.2)
  ● 노선은 4개
  〈노선〉
  노선	대수
  1호선	12
  2호선	8
  ● 충전소는 3곳
  〈충전소 전경〉
  ● 요금은 동결
  〈요금〉
  구분	위안
  어른	2
  청소년	1
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.layout import Item, groups, is_caption, layout, numbered_caption
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message
from donghyang.report.tables import caption_of

ID = "captions"
CLASS = "form"
SEVERITY = "note"

_BOX = lazily(r"\W*(?:참\s*고|붙\s*임|별\s*첨)")
_ANNOUNCES = lazily(r"[:：]$|(?:다음|아래|하기)(?:의|과|와| |$)|표")
"""What a line says that stands for the caption of the table below it."""
_OTHERS = 3
"""Tables, or captions, that show what the report does otherwise."""
_ODD = 0.25


def find(sheet: Sheet) -> Iterator[Hit]:
    """Captions without a table or picture beside them, and tables without a caption among tables that have one."""
    items = layout(sheet.document, sheet.lines)
    yield from _alone(items)
    yield from _unnamed(items)


# ---------------------------------------------------------------- captions


def _alone(items: list[Item]) -> Iterator[Hit]:
    beside: list[Passage] = []
    alone: list[Passage] = []
    for start, end in groups(items):
        captions = [line for item in items[start:end] if (line := item.line) and _names_something(line)]
        full = any(item.line is None for item in items[start:end])
        (beside if full else alone).extend(captions)
    if not any(item.kind == "picture" for item in items):
        beside, alone = [*filter(_of_table, beside)], [*filter(_of_table, alone)]
    if len(beside) < _OTHERS or len(alone) > _ODD * (len(beside) + len(alone)):
        return
    message = Message("이 캡션에 딸린 표나 그림이 없습니다.", "there is no table or figure by this caption.")
    for line in alone:
        yield Hit(*line.span, message)


def _names_something(line: Passage) -> bool:
    """Is a line in an article the caption of a table or figure, and no title of a note box?"""
    words = caption_of(line.text) or line.text
    return line.article is not None and is_caption(line) and not _BOX.match(words)


def _of_table(line: Passage) -> bool:
    numbered = numbered_caption(line)
    return numbered is not None and numbered[0] == "표"


# ---------------------------------------------------------------- tables


def _unnamed(items: list[Item]) -> Iterator[Hit]:
    named: list[Passage] = []
    bare: list[Item] = []
    for start, end in groups(items):
        captions = [line for item in items[start:end] if (line := item.line) and is_caption(line)]
        for at in range(start, end):
            if not _is_table(items[at]):
                continue
            own = next((cell for cell in items[at].passages if cell.part == "caption"), None)
            if captions or own:
                named.append(own or captions[0])
            elif not _told_above(items, at):
                bare.append(items[at])
    if len(named) < _OTHERS or len(bare) > _ODD * (len(named) + len(bare)):
        return
    message = Message("이 표에만 캡션이 없습니다.", "this table has no caption, the others have one.")
    for table in bare:
        yield Hit(*table.passages[0].span, message, related=(named[0].span,))


def _is_table(item: Item) -> bool:
    """A table in an article; a frame of one column or row is a box."""
    return item.kind == "table" and item.columns > 1 and item.rows > 1 and item.passages[0].article is not None


def _told_above(items: list[Item], at: int) -> bool:
    """Does what stands above the table go on into it, or name it: a table, a heading, '다음과 같음'?"""
    above = items[at - 1] if at else None
    if above is None or above.line is None:
        return True
    if any(not cell.text for cell in items[at].passages[:2]):
        return True  # a title set in a wide first cell, or an empty corner: the head is no plain one
    line = above.line
    return line.part not in ("bullet", "annotation") or _ANNOUNCES.search(line.text) is not None
