"""한 성의 통계로는 있을 수 없는 크기입니다. | A size that no province's statistics can have.

왜: 성 하나의 연구개발비나 지역총생산은 범위가 알려져 있다. 천 배, 만 배 벗어나면 단위를 잘못 옮긴 것이다.
Why: A province's R&D or GDP has a known range; off by a thousand, a unit was lost or the figure is of something else.
Bad: 저장성 R&D 투자액은 2.4억 위안을 초과
Good: 저장성 R&D 투자액은 2,400억 위안을 초과하고 저장성 한 기업의 R&D 투자액은 2.4억 위안
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.gazetteer import by_hangul
from donghyang.language.misnamed import misnamed
from donghyang.records import Message

ID = "plausible"
CLASS = "magnitude"
SEVERITY = "error"

_REACH = 24
"""A sum with its unit is no longer."""
_GAP = 3
"""Characters between the metric and its figure: a bracket or a mark and a space."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """A province, a metric of the table and a sum in yuan right behind one another."""
    for passage in sheet.of(KOREAN):
        for pattern, low, high in _metrics():
            for found in pattern.finditer(passage.text):
                if not _is_province(found["place"]):
                    continue
                start = passage.start + found.end()
                figure = next(
                    iter(sheet.quantities_in(passage.start + found.start(), min(passage.end, start + _REACH))), None
                )
                if figure is None or figure.unit != "CNY" or figure.value is None or figure.start > start + _GAP:
                    continue
                if not low <= figure.value <= high:
                    yield Hit(
                        passage.start + found.start(),
                        figure.end,
                        Message("성 하나의 통계로는 있을 수 없는 크기입니다.", "no province's figure is of this size."),
                    )


@cache
def _metrics() -> tuple[tuple[re.Pattern[str], Decimal, Decimal], ...]:
    return tuple(
        (
            re.compile(rf"(?<![가-힣])(?P<place>[가-힣]{{2,5}}?)(?:성|자치구)?의? (?:{metric})[은는이가]?\s(?:약 )?"),
            Decimal(low),
            Decimal(high),
        )
        for metric, low, high in tables.read(__package__, "plausible.tsv")
    )


def _is_province(word: str) -> bool:
    mistake = misnamed(word)
    places = by_hangul().get(word, ()) or ((mistake.place,) if mistake is not None else ())
    return any(place.level in ("province", "municipality") for place in places)
