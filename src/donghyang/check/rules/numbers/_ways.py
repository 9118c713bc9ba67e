"""The ways in which a figure may be reckoned from the others of its sentence, and from some of the one before."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from donghyang.check.figures.operands import quotient, rise, same_unit
from donghyang.check.figures.wording import DOWN, UP
from donghyang.check.rules.numbers._sentences import Sentence
from donghyang.facts.slips import significant, step
from donghyang.language import tables, verbs
from donghyang.language.patterns import lazily
from donghyang.records import Quantity

MAGNITUDES = tuple(Decimal(10) ** power for power in (-4, -3, -2, -1, 1, 2, 3, 4))
"""By what a figure is off whose magnitude alone is wrong: digits lost or added, 만 left out."""
PLAIN = frozenset(("년", "월", "일", "세", "위", "개년", "주년", "시", "%", "%p"))
"""Units of what is no amount of a thing: times, ages, places, rates."""
_TOTAL = lazily(
    rf"(?:{tables.either('donghyang.check', 'in_all')}|합하|합쳐|합친|더하|더해|더한|통틀어|합산|합이|합은|보태)"
    r"[^0-9.,;]{0,14}$"
)
_PARTS = lazily(r"\s?(?:[이가]|을|를)? ?(?:합친|합한)")
_CHANGED = lazily(r"\s?(?:의|이|가|만큼)? ?(?:차이|차로|차를|격차|모자라|부족|앞서|뒤지|뒤처|못 미|밑돌|웃돌)")
_SHARE = lazily(
    rf"\s?(?:[을를] ?(?:{tables.either(__package__, 'takes_share')})|"
    rf"에 (?:{verbs.either(__package__, 'comes_to')})|"
    r"의 비중|이다|임|였|이었|인 |로 (?:나타|집계)|[)）]|$|\.)"
)
_RATED = lazily(r"(?:비중|비율|점유율|[율률])(?:은|는|이|도)? ?(?:약 )?$|의 (?:약 )?$|[(（](?:약 )?$")
_OF_ITS_OWN = lazily("[이가은는] [가-힣]")
"""Behind a share whose part is named behind it: 신설 전공의 45%가 공학."""
_LINKED = lazily(
    r"\s?(?:인|에 (?:해당|달|이르)하?[는던]|(?:이|가)? ?(?:늘어난|증가한|줄어든|감소한|많은|적은|높은|낮은|"
    r"오른|내린|커진|불어난|성장한|확대된)|(?:이|가)? ?되는|(?:에|로)? ?해당하는) "
)
"""Behind a multiple or a rate by which the next figure is told."""
_LINK = 24
"""So long are these words at the most, with what stands before the next figure."""
_PARTICLE = r"\s?(?:씩|의|을|를|이|가|나|이나)?"
UPWARD, DOWNWARD = lazily(f"{_PARTICLE}{UP}"), lazily(f"{_PARTICLE}{DOWN}")
"""Behind a figure, that something rose or fell by it."""


class Way(NamedTuple):
    """What a way of reckoning gives, and of which figures."""

    low: Decimal
    high: Decimal
    of: tuple[Quantity, ...]
    meant: bool
    """Whether words beside the figure speak of this way; others only bear a figure out."""


def ways(sentence: Sentence, figure: Quantity, others: list[Quantity]) -> Iterator[Way]:
    """The ways that lead from other figures, each with what it gives, to one of the kind of this figure."""
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
            if one is not other and one.unit not in PLAIN and one.unit == other.unit and same_unit(one, other):
                yield one, other


def _multiples(figure: Quantity, others: list[Quantity]) -> Iterator[Way]:
    alone = not any(one.kind == "multiple" for one in others)
    for one, other in _couples(others):
        yield Way(*quotient(one, other), (one, other), meant=alone and (one.value or 0) > (other.value or 0))


def _shares(sentence: Sentence, figure: Quantity, others: list[Quantity]) -> Iterator[Way]:
    behind = sentence.behind(figure)
    up, down = UPWARD.match(behind) is not None, DOWNWARD.match(behind) is not None
    rated = _RATED.search(sentence.ahead(figure)) is not None and not _OF_ITS_OWN.match(behind)
    share = not up and not down and (_SHARE.match(behind) is not None or rated)
    for one, other in _couples(others):
        less = (one.value or 0) < (other.value or 0)
        idiom = (other.value or 0) <= _TEN
        yield Way(*quotient(one, other, 100), (one, other), meant=share and less and not idiom)
        low, high = rise(one, other)
        yield Way(low, high, (one, other), meant=False)
        yield Way(-high, -low, (one, other), meant=False)
    for unit in {one.unit for one in others if one.unit not in PLAIN}:
        parts = [one for one in others if one.unit == unit and one.kind != "multiple"]
        total = sum((one.value or Decimal(0) for one in parts), Decimal(0))
        for worth in _of_all(parts, total) if len(parts) > 1 and total else ():
            yield Way(worth, worth, tuple(parts), meant=False)
    rates = [one for one in others if one.unit in ("%", "%p")]
    for one in rates:
        rest = 100 - (one.value or Decimal(0))
        yield Way(rest, rest, (one,), meant=False)
        for other in rates:
            gap = (one.value or Decimal(0)) - (other.value or Decimal(0))
            room = (step(one) + step(other)) / 2
            yield Way(gap - room, gap + room, (one, other), meant=False)
    if len(rates) > 1:
        total = sum((one.value or Decimal(0) for one in rates), Decimal(0))
        yield Way(total, total, tuple(rates), meant=False)
        yield Way(100 - total, 100 - total, tuple(rates), meant=False)


def _of_all(parts: list[Quantity], total: Decimal) -> Iterator[Decimal]:
    """What each run of parts has of all of them, in per cent: the second half of four quarters."""
    for first in range(len(parts)):
        told = Decimal(0)
        for part in parts[first:]:
            told += part.value or Decimal(0)
            yield told / total * 100


def _sums(sentence: Sentence, figure: Quantity, alike: list[Quantity]) -> Iterator[Way]:
    said = _TOTAL.search(sentence.ahead(figure)) is not None or _PARTS.match(sentence.behind(figure)) is not None
    before, behind = (
        [one for one in alike if one.start < figure.start],
        [one for one in alike if one.start > figure.start],
    )
    runs = [before[at:] for at in range(len(before) - 1)] + [behind[: at + 1] for at in range(1, len(behind))]
    for run in runs:
        total = sum((one.value or Decimal(0) for one in run), Decimal(0))
        room = Decimal(0) if all(step(one) == 1 for one in run) else sum((step(one) for one in run), Decimal(0)) / 2
        yield Way(
            total - room, total + room, tuple(run), meant=said and run in (before, behind) and _is_closed(sentence, run)
        )


def _is_closed(sentence: Sentence, run: list[Quantity]) -> bool:
    """Are these all: three and more, or two of which the words say no 등?"""
    return len(run) > _TWO or _OPEN.search(sentence.text) is None


_TWO = 2
_OPEN = lazily(r"(?<![가-힣])등(?![가-힣])|포함")


def _gaps(sentence: Sentence, figure: Quantity, alike: list[Quantity]) -> Iterator[Way]:
    said = _CHANGED.match(sentence.behind(figure)) is not None
    for one in alike:
        for other in alike:
            gap = (one.value or Decimal(0)) - (other.value or Decimal(0))
            if gap > 0:
                room = Decimal(0) if step(one) == step(other) == 1 else (step(one) + step(other)) / 2
                yield Way(gap - room, gap + room, (one, other), meant=said)


def _times(sentence: Sentence, figure: Quantity, alike: list[Quantity], others: list[Quantity]) -> Iterator[Way]:
    """So many times another of its unit, or so many per cent of it, more or less; and so many of each."""
    for one in alike:
        assert one.value is not None
        for by in others:
            if by is one or by.value is None:
                continue
            if by.kind == "multiple":
                linked = _are_linked(sentence, one, by, figure)
                yield Way(one.value * by.value, one.value * by.value, (one, by), meant=linked)
                yield Way(one.value * (1 + by.value), one.value * (1 + by.value), (one, by), meant=False)
                yield Way(one.value / by.value, one.value / by.value, (one, by), meant=False)
            elif by.unit == "%":
                share, room = by.value / 100, one.value * step(by) / 200 + step(one) / 2 * (step(one) > 1)
                linked = one.bound is None and _are_linked(sentence, one, by, figure)
                for worth in (one.value * share, one.value * (1 + share), one.value * (1 - share)):
                    yield Way(worth - room, worth + room, (one, by), meant=linked)
                if share != 1:
                    yield Way(one.value / share, one.value / share, (one, by), meant=False)
            elif by.kind == "count" or by.si_unit == "s":
                worth = one.value * by.value
                yield Way(worth, worth, (one, by), meant=_has_digits(figure, worth))
                yield Way(one.value / by.value, one.value / by.value, (one, by), meant=False)


def _are_linked(sentence: Sentence, one: Quantity, by: Quantity, figure: Quantity) -> bool:
    """Is a figure told as so many times, or so much more, of one before it: 412건의 1.5배에 해당하는 618건?"""
    return one.start < by.start < figure.start and _LINKED.match(sentence.behind(by, _LINK)) is not None


def _has_digits(figure: Quantity, worth: Decimal) -> bool:
    """Has a figure the digits of a product, in another magnitude: 240만 개 times 64, and 15억 3,600만 개?"""
    exact = significant(f"{worth.normalize():f}") == significant(figure.text) > _FEW
    return exact and any(figure.value == worth * times for times in MAGNITUDES)


def reaching_back(sentence: Sentence, figure: Quantity, wider: list[Quantity]) -> Iterator[Way]:
    """The ways that may go by a figure of the sentence before: so many points from a share told here, and a product
    with the same digits."""
    if figure.unit == "%p":
        yield from _points(sentence, figure, wider)
    elif figure.unit == "%":
        yield from _of_a_part_before(sentence, figure, wider)
    elif figure.kind not in ("multiple", "percent"):
        yield from _rises(sentence, figure, wider)
        yield from _of_each(sentence, figure, wider)


def _of_each(sentence: Sentence, figure: Quantity, wider: list[Quantity]) -> Iterator[Way]:
    """'(18개 과제.) 과제당 300만 위안씩 모두 5,400만 위안': so many of each; where no word says so, the number is told
    here."""
    each = _EACH.search(sentence.ahead(figure)) is not None
    numbers = [one for one in wider if one.kind == "count" and one.value]
    for one in wider:
        for by in numbers if one.unit == figure.unit and one.value else ():
            if by is not one and (each or sentence.start <= by.start < figure.start):
                worth = (one.value or Decimal(0)) * (by.value or Decimal(0))
                yield Way(worth, worth, (one, by), meant=_has_digits(figure, worth))


_EACH = lazily(r"씩|당 |마다|각각")


def _points(sentence: Sentence, figure: Quantity, wider: list[Quantity]) -> Iterator[Way]:
    """'(85%에 이름.) 기존 소재는 68%에 그쳐 17%p 향상': the one share told here beside one of the sentence before."""
    here = [one for one in sentence.figures if one.unit == "%" and one.start < figure.start]
    behind = sentence.behind(figure)
    if (
        len(here) != 1
        or not _BASE.match(sentence.behind(here[0]))
        or not (UPWARD.match(behind) or DOWNWARD.match(behind))
    ):
        return
    for one in wider:
        if one.unit == "%" and one.start < sentence.start:
            gap = abs((one.value or Decimal(0)) - (here[0].value or Decimal(0)))
            room = (step(one) + step(here[0])) / 2
            yield Way(gap - room, gap + room, (one, here[0]), meant=True)


def _of_a_part_before(sentence: Sentence, figure: Quantity, wider: list[Quantity]) -> Iterator[Way]:
    """'(465명을 찾아냄.) 양성 940명 가운데 환자는 49.5%': of the only whole a part told before."""
    here = [one for one in sentence.figures if one.unit not in PLAIN and one.end <= figure.start]
    if len(here) == 1 and _AMONG.match(sentence.behind(here[0])) and significant(figure.text) >= _TELLING:
        for part in wider:
            smaller = (part.value or 0) < (here[0].value or 0)
            if part.start < sentence.start and part.unit == here[0].unit and same_unit(part, here[0]) and smaller:
                yield Way(*quotient(part, here[0], 100), (part, here[0]), meant=True)


_AMONG = lazily(r" ?(?:가운데|중)(?![가-힣])")
_TELLING = 3
"""So many digits of a share are not those of another by chance."""


def _rises(sentence: Sentence, figure: Quantity, wider: list[Quantity]) -> Iterator[Way]:
    """'(목표는 5,000개사.) 지금은 3,200개사로, 1,800개사가 늘어나는 셈': by how much from the one figure told here."""
    here = [one for one in sentence.figures if one.unit == figure.unit and one.start < figure.start]
    if len(here) != 1 or (here[0].value or 0) < (figure.value or 0) or not UPWARD.match(sentence.behind(figure)):
        return  # what rises by more than itself is more often a change told before
    for one in wider:
        if one.unit == figure.unit and one.start < sentence.start and (one.value or 0) > (here[0].value or 0):
            gap = (one.value or Decimal(0)) - (here[0].value or Decimal(0))
            yield Way(gap, gap, (one, here[0]), meant=True)


_BASE = lazily(r"[)）]?(?:보다|에서|에 (?:그[치쳤쳐친]|불과|머물|비해)| ?대비)")
"""Behind a share from which so many points are counted."""

_TEN = 10
"""'10곳 중 6곳(64.0%)' is a rounded way to say the share."""
_FEW = 2
"""So many digits are often those of a product by chance."""
