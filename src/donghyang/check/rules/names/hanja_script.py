"""간체와 번체가 섞였습니다. | Simplified and traditional characters are mixed.

왜: 한 글의 한자는 한 가지 글자체로 적는다. 섞이면 옮겨 붙이다 만 것이다.
Why: A report writes its Chinese names in one script; a mixture is left from copying.
Bad: 우한톈허국제(武漢國际天河) 공항과 왕궈핑(王國平) 원장
Good: 우한톈허국제(武漢天河國際) 공항과 왕궈핑(王國平) 원장
Options: 없음 (none)
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator

from donghyang.check.names.pairs import Pair
from donghyang.check.names.spelling import judged_pairs
from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.gazetteer import written
from donghyang.language.hanja import is_simplified_only
from donghyang.language.patterns import lazily
from donghyang.language.script import is_shortened, is_traditional_only
from donghyang.language.transliterate import looks_like_person
from donghyang.records import Message, Span

ID = "hanja-script"
CLASS = "hanja-mismatch"
SEVERITY = "note"

_EITHER = frozenset(tables.words(__package__, "either_forms"))
"""Characters that traditional texts of Taiwan or Korea write as simplified ones do."""
_SHORT = frozenset(tables.words(__package__, "short_forms"))
"""Simplified characters that the standard of Taiwan has too, as rare ones of their own."""
_MAJORITY = 4
"""How many times more often a report must write the one script before the other is an exception."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Simplified among traditional characters: inside one name, for one name, and against the rest of the report."""
    pairs = judged_pairs(sheet)
    kinds = [(pair, _kind(pair)) for pair, _ in pairs]
    often = Counter(kind for _, kind in kinds)
    persons = Counter(kind for pair, kind in kinds if _is_person(pair))
    own_way = persons["simplified"] > 0 and not persons["traditional"]
    forms: dict[str, set[str]] = {}
    for pair, _ in pairs:
        forms.setdefault(pair.plain, set()).add(pair.hanja)
    for pair, kind in kinds:
        if kind == "mixed":
            why = Message(
                "간체와 번체가 한 이름에 섞였습니다.", "one name mixes simplified and traditional characters."
            )
        elif kind == "simplified" and len(forms[pair.plain]) > 1:
            why = Message(
                "같은 이름이 다른 곳에는 번체로 적혔습니다.",
                "the same name stands in traditional characters elsewhere.",
            )
        elif own_way and _is_person(pair):
            continue  # the text has all its persons so
        elif kind == "simplified" and often["traditional"] >= _MAJORITY * often["simplified"]:
            why = Message(
                "이 글의 다른 이름은 번체로 적혔습니다.", "the other names of this text are in traditional characters."
            )
        elif kind == "traditional" and pair.count("sound") and often["simplified"] >= _MAJORITY * often["traditional"]:
            why = Message(
                "이 글의 다른 이름은 간체로 적혔습니다.", "the other names of this text are in simplified characters."
            )
        else:
            continue
        yield Hit(*pair.hanja_at, why)
    yield from _whole(sheet, {pair.hanja_at for pair, kind in kinds if kind == "mixed"})


def _whole(sheet: Sheet, told: set[Span]) -> Iterator[Hit]:
    """What stands in brackets and mixes both, whatever its Hangul: 국가발전개혁위원회(国家發展改革委)."""
    for passage in sheet.of(KOREAN):
        for found in _BRACKETED.finditer(passage.text):
            span = passage.start + found.start("hanja"), passage.start + found.end("hanja")
            if span not in told and _is_mixed(found["hanja"]):
                why = Message(
                    "간체와 번체가 한 이름에 섞였습니다.", "one name mixes simplified and traditional characters."
                )
                yield Hit(*span, why)


def _is_mixed(hanja: str) -> bool:
    """Has a name 国 or another short form beside a character that is traditional only, and no common one in Japan?"""
    short = any(is_shortened(char) for char in hanja if char not in _EITHER)
    whole = unicodedata.normalize("NFC", hanja) if short else ""
    return any(is_traditional_only(char) and not _is_common_in_japan(char) for char in whole)


def _is_common_in_japan(char: str) -> bool:
    """Is a character of the first level of JIS X 0208, as 東 of 東北大学 is and 發 is not?"""
    code = char.encode("shift_jis", "ignore")
    return bool(code) and code[0] <= _LAST_OF_FIRST_LEVEL


_LAST_OF_FIRST_LEVEL = 0x98
"""The lead byte in Shift JIS with which the first level of JIS X 0208 ends."""


_BRACKETED = lazily(r"[가-힣][(（](?P<hanja>[㐀-鿿·]{3,24})[)）]")


def _is_person(pair: Pair) -> bool:
    return looks_like_person(pair.plain) and not written(pair.plain)


def _kind(pair: Pair) -> str:
    """The script of a name; 国 and 学, which Japanese names have too, count as simplified in a Chinese one."""
    kind = _script(pair.hanja)
    if kind == "either" and pair.count("sound"):
        shortened = any(is_shortened(char) for char in pair.hanja if char not in _EITHER)
        return "simplified" if shortened else kind
    return kind


def _script(hanja: str) -> str:
    hanja = unicodedata.normalize("NFC", hanja)  # Korean fonts have some characters twice
    simplified = any(char in _SHORT or (is_simplified_only(char) and char not in _EITHER) for char in hanja)
    traditional = any(is_traditional_only(char) for char in hanja)
    if simplified and traditional:
        return "mixed"
    return "simplified" if simplified else "traditional" if traditional else "either"
