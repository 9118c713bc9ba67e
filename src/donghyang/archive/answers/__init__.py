"""Answers to questions, from what the archive's articles state, with the places that say so; no model is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.archive.answers.holdings import Holdings

if TYPE_CHECKING:
    from donghyang.records import Answer

__all__ = ["Holdings", "answer"]


def answer(question: str, holdings: Holdings) -> Answer:
    """The answer to a question in Korean, Chinese or English.

    "not_found" where the articles do not say it of exactly the time, place, actor and measure that are asked for;
    "contradiction" where two issues say different things of the same.
    """
    from donghyang.archive.answers.asking import read
    from donghyang.archive.answers.deciding import decide

    return decide(read(question, holdings.newest), holdings)
