"""Chinese numerals: digits, characters, capitals and their mixed forms.

One grammar for all of them: sections below ten thousand (三千五百) are closed by 万, 亿, 兆 or a compound of them
(万亿), and what was closed by 万 is taken up by a following 亿 (一万五千亿). A numeral that this grammar does not hold
has no value.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from donghyang.language.patterns import lazily

DIGITS = "零一二三四五六七八九"
ABOUT = "余餘多几幾"
"""Inside a numeral these leave the value open upwards: 五百余万, 十多万, 二十几亿."""

_PLAIN = str.maketrans(
    "０１２３４５６７８９．，－壹贰貳叁叄參肆伍陆陸柒捌玖拾佰仟萬億〇○两兩俩倆點負",
    "0123456789.,-一二二三三三四五六六七八九十百千万亿零零二二二二点负",
)
_OLD_TENS = {ord("廿"): "二十", ord("卅"): "三十", ord("卌"): "四十"}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_BIG = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_TOKEN = lazily(r"[0-9]+(?:\.[0-9]+)?|.")
_LONGEST = 64
LONGEST = 4 * _LONGEST
"""Characters, spaces and separators among them, above which nothing is a numeral."""


@lru_cache(maxsize=8192)
def read_zh(numeral: str) -> Decimal | None:
    """The value of a Chinese numeral, None when it cannot exist or is no numeral at all (十四五, 三四百, 1亿2亿).

    Width, spaces, separators and capitals make no difference; 余, 多 and 几 inside are passed over. A digit behind
    百, 千, 万, 亿 counts the next lower place, as it is spoken (二百五 is 250, 一万三 is 13,000).
    """
    if len(numeral) > LONGEST:
        return None
    plain = "".join(numeral.translate(_OLD_TENS).translate(_PLAIN).replace(",", "").split())
    if len(plain) > _LONGEST:
        return None
    if "分之" in plain:
        return _fraction(plain)
    if plain.startswith(("负", "-")):
        positive = read_zh(plain[1:]) if len(plain) > 1 else None
        return None if positive is None else -positive
    whole, point, decimals = plain.partition("点")
    if point:
        return _decimal(whole, decimals)
    return _whole(plain)


def _fraction(plain: str) -> Decimal | None:
    below, _, above = plain.partition("分之")
    whole, mixed, below = below.rpartition("又")
    negative = below.startswith("负") and not mixed
    parts = [read_zh(below.removeprefix("负") if negative else below), read_zh(above)]
    if below.removeprefix("负") in _SMALL or below == "万":
        parts[0] = Decimal(_SMALL.get(below.removeprefix("负")) or _BIG[below])
    if parts[0] is None or parts[1] is None or not parts[0]:
        return None
    share = parts[1] / parts[0] * (-1 if negative else 1)
    if not mixed:
        return share
    base = read_zh(whole)
    if base is None:
        return None
    return base - share if whole.startswith("负") else base + share


def _decimal(whole: str, decimals: str) -> Decimal | None:
    """十五点七, 四百亿点零五零, 5点3万 is not written."""
    left = _whole(whole)
    places = "".join(str(DIGITS.index(c)) if c in DIGITS else c for c in decimals)
    tail = ""
    while places and places[-1] in _BIG:
        tail, places = places[-1] + tail, places[:-1]
    if left is None or not (places.isascii() and places.isdigit()):
        return None
    value = left + Decimal(f"0.{places}")
    for unit in tail:
        value *= _BIG[unit]
    return whole_if_even(value)


def _whole(plain: str) -> Decimal | None:
    if not plain:
        return None
    if len(plain) > 1 and all(c in DIGITS for c in plain):
        # 二〇二三 is read digit by digit; 三四 (three or four) and 一二三 (产业) are no single number.
        if "零" in plain[1:] or len(plain) >= 4:
            return Decimal("".join(str(DIGITS.index(c)) for c in plain))
        return None
    if plain == "半百":
        return Decimal(50)
    reader = _Sections()
    for token in _TOKEN.findall(plain):
        if token in ABOUT:
            continue
        if not reader.take(token):
            return None
    return reader.value()


def whole_if_even(value: Decimal) -> Decimal:
    """The value without a fraction of zeros: 17.63万亿 is 17630000000000, not …000.00."""
    return Decimal(int(value)) if value == value.to_integral_value() else value


class _Sections:
    """Reads a whole numeral from left to right."""

    def __init__(self) -> None:
        self.closed: list[tuple[Decimal, int]] = []
        self.section = Decimal(0)
        self.digit: Decimal | None = None
        self.unit_before = 0
        self.small = 10**4
        self.zero = False
        self.written = False

    def take(self, token: str) -> bool:
        """Add a token; False when nothing can be read with it."""
        if token == "零":
            if self.digit is not None:
                return False
            self.zero = self.written = True
            return True
        if token in _SMALL:
            return self._small(_SMALL[token])
        if token in _BIG:
            return self._big(_BIG[token])
        if self.digit is not None:
            return False
        if token in DIGITS:
            self.digit = Decimal(DIGITS.index(token))
        elif token[0].isdigit():
            self.digit = Decimal(token)
            if self.section and self.digit >= self.small:
                return False
            if len(token) > 1:
                self.unit_before = 1  # 1万9373 is spoken to the last place, 13万2 to the next one below
        else:
            return False
        self.written = True
        return True

    def _small(self, unit: int) -> bool:
        if unit >= self.small or (self.digit is None and self.closed and not self.zero):
            return False
        self.section += (Decimal(1) if self.digit is None else self.digit) * unit
        self.digit, self.small, self.unit_before, self.zero, self.written = None, unit, unit, False, True
        return True

    def _big(self, unit: int) -> bool:
        section = self.section + (self.digit or 0)
        if self.digit is None and not self.section:
            if not self.closed or self.zero or self.unit_before != self.closed[-1][1]:
                return False
            value, below = self.closed.pop()  # 万亿, 萬萬: a compound of two
            self.closed.append((value * unit, below * unit))
            self.unit_before = below * unit
            return True
        while self.closed and self.closed[-1][1] < unit:
            value, below = self.closed.pop()
            if below != 10**4:
                return False
            section += value
        if self.closed and self.closed[-1][1] <= section * unit:
            return False
        self.closed.append((section * unit, unit))
        self.section, self.digit, self.small, self.unit_before, self.zero = Decimal(0), None, 10**4, unit, False
        return True

    def value(self) -> Decimal | None:
        """The value of what was taken, None when there was nothing."""
        if not self.written and not self.closed:
            return None
        last = self.digit or Decimal(0)
        if self.closed and self.section + last >= self.closed[-1][1]:
            return None
        if self.digit is not None and not self.zero and self.unit_before >= 100:
            last *= self.unit_before // 10
        return whole_if_even(sum((value for value, _ in self.closed), self.section + last))
