"""Reads which place is said to lie in which: 광둥성 선전시 바오안구, 푸젠성 닝더, 다롄(랴오닝성)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from donghyang.language import tables
from donghyang.language.gazetteer import Place, called, counties, everyday, holders, homographs, within, written
from donghyang.language.lookalikes import misconverted
from donghyang.language.ordinary import ordinary
from donghyang.language.particles import JOSA
from donghyang.language.patterns import lazily
from donghyang.language.script import simplify
from donghyang.records import Span

RANKS = {
    "municipality": "시",
    "province": "성",
    "city": "시",
    "prefecture": "",
    "county": "시",
    "district": "구",
    "rural": "현",
    "zone": "구시",
    "region": "",
}
"""What may stand behind a place of each level."""

_PEOPLE = "(?:좡족|후이족|위구르|웨이우얼)?"
_BEHIND = lazily(
    rf"(?<![가-힣])(?P<outer>[가-힣]{{2,5}}?){_PEOPLE}(?:[(（](?P<inside>[㐀-鿿]{{2,8}})[)）](?=성|시|자치구))?"
    r"(?P<level>성|시|주|지구|자치구|자치주)?"
    r"(?:[(（](?P<characters>[㐀-鿿]{2,8})[)）])? "
    r"(?=(?P<word>[가-힣]{2,10})(?:\s?[(（](?P<hanja>[㐀-鿿]{2,6})[)）](?P<after>시|구|현)?)?)"
)
"""The inner place is only looked at, so that it can hold the next one."""
_IN_BRACKETS = lazily(
    rf"(?<![가-힣])(?P<word>[가-힣]{{2,7}})[(（](?:(?P<hanja>[㐀-鿿]{{2,6}}), ?)?(?P<outer>[가-힣]{{2,5}}?){_PEOPLE}"
    r"(?P<level>성|자치구)[)）]"
)
FACILITIES = rf"{tables.either(__package__, 'facilities')}|[가-힣]{{2,6}}대학"
"""What is called after the city in which it lies: 닝보항, 다칭유전, 하얼빈공업대학."""
_REST = lazily(rf"(?P<rank>시|구|현)?(?:{FACILITIES})?(?:{JOSA})?$")
_AT = lazily("로|에|에는|에서|에서는")
"""Particles behind a city right after its bare province: 하이난 싼야로."""
_BARE = frozenset({"city", "prefecture", "county", "zone"})
"""Levels that are named without their rank."""
PROVINCE_CELL = lazily(
    r"(?P<outer>[가-힣]{2,5}?)(?:(?:좡족|후이족|위구르)?자치구|성|시)?\s*(?:[(（](?P<hanja>[㐀-鿿]+)[)）])?"
)
"""All of a cell that names a province: 산시(陝西), 광시좡족자치구."""
_FEATURES = frozenset(tables.words(__package__, "features"))


@dataclass(frozen=True, slots=True)
class Inner:
    """A place said to lie in another."""

    outer: tuple[Place, ...]
    """The places that the outer name can mean."""
    places: tuple[Place, ...]
    """The places that the inner name can mean."""
    span: Span
    """From the first name to the end of the second, in the line."""


def inner_places(line: str) -> Iterator[Inner]:
    """Every place in a line that stands with the province or city it is said to lie in."""
    for found in _BEHIND.finditer(line):
        outer = _written_so(holders(found["outer"]), found["characters"] or found["inside"])
        if found["level"] == "주":  # 지난주 is last week.
            outer = tuple(place for place in outer if place.level == "prefecture")
        if outer and (found["level"] or found["outer"] not in homographs() or _begins(line, found)):
            yield from _read(found, outer)
    for found in _IN_BRACKETS.finditer(line):
        if outer := holders(found["outer"]):
            yield from _read(found, outer)


def _begins(line: str, found: re.Match[str]) -> bool:
    """Does a name that is also a word begin a phrase, with a name and its Hanja behind it: 저장 진탄(金壇)?"""
    before = line[: found.start()].rstrip()
    return found["hanja"] is not None and (not before or before[-1] in _JOINTS)


_JOINTS = frozenset(",·:(（)）]△▲-*•은는이가의에과와서로며고")
"""What a line has before a phrase begins: marks, and the last syllables of particles and verbs."""


def _written_so(outer: tuple[Place, ...], characters: str | None) -> tuple[Place, ...]:
    """Those that the characters in brackets name: 산시성 is 山西省 or 陕西省."""
    plain = simplify(characters or "")
    return tuple(place for place in outer if plain.startswith(place.hanzi)) or outer


def _read(found: re.Match[str], outer: tuple[Place, ...]) -> Iterator[Inner]:
    word = found["word"]
    behind = _is_behind(found)
    for length in range(min(len(word), 7), 1, -1):
        name, rest = word[:length], _REST.match(word, length)
        if rest is None or (found["hanja"] and behind and rest.end() - length != len(rest["rank"] or "")):
            continue
        rank = rest["rank"] or (found["after"] if behind else None)
        places = _called(name, rank, found["hanja"])
        if not places or not _meant(name, rank, found, places):
            continue
        end = found.start("word") + length + len(rest["rank"] or "")
        if found["hanja"]:
            end = found.end("after") if behind and found["after"] else found.end("hanja") + 1
        yield Inner(outer, places, (found.start(), end if behind else found.end()))
        return


def _is_behind(found: re.Match[str]) -> bool:
    """Whether the inner place stands behind the outer one, not in front of it with brackets."""
    return "after" in found.re.groupindex


def _called(name: str, rank: str | None, hanja: str | None) -> tuple[Place, ...]:
    """The places below a province with that name, of that rank where one stands behind it."""
    if rank == "현":
        places = [place for place in counties().get(name, ()) if hanja is None or simplify(hanja)[:-1] == place.hanzi]
        return tuple(places) if len({place.hanzi for place in places}) == 1 else ()
    places = [place for place in (*called(name), *called(name + (rank or ""))) if place.parent]
    if rank:
        places = [place for place in places if rank in RANKS[place.level]]
    if hanja:
        meant = {place.hanzi for place in with_hanja(hanja)}
        below = [place for place in counties().get(name, ()) if simplify(hanja) == place.hanzi]
        if below and not meant:
            places = below
        elif meant:
            places = [place for place in places if place.hanzi in meant]
        else:  # No such place: one character may be a homophone (株州 for 株洲).
            places = [p for p in places if p.level in ("city", "prefecture") and misconverted(hanja, p.hanzi)]
    return tuple(dict.fromkeys(places))


def _meant(name: str, rank: str | None, found: re.Match[str], places: tuple[Place, ...]) -> bool:
    """Is the word surely the name of a place? Without rank and Hanja it must be a city's, behind 성 or 자치구."""
    is_city = found["level"] == "시" or all(place.level == "city" for place in holders(found["outer"]))
    if is_city and any(place.level == "city" for place in places):
        return _is_in_municipality(name, found)  # Else cities side by side: 광저우시 선전시.
    if rank:
        return True
    if found["hanja"]:
        return not _is_feature(found["hanja"], places)
    if _is_behind(found) and (found["characters"] or found["inside"]) and _in_namesake(places, found["outer"]):
        return True
    level = found["level"] or ""
    is_word = name in (everyday() if level == "성" and _is_behind(found) else homographs()) or name in ordinary()
    if not level and _is_behind(found) and all(place.level == "province" for place in holders(found["outer"])):
        goes_on = _AT.fullmatch(found["word"], len(name)) is not None
        return goes_on and not is_word and all(place.level == "city" for place in places)
    return level not in ("", "시") and not is_word and any(place.level in _BARE for place in places)


def _is_in_municipality(name: str, found: re.Match[str]) -> bool:
    """Is something told to be at the city right behind a municipality with its rank: 충칭시 몐양에 있는?"""
    outer = holders(found["outer"])
    is_at = _AT.fullmatch(found["word"], len(name)) is not None and name not in homographs()
    return found["level"] == "시" and is_at and all(place.level == "municipality" for place in outer)


def _in_namesake(places: tuple[Place, ...], outer: str) -> bool:
    """Does it lie in a province of the printed name? 산시(山西)성 시안: the other 산시 is meant, and no word."""
    return any(holder.hangul == outer for place in places for holder in holders(outer) if within(place, holder))


def _is_feature(hanja: str, places: tuple[Place, ...]) -> bool:
    """Can the characters, without a rank, be those of a lake or a hill as well as of a district?"""
    return simplify(hanja)[-1] in _FEATURES and not any(place.level in _BARE for place in places)


def with_hanja(hanja: str) -> tuple[Place, ...]:
    """The places that Hanja name, with or without their rank."""
    plain = simplify(hanja)
    return written(plain) or written(plain[:-1]) or written(f"{plain[:-1]}新区")
