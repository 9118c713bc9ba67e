"""기업이나 기관의 소재지가 사실과 다릅니다. | A firm or a body has its seat in another city.

왜: 알려진 기업과 대학의 본사와 소재지는 공개되어 있다. 다른 도시를 적으면 사실이 틀린 것이다.
Why: Where well-known firms and universities sit is public; another city is an error of fact.
Bad: 항저우에 본사를 둔 하이크비전과 상하이에 본사를 둔 아이플라이텍이 참여
Good: 항저우에 본사를 둔 하이크비전이 참여하고, 상하이에 공장을 둔 아이플라이텍은 칩을 공급
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from donghyang.check.names.listed_places import Item, place_lists, province_of
from donghyang.check.rule import Hit
from donghyang.check.sheet.boards import Board
from donghyang.check.sheet.passages import KOREAN, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.established import known_seats
from donghyang.language.gazetteer import Place, within, written
from donghyang.language.patterns import lazily
from donghyang.records import Message, Span

ID = "seat"
CLASS = "place-fact"
SEVERITY = "warning"

_WINDOW = 24
"""How far before the name a place stands."""
_BOUND = r"(?=[(（\s,·]|은|는|이|가|과|와|의|을|를|도|$)"
_HEAD = lazily(r"(?:본사|본부|소재지|본사\s?(?:소재지|위치)|소재\s?(?:도시|지역|지))$")
_BRACKET = lazily(r"\s?[(（](?P<inside>[^()（）\n]{2,30})[)）]")
_OTHER = lazily(r"[㐀-鿿]+|[A-Za-z]{2,10}|[,，·\s]|소재|본사|위치")
"""What may stand in a bracket besides the seat: the name's original, and words for seat."""
_SEATED = lazily(r"에\s(?:본사를\s(?:둔|두고 있는)|위치한|소재한|자리한)\s$|\s소재(?:의)?\s$")
_BRANCH = lazily(
    r"의?\s?(?:[가-힣]{1,20}\s)?(?:지사|법인|사무소|연구소|연구원|공장|캠퍼스|센터|지점|분교|분원|매장|실험실|단지)"
)
_BEHIND = lazily(r"(?:은|는|이|가)?\s(?P<place>[가-힣\s]{2,16})에\s본사를\s(?:두|둔|뒀)")


@cache
def _seats() -> dict[str, tuple[str, tuple[Place, ...]]]:
    """By Korean form: the Chinese name and the city."""
    found: dict[str, tuple[str, tuple[Place, ...]]] = {}
    for hanzi, forms, city in known_seats():
        places = tuple(place for place in written(city) if place.level != "district")
        for form in forms:
            found.setdefault(form, (hanzi, places))
    return found


def find(sheet: Sheet) -> Iterator[Hit]:
    """Cities that the text gives as the seat of a name, against the table."""
    if not (forms := sheet.standing(_seats())):
        return
    named = lazily(rf"(?<![가-힣A-Za-z0-9])(?:{'|'.join(map(re.escape, forms))}){_BOUND}")
    for passage in sheet.of(KOREAN):
        for found in named.finditer(passage.text):
            for item in _said(passage.text, found):
                span = (passage.start + item.start, passage.start + item.end)
                yield from _hit(found[0], item, span)
    for board in sheet.boards:
        yield from _tabled(board)


def _said(line: str, named: re.Match[str]) -> Iterator[Item]:
    """The place said to be the seat: in brackets behind the name, before it, or behind it."""
    if bracket := _BRACKET.match(line, named.end()):
        runs = _places_in(line, *bracket.span("inside"))
        rest = bracket["inside"]
        for run in runs:
            for item in run:
                rest = rest.replace(line[item.start : item.end], "")
        if runs and not _OTHER.sub("", rest):
            yield runs[-1][-1]
    if _BRANCH.match(line, named.end()):
        return
    if seated := _SEATED.search(line, max(0, named.start() - _WINDOW), named.start()):
        runs = [
            run
            for run in _places_in(line, max(0, seated.start() - _WINDOW), seated.start())
            if run[-1].end == seated.start()
        ]
        yield from (run[0] for run in runs if len(run) == 1)
    if behind := _BEHIND.match(line, named.end()):
        runs = _places_in(line, *behind.span("place"))
        if len(runs) == 1 and len(runs[0]) == 1 and runs[0][0].end == behind.end("place"):
            yield runs[0][0]


def _places_in(line: str, start: int, end: int) -> list[list[Item]]:
    return list(place_lists(line, start, end))


def _tabled(board: Board) -> Iterator[Hit]:
    """Rows whose first cells name a body, in a table with a column of seats."""
    columns = [at for at, cell in enumerate(board.head) if _HEAD.search(cell.text.strip())]
    for row in board.rows if len(columns) == 1 else ():
        cell = row[columns[0]]
        name = next((form for other in row[:2] if other is not cell and (form := _whole(other))), None)
        runs = list(place_lists(cell.text))
        if name and runs and len(runs[-1]) == 1 and runs[-1][0].close >= len(cell.text.rstrip()):
            item = runs[-1][0]
            yield from _hit(name, item, (cell.start + item.start, cell.start + item.end))


def _whole(cell: Passage) -> str | None:
    """The known name that a cell holds, with nothing but its original in brackets behind it."""
    name = re.sub(r"\s?[(（].*$", "", cell.text.strip())
    return name if name in _seats() else None


def _hit(name: str, item: Item, span: Span) -> Iterator[Hit]:
    hanzi, seats = _seats()[name]
    if not seats or not item.is_large or _fits(item, seats):
        return
    city = seats[0]
    yield Hit(
        *span,
        Message(
            f"{name}은(는) {city.hangul}에 있습니다.",
            f"{hanzi} has its seat in {city.hanzi}, not in {item.places[0].hanzi}.",
        ),
    )


def _fits(item: Item, seats: tuple[Place, ...]) -> bool:
    return any(
        place == seat or place == province_of(seat) or within(place, seat) or within(seat, place)
        for place in item.places
        for seat in seats
    )
