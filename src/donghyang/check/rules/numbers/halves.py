"""둘로 나눈 것을 더해도 전체가 되지 않습니다. | The two halves named do not add up to the whole.

왜: '올해 60기를 쏘아 올림. 상반기에 26기, 하반기에 34기'처럼 상반기와 하반기, 남녀, 국내외는 전체를 이룬다.
Why: Both halves of a year, men and women, at home and abroad: two such figures make the whole told before.
Bad: 위성 80기를 올해 안에 쏘아 올릴 계획이다. 상반기에 36기, 하반기에 54기를 발사한다.
Good: 위성 80기를 올해 안에 쏘아 올릴 계획이다. 상반기에 36기, 하반기에 44기를 발사한다.
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from donghyang.check.figures.operands import same_unit, shown_like
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._sentences import Sentence, sentences
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import fits, rounding, step
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity, Severity

ID = "halves"
CLASS = "sum"
SEVERITY: Severity = "error"

_HALVES = tuple((one, other) for one, _, other in (pair.partition("/") for pair in tables.words(__package__, "halves")))
_ANY = lazily("|".join(re.escape(word) for pair in _HALVES for word in pair))
_SECOND = lazily(r"(?:[을를이가은는와과]|이며|이고|로|으로)?[, ]+(?:[가-힣]{1,4}며? )?$")
_TO_FIGURE = lazily(r"(?:에만|에는|에서|에|은|는|이|가)? ?(?:각각 )?$")
_OTHER = lazily(r"포함|이상|초과|지난해|작년|전년|이듬해|내년|에만|증가|감소|늘|줄|대비|보다|당 |씩")
_NEAR = (Decimal("0.5"), Decimal("1.5"))


def find(sheet: Sheet) -> Iterator[Hit]:
    """The two figures of such a pair, one right behind the other, against the one figure of their unit before them."""
    for sentence in sentences(sheet):
        for at in range(len(sentence.figures) - 1):
            first, second = sentence.figures[at : at + 2]
            if first.unit == second.unit and _are_halves(sentence, first, second):
                yield from _held(sentence, first, second)


def _are_halves(sentence: Sentence, first: Quantity, second: Quantity) -> bool:
    before = sentence.ahead(first, 12)
    if not _ANY.search(before):
        return False
    between = sentence.between(first, second)
    for one, other in _HALVES + tuple((other, one) for one, other in _HALVES):
        at, behind = before.rfind(one), between.rfind(other)
        if at >= 0 and behind >= 0 and _TO_FIGURE.fullmatch(before[at + len(one) :]):
            return bool(_SECOND.fullmatch(between[:behind]) and _TO_FIGURE.fullmatch(between[behind + len(other) :]))
    return False


def _held(sentence: Sentence, first: Quantity, second: Quantity) -> Iterator[Hit]:
    here = [one for one in sentence.figures if one.unit == first.unit and one not in (first, second)]
    words = sentence.text if here else f"{sentence.text_before} {sentence.text}"
    wholes = here or [one for one in sentence.before if one.unit == first.unit]
    everything = [first, second, *wholes]
    if len(wholes) != 1 or _OTHER.search(words) or first.unit in ("%", "%p", None):
        return
    if any(one.bound not in (None, "approx") or not same_unit(one, first) for one in everything):
        return
    added = (first.value or Decimal(0)) + (second.value or Decimal(0))
    exact = all(one.kind == "count" and step(one) == 1 for one in everything)
    room = Decimal(0) if exact else rounding((first, second))
    whole = wholes[0]
    assert whole.value is not None
    if fits(whole, added - room, added + room) or not _NEAR[0] <= added / whole.value <= _NEAR[1]:
        return
    worth = shown_like(added, whole)
    message = Message(
        f"더하면 {worth}인데 전체는 '{whole.text}'입니다.", f"they add up to {worth}, and the whole is {whole.text}."
    )
    # A sentence may speak of some of those that the one before counts.
    severity: Severity = SEVERITY if here else "warning"
    yield Hit(first.start, second.end, message, ((whole.start, whole.end),), severity=severity)
