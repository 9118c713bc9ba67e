"""The time that a place of an article speaks of, and whether it is the one asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from donghyang.archive.answers.asking import Question
from donghyang.archive.answers.fitting import Candidate
from donghyang.archive.answers.holdings import Holdings
from donghyang.archive.answers.passages import Row
from donghyang.language.patterns import lazily
from donghyang.records import Period

_BASE = lazily(
    r"(?:\([^()]{1,24}\))?(?:의)?\s?(?:같은\s기간|동기|실적|수준|[말초])?(?:의)?\s?(?:대비|보다|에 ?비해)"
    r"|의\s(?:약\s)?[0-9][^\s,]*(?:보다|에서|대비)"
)
"""Behind a time that a figure is only held against: 전년 대비, 2022년의 6.57%보다."""
_TOLD = lazily(
    r"(?:에)?\s(?:[가-힣]+[이가]\s)?(?:[가-힣]+에서\s)?(?:새로\s|함께\s|공동으로\s)?"
    r"(?:내놓은|내건|낸|나온|밝힌|열린|열었던|(?:발표|공개|공표|승인|채택|제정|확정|마련|하달|체결|출범|개최|개막|시행|선정|착공)[한된])\s"
)
"""Behind a time that tells when the news was: what was announced or approved then."""
_YEAR = lazily("(?P<year>(?:19|20)[0-9]{2})년?")
_OF_A_YEAR = lazily("년도$")
_HALF_A_YEAR = 183
OPEN = ".."
"""The end of a stretch that has none: 1월부터."""


def times_of(candidate: Candidate, holdings: Holdings) -> tuple[Period, ...]:
    """The times that govern a place, from the nearest text that names any; () where none does."""
    passage = candidate.passage
    article = holdings.articles[passage.at]
    line = _times(passage.text, holdings, article.day)
    if passage.row is not None:
        line = (*line, *_years_alone(passage.row))
    if passage.row is None:
        start, end = candidate.own
        own = tuple(time for time in line if start <= time.start < end)
        before = tuple(time for time in own if time.start < candidate.end)
        if before or own:
            return before or own
    head = "\n".join(part for part in (article.lead, article.headline) if part and part != passage.text)
    above = (candidate.head, *passage.over, head)
    return line or next((found for text in above if (found := _times(text, holdings, article.day))), ())


def _years_alone(row: Row) -> Iterator[Period]:
    """The years that stand alone in the cells of a row: 2026."""
    for column, cell in enumerate(row.cells):
        if found := _YEAR.fullmatch(cell.strip()):
            start = row.start_of(column)
            yield Period(cell, start, start + len(cell), found["year"])


def _times(text: str, holdings: Holdings, day: dt.date | None) -> tuple[Period, ...]:
    times = (fact for fact in holdings.facts(text, day) if isinstance(fact, Period) and fact.value)
    return tuple(time for time in times if not _BASE.match(text, time.end))


def names_year(text: str, holdings: Holdings, day: dt.date | None) -> bool:
    """Whether a text names a time."""
    return bool(_times(text, holdings, day))


def in_time(question: Question, candidate: Candidate, holdings: Holdings) -> bool:
    """Whether a place speaks of the times that the question names; where it names none, of the year of its article."""
    if not question.periods:
        return True
    found = times_of(candidate, holdings)
    if question.asked is not None and question.asked.sort == "date":
        found = (*found, *_governing(candidate, holdings))
        if _is_a_label(question):
            found = (*found, *_times(holdings.articles[candidate.passage.at].whole, holdings, None))
    day = holdings.articles[candidate.passage.at].day
    if day is not None and len(question.periods) == 1 and _is_of_the_news(question):
        asked = question.periods[0].value or ""
        return asked == str(day)[: len(asked)] or any(time.value == asked for time in found)
    if not found:
        return day is not None and all(_same(wanted, str(day.year), None) for wanted in question.periods)
    return all(any(_same(wanted, time.value or "", time.high) for time in found) for wanted in question.periods)


def _governing(candidate: Candidate, holdings: Holdings) -> Iterator[Period]:
    """The times of what governs a line, of which its thing is where the line gives another day to it."""
    article = holdings.articles[candidate.passage.at]
    for text in (*candidate.passage.over, article.headline, article.lead or ""):
        yield from _times(text, holdings, article.day)


def _is_a_label(question: Question) -> bool:
    """Whether a date is asked for of what is called by a year: 2026년도 신청은 언제까지인가."""
    dated = question.asked is not None and question.asked.sort == "date"
    return dated and all(_OF_A_YEAR.search(question.text, period.start, period.end + 1) for period in question.periods)


def _is_of_the_news(question: Question) -> bool:
    """Whether the time that a question names is that of the news itself: 2024년 11월 내놓은 방안."""
    return _TOLD.match(question.text, question.periods[0].end) is not None


def _same(wanted: Period, value: str, high: str | None) -> bool:
    """Whether a text's time is the one asked for: as far as both say it; of a stretch its last year."""
    high = None if high == OPEN else high
    last = None if wanted.high == OPEN else wanted.high
    if last and high:
        return value[:4] == (wanted.value or "")[:4] and high[:4] == last[:4]
    asked = last or wanted.value or ""
    end = high or value
    return end.startswith(asked) or asked.startswith(end)


def same_period(wanted: Period, when: str | None) -> bool:
    """Whether a time, or a stretch (2021/2025), is the one that a question names, neither wider nor narrower."""
    low, _, high = (when or "").partition("/")
    return bool(low) and low == (wanted.value or "") and (high or None) == wanted.high


def _news(candidate: Candidate, holdings: Holdings) -> set[str | None]:
    """The day of the news itself, which a lead gives: no time of a figure."""
    return {str(holdings.articles[candidate.passage.at].day)}


def same_time(one: Candidate, other: Candidate, holdings: Holdings) -> bool:
    """Whether two places speak of one time; where one of them does not say of which, whether their articles lie within
    half a year."""
    a, b = (
        {time.value for time in times_of(candidate, holdings)} - _news(candidate, holdings)
        for candidate in (one, other)
    )
    if a and b:
        return a == b
    days = [holdings.articles[candidate.passage.at].day for candidate in (one, other)]
    return None in days or abs((days[0] or dt.date.min) - (days[1] or dt.date.min)).days <= _HALF_A_YEAR
