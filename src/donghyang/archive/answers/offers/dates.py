"""Dates that may answer: those of a line, as precise as is asked."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from donghyang.archive.answers.asking.question import Question, is_everywhere, words
from donghyang.archive.answers.fitting import Candidate, of_cell, own_stretch
from donghyang.archive.answers.folding import Folded
from donghyang.archive.answers.found import Found
from donghyang.archive.answers.holdings import Holdings
from donghyang.archive.answers.passages import Passage
from donghyang.archive.answers.times import OPEN
from donghyang.language.patterns import lazily
from donghyang.records import Period

_SIZE = {"year": 4, "month": 7, "day": 10, "any": 4}
_ALONE = lazily(r"(?P<year>(?:19|20)[0-9]{2})년?")
_TITLE = lazily(r"[‘「『《“][^’」』》”]{4,60}[’」』》”]|(?<![가-힣])'[^']{4,60}'")
"""A title in quotation marks, whose year is no date: '2022년 업무 보고서'."""
_NOTE = lazily(r"\s?[(（][^()（）]{1,12}[)）]")
_MODIFIES = lazily(r"(?:에|부터|까지)?\s(?:[가-힣]+[에로]서?\s)?[가-힣]+(?:한|된|인|던|진|린|은)\s[가-힣‘'A-Z]")
"""Behind a date of what another thing did: 지난해 말 완공한 우주정거장."""
_OF_A_FIGURE = lazily(r"\s(?:약\s)?[0-9]")
"""Behind a year whose figure a line tells, which is the day of nothing: '24년 3조 6,300억 위안보다."""
_SHORT_CELL = 24
"""Letters of a cell that holds a date and no more."""
_MARKS = "을를이가은는"
"""Particles between a thing and what is done to it."""
_YEAR, _MONTH, _DAY = 4, 7, 10
_ASKS_END = lazily(r"까지|截至|截止|\b(?:until|by when|deadline)\b")


def dates_in(passage: Passage, question: Question, holdings: Holdings) -> Iterator[Found]:
    """The dates of a line that are as precise as is asked for, without those that the question names."""
    asked = question.asked
    if asked is None:
        return
    if passage.row is not None:
        yield from _of_row(passage, asked.grain, holdings)
        return
    text = passage.text
    titles = [found.span() for found in _TITLE.finditer(text)]
    facts = holdings.facts(text, holdings.articles[passage.at].day)
    times = [
        fact for fact in facts if isinstance(fact, Period) and fact.value and len(fact.value) >= _SIZE[asked.grain]
    ]
    if not times and (told := _of_the_news(passage, question, asked.grain, holdings)):
        yield told
    named = {period.value for period in question.periods}
    for time in times:
        titled = any(start < time.start < end for start, end in titles)
        if time.value in named or titled or time.text in words("no_dates"):
            continue
        if time.high == OPEN and _ASKS_END.search(question.text.lower()):
            continue
        others = [(other.start, other.end) for other in times if other is not time]
        own = own_stretch(text, time.start, time.end, others)
        if len(time.value or "") == _YEAR and _OF_A_FIGURE.match(text, time.end):
            continue
        if _MODIFIES.match(text, time.end):
            own = time.start, own[1]
        yield _found(Candidate(passage, time.start, time.end, own), time, asked.grain)


def _of_the_news(passage: Passage, question: Question, grain: str, holdings: Holdings) -> Found | None:
    """The day of the event that a lead tells without a time of its own, where it or the headline says all of a
    question; None for another line."""
    article = holdings.articles[passage.at]
    if article.date is None or passage.text != article.lead:
        return None
    head = holdings.head(article)
    if not all(need.said_in(head) for need in question.needs if not is_everywhere(need)) or not _is_done_to(
        question, head
    ):
        return None
    iso = str(article.date)[: _SIZE["day" if grain == "any" else grain]]
    return Found(Candidate(passage, len(passage.text), len(passage.text), (0, len(passage.text))), iso)


def _is_done_to(question: Question, head: Folded) -> bool:
    """Whether a text has the deed right behind the thing: 발사대 착공, no 발사대의 시험을 완료."""
    at = [place for place, need in enumerate(question.needs) if need in question.core]
    if not at or not at[0]:
        return False
    deed, thing = question.needs[at[0]], question.needs[at[0] - 1]
    joined = (one + mark + other for one in thing.forms for mark in ("", *_MARKS) for other in deed.forms[: deed.own])
    return any(form in head.letters for form in joined)


def _of_row(passage: Passage, grain: str, holdings: Holdings) -> Iterator[Found]:
    """The years that stand alone in a cell, under a head that says of what, and the days that fill one."""
    row = passage.row
    if row is None:
        return
    for column, cell in enumerate(row.cells):
        head = row.header[column] if column < len(row.header) else ""
        year = _ALONE.fullmatch(cell.strip())
        if year and head.strip() not in ("연도", "년도"):
            yield Found(of_cell(passage, column), year["year"], Decimal(year["year"]), "년")
            continue
        facts = holdings.facts(cell, holdings.articles[passage.at].day) if len(cell) <= _SHORT_CELL else []
        times = [fact for fact in facts if isinstance(fact, Period) and fact.value]
        if len(times) == 1 and len(times[0].value or "") >= max(_SIZE[grain], _MONTH):
            yield _found(of_cell(passage, column), times[0], grain)


def _found(candidate: Candidate, time: Period, grain: str) -> Found:
    iso = (time.value or "")[:_DAY] if grain == "day" else time.value or ""
    if grain in ("year", "month"):
        iso = iso[: _SIZE[grain]]
    note = _NOTE.match(candidate.passage.text, time.end)
    printed = time.text + (note[0] if note else "")
    said = iso if printed == iso else f"{iso} ({printed})"
    if time.high not in (None, OPEN) and grain in ("any", "day"):
        said = f"{iso}/{time.high} ({printed})"
    if len(iso) == _YEAR:
        return Found(candidate, said, Decimal(iso), "년")
    if len(iso) == _MONTH and grain == "month":
        return Found(candidate, said, Decimal(int(iso[5:7])), "월")
    return Found(candidate, said)
