"""What stands before the first section: cover, contents page, summary."""

from __future__ import annotations

import datetime as dt
from collections.abc import Set
from dataclasses import dataclass, replace

from donghyang.language.patterns import lazily
from donghyang.records import ContentsEntry, SectionKind, Span
from donghyang.report.grammar import (
    CONTENTS,
    CONTENTS_SECTION,
    IMPRINT_FIELD,
    LADDER,
    SUMMARY,
    day_alone,
    is_bare_section,
    joined_slashes,
    names_series,
    section_kind,
    words_of,
)
from donghyang.report.layout.colophon import Colophon, day_in, read_cover
from donghyang.report.layout.titles import unwrapped
from donghyang.report.parts import Part
from donghyang.report.stream import Line

_CATEGORY_LENGTH = 16
_TITLE_LINE = 60
"""Letters of a line that holds series and date; longer ones are sentences."""
_PAGE = lazily(r"[\s.·…‥]*\d{1,3}")
"""A page number that a contents page sets apart from its headline."""
_LEADERS = lazily(
    r"(?<!\s)(?:\s*+(?:(?<![.·])[.·]{3,}+|(?<![…‥])[…‥]{2,}+)|[^\S\t]*+\t)\s*\d{1,3}$",
)
"""Dots that lead to a page number, or the tab that a word processor draws them in."""


@dataclass(frozen=True, slots=True)
class Front:
    """The front matter, read."""

    series: str | None
    date: dt.date | None
    contents: tuple[ContentsEntry, ...]
    summary: tuple[str, ...]
    rest: tuple[str, ...]
    parts: tuple[Part, ...]
    """What each line was taken for; all of the contents page but its entries is "cover". Remarks are left out."""

    @property
    def loose(self) -> bool:
        """Whether neither contents nor summary were found."""
        return all(part == "cover" for part in self.parts)


def read_front(lines: list[Line], imprint_title: str | None, publisher: str | None) -> Front:
    """The lines before the first section; `imprint_title` is the line that heads the imprint.

    Remarks stay among the lines of the cover and of the summary; those on the contents page stand above it.
    Series, date and publisher stand on the cover and again in the imprint: the issue holds them once.
    """
    summary_at = next((i for i, line in enumerate(lines) if line.plain and SUMMARY.match(line.text)), len(lines))
    contents_at = next(
        (i for i, line in enumerate(lines[:summary_at]) if line.plain and CONTENTS.match(line.text)), summary_at
    )
    cover = lines[:contents_at]
    listed = lines[contents_at + 1 : summary_at]
    entries, behind = _read_contents([line for line in listed if line.role != "remark"])
    parts = _parts(lines, {entry.span for entry in entries}, summary_at)
    summary = tuple(words for line in lines[summary_at + 1 :] for words in _words(line))
    kept = set(map(id, behind))
    loose = [*cover, *(line for line in listed if line.role == "remark" or id(line) in kept)]
    series, loose = _take_series(loose, imprint_title)
    date, loose = _take_date(loose)
    if series is not None and day_in(series):
        series, date, loose = _without_date(series, date, loose)
    elif date is None or series is None:
        series, date, loose = _take_title_line(loose, series, date)
    loose = [line for line in loose if not (line.plain and repeats(line.text, series, publisher))]
    rest = tuple(row for line in loose for row in line.rows)
    return Front(series, date, tuple(entries), summary, rest, parts)


def _words(line: Line) -> tuple[str, ...]:
    """A line of the summary, or the rows of a table in it, without markers."""
    if line.role == "remark":
        return (line.raw,)
    return tuple(map(words_of, line.rows if line.grid else (line.text,)))


def _parts(lines: list[Line], entries: Set[Span | None], summary_at: int) -> tuple[Part, ...]:
    above: list[Part] = ["contents" if line.span in entries else "cover" for line in lines[:summary_at]]
    heading: list[Part] = ["section"] if summary_at < len(lines) else []
    below: list[Part] = ["summary"] * len(lines[summary_at + 1 :])
    parts = (*above, *heading, *below)
    return tuple(part for part, line in zip(parts, lines, strict=True) if line.role != "remark")


def repeats(text: str, series: str | None, publisher: str | None) -> bool:
    """Whether a cover line says only what the issue holds elsewhere: its publisher, or series and date together."""
    title = joined_slashes(text)
    if text == publisher or not series or series not in title:
        return text == publisher
    return day_alone(title.replace(series, "", 1).strip(" ·|,-–")) is not None


def _read_contents(lines: list[Line]) -> tuple[list[ContentsEntry], list[Line]]:
    """The entries of the contents page, and the lines behind it."""
    entries: list[ContentsEntry] = []
    kind: SectionKind = "policy"
    category: str | None = None
    lines = [line for line in lines if not (line.plain and _PAGE.fullmatch(line.text))]
    for at, line in enumerate(lines):
        follower = lines[at + 1] if at + 1 < len(lines) else None
        found = CONTENTS_SECTION.match(line.text) if line.plain else None
        listed = follower is not None and follower.role in LADDER
        if found:
            kind, category = section_kind(found["title"]), None
        elif listed and line.plain and is_bare_section(title := unwrapped(line.text)):
            kind, category = section_kind(title), None
        elif line.role in LADDER:
            entries.append(ContentsEntry(kind, category, _LEADERS.sub("", line.text), span=line.span))
        elif _names_category(line) and listed:
            category = line.text
        else:
            return entries, lines[at:]
    return entries, []


def _names_category(line: Line) -> bool:
    """Whether a line can head a group of headlines: short words, no field of an imprint."""
    return line.plain and len(line.text) <= _CATEGORY_LENGTH and not IMPRINT_FIELD.match(line.text)


def _take_series(loose: list[Line], imprint_title: str | None) -> tuple[str | None, list[Line]]:
    """The series title among the loose lines, and the others."""
    titles = {at: joined_slashes(line.text) for at, line in enumerate(loose) if line.plain}
    at = next((at for at, title in titles.items() if title == imprint_title), -1)
    if at < 0:
        at = next((at for at, title in titles.items() if names_series(title)), -1)
    return (titles[at], loose[:at] + loose[at + 1 :]) if at >= 0 else (imprint_title, loose)


def _without_date(
    series: str, date: dt.date | None, loose: list[Line]
) -> tuple[str | None, dt.date | None, list[Line]]:
    """Series, date and other lines, of a title in whose line the date stands."""
    said = Colophon()
    title, rest = read_cover([series], said)
    if said.fields or title is None or not names_series(title):
        return series, date, loose
    left = [Line(words, "", None, 0, (0, 0)) for words in rest]
    return title, date or said.date, [*left, *loose]


def _take_title_line(
    loose: list[Line], series: str | None, date: dt.date | None
) -> tuple[str | None, dt.date | None, list[Line]]:
    """Series and date that stand in one line of the cover, and the other lines; what else it says stays a line."""
    for at, line in enumerate(loose):
        if not line.plain or len(line.text) > _TITLE_LINE or day_in(line.text) is None:
            continue
        said = Colophon()
        title, rest = read_cover([line.text], said)
        if said.fields or (title is not None and not names_series(title)):
            continue
        left = [replace(line, text=words) for words in rest]
        return series or title, date or said.date, [*loose[:at], *left, *loose[at + 1 :]]
    return series, date, loose


def _take_date(loose: list[Line]) -> tuple[dt.date | None, list[Line]]:
    """The date that stands alone on a cover, and the other lines."""
    for at, line in enumerate(loose):
        if line.plain and (day := day_alone(line.text)):
            return day, loose[:at] + loose[at + 1 :]
    return None, loose
