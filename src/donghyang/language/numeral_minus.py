"""A dash between a word and a figure: a minus (同比-3.2%, 净利润为－5亿元), the middle of a range, or part of a name.

A true minus (U+2212) is always one. Other dashes are one before a share or a temperature, and before money where a word
leads up to a value; before other money it is not clear what they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.language.numeral_chains import UNCLEAR
from donghyang.language.numeral_signs import MINUS, turn
from donghyang.language.patterns import lazily
from donghyang.language.units import unit_at

if TYPE_CHECKING:
    from donghyang.language.numeral import Figure

_TRUE = "−"
_LEADS = frozenset("为為是达達到至约約了")
_NUMERAL_ENDS = lazily(r"[0-9０-９%％一二三四五六七八九十百千万亿萬億兆만억조천半余餘多여]$")
_LOOSE = lazily(r"(?:左右|上下|以上|以下|以内|이상|이하|정도|[余餘多여]| )+$")
_BACK = 12


def after_word(text: str, start: int) -> bool:
    """Whether a dash stands right before `start` and right behind a letter."""
    return start > 1 and text[start - 1] in MINUS and text[start - 2].isalpha()


def take_minus(text: str, figure: Figure) -> bool:
    """Take the dash between a word and the figure into it where it is a minus; False where it may be none.

    A figure of money whose dash may be a minus or not loses its value and says so.
    """
    start = figure.start
    if figure.value is None or not after_word(text, start) or _is_range(text, start - 1, figure):
        return False
    unit = figure.unit
    kind = unit.kind if unit is not None else "none"
    below = kind == "percent" or (unit is not None and unit.si in ("°C", "°F"))
    sure = below or text[start - 1] == _TRUE or (kind == "money" and text[start - 2] in _LEADS)
    if not sure and kind != "money":
        return False
    if not sure:
        figure.doubt(UNCLEAR)
    turn(figure, start - 1)
    return True


def _is_range(text: str, dash: int, figure: Figure) -> bool:
    """Whether a figure of the same unit, or without one, ends before the dash: 3亿－5亿元, 10%左右-15%."""
    before = _LOOSE.sub("", text[max(0, dash - _BACK) : dash])
    if _NUMERAL_ENDS.search(before):
        return True
    for size in range(1, min(7, len(before))):
        unit = unit_at(before, len(before) - size)
        if unit is not None and len(unit.form) == size and _NUMERAL_ENDS.search(before[:-size].rstrip()):
            return figure.unit is None or unit.unit == figure.unit.unit
    return False
