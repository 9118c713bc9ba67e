"""Which of its senses a Chinese word has, by the words beside it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from donghyang.draft.lexicon import shipped
from donghyang.language import tables
from donghyang.language.script import in_folded

if TYPE_CHECKING:
    from donghyang.draft.lexicon import Role, Word
    from donghyang.draft.reading import Reader

_NEAR = 18
"""Characters in front that may decide."""
_FAR = 12
_REGION, _ALL_REGION = "全区", "자치구 전역"
_NEW_AREA, _AUTONOMOUS = "新区", "自治区"
_AUTONOMOUS_REGIONS = tables.words(__package__, "autonomous_regions")


@cache
def _rows() -> dict[str, list[tuple[str, re.Pattern[str], re.Pattern[str]]]]:
    found: dict[str, list[tuple[str, re.Pattern[str], re.Pattern[str]]]] = {}
    for chinese, korean, *near in tables.read(__package__, "senses.tsv"):
        before, behind = (*near, "", "")[:2]
        found.setdefault(chinese, []).append((korean, in_folded(before), in_folded(behind)))
    return found


def in_its_sense(page: Reader, at: int, word: Word) -> Word:
    """The word as its neighbours show it; without its noun where none of them decides.

    A word that the newsroom's own termbase writes otherwise than the one that ships is the newsroom's to decide.
    """
    length, roles, kind = word
    chinese = page.folded[at : at + length]
    rows = _rows().get(chinese)
    if rows is None or _own(page, chinese, roles.get("noun")):
        return word
    before = page.folded[max(0, at - _NEAR) : at].rpartition("\n")[2]
    behind = page.folded[at + length : at + length + _FAR].partition("\n")[0]
    korean = next((ko for ko, front, back in rows if front.search(before) and back.match(behind)), "-")
    if chinese == _REGION and _is_of_autonomous_region(page.folded):
        # 全区 on the page of an autonomous region, which has no districts of that name.
        korean = _ALL_REGION
    if korean == "!":
        return length, {}, None
    others: dict[Role, str] = {role: ko for role, ko in roles.items() if role != "noun"}
    if korean == "-":
        return length, others, None
    if "noun" not in roles:
        return word
    others["noun"] = korean
    return length, others, kind


@lru_cache(maxsize=16)
def _is_of_autonomous_region(folded: str) -> bool:
    """Does a page name an autonomous region, and no new area such as 雄安新区, whose 全区 it may be?"""
    if _AUTONOMOUS in folded:
        return True
    return _NEW_AREA not in folded and any(name in folded for name in _AUTONOMOUS_REGIONS)


def _own(page: Reader, chinese: str, korean: str | None) -> bool:
    term, known = page.terms.get(chinese), shipped().get(chinese)
    return term is not None and term.korean == korean and (known is None or known.korean != korean)
