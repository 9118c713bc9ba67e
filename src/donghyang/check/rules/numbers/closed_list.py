"""이름과 수를 다 적은 목록을 더하면 적은 합이 아닙니다. | A list that names all does not add up to its sum.

왜: '가 52곳, 나 34곳, 다 15곳 등 3개 도시'는 셋을 모두 적었으므로 더해 볼 수 있다.
Why: 'A 52, B 34 and C 15, three cities' names all three, so they can be added up.
Bad: 가온 52곳, 나루 34곳, 다솜 15곳 등 3개 도시의 시설을 합한 111곳이 문을 엶
Good: 가온 52곳, 나루 34곳, 다솜 15곳 등 3개 도시의 시설을 합한 101곳이 문을 엶
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from donghyang.check.figures.operands import is_conversion, shown_like
from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import fits, one_slip_apart, rounding, step
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "closed-list"
CLASS = "sum"
SEVERITY = "warning"

_CLOSED = lazily(
    r" 등 (?:[가-힣]{2,8} )?(?P<number>[2-9])개 ?[가-힣·]{1,8}(?:의 [가-힣]{2,8})?(?:을|를|이|가)? ?"
    r"(?P<summed>합한 |합쳐 |합하면 |합계 |모두 |총 |도합 )?(?:약 )?$"
)
_NAME = lazily(r"(?:와|과| 및|,)? ?[가-힣A-Za-z·]{1,14}(?:\s?[(（][^()（）0-9]{1,20}[)）])?(?:에|은|는|이|가)? ?$")
_LEAST = 2
_COUNTED = 24
"""So near before the next figure stands the count of the list itself: the 3개 of '등 3개 도시가'."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Named figures, '등 N개 …' with just their number, and the figure of all of them."""
    for passage in sheet.of(PROSE):
        if " 등 " in passage.text:
            yield from _of_line(sheet, passage)


def _of_line(sheet: Sheet, passage: Passage) -> Iterator[Hit]:
    figures = [one for one in sheet.quantities_in(*passage.span) if one.value and one.high is None]
    for at, total in enumerate(figures):
        run = _run(sheet, figures[:at], total) if total.unit not in ("%", "%p") else []
        if len(run) >= _LEAST:
            yield from _held(sheet, run, total)


def _run(sheet: Sheet, before: list[Quantity], total: Quantity) -> list[Quantity]:
    """The last named figures in a row that are of the unit of what may be their total; [] for none."""
    run: list[Quantity] = []
    for part in reversed(before):
        gap = sheet.text[part.end : (run[0] if run else total).start]
        if part.unit != total.unit or part.kind == "rank":
            if run or len(gap) >= _COUNTED:
                break
        elif run and not _NAME.fullmatch(gap):
            break
        else:
            run.insert(0, part)
    return run


def _held(sheet: Sheet, run: list[Quantity], total: Quantity) -> Iterator[Hit]:
    closed = _CLOSED.fullmatch(sheet.text, run[-1].end, total.start)
    if closed is None or int(closed["number"]) != len(run) or any(one.bound for one in (*run, total)):
        return
    if is_conversion(sheet, run[-1], total):
        return
    added = sum((one.value or Decimal(0) for one in run), Decimal(0))
    room = Decimal(0) if all(step(one) == 1 for one in run) else rounding(run)
    if fits(total, added - room, added + room):
        return
    wrong = _wrong(run, total, added)
    if wrong is None and not closed["summed"]:
        return
    place = wrong or total
    worth = shown_like(added, total)
    message = Message(f"더하면 {worth}입니다.", f"they add up to {worth}.")
    yield Hit(place.start, place.end, message, tuple((one.start, one.end) for one in (*run, total) if one is not place))


def _wrong(run: list[Quantity], total: Quantity, added: Decimal) -> Quantity | None:
    """The figure that one slip parts from what would make the sum right; None where none is."""
    if one_slip_apart(total, replace(total, value=added)):
        return total
    for one in run:
        needed = (total.value or Decimal(0)) - added + (one.value or Decimal(0))
        if needed > 0 and one_slip_apart(one, replace(one, value=needed)):
            return one
    return None
