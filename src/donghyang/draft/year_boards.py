"""The tables of a government's work report: the goals of its year, and what its last year came to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.draft.boards import Board
from donghyang.draft.clauses import clause
from donghyang.draft.cutting import clause_spans
from donghyang.draft.halves import half_said
from donghyang.draft.moods import OPEN, mood_of
from donghyang.draft.plan_pages import reviews_at
from donghyang.draft.plans import words_of
from donghyang.draft.reading import reader
from donghyang.draft.reviewed import time_of
from donghyang.draft.work_reports import Goals, Item, goals_of, is_work_report, of_place, place_of, year_of
from donghyang.facts import find_facts
from donghyang.language import tables
from donghyang.records import Table
from donghyang.report.grammar import opened

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from donghyang.draft.reading import Reader
    from donghyang.language.terms import Termbase
    from donghyang.records import PageText, Span

_WHOLE_YEAR = "全年"
_LEAST = 3
"""Rows that make a table."""
_MACRO = frozenset(tables.words(__package__, "macro"))
_GOALS_HEAD, _RESULTS_HEAD = ("지표", "목표"), ("지표", "실적")


def figure_boards(pages: Sequence[PageText], terms: Termbase, date: dt.date) -> list[Board]:
    """Tables of a work report's goals and of its last year's results; [] where no page is one."""
    for page in pages:
        if not is_work_report(page.title):
            continue
        day = page.date or date
        read = reader(page.text, find_facts(page.text, date=day), terms, day)
        goals = goals_of(read, page.title)
        boards = [_goal_board(page, read, goals)] if goals and len(goals.items) >= _LEAST else []
        year = year_of(page.title, day)
        results = _results(read, year - 1, goals.span[0] if goals else len(page.text)) if year else []
        if len(results) >= _LEAST and year:
            boards.append(_result_board(page, results, year - 1))
        return boards
    return []


def _goal_board(page: PageText, read: Reader, goals: Goals) -> Board:
    rows = [
        (one.what, one.amount + (" (더 나은 결과를 위해 노력)" if one.rider else ""))
        if one.what
        else (opened(half_said(read, *one.span) or page.text[slice(*one.span)]), "")
        for one in goals.items
    ]
    table = Table(f"{goals.year}년 주요 예상 목표", _GOALS_HEAD, tuple(rows))
    return Board(table, f"{page.name}: {page.text[slice(*goals.span)]}", page, goals.span)


def _results(page: Reader, year: int, end: int) -> list[Item]:
    """What the report tells of the economy in a year that it looks back on, each measure once."""
    found: dict[str, Item] = {}
    for start, stop in _reviewed(page, end):
        whole = False
        for span in clause_spans(page, start, stop):
            whole = whole or _WHOLE_YEAR in page.folded[slice(*span)]
            one = _result(page, span, year, whole=whole)
            if one:
                found.setdefault(one.what, one)
    results = list(found.values())
    return [of_place(one) for one in results] if place_of(page) else results


def _reviewed(page: Reader, end: int) -> Iterator[Span]:
    """The sentences of the review in front of `end`."""
    at = 0
    for stop in re.finditer("[。；\n]", page.text[:end]):
        if reviews_at(page, at):
            yield at, stop.start()
        at = stop.end()


def _result(page: Reader, span: Span, year: int, *, whole: bool) -> Item | None:
    words = words_of(page, *span)
    first = next((word for word in words if word.has("noun") and word.kind != "place" and not word.has("date")), None)
    if first is None or first.zh not in _MACRO or not any(word.has("quantity") for word in words):
        return None
    found = clause(page, words)
    if not found or found.shape != "figure" or not found.who or mood_of(page, *span) not in (*OPEN, "done"):
        return None
    time = time_of(page, span[0])
    of_year = found.date == f"{year}년" if found.date else whole or (time is not None and time.year == year)
    return Item(span, found.who, found.korean) if of_year else None


def _result_board(page: PageText, results: Sequence[Item], year: int) -> Board:
    rows = tuple((one.what, one.amount) for one in results)
    told = " / ".join(page.text[slice(*one.span)] for one in results)
    span = (results[0].span[0], results[-1].span[1])
    return Board(Table(f"{year}년 주요 실적", _RESULTS_HEAD, rows), f"{page.name}: {told}", page, span)
