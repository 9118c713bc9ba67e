"""Which blocks of an article a page may not part from what follows, and which tables it may not part at all."""

from __future__ import annotations

import math
from collections.abc import Sequence

from donghyang.publish.columns import Layout
from donghyang.publish.text import width
from donghyang.publish.view import PrintedArticle
from donghyang.records import Annotation, Block, Bullet, Figure, Table

WHOLE_TABLE = 13
"""Lines, the header's among them, of a table that no page parts: a list of ten with its head and a sum takes a third
of a page."""
WHOLE_ROW = 20
"""Rows of up to so many lines are not broken over pages."""
_FEW = 4
"""Blocks of a brief that no page parts."""
TOGETHER = 2
"""Rows of a longer table that stay together at either end of a page."""
_TALL = 4
"""Lines of a row that is not lost at the end of a page by itself."""


def kept(article: PrintedArticle) -> tuple[bool, ...]:
    """Of each block whether it stays on the page of what comes next.

    So a remark stays at its word, the last item of a list is not alone on a page, what leads to a table stands over it,
    what closes an article (sources, author) has a line of it above, and a brief of few lines is not parted.
    """
    blocks = [one.block for one in article.blocks]
    is_short = bool(article.source or article.source_url) and len(blocks) <= _FEW
    found = (is_short or _keeps(blocks, at) for at in range(len(blocks) - 1))
    return (*found, closes(article)) if blocks else ()


def closes(article: PrintedArticle) -> bool:
    """Whether anything stands behind the blocks of an article."""
    return bool(article.references or article.source or article.source_url or article.byline)


def _keeps(blocks: Sequence[Block], at: int) -> bool:
    block, after = blocks[at], blocks[at + 1]
    if isinstance(after, Annotation):
        return True
    if not isinstance(block, (Bullet, Annotation)):
        return False
    if isinstance(after, (Table, Figure)):
        return True
    if not isinstance(after, Bullet) or after.level == 1 or not _is_last(blocks, at + 1):
        return False
    # Over a table or picture the last item is not alone.
    return not isinstance(blocks[min(at + 2, len(blocks) - 1)], (Table, Figure))


def _is_last(blocks: Sequence[Block], at: int) -> bool:
    """Whether no item of its level or below follows the one at `at`."""
    own, below = blocks[at], next((one for one in blocks[at + 1 :] if not isinstance(one, Annotation)), None)
    return not (isinstance(own, Bullet) and isinstance(below, Bullet) and below.level >= own.level)


# ---------------------------------------------------------------------------------------------- tables


def lines_of(row: Sequence[str], plan: Layout) -> int:
    """Lines of a row, roughly."""
    lines = (
        sum(math.ceil(width(line) / limit + 0.1) for line in cell.split("\n"))
        for cell, limit in zip(row, plan.limits, strict=False)
    )
    return max(lines, default=1)


def opening(heights: list[int]) -> int:
    """Lines of the first rows that stay with their header; `heights` are those of all rows."""
    return sum(heights[: 1 if heights[:1] >= [_TALL] else TOGETHER])


def is_whole(header: Sequence[str], rows: Sequence[Sequence[str]], plan: Layout) -> bool:
    """Whether no page ends inside a table."""
    return sum(lines_of(row, plan) for row in ((header, *rows) if header else rows)) <= WHOLE_TABLE
