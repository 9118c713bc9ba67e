"""Pages that hold several news items one below the other, each with a headline of its own."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from donghyang.draft.news import overlap
from donghyang.draft.plan_pages import is_plan_title
from donghyang.draft.work_reports import is_work_report

_LINE = re.compile("[^\n]+")
_HEADLINE = re.compile(
    "(?![（(第]|[一二三四五六七八九十]{1,3}、|[^，。]{0,12}(?:主席|总理|省长|市长|主任) )[^。！？：:；，,、\n]{8,40}"
)
"""A line without a stop, which is no date, no number of a chapter and no speaker's name."""
_LONGEST = 6_000
"""Characters of a page of news items: what is longer is a paper."""
_TOLD_BELOW, _TOLD_ABOVE = 0.5, 0.4
"""The share of its words that the paragraph below a headline says at least; and what stands above it, at most."""


@lru_cache(maxsize=16)
def other_items(text: str, title: str) -> tuple[tuple[int, str], ...]:
    """Where the second and later items of a page begin, with their headlines; () for a page of one item.

    What a line heads says it again, and what stands above it does not; a line that the page's own title names is none,
    nor are those of plans and reports. () too where the title is that of a later item.
    """
    if len(text) > _LONGEST or is_plan_title(title) or is_work_report(title):
        return ()
    lines = [
        (one.start(), one.group().strip(" \u3000")) for one in _LINE.finditer(text) if one.group().strip(" \u3000")
    ]
    found: list[tuple[int, str]] = []
    above = ""
    for (at, line), (_, below) in pairwise(lines):
        if above and "。" in below and _HEADLINE.fullmatch(line) and _heads(line, above, below, title):
            found.append((at, line))
        above += line
    if found and any(overlap(line, title) > overlap(lines[0][1], title) for _, line in found):
        return ()
    return tuple(found)


def _heads(line: str, above: str, below: str, title: str) -> bool:
    named = overlap(title, line) >= _TOLD_BELOW
    return not named and overlap(below, line) >= _TOLD_BELOW and overlap(above, line) < _TOLD_ABOVE
