"""'보다 많다', '에 못 미친다'는 말이 적힌 두 값과 다릅니다. | A comparison says otherwise than its two figures.

왜: '올해 35만 대는 지난해의 38만 대를 넘어섰다'면 두 값이 바뀌었거나 말이 틀린 것이다.
Why: In 'this year's 350,000 exceed last year's 380,000' the figures were exchanged or the word is wrong.
Bad: 올해 출하량은 35만 대로, 지난해의 38만 대보다 많다.
Good: 올해 출하량은 38만 대로, 지난해의 35만 대보다 많다.
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from donghyang.check.figures.operands import quotient, same_unit
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._sentences import Sentence, sentences
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "compared"
CLASS = "order"
SEVERITY = "warning"

_MORE = lazily(
    r"[)）]?(?:보다(?:도|는)? ?(?:더 |훨씬 |크게 |약간 |조금 )?(?:많|높|크|큰|컸|길|빠르|빨라|무거|무겁|넓|"
    r"비싸|깊|두꺼|두껍)"
    r"|[을를] ?(?:크게 |훌쩍 |이미 )?(?:넘어섰|넘어서|웃돌|웃돈|앞질|앞지르|능가|상회|초과))"
)
_LESS = lazily(
    r"[)）]?(?:보다(?:도|는)? ?(?:더 |훨씬 |크게 |약간 |조금 )?(?:적|낮|작|짧|느리|느려|가벼|가볍|좁|싸|얕|"
    r"얇)(?!용|업|성)"
    r"|에 ?(?:크게 |한참 )?못 ?미|[을를] ?(?:크게 )?(?:밑돌|밑도|하회))"
)
_JOINED = lazily(
    r"[)）]?(?:으?로|은|는|이|가|이며|인데|이어서|에 그쳐|에 머물러|까지 (?:늘|올라)[가-힣]{0,2}|에 달해)?,? ?"
    r"(?:[^.;0-9]{0,28}[ (（])?(?:약 )?"
)
_CLAUSE = lazily(r"[가-힣](?:고|며|지만|으나|는데|여서|라서),? |였다|했다|반면|각각|[0-9]")
_FEW = 2


def find(sheet: Sheet) -> Iterator[Hit]:
    """Two figures of one unit, one right behind the other, and a comparison right behind the second."""
    for sentence in sentences(sheet):
        if len(sentence.figures) < _FEW:
            continue
        for one, other in pairwise(sentence.figures):
            yield from _held(sentence, one, other)
        first, last = sentence.figures[0], sentence.figures[-1]
        if len(sentence.figures) > _FEW and _SO_MUCH.match(sentence.behind(first)) and last.unit == first.unit:
            yield from _held(sentence, first, last, far=True)


_SO_MUCH = lazily(r"으?로, ")
_TAKEN = lazily(r"합[친한쳐]|더한|뺀|나눈|곱한")
"""Before the last figure where those between are what it is made of."""


def _held(sentence: Sentence, one: Quantity, other: Quantity, *, far: bool = False) -> Iterator[Hit]:
    bare = replace(other, bound=None)  # 38만 대를 넘어섰다 is read as more than 380,000
    if one.kind in ("rank", "multiple") or not same_unit(one, bare) or one.bound or other.bound not in (None, ">"):
        return
    behind = sentence.behind(other, 24)
    more, less = _MORE.match(behind), _LESS.match(behind)
    gap = sentence.between(one, other)
    if not (more or less) or bool(_TAKEN.search(gap)) != far:
        return
    if not far and (not _JOINED.fullmatch(gap) or _CLAUSE.search(gap)):
        return
    low, high = quotient(one, bare)
    if (more and high < 1) or (less and low > 1):
        said = more or less
        assert said is not None
        message = Message("견준 말과 두 값의 크기가 다릅니다.", "the comparison does not fit the two figures.")
        yield Hit(one.start, other.end + said.end(), message)
