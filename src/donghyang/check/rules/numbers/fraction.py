"""'몇 분의 일'이 적힌 두 수와 맞지 않습니다. | A fraction does not follow from the two figures given.

왜: '60일에서 12일로 줄어 종전의 4분의 1'은 앞의 두 수로 셈해 볼 수 있다. 어긋나면 셋 가운데 하나가 틀렸다.
Why: 'From 60 days to 12, a quarter' can be worked out; where the fraction is far off, one of the three is wrong.
Bad: 처리 시간은 60일에서 12일로 줄어 종전의 4분의 1에 그침
Good: 처리 시간은 60일에서 12일로 줄어 종전의 5분의 1에 그침
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from donghyang.check.figures.operands import same_unit
from donghyang.check.figures.wording import DOWN, FROM, UP
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._sentences import Sentence, sentences
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "fraction"
CLASS = "ratio"
SEVERITY = "warning"

_OF_OLD = r"(?:(?:종전|기존|이전|현재|지금|당초|원래|처음)의 )"
_TO = lazily(rf"(?:으로|로|까지),? (?:[가-힣]{{1,4}}(?:여|어|아|려|춰|워|해|추어|이어),? )?{_OF_OLD}?(?:약 |거의 )?")
_AGAIN = lazily(rf"^(?:이는 |즉 )?{_OF_OLD}(?:약 |거의 )?$")
"""The words before a fraction that opens a sentence: 지금의 4분의 1이다."""
_BESIDE = lazily(r"(?:으로|로|이며|인데),? [^0-9.,;]{1,16}")
_THAT_IS = lazily(r"(?:인|의) [^0-9.,;]{0,14}의 (?:약 |거의 )?")
"""Between two things and the fraction: 5㎛로, 지름이 60㎛인 머리카락의 12분의 1."""
_CHANGED = lazily(rf"(?:만큼|가량|이나|정도)?(?:{UP}|{DOWN})")
"""Behind a fraction by which something has grown or fallen, not to which."""
_ROUGH = Decimal("0.12")
"""As a share of it: what is called a third or a quarter may be so much off."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Fractions behind 'from A to B', in the next sentence too, and behind two things of one measure."""
    for sentence in sentences(sheet):
        for at, fraction in enumerate(sentence.figures):
            if fraction.kind == "multiple" and fraction.value and ("분의" in fraction.text or _is_one_of(fraction)):
                yield from _held(sentence, at, fraction)


def _held(sentence: Sentence, at: int, fraction: Quantity) -> Iterator[Hit]:
    pair = _operands(sentence, at, fraction)
    if pair is None or not same_unit(*pair):
        return
    old, new = pair[0].value, pair[1].value
    if not old or not new or not fraction.value:
        return
    is_change = _CHANGED.match(sentence.behind(fraction)) is not None
    worth = abs(new - old) / old if is_change else new / old
    exact = worth and 1 / worth
    is_another = exact == exact.to_integral_value() and fraction.value != worth and 1 / fraction.value != exact
    if abs(fraction.value - worth) > _ROUGH * worth or (is_another and _is_one_of(fraction)):
        figure = f"{exact:.0f}분의 1" if exact == exact.to_integral_value() else f"{worth:.2f}배"
        message = Message(f"두 수로 셈하면 {figure}입니다.", f"the figures give {worth:.2f}.")
        yield Hit(fraction.start, fraction.end, message, tuple((one.start, one.end) for one in pair))


def _is_one_of(fraction: Quantity) -> bool:
    return fraction.text.endswith("분의 1") or fraction.text.startswith("1/")


def _operands(sentence: Sentence, at: int, fraction: Quantity) -> tuple[Quantity, Quantity] | None:
    """The whole and the part, or what was and what is, that the fraction is said of; None where none are told so."""
    if not at and _AGAIN.match(sentence.text[: fraction.start - sentence.start]):
        return _change_before(sentence)
    if at < 2:
        return None
    a, b = sentence.figures[at - 2], sentence.figures[at - 1]
    first, second = sentence.between(a, b), sentence.between(b, fraction)
    if FROM.fullmatch(first) and _TO.fullmatch(second):
        return a, b
    if _BESIDE.fullmatch(first) and _THAT_IS.fullmatch(second):
        return b, a
    return None


def _change_before(sentence: Sentence) -> tuple[Quantity, Quantity] | None:
    """The one change 'from A to B' of the sentence before; None for none or several."""
    found = [(a, b) for a, b in pairwise(sentence.before) if FROM.fullmatch(sentence.between(a, b))]
    return found[0] if len(found) == 1 else None
