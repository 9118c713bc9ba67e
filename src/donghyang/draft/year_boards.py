"""The tables of a government's work report: the goals of its year and of those to come, what its last years came to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.draft.boards import Board
from donghyang.draft.halves import half_said
from donghyang.draft.reading import reader
from donghyang.draft.report_figures import Rows, figures_of
from donghyang.draft.work_reports import Goals, goals_of, is_work_report
from donghyang.facts import find_facts
from donghyang.records import Table
from donghyang.report.grammar import opened

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from donghyang.draft.measured import Indicator
    from donghyang.draft.reading import Reader
    from donghyang.language.terms import Termbase
    from donghyang.records import PageText

_LEAST = 3
"""Rows that make a table."""
_GOALS_HEAD, _RESULTS_HEAD = ("지표", "목표"), ("지표", "실적")


def figure_boards(pages: Sequence[PageText], terms: Termbase, date: dt.date) -> list[Board]:
    """Tables of a work report's goals and results by the years that they are of; [] where no page is one."""
    for page in pages:
        if not is_work_report(page.title):
            continue
        day = page.date or date
        read = reader(page.text, find_facts(page.text, date=day), terms, day)
        goals = goals_of(read, page.title)
        boards = [_goal_board(page, read, goals)] if goals and len(goals.items) >= _LEAST else []
        return boards + [_board(page, read, rows) for rows in figures_of(read, page.title)]
    return []


def _goal_board(page: PageText, read: Reader, goals: Goals) -> Board:
    rows = tuple(_row(page, read, one) for one in goals.items)
    table = Table(f"{goals.year}년 주요 예상 목표", _GOALS_HEAD, rows)
    return Board(table, f"{page.name}: {page.text[slice(*goals.span)]}", page, goals.span)


def _board(page: PageText, read: Reader, rows: Rows) -> Board:
    shown = rows.best()
    left = len(rows.items) - len(shown)
    told = " / ".join(page.text[slice(*one.span)] for one in shown) + (f" ({left}개 생략)" if left else "")
    span = (shown[0].span[0], shown[-1].span[1])
    head = _GOALS_HEAD if rows.ahead else _RESULTS_HEAD
    caption = f"{rows.years} {'과제별 ' if rows.ahead and rows.single else '주요 '}{head[1]}"
    table = Table(caption, head, tuple(_row(page, read, one, rows.years) for one in shown))
    return Board(table, f"{page.name}: {told}", page, span)


def _row(page: PageText, read: Reader, one: Indicator, years: str = "") -> tuple[str, str]:
    """What is measured and how much of it, with its own time where it is not that of the table; else open."""
    if not one.what:
        return opened(half_said(read, *one.span) or page.text[slice(*one.span)]), ""
    year = f" ({one.date})" if one.date and one.date != years else ""
    return one.what, one.amount + year + (" (더 나은 결과를 위해 노력)" if one.rider else "")
