"""지명의 등급이나 소속이 사실과 다릅니다. | A place has the wrong rank or lies elsewhere.

왜: 구를 시로, 신구를 구로 적거나 도시를 다른 성에 두면 사실이 틀린 것이다. 행정구역표로 바로 알 수 있다.
Why: A district called a city, or a city put into another province, is an error of fact that any list of places shows.
Bad: 베이징은 부도심인 순이(順義)시에 공장을 짓고, 광둥성 항저우시와도 협력함
Good: 베이징은 부도심인 순이(順義)구에 공장을 짓고, 저장성 항저우시와도 협력함
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.passages import KOREAN, Passage
from donghyang.check.places import Place, by_hangul, by_hanzi, mistakes
from donghyang.check.rule import Hit
from donghyang.check.sheet import Sheet
from donghyang.records import Message

ID = "place-fact"
CLASS = "place-fact"
SEVERITY = "error"

_RANKED = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?P<name>[가-힣]{2,6}?)(?:\s?[(（](?P<hanja>[㐀-鿿]{2,6})[)）])?(?P<rank>시|구|성)"
    r"(?=(?:은|는|이|가|을|를|의|에|와|과|로|에서)?(?![가-힣])|[(（])(?:[(（](?P<after>[㐀-鿿]{2,6})[)）])?"
)
_LIES_IN = re.compile(
    r"(?<![가-힣])(?P<outer>[가-힣]{2,5}?)(?:성|시|자치구)? (?P<inner>[가-힣]{2,5}?)(?:\s?[(（][㐀-鿿]{2,6}[)）])?"
    r"(?P<rank>시|구)(?![가-힣]{2})"
)
_RANKS = {
    "municipality": "시",
    "province": "성",
    "city": "시",
    "county": "시현",
    "district": "구",
    "zone": "구시",
    "region": "",
}
"""What may stand behind a place of each level."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Ranks and homes of places against the gazetteer."""
    for passage in sheet.of(KOREAN):
        for found in _RANKED.finditer(passage.text):
            yield from _rank(sheet, passage, found)
        for found in _LIES_IN.finditer(passage.text):
            yield from _home(passage, found)


def _rank(sheet: Sheet, passage: Passage, found: re.Match[str]) -> Iterator[Hit]:
    places = _places(found["name"])
    hanja = found["hanja"] or found["after"]
    if hanja:
        from donghyang.language.script import simplify

        plain = simplify(hanja)
        places = by_hanzi().get(plain, ()) or by_hanzi().get(plain[:-1], ()) or by_hanzi().get(f"{plain[:-1]}新区", ())
    if not places or found["name"] + found["rank"] in by_hangul():
        return
    allowed = {rank for place in places for rank in _RANKS[place.level]}
    new_area = [place for place in places if place.hanzi.endswith("新区")]
    if found["rank"] in allowed and not new_area:
        return
    if not hanja and not all(_near(sheet, passage, place) for place in places):
        return
    place = places[0]
    official = (
        place.hanzi
        if new_area
        else place.hanzi + {"district": "区", "city": "市", "province": "省"}.get(place.level, "")
    )
    yield Hit(
        passage.start + found.start(),
        passage.start + found.end(),
        Message(f"'{official}'이(가) 공식 이름입니다.", f"the official name is '{official}'."),
    )


def _places(name: str) -> tuple[Place, ...]:
    """The places that a Hangul form, right or misheard, can mean."""
    mistake = mistakes().get(name)
    return by_hangul().get(name, ()) or by_hangul().get(f"{name}신구", ()) or ((mistake.place,) if mistake else ())


def _near(sheet: Sheet, passage: Passage, place: Place) -> bool:
    """Is the place's own city or province named in the same line?"""
    return any(home.hangul in passage.text for home in by_hanzi().get(place.parent, ()))


def _home(passage: Passage, found: re.Match[str]) -> Iterator[Hit]:
    outer = [
        place for place in by_hangul().get(found["outer"], ()) if place.level in ("province", "municipality", "city")
    ]
    inner = [place for place in by_hangul().get(found["inner"], ()) if place.parent]
    if not outer or not inner or any(_within(place, home) for place in inner for home in outer):
        return
    home = by_hanzi()[inner[0].parent][0]
    yield Hit(
        passage.start + found.start(),
        passage.start + found.end(),
        Message(
            f"{inner[0].hangul}은(는) {home.hangul}에 있습니다.", f"{inner[0].hanzi} lies in {home.hanzi}, not there."
        ),
    )


def _within(place: Place, home: Place) -> bool:
    """Does a place lie in another, directly or through its city?"""
    parents = by_hanzi().get(place.parent, ())
    return place.parent == home.hanzi or any(parent.parent == home.hanzi for parent in parents)
