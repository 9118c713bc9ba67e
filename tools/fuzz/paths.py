"""The text paths of the commands, as functions of the bytes of one file."""

from __future__ import annotations

import contextlib
import datetime as dt
import time
from collections.abc import Callable

from tools.fuzz.shapes import PAGES, Shape

from donghyang import wire
from donghyang.records import Unreadable

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


PATHS: dict[str, Callable[[bytes, str], None]] = {"read": read, "facts": facts, "check": check, "week": week}


def paths_of(place: str) -> tuple[str, ...]:
    """The commands that a file with its shape at this place is given to."""
    return tuple(PATHS) if place in PAGES else ("read", "facts", "check")


def seconds(path: str, shape: Shape, size: int) -> float:
    """Processor time that a path takes for the shape."""
    data, name = shape.file(size)
    begun = time.process_time()
    with contextlib.suppress(Unreadable):
        PATHS[path](data, name)
    return time.process_time() - begun
