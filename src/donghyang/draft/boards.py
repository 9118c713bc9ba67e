"""Tables below an article's bullets, as the house format holds them, each with its source as a remark."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from donghyang.draft.holding import holds, one_line, plain_line
from donghyang.records import Block, Doubt, Evidence, Message, Remark, Table
from donghyang.report.grammar import is_open, opened

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from donghyang.draft.writer import Written
    from donghyang.records import PageText, SectionKind

MOST_TABLES = 8
"""Tables of an article."""


@dataclass(frozen=True, slots=True)
class Board:
    """A table of the draft, the place on its page, and what an editor has to know of it."""

    table: Table
    remark: str
    page: PageText
    span: tuple[int, int]
    """Where it stands in the page's text."""
    doubts: tuple[Message, ...] = ()


def with_boards(item: Written, section: SectionKind, boards: Sequence[Board], date: dt.date, more: int = 0) -> Written:
    """The article with tables below its bullets, each with its source as a remark; those left out are a doubt.

    `more`: how many tables its pages have besides.
    """
    blocks: list[Block] = list(item.article.blocks)
    evidence, doubts = list(item.evidence), list(item.doubts)
    number = item.article.number or 0
    shown, left = 0, more
    for board in boards:
        table = _held(board.table, date) if shown < MOST_TABLES else None
        if table is None:
            left += 1
            blocks.append(Remark(one_line(f"싣지 않은 표: {board.remark}")))
            continue
        shown += 1
        at = len(blocks)
        blocks += [table, Remark(one_line(board.remark))]
        quote = _first_line(board)
        span = (board.span[0], board.span[0] + len(quote))
        evidence.append(Evidence(section, number, at, (0, len(table.caption or "")), board.page.name, span, quote))
        doubts += [Doubt(section, number, at, message) for message in board.doubts]
    if left:
        told = Message(
            f"표 {left}개를 싣지 않았습니다. 원문에 있습니다.", f"{left} tables are left out: see the pages."
        )
        doubts.append(Doubt(section, number, None, told))
    article = replace(item.article, blocks=tuple(blocks))
    return replace(item, article=article, evidence=tuple(evidence), doubts=tuple(doubts))


def _first_line(board: Board) -> str:
    return board.page.text[slice(*board.span)].split("\n")[0]


def _held(table: Table, date: dt.date) -> Table | None:
    """The table as the format holds it, its words as they are or plain; None where it holds neither."""
    return next((form for form in _forms(table) if holds((form,), date)), None)


def _forms(table: Table) -> Iterator[Table]:
    yield table
    for words in (one_line, _plain):
        yield Table(
            words(table.caption or "") or None,
            tuple(map(words, table.header)),
            tuple(tuple(map(words, row)) for row in table.rows),
        )


def _plain(text: str) -> str:
    """Words without markup and signs; an open cell stays open."""
    still = is_open(text)
    words = plain_line(re.sub(r"[•〈〉《》<>#|\\`*_\[\]※☑☞▶]", " ", text.removeprefix("??")))
    return opened(words) if still and words else words
