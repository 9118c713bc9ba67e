"""What a document states for the archive, in one reading: benefits, rankings, records and achievements."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from donghyang.facts.achievements import achievements
from donghyang.facts.benefits import benefits
from donghyang.facts.compared_tables import table_records
from donghyang.facts.performance import records
from donghyang.facts.ranking_tables import table_rankings
from donghyang.facts.rankings import rankings
from donghyang.facts.statements import statements
from donghyang.language.composed import Composed
from donghyang.records import Ledger
from donghyang.report import parse

if TYPE_CHECKING:
    import datetime as dt

    from donghyang.facts.statements import Statement
    from donghyang.records import Document, Issue, Ranking


def read_ledger(document: Document, date: dt.date | None = None) -> Ledger:
    """The ledger of a document; empty tuples where it states nothing of a kind.

    `date` is the day its text speaks from, else the report's own.
    """
    whole = Composed(document.text)
    if whole.is_other:
        return _original(whole, read_ledger(whole.document(document), date))
    issue = parse(document)
    return ledger_in(document, issue, statements(document, date, issue))


def ledger_in(document: Document, issue: Issue, said: list[Statement]) -> Ledger:
    """The ledger of a document whose issue and statements were read before; its syllables are put together."""
    told = records(said)
    ranked = [*table_rankings(document, issue), *rankings(said)]
    return Ledger(
        tuple(benefits(said)),
        tuple(sorted(ranked, key=lambda ranking: (ranking.start, ranking.end))),
        tuple(sorted([*told, *table_records(document, issue, told)], key=lambda record: record.start)),
        tuple(achievements(said)),
    )


def _original(whole: Composed, ledger: Ledger) -> Ledger:
    """The same facts at their places in the text as it was before its syllables were put together."""
    return Ledger(
        tuple(whole.fact(fact) for fact in ledger.benefits),
        tuple(_ranking(whole, fact) for fact in ledger.rankings),
        tuple(whole.fact(fact) for fact in ledger.records),
        tuple(whole.fact(fact) for fact in ledger.achievements),
    )


def _ranking(whole: Composed, ranking: Ranking) -> Ranking:
    return replace(whole.fact(ranking), rows=tuple(whole.fact(row) for row in ranking.rows))
