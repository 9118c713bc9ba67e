"""Places that a list tells by its numbers (1위 미국(45.9%), 2위 중국(30.2%)) or in brackets: 선전(2위), 우시(3위)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from donghyang.facts.phrases import noun_before
from donghyang.facts.quantities import find_quantities
from donghyang.facts.ranking_tables import named_list, year_in
from donghyang.facts.wording import topics
from donghyang.language.patterns import lazily
from donghyang.records import Ranking, RankingRow

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from donghyang.facts.statements import Statement
    from donghyang.records import Span

_NUMBERED = lazily(
    r"(?<![0-9])(?P<rank>[1-9][0-9]?)위(?:는|로|:)?\s?(?P<name>[가-힣A-Za-z][^\s,，()]{1,15}(?:\s[^\s,，()0-9]{2,12}){0,2}?)"
    r"\s?(?:\((?P<value>[^()]{1,30})\))?(?=[,，]|이며|이고|임|\s?순|이\s|가\s|$)"
)
_APART = 40
"""Characters between one place of a list and the next, at most."""
_ENDS_BEFORE = "은는이가로서에며고을를"
"""Syllables that end the word before the first name of a list: 선두그룹으로 베이징."""
_BY = lazily(r"([^,，]{2,40}?)(?:에|이|가)\s(?:따르면|의하면|발표한)")
_YEAR = lazily(r"(?:20|['’‘])?[0-9]{2}년?(?!간)|작년|지난해|올해")
_YEAR_LONG = 4


def numbered(statement: Statement) -> Iterator[tuple[Ranking, Span]]:
    """The places that lists count up, each list with where it stands in the statement."""
    if statement.text.count("위") < 2:
        return
    runs: list[list[re.Match[str]]] = []
    for found in _NUMBERED.finditer(statement.text):
        before = runs[-1][-1] if runs else None
        if before and int(found["rank"]) == int(before["rank"]) + 1 and found.start() - before.end() < _APART:
            runs[-1].append(found)
        else:
            runs.append([found])
    for run in runs:
        if len(run) > 1:
            rows = tuple(
                _row(statement, found.span(), int(found["rank"]), found["name"], found["value"]) for found in run
            )
            span = run[0].start(), run[-1].end()
            yield _ranking(statement, span, None, rows), span


def in_brackets(statement: Statement) -> Iterator[Ranking]:
    """The places that stand in brackets behind names: 선전(세계 2위), 베이징(3위); one ranking each where the names are
    the fields in which one holds them: 중국은 기술 산출(3위), 인프라(5위) 분야에서.
    """
    text = statement.text
    if text.count("위)") < 2:
        return
    found = list(_PLACED.finditer(text))
    if len(found) < 2:
        return
    span = found[0].start("name"), found[-1].end()
    rows = tuple(
        RankingRow(m[0].strip(" ,"), *statement.span(m.start("name"), m.end()), int(m["rank"]), _first_name(m["name"]))
        for m in found
    )
    scope = next((m["scope"] for m in found if m["scope"]), None)
    by, when = source_of(statement, span[0])
    if _FIELDS.match(text, span[1]):
        topic = next(topics(text, 0, found[0].end("name")), None)
        holder = noun_before(text, topic.start()) if topic else None
        for row in rows:
            held = replace(row, entity=holder)
            yield Ranking(row.text, row.start, row.end, row.entity, by, when, scope, (held,))
        return
    yield Ranking(text[slice(*span)], *statement.span(*span), None, by, when, scope, rows)


_PLACED = lazily(
    r"(?P<name>[^\s,，()]{1,16}(?:\s[^\s,，()]{1,10}){0,3})\s?\((?:(?P<scope>세계|전국|글로벌|중국)\s)?(?P<rank>[1-9][0-9]{0,2})위\)"
)
_FIELDS = lazily(r"\s?(?:등\s)?(?:분야|부문|지표|항목|영역)")


def _row(statement: Statement, span: Span, rank: int, name: str, value: str | None) -> RankingRow:
    figures = find_quantities(value) if value else []
    figure = figures[0] if figures else None
    return RankingRow(
        statement.text[slice(*span)], *statement.span(*span), rank, name.strip(), figure.value if figure else None,
        figure.unit if figure else None,
    )  # fmt: skip


def _ranking(statement: Statement, span: Span, subject: str | None, rows: tuple[RankingRow, ...]) -> Ranking:
    by, when = source_of(statement, span[0])
    return Ranking(statement.text[slice(*span)], *statement.span(*span), subject, by, when, None, rows)


def _first_name(name: str) -> str:
    """The name that a list begins with, without the words before it."""
    words = name.split()
    at = next((at for at in range(len(words) - 1, 0, -1) if words[at - 1][-1:] in _ENDS_BEFORE), 0)
    return " ".join(words[at:])


def source_of(statement: Statement, at: int) -> tuple[str | None, str | None]:
    """Who made the ranking that stands at a place, or its list, and the year it speaks of; None where nothing says."""
    text = statement.text
    found = _BY.search(text[:at]) or _BY.search(text)
    by = found[1].strip(" '‘’“”\"*") if found else None
    if by is None and statement.article is not None:
        by = named_list(statement.article)
    years = (
        p.value for p in statement.periods
        if p.start < at + _APART and p.value and len(p.value) == _YEAR_LONG and not p.high and _YEAR.match(p.text)
    )  # fmt: skip
    return by, next(years, None) or year_in(by or "")
