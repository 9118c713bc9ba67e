"""How Koreans say Latin words and figures, as far as the particle behind them depends on it."""

from __future__ import annotations

import re

from donghyang.language import tables
from donghyang.language.hangul import final_of

_VOWELS = "aeiouAEIOU"
_SHORT = frozenset(("lab", "web", "tab", "job", "club"))
"""Words in b that end closed (랩, 웹); most others do not (허브, 튜브)."""
_UNITS = frozenset(tables.words(__package__, "said_units"))
"""Signs of units: said as the unit is called (t 톤), not as they are written."""
_ENGLISH = {"1": "ㄴ", "2": "", "4": "", "5": "", "7": "ㄴ"}
"""원, 투, 포, 파이브, 세븐, where both ways of reading end alike; of 3, 6, 8, 9 and 0 one ends open, one closed."""


def word_final(word: str, *, glued: bool = False) -> str | None:
    """The final sound of a Latin word: letter by letter for an acronym; None where its spelling does not tell.

    `glued`: it stands right behind Hangul or a figure, as units do and the X of a name that may be a ten.
    """
    last = re.split(r"[.&/_-]", word)[-1]
    if not last or (last.lower() in _UNITS and (glued or last.islower())):
        return None
    if last[-1].isdigit():
        return name_number_final(last)
    if len(last) == 1:
        return None if glued or last.islower() else final_of(last)
    if last.isupper():
        return _acronym_final(last)
    return _spelled_final(last)


def figure_final(figure: str) -> str | None:
    """The final sound of a figure read in Sino-Korean; None for a last 0 behind a point, which is 영 or 제로."""
    if figure.endswith(("%", "℃")):
        return ""
    if figure.endswith(("%p", ",", ".")) or ("." in figure and figure.endswith("0")):
        return None
    return final_of(figure)


def name_number_final(text: str) -> str | None:
    """The final sound of a number in a name, which may be read in English (Wi-Fi 6); None where that matters."""
    digits = re.search(r"[0-9.]+$", text)
    if digits is None or len(digits[0]) > 1:
        return None
    return _ENGLISH.get(digits[0])


def _acronym_final(word: str) -> str | None:
    """None where it may be read as a word: NASA, K-TOP, LIDAR."""
    if len(word) > 3 and re.search("[AEIOU]", word):
        return None
    if word[-1] not in _VOWELS and word[-2] in _VOWELS and word[-1] not in "LMN" and len(word) > 2:
        return None
    return final_of(word)


def _spelled_final(word: str) -> str | None:
    low = word.lower()
    if len(word) < 4 and not word[1:].islower():  # PhD, FiP: said in no way that its letters tell.
        return None
    if low in _SHORT:
        return "ㅂ"
    if re.search(r"(?:^|[^aeiou])[aeiou]p$", low):
        return "ㅂ"
    if re.search(r"[aeiouy](?:ng|m)$", low):
        return "ㅁ"
    if re.search(r"[aiou]n$", low):
        return "ㄴ"
    return "" if low[-1] in "aoiuyw" and len(low) > 2 else None
