"""A workspace's archive asked: it is opened and its articles are read once, for one question or many."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from donghyang.archive import giving, models, search
from donghyang.archive.answers import MOST_LETTERS, Holdings, answer
from donghyang.archive.opening import Archive, opened
from donghyang.archive.searching import ready

if TYPE_CHECKING:
    from donghyang.draft.asking import Asked
    from donghyang.records import Answer, Message
    from donghyang.workspace import Workspace

WHOLE = 1500
"""Articles that are read whole; of more only those that the search finds."""
_FOUND = 40
"""Articles that the search of a larger archive brings for a question."""


def answers(
    home: Workspace, questions: Sequence[str], model: Asked | None = None, tell: Callable[[Message], None] | None = None
) -> list[Answer]:
    """The answer to each question, in order. Raises CannotProceed where there is no archive or it cannot be read.

    `model` is asked what the archive's lines do not answer by themselves; `tell` is told why it was of no use.
    """
    with opened(home) as archive:
        if models.Article.objects.using(archive.alias).count() <= WHOLE:
            holdings = _holdings(archive, None)
            return [_answered(question, holdings, model, tell) for question in questions]
        ready(archive)
        index = search.index_of(archive.connection)
        return [_answered(question, _holdings(archive, _found(index, question)), model, tell) for question in questions]


def _answered(question: str, holdings: Holdings, model: Asked | None, tell: Callable[[Message], None] | None) -> Answer:
    found = answer(question, holdings)
    if model is None or found.status != "not_found" or len(question) > MOST_LETTERS:
        return found
    from donghyang.archive.answers.by_model import told_by
    from donghyang.draft.asking import NoReply

    try:
        return told_by(model, question, holdings) or found
    except NoReply as none:
        if tell is not None:
            tell(none.message)
        return found


def _found(index: search.Index, question: str) -> list[int]:
    return [hit.id for hit in search.search(index, question, search.Asked(_FOUND)).hits]


def _holdings(archive: Archive, ids: Sequence[int] | None) -> Holdings:
    kept = giving.articles(archive, ids, facts=False)
    return Holdings.of_articles((one.article, one.issue, one.section) for one in kept)
