"""Places that a sentence tells without a number: A가 가장 많고 B, C가 뒤를 이음; A, B, C 순으로 높음.

Who has the least, and what is only called the greatest of its kind (가장 큰 도시), has no place.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from donghyang.facts.clauses import stripped
from donghyang.facts.intent import core_of, is_foretold
from donghyang.facts.phrases import noun_before
from donghyang.facts.quantities import find_quantities
from donghyang.facts.ranking_holders import LEADING, METRIC, can_be, owner
from donghyang.facts.ranking_lists import source_of
from donghyang.facts.wording import clause_at, topics
from donghyang.language.patterns import lazily
from donghyang.records import Ranking, RankingRow

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from donghyang.facts.statements import Statement
    from donghyang.records import Quantity, Span

_MOST = lazily(
    r"가장\s(?:(?:많|높|넓)(?:고|았|으[며나]|지만|음|다(?!는))|크(?:고|며|지만|나|다(?!는))|컸|큼"
    r"|길(?:고|며|었|지만|다(?!는))|김|빠르(?:고|며|지만|다(?!는))|빨랐|빠름)[가-힣]{0,4}"
)
_FOLLOWS = lazily(
    r"[,，]?\s(?:이어\s)?(?P<list>(?:[^.;；]|\.(?=[0-9])){2,120}?)"
    r"(?:(?:이|가)\s(?:각각\s)?(?:그\s)?뒤를\s(?:이|잇)|(?:의)?\s순(?=$|[\s.,)]|임|이[다며고었]|으로))"
)
"""Who comes behind the first."""
_ORDER = lazily(
    r"(?P<list>(?:[^.;；]|\.(?=[0-9])){4,120}?)(?:의)?\s순(?:(?P<high>으로\s(?:[가-힣]{1,8}[이가]\s)?(?:많|높|크|큼|컸|커|길|넓|빠르))"
    r"|임|이[다며고나]|이었|으로\s(?:나타|집계|조사)|$)"
)
_ITEM = lazily(
    r"(?P<name>[^\s()0-9](?:[^()0-9]|\([一-龥·]{1,12}\)){0,24}?)\s?(?P<value>[0-9][^()]{0,20})?(?:\((?P<bracket>[^()]{1,24})\))?"
)
_COMMA = lazily(r"(?<![0-9]),\s?|,\s|，\s?|(?<=[가-힣)])[와과]\s|\s및\s")
_BRACKET = lazily(r"\((?P<value>[^()]{1,24})\)$")
_JOINT = lazily(r"[,，]|[가-힣][와과]\s")
_LISTED = lazily(r"(?:[,，]|[가-힣][와과])\s$")
"""Before a name that is the last of several."""
_BEHIND_VALUE = lazily(r"(?:\([^()]{1,24}\))?으?로\s")
_NO_VALUES = ("rank", "number")
"""Figures that are no value of what is ranked."""
_ORDER_BEFORE = lazily(r"^.*\s순(?:이나|이며|이고|이지만),?\s|^가장\s\S+[은는한른큰]\s")
_QUOTES = "\"“”'‘’"
_REST = "기타"
"""What is left over has no place, though a list tells it last."""
_FEWEST = 2


def in_words(statement: Statement) -> Iterator[Ranking]:
    """The rankings that a statement tells by words alone, in order."""
    text = statement.text
    if "가장" not in text and " 순" not in text:
        return
    if is_foretold(text) or core_of(text)[1]:
        return
    until = 0
    for most in _MOST.finditer(text):
        first = _first(statement, most.start())
        if first is None:
            continue
        subject, row = first
        rows = followers(statement, most.end(), 2)
        until = most.end()
        yield _ranking(statement, row.text, (row.start, row.end), subject, [row, *rows])
    yield from _ordered(statement, until)


def followers(statement: Statement, at: int, rank: int) -> list[RankingRow]:
    """Who comes behind the one whose place is told up to `at`, from `rank` on; [] where nobody is named."""
    found = _FOLLOWS.match(statement.text, at)
    return _rows(statement, found.span("list"), rank) if found else []


def _first(statement: Statement, at: int) -> tuple[str | None, RankingRow] | None:
    """Who has the most before `at`, and of what; None where the words do not say."""
    text = statement.text
    start = clause_at(text, at)[0]
    marks = list(topics(text, start, at))
    if not marks or marks[-1][0].strip() not in ("이", "가"):
        return None
    who = marks[-1]
    name, value = _parted(text[start : who.start()])
    themes = [mark for mark in marks[:-1] if mark[0].strip() in ("은", "는")]
    theme = _theme(text[start : themes[-1].start()]) if themes else None
    subject = theme if theme and can_be(theme) else None
    if METRIC.search(name):
        entity, measure = owner(name)
        entity, subject = entity or (subject if subject and not METRIC.search(subject) else None), measure
    else:
        entity = name
    entity = LEADING.sub("", entity) if entity else None
    figure = value or _value(statement, who.end(), at)
    if entity is None or not can_be(entity) or _JOINT.search(entity) or not (subject or figure):
        return None
    place = text.rfind(entity, start, at)
    if place < 0 or _LISTED.search(text, start, place):
        return None
    end = place + len(text[place:at].rstrip())
    row = RankingRow(
        text[place:end], *statement.span(place, end), 1, entity, figure.value if figure else None,
        figure.unit if figure else None,
    )  # fmt: skip
    return subject, row


def _theme(words: str) -> str:
    """The noun that words end in, none of an order before it: (공학, 이학의 순이나) 경쟁률."""
    return _ORDER_BEFORE.sub("", noun_before(words, len(words)))


def _parted(words: str) -> tuple[str, Quantity | None]:
    """The name that words end in, and the figure in brackets behind it."""
    found = _BRACKET.search(words)
    figures = [q for q in find_quantities(found["value"]) if q.kind not in _NO_VALUES] if found else []
    plain = words[: found.start()] if found and figures else words
    return noun_before(plain, len(plain)).strip(_QUOTES), figures[0] if figures else None


def _value(statement: Statement, since: int, until: int) -> Quantity | None:
    """The figure by which the most is told: 108개로 가장 많고."""
    near = [q for q in statement.quantities if since <= q.start and q.end <= until and q.kind not in _NO_VALUES]
    told = [q for q in near if q.value is not None and _BEHIND_VALUE.match(statement.text, q.end)]
    return told[-1] if told else None


def _ordered(statement: Statement, since: int) -> Iterator[Ranking]:
    """The places that a bare order tells: 증가율은 A, B, C 순으로 높고; A 64개, B 41개 순 without saying of what."""
    text = statement.text
    themes = [mark for mark in topics(text, since) if mark[0].strip() in ("은", "는")]
    for start, theme in [*((mark.end(), mark) for mark in themes), *([] if since or themes else [(0, None)])]:
        found = _ORDER.match(text, start, clause_at(text, start)[1])
        subject = noun_before(text, theme.start()) if theme else None
        if found is None or any(topics(found["list"] + " ")):
            continue
        subject = subject if subject and can_be(subject) else None
        rows = _rows(statement, found.span("list"), 1)
        if len(rows) >= _FEWEST and _is_order(rows, subject, high=found["high"] is not None):
            yield _ranking(statement, found[0], statement.span(*found.span()), subject, rows)


def _is_order(rows: list[RankingRow], subject: str | None, *, high: bool) -> bool:
    """Whether a list is one of places: what is ranked is a measure or called high, or its figures fall."""
    values = [row.value for row in rows if row.value is not None]
    if subject is not None and (high or METRIC.search(subject)):
        return True
    return len(values) == len(rows) and values == sorted(values, reverse=True)


def _rows(statement: Statement, span: Span, rank: int) -> list[RankingRow]:
    """The names of a list with their places from `rank` on; [] where a part of it is no name."""
    text, rows, start = statement.text, [], span[0]
    ends: Sequence[re.Match[str] | None] = [*_COMMA.finditer(text, *span), None]
    places = count(rank)
    for end in ends:
        stop = end.start() if end else span[1]
        found = _ITEM.fullmatch(text[start:stop].strip())
        figures = find_quantities(found["value"] or found["bracket"] or "") if found else []
        if found is None or not can_be(found["name"].strip()) or len(figures) > 1:
            return []
        if found["name"].startswith(_REST):
            break
        figure = figures[0] if figures else None
        value, unit = (figure.value, figure.unit) if figure else (None, None)
        own = stripped(text, (start, stop))
        name, place = found["name"].strip(), statement.span(*own)
        rows.append(RankingRow(text[slice(*own)], *place, next(places), name, value, unit))
        start = end.end() if end else stop
    return [replace(row, unit=row.unit or (rows[-1].unit if row.value is not None else None)) for row in rows]


def _ranking(statement: Statement, told: str, span: Span, subject: str | None, rows: list[RankingRow]) -> Ranking:
    by, when = source_of(statement, len(statement.text))
    return Ranking(told, *span, subject, by, when, None, tuple(rows))
