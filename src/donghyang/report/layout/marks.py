"""Signs of footnotes and days in square brackets -> those of the house.

A footnote's sign is one of those that stand behind words and open the line that explains them (전지†, † 전기를 …).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from donghyang.language.patterns import lazily
from donghyang.report.grammar import ends_with_day
from donghyang.report.layout.openers import Opener, opener_of
from donghyang.report.layout.pages import Item

_BEHIND = r"(?<=[가-힣一-鿿A-Za-z0-9)’”」』])%s(?![\w%%])"
_SQUARE = lazily(r"(?<!\s)\s*+[\[［〔](?P<in>[^\[\]［］〔〕]{3,16})[\]］〕]$")
_LEAST_BEHIND = 2
"""Words with the sign, in the whole report."""


def rounded(items: Sequence[Item]) -> list[Item]:
    """The items, of which those that end with a day in square brackets have it in round ones."""
    return [_rounded(item) for item in items]


def _rounded(item: Item) -> Item:
    found = _SQUARE.search(item.line.text) if item.line.grid is None else None
    if found is None or not ends_with_day(f"({found['in']})"):
        return item
    line = replace(item.line, text=f"{item.line.text[: found.start()]} ({found['in']})")
    return replace(item, line=line, opener=opener_of(line))


def annotated(items: Sequence[Item]) -> list[Item]:
    """The items, of which those that a footnote's sign opens are annotations."""
    signs = {item.key for item in items if len(item.key) == 1 and not item.key.isalnum() and item.line.role is None}
    counted = [sign for sign in signs if _stands_behind(sign, items)]
    return [_annotation(item) if item.key in counted and not item.opener.counts else item for item in items]


def _stands_behind(sign: str, items: Sequence[Item]) -> bool:
    behind = re.compile(_BEHIND % re.escape(sign))
    marked = sum(behind.search(item.words) is not None for item in items if item.key != "table")
    return marked >= _LEAST_BEHIND


def _annotation(item: Item) -> Item:
    line = replace(item.line, text=item.words, marker="*", role="annotation")
    return replace(item, line=line, opener=Opener("*", None, item.words))
