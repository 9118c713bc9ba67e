"""도시나 성이 그곳이 속하지 않는 지역에 놓였습니다. | A city or a province is put into the wrong part of the country.

왜: 동부·중부·서부·동북과 징진지, 창장삼각주에 어느 성이 드는지는 정해져 있다. 다른 곳을 넣으면 사실이 틀린 것이다.
Why: Which provinces make up the east, the centre, the northeast or 징진지 is laid down; any other is an error of fact.
Bad: 서남 지역의 칭다오에 기지를 두고, 징진지(베이징·톈진·산둥) 협력을 확대
Good: 서남 지역의 구이양에 기지를 두고, 징진지(베이징·톈진·허베이)와 산둥의 협력을 확대
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from donghyang.check.names.listed_places import Item, item_at, place_lists, province_of
from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.gazetteer import homographs
from donghyang.language.ordinary import ordinary
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "region"
CLASS = "place-fact"
SEVERITY = "warning"

_AREA = r"(?:\s?(?:지역|지구|권역|권|일대))?"
_ONE = lazily(r"(?:의|에 (?:있는|위치한|자리한|속한)|(?:\s(?:[가-힣]{2,4}\s)?|의 )[가-힣]{0,4}도시(?:인|,)?)?\s")
"""What stands between a part of the country and the one place said to lie in it."""
_ALL = lazily(r"(?:\s(?:\d{1,2}개\s?)?(?:성·시|성시|성급시|성|시|도시|지역|곳))?(?:인\s|\s?[(（:]\s?)")
"""The same before a list of what makes it up."""
_AMONG = lazily(r"(?:\s(?:가운데|중)(?:에서)?(?:는|도)?,?|에서는)\s")
_LIES = lazily(r"에\s(?:위치|속하|속한|속해|자리)")
_TOGETHER = lazily(r"\s등\s(?:중국\s)?$")
_SEVERAL = lazily(r"\s?(?:[·ㆍ,/]|및\s|과\s|와\s)")
_INSIDE = lazily(r"(?:성|시|현|구|주|국|대륙|한국|일본|아시아|유럽|아프리카|반도|양|해|도)(?:의)?\s$")
"""Words before 동부 or 중부 of which it is a part: 쓰촨성 중부, 미국 서부."""
_SHORT, _REACH = 12, 200
"""How far a word beside the region and a list of places are looked for."""
_ABOVE = 400
"""How far back in its own line a province may be named of which a compass word is a part."""
_FAR = 12
"""Letters between the two from which on a finding marks the place alone."""
_ABOUT = frozenset(("에", "에서", "에는", "로", "까지", "부터", "와", "과"))


@dataclass(frozen=True, slots=True)
class _Region:
    name: str
    is_word: bool
    members: frozenset[str]
    counted_in: frozenset[str]

    def holds(self, item: Item) -> bool:
        """Can the name mean a place in it? What is sometimes counted in is."""
        names = {name for place in item.places for name in (place.hanzi, place.parent, province_of(place).hanzi)}
        return bool(names & (self.members | self.counted_in))


@cache
def _regions() -> dict[str, _Region]:
    return {
        form: _Region(form, word == "word", frozenset(members.split()), frozenset(also.split()) - {"-"})
        for forms, word, members, also in tables.read(__package__, "regions.tsv")
        for form in forms.split("|")
    }


def find(sheet: Sheet) -> Iterator[Hit]:
    """Places against the part of the country in which the text puts them."""
    if not (forms := sheet.standing(_regions())):
        return
    pattern = lazily(rf"(?<![가-힣A-Za-z0-9·ㆍ])(?P<name>{'|'.join(forms)}){_AREA}(?=[\s(（:의에인은는이가을를과와로])")
    for passage in sheet.of(KOREAN):
        found = list(pattern.finditer(passage.text))
        told: set[int] = set()
        for at, named in enumerate(found):
            region = _regions()[named["name"]]
            if region.is_word and _INSIDE.search(passage.text, max(0, named.start() - _SHORT), named.start()):
                continue
            end = found[at + 1].start() if at + 1 < len(found) else len(passage.text)
            for item in _outside(passage.text, region, named, end):
                if item.start not in told and not (region.is_word and _told_of(sheet, passage, named.start(), item)):
                    told.add(item.start)
                    yield _hit(passage, region, named, item)


def _outside(line: str, region: _Region, named: re.Match[str], end: int) -> Iterator[Item]:
    """The places that the line puts into the region and that do not lie there."""
    close = named.end()
    said: Sequence[Item] = ()
    if among := _AMONG.match(line, close):
        yield from _beside_members(line, region, among.end(), end)
    elif whole := _ALL.match(line, close):
        said = _list_at(line, whole.end(), bracketed=not whole[0].endswith("인 "))
    elif one := _ONE.match(line, close):
        item = item_at(line, one.end())
        said = (item,) if item is not None and _is_surely(item) else ()
    elif _LIES.match(line, close):
        said = _subject(line, named.start())
    if (
        not said
        and _TOGETHER.search(line, max(0, named.start() - _SHORT), named.start())
        and not _SEVERAL.match(line, close)
    ):
        said = _list_before(line, named.start())
    yield from (item for item in said if item.is_large and not region.holds(item))


def _is_surely(item: Item) -> bool:
    """A Korean word of the same form is a place only with its rank, or where something happens there."""
    if item.name in homographs() or item.name in ordinary():
        return bool(item.rank) or item.tail in _ABOUT
    return True


def _list_at(line: str, start: int, *, bracketed: bool) -> list[Item]:
    """The list that begins there; in a bracket, only where it fills it."""
    run = next(place_lists(line, start, start + _REACH), [])
    if run and run[0].start != start:
        return []
    if bracketed and run and not re.match(r"\s?(?:등)?\s?(?:[)）]|$)", line[run[-1].close :]):
        return []
    return run if bracketed or len(run) > 1 or (run and _is_surely(run[0])) else []


def _list_before(line: str, start: int) -> list[Item]:
    """The list that ends before 등 and the region."""
    return _ending(line, start, ("등", "등 중국"))


def _subject(line: str, start: int) -> list[Item]:
    """The places of which it is said that they lie there."""
    run = _ending(line, start, ("", "중국"))
    return run if run and run[-1].tail in ("은", "는") else []


def _ending(line: str, start: int, between: tuple[str, ...]) -> list[Item]:
    """The list of places that ends before `start`, one of `between` behind it; [] when there is none."""
    for run in place_lists(line, max(0, start - _REACH), start):
        if line[run[-1].close : start].strip() in between:
            return run
    return []


def _beside_members(line: str, region: _Region, start: int, end: int) -> Iterator[Item]:
    """The one place listed side by side with members: 동북 3성 중에서는 지린성과 허베이성이; of cities two members."""
    for run in place_lists(line, start, min(end, start + _REACH)):
        if not (len(run) > 2 or all(_is_province(item) for item in run)):
            continue
        outside = [item for item in run if not region.holds(item)]
        if len(outside) == 1 and outside[0].is_large and len(run) > 1 and line[start : run[0].start].find(".") < 0:
            yield outside[0]


def _is_province(item: Item) -> bool:
    return any(place.level == "province" for place in item.places)


def _told_of(sheet: Sheet, passage: Passage, start: int, item: Item) -> bool:
    """Does the article name the place's own province before it, so that 중부 may be the middle of that province?"""
    homes = {province_of(place).hangul for place in item.places} - {item.name}
    article = [] if passage.article is None else sheet.articles[passage.article].passages
    before = [p.text for p in article if p.end < passage.start] + [passage.text[max(0, start - _ABOVE) : start]]
    return any(home in text for text in before for home in homes)


def _hit(passage: Passage, region: _Region, named: re.Match[str], item: Item) -> Hit:
    homes = list(dict.fromkeys(province_of(place) for place in item.places))
    korean = "·".join(home.hangul for home in homes)
    where = "" if item.name == korean else f"({korean})"
    far = item.start - named.end() > _FAR
    return Hit(
        passage.start + (item.start if far else min(named.start(), item.start)),
        passage.start + max(0 if far else named.end(), item.end),
        Message(
            f"{item.name}{where}은(는) {region.name}에 들지 않습니다.",
            f"{item.places[0].hanzi} ({homes[0].hanzi}) is no part of {region.name}.",
        ),
        related=((passage.start + named.start(), passage.start + named.end()),) if far else (),
    )
