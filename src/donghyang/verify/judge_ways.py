"""From where to where: 갑에서 을까지, where the source has 从乙到甲; 갑에서 을로 옮겨, where it has 转移到甲."""

from __future__ import annotations

import re
from functools import cache

from donghyang.language import tables
from donghyang.records import Span
from donghyang.verify.case import Case, Judged
from donghyang.verify.mentions import mentions
from donghyang.verify.reasons import BACKWARDS

_WAY = re.compile("(?P<from>[^ ,]{2,12})에서 (?P<to>(?:[^ ,]{2,12} ){0,2}?[^ ,]{2,12}?)(?:까지|으?로)(?= )")
_NAMES = "[^，,。；;、：:0-9]"
"""A character of what a clause names."""


def judge_ways(case: Case) -> None:
    """Contradict a way told backwards by the sentences that speak of it."""
    way = _WAY.search(case.sentence.text, case.sentence.start, case.sentence.end)
    if way is None:
        return
    start, end = ([place for one in mentions(case, way.span(name)) for place in one.places] for name in ("from", "to"))
    plain = case.corpus.key.plain
    for number in case.aligned:
        within = case.corpus.place_of(number)
        told = [(found.span("from"), found.span("to")) for found in _from_to().finditer(plain, *within)]
        if any(_inside(start, one) or _inside(end, other) for one, other in told):
            return
        back = next(((one[0], other[1]) for one, other in told if _inside(start, other) and _inside(end, one)), None)
        ends = [found.span("to" if found["to"] else "toward") for found in _only_to().finditer(plain, *within)]
        if back is None and end and not any(_inside(end, one) for one in ends):
            back = next((one for one in ends if _inside(start, one)), None)
        if back is not None:
            case.hold(Judged("name", way.span(), "contradicted", back, BACKWARDS, None, sure=True))
            return


@cache
def _from_to() -> re.Pattern[str]:
    """从甲飞往乙: both ends of a way."""
    arrives = tables.either(__package__, "arrives")
    return re.compile(rf"(?:从|由|自)(?P<from>{_NAMES}{{1,16}}?)(?:出发)?(?:{arrives})(?P<to>{_NAMES}{{1,16}})")


@cache
def _only_to() -> re.Pattern[str]:
    """转移到甲, 向甲供应: where a thing is brought."""
    carried, given = (tables.either(__package__, name) for name in ("carried", "given_toward"))
    return re.compile(
        rf"(?:{carried})(?:到|至|往|给|入|进)(?P<to>{_NAMES}{{1,12}})|向(?P<toward>{_NAMES}{{1,12}}?)(?:{given})"
    )


def _inside(places: list[Span], within: Span) -> bool:
    return any(within[0] <= start and end <= within[1] for start, end in places)
