"""Records to rows of the archive and back: the only place that knows both."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol, cast

from donghyang import __version__, wire
from donghyang.archive import models
from donghyang.archive.plainly import record_of
from donghyang.archive.reading import ReadArticle, ReadIssue
from donghyang.language.script import simplify
from donghyang.records import (
    Achievement,
    ArchivedArticle,
    Article,
    Benefit,
    CannotProceed,
    Decision,
    Decisions,
    Fact,
    Issue,
    LedgerFact,
    Message,
    Name,
    PageText,
    PerformanceRecord,
    Period,
    Quantity,
    Ranking,
    Reached,
    Story,
    Target,
)
from donghyang.report.cites import cites, plain_address

if TYPE_CHECKING:
    from donghyang.collect import PageRead
    from donghyang.language.terms import Term

Stated = Fact | LedgerFact
"""Whatever an article states."""
_NO_TEXT = re.compile("[\x00\ud800-\udfff]")
"""What a database takes for no text: NUL, and halves of characters."""
_LONGEST = 600
"""Characters of a value that is looked up; PostgreSQL's index takes no longer rows (2 704 bytes)."""
_DIGITS = 32
_PLAIN = ("kind", "text", "start", "end")
"""What a fact's row says outside of its `record`."""


def text_of(text: str | None) -> str:
    """A text as the archive keeps it: of the same length, each sign that no database takes replaced."""
    return _NO_TEXT.sub("\ufffd", text) if text else ""


def key_of(text: str | None) -> str:
    """A text that is looked up; of one that is longer than an index takes, its front and its digest."""
    whole = text_of(text)
    if len(whole) <= _LONGEST:
        return whole
    return f"{whole[: _LONGEST - _DIGITS]}{hashlib.sha256(whole.encode()).hexdigest()[:_DIGITS]}"


# ------------------------------------------------------------------------------------------------ records to rows


def issue_row(read: ReadIssue, date: dt.date, file: str) -> models.Issue:
    """The row of an issue that was read from `file` of the workspace."""
    rest = replace(read.issue, sections=())
    return models.Issue(
        series=key_of(read.issue.series),
        date=date,
        file=file,
        digest=read.digest,
        reader=__version__,
        record=_said(rest),
    )


def article_row(read: ReadArticle, place: int, issue: models.Issue) -> models.Article:
    """The row of an article of an issue that has its row."""
    article = read.article
    return models.Article(
        issue=issue,
        place=place,
        section=read.section,
        section_title=text_of(read.section_title),
        number=article.number,
        category=text_of(article.category),
        headline=text_of(article.headline),
        date=article.date,
        text=text_of(read.text),
        record=_said(article),
    )


def archived(read: ReadArticle, row: models.Article) -> ArchivedArticle:
    """What the archive gives back of an article that was just put in."""
    return ArchivedArticle(
        id=row.pk,
        series=row.issue.series or None,
        issue=row.issue.date,
        section=read.section,
        section_title=read.section_title,
        place=row.place,
        article=read.article,
        text=read.text,
        facts=read.facts,
        ledger=read.ledger,
    )


def citation_rows(article: Article, row: models.Article) -> list[models.Citation]:
    """The addresses that an article cites, each once."""
    addresses = sorted({key_of(address) for address in cites(article).addresses})
    return [models.Citation(article=row, address=address) for address in addresses]


Value = str | int | float | bool | dt.date | None
FACT = ("article_id", "kind", "start", "end", "number", "unit", "ledger", "who", "day", "issued", "entity_id", "record")
"""The columns of a fact's row; nineteen rows of twenty are facts, and they are written without objects of their own."""


def fact_values(fact: Stated, row: models.Article, entities: Mapping[str, models.Entity]) -> tuple[Value, ...]:
    """What `FACT` holds for a fact of an article that has its row; `entities` holds that of its name."""
    who, day, number = _booked(fact)
    in_ledger = not isinstance(fact, Quantity | Period | Name)
    return (
        row.pk,
        fact.kind,
        fact.start,
        fact.end,
        _number(number),
        key_of(getattr(fact, "unit", None)),
        in_ledger,
        key_of(who),
        key_of(day)[:10],
        row.issue.date if in_ledger else None,
        entities[hanja_of(fact)].pk if isinstance(fact, Name) else None,
        _rest(fact, row.text),
    )


def _booked(fact: Stated) -> tuple[str | None, str | None, Decimal | None]:
    """Who and when a row of the ledger is found by, and the figure of any fact."""
    if isinstance(fact, Target):
        return fact.actor, fact.deadline, fact.value
    if isinstance(fact, Benefit):
        return fact.giver, fact.until or fact.since, fact.amount
    if isinstance(fact, Ranking):
        return fact.by, fact.when, None
    if isinstance(fact, PerformanceRecord):
        return fact.holder, None, fact.value
    if isinstance(fact, Achievement):
        return fact.actor, fact.when, fact.amount
    if isinstance(fact, Reached):
        return fact.actor, fact.when, fact.figure.value
    return None, None, fact.value if isinstance(fact, Quantity) else None


def hanja_of(name: Name) -> str:
    """What tells one name from another: its characters in their simplified form."""
    return key_of(simplify(name.hanja))


def term_rows(terms: Iterable[Term]) -> list[models.Term]:
    """The rows of a termbase, in its order."""
    return [
        models.Term(
            place=place,
            chinese=text_of(term.chinese),
            korean=text_of(term.korean),
            kind=term.kind,
            note=text_of(term.note),
            source=text_of(term.source),
        )
        for place, term in enumerate(terms)
    ]


def page_row(read: PageRead) -> models.Page:
    """The row of a page that was read, or could not be."""
    page = read.page
    return models.Page(
        name=key_of(read.name),
        digest=read.digest,
        reader=__version__,
        address=key_of(plain_address(page.url)) if page and page.url else "",
        title=text_of(page.title) if page else "",
        date=page.date if page else None,
        text=text_of(page.text) if page else "",
        reason=_said(read.reason) if read.reason else "",
        record=_said(replace(page, text="")) if page else "",
    )


def story_row(story: Story, day: dt.date, place: int) -> models.Story:
    """The row of a story of the week of an issue."""
    return models.Story(
        day=day,
        place=place,
        name=key_of(story.id),
        title=text_of(story.title),
        date=story.date,
        section=story.section or "",
        record=_said(story),
    )


def story_page_rows(story: Story, row: models.Story) -> list[models.StoryPage]:
    """The pages of a story that has its row."""
    return [models.StoryPage(story=row, page=key_of(page)) for page in story.pages]


def publication_rows(day: dt.date, finals: Mapping[str, str]) -> list[models.Publication]:
    """The finished prints of an issue, by name and digest."""
    return [models.Publication(day=day, file=key_of(file), digest=digest) for file, digest in sorted(finals.items())]


def allowed_rows(day: dt.date, decisions: Decisions) -> list[models.Decision]:
    """What was let pass in an issue."""
    return [
        models.Decision(day=day, place=place, action="allow", subject=text_of(one.line), record=_said(one))
        for place, one in enumerate(decisions.allowed)
    ]


def decision_rows(decisions: Iterable[Decision]) -> list[models.Decision]:
    """What was decided on stories."""
    return [
        models.Decision(day=None, place=place, action=one.action, subject=text_of(one.title), record=_said(one))
        for place, one in enumerate(decisions)
    ]


def _said(record: object) -> str:
    return text_of(wire.dumps(record, language=None))


def _rest(fact: Stated, text: str) -> str:
    """What the record says that neither its columns nor its defaults do; its text where it is not as printed."""
    kept = {
        name: value
        for name, usual in _told(cast("Hashable", type(fact)))
        if (value := getattr(fact, name)) != usual and value is not usual
    }
    if fact.text != text[fact.start : fact.end]:
        kept["text"] = fact.text
    return _said(kept) if kept else "{}"


@cache
def _told(kind: Any) -> tuple[tuple[str, object], ...]:
    """The fields of a kind of fact that its row keeps in `record`, each with its default."""
    return tuple((part.name, part.default) for part in fields(kind) if part.name not in _PLAIN)


def _number(value: Decimal | None) -> float | None:
    """A value to sort by; None for what is none, or larger than a float holds."""
    if value is None:
        return None
    try:
        near = float(value)
    except OverflowError:
        return None
    return near if near not in (float("inf"), float("-inf")) else None


# ------------------------------------------------------------------------------------------------ rows to records


class FactRow(Protocol):
    """The columns that `FACT_ROW` names."""

    @property
    def article_id(self) -> int:
        """Whose fact it is."""

    @property
    def kind(self) -> str:
        """As in its record."""

    @property
    def start(self) -> int:
        """Where it begins in the text of its article."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def record(self) -> str:
        """What it says beside these, as JSON."""


FACT_ROW = ("article_id", "kind", "start", "end", "record")
"""What a fact is read from; rows of so few columns are fetched in a third of the time."""


def head_of(row: models.Article, facts: Sequence[FactRow] = ()) -> ArchivedArticle:
    """The article of a row without lead, blocks and references, with the facts that are given."""
    return _archived(row, Article(row.number, row.category or None, row.headline, None, row.date), facts)


def article_of(row: models.Article, facts: Sequence[FactRow] = ()) -> ArchivedArticle:
    """The article of a row whose issue was fetched with it, with the facts that are given."""
    return _archived(row, wire.from_json(Article, row.record, where="archive"), facts)


def _archived(row: models.Article, article: Article, facts: Sequence[FactRow]) -> ArchivedArticle:
    stated = [fact_of(fact, row.text) for fact in facts]
    return ArchivedArticle(
        id=row.pk,
        series=row.issue.series or None,
        issue=row.issue.date,
        section=row.section,  # type: ignore[arg-type]
        section_title=row.section_title,
        place=row.place,
        article=article,
        text=row.text,
        facts=tuple(fact for fact in stated if not isinstance(fact, LedgerFact)),
        ledger=tuple(fact for fact in stated if isinstance(fact, LedgerFact)),
    )


def page_of(row: models.Page) -> PageText | None:
    """The page of a row; None where it has no article."""
    return replace(wire.from_json(PageText, row.record, where="archive"), text=row.text) if row.record else None


def issue_of(row: models.Issue) -> Issue:
    """The issue of a row, without its sections."""
    return wire.from_json(Issue, row.record, where="archive")


def fact_of(row: FactRow, text: str) -> Stated:
    """The fact of a row; `text` is that of its article. Raises CannotProceed for a row that tells none."""
    plain = {"kind": row.kind, "text": text[row.start : row.end], "start": row.start, "end": row.end}
    try:
        told = {**plain, **json.loads(row.record, parse_float=Decimal)}
        return cast("Stated", record_of(_KINDS.get(row.kind, Quantity), told))
    except (KeyError, TypeError, ValueError, ArithmeticError) as problem:
        raise CannotProceed(
            Message(f"archive: 읽을 수 없는 행입니다({problem}).", f"archive: a row that cannot be read ({problem})."),
            "archive-damaged",
        ) from problem


_KINDS = {
    "date": Period, "name": Name, "target": Target, "benefit": Benefit, "ranking": Ranking, "record": PerformanceRecord,
    "achievement": Achievement, "reached": Reached,
}  # fmt: skip
"""What a row is of; of any other kind it is a quantity."""
