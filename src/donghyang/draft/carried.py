"""What a draft gets beside its sentences: tasks of plans, tables of pages, sums in won, and the words that it lacks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from donghyang.draft.boards import with_boards
from donghyang.draft.converted import converted
from donghyang.draft.lacking import lacked, listed
from donghyang.draft.page_boards import boards_of
from donghyang.draft.tasks import task_boards
from donghyang.draft.year_boards import figure_boards

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from donghyang.draft.writer import Written
    from donghyang.facts.exchange import Rates
    from donghyang.language.terms import Termbase
    from donghyang.records import Issue, PageText, SectionKind


@dataclass(frozen=True, slots=True)
class Desk:
    """What the tables and sums of an issue are put into Korean with."""

    terms: Termbase
    date: dt.date
    """The issue's."""
    rates: Rates | None = None
    """The newsroom's rates of exchange; None: nothing is converted."""


def carried(item: Written, section: SectionKind, pages: Sequence[PageText], desk: Desk) -> Written:
    """The article with the tables of its pages below its bullets, and foreign sums in won where a rate is known."""
    tables, more = boards_of(pages, desk.terms, desk.date)
    of_year = figure_boards(pages, desk.terms, desk.date)
    boards = [*of_year, *task_boards(pages, desk.terms, desk.date), *tables]
    made = with_boards(item, section, boards, desk.date, more) if boards else item
    return converted(made, desk.rates, desk.date) if desk.rates else made


def with_lacked(issue: Issue, terms: Termbase) -> Issue:
    """The issue with the words that its open lines lack as remarks behind its articles."""
    return replace(issue, back=(*listed(lacked(issue, terms)), *issue.back))
