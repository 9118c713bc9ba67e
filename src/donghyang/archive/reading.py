"""A file -> what the archive keeps of it, without any database: the work that processes share."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, fields, replace
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from donghyang.records import (
    Fact,
    Issue,
    LedgerFact,
    Message,
    Open,
    Ranking,
    Reached,
    SectionKind,
    Unplaced,
    Unreadable,
)

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
    ledger: tuple[LedgerFact, ...] = ()
    """Benefits, rankings, records, achievements and figures reached that it states; the same places."""


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
    """A file that is not in the archive, and why."""

    file: str
    reason: Message


def read_issue(file: Path, limits: Limits | None = None) -> ReadIssue | LeftOut:
    """What the archive keeps of a file that holds a report; the reason where it holds none, or cannot be read."""
    try:
        return _read(file, limits) or LeftOut(str(file), _NO_REPORT)
    except Unreadable as problem:
        return LeftOut(str(file), problem.why)
    except OSError as problem:
        why = problem.strerror or type(problem).__name__
        return LeftOut(str(file), Message(f"읽을 수 없습니다({why}).", f"cannot be read ({why})."))
    except Exception as problem:  # one file that breaks a reader must not stop fifteen years of others
        why = getattr(problem, "kind", type(problem).__name__)
        return LeftOut(
            str(file),
            Message(
                f"읽는 도중 오류가 났습니다({why}). 파일을 빼고 알려 주십시오.",
                f"broke the reader ({why}). Leave it out and report it.",
            ),
        )


def _read(file: Path, limits: Limits | None) -> ReadIssue | None:
    from donghyang import guard, report
    from donghyang.facts import find_facts_in
    from donghyang.facts.commitments import reached_in
    from donghyang.facts.ledger import ledger_in
    from donghyang.facts.statements import statements
    from donghyang.language.composed import Composed

    digest = digest_of(file)
    document = guard.document(file, limits)
    document = Composed(document.text).document(document)
    issue = report.parse(document)
    if not any(section.articles for section in issue.sections):
        return None
    facts, said = find_facts_in(document, issue=issue), statements(document, None, issue)
    ledger, reached = ledger_in(document, issue, said), reached_in(said, facts)
    kept: list[LedgerFact] = [*ledger.benefits, *ledger.rankings, *ledger.records, *ledger.achievements, *reached]
    articles = _articles(issue, document.text, facts, sorted(kept, key=lambda fact: (fact.start, fact.end)))
    return ReadIssue(file, digest, issue, tuple(articles), tuple(_doubts(issue)))


_NO_REPORT = Message(
    "기사가 있는 보고서로 읽히지 않습니다. 보고서인지 확인하십시오.",
    "does not read as a report with articles. See whether it is one.",
)


def digest_of(file: Path) -> str:
    """SHA-256 of a file. Raises Unreadable for what no reader takes: it is missing, a device, too large."""
    from donghyang.read.files import bytes_of

    return hashlib.sha256(bytes_of(file)).hexdigest()


def _articles(issue: Issue, text: str, facts: list[Fact], ledger: list[LedgerFact]) -> Iterator[ReadArticle]:
    stated, kept = _Placed(facts), _Placed(ledger)
    for section in issue.sections:
        for article in section.articles:
            start, end = article.span or (0, 0)
            own = tuple(_moved(fact, -start) for fact in stated.within(start, end))
            booked = tuple(_moved(fact, -start) for fact in kept.within(start, end))
            yield ReadArticle(section.kind, section.title, article, text[start:end], own, booked)


_Stated = TypeVar("_Stated", bound=Fact | LedgerFact)


class _Placed(Generic[_Stated]):
    """Facts in order of their places."""

    def __init__(self, facts: list[_Stated]) -> None:
        self._facts = facts
        self._starts = [fact.start for fact in facts]

    def within(self, start: int, end: int) -> Iterator[_Stated]:
        """Those that stand wholly in a stretch of the text."""
        some = self._facts[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        yield from (fact for fact in some if fact.end <= end)


def _moved(fact: _Stated, by: int) -> _Stated:
    """The fact as its places count from elsewhere, those of its parts with it."""
    values, start, end = _values_of(cast("Hashable", type(fact)))
    told = list(values(fact))
    told[start], told[end] = fact.start + by, fact.end + by
    moved = type(fact)(*told)  # as dataclasses.replace, in a third of its time: an issue states a thousand facts
    if isinstance(moved, Ranking):
        rows = tuple(replace(row, start=row.start + by, end=row.end + by) for row in moved.rows)
        return replace(moved, rows=rows)
    if isinstance(moved, Reached):
        return replace(moved, figure=replace(moved.figure, start=moved.start, end=moved.end))
    return moved


@cache
def _values_of(kind: Any) -> tuple[Callable[[Fact | LedgerFact], tuple[Any, ...]], int, int]:
    """What gives the fields of a fact in order, and the places of start and end among them."""
    names = [field.name for field in fields(kind)]
    return attrgetter(*names), names.index("start"), names.index("end")


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
