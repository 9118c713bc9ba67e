"""한 약어의 풀이가 곳에 따라 다릅니다. | One acronym has two different long forms.

왜: 같은 약어를 활용이라 풀고 이용이라 풀면 독자는 두 가지로 안다.
Why: Spelled out in two ways, one acronym looks like two things.
Bad: 창저우시는 CCUS(탄소 포집·활용·저장) 시범을 시작했고, 닝더시도 CCUS(탄소 포집·이용·저장)를 검토
Good: 창저우시는 CCUS(탄소 포집·활용·저장) 시범을 시작했고, 닝더시도 CCUS(탄소 포집·활용·저장)를 검토
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.nearness import letters
from donghyang.language.patterns import lazily
from donghyang.records import Message, Severity, Span

ID = "acronym-variant"
CLASS = "name-variant"
SEVERITY: Severity = "warning"

_SPELLED = lazily(
    r"(?<![A-Za-z0-9-])(?P<short>[A-Z][A-Za-z0-9-]{1,9})"
    r"[(（](?P<long>[가-힣][가-힣·ㆍ, -]{3,40}?)(?:[,;:] ?[A-Za-z][^()（）]*)?[)）]"
)
_BEHIND = lazily(
    r"(?<![가-힣A-Za-z0-9·])(?P<long>[가-힣]{2,}(?:[·ㆍ-][가-힣]{2,}){0,6})\s?[(（](?P<short>[A-Z][A-Za-z0-9-]{1,9})[)）,]"
)
"""The other way round: of the words before the bracket only the last is certain."""
_CAPITALS = lazily(r"[A-Z].*[A-Z]")
_ALIKE = 0.6
_LEAST = 5
_TAILS = lazily(r"(?:기술|시스템|방식|사업|분야|센터|장치|모델|산업)$")


@dataclass(frozen=True, slots=True)
class _Long:
    text: str
    span: Span


def find(sheet: Sheet) -> Iterator[Hit]:
    """Long forms of an acronym that differ from its most frequent one in a word or two."""
    yield from _disagreeing(_known(sheet, _SPELLED, 0), SEVERITY)
    yield from _disagreeing(_known(sheet, _BEHIND, _LEAST), "note")


def _known(sheet: Sheet, pattern: re.Pattern[str], least: int) -> dict[str, list[_Long]]:
    """The long forms of at least so many letters by their acronym, in order."""
    known: dict[str, list[_Long]] = {}
    for passage in sheet.of(KOREAN):
        for found in pattern.finditer(passage.text):
            if _CAPITALS.match(found["short"]) and len(letters(found["long"])) >= least:
                span = (passage.start + found.start(), passage.start + found.end())
                known.setdefault(found["short"], []).append(_Long(found["long"].strip(), span))
    return known


def _disagreeing(known: dict[str, list[_Long]], severity: Severity) -> Iterator[Hit]:
    """The forms of each acronym that differ from its most frequent one."""
    for short, longs in known.items():
        forms = Counter(letters(long.text) for long in longs)
        usual = forms.most_common(1)[0][0]
        model = next(long for long in longs if letters(long.text) == usual)
        for long in longs:
            if _differs(long.text, model.text):
                message = Message(
                    f"{short}을(를) '{long.text}'과(와) '{model.text}', 두 가지로 풀었습니다.",
                    f"{short} is spelled out as '{long.text}' and as '{model.text}'.",
                )
                yield Hit(*long.span, message, related=(model.span,), severity=severity)


def _differs(one: str, other: str) -> bool:
    """Are they two wordings of one thing: much alike, and neither the other with a word more?"""
    a, b = (_TAILS.sub("", letters(text)) for text in (one, other))
    if a == b or a in b or b in a:
        return False
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= _ALIKE and a[0] == b[0]
