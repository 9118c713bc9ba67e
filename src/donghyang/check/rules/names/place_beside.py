"""한자가 그 자리에서 말하는 곳의 이름이 아닙니다. | The characters are not those of the place that is meant there.

왜: 한글이 같아도 성마다 다른 곳이다. 같은 줄의 성과 도시를 보면 어느 곳인지 알 수 있다.
Why: Places of one sound lie in several provinces; what else the line or the table names shows which one is meant.
Bad: 저장성(浙江省)은 타이저우(泰州)시에 시범단지를 조성하고 허난성 쉬창(許昌)시와 저청(拓城)현에서 설명회를 개최
Good: 저장성(浙江省)은 타이저우(台州)시에 시범단지를 조성하고 허난성 쉬창(許昌)시와 저청(柘城)현에서 설명회를 개최
Options: 없음 (none)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

from donghyang.check.names.find import find_pairs
from donghyang.check.names.inner_places import RANKS
from donghyang.check.names.listed_places import Item, place_lists, province_of
from donghyang.check.names.pairs import Pair
from donghyang.check.rule import Hit
from donghyang.check.rules.names._titles import titled_beside
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.gazetteer import Place, called, counties, homographs, written
from donghyang.language.ordinary import ordinary
from donghyang.language.patterns import lazily
from donghyang.language.script import is_han, simplify
from donghyang.records import Message

ID = "place-beside"
CLASS = "hanja-mismatch"
SEVERITY = "warning"

_NAME = lazily(r"(?<![가-힣A-Za-z0-9·])(?P<name>[가-힣]{2,6}?)(?P<rank>성|시|현|구)?\s?$")
_RANK_BEHIND = lazily(r"(성|시|현|구)(?![가-힣]{3})")
_RANKS = "省市县区"
_BODY = lazily(r"(?<![가-힣])[가-힣]{4,16}(?:대학|연구소|연구원)")
_CITY = (2, 3, 4)
"""Syllables of the city after which a body is called."""
_BEFORE = 10
"""Letters before a bracket in which a place with its rank stands."""
_HIGHEST = ("province", "municipality")
_Told = tuple[str, bool]
"""A province in which a place beside the name lies, and whether it is that province itself which is named."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Characters that are no place, or one of another province, beside the Hangul of a place that lies there."""
    tables = _tables(sheet)
    for pair in find_pairs(sheet):
        line = sheet.at(pair.start)
        found = _NAME.search(sheet.text[max(0, pair.end - _BEFORE) : pair.end])
        if line is None or found is None or titled_beside(sheet, pair):
            continue
        behind = _RANK_BEHIND.match(sheet.text, pair.whole[1])
        rank = found["rank"] or (behind[1] if behind else "")
        near = _near(line, pair) + tables.get(line.start, Counter())
        right = _meant(pair, found["name"], rank, near, line) or _province(sheet, pair, found["name"], line)
        if right is not None:
            korean, english = f"{right.hangul}은(는) '{right.hanzi}'입니다.", f"{right.hangul} is '{right.hanzi}'."
            start = min(pair.start, pair.end - len(found[0].rstrip()))
            yield Hit(start, pair.whole[1], Message(korean, english))


def _tables(sheet: Sheet) -> dict[int, Counter[_Told]]:
    """What the other cells of row and column tell, of each cell with a bracket, by where the cell begins."""
    found: dict[int, Counter[_Told]] = {}
    for board in sheet.boards:
        told = [[_told(cell) for cell in row] for row in board.rows]
        columns = [sum(column, Counter[_Told]()) for column in zip(*told, strict=True)]
        for cells, mine in zip(board.rows, told, strict=True):
            row = sum(mine, Counter[_Told]())
            for cell, own, column in zip(cells, mine, columns, strict=True):
                if "(" in cell.text or "（" in cell.text:
                    found[cell.start] = row + column - own - own
    return found


def _near(line: Passage, pair: Pair) -> Counter[_Told]:
    """What the other places of a line tell."""
    at = pair.start - line.start
    return _told(line, lambda item: not item.start <= at < item.close)


def _told(line: Passage, counts: Callable[[Item], bool] = lambda item: True) -> Counter[_Told]:
    """The provinces in which the places of a line lie, and whether one is named itself."""
    found: Counter[_Told] = Counter()
    for run in place_lists(line.text):
        for item in filter(counts, run):
            is_alone = item.rank or item.name == line.text
            if not is_alone and (item.name in homographs() or item.name in ordinary()):
                continue
            homes = {province_of(place).hanzi for place in _named(item, line.text[item.end : item.close])}
            if len(homes) == 1:
                found[homes.pop(), any(place.level in _HIGHEST for place in item.places)] += 1
    return found


def _named(item: Item, behind: str) -> tuple[Place, ...]:
    """The places that a name means, only those of the characters in the bracket behind it where there are any."""
    if not any(map(is_han, behind)):
        return item.places
    characters = simplify(behind)
    return tuple(place for place in item.places if place.hanzi in characters)


def _meant(pair: Pair, name: str, rank: str, near: Counter[_Told], line: Passage) -> Place | None:
    """The place of that name in the provinces told; None where the characters may be right."""
    bare = pair.plain[:-1] if pair.plain[-1] in _RANKS and len(pair.plain) > 2 else pair.plain
    own = [
        place for place in (*written(bare), *written(pair.plain), *_counties().get(bare, ())) if _may_be(place, rank)
    ]
    homes, named = {home for home, _ in near}, {home for home, is_named in near if is_named}
    if any(province_of(place).hanzi in homes for place in own):
        return None
    told = homes if not own else named if len(named) == 1 else set()
    meant = [
        place
        for place in (*called(name), *counties().get(name, ()))
        if len(place.hanzi) == len(bare) and _may_be(place, rank) and place.parent and province_of(place).hanzi in told
    ]
    if len({place.hanzi for place in meant}) != 1 or not (set(bare) & set(meant[0].hanzi) or own):
        return None
    is_place = rank or any(place.hangul == name for place in own) or _is_told_alone(line, pair)
    return meant[0] if is_place else None


def _province(sheet: Sheet, pair: Pair, name: str, line: Passage) -> Place | None:
    """The other province of that name, where the article names places in that one only: 산시성(山西省) 시안."""
    several = [place for place in called(name) if place.level in _HIGHEST]
    own = next((place for place in several if pair.plain.startswith(place.hanzi)), None)
    if len(several) < 2 or own is None or line.part not in ("headline", "lead") or line.article is None:
        return None
    lines = sheet.articles[line.article].passages
    if sum(simplify(passage.text).count(own.hanzi) for passage in lines) > 1:
        return None  # what the article says twice is meant
    homes = {home for passage in lines for home in (*(home for home, _ in _near(passage, pair)), *_bodies(passage))}
    meant = [place for place in several if place.hanzi in homes]
    return meant[0] if len(meant) == 1 and meant[0] != own else None


def _bodies(line: Passage) -> Iterator[str]:
    """The provinces of the cities after which the universities and institutes of a line are called."""
    for found in _BODY.finditer(line.text):
        for length in _CITY:
            yield from (province_of(place).hanzi for place in called(found[0][:length]) if place.level == "city")


def _may_be(place: Place, rank: str) -> bool:
    return place.level != "region" and (not rank or rank in RANKS[place.level])


@cache
def _counties() -> dict[str, list[Place]]:
    """The counties by their simplified name."""
    found: dict[str, list[Place]] = {}
    for group in counties().values():
        for place in group:
            found.setdefault(place.hanzi, []).append(place)
    return found


def _is_told_alone(line: Passage, pair: Pair) -> bool:
    """Does it stand in a list of places, or alone in a cell, without a rank?"""
    at = pair.start - line.start
    runs = [run for run in place_lists(line.text) if any(item.start <= at < item.close for item in run)]
    return line.part == "cell" or any(len(run) > 1 for run in runs)
