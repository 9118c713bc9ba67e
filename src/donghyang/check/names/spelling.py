"""The names that a sheet writes in Hangul: pairs judged once, and every other place where their forms stand."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from donghyang.check.names.find import find_pairs
from donghyang.check.names.pairs import Pair
from donghyang.check.names.verdicts import Verdict, judge
from donghyang.check.sheet.once import once_a_sheet
from donghyang.check.sheet.passages import KOREAN
from donghyang.language import tables
from donghyang.language.hangul import is_syllable
from donghyang.language.nearness import letters
from donghyang.language.patterns import lazily
from donghyang.records import Span

if TYPE_CHECKING:
    from donghyang.check.sheet.sheet import Sheet


@once_a_sheet
def judged_pairs(sheet: Sheet) -> list[tuple[Pair, Verdict]]:
    """The pairs of a sheet with what is the matter with each."""
    return [(pair, judge(pair)) for pair in find_pairs(sheet)]


def starts_inside(sheet: Sheet, pair: Pair) -> bool:
    """Was the Hangul of a pair cut off inside a word, whose head does not fit the Hanja?"""
    return pair.start > 0 and is_syllable(sheet.text[pair.start - 1])


def names_in(hangul: str) -> str:
    """The part of a Hangul name that is a name: without 성, 시, 구 and what follows a space."""
    return _KIND.sub("", hangul.split(" ")[0])


_KIND = lazily(rf"(?<=..)(?:{tables.either(__package__, 'kinds')})$")


def elsewhere(sheet: Sheet, forms: Collection[str]) -> dict[str, list[Span]]:
    """Every place in the editor's own text where a word begins with one of `forms`, in one walk over the text."""
    found: dict[str, list[Span]] = {form: [] for form in forms}
    lengths: dict[str, set[int]] = {}
    for form in forms:
        lengths.setdefault(form[:_HEAD], set()).add(len(form))
    text = sheet.text
    for word in _WORD_HEAD.finditer(text) if forms else ():
        start = word.start()
        for length in lengths.get(word[1], ()):
            places = found.get(text[start : start + length])
            if places is not None and _is_own(sheet, start, start + length):
                places.append((start, start + length))
    return found


_HEAD = 2
_WORD_HEAD = lazily(rf"(?<![가-힣A-Za-z0-9])(?=(\S.{{{_HEAD - 1}}}))")
"""The first letters of a word: no form is shorter."""


def _is_own(sheet: Sheet, start: int, end: int) -> bool:
    passage = sheet.at(start)
    return passage is not None and passage.part in KOREAN and end <= passage.end


def follows(sheet: Sheet, end: int) -> frozenset[str]:
    """The next three letters behind an offset, brackets passed over; empty at the end of the line."""
    rest = re.sub(r"[(（][^()（）]*[)）]", "", sheet.text[end : end + 40].split("\n")[0])
    behind = letters(rest)[:3]
    return frozenset({behind}) if len(behind) == 3 else frozenset()


def misspelled(sheet: Sheet) -> frozenset[str]:
    """The wrong forms of names that stand beside their Chinese form in the sheet and are no Korean reading."""
    wrong = (pair for pair, verdict in judged_pairs(sheet) if verdict in SOUNDS_WRONG)
    return frozenset(names_in(pair.hangul) for pair in wrong if pair.count("sound", "near", "wrong"))


SOUNDS_WRONG: frozenset[Verdict] = frozenset({"sound", "mixed", "place"})
