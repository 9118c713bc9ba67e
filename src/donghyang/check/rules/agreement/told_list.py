"""말로 센 수가 나란히 적은 것의 수와 다릅니다. | A number in words is not that of what is listed beside it.

왜: '네 가지 원칙, 즉 …'이라고 했으면 넷을 적고, '가온, 나루, 다솜 세 곳'이면 셋이다.
Why: 'Four principles, namely …' lists four, and 'A, B and C, three places' are three.
Bad: 동 방안은 세 가지 원칙, 즉 수요·혁신·안전·개방을 내걸었다.
Good: 동 방안은 네 가지 원칙, 즉 수요·혁신·안전·개방을 내걸었다.
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.figures.native import WORDS, number_of
from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._listing import listing_before, miscount
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily

ID = "told-list"
CLASS = "count-list"
SEVERITY = "warning"

_UNIT = r"(?:가지|개국|개사|개|곳|군데|종류|종|단계|대)"
_THINGS = (
    r"(?:지역|도시|나라|국가|기관|대학|부처|기업|회사|과목|분야|부문|부분|원칙|과제|방향|요소|산업|공정|축|시|성|항목|유형|"
    r"영역|조건|기준|목표|사업|기술|성분|재료|팀|연구소|업체|방식|방법|절차|측면|문제|요건|행사|강|섬|항만|항|거점)"
)
_NUMBER = rf"(?:(?P<word>{WORDS})|(?<![0-9.,~∼\-])(?P<digits>[2-9]))"
_COUNT = rf"(?<![가-힣A-Za-z])(?P<count>{_NUMBER} ?(?:{_UNIT}(?: [가-힣]{{1,6}}){{0,2}}|{_THINGS}))"
_ITEM = r"(?:[가-힣A-Za-z0-9]+(?:\([^()]{1,20}\))?(?: [가-힣A-Za-z0-9]+(?:\([^()]{1,20}\))?){0,3})"
_LIST = rf"(?P<list>{_ITEM}(?:(?:, ?|·|, 그리고 | 및 |[와과] ){_ITEM}){{1,9}})"
_NAMELY = lazily(
    rf"{_COUNT}(?:[을를]?, ?(?:즉|곧)|인|: ?|은 다음과 같다\. ) ?{_LIST}(?=[을를이가은는로의에 .,)]|$|으로|이다|임)"
)
_ARE = lazily(
    rf"{_COUNT}[은는] {_LIST}(?:이다|임|였다|이었다|이며|이고|입니다|로,|로 (?:구성|이루|나뉘|정해)|"
    rf"으로 (?:구성|이루|나뉘|정해)|$)"
)
_INSIDE = lazily(rf"{_COUNT}\s?[(（]{_LIST}[)）]")
_BEHIND = lazily(
    rf"(?<=[가-힣A-Za-z)\]） ])(?:의 |에 이르는 |이라는 |라는 |이어지는 |구성된 |"
    rf"이루어진 )?{_COUNT}(?=[을를이가은는로의에와과마도, .]|$)"
)
_OPEN = lazily(r" 등(?![가-힣])")
_VERBAL = lazily(r"(?:하고|하며|하여|되고|되며|으며|이며|지만|는데|해서|[을를은는]|에서|에게|으로|보다)$")
_CLAUSAL = lazily(r"[을를은는에로] ")
_CLOSER = lazily(r" ?(?:의|에 이르는|이라는|라는|로 이어지는|으로 이어지는|[으]?로 구성된|[으]?로 이루어진)?\s?$")
_JOINT = lazily(r" 및 |[와과] |·")
_SOME = lazily(r"(?:이들|이|그|나머지|다른|또 다른|양|각|중|가운데|위|앞의|아래|매|첫|상위|하위)\s?$")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Counts with their list right behind, in brackets, or right before them."""
    for passage in sheet.of(PROSE):
        if not _PARTED.search(passage.text):
            continue
        for pattern in (_NAMELY, _ARE, _INSIDE):
            for found in pattern.finditer(passage.text):
                yield from _ahead(passage, found, to_the_end=pattern is _ARE)
        for found in _BEHIND.finditer(passage.text) if "," in passage.text or "·" in passage.text else ():
            if found["word"] or _OF_THEM.search(passage.text, max(0, found.start() - 2), found.start("count")):
                yield from _behind(passage, found)


_PARTED = lazily("[,·]")
_OF_THEM = lazily(r"[가-힣)]의 $|에 이르는 $")
"""Before a number in figures that closes a list: 한국, 중국, 일본의 3개국."""


def _ahead(passage: Passage, found: re.Match[str], *, to_the_end: bool) -> Iterator[Hit]:
    """'네 가지 원칙, 즉 A·B·C·D', '세 기관(A, B, C)'; `to_the_end`: the list is all up to the verb."""
    number = number_of(found["word"], found["digits"])
    listed = found["list"]
    if (
        _OPEN.search(listed)
        or passage.text.startswith(" 등", found.end("list"))
        or _SOME.search(passage.text[: found.start()])
    ):
        return
    items = (
        [item.strip() for item in listed.split(",")] if "," in listed else [item.strip() for item in listed.split("·")]
    )
    if len(items) < 2 or any(_VERBAL.search(item) for item in items[:-1]) or not all(items):
        return
    if any(_CLAUSAL.search(item) for item in (items if to_the_end else items[:-1])):
        return
    most = len(items) + sum(len(_JOINT.findall(item)) for item in items)
    if not len(items) <= number <= most:
        span = (passage.start + found.start("list"), passage.start + found.end("list"))
        start, end = passage.start + found.start("count"), passage.start + found.end("count")
        yield Hit(start, end, miscount(number, len(items)), (span,))


def _behind(passage: Passage, found: re.Match[str]) -> Iterator[Hit]:
    """'A, B, C, D 세 지역', 'A, B, C에 이르는 두 단계'."""
    before = _CLOSER.sub("", passage.text[: found.start("count")])
    if _OPEN.search(before[-3:]) or before.endswith("등") or _SOME.search(passage.text[: found.start("count")]):
        return
    listing = listing_before(before, len(before))
    if listing is None or listing.open:
        return
    number = number_of(found["word"], found["digits"])
    if listing.least <= number <= listing.most or not _is_list(before[listing.start :]):
        return
    start = passage.start + found.start("count")
    span = (passage.start + listing.start, passage.start + len(before))
    yield Hit(start, passage.start + found.end("count"), miscount(number, listing.least), (span,))


def _is_list(text: str) -> bool:
    """Are all its items names, and not clauses?"""
    items = [item.strip() for item in text.split("," if "," in text else "·")]
    return len(items) > 2 and not any(_VERBAL.search(item) for item in items)
