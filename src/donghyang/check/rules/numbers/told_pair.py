"""늘고 준 만큼이나 배수가 문장에 적힌 두 값에서 나오지 않습니다. | A change does not follow from the two values told.

왜: 지난 값과 지금 값이 어떤 말로 적혀 있든 증감률, 차이, 배수, 몇 분의 일은 셈해 볼 수 있다.
Why: In whatever words an earlier and a later value are told, the rise, the difference and the multiple can be worked
out.
Bad: 새 막은 900시간을 버텨, 종전 막의 150시간과 견주면 수명이 5배이다.
Good: 새 막은 900시간을 버텨, 종전 막의 150시간과 견주면 수명이 6배이다.
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from donghyang.check.figures.operands import Range, difference, follows, middle, quotient, rise, rounded, shown_as
from donghyang.check.figures.wording import DOWN, UP
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._changes import by_rounding, roundness, yearly, yearly_hit
from donghyang.check.rules.numbers._pairs import Pair, pair_before, pair_of
from donghyang.check.rules.numbers._sentences import Sentence, sentences
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import fits, one_slip_apart, significant, step
from donghyang.language import verbs
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "told-pair"
CLASS = "growth"
SEVERITY = "warning"

_BY = r"\s?(?:씩|의|을|를|이|가|만큼|나|이나|가량|정도)?"
_UP, _DOWN = lazily(_BY + UP), lazily(_BY + DOWN)
_TIMES = lazily(
    rf"\s?(?:이다|임|였|이었|이며|이고|인 |[이가] (?:{verbs.either(__package__, 'becomes')})|수준|규모|으?로 |"
    rf"에 (?:{verbs.either(__package__, 'comes_to')})|가까|만큼|이상|$|\.)"
)
_NAMED = lazily(
    r"(?:(?P<up>증가|상승|확대|성장|인상)|감소|하락|축소|인하|단축|절감) ?(?:폭|분|량|액|치|수|률|율)(?:은|"
    r"는|이|가) (?:약 )?$"
)
"""Before a change that is called by its name: 증가 폭은 200명."""
_YEARLY = lazily(r"(?:연평균|매년|해마다|해마다 평균|매년 평균)(?: [가-힣]{2,8}율[은이]?)? (?:약 )?$")
_SPAN = lazily(r"(?P<years>[0-9]{1,2})년(?:간|\s?(?:동안|사이|만에|에 걸쳐))")
_SHORTEST = 2
"""Fewer years have no average."""
_ROUGH = Decimal("0.12")
"""As a share of it: what is called a third or a quarter may be so much off."""
_TELLING = 3
"""Digits of a figure that agree with another but for a slip only where it was meant."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Rates, differences, multiples and fractions with the two values that their sentence names."""
    for sentence in sentences(sheet):
        for said in sentence.figures:
            way = _way(sentence, said)
            pair = (pair_of(sentence, said) or pair_before(sentence, said)) if way else None
            if pair is not None:
                yield from _held(sentence, pair, said, way)


def _way(sentence: Sentence, said: Quantity) -> int:
    """1 for a rise or a multiple, 2 for a multiple *by* which it grew, -1 for a fall; 0 for no change."""
    behind = sentence.behind(said)
    if said.bound not in (None, "approx") or not said.value:
        return 0
    if said.kind == "multiple":
        if not any(char.isdigit() for char in said.text):
            return 0  # 두 배, 세 배 are said roundly
        return 2 if _UP.match(behind) else 1 if _TIMES.match(behind) else 0
    if said.kind in ("rank", "number"):
        return 0
    named = _NAMED.search(sentence.ahead(said))
    if named is not None:
        return 1 if named["up"] else -1
    return 1 if _UP.match(behind) else -1 if _DOWN.match(behind) else 0


def _held(sentence: Sentence, pair: Pair, said: Quantity, way: int) -> Iterator[Hit]:
    if said.unit == "%" and _YEARLY.search(sentence.ahead(said)):
        yield from _yearly(sentence, pair, said, way)
        return
    if said.unit not in ("%", pair.old.unit) and said.kind != "multiple":
        return
    readings = list(_readings(pair.old, pair.new, said, way))
    if any(_fits(said, worth) for worth in readings):
        if pair.sure and said.kind != "multiple":
            yield from by_rounding(pair.old, pair.new, said, way)
        return
    if _is_explained(sentence, said, way) or _is_of_another(sentence, pair, said):
        return
    exact = middle(readings[0])
    if exact > 0 and (pair.sure or _is_slip(said, exact)):
        yield _hit(said, exact, pair)


def _readings(old: Quantity, new: Quantity, said: Quantity, way: int) -> Iterator[Range]:
    """What the figure may stand for, the likeliest first."""
    if said.kind == "multiple":
        yield quotient(new, old)
        yield quotient(old, new)
        if way > 1:
            low, high = rise(new, old)
            yield low / 100, high / 100
        return
    if said.unit == old.unit:
        low, high = difference(new, old)
        yield (low, high) if way > 0 else (-high, -low)
    if said.unit == "%":
        yield rise(new, old, way)


def _fits(said: Quantity, worth: Range) -> bool:
    if "분의" in said.text and said.value:
        return abs(middle(worth) - said.value) <= _ROUGH * said.value
    room = roundness(said)
    return follows(said, worth) or fits(said, worth[0] - room, worth[1] + room)


def _is_explained(sentence: Sentence, said: Quantity, way: int) -> bool:
    """Do any two other figures of this sentence and the one before give it?"""
    values = [one for one in (*sentence.before, *sentence.figures) if one is not said and one.kind != "multiple"]
    for old in values:
        for new in values:
            if old is not new and old.unit == new.unit:
                if said.unit not in ("%", old.unit) and said.kind != "multiple":
                    continue
                if any(_fits(said, worth) for worth in _readings(old, new, said, way)):
                    return True
    return False


def _is_of_another(sentence: Sentence, pair: Pair, said: Quantity) -> bool:
    """Is the pair's own change told before, and this one of another thing (3%p 낮추어 원료비를 20% 절감)? Or is another
    thing spoken of between them, or the later value but the last of a list?"""
    if _SUBJECT.search(sentence.between(pair.new, said)):
        return True
    ahead = [one for one in sentence.figures if one.end <= pair.new.start and one is not pair.old]
    if ahead and ahead[-1].unit == pair.new.unit and _LISTED_ON.fullmatch(sentence.between(ahead[-1], pair.new)):
        return True
    last = max(one.end for one in pair[:2])
    own = [one for one in sentence.figures if last <= one.start and one.end <= said.start]
    return bool(own) and _OBJECT.search(sentence.between(own[-1], said)) is not None


_SUBJECT = lazily(r"(?:,|[고며]) [^.;,]{1,24}(?:은|는|도|역시) ")
_LISTED_ON = lazily(r", ?[^.;,()%은는이가]{1,16} ?")
_OBJECT = lazily(r"[가-힣]{1,6}[여어아해춰려] [가-힣]{2,}[을를] $")
"""Between two changes: what is done to the first thing, and the second."""


def _is_slip(said: Quantity, exact: Decimal) -> bool:
    """Is a printed figure what was worked out but for a digit, or one too few for a multiple?"""
    meant = rounded(exact, said)
    if said.kind == "multiple" and said.value is not None and meant - said.value == 1:
        return True
    return significant(said.text) >= _TELLING and one_slip_apart(said, replace(said, value=meant))


def _yearly(sentence: Sentence, pair: Pair, said: Quantity, way: int) -> Iterator[Hit]:
    span = _SPAN.search(sentence.text)
    years = int(span["years"]) if span else 0
    assert said.value is not None
    if years < _SHORTEST or not pair.sure or not pair.old.value or not pair.new.value:
        return
    likely = [way * one for one in yearly(pair.old, pair.new, years)]
    close = likely[1]
    room = float(step(said)) / 2 + abs(close) * (0.05 if said.bound == "approx" else 0.02)
    if abs(float(said.value) - close) > room and abs(float(said.value) - min(likely)) > room:
        yield yearly_hit(said, pair.old, pair.new, close)


def _hit(said: Quantity, exact: Decimal, pair: Pair) -> Hit:
    worth = shown_as(exact, said)
    message = Message(f"두 값으로 셈하면 {worth}입니다.", f"the two values give {worth}.")
    return Hit(said.start, said.end, message, tuple((one.start, one.end) for one in pair[:2]))
