"""Document -> Issue: one interpreter for every file format and both dialects."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from donghyang.records import Article, Document, Issue, Publisher, Section, SectionKind, Span, Unplaced
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
    SOURCE,
    Dialect,
    day_alone,
    is_bare_section,
    is_fixed_line,
    joined_slashes,
    looks_structural,
    names_series,
    section_kind,
)
from donghyang.report.imprint import Imprint, find_imprint
from donghyang.report.stream import Line, stream

_TITLE_LENGTH = 25
_HIGHEST_NUMBER = 40
"""No weekly has more articles in a section; larger two-digit lines are figures."""


def parse(document: Document) -> Issue:
    """The issue that a document holds.

    Nothing printed is lost: what has no place in the format stands in `front`, `back` or an `unplaced` block.
    """
    lines = stream(document)
    imprint = find_imprint(lines)
    lines, title, back = _without_imprint(lines, imprint)
    openings = _openings(lines)
    start = min(openings, default=len(lines))
    if imprint:
        lines, tail = _without_tail(lines, max(openings, default=len(lines)))
        back = (*tail, *back)
    front = read_front(lines[:start], title, imprint.publisher.name if imprint else None)
    date = imprint.date if imprint and imprint.date else front.date
    walk = _Walk(date)
    walk.over(lines, openings, start)
    return Issue(
        series=front.series,
        date=date,
        publisher=imprint.publisher if imprint else Publisher(),
        contents=front.contents,
        summary=front.summary,
        sections=with_categories([part.section() for part in walk.parts], front.contents),
        front=(*front.rest, *walk.homeless),
        back=back,
    )


def dialect(document: Document) -> Dialect:
    """The dialect a report is written in; A where nothing tells."""
    lines = stream(document)
    return _dialect(_without_imprint(lines, find_imprint(lines))[0])


def _dialect(lines: list[Line]) -> Dialect:
    """The dialect of a stream: the web issue has □ leads and no article numbers."""
    if any(_numbered_article(lines, at, None) for at in range(len(lines))):
        return "A"
    web = (at for at in range(len(lines)) if _web_article(lines, at, None))
    return "B" if any(lines[at + 1].marker == "□" for at in web) else "A"


def _without_imprint(lines: list[Line], imprint: Imprint | None) -> tuple[list[Line], str | None, tuple[str, ...]]:
    """The stream without its imprint, the title that heads the imprint, and the loose lines around it."""
    if imprint is None:
        return lines, None, ()
    before, after = lines[: imprint.first], lines[imprint.end :]
    if after and any(_numbered_article(after, at, None) for at in range(len(after))):
        return before + after, None, ()
    title = _imprint_title(before)
    if title is not None:
        before = before[:-1]
    return before, title, tuple(row for line in after for row in line.rows)


def _imprint_title(before: list[Line]) -> str | None:
    """The series title that heads the imprint: it stands a second time, or opened the cover."""
    if not before or not before[-1].plain:
        return None
    name = joined_slashes(before[-1].text)
    earlier = [joined_slashes(line.text) if line.plain else None for line in before[:-1]]
    repeated = name in earlier if names_series(name) else name in earlier[:1] and not looks_structural(name)
    return name if repeated else None


def _without_tail(lines: list[Line], last_opening: int) -> tuple[list[Line], tuple[str, ...]]:
    """The stream without the words behind the last article's last address, which belong to no article; and those."""
    for at in range(len(lines) - 1, last_opening, -1):
        if lines[at].url:
            return lines[: at + 1], tuple(line.text for line in lines[at + 1 :])
        if not lines[at].plain or is_fixed_line(lines[at].text):
            break
    return lines, ()


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
    web, previous, at = _dialect(lines) == "B", None, 0
    while at < len(lines):
        opening = _section_opening(lines, at)
        if opening is None:
            opening = _web_article(lines, at, previous) if web else _numbered_article(lines, at, previous)
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
        if title and title.plain and _can_be_title(title.text):
            return _Opening(2, section=title.text)
    follower = lines[at + 1] if at + 1 < len(lines) else None
    numbered = follower is not None and follower.plain and NUMBER.match(follower.text) is not None
    if numbered and (found := NUMERAL_TITLE.match(line.text)) and _can_be_title(found["title"]):
        return _Opening(1, section=found["title"])
    if is_bare_section(line.text) and (numbered or _web_article(lines, at + 1, None)):
        return _Opening(1, section=line.text)
    return None


def _can_be_title(text: str) -> bool:
    return is_bare_section(text) or (len(text) <= _TITLE_LENGTH and not is_fixed_line(text))


def _numbered_article(lines: list[Line], at: int, previous: int | None) -> _Opening | None:
    """An article of the printed issue: the next number in turn, or any number with a lead behind it."""
    line = lines[at]
    found = NUMBER.match(line.text) if line.plain else None
    if found is None or int(found["number"]) > _HIGHEST_NUMBER:
        return None
    number = int(found["number"])
    if number != (previous or 0) + 1 and not _led(lines[at + 1 : at + 4]):
        return None
    return _Opening(1, number=number, headline=found["headline"] or "")


def _led(lines: list[Line]) -> bool:
    """Whether a lead comes below, with nothing but a headline between."""
    for line in lines:
        if line.role == "lead":
            return True
        if not line.plain or is_fixed_line(line.text):
            return False
    return False


def _web_article(lines: list[Line], at: int, previous: int | None) -> _Opening | None:
    """An article of the web issue: words, and a lead right below."""
    if at + 1 >= len(lines) or not lines[at].plain or lines[at + 1].role != "lead" or is_fixed_line(lines[at].text):
        return None
    return _Opening(1, number=(previous or 0) + 1, headline=lines[at].text)


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
    parts: list[_Part] = field(default_factory=list)
    homeless: list[str] = field(default_factory=list)
    """Lines inside a section, before its first article."""
    _body: Body | None = None
    _number: int | None = None
    _span: Span = (0, 0)
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
        self._body = Body(self.date)
        if opening.headline:
            self._body.take_headline(opening.headline, line)
        self._number = opening.number
        self._span = line.span

    def _line(self, line: Line, follower: Line | None) -> None:
        body = self._body
        self._span = (self._span[0], line.span[1])
        if body is None:
            self.homeless += line.rows
        elif found := (AUTHOR.match(line.text) if line.plain else None):
            body.author = found["name"]
        elif body.author and body.written is None and line.plain and (day := day_alone(line.text)):
            body.written = day
        elif line.plain and REFERENCES.match(line.text):
            body.in_references = True
        elif body.in_references and not (line.plain and SOURCE.match(line.text) and body.source is None):
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
                span=self._span,
            )
        )
