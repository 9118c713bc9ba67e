"""Answers to questions, from what the archive's articles state, with the places that say so; no model is asked."""

from __future__ import annotations

from donghyang.archive.answers.holdings import Holdings
from donghyang.records import Answer

__all__ = ["MOST_LETTERS", "Holdings", "answer"]

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
