"""List numbers and bullets as word processors draw them."""

from __future__ import annotations

from collections.abc import Callable

from donghyang.report.grammar import HANGUL_ORDER

_LETTERS = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_HANJA = "一二三四五六七八九十"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def numeral(form: str, number: int) -> str:
    """`number` in a list style of WordprocessingML or OWPML ("decimal", "HANGUL_SYLLABLE"); digits for unknown ones."""
    draw = _FORMS.get(form.replace("_", "").lower())
    return draw(number) if draw and number > 0 else str(number)


def symbols(text: str) -> str:
    """`text` with the private characters of symbol fonts as the signs they look like."""
    return "".join(_SYMBOLS.get(sign, sign) for sign in text)


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
_SYMBOLS = {  # characters of the Symbol and Wingdings fonts, as the signs they look like
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf06e": "■",
    "\uf06c": "●",
    "\uf06d": "○",
    "\uf06f": "□",
    "\uf071": "□",
    "\uf0a8": "□",
    "\uf0d8": "▶",
    "\uf0e8": "▶",
    "\uf0fc": "✓",
    "\uf0fe": "☑",
    "\uf076": "◆",
    "\uf02d": "-",
}
