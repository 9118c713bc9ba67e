"""요약의 차례가 기사의 차례와 다릅니다. | The summary goes in another order than the articles.

왜: 기사를 옮기거나 번호를 바꾸면 요약의 글도 따라가야 한다.
Why: Where an article was moved or renumbered, its paragraph of the summary moves with it.
Bad:
  요약
  - 중앙기상국은 저궤도 기상위성 6기의 궤도 진입을 확인하고 관측자료를 전국 예보센터에 제공하였다.
  - 란시성은 수소충전소 120곳을 세우고 수소 버스 2,000대를 보급하기로 하였다.
  I
  정책동향
  01
  란시성, 수소 버스 보급 계획 발표
  ■ 란시성은 수소충전소 120곳을 세우고 수소 버스 2,000대를 보급(3.2)
  02
  중앙기상국, 저궤도 기상위성 발사
  ■ 저궤도 기상위성 6기의 궤도 진입을 확인하고 관측자료를 전국 예보센터에 제공(3.4)
Good:
  요약
  - 란시성은 수소충전소 120곳을 세우고 수소 버스 2,000대를 보급하기로 하였다.
  - 중앙기상국은 저궤도 기상위성 6기의 궤도 진입을 확인하고 관측자료를 전국 예보센터에 제공하였다.
  I
  정책동향
  01
  란시성, 수소 버스 보급 계획 발표
  ■ 란시성은 수소충전소 120곳을 세우고 수소 버스 2,000대를 보급(3.2)
  02
  중앙기상국, 저궤도 기상위성 발사
  ■ 저궤도 기상위성 6기의 궤도 진입을 확인하고 관측자료를 전국 예보센터에 제공(3.4)
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import abridged
from donghyang.records import Message
from donghyang.report.alignment import moved

ID = "summary-order"
CLASS = "summary-body"
SEVERITY = "warning"

_CLEAR = 0.5
"""The share of its words that a paragraph has in common with its article when nobody doubts that it is its own."""
_SAID = Message("기사의 차례와 다릅니다. 이 기사는 여기에 있습니다.", "the articles go in another order: see here.")


def find(sheet: Sheet) -> Iterator[Hit]:
    """The fewest paragraphs that would have to move; none where two are of one article."""
    told = [(one.line, one.article) for one in abridged(sheet) if one.article and one.shared >= _CLEAR * one.words]
    places = [article.index for _, article in told]
    if len(set(places)) < len(places):
        return
    order = {at: place for place, at in enumerate(sorted(places))}
    for at in sorted(moved([order[place] for place in places])):
        line, article = told[at]
        head = article.first("headline")
        yield Hit(*line.span, _SAID, related=(head.span,) if head else ())
