"""차이와 배수 가운데 하나가 두 수와 맞지 않습니다. | Of a gap and a multiple only one follows from the two figures.

왜: '403초보다 663초 길고 3.6배'는 한 수에서 나온 두 말이다. 차이가 맞으면 배수를 셈해 볼 수 있다.
Why: '663 seconds longer, 3.6 times' says one thing twice: where the gap is right, the multiple can be worked out.
Bad: 이번에 1,066초를 유지하여 종전의 403초보다 663초 길고 약 3.6배에 해당
Good: 이번에 1,066초를 유지하여 종전의 403초보다 663초 길고 약 2.6배에 해당
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.figures.operands import difference, follows, middle, quotient, rise, same_unit, shown
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._sentences import Sentence, sentences
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "gap-and-multiple"
CLASS = "ratio"
SEVERITY = "error"

_THAN = lazily(r"[)）]?(?:보다| 대비|에 비해) (?:약 )?")
_AND = lazily(r"(?:이|가)? ?[가-힣]{1,6}(?:고|며|으며|어|아|여|나),? (?:그 |이는 )?(?:약 )?")


def find(sheet: Sheet) -> Iterator[Hit]:
    """A, B보다, their difference, and a multiple that is not theirs."""
    for sentence in sentences(sheet):
        for at in range(1, len(sentence.figures) - 2):
            yield from _held(sentence, at)


def _held(sentence: Sentence, at: int) -> Iterator[Hit]:
    old, gap, rate = sentence.figures[at : at + 3]
    if rate.kind != "multiple" or rate.bound not in (None, "approx") or not same_unit(old, gap) or not old.value:
        return
    if not _THAN.fullmatch(sentence.between(old, gap)) or not _AND.fullmatch(sentence.between(gap, rate)):
        return
    for new in sentence.figures[:at]:
        if new.unit == old.unit and same_unit(new, old) and follows(gap, difference(new, old)):
            worth = quotient(new, old)
            more = tuple(one / 100 for one in rise(new, old))
            if not follows(rate, worth) and not follows(rate, (more[0], more[1])):
                yield _hit(rate, shown(middle(worth)), new, old)
            return


def _hit(rate: Quantity, worth: str, new: Quantity, old: Quantity) -> Hit:
    message = Message(f"두 수로 셈하면 {worth}배입니다.", f"the figures give {worth} times.")
    return Hit(rate.start, rate.end, message, ((new.start, new.end), (old.start, old.end)))
