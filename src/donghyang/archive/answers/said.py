"""The figures that articles state in lines and cells, each with what it is of, where and when.

By these two issues are held against each other, whatever was asked.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from donghyang.archive.answers.cells import figure_in, head_over, printed_of
from donghyang.archive.answers.passages import Held, Passage, Row
from donghyang.facts.bindings import bindings
from donghyang.facts.exchange import is_beside
from donghyang.facts.periods import find_periods
from donghyang.facts.places import region_of
from donghyang.facts.quantities import find_quantities, is_base
from donghyang.language import tables
from donghyang.language.particles import without_particle
from donghyang.language.patterns import lazily
from donghyang.language.script import simplify
from donghyang.records import Period, Quantity

_KINDS = frozenset({"money", "percent", "count", "measure"})
_BRACKET = lazily(r"[(（\[][^()（）\[\]]*[)）\]]")
_WORD = lazily(r"[가-힣A-Za-z][가-힣A-Za-z0-9&\-]*")
_PLANS = lazily(r"목표|예정|계획(?!에 따라)|전망|예상|예측|방침|까지|향후|[년월]말까지|구상|추진")
_RELATIVE = lazily(r"전년|작년|지난|올해|금년|같은|동기|내년|최근|당시|전월|전분기|현재")
_CLAUSE = lazily(r"[가-힣](?:하고|하며|되며|되고|이며|으며|지만|으나|는데|[가-힣]고|[가-힣]며),? |[;:] |[.] ")
_PARTICLED = lazily("[가-힣][의은는을를]|[가-힣]{2,4}별(?:로)?")
_TWO_PROVINCES, _OF_TWO = "산시", lazily("山西|陕西")
_OPENING = lazily("[^,，…]+")
_COUNTRY = lazily("전국|중국(?!과)|全国")
_PUT_IN = lazily(r"(?:\([^()]{1,24}\))?(?:을|를)?\s?(?P<deed>투입|투자|지원|출자|배정|편성)")
"""Behind a sum, what is done with it."""
_LISTED = lazily(r"등\s?(?:총\s)?$")
"""Before the number of a list: 공업정보화부 등 5개 부처."""
_GRADE = lazily(r"급(?:의|인)?\s")
"""Behind a figure that is part of a name: 70kW급 스택."""
_SEVERAL = "?"
"""The time of a figure over which several stand."""
_DIGIT = lazily("[0-9]")
_YEAR, _DAY = 4, 10


@dataclass(frozen=True, slots=True)
class Said:
    """A figure that an article states."""

    figure: Quantity
    """At its place in the passage's text."""
    nouns: tuple[str, ...]
    """The words of its measure, places and times apart, the nearest last."""
    rates: frozenset[str]
    """What tells of how much it is: 하루, 평균, 1인당."""
    when: str | None
    """A year, month, day or stretch in ISO 8601; None where nothing says."""
    named: bool
    """Whether its own line or row names the time."""
    planned: bool | None
    """Whether it is still to come; None where the words do not agree."""
    changes: bool
    """Whether it tells by how much something went up or down."""
    region: str | None
    """A city or province, in Hangul; None for the country, or where nothing says."""
    own: str
    """Its stretch of the line, or its row with the head of its column."""
    above: str
    """What governs it: the lines above it, the heads of its table, headline and lead."""
    passage: Passage
    article: Held

    @property
    def around(self) -> str:
        """Its line with what governs it."""
        return f"{self.passage.text}\n{self.above}"


def figures_said(article: Held) -> Iterator[Said]:
    """The figures of an article that name what they are of, in order."""
    for passage in article.passages:
        if _DIGIT.search(passage.text) is None:
            continue
        found = _in_line(passage, article) if passage.row is None else _in_row(passage, passage.row, article)
        yield from (one for one in found if one.nouns)


def _in_line(passage: Passage, article: Held) -> Iterator[Said]:
    text = passage.text
    periods = find_periods(text, date=article.day)
    dated = {at for period in periods if period.value or period.high for at in range(period.start, period.end)}
    figures = [q for q in find_quantities(text) if q.start not in dated and not is_base(text, q)]
    above = _time_above(passage, article)
    around = "\n".join((*passage.over, article.head))
    region = place_of(text) or _region_above(passage, article)
    for at, one in enumerate(bindings(text, 0, figures, periods)):
        figure = one.figure
        if figure.kind not in _KINDS or figure.value is None or one.part == "base":
            continue
        if (at and is_beside(text, figures[at - 1], figure)) or _LISTED.search(text, 0, figure.start):
            continue
        if _GRADE.match(text, figure.end):
            continue
        deed = _PUT_IN.match(text, figure.end) if figure.kind == "money" else None
        words = (*one.nouns, deed["deed"]) if deed else one.nouns
        nouns, own = nouns_of(words), " ".join((*words, _stretch(text, figures, at)))
        place = None if _COUNTRY.search(own) else place_of(text[slice(*_span(text, figure))]) or region
        when = one.time or above
        ahead = _planned(_clause(text, figure), when, article)
        if one.part == "start" and ahead is not False:
            continue  # what it was before, at no time that is named
        if when is None or when[:1].isdigit():
            yield Said(
                figure, nouns, _rates(f"{text[slice(*_span(text, figure))]} {own}"), when, one.time is not None,
                ahead, one.part == "change",
                place, own, around, passage, article,
            )  # fmt: skip


def _stretch(text: str, figures: Sequence[Quantity], at: int) -> str:
    """The stretch of a line that is one figure's: from the figure before to the next, within its clause."""
    figure = figures[at]
    rest = [other for other in figures[at + 1 :] if not is_beside(text, figure, other)]
    behind = rest[0].start if rest else len(text)
    cut = _CLAUSE.search(text, figure.end - 1, behind)
    start = max(figures[at - 1].end if at else 0, _span(text, figure)[0])
    return text[start : cut.end() if cut else behind]


def _region_above(passage: Passage, article: Held) -> str | None:
    """The place that the lines above, or what the headline opens with, are of."""
    opening = _OPENING.match(article.headline)
    return place_of(" ".join(passage.over)) or place_of(opening[0] if opening else "")


def place_of(text: str) -> str | None:
    """The city or province that a text names first, in Hangul, of two that sound the same with its characters; None
    for none."""
    plain = simplify(text)
    found = region_of(plain)
    if found != _TWO_PROVINCES:
        return found
    hanzi = _OF_TWO.search(plain)
    return f"{found}({hanzi[0]})" if hanzi else found


def _span(text: str, figure: Quantity) -> tuple[int, int]:
    """The clause of a figure, up to itself."""
    cuts = [cut.end() for cut in _CLAUSE.finditer(text, 0, figure.start)]
    return (cuts[-1] if cuts else 0), figure.end


def _clause(text: str, figure: Quantity) -> str:
    """The clause of a figure, to its end."""
    start, end = _span(text, figure)
    cut = _CLAUSE.search(text, end - 1)
    return text[start : cut.end() if cut else len(text)]


def _in_row(passage: Passage, row: Row, article: Held) -> Iterator[Said]:
    if row.is_total:
        return  # of which parts, only the rest of its table says
    names = [cell for column, cell in enumerate(row.cells) if figure_in(row, column) is None]
    named_by = [word for cell in names for word in _words(cell)]
    named = [time for cell in names if (time := _year(cell, article))]
    around = "\n".join((*row.header, *passage.over, article.head))
    region = next((place for cell in names if (place := place_of(cell))), None)
    region = region or place_of(row.caption) or _region_above(passage, article)
    for column in range(len(row.cells)):
        figure = figure_in(row, column)
        if figure is None or figure.kind not in _KINDS or figure.value is None:
            continue
        head = row.head_of(column)
        figure = replace(figure, text=printed_of(row.cells[column], head_over(row, column), figure))
        when = _year(head, article) or next(iter(named), None) or _time_above(passage, article)
        measured = _words(head) or (() if named_by else _words(row.caption))
        if when == _SEVERAL:
            continue
        own = " ".join((*names, head, *measured))
        changes = _CHANGES.search(head) is not None
        yield Said(
            figure, nouns_of((*named_by, *measured)), _rates(own), when, when is not None,
            _planned(head, when, article), changes, region, own, around, passage, article,
        )  # fmt: skip


def _words(text: str) -> tuple[str, ...]:
    """The words of a head or cell that tell what is measured."""
    return nouns_of(map(without_particle, _WORD.findall(_BRACKET.sub(" ", text))))


_CHANGES = lazily("증가|감소|증감|성장|상승|하락|변화|전년|대비|인하|인상|단축|절감")


def _year(text: str, article: Held) -> str | None:
    """The one time that a cell names; None for none or several."""
    times = _times(text, article.day)
    return next(iter(times)) if len(times) == 1 else None


@lru_cache(maxsize=8192)
def _times(text: str, day: dt.date | None) -> frozenset[str]:
    """The times of a text; none without a figure."""
    if _DIGIT.search(text) is None:
        return frozenset()
    return frozenset(time for period in find_periods(text, date=day) if (time := _iso(period)))


def _iso(period: Period) -> str | None:
    if period.value is None or _RELATIVE.search(period.text) or period.high == "..":
        return None
    if period.high is not None:
        return f"{period.value}/{period.high}"
    return period.value[:_YEAR] if period.value.endswith("-12") and "말" in period.text else period.value


def _time_above(passage: Passage, article: Held) -> str | None:
    """The one time that the nearest line above names, the day of the news apart."""
    for text in (*passage.over, article.lead, article.headline):
        if times := {time for time in _times(text or "", article.day) if len(time) != _DAY}:
            return times.pop() if len(times) == 1 else _SEVERAL
    return None


def _planned(own: str, when: str | None, article: Held) -> bool | None:
    """Whether a figure is still to come: by its time, else by the words of its clause or head."""
    last = (when or "").rpartition("/")[2][:_YEAR]
    year = int(last) if last.isdigit() else None
    issue = article.issue or article.day
    told = _PLANS.search(own) is not None
    if year is not None and issue is not None and year != issue.year:
        return True if year > issue.year else None if told else False
    return told


@cache
def _rate_words() -> frozenset[str]:
    return frozenset(tables.words(__package__, "rates"))


def _rates(own: str) -> frozenset[str]:
    return frozenset(word for word in _rate_words() if word in own)


@cache
def _hollow() -> frozenset[str]:
    return frozenset(tables.words(__package__, "unmeasured"))


def nouns_of(words: Iterable[str]) -> tuple[str, ...]:
    """The words that tell what is measured, without places and what says nothing of it."""
    return tuple(
        dict.fromkeys(
            word
            for word in words
            if len(word) > 1
            and word not in _hollow()
            and not _PARTICLED.fullmatch(word)
            and word != _TWO_PROVINCES
            and not region_of(word)
        )
    )
