"""Of which place a sentence is told that names none: the last one that its page has named, one of several, or none."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from donghyang.draft.doing import AMOUNTS
from donghyang.draft.lexicon import ACTOR_KINDS
from donghyang.draft.proper import WORDS_TOO
from donghyang.draft.tokens import tokens
from donghyang.language import tables
from donghyang.language.gazetteer import places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.reading import Reader, Token

_BACK = 1200
"""Characters in front of a figure in which its place may be named."""
_LEVELS = frozenset({"municipality", "province", "city", "prefecture"})


@cache
def _scopes() -> re.Pattern[str]:
    names = {one.hanzi for one in places() if one.level in _LEVELS} - WORDS_TOO
    others = (*tables.words(__package__, "regions"), *tables.words(__package__, "parts_of_provinces"))
    regions = sorted(names.union(others), key=len, reverse=True)
    return re.compile(
        f"(?P<country>{tables.either(__package__, 'countrywide')})|(?P<region>{'|'.join(map(re.escape, regions))})"
    )


def is_regions(page: Reader, words: Sequence[Token]) -> bool:
    """人工智能产业规模超过2200亿元 on a page of a province: is it a measure of a region that another sentence names?"""
    subject = [word for word in words if word.has("noun")]
    named = any(word.kind in ACTOR_KINDS or word.has("plan") for word in subject)
    if not subject or named or not any(map(_is_of_all, words)):
        return False
    at = words[0].start
    found = None
    for found in _scopes().finditer(page.folded, max(0, at - _BACK), at):  # noqa: B007 - the last one counts
        pass
    return found is not None and found["region"] is not None


def _is_of_all(word: Token) -> bool:
    """Is it a measure such as a statistical office keeps?"""
    return word.kind == "metric" or word.zh.endswith(AMOUNTS)


_WHOLE = re.compile(
    "(?:占|居|列|高于|低于|高出|快于)(?:了)?(?:全国|全省)|(?:全国|全省)(?:的?[\\d.]+%|的?比重|第[一二三四五六七八九十])"
)


def of_a_part(page: Reader, start: int, end: int) -> bool:
    """其中，出口占全国的三成: is it a figure of a region that another sentence names?"""
    if not _WHOLE.search(page.folded, start, end):
        return False
    words = tokens(page, start, end)
    return not any((word.kind == "place" and word.zh[0] != "全") or word.zh.startswith(_OF_CHINA) for word in words)


_OF_CHINA = ("中国", "国家")
"""What names of bodies begin with whose figures are the country's own."""
_ALL_OF_IT = re.compile("全省|全自治区|该省")


@cache
def _provinces() -> re.Pattern[str]:
    return re.compile("|".join(one.hanzi for one in places() if one.level in ("province", "municipality")))


def of_one_of_two(page: Reader, start: int, end: int) -> bool:
    """重庆、四川加快建设…。全省增长甲: is a figure one province's where the page speaks of two?"""
    if not _ALL_OF_IT.search(page.folded, start, end) or _provinces().search(page.folded, start, end):
        return False
    return len(set(_provinces().findall(page.folded, max(0, start - _BACK), start))) > 1


@lru_cache(maxsize=4)
def _opens_with_several(folded: str) -> bool:
    """Does a page name more than one province in its first sentence?"""
    return len(set(_provinces().findall(folded, 0, folded.find("。")))) > 1


_NATIONWIDE = re.compile("全国|我国|中国|国家|全球|世界|国务院|中央|国际")


def of_one_of_those(page: Reader, start: int, end: int) -> bool:
    """山东、海南…。超级工厂下半年建成: of which of the provinces that its page opens with is it told?"""
    if page.is_first(start) or not _opens_with_several(page.folded):
        return False
    named = _NATIONWIDE.search(page.folded, start, end)
    return not (named or any(word.kind == "place" for word in tokens(page, start, end)))
