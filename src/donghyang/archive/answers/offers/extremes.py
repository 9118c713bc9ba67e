"""Which one has the most or the least: the row of a table, the member of a list told with 각각."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from donghyang.archive.answers.asking.asked import Asked, measured
from donghyang.archive.answers.asking.places import place_forms
from donghyang.archive.answers.asking.question import Question
from donghyang.archive.answers.cells import cell_figure
from donghyang.archive.answers.fitting import Candidate, of_cell
from donghyang.archive.answers.folding import folded
from donghyang.archive.answers.found import Found
from donghyang.archive.answers.holdings import Holdings
from donghyang.archive.answers.offers.each import of_each
from donghyang.archive.answers.offers.ranked import is_head_of
from donghyang.archive.answers.offers.rows import is_change
from donghyang.archive.answers.passages import Passage, is_topic
from donghyang.language.patterns import lazily
from donghyang.records import Quantity


def extremes_in(passage: Passage, question: Question, holdings: Holdings) -> Iterator[Found]:
    """The row, or the name in a line, that has the most or the least of what the question measures."""
    asked = question.asked
    if asked is None:
        return
    if passage.row is not None:
        yield from _of_table(passage, asked, question, holdings)
        return
    text = passage.text
    if not all(need.said_in(folded(text)) for need in question.core):
        return
    facts = holdings.facts(text, holdings.articles[passage.at].day)
    figures = [fact for fact in facts if isinstance(fact, Quantity) and fact.value is not None]
    names = of_each(text, figures)
    told = [(fact, names[fact.start]) for fact in figures if fact.start in names]
    if len(told) < _TWO or len({fact.unit for fact, _ in told}) > 1:
        return
    if not _is_measured_so(question, told[0][0]):
        return
    at = _extreme([fact.value for fact, _ in told if fact.value is not None], asked)
    if at is not None:
        fact, name = told[at]
        yield Found(Candidate(passage, fact.start, fact.end, (0, len(text))), _with_figure(name, fact.text))


_TWO = 2
_REST = "기타"
"""The row of all that are not named."""
_RATE, _RATES = "비율", ("률", "율")
_GLOSS = lazily(r"\s?[(（][一-鿿·]+[)）]")
"""The Chinese characters of a name."""
_BRACKET = lazily(r"[(（][^()（）]*[)）]")


def _extreme(values: list[Decimal], asked: Asked) -> int | None:
    """The place of the greatest or least of some values, or of that of the rank asked for; None where two share it."""
    ordered, rank = sorted(values, reverse=not asked.least), (asked.rank or 1) - 1
    if rank >= len(ordered):
        return None
    return values.index(ordered[rank]) if values.count(ordered[rank]) == 1 else None


def _is_measured_so(question: Question, figure: Quantity) -> bool:
    """Whether a figure is of a kind in which the measure that a question names is told: a share none of persons."""
    kinds = frozenset().union(*(measured(need.forms[0]) for need in question.core))
    return not kinds or figure.kind in kinds


def _of_table(passage: Passage, asked: Asked, question: Question, holdings: Holdings) -> Iterator[Found]:
    row = passage.row
    if row is None:
        return
    every = holdings.articles[passage.at].passages
    rows = [
        one for one in every if one.row is not None and (one.row.caption, one.row.header) == (row.caption, row.header)
    ]
    if passage is not rows[0]:
        return
    members = [one for one in rows if one.row and not one.row.is_total and _REST not in one.row.cells]
    for column, head in enumerate(row.header):
        if not _is_measured_in(head, asked, question):
            continue
        figures = [cell_figure(one.row.cells[column], head) if one.row else None for one in members]
        values = [figure.value for figure in figures if figure is not None and figure.value is not None]
        if len(values) < max(_TWO, len(members)) or len({figure.unit for figure in figures if figure}) > 1:
            continue
        at = _extreme(values, asked)
        if at is not None:
            yield from _named(members[at], column, asked)


def _is_measured_in(head: str, asked: Asked, question: Question) -> bool:
    """Whether a column tells what a question measures: its rise where one is asked for, the rate of what is done
    (뽑힌 비율, 선정률)."""
    said = folded(head)
    if asked.change:
        return is_change(head)
    named = [need for need in question.core if need.said_in(said)]
    if is_change(head):
        return any(is_change(need.text) for need in named)
    rate = any(_RATE in need.forms for need in question.core) and head.split("(")[0].strip().endswith(_RATES)
    return bool(named) or (rate and any(need.kind == "deed" and need.said_in(said) for need in question.needs))


def _with_figure(name: str, figure: str) -> str:
    """A name with its figure, which is the reason: 교육(27.8%)."""
    return f"{_GLOSS.sub('', name).strip()}({figure.strip()})"


def _named(passage: Passage, column: int, asked: Asked) -> Iterator[Found]:
    row = passage.row
    if row is None:
        return
    topics = [at for at, cell in enumerate(row.cells) if is_topic(cell)] or [
        at for at, cell in enumerate(row.cells) if cell.strip() and cell_figure(cell, "") is None
    ]
    if asked.kind == "place":
        topics = [at for at in topics if place_forms(_BRACKET.sub("", row.cells[at]).strip())]
    fitting = [at for at in topics if at < len(row.header) and is_head_of(row.header[at], asked)]
    for at in (fitting or topics)[:1]:
        here = of_cell(passage, at)
        head = row.head_of(column)
        figure = cell_figure(row.cells[column], head)
        said = _with_figure(row.cells[at], figure.text if figure else row.cells[column])
        yield Found(replace(here, head=f"{here.head} {head}"), said)
