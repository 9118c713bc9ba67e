"""Of which place a figure is told that names none: the last one that its page has named, a region or the country."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from donghyang.draft.lexicon import ACTOR_KINDS
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
    names = {one.hanzi for one in places() if one.level in _LEVELS} - set(tables.words(__package__, "words_too"))
    regions = sorted(names | set(tables.words(__package__, "regions")), key=len, reverse=True)
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


_OF_ALL = tuple(tables.words(__package__, "amounts"))


def _is_of_all(word: Token) -> bool:
    """Is it a measure such as a statistical office keeps?"""
    return word.kind == "metric" or word.zh.endswith(_OF_ALL)
