"""What a text states, typed and placed: quantities, dates, names and targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from donghyang.records import Document, Fact

__all__ = ["find_facts", "find_facts_in"]


def find_facts(text: str, *, date: dt.date | None = None) -> list[Fact]:
    """The facts of a text in order of their place; spans slice to their `.text`. Empty when there are none.

    `date` is the day the text speaks from: 今天, 去年 and '25년 are resolved by it; without it they stay without a value
    and say so in `problem`.
    """
    from donghyang.facts.quantities import find_quantities

    found: list[Fact] = [*find_quantities(text)]
    return sorted(found, key=lambda fact: (fact.start, fact.end))


def find_facts_in(document: Document, *, date: dt.date | None = None) -> list[Fact]:
    """The facts of a document, and table cells that take their unit from the head of their column."""
    return find_facts(document.text, date=date)
