"""부의 번호나 첫 기사의 번호가 이어지지 않습니다. | Numbers of sections or their first articles do not follow on.

왜: I 다음은 II이고, 기사 번호는 부마다 01에서 시작하거나 앞의 부에 이어진다. 건너뛴 번호는 빠진 부나 기사일 수 있다.
Why: II follows on I, and the articles of a section begin at 01 or go on from the one before; a gap may be a lost part.
Bad:
  I
  정책동향
  01
  수소 버스 운행 시작
  ■ 수소 버스 20대가 다니기 시작(3.2)
  - 노선은 4개
  III
  단신동향
  01
  수소 충전소 준공
  ■ 충전소 2곳을 준공(3.3)
  - 하루 300kg을 공급
Good:
  I
  정책동향
  01
  수소 버스 운행 시작
  ■ 수소 버스 20대가 다니기 시작(3.2)
  - 노선은 4개
  II
  단신동향
  01
  수소 충전소 준공
  ■ 충전소 2곳을 준공(3.3)
  - 하루 300kg을 공급
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
from donghyang.records import Message, Span
from donghyang.report.grammar import CONTENTS, CONTENTS_SECTION, NUMERAL, NUMERAL_TITLE, roman

ID = "section-numbers"
CLASS = "numbering"
SEVERITY = "warning"

_NUMERAL = lazily(r"(?P<roman>[IVX]{1,5})|(?P<one>[ⅠⅡⅢⅣⅤⅥ])|(?P<digit>[1-9])")
_ROMAN = {roman(number): number for number in range(1, 10)}
_ONE_SIGN = "ⅠⅡⅢⅣⅤⅥ"


def find(sheet: Sheet) -> Iterator[Hit]:
    """Numerals of the sections in the body and on the contents page, and the number that opens each section."""
    body = [line for line in sheet.of({"section"}) if NUMERAL.match(line.text) or NUMERAL_TITLE.match(line.text)]
    yield from _series(body)
    yield from _series(_announced(sheet))
    yield from _openings(sheet)


def _announced(sheet: Sheet) -> list[Passage]:
    """The sections' lines on the contents page."""
    front = [line for line in sheet.of({"cover", "contents"}) if not line.marker]
    heads = [at for at, line in enumerate(front) if CONTENTS.match(line.text)]
    lines = [line for line in front[heads[0] :] if CONTENTS_SECTION.match(line.text)] if heads else []
    said = (at for at, line in enumerate(lines) if any(one.text.startswith(line.text) for one in lines[:at]))
    return lines[: next(said, len(lines))]  # where a line is said again, the body begins


def _series(lines: list[Passage]) -> Iterator[Hit]:
    """Gaps and repeats of numerals that begin at 1; others are no numbering of sections."""
    numbers = [(number, line.span) for line in lines if (number := _value(line.text)) is not None]
    if len(numbers) == len(lines) and numbers and numbers[0][0] == 1:
        yield from gaps(numbers, first=False)


def _value(text: str) -> int | None:
    found = _NUMERAL.match(text)
    if found is None:
        return None
    if found["one"]:
        return _ONE_SIGN.index(found["one"]) + 1
    return int(found["digit"]) if found["digit"] else _ROMAN.get(found["roman"])


def _openings(sheet: Sheet) -> Iterator[Hit]:
    """Sections whose first article is neither 1 nor the next after the section before."""
    last: tuple[int, Span] | None = None
    for _, group in groupby(sheet.articles, key=lambda article: article.section):
        articles = [article for article in group if article.passages]
        numbers = [(article.number, _head(article)) for article in articles if article.number is not None]
        if len(numbers) != len(articles) or not numbers:
            last = None
            continue
        number, span = numbers[0]
        if last is not None and number not in (1, last[0] + 1):
            message = Message(
                f"이 부의 첫 기사가 {number}번입니다.", f"the first article of this section has number {number}."
            )
            yield Hit(*span, message, related=(last[1],))
        last = numbers[-1]


def _head(article: ArticleLines) -> Span:
    return (article.first("headline") or article.passages[0]).span
