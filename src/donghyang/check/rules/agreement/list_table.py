"""본문에 나열한 것과 표의 줄이 다릅니다. | The items listed in the text and the rows of the table differ.

왜: 본문은 표의 줄을 차례로 옮긴다. 이름이 다르거나 하나가 빠지면 둘 중 하나가 틀렸다.
Why: The sentence names the rows of the table; a name that differs or is missing is a slip of one of them.
Bad:
  - 온실 현대화, 종자 산업화 지원, 물 관리 강화, 농기계 보급 등을 제시
  〈주요 과제〉
  구분	과제
  1	온실 현대화
  2	종자 사업화 지원
  3	물 관리 강화
  4	농기계 보급
Good:
  - 온실 현대화, 종자 사업화 지원, 물 관리 강화 등 4대 과제를 제시
  〈주요 과제〉
  구분	과제
  1	온실 현대화
  2	종자 사업화 지원
  3	물 관리 강화
  4	농기계 보급
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.boards import Board
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.nearness import letters, ratio
from donghyang.language.patterns import lazily
from donghyang.records import Message, Span

ID = "list-table"
CLASS = "table-text"
SEVERITY = "warning"

_ALIKE = 0.6
"""How much an item and a row share when they name the same."""
_LONGEST = 30
"""Letters of a row's name; what is longer is a sentence."""
_LEAST = 3
"""Fewer rows are no list that a sentence retells."""
_TOLD = 2
"""Rows that a sentence must name as they are, and half of its items, before it retells the table."""
_ITEM = lazily(r"[^,，、]+")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Enumerations most of whose items are rows of a table of the same article."""
    for board in sheet.boards:
        entries = _entries(board)
        if len(entries) < _LEAST or (board.article is None and len(sheet.articles) > 0):
            continue
        lines = sheet.articles[board.article].passages if board.article is not None else sheet.passages
        for line in lines:
            if line.part in ("bullet", "lead", "text", "cover") and line.text.count(",") > 1:
                yield from _compare(line, entries)
            elif line.part in ("bullet", "lead", "text"):
                yield from _signed(line, entries)


def _entries(board: Board) -> list[Passage]:
    """The names of the rows: the first column of words, one short name a row."""
    for column in range(min(2, len(board.head))):
        cells = board.column(column)
        if all(2 < len(cell.text) <= _LONGEST and not cell.text[0].isdigit() for cell in cells):
            return cells
    return []


def _compare(line: Passage, entries: list[Passage]) -> Iterator[Hit]:
    items = list(_items(line))
    rows = [letters(entry.text) for entry in entries]
    named = [next((row for row, name in enumerate(rows) if letters(item).endswith(name)), None) for item, _ in items]
    if len(set(named) - {None}) < _TOLD or 2 * sum(row is not None for row in named) < len(items):
        return
    free = [row for row in range(len(rows)) if row not in named]
    for (item, span), row in zip(items, named, strict=True):
        if row is not None:
            continue
        best = max(free, key=lambda other: _likeness(item, rows[other]), default=None)
        if best is not None and _likeness(item, rows[best]) >= _ALIKE:
            free.remove(best)
            if letters(item) != rows[best]:
                yield Hit(*span, _differs(entries[best].text), related=(entries[best].span,))
    if free and len(items) == len(rows):
        lost = entries[free[0]]
        yield Hit(
            items[0][1][0],
            items[-1][1][1],
            Message(f"표의 '{lost.text}'이(가) 빠졌습니다.", f"the row '{lost.text}' is missing here."),
            related=(lost.span,),
        )


_SIGN = lazily("[△▲▶①-⑮]")


def _signed(line: Passage, entries: list[Passage]) -> Iterator[Hit]:
    """Items behind signs that are the rows in their order, one excepted: △공급 확대 △승용차 보급 △안전 정비."""
    signs = list(_SIGN.finditer(line.text))
    if len(signs) != len(entries):
        return
    ends = [*(sign.start() for sign in signs[1:]), len(line.text)]
    items = [line.text[sign.end() : end].strip(" ,;") for sign, end in zip(signs, ends, strict=True)]
    items[-1] = _LAST.split(items[-1])[0].strip()
    off = [at for at, item in enumerate(items) if letters(item) != letters(entries[at].text)]
    if len(off) != 1:
        return
    item, entry = items[off[0]], entries[off[0]]
    one, other = letters(item), letters(entry.text)
    if one and one not in other and other not in one:
        start = line.start + line.text.index(item, signs[off[0]].end())
        yield Hit(start, start + len(item), _differs(entry.text), related=(entry.span,))


_LAST = lazily(r"\s등(?:을|의|으로)?\s|[을를]\s")
"""Behind the last item, what follows the list."""


def _items(line: Passage) -> Iterator[tuple[str, Span]]:
    """The items between commas with their places; the last one without what follows the list."""
    parts = list(_ITEM.finditer(line.text))
    for part in parts:
        text = part.group()
        if part is parts[-1]:
            text = _LAST.split(text)[0]
        start = part.start() + len(text) - len(text.lstrip())
        text = text.strip()
        yield text, (line.start + start, line.start + start + len(text))


def _likeness(item: str, name: str) -> float:
    """How alike a row's name and the end of an item are: an item may have words before the name."""
    return ratio(letters(item)[-len(name) - 2 :], name)


def _differs(name: str) -> Message:
    return Message(f"표에는 '{name}'입니다.", f"the table has '{name}'.")
