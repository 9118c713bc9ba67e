"""What reading one file may cost at the most: the one place where the limits of all readers stand.

A reader says what it spends; above a limit the file is refused, and the refusal names the limit. The numbers are far
above what a person ever made and low enough that the worst file within them is read in seconds. What stands beside
code cannot bound (a PDF library's own recursion), the process around the reader does: `memory` and `seconds`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from donghyang.records import Message, Unreadable

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Named limits for one file, each the sum over all its parts; a newsroom may set them."""

    unpacked: int = 64
    """MiB that the text parts of an office file unpack to; the longest law has a tenth."""
    letters: int = 5_000_000
    """Characters of text: a book of 2,500 pages."""
    tags: int = 1_000_000
    """Tags of an office file's parts, opening and closing ones: some 500 dense pages; a tree costs memory."""
    attributes: int = 1_500_000
    """Attributes of them."""
    web_tags: int = 400_000
    """Tags of a web page: the longest law has a hundredth."""
    tag_attributes: int = 2_000
    """Attributes of one tag of a web page, which are held against one another."""
    records: int = 400_000
    """Records of an HWP file: some 1,000 dense pages."""
    paragraphs: int = 50_000
    """Paragraphs or lines."""
    cells: int = 200_000
    """Places in tables, a cell counted with all the rows and columns that it covers."""
    pages: int = 2_000
    """Pages of a PDF; a longer file is a book."""
    pdf_letters: int = 1_500_000
    """Letters of a PDF, each of them asked for its place: a book of 1,000 pages."""
    page_letters: int = 100_000
    """Letters on one page of a PDF; a newspaper's page has 15,000."""
    scan_pages: int = 200
    """Pages without a text layer that are recognised, at one to three seconds each."""
    memory: int = 320
    """MiB that the process which reads the file may take beyond what it takes itself, and eight times the file."""
    seconds: int = 40
    """Seconds of work on one file."""


NAMES: dict[str, Message] = {
    "unpacked": Message("압축을 푼 크기(MB)", "MB once unpacked"),
    "letters": Message("글자", "letters"),
    "tags": Message("태그", "tags"),
    "attributes": Message("태그의 속성", "attributes of tags"),
    "web_tags": Message("웹페이지의 태그", "tags of a web page"),
    "tag_attributes": Message("태그 하나의 속성", "attributes of one tag"),
    "records": Message("HWP 레코드", "HWP records"),
    "paragraphs": Message("문단", "paragraphs"),
    "cells": Message("표의 칸", "places in tables"),
    "pages": Message("PDF 쪽", "PDF pages"),
    "pdf_letters": Message("PDF의 글자", "letters of a PDF"),
    "page_letters": Message("PDF 한 쪽의 글자", "letters on one PDF page"),
    "scan_pages": Message("글자층이 없는 쪽", "pages without a text layer"),
    "memory": Message("메모리(MB)", "MB of memory"),
    "seconds": Message("읽는 시간(초)", "seconds of reading"),
}
"""What each limit counts, in a reader's words."""


class Exceeded(Unreadable):
    """A file that costs more than the limit called `limit` allows; with another limit it may be read."""

    def __init__(self, name: str, why: Message, limit: str) -> None:
        super().__init__(name, why)
        self.limit = limit

    def __reduce__(self) -> tuple[type[Exceeded], tuple[object, ...]]:
        return type(self), (self.name, self.why, self.limit)


def exceeded(name: str, limit: str, most: int) -> Exceeded:
    """The refusal of the file `name`, which is above the limit called `limit`."""
    what = NAMES[limit]
    why = Message(
        f"너무 큽니다: {what.ko}, 한도 {limit} {most:,}. 필요한 부분만 저장하십시오.",
        f"is too large: {what.en}, the limit {limit} is {most:,}; save only the part you need.",
    )
    return Exceeded(name, why, limit)


@dataclass(slots=True)
class Budget:
    """What has been spent on one file."""

    name: str
    limits: Limits = field(default_factory=Limits)
    spent: dict[str, int] = field(default_factory=dict)
    on_scan: Callable[[int], None] = lambda pages: None
    """Told of so many pages without a text layer before they are recognised, which takes more time and memory."""


_open: ContextVar[Budget | None] = ContextVar("_open", default=None)


@contextmanager
def budget(name: str, limits: Limits | None = None) -> Iterator[Budget]:
    """Opens the budget of one file; inside another one (a page that is read as a document) the outer one stays."""
    outer = _open.get()
    if outer is not None:
        yield outer
        return
    inner = Budget(name, limits or Limits())
    mark = _open.set(inner)
    try:
        yield inner
    finally:
        _open.reset(mark)


def allowed(limit: str) -> int:
    """The limit of that name for the file that is being read."""
    return int(getattr(_budget().limits, limit))


def spend(limit: str, count: int = 1) -> None:
    """Count `count` of what `limit` bounds (bytes where it is told in MiB) against the file that is being read.

    Unreadable where the sum over all its parts is above the limit.
    """
    budget, most = _budget(), allowed(limit)
    budget.spent[limit] = spent = budget.spent.get(limit, 0) + count
    if spent > most * (MIB if limit == "unpacked" else 1):
        raise exceeded(budget.name, limit, most)


def scans(pages: int) -> None:
    """Count pages that are to be recognised; Unreadable above the limit."""
    spend("scan_pages", pages)
    _budget().on_scan(pages)


def within(limit: str, count: int) -> None:
    """Unreadable where `count`, of one part alone, is above the limit; nothing is added up."""
    if count > allowed(limit):
        raise exceeded(_budget().name, limit, allowed(limit))


def _budget() -> Budget:
    """The budget of the file that is being read; one of its own for whoever reads outside of any."""
    return _open.get() or Budget("")
