"""Does a word found in a Chinese text begin and end where words do?"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from donghyang.draft.lexicon import word_at
from donghyang.language import tables
from donghyang.language.gazetteer import written
from donghyang.language.numeral import LARGE_ZH
from donghyang.language.script import is_han
from donghyang.language.segments import words
from donghyang.records import Period

if TYPE_CHECKING:
    from donghyang.draft.reading import Reader
    from donghyang.language.terms import Termbase
    from donghyang.records import Quantity, Span

_NUMBERED = re.compile(r"[一二三四五六七八九十百]{1,4}[号期次届]?|[省市县区州]")
_FULL_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d年$")
_LOOSE = frozenset(tables.words(__package__, "loose"))
_LONGEST = 8
"""Characters of a word of the cutter beyond which it is a run of words."""


def across(page: Reader, start: int, end: int) -> Span | None:
    """The word that `page.text[start:end]` cuts in two, or whose mere part it is; None where its borders are borders.

    新 of 新乡, 明天 of 探明天然气, 大气 of 大气田. Without a cutter the words of the tables are asked, and the doubt
    goes against the shorter word.
    """
    cut = _cut(page.folded)
    if cut is None:
        return _across_known(page, start, end)
    return next((word for word in _around(cut, start, end) if not _whole(page, word, start, end)), None)


@lru_cache(maxsize=16)
def _cut(folded: str) -> tuple[Span, ...] | None:
    """The places of the cutter's words of a page, cut line by line; None without a cutter."""
    found: list[Span] = []
    start = 0
    for line in folded.split("\n"):
        cut = words(line)
        if cut is None:
            return None
        found += [(start + first, start + last) for first, last in cut]
        start += len(line) + 1
    return tuple(found)


def cuts_a_word(page: Reader, fact: Quantity | Period) -> bool:
    """Does a figure or date end in the midst of a word (13亿多人|口), or a date in words begin there (探明|天然气)?"""
    word = across(page, fact.start, fact.end)
    if word is None or (fact.start < word[0] and page.folded[word[0]] in _MAGNITUDES):
        # 20|万吨级: the word is of the figure.
        return False
    behind = fact.start < word[0] < fact.end < word[1] and not _goes_on(page, fact, word)
    front = word[0] < fact.start < word[1] < fact.end
    return behind or (front and isinstance(fact, Period) and not re.search(r"[\d〇一二三四五六七八九十]", fact.text))


_MAGNITUDES = LARGE_ZH | frozenset("十百千")


def _goes_on(page: Reader, fact: Quantity | Period, word: Span) -> bool:
    """135台|风电机组: does a known word begin where the figure ends, and go on over the end of the cutter's word?"""
    known = word_at(page.folded, fact.end, page.terms)
    return known is not None and fact.end + known[0] > word[1] and word[0] == fact.end - 1


def _around(cut: tuple[Span, ...], start: int, end: int) -> list[Span]:
    """The cutter's words that lie partly inside and partly outside."""
    found: list[Span] = []
    for at in range(max(0, bisect_left(cut, (start, start)) - 1), len(cut)):
        a, b = cut[at]
        if a >= end:
            break
        if b > start and (a < start or b > end):
            found.append((a, b))
    return found


def _whole(page: Reader, word: Span, start: int, end: int) -> bool:
    """Is the cutter's word no word but a run of known ones, with a border here?"""
    first, last = word
    folded = page.folded
    if _FULL_YEAR.search(folded, max(0, first - 5), first + 1):
        # 2024年|发电量: the cutter knows 年发电量 as well.
        return True
    if last - first > _LONGEST or folded[first:last] in _LOOSE or not all(map(is_han, folded[first:last])):
        return True
    before, behind = folded[first:start], folded[end:last]
    inside = first <= start and end <= last
    if inside:
        return all(not part or _tiled(part, page.terms) for part in (before, behind))
    # It crosses one border: what lies inside has to be a word of its own, and what lies outside may be one (群众|满意).
    at = start if first < start else end
    inner, outer = (folded[at:last], folded[first:at]) if first < start else (folded[first:at], folded[at:last])
    return len(outer) > 1 and _tiled(inner, page.terms)


@lru_cache(maxsize=4096)
def _tiled(text: str, terms: Termbase) -> bool:
    """Is the text made of known words of two characters and more, or of a number or a level (长征|二号, 深圳|市)?"""
    if not text or _NUMBERED.fullmatch(text):
        return True
    for stop in range(2, len(text) + 1):
        known = word_at(text[:stop], 0, terms)
        if known and known[0] == stop and _tiled(text[stop:], terms):
            return True
    return False


def _across_known(page: Reader, start: int, end: int) -> Span | None:
    """The longer known word or place that begins inside and ends behind `end`."""
    folded = page.folded
    for at in range(start, end):
        known = word_at(folded, at, page.terms)
        if at > start and known and known[0] > 1 and at + known[0] > end:
            return (at, at + known[0])
        for stop in range(end + 1, min(end + 3, len(folded)) + 1):
            if stop - at > max(1, end - start) and written(folded[at:stop]):
                return (at, stop)
    return None
