"""Figures and dates as a Korean report prints them. Nothing is rounded: the Korean says what the fact says."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from donghyang.draft.lexicon import counters
from donghyang.language import tables
from donghyang.language.numerals_zh import read_zh
from donghyang.language.script import fold

if TYPE_CHECKING:
    from donghyang.language.terms import Termbase
    from donghyang.records import Period, Quantity

_GROUPS = ((Decimal(10) ** 16, "경"), (Decimal(10) ** 12, "조"), (Decimal(10) ** 8, "억"), (Decimal(10) ** 4, "만"))
_BIG = "경조억만"
_CURRENCIES = counters("currency")
_BEFORE = counters("before")
_BOUNDS = {">=": " 이상", ">": " 초과", "<=": " 이하", "<": " 미만"}
# 1000余名, 4亿多元: somewhat more, not about as much.
_OVER = re.compile("[多余]|十几")
# Units that a Korean text writes behind the number with a space.
_SPACED = re.compile(r"^(?:위안|달러|유로|엔|원|홍콩달러|루블|파운드|표준)")


def number(value: Decimal) -> str:
    """A number with 조, 억, 만 and separators: 5000000000 -> 50억, 2128000000 -> 21억 2,800만, 29.3 -> 29.3."""
    if value < 0:
        return "-" + number(-value)
    for at, (size, name) in enumerate(_GROUPS):
        if value < size:
            continue
        whole, rest = divmod(value, size)
        below_size, below_name = _GROUPS[at + 1] if at + 1 < len(_GROUPS) else (Decimal(1), "")
        head = f"{_plain(whole)}{name}"
        if not rest:
            return head
        if rest % below_size and not (below_size == 1 and rest == rest.to_integral_value()):
            return f"{_plain(value / size)}{name}" if len(_digits(value / size)) <= 4 else f"{head} {number(rest)}"
        return f"{head} {_plain(rest / below_size)}{below_name}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    normal = value.normalize()
    return f"{normal:,f}"


def _digits(value: Decimal) -> str:
    return f"{value.normalize():f}".partition(".")[2]


def quantity_ko(fact: Quantity, terms: Termbase, *, bound: bool = True, noun: str = "") -> str | None:
    """A quantity in Korean with its unit and bound; None where it has no value or the unit no Korean form.

    `noun` is what is counted, in Chinese: 项 counts patents as 건 and tasks as 개.
    """
    if fact.value is None:
        return None
    part = _FRACTION.search(fold(fact.text))
    if part:
        return _fraction(part, fact)
    amount = number(fact.value)
    if fact.high is not None:
        amount = f"{amount}~{number(fact.high)}"
    over = bound and fact.bound == "approx" and fact.high is None and bool(_OVER.search(fact.text))
    if fact.kind == "rank":
        return f"{amount}위"
    if fact.kind == "measure" and _BELOW.search(fold(fact.text)):
        return None
    if fact.kind == "multiple":
        if len(_digits(fact.value)) > _EXACT:
            # 1/3 of something is no count of times.
            return None
        over = False
        written = f"{amount} 배" if amount[-1] in _BIG else f"{amount}배"
    elif fact.kind == "number":
        return None
    else:
        unit = _unit(fact, terms, noun)
        if unit is None:
            return None
        amount += "여" if over else ""
        spaced = over or _SPACED.match(unit) or (amount[-1] in _BIG and re.match("[가-힣a-zA-Z]", unit))
        front = _BEFORE.get(fold(fact.unit or ""))
        written = f"{amount} {unit}" if spaced else amount + unit
        written = f"{front} {written}" if front else written
    if not bound or over or fact.bound is None:
        return written
    if inside(fact):
        return f"{written} 내"
    if fact.bound == "<=" and fact.kind == "money":
        return f"최대 {written}"
    return f"약 {written}" if fact.bound == "approx" else written + _bound_word(fact)


# 两年内: before they are over.
_INSIDE = re.compile("(?:年|个月|天|日|周|小时|分钟|秒)(?:之|以)?内$")


def inside(fact: Quantity) -> bool:
    """Is it a term in which something is to be done (两年内)?"""
    return fact.bound == "<=" and bool(_INSIDE.search(fold(fact.text)))


# 8000米以下: so deep and deeper, or so long and shorter.
_BELOW = re.compile("(?:米|公里|千米|km|m)以下$")
_EXACT = 4
"""Digits behind the point beyond which a number of times was divided, not written."""
_FRACTION = re.compile(r"([一二三四五六七八九十]{1,3}|\d{1,3})分之([一二三四五六七八九十]{1,3}|\d{1,3})")


def _fraction(part: re.Match[str], fact: Quantity) -> str | None:
    """三分之二: 3분의 2, as it is written and not as what it comes to; 百分之 is a share."""
    below, above = read_zh(part[1]), read_zh(part[2])
    if below is None or above is None:
        return None
    if below == _PER_CENT:
        return f"{number(above)}%"
    written = f"{number(below)}분의 {number(above)}"
    return f"약 {written}" if fact.bound == "approx" else written + _bound_word(fact)


_PER_CENT = 100


def _bound_word(fact: Quantity) -> str:
    if fact.bound == ">" and "突破" in fact.text:
        return " 돌파"
    return _BOUNDS.get(fact.bound or "", "")


@cache
def _units() -> dict[str, list[tuple[str, str]]]:
    """What a unit is written as, by what it counts: (pattern of the noun or "", Korean or "" where it is unsure)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for kind, chinese, korean, *noun in tables.read(__package__, "counters.tsv"):
        if kind == "unit":
            found.setdefault(chinese, []).append((noun[0] if noun else "", korean.strip("-")))
    return found


def _unit(fact: Quantity, terms: Termbase, noun: str) -> str | None:
    unit = fact.unit or ""
    if unit in ("%", "%p"):
        return unit
    if fact.kind == "money":
        return _CURRENCIES.get(unit)
    folded = fold(unit)
    for pattern, korean in _units().get(folded, ()):
        if not pattern or re.search(pattern, fold(noun)):
            return korean or None
    term = terms.get(folded, "unit")
    if term:
        return term.korean
    return unit if re.fullmatch(r"[A-Za-z%℃㎡/·0-9]+", unit) else None


_FULL_DATE = len("2023-02-03")
_A_YEAR = "2023"
_YEAR = re.compile(r"^\d{4}$")
_SPANS = {
    ("01", "03"): "1분기", ("04", "06"): "2분기", ("07", "09"): "3분기", ("10", "12"): "4분기",
    ("01", "06"): "상반기", ("07", "12"): "하반기",
}  # fmt: skip
_PARTS = {"底": "말", "末": "말", "初": "초"}
_PART_OF_IT = re.compile("([底末初])(?:[以之]?前)?$")
_DEADLINE = re.compile(r"(?:以|之)?前$|为止$")


def period_ko(fact: Period, near: dt.date | None) -> str | None:
    """A date or stretch of time in Korean, years written out; None where the fact has no value."""
    written = _period(fact, near)
    third = _THIRD.search(fold(fact.text))
    return f"{written} {_THIRDS[third[0]]}" if third and written and written.endswith("월") else written


def _period(fact: Period, near: dt.date | None) -> str | None:
    if fact.value is None:
        return None
    if fact.high is None or fact.high == fact.value:
        whole_year = "月" not in fact.text and fact.value[4:] == "-12"
        day = _day(fact.value[:4] if whole_year else fact.value, near)
        if day and near and fact.value[:4] > str(near.year) and _BARE.match(fact.text):
            # 有效期至2028年6月30日，5月8日前已受理的申请: the year of another day, and perhaps not its own.
            day = day.partition("년 ")[2]
        part = _PART_OF_IT.search(fact.text) if len(fact.value) < _FULL_DATE else None
        return f"{day} {_PARTS[part[1]]}" if day and part else day
    if fact.high == "..":
        ahead = near is not None and fact.value > near.isoformat()[: len(fact.value)]
        begins = ahead or len(fact.value) == _FULL_DATE or fact.text.endswith(("起", "开始"))
        gone = len(fact.value) > len(_A_YEAR) or (near is not None and fact.value[: len(_A_YEAR)] < str(near.year))
        return f"{_day(fact.value, near)}{'부터' if begins else ' 이후' if gone else ' 들어'}"
    if fold(fact.text).startswith("近"):
        return None  # 近四年来: so many years back from today, and no calendar years
    return _stretch(fact.value, fact.high, near)


_BARE = re.compile("[0-9]{1,2}月[0-9]")
"""A day without a year of its own."""
_HELD = tuple(tables.words(__package__, "held_against"))


def held_against(text: str, at: int) -> bool:
    """由2022年的…, 比2020年…: does a date at `at` say what something is held against?"""
    return text.endswith(_HELD, 0, at)


def is_deadline(fact: Period, before: str) -> bool:
    """Does the text set a term with this date (到2025年, 2030年前)? `before` is the text in front of it.

    截至2022年底 is none: what had come about by a day is a state.
    """
    if fold(before).endswith(("截至", "截止", "截止到", "截至到")):
        return False
    return fold(before).endswith(("到", "至")) or fold(fact.text).startswith("到") or bool(_DEADLINE.search(fact.text))


_THIRDS = counters("third")
_THIRD = re.compile("[上中下]旬")


def _stretch(value: str, high: str, near: dt.date | None) -> str | None:
    first, last = value.split("-"), high.split("-")
    whole = first[2:] == ["01"] and int(last[-1][:2]) >= _LAST_OF_MONTH
    if len(first) == len(last) == len(_DAY_PARTS) and first[:2] != last[:2] and not whole:
        # 3月30日至4月1日: of days, and not of whole months.
        begun, ended = _day(value, near), _day(high, near)
        return f"{begun}~{ended}" if begun and ended else None
    if first[0] == last[0] and len(first) >= 2 and len(last) >= 2:
        if first[1:2] == ["01"] and last[1:2] == ["12"]:
            return f"{first[0]}년"
        named = _SPANS.get((first[1], last[1]))
        if named:
            return f"{first[0]}년 {named}"
        if first[1] != last[1]:
            return f"{first[0]}년 {int(first[1])}~{int(last[1])}월"
        if len(first) == 3 and len(last) == 3:
            return f"{(_day(value, near) or '').removesuffix('일')}~{int(last[2])}일"
        return _day("-".join(first[:2]), near)
    if first[0] != last[0] and all(map(_YEAR.match, (first[0], last[0]))):
        if len(first) == len(last) == 1:
            return f"{first[0]}~{last[0]}년"
        begun, ended = _day(value, near), _day(high, near)
        return f"{begun}~{ended}" if begun and ended else None
    return None


_DAY_PARTS = ("year", "month", "day")
_LAST_OF_MONTH = 28


def _day(value: str, near: dt.date | None) -> str | None:
    parts = value[:10].split("-")
    if not all(part.isdigit() for part in parts):
        return None
    year = f"{parts[0]}년"
    if len(parts) == 1:
        return year
    if len(parts) == 2:
        return f"{year} {int(parts[1])}월"
    day = f"{int(parts[1])}월 {int(parts[2])}일"
    return day if near and str(near.year) == parts[0] else f"{year} {day}"
