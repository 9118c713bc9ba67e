"""An issue without what is not printed: remarks never are, lines still to be written only in a draft."""

from __future__ import annotations

from dataclasses import replace

from donghyang.records import (
    Annotation,
    Article,
    Block,
    Bullet,
    Figure,
    Heading,
    Issue,
    Note,
    Open,
    Remark,
    Table,
    Unplaced,
)
from donghyang.report.grammar import is_open, opened, remark_of

_NOTE = "※ 참고"
"""The title of a box whose own is still to be written."""


def told(block: Block) -> Block | None:
    """A block as a draft prints it, an open line with its sign; None for a remark."""
    if isinstance(block, Open):
        text = opened(block.text)
        return Bullet(block.level, text, span=block.span) if block.level else Unplaced(text, span=block.span)
    return None if isinstance(block, Remark) else block


def finished(issue: Issue) -> Issue:
    """The issue as it is printed at last: without remarks, and without what is still to be written.

    What an open line leaves empty is None or ""; figures without picture, caption and source are gone.
    """
    return replace(
        issue,
        front=_lines(issue.front),
        contents=tuple(entry for entry in issue.contents if not is_open(entry.headline)),
        summary=_lines(issue.summary),
        sections=tuple(replace(part, articles=tuple(map(_article, part.articles))) for part in issue.sections),
        back=_lines(issue.back),
    )


def _lines(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line for line in lines if remark_of(line) is None and not is_open(line))


def _article(article: Article) -> Article:
    is_led = article.lead is None or not is_open(article.lead)
    return replace(
        article,
        headline="" if is_open(article.headline) else article.headline,
        lead=article.lead if is_led else None,
        date=article.date if is_led else None,
        blocks=tuple(block for one in article.blocks if (block := _block(one)) is not None),
    )


def _block(block: Block) -> Block | None:
    if isinstance(block, (Remark, Open)):
        return None
    if isinstance(block, (Bullet, Annotation, Heading, Unplaced)):
        return None if is_open(block.text) else block
    if isinstance(block, Table):
        rows = tuple(tuple(map(_cell, row)) for row in block.rows)
        return replace(block, caption=_or_none(block.caption), header=tuple(map(_cell, block.header)), rows=rows)
    if isinstance(block, Note):
        title = _NOTE if is_open(block.title) else block.title
        return replace(block, title=title, items=_lines(block.items))
    assert isinstance(block, Figure)
    caption = _or_none(block.caption)
    return replace(block, caption=caption) if caption or block.image or block.source else None


def _or_none(text: str | None) -> str | None:
    return None if text is None or is_open(text) else text


def _cell(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if not is_open(line))
