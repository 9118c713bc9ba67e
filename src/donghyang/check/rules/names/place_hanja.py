"""지명 곁의 한자가 그 곳의 이름이 아닙니다. | The characters beside a place are not its name.

왜: 쿤밍은 昆明이다. 한글이 지명이고 한자가 그 소리로 읽히지 않으면 한쪽이 틀린 것이다.
Why: 쿤밍 is 昆明. Where the Hangul is a place and the characters do not sound so, one of the two is wrong.
Bad: 쿤밍(昆朋)과 광시성(廣東省)에서 회의를 개최
Good: 쿤밍(昆明)과 광시(廣西), 안산(安山)에서 회의를 개최
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.names.alignment import sounds_of
from donghyang.check.names.find import find_pairs
from donghyang.check.names.inner_places import with_hanja
from donghyang.check.names.pairs import Pair
from donghyang.check.rule import Hit
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.gazetteer import Place, by_hangul, called, counties
from donghyang.language.hanja import hangul_readings
from donghyang.language.lookalikes import misconverted, misread
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "place-hanja"
CLASS = "hanja-mismatch"
SEVERITY = "error"

_NAME = lazily(r"(?<![가-힣A-Za-z0-9·])([가-힣]{2,5}?)(?:성|시|자치구)?(?:\s?)$")
_RANKS = "省市区州"
_LEVELS = frozenset({"municipality", "province", "city", "prefecture"})
_BEFORE = 12
"""Letters before a bracket in which a place with its rank stands."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Places of the gazetteer with characters beside them that are neither theirs nor sound like them."""
    for pair in find_pairs(sheet):
        right = _meant(sheet, pair)
        if right is not None:
            start = sheet.text.rfind(right.hangul, 0, pair.end)
            korean, english = f"{right.hangul}은(는) '{right.hanzi}'입니다.", f"{right.hangul} is '{right.hanzi}'."
            yield Hit(start, pair.whole[1], Message(korean, english))


def _meant(sheet: Sheet, pair: Pair) -> Place | None:
    """The place that the Hangul names, where the characters cannot be its name; None where they may be."""
    found = _NAME.search(sheet.text[max(0, pair.end - _BEFORE) : pair.end])
    if found is None:
        return None
    name, bare = (
        found[1],
        pair.plain[:-1] if pair.plain[-1] in _RANKS and len(pair.plain) > len(found[1]) else pair.plain,
    )
    places = [place for place in by_hangul().get(name, ()) if place.level in _LEVELS and len(place.hanzi) == len(bare)]
    known = {place.hanzi for place in (*called(name), *counties().get(name, ()))}
    if len({place.hanzi for place in places}) != 1 or {bare, pair.plain} & known or _may_be(name, bare):
        return None
    (place, *_) = places
    if misconverted(bare, place.hanzi) or misread(bare, place.hanzi):
        return None  # told by the rule of homophones
    shares = any(one == other for one, other in zip(bare, place.hanzi, strict=True))
    names_another = any(other.level in _LEVELS for other in with_hanja(pair.hanja))
    return place if shares or names_another else None


def _may_be(name: str, hanja: str) -> bool:
    """Whether the Hangul is the sound of the characters, or their Korean reading: 안산(安山), 광산(鑛山)."""
    if "".join(sounds_of(hanja)) == name:
        return True
    return all(syllable in hangul_readings(char) for syllable, char in zip(name, hanja, strict=False))
