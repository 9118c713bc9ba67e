"""한 성의 도시를 늘어놓은 목록에 다른 성의 도시가 있습니다. | A list of a province's cities has one from elsewhere.

왜: 한 곳의 도시를 모두 적는다면서 소리가 비슷한 다른 곳의 도시를 적으면 하나가 빠지고 하나가 잘못 들어간다.
Why: Where a province's cities are told one by one, one from elsewhere is another city of a similar name.
Bad:
  ■ 후난성, 4개 시*에 실증단지를 지정
    * 창사, 샹탄, 웨양, 청두
Good:
  ■ 후난성, 4개 시*에 실증단지를 지정
    * 창사, 샹탄, 웨양, 창더
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.names.listed_places import Item, place_lists, province_of
from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.gazetteer import Place, home, places, within
from donghyang.language.nearness import distance
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "odd-place"
CLASS = "place-fact"
SEVERITY = "warning"

_LEAST = 4
_COUNTED = lazily(
    r"(?<!\d)\d{1,9}\s?(?:개|곳|여 개)?\s?(?:의 )?(?:지급시|지급 시|부성급 도시|도시|시|지역|주|구|현|성)"
)
_NEAR = 0.34
"""How near a form must come to a missing city's to be that city misspelled."""
_INSIDE = lazily(
    r"(?:의|내|산하|관할|소속|에 속한|:)\s?(?:주요 )?(?:\d+개 )?(?:(?:지급)?시|도시|구|현)?(?:인)?\s?[:(（]?\s?$"
)
"""What stands between a province and the list of its cities in one line."""
_AHEAD = lazily(r"\s?등\s(?P<province>[가-힣]{2,7}(?:성|자치구))\s(?:내\s)?\d{1,2}개\s?(?:시|도시|지역|현|구)")
"""Behind a list, the province whose so many cities it names: 우한, 이창 등 후베이성 4개 도시."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Places of a list that do not lie where all others do, in the province of which the text tells."""
    lead: Passage | None = None
    for passage in sheet.of(KOREAN):
        for run in place_lists(passage.text):
            if len(run) < _LEAST:
                continue
            said = _said(passage, run, lead)
            for holder in _holders(run, said) if said else ():
                yield from _odd(passage, run, holder, said)
        if passage.marker != "*":
            lead = passage


def _said(passage: Passage, run: list[Item], lead: Passage | None) -> str:
    """The words that say whose a list is: before or behind it, or the line above a note that is nothing but the list.

    "" where nothing does.
    """
    before, behind = passage.text[: run[0].start], passage.text[run[-1].close :]
    if len(before) < 3 and len(behind) < 4 and lead is not None:
        return lead.text if _COUNTED.search(lead.text) else ""
    if ahead := _AHEAD.match(behind):
        return ahead["province"]
    return before if _INSIDE.search(before) else ""


def _holders(run: list[Item], said: str) -> list[Place]:
    """The province or city named in `said` in which all places of the list but one lie."""
    above = {province_of(place) for item in run[:3] for place in item.places}
    above |= {city for item in run[:3] for place in item.places if (city := home(place)) is not None}
    named = [place for place in above if place.hangul in said]
    return [place for place in named if len(_outside(run, place)) == 1]


def _outside(run: list[Item], holder: Place) -> list[Item]:
    missing = _missing(run, holder)
    return [
        item
        for item in run
        if holder not in item.places
        and not any(within(place, holder) for place in item.places)
        and (item.is_large or not any(distance(item.name, city.hangul) <= _NEAR for city in missing))
    ]


def _missing(run: list[Item], holder: Place) -> list[Place]:
    names = {item.name for item in run}
    return [place for place in places() if place.parent == holder.hanzi and place.hangul not in names]


def _odd(passage: Passage, run: list[Item], holder: Place, said: str) -> Iterator[Hit]:
    odd = _outside(run, holder)[0]
    homes: list[Place] = list(dict.fromkeys(province_of(place) for place in odd.places))
    if any(place.hangul in said for place in homes) or odd.name in said:
        return
    where = "·".join(place.hangul for place in homes)
    lost = [place.hangul for place in _missing(run, holder) if place.level == "city"]
    korean = f" 빠진 곳은 {', '.join(lost)}입니다." if 0 < len(lost) <= 2 else ""
    english = f" Missing: {', '.join(lost)}." if 0 < len(lost) <= 2 else ""
    yield Hit(
        passage.start + odd.start,
        passage.start + odd.end,
        Message(
            f"{odd.name}은(는) {holder.hangul}이(가) 아니라 {where}에 있습니다.{korean}",
            f"{odd.places[0].hanzi} lies in {homes[0].hanzi}, not in {holder.hanzi}.{english}",
        ),
    )
