"""제목과 요지의 숫자가 본문에 없거나 다릅니다. | A figure of the headline or lead is not in the article, or differs.

왜: 제목과 요지는 본문을 줄인 것이므로 그 숫자는 본문에 그대로 있어야 한다.
Why: Headline and lead abridge the article; what they count, the article counts alike.
Bad:
  01
  풍력발전기 240기 새로 설치
  ■ 2026년까지 해상 풍력을 확대(3.2)
  - 해상에 풍력발전기 420기를 새로 설치
Good:
  01
  풍력발전기 400기 이상 새로 설치
  ■ 2026년까지 해상 풍력을 확대(3.2)
  - 해상에 풍력발전기 420기를 새로 설치
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._statements import (
    counted,
    deadlines,
    models,
    months,
    unsupported,
)
from donghyang.check.rules.agreement._sums import parts_from
from donghyang.check.rules.agreement._worked_out import is_worked_out
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.passages import BODY, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.records import Quantity

ID = "headline-figures"
CLASS = "headline-body"
SEVERITY = "warning"


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures and deadlines of headline, lead and subheads that nothing in the article supports."""
    for article in sheet.articles:
        body = article.of(*BODY)
        if not body:
            continue
        figures = [figure for figure in sheet.figures_of(body) if not figure.text.startswith("한 ")]
        years = [period for passage in body for period in sheet.periods_in(*passage.span)]
        above = [(passage, list(counted(sheet, passage))) for passage in article.of("headline", "lead")]
        yield from _subheads(sheet, article, figures, [figure for _, mine in above for figure in mine])
        told: list[Quantity] = _parts_of_totals(above, figures)
        for passage, mine in above:
            mine = [figure for figure in mine if figure not in told]
            others = [figure for other, theirs in above if other is not passage for figure in theirs]
            support = [*figures, *others, *told]
            retells = passage.part == "headline" and article.kind != "brief" and not sheet.is_lone
            for figure, hit in unsupported(sheet, mine, support, figures, wholly=retells):
                told.append(figure)
                if not is_worked_out(sheet, figure, passage, article):
                    yield hit
            yield from deadlines(sheet, passage, years)
            yield from models(passage, body)
            if passage.part == "headline" and not sheet.is_lone:
                yield from months(sheet, passage, years)


def _parts_of_totals(above: list[tuple[Passage, list[Quantity]]], body: list[Quantity]) -> list[Quantity]:
    """The counts of headlines that are the sum of counts behind them, and those counts: 22가지 for 9건, 7건, 6건."""
    found: list[Quantity] = []
    for at, (passage, mine) in enumerate(above):
        behind = [figure for _, others in above[at + 1 :] for figure in others] + body
        counts = [one for one in behind if one.kind == "count" and one.value][:_MOST]
        for figure in mine if passage.part == "headline" else ():
            for first in range(len(counts)):
                run = parts_from(counts, first, figure, _PARTS)
                if figure.kind == "count" and run:
                    found += [figure, *counts[first : first + run]]
    return found


_MOST = 30
"""So many counts behind a headline may be parts of its own; all runs of them are added up."""
_PARTS = 8
"""So many of them make a whole: more are a table."""


def _have_lines(article: ArticleLines) -> bool:
    """Are the subheads of an article subheads? Where most stand right above another one they are its lines."""
    heads = [after for one, after in pairwise([*article.passages, None]) if one is not None and one.part == "heading"]
    return sum(after is not None and after.part == "heading" for after in heads) * 2 < len(heads) + 1


_MEASURED = ("measure", "money", "percent")
"""What a caption repeats of the text; what it counts is in its table."""


def _subheads(sheet: Sheet, article: ArticleLines, figures: list[Quantity], above: list[Quantity]) -> Iterator[Hit]:
    """The figures of subheads and captions, each held against the article without it; `above` are those of headline and
    lead."""
    for heading in article.of("heading", "caption") if _have_lines(article) else article.of("caption"):
        mine = [one for one in counted(sheet, heading) if heading.part == "heading" or one.kind in _MEASURED]
        if mine:
            others = [figure for figure in figures if not heading.start <= figure.start < heading.end]
            for figure, hit in unsupported(sheet, mine, [*others, *above], others):
                if not is_worked_out(sheet, figure, heading, article):
                    yield hit
