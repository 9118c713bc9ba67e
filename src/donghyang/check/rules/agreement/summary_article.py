"""요약의 글에 맞는 기사가 본문에 없습니다. | A paragraph of the summary speaks of no article.

왜: 요약은 본문의 기사를 줄인 것이다. 기사를 빼면 그 요약도 빼야 한다.
Why: The summary abridges the articles: where one was taken out, its paragraph goes too.
Bad:
  요약
  - 해양연구원은 무인 잠수정 해란호의 시험을 마치고 2026년까지 심해 탐사선 3척을 건조할 계획을 발표하였다.
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
from donghyang.check.sheet.summary import Abridged, abridged
from donghyang.records import Message

ID = "summary-article"
CLASS = "summary-body"
SEVERITY = "warning"

_CLEAR = 0.45
"""The share of its words that a paragraph has in common with its article at least; on 19 reports the least was 0.44."""
_STRANGE = 0.25
"""What it shares with any other article at most, as a rule; half again as much where no figure is shared."""
_GATHERED = 0.6
"""The share of its words that articles have together, where it names what several of them tell."""
_FEWEST = 10
"""Words of a paragraph that can be told to be of no article."""
_TELLING = 3
"""Figures of a paragraph that tell it from another of the same words: plans of two provinces."""
_SAID = Message(
    "이 글에 맞는 기사가 본문에 없습니다. 기사를 뺐으면 요약에서도 빼십시오.",
    "no article speaks of this. Where one was taken out, take its paragraph out too.",
)


def find(sheet: Sheet) -> Iterator[Hit]:
    """Paragraphs of no article, in a summary whose others are clearly of one each."""
    told = abridged(sheet)
    clear = sum(one.shared >= _CLEAR * one.words for one in told)
    if clear < 2 or 2 * clear <= len(told):
        return
    for one in told:
        if one.words >= _FEWEST and not _is_of_several(one) and _is_strange(sheet, one):
            yield Hit(*one.line.span, _SAID)


def _is_of_several(one: Abridged) -> bool:
    """Whether a paragraph gathers what several articles say: nearly all its words stand in them, few in any one."""
    return one.anywhere >= _GATHERED * one.words and 2 * one.shared < one.anywhere


def _is_strange(sheet: Sheet, one: Abridged) -> bool:
    """Whether a paragraph shares too little with the article nearest to it, or that article is another's."""
    share = one.shared / one.words
    if share < _STRANGE or one.article is None:
        return True
    if share >= 1.5 * _STRANGE and not one.outdone:
        return False
    mine = {figure.value for figure in sheet.quantities_in(*one.line.span)}
    theirs = {figure.value for figure in sheet.figures_of(one.article.passages)}
    if one.outdone and len(mine) >= _TELLING:
        return 2 * len(mine & theirs) < len(mine)
    return share < 1.5 * _STRANGE and mine.isdisjoint(theirs)
