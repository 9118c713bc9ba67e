"""한글과 곁의 한자가 맞지 않습니다. | The Hangul and the Chinese characters beside it do not fit.

왜: 한자를 읽어 적은 이름이면 글자마다 읽는 소리가 맞아야 한다. 안 맞으면 한글이나 한자 한쪽이 틀린 것이다.
Why: Where a name was read off its characters, every character must be accounted for; else one side is wrong.
Bad: 산둥은성과기유한회사(山東銀杏科技有限公司)와 전정특신(專精特新) 기업
Good: 산둥은행과기유한회사(山東銀杏科技有限公司) 같은 기업을 육성(育成)
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.names.pairs import Pair
from donghyang.check.names.spelling import judged_pairs
from donghyang.check.rule import Hit
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.records import Message

ID = "hanja-reading"
CLASS = "hanja-mismatch"
SEVERITY = "warning"


def find(sheet: Sheet) -> Iterator[Hit]:
    """Characters without a counterpart, or with one that they are not read as."""
    for pair, verdict in judged_pairs(sheet):
        if verdict in ("reading", "missing", "level") and not (
            _is_cut(sheet, pair, verdict) or _is_joint(pair) or _is_kind(pair)
        ):
            yield Hit(*pair.whole, _message(pair, verdict))


def _is_cut(sheet: Sheet, pair: Pair, verdict: str) -> bool:
    """Does the word begin before what fits, so that it may be a translation: 조합기업법(合伙企業法)?"""
    before = sheet.text[pair.start - 1 : pair.start]
    return verdict in ("missing", "reading") and before != "" and "가" <= before <= "힣"


_KINDS = tuple(tables.words(__package__, "kinds_of_body"))


def _is_kind(pair: Pair) -> bool:
    """Is what does not fit the last character alone, for which Korean has a word of its own: 유동소(流動站)?"""
    off = [step for step in pair.steps if step.way in ("missing", "wrong", "near")]
    last = next((step for step in reversed(pair.steps) if step.hanja), None)
    return off == [last] and pair.hangul.endswith(_KINDS)


_JOINTS = frozenset("与和及暨之的")
"""Characters that join words, and that Korean leaves out or puts as a dot: 연구발전센터(研究與發展中心)."""


def _is_joint(pair: Pair) -> bool:
    """Is nothing without a counterpart but what joins the words of the name?"""
    lost = [step.hanja for step in pair.steps if step.way in ("missing", "wrong", "near")]
    return bool(lost) and all(char in _JOINTS for hanja in lost for char in hanja)


def _message(pair: Pair, verdict: str) -> Message:
    lost = "".join(step.hanja for step in pair.steps if step.way in ("missing", "wrong", "near"))
    if verdict == "level":
        return Message("한글의 '시'나 '구'가 한자에는 없습니다.", "the Hangul has a 시 or 구 that the Chinese has not.")
    if verdict == "missing":
        return Message(f"'{lost}'에 맞는 한글이 없습니다.", f"nothing in the Hangul stands for '{lost}'.")
    return Message(f"'{lost}'은(는) 이 한글로 읽히지 않습니다.", f"'{lost}' does not read like this Hangul.")
