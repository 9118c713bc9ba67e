"""Days as leads, sources, sentences and addresses state them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.passages import KOREAN, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.dates import full_year
from donghyang.language.patterns import lazily
from donghyang.records import Span

_CLOSING = lazily(r"[(（]\s?(?:['‘’]?(?P<year>\d{2}|\d{4})\.)?(?P<month>\d{1,2})\.\s?(?P<day>\d{1,2})\.?\s?[)）]$")
_SENTENCE = lazily(
    r"(?:(?:(?P<year>20\d{2})|['‘’](?P<short>\d{2}))년 )?(?<![0-9])(?P<month>\d{1,2})월 (?P<day>\d{1,2})일"
    r"(?:\s?[(（](?P<weekday>[월화수목금토일])(?:요일)?[)）])?"
)
_ADDRESS = lazily(
    r"(?<![0-9])(?P<year>20[0-3]\d)[-/]?(?P<month>0[1-9]|1[0-2])[-/]?(?P<day>0[1-9]|[12]\d|3[01])(?![0-9])"
)


@dataclass(frozen=True, slots=True)
class Closing:
    """The day in brackets at the end of a lead or of a brief's source: '(3.2)'."""

    span: Span
    day: dt.date | None
    """None when the calendar has no such day."""
    has_year: bool
    """False where the year is taken from the day of publication."""


def lead_days(sheet: Sheet) -> Iterator[tuple[ArticleLines, Closing]]:
    """The days that close leads; none when the day of publication is unknown."""
    for article in sheet.articles:
        for passage in article.of("lead"):
            if day := _closing(sheet, passage):
                yield article, day


def source_days(sheet: Sheet) -> Iterator[tuple[ArticleLines, Closing]]:
    """The first day that closes a source of each article; none when the day of publication is unknown."""
    for article in sheet.articles:
        days = (day for passage in article.of("source") if (day := _closing(sheet, passage)))
        for day in days:
            yield article, day
            break


def _closing(sheet: Sheet, passage: Passage) -> Closing | None:
    found = _CLOSING.search(passage.text)
    if found is None or sheet.date is None:
        return None
    year = full_year(found["year"]) if found["year"] else sheet.date.year
    span = (passage.start + found.start(), passage.start + found.end())
    return Closing(span, day_of(year, found), has_year=found["year"] is not None)


def sentence_days(sheet: Sheet) -> Iterator[tuple[Span, re.Match[str]]]:
    """Every '2023년 3월 1일(수)' with its groups year (or short: '22년), month, day, weekday.

    '0월' is a form to be filled in.
    """
    for passage in sheet.of(KOREAN):
        for found in _SENTENCE.finditer(passage.text):
            if int(found["month"]):
                yield (passage.start + found.start(), passage.start + found.end()), found


def year_of(found: re.Match[str]) -> int | None:
    """The year that such a day names, in full or in two figures; None where it names none."""
    printed = found["year"] or found["short"]
    return full_year(printed) if printed else None


def day_of(year: int, found: re.Match[str]) -> dt.date | None:
    """The day of the groups month and day in a year, None when the calendar has no such day."""
    try:
        return dt.date(year, int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def address_day(passage: Passage) -> tuple[dt.date, Span] | None:
    """The day in an address and where it stands in the sheet, None where there is none or several that differ.

    Eight digits that are no day, as a number of a page, do not count.
    """
    at = passage.text.find("http")
    found = _ADDRESS.finditer(passage.text, at) if at >= 0 else ()
    days = [(day, match.span()) for match in found if (day := day_of(int(match["year"]), match)) is not None]
    if len({day for day, _ in days}) != 1:
        return None
    day, (start, end) = days[0]
    return day, (passage.start + start, passage.start + end)
