"""그 말로 재는 것의 단위가 아닙니다. | The unit is none in which such a thing is measured.

왜: 초속은 m, 에너지 밀도는 Wh/kg, 무게는 kg으로 적는다. '초속 1.2kg'은 단위를 잘못 적은 것이다.
Why: A speed a second is in m, an energy density in Wh/kg, a weight in kg; '1.2 kg a second' has the wrong unit.
Bad: 무게 45kg의 로봇은 초속 1.2kg으로 움직이고, 전지의 에너지 밀도는 150Wh/km임
Good: 무게 45kg의 로봇은 초속 1.2m로 움직이고, 전지의 에너지 밀도는 150Wh/kg임
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.language.units import unit_at
from donghyang.records import Message, Quantity

ID = "measure-unit"
CLASS = "unit"
SEVERITY = "warning"

_BEFORE = 24
"""So near before a figure stands what it measures."""
_EACH = ("당", "마다", " 당")
"""Behind what a measure is told of: 1kg당 165Wh."""
_PREFIX = lazily(r"^[numcdkKMGTPμ](?=W|V|Hz|J)")
_BY = tuple("×x*✕")
_TIMES = frozenset(("초", "분", "시간", "일", "주", "개월", "년", "배"))
"""What is told in these is how long it takes, or how many times it is."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Measures right behind a word that wants another kind of unit."""
    for passage in sheet.of(KOREAN):
        for figure in sheet.quantities_in(*passage.span):
            of_each = sheet.text.startswith(_EACH, figure.end)
            if _is_measure(figure) and not of_each and not _is_side(sheet.text, figure):
                ahead = sheet.text[max(passage.start, figure.start - _BEFORE) : figure.start]
                said = _words()[0].search(ahead)
                if said is not None and not _is_fitting(said["word"], figure):
                    message = Message(
                        f"'{said['word']}'에 쓰는 단위가 아닙니다.", f"'{said['word']}' is not measured in this unit."
                    )
                    yield Hit(figure.start, figure.end, message)


def _is_measure(figure: Quantity) -> bool:
    return figure.kind == "measure" and figure.unit not in (None, *_TIMES) and not figure.header_unit


def _is_side(text: str, figure: Quantity) -> bool:
    """Is it one of the lengths that make an area or a volume: 4mm×6mm?"""
    return (
        text[figure.end : figure.end + 2].lstrip()[:1] in _BY
        or text[max(0, figure.start - 2) : figure.start].rstrip()[-1:] in _BY
    )


def _is_fitting(word: str, figure: Quantity) -> bool:
    """Is it in one of the word's units, or so much of one in a time (km/h)?"""
    printed = _PREFIX.sub("", figure.unit or "")
    length = unit_at((figure.unit or "").partition("/")[0], 0)
    return not {printed, figure.si_unit, length.si if length else None}.isdisjoint(_words()[1][word])


@cache
def _words() -> tuple[re.Pattern[str], dict[str, frozenset[str]]]:
    """What finds such a word right before a figure, and for each word its units."""
    rows = (*tables.read(__package__, "measures.tsv"), *tables.read(__package__, "measured.tsv"))
    units: dict[str, frozenset[str]] = {}
    for words, names, *extremes in rows:
        for word in [words] if extremes else words.split():
            units[word.replace("_", " ")] = frozenset(names.split())
    either = "|".join(sorted(units, key=len, reverse=True))
    return lazily(rf"(?<![가-힣])(?P<word>{either})(?:은|는|이|가|을|를|도)? ?(?:약|최대|최소|평균|총)? ?$"), units
