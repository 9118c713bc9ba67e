"""나누어 적은 항목의 수가 예고한 수와 다릅니다. | The parts told with their figures are more or fewer than announced.

왜: '철도 12개, 항만 9개, 공항 6개 등 4개 부문 27개'는 세 항목이 이미 27개를 채우므로 빠진 항목이 없다.
Why: Where the parts already add up to the total behind them, none is left out; then they can be counted.
Bad: 대상은 철도 12개, 항만 9개, 공항 6개 등 4개 부문 27개로 집계됨
Good: 대상은 철도 12개, 항만 9개, 공항 6개 등 3개 부문 27개로 집계됨
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._listing import miscount
from donghyang.check.sheet.passages import PROSE
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Quantity

ID = "parts-count"
CLASS = "count-list"
SEVERITY = "error"

_NEXT = lazily(r"(?:, ?|·| 및 |와 |과 | ?(?=[△▲▶①-⑮]))[^0-9.,;:()（）]{1,20}")
_COUNTED = lazily(r" 등 (?:총 )?")
_OF = lazily(r" ?[가-힣]{1,8}(?:에서|에|의|으로|로)? (?:총 |모두 |합계 )?")
_AHEAD = lazily(r" ?[가-힣]{1,8}의 [가-힣]{1,10}[은는이가] [^0-9.,;:()（）]{1,20}")
_FROM_AHEAD = lazily(r"(?: 등)? (?:총 |모두 |합계 )?")
_LEAST, _MOST = 3, 30
"""Fewer parts are too few to have been listed; a sentence has no more."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Parts that add up to a total right behind them, with the number of what they are parts of before the total, or
    before the first of them."""
    for passage in sheet.of(PROSE):
        figures = [one for one in sheet.quantities_in(*passage.span) if one.value is not None]
        for at in range(_LEAST, len(figures)):
            said, total = figures[at - 1], figures[at]
            led = _COUNTED.fullmatch(sheet.text[figures[at - 2].end : said.start])
            if led and _OF.fullmatch(sheet.text[said.end : total.start]):
                yield from _held(_parts(sheet, figures[: at - 1]), said, total)
            elif _FROM_AHEAD.fullmatch(sheet.text[said.end : total.start]):
                parts = _parts(sheet, figures[:at])
                ahead = _ahead(sheet, figures[: at - len(parts)], parts[0]) if parts else None
                yield from _held(parts, ahead, total) if ahead else ()


def _held(parts: list[Quantity], said: Quantity, total: Quantity) -> Iterator[Hit]:
    if len(parts) < _LEAST or parts[0].unit != total.unit or total.high is not None:
        return
    if sum((part.value or Decimal(0) for part in parts), Decimal(0)) != total.value:
        return
    if said.kind == "count" and said.value != len(parts) and said.bound is None:
        spans = (parts[0].start, parts[-1].end), (total.start, total.end)
        yield Hit(said.start, said.end, miscount(int(said.value or 0), len(parts)), spans)


def _parts(sheet: Sheet, figures: list[Quantity]) -> list[Quantity]:
    """The figures that are listed up to the last, all of its unit, each with a name of its own before it."""
    if figures[-1].unit in ("%", "%p", None):
        return []
    parts = [figures[-1]]
    for part in reversed(figures[-_MOST:-1]):
        joint = sheet.text[part.end : parts[0].start]
        if part.unit != parts[0].unit or part.high is not None or not _NEXT.fullmatch(joint):
            break
        parts.insert(0, part)
    return parts


def _ahead(sheet: Sheet, before: list[Quantity], first: Quantity) -> Quantity | None:
    """The number right before the first part: '3개 도시의 노선은 광저우 142개'; None where there is none."""
    return before[-1] if before and _AHEAD.fullmatch(sheet.text[before[-1].end : first.start]) else None
