"""죽 적은 수의 합이 뒤의 '총'과 다릅니다. | Figures listed one by one do not add up to the total behind them.

왜: '각각 1,280m, 960m, 1,440m를 뚫어 총 3,680m'의 총계는 앞의 수로 셈해 볼 수 있다.
Why: A total that follows the figures of which it is made can be worked out from them.
Bad: 세 곳에서 각각 520m, 480m, 610m를 굴착하여 총 1,600m를 기록
Good: 세 곳에서 각각 520m, 480m, 610m를 굴착하여 총 1,610m를 기록
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from donghyang.check.figures.operands import are_listed, shown_like
from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import fits, rounding, step
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "listed-total"
CLASS = "sum"
SEVERITY = "error"

_EACH = lazily(r"각각 (?:약 )?$|차례로 (?:약 )?$")
_TO_TOTAL = lazily(
    r"(?:을|를|씩)? ?(?:[^.,;0-9]{0,30} )?[가-힣]{1,8}?[여해고며어아워와려쳐켜][, ]+"
    rf"(?:{tables.either('donghyang.check', 'in_all')}) (?:약 )?"
)
_LEAST = 2
"""One part is no sum."""
_ALIKE = Decimal("0.25")
"""A sum further off than this share of the total is of something else."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures of one unit behind 각각, a verb, and a total of the same unit."""
    for passage in sheet.of(PROSE):
        if "각각" in passage.text or "차례로" in passage.text:
            yield from _of_line(sheet, passage)


def _of_line(sheet: Sheet, passage: Passage) -> Iterator[Hit]:
    figures = sheet.quantities_in(*passage.span)
    for at, total in enumerate(figures):
        parts = _parts(sheet, figures[:at], total)
        if len(parts) < _LEAST or not _EACH.search(sheet.text[passage.start : parts[0].start]):
            continue
        added = sum((_in_unit_of(total, part) for part in parts), Decimal(0))
        exact = all(step(part) == 1 for part in parts)
        room = Decimal(0) if exact else rounding(parts)
        assert total.value is not None
        near = abs(added - total.value) <= _ALIKE * total.value or any(part.unit != total.unit for part in parts)
        if near and not fits(total, added - room, added + room):
            worth = shown_like(added, total)
            message = Message(f"더하면 {worth}입니다.", f"the parts add up to {worth}.")
            yield Hit(total.start, total.end, message, ((parts[0].start, parts[-1].end),))


def _parts(sheet: Sheet, before: list[Quantity], total: Quantity) -> list[Quantity]:
    """The run of figures of one unit that ends where the words before the total begin; [] when there is none."""
    if not before or not total.value or not _TO_TOTAL.fullmatch(sheet.text[before[-1].end : total.start]):
        return []
    run = [before[-1]]
    for part in reversed(before[:-1]):
        if not are_listed(sheet, part, run[0]):
            break
        run.insert(0, part)
    plain = all(part.value and part.high is None and part.bound is None and _is_of(total, part) for part in run)
    return run if plain and total.unit != "%" else []


def _is_of(total: Quantity, part: Quantity) -> bool:
    """Is a part measured as the total is, in the same unit or in one of the same kind (MW, GW)?"""
    return part.unit == total.unit or (part.si_unit is not None and part.si_unit == total.si_unit)


def _in_unit_of(total: Quantity, part: Quantity) -> Decimal:
    if part.unit == total.unit or not part.si or not total.si or not total.value:
        return part.value or Decimal(0)
    return part.si * total.value / total.si
