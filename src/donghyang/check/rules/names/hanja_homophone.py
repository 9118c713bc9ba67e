"""한자 한 글자가 소리가 같은 다른 글자입니다. | One character of a name is another one of the same sound.

왜: 한자를 변환하다 같은 소리의 글자를 고르면 없는 지명이나 성씨, 다른 회사가 된다. 한글이 맞아 눈에 띄지 않는다.
Why: A wrong pick among homophones makes a place or a family name that does not exist; the Hangul hides it.
Bad: 후난성 헝양(橫陽)의 허우리밍(候立明) 교수
Good: 후난성 헝양(衡陽)의 허우리밍(侯立明) 교수
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from donghyang.check.names.inner_places import with_hanja
from donghyang.check.names.known import known_names
from donghyang.check.names.pairs import Pair
from donghyang.check.names.spelling import judged_pairs, names_in
from donghyang.check.rule import Hit
from donghyang.check.rules.names._titles import titled, titled_beside
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.gazetteer import Place, by_hangul, called, counties, home
from donghyang.language.hanja import families, frequent_families
from donghyang.language.lookalikes import look_alike, misconverted, misread, sound_alike
from donghyang.language.nearness import one_open
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "hanja-homophone"
CLASS = "hanja-mismatch"
SEVERITY = "warning"

_NEAR_PLACE = lazily(r"(?:성|시|구|현|주|자치구)(?:\([^()]*\))? ?$")
_RANK_BEHIND = lazily(r"[)）]?(?:시|구|현|성|신구)(?![가-힣]{3})")
_LISTED = lazily(r"(?:[,·、]|과\s|와\s|을\s|를\s|에|의\s|은\s|는\s|$|\s?(?:및|등)\s)")
"""What follows a place that is told without its rank."""
_OF = lazily(r"(?:성|시|자치구)?(?:의)?\s$")
"""What stands between a place and the one that it lies in, where the latter is named right before it."""
_PLACE_ENDINGS = frozenset("州洲县市区港省镇")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Hanja that are no place, no family name or no known name, while a homophone is."""
    for pair, _ in judged_pairs(sheet):
        right = _place(sheet, pair) or _seat(pair) or _family(sheet, pair) or _known(sheet, pair)
        if right:
            seen = any(look_alike(a, b) and not sound_alike(a, b) for a, b in zip(pair.plain, right, strict=False))
            korean, english = ("모양이 비슷한", "looks alike") if seen else ("소리가 같은", "sounds the same")
            message = Message(
                f"'{pair.hanja}': {korean} '{right}'일 수 있습니다.",
                f"'{pair.hanja}' may be '{right}', which {english}.",
            )
            yield Hit(*pair.whole, message)


def _place(sheet: Sheet, pair: Pair) -> str | None:
    """The place that the Hangul names, where the Hanja name none and are one homophone off."""
    if with_hanja(pair.hanja):
        return None
    places = [place for place in called(names_in(pair.hangul)) if place.parent or place.level in _HIGHEST]
    bare = pair.plain[:-1] if pair.plain[-1] in "省市区县" and len(pair.plain) > 2 else pair.plain
    if any(county.hanzi == bare for county in counties().get(names_in(pair.hangul), ())):
        return None
    meant = [place for place in places if misconverted(bare, place.hanzi) or misread(bare, place.hanzi)]
    if len({place.hanzi for place in meant}) > 1:
        line = sheet.at(pair.start)
        meant = [place for place in meant if line and any(above.hangul in line.text for above in _homes(place))]
    before = sheet.text[max(0, pair.start - 14) : pair.start]
    named = (
        bare[-1] in _PLACE_ENDINGS
        or _NEAR_PLACE.search(before)
        or _RANK_BEHIND.match(sheet.text, pair.whole[1])
        or names_in(pair.hangul) != pair.hangul
        or (len(meant) == 1 and (meant[0].level == "region" or _beside_home(sheet, pair, meant[0])))
    )
    return meant[0].hanzi if len({place.hanzi for place in meant}) == 1 and named else None


_PUBLIC = lazily(r"(?:大学|学院|研究所|研究院|天文台|博物馆|植物园|医院|实验室|海关|气象局)$")
"""Bodies that are called after the place where they are; a firm may be called anything."""
_SEATS = frozenset({"municipality", "province", "city"})


def _seat(pair: Pair) -> str | None:
    """The name of a public body with its city put right, where the Hangul begins with one and the Hanja are one
    homophone off: 다롄화학물리연구소(大蓮化學物理研究所)."""
    plain = pair.plain
    if not _PUBLIC.search(plain) or len(plain) <= _SHORT or with_hanja(plain[:2]):
        return None
    meant = {
        place.hanzi
        for length in (2, 3)
        for place in by_hangul().get(pair.hangul[:length], ())
        if place.level in _SEATS and len(place.hanzi) == length == len(place.hangul)
    }
    for hanzi in meant:
        if misconverted(plain[: len(hanzi)], hanzi) or misread(plain[: len(hanzi)], hanzi):
            return hanzi + plain[len(hanzi) :]
    return None


_SHORT = 4
"""A name of no more characters may be that of a person or of a thing: 南晶大学."""
_HIGHEST = ("province", "region")


def _homes(place: Place) -> list[Place]:
    """What a place lies in, directly and through its city."""
    above: list[Place] = []
    while (higher := home(above[-1] if above else place)) is not None:
        above.append(higher)
    return above


def _beside_home(sheet: Sheet, pair: Pair, place: Place) -> bool:
    """Does the line name the city or province in which the place lies, right before it or without a firm or person
    behind the bracket?
    """
    line = sheet.at(pair.start)
    if line is None or pair.count("sound") < 1:
        return False
    listed = _LISTED.match(sheet.text[pair.whole[1] : pair.whole[1] + 3]) is not None
    before = sheet.text[line.start : pair.start]
    if (of := _OF.search(before)) and before[: of.start()].endswith(tuple(above.hangul for above in _homes(place))):
        return (listed or sheet.text[pair.whole[1]].isspace()) and not titled(sheet, pair)
    return listed and any(above.hangul in line.text for above in _homes(place))


def _family(sheet: Sheet, pair: Pair) -> str | None:
    """The frequent family name of the same sound, where the first character of a person's name is no family name."""
    if not 2 <= len(pair.plain) <= 3 or not titled_beside(sheet, pair):
        return None
    first = pair.plain[0]
    if first in families() or pair.count("sound", "both") < len(pair.plain):
        return None
    alike = [family for family in frequent_families() if sound_alike(first, family)]
    return alike[0] + pair.plain[1:] if len(alike) == 1 else None


def _known(sheet: Sheet, pair: Pair) -> str | None:
    """The well-known name from which the Hanja differ in one homophone."""
    plain = pair.plain
    if len(plain) < 3 or plain in known_names() or pair.count("sound", "both", "read", "word") < len(plain):
        return None
    for at, opened in enumerate(one_open(plain)):
        for kind, name in _gaps().get(opened, ()):
            if sound_alike(plain[at], name[at]) and (kind != "person" or titled(sheet, pair)):
                return name
    return None


@cache
def _gaps() -> dict[str, list[tuple[str, str]]]:
    """The known names of three characters and more by every form with one character left open; terms, which are no
    names, are hanja-word's."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, kind in known_names().items():
        for opened in one_open(name) if len(name) > 2 and kind != "term" else ():
            found.setdefault(opened, []).append((kind, name))
    return found
