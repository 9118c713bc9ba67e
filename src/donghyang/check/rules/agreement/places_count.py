"""늘어놓은 지명의 수가 적은 수와 다릅니다. | Places named one by one are not as many as announced.

왜: '선양과 다롄, 우한 등 4개 도시'처럼 지명을 모두 적은 곳의 수는 세어 보면 안다.
Why: Where all places are named, as in 'A and B, C, 4 cities', they can be counted.
Bad: 상하이, 베이징, 광저우, 선전, 항저우 등 6개 도시를 거점으로 지정
Good: 상하이, 베이징, 광저우, 선전, 항저우 등 5개 도시를 거점으로 지정
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.figures.native import WORDS, number_of
from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._listing import miscount
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.gazetteer import Place, called
from donghyang.language.patterns import lazily

ID = "places-count"
CLASS = "count-list"
SEVERITY = "warning"

_COUNT = lazily(
    rf"(?P<open>[ )）]등(?:의)?)? (?:총 |이들 )?(?:(?P<digits>[2-9]|[1-3][0-9])(?:개 ?)?|(?P<word>{WORDS}) (?:개 )?)"
    r"(?P<kind>도시|[시성현구](?![가-힣])|지역|성·시|곳)(?! ?[0-9])(?= |[으은이가을를의에로와과,.]|$)"
)
_BRACKET = lazily(r" ?[(（][^()（）]*[)）]")
_JOINT = lazily(r", ?|·|\s*[와과] | 및 ")
_ENDING = lazily(r"(?<=[가-힣]{2})(?:특별행정구|자치구|자치주|[시성현구주])$")
_CLAUSE = lazily(r"[가-힣](?:로|고|며|나|은|는|서|여|해|면|만|데)$")
"""The word before a comma behind which a list may begin."""
_TOWN_IN_PROVINCE = 2
"""Words of a town with its province."""
_LEVELS = {
    "성": frozenset(("province",)),
    "시": frozenset(("municipality", "city", "county")),
    "도시": frozenset(("municipality", "city", "county")),
}
"""What a place must be to be counted so: others may be named with them."""
_NEARLY_ALL = 3
"""So many places named before 등 are all there are, or one less by a slip."""
_REACH = 300
"""How far before its number a list of places can begin."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Places joined by commas, dots and 와, up to a number of towns or provinces."""
    for passage in sheet.of(PROSE):
        for found in _COUNT.finditer(passage.text):
            yield from _held(passage, found)


def _held(passage: Passage, found: re.Match[str]) -> Iterator[Hit]:
    begin = max(0, found.start() - _REACH)
    named, first = _named(_plain(passage.text[begin : found.start()]))
    listed, number = len(named), number_of(found["word"], found["digits"])
    if listed < 2 or abs(number - listed) != 1 or (found["open"] and number > listed and listed < _NEARLY_ALL):
        return
    levels = _LEVELS.get(found["kind"])
    if levels and number < listed and any(levels.isdisjoint(one.level for one in _places(word)) for word in named):
        return  # 상하이와 장쑤성, 저장성 2개 성
    start = passage.start + found.start("word" if found["word"] else "digits")
    related = ((passage.start + begin + first, passage.start + found.start()),)
    yield Hit(start, passage.start + found.end("kind"), miscount(number, listed), related)


def _plain(text: str) -> str:
    """The text with what stands in brackets blanked."""
    return _BRACKET.sub(lambda found: " " * len(found[0]), text)


def _named(text: str) -> tuple[list[str], int]:
    """The places listed at the end of a text, the last one first, and where the first of them begins; ([], 0) where
    something else stands in the list. A province before its town (랴오닝성 선양) is no place of its own."""
    found: list[str] = []
    end, first = len(text), 0
    for joint in reversed([None, *_JOINT.finditer(text)]):
        begin = joint.end() if joint else 0
        words = text[begin:end].split()
        if not words or not _places(words[-1]):
            return (found, first) if words and found and _CLAUSE.search(words[-1]) else ([], 0)
        found.append(words[-1])
        end = joint.start() if joint else 0
        first = text.rindex(words[-1], begin)
        if len(words) > _TOWN_IN_PROVINCE or (len(words) == _TOWN_IN_PROVINCE and not _places(words[0])):
            return found, first  # what opens the sentence stands before the first
    return found, first


def _places(word: str) -> tuple[Place, ...]:
    return called(word) or called(_ENDING.sub("", word))
