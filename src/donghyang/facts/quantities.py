"""Quantities: the figures of a text with their bounds, ranges and shared units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.facts.bounds import bound_after, bound_before, is_surplus
from donghyang.facts.lent import lend
from donghyang.language.patterns import lazily
from donghyang.language.printed import Seen, plain
from donghyang.language.quantities import figures
from donghyang.records import Quantity

if TYPE_CHECKING:
    from decimal import Decimal

    from donghyang.language.numeral import Figure
    from donghyang.records import Bound, QuantityKind

_RANGE = lazily(r" ?(?:[~∼～〜至–—―]|-|－|到) ?")
_SCOPE = lazily(r"(?:(?:전 ?세계|세계|글로벌|국내|중국 내|전국|아시아|상위|최상위) ?)+$")
_POWER = lazily("10[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]")
_WIDEST = 1000
"""How many times the lower end of a range the upper may be when only it has a magnitude: 500~1万; 5~3亿 is none."""
_SCALES = (("조", 12), ("억", 8), ("만", 4), ("兆", 12), ("亿", 8), ("億", 8), ("万", 4), ("萬", 4))


def find_quantities(text: str) -> list[Quantity]:
    """Every quantity of the text in order; plain numbers without a unit are of kind `number`, an empty list if none."""
    seen = Seen(text)
    told = plain(seen.text)
    found = _joined(told, list(figures(told)))
    lend(told, found, _scaled)
    quantities = [_quantity(told, figure, high) for figure, high in found]
    return quantities if told == text else [seen.placed(quantity) for quantity in quantities]


def is_base(text: str, quantity: Quantity) -> bool:
    """Whether a one is what a rate is told for (1개소당, 1GWh당), or a power of ten before a unit (10⁻⁶mm³/N·m)."""
    if quantity.kind not in ("count", "measure") or quantity.high is not None:
        return False
    if quantity.value == 1 and text.startswith("당", quantity.end):
        return True
    return text[quantity.start - 1 : quantity.start] in ("(", "（") and _POWER.match(quantity.text) is not None


def _joined(text: str, found: list[Figure]) -> list[tuple[Figure, Figure | None]]:
    """Figures, two of a range as one pair (2~5년, 30万至50万)."""
    pairs: list[tuple[Figure, Figure | None]] = []
    at = 0
    while at < len(found):
        low = found[at]
        high = found[at + 1] if at + 1 < len(found) else None
        if high is not None and high.start - low.end <= 3 and _is_range(text, low, high):
            pairs.append((low, high))
            at += 2
        else:
            pairs.append((low, None))
            at += 1
    return pairs


def _is_range(text: str, low: Figure, high: Figure) -> bool:
    gap = text[low.end : high.start]
    if low.value is None or high.value is None or not _RANGE.fullmatch(gap):
        return False
    if low.unit is not None and (high.unit is None or low.unit.unit != high.unit.unit):
        return False
    if gap in ("到", "—", "―") and high.unit is None:
        return False
    if "-" in gap and high.unit is None and low.numeral[0] and text[low.start - 1] in ")-":
        return False  # a telephone number
    scaled = _scaled(text, low, high)
    lent = low.unit is None and not text[high.numeral[1] - 1].isdigit()
    falls = lent and scaled == low.value and 0 < scaled * _WIDEST < high.value
    return scaled < high.value and not falls


def _scaled(text: str, low: Figure, high: Figure) -> Decimal:
    """The lower end, with the magnitude it shares with the upper end (2~3억 is 2억 to 3억)."""
    assert low.value is not None
    assert high.value is not None
    if low.unit is not None or not text[low.numeral[1] - 1].isdigit():
        return low.value
    numeral = text[slice(*high.numeral)]
    for sign, power in _SCALES:
        if numeral.endswith(sign):
            lifted = low.value.scaleb(power)
            return lifted if lifted < high.value else low.value
    return low.value


def _quantity(text: str, low: Figure, high: Figure | None) -> Quantity:
    """One record of a figure or of the two ends of a range."""
    last = high or low
    unit = last.unit
    value, upper = low.value, low.high
    if high is not None:
        value, upper = _scaled(text, low, high), high.value
    kind: QuantityKind = "number"
    name = si = si_unit = None
    start, end = low.start, last.end
    bound: Bound | None = "approx" if low.open or last.open else None
    if unit is not None and unit.kind != "none":
        kind, name = unit.kind, unit.unit
        if kind in ("money", "percent"):
            value, upper = _times(value, unit.factor), _times(upper, unit.factor)
        elif unit.si is not None:
            si, si_unit = _times(value, unit.factor), unit.si
    elif low.share:
        kind = "multiple"
    if kind == "rank":
        if name == "위권":
            name, bound = "위", "<="
        scope = _SCOPE.search(text[max(0, start - 20) : start])
        start -= len(scope[0]) if scope else 0
    elif kind != "number" or low.problem is not None or bound is None:
        bound, start, end = _bounded(text, start, end, name, bound)
    return Quantity(
        kind, text[start:end], start, end, value, upper, name, bound, last.problem or low.problem, si, si_unit
    )  # fmt: skip


def _bounded(text: str, start: int, end: int, unit: str | None, own: Bound | None) -> tuple[Bound | None, int, int]:
    """The bound of a figure and its span together with the bound words that touch it."""
    before, start = bound_before(text, start, unit)
    if is_surplus(text, start, end):
        return before or own, start, end
    after, end = bound_after(text, end, unit)
    marks = [mark for mark in (after, before, own) if mark is not None]
    firm = [mark for mark in marks if mark != "approx"]
    return (firm or marks or [None])[0], start, end


def _times(value: Decimal | None, factor: Decimal | None) -> Decimal | None:
    return value if value is None or factor is None or factor == 1 else value * factor
