"""Issue -> report.txt, in either dialect."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from donghyang.records import (
    Annotation,
    Article,
    Block,
    BriefSource,
    Bullet,
    ContentsEntry,
    Figure,
    Heading,
    Issue,
    Note,
    Open,
    Publisher,
    Reference,
    Remark,
    Section,
    Table,
    Unplaced,
)
from donghyang.report.front import repeats
from donghyang.report.grammar import (
    DEFAULT_TITLE,
    LADDER,
    SUBHEAD,
    Dialect,
    day_in_brackets,
    is_bare_section,
    is_fixed_line,
    looks_structural,
    names_series,
    opened,
    printed,
    remark,
    remark_of,
    roman,
)
from donghyang.report.lines import as_printed
from donghyang.report.stars import stars


def text_of(issue: Issue, dialect: Dialect = "A", *, marked: bool = False) -> str:
    """The issue as house-format text, whether or not it reads back the same; see `write`.

    `marked`: every loose line is marked as words without a place, also where nothing makes it look like more.
    """
    text = ""
    for group in _Writer(dialect, issue.date, marked=marked).groups(issue):
        below = remark_of(group.split("\n", 1)[0]) is not None  # a remark stands close below its line
        text += ("\n" if below else "\n\n") * bool(text) + group
    return text + "\n"


def article_groups(article: Article, dialect: Dialect, issue: dt.date | None) -> list[str]:
    """The groups of an article of an issue of that day, in order: number, headline, each remark on it, lead, body, …"""
    return list(_Writer(dialect, issue).article(article))


class _Writer:
    """The lines of one issue, in groups that blank lines part."""

    def __init__(self, dialect: Dialect, date: dt.date | None, *, marked: bool = False) -> None:
        self.dialect: Dialect = dialect
        self.marked = marked
        self.date = date

    def groups(self, issue: Issue) -> Iterator[str]:
        """All groups, from the cover to the imprint."""
        if issue.series:
            yield issue.series
        untold = issue.series is not None and not names_series(issue.series)
        closes = bool(issue.back) or untold or any(_imprint_lines(issue.publisher, None))
        if issue.date and (self.dialect == "B" or not closes):
            yield _day(issue.date)
        first = issue.series is None
        for line in issue.front:
            yield _loose(line, marked=self.marked or first or repeats(line, issue.series, issue.publisher.name))
            first = first and remark_of(line) is not None
        if issue.contents:
            yield "CONTENTS"
            yield from self.contents(issue.contents, {part.kind: part.title for part in issue.sections})
        if issue.summary:
            yield "요약"
            yield "\n".join(line if remark_of(line) is not None else f"- {line}" for line in issue.summary)
        for number, section in enumerate(issue.sections, 1):
            yield from self.section(section, number)
        if closes:
            yield from self.imprint(issue)
        yield from (_loose(line, marked=self.marked) for line in issue.back)

    def contents(self, entries: Iterable[ContentsEntry], titles: dict[str, str]) -> Iterator[str]:
        """The contents page: sections, categories, headlines."""
        kind, category, number = None, None, 0
        for entry in entries:
            if entry.section != kind:
                kind, category, number = entry.section, None, number + 1
                yield f"{number}. {titles.get(kind, DEFAULT_TITLE[kind])}"
            if entry.category != category and entry.category is not None:
                yield entry.category
            category = entry.category
            yield f"- {entry.headline}"

    def section(self, section: Section, number: int) -> Iterator[str]:
        """A section's opener and its articles."""
        if self.dialect == "A" or not section.articles or not is_bare_section(section.title):
            yield roman(number)
        yield section.title
        for article in section.articles:
            yield from self.article(article)

    def article(self, article: Article) -> Iterator[str]:
        """One article."""
        if self.dialect == "A" and article.number is not None:
            yield f"{article.number:02}"
        day = day_in_brackets(article.date, self.date, self.dialect) if article.date else ""
        if article.headline:
            yield article.headline if article.lead is not None or not day else f"{article.headline} {day}"
        yield from map(remark, article.above)
        if article.lead is not None:
            yield f"{printed('lead', self.dialect)} {article.lead}{day}"
        yield from self.blocks(article)
        if article.references:
            yield "참고자료" if self.dialect == "A" else "<참고자료>"
            yield "\n".join(self.reference(reference) for reference in article.references)
        if article.source:
            yield from self.source(article.source)
        if article.author:
            yield f"작성자: {article.author}" + (f"\n{_day(article.written)}" if article.written else "")
        yield from map(remark, article.below)

    def blocks(self, article: Article) -> Iterator[str]:
        """The body; bullets, annotations and remarks that follow each other stand close."""
        close: list[str] = []
        for at, block in enumerate(article.blocks):
            if isinstance(block, (Bullet, Annotation, Remark)) or (isinstance(block, Open) and block.level):
                close.append(self.line(block, article, at))
                continue
            if close:
                yield "\n".join(close)
                close = []
            yield from self.block(block)
        if close:
            yield "\n".join(close)

    def line(self, block: Bullet | Annotation | Remark | Open, article: Article, at: int) -> str:
        """The bullet, annotation or remark at place `at` of an article, indented as its dialect does."""
        if isinstance(block, Remark):
            return remark(block.text)
        if isinstance(block, Annotation):
            return f"{stars(block, article.blocks[:at], article.lead)} {block.text}"
        role = LADDER[min(block.level, len(LADDER)) - 1]
        indent = block.level - 1 if self.dialect == "A" else block.level
        text = opened(block.text) if isinstance(block, Open) else block.text
        return f"{' ' * indent}{printed(role, self.dialect)} {text}"

    def block(self, block: Block) -> Iterator[str]:
        """A block that stands apart."""
        if isinstance(block, Heading):
            yield block.text if SUBHEAD.match(block.text) else f"{printed('lead', self.dialect)} {block.text}"
        elif isinstance(block, Unplaced):
            yield f"{printed('literal', self.dialect)} {block.text}"
        elif isinstance(block, Open):
            yield f"{printed('literal', self.dialect)} {opened(block.text)}"
        elif isinstance(block, Note):
            yield f"〈{block.title}〉"
            if block.items:
                yield "\n".join(f"{printed('arrow', self.dialect)} {item}" for item in block.items)
            yield from _source_line(block.source)
        elif isinstance(block, Figure):
            if block.caption is not None:
                yield f"〈{block.caption}〉"
            if block.image is not None:
                yield f"![]({block.image})"
            yield from _source_line(block.source)
        elif isinstance(block, Table):
            if block.caption is not None:
                yield f"〈{block.caption}〉"
            yield "\n".join(_row(row) for row in (block.header, *block.rows))
            yield from _source_line(block.source)

    def reference(self, reference: Reference) -> str:
        """One reference: in one line in the web issue, title above address in print."""
        head = ""
        if reference.date or reference.publisher:
            day = f"{reference.date:%y.%m.%d}" if reference.date else ""
            head = f"({day}, {reference.publisher}) " if reference.publisher else f"({day}) "
        if self.dialect == "B":
            line = head + " ".join(part for part in (reference.title, reference.url) if part)
            fixed = is_fixed_line(line) or remark_of(line) is not None
            marked = reference.title and (fixed or not (head or reference.url))
            return f"{printed('tick', 'B')} {line}" if marked else line
        if reference.title is None and not head:
            return str(reference.url)
        title = f"{printed('tick', 'A')} {head}{reference.title or ''}".rstrip()
        return f"{title}\n{reference.url}" if reference.url else title

    def source(self, source: BriefSource) -> Iterator[str]:
        """Where a brief was taken from."""
        day = f" {self._source_day(source.date)}" if source.date else ""
        yield f"출처: {source.outlet}{day}"
        if source.url:
            yield source.url

    def _source_day(self, day: dt.date) -> str:
        short = day_in_brackets(day, self.date, "A")
        return f"({day:%m.%d})" if short.count(".") == 1 else short

    def imprint(self, issue: Issue) -> Iterator[str]:
        """The imprint; nothing where the issue names neither date nor publisher."""
        lines = list(_imprint_lines(issue.publisher, issue.date))
        if lines:
            if issue.series:
                yield issue.series
            yield "\n".join(lines)


def _loose(text: str, *, marked: bool = False) -> str:
    """A line outside all articles; marked where it would pass for something else, as the first line for the series."""
    if remark_of(text) is not None:
        return text
    return f"¶ {text}" if marked or looks_structural(text) or as_printed(text) != text else text


def _imprint_lines(publisher: Publisher, date: dt.date | None) -> Iterator[str]:
    if date:
        yield f"| 발 행 일 | {date.year}. {date.month}. {date.day}"
    if publisher.head:
        yield f"| 발 행 인 | {publisher.head}"
    if publisher.name:
        yield f"| 발행기관 | {publisher.name}"
    if publisher.address:
        yield f"| 발 행 처 | 주소 : {publisher.address}"
    if publisher.phone:
        yield f"TEL : {publisher.phone}"
    if publisher.url:
        yield publisher.url


def _row(row: tuple[str, ...]) -> str:
    cells = ("• " + cell.replace("\n", " • ") if "\n" in cell else cell for cell in row)
    line = "\t".join(cells)
    return line if "\t" in line else line + "\t"


def _source_line(source: str | None) -> Iterator[str]:
    if source is not None:
        yield f"* 출처: {source}"


def _day(date: dt.date) -> str:
    return f"{date.year}. {date.month}. {date.day}."
