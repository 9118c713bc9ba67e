"""모델 이름의 크기와 매개변수의 수가 다릅니다. | A model's name and its number of parameters disagree.

왜: ChatX-6B의 6B는 매개변수 60억 개라는 뜻이다. 10억(billion)을 억으로 옮기다 한 자리를 틀리기 쉽다.
Why: The 6B of ChatX-6B says six billion parameters; putting billions into 억 easily loses a digit.
Bad: 공개된 ChatX-6B는 매개변수가 6억 개
Good: 공개된 ChatX-6B는 매개변수가 62억 개
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "model-size"
CLASS = "magnitude"
SEVERITY = "error"

_MODEL = lazily(
    r"(?<![A-Za-z0-9×])[A-Za-z][A-Za-z0-9.]{0,40}(?:[- ][A-Za-z0-9.]{1,40}){0,6}?[- ]"
    r"(?P<size>[0-9]+(?:\.[0-9]+)?)B(?![A-Za-z0-9])"
)
_PARAMETERS = lazily(r"매개 ?변수|파라미터")
_BILLION = Decimal(10) ** 9
_BESIDE = (14, 12)
"""So much before and behind a number says that it counts parameters."""
_SMALLEST = _BILLION / 100
"""Nobody names a model by fewer parameters than ten million; such a number counts something else."""
_ROOM = Decimal("0.15")
"""Names round the number (7B for 6.7 billion), to the digit they print at the least."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """The number of parameters in a line that names one model by its size, or stands below such a heading."""
    heading: re.Match[str] | None = None
    of_heading: Passage | None = None
    for passage in sheet.of(PROSE):
        named = list(_MODEL.finditer(passage.text))
        if passage.part in ("heading", "lead", "headline"):
            heading, of_heading = (named[0], passage) if len(named) == 1 else (None, None)
        numbers = _numbers(sheet, passage)
        if len(numbers) != 1 or len(named) > 1:
            continue
        if named:
            yield from _check(numbers[0], named[0], passage)
        elif heading and of_heading and of_heading.article == passage.article:
            yield from _check(numbers[0], heading, of_heading)


def _numbers(sheet: Sheet, passage: Passage) -> list[Quantity]:
    """The figures of a line that count parameters."""
    if not _PARAMETERS.search(passage.text):
        return []
    return [
        figure
        for figure in sheet.quantities_in(*passage.span)
        if figure.value
        and figure.high is None
        and _PARAMETERS.search(sheet.text[max(passage.start, figure.start - _BESIDE[0]) : figure.end + _BESIDE[1]])
        and figure.value >= _SMALLEST
    ]


def _check(figure: Quantity, model: re.Match[str], line: Passage) -> Iterator[Hit]:
    assert figure.value is not None
    size = Decimal(model["size"]) * _BILLION
    room = max(size * _ROOM, _BILLION * Decimal(1).scaleb(-len(model["size"].partition(".")[2])))
    if abs(figure.value - size) > room:
        shown = f"{size / 10**8:,.0f}억"
        yield Hit(
            figure.start,
            figure.end,
            Message(
                f"'{model[0]}'의 {model['size']}B는 {shown} 개입니다.", f"'{model[0]}' says {model['size']} billion."
            ),
            related=((line.start + model.start(), line.start + model.end()),),
        )
