"""The statements of a document: bullets, cells, notes and sentences as plain lines, each with what stands above it.

Converters' marks are taken off, and every character knows its place in the document.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from donghyang.facts.periods import find_periods
from donghyang.facts.quantities import find_quantities, is_base
from donghyang.facts.tables import one_line
from donghyang.language.overlap import Taken
from donghyang.language.patterns import lazily
from donghyang.language.script import has_han, has_hangul
from donghyang.records import Annotation, Bullet, Grid, Heading, Note, Table
from donghyang.report import parse
from donghyang.report.markup import pieces
from donghyang.report.unwritten import blanked

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from donghyang.records import Article, Document, Issue, Period, Quantity, SectionKind, Span

Part = Literal["headline", "lead", "bullet", "annotation", "note", "cell", "heading", "sentence"]

_MARKER = lazily(r"[\s\v\-–—*•●○◎■□◦∘▶▷►▸▹≫☑✓·△▲◇◆◈▣▪▫◉‣⁃∙➤➢›»★☆→⇒ㅇ※\\①-⑳]*(?:\*{1,3}\s*)?(?:[0-9]{1,2}\)\s)?")
_LABEL = lazily(
    r"[(（<〈\[〔【]\s?(?!['’‘]?[0-9]+(?!대))([^()（）<>〈〉\[\]〔〕【】\n]{1,18}?)\s?[)）>〉\]〕】]\s*(?=[^\s.])"
)
_SENTENCE = lazily(r"(?:[^.。!?！？；\n\v]++|[.!?](?!\s|$))+(?:[.!?。！？；][”’」』）)]*|$)?")
_WORDS = lazily(r"[^\W\d_]{2}")
_ITEMS = lazily(r"<li\b[^<>]*>|</li>|<br\s*/?>|\n|(?<=\s)•\s")
_DATED = lazily(r"(?<!\s)\s*\(?(?:['’‘]?[0-9]{2,4}\.)?\s?[0-9]{1,2}\.[0-9]{1,2}\.?\)\s*$")
"""The date in brackets behind a lead."""
_CITED = lazily(
    r"(?:\s?\[[0-9]{1,3}\]|\s[(（][^()（）\n]{1,16}[,\s]\s?[0-9]{1,2}(?:\.\s?[0-9]{1,2}\.?|월\s?[0-9]{1,2}일)[)）])+\s*$"
)
"""What cites the source at the end of a line: [3], (과기일보 9. 4)."""
_CITES = 60
"""Characters at the end of a line in which a source is cited."""
_LONGEST_LINE, _LONGEST = 40_000, 1200
"""Characters of one line, and of one sentence, that are looked at; bounds for the time."""


@dataclass(frozen=True, eq=False)
class Statement:
    """One line of plain text with its places, and what it belongs to."""

    text: str
    places: tuple[int, ...] = field(repr=False)
    """For each character where it stands in the document."""
    part: Part
    label: str | None = None
    """What opens it in brackets: (성과)."""
    above: tuple[str, ...] = ()
    """The bullets it hangs under, the nearest first; for a cell the name of its row before them."""
    head: str = ""
    """The head of the column of a cell."""
    row: tuple[tuple[str, str], ...] = ()
    """The cells of its row, each behind the head of its column."""
    caption: str = ""
    """The caption of its table, the title of its note, or the subhead above."""
    article: Article | None = None
    section: SectionKind | None = None
    date: dt.date | None = None
    """The day the text speaks from."""

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of the plain text stands in the document."""
        return self.places[start], self.places[end - 1] + 1

    def is_to_come(self, end: int) -> bool:
        """Whether the words up to a place speak of a year after that of the text."""
        day = self.date
        return day is not None and any(
            p.start < end and int(p.value[:4]) > day.year for p in self.periods if p.value and p.value[:4].isdigit()
        )

    def but(self, **changes: object) -> Statement:
        """The statement with other fields, before its figures or periods were asked for.

        As `dataclasses.replace`, in a tenth of its time: a report makes more than a thousand.
        """
        made = object.__new__(Statement)
        vars(made).update(vars(self), **changes)
        return made

    @property
    def headline(self) -> str:
        """The headline of its article, "" outside of one."""
        return self.article.headline if self.article else ""

    @property
    def is_chinese(self) -> bool:
        """Whether it has Chinese characters and no Hangul."""
        return has_han(self.text) and not has_hangul(self.text)

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """Its dates and stretches of time, in order."""
        return tuple(find_periods(self.text, date=self.date))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Its figures in order, without those that are parts of a date."""
        dates = Taken((period.start, period.end) for period in self.periods if period.value or period.high)
        return tuple(
            q
            for q in find_quantities(self.text)
            if not (q.kind == "number" and dates.touches(q.start, q.end)) and not is_base(self.text, q)
        )


def statements(document: Document, date: dt.date | None, issue: Issue | None = None) -> list[Statement]:
    """Every statement of a document in order of place; of a report its articles', else the sentences of its text.

    A report's contents, summary, references and imprint state nothing of their own.
    """
    issue = issue or parse(document)
    text = blanked(document.text)
    at = {block.span[0]: block for block in document.blocks if isinstance(block, Grid)}
    grids = [at[start] for start in sorted(at)]
    bare = Statement("", (), "sentence", date=date or issue.date)
    articles = [(section.kind, article) for section in issue.sections for article in section.articles]
    if not articles:
        return list(_lines(text, (0, len(text)), bare))
    return [
        said
        for kind, article in articles
        for said in _Article(text, article, grids).statements(bare.but(article=article, section=kind))
    ]


def _lines(text: str, span: Span, around: Statement) -> Iterator[Statement]:
    """The sentences of every line in a stretch."""
    at = span[0]
    for line in text[slice(*span)].split("\n"):
        yield from _sentences(text, (at, at + len(line)), around)
        at += len(line) + 1


def _sentences(text: str, span: Span, around: Statement) -> Iterator[Statement]:
    """The sentences of one line, each a statement; its label goes with all of them."""
    whole = _line(text, span, around)
    if whole is None:
        return
    for cut in _SENTENCE.finditer(whole.text):
        start, end = cut.span()
        start += len(cut[0]) - len(cut[0].lstrip(" \v"))
        end = min(end, start + _LONGEST)
        if end - start > 1:
            yield whole.but(text=whole.text[start:end], places=whole.places[start:end])


def _line(text: str, span: Span, around: Statement) -> Statement | None:
    """The plain line at a span, without its marker and label; None for an empty one."""
    words: list[str] = []
    places: list[int] = []
    for stretch, start in pieces(text, (span[0], min(span[1], span[0] + _LONGEST_LINE))):
        words.append(stretch)
        places += range(start, start + len(stretch))
    plain = "".join(words).replace("\v", " ").replace("\t", " ")
    opened = _MARKER.match(plain)
    begin = opened.end() if opened else 0
    label = _LABEL.match(plain, begin)
    begin = label.end() if label else begin
    dated = _DATED.search(plain) if around.part == "lead" else None
    cited = _CITED.search(plain, max(begin, len(plain) - _CITES))
    tail = dated or cited
    end = tail.start() if tail else len(plain.rstrip(" •"))
    if end - begin < 2:
        return None
    return around.but(text=plain[begin:end], places=tuple(places[begin:end]), label=label[1] if label else None)


@dataclass(frozen=True, slots=True)
class _Article:
    """An article whose blocks are read line by line."""

    text: str
    article: Article
    grids: Sequence[Grid]
    """Those of the whole document, in order of place."""

    def statements(self, around: Statement) -> Iterator[Statement]:
        """Headline, lead and blocks in order."""
        yield from self._head(around)
        starts = sorted(block.span[0] for block in self.article.blocks if block.span is not None)
        ladder: list[tuple[int, str]] = []
        caption = ""
        seen: set[Span] = set()
        for block in self.article.blocks:
            if isinstance(block, Heading):
                ladder, caption = [], block.text
            if block.span is None:
                continue
            here = around.but(caption=caption, above=tuple(words for _, words in reversed(ladder)))
            if isinstance(block, Table):
                grids = self._grids(block.span, starts) if block.span not in seen else ()
                seen.add(block.span)
                for grid in grids:
                    yield from _cells(self.text, grid, here.but(part="cell", caption=block.caption or ""))
            elif isinstance(block, Bullet):
                ladder = [rung for rung in ladder if rung[0] < block.level]
                above = tuple(words for _, words in reversed(ladder))
                yield from _sentences(self.text, block.span, here.but(part="bullet", above=above))
                ladder.append((block.level, block.text))
            elif isinstance(block, Annotation):
                yield from _sentences(self.text, block.span, here.but(part="annotation"))
            elif isinstance(block, Note):
                yield from _lines(self.text, _inside(self.text, block.span), here.but(part="note", caption=block.title))

    def _head(self, around: Statement) -> Iterator[Statement]:
        parts: Sequence[tuple[str | None, Part]] = ((self.article.headline, "headline"), (self.article.lead, "lead"))
        for words, part in parts:
            span = self._found(words)
            said = _line(self.text, span, around.but(part=part)) if span else None
            if said is not None:
                yield said

    def _found(self, words: str | None) -> Span | None:
        """Where headline or lead stands, from its first words; None where a converter's mark parts them."""
        if not words or self.article.span is None:
            return None
        spans = (block.span[0] for block in self.article.blocks if block.span is not None)
        first = next(spans, self.article.span[1])
        at = self.text.find(words[:12], self.article.span[0], first)
        end = self.text.find("\n", at, first)
        return None if at < 0 else (at, end if end >= 0 else first)

    def _grids(self, table: Span, starts: Sequence[int]) -> Sequence[Grid]:
        """The grids of a table: several where it goes on over the page. Tables side by side share one, the first's.

        `starts` are the places of all blocks, in order.
        """
        behind = bisect_right(starts, table[0])
        until = starts[behind] if behind < len(starts) else (self.article.span or table)[1]
        first, last = (bisect_left(self.grids, at, key=lambda grid: grid.span[0]) for at in (table[0], until))
        return self.grids[first:last]


def _inside(text: str, span: Span) -> Span:
    """A note without its title line."""
    first = text.find("\n", *span)
    return (first + 1 if first >= 0 else span[0]), span[1]


def _cells(text: str, grid: Grid, around: Statement) -> Iterator[Statement]:
    heads = [one_line(cell.text) for cell in grid.rows[0]]
    for row in grid.rows[1:]:
        cells = [one_line(cell.text) for cell in row]
        name = next((cell for cell in cells if _WORDS.search(cell)), "")
        whole = around.but(above=(name, *around.above), row=tuple(zip(heads, cells, strict=False)))
        for at, cell in enumerate(row):
            if len(cells[at]) < 2:
                continue
            here = whole.but(head=heads[at] if at < len(heads) else "")
            start = cell.span[0]
            for item in _ITEMS.finditer(text, *cell.span):
                yield from _sentences(text, (start, item.start()), here)
                start = item.end()
            yield from _sentences(text, (start, cell.span[1]), here)
