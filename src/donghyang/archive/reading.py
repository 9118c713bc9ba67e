"""A file -> what the archive keeps of it, without any database: the work that processes share."""

from __future__ import annotations

import datetime as dt
import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from donghyang.records import Fact, Issue, Message, Open, SectionKind, Unplaced, Unreadable

if TYPE_CHECKING:
    from donghyang.read.limits import Limits
    from donghyang.records import Article


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article as it stood in its file."""

    section: SectionKind
    section_title: str
    article: Article
    text: str
    """What was printed of it, from its number to its last reference."""
    facts: tuple[Fact, ...]
    """What its text states; places count characters of `text`."""


@dataclass(frozen=True, slots=True)
class ReadIssue:
    """What came of one file."""

    file: Path
    digest: str
    """SHA-256 of the file, in hexadecimal."""
    issue: Issue
    articles: tuple[ReadArticle, ...]
    doubts: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that is no report, and why."""

    file: Path
    reason: Message


def read_issue(file: Path, limits: Limits | None = None) -> ReadIssue | LeftOut:
    """What the archive keeps of a file that holds a report; the reason where it holds none, or cannot be read."""
    from donghyang import guard, report
    from donghyang.language.composed import Composed

    try:
        digest = digest_of(file)
        document = guard.document(file, limits)
    except Unreadable as problem:
        return LeftOut(file, problem.why)
    except OSError as problem:
        return LeftOut(file, Message(f"읽을 수 없습니다({problem.strerror}).", f"cannot be read ({problem.strerror})."))
    document = Composed(document.text).document(document)
    issue = report.parse(document)
    if not any(section.articles for section in issue.sections):
        return LeftOut(file, _NO_REPORT)
    from donghyang.facts import find_facts_in

    found = find_facts_in(document)
    return ReadIssue(file, digest, issue, tuple(_articles(issue, document.text, found)), tuple(_doubts(issue)))


_NO_REPORT = Message(
    "기사가 있는 보고서로 읽히지 않습니다. `donghyang read`로 살펴보십시오.",
    "does not read as a report with articles. Look at it with `donghyang read`.",
)


def digest_of(file: Path) -> str:
    """SHA-256 of a file. Raises OSError when it cannot be read."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _articles(issue: Issue, text: str, facts: list[Fact]) -> Iterator[ReadArticle]:
    starts = [fact.start for fact in facts]  # they come in order
    for section in issue.sections:
        for article in section.articles:
            start, end = article.span or (0, 0)
            inside = facts[bisect_right(starts, start - 1) : bisect_right(starts, end - 1)]
            own = tuple(
                replace(fact, start=fact.start - start, end=fact.end - start) for fact in inside if fact.end <= end
            )
            yield ReadArticle(section.kind, section.title, article, text[start:end], own)


def _doubts(issue: Issue) -> Iterator[Message]:
    """What an editor should look at before relying on what was read."""
    if issue.doubt is not None:
        yield issue.doubt
    blocks = Counter(
        type(block) for section in issue.sections for article in section.articles for block in article.blocks
    )
    if count := blocks[Unplaced]:
        yield Message(f"자리를 찾지 못한 줄이 {count}개 있습니다.", f"{count} lines found no place.")
    if count := blocks[Open]:
        yield Message(f"아직 쓸 줄이 {count}개 있습니다.", f"{count} lines are still to be written.")


def day_of(read: ReadIssue, folder: dt.date | None) -> dt.date | None:
    """The day of an issue: that of its folder in the workspace, else the one that it prints; None where neither is."""
    return folder or read.issue.date
