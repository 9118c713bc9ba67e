"""나머지가 전체에서 앞의 것을 뺀 수와 다릅니다. | The rest is not what the whole leaves after the parts named.

왜: '80억 위안 중 24억, 36억을 쓰고 나머지 20억'은 전체에서 앞의 것을 빼면 나온다.
Why: Of 80, with 24 and 36 named, the rest is 20.
Bad: 전체 90곳 중 동부에 35곳, 중부에 25곳이 있으며 나머지 40곳은 서부에 있음
Good: 전체 90곳 중 동부에 35곳, 중부에 25곳이 있으며 나머지 30곳은 서부에 있음
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from donghyang.check.figures.operands import same_unit, shown_like
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._sentences import Sentence, sentences
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import fits, rounding, step
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "remainder"
CLASS = "sum"
SEVERITY = "error"

_LEFT = lazily(r"(?:이|가|은|는)? ?(?:아직 )?남(?:았|아 있|음|은 상태)")
_REST = lazily(
    r"(?:나머지|남은)(?:(?:는|은|인|가)?|(?:는|은)? [가-힣·]{1,8}(?: [가-힣·]{1,8})?(?<!가운데)(?:은|는|이|가)) ?"
    r"(?:약 )?$"
)
_WHOLE_BEHIND = lazily(
    r"\s?[)）]?(?:의|인)? ?[가-힣]{0,6}? ?(?:가운데|중[ ,에])|(?:으로|로|이며|인데|이고|에 이르며|에 달하며|임|"
    r"이다|였|을|를|은|는)"
)
_AMONG = lazily(r"\s?[)）]?(?:의|인)? ?[가-힣]{0,6}? ?(?:가운데|중[ ,에])")
_NESTED = lazily(r"(?:이|그)\s?(?:중|가운데)|포함|이상|넘는|씩|당 |마다|등 |중복|각각 |지난해|전년|작년")
"""Between the whole and the rest: a part of a part, an open list, or another year."""
_SHARED = lazily(r"\s?[(（]?(?:으로|로|이|가)? ?(?:전체의 )?(?:약 )?[0-9.]+%")
"""Behind the first figure, its share: it is a part itself."""
_NEAR = Decimal(3)
"""A rest so many times off is one of something else."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """'나머지 N' with the whole and all other parts of its unit before it, in the sentence or the one before too."""
    for sentence in sentences(sheet):
        for rest in sentence.figures:
            left = _REST.search(sentence.ahead(rest)) or _LEFT.match(sentence.behind(rest))
            if left and rest.kind in ("count", "money", "measure", "percent"):
                yield from _held(sentence, rest)


def _exceeds(whole: Quantity, parts: list[Quantity]) -> bool:
    return (whole.value or Decimal(0)) > sum((one.value or Decimal(0) for one in parts), Decimal(0))


def _held(sentence: Sentence, rest: Quantity) -> Iterator[Hit]:
    here = [one for one in sentence.figures if one.end <= rest.start and one.unit == rest.unit]
    words, figures = sentence.text[: rest.start - sentence.start], here
    whole_behind = sentence.behind(here[0]) if here else ""
    whole_before = [one for one in sentence.before if one.unit == rest.unit]
    if here and len(whole_before) == 1 and not _AMONG.match(whole_behind) and _exceeds(whole_before[0], here):
        figures, words = [*whole_before, *here], sentence.text_before + " " + words
        whole_behind = sentence.behind(whole_before[0])
    elif len(here) < 2:
        if here:
            return
        figures = [one for one in sentence.before if one.unit == rest.unit]
        words = sentence.text_before + " " + words
        whole_behind = sentence.text_before[figures[0].end - sentence.start_before :] if figures else ""
    if (
        _SHARED.match(whole_behind)
        or len(figures) < 2
        or any(one.bound is not None or not same_unit(one, rest) for one in [*figures, rest])
    ):
        return
    whole, parts = figures[0], figures[1:]
    left = (whole.value or Decimal(0)) - sum((one.value or Decimal(0) for one in parts), Decimal(0))
    if not _WHOLE_BEHIND.match(whole_behind) or _NESTED.search(words) or left <= 0:
        return
    exact = all(one.kind == "count" and step(one) == 1 for one in figures)
    room = Decimal(0) if exact else rounding(figures)
    assert rest.value is not None
    if fits(rest, left - room, left + room) or not left / _NEAR <= rest.value <= left * _NEAR:
        return
    worth = f"{left}%" if rest.unit == "%" else shown_like(left, rest)
    message = Message(f"전체 '{whole.text}'에서 빼면 {worth}입니다.", f"of '{whole.text}' it leaves {worth}.")
    yield Hit(rest.start, rest.end, message, ((whole.start, whole.end), (parts[0].start, parts[-1].end)))
