"""참고자료 제목의 수나 기간이 본문과 다릅니다. | A figure or the years of a cited title differ from the article.

왜: 인용한 제목은 기사의 핵심 수를 담는다. 한 글자만 다르면 어느 한쪽을 잘못 옮긴 것이다.
Why: A cited title carries the article's main figure; where it is one slip away, one of the two was copied wrongly.
Bad:
  01
  가온시, 연구비 2,468.5억 위안 기록
  ■ 연구비가 2,468.5억 위안으로 늘어남(3.2)
  참고자료
  ☑ 2022年研发经费投入2486.5亿元
  https://www.example.cn/2023/03/02/a.html
Good:
  01
  가온시, 연구비 2,468.5억 위안 기록
  ■ 연구비가 2,468.5억 위안으로 늘어남(3.2)
  참고자료
  ☑ 2022年研发经费投入2468.5亿元
  https://www.example.cn/2023/03/02/a.html
Options: 없음 (none)
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from donghyang.check.rule import Hit
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.compare import comparable
from donghyang.facts.slips import one_slip_apart, significant, supported
from donghyang.language.dates import full_year
from donghyang.language.numerals_zh import read_zh
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity, Span

ID = "reference-figures"
CLASS = "reference"
SEVERITY = "warning"

_URL = lazily(r"https?:")
_HAN = lazily("[㐀-鿿]")
_SPAN = lazily(
    r"(?P<first>(?:19|20)[0-9]{2}|(?<=['‘’])[0-9]{2})년?\s?[-–—~∼～]\s?['‘’]?(?P<last>(?:20)?[0-9]{2})(?:年|년|[)）])"
)
_MEASURES = lazily(r"(?P<number>[一二三四五六七八九十]{1,3}|[0-9]{1,2})[条条項项](?=措施|政策|意见|举措|办法)")
_COUNTED = lazily(
    r"(?P<number>[0-9]{1,2})(?:개|가지|대|항) ?(?:[가-힣]{2,4} ?)?(?:조치|정책|의견|방안|시책|대책)(?![가-힣]{0,2} 중)"
)
_TELLING = 2
"""Digits of a figure that are enough beside the same unit in the headline or the lead."""
_NEWEST = 1
"""A plan that began more than so many years before the report is an older one, cited for what led to it."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures, years of a plan and numbers of measures in cited Chinese titles against the article above them."""
    for article in sheet.articles:
        titles = [line for line in article.of("reference", "source") if _HAN.search(line.text)]
        if titles:
            yield from _figures(sheet, article, titles)
            yield from _years(sheet, article, titles)
            yield from _measures(article, titles)


def _title(line: Passage) -> Span:
    """Where a cited title stands, its address left out."""
    url = _URL.search(line.text)
    return line.start, line.start + url.start() if url else line.end


def _figures(sheet: Sheet, article: ArticleLines, titles: list[Passage]) -> Iterator[Hit]:
    starts = {line.start for line in titles}
    told = list(sheet.figures_of(line for line in article.passages if line.start not in starts))
    values = {one.value for one in told}
    cited = [one for line in titles for one in sheet.quantities_in(*_title(line)) if one.value and one.unit]
    above = [one for one in sheet.figures_of(article.of("headline", "lead")) if one.value and one.unit]
    cited = [one for one in cited if _is_telling(one) or _is_alone(one, cited, above)]
    for figure in cited:
        if figure.value in values:
            continue
        meant = next((one for one in above if _is_meant(one, figure)), None)
        if meant is not None and not supported(meant, cited) and not supported(figure, told):
            yield _hit(figure.start, figure.end, meant.text, ((meant.start, meant.end),))


def _is_meant(one: Quantity, figure: Quantity) -> bool:
    """May the headline's figure be what the title should have? 명 are 名 in Chinese."""
    named = (one.unit, figure.unit) in _CALLED
    return (named or bool(comparable(one, figure))) and _slipped(one, figure)


_CALLED = frozenset(
    (("명", "名"), ("명", "人"), ("mm", "毫米"), ("km", "公里"), ("m", "米"), ("톤", "吨"), ("대", "台"), ("대", "辆"))
)
_LARGE = 100
"""From here on a round figure that is the only one of its unit on both sides was meant to be the same."""


def _is_alone(figure: Quantity, cited: list[Quantity], above: list[Quantity]) -> bool:
    """Is a round figure the only one of its unit in the titles, and has the headline or lead one value of it?"""
    like = {one.value for one in above if (one.unit, figure.unit) in _CALLED or comparable(one, figure)}
    alone = sum(one.unit == figure.unit for one in cited) == 1
    large = figure.kind != "count" or (figure.value or 0) >= _LARGE
    return alone and large and len(like) == 1 and figure.kind in ("count", "money", "measure")


def _is_telling(figure: Quantity) -> bool:
    return figure.value is not None and figure.unit is not None and significant(figure.text) >= _TELLING


def _slipped(one: Quantity, other: Quantity) -> bool:
    """One slip apart, whatever their classifiers are called: 523万件 and 532만 건."""
    return one_slip_apart(replace(one, unit="개", kind="count"), replace(other, unit="개", kind="count"))


def _years(sheet: Sheet, article: ArticleLines, titles: list[Passage]) -> Iterator[Hit]:
    """'（2025—2027年）' where the article has one plan, and that of other years."""
    lines = article.of(*PROSE)
    own = {_ends(found) for line in lines for found in _SPAN.finditer(line.text)}
    text = "\n".join(line.text for line in lines)
    spans = [(line, found) for line in titles for found in _SPAN.finditer(line.text[: _title(line)[1] - line.start])]
    if len(own) != 1 or len({_ends(found) for _, found in spans}) != 1 or _ends(spans[0][1]) in own:
        return
    ((first, last),) = own
    for line, found in spans:
        a, b = _ends(found)
        known = a != first and all(str(year) in text for year in (a, b))
        if b > a and last > first and not known and _is_new(a, sheet.date):
            start = line.start + found.start()
            yield _hit(start, line.start + found.end(), f"{first}~{last}년")


def _ends(found: re.Match[str]) -> tuple[int, int]:
    return full_year(found["first"]), full_year(found["last"])


def _is_new(year: int, published: dt.date | None) -> bool:
    return published is None or year >= published.year - _NEWEST


def _measures(article: ArticleLines, titles: list[Passage]) -> Iterator[Hit]:
    """'十条措施' where headline and text count another number of them."""
    lines = article.of(*PROSE)
    told = {int(found["number"]) for line in lines for found in _COUNTED.finditer(line.text)}
    above = {int(one["number"]) for line in article.of("headline", "lead") for one in _COUNTED.finditer(line.text)}
    for line in titles:
        for found in _MEASURES.finditer(line.text):
            number = read_zh(found["number"])
            if len(above) == 1 and number is not None and number not in told:
                yield _hit(line.start + found.start(), line.start + found.end(), f"{next(iter(above))}개")


def _hit(start: int, end: int, other: str, related: tuple[Span, ...] = ()) -> Hit:
    return Hit(start, end, Message(f"기사에는 '{other}'입니다.", f"the article has '{other}'."), related)
