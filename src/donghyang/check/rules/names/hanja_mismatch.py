"""한글과 곁의 한자가 맞지 않습니다. | The Hangul and the Chinese characters beside it do not fit.

왜: 한자를 읽어 적은 이름이면 글자마다 읽는 소리가 맞아야 한다. 안 맞으면 한글이나 한자 한쪽이 틀린 것이다.
Why: Where a name was read off its characters, every character must be accounted for; else one side is wrong.
Bad: 산둥은성과기유한회사(山東銀杏科技有限公司)와 전정특신(專精特新) 기업
Good: 산둥은행과기유한회사(山東銀杏科技有限公司) 같은 기업을 육성(育成)
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from donghyang.check.names.pairs import Pair
from donghyang.check.names.spelling import judged_pairs
from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.hanja import is_simplified_only
from donghyang.language.script import is_shortened, is_traditional_only
from donghyang.records import Message

ID = "hanja-mismatch"
CLASS = "hanja-mismatch"
SEVERITY = "warning"

_BRACKETED = re.compile(r"\s?[(（](?P<han>[㐀-鿿]{2,})[)）]")
_EITHER = frozenset("值真教清青既温户内黄虚彦吕净录")
"""Characters of which the traditional standard of Taiwan has the simplified form."""
_MAJORITY = 4
"""How many times more often a report must write the one script before the other is an exception."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Characters without a counterpart, Hanja given twice, two scripts in one name or for one name."""
    for passage in sheet.of(KOREAN):
        for found in _BRACKETED.finditer(passage.text):
            first = found.start() - len(found["han"])
            if first >= 0 and passage.text.startswith(found["han"], first):
                yield Hit(
                    passage.start + first,
                    passage.start + found.end(),
                    Message("한글 없이 한자만 두 번 적혔습니다.", "the Chinese stands twice, without its Hangul."),
                )
    pairs = judged_pairs(sheet)
    for pair, verdict in pairs:
        if verdict in ("reading", "missing", "level") and not _is_cut(sheet, pair, verdict):
            yield Hit(*pair.whole, _message(pair, verdict))
    yield from _scripts(pairs)


def _is_cut(sheet: Sheet, pair: Pair, verdict: str) -> bool:
    """Does the word begin before what fits, so that it may be a translation: 조합기업법(合伙企業法)?"""
    before = sheet.text[pair.start - 1 : pair.start]
    return verdict == "missing" and before != "" and "가" <= before <= "힣"


def _message(pair: Pair, verdict: str) -> Message:
    lost = "".join(step.hanja for step in pair.steps if step.way in ("missing", "wrong", "near"))
    if verdict == "level":
        return Message("한글의 '시'나 '구'가 한자에는 없습니다.", "the Hangul has a 시 or 구 that the Chinese has not.")
    if verdict == "missing":
        return Message(f"'{lost}'에 맞는 한글이 없습니다.", f"nothing in the Hangul stands for '{lost}'.")
    return Message(f"'{lost}'은(는) 이 한글로 읽히지 않습니다.", f"'{lost}' does not read like this Hangul.")


def _scripts(pairs: Sequence[tuple[Pair, str]]) -> Iterator[Hit]:
    """Simplified among traditional characters: inside one name, for one name, and against the rest of the report."""
    kinds = [(pair, _kind(pair)) for pair, _ in pairs]
    often = Counter(kind for _, kind in kinds)
    forms: dict[str, set[str]] = {}
    for pair, _ in pairs:
        forms.setdefault(pair.plain, set()).add(pair.hanja)
    for pair, kind in kinds:
        if kind == "mixed":
            why = Message(
                "간체와 번체가 한 이름에 섞였습니다.", "one name mixes simplified and traditional characters."
            )
        elif kind == "simplified" and len(forms[pair.plain]) > 1:
            why = Message(
                "같은 이름이 다른 곳에는 번체로 적혔습니다.",
                "the same name stands in traditional characters elsewhere.",
            )
        elif kind == "simplified" and often["traditional"] >= _MAJORITY * often["simplified"]:
            why = Message(
                "이 글의 다른 이름은 번체로 적혔습니다.", "the other names of this text are in traditional characters."
            )
        else:
            continue
        yield Hit(*pair.hanja_at, why, severity="note")


def _kind(pair: Pair) -> str:
    """The script of a name; 国 and 学, which Japanese names have too, count as simplified in a Chinese one."""
    kind = _script(pair.hanja)
    if kind == "either" and pair.count("sound"):
        shortened = any(is_shortened(char) for char in pair.hanja if char not in _EITHER)
        return "simplified" if shortened else kind
    return kind


def _script(hanja: str) -> str:
    simplified = any(is_simplified_only(char) for char in hanja if char not in _EITHER)
    traditional = any(is_traditional_only(char) for char in hanja)
    if simplified and traditional:
        return "mixed"
    return "simplified" if simplified else "traditional" if traditional else "either"
