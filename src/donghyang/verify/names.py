"""Names in Korean text: which places, bodies and firms it speaks of, and their Chinese forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from donghyang.language import tables
from donghyang.language.established import established_names, firms_abroad, short_bodies
from donghyang.language.gazetteer import (
    called,
    counties,
    counties_written,
    divisions,
    homographs,
    places,
    written,
)
from donghyang.language.hanja import read_as
from donghyang.language.particles import without_particle
from donghyang.language.pinyin import syllables
from donghyang.language.script import simplify
from donghyang.language.transliterate import syllable
from donghyang.language.words import words
from donghyang.verify.key import korean_words

_KINDS = {"agency": "body", "institution": "body", "outlet": "body", "company": "firm", "place": "place"}
_COUNTY = "현"
_RANK = re.compile(r"^(?:성|시|구|현|자치구|자치주|주|특별행정구|진|향|신구|기)?(?:정부|당국|당위원회)?$")
_BESIDE = re.compile("[(（]([一-龥]{2,8})[)）](?:성|시|구|현)?")
"""The characters of a place in brackets: 산시(山西)성."""
_WORD = re.compile(r"[가-힣A-Za-z]+")
_OF_A_LAND = re.compile(" (?:대통령|총리|국왕|정부|외교|외무|국방|의회|대사|국민|측)")
"""Behind a word that is a country too (이란 대통령)."""
_MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Named:
    """A name at its place in a Korean text."""

    kind: str
    """place, body, firm, or settled: any other name with a settled form."""
    start: int
    end: int
    hanzi: frozenset[str]
    """Every Chinese form of it, simplified."""


@cache
def _no_names() -> frozenset[str]:
    return frozenset(tables.words(__package__, "no_names"))


@cache
def _known() -> dict[str, tuple[str, frozenset[str]]]:
    """Korean form without spaces -> (kind, Chinese forms)."""
    found: dict[str, tuple[str, set[str]]] = {}
    for word in words():
        kind = _KINDS.get(word.kind)
        if kind is None or word.chinese in _no_names():
            continue
        for form in {word.named, *word.others}:
            bare = re.sub(r"[^가-힣A-Za-z0-9]", "", form)
            if len(bare) >= 2:
                found.setdefault(bare, (kind, set()))[1].update(_long_and_short(kind, simplify(word.chinese)))
    for chinese, korean in tables.read(__package__, "countries.tsv"):
        for form in korean.split():
            found.setdefault(form, ("place", set()))[1].add(chinese)
    for body in short_bodies():
        for form in (*body.unknown, *body.plain):
            found.setdefault(form, ("body", set()))[1].update(body.hanzi)
    for table, kind in ((firms_abroad(), "firm"), (established_names(), "settled")):
        for hanzi, entry in table.items():
            for form in entry.forms:
                bare = re.sub(r"[^가-힣A-Za-z0-9]", "", form)
                if len(bare) >= 3 and not entry.is_word and hanzi not in _no_names():
                    found.setdefault(bare, (kind, set()))[1].add(hanzi)
    return {form: (kind, frozenset(hanzi)) for form, (kind, hanzi) in found.items()}


def _long_and_short(kind: str, chinese: str) -> set[str]:
    """A place with and without its rank: 浙江省, 浙江; a government by its common name."""
    short = (
        re.sub("(?<=..)(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)$", "", chinese)
        if kind == "place"
        else chinese
    )
    return {chinese, short, chinese.replace("人民政府", "政府")}


@cache
def _longest() -> int:
    return max(map(len, _known()))


def names_in(text: str, start: int, end: int) -> list[Named]:
    """The places, bodies and firms that the tables know, in order, the longest first where one begins another."""
    spans = [found.span() for found in _WORD.finditer(text, start, end)]
    found: list[Named] = []
    done = -1
    for at, span in enumerate(spans):
        if span[0] < done:
            continue
        named = _longest_at(text, spans, at) or _place(text, span)
        if named is not None:
            found.append(named)
            done = named.end
    return found


@cache
def _begins() -> frozenset[str]:
    """The first two characters of every known form: most words begin none."""
    return frozenset(form[:2] for form in _known())


def _longest_at(text: str, spans: list[tuple[int, int]], at: int) -> Named | None:
    begun = text[spans[at][0] : spans[at][1]][:2]
    if len(begun) > 1 and begun not in _begins():
        return None
    for last in range(min(len(spans), at + _MOST_WORDS) - 1, at - 1, -1):
        stretch = text[spans[at][0] : spans[last][1]]
        if not re.fullmatch(r"[가-힣A-Za-z ]+", stretch):
            continue
        bare = stretch.replace(" ", "")
        for form in dict.fromkeys((bare, without_particle(bare))):
            short = re.sub("(?<=..)(?:정부|당국)$", "", form)
            known = _known().get(form) or _known().get(short) if len(form) <= _longest() else None
            if known is None:
                continue
            if known[0] != "place" or not _is_word(form, bare) or _OF_A_LAND.match(text, spans[last][1]):
                hanzi = known[1] | _namesakes(form) if known[0] == "place" else known[1]
                return Named(known[0], spans[at][0], spans[last][1] - len(bare) + len(form), hanzi)
    return None


@cache
def _namesakes(form: str) -> frozenset[str]:
    """Places that are spelled alike in Korean (창저우, 常州 and 沧州)."""
    return frozenset(place.hanzi for place in called(form))


def _is_word(form: str, bare: str) -> bool:
    """Whether a place is rather a word here: 인도 is handing over unless a particle of a name stands behind it."""
    return form in homographs() or (form in tables.words(__package__, "country_words") and form == bare)


def _place(text: str, span: tuple[int, int]) -> Named | None:
    """A place of the gazetteer, alone or with its rank behind it (상하이시, 선양의)."""
    word = text[slice(*span)]
    beside = _BESIDE.match(text, span[1])
    if beside is not None:  # 진창(秦腔) is no place
        given = simplify(beside[1])
        return Named("place", span[0], beside.end(), frozenset({given})) if written(given) else None
    if not {word, without_particle(word)}.isdisjoint(tables.words(__package__, "no_places")):
        return None
    for bare in dict.fromkeys((word, without_particle(word))):
        for size in range(min(len(bare), 8), 1, -1):
            base, rest = bare[:size], bare[size:]
            if not _RANK.match(rest):
                continue
            known = called(base)
            if rest:
                known = tuple(place for place in known if place.level != "region")
            if rest.startswith(_COUNTY):
                known += counties().get(base, ())
            if not known or (base in homographs() and not rest) or (not _spelled_out(base) and not rest):
                continue
            hanzi = frozenset(place.hanzi for place in known)
            return Named("place", span[0], span[0] + len(bare), hanzi)
    return None


@cache
def _spelled_out(base: str) -> bool:
    """Whether a place is listed in the table of well-known ones, whose form is no common word."""
    return any(base in (place.hangul, place.accepted) for place in places()) or _odd(base)


@cache
def _syllable() -> re.Pattern[str]:
    known = {found for sound in syllables() if (found := syllable(sound))}
    return re.compile(rf"(?:{'|'.join(sorted(known, key=len, reverse=True))})+")


def _odd(word: str) -> bool:
    return _syllable().fullmatch(word) is not None and any(not read_as(char) for char in word)


@cache
def sounds_chinese(word: str) -> bool:
    """Whether a word is spelled as Chinese names are, with a syllable that no Korean reading of a character has."""
    return len(word) >= 3 and word not in korean_words() and _odd(word)


@cache
def could_be_sound(word: str) -> bool:
    """Whether a word could be a Chinese name by its syllables, and is no word that the tables have."""
    return word not in korean_words() and _syllable().fullmatch(word) is not None


def spelled_as_sound(word: str) -> bool:
    """Whether a word could be a Chinese name by its syllables, be it also another word."""
    return _syllable().fullmatch(word) is not None


@cache
def _place_search() -> re.Pattern[str]:
    names = {place.hanzi for place in places() if len(place.hanzi) >= 2 and place.level != "region"}
    names |= {row[0] for row in tables.read(__package__, "countries.tsv")}
    names |= {hanzi for hanzi in (*counties_written(), *(place.hanzi for place in divisions())) if len(hanzi) > 2}
    return re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)))


def places_of(chinese: str) -> Iterator[re.Match[str]]:
    """The well-known places in simplified Chinese text, in order."""
    return _place_search().finditer(chinese)


@cache
def _body_search() -> re.Pattern[str]:
    names = {
        simplify(word.chinese)
        for word in words()
        if _KINDS.get(word.kind) in ("body", "firm") and len(word.chinese) > 2
    }
    names -= _no_names()
    names |= {hanzi for hanzi in (*established_names(), *firms_abroad()) if len(hanzi) > 2}
    return re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)))


def bodies_of(chinese: str) -> Iterator[re.Match[str]]:
    """The bodies and firms in simplified Chinese text that the tables know, in order."""
    return _body_search().finditer(chinese)


def holders_of(hanzi: str) -> frozenset[str]:
    """Everything that a place lies in, up to its province; empty for what is no place."""
    found: set[str] = set()
    layer = {place.parent for place in (*written(hanzi), *counties_written().get(hanzi, ())) if place.parent}
    while layer - found:
        found |= layer
        layer = {place.parent for name in layer for place in written(name) if place.parent}
    return frozenset(found)


def person_titles() -> tuple[str, ...]:
    """What stands behind a person's name in Korean."""
    return tables.words(__package__, "titles")


@cache
def titles() -> re.Pattern[str]:
    """Words behind a person's name."""
    return re.compile(rf"(?:{tables.either(__package__, 'titles')})(?![가-힣]{{2}})")


@cache
def firm_ends() -> re.Pattern[str]:
    """What a firm's name ends in that is also a trade (다롄조선): a name where sounds of a place stand before it."""
    return re.compile(rf"^(.{{2,6}}?)({tables.either(__package__, 'firm_ends')})$")


@cache
def body_ends() -> re.Pattern[str]:
    """What the name of a body or firm ends in, with the Chinese of it left open."""
    return re.compile(rf"^(.{{2,8}}?)({tables.either(__package__, 'body_ends')})$")


@cache
def office_titles() -> re.Pattern[str]:
    """A title of office, with 부 before it for a deputy's."""
    return re.compile(rf"(?P<deputy>부)?(?:{tables.either(__package__, 'offices')})")
