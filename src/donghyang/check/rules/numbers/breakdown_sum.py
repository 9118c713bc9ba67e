"""나누어 적은 수의 합이 바로 앞뒤의 전체와 다릅니다. | What a whole is broken down into does not add up to it.

왜: '480명을 선정 … 분야별로는 150명, 190명, 160명'의 합은 셈해 볼 수 있다. 한 자리만 다르면 옮겨 적다 틀린 것이다.
Why: Parts by field, year or source add up to the whole named beside them; one digit off is a slip of the keyboard.
Bad:
  01
  연구자 선정 결과
  ■ 연구자를 선정함(3.2)
  - 올해 연구자 480명을 선정함
   - 분야별로는 수학 150명, 화학 190명, 생물 160명임
Good:
  01
  연구자 선정 결과
  ■ 연구자를 선정함(3.2)
  - 올해 연구자 480명을 선정함
   - 분야별로는 수학 130명, 화학 190명, 생물 160명임
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate

from donghyang.check.figures.operands import shown_like
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._breakdowns import Breakdown, breakdowns
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import one_slip_apart, rounding, step
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity, Span

ID = "breakdown-sum"
CLASS = "sum"
SEVERITY = "warning"

_LEAST = 3
"""Two figures in a row are often no breakdown."""
_GIVEN = lazily(r"(?:[(（][^()（）]*[)）])?(?:을|를)? ?(?:씩 )?(?:배정|배분|편성|할당)")
"""Behind what is given out, and so not rounded."""
_BY_YEAR = lazily(r"[연년]도별로?는? ")
_PLACED = lazily(r"(?:[가-힣 ]{0,12})(?:을|를)? ?(?:배치|설치|배정|배분|지정|구축)")
"""Behind a list that tells where all of a whole went."""
_SIGN = lazily(r"별로|별[ )）]|구성|배분|조달|나뉘|나눠|분담|월별|순차|합계|총 |차례로|재원|분야")
_TWO_NAMES = lazily(r"[가-힣](?:와|과) [가-힣A-Za-z·]{1,14}(?:\([^()]*\))? ?$")
"""Before the first figure: it may be that of the second name alone, and the first one counts as one."""
_OPEN = lazily(r"[^.;]{0,4} 등(?! ?(?:총|모두|합계|[0-9]))|[^.;]{0,6}(?:을|를)? ?포함|[^.;]{0,8}순(?:으로|임|이|$)")
"""Behind a list that names some only."""
_GOES_ON = lazily(r",\s?[^\n.,;0-9]{1,24}[0-9][0-9,.]*\s?[천만억조]?[가-힣]{1,2}(?:으로|로|이|가|,)")
"""Behind a list of which one more has a name of several words: 임시 9개, 기존 시설 활용 9개로."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Breakdowns of three and more, none of the figures beside which is their sum and one is but for one digit."""
    for found, _ in breakdowns(sheet):
        if found.wholes and _is_closed(sheet, found) and (len(found.figures) >= _LEAST or _is_yearly(sheet, found)):
            yield from _held(sheet, found)


def _is_yearly(sheet: Sheet, found: Breakdown) -> bool:
    """Does the line say that the figures of two years are the whole, told right before, by years?"""
    before = [one for one in found.wholes if found.line.start <= one.start < found.span[0]]
    return found.by_time and len(before) == 1 and _BY_YEAR.search(sheet.text, before[0].end, found.span[0]) is not None


def _is_closed(sheet: Sheet, found: Breakdown) -> bool:
    """Does the line say that it breaks a whole down, by years or by a word, and not that it names some?"""
    if _OPEN.match(sheet.text, found.span[1], found.line.end) or _GOES_ON.match(sheet.text, found.span[1]):
        return False
    if _TWO_NAMES.search(sheet.text, found.line.start, found.span[0]):
        return False
    placed = _PLACED.match(sheet.text, found.span[1], found.line.end) is not None
    return found.by_time or placed or _SIGN.search(found.line.text) is not None


def _held(sheet: Sheet, found: Breakdown) -> Iterator[Hit]:
    given = _GIVEN.match(sheet.text, found.span[1], found.line.end) is not None
    room = rounding(found.figures) if found.figures[0].kind != "count" and not given else 0
    if any(one.value is not None and abs(one.value - found.sum) <= max(room, step(one) / 2) for one in found.wholes):
        return
    for whole in found.wholes:
        if _slipped(found, whole) and not _is_made_up(found, whole):
            worth = shown_like(found.sum, whole)
            message = Message(
                f"더하면 {worth}인데 전체는 '{whole.text}'입니다.",
                f"they add up to {worth}, and the whole is {whole.text}.",
            )
            parts, total = _odd(found, whole) or found.span, (whole.start, whole.end)
            place, other = (total, parts) if _is_told(sheet, found, whole) else (parts, total)
            yield Hit(*place, message, (other,))
            return


def _is_told(sheet: Sheet, found: Breakdown, whole: Quantity) -> bool:
    """Does the article have the sum elsewhere, and the printed whole nowhere else?"""
    if found.line.article is None:
        return False
    lines = sheet.articles[found.line.article].passages
    values = [one.value for one in sheet.figures_of(lines) if one.unit == whole.unit and one.start != whole.start]
    return found.sum in values and whole.value not in values


def _odd(found: Breakdown, whole: Quantity) -> Span | None:
    """The one part that a slip of the keyboard keeps from making up the whole; None where there are several or none."""
    slipped = [part for part in found.figures if _makes_up(found, whole, part)]
    return (slipped[0].start, slipped[0].end) if len(slipped) == 1 else None


def _makes_up(found: Breakdown, whole: Quantity, part: Quantity) -> bool:
    needed = (whole.value or 0) - (found.sum - (part.value or 0))
    return needed > 0 and one_slip_apart(part, replace(part, value=needed))


def _is_made_up(found: Breakdown, whole: Quantity) -> bool:
    """Do the first of the parts make up the whole, and the last break it down otherwise: 2명이며, 여성은 7명?"""
    sums = accumulate(part.value or Decimal(0) for part in found.figures)
    return whole.value in list(sums)[1:-1]


def _slipped(found: Breakdown, whole: Quantity) -> bool:
    """Is it one slip in a figure, part or whole, that keeps them from adding up?"""
    return one_slip_apart(whole, replace(whole, value=found.sum)) or any(
        _makes_up(found, whole, part) for part in found.figures
    )
