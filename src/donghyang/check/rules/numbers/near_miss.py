"""셈해 나온 수와 한 글자만 다릅니다. | A figure is one slip away from what the others of its sentence give.

왜: 배수와 비율, 합계는 함께 적은 수에서 나온다. 한 글자만 고치면 셈이 맞는 수는 잘못 적은 것이다.
Why: Multiples, shares, sums and differences come from the figures beside them. One that no way of reckoning gives, but
that one digit or place would make right, is a slip.
Bad: 출원은 한 해 전 412건의 1.5배에 해당하는 681건이었다.
Good: 출원은 한 해 전 412건의 1.5배에 해당하는 618건이었다.
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from donghyang.check.figures.operands import Range, follows, middle, quotient, rounded, same_unit, shown_as
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._announced import announced
from donghyang.check.rules.numbers._sentences import Sentence, sentences
from donghyang.check.rules.numbers._ways import MAGNITUDES, PLAIN, Way, reaching_back, ways
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import one_slip_apart, significant, step
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "near-miss"
CLASS = "ratio"
SEVERITY = "warning"

_BACK = 14
"""So many figures of the sentence before are looked at."""
_MOST = 7
"""Among more figures one slip from some result is mere chance."""
_TELLING = 2
"""Digits that a figure must print for one slip in it to be told from chance."""
_LAST = 2
"""So many of its last digits may a figure be off by cutting instead of rounding."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures that are not what the words beside them announce, or that no way of reckoning with the others of the
    sentence, and of the one before, gives."""
    for sentence in sentences(sheet):
        if len(sentence.figures) < 2 or len(sentence.figures) > _MOST:
            continue
        told = [hit for figure in sentence.figures if _may_be_derived(figure) for hit in _held(sentence, figure)]
        yield from told[-1:]  # what follows is reckoned from what stands before it


def _may_be_derived(figure: Quantity) -> bool:
    return figure.kind not in ("rank", "number") and figure.bound in (None, "approx") and bool(figure.value)


def _held(sentence: Sentence, figure: Quantity) -> Iterator[Hit]:
    if _is_in_proportion(sentence, figure):
        return
    others = [one for one in sentence.figures if one is not figure and one.value and one.kind != "rank"]
    wider = [*others, *(one for one in sentence.before[-_BACK:] if one.value and one.kind != "rank")]
    if any(one.value == figure.value and one.unit == figure.unit for one in wider):
        return
    said = [Way(*worth, of, meant=True) for worth, of in announced(sentence, figure)]
    if said and not any(_fits(figure, way) for way in said):
        yield _blamed(figure, said[0])
        return
    if figure.unit in PLAIN - {"%", "%p"} or significant(figure.text) < _TELLING:
        return
    near = [
        way
        for way in (*ways(sentence, figure, others), *reaching_back(sentence, figure, wider))
        if way.meant
        and _leads_to(sentence, figure, way)
        and _is_slip(figure, middle((way.low, way.high)))
        and not any(_is_share_told(sentence, one, figure) for one in way.of)
    ]
    if not near or any(_fits(figure, way) for among in (others, wider) for way in ways(sentence, figure, among)):
        return
    worths = {rounded(middle((way.low, way.high)), figure) for way in near}
    if len(worths) == 1:
        yield _hit(figure, near[0])


def _is_in_proportion(sentence: Sentence, figure: Quantity) -> bool:
    """Is a share to its part as another of the sentence is to its own: 1,440억(40%), 540억(15%)?"""
    pairs = [(part, share) for part, share in pairwise(sentence.figures) if share.unit == "%" != part.unit]
    own = next((part for part, share in pairs if share is figure), None)
    return own is not None and any(
        share is not figure
        and part.value
        and same_unit(part, own)
        and follows(figure, _in_proportion(share, own, part))
        for part, share in pairs
    )


def _in_proportion(share: Quantity, own: Quantity, part: Quantity) -> Range:
    low, high = quotient(own, part)
    room = step(share) / 2
    return ((share.value or 0) - room) * low, ((share.value or 0) + room) * high


def _leads_to(sentence: Sentence, figure: Quantity, way: Way) -> bool:
    """Do the figures stand before the one they give, with no clause between that turns to something else?"""
    last = max(one.end for one in way.of)
    if last > figure.start:
        return figure.kind not in ("multiple", "percent")
    return figure.kind not in ("multiple", "percent") or not _TURNS.search(
        sentence.text[max(0, last - sentence.start) : figure.start - sentence.start]
    )


def _is_share_told(sentence: Sentence, one: Quantity, figure: Quantity) -> bool:
    """Is it itself told as a part, its share in brackets behind it: no whole of which the figure is a share?"""
    share = _SHARE.match(sentence.text, one.end - sentence.start)
    return share is not None and share.end() + sentence.start < figure.start


_SHARE = lazily(r"\s?[(（](?:약 )?[0-9.]+%")
_TURNS = lazily(r"[가-힣](?:고|며|으나|지만|는데),? ")


def _fits(figure: Quantity, way: Way) -> bool:
    return follows(figure, (way.low, way.high))


def _is_slip(figure: Quantity, worth: Decimal) -> bool:
    """Is a figure what was worked out but for one digit, two neighbours exchanged or its magnitude?"""
    if worth <= 0:
        return False
    meant = rounded(worth, figure)
    if figure.value is None or abs(meant - figure.value) <= _LAST * step(figure):
        return False
    if figure.unit != "%" and any(figure.value in (meant * times, worth * times) for times in MAGNITUDES):
        return True
    return one_slip_apart(figure, replace(figure, value=meant, text=figure.text if figure.unit != "%" else f"{meant}%"))


def _blamed(figure: Quantity, way: Way) -> Hit:
    """The figure, or the multiple or share it is told by, where that one alone is a slip away from what it must be."""
    base, by = way.of[0], way.of[-1]
    if by.unit in ("%", "배") and not _is_slip(figure, middle((way.low, way.high))) and figure.value and base.value:
        worth = figure.value / base.value * (100 if by.unit == "%" else 1)
        if _is_slip(by, worth):
            return _hit(by, Way(worth, worth, (base, figure), meant=True))
    return _hit(figure, way)


def _hit(figure: Quantity, way: Way) -> Hit:
    worth = shown_as(middle((way.low, way.high)), figure)
    message = Message(f"함께 적은 수로 셈하면 {worth}입니다.", f"the figures beside it give {worth}.")
    return Hit(figure.start, figure.end, message, tuple((one.start, one.end) for one in way.of))
