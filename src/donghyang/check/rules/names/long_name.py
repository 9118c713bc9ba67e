"""긴 이름이 한두 글자 차이로 두 가지입니다. | A long name has two forms, a syllable or two apart.

왜: 일곱 글자가 넘는 이름이 한 글자만 다르면 다른 기관이 아니라 한 글자를 빠뜨리거나 더한 것이다.
Why: Names of seven syllables and more that differ in one are not two bodies: a syllable was lost or slipped in.
Bad: 국가표준화관리위원회가 발표. 국가표준관리위원회는 후속 조치를 예고
Good: 국가표준화관리위원회가 발표. 국가표준화관리위원회는 후속 조치를 예고. 광둥성과학기술청, 광둥과학기술청
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cache
from itertools import chain, islice

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.nearness import one_open, one_out
from donghyang.language.particles import without_particle
from donghyang.language.patterns import lazily
from donghyang.language.words import forms_in_names
from donghyang.records import Message

ID = "long-name"
CLASS = "name-variant"
SEVERITY = "note"

_LEAST = 7
_WORD = lazily(r"(?<![가-힣A-Za-z0-9·])[가-힣]{7,24}(?![A-Za-z0-9·])")
_ENDS = 3
"""Syllables at both ends that two forms of a name must share."""
_BODY = lazily(rf"(?:{tables.either(__package__, 'bodies')})$")
_OFFICE = lazily(r"(?:(?<![중외영미한태각양전])국|청|학원)$")
"""Offices, and no countries."""
_ABOVE = ("contents", "headline", "summary")
"""Where a body may be called by less than its name."""
_MAY_GO = frozenset("성시도구현형용식별")
"""Syllables that a name may have or lack: 광둥성과학기술청, 대규모형."""
_PROVINCE = lazily(r"(?:전라|경상|충청)[남북]도")
"""A province is also called by two syllables: 전라남도, 전남."""
_VERB = lazily(r"(?:하는|하여|하고|하며|했|한다|하기|되는|되어|되고|되며|됐|된다|된|한|할|함|됨|임|다|고|며|면)$")


def find(sheet: Sheet) -> Iterator[Hit]:
    """The rarer of two long words of which one has a syllable more, inside."""
    places: dict[str, list[int]] = {}
    for passage in sheet.of(KOREAN):
        for found in _WORD.finditer(passage.text):
            word = without_particle(found.group())
            if len(word) >= _LEAST and not _VERB.search(found.group()):
                places.setdefault(word, []).append(passage.start + found.start())
    for longer in places:
        for shorter in _shortened(longer, places):
            if _are_two(sheet, places, longer, shorter):
                continue
            yield from _hits(places, *_rarer(places, longer, shorter))
            break
    for form, model in chain(_exchanged(places), _translated(places)):
        if not _are_joined(sheet, places, form, model):
            yield from _hits(places, form, model)


def _shortened(longer: str, places: Container[str]) -> Iterator[str]:
    """The words of the text that a word is with one syllable more inside, or an organisation with two."""
    for at, shorter in islice(enumerate(one_out(longer)), 1, len(longer) - 1):
        is_province = at < len("전라남도") and _PROVINCE.match(longer) is not None
        if len(shorter) >= _LEAST and shorter in places and longer[at] not in _MAY_GO and not is_province:
            yield shorter
    for at in range(_ENDS, len(longer) - _ENDS - 1) if _BODY.search(longer) else ():
        shorter = longer[:at] + longer[at + 2 :]
        if len(shorter) >= _LEAST and shorter in places and not _PROVINCE.match(longer):
            yield shorter


def _are_two(sheet: Sheet, places: dict[str, list[int]], longer: str, shorter: str) -> bool:
    """Does one have a word more, and no article both? 기술혁신위원회 of a city is not 기술위원회 of the army."""
    if len(longer) < len(shorter) + 2:
        return False
    at = next((at for at, (a, b) in enumerate(zip(longer, shorter, strict=False)) if a != b), len(shorter))
    own, other = ({_article(sheet, start) for start in places[name]} for name in (longer, shorter))
    called = all(part is not None and part.part in _ABOVE for part in map(sheet.at, places[shorter]))
    return called or (longer[at : at + 2] in _words() and own.isdisjoint(other))


def _article(sheet: Sheet, start: int) -> int | None:
    passage = sheet.at(start)
    return passage.article if passage else None


@cache
def _words() -> frozenset[str]:
    return frozenset(form for forms in forms_in_names().values() for form in forms)


def _are_joined(sheet: Sheet, places: dict[str, list[int]], one: str, other: str) -> bool:
    """Are both named in one breath? 가온공업연구원과 가온농업연구원 are two."""
    for form, model in ((one, other), (other, one)):
        starts = set(places[model])
        for end in (start + len(form) for start in places[form]):
            near = next((at for at in range(end + 1, end + _BREATH + 1) if at in starts), end)
            if _AND.fullmatch(sheet.text, end, near):
                return True
    return False


_AND = lazily(r"(?:과|와|,|·| 및| 또는) ?")
_BREATH = 4


def _exchanged(places: dict[str, list[int]]) -> Iterator[tuple[str, str]]:
    """Organisations of eight syllables and more that differ in one in their middle."""
    gaps: dict[str, str] = {}
    for word in places:
        if len(word) <= _LEAST or not (_BODY.search(word) or _OFFICE.search(word)):
            continue
        for opened in islice(one_open(word), _ENDS, len(word) - _ENDS + 1):
            first = gaps.setdefault(opened, word)
            if first != word:
                yield _rarer(places, word, first)
                break


def _translated(places: dict[str, list[int]]) -> Iterator[tuple[str, str]]:
    """Organisations of which two say one Chinese word in two ways: 톈진산업생물기술연구소, 톈진공업생물기술연구소."""
    first: dict[str, str] = {}
    for word in places:
        alike = _one_way(word) if (_BODY.search(word) or word.endswith(_ENDINGS)) else word
        other = first.setdefault(alike, word)
        if other != word:
            yield _rarer(places, word, other)


_ENDINGS = tuple(tables.words(__package__, "compound_kinds"))


def _one_way(word: str) -> str:
    """The name with every word inside that can be said in several ways said in the usual one."""
    inside = word[:-1]
    for usual, others in _several_ways():
        for other in others:
            inside = inside.replace(other, usual)
    return inside + word[-1]


_SYLLABLES = 2
"""Of a word and of the other ways to say it; shorter and longer ones are parts of other words, or translations."""


@cache
def _several_ways() -> list[tuple[str, tuple[str, ...]]]:
    """Words of names with the other ways of saying them, all of two syllables: 공업, 산업."""
    pairs = (
        (usual, tuple(one for one in others if len(one) == _SYLLABLES)) for usual, *others in forms_in_names().values()
    )
    return [(usual, others) for usual, others in pairs if others and len(usual) == _SYLLABLES and usual not in others]


def _rarer(places: dict[str, list[int]], one: str, other: str) -> tuple[str, str]:
    """The form that stands less often, the later one of two that stand as often, and the other."""
    a, b = places[one], places[other]
    return (one, other) if (len(a), -a[0]) < (len(b), -b[0]) else (other, one)


def _hits(places: dict[str, list[int]], form: str, model: str) -> Iterator[Hit]:
    first = places[model][0]
    for start in places[form]:
        message = Message(
            f"'{form}'과(와) '{model}', 한두 글자가 다릅니다.", f"'{form}' and '{model}' differ by a syllable or two."
        )
        yield Hit(start, start + len(form), message, related=((first, first + len(model)),))
