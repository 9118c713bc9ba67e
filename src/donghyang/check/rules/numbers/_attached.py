"""Figures of an article with the rate that stands beside them: a share, a multiple, by how much they rose or fell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from donghyang.check.figures.operands import Row, rows
from donghyang.check.figures.wording import DOWN, UP
from donghyang.check.rules.numbers._sentences import is_amount
from donghyang.check.rules.numbers._ways import PLAIN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Quantity

Way = Literal["share", "times", "rise", "fall"]


class Attached(NamedTuple):
    """A figure and a rate said of it."""

    figure: Quantity
    rate: Quantity
    way: Way
    base: str = ""
    """What it is held against by its own name (르자오의 3.6배), "" where that is only the former value."""


_ROUGHLY = r"(?:약 |총 |불과 |무려 |거의 |겨우 )?"
_ITS_SHARE = lazily(rf"[)）]?(?:으?로|이며|인데)?,? ?(?:전체의 |전국의 )?{_ROUGHLY}| ?[(（](?:전체의 )?{_ROUGHLY}")
"""Between a part and its share: 42곳으로 28%, 42곳(28%)."""
_THAT_IS = lazily(rf"(?:인|에 (?:해당|달|이르)하?[는던]) {_ROUGHLY}")
_OPENED = lazily(rf" ?[(（]{_ROUGHLY}")
"""Between a rate and the figure it is told by: 28%인 42곳, 28%(42곳)."""
_ON = lazily(
    r"[)）]?(?:으?로|이며|인데|이고|까지|[을를가이] [가-힣]{1,5}|에 [가-힣]{1,5})?,? ?"
    r"(?:[^0-9.,;()]{0,20}(?:의|보다|대비|에 ?비해|기간|전년|만에) ?)?"
    rf"(?:[가-힣]{{1,6}}[여어아해려춰] )?{_ROUGHLY}"
)
"""Between a figure and the multiple or the change said of it: 420만 톤으로 전년의 1.8배, 420만 톤으로 늘려 78% 증가."""
_BASE = lazily(r"([가-힣A-Za-z]+)(?:의|보다| 대비|에 ?비해) ?(?:약 |무려 |거의 )?$")
_FORMER = lazily(
    rf"(?:{tables.either('donghyang.check', 'former')})[가-힣]*|이|그|현재|지난해|작년|전[년월주](?:도|[가-힣]{{2}})?|"
    r"[가-힣]*(?:기간|동[기월]|수준|평균)"
)
_BY = r"[)）]? ?(?:씩)?(?:을|를|이|가|만큼)?"
_UP, _DOWN = lazily(f"{_BY}(?:{UP}|↑)"), lazily(f"{_BY}(?:{DOWN}|↓)")
_CHANGED = lazily("[↑↓]")
"""Behind a figure, that it is by how much something changed: 2.2%(7.2억 달러↑) 증가."""
_GROWN = lazily(rf"{_BY}(?:{UP}|{DOWN})[가-힣]{{0,4}} {_ROUGHLY}")


def attached(sheet: Sheet) -> Iterator[Attached]:
    """The pairs of the articles' lines, in order; the figure is exact or 약, and so is the rate."""
    for row in rows(sheet, 2):
        line = sheet.at(row.figures[0].start)
        if line is None or line.article is None or line.part == "cell":
            continue
        if all(one.bound in (None, "approx") for one in row.figures):
            yield from _pairs(row)


def _pairs(row: Row) -> Iterator[Attached]:
    one, other = row.figures
    (gap,) = row.gaps
    if _is_told(one):
        if other.unit == "%":
            way = _way_of(row.behind)
            if way == "share" and (other.value or 0) >= 0 and _ITS_SHARE.fullmatch(gap):
                yield Attached(one, other, way)
            elif way != "share" and _ON.fullmatch(gap):
                yield Attached(one, other, way, _base_in(gap))
        elif other.kind == "multiple" and _ON.fullmatch(gap):
            yield Attached(one, other, "times", _base_in(gap))
    elif _is_told(other):
        if one.kind == "multiple" and _THAT_IS.fullmatch(gap):
            yield Attached(other, one, "times")
        elif one.unit == "%" and not _CHANGED.match(row.behind) and (_THAT_IS.fullmatch(gap) or _OPENED.fullmatch(gap)):
            yield Attached(other, one, "share")
        elif one.unit == "%" and _GROWN.fullmatch(gap):
            yield Attached(other, one, _way_of(gap))


def _base_in(gap: str) -> str:
    named = _BASE.search(gap)
    return "" if named is None or _FORMER.fullmatch(named[1]) else named[1]


def _is_told(figure: Quantity) -> bool:
    return is_amount(figure) and figure.unit not in PLAIN


def _way_of(behind: str) -> Way:
    return "rise" if _UP.match(behind) else "fall" if _DOWN.match(behind) else "share"
