"""What an article says, line by line, each with what stands over it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Annotation, Article, Bullet, Cited, Heading, Note, SectionKind, Table, Unplaced

CELL = "\t"
"""Between the cells of a row's text."""
_MOST = 1000
"""Letters of a line; longer ones than an office writes are cut."""
_MOST_OF_ROW = 20_000
"""Letters of a row that is read."""
_MOST_CELLS = 60
"""Of a row that is read: no printed page is so wide, and each of its figures is held against the whole row."""
_AROUND = 60
"""Lines of one level, or rows of one table, before and behind one that are looked at for what it leaves unsaid; so that
the time of a list grows with its length. Printed ones have a third of it."""
_BRACKET = lazily(r"[(（][^()（）]*[)）]")
_SENTENCE = 12
_TELLS = lazily(r"[가-힣]{2,}\s(?:약\s|총\s)?[0-9][0-9,.]*\s?(?:[만억조]\s?)?[가-힣A-Za-z%]{1,4}\s[가-힣]{2,}")
"""A figure amid words: what a cell of a table tells as a sentence."""
_NUMBERED = lazily(r"[가-힣A-Za-z]{2,}-[0-9]{1,4}")
"""A name that ends in its number: 몰리브덴-99."""
_LONG = 30
"""Letters of a cell that is no sentence."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    header: tuple[str, ...]
    cells: tuple[str, ...]
    caption: str
    beside: tuple[str, ...] = ()
    """What the other rows are about: their short cells without figures."""

    @property
    def is_total(self) -> bool:
        """Whether it sums up the others."""
        return any(cell.strip() in tables.words(__package__, "totals") for cell in self.cells)

    def head_of(self, column: int) -> str:
        """The head over a cell; "" where there is none."""
        return self.header[column] if column < len(self.header) else ""

    def start_of(self, column: int) -> int:
        """Where a cell begins in the text of its row."""
        return sum(len(cell) + len(CELL) for cell in self.cells[:column])


@dataclass(frozen=True, slots=True)
class Passage:
    """One line of an article, or one row of a table."""

    at: int
    """The article's place on its shelf."""
    text: str
    over: tuple[str, ...] = ()
    """The lines that govern it, the nearest first: bullets, the subhead or caption."""
    before: tuple[str, ...] = ()
    """The lines of its own level before it, from which it goes on (the centre, it)."""
    row: Row | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """An article of the archive, cut into its passages."""

    issue: dt.date | None
    section: SectionKind
    number: int | None
    headline: str
    lead: str | None
    category: str | None
    date: dt.date | None
    """The day of the event, else None."""
    passages: tuple[Passage, ...]
    whole: str
    """Everything the article says, a line each."""

    @property
    def day(self) -> dt.date | None:
        """The day it speaks from."""
        return self.date or self.issue

    @property
    def head(self) -> str:
        """What holds for all of it."""
        return "\n".join(part for part in (self.headline, self.lead) if part)

    def cited(self, quote: str) -> Cited:
        """A quotation from it."""
        return Cited(self.issue, self.section, self.number, self.headline, quote)


def held(article: Article, issue: dt.date | None, section: SectionKind, at: int) -> Held:
    """An article cut into passages; remarks, pictures and open lines say nothing."""
    lines = [Passage(at, text) for text in (article.headline, article.lead) if text]
    lines.extend(_of_blocks(article, at))
    whole = "\n".join([*(line.text for line in lines), *_captions(article)])
    passages = [piece for line in lines for piece in _pieces(line)]
    return Held(
        issue, section, article.number, article.headline, article.lead, article.category, article.date, tuple(passages),
        whole,
    )  # fmt: skip


def _pieces(line: Passage) -> Iterator[Passage]:
    """A line that can be held against a question; a monstrous one in pieces, so that its time grows with its length."""
    text = line.text
    while line.row is None and len(text) > _MOST:
        cut = max(text.rfind(". ", 0, _MOST), text.rfind(", ", 0, _MOST)) + 1 or text.rfind(" ", 0, _MOST) + 1 or _MOST
        yield replace(line, text=text[:cut].strip())
        text = text[cut:].lstrip()
    if line.row is None or (len(text) <= _MOST_OF_ROW and len(line.row.cells) <= _MOST_CELLS):
        yield replace(line, text=text)


def _captions(article: Article) -> Iterator[str]:
    for block in article.blocks:
        if isinstance(block, Table):
            yield from (block.caption or "", *block.header)
        elif isinstance(block, (Heading, Note)):
            yield block.text if isinstance(block, Heading) else block.title


def _of_blocks(article: Article, at: int) -> Iterator[Passage]:
    ladder: list[str] = []
    siblings: list[list[str]] = [[]]
    heading: tuple[str, ...] = ()
    for block in article.blocks:
        if isinstance(block, Heading):
            ladder, siblings, heading = [], [[]], (block.text,)
            if len(block.text) > _SENTENCE:
                yield Passage(at, block.text)
        elif isinstance(block, Bullet):
            level = max(1, min(block.level, len(ladder) + 1))
            del ladder[level - 1 :], siblings[level:]
            yield Passage(at, block.text, (*reversed(ladder), *heading), tuple(siblings[level - 1][-_AROUND:]))
            siblings[level - 1].append(block.text)
            ladder.append(block.text)
            siblings.append([])
        elif isinstance(block, Annotation):
            anchor = (block.anchor,) if block.anchor else ()
            yield Passage(at, block.text, (*anchor, *reversed(ladder), *heading))
        elif isinstance(block, Note):
            for place, item in enumerate(block.items):
                yield Passage(at, item, (block.title, *heading), block.items[max(0, place - _AROUND) : place])
        elif isinstance(block, Table):
            yield from _rows(block, at, (*reversed(ladder), *heading))
        elif isinstance(block, Unplaced):
            yield Passage(at, block.text)


def _rows(table: Table, at: int, over: tuple[str, ...]) -> Iterator[Passage]:
    caption = table.caption or ""
    width = _half(table.header)
    above = (caption, *over) if caption else over
    if caption:
        yield Passage(at, caption, over)
    parts = [cells[first : first + width] for cells in table.rows for first in range(0, len(cells), width)]
    topics = [tuple(cell for cell in part if is_topic(cell)) for part in parts]
    for place, part in enumerate(parts):
        cells = tuple(" ".join(cell.split("\n")) for cell in part)
        if not any(cells):
            continue
        near = (*topics[max(0, place - _AROUND) : place], *topics[place + 1 : place + 1 + _AROUND])
        beside = tuple(cell for found in near for cell in found)
        row = Row(table.header[:width], cells, caption, beside)
        yield Passage(at, CELL.join(cells), above, row=row)
        for column, cell in enumerate(part):
            head = table.header[column] if column < len(table.header) else ""
            if len(cell) > _LONG or (len(cell) > _SENTENCE and _TELLS.search(cell)):
                short = " ".join(other for other in cells if other and len(other) <= _LONG)
                yield from (Passage(at, line, (short, head, *above)) for line in cell.split("\n") if line)


def is_topic(cell: str) -> bool:
    """Whether a cell names what its row is about: short, and no figure."""
    bare = _BRACKET.sub("", cell).strip()
    numbered = _NUMBERED.fullmatch(bare) is not None
    return 1 < len(bare) <= _LONG and (numbered or not any(map(str.isdigit, bare)))


def _half(header: tuple[str, ...]) -> int:
    """How many columns say one thing: half of them where a head says the same twice over."""
    size = len(header)
    for width in range(2, size // 2 + 1):
        if size % width == 0 and header == header[:width] * (size // width):
            return width
    return max(1, size)
