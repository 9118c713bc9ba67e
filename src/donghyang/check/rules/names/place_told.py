"""도시를 다른 성에 두거나 성도를 잘못 말합니다. | A place is told in another province, or a capital is none.

왜: 어느 성에 있는지, 성 정부가 어디에 있는지는 행정구역표로 알 수 있다. 다르게 적으면 사실이 틀린 것이다.
Why: Where a city lies and where a province is governed from is laid down; anything else is an error of fact.
Bad: 거얼무시는 간쑤성 서부에 위치하며, 하이난성의 성도 싼야에서 설명회를 개최
Good: 거얼무시는 칭하이성 서부에 위치하며, 하이난성의 성도 하이커우에서 설명회를 개최
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.names.inner_places import PROVINCE_CELL, with_hanja
from donghyang.check.names.listed_places import place_lists
from donghyang.check.rule import Hit
from donghyang.check.sheet.boards import Board
from donghyang.check.sheet.passages import KOREAN, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.gazetteer import Place, called, capital_of, everyday, holders, homographs, province_of, written
from donghyang.language.particles import JOSA
from donghyang.language.patterns import lazily
from donghyang.language.script import simplify
from donghyang.records import Message, Span

ID = "place-told"
CLASS = "place-fact"
SEVERITY = "warning"

_NAMED = r"(?P<name>[가-힣]{2,7}?)\s?(?:[(（](?P<hanja>[㐀-鿿]{2,7})[)）])?(?P<rank>신구|시|구|현|주)?"
_PROVINCE = (
    r"(?P<outer>[가-힣]{2,5}?)(?P<level>좡족자치구|후이족자치구|위구르자치구|자치구|성|시)(?:[(（][㐀-鿿]{2,8}[)）])?"
)
_LIES = lazily(
    rf"(?<![가-힣]){_NAMED}(?:은|는|이|가)\s{_PROVINCE}(?:의|\s)?\s?(?:[동서남북중]{{1,2}}부)?(?:\s?(?:지역|내륙|해안))?"
    r"에\s(?:위치|자리|있|속|소재)"
)
_CITY_OF = lazily(
    rf"(?<![가-힣]){_NAMED}(?:은|는)\s{_PROVINCE}의\s(?:[가-힣]{{2,4}}\s)?[가-힣]{{0,4}}\s?(?:도시|항구|거점)"
    r"(?=[가-힣]{0,3}(?:[ ,.]|$))"
)
"""What a place is for the province named behind it: 칭다오시는 산둥성의 대표적인 항구 도시."""
_SEAT = lazily(
    rf"(?<![가-힣]){_PROVINCE}(?:의)?\s?(?:성도|주도|구도|수도)(?:인|는)?\s{_NAMED}(?=(?:{JOSA})?(?![가-힣]))"
)
_CAPITAL = lazily(rf"(?<![가-힣])성도(?:인)?\s{_NAMED}(?=(?:{JOSA})?(?![가-힣]))")
_HOLDER = lazily(
    r"^(?:관할|소속|성|성[·/]\s?시|성급|성급\s?행정구역|소재|소재\s?성|소재\s?지역|소속\s?성|관할\s?지역)(?:\s?\([^()]*\))?$"
)
_PLACED = lazily(r"^(?:신구|도시|도시명|지역|지명|시|구|지급시|시·현|시[·/]구|현|현급시|개발구|특구|소재\s?도시)$")
"""How the columns of provinces and of places in them are called."""
_CELL = lazily(r"^\s*(?P<name>[가-힣]{2,7}?)(?P<rank>신구|시|구|현|주)?\s*(?:[(（](?P<hanja>[㐀-鿿]{2,7})[)）])?\s*$")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Places against the province in which a sentence or a row of a table puts them."""
    for passage in sheet.of(KOREAN):
        if "에 " in passage.text:
            for found in _LIES.finditer(passage.text):
                yield from _lies(passage, found)
        if "성의 " in passage.text or "구의 " in passage.text:
            for found in _CITY_OF.finditer(passage.text):
                yield from _lies(passage, found)
        if "도" in passage.text:
            seats = list(_SEAT.finditer(passage.text))
            for found in seats:
                yield from _seat(passage, found)
            for found in _CAPITAL.finditer(passage.text):
                if not any(seat.end() > found.start() >= seat.start() for seat in seats):
                    yield from _capital(passage, found)
    for board in sheet.boards:
        yield from _tabled(board)


def _places(found: re.Match[str]) -> tuple[Place, ...]:
    """The places below a province that the name means, by its Hanja where they stand beside it."""
    if found["hanja"] and (meant := with_hanja(found["hanja"])):
        return tuple(place for place in meant if place.parent)
    name = found["name"] + ("신구" if found["rank"] == "신구" else "")
    if found["rank"] is None and found["name"] in homographs():
        return ()
    return tuple(place for place in (*called(name), *called(found["name"])) if place.parent)


def _province(name: str) -> Place | None:
    return next((place for place in holders(name) if not place.parent), None)


def _outside(places: tuple[Place, ...], province: Place) -> list[Place]:
    """The provinces in which the places lie, where none of them lies in `province`; [] where one does."""
    homes = [province_of(place.hanzi) if not place.parent else province_of(place.parent) for place in places]
    if not homes or "" in homes or province.hanzi in homes:
        return []
    return [home for name in dict.fromkeys(homes) for home in written(name)[:1]]


def _lies(passage: Passage, found: re.Match[str]) -> Iterator[Hit]:
    province = _province(found["outer"])
    homes = _outside(_places(found), province) if province and found["name"] not in everyday() else []
    if homes:
        span = (passage.start + found.start("name"), passage.start + found.end("level"))
        yield Hit(*span, _elsewhere(found["name"], homes))


def _elsewhere(name: str, homes: list[Place]) -> Message:
    return Message(
        f"{name}은(는) {'·'.join(home.hangul for home in homes)}에 있습니다.", f"it lies in {homes[0].hanzi}."
    )


def _seat(passage: Passage, found: re.Match[str]) -> Iterator[Hit]:
    """A capital that is none, or the right one with the characters of another city."""
    province = _province(found["outer"])
    seat = capital_of().get(province.hanzi) if province else None
    if seat is None or not _is_city(found):
        return
    right = written(seat)[0]
    hanja = simplify(found["hanja"] or "").removesuffix("市")
    if found["name"] != right.hangul or (hanja and hanja != seat):
        message = Message(
            f"{found['outer']}{found['level']}의 성도는 {right.hangul}({seat})입니다.", f"the capital is {seat}."
        )
        yield Hit(passage.start + found.start("outer"), passage.start + found.end(), message)


def _capital(passage: Passage, found: re.Match[str]) -> Iterator[Hit]:
    """A city called the capital of the province named last before it, where it lies in that one and is not."""
    runs = [run for run in place_lists(passage.text, 0, found.start()) if run[-1].end <= found.start()]
    above = [place for run in runs for item in run for place in item.places if place.hanzi in capital_of()]
    if not above or len({place.hanzi for place in above}) != 1:
        return
    right = written(capital_of()[above[0].hanzi])[0]
    inside = [place for place in _places(found) if place.level == "city" and place.parent == above[0].hanzi]
    if inside and found["name"] != right.hangul:
        message = Message(f"{above[0].hangul}의 성도는 {right.hangul}({right.hanzi})입니다.", f"it is {right.hanzi}.")
        yield Hit(passage.start + found.start(), passage.start + found.end(), message)


def _is_city(found: re.Match[str]) -> bool:
    return any(place.level == "city" for place in called(found["name"]))


def _tabled(board: Board) -> Iterator[Hit]:
    """Rows of a table with a column of places and one of the provinces that hold them."""
    holds = [at for at, cell in enumerate(board.head) if _HOLDER.match(cell.text.strip())]
    inner = [at for at, cell in enumerate(board.head) if _PLACED.match(cell.text.strip())]
    if len(holds) != 1 or not inner:
        return
    for row in board.rows:
        above = PROVINCE_CELL.fullmatch(row[holds[0]].text.strip())
        province = _province(above["outer"]) if above else None
        for at in inner if province else ():
            found = _CELL.match(row[at].text)
            homes = _outside(_places(found), province) if found and at != holds[0] and province else []
            if found and homes:
                cell: Span = (row[holds[0]].start, row[holds[0]].end)
                yield Hit(
                    *cell, _elsewhere(found["name"] + (found["rank"] or ""), homes), ((row[at].start, row[at].end),)
                )
