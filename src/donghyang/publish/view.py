"""What every format prints, in reading order, before it has a look: labels, numerals, dates and links made out.

This is the contract of the templates. All strings are plain text as the issue has them; each format escapes its own.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import zip_longest

from donghyang.language.nearness import letters, ratio
from donghyang.publish import marks
from donghyang.publish.images import NO_IMAGES, Image, image_of
from donghyang.publish.text import printable
from donghyang.publish.theme import HOUSE, Look, number_label
from donghyang.publish.written import finished, told
from donghyang.records import (
    Annotation,
    Article,
    Block,
    ContentsEntry,
    Doubt,
    Evidence,
    Figure,
    Issue,
    Open,
    Section,
    SectionKind,
    Table,
)
from donghyang.report.grammar import is_open, remark_of, roman
from donghyang.report.stars import stars

_NUMBER = re.compile(r"제 ?\d{1,6} ?호(?:\([^()]*\))?")
_ALIKE = 0.6
"""How alike headlines must be to lead from the contents to the article; editors shorten them there."""
_MOST_COMPARED = 20_000
"""Pairs of a line of the contents and a headline that are held against each other; a hundred articles have half."""


@dataclass(frozen=True, slots=True)
class DraftView:
    """What the draft print shows beside the text, and the finished print never."""

    evidence: tuple[Evidence, ...] = ()
    doubts: tuple[Doubt, ...] = ()


_Images = Mapping[str, Image]
_Named = tuple[SectionKind, str]
"""A headline and the section it stands in."""
_Pictures = tuple[_Images, Look]
"""The picture files, and the look that charts have."""


@dataclass(frozen=True, slots=True)
class Remarks:
    """The editor's help at one lead or block of a draft."""

    evidence: tuple[tuple[str, str], ...] = ()
    """Sentence and page file name."""
    doubts: tuple[str, ...] = ()
    offer: str = ""
    """What the program could add, and how an editor takes it; "" for nothing."""


@dataclass(frozen=True, slots=True)
class PrintedBlock:
    """A block of an article and what an editor sees beside it."""

    block: Block
    remarks: Remarks
    stars: str = ""
    """The marker of an annotation: as many stars as its word carries; "" for other blocks."""
    image: Image | None = None
    """The picture of a figure that has one."""
    open: bool = False
    """Whether the line is still to be written; only in a draft."""

    @property
    def told(self) -> str:
        """What a figure shows, for those who cannot see it; "" for what has neither caption nor picture."""
        caption = marks.caption_of(self.block) if isinstance(self.block, Figure) else ""
        return " ".join(filter(None, (caption, self.image.told if self.image else "")))


@dataclass(frozen=True, slots=True)
class PrintedReference:
    """One source of an article."""

    title: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class PrintedArticle:
    """One article; `anchor` is where the contents lead to."""

    anchor: str
    number: str | None
    headline: str
    lead: str | None
    lead_remarks: Remarks
    blocks: tuple[PrintedBlock, ...]
    references: tuple[PrintedReference, ...]
    source: str | None
    source_url: str | None
    byline: str | None


@dataclass(frozen=True, slots=True)
class PrintedSection:
    """A part of the issue with its opener."""

    anchor: str
    kind: SectionKind
    numeral: str
    title: str
    articles: tuple[PrintedArticle, ...]


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """One headline on the contents page; `anchor` is None when no article answers to it."""

    headline: str
    anchor: str | None


@dataclass(frozen=True, slots=True)
class ContentsGroup:
    """Headlines under one rubric, or under none."""

    category: str | None
    lines: tuple[ContentsLine, ...]


@dataclass(frozen=True, slots=True)
class ContentsPart:
    """A section on the contents page."""

    label: str
    groups: tuple[ContentsGroup, ...]


@dataclass(frozen=True, slots=True)
class Print:
    """The issue as it is printed; absent parts are None or empty and leave no trace."""

    title: str | None
    date: dt.date | None
    date_text: str | None
    number: str | None
    """The issue's number as it is printed (제12호): what its first line says, else what the theme counts."""
    publisher: str | None
    draft: bool
    front: tuple[str, ...]
    contents: tuple[ContentsPart, ...]
    summary: tuple[str, ...]
    sections: tuple[PrintedSection, ...]
    back: tuple[str, ...]
    imprint: tuple[tuple[str, str], ...]
    """Label ("" where the value says itself what it is) and value, in the order of the house format; the theme's own
    rows behind them."""
    look: Look = HOUSE
    """The theme and its pictures."""

    @property
    def told(self) -> str:
        """Title, number, date and whether it is a draft, on one line."""
        draft = marks.DRAFT if self.draft else None
        return " ".join(filter(None, (self.title, self.number, self.date_text, draft)))

    @property
    def head(self) -> str:
        """The running head of its pages, without the mark of a draft."""
        return " · ".join(filter(None, (self.title, self.number, self.date_text)))


def view(issue: Issue, draft: DraftView | None = None, images: _Images = NO_IMAGES, look: Look = HOUSE) -> Print:
    """`issue` as it is printed; with `draft` as the draft print shows it. `images` are its picture files.

    Remarks are not printed; what is still to be written is in a draft alone, behind the house format's `??`.
    Raises CannotProceed for a figure whose picture is not among them.
    """
    shown = DraftView() if draft is None else replace(draft, doubts=(*draft.doubts, *_without_picture(issue)))
    issue = issue if draft is not None else finished(issue)
    front = _lines(issue.front)
    counted = look.theme.number_of(issue.date)
    # Further down it would be printed before lines that stand before it.
    said = next(filter(_NUMBER.fullmatch, front[:1]), None)
    return Print(
        title=_clean(issue.series),
        date=issue.date,
        date_text=marks.full_date(issue.date) if issue.date else None,
        number=said or (number_label(counted) if counted is not None else None),
        publisher=_clean(issue.publisher.name),
        draft=draft is not None,
        front=front[1:] if said else front,
        contents=_contents(issue),
        summary=_lines(issue.summary),
        sections=tuple(
            _section(place, section, issue.date, shown, (images, look))
            for place, section in enumerate(issue.sections, 1)
        ),
        back=_lines(issue.back),
        imprint=(*_imprint(issue), *((row.label, row.value) for row in look.theme.imprint)),
        look=look,
    )


def _clean(text: str | None) -> str | None:
    return (printable(text).strip() or None) if text else None


def _lines(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(line for line in map(_clean, texts) if line and remark_of(line) is None)


def _without_picture(issue: Issue) -> Iterator[Doubt]:
    """The figures of which nothing but words would be printed."""
    for section in issue.sections:
        for index, article in enumerate(section.articles, 1):
            number = article.number if article.number is not None else index
            for at, block in enumerate(article.blocks):
                if isinstance(block, Figure) and block.image is None:
                    yield Doubt(section.kind, number, at, marks.NO_PICTURE)


def _section(
    place: int, section: Section, issued: dt.date | None, draft: DraftView, pictures: _Pictures
) -> PrintedSection:
    articles = []
    for index, article in enumerate(section.articles, 1):
        number = article.number if article.number is not None else index
        remarks = _remarks(draft, section.kind, number)
        if draft.evidence:
            remarks |= _offers(article.blocks, remarks)
        articles.append(_article(f"s{place}-{index}", article, issued, remarks, pictures))
    return PrintedSection(f"s{place}", section.kind, roman(place), printable(section.title), tuple(articles))


def _article(
    anchor: str, article: Article, issued: dt.date | None, remarks: dict[int | None, Remarks], pictures: _Pictures
) -> PrintedArticle:
    source = article.source
    return PrintedArticle(
        anchor=anchor,
        number=None if article.number is None else f"{article.number:02d}",
        headline=printable(article.headline),
        lead=_lead(article, issued),
        lead_remarks=remarks.get(None, Remarks()),
        blocks=tuple(
            PrintedBlock(
                block,
                remarks.get(place, Remarks()),
                _stars(article, place),
                _image(block, article.blocks[:place], pictures) if isinstance(block, Figure) else None,
                isinstance(article.blocks[place], Open),
            )
            for place, one in enumerate(article.blocks)
            if (block := told(one)) is not None
        ),
        references=tuple(
            PrintedReference(marks.reference_title(reference), _clean(reference.url))
            for reference in article.references
        ),
        source=marks.brief_source(source, issued) if source else None,
        source_url=_clean(source.url) if source else None,
        byline=marks.byline(author, article.written) if (author := _clean(article.author)) else None,
    )


def _image(figure: Figure, before: tuple[Block, ...], pictures: _Pictures) -> Image | None:
    """The picture of a figure: its file, or the chart of the last table before it."""
    images, look = pictures
    if figure.image != marks.CHART:
        return image_of(figure, images)
    from donghyang.publish.charts import picture_of

    return picture_of(next((one for one in reversed(before) if isinstance(one, Table)), None), look)


def _stars(article: Article, place: int) -> str:
    block = article.blocks[place]
    return stars(block, article.blocks[:place], article.lead) if isinstance(block, Annotation) else ""


def _lead(article: Article, issued: dt.date | None) -> str | None:
    lead = _clean(article.lead)
    date = marks.lead_date(article.date, issued) if article.date else ""
    return f"{lead or ''}{date}" or None


def _remarks(draft: DraftView, kind: SectionKind, number: int) -> dict[int | None, Remarks]:
    """The remarks of one article by block, the lead's under None."""
    evidence = [found for found in draft.evidence if (found.section, found.article) == (kind, number)]
    doubts = [doubt for doubt in draft.doubts if (doubt.section, doubt.article) == (kind, number)]
    return {
        block: Remarks(
            tuple((printable(found.quote), printable(found.page)) for found in evidence if found.block == block),
            tuple(printable(doubt.message.ko) for doubt in doubts if doubt.block == block),
        )
        for block in {found.block for found in evidence} | {doubt.block for doubt in doubts}
    }


def _offers(blocks: tuple[Block, ...], remarks: dict[int | None, Remarks]) -> dict[int | None, Remarks]:
    """The remarks at tables of which a chart could be drawn, and is not yet; open cells have to be written before."""
    from donghyang.publish.charts.choose import Chart, choose

    found: dict[int | None, Remarks] = {}
    for at, (block, after) in enumerate(zip_longest(blocks, blocks[1:])):
        if not isinstance(block, Table) or (isinstance(after, Figure) and after.image == marks.CHART):
            continue
        is_written = not any(map(is_open, (*block.header, *(cell for row in block.rows for cell in row))))
        if is_written and isinstance(choose(block), Chart):
            found[at] = replace(remarks.get(at, Remarks()), offer=marks.OFFER)
    return found


# ---------------------------------------------------------------------------------------------- contents


def _contents(issue: Issue) -> tuple[ContentsPart, ...]:
    titles = {section.kind: section.title for section in issue.sections}
    anchors = _anchors(issue)
    return tuple(
        ContentsPart(f"{number}. {printable(titles.get(kind, marks.SECTION_TITLES[kind]))}", _groups(entries, anchors))
        for number, (kind, entries) in enumerate(_runs_of(issue.contents), 1)
    )


def _runs_of(entries: Iterable[ContentsEntry]) -> list[tuple[SectionKind, list[ContentsEntry]]]:
    found: list[tuple[SectionKind, list[ContentsEntry]]] = []
    for entry in entries:
        if not found or found[-1][0] != entry.section:
            found.append((entry.section, []))
        found[-1][1].append(entry)
    return found


def _groups(entries: list[ContentsEntry], anchors: Mapping[_Named, str]) -> tuple[ContentsGroup, ...]:
    groups: list[tuple[str | None, list[ContentsLine]]] = []
    for entry in entries:
        category = _clean(entry.category)
        if not groups or groups[-1][0] != category:
            groups.append((category, []))
        anchor = anchors.get((entry.section, entry.headline))
        groups[-1][1].append(ContentsLine(printable(entry.headline), anchor))
    return tuple(ContentsGroup(category, tuple(lines)) for category, lines in groups)


def _anchors(issue: Issue) -> dict[_Named, str]:
    """The article that each line of the contents speaks of: the one whose headline says the same, else is most like it,
    if any is."""
    heads: dict[SectionKind, list[tuple[str, str]]] = {}
    own: dict[_Named, str] = {}
    for place, section in enumerate(issue.sections, 1):
        for index, article in enumerate(section.articles, 1):
            heads.setdefault(section.kind, []).append((article.headline, f"s{place}-{index}"))
            own.setdefault((section.kind, letters(article.headline)), f"s{place}-{index}")
    asked = dict.fromkeys((entry.section, entry.headline) for entry in issue.contents)
    found = {(kind, said): own[key] for kind, said in asked if (key := (kind, letters(said))) in own}
    others = [one for one in asked if one not in found]
    if sum(len(heads.get(kind, ())) for kind, _ in others) <= _MOST_COMPARED:
        found |= {(kind, said): anchor for kind, said in others if (anchor := _most_like(said, heads.get(kind, ())))}
    return found


def _most_like(said: str, heads: Iterable[tuple[str, str]]) -> str | None:
    best, anchor = _ALIKE, None
    for headline, place in heads:
        if (likeness := ratio(said, headline, best)) > best:
            best, anchor = likeness, place
    return anchor


# ---------------------------------------------------------------------------------------------- imprint


def _imprint(issue: Issue) -> tuple[tuple[str, str], ...]:
    publisher = issue.publisher
    address = _clean(publisher.address)
    rows = (
        ("발 행 일", marks.full_date(issue.date) if issue.date else None),
        ("발 행 인", publisher.head),
        ("발행기관", publisher.name),
        ("발 행 처", f"주소 : {address}" if address else None),
        ("", f"TEL : {publisher.phone}" if publisher.phone else None),
        ("", publisher.url),
    )
    return tuple((label, value) for label, text in rows if (value := _clean(text)))
