"""An issue as an editor reads it: parts and articles, each a list of the lines that stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from donghyang.records import (
    Annotation,
    Article,
    Block,
    Bullet,
    Figure,
    Heading,
    Issue,
    Message,
    Note,
    Open,
    Reference,
    Remark,
    Table,
)
from donghyang.report.grammar import LADDER, opened, printed, remark, remark_of
from donghyang.report.stars import stars

_KINDS: dict[str, Message] = {
    "series": Message("제호", "title"),
    "date": Message("발행일", "date"),
    "front": Message("일러두기", "front line"),
    "contents": Message("차례", "contents"),
    "summary": Message("요약", "summary"),
    "section": Message("절", "section"),
    "imprint": Message("판권", "imprint"),
    "back": Message("뒷글", "back line"),
    "number": Message("번호", "number"),
    "category": Message("분류", "category"),
    "headline": Message("제목", "headline"),
    "lead": Message("리드", "lead"),
    "bullet": Message("글머리", "bullet"),
    "annotation": Message("주석", "annotation"),
    "heading": Message("소제목", "subhead"),
    "table": Message("표", "table"),
    "row": Message("표의 줄", "row of the table"),
    "figure": Message("그림", "figure"),
    "note": Message("참고 상자", "note"),
    "item": Message("참고 상자의 항목", "item of the note"),
    "origin": Message("출처", "source"),
    "reference": Message("참고자료", "reference"),
    "byline": Message("작성자", "author"),
    "unplaced": Message("자리 없는 글", "unplaced text"),
    "open": Message("아직 쓰지 않은 글", "open line"),
    "remark": Message("비고", "remark"),
}
SINGLE = frozenset(("series", "date", "number", "category", "headline", "lead", "byline"))
"""Kinds that stand once in their part: one of them is always set against the other."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a part."""

    kind: str
    text: str
    """As it is printed, marker included."""
    block: int | None = None
    """The block it is a line of, None outside articles' bodies."""
    exact: object = None
    """What must be equal beside the text."""
    owner: str = ""
    """The caption of the table, figure or note that the line belongs to."""

    @property
    def label(self) -> Message:
        """What the line is, for the editor."""
        kind = _KINDS[self.kind]
        return Message(f"{kind.ko} {self.owner}", f"{kind.en} {self.owner}") if self.owner else kind

    @property
    def key(self) -> tuple[str, str, object]:
        """What makes two lines the same."""
        return self.kind, self.text, self.exact


def around(issue: Issue) -> Iterator[Entry]:
    """What stands outside the articles."""
    if issue.series is not None:
        yield Entry("series", issue.series)
    if issue.date is not None:
        yield Entry("date", issue.date.isoformat())
    yield from (Entry("front", line) for line in issue.front)
    for entry in issue.contents:
        yield Entry("contents", f"- {entry.headline}", exact=(entry.section, entry.category))
    for line in issue.summary:
        yield Entry("summary", f"- {line}") if remark_of(line) is None else Entry("remark", line)
    yield from (Entry("section", section.title, exact=section.kind) for section in issue.sections)
    publisher = issue.publisher
    for name in ("head", "name", "address", "phone", "url"):
        if (value := getattr(publisher, name)) is not None:
            yield Entry("imprint", value, exact=name)
    yield from (Entry("back", line) for line in issue.back)


def within(article: Article) -> Iterator[Entry]:
    """What stands in an article."""
    if article.number is not None:
        yield Entry("number", f"{article.number:02}")
    if article.category is not None:
        yield Entry("category", article.category)
    yield Entry("headline", article.headline)
    yield from (Entry("remark", remark(words)) for words in article.above)
    if article.lead is not None or article.date is not None:
        day = f" ({article.date:%Y-%m-%d})" if article.date else ""
        yield Entry("lead", f"{printed('lead', 'A')} {article.lead or ''}{day}", exact=article.lead is None)
    for at, block in enumerate(article.blocks):
        yield from _block(block, at, article)
    yield from (Entry("reference", _reference(reference), exact=reference) for reference in article.references)
    if source := article.source:
        day = f" ({source.date:%Y-%m-%d})" if source.date else ""
        yield Entry("origin", f"출처: {source.outlet}{day} {source.url or ''}".rstrip(), exact=source)
    if article.author is not None or article.written is not None:
        yield Entry("byline", f"{article.author or ''} {article.written or ''}".strip(), exact=article.author)
    yield from (Entry("remark", remark(words)) for words in article.below)


def _block(block: Block, at: int, article: Article) -> Iterator[Entry]:
    if isinstance(block, Bullet):
        yield Entry("bullet", f"{_mark(block.level)} {block.text}", at, block.level)
    elif isinstance(block, Open):
        mark = _mark(block.level) if block.level else printed("literal", "A")
        yield Entry("open", f"{mark} {opened(block.text)}", at, block.level)
    elif isinstance(block, Remark):
        yield Entry("remark", remark(block.text), at)
    elif isinstance(block, Annotation):
        yield Entry("annotation", f"{stars(block, article.blocks[:at], article.lead)} {block.text}", at, block.anchor)
    elif isinstance(block, Heading):
        yield Entry("heading", block.text, at)
    elif isinstance(block, Table):
        owner = _caption(block.caption)
        yield Entry("table", owner, at, block.caption is None)
        for number, row in enumerate((block.header, *block.rows)):
            words = " | ".join(cell.replace("\n", " • ") for cell in row)
            yield Entry("row", words, at, (number == 0, row), owner)
        yield from _origin(block.source, at, owner)
    elif isinstance(block, Figure):
        owner = _caption(block.caption)
        yield Entry("figure", owner, at, (block.caption is None, block.image))
        yield from _origin(block.source, at, owner)
    elif isinstance(block, Note):
        owner = _caption(block.title)
        yield Entry("note", owner, at)
        yield from (Entry("item", f"{printed('arrow', 'A')} {item}", at, owner=owner) for item in block.items)
        yield from _origin(block.source, at, owner)
    else:
        yield Entry("unplaced", block.text, at)


def _mark(level: int) -> str:
    return printed(LADDER[min(max(level, 1), len(LADDER)) - 1], "A")


def _caption(text: str | None) -> str:
    return "" if text is None else f"〈{text}〉"


def _origin(source: str | None, at: int, owner: str) -> Iterator[Entry]:
    if source is not None:
        yield Entry("origin", f"* 출처: {source}", at, owner=owner)


def _reference(reference: Reference) -> str:
    known = [f"{reference.date:%y.%m.%d}"] if reference.date else []
    known += [reference.publisher] if reference.publisher else []
    head = f"({', '.join(known)})" if known else ""
    return " ".join(filter(None, (head, reference.title, reference.url)))
