"""List numbers and bullets as word processors draw them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from donghyang.language import tables
from donghyang.report.grammar import HANGUL_ORDER

_LETTERS = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_HANJA = "一二三四五六七八九十"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000fffff]")
_WHITE, _BLACK = 0xF02B1, 0xF02CE
_BOXED = re.compile("[\U000f02ba-\U000f02c2][\U000f02c3-\U000f02cc]|[\U000f02d7-\U000f02df][\U000f02e0-\U000f02e9]")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def numeral(form: str, number: int) -> str:
    """`number` in a list style of WordprocessingML or OWPML ("decimal", "HANGUL_SYLLABLE"); digits for unknown ones."""
    draw = _FORMS.get(form.replace("_", "").lower())
    return draw(number) if draw and number > 0 else str(number)


def symbols(text: str) -> str:
    """`text` with the private characters of symbol fonts as the signs they look like; unknown ones stay.

    Hancom draws a boxed number from ten on as two of them, one of tens and one of ones.
    """
    if _PRIVATE.search(text) is None:
        return text
    text = _BOXED.sub(lambda pair: _boxed(ord(pair[0][0]), ord(pair[0][1])), text)
    return text.translate(_signs())


def _boxed(tens: int, ones: int) -> str:
    first = _BLACK if tens >= _BLACK else _WHITE
    number = 10 * (tens - first - 8) + ones - first - 18
    sign = _signs()[first + number - 1] if number <= 20 else None
    return chr(sign) if isinstance(sign, int) else str(number)


@cache
def _signs() -> dict[int, int | str]:
    """The sign of each private character, by their codes."""
    found: dict[int, int | str] = {}
    for codes, signs, *_ in tables.read(__package__, "symbols.tsv"):
        first, _, last = codes.partition("-")
        if last:
            found |= zip(range(int(first, 16), int(last, 16) + 1), map(ord, signs), strict=True)
        else:
            found[int(first, 16)] = signs
    return found


def _of(row: str) -> Callable[[int], str]:
    return lambda number: row[(number - 1) % len(row)]


def _from(first: str, many: int) -> Callable[[int], str]:
    return lambda number: chr(ord(first) + number - 1) if number <= many else str(number)


def _roman(number: int) -> str:
    if number >= 40:
        return str(number)
    text = ""
    for worth, letters in _ROMAN:
        text += letters * (number // worth)
        number %= worth
    return text


def _hanja(number: int) -> str:
    if number > 99:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if not tens else ("十" if tens == 1 else _HANJA[tens - 1] + "十")
    return head + (_HANJA[ones - 1] if ones else "")


_LATIN = "abcdefghijklmnopqrstuvwxyz"
_FORMS: dict[str, Callable[[int], str]] = {
    "ganada": _of(HANGUL_ORDER),
    "hangulsyllable": _of(HANGUL_ORDER),
    "chosung": _of(_LETTERS),
    "hanguljamo": _of(_LETTERS),
    "circledhangulsyllable": _from("㉮", 14),
    "circledhanguljamo": _from("㉠", 14),
    "lowerletter": _of(_LATIN),
    "latinsmall": _of(_LATIN),
    "upperletter": _of(_LATIN.upper()),
    "latincapital": _of(_LATIN.upper()),
    "circledlatinsmall": _from("ⓐ", 26),
    "circledlatincapital": _from("Ⓐ", 26),
    "lowerroman": _roman,
    "romansmall": _roman,
    "upperroman": lambda number: _roman(number).upper(),
    "romancapital": lambda number: _roman(number).upper(),
    "decimalenclosedcircle": _from("①", 20),
    "decimalenclosedcirclechinese": _from("①", 20),
    "circleddigit": _from("①", 20),
    "chinesecounting": _hanja,
    "chinesecountingthousand": _hanja,
    "koreandigital": _hanja,
    "taiwanesecountingthousand": _hanja,
    "ideograph": _hanja,
    "decagoncirclehanja": _of(_STEMS),
    "decimalzero": lambda number: f"{number:02}",
}
