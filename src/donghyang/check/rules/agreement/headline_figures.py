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
from itertools import combinations, pairwise

from donghyang.check.figures.meant import is_share_of
from donghyang.check.figures.operands import follows, quotient, rise
from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._statements import (
    counted,
    deadlines,
    models,
    months,
    unsupported,
)
from donghyang.check.rules.agreement._sums import have_parts, parts_from
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.passages import BODY, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import step
from donghyang.language.patterns import lazily
from donghyang.records import Period, Quantity

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
        lines = [*article.of("headline", "lead"), *body]
        above = [(passage, list(counted(sheet, passage))) for passage in article.of("headline", "lead")]
        yield from _subheads(sheet, article, figures, [figure for _, mine in above for figure in mine])
        told: list[Quantity] = _parts_of_totals(above, figures)
        for passage, mine in above:
            mine = [figure for figure in mine if figure not in told and not _is_own_mean(sheet, figure, body)]
            mine = [figure for figure in mine if not (_is_rise(sheet, figure, lines) or _is_length(figure, years))]
            mine = [figure for figure in mine if not _is_base(sheet, figure, passage)]
            mine = [figure for figure in mine if not _is_share(sheet, figure, passage, figures)]
            others = [figure for other, theirs in above if other is not passage for figure in theirs]
            support = [*figures, *others, *told]
            retells = passage.part == "headline" and article.kind != "brief" and not sheet.is_lone
            for figure, hit in unsupported(sheet, mine, support, figures, wholly=retells):
                told.append(figure)
                if not _is_made_of(sheet, figure, [passage, *body]):
                    yield hit
            yield from deadlines(sheet, passage, years)
            yield from models(passage, body)
            if passage.part == "headline" and not sheet.is_lone:
                yield from months(sheet, passage, years)


def _is_own_mean(sheet: Sheet, figure: Quantity, body: list[Passage]) -> bool:
    """Is it an average that only the headline states, of figures that the article lists?"""
    before = sheet.text[max(0, figure.start - _BEFORE) : figure.start].rpartition("\n")[2]
    return _MEAN in before and not any(_MEAN in passage.text for passage in body)


_EACH = lazily(r"각각|각 |씩|마다|매년|매달|연간|당 ")


def _is_made_of(sheet: Sheet, figure: Quantity, lines: list[Passage]) -> bool:
    """Is it the sum of figures that follow one another in a line of the article, or a product of what there is of each?
    24억, 30억, 36억 위안 are 90억; 3 fields with 10 products each have 30."""
    if figure.kind not in ("money", "measure", "count") or figure.value is None or figure.bound is not None:
        return False
    own = [one for one in sheet.quantities_in(*lines[0].span) if one is not figure and one.value]
    for line in lines[1:]:
        theirs = [one for one in sheet.quantities_in(*line.span) if one.value and one.high is None]
        like = [one for one in theirs if one.unit == figure.unit][:_MOST]
        if have_parts(like, figure, _PARTS) or is_share_of(figure, theirs[:_PAIRED]):
            return True
        if _EACH.search(line.text) and any(
            (a.value or 0) * (b.value or 0) == figure.value and figure.unit in (a.unit, b.unit)
            for a in theirs[:_PAIRED]
            for b in (*theirs[:_PAIRED], *own)
            if a is not b
        ):
            return True
    return False


_FROM = 3
"""So near behind a figure it is told as where a change begins: 200명에서."""


def _is_rise(sheet: Sheet, figure: Quantity, body: list[Passage]) -> bool:
    """Is it a rate that two figures of one line give, though no line prints it?"""
    if figure.unit != "%":
        return False
    for passage in body:
        amounts = [one for one in sheet.quantities_in(*passage.span) if one.kind in ("money", "measure", "count")]
        for a, b in combinations(amounts[:_PAIRED], 2):
            if "." not in figure.text and "에서" not in sheet.text[a.end : a.end + _FROM]:
                continue
            if not (a.value and b.value and a.unit == b.unit and step(a) < min(a.value, b.value) / _WHOLE):
                continue
            if any(follows(figure, rise(new, old, sign)) for new, old in ((a, b), (b, a)) for sign in (1, -1)):
                return True
    return False


def _is_base(sheet: Sheet, figure: Quantity, passage: Passage) -> bool:
    """Does the line itself bear it out as that from which another of its figures rose: 72개로 48개보다 50% 증가?"""
    told = sheet.quantities_in(*passage.span)[:_PAIRED]
    rates = [one for one in told if one.unit == "%" and one.value]
    others = [one for one in told if one is not figure and one.unit == figure.unit and one.value]
    return bool(figure.value) and any(
        follows(rate, rise(other, figure, sign)) for rate in rates for other in others for sign in (1, -1)
    )


def _is_share(sheet: Sheet, figure: Quantity, passage: Passage, body: list[Quantity]) -> bool:
    """Is it what a figure of its own line is of the largest of that unit below: 418억 위안, 전체의 33.9%?"""
    if figure.unit != "%":
        return False
    for part in sheet.quantities_in(*passage.span)[:_PAIRED]:
        like = [one for one in body if one.unit == part.unit and one.value and one.high is None]
        whole = max(like, key=lambda one: one.value or 0, default=None)
        is_amount = part.kind in ("money", "measure", "count") and part.value
        if is_amount and whole is not None and follows(figure, quotient(part, whole, 100)):
            return True
    return False


def _is_length(figure: Quantity, years: list[Period]) -> bool:
    """Does the article tell from which year to which these years are: 3년간 and 2025~2027년?"""
    if figure.unit != "년":
        return False
    spans = ((period.value[:_YEAR], period.high[:_YEAR]) for period in years if period.value and period.high)
    lengths = (int(last) - int(first) for first, last in spans if first.isdigit() and last.isdigit())
    return any(figure.value in (length, length + 1) for length in lengths)


_YEAR = 4
_PAIRED = 8
"""So many amounts of a line may be the operands of a rate."""
_WHOLE = 100
"""Amounts printed less closely than this give no rate with a decimal."""
_MEAN = "평균"
_BEFORE = 12
"""So far before a figure stands what makes it an average: '평균 점수는 약 '."""


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
            yield from (hit for _, hit in unsupported(sheet, mine, [*others, *above], others))
