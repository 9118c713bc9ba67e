"""Document -> Issue: one interpreter for every file format and both dialects."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from donghyang.records import Article, Document, Issue, Publisher, Section, SectionKind, Unplaced
from donghyang.report.body import Body
from donghyang.report.categories import with_categories
from donghyang.report.front import read_front
from donghyang.report.grammar import (
    AUTHOR,
    DEFAULT_TITLE,
    NUMBER,
    NUMERAL,
    NUMERAL_TITLE,
    REFERENCES,
    SERIES,
    Dialect,
    day_alone,
    is_bare_section,
    joined_slashes,
    section_kind,
)
from donghyang.report.imprint import Imprint, find_imprint
from donghyang.report.stream import Line, stream

_TITLE_LENGTH = 25
_HIGHEST_NUMBER = 40
"""No weekly has more articles in a section; larger two-digit lines are figures."""


def parse(document: Document) -> Issue:
    """The issue that a document holds. Nothing printed is lost: what has no place stands in `front`, `back` or `unplaced`."""
    lines = stream(document)
    imprint = find_imprint(lines)
    lines, title, back = _without_imprint(lines, imprint)
    openings = _openings(lines)
    start = min(openings, default=len(lines))
    front = read_front(lines[:start], title)
    date = imprint.date if imprint and imprint.date else front.date
    walk = _Walk(date, dialect_of_lines(lines))
    walk.over(lines, openings, start)
    contents, sections = front.contents, tuple(part.section() for part in walk.parts)
    return Issue(
        series=front.series,
        date=date,
        publisher=imprint.publisher if imprint else Publisher(),
        contents=contents,
        summary=front.summary,
        sections=with_categories(sections, contents),
        front=(*front.rest, *walk.homeless),
        back=back,
    )


def dialect(document: Document) -> Dialect:
    """The dialect a report is written in; A where nothing tells."""
    return dialect_of_lines(stream(document))


def dialect_of_lines(lines: list[Line]) -> Dialect:
    """The dialect of a stream: the web issue has □ leads and no article numbers."""
    if any(_number(lines, at, None) is not None for at in range(len(lines))):
        return "A"
    return "B" if any(line.marker == "□" for line in lines) else "A"


def _without_imprint(lines: list[Line], imprint: Imprint | None) -> tuple[list[Line], str | None, tuple[str, ...]]:
    """The stream without its imprint, the title that heads the imprint, and the loose lines around it."""
    if imprint is None:
        return lines, None, ()
    before, after = lines[: imprint.first], lines[imprint.end :]
    if after and any(_number(after, at, None) is not None for at in range(len(after))):
        return before + after, None, ()
    title = None
    if before and before[-1].plain:
        name = joined_slashes(before[-1].text)
        if SERIES.search(name) or any(joined_slashes(line.text) == name for line in before[:-1] if line.plain):
            title, before = name, before[:-1]
    tail = _tail(before)
    loose = before[len(before) - tail :] + after
    return before[: len(before) - tail], title, tuple(line.raw for line in loose)


def _tail(lines: list[Line]) -> int:
    """How many lines at the end follow the last article's last address: words that belong to no article."""
    size = 0
    for line in reversed(lines):
        if line.url:
            return size
        if not line.plain or AUTHOR.match(line.text) or day_alone(line.text):
            break
        size += 1
    return 0


# ---------------------------------------------------------------- openings of sections and articles


@dataclass(frozen=True, slots=True)
class _Opening:
    """A place where a section or an article begins; `size` lines of the stream belong to the opening."""

    size: int
    section: str | None = None
    number: int | None = None
    headline: str = ""


def _openings(lines: list[Line]) -> dict[int, _Opening]:
    found: dict[int, _Opening] = {}
    web, previous, at = dialect_of_lines(lines) == "B", None, 0
    while at < len(lines):
        opening = _section_opening(lines, at)
        if opening is None:
            number = _number(lines, at, previous)
            if number is not None:
                opening = _Opening(1, number=number[0], headline=number[1])
            elif web and _opens_web_article(lines, at):
                opening = _Opening(1, number=(previous or 0) + 1, headline=lines[at].text)
        if opening is not None:
            previous = opening.number
            found[at] = opening
        at += opening.size if opening else 1
    return found


def _section_opening(lines: list[Line], at: int) -> _Opening | None:
    line = lines[at]
    if not line.plain:
        return None
    if NUMERAL.match(line.text):
        title = lines[at + 1] if at + 1 < len(lines) else None
        if title and title.plain and len(title.text) <= _TITLE_LENGTH and not NUMBER.match(title.text):
            return _Opening(2, section=title.text)
    follower = lines[at + 1] if at + 1 < len(lines) else None
    numbered = follower is not None and follower.plain and NUMBER.match(follower.text) is not None
    if numbered and (found := NUMERAL_TITLE.match(line.text)):
        return _Opening(1, section=found["title"])
    if is_bare_section(line.text) and (numbered or _opens_web_article(lines, at + 1)):
        return _Opening(1, section=line.text)
    return None


def _number(lines: list[Line], at: int, previous: int | None) -> tuple[int, str] | None:
    """(number, headline) when an article opens here: the next number in turn, or any number with a lead behind it."""
    line = lines[at]
    found = NUMBER.match(line.text) if line.plain else None
    if found is None or int(found["number"]) > _HIGHEST_NUMBER:
        return None
    number = int(found["number"])
    led = any(after.role == "lead" for after in lines[at + 1 : at + 4])
    return (number, found["headline"] or "") if led or number == (previous or 0) + 1 else None


def _opens_web_article(lines: list[Line], at: int) -> bool:
    """Whether a headline of the web issue stands here: words, and a □ lead right below."""
    return at + 1 < len(lines) and lines[at].plain and lines[at].url is None and lines[at + 1].role == "lead"


# ---------------------------------------------------------------- the walk


@dataclass
class _Part:
    kind: SectionKind
    title: str
    articles: list[Article] = field(default_factory=list)

    def section(self) -> Section:
        return Section(self.kind, self.title, tuple(self.articles))


@dataclass
class _Walk:
    """The way through the body of an issue."""

    date: dt.date | None
    dialect: Dialect
    parts: list[_Part] = field(default_factory=list)
    homeless: list[str] = field(default_factory=list)
    """Lines inside a section, before its first article."""
    _body: Body | None = None
    _number: int | None = None
    _start: int = 0
    _closed: list[Line] = field(default_factory=list)

    def over(self, lines: list[Line], openings: dict[int, _Opening], start: int) -> None:
        """Walk over all lines from `start` on."""
        at = start
        while at < len(lines):
            opening = openings.get(at)
            if opening is None:
                self._line(lines[at], lines[at + 1] if at + 1 < len(lines) else None)
                at += 1
                continue
            self._finish()
            if opening.section is not None:
                self.parts.append(_Part(section_kind(opening.section), opening.section))
            else:
                self._open(opening, lines[at])
            at += opening.size
        self._finish()

    def _open(self, opening: _Opening, line: Line) -> None:
        if not self.parts:
            self.parts.append(_Part("policy", DEFAULT_TITLE["policy"]))
        self._body = Body(self.date, headline=opening.headline)
        self._number = opening.number
        self._start = line.span[0]

    def _line(self, line: Line, follower: Line | None) -> None:
        body = self._body
        if body is None:
            self.homeless.append(line.raw)
        elif found := (AUTHOR.match(line.text) if line.plain else None):
            body.author = found["name"]
        elif body.author and body.written is None and line.plain and (day := day_alone(line.text)):
            body.written = day
        elif line.grid is None and REFERENCES.match(line.raw):
            body.in_references = True
        elif body.in_references:
            body.take_reference(line)
        elif body.source is not None and line.plain and not line.url:
            self._closed.append(line)
        else:
            body.take(line, follower)

    def _finish(self) -> None:
        body, self._body = self._body, None
        if body is None:
            return
        body.blocks += [Unplaced(line.raw, span=line.span) for line in self._closed]
        self._closed.clear()
        self.parts[-1].articles.append(
            Article(
                number=self._number,
                category=None,
                headline=body.headline,
                lead=body.lead,
                date=body.lead_date,
                blocks=tuple(body.blocks),
                references=tuple(body.references),
                source=body.source,
                author=body.author,
                written=body.written,
                span=(self._start, self._start),
            )
        )
