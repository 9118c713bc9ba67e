"""What a text states, typed and placed: quantities, dates, names, targets; benefits, rankings, records, achievements.

Over several issues: targets tied, achievements that serve a need.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from donghyang.language.composed import Composed
from donghyang.language.patterns import lazily

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from donghyang.records import (
        Achievement,
        Benefit,
        DatedTarget,
        Document,
        Fact,
        Issue,
        Ledger,
        Name,
        PerformanceRecord,
        Period,
        Quantity,
        Ranking,
        Reported,
        Served,
        TiedTarget,
        WatchList,
    )

_HANGUL = lazily("[가-힣]")
_LENGTH = lazily(
    r"(?:최근|지난|과거|향후|앞으로|最?近|过去|未来|今后) ?[0-9一二三四五六七八九十两]"
    r"(?![0-9]? ?(?:[-~∼～]|월|일(?!간)))"
)
"""Periods that are a length of time as well."""

__all__ = [
    "achievements_of",
    "benefits_of",
    "find_facts",
    "find_facts_in",
    "ledger_of",
    "rankings_of",
    "records_of",
    "served",
    "tied",
]


def find_facts(text: str, *, date: dt.date | None = None) -> list[Fact]:
    """The facts of a text in order of their place; spans slice to their `.text`. Empty when there are none.

    A number without a unit is one where the text tells it as a figure (`facts.bare`).

    `date` is the day the text speaks from: 今天, 去年 and '25년 are resolved by it; without it they stay without a
    value and say so in `problem`.
    """
    from donghyang.facts.bare import told
    from donghyang.facts.deadlines import goal_periods
    from donghyang.facts.governed import Stated
    from donghyang.facts.targets import find_targets

    whole = Composed(text)
    if whole.is_other:
        return [whole.fact(fact) for fact in find_facts(whole.text, date=date)]
    quantities, periods = _figures(text, date)
    targets = find_targets(Stated(text, quantities, goal_periods(text, periods, date), date))
    return _in_order([*told(text, quantities), *periods, *_names(text), *targets])


def find_facts_in(document: Document, *, date: dt.date | None = None, issue: Issue | None = None) -> list[Fact]:
    """The facts of a document: those of its text, table cells that take their unit from the head of their column, and
    targets that a goal above them governs. A report's remarks and what is still to be written in it state nothing.

    Without `date` the document's own is taken: its date header, else the date of publication of a report. `issue` is
    the document's, where it was read before.
    """
    from donghyang.facts.bare import told
    from donghyang.facts.deadlines import goal_periods
    from donghyang.facts.doers import with_actors
    from donghyang.facts.doubtful_days import day_of
    from donghyang.facts.goals import governed_targets
    from donghyang.facts.governed import Stated
    from donghyang.facts.tables import cell_quantities
    from donghyang.facts.targets import find_targets
    from donghyang.report import parse
    from donghyang.report.unwritten import blanked

    text = blanked(document.text)
    if text != document.text:
        document, issue = replace(document, text=text), None
    whole = Composed(document.text)
    if whole.is_other:
        return [whole.fact(fact) for fact in find_facts_in(whole.document(document), date=date)]
    issue = issue or parse(document)
    date = date or day_of(document.header("date")) or issue.date
    quantities, periods = _figures(document.text, date)
    cells = cell_quantities(document)
    taken = {cell.start for cell in cells}
    quantities = sorted([*(q for q in quantities if q.start not in taken), *cells], key=lambda q: q.start)
    stated = Stated(document.text, quantities, goal_periods(document.text, periods, date), date)
    targets = find_targets(stated)
    governed = governed_targets(document, issue, stated, targets)
    goals = with_actors(issue, document.text, [*targets, *governed])
    return _in_order([*told(document.text, quantities), *periods, *_names(document.text), *goals])


def ledger_of(source: Document | str, *, date: dt.date | None = None) -> Ledger:
    """The benefits, rankings, records of performance and achievements that a document or a text states.

    Empty where it states none; `Ledger.within(article.span)` is what one article states. `date` is the day the text
    speaks from, else the report's own.
    """
    from donghyang.facts.ledger import read_ledger
    from donghyang.report import document

    return read_ledger(document(source) if isinstance(source, str) else source, date)


def benefits_of(source: Document | str, *, date: dt.date | None = None) -> tuple[Benefit, ...]:
    """The support measures that a document or a text states, in order; () when there are none."""
    return ledger_of(source, date=date).benefits


def rankings_of(source: Document | str, *, date: dt.date | None = None) -> tuple[Ranking, ...]:
    """The rankings of its tables and sentences, in order; () when there are none."""
    return ledger_of(source, date=date).rankings


def records_of(source: Document | str, *, date: dt.date | None = None) -> tuple[PerformanceRecord, ...]:
    """The records of technical performance, in order; () when there are none."""
    return ledger_of(source, date=date).records


def achievements_of(source: Document | str, *, date: dt.date | None = None) -> tuple[Achievement, ...]:
    """The results, contracts, offers and things brought out, in order; () when there are none."""
    return ledger_of(source, date=date).achievements


def served(achievements: Iterable[Achievement], lists: Iterable[WatchList]) -> list[Served]:
    """Which achievement may serve which need, with the reasons; [] when none does."""
    from donghyang.facts.serving import serve

    return serve(achievements, lists)


def tied(
    targets: Sequence[DatedTarget], reported: Sequence[Reported] = (), *, today: dt.date | None = None
) -> list[TiedTarget]:
    """The commitments of dated issues through their statements, and what became of them; [] without targets.

    `facts.commitments` says what binds a target and which figures an issue reports as reached; `today` says which
    deadlines are over.
    """
    from donghyang.facts import ties

    return ties.tied(targets, reported, today=today)


def _figures(text: str, date: dt.date | None) -> tuple[list[Quantity], list[Period]]:
    """Quantities and periods; a length of time stays a measure.

    Numbers that are parts of a date (2.6) are left out, and the one that a rate is told for (1개소당).
    """
    from donghyang.facts.periods import find_periods
    from donghyang.facts.quantities import find_quantities, is_base
    from donghyang.language.overlap import Taken

    periods = find_periods(text, date=date)
    dates = Taken((period.start, period.end) for period in periods if not _LENGTH.match(period.text))
    found = [q for q in find_quantities(text) if not dates.touches(q.start, q.end) and not is_base(text, q)]
    return found, periods


def _names(text: str) -> list[Name]:
    """Names in two scripts; a text without Hangul has none."""
    if not _HANGUL.search(text):
        return []
    from donghyang.facts.names import find_names

    return find_names(text)


def _in_order(found: list[Fact]) -> list[Fact]:
    return sorted(found, key=lambda fact: (fact.start, fact.end))
