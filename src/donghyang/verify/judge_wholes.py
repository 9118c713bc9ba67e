"""Of what whole a figure or a rank is: the world, a land, an industry, where the source has it of a part of that.

The whole that stands before a figure in the text must be said by the sentence of the source, or by those that set its
frame; a narrower one that stands there in its place contradicts it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from donghyang.language.gazetteer import places
from donghyang.records import Message, Span
from donghyang.verify.case import Case, Judged
from donghyang.verify.judge_figures import Found

_WORLD = re.compile(
    "(?<![가-힣])(?:(?:전 ?)?세계|글로벌)(?:의|적인|은|는|에서는?)? (?!최|첫|1위|유일|[0-9약])(?=[가-힣])"
)
_LAND = re.compile("(?<![가-힣])전국(?:의|에서|적으로|을 통틀어|에)? (?!최|첫|1위|유일|[0-9약]+[%위])(?=[가-힣0-9'‘’])")
_ALL = re.compile("(?<![가-힣])전체 (?P<noun>[가-힣]{2,})")
_PART = re.compile("차지|비중|비율|가운데|점유|중 |[0-9] ?위(?![가-힣])|몫|보다|대비 |중국|자국")
_RANKED = "(?!第|首|最|前[0-9一二三四五六七八九十]|领先|排|先进|一流|顶)"
_OF_WORLD = re.compile(f"(?<![占居位排列达])(?:世界|全球|国际|各国|环球|全人类|海外){_RANKED}")
_OF_LAND = re.compile(
    f"(?<![占居位排列达])全国(?!重点|人大|人民|政协){_RANKED}|我国|中国|国内|各地|全社会|国家(?!级|重点|高新|战略|新一代)|中央"
)
"""Words for a whole that only ranks or measures a part of it left out (占全国, 居世界首位)."""
_OWN_LAND = re.compile("我国|中国|全国|国内")
_SHARE_OF = re.compile("占(?:到|了|据)?(?:全国|全球|世界)")
_WHOLE = re.compile("[全总整各共均都]|所有|一切|合计|规上|规模以上|大盘")
_FRAME = 3
"""Sentences before one that set of what land it speaks."""
_AROUND = 6
_REASON = Message("원문에서는 그 일부의 값입니다.", "in the source this is of a part of it.")


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A figure or rank of the claim, and where the source has it."""

    start: int
    place: Span
    clause: int


def judge_wholes(case: Case, support: dict[int, Found]) -> None:
    """Contradict a whole before the first figure or rank of a segment that the source gives of a part of it."""
    for segment in case.sentence.segments:
        anchor = next((one for one in _anchors(case, support) if segment[0] <= one.start < segment[1]), None)
        if anchor is None:
            continue
        ahead = (segment[0], anchor.start + 1)
        if not _PART.search(case.sentence.text, *ahead):
            _judge_world(case, ahead, anchor)
            _judge_land(case, ahead, anchor)
        _judge_all(case, ahead, anchor)


def _anchors(case: Case, support: dict[int, Found]) -> list[_Anchor]:
    found = [_Anchor(start, (one.quantity.start, one.quantity.end), one.clause) for start, one in support.items()]
    ranks = [one for one in case.judged if one.kind == "rank" and one.status == "supported"]
    for one in ranks:
        if one.evidence is not None and one.clause is not None:
            found.append(_Anchor(one.span[0], one.evidence, one.clause))
    return sorted(found, key=lambda one: one.start)


def _judge_world(case: Case, ahead: Span, anchor: _Anchor) -> None:
    whole = _WORLD.search(case.sentence.text, *ahead)
    if whole is None:
        return
    sentence = case.corpus.clauses[anchor.clause].sentence
    start, _ = case.corpus.place_of(sentence)
    plain = case.corpus.key.plain
    if _OF_WORLD.search(plain, start, anchor.place[0]):
        return
    share = _SHARE_OF.search(plain, anchor.place[1], case.span_of(anchor.clause)[1])
    if share or _OWN_LAND.search(plain, start, anchor.place[0]):
        _hold(case, whole.span(), anchor)


def _judge_land(case: Case, ahead: Span, anchor: _Anchor) -> None:
    whole = _LAND.search(case.sentence.text, *ahead)
    if whole is None:
        return
    sentence = case.corpus.clauses[anchor.clause].sentence
    plain = case.corpus.key.plain
    share = _SHARE_OF.search(plain, anchor.place[1], case.corpus.place_of(sentence)[1])
    frame = case.text_of([*case.corpus.titles, sentence, *case.corpus.before(sentence, _FRAME)])
    if share is not None or (not _OF_LAND.search(frame) and _province().search(frame)):
        _hold(case, whole.span(), anchor)


@cache
def _province() -> re.Pattern[str]:
    """A province of the source, or a word for one."""
    names = sorted({place.hanzi for place in places() if place.level == "province"}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names)) + "|全省|全市|全区")


def _judge_all(case: Case, ahead: Span, anchor: _Anchor) -> None:
    """전체 자동차, of which the sentence of the figure says nothing that means all of them."""
    whole = _ALL.search(case.sentence.text, *ahead)
    noun = next((word for word in case.sentence.words if whole and word.start == whole.start("noun")), None)
    sentence = case.corpus.clauses[anchor.clause].sentence
    if whole is None or noun is None or _WHOLE.search(case.corpus.plain_of(sentence)):
        return
    if any(case.corpus.sentence_at(start) == sentence for start, _ in noun.places):
        _hold(case, whole.span(), anchor)


def _hold(case: Case, whole: Span, anchor: _Anchor) -> None:
    case.hold(Judged("scope", whole, "contradicted", anchor.place, _REASON, anchor.clause, sure=True))
