"""The draft as a worksheet: under every line stands its source as a remark."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from donghyang.draft.holding import one_line, plain_line
from donghyang.language.nearness import pair_ratio
from donghyang.records import Annotation, Bullet, Figure, Heading, Note, Open, Remark, Table, Unplaced
from donghyang.report.grammar import is_open, opened, remark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from donghyang.draft.writer import Written
    from donghyang.records import Block, Evidence


def with_sources(item: Written, title: str, page: str) -> Written:
    """The article with its source under every line as a remark: its title's page, and for lead and blocks the sentence.

    The places of evidence and doubts move with their blocks.
    """
    texts: dict[int | None, str] = {at: words_of(block) for at, block in enumerate(item.article.blocks)}
    texts[None] = item.article.lead or ""
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
        evidence=tuple(replace(one, block=places[one.block], text=texts.get(one.block, "")) for one in item.evidence),
        doubts=tuple(replace(one, block=places[one.block]) for one in item.doubts),
    )


def words_of(block: Block) -> str:
    """What a block says, its rows and items one a line; what is still to be written with its sign; "" for a remark."""
    if isinstance(block, Open):
        return opened(block.text)
    if isinstance(block, (Bullet, Annotation, Heading, Unplaced)):
        return block.text
    if isinstance(block, Table):
        return "\n".join([block.caption or "", *("\t".join(row) for row in (block.header, *block.rows))])
    if isinstance(block, Note):
        return "\n".join((block.title, *block.items))
    return (block.caption or "") if isinstance(block, Figure) else ""


def summarised(item: Written, paragraph: str) -> list[str]:
    """The article's paragraph of the summary, and as remarks below it its title and the sentences it rests on.

    They are those of the lines that the paragraph's sentences repeat. [] for no paragraph.
    """
    if not paragraph:
        return []
    rows = [one for one in item.evidence if one.text and not is_open(one.text)]
    told: list[str] = [*item.article.above]
    for sentence in paragraph.split("다. "):
        best = max(rows, key=lambda one: pair_ratio(one.text, sentence), default=None)
        if best is not None and pair_ratio(best.text, sentence) >= _REPEATED:
            told.append(one_line(f"{best.page}: {best.quote}"))
    return [paragraph, *(remark(words) for words in dict.fromkeys(told))]


_REPEATED = 0.5
"""How alike a sentence of the summary is to the line it repeats with another ending, at least."""


def _remarks(evidence: Iterable[Evidence]) -> list[Remark]:
    return [Remark(one_line(f"{one.page}: {one.quote}")) for one in evidence if one.quote.strip()]
