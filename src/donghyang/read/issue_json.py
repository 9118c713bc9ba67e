"""An issue's JSON, as `publish` and `read` write it, to a Document: the issue in the house format."""

from __future__ import annotations

from donghyang import report, wire
from donghyang.read.encoding import decode
from donghyang.read.limits import spend
from donghyang.records import CannotProceed, Document, Issue, Unreadable

KEYS = (b'"sections"', b'"articles"')
"""What the JSON of an issue has, wherever it stands."""


def document(data: bytes, name: str) -> Document | None:
    """The issue's text; None for JSON that is no issue.

    Raises Unreadable for an issue that the house format cannot hold.
    """
    source = decode(data)
    spend("letters", len(source))
    try:
        issue = wire.from_json(Issue, source, where=name)
    except CannotProceed:
        return None
    try:
        text = report.write(issue)
    except CannotProceed as problem:
        raise Unreadable(name, problem.message) from None
    spend("paragraphs", text.count("\n"))
    return report.document(text, name)
