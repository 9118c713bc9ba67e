"""The statements of a document: bullets, cells, notes and sentences as plain lines, each with what stands above it.

Converters' marks are taken off, and every character knows its place in the document.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from donghyang.facts.periods import find_periods
from donghyang.facts.quantities import find_quantities, is_base
from donghyang.language.overlap import Taken
from donghyang.language.patterns import lazily
from donghyang.records import Annotation, Bullet, Grid, Heading, Note, Table
from donghyang.report import parse
from donghyang.report.markup import pieces
from donghyang.report.unwritten import blanked

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from donghyang.records import Article, Document, Issue, Period, Quantity, SectionKind, Span

Part = Literal["headline", "lead", "bullet", "annotation", "note", "cell", "heading", "sentence"]

_MARKER = lazily(r"[\s\v\-–—*•●○■□◦▶▷☑✓·△▲◇◆ㅇ※\\①-⑳]*(?:\*{1,3}\s*)?(?:[0-9]{1,2}\)\s)?")
_LABEL = lazily(r"[(（<〈\[]\s?(?!['’‘]?[0-9]+(?!대))([^()（）<>〈〉\[\]\n]{1,18}?)\s?[)）>〉\]]\s*(?=[^\s.])")
_SENTENCE = lazily(r"(?:[^.。!?！？；\n\v]|[.!?](?!\s|$))+(?:[.!?。！？；][”’」』）)]*|$)?")
_HAN = lazily("[一-龥]")
_HANGUL = lazily("[가-힣]")
_ENDS = lazily(r"\s*\(?(?:['’‘]?[0-9]{2,4}\.)?\s?[0-9]{1,2}\.[0-9]{1,2}\.?\)\s*$")
"""The date in brackets behind a lead."""
LONGEST = 1200
"""Characters of one statement that are looked at; a bound for the time."""


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
    """The bullets it hangs under, the nearest first; for a cell the name of its row."""
    head: str = ""
    """The head of the column of a cell."""
    row: tuple[tuple[str, str], ...] = ()
    """The cells of its row, each behind the head of its column."""
    caption: str = ""
    """The caption of its table, or the subhead above."""
    article: Article | None = None
    section: SectionKind | None = None
    date: dt.date | None = None
    """The day the text speaks from."""
    order: int = 0

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of the plain text stands in the document."""
        return self.places[start], self.places[end - 1] + 1

    @property
    def headline(self) -> str:
        return self.article.headline if self.article else ""

    @property
    def is_chinese(self) -> bool:
        return _HANGUL.search(self.text) is None and _HAN.search(self.text) is not None

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        return tuple(find_periods(self.text, date=self.date))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Its figures, without those that are parts of a date."""
        dates = Taken((period.start, period.end) for period in self.periods if period.value or period.high)
        return tuple(
            q
            for q in find_quantities(self.text)
            if not (q.kind == "number" and dates.touches(q.start, q.end)) and not is_base(self.text, q)
        )

    def figures_in(self, start: int, end: int) -> list[Quantity]:
        return [q for q in self.quantities if start <= q.start and q.end <= end]


def statements(document: Document, date: dt.date | None, issue: Issue | None = None) -> list[Statement]:
    """Every statement of a document in order of place; of a report its articles', else the sentences of its text.

    A report's contents, summary, references and imprint state nothing of their own.
    """
    issue = issue or parse(document)
    date = date or issue.date
    text = blanked(document.text)
    found: list[Statement] = []
    if any(section.articles for section in issue.sections):
        grids = {block.span[0]: block for block in document.blocks if isinstance(block, Grid)}
        for section in issue.sections:
            for article in section.articles:
                found += _article(text, article, section.kind, date, grids)
    else:
        found += _sentences(text, date)
    return found


def _sentences(text: str, date: dt.date | None) -> Iterator[Statement]:
    order = 0
    at = 0
    for line in text.split("\n"):
        if line.strip():
            for cut in _SENTENCE.finditer(line):
                statement = _line(text, (at + cut.start(), at + cut.end()), "sentence", date=date, order=order)
                if statement is not None:
                    order += 1
                    yield statement
        at += len(line) + 1


def _article(
    text: str, article: Article, section: SectionKind, date: dt.date | None, grids: dict[int, Grid]
) -> Iterator[Statement]:
    ladder: list[tuple[int, str]] = []
    caption = ""
    order = 0
    if article.span is not None:
        for words, part in ((article.headline, "headline"), (article.lead, "lead")):
            span = _found(text, article, words)
            if span is not None and (said := _line(text, span, part, article=article, section=section, date=date)):
                yield said
    starts = sorted({block.span[0] for block in article.blocks if block.span is not None})
    done: set[int] = set()
    for block in article.blocks:
        order += 1
        if isinstance(block, Heading):
            ladder, caption = [], block.text
        if block.span is None:
            continue
        shared = {"article": article, "section": section, "date": date, "order": order, "caption": caption}
        if isinstance(block, Table):
            until = next(
                (at for at in starts if at > block.span[0]), article.span[1] if article.span else block.span[1]
            )
            own = [at for at in grids if block.span[0] <= at < until and at not in done]
            done.update(own)  # a table that goes on over the page has several grids
            for grid in (grids[at] for at in own):
                yield from _cells(text, grid, shared | {"caption": block.caption or ""}, [t for _, t in ladder][::-1])
        elif isinstance(block, Bullet):
            ladder = [rung for rung in ladder if rung[0] < block.level]
            above = tuple(t for _, t in reversed(ladder))
            for said in _parts(text, block.span, "bullet", above=above, **shared):
                yield said
            ladder.append((block.level, block.text))
        elif isinstance(block, Annotation):
            yield from _parts(text, block.span, "annotation", above=tuple(t for _, t in reversed(ladder)), **shared)
        elif isinstance(block, Note):
            yield from _note(text, block, shared | {"caption": block.title})


def _note(text: str, block: Note, shared: dict[str, object]) -> Iterator[Statement]:
    assert block.span is not None
    at = block.span[0]
    for line in text[slice(*block.span)].split("\n"):
        if line.strip() and "〈" not in line:
            yield from _parts(text, (at, at + len(line)), "note", **shared)
        at += len(line) + 1


def _cells(text: str, grid: Grid, shared: dict[str, object], above: list[str]) -> Iterator[Statement]:
    heads = [" ".join(cell.text.split()) for cell in grid.rows[0]]
    for row in grid.rows[1:]:
        name = " ".join(next((c.text for c in row if _WORDS.search(c.text)), "").split())
        cells = tuple((head, " ".join(cell.text.split())) for head, cell in zip(heads, row, strict=False))
        for at, cell in enumerate(row):
            if len(cell.text.strip()) < 2:
                continue
            own = shared | {"above": (name, *above), "row": cells, "head": heads[at] if at < len(heads) else ""}
            start = cell.span[0]
            for item in _ITEMS.finditer(text, *cell.span):
                yield from _parts(text, (start, item.start()), "cell", **own)
                start = item.end()
            yield from _parts(text, (start, cell.span[1]), "cell", **own)


_WORDS = lazily(r"[^\W\d_]{2}")
_ITEMS = lazily(r"<li\b[^<>]*>|</li>|<br\s*/?>|\n|(?<=\s)•\s")


def _parts(text: str, span: Span, part: Part, **shared: object) -> Iterator[Statement]:
    """The sentences of a line, each a statement; its label goes with all of them."""
    whole = _line(text, span, part, **shared)
    if whole is None:
        return
    first = True
    for cut in _SENTENCE.finditer(whole.text):
        start, end = cut.span()
        while start < end and whole.text[start] in " \v":
            start += 1
        if end - start < 2:
            continue
        if first and end == len(whole.text):
            yield whole
            return
        first = False
        yield Statement(
            whole.text[start:end], whole.places[start:end], part, whole.label, whole.above, whole.head, whole.row,
            whole.caption, whole.article, whole.section, whole.date, whole.order,
        )  # fmt: skip


def _line(text: str, span: Span, part: Part, **shared: object) -> Statement | None:
    """The plain line at a span, without its marker and label; None for an empty one."""
    words: list[str] = []
    places: list[int] = []
    for stretch, start in pieces(text, (span[0], min(span[1], span[0] + LONGEST))):
        words.append(stretch)
        places += range(start, start + len(stretch)) if len(stretch) > 1 else [start]
    plain = "".join(words).replace("\v", " ").replace("\t", " ")
    opened = _MARKER.match(plain)
    begin = opened.end() if opened else 0
    label = _LABEL.match(plain, begin)
    begin = label.end() if label else begin
    end = len(plain.rstrip(" •"))
    dated = _ENDS.search(plain) if part == "lead" else None
    end = dated.start() if dated else end
    if end - begin < 2:
        return None
    return Statement(plain[begin:end], tuple(places[begin:end]), part, label[1] if label else None, **shared)  # type: ignore[arg-type]


def _found(text: str, article: Article, words: str | None) -> Span | None:
    """Where the headline or the lead stands, from its first words; None where a mark of the converter parts them."""
    if not words or article.span is None:
        return None
    first = next((block.span[0] for block in article.blocks if block.span is not None), article.span[1])
    at = text.find(words[:12], article.span[0], first)
    if at < 0:
        return None
    end = text.find("\n", at, first)
    return at, end if end >= 0 else first
