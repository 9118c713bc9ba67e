"""The draft as a worksheet: under every line stands its source as a remark."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from donghyang.draft.holding import one_line, plain_line
from donghyang.records import Remark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from donghyang.draft.writer import Written
    from donghyang.records import Block, Evidence


def with_sources(item: Written, title: str, page: str) -> Written:
    """The article with its source under every line as a remark: its title's page, and for lead and blocks the sentence.

    The places of evidence and doubts move with their blocks.
    """
    by_block: dict[int | None, list[Evidence]] = {}
    for one in item.evidence:
        by_block.setdefault(one.block, []).append(one)
    blocks: list[Block] = [*_remarks(by_block.get(None, ()))]
    places: dict[int | None, int | None] = {None: None}
    for at, block in enumerate(item.article.blocks):
        places[at] = len(blocks)
        # A table brings the remark on its source along.
        blocks += [block, *([] if block.type == "table" else _remarks(by_block.get(at, ())))]
    above = (one_line(f"{page}: {plain_line(title)}"),) if plain_line(title) else ()
    return replace(
        item,
        article=replace(item.article, blocks=tuple(blocks), above=above),
        evidence=tuple(replace(one, block=places[one.block]) for one in item.evidence),
        doubts=tuple(replace(one, block=places[one.block]) for one in item.doubts),
    )


def _remarks(evidence: Iterable[Evidence]) -> list[Remark]:
    return [Remark(one_line(f"{one.page}: {one.quote}")) for one in evidence if one.quote.strip()]
