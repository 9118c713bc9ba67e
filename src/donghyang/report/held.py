"""The promise of the house format: what is written reads back the same."""

from __future__ import annotations

from donghyang.records import CannotProceed, Issue
from donghyang.report.grammar import Dialect
from donghyang.report.lines import document
from donghyang.report.parse import parse
from donghyang.report.problems import refusal
from donghyang.report.write import text_of


def write(issue: Issue, dialect: Dialect = "A") -> str:
    """The issue as house-format text.

    Raises CannotProceed, naming the place, when the format cannot hold the issue: when reading the text again would
    not give the same issue.
    """
    if problems := issue.problems():
        raise CannotProceed(problems[0])
    for marked in (False, True):
        text = text_of(issue, dialect, marked=marked)
        if parse(document(text)) == issue:
            return text
    raise refusal(issue, parse(document(text_of(issue, dialect))))
