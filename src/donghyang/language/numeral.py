"""A figure as the text prints it, and the words that only look like one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from donghyang.language import tables
from donghyang.records import Message

if TYPE_CHECKING:
    from decimal import Decimal

    from donghyang.language.units import Unit

IMPOSSIBLE = Message(
    "있을 수 없는 수: 자릿수가 차례로 내려가지 않음",
    "a numeral that cannot exist: its groups do not come down in size",
)
TOO_LONG = Message("수로 읽기에는 너무 긴 숫자열", "too many digits for a figure")

LETTERS = frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ"
)
DIGITS = frozenset("0123456789０１２３４５６７８９")
LARGE = frozenset("万亿萬億만억조")
"""Magnitudes that stand behind the digits of a number, in either language."""
LARGE_ZH = frozenset("万萬亿億兆")
NO_WORD = rf"(?! ?(?!{tables.either(__package__, 'in_magnitudes')})[가-힣])"
"""Behind a magnitude that stands alone: what it counts, and no Hangul that it may be the beginning of a word with."""
MOST_DIGITS = 40
"""Characters of a numeral in digits; a longer one is a code, and no value is made of it."""


@dataclass(slots=True)
class Figure:
    """A numeral and the unit behind it."""

    start: int
    end: int
    """After the unit, or after the numeral where there is no unit."""
    numeral: tuple[int, int]
    """Where the numeral alone stands, sign included; empty when there is nothing to report up to `end`."""
    value: Decimal | None = None
    unit: Unit | None = None
    open: bool = False
    """Left open upwards by 余, 多 or 여: 720余家, 1천여 건."""
    problem: Message | None = None
    high: Decimal | None = None
    """The upper end of an estimate between two numbers: 三四十, 两三年."""
    share: bool = False
    """A share written out: 百分之五 (percent), 三分之一 and 3분의 1 (multiple)."""

    def doubt(self, problem: Message) -> None:
        """Take the value back: what is written has two readings."""
        self.value, self.high, self.problem = None, None, problem


def figure_of(start: int, end: int, value: Decimal | None, *, share: bool = False) -> Figure:
    """A figure whose numeral is all of it so far."""
    return Figure(start, end, (start, end), value, share=share)


def nothing(start: int, end: int) -> Figure:
    """Nothing to report up to `end`, where reading goes on."""
    return Figure(start, end, (start, start))


def shares_magnitude(numeral: str) -> bool:
    """Whether a Chinese numeral is a share that closes with a magnitude (3分之2亿): a part of it, or so many parts."""
    return "分" in numeral and not LARGE_ZH.isdisjoint(numeral.rpartition("分")[2])


@cache
def refused() -> frozenset[str]:
    """Words that begin with a numeral and are none: 一些, 十分, 百度, 두산 (data/words_not_numbers.tsv)."""
    return frozenset(row[0] for row in tables.read(__package__, "words_not_numbers.tsv"))


@cache
def refused_from(first: str) -> tuple[str, ...]:
    """The refused words that begin with a character."""
    return tuple(word for word in refused() if word[0] == first)


def is_year(text: str, figure: Figure) -> bool:
    """Whether a numeral with words in it names a year: 이천십일년, 2천26년; two thousand years are a length of time."""
    if figure.unit is None or figure.unit.form != "년" or figure.value is None:
        return False
    named = 1900 < figure.value < 2100 and figure.value != 2000
    return named and text[figure.end : figure.end + 1] not in ("간", "동")


def is_han(character: str) -> bool:
    """Whether a character, or the empty string, is a common Chinese character."""
    return "一" <= character <= "龥"
