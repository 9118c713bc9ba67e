"""Sentences of which another one says of what or at what, or by when they are meant."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from donghyang.draft.figures import held_against, is_deadline, period_ko
from donghyang.draft.heard import GOES_ON
from donghyang.draft.shapes import Clause
from donghyang.language import tables
from donghyang.records import Period, Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.reading import Reader, Token

_BUILT = frozenset(tables.words(__package__, "built"))
_MEETS = frozenset({"参会", "与会", "到会", "参展", "参加会议", "参加活动"})
_MEETING_NAMED = re.compile("[会展坛节]")


def names_nothing(page: Reader, words: Sequence[Token]) -> bool:
    """完成建设146万亩, 300名嘉宾参会: does a clause not say of what, or at what?"""
    if words[-1].zh in _MEETS:
        goes_on = page.folded[words[-1].end : words[-1].end + 1] in GOES_ON
        return goes_on and not any(_MEETING_NAMED.search(word.zh) for word in words[:-1])
    counted = [at for at, word in enumerate(words) if isinstance(word.fact, Quantity)]
    if len(counted) != 1 or counted[0] != len(words) - 1 or words[-1].fact is None:
        return False
    kind = words[-1].fact.kind if isinstance(words[-1].fact, Quantity) else ""
    before = [word for word in words[:-1] if not word.has("adv", "level", "drop") or word.zh in _BUILT]
    deeds = 0
    while before and before[-1].zh in _BUILT:
        before.pop()
        deeds += 1
    if not deeds or kind not in ("count", "measure"):
        return False
    return all(_is_bare(word) for word in before)


def _is_bare(word: Token) -> bool:
    """Is it a place, a date or a way, and nothing that is built?"""
    whose = word.kind == "place" or word.zh.startswith("该") or word.zh in _EVERYWHERE
    return whose or word.has("date", "modal", "adv", "drop")


_EVERYWHERE = frozenset({"各地", "全国", "全省", "全市", "当地", "我国"})


def aim_standing(page: Reader, at: int) -> Clause | None:
    """The date to be met that governs the paragraph up to `at`: 到2025年，甲…；乙…。丙…"""
    start = page.text.rfind("\n", 0, at) + 1
    before = page.dates[bisect_left(page.dates, start) : bisect_left(page.dates, at)]
    place = next((place for place in reversed(before) if not held_against(page.text, place)), None)
    last = page.facts[place] if place is not None else None
    if not isinstance(last, Period) or not is_deadline(last, page.text[max(0, last.start - 3) : last.start]):
        return None
    date = period_ko(last, page.date)
    if not date or (page.date and (last.high or last.value or "")[:4] < str(page.date.year)):
        return None
    return Clause("", "", "setting", date=date, deadline=True, mood="goal")
