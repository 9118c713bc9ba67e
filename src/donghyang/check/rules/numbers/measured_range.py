"""잰 것이 그만큼 크거나 작을 수 없습니다. | What is measured cannot be so large or so small.

왜: 가장 깊은 바다도 1만 1,000m를 넘지 않으므로 '수심 9,500km'는 단위가 틀렸다.
Why: No sea is deeper than 11,000 m, so a depth of 9,500 km has the wrong unit.
Bad: 이 잠수정은 수심 9,500km까지 내려갈 수 있다.
Good: 이 잠수정은 수심 9,500m까지 내려갈 수 있다.
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "measured-range"
CLASS = "unit"
SEVERITY = "warning"

_BEFORE = 14
"""So far before a figure the noun of its measure begins."""
_JOINT = lazily(r"(?:이|가|은|는|을)?(?: 약| 최대| 최고| 평균)*[ (:]*")


class _Room(NamedTuple):
    unit: str
    least: Decimal
    most: Decimal


@cache
def _rooms() -> dict[str, _Room]:
    rows = tables.read(__package__, "measured.tsv")
    return {noun: _Room(unit, Decimal(least), Decimal(most)) for noun, unit, least, most, _ in rows}


@cache
def _nouns() -> re.Pattern[str]:
    nouns = "|".join(sorted(_rooms(), key=len, reverse=True))
    return re.compile(
        rf"(?<![가-힣])(?P<noun>{nouns})(?P<joint>[^가-힣0-9]?[가-힣]?[ (:]*(?:(?:약|최대|최고|평균) )*)$"
    )


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures right behind a noun of the table that lie outside of what is known of it."""
    for passage in sheet.of(KOREAN):
        if not any(noun in passage.text for noun in _rooms()):
            continue
        for figure in sheet.quantities_in(*passage.span):
            said = _nouns().search(sheet.text[max(passage.start, figure.start - _BEFORE) : figure.start])
            if (
                said is not None
                and figure.si
                and _JOINT.fullmatch(said["joint"])
                and _is_off(figure, _rooms()[said["noun"]])
            ):
                message = Message(
                    f"'{said['noun']}'의 단위를 확인하십시오.", "look at the unit: no such thing is so large."
                )
                yield Hit(figure.start, figure.end, message)


def _is_off(figure: Quantity, room: _Room) -> bool:
    return figure.si_unit == room.unit and figure.si is not None and not room.least <= abs(figure.si) <= room.most
