"""What stands before a numeral and belongs to it: minus in its forms (-5%, 영하 5도, △0.3%), marks of money ($5억)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.language.numeral import LETTERS
from donghyang.language.patterns import lazily
from donghyang.language.units import unit_at

if TYPE_CHECKING:
    from donghyang.language.numeral import Figure
    from donghyang.language.units import Unit

MINUS = frozenset("-−－–﹣\u2011")
"""The signs of a minus; all but the true one (U+2212) are dashes as well."""
_NO_MINUS_AFTER = MINUS | frozenset(")）%％‰℃℉°㎡㎥㎏㎞")
_BELOW = ("영하", "영하 ", "零下", "마이너스", "마이너스 ", "负", "負")
_BELOW_ENDS = frozenset(word[-1] for word in _BELOW)
_DOWN = frozenset("▽▼")
_IN_BRACKETS = ("(-)", "(△)", "(−)")
_DOLLARS = {"HK": "港元", "NT": "新台币", "S": "新加坡元", "A": "澳元", "AU": "澳元", "C": "加元", "US": "美元"}
_CURRENCY = {"$": "美元", "＄": "美元", "￥": "元", "¥": "元", "€": "欧元", "£": "英镑", "₩": "원"}
_OF_DOLLARS = lazily("(?<![A-Za-z])(?:HK|NT|AU|US|A|C|S)$")
_BEFORE_FALL = frozenset("([（［/→·,:~\t")
_BEHIND_FALL = lazily(
    r"\s*(?:[)\]），,/·→;~.]|$|에서|까지|[은는이가을를로와과의]|\S{0,40}?(?:감소|하락|줄|축소|급감|감액|적자|기록|역성장))"
)


def take_sign(text: str, figure: Figure) -> None:
    """Take a minus into the figure: -5%, 负0.2, 영하 5도, △0.3%; a dash between two words or numbers is none."""
    start = figure.start
    before = text[start - 1 : start]
    if before in MINUS:
        ahead = text[start - 2 : start - 1]
        if ahead and (ahead.isalnum() or ahead in _NO_MINUS_AFTER):
            return
        start -= 1
    elif before in _BELOW_ENDS:
        word = next((word for word in _BELOW if start >= len(word) and text.startswith(word, start - len(word))), "")
        start -= len(word)
    elif before == ")" and text.startswith(_IN_BRACKETS, start - 3):
        start -= 3
    if start < figure.start:
        turn(figure, start)


def take_fall(text: str, figure: Figure) -> None:
    """Take the triangle of statistics into a figure whose unit is known: △, ▽ and ▼ are a minus.

    △ opens the items of a list as well (△3건 추진 △2건 보류): it is a sign where words come before it in the line and
    no noun of an item behind the figure. ▲ is left alone: some offices mean a plus and some a minus.
    """
    at = figure.start - 1
    sign = text[at : at + 1] if at >= 0 else ""
    if (sign in _DOWN and sign) or (sign == "△" and _is_sign(text, at, figure.end)):
        turn(figure, at)


def _is_sign(text: str, at: int, end: int) -> bool:
    ahead = text[max(0, at - 2) : at].rstrip(" ")[-1:]
    if not ahead or ahead == "\n":
        return False
    if ahead in _BEFORE_FALL:
        return ahead not in ",:" or _BEHIND_FALL.match(text, end) is not None
    return _BEHIND_FALL.match(text, end) is not None


def turn(figure: Figure, start: int) -> None:
    """Take the sign of a minus from `start` into the figure; one without a value keeps none."""
    figure.start, figure.numeral = start, (start, figure.numeral[1])
    figure.value = -figure.value if figure.value is not None else None


def take_currency(text: str, figure: Figure) -> None:
    """Take a mark of money before the figure into it: $5억, US$ 3억, USD 51억."""
    gap = text[figure.start - 1 : figure.start] == " "
    at = figure.start - (2 if gap else 1)
    if at >= 0 and text[at] in _CURRENCY:
        figure.unit, figure.start = unit_at(_CURRENCY[text[at]], 0), at
        of = _OF_DOLLARS.search(text[max(0, at - 3) : at]) if text[at] in "$＄" else None
        if of:
            figure.unit, figure.start = unit_at(_DOLLARS[of[0]], 0), at - len(of[0])
        return
    code = currency_code(text, at + 1)
    if code is not None:
        figure.unit, figure.start = code, at + 1 - len(code.form)


def currency_code(text: str, end: int) -> Unit | None:
    """The currency whose code (USD) ends at `end` and is a word of its own; None when there is none."""
    start = end - 3
    if start < 0 or text[end - 1] not in LETTERS or text[start - 1 : start] in LETTERS:
        return None
    unit = unit_at(text[start:end] + " ", 0)
    return unit if unit is not None and unit.kind == "money" and len(unit.form) == 3 else None
