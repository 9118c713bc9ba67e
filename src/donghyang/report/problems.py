"""Why the house format cannot hold an issue, said by its first place that would be read differently."""

from __future__ import annotations

from dataclasses import fields
from itertools import zip_longest

from donghyang.records import Article, CannotProceed, Issue, Message


def refusal(issue: Issue, read_back: Issue) -> CannotProceed:
    """The error for an issue that would read back as another one; names the first place where they part."""
    return CannotProceed(_difference(issue, read_back))


def _difference(issue: Issue, other: Issue) -> Message:
    pairs = zip_longest(_articles(issue), _articles(other))
    for number, (mine, theirs) in enumerate(pairs, 1):
        if mine != theirs:
            return _article_message(number, mine, theirs)
    name = _parting(issue, other)
    return _message(name, repr(getattr(issue, name)))


def _articles(issue: Issue) -> list[Article]:
    return [article for section in issue.sections for article in section.articles]


def _article_message(number: int, mine: Article | None, theirs: Article | None) -> Message:
    if mine is None or theirs is None:
        return _message(f"article {number}", "")
    place = f"article {number} ({mine.headline[:30]})"
    for at, (block, other) in enumerate(zip_longest(mine.blocks, theirs.blocks)):
        if block != other:
            return _message(f"{place}, block {at + 1}", repr(block or other))
    name = _parting(mine, theirs)
    return _message(f"{place}, {name}", repr(getattr(mine, name) or getattr(theirs, name)))


def _parting(one: Issue | Article, other: Issue | Article) -> str:
    """The first field by which two unlike records are unlike."""
    compared = (field.name for field in fields(one) if field.compare)
    return next(name for name in compared if getattr(one, name) != getattr(other, name))


def _message(place: str, value: str) -> Message:
    shown = value if len(value) <= 120 else value[:117] + "..."
    return Message(
        f"{place}: report.txt에 적으면 다르게 읽히는 글입니다: {shown}. 표지 기호로 시작하지 않는지 확인하십시오.",
        f"{place}: would be read differently from report.txt: {shown}. Look for text that opens with a marker.",
    )
