"""Every record that travels between rooms, named as editors speak.

Records are frozen. One read from a document keeps where it stood (`span`, half-open offsets into `Document.text`);
its place takes no part in comparison, so one article read from two files is equal. Absent text is None, never "".
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from decimal import Decimal
from typing import Literal

Span = tuple[int, int]
Language = Literal["ko", "en"]
SectionKind = Literal["feature", "policy", "technology", "brief"]
Severity = Literal["error", "warning", "note"]
Bound = Literal[">=", ">", "<=", "<", "approx"]
QuantityKind = Literal["money", "percent", "count", "measure", "rank", "multiple", "number"]


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to tell a person, in both languages of the program."""

    ko: str
    en: str

    def text(self, language: Language) -> str:
        """The sentence in `language`."""
        return self.ko if language == "ko" else self.en


class CannotProceed(Exception):  # noqa: N818 - named after what the reader is told, not after its mechanism
    """The work asked for cannot be done; `message` says why and what to do next. Commands exit with 2."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.en)
        self.message = message

    def __reduce__(self) -> tuple[type[CannotProceed], tuple[Message]]:
        return type(self), (self.message,)


class Unreadable(CannotProceed):
    """One input cannot be read (empty, binary, truncated, too large); the other inputs go on without it."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line or paragraph of a document, its list marker taken apart from its words."""

    text: str
    """The words, without indent and marker."""
    indent: int = 0
    """Columns of white space before the marker; 0 where the format knows no indent."""
    marker: str = ""
    """The marker as printed or as the file's list style draws it ("●", "-", "01"), "" where there is none."""
    style: str | None = None
    """The name of the file's paragraph style ("Heading 1", "본문"), None in plain text."""
    size: float | None = None
    """Size of the letters in points, None where the file does not say."""
    span: Span = (0, 0)
    """Where the whole paragraph stands in `Document.text`, marker included."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    text: str
    span: Span = (0, 0)
    columns: int = 1
    rows: int = 1
    """How many columns and rows the cell covers."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it stands in a file: rows of cells, header not yet told apart."""

    rows: tuple[tuple[Cell, ...], ...]
    span: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's place in the file; the picture itself is not read."""

    name: str | None = None
    span: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of text that leads somewhere."""

    url: str
    span: Span = (0, 0)


Piece = Paragraph | Grid | Picture


@dataclass(frozen=True, slots=True)
class Document:
    """What stands in a file, before anyone says what it means."""

    text: str
    """All characters in reading order; for a text file the decoded file itself."""
    blocks: tuple[Piece, ...] = ()
    links: tuple[Link, ...] = ()
    name: str = ""
    """The file's name, without its folder."""
    media: str = "text"
    """text, html, pdf, docx, hwpx or hwp."""
    headers: tuple[tuple[str, str], ...] = ()
    """What the file says of itself, keys in lower case ("url", "date", "title", "outlet")."""

    def header(self, key: str) -> str | None:
        """What the file says of itself under `key`, or None."""
        return next((value for name, value in self.headers if name == key), None)


@dataclass(frozen=True, slots=True)
class PageText:
    """The article of one collected page; offsets count characters of `text`."""

    name: str
    """The page's file name in its folder: its identity within a week."""
    title: str | None
    date: dt.date | None
    """The day of publication, as the page states it."""
    byline: str | None
    url: str | None
    text: str
    """The article's own paragraphs, one a line; no menu, share bar or related links."""
    tables: tuple[tuple[tuple[str, ...], ...], ...] = ()
    outlet: str | None = None
    """Who published the page, None where it does not say."""


@dataclass(frozen=True, slots=True)
class Story:
    """The pages that tell one event and its follow-ups."""

    id: str
    """Stable for the same pages, whatever their order."""
    title: str
    date: dt.date | None
    pages: tuple[str, ...]
    """File names; the most official, else the earliest, comes first."""
    section: SectionKind | None
    """Where the story belongs in the report, None when it does not belong there at all."""
    category: str | None
    """The rubric inside the section ("지역", "ICT"), None for briefs and outsiders."""
    score: float
    """How much the report wants it; only the order counts."""
    why: tuple[str, ...] = ()
    """The reasons for score and rubric, strongest first, each one word or phrase with its weight."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its unit, as one place of the text states it."""

    kind: QuantityKind
    text: str
    start: int
    end: int
    value: Decimal | None
    """None when the numeral cannot be read; `problem` says why."""
    high: Decimal | None = None
    """The upper end of a range, None for a single figure."""
    unit: str | None = None
    """ISO 4217 code for money, "%" or "%p" for shares, else the unit as printed; None for a bare number."""
    bound: Bound | None = None
    problem: Message | None = None
    si: Decimal | None = None
    """The value in `si_unit`, beside the printed one; None for money, shares and units without an SI value."""
    si_unit: str | None = None
    header_unit: bool = False
    """The unit was taken from the head of the table column."""


@dataclass(frozen=True, slots=True)
class Period:
    """A date or a stretch of time."""

    text: str
    start: int
    end: int
    value: str | None
    """ISO 8601, as precise as the text is ("2025", "2023-08", "2023-02-03"); None when unresolved."""
    high: str | None = None
    """The last day, month or year of a stretch of time, None for a single date."""
    problem: Message | None = None
    kind: Literal["date"] = "date"


@dataclass(frozen=True, slots=True)
class Name:
    """A Korean form and Chinese characters that the text ties together."""

    text: str
    start: int
    end: int
    korean: str
    hanja: str
    type: str
    """person, organisation, place, policy, product or term."""
    problem: Message | None = None
    kind: Literal["name"] = "name"


@dataclass(frozen=True, slots=True)
class Target:
    """A commitment: who will reach what by when."""

    text: str
    start: int
    end: int
    actor: str | None
    metric: str | None
    value: Decimal | None
    unit: str | None
    bound: Bound | None
    deadline: str | None
    """The last year of the goal, ISO 8601 ("2025")."""
    baseline: str | None = None
    problem: Message | None = None
    kind: Literal["target"] = "target"


Fact = Quantity | Period | Name | Target


@dataclass(frozen=True, slots=True)
class Bullet:
    """A statement; level 1 stands under the lead, deeper levels under the bullet before."""

    level: int
    text: str
    type: Literal["bullet"] = "bullet"
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Annotation:
    """A remark on a word that carries a star in the text before it."""

    text: str
    anchor: str | None = None
    """The starred word, None where no star stands before."""
    type: Literal["annotation"] = "annotation"
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Heading:
    """A subhead inside an article."""

    text: str
    type: Literal["heading"] = "heading"
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Table:
    """A captioned table; every row is as long as the header where there is one."""

    caption: str | None
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    source: str | None = None
    type: Literal["table"] = "table"
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture; `image` is None where it was lost or is still to come. Caption or source is always there."""

    caption: str | None
    image: str | None = None
    source: str | None = None
    type: Literal["figure"] = "figure"
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Note:
    """A box with background to the article."""

    title: str
    items: tuple[str, ...]
    source: str | None = None
    type: Literal["note"] = "note"
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Printed text that has no place in the format; kept so that nothing is lost."""

    text: str
    type: Literal["unplaced"] = "unplaced"
    span: Span | None = field(default=None, compare=False, repr=False)


Block = Bullet | Annotation | Heading | Table | Figure | Note | Unplaced


@dataclass(frozen=True, slots=True)
class Reference:
    """Where an article's statements come from."""

    title: str | None
    url: str | None
    date: dt.date | None = None
    publisher: str | None = None
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class BriefSource:
    """The outlet a brief was taken from."""

    outlet: str
    date: dt.date | None = None
    url: str | None = None
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Article:
    """One item of an issue."""

    number: int | None
    category: str | None
    headline: str
    lead: str | None
    date: dt.date | None
    """The day of the event, in brackets behind the lead."""
    blocks: tuple[Block, ...] = ()
    references: tuple[Reference, ...] = ()
    source: BriefSource | None = None
    """Briefs name their outlet; None in all other articles."""
    author: str | None = None
    """Who wrote the article; printed in the web issue only."""
    written: dt.date | None = None
    """The day the article was finished; printed beside its author."""
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the issue; its numeral is its place."""

    kind: SectionKind
    title: str
    articles: tuple[Article, ...]
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """One line of the contents page."""

    section: SectionKind
    category: str | None
    headline: str
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Publisher:
    """The imprint."""

    name: str | None = None
    head: str | None = None
    address: str | None = None
    phone: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """One published report."""

    series: str | None
    date: dt.date | None
    publisher: Publisher
    contents: tuple[ContentsEntry, ...]
    summary: tuple[str, ...]
    sections: tuple[Section, ...]
    front: tuple[str, ...] = ()
    """Printed lines before the first section that are neither contents nor summary."""
    back: tuple[str, ...] = ()
    """Printed lines after the last article that are no imprint."""

    def problems(self) -> tuple[Message, ...]:
        """What the house format cannot hold, by shape alone: empty or broken lines, missing numbers, skipped levels."""
        return tuple(_text_problems(self, "issue")) + tuple(
            message for section in self.sections for article in section.articles for message in _level_problems(article)
        )


def _text_problems(value: object, place: str) -> Iterator[Message]:
    if isinstance(value, str):
        lines = value.split("\n") if ".rows" in place or ".header" in place else [value]
        if any(line != line.strip() or re.search(r"[\r\n\t]", line) for line in lines):
            yield Message(f"{place}: 줄바꿈이나 앞뒤 공백: {value[:40]!r}", f"{place}: breaks its line: {value[:40]!r}")
        elif not value and place.rpartition(".")[2] not in ("headline", "header", "rows"):
            yield Message(f"{place}: 빈 글입니다.", f"{place}: empty text.")
    elif isinstance(value, tuple):
        for item in value:
            yield from _text_problems(item, place)
    elif is_dataclass(value):
        for part in fields(value):
            if part.compare:
                yield from _text_problems(getattr(value, part.name), f"{place}.{part.name}")


def _level_problems(article: Article) -> Iterator[Message]:
    level = 0
    for block in article.blocks:
        if isinstance(block, Bullet) and not 1 <= block.level <= level + 1:
            yield Message(f"단계를 건너뛴 글머리: {block.text[:40]}", f"a bullet skips a level: {block.text[:40]}")
        if isinstance(block, (Bullet, Heading)):
            level = block.level if isinstance(block, Bullet) else 0


@dataclass(frozen=True, slots=True)
class Evidence:
    """Which page, and where on it, says what a block of a draft says."""

    section: SectionKind
    article: int
    block: int | None
    """Index into the article's blocks; None for the lead."""
    span: Span
    """The place in the block's text."""
    page: str
    page_span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something in a draft that an editor has to look at before it may be printed."""

    section: SectionKind
    article: int
    block: int | None
    message: Message


@dataclass(frozen=True, slots=True)
class Draft:
    """The program's own proposal for an issue."""

    issue: Issue
    evidence: tuple[Evidence, ...]
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding speaks of."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """What would stand in the place of the finding's text."""

    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the proofreader wants looked at."""

    rule: str
    class_: str
    """The family of slips: sum, share, doubled-word, contents-body …, or form."""
    severity: Severity
    message: Message
    start: int
    end: int
    text: str
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    """None wherever either side may be the wrong one."""
