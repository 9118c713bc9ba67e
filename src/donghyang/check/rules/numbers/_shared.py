"""A figure told for each of some things, how many there are, and the whole: 12회, 총 96시간, 1회 평균 8시간.

The words name what a figure is for each of; number and whole are told by their units and by being the only ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from donghyang.check.figures.operands import same_unit
from donghyang.check.rules.numbers._sentences import TOPIC, Sentence, is_amount
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Quantity

_REACH = 40
"""So far before a figure stand the words that say of what it is for each."""


def _units(name: str) -> dict[str, str]:
    """A list of words, each with the unit in which what it names is counted: 하루=일."""
    return {word: unit for word, _, unit in (pair.partition("=") for pair in tables.words(__package__, name))}


_SPANS, _SHORT_SPANS, _COUNTERS = _units("spans"), _units("short_spans"), _units("counters")

_EACH = lazily(
    r"(?:^|[ ,(])(?:(?P<each>(?:[1한매각] ?)?[가-힣]{1,6}|[a-zA-Z㎏㎡㎢㏊㎞]{1,3})(?:당|마다)(?: [^0-9.,;()]{0,16})?"
    r"|한 (?P<one>[가-힣]{1,3}?)(?:에|이|의|은)? (?:[^0-9.,;()]{0,10} )?"
    rf"|(?P<time>{'|'.join(_SPANS)})(?:에|에만)? "
    r"(?:[^0-9.,;()]{0,12} )?)(?:약 )?$"
)
_SPREAD = lazily(rf"(?:^|[ ,(])(?:(?P<each>[가-힣]{{1,6}})별로|(?P<time>{'|'.join(_SHORT_SPANS)})|각각?)(?: 약)? ?$")
"""Before a figure that is told 'each', with 씩 behind it or 각 before it."""
_OF_SO_MANY = lazily(r" ?(?:당|마다)(?: [^0-9.,;()]{0,16})?| 평균 (?:약 )?|에 (?:평균 |약 )?")
_ALL_TOLD = lazily(rf"(?:{tables.either('donghyang.check', 'in_all')}|전체|누적|매달|매년|연간)[^0-9.,;]{{0,12}}$")
_LEFT_BEHIND = lazily(r"\s?(?:에서|보다|대비|까지|이상|이내|수준으로)")
_PLACES = frozenset(tables.words(__package__, "places"))
"""How places and firms are counted, and what those are called that are counted so."""
_NEAR = 10
"""So near to a number stands the name of what it counts."""


class Shared(NamedTuple):
    """A figure for each (or for so many), the number of them, and the whole."""

    each: Quantity
    number: Quantity
    whole: Quantity
    times: Decimal
    name: str


def shared(sentence: Sentence) -> Iterator[Shared]:
    """The figures for each with their only number and whole, of this sentence or, where it has but one, of the last."""
    for each in sentence.figures:
        told = None if not is_amount(each) or _LEFT_BEHIND.match(sentence.behind(each)) else _each_of(sentence, each)
        if told is None:
            continue
        others = [one for one in sentence.figures if one is not each and one is not told.given]
        if not others and len(told.name) > 1:
            others = list(sentence.before)
        numbers = _all_of(_numbers(sentence, others, told.name))
        if not numbers and (year := _days_or_months(sentence, others, each, told.name)):
            numbers = [year]
        wholes = [one for one in others if one not in numbers and is_amount(one) and same_unit(one, each)]
        wholes = [one for one in wholes if one.unit == each.unit] or wholes
        if len(numbers) == len(wholes) == 1 and _belong(sentence, each, numbers[0], wholes[0], told.start):
            yield Shared(each, numbers[0], wholes[0], told.times, told.name)


def _days_or_months(sentence: Sentence, others: list[Quantity], each: Quantity, name: str) -> Quantity | None:
    """So many days, weeks or months as a year has, where the whole is told of a year: 하루 120편, 한 해 4만 3,800편."""
    told = [one for one in others if _OVER_A_YEAR.search(sentence.ahead(one))]
    numbers = IN_A_YEAR.get(_SPANS.get(name, ""))
    if numbers is None or len(told) != 1:
        return None
    return replace(each, kind="count", text=f"{numbers[0]}", value=numbers[0], unit=_SPANS[name], si=None, si_unit=None)


_OVER_A_YEAR = lazily(r"(?:한 해|연간|1년(?:간|에|이면)?|연)(?: 동안|에)? ?[^0-9.,]{0,8}$")
IN_A_YEAR = {"일": (Decimal(365), Decimal(366), Decimal(360)), "개월": (Decimal(12),), "주": (Decimal(52),)}
"""So many days, months and weeks are reckoned for a year, the commonest number first."""


def _all_of(numbers: list[Quantity]) -> list[Quantity]:
    """Of 5회, 7회 and 12회 the one that is all of them."""
    total = sum((one.value or Decimal(0) for one in numbers), Decimal(0))
    return [one for one in numbers if one.value and one.value * 2 == total] if len(numbers) > 2 else numbers


def _belong(sentence: Sentence, each: Quantity, number: Quantity, whole: Quantity, start: int) -> bool:
    """Do the words lead from number and whole to the figure for each, or from it and the number to the whole?"""
    if _LEFT_BEHIND.match(sentence.behind(whole)) or whole.bound not in (None, "approx"):
        return False
    if whole.end <= each.start:
        last = max((one.end for one in sentence.figures if one.end <= start), default=0)
        if not last:
            return not TOPIC.search(sentence.text[: max(0, start - sentence.start)])
        lead = sentence.text[last - sentence.start : max(start, last) - sentence.start]
        return max(whole.end, number.end if number.end <= start else 0) == last and not TOPIC.search(lead)
    if number.start > whole.start:
        return False
    spread = sentence.behind(each).startswith("씩") or _ALL_TOLD.search(sentence.ahead(whole)) is not None
    return spread or each.end <= number.start


class _Each(NamedTuple):
    """What a figure is told for one of, or for so many."""

    name: str
    times: Decimal
    given: Quantity | None
    """The figure that says for how many."""
    start: int
    """Where these words begin."""


_ONE_OF = lazily(r"^(?:[한매각] |1 ?)")


def _each_of(sentence: Sentence, figure: Quantity) -> _Each | None:
    before = [one for one in sentence.figures if one.end <= figure.start]
    if before and before[-1].kind in ("count", "measure") and before[-1].unit and before[-1].value:
        of = before[-1]
        gap = sentence.between(of, figure)
        if _OF_SO_MANY.fullmatch(gap) and (of.value == 1 or gap.lstrip()[0] in "당마"):
            return _Each(of.unit or "", of.value or Decimal(1), of, of.start)
    ahead = sentence.ahead(figure, _REACH)
    said = _EACH.search(ahead)
    if said is None:
        return _spread(sentence, figure, ahead)
    name = _ONE_OF.sub("", said["each"] or said["one"] or said["time"])
    name = f"{name}마다" if f"{name}마다" in _SPANS else name
    return _Each(name, Decimal(1), None, figure.start - len(ahead) + said.start())


def _spread(sentence: Sentence, figure: Quantity, ahead: str) -> _Each | None:
    """'각 10억 원', '월 20만 원씩', '조별로 6명씩'."""
    said, shared = _SPREAD.search(ahead), sentence.behind(figure).startswith("씩")
    if said is None or not (shared or said[0].strip(" ,(").startswith("각")):
        return None
    start = figure.start - len(ahead) + said.start()
    return _Each(said["each"] or _SHORT_SPANS.get(said["time"] or "", ""), Decimal(1), None, start)


def _numbers(sentence: Sentence, others: list[Quantity], name: str) -> list[Quantity]:
    """How many there are of what a figure is told for each of: 12회 for 회, 4개 학교 for 학교, 30일 for 하루."""
    counts = [one for one in others if one.kind in ("count", "measure") and one.bound in (None, "approx")]
    unit = _SPANS.get(name) or _COUNTERS.get(name, name)
    if not name:
        return [one for one in counts if one.kind == "count"]
    if name in _PLACES:
        return [one for one in counts if one.unit in _PLACES]
    own = [one for one in counts if (one.unit or "").split(" ")[-1] == unit or (unit == "년" and one.unit == "개년")]
    if own or name in _SPANS:
        return own
    named = rf"{re.escape(name)}(?!당|마다|별)"
    for found in (
        [one for one in counts if re.match(rf" ?(?:의 )?{named}", sentence.behind(one, _NEAR))],
        [one for one in counts if len(name) > 1 and re.search(named, sentence.ahead(one, _NEAR))],
    ):
        if found:
            return found if all(one in found for one in counts if one.unit == found[0].unit) else []
    return []
