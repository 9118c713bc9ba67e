"""하나당의 수가 앞에 적은 전체와 수에서 나오지 않습니다. | A figure for each does not follow from what was told before.

왜: 전체와 몇 개인지는 앞 문장에 있을 때가 많다. 나눈 값과 자릿수만 다르거나 한 글자만 다르면 잘못 적은 것이다.
Why: Total and number often stand in the sentence before; a figure that is their quotient but for a place or a digit
is a slip.
Bad:
  01
  시험장 현황
  ■ 시험장 현황을 발표함(3.2)
  - 전국의 시험장은 124개, 처리 규모는 하루 186만 톤에 이름
  - 시험장 1개당 평균 규모는 하루 약 15만 톤임
Good:
  01
  시험장 현황
  ■ 시험장 현황을 발표함(3.2)
  - 전국의 시험장은 124개, 처리 규모는 하루 186만 톤에 이름
  - 시험장 1개당 평균 규모는 하루 약 1.5만 톤임
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from donghyang.check.figures.operands import Range, follows, is_conversion, middle, quotient, same_unit, shown_like
from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import last_digit, one_slip_apart, significant, step
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "told-mean"
CLASS = "magnitude"
SEVERITY = "warning"

_EACH = lazily(
    r"(?:(?:^|(?<![0-9천백만억])[ ,(])(?:[1한일] ?)?(?P<each>[가-힣]{1,3})당 (?:평균 )?"
    r"(?:[가-힣·&]{2,8}[은는이가]? ){0,2}(?:하루 )?(?:약 )?|(?P<month>월평균) (?:약 )?)$"
)
_UNITS = dict(one.split("=") for one in tables.words(__package__, "counters"))
"""How what is divided by is counted, where that is not its own name."""
_MONTHS = {word: int(months) for word, months in (one.split("=") for one in tables.words(__package__, "months"))}
_BEFORE = 30
_NEAR = 2
"""So many lines above may hold the total and the number."""
_SHIFTS = tuple(Decimal(10) ** power for power in (-8, -4, -3, -2, -1, 1, 2, 3, 4, 8))
"""By so much a place, a 천, 만 or 억 too many or too few shifts a figure."""
_TELLING = 2
"""Digits of a mean of which one can be told to be a slip."""
_AROUND = 6
"""So near to a number stands the name of what it counts."""
_FINEST = Decimal("0.01")
_EVEN = Decimal("0.005")
"""As a share of the quotient: so near to it, rounded, is a mean that was worked out."""
_MOST = 60
"""So many figures of the lines are tried as totals and numbers: no headline and three lines of prose have more."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures for each, and of a month, against the totals and numbers of their line and the two above."""
    for article in sheet.articles:
        lines = article.of(*PROSE)
        head = article.of("headline")
        for at, line in enumerate(lines):
            if "당 " in line.text or "월평균" in line.text:
                above = [one for one in lines[max(0, at - _NEAR) : at] if one not in head]
                yield from _of_line(sheet, [*head, *above], line)


def _of_line(sheet: Sheet, above: Sequence[Passage], line: Passage) -> Iterator[Hit]:
    for figure in sheet.quantities_in(*line.span):
        said = _EACH.search(sheet.text[max(line.start, figure.start - _BEFORE) : figure.start])
        if said is None or figure.unit in (None, "%", "%p") or not figure.value or figure.high is not None:
            continue
        if figure.bound not in (None, "approx") or sheet.text.startswith(("까지", " 이상", " 이하"), figure.end):
            continue
        groups = [_plain(sheet, one) for one in (line, *reversed(above))]
        yield from _held(sheet, figure, said, groups)


def _plain(sheet: Sheet, line: Passage) -> list[Quantity]:
    """The exact figures of a line, conversions left out."""
    figures = sheet.quantities_in(*line.span)
    converted = {b.start for a, b in pairwise(figures) if is_conversion(sheet, a, b)}
    return [one for one in figures if one.value and one.high is None and one.start not in converted]


def _held(sheet: Sheet, mean: Quantity, said: re.Match[str], groups: list[list[Quantity]]) -> Iterator[Hit]:
    """Nothing where any total over any number gives the mean; a finding where one gives it but for a slip."""
    everything = [one for group in groups for one in group if one is not mean]
    if len(everything) > _MOST:
        return
    totals = [one for one in everything if same_unit(one, mean) and one.unit == mean.unit]
    numbers = _months(sheet, totals) if said["month"] else _counts(sheet, everything, said["each"])
    pairs = [(total, number) for total in totals for number in numbers if number is not total]
    worths = [
        (total, number, quotient(total, number))
        for total, number in pairs
        if number.start != total.start or number.unit != total.unit
    ]
    if any(follows(mean, worth) for _, _, worth in worths):
        return
    near = {one.start for group in (*groups[:2], groups[-1]) for one in group}
    for total, number, worth in worths:
        if {total.start, number.start} <= near and _is_slip(mean, worth):
            wrong = total if (total.value or 0) < (mean.value or 0) else mean
            yield _hit(wrong, mean, worth, total, number)
            return


def _counts(sheet: Sheet, figures: list[Quantity], each: str) -> list[Quantity]:
    """The figures that count what a mean is of: 명 for 1인당, 개 for 1개당, 곳 beside 시범 for 시범 한 곳당."""
    unit = _UNITS.get(each, each)
    return [
        one
        for one in figures
        if one.kind == "count"
        and one.value != 1
        and one.bound is None
        and (one.unit == unit or _names(sheet, one, each))
    ]


def _names(sheet: Sheet, figure: Quantity, each: str) -> bool:
    around = sheet.text[max(0, figure.start - _AROUND) : figure.end + _AROUND].split("\n")[0]
    return len(each) > 1 and each in around


def _months(sheet: Sheet, totals: list[Quantity]) -> list[Quantity]:
    """So many months as the words before a total say: 상반기 발명특허 등록은 53만 건."""
    found = []
    for total in totals:
        before = sheet.text[max(0, total.start - _BEFORE) : total.start].rpartition("\n")[2]
        for word, months in _MONTHS.items():
            if word in before:
                plain = replace(total, kind="count", unit="개월", text=str(months), value=Decimal(months), si=None)
                found.append(plain)
    return found


def _is_slip(mean: Quantity, worth: Range) -> bool:
    """Does a place or a digit alone part the mean from the quotient?"""
    if significant(mean.text) < _TELLING and "." not in mean.text:  # 8.0 is told to the tenth
        return False
    exact = replace(mean, bound=None)
    room = last_digit(mean.value or Decimal(1)) / 2
    if any(worth[0] * ten - room <= (mean.value or 0) <= worth[1] * ten + room for ten in _SHIFTS):
        return True
    place = max(step(mean), _FINEST)
    rounded = (middle(worth) / place).to_integral_value() * place
    near = abs(rounded - middle(worth)) <= abs(middle(worth)) * _EVEN
    return near and one_slip_apart(exact, replace(exact, value=rounded))


def _hit(wrong: Quantity, mean: Quantity, worth: Range, total: Quantity, number: Quantity) -> Hit:
    printed = shown_like(middle(worth), mean)
    message = Message(f"나누면 {printed}입니다.", f"the figures give {printed}.")
    if wrong is total:
        message = Message("하나당의 수보다 전체가 작습니다.", "the total is less than the figure for each.")
    others = tuple((one.start, one.end) for one in (total, mean) if one is not wrong)
    return Hit(wrong.start, wrong.end, message, (*others, (number.start, number.end)))
