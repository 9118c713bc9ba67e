"""제목이나 요약의 증감률이 본문의 두 값과 맞지 않습니다. | A rise in headline or summary does not follow from the body.

왜: 제목의 증가율은 본문에 적은 올해와 지난해의 값에서 나온다. 본문에 비율이 없어도 셈해 볼 수 있다.
Why: The rise in a headline comes from this year's figure and last year's in the body, even where that prints no rate.
Bad:
  01
  설비 1억 2,600만 kW, 전년 대비 60% 증가
  ■ 설비 현황을 발표함(3.2)
  - 누적 설비는 1억 2,600만 kW로, 2021년 말의 7,000만 kW보다 5,600만 kW 늘었음
Good:
  01
  설비 1억 2,600만 kW, 전년 대비 80% 증가
  ■ 설비 현황을 발표함(3.2)
  - 누적 설비는 1억 2,600만 kW로, 2021년 말의 7,000만 kW보다 5,600만 kW 늘었음
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from donghyang.check.figures.operands import follows, middle, rise, same_unit, shown
from donghyang.check.rule import Hit
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.passages import BODY, PROSE
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import retellings
from donghyang.facts.compare import agrees
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "retold-rise"
CLASS = "growth"
SEVERITY = "warning"

_ON_THE_YEAR = lazily(r"(?:전년|작년|지난해|1년 전)(?:보다| 대비|에 비해)? ?(?:약 )?$")
_MOVED = lazily(r"(?:를|을|이|가)? ?(?:(?P<up>증가|늘|성장|상승|급증)|(?P<down>감소|줄|하락|급감))")
_LAST = lazily(r"(?:전년|작년|지난해|1년 전|(?:20|['‘’])[0-9]{2}년(?: ?말)?)(?:의|인)?\s?[(（]?(?:약 )?$")
_THAN = lazily(r"[)）]?(?:보다| 대비|에서|에 비)")
_BEFORE = 16


def find(sheet: Sheet) -> Iterator[Hit]:
    """'A, 전년 대비 x% 증가' where the article holds A against the year before's and prints no such rate."""
    for line, article in retellings(sheet, "headline", "lead"):
        figures = sheet.quantities_in(*line.span)
        for new, rate in pairwise(figures):
            if rate.unit == "%" and rate.bound in (None, "approx") and rate.high is None and new.value:
                said = _ON_THE_YEAR.search(sheet.text[new.end : rate.start])
                moved = _MOVED.match(sheet.text, rate.end)
                if said and moved:
                    yield from _held(sheet, article, new, rate, -1 if moved["down"] else 1)


def _held(sheet: Sheet, article: ArticleLines, new: Quantity, rate: Quantity, sign: int) -> Iterator[Hit]:
    body = article.of(*BODY)
    if any(one.unit == "%" and agrees(one, rate) for one in sheet.figures_of(body)):
        return
    pairs = [pair for line in body if line.part in PROSE for pair in _compared(sheet, sheet.quantities_in(*line.span))]
    meant = [(now, old) for now, old in pairs if same_unit(now, new) and agrees(now, new)]
    worths = [rise(now, old, sign) for now, old in meant]
    if worths and not any(follows(rate, worth) for worth in worths):
        worth = shown(middle(worths[0]))
        message = Message(f"본문의 두 수로 셈하면 {worth}%입니다.", f"the figures of the article give {worth} %.")
        yield Hit(rate.start, rate.end, message, tuple((one.start, one.end) for one in meant[0]))


def _compared(sheet: Sheet, figures: list[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Figures of a line with that of the year before behind them: 'B로, 2021년 말의 A보다', 'B로 전년(A)보다'."""
    plain = [one for one in figures if one.value and one.high is None and one.bound in (None, "approx")]
    for at, old in enumerate(plain):
        last = _LAST.search(sheet.text[max(0, old.start - _BEFORE) : old.start])
        if last is None or not _THAN.match(sheet.text, old.end):
            continue
        before = [one for one in plain[:at] if one.unit == old.unit]
        if before:
            yield before[-1], old
