"""Figures that the readers of quantities leave: native words (나흘, 두 방식), 千万, growth by a multiple, work days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from donghyang.facts.quantities import find_quantities
from donghyang.language import tables
from donghyang.language.numerals_ko import NATIVE
from donghyang.language.numerals_zh import read_zh
from donghyang.records import Bound, Quantity

_MYRIAD = re.compile(
    "(?P<side>将近|接近|近|上|超过?|逾|突破|[破过达]|达到)?(?<![0-9一二两三四五六七八九十几数百千万亿])"
    "(?P<amount>[十百千]?[万亿]|万亿|百|千)(?![万亿])(?=(?P<behind>[余多]?[^，。；、0-9\\n]{0,6}))"
)
"""万亿元, 近百场: a power of ten that stands for one of it."""
_DAYS = {word: Decimal(days) for word, days in tables.read(__package__, "days.tsv")}
_NATIVE_DAYS = re.compile(rf"(?<![가-힣])(?:{'|'.join(_DAYS)})(?=[ 간동째만을의에,.]|$)")
_FROM_TWO = tuple(word for word, value in NATIVE.items() if 2 <= value <= 10)
_NATIVE_COUNT = re.compile(
    rf"(?<![가-힣])(?P<count>{'|'.join(_FROM_TWO)}) (?=(?:{tables.either(__package__, 'counted')})(?![가-힣]{{3}}))"
)


_RISEN = re.compile(
    "(?:增长|增加|提高|提升|上升|扩大|攀升|增|涨)(?:了|约|幅)?"
    "(?P<said>(?P<side>近|将近|约|超过?|逾)?(?P<times>[0-9]{1,4}(?:[.][0-9]{1,2})?|[一二两三四五六七八九十])倍(?P<more>多|以上)?)(?!率)"
)
"""Grown by so many times what it was: 增长1.1倍 is 2.1배, 提升近一倍 nearly 2배."""
_CLASS = re.compile(
    "(?P<amount>[0-9.]{1,6}(?:万亿|亿|万)|(?<![0-9一二两三四五六七八九十几数])(?:万亿|[百千]亿))级(?!别)"
)
"""1500亿级产业集群: an industry of so many yuan."""
_FIGURES = re.compile(
    "(?P<zh>[一两二三四五六])位数(?=的?[增涨降速以左水]|[，。；]|$)|(?P<ko>한|두|세|네|[0-9]) ?자릿수"
)
"""Of how many digits a share of growth is."""
_BOTH = re.compile("两(?=[国省市校院党军岸])")
_DAYS_SAID = re.compile(
    "(?P<days>[0-9]{1,3})(?:个(?:工作日|自然日)|(?:日|天)(?=以?内|之内))|(?<=之日|届满|期限)(?P<ahead>[0-9]{1,3})日(?=以?前)"
)
"""A number of days: 15个工作日, 自收到之日起60日内, 截止之日20日前."""
_YEARS = "(?P<years>(?<![一二两三四五六七八九十百])[一二两三四五六七八九十]{1,3}|(?<![0-9.])[0-9]{1,2})年"
_TERM = re.compile(f"{_YEARS}期")
_AND_HALF = re.compile(f"{_YEARS}半(?![年载个])")
_POINTS = re.compile("(?<![0-9.])(?P<points>[0-9]{1,5}[.][0-9]{1,2})点(?![钟半0-9])")
"""112.0点: where an index stands."""
_VOTES = re.compile("(?<![0-9])(?P<votes>[0-9]{1,5})票(?!房)")
_HALF = re.compile("(?<![上下前后一两二三四五六七八九十0-9])半个?(?P<unit>小时|钟头|年|月)(?![份度报谈刊坡])")
_HALVES = {"小时": (Decimal(30), "分钟", 1800), "钟头": (Decimal(30), "分钟", 1800), "年": (Decimal(6), "个月", None),
           "月": (Decimal(15), "天", 15 * 86400)}  # fmt: skip
"""Half of a unit in the next smaller one, and in seconds where it is a length of them."""
_DENSITY = re.compile("每(?:千克|公斤)(?P<before>[0-9]{2,4})瓦时|(?P<behind>[0-9]{2,4})瓦时(?:/|每)(?:千克|公斤)")
_GREAT = Decimal(10**7)
"""From here on a power of ten counts things though it has no unit (超万亿)."""
_DAY = 86400
"""Seconds."""


def native_figures(text: str) -> Iterator[Quantity]:
    """The figures of a text that are said in native words: each with the place of its words; none where it has none."""
    for found in _MYRIAD.finditer(text):
        yield from _myriad(text, found)
    for found in _RISEN.finditer(text):
        yield _risen(found)
    for found in _CLASS.finditer(text):
        amount = found["amount"] if found["amount"][0].isascii() else "一" + found["amount"]
        for one in find_quantities(amount + "元"):
            yield replace(one, text=found[0], start=found.start(), end=found.end())
    for found in _FIGURES.finditer(text):
        said = found["zh"] or found["ko"]
        digits = Decimal(NATIVE.get(said) or (said if said.isascii() else read_zh(said) or 0))
        yield Quantity("measure", found[0], *found.span(), digits, None, "자릿수", None, None, digits, "digits")
    for found in _BOTH.finditer(text):
        yield Quantity("count", found[0], *found.span(), Decimal(2), unit="个")
    for found in _DAYS_SAID.finditer(text):
        days = Decimal(found["days"] or found["ahead"])
        yield Quantity("measure", found[0], *found.span(), days, None, "天", None, None, days * _DAY, "s")
    for found in _TERM.finditer(text):
        yield Quantity("measure", found[0], *found.span(), _whole(found["years"]), unit="年")
    for found in _AND_HALF.finditer(text):
        yield Quantity("measure", found[0], *found.span(), _whole(found["years"]) + Decimal("0.5"), unit="年")
    for found in _POINTS.finditer(text):
        yield Quantity("measure", found[0], *found.span(), Decimal(found["points"]), unit="点")
    for found in _VOTES.finditer(text):
        yield Quantity("count", found[0], *found.span(), Decimal(found["votes"]), unit="票")
    for found in _HALF.finditer(text):
        yield _half(text, found)
    for found in _DENSITY.finditer(text):
        yield Quantity("measure", found[0], *found.span(), Decimal(found["before"] or found["behind"]), unit="Wh/kg")
    for found in _NATIVE_DAYS.finditer(text):
        days = _DAYS[found[0]]
        yield Quantity("measure", found[0], *found.span(), days, None, "일", None, None, days * _DAY, "s")
    for found in _NATIVE_COUNT.finditer(text):
        yield Quantity("count", found["count"], *found.span("count"), Decimal(NATIVE[found["count"]]), unit="개")


def _whole(printed: str) -> Decimal:
    return Decimal(printed) if printed.isascii() else read_zh(printed) or Decimal(0)


def _myriad(text: str, found: re.Match[str]) -> Iterator[Quantity]:
    """One of a power of ten, with its unit, where a word of how much stands before it (超万亿元), what is of its class
    behind it (亿吨级), or it is ten millions of what is measured (千万千瓦)."""
    one = next((one for one in find_quantities("一" + found["amount"] + found["behind"]) if one.start == 0), None)
    side = found["side"] or ""
    if one is None or (one.unit is None and side != "上" and (one.value or 0) < _GREAT):
        return
    start, end = found.start(), found.start("amount") + one.end - 1
    classed = text.startswith("级", end) and one.unit is not None
    if not (side or classed or (found["amount"] == "千万" and one.kind in ("measure", "money"))):
        return
    bound: Bound | None = "approx" if side.endswith(("近", "上")) else ">" if side and side[0] != "达" else None
    yield replace(one, text=text[start:end], start=start, end=end, bound=bound or one.bound)


def _risen(found: re.Match[str]) -> Quantity:
    """What a thing is of what it was that has grown by so many times as much."""
    times = found["times"]
    grown = Decimal(times) if times[0].isascii() else (read_zh(times) or Decimal(0))
    side: Bound | None = ">" if found["more"] or (found["side"] or "")[:1] in ("超", "逾") else None
    bound = "approx" if found["side"] and side is None else side
    return Quantity("multiple", found["said"], *found.span("said"), grown + 1, unit="倍", bound=bound)


def _half(text: str, found: re.Match[str]) -> Quantity:
    """Half an hour, a year or a month; 以上 behind it, or 超 before it, goes beyond."""
    value, unit, seconds = _HALVES[found["unit"]]
    beyond = text.startswith(("以上", "多"), found.end()) or text[: found.start()].endswith(("超", "超过"))
    return Quantity("measure", found[0], *found.span(), value, None, unit, ">=" if beyond else None, None,
                    None if seconds is None else Decimal(seconds), None if seconds is None else "s")  # fmt: skip
