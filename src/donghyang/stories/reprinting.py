"""Reprints with a memory: who had the text first, and what each copy added, cut or changed."""

from __future__ import annotations

from collections.abc import Sequence

from donghyang.records import Copy, PageText
from donghyang.stories.duplicates import changed_numbers, reprints
from donghyang.stories.wording import body


def copies(pages: Sequence[PageText]) -> tuple[Copy, ...]:
    """The pages of a story that carry the text of an earlier one, each with the earliest; () for no copy.

    `pages` stand in the order of their days; where a text is copied from a copy, the first page is the original.
    """
    if len(pages) < 2:
        return ()
    texts = [body(page.text) for page in pages]
    first: dict[int, int] = {}
    for pair in reprints(texts):
        first[pair.second] = min(first.get(pair.second, pair.second), first.get(pair.first, pair.first))
    return tuple(_copy(pages, texts, copy, original) for copy, original in sorted(first.items()))


def _told(figures: Sequence[str]) -> tuple[str, ...]:
    """The figures without days and numbers of documents: every copy has its own."""
    return tuple(figure for figure in figures if figure[-1] not in "年月日号时分")


def _copy(pages: Sequence[PageText], texts: Sequence[str], copy: int, original: int) -> Copy:
    return Copy(
        page=pages[copy].name,
        original=pages[original].name,
        added=_told(changed_numbers(texts[original], texts[copy])),
        lost=_told(changed_numbers(texts[copy], texts[original])),
        length=len(texts[copy]) - len(texts[original]),
    )
