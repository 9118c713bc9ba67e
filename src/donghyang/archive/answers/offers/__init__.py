"""What the lines of an article offer as answers, by what is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from donghyang.archive.answers.asking import Question
from donghyang.archive.answers.found import Found
from donghyang.archive.answers.holdings import Holdings
from donghyang.archive.answers.offers import dates, extremes, figures, lists, names, ranked, standings
from donghyang.archive.answers.passages import Passage

__all__ = ["readers"]

Reader = Callable[[Passage, Question, Holdings], Iterator[Found]]


def readers(question: Question) -> tuple[Reader, ...]:
    """What reads answers of the sort asked for out of a line; none for a difference, which is told from two figures."""
    if question.asked is None:
        return ()
    found: dict[str, tuple[Reader, ...]] = {
        "figure": (figures.figures_in, standings.ranks_in),
        "date": (dates.dates_in,),
        "name": (names.names_in,),
        "list": (lists.lists_in,),
        "ranked": (ranked.ranked_in, standings.holders_in, names.names_in),
        "extreme": (extremes.extremes_in, standings.holders_in, names.names_in),
    }
    return found.get(question.asked.sort, ())
