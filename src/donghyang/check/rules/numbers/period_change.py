"""전월·전년 대비 증감이 월별·연도별 수와 맞지 않습니다. | A change does not follow from the row of months or years.

왜: '1월 12만 대, 2월 10만 대, 3월 15만 대'라고 적었으면 3월의 전월 대비 증감은 글 어디에 적혀 있든 셈해 볼 수 있다.
Why: Where a text has 'January 120, February 100, March 150', the change of March on the month before can be worked out
wherever it is told.
Bad: 판매량은 1월 12만 대, 2월 10만 대, 3월 15만 대이며 3월은 전월 대비 75% 늘었다.
Good: 판매량은 1월 12만 대, 2월 10만 대, 3월 15만 대이며 3월은 전월 대비 50% 늘었다.
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import groupby, pairwise
from typing import NamedTuple

from donghyang.check.figures.operands import follows, quotient, rise, shown_as
from donghyang.check.figures.wording import DOWN, UP
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._changes import by_rounding
from donghyang.check.rules.numbers._sentences import Sentence, sentences
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import one_slip_apart, step
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "period-change"
CLASS = "growth"
SEVERITY = "warning"

_HELD = r"(?:대비|보다|에비[해하]|[에와과]견[주줘]|의)"
_BREAK = lazily(r"[,:→·(（]\s?|[가-힣](?:으로|에서|로|은|는|이|가) ")
_AHEAD = 18
"""So far before a figure stands the name of its month or year."""
_UPWARD, _DOWNWARD = lazily(rf"\s?[)）]?(?:나|이나)?{UP}|\s?[↑▲]"), lazily(rf"\s?[)）]?(?:나|이나)?{DOWN}|\s?[↓▼]")
_TOPIC = lazily(r"(?<![가-힣])(?!지난해|올해|작년|같은 기간|전년)[가-힣]{2,}(?:은|는|이|가) ")
_COARSE = Decimal(3)
"""Points within which the rounding of a row may move a rate that was worked out from what it was rounded from."""


class _Period(NamedTuple):
    """How the figures of a row are called after their times, and what the last of them is held against."""

    label: re.Pattern[str]
    against: re.Pattern[str]


_PERIODS = tuple(
    _Period(
        lazily(label),
        lazily(rf"(?:(?P<own>{label})(?:은|는|에는?|엔|이|의)?)?(?:들어)?(?:{base}){_HELD}[가-힣]{{0,4}}[(（]?약?$"),
    )
    for label, base in tables.read(__package__, "periods.tsv")
)


class _Step(NamedTuple):
    """From one figure of a row to the next, with the name of the later one's time."""

    period: _Period
    label: str
    old: Quantity
    new: Quantity


_Steps = dict[tuple[object, ...], _Step | None]
"""The step to a period of a name (period, label), and to a value (period, value, unit); None where there are two."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Rates on the period before, against the rows of the same article."""
    for _, group in groupby(sentences(sheet), key=lambda one: _article(sheet, one)):
        told = list(group)
        steps = _sorted(one for sentence in told for one in _steps(sentence))
        if steps:
            for sentence in told:
                for rate in sentence.figures:
                    yield from _held(sentence, rate, steps)


def _article(sheet: Sheet, sentence: Sentence) -> int | None:
    passage = sheet.at(sentence.start)
    return passage.article if passage is not None else None


def _sorted(steps: Iterable[_Step]) -> _Steps:
    found: _Steps = {}
    for one in steps:
        for key in ((one.period, one.label), (one.period, one.new.value, one.new.unit)):
            other = found.setdefault(key, one)
            if other is not None and (other.old.value, other.new.value) != (one.old.value, one.new.value):
                found[key] = None
    return found


def _steps(sentence: Sentence) -> Iterator[_Step]:
    amounts = [one for one in sentence.figures if _may_be_of_a_row(one)]
    for old, new in pairwise(amounts):
        if old.unit != new.unit and None not in (old.unit, new.unit):
            continue
        for period in _PERIODS:
            labels = [_label(sentence, one, period) for one in (old, new)]
            if all(labels) and labels[0] != labels[1]:
                yield _Step(period, labels[1], old, new)


def _may_be_of_a_row(figure: Quantity) -> bool:
    """Is it an amount, or a bare number, as all but the last of a row often are: 1월 120, 2월 100, 3월 150만 대?"""
    return figure.unit not in ("%", "%p") and figure.kind not in ("multiple", "rank") and bool(figure.value)


def _label(sentence: Sentence, figure: Quantity, period: _Period) -> str:
    """The month, quarter, year or week right before a figure; '' where there is none."""
    found = period.label.match(_BREAK.split(sentence.ahead(figure, _AHEAD).rstrip())[-1].replace(" ", ""))
    return found[0] if found else ""


def _held(sentence: Sentence, rate: Quantity, steps: _Steps) -> Iterator[Hit]:
    if (rate.unit != "%" and rate.kind != "multiple") or rate.bound not in (None, "approx") or not rate.value:
        return
    before = [one for one in sentence.figures if one.end <= rate.start]
    start = before[-1].end if before else sentence.start
    span = start - sentence.start, rate.start - sentence.start
    words = sentence.text[slice(*span)].replace(" ", "")
    last = next((one for one in reversed(before) if _may_be_of_a_row(one)), None)
    for period in _PERIODS:
        said = period.against.search(words)
        if said is None:
            continue
        if last is None or (not said["own"] and _TOPIC.search(sentence.text, *span)):
            return  # 늘었고 비용은 전년 대비 7% 줄었다
        if said["own"]:
            row = steps.get((period, said["own"]))
            row = row if row and row.new == last else None  # told of a month by its name, right behind its row
        else:
            row = steps.get((period, last.value, last.unit))
        if row is not None:
            yield from _told(sentence, rate, row)
        return


def _told(sentence: Sentence, rate: Quantity, row: _Step) -> Iterator[Hit]:
    behind = sentence.behind(rate)
    down = _DOWNWARD.match(behind) is not None
    if not down and not _UPWARD.match(behind) and (row.new.value or 0) <= (row.old.value or 0):
        return
    old, new = (replace(one, unit=row.new.unit) for one in (row.old, row.new))
    worth = quotient(new, old) if rate.kind == "multiple" else rise(new, old, -1 if down else 1)
    if follows(rate, worth) and not _is_slip(rate, old, new, down=down):
        if rate.kind != "multiple":
            yield from by_rounding(old, new, rate, -1 if down else 1)
        return
    figure = shown_as(_exact(rate, old, new, down=down), rate)
    message = Message(f"두 수로 셈하면 {figure}입니다.", f"the figures give {figure}.")
    yield Hit(rate.start, rate.end, message, ((row.old.start, row.old.end), (row.new.start, row.new.end)))


def _exact(rate: Quantity, old: Quantity, new: Quantity, *, down: bool) -> Decimal:
    times = (new.value or Decimal(0)) / (old.value or Decimal(1))
    return times if rate.kind == "multiple" else (1 - times if down else times - 1) * 100


def _is_slip(rate: Quantity, old: Quantity, new: Quantity, *, down: bool) -> bool:
    """Is a rate told to the tenth what the printed figures give but for one digit, however roughly they are printed?"""
    if step(rate) >= 1 or rate.unit != "%":
        return False
    exact = _exact(rate, old, new, down=down).quantize(step(rate))
    far = abs(exact - (rate.value or 0)) > _COARSE
    return far and exact > 0 and one_slip_apart(rate, replace(rate, value=exact, text=f"{exact}%"))
