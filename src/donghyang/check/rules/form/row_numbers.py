"""번호가 빠지거나 되풀이됩니다. | A number is missing or repeated.

왜: 표의 줄, 기사, 소제목의 번호는 차례로 이어진다. 빠진 번호는 빠진 내용일 수 있다.
Why: Rows, articles and subheads are numbered in turn; a missing number may be a missing row.
Bad:
  〈지정 단지〉
  구분	단지
  1	동부 단지
  2	서부 단지
  4	남부 단지
Good:
  〈지정 단지〉
  구분	단지
  1	동부 단지
  2	서부 단지
  3	남부 단지
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from donghyang.check.rule import Hit
from donghyang.check.rules.form._counting import gaps
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Span
from donghyang.report.grammar import HANGUL_ORDER

ID = "row-numbers"
CLASS = "numbering"
SEVERITY = "warning"

_NUMBER = lazily(r"([0-9]{1,3})\.?$")
_ARTICLE = lazily(r"[0-9]{1,2}(?=[.)]?\s*$)")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_PARAGRAPH = lazily(r"[0-9][조항]?\s?$")
"""What stands before the sign of a law's paragraph: 법 §12①, 제3조 ②."""
_LAW = 3
_SUBHEAD = lazily(rf"(?:(?P<digits>[0-9]{{1,2}})\)|(?P<circled>[{_CIRCLED}])\)?|(?P<syllable>[{HANGUL_ORDER}])\.)\s*\S")


def find(sheet: Sheet) -> Iterator[Hit]:
    """First columns of tables, articles of a section, numbered subheads, circled numbers in a line."""
    for board in sheet.boards:
        rows = [(int(found[1]), row) for row in board.rows if (found := _NUMBER.fullmatch(row[0].text))]
        named = [row for row in board.rows if row[0].text]
        if len(rows) > 2 and len(rows) >= len(named) - 1 and rows[0][0] in (0, 1):
            yield from gaps([(number, _own(row)) for number, row in rows])
    for _, articles in groupby(sheet.articles, key=lambda article: article.section):
        numbered = ((article.number, article.passages) for article in articles)
        numbers = [(number, _numeral(sheet, lines)) for number, lines in numbered if number is not None and lines]
        yield from gaps(numbers, first=False)
    for article in sheet.articles:
        for ladder in _subheads(article).values():
            yield from gaps(ladder, restarts=True)
        cited = [line for line in article.of("reference") if line.text[:1] and line.text[0] in _CIRCLED]
        yield from gaps([(_CIRCLED.index(line.text[0]) + 1, (line.start, line.start + 1)) for line in cited])
    for passage in sheet.passages:
        signs = [
            (_CIRCLED.index(char) + 1, (passage.start + at, passage.start + at + 1))
            for at, char in enumerate(passage.text)
            if char in _CIRCLED and not _PARAGRAPH.search(passage.text[max(0, at - _LAW) : at])
        ]
        if len(signs) > 1 and signs[0][0] == 1:
            yield from gaps(signs, restarts=True)


def _subheads(article: ArticleLines) -> dict[str, list[tuple[int, Span]]]:
    """The numbered subheads of an article by their way of numbering: 1), ① or 가."""
    ladders: dict[str, list[tuple[int, Span]]] = {}
    for head in article.of("heading", "note"):
        found = _SUBHEAD.match(head.text)
        if found is None or not found.lastgroup:
            continue
        sign = found[found.lastgroup]
        number = int(sign) if found["digits"] else max(_CIRCLED.find(sign), HANGUL_ORDER.find(sign)) + 1
        ladders.setdefault(found.lastgroup, []).append((number, head.span))
    return ladders


def _own(row: list[Passage]) -> Span:
    """The cell that the reader looks at: the name behind the number."""
    return row[1].span if len(row) > 1 and row[1].text else row[0].span


def _numeral(sheet: Sheet, passages: list[Passage]) -> Span:
    """Where an article's number stands: on its own line, or before the headline; else the headline."""
    first = next((passage for passage in passages if passage.part in ("number", "headline")), passages[0])
    line = sheet.text.rfind("\n", 0, first.start) + 1
    before = _ARTICLE.search(sheet.text, line, first.start)
    return before.span() if before and first.part == "headline" else first.span
