"""문장이 예고한 수와 표나 소제목의 수가 다릅니다. | A sentence announces other than the table or the subheads have.

왜: '4대 과제를 제시'라 하고 소제목이 셋이면 하나가 빠졌거나 숫자가 틀린 것이다. 표의 줄도 같다.
Why: 'Four tasks are set' above three subheads has lost one, or the number is wrong; so with the rows of a table.
Bad:
  01
  온실 보급
  ■ 온실 보급 방안을 발표(3.2)
  - 방안은 4대 과제를 제시
  1) 종자 개량
  - 품종을 늘림
  2) 물 관리
  - 관로를 고침
  3) 농기계 보급
  - 임대소를 엶
Good:
  01
  온실 보급
  ■ 온실 보급 방안을 발표(3.2)
  - 방안은 3대 과제를 제시
  1) 종자 개량
  - 품종을 늘림
  2) 물 관리
  - 관로를 고침
  3) 농기계 보급
  - 임대소를 엶
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._listing import SIGNED, miscount
from donghyang.check.rules.agreement._rows import is_partial, rows_message, rows_of
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.boards import Board
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import summarised
from donghyang.language.nearness import letters
from donghyang.language.particles import without_particle
from donghyang.language.patterns import lazily
from donghyang.records import Span

ID = "announced-count"
CLASS = "count-list"
SEVERITY = "error"

_TASKS = lazily(
    r"(?:(?P<head>[가-힣]{3,12}) )?(?P<number>[2-9]|[1-4][0-9])(?:대|개|가지)\s?(?P<noun>[가-힣]{2,8})?\s?"
    r"(?:제시|선정|발표|추진|마련|제안|구성|구분|신설|출범|지정)"
)
_COUNTED_NOUN = lazily(r"(?P<noun>[가-힣]{2,8}?)(?:로|으로|은|는|을|를)(?= )")
"""The noun that a number without one counts: '중점과제로 … 9개 선정'."""
_OF_KIND = lazily(r"(?<![0-9.,])(?P<number>[2-9]|1[0-9])대 ?(?P<noun>(?:[가-힣]{2,6} )?[가-힣]{3,8})")
"""What is counted by a number that is a part of its name: 4대 중점임무."""
_SUBHEAD = lazily(r"[0-9]{1,2}\)")
_BY = lazily(r"(?P<kind>[가-힣]{2,4})별(?![가-힣])")
_TELLING = 2
"""A noun of so few letters (과제) is that of too many tables."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Sentences whose number a table of the article, or its subheads, must bear out."""
    tables: dict[int | None, list[Board]] = {}
    for board in sheet.boards:
        if not is_partial(board):
            tables.setdefault(board.article, []).append(board)
    for article in sheet.articles:
        yield from _announced(article, tables.get(article.index, []))
    told = {article.index: line for line, article in reversed(summarised(sheet))}
    for board in sheet.boards:
        if board.article is not None and board.caption is not None and not is_partial(board):
            lines = sheet.articles[board.article].of("headline", "lead", "bullet", "annotation", "text")
            summary = told.get(board.article)
            yield from _captioned(board, board.caption, [*lines, *([summary] if summary else [])])


def _captioned(board: Board, caption: Passage, lines: list[Passage]) -> Iterator[Hit]:
    """'5대 중점임무' in a line, where the caption of the table has '4대 중점임무' and the table so many rows."""
    for found in _OF_KIND.finditer(caption.text):
        number, noun = int(found["number"]), found["noun"]
        if number != rows_of(board):
            continue
        said = lazily(rf"(?<![0-9.,])(?P<number>[2-9]|1[0-9])대 ?{noun}(?![가-힣]{{2}})")
        for line in lines:
            for other in said.finditer(line.text):
                if int(other["number"]) != number:
                    span = (line.start + other.start(), line.start + other.end())
                    yield Hit(*span, rows_message(int(other["number"]), number), (caption.span,))


def _announced(article: ArticleLines, boards: list[Board]) -> Iterator[Hit]:
    heads = [head for head in article.of("heading") if _SUBHEAD.match(head.text)]
    for at, passage in enumerate(article.passages):
        if passage.part not in ("headline", "lead", "bullet"):
            continue
        following = article.passages[at + 1] if at + 1 < len(article.passages) else None
        for found in _TASKS.finditer(passage.text):
            number = int(found["number"])
            span = (passage.start + found.start(), passage.start + found.end())
            board = _table(_noun(passage, found), passage, boards)
            if board is not None:
                rows = rows_of(board)
                if rows > 1 and rows != number:
                    yield Hit(*span, rows_message(number, rows), _spans(board))
            elif heads and following is heads[0] and len(heads) != number and not _lists_them(passage, number):
                yield Hit(*span, miscount(number, len(heads)), (heads[-1].span,))


def _lists_them(passage: Passage, number: int) -> bool:
    """Does the line itself list so many, each with its sign? Subheads then go into some of them."""
    return any(len(sign.findall(passage.text)) == number for sign in SIGNED.values())


def _noun(passage: Passage, found: re.Match[str]) -> str:
    """What is counted: the noun behind the number, or before it; "" when there is none."""
    first = _COUNTED_NOUN.search(passage.text)
    before = first["noun"] if first and first.end() < found.start() else ""
    return found["noun"] or without_particle(found["head"] or "") or before


def _table(noun: str, passage: Passage, boards: list[Board]) -> Board | None:
    """The first table below the line that names what is counted."""
    if len(noun) <= _TELLING:
        return None
    below = (board for board in boards if board.rows[0][0].start >= passage.start and not _groups(board, noun))
    return next((board for board in below if any(noun in name for name in _names(board))), None)


def _groups(board: Board, noun: str) -> bool:
    """Has the table a row a kind or a region of what is counted (유형별 선정 결과), and not a row for each?"""
    by = _BY.search(board.title)
    return by is not None and not noun.endswith(by["kind"])


def _names(board: Board) -> list[str]:
    """What says of what a table is a list: its title and the heads of its first columns."""
    return [letters(board.title), *(letters(head.text) for head in board.head[:2])]


def _spans(board: Board) -> tuple[Span, ...]:
    return (board.caption.span if board.caption else board.head[0].span,)
