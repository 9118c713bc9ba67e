"""평균이 합계와 수에서 나오지 않습니다. | An average does not follow from the total and the number given.

왜: 합계와 곳수를 적고 평균을 적으면 나누어 볼 수 있다. 표의 평균은 가장 큰 값과 가장 작은 값 사이에 있어야 한다.
Why: Total and number give the average; and the average of a column lies between its least and its greatest value.
Bad: 기업 4곳의 투자 합계는 2,867.2억 위안, 평균 761.8억 위안
Good: 기업 4곳의 투자 합계는 2,867.2억 위안, 평균 716.8억 위안
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from donghyang.check.figures.operands import Range, follows, is_conversion, middle, quotient, same_unit, shown_like
from donghyang.check.rule import Hit
from donghyang.check.sheet.boards import Board
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import one_slip_apart, step
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "averages"
CLASS = "ratio"
SEVERITY = "error"

_AVERAGE = lazily(
    r"(?:(?P<time>하루 ?|일 ?|월 ?|연 ?)?평균(?:은|이|값은)? |(?P<every>매일|매달|매년|해마다) |"
    r"(?:(?:[1한일] ?)?(?P<each>[가-힣]{1,4})|1(?P<unit>[A-Za-z㎡]{1,4}))당 (?:평균 )?"
    r"(?P<of>[가-힣]{2,6}(?: [가-힣]{2,6})?[은는이가] )?)(?:약 )?$"
)
_DAYS, _MONTHS, _YEARS = ("하루", "일", "매일"), ("월", "매달"), ("연", "매년", "해마다")
_SPANS = dict.fromkeys(_DAYS, "일") | dict.fromkeys(_MONTHS, "개월") | dict.fromkeys(_YEARS, "년")
"""What a sum is divided by to have so much a day, a month or a year."""
_TOTAL = lazily(r"(?:총|모두|합계[는은가]?|전체|누적|도합) (?:약 )?$")
_SENTENCE_END = lazily(r"(?:[다함임됨음]|[가-힣]며)[.;]\s")
_OTHERS = lazily(r"(?<![가-힣])[가-힣]{1,}(?<![액합총수비체])(?:은|는) (?:총|모두)")
"""Behind an average, a total of something else: 재학생은 모두 1,600명."""
_ROW = lazily(r"(?:단순 ?)?평\s?균(?:값|치)?$")
_TEN = Decimal(10)
"""What is a magnitude off divides something else."""
_SAID = 24
"""So far before a figure begins what makes it an average: '한 기업당 평균 지원액은 약 '."""
_TOTALLED = 8
"""So far before a figure begins what makes it a total: '합계는 약 '."""
_BESIDE = (8, 6)
"""So much before and behind a number says what it counts: a word with its particle."""
_NEAR = 300
"""So far from an average its total and its number stand."""
_LEAST = 3
"""Rows that an average with what it averages makes: two and itself."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Averages beside a total and a number in one sentence, and rows of averages under their columns."""
    for passage in sheet.of(PROSE):
        if "평균" in passage.text or "당 " in passage.text or "매년" in passage.text:
            for figure in sheet.quantities_in(*passage.span):
                if figure.value and figure.high is None:
                    yield from _sentence(sheet, passage, figure)
    for board in sheet.boards:
        yield from _rows(sheet, board)


def _sentence(sheet: Sheet, passage: Passage, average: Quantity) -> Iterator[Hit]:
    said = _AVERAGE.search(sheet.text, max(passage.start, average.start - _SAID), average.start)
    if (
        said is None
        or sheet.text.startswith("까지", average.end)
        or average.unit == "%"
        or average.bound not in (None, "approx")
    ):
        return
    first, last = max(passage.start, average.start - _NEAR), min(passage.end, average.end + _NEAR)
    figures = [one for one in sheet.quantities_in(first, last) if one.value and one.high is None]
    near = [one for one in figures if one is not average and not _parted(sheet, one, average)]
    near = [one for one in near if not sheet.text.startswith("당 ", one.end)]
    like = [one for one in near if same_unit(one, average) and not _is_converted(sheet, near, one)]
    marked = [one for one in like if _is_total(sheet, one) and one.unit == average.unit]
    totals = marked or [one for one in like if one.end < average.start and not said["of"]]
    numbers = [one for one in near if one not in totals and _divides(one, said) and _named(sheet, one, said)]
    if len(totals) != 1 or len(numbers) != 1:
        return
    expected = quotient(totals[0], numbers[0])
    if any(follows(average, quotient(one, numbers[0])) for one in like):
        return
    if average.end < totals[0].start and _OTHERS.search(sheet.text[average.end : totals[0].start]):
        return
    slipped = _slipped(average, middle(expected)) or any(follows(average, _shifted(expected, ten)) for ten in _SHIFTS)
    if slipped or (marked and expected[0] / _TEN < (average.value or 0) < expected[1] * _TEN):
        yield _hit(average, expected, (totals[0].start, totals[0].end), (numbers[0].start, numbers[0].end))


_SHIFTS = (_TEN, 1 / _TEN)
"""A figure that gained or lost a place on the way from 万 and 亿."""


def _shifted(expected: Range, ten: Decimal) -> Range:
    return expected[0] * ten, expected[1] * ten


def _is_converted(sheet: Sheet, figures: list[Quantity], figure: Quantity) -> bool:
    """Is a figure the one before it in another currency?"""
    before = max((one for one in figures if one.end <= figure.start), key=lambda one: one.end, default=None)
    return before is not None and is_conversion(sheet, before, figure)


def _is_total(sheet: Sheet, figure: Quantity) -> bool:
    return _TOTAL.search(sheet.text, max(0, figure.start - _TOTALLED), figure.start) is not None


def _parted(sheet: Sheet, one: Quantity, other: Quantity) -> bool:
    first, second = sorted((one, other), key=lambda figure: figure.start)
    return _SENTENCE_END.search(sheet.text, first.end, second.start) is not None


def _divides(number: Quantity, said: re.Match[str]) -> bool:
    """May this be the number to divide by: days of a daily average, years of a yearly one, else any count?"""
    span = _SPANS.get((said["time"] or said["every"] or "").strip())
    if span:
        return number.unit == span
    return number.kind == "count" or (said["each"] is None and number.unit == said["unit"])


def _named(sheet: Sheet, number: Quantity, said: re.Match[str]) -> bool:
    """Does the number count what the average is said to be of (기업당)?"""
    each = said["each"]
    return not each or each[-2:] in sheet.text[max(0, number.start - _BESIDE[0]) : number.end + _BESIDE[1]]


def _rows(sheet: Sheet, board: Board) -> Iterator[Hit]:
    """A row of averages: outside of what it averages, or one slip away from their mean."""
    at = next((at for at, row in enumerate(board.rows) if any(_ROW.match(cell.text) for cell in row[:2])), None)
    if at is None or len(board.rows) < _LEAST:
        return
    rows = [row for n, row in enumerate(board.rows) if n != at and not any(c.text.endswith("계") for c in row[:2])]
    whole = [sheet.figure(cell) for cell in board.rows[at]]  # a rate of averages is no average of rates
    for column, average in enumerate(whole):
        figures = [sheet.figure(row[column]) for row in rows]
        values = [one.value for one in figures if one is not None and one.value is not None]
        if average is None or average.value is None or len(values) < len(rows):
            continue
        mean = sum(values, Decimal(0)) / len(values)
        room = step(average)
        outside = not min(values) - room <= average.value <= max(values) + room
        derived = average.unit == "%" and any(other and other.unit != "%" for other in whole)
        if outside or (not derived and not follows(average, (mean, mean)) and _slipped(average, mean)):
            yield _hit(average, (mean, mean), rows[0][column].span, rows[-1][column].span)


def _slipped(average: Quantity, mean: Decimal) -> bool:
    """Is the mean, printed to as many places, one keyboard slip away?"""
    rounded = mean.quantize(step(average)) if step(average) < 1 else mean.to_integral_value()
    return one_slip_apart(average, replace(average, value=rounded))


def _hit(average: Quantity, expected: Range, *related: tuple[int, int]) -> Hit:
    worth = shown_like(middle(expected), average)
    return Hit(
        average.start, average.end, Message(f"나누면 {worth}입니다.", f"the figures give {worth}."), related=related
    )
