"""How the syllables of Chinese names are written by those who spell out the pinyin, or mishear it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from donghyang.language import tables
from donghyang.language.hangul import join, split
from donghyang.language.pinyin import syllables
from donghyang.language.transliterate import syllable

_SPELLED = {
    "ia": "이아 야", "ie": "이에 예", "iao": "이아오 야오", "iu": "이우", "ian": "이엔 이안 엔 옌",
    "iang": "이앙 양", "iong": "이옹 이웅 용", "ua": "우아", "uo": "우오 오", "uai": "우아이", "ui": "위",
    "uan": "우안 완", "uang": "우앙", "ong": "옹", "ou": "오우", "e": "에", "en": "엔", "eng": "엥",
    "üan": "위엔 우안 유안 웬", "üe": "위에 우에 유에", "ü": "유", "ün": "운 윤",
}  # fmt: skip
"""Finals of pinyin and what their letters look like, as if nothing stood before them."""
_WHOLE = {
    "yan": "얀 이안", "yuan": "유안 유엔 위엔", "yue": "유에 위에", "yun": "윤", "you": "요우", "yong": "용",
    "wen": "웬", "weng": "웽", "ye": "이에", "yu": "유",
}  # fmt: skip
"""The same of syllables that begin with y or w."""


def misheard(hangul: str) -> Iterator[str]:
    """The forms that arise when one syllable of a name is misheard or spelled out (톈진 -> 텐진, 티엔진)."""
    table = wrong_forms()
    for at in range(len(hangul)):
        for length in (1, 2, 3):
            right = hangul[at : at + length]
            if len(right) == length:
                for wrong in table.get(right, ()):
                    yield hangul[:at] + wrong + hangul[at + length :]


@cache
def wrong_forms() -> dict[str, tuple[str, ...]]:
    """By what the national table gives for a Mandarin syllable: the forms that are written in its place."""
    found: dict[str, dict[str, None]] = {}
    for right, wrong in tables.read(__package__, "misheard.tsv"):
        found.setdefault(right, {}).update(dict.fromkeys(wrong.split()))
    for reading in syllables():
        if known := syllable(reading):
            found.setdefault(known, {}).update(dict.fromkeys(_spelled(reading, known)))
    return {right: tuple(wrong for wrong in forms if wrong != right) for right, forms in found.items()}


def _spelled(reading: str, right: str) -> Iterator[str]:
    """The forms of one syllable (jie -> 지에, 졔)."""
    if reading in _WHOLE:
        yield from _WHOLE[reading].split()
        return
    final = reading.lstrip("bpmfdtnlgkhjqxzcsr")
    if reading[0] in "jqx" and final.startswith("u"):
        final = "ü" + final[1:]
    consonant = split(right[0])[0]
    for form in _SPELLED.get(final, "").split() if final != reading else ():
        _, vowel, coda = split(form[0])
        yield join(consonant, vowel, coda) + form[1:]
        if reading[0] == "x":  # 씨앙 for 샹.
            yield join("ㅆ", vowel, coda) + form[1:]
