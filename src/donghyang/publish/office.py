"""What DOCX and HWPX print alike: the issue as paragraphs of named styles and plain tables, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from donghyang.publish import bounds, keeping, marks
from donghyang.publish.columns import Layout, layout
from donghyang.publish.edition import is_notice
from donghyang.publish.images import Image
from donghyang.publish.notes import Call, Calls, whole
from donghyang.publish.output import Output
from donghyang.publish.templating import OFFICE
from donghyang.publish.text import printable, web_address
from donghyang.publish.view import Print, PrintedArticle, PrintedBlock, PrintedSection
from donghyang.records import Annotation, Block, Bullet, Figure, Heading, Note, Table, Unplaced

DEEPEST = 3
"""The last level of bullets with a style of its own; deeper ones are moved in by a step each."""
STEP = 10.0
"""That step, in points."""
CONTENTS = ("차례 1", "차례 2", "차례 3")
"""The styles of the contents' lines."""
NOTE = "각주 글"
"""The style of footnotes."""
_BESIDE = 5
"""Steps that a line of the imprint without a label is moved in, to stand below the words of the others."""
_WHOLE_IMPRINT = 20
"""So many lines at the end of the issue stay on one page."""
_SHORT_LIST = 5
"""Lists of up to so many sources stay on one page."""


@dataclass(frozen=True, slots=True)
class ContentsMark:
    """A line of the contents where it leads to: made anew, they say so what they said before."""

    level: int
    """1: section, 2: rubric, 3: headline."""
    text: str


@dataclass(frozen=True, slots=True)
class Footnote:
    """A mark in a line, and the annotation that stands in a footnote."""

    start: int
    """Where the mark stands in the words."""
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph."""

    style: str
    """Its name in templates/office.toml."""
    text: str = ""
    """The words; "\n" breaks the line."""
    mark: str = ""
    """The marker before the words, printed as text."""
    url: str | None = None
    """Where the words lead in the web."""
    to: str | None = None
    """The anchor that the words lead to in the document."""
    anchor: str | None = None
    """The name that other lines lead to."""
    depth: int = 0
    """Steps that the paragraph is moved in beyond its style."""
    foreign: bool = False
    """The words name a source: without Hangul they are Chinese as a whole."""
    keep: bool = False
    """The paragraph stays on the page of the next one."""
    fresh: bool = False
    """The paragraph begins a page, whatever its style says."""
    listed: tuple[ContentsMark, ...] = ()
    """What the contents say of the place where it stands."""
    notes: tuple[Footnote, ...] = ()
    """Of its marks, those whose annotations are footnotes."""


@dataclass(frozen=True, slots=True)
class Rows:
    """One table; each cell as its lines, each line as marker ("" for none) and words."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    plan: Layout
    whole: bool
    """No page ends inside the table."""
    keep: bool
    """The last row stays on the page of what stands below it."""

    def holds(self, place: int) -> bool:
        """Whether the row at `place` below the header stays on the page of the next one."""
        last = len(self.rows) - 1
        if place == last:
            return self.keep
        return self.whole or place < keeping.TOGETHER - 1 or last - place < keeping.TOGETHER


@dataclass(frozen=True, slots=True)
class Drawn:
    """One picture in a paragraph of its own."""

    line: Line
    """Its paragraph, without words."""
    image: Image
    told: str
    """What it shows, for those who cannot see it."""


Item = Line | Rows | Drawn


class OfficeOutput(Output):
    """What the two office formats share: the style sheet as template, a draft without its evidence, fixed archives."""

    template_name = OFFICE

    def prepare(self, printed: Print) -> Mapping[str, str]:
        """What the file says of itself: title, author, date (ISO 8601) and the running head."""
        bounds.fits_columns(printed)
        draft = marks.DRAFT if printed.draft else ""
        return {
            "title": printed.told,
            "author": printed.publisher or "",
            "date": printed.date.isoformat() if printed.date else "1980-01-01",
            "head": " · ".join(filter(None, (printed.head, draft))),
        }


# ---------------------------------------------------------------------------------------------- the issue in order


def items(printed: Print, *, footnotes: bool = False) -> Iterator[Item]:
    """Everything that is printed, from cover to imprint; annotations in footnotes where they can be."""
    yield from _cover(printed)
    if printed.summary:
        yield Line("요약 제목", marks.SUMMARY)
        for line in printed.summary:
            yield Line("요약", line, marks.SUMMARY_ITEM)
    listed = _listed(printed)
    for at, section in enumerate(printed.sections):
        called = {article.anchor: whole(article) for article in section.articles} if footnotes else {}
        yield from _section(section, listed, called, fresh=at == 0 and not printed.summary)
    yield from _imprint(printed)


def _listed(printed: Print) -> dict[str, tuple[ContentsMark, ...]]:
    """The lines of the contents by the anchor that they lead to; titles stand at that of their first headline."""
    found: dict[str, tuple[ContentsMark, ...]] = {}
    for part in printed.contents:
        above = [ContentsMark(1, part.label)]
        for group in part.groups:
            above += [ContentsMark(2, group.category)] if group.category else []
            for line in group.lines:
                if line.anchor:
                    own = (*above, ContentsMark(3, f"{marks.CONTENTS_LINE} {line.headline}"))
                    found[line.anchor] = (*found.get(line.anchor, ()), *own)
                    above = []
    return found


def _cover(printed: Print) -> Iterator[Item]:
    if printed.draft:
        yield Line("초안", marks.DRAFT)
    if printed.look.logo:
        yield Drawn(Line("로고"), printed.look.logo, printed.publisher or "")
    if printed.title:
        yield Line("표제", printed.title)
    for fact in (printed.date_text, printed.number, printed.publisher):
        if fact:
            yield Line("표지", fact)
    for line in printed.front:
        yield Line("정정" if is_notice(line) else "일러두기", line)
    if printed.contents:
        yield Line("차례 제목", marks.CONTENTS)
    for part in printed.contents:
        yield Line("차례 1", part.label)
        for group in part.groups:
            if group.category:
                yield Line("차례 2", group.category)
            for entry in group.lines:
                yield Line("차례 3", entry.headline, marks.CONTENTS_LINE, to=entry.anchor)


_Listed = Mapping[str, tuple[ContentsMark, ...]]


def _section(section: PrintedSection, listed: _Listed, called: Mapping[str, Calls], *, fresh: bool) -> Iterator[Item]:
    yield Line("절 제목", section.title, section.numeral, anchor=section.anchor, fresh=fresh)
    style = "단신 제목" if section.kind == "brief" else "기사 제목"
    for article in section.articles:
        told = listed.get(article.anchor, ())
        yield Line(style, article.headline, article.number or "", anchor=article.anchor, listed=told)
        yield from _article(article, called.get(article.anchor, {}))


def _article(article: PrintedArticle, called: Calls) -> Iterator[Item]:
    """All of an article below its headline; `called` are the marks whose annotations are footnotes."""
    if article.lead:
        yield Line("리드", article.lead, marks.LEAD, notes=_notes(article, called.get(None, ())))
    kept = keeping.kept(article)
    noted = {call.note for calls in called.values() for call in calls}
    for place, printed in enumerate(article.blocks):
        if place in noted:
            continue
        calls = called.get(place, ())
        # What stands below its notes stands below the line now.
        keep = kept[calls[-1].note] if calls else kept[place]
        made = list(_block(printed, _notes(article, calls)))
        yield from (*made[:-1], _kept(made[-1])) if keep and made else made
    # A list of sources, the source of a brief and its author close an article in this order.
    is_signed = article.byline is not None
    references = list(_references(article))
    is_sourced = bool(article.source or article.source_url)
    yield from (*references[:-1], *map(_kept, references[-1:])) if is_sourced or is_signed else references
    if article.source:
        yield Line("출처", article.source, keep=article.source_url is not None or is_signed)
    if article.source_url:
        yield replace(_address(article.source_url), keep=is_signed)
    if article.byline:
        yield Line("작성자", article.byline)


def _notes(article: PrintedArticle, called: Sequence[Call]) -> tuple[Footnote, ...]:
    return tuple(Footnote(call.start, call.end, _told(article.blocks[call.note].block)) for call in called)


def _told(block: Block) -> str:
    assert isinstance(block, Annotation)
    return printable(block.text)


def _references(article: PrintedArticle) -> Iterator[Item]:
    """The list of sources. A short one is not parted; of a long one no entry stands alone at either end of a page."""
    if article.references:
        yield Line("참고자료 제목", marks.REFERENCES)
    count = len(article.references)
    for at, reference in enumerate(article.references, 1):
        lines = [_address(reference.url)] if reference.url else []
        if reference.title:
            lines.insert(0, Line("참고자료", reference.title, marks.REFERENCE, foreign=True))
        is_held = at < count and (count <= _SHORT_LIST or at in (1, count - 1))
        yield from (_kept(line) if is_held or line is not lines[-1] else line for line in lines)


def _kept(item: Item) -> Item:
    """The paragraph, picture or last row of a table on the page of what comes next."""
    return replace(item, line=replace(item.line, keep=True)) if isinstance(item, Drawn) else replace(item, keep=True)


def _address(text: str) -> Line:
    return Line("주소", text, url=web_address(text))


def _imprint(printed: Print) -> Iterator[Item]:
    """The imprint and the loose lines below it, which no page parts where they are few."""
    lines: list[Item] = []
    if printed.title and printed.imprint:
        lines.append(Line("판권 제목", printed.title))
    if printed.look.emblem and printed.imprint:
        lines.append(Drawn(Line("로고", keep=True), printed.look.emblem, printed.publisher or ""))
    for label, value in printed.imprint:
        mark, depth = (f"| {label} |", 0) if label else ("", _BESIDE)
        lines.append(Line("판권", value, mark, url=web_address(value), depth=depth))
    lines += (Line("덧붙임", line) for line in printed.back)
    yield from map(_kept, lines[:_WHOLE_IMPRINT])
    yield from lines[_WHOLE_IMPRINT:]


def _block(printed: PrintedBlock, notes: tuple[Footnote, ...]) -> Iterator[Item]:
    """The paragraphs and the table of a block; `notes` are a bullet's."""
    block = printed.block
    if isinstance(block, Bullet):
        level = max(block.level, 1)
        style = f"글머리 {min(level, DEEPEST)}"
        yield Line(style, printable(block.text), marks.bullet(level), depth=max(0, level - DEEPEST), notes=notes)
    elif isinstance(block, Annotation):
        yield Line("주석", printable(block.text), printed.stars)
    elif isinstance(block, Heading):
        yield Line("소제목", marks.heading(printable(block.text)))
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Figure):
        title = marks.caption_of(block)
        if title:
            yield Line("캡션" if printed.image else "빈 그림", title, keep=block.source is not None)
        if printed.image:
            yield Drawn(
                Line("그림", keep=block.source is not None), _in_points(printed.image), printed.told or marks.PICTURE
            )
        yield from _source(block.source)
    elif isinstance(block, Note):
        yield Line("참고 상자 제목", marks.caption(printable(block.title)))
        for item in block.items:
            yield Line("참고 상자", printable(item), marks.NOTE_ITEM)
        yield from _source(block.source)
    else:
        assert isinstance(block, Unplaced)
        yield Line("본문", printable(block.text))


def _in_points(image: Image) -> Image:
    """A picture as Word and Hangul take it."""
    if image.kind != "svg":
        return image
    from donghyang.publish.charts import in_points

    return in_points(image)


def _table(table: Table) -> Iterator[Item]:
    if table.caption is not None:
        yield Line("캡션", marks.caption(printable(table.caption)))
    header = tuple(map(printable, table.header))
    rows = tuple(tuple(map(printable, row)) for row in table.rows)
    plan = layout(header, rows)
    if plan.widths:
        count = len(plan.widths)
        filled = tuple(_filled(row, count) for row in rows)
        is_whole = keeping.is_whole(header, rows, plan)
        yield Rows(_filled(header, count) if header else (), filled, plan, is_whole, table.source is not None)
    yield from _source(table.source)


def _filled(row: tuple[str, ...], width: int) -> tuple[str, ...]:
    return row + ("",) * (width - len(row))


def _source(text: str | None) -> Iterator[Item]:
    if text is not None:
        yield Line("출처", marks.source(printable(text)))
