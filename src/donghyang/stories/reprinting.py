"""Reprints with a memory: who had the text first, and what each copy added, cut or changed."""

from __future__ import annotations

from collections.abc import Sequence

from donghyang.records import Copy
from donghyang.stories.duplicates import changed_numbers, reprints


def copies(pages: Sequence[tuple[str, str]]) -> tuple[Copy, ...]:
    """The pages of a story that carry the text of an earlier one, each with the earliest; () for no copy.

    `pages` are names and bodies in normal form, in the order in which they had the text; where a text is copied from
    a copy, the first page is the original.
    """
    if len(pages) < 2:
        return ()
    first: dict[int, int] = {}
    for pair in reprints([text for _, text in pages]):
        first[pair.second] = min(first.get(pair.second, pair.second), first.get(pair.first, pair.first))
    return tuple(_copy(pages[copy], pages[original]) for copy, original in sorted(first.items()))


def _told(figures: Sequence[str]) -> tuple[str, ...]:
    """The figures without days and numbers of documents: every copy has its own."""
    return tuple(figure for figure in figures if figure[-1] not in "年月日号时分")


def _copy(copy: tuple[str, str], original: tuple[str, str]) -> Copy:
    return Copy(
        page=copy[0],
        original=original[0],
        added=_told(changed_numbers(original[1], copy[1])),
        lost=_told(changed_numbers(copy[1], original[1])),
        length=len(copy[1]) - len(original[1]),
    )
