"""같은 수가 다른 단위로 적혔습니다. | One figure stands in two units.

왜: 출력밀도 130kW/㎥가 130W/㎥로, 깊이 6,000m가 6,000km로 적히면 어느 한쪽은 단위를 잘못 옮긴 것이다.
Why: Where 130kW/㎥ is 130W/㎥ a line below, or 6,000m 6,000km, one of the two has lost its unit.
Bad:
  01
  새 전지 개발
  ■ 출력밀도 245kW/㎥를 달성(3.2)
  - 새 전지의 출력밀도는 245W/㎥에 이름
Good:
  01
  새 전지 개발
  ■ 출력밀도 245kW/㎥를 달성(3.2)
  - 새 전지의 출력밀도는 245kW/㎥에 이름
Options: 없음 (none)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise, product

from donghyang.check.figures.meant import around
from donghyang.check.figures.operands import follows, quotient
from donghyang.check.rule import Hit
from donghyang.check.sheet.grids import bare
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import significant
from donghyang.language.nearness import pairs
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "unit-twin"
CLASS = "unit"
SEVERITY = "warning"

_PREFIXED = lazily(r"^[numcdkKMGTPEZμµ]?(?P<base>(?:[WVAJgBbmtL]|Hz|Pa|FLOPS|bps|Wh).*)$")
_POWERS = str.maketrans({"²": "", "³": "", "2": "", "3": "", "^": "", "h": ""})
_SQUARED = str.maketrans(
    {"㎡": "m²", "㎥": "m³", "㎞": "km", "㎢": "km²", "㎜": "mm", "㎝": "cm", "㎏": "kg", "㎾": "kW"}
)
_BESIDE = 8
"""Two figures so near are told side by side, as 100MW·100MWh is."""
_MANY = 24
"""So often at the most one figure in one unit is held against the same in another."""
_TELLING = 3
"""Digits that are not the same by chance; of fewer, words beside the figures must be."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures of an article with the same digits in two units that differ by a prefix, a power or an hour."""
    for article in sheet.articles:
        figures = [
            one
            for one in sheet.figures_of(article.of(*KOREAN))
            if one.kind == "measure" and one.unit and one.value and any(char.isascii() for char in one.unit)
        ]
        ranges = list(_ranges(sheet, figures))
        yield from ranges
        for line in article.passages:
            yield from _shares(sheet, sheet.quantities_in(*line.span)) if "%" in line.text else ()
        told = {hit.start for hit in ranges}
        for wrong, right in _twins(sheet, figures):
            if wrong.start not in told:
                told.add(wrong.start)
                yield _hit(wrong, right)


def _ranges(sheet: Sheet, figures: list[Quantity]) -> Iterator[Hit]:
    """'180kW/m³에서 245kW/m²로': the ends of a range are of one unit."""
    for a, b in pairwise(figures):
        if sheet.text[a.end : b.start] == "에서 " and _is_other_power(_plain(a.unit), _plain(b.unit)):
            yield _hit(b, a)


def _twins(sheet: Sheet, figures: list[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """(wrong, right) for figures with the same digits; the unit that the article has less often is the wrong one."""
    used = Counter(_plain(one.unit) for one in figures)
    alike: dict[tuple[Decimal | None, Decimal | None], dict[str, list[Quantity]]] = {}
    for one in figures:
        alike.setdefault((one.value, one.high), {}).setdefault(_plain(one.unit), []).append(one)
    for units in alike.values():
        for first, second in combinations(units, 2):
            if not _is_near(first, second):
                continue
            for pair in product(units[first][:_MANY], units[second][:_MANY]):
                a, b = sorted(pair, key=lambda figure: figure.start)
                if _is_twin(sheet, a, b):
                    yield (a, b) if used[_plain(a.unit)] < used[_plain(b.unit)] else (b, a)


def _shares(sheet: Sheet, figures: list[Quantity]) -> Iterator[Hit]:
    """'전체는 160EFLOPS, 그중 156PFLOPS로 97.5%를 차지': the digits give the share, the units do not."""
    for at, (part, share) in enumerate(pairwise(figures)):
        takes = share.unit == "%" and _TAKES.match(sheet.text, share.end) and share.start - part.end < _BESIDE
        for whole in figures[:at] if takes and part.unit and part.value and share.value else ():
            one, two = _plain(part.unit), _plain(whole.unit)
            prefixed = whole.value and one != two and _is_near(one, two) and len(one) == len(two)
            if prefixed and follows(share, quotient(replace(part, unit=whole.unit), whole, 100)):
                yield _hit(part, whole)
                return


_TAKES = lazily(r"(?:를|을)? ?(?:차지|비중|점유)")


def _plain(unit: str | None) -> str:
    return (unit or "").translate(_SQUARED)


def _is_twin(sheet: Sheet, a: Quantity, b: Quantity) -> bool:
    """Are the units of two figures with the same digits so near that one was meant for the other?"""
    if b.start - a.end < _BESIDE:
        return False
    one, two = _plain(a.unit), _plain(b.unit)
    if one.replace("h", "") == two.replace("h", "") and not _is_energy(sheet, a, b):
        return False
    digits = significant(a.text)
    telling = a.high is not None or digits >= _TELLING
    return telling or (digits == _TELLING - 1 and _is_own(one, two) and bool(_said(sheet, a) & _said(sheet, b)))


def _said(sheet: Sheet, figure: Quantity) -> frozenset[str]:
    """Pairs of letters of the words beside a figure; of one in a cell, of the name of its row and the head."""
    cell = sheet.at(figure.start)
    if cell is None or cell.part != "cell":
        return around(sheet, figure)
    for board in sheet.boards:
        for row in board.rows if board.article == cell.article else ():
            if cell in row:
                return pairs(f"{bare(row[0].text)} {bare(board.head[row.index(cell)].text)}")
    return frozenset()


def _is_near(one: str, two: str) -> bool:
    """Do two units differ by a prefix (W, kW), a power (m², m³) or an hour (kW, kWh)?"""
    if one.translate(_POWERS) == two.translate(_POWERS):
        return True
    a, b = _PREFIXED.match(one), _PREFIXED.match(two)
    return a is not None and b is not None and a["base"] == b["base"] and a["base"] != ""


def _is_energy(sheet: Sheet, a: Quantity, b: Quantity) -> bool:
    """Is the one without its hour said of what is generated or used in a time?"""
    bare = a if "h" not in _plain(a.unit) else b
    around_it = sheet.text[max(0, bare.start - _AROUND) : bare.end + _AROUND].split("\n")
    return any(_ENERGY.search(part) for part in around_it)


_AROUND = 16
"""So near to a figure is told that it is of what a time brings."""
_ENERGY = lazily(r"발전량|소비량|사용량|전력을 (?:생산|공급|소비|사용)|연간|해마다|매년|하루")


def _is_own(one: str, two: str) -> bool:
    """Are these units of few things, unlike m and km: rates, and power beside energy?"""
    return "/" in one or one.replace("h", "") == two.replace("h", "")


def _is_other_power(one: str, two: str) -> bool:
    """Is it one unit but for a power: kW/m³ and kW/m²?"""
    return one != two and len(one) == len(two) and one.translate(_POWERS) == two.translate(_POWERS)


def _hit(wrong: Quantity, right: Quantity) -> Hit:
    printed = f"{right.text}({right.unit})" if right.header_unit else right.text
    message = Message(f"다른 곳에는 '{printed}'입니다. 단위를 확인하십시오.", f"elsewhere '{printed}': check the unit.")
    return Hit(wrong.start, wrong.end, message, ((right.start, right.end),))
