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

from donghyang.check.homes import called, holders, home, homographs, within, written
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
    r"(?<![가-힣])(?P<outer>[가-힣]{2,5}?)(?:좡족|후이족|위구르|웨이우얼)?(?P<level>성|시|주|지구|자치구|자치주)? "
    r"(?=(?P<inner>[가-힣]{2,5}?)(?:\s?[(（](?P<hanja>[㐀-鿿]{2,6})[)）])?(?P<rank>시|구)(?![가-힣]{2}))"
)
"""The inner place is only looked at, so that it can hold the next one (광둥성 선전시 바오안구)."""
_RANKS = {
    "municipality": "시",
    "province": "성",
    "city": "시",
    "prefecture": "",
    "county": "시",
    "district": "구",
    "zone": "구시",
    "region": "",
}
"""What may stand behind a place of each level."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Ranks and homes of places against the gazetteer."""
    for passage in sheet.of(KOREAN):
        for found in _RANKED.finditer(passage.text):
            yield from _rank(passage, found)
        for found in _LIES_IN.finditer(passage.text):
            yield from _elsewhere(passage, found)


def _rank(passage: Passage, found: re.Match[str]) -> Iterator[Hit]:
    hanja = found["hanja"] or found["after"]
    places = _meant(hanja) if hanja else _places(found["name"])
    if not places or found["name"] + found["rank"] in by_hangul():
        return
    allowed = {rank for place in (*places, *called(found["name"])) for rank in _RANKS[place.level]}
    new_area = [place for place in places if place.hanzi.endswith("新区")]
    if found["rank"] in allowed and not new_area:
        return
    if not (hanja and by_hanzi().get(places[0].hanzi)) and not all(_near(passage, place) for place in places):
        return
    yield Hit(passage.start + found.start(), passage.start + found.end(), _official(places[0]))


def _official(place: Place) -> Message:
    if place.level == "prefecture":
        return Message(
            f"{place.hanzi}은(는) 시나 구가 아닙니다.", f"{place.hanzi} is a prefecture, no city or district."
        )
    rank = {"district": "区", "city": "市", "county": "市", "province": "省"}.get(place.level, "")
    name = place.hanzi if place.hanzi.endswith("新区") else place.hanzi + rank
    return Message(f"'{name}'이(가) 공식 이름입니다.", f"the official name is '{name}'.")


def _places(name: str) -> tuple[Place, ...]:
    """The places that a Hangul form, right or misheard, can mean."""
    mistake = mistakes().get(name)
    return by_hangul().get(name, ()) or by_hangul().get(f"{name}신구", ()) or ((mistake.place,) if mistake else ())


def _meant(hanja: str) -> tuple[Place, ...]:
    """The places that Hanja name, with or without their rank."""
    from donghyang.language.script import simplify

    plain = simplify(hanja)
    return written(plain) or written(plain[:-1]) or written(f"{plain[:-1]}新区")


def _near(passage: Passage, place: Place) -> bool:
    """Is the place's own city or province named in the same line?"""
    above = home(place)
    return above is not None and above.hangul in passage.text


def _elsewhere(passage: Passage, found: re.Match[str]) -> Iterator[Hit]:
    outer = holders(found["outer"])
    place = _only(found) if outer else None
    if place is None or (not found["level"] and found["outer"] in homographs()):
        return
    if found["level"] == "시" and place.level == "city":  # cities side by side: 광저우시 선전시
        return
    above = home(place)
    if above is None or any(within(place, holder) for holder in outer):
        return
    yield Hit(
        passage.start + found.start(),
        passage.start + found.end("rank"),
        Message(f"{place.hangul}은(는) {above.hangul}에 있습니다.", f"{place.hanzi} lies in {above.hanzi}, not there."),
    )


def _only(found: re.Match[str]) -> Place | None:
    """The one place that the inner name can mean; None when several, or none of that rank, are called so."""
    named = (*called(found["inner"]), *called(found["inner"] + found["rank"]))
    inner = [place for place in named if place.parent and found["rank"] in _RANKS[place.level]]
    if found["hanja"]:
        meant = {place.hanzi for place in _meant(found["hanja"])}
        inner = [place for place in inner if place.hanzi in meant]
    return inner[0] if len(inner) == 1 else None
