"""Hangul syllables: their letters, their final consonant, and the particles that depend on it."""

from __future__ import annotations

import re
import unicodedata

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")

_FIRST, _LAST = 0xAC00, 0xD7A3
_DIGIT_FINALS = {"0": "ㅇ", "1": "ㄹ", "3": "ㅁ", "6": "ㄱ", "7": "ㄹ", "8": "ㄹ"}
# The last letter of an acronym as Koreans say it: L 엘, M 엠, N 엔, R 알.
_LETTER_FINALS = {"L": "ㄹ", "M": "ㅁ", "N": "ㄴ", "R": "ㄹ"}
_SIGN_FINALS = {"%": "", "℃": "", "㎡": "", "㎞": ""}

PARTICLES = {
    "은": ("은", "는"),
    "는": ("은", "는"),
    "이": ("이", "가"),
    "가": ("이", "가"),
    "을": ("을", "를"),
    "를": ("을", "를"),
    "과": ("과", "와"),
    "와": ("과", "와"),
    "으로": ("으로", "로"),
    "로": ("으로", "로"),
    "이라": ("이라", "라"),
    "이며": ("이며", "며"),
}


def is_syllable(char: str) -> bool:
    """Is this one composed Hangul syllable (가 to 힣)?"""
    return len(char) == 1 and _FIRST <= ord(char) <= _LAST


def split(char: str) -> tuple[str, str, str]:
    """Initial, vowel and final ("" when open) of one syllable; ValueError for anything else."""
    if not is_syllable(char):
        raise ValueError(f"not a Hangul syllable: {char!r}")
    rest, final = divmod(ord(char) - _FIRST, len(FINALS))
    initial, vowel = divmod(rest, len(VOWELS))
    return INITIALS[initial], VOWELS[vowel], FINALS[final]


def join(initial: str, vowel: str, final: str = "") -> str:
    """The syllable of three letters; ValueError where a letter cannot stand in its place."""
    place = (INITIALS.index(initial) * len(VOWELS) + VOWELS.index(vowel)) * len(FINALS)
    return chr(_FIRST + place + FINALS.index(final))


def final_of(word: str) -> str | None:
    """The final consonant with which `word` is spoken, "" when it ends in a vowel, None when that is unknown.

    Closing brackets and quotes are passed over, with a bracket's content: 베이징(北京) ends as 베이징 does.
    """
    bare = _without_tail(word)
    if not bare:
        return None
    last = bare[-1]
    unit = _UNIT.search(bare)
    if unit and unit[1] in _UNIT_FINALS:
        return _UNIT_FINALS[unit[1]]
    if is_syllable(last):
        return split(last)[2]
    if last in _SIGN_FINALS:
        return _SIGN_FINALS[last]
    if last.isascii() and last.isdigit():
        return _DIGIT_FINALS.get(last, "")
    if last.isascii() and last.isalpha():
        return _LETTER_FINALS.get(last.upper(), "")
    return None


_UNIT = re.compile(r"\d(?:조|억|만)? ?([A-Za-z/]{1,6})$")
# Units behind a figure are read as words: 3km 킬로미터, 3kg 킬로그램, 3t 톤. (외래어 표기법)
_UNIT_FINALS = {
    **dict.fromkeys(("km", "m", "cm", "mm", "nm", "ha", "kW", "MW", "GW", "W", "kWh", "MWh", "GWh", "TWh", "Wh"), ""),
    **dict.fromkeys(("Hz", "kHz", "MHz", "GHz", "THz", "V", "kV", "A", "Pa", "MPa", "TB", "GB", "MB", "TEU"), ""),
    **dict.fromkeys(("kg", "g", "mg"), "ㅁ"),
    "t": "ㄴ",
}


def _without_tail(word: str) -> str:
    word = unicodedata.normalize("NFC", word).rstrip()
    while word:
        if word[-1] == ")" and "(" in word:
            word = word[: word.rindex("(")].rstrip()
        elif word[-1] in "'\"’”」』》〉*":
            word = word[:-1].rstrip()
        else:
            break
    return word


def with_particle(word: str, particle: str) -> str:
    """`word` with the form of `particle` (은, 이, 을, 과, 으로 …) that its last sound asks for.

    로 follows a vowel and ㄹ. Where the last sound is unknown the form after a vowel is written.
    """
    closed, open_ = PARTICLES[particle]
    final = final_of(word)
    if final and not (final == "ㄹ" and open_ == "로"):
        return word + closed
    return word + open_
