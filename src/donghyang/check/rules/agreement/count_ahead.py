"""예고한 수와 뒤에 번호를 매겨 적은 것의 수가 다릅니다. | A number and the numbered items behind it disagree.

왜: '5대 과제로 ①…⑥'은 과제가 여섯이거나 수가 틀린 것이다.
Why: Five tasks followed by ① to ⑥ are six, or the figure is wrong.
Bad: 4대 과제로 ①기준 정비 ②실증 확대 ③인력 양성을 제시
Good: 3대 과제로 ①기준 정비 ②실증 확대 ③인력 양성을 제시
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._listing import SIGNED, miscount
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Severity

ID = "count-ahead"
CLASS = "count-list"
SEVERITY = "error"

_SAID = lazily(
    r"(?<![0-9.,])(?P<number>[2-9]|1[0-5])(?:대|개|가지|건|종) ?[가-힣]{2,8}(?: [가-힣]{2,6})?"
    r"(?:로서|로써|으로|로|인|은|는|을|를|:|：|,|[)）])? ?(?=[①△▲▶])"
)
_PLACED = lazily(
    r"(?<![0-9.,~∼])(?P<count>(?P<number>[2-9]) ?(?:개소|곳|개))[을를] "
    r"(?P<places>[가-힣]{2,8}(?:(?:, ?|·|[와과] | 및 )[가-힣]{2,8}){1,8})에 (?:각각 )?"
    r"(?:설치|설립|신설|건설|개설|구축|조성|세우|세운)"
)
"""'심사센터 4개소를 난징, 항저우, 허페이에 설치'."""
_PARTED = lazily(r", ?|·|(?<=[가-힣])[와과] | 및 ")
_PLACE = lazily(r"[가-힣]{2,8}")
_ALL_BUT_ONE = 4
"""A list that ends in 등 names some; of so many and more it would not leave out just one."""
_LAST = 60
"""Letters of the last item, up to the verb that closes the list."""
_LABEL = lazily(r"[(（](?P<label>(?P<number>[2-9])대 ?[가-힣]{2,6})[)）] ?")
_ITEMS = lazily(r"(?P<items>[^,.;:()（）0-9]{2,18}(?:, [^,.;:()（）0-9]{2,18}){1,8}?)[을를] [가-힣 ]{1,16}$")
_NO_NAME = lazily(r" 등(?![가-힣])|및|[·/△▲▶①]|[와과] |[은는] |[을를로에] |(?:하고|하며|하여|해|되고|되며|에서|으로)$")
"""What makes two things of an item, or a clause of it."""
_NAMES = 3
"""Fewer names are too few to be a list."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """A count and right behind it items that each open with a number in a circle, or with one sign."""
    for passage in sheet.of(PROSE):
        for found in _SAID.finditer(passage.text):
            yield from _held(passage, found)
        for found in _PLACED.finditer(passage.text) if "에 " in passage.text else ():
            yield from _placed(passage, found)
        if label := _LABEL.match(passage.text):
            yield from _named(passage, label)


def _placed(passage: Passage, found: re.Match[str]) -> Iterator[Hit]:
    """'센터 4곳을 가온, 나래, 다솜에 설치': one in each place that is named."""
    items, number = _PARTED.split(found["places"]), int(found["number"])
    if len(items) > 1 and number in (len(items) - 1, len(items) + 1) and all(map(_PLACE.fullmatch, items)):
        span = (passage.start + found.start("places"), passage.start + found.end("places"))
        start = passage.start + found.start()
        message = miscount(number, len(items))
        yield Hit(start, passage.start + found.end("count"), message, (span,), severity="warning")


def _held(passage: Passage, found: re.Match[str]) -> Iterator[Hit]:
    sign = SIGNED[passage.text[found.end()]]
    end = passage.text.find(". ", found.end())
    listed = list(sign.finditer(passage.text, found.end(), len(passage.text) if end < 0 else end))
    number = int(found["number"])
    rest = passage.text[listed[-1].end() :]
    open_ = " 등" in rest[:_LAST]
    if len(listed) < 2 or len(listed) == number or (open_ and not (len(listed) == number - 1 >= _ALL_BUT_ONE)):
        return
    start = passage.start + found.start()
    span = (passage.start + listed[0].start(), passage.start + listed[-1].end())
    severity: Severity | None = "warning" if open_ else None
    yield Hit(start, passage.start + found.end(), miscount(number, len(listed)), (span,), severity=severity)


def _named(passage: Passage, label: re.Match[str]) -> Iterator[Hit]:
    """'(4대 조치) 권리 등록, 기준 마련, 심사를 추진': names alone up to the verb, one more or fewer than the label."""
    listed = _ITEMS.fullmatch(passage.text, label.end())
    items = listed["items"].split(", ") if listed else []
    if len(items) < _NAMES or any(_NO_NAME.search(item) for item in items):
        return
    number, start = int(label["number"]), passage.start + label.start("number")
    if listed and abs(len(items) - number) == 1:
        span = (passage.start + listed.start("items"), passage.start + listed.end("items"))
        end = passage.start + label.end("label")
        yield Hit(start, end, miscount(number, len(items)), (span,), severity="warning")
