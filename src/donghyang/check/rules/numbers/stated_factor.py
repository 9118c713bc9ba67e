"""글이 밝힌 환산율로 셈한 값과 다릅니다. | A converted figure does not follow from the factor the text gives.

왜: '1달러=7.2위안', '1ha=15무'라고 밝혔으면 그 글의 환산은 곱해 볼 수 있다.
Why: Where the text says '1 dollar = 7.2 yuan' or '1 ha = 15 mu', its conversions can be worked out.
Bad: 장비 값은 2억 달러, 우리 돈으로 2조 8,000억 원(1달러=1,400원)에 이른다.
Good: 장비 값은 2억 달러, 우리 돈으로 2,800억 원(1달러=1,400원)에 이른다.
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from donghyang.check.figures.operands import shown_like
from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import fits, step
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "stated-factor"
CLASS = "conversion"
SEVERITY = "warning"

_IS = lazily(r"\s?[=＝]\s?(?:약 ?)?|[은는을를](?: 약)? ")
_EACH = lazily(r"당 (?:약 )?")
_LINKED = lazily(
    r"\s?[(（](?:[가-힣 ]{1,8} )?(?:약 ?)?"
    r"|(?:은|는|이면|인데|으로|로),? (?:(?:우리 돈|한화|원화|미화)(?:으로|로)? )?(?:약 )?"
    r"|, ?(?:우리 돈|한화|원화|미화|곧|즉)(?:으로|로)?,? (?:약 )?"
    r"|인 [^.;0-9]{0,12}[은는이가] [^.;0-9]{0,14}[(（][^()（）]{3,24}[)）]로? (?:약 )?"
)
"""Between a figure and what it is in the other unit."""
_TOPIC = lazily(r"[, ][가-힣]{2,}(?:은|는|이|가) ")
"""Between two figures: the second is of something else."""
_ROOM = Decimal("0.006")
"""As a share: what is left where a rate was rounded, or a sum cut."""
_SLIPS = tuple(Decimal(10) ** power for power in (-4, -3, -2, -1, 1, 2, 3, 4))
_HUNDRED = 100
_MOST = 40
"""So many figures of the two units are held against each other; no short text has more."""


@dataclass(frozen=True, slots=True)
class _Factor:
    """So much of one unit is 1 of another."""

    one: Quantity
    worth: Quantity

    def of(self, figure: Quantity) -> Decimal:
        """What a figure in either unit is in the other."""
        assert figure.value is not None
        assert self.worth.value is not None
        return figure.value * self.worth.value if figure.unit == self.one.unit else figure.value / self.worth.value


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures in the two units of a stated factor: one right behind the other, and one a place off."""
    factors = list(_factors(sheet))
    units = [(factor.one.unit, factor.worth.unit) for factor in factors]
    for factor in factors:
        if units.count((factor.one.unit, factor.worth.unit)) > 1:
            continue  # rates of several days
        figures = list(_figures(sheet, factor))
        if len(figures) <= _MOST:
            yield from _held(sheet, factor, figures)


def _factors(sheet: Sheet) -> Iterator[_Factor]:
    for one, worth in pairwise(sheet.quantities):
        if one.unit is None or worth.unit in (None, one.unit) or not worth.value or worth.high:
            continue
        gap = sheet.text[one.end : worth.start]
        of_a_hundred = one.value == _HUNDRED and one.kind == "money"  # yen and won are quoted by the hundred
        told = _IS.fullmatch(gap) or (one.kind == worth.kind == "money" and _EACH.fullmatch(gap))
        if told and (one.value == 1 or of_a_hundred):
            yield _Factor(one, replace(worth, value=worth.value / (one.value or 1)))


def _figures(sheet: Sheet, factor: _Factor) -> Iterator[Quantity]:
    """The figures in either unit, those of the factor left out."""
    for figure in sheet.quantities:
        if figure.unit not in (factor.one.unit, factor.worth.unit) or figure.start in (
            factor.one.start,
            factor.worth.start,
        ):
            continue
        passage = sheet.at(figure.start)
        if passage is not None and passage.part in KOREAN and figure.value and figure.high is None:
            yield figure


def _held(sheet: Sheet, factor: _Factor, figures: list[Quantity]) -> Iterator[Hit]:
    for at, figure in enumerate(figures):
        others = [one for one in figures if one.unit != figure.unit]
        if figure.bound not in (None, "approx") or any(_agree(factor, one, figure) for one in others):
            continue
        before = figures[at - 1] if at else None
        linked = (
            before is not None
            and before.unit != figure.unit
            and before.bound in (None, "approx")
            and (_LINKED.fullmatch(sheet.text, before.end, figure.start) or _are_alone(sheet, factor, figures, figure))
        )
        if linked and before is not None:
            yield _hit(factor, before, figure)
            continue
        if sheet.at(figure.start) is not sheet.at(factor.one.start):
            continue
        slipped = next((one for one in others if one.start < figure.start and _is_slip(factor, one, figure)), None)
        if slipped is not None:
            yield _hit(factor, slipped, figure)


def _are_alone(sheet: Sheet, factor: _Factor, figures: list[Quantity], figure: Quantity) -> bool:
    """Does the line of the factor hold but this figure and one before it in the two units, none a part of the other?"""
    if factor.one.si_unit is not None and factor.one.si_unit == factor.worth.si_unit:
        return False
    line = sheet.at(factor.one.start)
    here = [one for one in figures if sheet.at(one.start) is line]
    return len(here) == 2 and here[1] is figure and not _TOPIC.search(sheet.text, here[0].end, figure.start)


def _agree(factor: _Factor, one: Quantity, other: Quantity) -> bool:
    """Is either what the other gives, as far as it is printed?"""
    return _gives(factor, one, other) or _gives(factor, other, one)


def _gives(factor: _Factor, one: Quantity, other: Quantity) -> bool:
    worth = factor.of(one)
    room = step(other) / 2 + worth * _ROOM
    return fits(other, worth - room, worth + room)


def _is_slip(factor: _Factor, one: Quantity, other: Quantity) -> bool:
    """Is a figure what the other gives but for its magnitude?"""
    worth = factor.of(one)
    return any(_gives(factor, replace(one, value=(one.value or 0) * times), other) for times in _SLIPS) and worth > 0


def _hit(factor: _Factor, one: Quantity, other: Quantity) -> Hit:
    worth = shown_like(factor.of(one), other)
    message = Message(f"'{one.text}'은(는) {worth}입니다.", f"'{one.text}' is {worth}.")
    return Hit(other.start, other.end, message, ((one.start, one.end), (factor.one.start, factor.worth.end)))
