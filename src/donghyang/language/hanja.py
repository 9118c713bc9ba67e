"""Chinese characters as Koreans read them: 한자음 with 두음법칙, and whether a Hangul form can stand for a Hanja form.

Readings: Unihan kHangul (`hanja_readings.tsv`). Rule of initials: 한글 맞춤법 제10~12항.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from donghyang.language.hangul import is_syllable, join, split
from donghyang.language.script import is_han, simplify, traditional_forms
from donghyang.language.tables import read_table

Tie = Literal["read", "transliterated"]
"""How Hangul stands for Hanja: by the Korean reading (質量 질량) or by the Chinese sound (北京 베이징)."""


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    return {char: tuple(row[0].split()) for row in read_table("hanja_readings.tsv") for char in row[1]}


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


def sino_korean(hanja: str) -> str | None:
    """The usual Korean reading of `hanja` as one word, 두음법칙 applied at its head; None if a character has none."""
    spoken: list[str] = []
    for char in hanja:
        readings = hangul_readings(char) if is_han(char) else (char,)
        if not readings:
            return None
        spoken.append(readings[0])
    for at, syllable in enumerate(spoken):
        if at == 0:
            spoken[0] = initial_form(syllable)
        elif is_syllable(spoken[at - 1]) and split(spoken[at - 1])[2] in ("", "ㄴ"):
            spoken[at] = _after_vowel(syllable)
    return "".join(spoken)


def reads_as(hanja: str, hangul: str) -> bool:
    """Can `hanja`, character by character, be read as `hangul` in Korean? White space in `hangul` does not count."""
    syllables = "".join(hangul.split())
    if not syllables or len(syllables) != len(hanja):
        return False
    return all(
        char == syllable or syllable in _all_forms(char) for char, syllable in zip(hanja, syllables, strict=True)
    )


@cache
def _all_forms(char: str) -> frozenset[str]:
    """Every way a character's reading is written, inside a word, at its head, behind a vowel."""
    forms: set[str] = set()
    for reading in hangul_readings(char):
        forms |= {reading, initial_form(reading), _after_vowel(reading)}
    return frozenset(forms)


def tie(hanja: str, hangul: str) -> Tie | None:
    """How `hangul` can stand for `hanja`: read in Korean, put into Hangul by the national rules, or None."""
    from donghyang.language.transliterate import transliterate

    if reads_as(hanja, hangul):
        return "read"
    return "transliterated" if transliterate(hanja).hangul == "".join(hangul.split()) else None
