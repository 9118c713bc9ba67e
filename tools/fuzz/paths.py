"""The text paths of the commands, as functions of the bytes of one file."""

from __future__ import annotations

import contextlib
import datetime as dt
import time
from collections.abc import Callable

from tools.fuzz.shapes import PAGES, Shape

from donghyang import wire
from donghyang.records import CannotProceed

DAY = dt.date(2024, 3, 22)


def read(data: bytes, name: str) -> None:
    """What `read` does: the document, the report or the article in it, and its JSON."""
    from donghyang import read as reader
    from donghyang import report
    from donghyang.read import formats

    document = formats.document(data, name)
    issue = report.parse(document)
    wire.dumps(issue if issue.sections else reader.page_of(data, name))


def facts(data: bytes, name: str) -> None:
    """What `facts` does: those of a document, or of the article of a page."""
    from donghyang import read as reader
    from donghyang.facts import find_facts, find_facts_in
    from donghyang.read import formats

    document = formats.document(data, name)
    found = find_facts(reader.page_of(data, name).text) if document.media == "html" else find_facts_in(document)
    wire.dumps(found)


def check(data: bytes, name: str) -> None:
    """What `check` does, house style included."""
    from donghyang.check import Resources, check
    from donghyang.check.engine import DEFAULT, STYLE
    from donghyang.language.terms import Termbase
    from donghyang.read import formats

    check(formats.document(data, name), date=DAY, select=(DEFAULT, STYLE), resources=Resources(Termbase.load()))


def week(data: bytes, name: str) -> None:
    """What `stories` and `weekly` do with a folder that holds this page alone, up to the text of the draft."""
    from donghyang import read as reader
    from donghyang import report
    from donghyang.draft import draft
    from donghyang.facts import find_facts
    from donghyang.records import Publisher
    from donghyang.stories import stories

    page = reader.page_of(data, name)
    told = stories([page], date=DAY)
    found = {page.name: tuple(find_facts(page.text, date=DAY))}
    made = draft(told, {page.name: page}, found, series=None, date=DAY, publisher=Publisher())
    report.write(made.issue)


def claims(data: bytes, name: str) -> None:
    """What `verify` does with a text that is held against a small source."""
    from donghyang.read import formats
    from donghyang.report.unwritten import blanked
    from donghyang.verify import Source, verify

    wire.dumps(verify(blanked(formats.document(data, name).text), [Source("source.html", _SOURCE)], date=DAY))


def sources(data: bytes, name: str) -> None:
    """What `verify` does with a large source of a few claims."""
    from donghyang import read as reader
    from donghyang.read import formats
    from donghyang.verify import Source, verify

    document = formats.document(data, name)
    text = reader.page_of(data, name).text if document.media == "html" else document.text
    wire.dumps(verify(_CLAIMS, [Source(name, text)], date=DAY))


def mine(data: bytes, name: str) -> None:
    """What `terms mine` does."""
    from donghyang.language.terms import Termbase
    from donghyang.proofread.mining import mined
    from donghyang.read import formats

    mined([(name, formats.document(data, name).text)], Termbase.load())


def diff(data: bytes, name: str) -> None:
    """What `diff` does with a report and another edition of it, in which every 2 became a 3."""
    from donghyang import report
    from donghyang.read import formats
    from donghyang.report.diff import text

    document = formats.document(data, name)
    edited = formats.document(document.text.replace("2", "3").encode("utf-8", "replace"), name)
    text(report.diff(report.parse(document), report.parse(edited)), "ko")


def marked(data: bytes, name: str) -> None:
    """What `check --to html,docx` does."""
    from donghyang.check import Resources, check
    from donghyang.check.copies.docx import marked_docx
    from donghyang.check.copies.html import marked_html
    from donghyang.language.terms import Termbase
    from donghyang.read import formats

    document = formats.document(data, name)
    found = check(document, date=DAY, resources=Resources(Termbase.load()))
    marked_html(document, found, "ko")
    marked_docx(document, found, "ko")


def prints(data: bytes, name: str) -> None:
    """What `publish` does with a report, up to the bytes of each format that is laid out."""
    from donghyang import publish, report
    from donghyang.read import formats

    issue = report.parse(formats.document(data, name))
    for to in ("html", "docx", "hwpx", "pdf"):
        publish.render(issue, to)


_SOURCE = """工业和信息化部等三部门近日印发《服务机器人推广方案（2024—2026年）》。
到2026年，机器人产业营业收入由2023年的800亿元提高到1500亿元以上，年均增速保持在20%以上。
"""
_CLAIMS = """2026년까지 로봇 산업 매출을 800억 위안에서 1,500억 위안 이상으로 높일 계획
공업정보화부가 3월 19일 방안을 발표
"""
PATHS: dict[str, Callable[[bytes, str], None]] = {
    "read": read,
    "facts": facts,
    "check": check,
    "week": week,
    "claims": claims,
    "sources": sources,
    "mine": mine,
    "diff": diff,
    "marked": marked,
    "prints": prints,
}
_OF_PAGES = ("week", "sources")
_OF_REPORTS = ("claims", "mine", "diff", "marked", "prints")


def paths_of(place: str) -> tuple[str, ...]:
    """The commands that a file with its shape at this place is given to."""
    others = _OF_REPORTS if place in PAGES else _OF_PAGES
    return tuple(path for path in PATHS if path not in others)


def seconds(path: str, shape: Shape, size: int) -> float:
    """Processor time that a path takes for the shape."""
    data, name = shape.file(size)
    begun = time.process_time()
    with contextlib.suppress(CannotProceed):
        PATHS[path](data, name)
    return time.process_time() - begun
