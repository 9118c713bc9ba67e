"""The tables of a story's pages as tables of the house, below the article's bullets: nothing of them is lost."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from donghyang.draft.cells import Cells
from donghyang.draft.grids import page_tables
from donghyang.draft.holding import holds, one_line, plain_line
from donghyang.records import Block, Doubt, Evidence, Message, Remark, Table
from donghyang.report.grammar import is_open, opened

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from donghyang.draft.grids import PageTable
    from donghyang.draft.writer import Written
    from donghyang.language.terms import Termbase
    from donghyang.records import PageText, SectionKind

MOST_ROWS = 30
"""Rows of a table that are carried over: a page of the print."""
MOST_COLUMNS = 12
"""Columns of a table that a page of the print holds."""
MOST_TABLES = 6
"""Tables of an article."""
_LONGEST_SOURCE = 1500
"""Characters of a table's source that its remark says."""
_NAME = re.compile(r"[가-힣A-Za-z]+\([\u4e00-\u9fff]{2,}\)")


@dataclass(frozen=True, slots=True)
class Board:
    """A table of the draft, the place on its page, and what an editor has to know of it."""

    table: Table
    remark: str
    page: PageText
    span: tuple[int, int]
    """Where it stands in the page's text."""
    doubts: tuple[Message, ...] = ()


def tabled(item: Written, section: SectionKind, pages: Sequence[PageText], terms: Termbase, date: dt.date) -> Written:
    """The article with the tables of its pages below its bullets; unchanged where there are none."""
    boards = boards_of(pages, terms, date)
    return with_boards(item, section, boards, date) if boards else item


def with_boards(item: Written, section: SectionKind, boards: Sequence[Board], date: dt.date) -> Written:
    """The article with tables below its bullets, each with its source as a remark; what it cannot hold is a doubt."""
    blocks: list[Block] = list(item.article.blocks)
    evidence, doubts = list(item.evidence), list(item.doubts)
    number = item.article.number or 0
    shown = 0
    for board in boards:
        table = _held(board.table, date) if shown < MOST_TABLES else None
        if table is None:
            blocks.append(Remark(one_line(f"싣지 않은 표: {board.remark}")))
            told = Message(f"싣지 않은 표가 있습니다: {board.remark[:80]}", f"a table is left out: {board.remark[:80]}")
            doubts.append(Doubt(section, number, None, told))
            continue
        shown += 1
        at = len(blocks)
        blocks += [table, Remark(one_line(board.remark))]
        quote = _first_line(board)
        span = (board.span[0], board.span[0] + len(quote))
        evidence.append(Evidence(section, number, at, (0, len(table.caption or "")), board.page.name, span, quote))
        doubts += [Doubt(section, number, at, message) for message in board.doubts]
    article = replace(item.article, blocks=tuple(blocks))
    return replace(item, article=article, evidence=tuple(evidence), doubts=tuple(doubts))


def boards_of(pages: Sequence[PageText], terms: Termbase, date: dt.date) -> list[Board]:
    """The tables of data of the pages of a story; one that a reprint repeats once."""
    found: list[Board] = []
    known: set[tuple[tuple[str, ...], ...]] = set()
    for page in pages:
        cells = Cells(terms, page.date or date)
        tables = page_tables(page)
        for one in tables:
            if one.rows not in known:
                known.add(one.rows)
                found.append(_board(page, one, len(tables), cells))
    return found


def _board(page: PageText, one: PageTable, of: int, cells: Cells) -> Board:
    rows = one.rows[:MOST_ROWS]
    wide = range(min(len(one.heads), MOST_COLUMNS))
    header = tuple(_head(cells, one, column) for column in wide)
    said = tuple(tuple(cells.cell(row[column], _above(one, column)) for column in wide) for row in rows)
    table = Table(_caption(cells, one), header, said)
    counts, doubts = _left(one)
    names = len({name for row in said for cell in row if not is_open(cell) for name in _NAME.findall(cell)})
    if names:
        ko = f"표에 용어집에 없는 이름이 {names}개 있습니다. 표기를 확인하십시오."
        doubts.append(Message(ko, f"{names} names of this table are not in the termbase: check them."))
    place = f"{page.name}, 표 {one.number}/{of}{counts}"
    return Board(table, f"{place}: {_source(page, one)}", page, one.span, tuple(doubts))


def _head(cells: Cells, one: PageTable, column: int) -> str:
    """The head of a column, that of its group in front of it; the unit of either stands behind both."""
    group, own = one.heads[column]
    below = [row[column] for row in one.rows]
    if not group:
        return cells.head(own, below)
    said = [cells.head(group), cells.head(own, below)]
    if any(map(is_open, said)) or not all(said):
        return opened(" ".join(part.removeprefix("??").strip() for part in said if part))
    unit = re.search(r"\([^()]*\)$", said[0])
    front = said[0][: unit.start()] if unit else said[0]
    return f"{front} {said[1]}{unit.group() if unit else ''}"


def _above(one: PageTable, column: int) -> str:
    return one.heads[column][1] or one.heads[column][0]


def _caption(cells: Cells, one: PageTable) -> str:
    """What the table is called, with the unit of its figures; open where it has no Korean or no name at all."""
    unit = cells.unit(one.unit) or (cells.item(one.unit) if one.unit else "")
    behind = f" (단위: {unit or one.unit})" if one.unit else ""
    said = cells.head(one.caption) if one.caption else opened(f"표 {one.number} 제목")
    if unit or not one.unit or is_open(said):
        return said + behind
    return opened(said + behind)


def _left(one: PageTable) -> tuple[str, list[Message]]:
    """What is not carried over, for the remark and as doubts."""
    told, doubts = "", []
    if len(one.rows) > MOST_ROWS:
        left = len(one.rows) - MOST_ROWS
        told += f" ({len(one.rows)}행 중 {left}행 생략)"
        ko = f"표 {one.number}의 {len(one.rows)}행 중 앞의 {MOST_ROWS}행만 옮겼습니다. 나머지는 원문에 있습니다."
        doubts.append(Message(ko, f"the first {MOST_ROWS} of {len(one.rows)} rows of table {one.number} are shown."))
    if len(one.heads) > MOST_COLUMNS:
        left = len(one.heads) - MOST_COLUMNS
        told += f" ({len(one.heads)}열 중 {left}열 생략)"
        ko = f"표 {one.number}의 {len(one.heads)}열 중 앞의 {MOST_COLUMNS}열만 옮겼습니다."
        doubts.append(Message(ko, f"the first {MOST_COLUMNS} of {len(one.heads)} columns are shown."))
    return told, doubts


def _source(page: PageText, one: PageTable) -> str:
    """The table's words on the page, row by row; where they are not found in one piece, those that were read."""
    if one.span[1]:
        rows = page.text[slice(*one.span)].split("\n")
    else:
        rows = ["\t".join(own for _, own in one.heads), *("\t".join(row) for row in one.rows)]
    words = " / ".join(" | ".join(cell.strip() for cell in row.split("\t")) for row in rows if row.strip())
    return words if len(words) <= _LONGEST_SOURCE else f"{words[:_LONGEST_SOURCE]}… (이하 원문)"


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
