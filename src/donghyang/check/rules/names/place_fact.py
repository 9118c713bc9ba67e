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
from functools import cache

from donghyang.check.names.inner_places import FACILITIES, RANKS, Inner, inner_places, with_hanja
from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.gazetteer import Place, by_hangul, by_hanzi, called, counties, home, homographs, within
from donghyang.language.misnamed import mistakes
from donghyang.language.ordinary import ordinary
from donghyang.language.patterns import lazily
from donghyang.language.script import simplify
from donghyang.language.transliterate import transliterate
from donghyang.records import Message

ID = "place-fact"
CLASS = "place-fact"
SEVERITY = "error"

_RANKED = lazily(
    r"(?<![가-힣A-Za-z0-9])(?P<name>[가-힣]{2,6}?)(?:\s?[(（](?P<hanja>[㐀-鿿]{2,6})[)）])?(?P<rank>시|구|성|현)"
    r"(?=(?:은|는|이|가|을|를|의|에|와|과|로|에서)?(?![가-힣])|[(（])(?:[(（](?P<after>[㐀-鿿]{2,6})[)）])?"
)
_FREE = lazily(rf"(?:{FACILITIES}|시|구|현|은|는|이|가|을|를|의|에|와|과|로|도|에서|으로)(?![가-힣]{{3}})")
"""What may stand right behind the name of a place: its rank, a particle."""
_SCHOOL = lazily(r"[가-힣]{2,6}대학")
"""A university may have a campus in another province."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Ranks and homes of places against the gazetteer."""
    for passage in sheet.of(KOREAN):
        for found in _RANKED_BESIDE.finditer(passage.text):
            yield from _other_rank(passage, found)
        for found in _RANKED.finditer(passage.text):
            yield from _rank(passage, found)
            yield from _no_province(sheet, passage, found)
        for inner in inner_places(passage.text):
            yield from _elsewhere(passage, inner)


def _rank(passage: Passage, found: re.Match[str]) -> Iterator[Hit]:
    hanja = found["hanja"] or found["after"]
    places = with_hanja(hanja) if hanja else _places(found["name"])
    whole = found["name"] + found["rank"]
    if found["rank"] == "현":
        places = () if hanja or found["name"] in counties() else _below(passage, found["name"])
    is_name = hanja and hanja[-1] not in "市區区省州縣县" and transliterate(hanja).hangul == whole  # 하이시(海西)
    if not places or whole in by_hangul() or is_name:
        return
    allowed = {rank for place in (*places, *called(found["name"])) for rank in RANKS[place.level]}
    new_area = [place for place in places if place.hanzi.endswith("新区")]
    if found["rank"] in allowed and not new_area:
        return
    if (
        _is_other_rank(found["name"], found["rank"], places)
        or (hanja and by_hanzi().get(places[0].hanzi))
        or all(_near(passage, place) for place in places)
    ):
        yield Hit(passage.start + found.start(), passage.start + found.end(), _official(places[0]))


def _below(passage: Passage, name: str) -> tuple[Place, ...]:
    """The districts and cities of that name, where the line also names what each lies in: 상하이시 자딩."""
    places = tuple(place for place in called(name) if place.level in ("district", "county", "city"))
    return places if places and all(_near(passage, place) for place in places) else ()


def _no_province(sheet: Sheet, passage: Passage, found: re.Match[str]) -> Iterator[Hit]:
    """An autonomous region called 성, where the text also calls it what it is: 네이멍구자치구, 광시좡족자치구."""
    regions = [place for place in by_hangul().get(found["name"], ()) if place.hanzi in _autonomous()]
    if found["rank"] != "성" or not regions:
        return
    right = re.search(rf"{regions[0].hangul}(?:[좡후위][가-힣]{{1,3}}족?)? ?자치구", sheet.text)
    if right:
        message = Message(f"'성'이 아니라 '{right[0]}'입니다.", f"no province: '{right[0]}'.")
        yield Hit(passage.start + found.start(), passage.start + found.end(), message, (right.span(),))


_SAME_RANK = {
    "자치주": "州",
    "자치현": "县",
    "자치구": "区",
    "성": "省",
    "시": "市",
    "현": "县",
    "구": "区",
    "진": "镇",
}
_RANKED_BESIDE = lazily(
    rf"(?<![가-힣])(?P<name>[가-힣]{{2,9}}?)(?P<rank>{'|'.join(_SAME_RANK)})\s?[(（](?P<hanja>[㐀-鿿]{{2,12}})[)）]"
)


def _other_rank(passage: Passage, found: re.Match[str]) -> Iterator[Hit]:
    """A place with one rank in Hangul and another one in the Hanja beside it: 닝샤후이족자치주(寧夏回族自治區)."""
    plain, rank = simplify(found["hanja"]), found["rank"]
    own = {"州", "县", "区", "省", "市", "镇"}
    if plain[-1] not in own or plain[-1] == _SAME_RANK[rank]:
        return
    bare = plain[:-3] if plain.endswith(("自治州", "自治县", "自治区")) else plain[:-1]
    by_people = rank.startswith("자치") and "自治" in plain
    if by_people or any(place.hanzi == bare for place in called(found["name"])):
        right = next(
            korean for korean, hanja in _SAME_RANK.items() if hanja == plain[-1] and ("자치" in korean) == by_people
        )
        message = Message(f"한자로는 '{right}'입니다.", f"the Hanja say '{plain[-1]}', not '{rank}'.")
        yield Hit(passage.start + found.start(), passage.start + found.end(), message)


@cache
def _autonomous() -> frozenset[str]:
    return frozenset(tables.words(__package__, "autonomous"))


def _is_other_rank(name: str, rank: str, places: tuple[Place, ...]) -> bool:
    """Is a municipality called a province, or a province a city? Only names that are no word and no other place."""
    if name in homographs() or name in ordinary() or not all(name == place.hangul for place in places):
        return False
    levels = {place.level for place in places}
    return (levels == {"municipality"} and rank == "성") or (levels == {"province"} and rank == "시")


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


def _near(passage: Passage, place: Place) -> bool:
    """Is the place's own city or province named in the same line?"""
    above = home(place)
    return above is not None and above.hangul in passage.text


def _elsewhere(passage: Passage, inner: Inner) -> Iterator[Hit]:
    if any(within(place, holder) for place in inner.places for holder in inner.outer):
        return
    behind = passage.text[inner.span[1] : inner.span[1] + 1]
    if "가" <= behind <= "힣" and not _FREE.match(passage.text, inner.span[1]):
        return  # a name goes on: 우한 둥후(東湖)신기술개발구 is no district
    homes = [(place, above) for place in inner.places if (above := home(place)) is not None]
    if not homes or len(homes) < len(inner.places):
        return
    if any(within(holder, above) for _, above in homes for holder in inner.outer):
        return  # both lie in one province: 청두 톈푸(天府), which reaches over two cities
    korean = ", ".join(dict.fromkeys(above.hangul for _, above in homes))
    english = ", ".join(dict.fromkeys(f"{place.hanzi} in {above.hanzi}" for place, above in homes))
    yield Hit(
        passage.start + inner.span[0],
        passage.start + inner.span[1],
        Message(f"{homes[0][0].hangul}은(는) {korean}에 있습니다.", f"it lies elsewhere: {english}."),
        severity="warning" if _SCHOOL.match(passage.text, inner.span[1]) else None,
    )
