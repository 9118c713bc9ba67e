"""One published report and its parts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Literal

from donghyang.records.document import Span
from donghyang.records.message import Message

SectionKind = Literal["feature", "policy", "technology", "brief"]


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


@dataclass(frozen=True, slots=True)
class Remark:
    """An editor's or the program's note to those who work on the issue; kept in its text, never printed."""

    text: str
    type: Literal["remark"] = "remark"
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Open:
    """A statement still to be written: Chinese with its figures, dates, names and terms already in Korean.

    Other lines that are still to be written (a lead, a headline, a cell) stand where they belong, and begin with `?? `.
    """

    level: int
    """That of the bullet it will be; 0: a line that no marker opens."""
    text: str
    missing: tuple[str, ...] = field(default=(), compare=False)
    """The words that are still Chinese, in order, each once; the text says them, so they are not compared."""
    type: Literal["open"] = "open"
    span: Span | None = field(default=None, compare=False, repr=False)


Block = Bullet | Annotation | Heading | Table | Figure | Note | Unplaced | Remark | Open


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
    """The day of the event, in brackets behind the lead; behind the headline where there is no lead."""
    blocks: tuple[Block, ...] = ()
    references: tuple[Reference, ...] = ()
    source: BriefSource | None = None
    """Briefs name their outlet; None in all other articles."""
    author: str | None = None
    """Who wrote the article; printed in the web issue only."""
    written: dt.date | None = None
    """The day the article was finished; printed beside its author."""
    above: tuple[str, ...] = ()
    """Remarks between headline and lead; those among the blocks stand there."""
    below: tuple[str, ...] = ()
    """Remarks behind the blocks: at the references, the source, the author."""
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
    """Its paragraphs; here, in `front` and in `back` a remark is a line of its own, beginning with `// `."""
    sections: tuple[Section, ...]
    front: tuple[str, ...] = ()
    """Printed lines before the first section that are neither contents nor summary."""
    back: tuple[str, ...] = ()
    """Printed lines after the last article that are no imprint."""
    doubt: Message | None = field(default=None, compare=False)
    """Why the layout it was read from counts as not understood; None where it was."""

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
        stands = isinstance(block, Bullet) or (isinstance(block, Open) and block.level != 0)
        if isinstance(block, (Bullet, Open)) and stands:
            if not 1 <= block.level <= level + 1:
                yield Message(f"단계를 건너뛴 글머리: {block.text[:40]}", f"a bullet skips a level: {block.text[:40]}")
            level = block.level
        elif isinstance(block, Heading):
            level = 0
