"""제목의 순서나 최초의 범위가 본문과 다릅니다. | A headline claims another rank or another 'first' than the article.

왜: '세계 3번째'는 3위가 아니고, '중국 최초'를 '국내 최초'라 적으면 한국 독자는 한국의 일로 읽는다.
Why: The third in time is no third in rank, and 'the first at home' is read by Koreans as the first in Korea.
Bad:
  01
  국내 최초 심해 로봇 공개
  ■ 하이안성은 중국 최초의 심해 로봇을 공개함(3.2)
  - 시험은 내년까지 이어짐
Good:
  01
  중국 최초 심해 로봇 공개
  ■ 하이안성은 중국 최초의 심해 로봇을 공개함(3.2)
  - 시험은 내년까지 이어짐
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import retellings
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "other-claim"
CLASS = "headline-body"
SEVERITY = "warning"

_FIRST = lazily(r"(?P<where>국내|중국|세계|아시아|자국|전국) ?(?P<claim>최초|최대|최고|최장|최소형|첫)")
_RANK = lazily(r"(?P<where>세계|국내|중국|아시아) ?(?P<number>[2-9]|[1-9][0-9])위")
_NTH = lazily(r"(?P<where>세계|국내|중국|아시아)(?:에서)? ?(?P<number>[2-9]|[1-9][0-9]|두|세|네|다섯) ?번째")
_NUMBERS = {"두": "2", "세": "3", "네": "4", "다섯": "5"}


def find(sheet: Sheet) -> Iterator[Hit]:
    """Ranks of headlines and summaries that the article has as an order in time, and firsts of another range."""
    for line, article in retellings(sheet, "headline"):
        yield from _ranked(line, article)
        yield from _first(line, article)


def _ranked(line: Passage, article: ArticleLines) -> Iterator[Hit]:
    body = _body(article)
    for found in _RANK.finditer(line.text):
        same = lazily(rf"{found['number']}위")
        if any(same.search(passage.text) for passage in body):
            continue
        for passage in body:
            for nth in _NTH.finditer(passage.text):
                if _NUMBERS.get(nth["number"], nth["number"]) == found["number"] and nth["where"] == found["where"]:
                    yield _hit(line, found, passage, nth)
                    return


def _first(line: Passage, article: ArticleLines) -> Iterator[Hit]:
    body = _body(article)
    for found in _FIRST.finditer(line.text):
        everything = [(passage, one) for passage in body for one in _FIRST.finditer(passage.text)]
        claims = [(passage, one) for passage, one in everything if one["claim"] == found["claim"]]
        if not claims or any(one["where"] == found["where"] for _, one in claims):
            continue
        passage, one = claims[0]
        if len({other["where"] for _, other in claims}) == 1:
            yield _hit(line, found, passage, one)


def _body(article: ArticleLines) -> list[Passage]:
    return article.of("lead", "bullet", "heading", "text", "note")


def _hit(line: Passage, found: re.Match[str], passage: Passage, other: re.Match[str]) -> Hit:
    message = Message(f"본문에는 '{other[0]}'입니다.", f"the article has '{other[0]}'.")
    span = (passage.start + other.start(), passage.start + other.end())
    return Hit(line.start + found.start(), line.start + found.end(), message, (span,))
