"""Figures that stand right behind given words, wherever an article has these."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.records import Quantity


def called(
    sheet: Sheet, lines: Iterable[Passage], words: str, joint: re.Pattern[str], reach: int
) -> Iterator[Quantity]:
    """The next figure behind each place of these words, where `joint` is all between; it ends within `reach`."""
    for line in lines:
        at = line.text.find(words)
        while at >= 0:
            start = line.start + at + len(words)
            behind = next(iter(sheet.quantities_in(start, min(line.end, start + reach))), None)
            if behind is not None and joint.fullmatch(sheet.text[start : behind.start]):
                yield behind
            at = line.text.find(words, at + 1)
