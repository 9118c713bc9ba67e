"""증가율, 배수, 비율이 적힌 두 수와 맞지 않습니다. | A rate does not follow from the two figures given.

왜: 두 수가 적혀 있으면 증가율도 배수도 비율도 셈해 볼 수 있다. 어긋나면 셋 가운데 하나가 틀렸다.
Why: Where both operands stand there, the rate can be worked out; where it is off, one of the three is wrong.
Bad: 수출은 1,300억 원에서 1,456억 원으로 15% 증가하고, 기업 250곳 가운데 50곳(25%)이 참여
Good: 수출은 1,300억 원에서 1,456억 원으로 12% 증가하고, 기업 250곳 가운데 50곳(20%)이 참여
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from donghyang.check.figures import fits, step
from donghyang.check.passages import KOREAN
from donghyang.check.rule import Hit
from donghyang.check.sheet import Sheet
from donghyang.facts.compare import comparable
from donghyang.records import Message, Quantity

ID = "growth"
CLASS = "growth"
SEVERITY = "error"

_TO = re.compile(r"에서 (?:[0-9]{4}년 |올해 |지난해 )?(?:약 )?")
_BY = re.compile(r"(?:으로|로|까지) (?:약 )?")
_THAN = re.compile(r"(?:보다| 대비) (?:약 )?")
_OF = re.compile(r" ?(?:가운데|중에서|중) (?:[가-힣]{1,8}(?:은|는|이|가) )?(?:약 )?")
_BRACKET = re.compile(r"[(（](?:약 )?")
_UP = re.compile(r" ?(?:증가|늘|상승|성장|확대)")
_DOWN = re.compile(r" ?(?:감소|줄|하락|축소|단축|절감)")


def find(sheet: Sheet) -> Iterator[Hit]:
    """From A to B by x %, B against A by x %, B of A (x %), and A to B, x times."""
    for passage in sheet.of(KOREAN):
        figures = [figure for figure in sheet.quantities_in(*passage.span) if figure.value and figure.high is None]
        for a, b, rate in zip(figures, figures[1:], figures[2:], strict=False):
            if rate.unit == "%" or rate.kind == "multiple":
                yield from _check(sheet, a, b, rate)


def _check(sheet: Sheet, a: Quantity, b: Quantity, rate: Quantity) -> Iterator[Hit]:
    first, second = sheet.text[a.end : b.start], sheet.text[b.end : rate.start]
    behind = sheet.text[rate.end : rate.end + 6]
    if not comparable(a, b) or a.unit == "%" or a.bound or b.bound:
        return
    if _TO.fullmatch(first) and _BY.fullmatch(second):
        expected = _growth(a, b, behind) if rate.unit == "%" else _times(a, b)
    elif rate.unit == "%" and _THAN.fullmatch(second) and re.match(r"(?:으로|로) [^.,]{0,24}$", first):
        expected = _growth(b, a, behind)
    elif rate.unit == "%" and _OF.fullmatch(first) and _BRACKET.fullmatch(second):
        expected = _range(b, a, Decimal(100), Decimal(0))
    else:
        return
    if expected is None:
        return
    low, high = expected
    room = step(rate) / 2
    if not fits(rate, low - room, high + room):
        middle = (low + high) / 2
        shown = f"{middle:.1f}" + ("%" if rate.unit == "%" else "배")
        yield Hit(
            rate.start,
            rate.end,
            Message(f"두 수로 셈하면 {shown}입니다.", f"the two figures give {middle:.1f}."),
            related=((a.start, b.end),),
        )


Range = tuple[Decimal, Decimal]


def _growth(old: Quantity, new: Quantity, behind: str) -> Range | None:
    """By how many per cent `new` is above, or below, `old`, as far as their digits tell; None for no such word."""
    if _UP.match(behind):
        return _range(new, old, Decimal(100), Decimal(-100))
    if _DOWN.match(behind):
        low, high = _range(new, old, Decimal(100), Decimal(-100))
        return -high, -low
    return None


def _times(old: Quantity, new: Quantity) -> Range:
    return _range(new, old, Decimal(1), Decimal(0))


def _range(above: Quantity, below: Quantity, factor: Decimal, shift: Decimal) -> Range:
    """factor * above / below + shift, between what rounding of both allows."""
    assert above.value is not None
    assert below.value is not None
    up, down = step(above) / 2, step(below) / 2
    if below.value <= down:
        return Decimal(0), Decimal(10**9)
    return (above.value - up) / (below.value + down) * factor + shift, (above.value + up) / (
        below.value - down
    ) * factor + shift
