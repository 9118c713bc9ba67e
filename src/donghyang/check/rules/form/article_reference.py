"""'NN 기사 참조'의 번호가 다른 기사의 것입니다. | A cross-reference gives the number of another article.

왜: '가온(04 기사 참조)'인데 4번 기사는 나래 이야기이고 가온은 3번 기사의 제목에 있으면 번호가 틀린 것이다.
Why: 'A (see article 04)' where article 4 is about B and A stands in the headline of article 3 has a wrong number.
Bad:
  I
  정책동향
  01
  성 정부, 풍력 단지 착공
  ■ 풍력 단지를 착공함(3.2)
  - 전력은 가온시(03 기사 참조)에 보냄
  02
  가온시, 수소 공장 가동
  ■ 수소 공장을 가동함(3.2)
  03
  나래시, 대학 세 곳 지원
  ■ 대학을 지원함(3.2)
Good:
  I
  정책동향
  01
  성 정부, 풍력 단지 착공
  ■ 풍력 단지를 착공함(3.2)
  - 전력은 가온시(02 기사 참조)에 보냄
  02
  가온시, 수소 공장 가동
  ■ 수소 공장을 가동함(3.2)
  03
  나래시, 대학 세 곳 지원
  ■ 대학을 지원함(3.2)
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "article-reference"
CLASS = "reference"
SEVERITY = "warning"

_SEE = lazily(
    r"(?P<name>[가-힣A-Za-z]{2,12}) ?[(（](?P<number>[0-9]{1,2})(?:번)? ?(?:기사|꼭지)(?:를|을)? ?(?:참조|참고)[)）]"
)


def find(sheet: Sheet) -> Iterator[Hit]:
    """Names with the number of an article that does not speak of them, where the headline of one other does."""
    for passage in sheet.of(PROSE):
        if passage.article is not None and "참" in passage.text:
            for found in _SEE.finditer(passage.text):
                yield from _held(sheet, passage, found, sheet.articles[passage.article].section)


def _held(sheet: Sheet, passage: Passage, found: re.Match[str], section: int) -> Iterator[Hit]:
    name, number = found["name"], int(found["number"])
    numbered = [one for one in sheet.articles if one.section == section and one.number is not None]
    if any(one.number == number and name in one.text(PROSE) for one in numbered):
        return
    meant = [one for one in numbered if name in _headline(one) and one.index != passage.article]
    if len(meant) == 1:
        right = f"{meant[0].number:02d}"
        message = Message(f"'{name}'은(는) {right} 기사입니다.", f"'{name}' is article {right}.")
        start = passage.start + found.start("number")
        headline = meant[0].first("headline")
        yield Hit(start, start + len(found["number"]), message, (headline.span,) if headline else ())


def _headline(article: ArticleLines) -> str:
    return article.text({"headline"})
