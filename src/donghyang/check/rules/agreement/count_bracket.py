"""센 수와 괄호 안이나 쌍점 뒤에 적은 것의 수가 다릅니다. | A number and what is named behind it disagree.

왜: '3대 과업(가, 나, 다, 라)'이나 '7곳이다: …'는 이름을 세어 보면 안다.
Why: 'Three tasks (a, b, c, d)' or 'there are seven: …' can be counted.
Bad: 3대 중점 과업(제도 정비, 기반 구축, 시범 사업, 국제 협력)을 제시함
Good: 4대 중점 과업(제도 정비, 기반 구축, 시범 사업, 국제 협력)을 제시함
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
from donghyang.language.patterns import lazily

ID = "count-bracket"
CLASS = "count-list"
SEVERITY = "error"

_NUMBER = rf"(?<![0-9A-Za-z가-힣'‘’.,~+-])(?:(?P<word>{WORDS}) ?|(?P<number>[2-9]|1[0-9]) ?)"
_BRACKETED = lazily(
    _NUMBER + r"(?:대|개국|개사|개소|개(?!월|년)|가지|곳|명|종|단계|갈래|축|분과|부문|"
    r"팀) ?(?:[가-힣]{1,8}(?: [가-힣]{1,6})?)? ?"
    r"[(（](?P<items>[^()（）]{5,160})[)）]"
)
_BEHIND_COLON = lazily(
    _NUMBER
    + r"(?:대|개국|개사|개소|개(?!월|년)|가지|곳|명|종)(?: ?[가-힣]{2,8})?(?:이다|임|으로|로|은|는|이며|입니다)?"
    r"(?: 다음과 같[다음이])? ?[:：] ?(?P<items>[^:：()（）.;]{5,200})$"
)
_DOT = lazily(r" ?[·ㆍ] ?")
_COMMA, _JOINT = lazily(r"[,、] ?"), lazily(r" ?[·ㆍ/] ?| 및 |(?<=[가-힣A-Za-z])[와과] ")
_NOT_NAMES = lazily(
    r"등$|등[ ,]|이하|포함|제외|각각|중복|[0-9]|예[:：]|[:：]|이상|가운데|[가-힣] 소재|기준|[가-힣](?:하는|한|된|"
    r"하고|하며|함|됨|임|음)$|에서$|까지$|부터$|에만$"
)
_LONGEST = 18
"""Letters of a name; what is longer is a clause."""
_OF_SOME = lazily(r"(?:등|가운데|중|외에?|나머지|각|매|최대|최소|약|이상|하루|또 다른|다른) ?$")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Counts with a list of plain names in brackets right behind what they count, or behind a colon."""
    for passage in sheet.of(PROSE):
        if "(" in passage.text or "（" in passage.text:
            for found in _BRACKETED.finditer(passage.text):
                yield from _held(passage, found)
        if ":" in passage.text or "：" in passage.text:
            found_ = _BEHIND_COLON.search(passage.text)
            if found_:
                yield from _held(passage, found_)


def _held(passage: Passage, found: re.Match[str]) -> Iterator[Hit]:
    items = _COMMA.split(found["items"].strip())
    if len(items) == 1 and len(_DOT.findall(items[0])) > 1:
        items = _DOT.split(items[0])
    if len(items) < 2 or _NOT_NAMES.search(found["items"]) or _OF_SOME.search(passage.text[: found.start()]):
        return
    if any(not item.strip() or len(item) > _LONGEST or _NOT_NAMES.search(item.strip()) for item in items):
        return
    number, least = number_of(found["word"], found["number"]), len(items)
    most = sum(len(_JOINT.split(item)) for item in items)
    if number == least - 1 or number - 1 == least == most:
        span = (passage.start + found.start("items"), passage.start + found.end("items"))
        start = passage.start + found.start()
        yield Hit(start, span[0], miscount(number, least), (span,))
