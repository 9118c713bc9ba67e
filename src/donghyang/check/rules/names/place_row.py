"""표의 한 줄이 도시나 기관을 다른 성에 둡니다. | A row of a table puts a place or a body into another province.

왜: 다른 줄의 성과 도시가 모두 맞으면 두 칸은 성과 그 안의 곳이다. 맞지 않는 한 줄은 사실이 틀린 것이다.
Why: Where the other rows put each place where it lies, the columns hold a province and its places; the odd row errs.
Bad:
  〈거점〉
  성	거점	규모
  쓰촨	몐양(綿陽)	12
  후베이	이창(宜昌)	9
  지린	다롄이공대학	7
Good:
  〈거점〉
  성	거점	규모
  쓰촨	몐양(綿陽)	12
  후베이	이창(宜昌)	9
  랴오닝	다롄이공대학	7
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.names.inner_places import PROVINCE_CELL
from donghyang.check.rule import Hit
from donghyang.check.sheet.boards import Board
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.gazetteer import Place, called, holders, homographs, province_of, written
from donghyang.language.patterns import lazily
from donghyang.language.script import is_han, simplify
from donghyang.records import Message

ID = "place-row"
CLASS = "place-fact"
SEVERITY = "warning"

_INNER = lazily(r"(?P<word>[가-힣]{2,20})\s?(?:[(（](?P<hanja>[㐀-鿿]+)[)）])?")
_CITIES = frozenset({"city", "prefecture", "zone"})
_ANY = _CITIES | {"province", "municipality"}
_NAME = (4, 3, 2)
"""Syllables of a city, the longest first."""
_FIRST = 3
"""Provinces stand in one of the first columns of a table."""
_EACH = 2
"""So many rows put a place where it lies, for each that does not, where one column holds the other."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Rows whose city lies in another province than the one beside it, in tables whose other rows agree."""
    for board in sheet.boards:
        for outer in range(min(len(board.head), _FIRST)):
            provinces = [_province(row[outer]) for row in board.rows]
            if sum(map(bool, provinces)) * _EACH > len(board.rows):
                for at in range(len(board.head)):
                    yield from _odd(board, outer, at, provinces) if at != outer else ()


def _odd(board: Board, outer: int, inner: int, provinces: list[tuple[str, ...]]) -> Iterator[Hit]:
    right, odd = 0, []
    for row, named in zip(board.rows, provinces, strict=True):
        homes = _homes(row[inner]) if named else []
        if set(homes) & set(named):
            right += 1
        elif homes:
            odd.append((row[outer], row[inner], homes))
    if right < _EACH * len(odd):
        return
    for cell, place, homes in odd:
        where = "·".join(written(home)[0].hangul for home in homes)
        message = Message(f"'{place.text}'은(는) {where}에 있습니다.", f"it lies in {homes[0]}.")
        yield Hit(cell.start, cell.end, message, ((place.start, place.end),))


def _province(cell: Passage) -> tuple[str, ...]:
    """The provinces that a cell can mean; () where it is none."""
    found = PROVINCE_CELL.fullmatch(cell.text.strip())
    places = [place for place in holders(found["outer"]) if not place.parent] if found else []
    plain = simplify(found["hanja"] or "") if found else ""
    return tuple(place.hanzi for place in places if plain.startswith(place.hanzi) or not plain)


def _homes(cell: Passage) -> list[str]:
    """The provinces of the city that a cell names, or after which the body in it is called; [] where it is none."""
    found = _INNER.match(cell.text.strip())
    if found is None:
        return []
    for length in _NAME:
        name = found["word"][:length]
        places = [place for place in called(name) if place.level in (_CITIES if name == found["word"] else _ANY)]
        if places and (name == found["word"] or name not in homographs()):
            return list(dict.fromkeys(province_of(place.hanzi) for place in _meant(places, found["hanja"])))
    return []


def _meant(places: list[Place], hanja: str | None) -> list[Place]:
    plain = simplify(hanja) if hanja and all(map(is_han, hanja)) else ""
    named = [place for place in written(plain) if place.parent]
    return [place for place in places if plain.startswith(place.hanzi)] or named or places
