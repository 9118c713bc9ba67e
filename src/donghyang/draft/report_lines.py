"""The lines of a government's work report: its goals, and of what its tables do not give what it is read for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from donghyang.draft.cutting import clause_spans
from donghyang.draft.measured import of_nothing
from donghyang.draft.outline import annex_at
from donghyang.draft.report_figures import figures_of
from donghyang.draft.selection import Said
from donghyang.draft.sentences import Unsaid
from donghyang.draft.work_reports import goals_of, is_work_report, lead_of
from donghyang.language import tables
from donghyang.records import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.reading import Reader
    from donghyang.records import PageText, Span

STILL = 12
"""Sentences without Korean that stand as open lines: its tasks and results are many."""
_HEADS = 9.0
"""The worth of its goals: above that of any sentence."""
_LATE = 0.15
"""What a sentence loses for each paragraph in front of it; in a report the tasks stand behind the review."""
_SCIENCE = re.compile(tables.either(__package__, "read_for"))
_HEART = re.compile(tables.either(__package__, "at_its_heart"))
_MOST_SCIENCE, _MOST_FIGURES = 3, 2
_FIGURE, _A_FIRST, _A_NAME, _AT_HEART, _NEAR = 0.5, 1.0, 0.5, 0.8, 0.2
"""What a figure, a first, a name and words of research make an open line worth: weighed on six provinces' reports, of
which those sentences were marked by hand first that an editor must see."""
_READ_FOR, _OTHER = 1.5, 2.0
"""What a statement is worth more if the report is read for it, and less if not."""
_LEAST_OTHER = 2.0
"""The least worth of a statement that it is not read for: a goal with a figure."""
_FIRST = re.compile(tables.either(__package__, "came_first"))
_NAMED = re.compile("[“《]|(?:实验室|中心|基地|示范区|先导区|试验区|专项|工程|试点)(?![\u4e00-\u9fff]{0,2}体系)")
_BODIES = re.compile(tables.either(__package__, "research_bodies"))
"""Bodies of research: each that a line names counts (苏州实验室、紫金山实验室)."""
_LONGEST_OPEN = 120
"""Characters of an open line: a longer sentence is told in several, of the clauses that it is read for."""


def report_lines(items: list[Said], page: Reader, source: PageText) -> list[Said]:
    """A work report's sentences as its lines, its goals in one, which leads; any other page's as they are.

    What its tables give is no line besides.
    """
    if not is_work_report(source.title):
        return items
    told = [one.span for rows in figures_of(page, source.title) for one in rows.best()]
    end = annex_at(page.text)
    lines = [line for one in items if one.phrase.span[0] < end for line in _lines(one, page, told)]
    goals = goals_of(page, source.title)
    if goals is None:
        return lines
    start, end = goals.span
    lead = Said(lead_of(page, goals), source.name, _HEADS, heads=True)
    return [lead, *(one for one in lines if not start <= one.phrase.span[0] < end)]


def _lines(one: Said, page: Reader, told: Sequence[Span]) -> list[Said]:
    """A sentence with its worth in a report; [] where the tables tell it, several for a long one without Korean."""
    phrase = one.phrase
    if isinstance(phrase, Unsaid):
        return _open_lines(one, page, phrase.span, told)
    said = (phrase.span[0], phrase.rest[0] if phrase.rest else phrase.span[1])
    if of_nothing(page.folded[slice(*said)]) or _repeats_tables(page, said, told):
        return _open_lines(one, page, phrase.rest, told) if phrase.rest else []
    science = _SCIENCE.search(page.folded, *said) is not None
    worth = one.weight + _LATE * phrase.paragraph + (_READ_FOR if science else -_OTHER)
    return [replace(one, weight=worth)] if science or worth >= _LEAST_OTHER else []


def _repeats_tables(page: Reader, span: Span, told: Sequence[Span]) -> bool:
    """Do the tables give most figures of a statement, and all of those that the report is read for?"""
    figures = _figures(page, span)
    left = [figure for figure in figures if not _lies_in(figure, told)]
    if not figures or 2 * len(left) > len(figures):
        return False
    clauses = [one for one in clause_spans(page, *span) if any(one[0] <= figure.start < one[1] for figure in left)]
    return not any(_SCIENCE.search(page.folded, *one) for one in clauses)


def _open_lines(one: Said, page: Reader, whole: Span, told: Sequence[Span]) -> list[Said]:
    """What a sentence without Korean is read for, as lines of clauses in a row."""
    clauses = clause_spans(page, *whole)
    key = [span for span in clauses if _SCIENCE.search(page.folded, *span) and not _is_told(page, span, told)]
    paragraph = one.phrase.paragraph
    return [
        replace(one, phrase=Unsaid(span, page.text[slice(*span)], paragraph), weight=_news(page, span, told))
        for span in _stretches(key)
    ]


def _news(page: Reader, span: Span, told: Sequence[Span]) -> float:
    """What an open line is worth: its facts, and how near they are to what the report is read for; 0 without facts."""
    words = page.folded[slice(*span)]
    figures = sum(not _lies_in(figure, told) for figure in _figures(page, span))
    facts = _FIGURE * min(figures, _MOST_FIGURES)
    facts += _A_FIRST * bool(_FIRST.search(words)) + _A_NAME * bool(_NAMED.search(words))
    named = max(0, len(_BODIES.findall(words)) - 1)
    near = min(len(set(_SCIENCE.findall(words))), _MOST_SCIENCE)
    heart = min(len(set(_HEART.findall(words))) + named, _MOST_SCIENCE)
    return facts + _AT_HEART * heart + _NEAR * near if facts else 0.0


def _stretches(key: Sequence[Span]) -> list[Span]:
    """Clauses of a sentence as stretches from one to another, each up to the length of an open line."""
    found: list[Span] = []
    for start, end in key:
        if found and end - found[-1][0] <= _LONGEST_OPEN:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _figures(page: Reader, span: Span) -> list[Quantity]:
    found = (page.facts.get(place) for place in range(*span))
    return [fact for fact in found if isinstance(fact, Quantity) and fact.kind not in ("number", "rank")]


def _is_told(page: Reader, span: Span, told: Sequence[Span]) -> bool:
    figures = _figures(page, span)
    return bool(figures) and all(_lies_in(figure, told) for figure in figures)


def _lies_in(figure: Quantity, told: Sequence[Span]) -> bool:
    return any(start <= figure.start < end for start, end in told)
