"""Pages that are plans themselves, and where the demands of a plan begin."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from donghyang.language import tables
from donghyang.language.script import fold

if TYPE_CHECKING:
    from donghyang.draft.reading import Reader

_NUMBERED = re.compile(
    r"^[ \u3000]*(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、]\D)", re.M
)
_PLAN = re.compile(tables.either(__package__, "plan_words"))
_DECLARED = 60
"""Characters behind a section's number that are its heading."""


_PLAN_TITLE = re.compile(
    r"(?:规划|计划|方案|意见|纲要|措施|办法)》?(?:[（(][^（）()]*[）)]》?)?(?:的(?:通知|公告|通告))?$"
)
_REPORTED = re.compile("(?:印发|发布|出台|公布)(?!.*通知$|.*公告$|.*通告$)")


def is_plan_title(title: str | None) -> bool:
    """Is the page, by its title, the plan itself and not a report of its publication?"""
    plain = fold(title or "").strip()
    return bool(_PLAN_TITLE.search(plain)) and not _REPORTED.search(plain)


def demands_from(page: Reader) -> int:
    """Where the numbered sections of a plan begin; the text's length when the page is no plan.

    A page counts as one when a plan's words stand in its numbered lines, or above two of them.
    """
    found = list(_NUMBERED.finditer(page.text))
    if not found:
        return len(page.text)
    first = found[0].start()
    headings = "".join(page.text[one.start() : one.start() + _DECLARED].split("\n")[0] for one in found)
    known = _PLAN.search(fold(headings)) or (len(found) > 1 and _PLAN.search(fold(page.text[:first])))
    return first if known else len(page.text)


_HEADING = re.compile(r"^(?P<words>[^。；\n]{2,48})$", re.M)
_LOOKS_BACK = re.compile(rf"{tables.either(__package__, 'reviewed')}|过去[一二三四五六七八九十\d]*年")
_LOOKS_AHEAD = re.compile(tables.either(__package__, "foreseen"))


def reviews(heading: str) -> bool:
    """Does a heading announce what has been done (过去五年工作回顾), and nothing that is to be?"""
    return is_review(fold(heading))


def is_review(folded: str) -> bool:
    """The same of a heading that is folded already."""
    return bool(_LOOKS_BACK.search(folded)) and not _LOOKS_AHEAD.search(folded)


def turns_at(folded: str) -> bool:
    """Does a heading, folded already, announce what has been done or what is to be?"""
    return bool(_LOOKS_BACK.search(folded) or _LOOKS_AHEAD.search(folded))


_OF_CHAPTER = re.compile(r"[ \u3000]*[一二三四五六七八九十]{1,3}、")
_SECTION = re.compile(r"[ \u3000]*[（(][一二三四五六七八九十]{1,3}[）)]")
"""（一）圆满完成任务 under 一、工作回顾: what a section's head says does not turn its chapter."""


@lru_cache(maxsize=4)
def _turns(folded: str) -> tuple[tuple[int, bool], ...]:
    """Where the headings of a page turn back or ahead: (place, does what follows review the past?)."""
    turns: list[tuple[int, bool]] = []
    chapter = False
    for found in _HEADING.finditer(folded):
        words = found["words"]
        if _SECTION.match(words) and chapter:
            continue
        chapter = chapter or _OF_CHAPTER.match(words) is not None
        if turns_at(words):
            turns.append((found.start(), not _LOOKS_AHEAD.search(words) or bool(_DID.search(words))))
    return tuple(turns)


_DID = re.compile("[做抓办]了|(?:开展|完成|取得)了")
"""一年来，按照部署要求，主要做了以下工作：what a line with such words opens has been done, whatever else it names."""


def reviews_at(page: Reader, at: int) -> bool:
    """Does the page, at this place, review a time that is past and that its own day does not name?"""
    turns = _turns(page.folded)
    last = bisect_right(turns, (at, True)) - 1
    return last >= 0 and turns[last][1]
