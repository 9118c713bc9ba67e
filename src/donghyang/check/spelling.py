"""The names that a sheet writes in Hangul: pairs judged once, and every other place where their forms stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from donghyang.check.names import find_pairs
from donghyang.check.pairs import Pair
from donghyang.check.passages import KOREAN
from donghyang.check.verdicts import Verdict, judge

if TYPE_CHECKING:
    from donghyang.check.sheet import Sheet

_judged: WeakKeyDictionary[Sheet, list[tuple[Pair, Verdict]]] = WeakKeyDictionary()


def judged_pairs(sheet: Sheet) -> list[tuple[Pair, Verdict]]:
    """The pairs of a sheet with what is the matter with each; worked out once a sheet."""
    if sheet not in _judged:
        _judged[sheet] = [(pair, judge(pair)) for pair in find_pairs(sheet)]
    return _judged[sheet]


def names_in(hangul: str) -> str:
    """The part of a Hangul name that is a name: without 성, 시, 구 and what follows a space."""
    return _KIND.sub("", hangul.split(" ")[0])


_KIND = re.compile(
    r"(?<=..)(?:대만구|삼각주|개발구|실험실|연구원|연구소|대학교?|센터|자치구|신구|시스템|그룹|회사|성|시|구|현|사)$"
)


def elsewhere(sheet: Sheet, form: str) -> Iterator[tuple[int, int]]:
    """Every place in the editor's own text where a word begins with `form`."""
    for found in _beginning(form).finditer(sheet.text):
        passage = sheet.at(found.start())
        if passage is not None and passage.part in KOREAN and found.end() <= passage.end:
            yield found.span()


@cache
def _beginning(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![가-힣A-Za-z0-9]){re.escape(form)}")


def misspelled(sheet: Sheet) -> frozenset[str]:
    """The wrong forms of names that stand beside their Chinese form somewhere in the sheet."""
    return frozenset(names_in(pair.hangul) for pair, verdict in judged_pairs(sheet) if verdict in SOUNDS_WRONG)


SOUNDS_WRONG: frozenset[Verdict] = frozenset({"sound", "mixed", "place"})
