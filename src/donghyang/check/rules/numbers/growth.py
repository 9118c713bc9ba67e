"""증감이 적힌 두 수와 맞지 않습니다. | A rise or fall does not follow from the two figures given.

왜: 앞뒤 두 수가 적혀 있으면 증가율도 배수도 증감량도 셈해 볼 수 있다. 어긋나면 셋 가운데 하나가 틀렸다.
Why: Where the figures before and after stand there, the rise can be worked out; where it is off, one of them is wrong.
Bad: 수출은 1,300억 원에서 1,456억 원으로 15% 증가하고, 비중은 31.6%로 전년(25.6%)보다 6.0% 상승
Good: 수출은 1,300억 원에서 1,456억 원으로 12% 증가하고, 비중은 31.6%로 전년(25.6%)보다 6.0%p 상승
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from donghyang.check.figures.operands import Row, follows, middle, rise, rows, same_unit, shown
from donghyang.check.figures.wording import DOWN, FROM, MADE, TO, UP, YEAR
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._changes import held, yearly, yearly_hit
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import step
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "growth"
CLASS = "growth"
SEVERITY = "error"

_THAN = lazily(r"(?:보다|에? ?비해| 대비|에? ?비하여) (?:약 )?")
_NEW = r"(?:으로|로|이며|인데|에 해당하며|에 달하며|[을를] [가-힣]{1,4}(?:하여|해|아|어))?[,]? ?"
_AGAINST = (
    (lazily(_NEW + YEAR + r"[^.;0-9]{0,24}"), _THAN),
    (
        lazily(_NEW + r"(?:[가-힣]{1,8} ){0,2}[^.;,()]{0,10}[(（](?:약 )?"),
        lazily(r"[)）]?(?:과|와)? ?(?:보다|에? ?비해|대비|에? ?비하여|비교하면|비교해|비교 시) (?:약 )?"),
    ),
)
"""How a later figure is set against an earlier one: 'B로 지난해의 A보다', 'B로 전년(A) 대비'."""
_TO = lazily(rf"{TO.pattern}(?:{MADE} (?:약 )?)?")
_WHICH_IS = lazily(
    rf"(?:인|이던|였던) [가-힣A-Za-z ]{{1,16}}[을를이가은는] {YEAR}(?:['‘’]?[0-9]{{2,4}}년(?:까지|에는|에) )?(?:약 )?"
)
"""Behind an earlier value that is told of the thing: 200억 위안인 매출을 '28년 350억 위안으로 75% 늘려."""
_DOWN = lazily(DOWN)
_YEARLY = lazily(r"에서 (?:연평균|매년|해마다) (?:약 )?")
_LATER = lazily(
    r"씩? ?(?:증가|성장|늘|상승|확대|(?P<down>감소|줄))[가-힣]{0,4},? (?P<year>(?:19|20)[0-9]{2})년(?:에는?)? ?(?:약 )?"
)
_YEAR_BEFORE = lazily(r"(?P<year>(?:19|20)[0-9]{2})년 ?(?:에 )?(?:[가-힣]{1,8} )?(?:약 )?$")
_OPENED = lazily(r"\s?[(（](?:약 )?")
_SHORTEST = 2
"""Fewer years have no average."""
_MOVES = lazily(r"늘|줄|깎|더해|증가|감소|오르|내리|올라|내려")
"""A first figure that is itself a change is no operand: 25명이 늘어 원안 810명 대비."""
_TURNS = lazily(r"[가-힣][고며],? [^0-9,]{1,20}[은는이가] ")
"""Between two figures: a second thing is spoken of."""
_GROWN = lazily(rf"(?:{UP}|{DOWN})[가-힣]{{0,3}} (?:약 |총 )?")


def find(sheet: Sheet) -> Iterator[Hit]:
    """From A to B by x; B against A by x; and B, which is x above A."""
    for row in rows(sheet, 3):
        yield from _stated(row)
    for row in rows(sheet, 4):
        yield from _bracketed(row)


def _stated(row: Row) -> Iterator[Hit]:
    a, b, c = row.figures
    first, second = row.gaps
    if (FROM.fullmatch(first) or _WHICH_IS.fullmatch(first)) and _TO.fullmatch(second):
        yield from held(a, b, c, row.behind)
        yield from _remainder(row)
    elif (
        not _MOVES.search(first)
        and not _TURNS.search(first)
        and any(one.fullmatch(first) and other.fullmatch(second) for one, other in _AGAINST)
    ):
        yield from held(b, a, c, row.behind)
    elif _YEARLY.fullmatch(first) and (later := _LATER.fullmatch(second)) and b.unit == "%":
        yield from _yearly(row, later)
    elif _THAN.fullmatch(first) and _GROWN.fullmatch(second) and b.unit in ("%", c.unit):
        yield from held(a, c, b, second)


def _remainder(row: Row) -> Iterator[Hit]:
    """'8만에서 5만 이하로 낮추어 62.5% 절감': what is left over, told for what was saved; also of a bound."""
    old, new, rate = row.figures
    exact = replace(new, bound=None)
    if (
        new.bound not in ("<=", "<")
        or rate.unit != "%"
        or rate.bound
        or not same_unit(old, exact)
        or rate.value is None
    ):
        return
    saved = rise(exact, old, -1)
    left = (100 - saved[1], 100 - saved[0])
    if not follows(rate, saved) and follows(rate, left) and _DOWN.match(row.behind):
        worth = shown(middle(saved))
        message = Message(f"두 수로 셈하면 {worth}%입니다.", f"the figures give {worth} %.")
        yield Hit(rate.start, rate.end, message, ((old.start, old.end), (new.start, new.end)))


def _bracketed(row: Row) -> Iterator[Hit]:
    """'32회에서 60회로 28회(87.5%) 늘어남': the rate in brackets behind the difference."""
    a, b, size, rate = row.figures
    first, second, third = row.gaps
    led = FROM.fullmatch(first) and TO.fullmatch(second) and (_OPENED.fullmatch(third) or third == ", ")
    if led and rate.unit == "%" and size.unit == b.unit:
        yield from held(a, b, rate, row.behind.lstrip(")）"))


def _yearly(row: Row, later: re.Match[str]) -> Iterator[Hit]:
    """'2018년 40억 원에서 연평균 12% 성장하여 2023년 160억 원': a year more or less is a way of counting."""
    old, rate, new = row.figures
    earlier = _YEAR_BEFORE.search(row.before)
    years = int(later["year"]) - int(earlier["year"]) if earlier else 0
    if years < _SHORTEST or not same_unit(old, new) or not (old.value and new.value and rate.value):
        return
    sign = -1 if later["down"] else 1
    room = step(rate) / 2
    likely = [sign * one for one in yearly(old, new, years)]
    if not min(likely) - float(room) <= float(rate.value) <= max(likely) + float(room):
        yield yearly_hit(rate, old, new, likely[1])
