"""What stands before the first section: cover, contents page, summary."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from donghyang.records import ContentsEntry, SectionKind
from donghyang.report.grammar import (
    CONTENTS,
    CONTENTS_SECTION,
    SERIES,
    SUMMARY,
    day_alone,
    joined_slashes,
    section_kind,
)
from donghyang.report.stream import Line

_SERIES_LENGTH = 40
"""Longer lines on a cover are sentences, not a title."""
_CATEGORY_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Front:
    """The front matter, read."""

    series: str | None
    date: dt.date | None
    contents: tuple[ContentsEntry, ...]
    summary: tuple[str, ...]
    rest: tuple[str, ...]


def read_front(lines: list[Line], imprint_title: str | None) -> Front:
    """The lines before the first section; `imprint_title` is the line that heads the imprint."""
    summary_at = next((i for i, line in enumerate(lines) if SUMMARY.match(line.raw)), len(lines))
    contents_at = next((i for i, line in enumerate(lines[:summary_at]) if CONTENTS.match(line.raw)), summary_at)
    cover = lines[:contents_at]
    entries, behind = _read_contents(lines[contents_at + 1 : summary_at])
    summary = tuple(paragraph for line in lines[summary_at + 1 :] for paragraph in _printed(line, marked=False))
    loose = [text for line in [*cover, *behind] for text in _printed(line)]
    series, loose = _take_series(loose, imprint_title)
    date, loose = _take_date(loose)
    return Front(series, date, tuple(entries), summary, tuple(loose))


def _read_contents(lines: list[Line]) -> tuple[list[ContentsEntry], list[Line]]:
    """The entries of the contents page, and the lines behind it."""
    entries: list[ContentsEntry] = []
    kind: SectionKind = "policy"
    category: str | None = None
    for at, line in enumerate(lines):
        follower = lines[at + 1] if at + 1 < len(lines) else None
        found = CONTENTS_SECTION.match(line.raw) if line.grid is None else None
        if found:
            kind, category = section_kind(found["title"]), None
        elif line.role in ("round", "dash", "dot"):
            entries.append(ContentsEntry(kind, category, line.text, span=line.span))
        elif (
            line.plain and len(line.text) <= _CATEGORY_LENGTH and follower and follower.role in ("round", "dash", "dot")
        ):
            category = line.text
        else:
            return entries, lines[at:]
    return entries, []


def _printed(line: Line, *, marked: bool = True) -> list[str]:
    """The line as it stands in print; a table gives its rows."""
    if line.grid is None:
        return [line.raw if marked else line.text]
    rows = (" ".join(cell.text.replace("\n", " ") for cell in row if cell.text) for row in line.grid.rows)
    return [row for row in rows if row]


def _take_series(loose: list[str], imprint_title: str | None) -> tuple[str | None, list[str]]:
    """The series title among the loose lines, and the others."""
    titles = [joined_slashes(text) for text in loose]
    if imprint_title is not None and imprint_title in titles:
        at = titles.index(imprint_title)
    else:
        at = next((i for i, t in enumerate(titles) if len(t) <= _SERIES_LENGTH and SERIES.search(t)), -1)
    if at < 0:
        return imprint_title, loose
    return titles[at], loose[:at] + loose[at + 1 :]


def _take_date(loose: list[str]) -> tuple[dt.date | None, list[str]]:
    """The date that stands alone on a cover, and the other lines."""
    for at, text in enumerate(loose):
        if day := day_alone(text):
            return day, loose[:at] + loose[at + 1 :]
    return None, loose
