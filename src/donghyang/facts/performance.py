"""Records of technical performance: a figure by which a thing works, what it is compared with, and claims to be first.

A share of a market, a sum of money, a goal or a forecast is none, and neither is a first office or a first meeting.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from donghyang.facts import measures
from donghyang.facts.firsts import PLANNED, THINGS, firsts
from donghyang.facts.intent import core_of, is_foretold
from donghyang.facts.phrases import noun_before
from donghyang.facts.wording import clause_at, either, last, topics
from donghyang.language.patterns import lazily
from donghyang.language.remembered import remembered
from donghyang.records import PerformanceRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from donghyang.facts.statements import Statement
    from donghyang.records import Quantity, Span

_KINDS = ("measure", "percent", "count", "multiple", "number")
_AIMS = lazily("목표|계획|전망|향후|과제")
"""Labels of bullets that tell what is to come."""
_PLANNED = lazily(rf"{PLANNED}|가능성이 (?!있음을 (?:{either('found_out')}))")
_CHANGES = lazily(
    r"^[)）]?\s?(?:이상|가까이|정도|가량|수준)?(?:으로|씩|까지|을|를|가|이)?\s?(?:이상\s)?(?:더\s)?"
    r"(?P<way>향상|개선|증가|상승|확대|빠[르른]|빨라|높[아은이]|길[어고]|늘[어려었렸린]|강화|커[졌지]"
    r"|(?P<less>단축|감소|절감|축소|줄[어이였]|낮[아추]|저감|경량화|하락))"
)
_CHANGED_BY = lazily(r"\s(?:더\s)?(?:향상|개선|증가|상승|확대|늘[어려었렸]|단축|감소|절감|축소|줄[어이였었]|저감|하락)")
"""Behind a share that is a change, and no value: 골밀도가 6.0% 줄었다."""
_BASE = lazily(r"의\s(?:약\s)?")
"""Between what a figure is held against and how many times of it: 기존 90kg의 1/5."""
_TIMES_OF = lazily(r"(?:의|보다|대비|에\s?비해)\s?(?:거의\s|약\s|최대\s|무려\s)?$")
_FROM = lazily(r"^에서\s?(?:약\s|최대\s)?$")
_UNIT = lazily(
    r"^([-\s]?[A-Za-zμ][A-Za-z0-9μ°²³⁻¹/·\s-]{0,20}?)(?=\s?(?:수준|급|로|으로|에|을|를|의|이|가|까지|,|\.|\)|$))"
)
"""A unit that no list has: 12.74-T MACs/s/mm²."""


def records(found: Iterable[Statement]) -> list[PerformanceRecord]:
    """The records that statements tell, in order of place; an empty list when there are none."""
    told: list[PerformanceRecord] = []
    for statement in found:
        if not statement.is_chinese and statement.part not in ("headline", "heading") and _technical(statement):
            told += sorted((*_figures(statement), *firsts(statement)), key=lambda record: record.start)
    return told


def _technical(statement: Statement) -> bool:
    """Whether a statement speaks of a thing that works: its own words, those above it, or its section say so."""
    around = (statement.text, *statement.above, statement.headline, statement.caption)
    return statement.section == "technology" or any(map(_speaks_of_things, around))


@remembered
def _speaks_of_things(words: str) -> bool:
    return THINGS.search(words) is not None


def _figures(statement: Statement) -> Iterator[PerformanceRecord]:
    text = statement.text
    figures: list[Quantity] = [q for q in statement.quantities if q.kind in _KINDS]
    if not figures or _AIMS.search(statement.label or ""):
        return
    taken: set[int] = set()
    for at, figure in enumerate(figures):
        clause = clause_at(text, figure.start)
        unread = figure.value is None and figure.problem is None
        if figure.start in taken or unread or _is_ahead(text, clause) or statement.is_to_come(figure.start):
            continue
        later = figures[at + 1] if at + 1 < len(figures) and figures[at + 1].end <= clause[1] else None
        if later and later.kind == "multiple" and _BASE.fullmatch(text, figure.end, later.start):
            continue
        if later and _FROM.match(text[figure.end : later.start]) and later.unit == figure.unit:
            taken.add(later.start)
            yield from _of_figure(statement, clause, later, before=figure)
        elif figure.kind == "multiple":
            yield from _times(statement, clause, figure)
        elif _CHANGES.match(text[figure.end :]) and measures.is_compared(text, clause[0], figure.start):
            yield from _changed(statement, clause, figure)
        elif not (figure.kind == "percent" and _CHANGED_BY.match(text[figure.end :])):
            yield from _of_figure(statement, clause, figure)


def _is_ahead(text: str, clause: Span) -> bool:
    """Whether a clause tells what is planned or foretold."""
    body = text[slice(*clause)]
    if is_foretold(body) or core_of(body)[1] or _PLANNED.search(body):
        return True
    return clause[1] == len(text) and core_of(text)[1]


def _of_figure(
    statement: Statement, clause: Span, figure: Quantity, *, before: Quantity | None = None
) -> Iterator[PerformanceRecord]:
    """The record of a figure with its measure; `before` is the figure that it has come from (49일에서 35일로)."""
    text = statement.text
    found = measures.measure_of(statement, clause, before or figure)
    unit = _UNIT.match(text[figure.end :]) if figure.kind == "number" else None
    if found is None or measures.ECONOMY.search(text, *clause) or (figure.kind == "number" and not (unit or before)):
        return
    if unit:
        figure = replace(figure, end=figure.end + unit.end(1), unit=unit[1].lstrip("- "))
    metric, (start, end) = found
    end = max(end, figure.end)
    holder, name = measures.holder_of(statement, metric, clause, start)
    held = None if before else measures.held_against(statement, clause, figure)
    compared, before = held or (measures.compared_in(text, clause, start), before)
    yield PerformanceRecord(
        text[start:end], *statement.span(start, end), name or None, figure.value, figure.high, figure.unit,
        figure.bound, holder, compared, before.value if before else None, problem=figure.problem,
    )  # fmt: skip


def _times(statement: Statement, clause: Span, figure: Quantity) -> Iterator[PerformanceRecord]:
    """A figure that says how many times as much: 기존 …보다 거의 100배, ChatGPT의 1/10."""
    text = statement.text
    before = text[clause[0] : figure.start]
    tie = _TIMES_OF.search(before)
    compared = noun_before(before, tie.start()) if tie else measures.compared_in(text, clause, figure.start)
    found = last(measures.ANY, before)
    if found is not None and any(topics(before, found.end() + 1)):
        found = None  # 고용량 흡입군의 이상반응은 주사군의 3분의 2
    grown = found is not None and _CHANGES.match(text[figure.end :]) is not None  # 해상도는 10만 배로 향상
    if not (compared or grown) or measures.ECONOMY.search(text, *clause):
        return
    metric = noun_before(before, found.end()) if found else None
    label = None if metric else measures.measuring_label(statement)
    if metric is None and label is None and not _CHANGES.match(text[figure.end :]):
        return
    if metric and compared and compared.startswith(metric):
        metric = None
    start = clause[0] + max(0, before.rfind(metric or compared or ""))
    holder, name = measures.holder_of(statement, metric or label or "", clause, start)
    yield PerformanceRecord(
        text[start : figure.end], *statement.span(start, figure.end), name or None, None, None, None, figure.bound,
        holder, compared, factor=figure.value, problem=figure.problem,
    )  # fmt: skip


def _changed(statement: Statement, clause: Span, figure: Quantity) -> Iterator[PerformanceRecord]:
    """A change against something else in percent: 기존 대비 30% 단축."""
    text = statement.text
    way = _CHANGES.match(text[figure.end :])
    before = text[clause[0] : figure.start]
    found = last(measures.ANY, before)
    if (
        figure.kind != "percent"
        or figure.value is None
        or measures.ECONOMY.search(text, *clause)
        or not (way and found)
    ):
        return
    metric = noun_before(before, found.end())
    start = clause[0] + before.rfind(metric)
    end = figure.end + way.end()
    holder, name = measures.holder_of(statement, metric, clause, start)
    yield PerformanceRecord(
        text[start:end], *statement.span(start, end), name, None, None, None, figure.bound, holder,
        measures.compared_in(text, clause, figure.start), change=-figure.value if way["less"] else figure.value,
    )  # fmt: skip
