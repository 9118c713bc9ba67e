"""Figures that begin with a Chinese character, and those that are words after all (一些, 十四五, 三四百)."""

from __future__ import annotations

from decimal import Decimal

from donghyang.language.dates import DATE_SHAPE
from donghyang.language.numeral import (
    DIGITS,
    IMPOSSIBLE,
    LARGE_ZH,
    Figure,
    figure_of,
    nothing,
    refused,
    shares_magnitude,
)
from donghyang.language.numeral_chains import MISTYPED, PLACE, UNCLEAR, unread
from donghyang.language.numeral_units import attach_unit
from donghyang.language.numerals_zh import ABOUT, LONGEST, read_zh
from donghyang.language.patterns import lazily
from donghyang.language.units import Unit, unit_at

_QUOTES = frozenset("“”‘’\"'")
_BRACKETS = frozenset("（(")
_MANY = frozenset("数數几幾上近百千수몇")
"""数百, 几十, 上百: no number is meant."""
_NOT_BEFORE = frozenset("第之统唯同专单逐不进周期初万其数數几幾星老")
_NEVER_ALONE = frozenset("百千万亿佰仟萬億零〇○负負壹贰貳叁叄參肆伍陆陸柒捌玖拾廿卅卌")
_EDGES = frozenset('，。；：、！？,.;:!? \n\t"“”‘’（）()《》')
_BEFORE, _AFTER = frozenset("是为前达共"), frozenset("那这的和与不")
_ORDER = "一二三四五六七八九"
_SHORTHAND = lazily("[亿億兆][一二三四五六七八九]$")
_SHORT_OF_PLACE = lazily("[百千万][一二三四五六七八九][万亿億]")
"""两千三亿: 2,300 as it is spoken, or 2,003."""
_MIXED = lazily("[OoОоΟο][一二三四五六七八九十百千万亿]+")
_MIXED_BEFORE = lazily("[一二三四五六七八九][OoОоΟο]+$")
_ROUND = frozenset("OoОоΟο")
"""Letters that look like 〇: 二OO五年."""
_FIGURES = frozenset("一二三四五六七八九") | DIGITS
_GIVEN_BACK = frozenset("千兆百两分之又")
_BETWEEN = lazily(r"([一二两三四五六七八])([二三四五六七八九])([十百千万亿]*)")
_PER = lazily(r"[百千万佰仟萬 ]+")
_SHARE_GOES_ON = lazily(r",[0-9]{1,2}(?=[。，；、)）\n]|$)")
"""百分之12,5: a decimal comma, or a figure of its own that has no unit."""
_ABOUT = frozenset(ABOUT)
_TEN_MINUTES = "十分钟"
"""十分 is very, 十分钟 a length of time."""
_RISES = lazily(
    "|".join(f"{low}[至到][{_ORDER[at:]}十](?![月号日、])" for at, low in enumerate(_ORDER, 1))
    + "|两[至到][三四五六七八九十]"
)
"""The lower end of a range in characters."""
_FROM_NTH = lazily(r"第[一二三四五六七八九十百]{1,4}[至到]$")
"""第三至五条: the fifth one too."""
_NTH = 6
"""Characters before the second number of 第…至…: the ordinal and what ties them."""
_PLACES = ("个", "個", "家", "项", "座", "번째")


def chinese(text: str, start: int, end: int) -> Figure | None:
    """The figure that the characters from `start` to `end` write; None or an empty one when they write none."""
    before = text[start - 1] if start else ""
    if before in ("至", "到") and _FROM_NTH.search(text, max(0, start - _NTH), start):
        return nothing(start, end)
    if before in _ROUND and before and (mixed := _MIXED_BEFORE.search(text, max(0, start - _NTH), start)) is not None:
        return unread(text, mixed.start(), end, MISTYPED)
    if end - start == 1:
        return _single(text, start, before)
    if before == "第":
        return ordinal(text, start, end)
    if before in _MANY or (text.startswith("十分", start) and not text.startswith("十分之", start)):
        return nothing(start, end)
    date = DATE_SHAPE.match(text, start)
    if date:
        return nothing(start, max(date.end(), end))
    if (mixed := _MIXED.match(text, end)) is not None:
        return unread(text, start, mixed.end(), MISTYPED)
    if "分" in text[start:end] and text[end - 1] in DIGITS and (comma := _SHARE_GOES_ON.match(text, end)):
        return Figure(start, comma.end(), (start, comma.end()), None, unit_at("%", 0), problem=UNCLEAR)
    whole = end
    numeral, value = text[start:end], read_zh(text[start:end])
    while value is None and 2 < len(numeral) <= LONGEST and numeral[-1] in _GIVEN_BACK:
        numeral = numeral[:-1]
        value = read_zh(numeral)
    end = start + len(numeral)
    if value is None:
        value = _discount(text, numeral, end)
    if value is None:
        return _estimate(text, start, whole) or _unreadable(text, start, end)
    if numeral in refused() or text[start : end + 1] in refused():
        return nothing(start, end)
    figure = figure_of(start, end, value, share="分" in numeral)
    figure.open = not _ABOUT.isdisjoint(numeral)
    if figure.share:
        _per_cent(text, figure)
    if not attach_unit(text, figure, spelled=True):
        return nothing(start, figure.end)
    _doubt(text, figure)
    quoted = before in _QUOTES and text[end : end + 1] in _QUOTES
    return nothing(start, end) if quoted and figure.unit is None and not figure.share else figure


def _doubt(text: str, figure: Figure) -> None:
    """Take the value of what has two readings: 三亿五元, a share of a magnitude, the tail of digits."""
    start, end = figure.numeral
    numeral = text[start:end]
    money = figure.unit is not None and figure.unit.kind == "money"
    if (money and _SHORTHAND.search(numeral)) or _SHORT_OF_PLACE.search(numeral):
        figure.doubt(PLACE)
    elif shares_magnitude(numeral):
        figure.doubt(UNCLEAR)
    elif not LARGE_ZH.isdisjoint(numeral) and (text[start - 1 : start] in DIGITS or _is_next(text, start)):
        figure.doubt(UNCLEAR)  # 2三亿元, 三、四亿元


def _is_next(text: str, start: int) -> bool:
    """Whether the digit before stands ahead of that at `start`, parted by 、; at the head of a line it marks it."""
    if start < 3 or text[start - 1] != "、" or text[start - 3] in "\n第（(":
        return False
    return text[start - 2] in _ORDER and text[start] == _ORDER[(_ORDER.index(text[start - 2]) + 1) % len(_ORDER)]


def ordinal(text: str, start: int, end: int) -> Figure:
    """第13个 and 제13번째 name a place in a series: a number. 第2位 is a rank; 제20차, 第四届 are names and nothing."""
    unit = unit_at(text, end)
    value = read_zh(text[start:end])
    if value is None or unit is None:
        return nothing(start, end)
    if unit.form in ("位", "名") and text[start - 1] == "第":
        rank = Unit(unit.form, "rank", unit.form, None, None)
        return Figure(start - 1, end + 1, (start, end), value, rank)
    if unit.form not in _PLACES:
        return nothing(start, end + len(unit.form))
    return Figure(start - 1, end + len(unit.form), (start, end), value)


def doubled(text: str, start: int, end: int) -> Figure:
    """翻番 and 翻一番 are twice as much, 翻两番 four times."""
    times = read_zh(text[start:end].strip("翻了番")) or Decimal(1)
    return Figure(start, end, (start, end), Decimal(2) ** int(times), unit_at("倍", 0))


def _estimate(text: str, start: int, end: int) -> Figure | None:
    """三四百 is three to four hundred and 两三年 two to three years; 三四线 and 十四五 are no estimate."""
    found = _BETWEEN.fullmatch(text, start, end)
    if found is None or int(read_zh(found[1]) or 0) + 1 != read_zh(found[2]):
        return None
    low, high = read_zh(f"{found[1]}{found[3]}"), read_zh(f"{found[2]}{found[3]}")
    if low is None or high is None:
        return None
    figure = figure_of(start, end, low)
    figure.high = high
    return figure if attach_unit(text, figure, spelled=True) and figure.unit is not None else None


def _discount(text: str, numeral: str, end: int) -> Decimal | None:
    """三八折, 九 九 折: two digits of a discount."""
    digits = numeral.replace(" ", "")
    places = [read_zh(digit) for digit in digits] if len(digits) == 2 else []
    if len(places) != 2 or None in places or text[end : end + 2].strip()[:1] != "折":
        return None
    return Decimal("".join(str(place) for place in places))


def _per_cent(text: str, figure: Figure) -> None:
    """百分之五, 千分之二点四 and 千万分之六 are per cent; 三分之一 and 一百分之二 stay shares of one."""
    below = text[slice(*figure.numeral)].partition("分")[0]
    if figure.value is not None and _PER.fullmatch(below):
        figure.value, figure.unit, figure.share = _tidy(figure.value * 100), unit_at("%", 0), False
        if text[figure.end : figure.end + 2].strip()[:1] in ("k", "K"):
            figure.value *= 1000


def _tidy(value: Decimal) -> Decimal:
    """The value without zeros behind the point."""
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()


def _unreadable(text: str, start: int, end: int) -> Figure:
    """A numeral with several magnitudes is reported; 十四五, 三四百 and 万亿 are words."""
    numeral = text[start:end]
    if len(numeral) < 40 and sum(c in LARGE_ZH for c in numeral) > 1 and not _FIGURES.isdisjoint(numeral):
        return Figure(start, end, (start, end), None, unit_at(text, end), problem=IMPOSSIBLE)
    return nothing(start, end)


def _single(text: str, start: int, before: str) -> Figure | None:
    """One character alone is a numeral before a unit, and without a unit only where it can be nothing else."""
    first, after = text[start], text[start + 1 : start + 2]
    if first in "半对對":
        return Figure(start, start + 2, (start, start + 1), Decimal(50), unit_at("%", 0)) if after == "折" else None
    if first in "百千万亿" and after and after in "余多" and (unit := unit_at(text, start + 2)) is not None:
        open_up = Figure(start, start + 2 + len(unit.form), (start, start + 1), read_zh(f"一{first}"), unit, open=True)
        return open_up if before not in _MANY and unit.kind != "none" else None
    if first in _NEVER_ALONE or before in _NOT_BEFORE:
        return None
    refused_here = any(text[start : start + size] in refused() for size in (2, 3, 4))
    if refused_here and not text.startswith(_TEN_MINUTES, start):
        return None
    date = DATE_SHAPE.match(text, start)
    if date:
        return nothing(start, date.end())
    figure = figure_of(start, start + 1, read_zh(first))
    if not attach_unit(text, figure, spelled=True):
        return nothing(start, figure.end)
    if figure.unit is not None or figure.end > start + 1:
        return figure
    if after in ("至", "到") and _RISES.match(text, start):
        return figure  # 三至五年
    if (before and before not in _EDGES and before not in _BEFORE) or (
        after and after not in _EDGES and after not in _AFTER
    ):
        return None
    marker = before in _BRACKETS or (after == "、" and (not before or before in _EDGES))  # 一、总体要求; （一）
    return None if marker else figure
