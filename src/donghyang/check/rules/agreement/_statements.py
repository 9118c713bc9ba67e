"""What lines state in figures and deadlines, and whether an article bears it out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from donghyang.check.figures.likeness import is_slip_of
from donghyang.check.figures.meant import (
    around,
    closest,
    is_cut_short,
    is_just_over,
    is_rounded,
    is_scaled,
    is_spanned,
    line_pairs,
    same_thing,
    surely_meant,
)
from donghyang.check.figures.operands import is_conversion, is_cut, is_past
from donghyang.check.figures.told import may_be_one, share_measure
from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.compare import agrees
from donghyang.facts.slips import significant
from donghyang.language.nearness import pairs
from donghyang.language.patterns import lazily
from donghyang.records import Message, Period, Quantity

_UNTIL = lazily(r"(?:년|말)?까지|년에? (?:완공|완성|가동|달성|준공|개통)")
_PLAN = lazily("[0-9]차")
"""A five-year plan by its number ends in a year that the article need not print."""
_MOST = 40
"""So many figures, days or names of a line are held against an article: no headline, lead or paragraph says more."""
_TELLING = 2
"""Significant digits of a figure that is not another one's value by chance."""
_FEW = 10
"""A count below this one need not be repeated by the article (3개 부처)."""
_BESIDE = 8
"""So near to a figure, before or behind, stands a word that is its unit."""
_ALIKE = 3
"""Pairs of letters that two lines share when they speak of the same."""
_YEAR_LONG, _MONTH_LONG = len("2023"), len("2023-02")
_LARGEST = 2000
"""An article of more figures is a table of data, which no headline retells."""


def counted(sheet: Sheet, passage: Passage) -> Iterator[Quantity]:
    """The figures of a line that state an amount: no bare numbers, no plans' numbers, nothing in quotation marks."""
    figures = sheet.quantities_in(*passage.span)[:_MOST]
    for before, figure in zip([None, *figures], figures, strict=False):
        if before is not None and is_conversion(sheet, before, figure):
            continue
        if figure.kind == "number" or figure.value is None or is_cut(sheet, figure) or is_past(sheet, figure):
            continue
        if not (is_quoted(sheet, passage, figure.start) or _is_idiom(sheet, figure)):
            yield figure


def _is_idiom(sheet: Sheet, figure: Quantity) -> bool:
    """Is it the ten of '10건 중 8건', a way to say a share?"""
    return figure.value in _ROUND_WHOLES and _AMONG.match(sheet.text, figure.end) is not None


_ROUND_WHOLES = frozenset((10, 100))
_AMONG = lazily(r" ?(?:중|가운데) [0-9]")


_YEAR = lazily(r"[‘’'](?=[0-9]{2}(?:년|[-~.)]))")


def is_quoted(sheet: Sheet, passage: Passage, at: int) -> bool:
    """Does it stand in quotation marks at an offset of the line? The apostrophe of '25년 is none."""
    before = _YEAR.sub("", sheet.text[passage.start : at])
    return (
        before.count("'") % 2 == 1 or before.count("‘") > before.count("’") or before.count("「") > before.count("」")
    )


def unsupported(
    sheet: Sheet,
    figures: Iterable[Quantity],
    support: list[Quantity],
    body: list[Quantity],
    *,
    wholly: bool = False,
) -> Iterator[tuple[Quantity, Hit]]:
    """The figures that nothing in `support` bears out, each with its finding; `body` is where to look for what was
    meant. A line that does nothing but retell must find all of it there.
    """
    if len(body) > _LARGEST:
        return
    figures = list(figures)
    ranks = {other.value for other in body if other.kind == "rank"}
    borne_out = {figure.start for figure in figures if _borne_out(sheet, figure, support)}
    for figure in figures:
        if figure.start in borne_out or (figure.kind == "rank" and len(ranks) != 1):
            continue
        other = closest(sheet, figure, (one for one in body if _may_be_meant(sheet, figure, one)))
        sure = other is not None and (surely_meant(sheet, figure, other) or is_scaled(sheet, figure, other))
        if not sure and (borne_out or not wholly or _small(figure)):
            continue  # a lead, and a line whose other figures are right, may say something more
        if other is None or not (sure or other.unit == figure.unit) or _is_retold(figure, other, figures):
            continue  # where the article has nothing of its kind, it was not what the headline was taken from
        if not (sure or (is_slip_of(figure, other) and _share_words(sheet, figure, other))) or agrees(figure, other):
            continue  # nor where nothing there may have become it
        yield figure, Hit(figure.start, figure.end, _message(figure, other), ((other.start, other.end),))


def _may_be_meant(sheet: Sheet, figure: Quantity, other: Quantity) -> bool:
    """May a figure be said of the same: of one time, and counted alike, 120곳 not being 620대 nor 상위 7개 all 5개?"""
    if figure.kind == other.kind == "count" and figure.unit != other.unit and _ANY not in (figure.unit, other.unit):
        return False
    if {figure.bound, other.bound} in _OPPOSITE or is_of_some(sheet, figure) != is_of_some(sheet, other):
        return False
    return may_be_one(sheet, figure, other)


def is_of_some(sheet: Sheet, figure: Quantity) -> bool:
    """Does the word before a figure say that it counts some of them, or another round?"""
    line = sheet.at(figure.start)
    start = max(line.start if line else 0, figure.start - _BESIDE)
    return figure.kind != "rank" and _SOME.search(sheet.text, start, figure.start) is not None


_SOME = lazily(r"(?:중|가운데|나머지|추가|신규|기존|상위|주요|첫|이 밖|그중)\s?$|\d(?:차|기|단계)\s?$")
_OPPOSITE = tuple({above, below} for above in (">", ">=") for below in ("<", "<="))
_ANY = "개"
"""The counter of all things."""


def _share_words(sheet: Sheet, figure: Quantity, other: Quantity) -> bool:
    """Do words stand beside both, or are both of one measure? Two words or a long one for a share, which every article
    has several of."""
    beside = len(around(sheet, figure) & around(sheet, other))
    return beside >= (_SHARES_ALIKE if figure.kind == "percent" else 1) or share_measure(sheet, figure, other)


_SHARES_ALIKE = 2
"""Pairs of letters beside two shares that are said of one thing."""


def _is_retold(figure: Quantity, other: Quantity, figures: list[Quantity]) -> bool:
    """Does the line retell the other one too, as the end of what began with this one: 200명에서 260명으로?"""
    return any(one is not figure and one.value == other.value and agrees(one, other) for one in figures)


def _small(figure: Quantity) -> bool:
    """A count of a few, which an article need not repeat."""
    return (
        figure.kind in ("count", "measure") and figure.value is not None and figure.value < _FEW and figure.unit != "년"
    )


def _borne_out(sheet: Sheet, figure: Quantity, support: list[Quantity]) -> bool:
    """Is there a figure that says the same: the value, the value rounded, or one that fits the bound and the words?"""
    verdicts = [(other, agrees(figure, other)) for other in support if same_thing(sheet, figure, other)]
    if any(verdict and (verdict.how != "bound" or figure.value == other.value) for other, verdict in verdicts):
        return True
    if any(verdict and is_just_over(figure, other) for other, verdict in verdicts):
        return True
    if any(is_rounded(sheet, figure, other) for other, _ in verdicts):
        return True
    same = [other for other in support if other.value == figure.value]
    if any(_has_unit_near(sheet, figure.unit or "", other) for other in same):
        return True
    if significant(figure.text) >= _TELLING and any(other.kind == "number" for other in same):
        return True  # of '40에서 최고 120, 다른 곳은 30mm' the first lacks its unit
    if is_cut_short(figure, support) or is_spanned(figure, support):
        return True
    words, mine = around(sheet, figure), line_pairs(sheet, figure)
    fitting = [
        other
        for other, verdict in verdicts
        if verdict
        and (words & around(sheet, other) or _is_near(figure, other) or len(mine & line_pairs(sheet, other)) >= _ALIKE)
    ]
    return bool(fitting) and not any(
        (other.bound == figure.bound and not verdict) or _as_exact(figure, other)
        for other, verdict in verdicts
        if surely_meant(sheet, figure, other)
    )


def _has_unit_near(sheet: Sheet, unit: str, other: Quantity) -> bool:
    """Does the unit of one figure stand as a word beside the other (105큐비트: 105개의 큐비트)?"""
    return len(unit) > 1 and unit in sheet.text[max(0, other.start - _BESIDE) : other.end + _BESIDE]


def _is_near(figure: Quantity, other: Quantity) -> bool:
    """Is a sum what the bound's figure would be said of with 약: half a last digit away, a tenth of it at the most?"""
    return figure.kind == "money" and agrees(replace(figure, bound="approx"), replace(other, bound=None)).holds


def _as_exact(figure: Quantity, other: Quantity) -> bool:
    """Is a bound as exact as the figure it would be said of? 'over 65' is not what is said of 66."""
    return figure.value != other.value and significant(figure.text) >= significant(other.text) > 1


def _message(figure: Quantity, other: Quantity) -> Message:
    return Message(
        f"본문에는 '{figure.text}'이(가) 없고 '{other.text}'이(가) 있습니다.",
        f"the article has no '{figure.text}', but '{other.text}'.",
    )


def deadlines(sheet: Sheet, passage: Passage, years: list[Period]) -> Iterator[Hit]:
    """A year ahead, or a deadline, that the article does not have though it has another for the same aim."""
    named = {year for period in years for year in _years(period)}
    ahead = [one for one in years if one.value and not one.text.endswith("년대") and _ahead(sheet, one)]
    for period in sheet.periods_in(*passage.span)[:_MOST]:
        if _PLAN.search(period.text):
            continue
        if not period.value or named & _years(period) or not _ahead(sheet, period):
            continue
        if same := [one for one in ahead if _of_one_aim(sheet, period, one)]:
            yield _other_time(period, min(same, key=lambda one: (abs(_year(one) - _year(period)), one.start)))


def _of_one_aim(sheet: Sheet, period: Period, other: Period) -> bool:
    """Is what is to be done by then the same: a figure, what is finished or built, or most words behind both?"""
    mine, theirs = _behind(sheet, period), _behind(sheet, other)
    figures = [{(one.value, one.unit) for one in sheet.quantities_in(*span)} for span in (mine, theirs)]
    words = [sheet.text[slice(*span)] for span in (mine, theirs)]
    done = [found[1] if (found := _DONE.match(text)) else None for text in words]
    told = [{pair for pair in pairs(text) if not _DIGIT.search(pair)} for text in words]
    alike = len(told[0] & told[1])
    return (
        not figures[0].isdisjoint(figures[1])
        or None is not done[0] == done[1]
        or alike >= min(_AIM, max(2, len(told[0])))
    )


def _behind(sheet: Sheet, period: Period) -> tuple[int, int]:
    line = sheet.at(period.start)
    return period.end, min(line.end if line else period.end, period.end + _REACH)


_DONE = lazily(r"(?:까지|에|말까지|말에?)?\s?(완공|완성|준공|개통|가동|착공|발사|시행|개원|개교)")
_DIGIT = lazily(r"[0-9]")
_REACH = 40
"""So much behind a deadline says what is to be done by then."""
_AIM = 5
"""Pairs of letters that two aims must share: two long words."""


def months(sheet: Sheet, passage: Passage, dates: list[Period]) -> Iterator[Hit]:
    """A plain month of the headline that the article does not have though it has another; 3분기 and 1~9월 are told of
    what the article has by other months."""
    known = [period for period in dates if period.value and len(period.value) > _YEAR_LONG]
    for period in sheet.periods_in(*passage.span)[:_MOST]:
        is_month = period.value is not None and period.high is None and _MONTH.fullmatch(period.text)
        if is_month and known and not any(_has_month(other, period) for other in known):
            yield _other_time(period, min(known, key=lambda one: one.start))


def _has_month(period: Period, month: Period) -> bool:
    """Is the month this one, or one of a stretch of months (9월 of 1~9월)? One told without its year is of any."""
    assert period.value is not None
    assert month.value is not None
    first = period.value[:_MONTH_LONG]
    last = (period.high or "")[:_MONTH_LONG]
    last = last if len(last) == _MONTH_LONG else first
    if "년" not in month.text and first[:_YEAR_LONG] == last[:_YEAR_LONG]:
        return first[_YEAR_LONG:] <= month.value[_YEAR_LONG:] <= last[_YEAR_LONG:]
    return first <= month.value <= last


_MONTH = lazily(r"(?:[0-9]{4}년 ?|올해 )?[0-9]{1,2}월")


def days(sheet: Sheet, passage: Passage, dates: list[Period]) -> Iterator[Hit]:
    """A day that the article does not have, though it has one of the same month or of the same number."""
    known = [(one, one.value[:_DAY]) for one in dates if one.value and len(one.value) >= _DAY]
    for period in sheet.periods_in(*passage.span)[:_MOST]:
        day = (period.value or "")[:_DAY]
        begins = period.high == _OPEN
        if len(day) < _DAY or (period.high and not begins) or any(_holds(one, day) for one, _ in known):
            continue
        near = [one for one, other in known if (other[5:7] == day[5:7]) != (other[8:] == day[8:])]
        near = [one for one in near if not begins or one.high == _OPEN]
        if near:
            yield _other_time(period, near[0])


_DAY = len("2023-02-17")
_OPEN = ".."
"""The end of a stretch that is told from its first day on: 12월 1일부터."""


def _holds(period: Period, day: str) -> bool:
    """Is the day, of whatever year, this one or one of its stretch?"""
    first = (period.value or "")[5:_DAY]
    return first <= day[5:] <= ((period.high or "")[5:_DAY] or first)


def _other_time(period: Period, other: Period) -> Hit:
    message = Message(f"본문에는 '{other.text}'입니다.", f"the article has '{other.text}'.")
    return Hit(period.start, period.end, message, ((other.start, other.end),))


def _ahead(sheet: Sheet, period: Period) -> bool:
    """Is this a deadline, or a year after that of publication?"""
    if sheet.date is not None and _year(period) > sheet.date.year:
        return True
    return period.text.endswith("까지") or _UNTIL.match(sheet.text, period.end) is not None


def _years(period: Period) -> set[int]:
    return {int(value[:4]) for value in (period.value, period.high) if value and value[:4].isdigit()}


def _year(period: Period) -> int:
    return max(_years(period), default=0)


_MODEL = lazily(
    r"(?<![A-Za-z0-9])(?P<name>[A-Za-z]{3,}[- ]?)(?P<number>[0-9]+(?:\.[0-9]+)?)(?P<tail>[A-Z]?)(?![A-Za-z0-9])"
)


def models(passage: Passage, body: list[Passage]) -> Iterator[Hit]:
    """A name with a number (ChatX-6B) that the article has with another number only."""
    for found in islice(_MODEL.finditer(passage.text), _MOST):
        if any(found[0] in line.text for line in body):
            continue
        like = lazily(rf"(?<![A-Za-z0-9]){re.escape(found['name'])}[0-9]+(?:\.[0-9]+)?{found['tail']}(?![A-Za-z0-9])")
        other = next(((line, match) for line in body if (match := like.search(line.text))), None)
        if other is not None:
            line, match = other
            message = Message(f"본문에는 '{match[0]}'입니다.", f"the article has '{match[0]}'.")
            span = (line.start + match.start(), line.start + match.end())
            yield Hit(passage.start + found.start(), passage.start + found.end(), message, (span,))
