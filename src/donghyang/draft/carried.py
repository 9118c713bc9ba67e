"""What is carried over from a story's pages beside its sentences: the tasks of a plan, and the pages' tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.draft.boards import with_boards
from donghyang.draft.page_boards import boards_of
from donghyang.draft.tasks import task_boards

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from donghyang.draft.writer import Written
    from donghyang.language.terms import Termbase
    from donghyang.records import PageText, SectionKind


def tabled(item: Written, section: SectionKind, pages: Sequence[PageText], terms: Termbase, date: dt.date) -> Written:
    """The article with the tables of its pages below its bullets; unchanged where they have none."""
    boards = [*task_boards(pages, terms, date), *boards_of(pages, terms, date)]
    return with_boards(item, section, boards, date) if boards else item
