"""A workspace's archive asked: it is opened and its articles are read once, for one question or many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from donghyang.archive import giving, models, search
from donghyang.archive.answers import Holdings, answer
from donghyang.archive.opening import Archive, opened
from donghyang.archive.searching import ready

if TYPE_CHECKING:
    from donghyang.records import Answer
    from donghyang.workspace import Workspace

WHOLE = 1500
"""Articles that are read whole; of more only those that the search finds."""
_FOUND = 40
"""Articles that the search of a larger archive brings for a question."""


def answers(home: Workspace, questions: Sequence[str]) -> list[Answer]:
    """The answer to each question, in order. Raises CannotProceed where there is no archive or it cannot be read."""
    with opened(home) as archive:
        if models.Article.objects.using(archive.alias).count() <= WHOLE:
            holdings = _holdings(archive, None)
            return [answer(question, holdings) for question in questions]
        ready(archive)
        index = search.index_of(archive.connection)
        return [answer(question, _holdings(archive, _found(index, question))) for question in questions]


def _found(index: search.Index, question: str) -> list[int]:
    return [hit.id for hit in search.search(index, question, search.Asked(_FOUND)).hits]


def _holdings(archive: Archive, ids: Sequence[int] | None) -> Holdings:
    kept = giving.articles(archive, ids, facts=False)
    return Holdings.of_articles((one.article, one.issue, one.section) for one in kept)
