"""Figures of a claim held against figures of a source: the same, beyond a bound, one slip away, another unit.

Values are compared by `facts.compare`; here stands what a claim asks beyond it: a claim may not turn a bound around,
and classifiers of the two languages count alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal

from donghyang.facts.compare import agrees
from donghyang.facts.quantities import find_quantities
from donghyang.language import tables
from donghyang.language.numerals_zh import read_zh
from donghyang.records import Bound, Quantity
from donghyang.verify.native import native_figures
from donghyang.verify.rounding import rounds

Held = Literal["same", "bound", "other", "unlike"]
"""same: the source says the figure; bound: it says it on the other side of a bound; other: it says another value of
the same unit; unlike: the two cannot be compared."""

_HALF = re.compile(
    "(?P<under>近|将近|接近|不到|不足)?(?P<over>超过?|逾|过)?(?<![一二三四五六七八九十百千万年月])(?:一半|半数|半壁江山|(?<=过)半|(?<=减)半)(?P<more>以上)?"
)
_STRONG = re.compile("(?<![0-9.])([0-9]{2,4}|[百千])强")
_PER = re.compile("每([万千百亿])(?=[人名户亩个台元公平家])")
_IN_A_ROW = re.compile("(?<![0-9二三四五六七八九十])([二三四五六七八九十]+|[0-9]+)连(?=[增冠涨跌降丰升跳])")
_POINTS = re.compile(
    "(?<![一两二三四五六七八九十])([一两二三四五六七八九十]+)(?:点|大)(?=建议|意见|要求|主张|看法|希望|倡议|举措|措施|原因|共识|任务|工程|行动|领域)"
)
_VESSELS = re.compile(
    "(?P<one>[一二两三四五六七八九])(?=[舱船箭星器桥轴带廊核翼])[一-龥](?P<other>[一二两三四五六七八九])(?=[舱船箭星器港区群心路翼])"
)
"""三舱三船, 一核两翼."""
_ANNIVERSARY = re.compile("([0-9]{1,4}|[一二三四五六七八九十百]{1,5}) ?(?:周年|주년)")
_SPEED = re.compile("(?<![0-9.])([0-9]{1,4})兆(?=及|以上|宽带|光纤|接入|速率|网)")
_QUAKE = re.compile("(?<![0-9])([0-9]+(?:[.][0-9])?)级(?=地震|强震|余震|以上地震)")
_YEARS_SINCE = re.compile("(?<![一两二三四五六七八九十])([一两二三四五六七八九十]{1,3})年来")
_LASTING = re.compile("(?:为期|历时|长达|持续)(?P<figure>([一两二三四五六七八九十]{1,3})(天|年|周|个月))")
"""为期两天: alone, 两天 may mean these days."""
_MANYFOLD = re.compile("(?<![0-9一二三四五六七八九十百千万])(?P<over>超过?|逾|近)?([百千万])倍")
_OF_IT = re.compile("/|标准?煤|油当量|[tT][co]e")
"""Within a unit, what it is for or of."""
_TIME = frozenset(
    ["年", "月", "个月", "天", "日", "小时", "分钟", "秒", "周", "년", "개월", "달", "일", "시간", "분", "초", "주"]
)
_SAME_UNIT = (
    {"kWh", "度"},
    {"kWh", "度电"},
    {"Mbps"},
    {"도", "℃"},
    {"도", "摄氏度"},
    {"년", "주년"},
)
"""Units that are one where a text and its source have them."""
_SAME_WEIGHT = frozenset({"근", "斤"})
"""A Korean 근 is 600 grams, a Chinese 斤 500; a report means the Chinese one."""
_OVER_KO = re.compile("[0-9십백천만억조]여(?![가-힣])")
"""300여 개: somewhat more."""
_OVER_ZH = re.compile("[多余]|여(?![가-힣])")
"""50多个: somewhat more."""
_LOOSE = frozenset({("명", "户"), ("명", "家"), ("대", "部"), ("대", "户")})
"""Pairs of classifiers, Korean and Chinese, that reports use for one another (가입자 2억 명, 2亿户)."""
_JUST = Decimal("0.08")
"""Part of a bound by which an exact figure beyond it speaks against it."""
_ROUGHLY = Decimal("0.03")
"""Part of a rough figure by which the exact one behind it may differ."""
_LARGE = 10000
"""A number without a unit that is read as a measure with one that only the source's language spells (100만 A)."""
_SUM = 10**8
"""From here on a number without a unit may be a sum."""
_TELLING = 3
"""Digits that two figures have alike by no chance."""
_ABOUT = re.compile("约|左右|上下")
_POINTS_EACH = re.compile("(?<![0-9.])([0-9]{1,4}(?:[.][0-9]{1,4})?)个(?=(?:[、和][0-9.]{1,9}个?){1,6}百分点)")
"""分别高4.7个、1.9个百分点: the unit of the last is that of each."""
_UNDER = re.compile(r"(?:近|将近|接近|不足|不到)\s?[0-9一二三四五六七八九十]")


def further_figures(text: str) -> Iterator[Quantity]:
    """Figures that are said without a numeral and its unit: 一半, 每万人, 五连增, 나흘, 두 방식."""
    for found in _HALF.finditer(text):
        over, under = found["over"] or found["more"], found["under"]
        bound: Bound | None = ">" if over else "approx" if under else None
        yield Quantity("multiple", found[0], *found.span(), Decimal("0.5"), bound=bound)
    for found in _STRONG.finditer(text):
        value = Decimal(found[1]) if found[1].isascii() else read_zh(found[1])
        yield Quantity("count", found[0], *found.span(), value, unit="个")
    for found in _PER.finditer(text):
        yield Quantity("number", found[0], *found.span(), read_zh("一" + found[1]))
    for found in _POINTS.finditer(text):
        yield Quantity("count", found[0], *found.span(), read_zh(found[1]), unit="项")
    for found in _POINTS_EACH.finditer(text):
        yield Quantity("percent", found[0], *found.span(), Decimal(found[1]), unit="%p")
    for found in _MANYFOLD.finditer(text):
        bound = None if not found["over"] else "approx" if found["over"] == "近" else ">"
        yield Quantity("multiple", found[0], *found.span(), read_zh("一" + found[2]), unit="倍", bound=bound)
    for found in _YEARS_SINCE.finditer(text):
        yield Quantity("measure", found[0][:-1], *found.span(), read_zh(found[1]), unit="年")
    for found in _SPEED.finditer(text):
        yield Quantity("measure", found[0], *found.span(), Decimal(found[1]), unit="Mbps")
    for found in _QUAKE.finditer(text):
        yield Quantity("number", found[0], *found.span(), Decimal(found[1]))
    for found in _VESSELS.finditer(text):
        for name in ("one", "other"):
            yield Quantity("count", found[name], *found.span(name), read_zh(found[name]), unit="个")
    for found in _ANNIVERSARY.finditer(text):
        value = Decimal(found[1]) if found[1].isascii() else read_zh(found[1])
        yield Quantity("count", found[0], *found.span(), value, unit="주년")
    for found in _LASTING.finditer(text):
        yield Quantity("measure", found["figure"], *found.span("figure"), read_zh(found[2]), unit=found[3])
    yield from native_figures(text)
    for found in _IN_A_ROW.finditer(text):
        value = Decimal(found[1]) if found[1].isascii() else read_zh(found[1])
        yield Quantity("measure", found[0], *found.span(), value, unit="年")


def held(claim: Quantity, source: Quantity) -> Held:
    """What a figure of the source says to a figure of the claim."""
    if (_OF_IT.search(claim.unit or "") is None) != (_OF_IT.search(source.unit or "") is None):
        claim, source = _plain(claim), _plain(source)
    if claim.value is None or source.value is None:
        return "unlike"
    if _counted_apart(claim.unit, source.unit):
        return "unlike"
    if source.high is not None and claim.high is None and claim.value in _other_end(claim, source):
        return "bound"
    if claim.kind == "number" and source.kind == "measure" and claim.value == source.value >= _LARGE:
        return "same"
    if claim.kind == "money" and is_bare_sum(source) and claim.value == source.value:
        return "bound" if _turned(claim, source) else "same"
    if rounds(claim, source) and not _turned(claim, source):
        return "same"
    one, other = _alike(claim, source)
    if _missed(one, other):
        return "bound"
    verdict = agrees(one, other)
    if not verdict and one.value == other.value and verdict.how not in ("unlike", "unread") and _turned(one, other):
        return "bound"
    if not verdict and _sums_up(source, claim):
        return "unlike"
    if not verdict:
        return "unlike" if verdict.how in ("unlike", "unread") else "other"
    if verdict.how == "rounded" and not _rounded(one, other):
        return "other"
    if verdict.how == "bound" and one.value != other.value:
        return "same" if _kept_within(one, other) else "other"
    return "bound" if one.value == other.value and _turned(one, other) else "same"


def is_bare_sum(figure: Quantity) -> bool:
    """Whether a number of the source is so great that it may be a sum in yuan (规模达527万亿)."""
    return figure.kind == "number" and figure.value is not None and figure.value >= _SUM


def is_converted(figure: Quantity) -> bool:
    """Whether a figure is so many tonnes of coal or oil, which a text may call tonnes or the energy in them."""
    return figure.unit is not None and figure.unit.startswith("吨") and _OF_IT.search(figure.unit) is not None


@lru_cache(maxsize=4096)
def _plain(figure: Quantity) -> Quantity:
    """A figure without that for which it holds (吨/天) or to what it is converted (吨标准煤)."""
    of_it = _OF_IT.search(figure.text)
    read = find_quantities(figure.text[: of_it.start()]) if of_it else []
    return (
        replace(read[0], text=figure.text, start=figure.start, end=figure.end, bound=figure.bound) if read else figure
    )


def is_time(figure: Quantity) -> bool:
    """Whether a figure is a length of time."""
    return (figure.unit or "") in _TIME


def _sums_up(source: Quantity, claim: Quantity) -> bool:
    """Whether a rough share of the source (近七成) may be that of the claim (69.2%), which it so never contradicts."""
    if claim.kind != "percent" or source.kind != "percent" or claim.value is None or not source.value:
        return False
    rough = bool(_ABOUT.search(source.text) or _UNDER.search(source.text))
    return rough and abs(claim.value / source.value - 1) <= _ROUGHLY


def _missed(claim: Quantity, source: Quantity) -> bool:
    """Whether an exact share lies just on the other side of a round bound (4분의 3에 못 미치는, 76%)."""
    if claim.kind != source.kind or claim.kind not in ("percent", "multiple") or claim.unit != source.unit:
        return False
    if claim.value is None or source.value is None or source.bound is not None or claim.value == source.value:
        return False
    if claim.bound not in ("<", "<=", ">", ">=") or printed_digits(claim) > printed_digits(source):
        return False
    below = claim.bound[0] == "<"
    return (source.value > claim.value) == below and abs(source.value / claim.value - 1) <= _JUST


def _other_end(claim: Quantity, source: Quantity) -> tuple[Decimal | None, ...]:
    """The end of a range which a one-sided claim may not take for its bound: 5% 이상 of 4.5%—5%."""
    if claim.bound in (">", ">="):
        return (source.high,)
    return (source.value,) if claim.bound in ("<", "<=") else ()


@cache
def _classes() -> dict[str, str]:
    """Classifier, of either language -> what it counts, of those that never count the same."""
    return {unit: row[0] for row in tables.read(__package__, "classes.tsv") for unit in row[1].split()}


def _counted_apart(one: str | None, other: str | None) -> bool:
    """Whether two classifiers count things that are never one: persons and firms, persons and homes."""
    mine, theirs = _classes().get(one or ""), _classes().get(other or "")
    if "thing" in (mine, theirs):
        return "person" in (mine, theirs)
    return None not in (mine, theirs) and mine != theirs and (one, other) not in _LOOSE


def _alike(claim: Quantity, source: Quantity) -> tuple[Quantity, Quantity]:
    """Both figures, without their classifiers where these only count."""
    if _counts(claim) and _counts(source):
        return _number(claim), _number(source)
    if {claim.unit, source.unit} in _SAME_UNIT:
        return tuple(replace(one, kind="number", unit=None, si=None, si_unit=None) for one in (claim, source))  # type: ignore[return-value]
    if {claim.unit, source.unit} == _SAME_WEIGHT:
        return tuple(replace(one, unit="斤", si=None, si_unit=None) for one in (claim, source))  # type: ignore[return-value]
    if claim.kind == "multiple" and source.kind == "percent" and claim.value is not None and source.value is not None:
        if claim.value <= 1:
            return replace(claim, kind="percent", unit="%", value=claim.value * 100), source
        return claim, replace(source, kind="multiple", unit=claim.unit, value=1 + source.value / 100)
    if claim.kind == "multiple" and source.kind == "multiple" and (claim.value or 9) < 1:
        return replace(claim, unit=None), replace(source, unit=None)
    return claim, source


@lru_cache(maxsize=4096)
def _number(figure: Quantity) -> Quantity:
    """A count without what it counts."""
    return replace(figure, kind="number", unit=None)


def _counts(figure: Quantity) -> bool:
    if figure.kind in ("number", "count"):
        return figure.unit not in _TIME
    return figure.kind == "measure" and figure.si is None and figure.unit not in _TIME


def _rounded(claim: Quantity, source: Quantity) -> bool:
    """Whether the claim rounds the source's figure: it may print fewer digits, never more."""
    return printed_digits(claim) <= printed_digits(source) or (source.bound == "approx" and printed_digits(claim) == 1)


def printed_digits(figure: Quantity) -> int:
    """How many significant digits a figure is printed with."""
    return len(_digits(figure))


def _kept_within(claim: Quantity, source: Quantity) -> bool:
    """A claim of a round bound that an exact figure of the source keeps, near it (1,053 supports 1,000 이상)."""
    return (
        claim.bound not in (None, "approx") and source.bound is None and printed_digits(claim) < printed_digits(source)
    )


def _turned(claim: Quantity, source: Quantity) -> bool:
    """Whether the claim sets a bound that the source does not set, or sets it on the other side."""
    mine, theirs = claim.bound, source.bound
    if _OVER_KO.search(claim.text):
        return theirs in ("<", "<=") or (theirs == "approx" and _UNDER.match(source.text) is not None)
    if mine == theirs or mine in (None, "approx"):
        return False
    if theirs == "approx" and _UNDER.match(source.text):
        return mine in (">", ">=")
    if theirs == "approx" and _ABOUT.search(source.text):
        return True
    if theirs is None and claim.text.endswith("이상") and (printed_digits(source) >= _TELLING or "." in source.text):
        return True  # 10.6% 이상 of 10.6%
    if theirs in (None, "approx"):
        return mine == "<" and (theirs is None or _OVER_ZH.search(source.text) is not None)
    return (mine[0] == ">") != (theirs[0] == ">")


def slipped(claim: Quantity, source: Quantity) -> bool:
    """The same digits with another scale, unit or currency, or all digits but one (3.7억, 37억; 30%, 30%p)."""
    one, other = _digits(claim), _digits(source)
    if not one or not other:
        return False
    if one == other:
        return len(one) > 1 or (_kin(claim, source) and not (claim.unit in _TIME and claim.unit != source.unit))
    if not _kin(claim, source) or not _one_scale(claim, source) or len(one) < 2 or len(one) != len(other):
        return False
    apart = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(apart) == 1 or sorted(one) == sorted(other)


def same_digits(claim: Quantity, source: Quantity) -> bool:
    """Whether two figures of a unit have three digits or more alike, and only their scale apart (5.15万, 51.5万)."""
    digits = _digits(claim)
    return len(digits) >= _TELLING and digits == _digits(source) and _kin(claim, source) and _one_scale(claim, source)


def _one_scale(claim: Quantity, source: Quantity) -> bool:
    """Whether two figures measure the same: one unit, or two of one SI unit; counts always do."""
    if claim.kind != "measure" or source.kind != "measure":
        return True
    return claim.unit == source.unit or claim.si_unit == source.si_unit is not None


def _kin(claim: Quantity, source: Quantity) -> bool:
    return claim.kind == source.kind or (_counts(claim) and _counts(source))


def _digits(figure: Quantity) -> str:
    """The significant digits of a value, in its printed unit."""
    if figure.value is None:
        return ""
    return re.sub(r"[^0-9]", "", f"{figure.value.normalize():f}").strip("0")
