"""From where to where: 갑에서 을까지, where the source has 从乙到甲; 갑에서 을로 옮겨, where it has 转移到甲."""

from __future__ import annotations

import re

from donghyang.records import Span
from donghyang.verify.case import Case, Judged
from donghyang.verify.mentions import mentions
from donghyang.verify.reasons import BACKWARDS

_WAY = re.compile("(?P<from>[^ ,]{2,12})에서 (?P<to>(?:[^ ,]{2,12} ){0,2}?[^ ,]{2,12}?)(?:까지|으?로)(?= )")
_FROM_TO = re.compile(
    "(?:从|由|自)(?P<from>[^，,。；;、：:0-9]{1,16}?)(?:出发)?"
    "(?:到|至|飞往|飞抵|前往|运往|运抵|抵达|开往|驶往|直达|转移到)(?P<to>[^，,。；;、：:0-9]{1,16})"
)
_ONLY_TO = re.compile(
    "(?:转移|移|运送|输送|转运|搬|送|传输|转入)(?:到|至|往|给|入|进)(?P<to>[^，,。；;、：:0-9]{1,12})"
    "|向(?P<toward>[^，,。；;、：:0-9]{1,12}?)(?:输送|输入|供应|提供|运送|移交|出口|送)"
)


def judge_ways(case: Case) -> None:
    """Contradict a way told backwards by the sentences that speak of it."""
    way = _WAY.search(case.sentence.text, case.sentence.start, case.sentence.end)
    if way is None:
        return
    start, end = ([place for one in mentions(case, way.span(name)) for place in one.places] for name in ("from", "to"))
    plain = case.corpus.key.plain
    for number in case.aligned:
        within = case.corpus.place_of(number)
        told = [(found.span("from"), found.span("to")) for found in _FROM_TO.finditer(plain, *within)]
        if any(_inside(start, one) or _inside(end, other) for one, other in told):
            return
        back = next(((one[0], other[1]) for one, other in told if _inside(start, other) and _inside(end, one)), None)
        ends = [found.span("to" if found["to"] else "toward") for found in _ONLY_TO.finditer(plain, *within)]
        if back is None and end and not any(_inside(end, one) for one in ends):
            back = next((one for one in ends if _inside(start, one)), None)
        if back is not None:
            case.hold(Judged("name", way.span(), "contradicted", back, BACKWARDS, None, sure=True))
            return


def _inside(places: list[Span], within: Span) -> bool:
    return any(within[0] <= start and end <= within[1] for start, end in places)
