"""Counts in native words (나흘, 두 방식) and 千万 before its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from donghyang.facts.quantities import find_quantities
from donghyang.language import tables
from donghyang.language.numerals_ko import NATIVE
from donghyang.records import Quantity

_TEN_MILLION = re.compile("(?<![0-9一二两三四五六七八九十几数])千万(?P<unit>公里|元|人次|千瓦时|千瓦|吨)")
_DAYS = {word: Decimal(days) for word, days in tables.read(__package__, "days.tsv")}
_NATIVE_DAYS = re.compile(rf"(?<![가-힣])(?:{'|'.join(_DAYS)})(?=[ 간동째만을의에,.]|$)")
_FROM_TWO = tuple(word for word, value in NATIVE.items() if 2 <= value <= 10)
_NATIVE_COUNT = re.compile(
    rf"(?<![가-힣])(?P<count>{'|'.join(_FROM_TWO)}) (?=(?:{tables.either(__package__, 'counted')})(?![가-힣]{{3}}))"
)


def native_figures(text: str) -> Iterator[Quantity]:
    """The figures of a text that are said in native words: each with the place of its words; none where it has none."""
    for found in _TEN_MILLION.finditer(text):
        for one in find_quantities(f"1000万{found['unit']}"):
            yield replace(one, text=found[0], start=found.start(), end=found.end())
    for found in _NATIVE_DAYS.finditer(text):
        days = _DAYS[found[0]]
        yield Quantity("measure", found[0], *found.span(), days, None, "일", None, None, days * 86400, "s")
    for found in _NATIVE_COUNT.finditer(text):
        yield Quantity("count", found["count"], *found.span("count"), Decimal(NATIVE[found["count"]]), unit="개")
