"""The issue as Markdown (CommonMark, tables as GitHub has them), which `read` takes for the same issue again.

Lists nest as Markdown's do. Where an issue's lines would so be read as others (the level of a bullet is then told by
its marker alone), the markers of the house format are written, too: what was written is read back to find that out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from donghyang import report
from donghyang.publish import marks
from donghyang.publish.columns import Align, layout
from donghyang.publish.images import Image
from donghyang.publish.text import printable, web_address
from donghyang.publish.theme import Look
from donghyang.publish.view import DraftView, Print, PrintedArticle, PrintedBlock, PrintedReference, view
from donghyang.publish.written import finished
from donghyang.records import Annotation, Bullet, Figure, Heading, Issue, Note, Table, Unplaced

_SPECIAL = re.compile(r"[\\`*_\[\]<>~|]")
"""What Markdown reads inside a line."""
_AT_START = re.compile(r"^(?=#{1,6}(?:\s|$)|[-+](?:\s|$)|[=-]+\s*$)")
_COUNTED = re.compile(r"^(\d{1,9})(?=[.)](?:\s|$))([.)])")
_ENTITY = re.compile(r"&(?=#?\w{1,32};)")
_FILE = re.compile(r"[^\s()<>\[\]\\]+")
"""A file name that stands in the brackets of a picture as it is; any other is put between < and >."""
_RULES: Mapping[Align, str] = {"left": "---", "center": ":---:", "right": "---:"}


def render(issue: Issue, draft: DraftView | None, images: Mapping[str, Image], look: Look) -> bytes:
    """The issue's Markdown in UTF-8; a figure names its file, which lies beside it."""
    printed = view(issue, draft, images, look)
    text = _Writer(marked=False).text(printed)
    if draft is None and report.parse(report.document(text)) != finished(issue):
        text = _Writer(marked=True).text(printed)
    return text.encode()


def escaped(text: str) -> str:
    """Words as Markdown shows them and nothing else: no emphasis, no link, no tag, no list."""
    text = _ENTITY.sub("&amp;", " ".join(printable(text).split("\n")))
    text = _SPECIAL.sub(r"\\\g<0>", text)
    return _COUNTED.sub(r"\1\\\2", _AT_START.sub(r"\\", text))


class _Writer:
    """The lines of one issue, in groups that blank lines part."""

    def __init__(self, *, marked: bool) -> None:
        self.marked = marked
        """Whether bullets bear the markers of the house format."""

    def text(self, printed: Print) -> str:
        """The whole file."""
        return "\n\n".join(self.groups(printed)) + "\n"

    def groups(self, printed: Print) -> Iterator[str]:
        """All groups, from the cover to the imprint."""
        if printed.draft:
            yield f"**{marks.DRAFT}**"
        if printed.title:
            yield f"# {escaped(printed.title)}"
        if printed.date_text:
            yield escaped(printed.date_text)
        if printed.number:
            yield escaped(printed.number)
        if printed.publisher:
            yield escaped(printed.publisher)
        yield from map(escaped, printed.front)
        yield from self.contents(printed)
        if printed.summary:
            yield f"## {marks.SUMMARY}"
            yield "\n".join(f"{marks.SUMMARY_ITEM} {escaped(line)}" for line in printed.summary)
        for section in printed.sections:
            yield f"## {section.numeral}" + ("\n\n" if self.marked else " ") + escaped(section.title)
            for article in section.articles:
                yield from self.article(article)
        yield from self.imprint(printed)
        yield from map(escaped, printed.back)

    def contents(self, printed: Print) -> Iterator[str]:
        """The contents page."""
        if printed.contents:
            yield f"## {marks.CONTENTS}"
        for part in printed.contents:
            yield f"### {escaped(part.label)}"
            for group in part.groups:
                if group.category:
                    yield f"**{escaped(group.category)}**"
                yield "\n".join(f"{marks.CONTENTS_LINE} {escaped(line.headline)}" for line in group.lines)

    def article(self, article: PrintedArticle) -> Iterator[str]:
        """One article."""
        headline = escaped(article.headline)
        if article.number and self.marked:
            yield article.number
        elif article.number:
            headline = f"{article.number} {headline}".rstrip()
        if headline:
            yield f"### {headline}"
        if article.lead:
            yield f"**{marks.LEAD} {escaped(article.lead)}**"
        yield from self.blocks(article)
        if article.references:
            yield f"#### {marks.REFERENCES}"
            yield "\n".join(map(_reference, article.references))
        if article.source or article.source_url:
            yield "  \n".join(filter(None, (escaped(article.source or ""), _address(article.source_url))))
        if article.byline:
            yield "  \n".join(map(escaped, article.byline.split("\n")))

    def blocks(self, article: PrintedArticle) -> Iterator[str]:
        """The body; bullets and annotations that follow each other are one list."""
        for listed, group in groupby(article.blocks, key=lambda one: isinstance(one.block, Bullet | Annotation)):
            if listed:
                yield "\n".join(self.items(group))
            else:
                for one in group:
                    yield from self.block(one)

    def items(self, group: Iterator[PrintedBlock]) -> Iterator[str]:
        """The lines of a list."""
        level = 0
        for one in group:
            block = one.block
            if isinstance(block, Bullet):
                level = min(max(block.level, 1), level + 1)  # a deeper one would be code to Markdown
                mark = f"{marks.bullet(block.level)} " if self.marked else ""
                yield f"{'  ' * (level - 1)}- {mark}{escaped(block.text)}"
            elif isinstance(block, Annotation):
                yield f"{'  ' * level}- {escaped(one.stars)} {escaped(block.text)}"

    def block(self, printed: PrintedBlock) -> Iterator[str]:
        """A block that stands apart."""
        block = printed.block
        if isinstance(block, Heading):
            yield f"#### {escaped(marks.heading(block.text))}"
        elif isinstance(block, Unplaced):
            yield "  \n".join(map(escaped, printable(block.text).split("\n")))
        elif isinstance(block, Note):
            yield f"**{escaped(marks.caption(block.title))}**"
            if block.items:
                yield "\n".join(f"- {marks.NOTE_ITEM} {escaped(item)}" for item in block.items)
            yield from _source(block.source)
        elif isinstance(block, Figure):
            yield from _figure(block)
        elif isinstance(block, Table):
            yield from _table(block)

    def imprint(self, printed: Print) -> Iterator[str]:
        """The imprint."""
        if printed.imprint:
            rows = (f"{label} : {value}" if label else value for label, value in printed.imprint)
            yield "  \n".join(_address(row) or "" for row in rows)


def _figure(figure: Figure) -> Iterator[str]:
    told = marks.caption_of(figure)
    if told:
        yield f"**{escaped(told)}**"
    if figure.image is not None:
        name = printable(figure.image)
        yield f"![]({name if _FILE.fullmatch(name) else f'<{name}>'})"
    yield from _source(figure.source)


def _table(table: Table) -> Iterator[str]:
    if table.caption is not None:
        yield f"**{escaped(marks.caption(table.caption))}**"
    wide = max(map(len, (table.header, *table.rows)), default=0)
    if wide:
        aligned = layout(table.header, table.rows).align
        header = table.header or ("",) * wide
        rule = "|".join(_RULES[one] for one in aligned)
        yield "\n".join((_row(header, wide), f"|{rule}|", *(_row(row, wide) for row in table.rows)))
    yield from _source(table.source)


def _row(cells: tuple[str, ...], wide: int) -> str:
    return "| " + " | ".join(map(_cell, (*cells, *("",) * (wide - len(cells))))) + " |"


def _cell(text: str) -> str:
    lines = marks.cell_lines(printable(text))
    return "<br>".join(f"{mark} {escaped(line)}" if mark else escaped(line) for mark, line in lines)


def _source(source: str | None) -> Iterator[str]:
    if source is not None:
        yield escaped(marks.source(source))


def _reference(reference: PrintedReference) -> str:
    title = f"{marks.REFERENCE} {escaped(reference.title)}" if reference.title else ""
    return "- " + "  \n  ".join(filter(None, (title, _address(reference.url))))


def _address(text: str | None) -> str | None:
    """An address that can be followed; other words as words, None for none."""
    if not text:
        return None
    return f"<{text}>" if web_address(text) else escaped(text)
