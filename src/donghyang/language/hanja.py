"""Chinese characters as Koreans read them: 한자음 with 두음법칙.

Readings: Unihan kHangul (`hanja_readings.tsv`). Rule of initials: 한글 맞춤법 제10~12항.
"""

from __future__ import annotations

from functools import cache

from donghyang.language import tables
from donghyang.language.hangul import is_syllable, join, split
from donghyang.language.script import is_shortened, simplify, traditional_forms


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    return {char: tuple(row[0].split()) for row in tables.read(__package__, "hanja_readings.tsv") for char in row[1]}


def hangul_readings(char: str, *, variants: bool = True) -> tuple[str, ...]:
    """Korean readings of one character, the usual first, with those of its other forms; () when it has none.

    A simplified form is read as the character it stands for (机 as 機), before any reading of its own.
    """
    table = _readings()
    standard = simplify(char)
    forms = (char, standard, *traditional_forms(standard)) if char != standard else (*traditional_forms(char), char)
    found: list[str] = []
    for form in forms if variants else (char,):
        found.extend(reading for reading in table.get(form, ()) if reading not in found)
    return tuple(found)


@cache
def families() -> frozenset[str]:
    """Every character, simplified, that is a Chinese family name by itself, the rare ones too."""
    return frozenset(char for _, names in tables.read(__package__, "family_names.tsv") for char in names)


@cache
def frequent_families() -> tuple[str, ...]:
    """The family names of one character, simplified, that most people bear, the most frequent first."""
    rows = tables.read(__package__, "family_names.tsv")
    return tuple(char for kind, names in rows if kind == "frequent" for char in names)


def is_simplified_only(char: str) -> bool:
    """Is this a form that traditional text does not use (国, 业)?

    A form that traditional text uses too for another word (后, 里) is not: only the characters of which the Korean
    standards know no reading are certain.
    """
    return is_shortened(char) and not hangul_readings(char, variants=False)


_Y_VOWELS = "ㅑㅒㅕㅖㅛㅠㅣ"


def initial_form(syllable: str) -> str:
    """The syllable as it is written at the head of a word: 녀 -> 여, 량 -> 양, 로 -> 노 (두음법칙)."""
    if not is_syllable(syllable):
        return syllable
    initial, vowel, final = split(syllable)
    if initial in "ㄴㄹ" and vowel in _Y_VOWELS:
        return join("ㅇ", vowel, final)
    return join("ㄴ", vowel, final) if initial == "ㄹ" else syllable


def _after_vowel(syllable: str) -> str:
    """렬, 률 are written 열, 율 behind a vowel and ㄴ (제11항 다만)."""
    return {"렬": "열", "률": "율"}.get(syllable, syllable)


@cache
def written_readings(char: str) -> frozenset[str]:
    """Every way a character's Korean readings are written: inside a word, at its head, behind a vowel."""
    forms: set[str] = set()
    for reading in hangul_readings(char):
        forms |= {reading, initial_form(reading), _after_vowel(reading)}
    return frozenset(forms)


@cache
def _characters() -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for readings, characters in ((row[0], row[1]) for row in tables.read(__package__, "hanja_readings.tsv")):
        for reading in readings.split():
            for form in {reading, initial_form(reading), _after_vowel(reading)}:
                found.setdefault(form, []).append(characters)
    return {form: "".join(groups) for form, groups in found.items()}


def read_as(syllable: str) -> str:
    """The characters that are read as a Hangul syllable in Korean, at a head or inside; "" when there is none."""
    return _characters().get(syllable, "")
