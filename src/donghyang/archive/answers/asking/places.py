"""Names of places as questions and articles write them: by sound, misheard, in Chinese characters, in Latin letters."""

from __future__ import annotations

from functools import cache, lru_cache
from string import capwords

from donghyang.archive.answers.asking.alike import in_english
from donghyang.language import abroad, gazetteer
from donghyang.language.misnamed import mistakes
from donghyang.language.patterns import lazily
from donghyang.language.pinyin import pinyin_of, toneless

_RANKS = ("특별행정구", "자치구", "신구", "성", "시", "구", "현")
_WORD = lazily("[가-힣]+")
_RANKED = lazily(f"(?:{'|'.join(_RANKS)})?(?:은|는|이|가|을|를|의|에|에서|와|과|로|으로|도)?$")
_TWO_READINGS = {"陕西": "shaanxi"}
"""Spelled apart from 山西, which sounds the same."""


def place_forms(word: str) -> tuple[str, ...]:
    """The forms of a place of China, a city or country abroad, the right Hangul first; none for another word."""
    names = (word.removesuffix(rank) for rank in ("", *_RANKS) if word.endswith(rank))
    name = next((name for name in names if _is_place(name)), None)
    if name is None or (name in gazetteer.homographs() and name == word):
        return ()
    right = _misspelled().get(name, name)
    hanzi = (place.hanzi for place in gazetteer.called(right))
    return tuple(dict.fromkeys((right, *hanzi, *_latin().get(right, ()), *_misspellings().get(right, ()))))


def _is_place(name: str) -> bool:
    known = (gazetteer.by_hangul(), _misspelled(), abroad.cities(), abroad.countries())
    return len(name) > 1 and any(name in names for names in known)


def opens_with_place(word: str) -> bool:
    """Whether a word begins with the name of a place, as those of bodies do: 베이징대, 저장이공대."""
    known, words = gazetteer.by_hangul(), gazetteer.homographs()
    return any(word[:size] in known and word[:size] not in words for size in range(2, min(len(word), 6)))


@lru_cache(maxsize=65536)
def places_in(text: str) -> frozenset[str]:
    """The places of China that a Korean text names, by their Hangul without rank."""
    known, words = gazetteer.by_hangul(), gazetteer.homographs()
    forms = {form for word in _WORD.findall(text) for form in (word, _RANKED.sub("", word)) if len(form) > 1}
    return frozenset(form for form in forms if form in known and form not in words)


@cache
def lies_together(one: str, other: str) -> bool:
    """Whether one of two places lies in the other."""
    pairs = [(a, b) for a in gazetteer.called(one) for b in gazetteer.called(other)]
    return any(gazetteer.within(a, b) or gazetteer.within(b, a) for a, b in pairs)


@cache
def _misspelled() -> dict[str, str]:
    """The right Hangul by names that are mistakes wherever they stand: 심천, 광동."""
    return {form: mistake.place.hangul for form, mistake in mistakes().items() if mistake.alone}


@cache
def _misspellings() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for form, right in _misspelled().items():
        found.setdefault(right, []).append(form)
    return {hangul: tuple(forms) for hangul, forms in found.items()}


@cache
def by_pinyin() -> dict[str, tuple[str, ...]]:
    """The Hangul and Hanzi of places by their pinyin without tones."""
    found: dict[str, list[str]] = {}
    for place in gazetteer.places():
        latin = _TWO_READINGS.get(place.hanzi) or "".join(map(toneless, pinyin_of(place.hanzi)))
        found.setdefault(latin.replace("ü", "v").lower(), []).extend((place.hangul, place.hanzi))
    return {latin: tuple(dict.fromkeys(forms)) for latin, forms in found.items()}


def latin_of(hanzi: str) -> str | None:
    """How a place of China is written in English: Weihai, Xi'an, Inner Mongolia; None for one that no table has."""
    place = next(iter(gazetteer.written(hanzi)), None)
    if place is None:
        return None
    english = [name for name, forms in in_english().items() if place.hangul in forms[:1]]
    spelled = english[0] if english else _TWO_READINGS.get(place.hanzi) or _pinyin(place.hanzi)
    return capwords(spelled)


def _pinyin(hanzi: str) -> str:
    """A place in pinyin without tones, a syllable that begins with a vowel set apart: Xi'an."""
    first, *rest = map(toneless, pinyin_of(hanzi))
    return first + "".join(f"'{one}" if one[0] in "aeo" else one for one in rest)


@cache
def _latin() -> dict[str, tuple[str, ...]]:
    """Latin spellings of places by their Hangul."""
    found: dict[str, list[str]] = {}
    for latin, forms in by_pinyin().items():
        found.setdefault(forms[0], []).append(latin)
    for english, forms in in_english().items():
        for form in forms:
            if form in abroad.cities() or form in abroad.countries() or gazetteer.called(form):
                found.setdefault(form, []).append(english)
    return {hangul: tuple(dict.fromkeys(spelled)) for hangul, spelled in found.items()}
