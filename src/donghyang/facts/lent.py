"""Units that are printed once for several figures: 40→42%, 9에서 13%로, 0.6、0.1和2.1个百分点, 1, 2위, 각각 3, 5개."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from donghyang.language.patterns import lazily

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from donghyang.language.numeral import Figure
    from donghyang.language.units import Unit

    Pair = tuple[Figure, Figure | None]
    Scale = Callable[[str, Figure, Figure], Decimal]

_ARROW = lazily(r" ?(?:→|⇒|➔|➝|➡|->) ?")
_FROM = lazily(r"에서 (?:[0-9’'‘]{2,5}년 )?")
_TO = lazily(r"(?:으?로|까지)(?![가-힣]{2})")
_AND = lazily(r" ?(?:、|·|와|과|和|与|及|및) ?")
_COMMA = lazily(r", ?|，")
_NEXT_ITEM = lazily(r"[,，、] ?[가-힣A-Za-z·一-鿿]{1,8} ?")
"""Between the items of a list of sums of which the last prints the currency: 바이오 200억, 로봇 100억 위안."""
_EACH_REACH = 40
"""Characters before a figure in which a word says that each has its own."""
_EACH = lazily(rf"(?:分别|分別|各|각각|각기)(?:[^。.\n]|\.(?=[0-9])){{0,{_EACH_REACH}}}$")
_FEW_DIGITS = lazily(r"[0-9]{1,3} ?(?:万亿|[만억조万亿])?")
_DECIMAL = lazily(r"[0-9]{1,3}\.([0-9]{1,3})")
_LARGE = frozenset("천만억조경千万亿萬億兆")
_LISTED = frozenset(("rank", "count", "measure"))
_POINTS = "%p"
"""What a change is told in: nothing rises to it."""
_LONGEST_GAP = 12
"""Characters between two figures of which the second lends its unit."""


def lend(text: str, pairs: list[Pair], scaled: Scale) -> None:
    """Give each bare figure the unit that the one behind it prints for both; the last one lends first (3、5和7家).

    `scaled` is the value of a figure with the magnitude that it shares with the one that prints the unit.
    """
    lender: Figure | None = None
    for (low, high), (behind, upper) in reversed(list(pairwise(pairs))):
        lender = lender or upper or behind
        unit = (upper or behind).unit
        borrows = high is None and unit is not None and _borrows(text, low, behind, unit)
        value = _value(text, low, lender, scaled) if borrows else None
        if value is None:
            lender = None
        else:
            low.unit, low.value = unit, value


def _borrows(text: str, low: Figure, behind: Figure, unit: Unit) -> bool:
    """Whether a figure is bare, and the unit of the one behind it stands for both."""
    if low.unit is not None or low.value is None or low.share or behind.value is None:
        return False
    near = unit.kind != "none" and behind.start - low.end <= _LONGEST_GAP
    return near and _lends(text, low, behind, unit)


def _lends(text: str, low: Figure, behind: Figure, unit: Unit) -> bool:
    gap = text[low.end : behind.start]
    if _ARROW.fullmatch(gap):
        return unit.unit != _POINTS
    if _FROM.fullmatch(gap):
        return _TO.match(text, behind.end) is not None
    if _NEXT_ITEM.fullmatch(gap):
        return unit.kind == "money" and _magnitude(text, low) == _magnitude(text, behind) != ""
    joined = _AND.fullmatch(gap) is not None
    if not joined and not _COMMA.fullmatch(gap):
        return False
    if _EACH.search(text[max(0, low.start - _EACH_REACH) : low.start]):
        return True
    sums = unit.kind == "money" and text[low.numeral[1] - 1] in _LARGE
    counted = "·" not in gap and (unit.kind in _LISTED or sums) and _counts_on(text, low, behind)
    return counted or (joined and _same_places(text, low, behind))


def _magnitude(text: str, figure: Figure) -> str:
    """The magnitude that closes a numeral, "" where none does."""
    last = text[figure.numeral[1] - 1]
    return last if last in _LARGE else ""


def _same_places(text: str, low: Figure, behind: Figure) -> bool:
    """Whether two figures have as many digits behind their points: 2.3和1.8个百分点."""
    one, other = _DECIMAL.fullmatch(text, *low.numeral), _DECIMAL.fullmatch(text, *behind.numeral)
    return one is not None and other is not None and len(one[1]) == len(other[1])


def _counts_on(text: str, low: Figure, behind: Figure) -> bool:
    """Whether two whole numbers of few digits follow each other as those of a list do: 1, 2위, 2,4,6층."""
    few = _FEW_DIGITS.fullmatch(text, *low.numeral) and _FEW_DIGITS.fullmatch(text, *behind.numeral)
    return few is not None and low.value is not None and behind.value is not None and low.value < behind.value


def _value(text: str, low: Figure, behind: Figure, scaled: Scale) -> Decimal | None:
    """The value of a figure that a unit is lent to; None where it may share the magnitude of the other or may not."""
    own, shared = (text[figure.numeral[1] - 1] in _LARGE for figure in (low, behind))
    if own is shared:
        return low.value
    if own:
        return None
    lifted = scaled(text, low, behind)
    return lifted if lifted != low.value else None
