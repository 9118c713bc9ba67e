"""The figures of a government's work report by their time: results of its years, goals of those to come."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from donghyang.draft.clauses import clause
from donghyang.draft.measured import Indicator, measure, measures, of_nothing, with_move
from donghyang.draft.outline import INNER, annex_at
from donghyang.draft.plans import words_of
from donghyang.draft.reviewed import looks_back, planned_at, time_of
from donghyang.draft.work_reports import goals_of, is_work_report, of_place, place_of, year_of
from donghyang.language import tables
from donghyang.records import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from donghyang.draft.reading import Reader
    from donghyang.records import Span

LEAST, MOST = 2, 16
"""Rows of a table: what such weeklies print of a report."""
_MOST_OPEN = 4
"""Open rows of one besides."""
_ECONOMY = re.compile(
    r"(?:\d{4}年|全[省市区体年]|城镇|农村|城乡|居民|常住|和|与|、|实现|完成|其中|预计|力争)*"
    f"(?:{tables.either(__package__, 'macro')})"
)
_MACRO = re.compile(tables.either(__package__, "macro"))
_SCIENCE = re.compile(tables.either(__package__, "measured_science"))
_WEIGHT = {word: at for at, word in enumerate(tables.words(__package__, "measured_science"))}
_STATED = re.compile(
    rf"(?:其中)?[^\d，]{{0,20}}(?:{tables.either(__package__, 'measured_science')})[^\d，、]{{0,12}}\d"
)
"""A clause whose measure stands in front of its figure, as those of the tables do."""
_LONGEST_OPEN = 44
_NARROWED = re.compile("扣除|剔除|不含|除.{1,20}外")
_OTHER_TIME = re.compile("近[一二两三四五六七八九十\\d]年|连续|每年|月均|日均|十三五|季度|[上下]半年|[前首]\\d个?月")
_SUMMED = re.compile(r"累计[^\d]{0,4}(?:增长|下降|减少|提高|降低|上升)")
_COUNTED = ("money", "percent", "count", "measure", "multiple")


@dataclass(slots=True)
class Rows:
    """The rows of one time, in the order of the text."""

    years: str
    """The time, in Korean."""
    ahead: bool
    """Are they goals, and no results?"""
    single: bool
    """Is it one year?"""
    items: dict[str, Indicator] = field(default_factory=dict)
    """By what they measure: the first that the report gives."""
    weights: dict[str, int] = field(default_factory=dict)

    def add(self, one: Indicator, key: str, weight: int) -> None:
        """One more row; what is measured again is none."""
        if key not in self.items:
            self.items[key], self.weights[key] = one, weight

    def make_a_table(self) -> bool:
        """Are there enough, one of them in Korean at least?"""
        return len(self.items) >= LEAST and any(one.what for one in self.items.values())

    def best(self) -> list[Indicator]:
        """So many rows as a table holds, the weightiest, in the order of the text."""
        ranked = sorted(self.items, key=lambda key: self.weights[key])
        still = [key for key in ranked if not self.items[key].what][:_MOST_OPEN]
        told = [key for key in ranked if self.items[key].what][:MOST]
        return [one for key, one in self.items.items() if key in told or key in still]


def figures_of(page: Reader, title: str | None) -> list[Rows]:
    """The tables of a work report's figures: last year's results, the years' before it, the goals of its tasks and
    of the years to come. [] of other pages.
    """
    year = year_of(title, page.date) if is_work_report(title) else None
    if year is None:
        return []
    goals = goals_of(page, title)
    listed = goals.span if goals else (len(page.text), len(page.text))
    found = {
        "year": Rows(f"{year}년", ahead=True, single=True),
        "last": Rows(f"{year - 1}년", ahead=False, single=True),
        "past": Rows("", ahead=False, single=False),
        "next": Rows("", ahead=True, single=False),
    }
    for start, end in _sentences(page):
        kind, years = _time_of(page, start, year, listed)
        if not kind or listed[0] <= start < listed[1] or _NARROWED.search(page.folded, start, end):
            continue
        rows = found[kind]
        rows.years = rows.years or years
        for one, weight in _of_sentence(page, start, end, rows):
            rows.add(one, one.what or page.text[slice(*one.span)], weight)
    place = place_of(page)
    return [_placed(rows, place) for rows in found.values() if rows.make_a_table()]


def _placed(rows: Rows, place: str) -> Rows:
    named = of_place(list(rows.items.values()), place)
    rows.items = dict(zip(rows.items, named, strict=True))
    return rows


def _sentences(page: Reader) -> Iterator[Span]:
    """The sentences of the report with figures that its tables may hold, a list parted at semicolons; without annex."""
    end = annex_at(page.text)
    for found in re.finditer("[^。;:\n]+", page.folded[:end]):
        told = found.group()
        if re.search(r"\d", told) and (_SCIENCE.search(told) or _MACRO.search(told)):
            yield found.span()


def _time_of(page: Reader, at: int, year: int, listed: Span) -> tuple[str, str]:
    """Which table a sentence's figures belong to, and its years in Korean; ("", "") for none."""
    planned = planned_at(page, at)
    if planned:
        return ("year", "") if planned == f"{year}년" else ("next", planned)
    if not looks_back(page, at):
        return ("year", "") if at >= listed[1] else ("", "")
    time = time_of(page, at)
    if time is None or not time.korean:
        return "", ""
    if time.several:
        return "past", time.korean
    return ("last", "") if time.year == year - 1 else ("", "")


def _of_sentence(page: Reader, start: int, end: int, rows: Rows) -> Iterator[tuple[Indicator, int]]:
    """What a sentence gives of the economy (but goals of the year, which the report lists) and of science."""
    last: Indicator | None = None
    weight: int | None = None
    for span, one in measures(page, start, end, ahead=rows.ahead):
        text = page.folded[slice(*span)]
        if last and one is None and (move := _move(page, span)):
            # 达到2.15万亿元、增长5.5%: how it moved belongs to how much it was.
            last = with_move(last, span[1], move)
            continue
        if last and weight is not None:
            yield last, weight
        last, weight = _wanted(page, span, one, rows), _weight(text, rows)
    if last and weight is not None:
        yield last, weight


def _wanted(page: Reader, span: Span, one: Indicator | None, rows: Rows) -> Indicator | None:
    """A row of the table: what is measured, or what has no Korean as it stands; None for what is no such figure."""
    text = page.folded[slice(*span)]
    if _weight(text, rows) is None or _OTHER_TIME.search(text) or _of_an_inner_region(page, span):
        return None
    if one:
        return one if _is_of(one, text, rows) else None
    stated = len(text) <= _LONGEST_OPEN and _STATED.match(text) is not None and not of_nothing(text)
    # What could be said but for what stands in front of it is no open row: it would look finished.
    open_row = stated and _is_counted(page, span) and measure(page, span, ahead=rows.ahead) is None
    return Indicator(span, "", "") if open_row else None


def _weight(text: str, rows: Rows) -> int | None:
    """How much a row is wanted, the least number first; None for what is neither of the economy nor of science."""
    science = _SCIENCE.search(text)
    if not (rows.ahead and rows.single) and _ECONOMY.match(text):
        return _OF_ECONOMY
    return _WEIGHT[science.group()] if science else None


_OF_ECONOMY = -1
_MOVES = re.compile("(?:同比)?(?:增长|下降|达到?)")


def _move(page: Reader, span: Span) -> str:
    """How much something moved, of which the clause in front says what it is; "" for any other clause."""
    if not _MOVES.match(page.folded, span[0]):
        return ""
    found = clause(page, words_of(page, *span))
    plain = found is not None and found.shape == "figure" and not found.who and not found.date
    return found.korean.removesuffix(" 기록") if found and plain else ""


def _is_of(one: Indicator, text: str, rows: Rows) -> bool:
    """Is a figure of the years of its table, whatever time it names itself?"""
    if rows.single and (one.yearly or _SUMMED.search(text)):
        # 年均增长5%, 能耗强度累计下降17%: of several years.
        return False
    return not one.date or one.date == rows.years or (rows.ahead and one.date[:4] == rows.years[-5:-1])


def _is_counted(page: Reader, span: Span) -> bool:
    found = [page.facts.get(place) for place in range(*span)]
    return any(isinstance(fact, Quantity) and fact.kind in _COUNTED for fact in found)


def _of_an_inner_region(page: Reader, span: Span) -> bool:
    """Does the paragraph, up to the end of a clause, name a part of the province?"""
    places = _inner_places(page.folded)
    at = bisect_left(places, page.folded.rfind("\n", 0, span[0]) + 1)
    return at < len(places) and places[at] < span[1]


@lru_cache(maxsize=4)
def _inner_places(folded: str) -> tuple[int, ...]:
    return tuple(one.start() for one in INNER.finditer(folded))
