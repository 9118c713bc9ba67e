"""Document -> Issue: one interpreter for every file format and both dialects."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from donghyang.language.composed import Composed
from donghyang.records import Article, Document, Grid, Issue, Publisher, Section, SectionKind, Span
from donghyang.report.body import Body
from donghyang.report.categories import with_categories
from donghyang.report.clearness import (
    doubts,
    explains_more,
    has_several,
    is_certain,
    is_clearer,
    is_filled,
    is_full,
    leads_more,
    lists_articles,
)
from donghyang.report.doubt import doubt
from donghyang.report.front import read_front
from donghyang.report.grammar import (
    CONTENTS,
    DEFAULT_TITLE,
    Dialect,
    is_fixed_line,
    joined_slashes,
    looks_structural,
    names_series,
    section_kind,
    unremarked,
)
from donghyang.report.imprint import Imprint, find_imprint
from donghyang.report.induction.cost import cost
from donghyang.report.labels import without_labels
from donghyang.report.lines import document as document_of
from donghyang.report.openings import Opening, dialect_of, find_openings, has_numbered_article
from donghyang.report.parts import Interpretation, Part, Reading
from donghyang.report.remarks import Stream, Zones, parted, put_back, woven
from donghyang.report.stream import Line, stream
from donghyang.report.tables import add_tables
from donghyang.report.write import text_of

if TYPE_CHECKING:
    from donghyang.report.layout.plan import Plan

_SEVERAL, _FEW = 3, 2
"""Articles at the least of a reading by shapes that is better than the house's, and than one by openers."""
_NEARLY = 20
"""Where no more than one line in so many is unexplained, nearly all are explained."""


def parse(document: Document) -> Issue:
    """The issue that a document holds.

    Nothing printed is lost: what has no place in the format stands in `front`, `back` or an `unplaced` block. Hangul
    that stands letter by letter is read as syllables, and spans count characters of the text in which it is whole.
    """
    whole = Composed(document.text)
    return interpret(whole.document(document) if whole.is_other else document).issue


def interpret(document: Document) -> Interpretation:
    """The issue that a document holds, and what each line of the document was taken for.

    The lines of a text without contents page, summary, sections and articles stand in the issue's `front`; they are
    told apart as the lines inside an article are.
    """
    lines = parted(stream(document))
    house = _house(lines)
    found = _clearest(house, lines, document.text)
    issue = found.issue if found is house else without_labels(found.issue)
    told = doubt(issue, lines.lines, own=found is house)
    return woven(replace(found, issue=replace(issue, doubt=told)), lines)


def _clearest(house: Interpretation, lines: Stream, text: str) -> Interpretation:
    """The house's reading of a stream of `text`, or that by its own layout where this leaves less open."""
    unlisted = not house.issue.contents and any(CONTENTS.match(line.text) for line in lines.lines)
    spent = cost(house.issue, len(lines.lines))
    sure = bool(house.issue.sections) and not doubts(house) and not unlisted
    if sure and (_NEARLY * spent <= len(lines.lines) or _is_written(house, lines, text)):
        return house
    found = house if sure else _by_plan(house, lines, text)
    from donghyang.report.induction.read import read

    other = read(lines.lines, text)
    if other is None or not has_several(other.issue, _SEVERAL if found is house else _FEW) or _inverts(other, lines):
        return found
    own = cost(other.issue, len(lines.lines))
    spent = spent if found is house else cost(found.issue, len(lines.lines))
    if lists_articles(other.issue) and not sure:
        better = own < spent or (
            own <= spent and (not lists_articles(found.issue) or leads_more(other.issue, found.issue))
        )
    else:
        better = explains_more(own, spent, len(lines.lines), found is house) or (found is not house and own <= spent)
    if better:
        return replace(other, issue=put_back(other.issue, other.readings, lines.remarks))
    return found


def _inverts(other: Interpretation, lines: Stream) -> bool:
    """Whether a reading takes the house's ● for headlines below its ■, which stands above it everywhere."""
    heads = [reading.line.marker for reading in other.readings if reading.part == "headline"]
    return bool(heads) and set(heads) == {"●"} and any(line.marker == "■" for line in lines.lines)


def _is_written(house: Interpretation, lines: Stream, text: str) -> bool:
    """Whether `write` made the text: remarks and open lines are the house's alone, else it is what would be written."""
    return bool(lines.remarks) or "?? " in text or text_of(house.issue).split() == text.split()


def _by_plan(house: Interpretation, lines: Stream, text: str) -> Interpretation:
    """The house's reading of a stream of `text`, or that by the plan of its openers where this leaves less open."""
    from donghyang.report.layout.plan import plan

    drawn = plan(lines.lines, text)
    if drawn is None:
        return house
    other = _drawn(drawn, lines.lines)
    if not any(article.lead or article.blocks for section in other.issue.sections for article in section.articles):
        return house
    listed = (
        lists_articles(other.issue)
        and (is_full(other.issue) or is_filled(other.issue))
        and not lists_articles(house.issue)
    )
    clearer = listed or not house.issue.sections or is_clearer(other, house)
    if clearer and (listed or is_certain(other) or _holds(other.issue)):
        return replace(other, issue=put_back(other.issue, other.readings, lines.remarks))
    return house


def _house(stream: Stream) -> Interpretation:
    """A stream read by the house's own markers."""
    lines = stream.lines
    imprint = find_imprint(lines)
    kept, title = _without_imprint(lines, imprint)
    openings = find_openings(kept)
    start = min(openings, default=len(kept))
    end = _end_of_articles(kept, max(openings, default=len(kept))) if imprint else len(kept)
    zones = Zones(stream, kept, imprint, start, end)
    front = read_front(zones.front, title, imprint.publisher.name if imprint else None)
    date = imprint.date if imprint and imprint.date else front.date
    walk = _Walk(date)
    walk.over(kept[:end], openings, start)
    issue = Issue(
        series=front.series,
        date=date,
        publisher=imprint.publisher if imprint else Publisher(),
        contents=front.contents,
        summary=front.summary,
        sections=with_categories([part.section() for part in walk.parts], front.contents),
        front=(*front.rest, *walk.homeless),
        back=zones.back,
    )
    above = _of_loose_text(kept) if front.loose and not openings else _of_front(kept[:start], front.parts)
    readings = [*above, *walk.readings, *(Reading(line, "text") for line in kept[end:])]
    read = _with_imprint(readings, lines, imprint)
    return Interpretation(put_back(issue, read, stream.below(zones.first, zones.last)), read)


def dialect(document: Document) -> Dialect:
    """The dialect a report is written in; A where nothing tells, and for layouts of their own."""
    whole = Composed(document.text)
    document = whole.document(document) if whole.is_other else document
    lines = parted(stream(document))
    house = _house(lines)
    if _clearest(house, lines, document.text) != house:
        return "A"
    return dialect_of(_without_imprint(lines.lines, find_imprint(lines.lines))[0])


def _holds(issue: Issue) -> bool:
    """Whether the house's own markers can hold an issue: written with them it reads back the same, without doubt."""
    if issue.problems():
        return False
    again = _house(parted(stream(document_of(text_of(issue)))))
    return again.issue == issue and not doubts(again)


def _drawn(drawn: Plan, lines: list[Line]) -> Interpretation:
    """A stream read by the plan of its own layout."""
    walk = _Walk(drawn.date)
    walk.over(drawn.lines, drawn.openings, 0)
    issue = Issue(
        series=drawn.series,
        date=drawn.date,
        publisher=drawn.publisher,
        contents=drawn.contents,
        summary=tuple(map(unremarked, drawn.summary)),
        sections=with_categories([part.section() for part in walk.parts], drawn.contents),
        front=(*map(unremarked, drawn.front), *walk.homeless),
        back=tuple(map(unremarked, drawn.back)),
    )
    found: dict[int, Reading] = {}
    for places, reading in zip(drawn.origins, walk.readings, strict=True):
        for at in places:
            found.setdefault(at, replace(reading, line=lines[at]))
    readings = (found.get(at) or Reading(line, drawn.outside.get(at, "cover")) for at, line in enumerate(lines))
    return Interpretation(issue, tuple(readings))


# ---------------------------------------------------------------- around the articles


def _without_imprint(lines: list[Line], imprint: Imprint | None) -> tuple[list[Line], str | None]:
    """The lines without the imprint, and without what stands behind it, and the title that heads the imprint."""
    if imprint is None:
        return lines, None
    before, after = lines[: imprint.first], lines[imprint.end :]
    if has_numbered_article(after):
        return before + after, None
    title = _imprint_title(before)
    return (before if title is None else before[:-1]), title


def _imprint_title(before: list[Line]) -> str | None:
    """The series title that heads the imprint: it stands a second time, or opened the cover."""
    if not before or not before[-1].plain:
        return None
    name = joined_slashes(before[-1].text)
    earlier = [joined_slashes(line.text) if line.plain else None for line in before[:-1]]
    repeated = name in earlier if names_series(name) else name in earlier[:1] and not looks_structural(name)
    return name if repeated else None


def _end_of_articles(lines: list[Line], last_opening: int) -> int:
    """Where the words behind the last article's last address begin, which belong to no article."""
    for at in range(len(lines) - 1, last_opening, -1):
        if lines[at].url:
            return at + 1
        if not lines[at].plain or is_fixed_line(lines[at].text):
            break
    return len(lines)


def _of_front(lines: list[Line], parts: tuple[Part, ...]) -> list[Reading]:
    tables = {at: _table_part(line.grid) for at, line in enumerate(lines) if line.grid}
    return [Reading(line, tables.get(at, part)) for at, (line, part) in enumerate(zip(lines, parts, strict=True))]


def _table_part(grid: Grid) -> Part:
    return "caption" if add_tables(grid, []) else "cell"


def _of_loose_text(lines: list[Line]) -> list[Reading]:
    """The lines of a text that is no issue, told apart as those inside an article; no more is kept of that article."""
    body = _loose_body()
    followers = [*lines[1:], None]
    return [Reading(line, body.take(line, follower)) for line, follower in zip(lines, followers, strict=False)]


def _loose_body() -> Body:
    return Body(None, lead="")


def _with_imprint(readings: list[Reading], lines: list[Line], imprint: Imprint | None) -> tuple[Reading, ...]:
    """The readings of all lines: those that `_without_imprint` left out are one stretch, put back in its place."""
    if imprint is None:
        return tuple(readings)
    first = min(imprint.first, len(readings))
    end = first + len(lines) - len(readings)
    return (*readings[:first], *(Reading(line, "imprint") for line in lines[first:end]), *readings[first:])


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
    readings: list[Reading] = field(default_factory=list)
    """What each line walked over was taken for."""
    _body: Body | None = None
    _loose: Body = field(default_factory=_loose_body)
    """Tells the parts of homeless lines."""
    _number: int | None = None
    _span: Span = (0, 0)
    _articles: int = 0
    """How many articles were opened so far."""

    def over(self, lines: list[Line], openings: dict[int, Opening], start: int) -> None:
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
                self._loose = _loose_body()
                self.readings += [Reading(line, "section") for line in lines[at : at + opening.size]]
            else:
                self._open(opening, lines[at])
            at += opening.size
        self._finish()

    def _open(self, opening: Opening, line: Line) -> None:
        if not self.parts:
            self.parts.append(_Part("policy", DEFAULT_TITLE["policy"]))
        self._body = Body(self.date)
        self._number = opening.number
        self._span = line.span
        self._articles += 1
        part: Part = self._body.take_headline(opening.headline, line) if opening.headline else "number"
        number = line.text.removesuffix(opening.headline).rstrip() if part == "headline" else ""
        self.readings.append(Reading(line, part, self._articles - 1, number))

    def _line(self, line: Line, follower: Line | None) -> None:
        self._span = (self._span[0], line.span[1])
        if self._body is None:
            self.homeless += line.rows
            self.readings.append(Reading(line, self._loose.take(line, follower)))
        else:
            self.readings.append(Reading(line, self._body.take(line, follower), self._articles - 1))

    def _finish(self) -> None:
        if self._body is not None:
            self.parts[-1].articles.append(self._body.article(self._number, self._span))
            self._body = None
