"""What a text states, typed and placed: quantities, dates, names and targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from donghyang.records import Document, Fact, Period, Quantity

__all__ = ["find_facts", "find_facts_in"]


def find_facts(text: str, *, date: dt.date | None = None) -> list[Fact]:
    """The facts of a text in order of their place; spans slice to their `.text`. Empty when there are none.

    `date` is the day the text speaks from: 今天, 去年 and '25년 are resolved by it; without it they stay without a
    value and say so in `problem`.
    """
    from donghyang.facts.periods import find_periods
    from donghyang.facts.quantities import find_quantities

    periods = find_periods(text, date=date)
    found: list[Fact] = [*_beside(find_quantities(text), periods), *periods]
    return sorted(found, key=lambda fact: (fact.start, fact.end))


def _day(stated: str) -> dt.date | None:
    import datetime as dt

    try:
        return dt.date.fromisoformat(stated[:10])
    except ValueError:
        return None


def _beside(quantities: list[Quantity], periods: list[Period]) -> list[Quantity]:
    """Quantities without the numbers that are parts of a date (2.6); a length of time stays one (최근 5년간)."""
    taken = {at for period in periods for at in range(period.start, period.end)}
    return [q for q in quantities if q.kind in ("measure", "money") or not taken.intersection(range(q.start, q.end))]


def find_facts_in(document: Document, *, date: dt.date | None = None) -> list[Fact]:
    """The facts of a document, and table cells that take their unit from the head of their column."""
    if date is None and (stated := document.header("date")):
        date = _day(stated)
    from donghyang.facts.tables import cell_quantities

    cells = cell_quantities(document)
    taken = {cell.start for cell in cells}
    found = [fact for fact in find_facts(document.text, date=date) if fact.start not in taken]
    return sorted([*found, *cells], key=lambda fact: (fact.start, fact.end))
