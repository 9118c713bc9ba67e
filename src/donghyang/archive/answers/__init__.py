"""Answers to questions, from what the archive's articles state, with the places that say so; no model is asked."""

from __future__ import annotations

from collections.abc import Iterable

from donghyang.archive.answers.holdings import Holdings
from donghyang.archive.answers.passages import held
from donghyang.records import Answer, ArchivedArticle, Contradiction

__all__ = ["MOST_LETTERS", "Holdings", "answer", "contradictions"]

MOST_LETTERS = 1000
"""Letters of a question; of a longer one nothing is answered, for what was left out of it might ask something else."""


def answer(question: str, holdings: Holdings) -> Answer:
    """The answer to a question in Korean, Chinese or English.

    "not_found" where the articles do not say it of exactly the time, place, actor and measure that are asked for;
    "contradiction" where two issues say different things of the same.
    """
    if len(question) > MOST_LETTERS:
        return Answer("not_found", None, None, None, ())
    from donghyang.archive.answers.asking import read
    from donghyang.archive.answers.deciding import decide

    return decide(read(question, holdings.newest), holdings)


def contradictions(articles: Iterable[ArchivedArticle]) -> list[Contradiction]:
    """Places of two issues that say another value of one measure for one time and place; [] where none do.

    What a later issue says was changed is none.
    """
    from donghyang.archive.answers.clashes import Shelved, told_by

    kept = ((one, held(one.article, one.issue, one.section, at)) for at, one in enumerate(articles))
    return list(told_by(tuple(Shelved(one.issue, one.section, one.text, cut) for one, cut in kept)))
