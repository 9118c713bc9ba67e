"""Records to rows of the archive and back: the only place that knows both."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from decimal import Decimal
from typing import TYPE_CHECKING, cast

from donghyang import __version__, wire
from donghyang.archive import models
from donghyang.archive.reading import ReadArticle, ReadIssue
from donghyang.language.script import simplify
from donghyang.records import ArchivedArticle, Article, Fact, Issue, Name, Quantity, Target
from donghyang.report.cites import cites

if TYPE_CHECKING:
    from donghyang.language.terms import Term

_NO_TEXT = re.compile("[\x00\ud800-\udfff]")
"""What a database takes for no text: NUL, and halves of characters."""
_LONGEST = 600
"""Characters of a value that is looked up; PostgreSQL's index takes no longer rows (2 704 bytes)."""
_PLAIN = ("kind", "text", "start", "end")
"""What a fact's row says outside of its `record`."""


def text_of(text: str | None) -> str:
    """A text as the archive keeps it: of the same length, each sign that no database takes replaced."""
    return _NO_TEXT.sub("\ufffd", text) if text else ""


def key_of(text: str | None) -> str:
    """A text that is looked up, cut where it is longer than an index takes."""
    return text_of(text)[:_LONGEST]


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


def citation_rows(article: Article, row: models.Article) -> list[models.Citation]:
    """The addresses that an article cites, each once."""
    addresses = sorted({key_of(address) for address in cites(article).addresses})
    return [models.Citation(article=row, address=address) for address in addresses]


def fact_row(fact: Fact, row: models.Article, entities: dict[str, models.Entity]) -> models.Fact:
    """The row of a fact of an article; `entities` holds that of its name."""
    ledger = not isinstance(fact, Quantity | Name) and fact.kind != "date"
    name = entities[hanja_of(fact)] if isinstance(fact, Name) else None
    return models.Fact(
        article=row,
        kind=fact.kind,
        start=fact.start,
        end=fact.end,
        number=_number(getattr(fact, "value", None)),
        unit=key_of(getattr(fact, "unit", None)),
        ledger=ledger,
        who=key_of(fact.actor) if isinstance(fact, Target) else "",
        day=key_of(fact.deadline)[:10] if isinstance(fact, Target) else "",
        entity=name,
        record=_rest(fact),
    )


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


def _said(record: object) -> str:
    return text_of(wire.dumps(record, language=None))


def _rest(fact: Fact) -> str:
    """What the record says that neither its columns nor its defaults do."""
    told = ((part.name, getattr(fact, part.name), part.default) for part in fields(fact) if part.name not in _PLAIN)
    return _said({name: value for name, value, usual in told if value != usual})


def _number(value: object) -> float | None:
    """A value to sort by; None for what is none, or larger than a float holds."""
    if not isinstance(value, Decimal):
        return None
    try:
        near = float(value)
    except OverflowError:
        return None
    return near if near not in (float("inf"), float("-inf")) else None


# ------------------------------------------------------------------------------------------------ rows to records


def article_of(row: models.Article, facts: Sequence[models.Fact] = ()) -> ArchivedArticle:
    """The article of a row whose issue was fetched with it, with the facts that are given."""
    return ArchivedArticle(
        id=row.pk,
        series=row.issue.series or None,
        issue=row.issue.date,
        section=row.section,  # type: ignore[arg-type]
        section_title=row.section_title,
        place=row.place,
        article=wire.from_json(Article, row.record, where="archive"),
        text=row.text,
        facts=tuple(fact_of(fact, row.text) for fact in facts),
    )


def issue_of(row: models.Issue) -> Issue:
    """The issue of a row, without its sections."""
    return wire.from_json(Issue, row.record, where="archive")


def fact_of(row: models.Fact, text: str) -> Fact:
    """The fact of a row; `text` is that of its article."""
    plain = {"kind": row.kind, "text": text[row.start : row.end], "start": row.start, "end": row.end}
    told = {**json.loads(row.record, parse_float=Decimal), **plain}
    return wire.from_json(cast("type[Fact]", Fact), wire.dumps(told), where="archive")
