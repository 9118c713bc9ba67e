"""셈해 나온 수와 한 글자만 다릅니다. | A figure is one slip away from what the others of its sentence give.

왜: 배수와 비율, 합계는 함께 적은 수에서 나온다. 한 글자만 고치면 셈이 맞는 수는 잘못 적은 것이다.
Why: Multiples, shares, sums and differences come from the figures beside them. One that no way of reckoning gives, but
that one digit or place would make right, is a slip.
Bad: 출원은 한 해 전 412건의 1.5배에 해당하는 681건이었다.
Good: 출원은 한 해 전 412건의 1.5배에 해당하는 618건이었다.
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from donghyang.check.figures.operands import (
    follows,
    middle,
    quotient,
    rise,
    rounded,
    same_unit,
    shown,
    shown_like,
)
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._changes import DOWN, UP
from donghyang.check.rules.numbers._sentences import Sentence, sentences
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import one_slip_apart, significant, step
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "near-miss"
CLASS = "ratio"
SEVERITY = "warning"

_BACK = 14
"""So many figures of the sentence before are looked at."""
_MOST = 7
"""Among more figures one slip from some result is mere chance."""
_TELLING = 2
"""Digits that a figure must print for one slip in it to be told from chance."""
_SLIPS = tuple(Decimal(10) ** power for power in (-4, -3, -2, -1, 1, 2, 3, 4))
_LAST = 2
"""So many of its last digits may a figure be off by cutting instead of rounding."""
_PLAIN = frozenset(("년", "월", "일", "세", "위", "개년", "주년", "시", "%", "%p"))
_TOTAL = lazily(r"(?:총|모두|합계|합하|합쳐|합친|더하|더해|더한|도합|통틀어|합산|합이|합은|보태)[^0-9.,;]{0,14}$")
_PARTS = lazily(r"\s?(?:[이가]|을|를)? ?(?:합친|합한)")
_CHANGED = lazily(r"\s?(?:의|이|가|만큼)? ?(?:차이|차로|차를|격차|모자라|부족|앞서|뒤지|뒤처|못 미|밑돌|웃돌)")
_GAP = lazily(r"(?:차이|격차|차|나머지|남은 [가-힣]{1,6})(?:는|은|가|이)? ?[^0-9.,;]{0,8}$")
_SHARE = lazily(
    r"\s?(?:[을를] ?(?:차지|점유|담당|맡)|에 (?:해당|달|이르|불과|그친|그쳤)|의 비중|이다|임|였|이었|인 |"
    r"로 (?:나타|집계)|[)）]|$|\.)"
)
_RATED = lazily(r"(?:비중|비율|점유율|[율률])(?:은|는|이|도)? ?(?:약 )?$|의 (?:약 )?$|[(（](?:약 )?$")
_OF_ITS_OWN = lazily("[이가은는] [가-힣]")
"""Behind a share whose part is named behind it: 신설 전공의 45%가 공학."""
_LINKED = lazily(
    r"\s?(?:인|에 (?:해당|달|이르)하?[는던]|(?:이|가)? ?(?:늘어난|증가한|줄어든|감소한|많은|적은|높은|낮은|"
    r"오른|내린|커진|불어난|성장한|확대된)|(?:이|가)? ?되는|(?:에|로)? ?해당하는) "
)
"""Behind a multiple or a rate by which the next figure is told."""
_UPWARD, _DOWNWARD = (
    lazily(rf"\s?(?:씩|의|을|를|이|가|나|이나)?{UP}"),
    lazily(rf"\s?(?:씩|의|을|를|이|가|나|이나)?{DOWN}"),
)


class _Way(NamedTuple):
    """What a way of reckoning gives, and of which figures."""

    low: Decimal
    high: Decimal
    of: tuple[Quantity, ...]
    meant: bool
    """Whether words beside the figure speak of this way; others only bear a figure out."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures that no way of reckoning with the others of the sentence, and of the one before, gives."""
    for sentence in sentences(sheet):
        if len(sentence.figures) < 2 or len(sentence.figures) > _MOST:
            continue
        told = [hit for figure in sentence.figures if _may_be_derived(figure) for hit in _held(sentence, figure)]
        yield from told[-1:]  # what follows is reckoned from what stands before it


def _may_be_derived(figure: Quantity) -> bool:
    plain = figure.kind not in ("rank", "number") and (figure.unit not in _PLAIN or figure.unit in ("%", "%p"))
    return plain and figure.bound in (None, "approx") and bool(figure.value) and significant(figure.text) >= _TELLING


def _held(sentence: Sentence, figure: Quantity) -> Iterator[Hit]:
    others = [one for one in sentence.figures if one is not figure and one.value and one.kind != "rank"]
    wider = [*others, *(one for one in sentence.before[-_BACK:] if one.value and one.kind != "rank")]
    if any(one.value == figure.value and one.unit == figure.unit for one in wider):
        return
    near = [
        way
        for way in (*_ways(sentence, figure, others), *_reaching_back(sentence, figure, wider))
        if way.meant and _leads_to(sentence, figure, way) and _is_slip(figure, (way.low + way.high) / 2)
    ]
    if not near or any(_fits(figure, way) for among in (others, wider) for way in _ways(sentence, figure, among)):
        return
    worths = {rounded((way.low + way.high) / 2, figure) for way in near}
    if len(worths) == 1:
        yield _hit(figure, near[0])


def _reaching_back(sentence: Sentence, figure: Quantity, wider: list[Quantity]) -> Iterator[_Way]:
    """The ways that may go by a figure of the sentence before: so many points from a share told here, and a product
    with the same digits."""
    if figure.unit == "%p":
        yield from _points(sentence, figure, wider)
    elif figure.kind not in ("multiple", "percent"):
        yield from _rises(sentence, figure, wider)
        for one in wider:
            for by in wider if one.unit == figure.unit and one.value else ():
                if by is not one and by.kind == "count" and by.value:
                    worth = (one.value or Decimal(0)) * by.value
                    yield _Way(worth, worth, (one, by), meant=_has_digits(figure, worth))


def _points(sentence: Sentence, figure: Quantity, wider: list[Quantity]) -> Iterator[_Way]:
    """'(85%에 이름.) 기존 소재는 68%에 그쳐 17%p 향상': the one share told here beside one of the sentence before."""
    here = [one for one in sentence.figures if one.unit == "%" and one.start < figure.start]
    behind = sentence.behind(figure)
    if (
        len(here) != 1
        or not _BASE.match(sentence.behind(here[0]))
        or not (_UPWARD.match(behind) or _DOWNWARD.match(behind))
    ):
        return
    for one in wider:
        if one.unit == "%" and one.start < sentence.start:
            gap = abs((one.value or Decimal(0)) - (here[0].value or Decimal(0)))
            room = (step(one) + step(here[0])) / 2
            yield _Way(gap - room, gap + room, (one, here[0]), meant=True)


def _rises(sentence: Sentence, figure: Quantity, wider: list[Quantity]) -> Iterator[_Way]:
    """'(목표는 5,000개사.) 지금은 3,200개사로, 1,800개사가 늘어나는 셈': by how much from the one figure told here."""
    here = [one for one in sentence.figures if one.unit == figure.unit and one.start < figure.start]
    if len(here) != 1 or (here[0].value or 0) < (figure.value or 0) or not _UPWARD.match(sentence.behind(figure)):
        return  # what rises by more than itself is more often a change told before
    for one in wider:
        if one.unit == figure.unit and one.start < sentence.start and (one.value or 0) > (here[0].value or 0):
            gap = (one.value or Decimal(0)) - (here[0].value or Decimal(0))
            yield _Way(gap, gap, (one, here[0]), meant=True)


_BASE = lazily(r"[)）]?(?:보다|에서|에 (?:그[치쳤쳐친]|불과|머물|비해)| ?대비)")
"""Behind a share from which so many points are counted."""


def _leads_to(sentence: Sentence, figure: Quantity, way: _Way) -> bool:
    """Do the figures stand before the one they give, with no clause between that turns to something else?"""
    last = max(one.end for one in way.of)
    if last > figure.start:
        return figure.kind not in ("multiple", "percent")
    return figure.kind not in ("multiple", "percent") or not _TURNS.search(
        sentence.text[max(0, last - sentence.start) : figure.start - sentence.start]
    )


_TURNS = lazily(r"[가-힣](?:고|며|으나|지만|는데),? ")


def _fits(figure: Quantity, way: _Way) -> bool:
    return follows(figure, (way.low, way.high))


def _ways(sentence: Sentence, figure: Quantity, others: list[Quantity]) -> Iterator[_Way]:
    if figure.kind == "multiple":
        yield from _multiples(figure, others)
    elif figure.unit in ("%", "%p"):
        yield from _shares(sentence, figure, others)
    else:
        alike = [one for one in others if one.unit == figure.unit and same_unit(one, figure)]
        yield from _sums(sentence, figure, alike)
        yield from _gaps(sentence, figure, alike)
        yield from _times(sentence, figure, alike, others)


def _couples(figures: list[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    for one in figures:
        for other in figures:
            if one is not other and one.unit not in _PLAIN and one.unit == other.unit and same_unit(one, other):
                yield one, other


def _multiples(figure: Quantity, others: list[Quantity]) -> Iterator[_Way]:
    alone = not any(one.kind == "multiple" for one in others)
    for one, other in _couples(others):
        yield _Way(*quotient(one, other), (one, other), meant=alone and (one.value or 0) > (other.value or 0))


def _shares(sentence: Sentence, figure: Quantity, others: list[Quantity]) -> Iterator[_Way]:
    behind = sentence.behind(figure)
    up, down = _UPWARD.match(behind) is not None, _DOWNWARD.match(behind) is not None
    rated = _RATED.search(sentence.ahead(figure)) is not None and not _OF_ITS_OWN.match(behind)
    share = not up and not down and (_SHARE.match(behind) is not None or rated)
    for one, other in _couples(others):
        less = (one.value or 0) < (other.value or 0)
        idiom = (other.value or 0) <= _TEN
        yield _Way(*quotient(one, other, 100), (one, other), meant=share and less and not idiom)
        low, high = rise(one, other)
        yield _Way(low, high, (one, other), meant=False)
        yield _Way(-high, -low, (one, other), meant=False)
    for unit in {one.unit for one in others if one.unit not in _PLAIN}:
        parts = [one for one in others if one.unit == unit and one.kind != "multiple"]
        total = sum((one.value or Decimal(0) for one in parts), Decimal(0))
        for part in parts if len(parts) > 1 and total else ():
            worth = (part.value or Decimal(0)) / total * 100
            yield _Way(worth, worth, tuple(parts), meant=False)
    rates = [one for one in others if one.unit in ("%", "%p")]
    for one in rates:
        rest = 100 - (one.value or Decimal(0))
        yield _Way(rest, rest, (one,), meant=False)
        for other in rates:
            gap = (one.value or Decimal(0)) - (other.value or Decimal(0))
            room = (step(one) + step(other)) / 2
            yield _Way(gap - room, gap + room, (one, other), meant=False)
    if len(rates) > 1:
        total = sum((one.value or Decimal(0) for one in rates), Decimal(0))
        yield _Way(total, total, tuple(rates), meant=False)
        yield _Way(100 - total, 100 - total, tuple(rates), meant=False)


def _sums(sentence: Sentence, figure: Quantity, alike: list[Quantity]) -> Iterator[_Way]:
    said = _TOTAL.search(sentence.ahead(figure)) is not None or _PARTS.match(sentence.behind(figure)) is not None
    before, behind = (
        [one for one in alike if one.start < figure.start],
        [one for one in alike if one.start > figure.start],
    )
    runs = [before[at:] for at in range(len(before) - 1)] + [behind[: at + 1] for at in range(1, len(behind))]
    for run in runs:
        total = sum((one.value or Decimal(0) for one in run), Decimal(0))
        room = Decimal(0) if all(step(one) == 1 for one in run) else sum((step(one) for one in run), Decimal(0)) / 2
        yield _Way(
            total - room, total + room, tuple(run), meant=said and run in (before, behind) and _is_closed(sentence, run)
        )


def _is_closed(sentence: Sentence, run: list[Quantity]) -> bool:
    """Are these all: three and more, or two of which the words say no 등?"""
    return len(run) > _TWO or _OPEN.search(sentence.text) is None


_TWO = 2
_OPEN = lazily(r"(?<![가-힣])등(?![가-힣])|포함")


def _gaps(sentence: Sentence, figure: Quantity, alike: list[Quantity]) -> Iterator[_Way]:
    said = _CHANGED.match(sentence.behind(figure)) is not None or _GAP.search(sentence.ahead(figure)) is not None
    for one in alike:
        for other in alike:
            gap = (one.value or Decimal(0)) - (other.value or Decimal(0))
            if gap > 0:
                room = Decimal(0) if step(one) == step(other) == 1 else (step(one) + step(other)) / 2
                yield _Way(gap - room, gap + room, (one, other), meant=said)


def _times(sentence: Sentence, figure: Quantity, alike: list[Quantity], others: list[Quantity]) -> Iterator[_Way]:
    """So many times another of its unit, or so many per cent of it, more or less; and so many of each."""
    for one in alike:
        assert one.value is not None
        for by in others:
            if by is one or by.value is None:
                continue
            if by.kind == "multiple":
                linked = one.start < by.start < figure.start and _LINKED.match(sentence.behind(by, 24)) is not None
                yield _Way(one.value * by.value, one.value * by.value, (one, by), meant=linked)
                yield _Way(one.value * (1 + by.value), one.value * (1 + by.value), (one, by), meant=False)
                yield _Way(one.value / by.value, one.value / by.value, (one, by), meant=False)
            elif by.unit == "%":
                share = by.value / 100
                for worth in (one.value * share, one.value * (1 + share), one.value * (1 - share)):
                    room = one.value * step(by) / 200 + step(one) / 2 * (step(one) > 1)
                    linked = one.start < by.start < figure.start and _LINKED.match(sentence.behind(by, 24)) is not None
                    yield _Way(worth - room, worth + room, (one, by), meant=linked and one.bound is None)
                if share != 1:
                    yield _Way(one.value / share, one.value / share, (one, by), meant=False)
            elif by.kind == "count" or by.si_unit == "s":
                worth = one.value * by.value
                yield _Way(worth, worth, (one, by), meant=_has_digits(figure, worth))
                yield _Way(one.value / by.value, one.value / by.value, (one, by), meant=False)


def _has_digits(figure: Quantity, worth: Decimal) -> bool:
    """Has a figure the digits of a product, in another magnitude: 240만 개 times 64, and 15억 3,600만 개?"""
    exact = significant(f"{worth.normalize():f}") == significant(figure.text) > _FEW
    return exact and any(figure.value == worth * times for times in _SLIPS)


_TEN = 10
"""'10곳 중 6곳(64.0%)' is a rounded way to say the share."""
_FEW = 2
"""So many digits are often those of a product by chance."""


def _is_slip(figure: Quantity, worth: Decimal) -> bool:
    """Is a figure what was worked out but for one digit, two neighbours exchanged or its magnitude?"""
    if worth <= 0:
        return False
    meant = rounded(worth, figure)
    if figure.value is None or abs(meant - figure.value) <= _LAST * step(figure):
        return False
    if figure.unit != "%" and any(figure.value in (meant * times, worth * times) for times in _SLIPS):
        return True
    return one_slip_apart(figure, replace(figure, value=meant, text=figure.text if figure.unit != "%" else f"{meant}%"))


def _hit(figure: Quantity, way: _Way) -> Hit:
    worth = middle((way.low, way.high))
    shape = (
        f"{shown(worth)}{figure.unit}"
        if figure.unit in ("%", "%p")
        else f"{worth:.2f}".rstrip("0").rstrip(".") + "배"
        if figure.kind == "multiple"
        else shown_like(worth, figure)
    )
    message = Message(f"함께 적은 수로 셈하면 {shape}입니다.", f"the figures beside it give {shape}.")
    return Hit(figure.start, figure.end, message, tuple((one.start, one.end) for one in way.of))
