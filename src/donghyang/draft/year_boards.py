"""The tables of a government's work report: the goals of its year, and what its last year came to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.draft.boards import Board
from donghyang.draft.halves import half_said
from donghyang.draft.reading import reader
from donghyang.draft.work_reports import Goals, Indicator, goals_of, is_work_report, results_of, year_of
from donghyang.facts import find_facts
from donghyang.records import Table
from donghyang.report.grammar import opened

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from donghyang.draft.reading import Reader
    from donghyang.language.terms import Termbase
    from donghyang.records import PageText

_LEAST = 3
"""Rows that make a table."""
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
        results = results_of(read, page.title)
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


def _result_board(page: PageText, results: Sequence[Indicator], year: int) -> Board:
    rows = tuple((one.what, one.amount) for one in results)
    told = " / ".join(page.text[slice(*one.span)] for one in results)
    span = (results[0].span[0], results[-1].span[1])
    return Board(Table(f"{year}년 주요 실적", _RESULTS_HEAD, rows), f"{page.name}: {told}", page, span)
