"""하나에 얼마라는 수가 개수와 전체에서 나오지 않습니다. | A figure for each does not fit number and total.

왜: '문장 10억 개, 한 문장에 20토큰'이면 모두 200억 토큰이다. 어느 둘이 적혀 있든 나머지는 셈해 볼 수 있다.
Why: At a billion sentences of 20 tokens the whole has 20 billion: of number, total and figure for each any two give the
third.
Bad: 반사경 8,000장을 세웠다. 한 장의 넓이가 120㎡이므로 전체는 86만 ㎡가 된다.
Good: 반사경 8,000장을 세웠다. 한 장의 넓이가 120㎡이므로 전체는 96만 ㎡가 된다.
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from donghyang.check.figures.operands import follows, per_unit, rounded, same_unit, shown_like
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._sentences import Sentence, sentences
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import fits, one_slip_apart, significant, step
from donghyang.language.patterns import lazily
from donghyang.language.units import unit_table
from donghyang.records import Message, Quantity

ID = "each-total"
CLASS = "ratio"
SEVERITY = "warning"

_WORDS = r"(?:[가-힣A-Za-z₀-₉·]{1,10} ){0,3}"
_LEADS = (
    r"(?:,? (?:평균|약|각각|하루에?|연간|연) ?"
    rf"|[ ,]{_WORDS}[가-힣A-Za-z₀-₉·]{{1,8}}(?:[은는이가을를에] )?(?:평균 )?(?:약 )?| )$"
)
_EACH = lazily(
    rf"(?:(?:(?P<noun>[가-힣A-Za-z·]{{1,10}}) )?(?<![0-9천백만억조.가-힣])(?:1|"
    rf"한) ?(?P<unit>[가-힣A-Za-z]{{1,4}}?)(?:당|마다|에|[이가은는의])"
    r"|(?P<thing>[가-힣]{2,10}) 하나(?:당|마다|에|[이가은는의])"
    rf"|(?<![가-힣0-9])(?P<per>[가-힣A-Za-z·㎡㎢㎥]{{1,10}}?)(?:당|마다))(?={_LEADS})"
)
_FOR_EACH = lazily(r"(?:당|마다) (?:[가-힣]{1,8}(?: [가-힣]{1,6})?[은는이가을를] )?(?:평균 )?(?:약 )?")
_TIMES = frozenset(("시간", "분", "초", "일", "년", "월", "개월", "주", "해", "달", "시"))
_BEFORE = 40
_WINDOW = 3
"""So many sentences before and behind one may hold number and total."""
_PER = lazily(r"(?:당|마다) (?:[가-힣]{1,6} )?(?:약 )?$")
_NAMES = 12
"""So near to a number stands what it counts."""
_SLIPS = tuple(Decimal(10) ** power for power in (-8, -4, -3, -2, -1, 1, 2, 3, 4, 8))
_TELLING = 2
"""Digits of a figure of which one can be told to be a slip."""
_ASIDE = lazily(r"추가로|지난해|작년|전년|이상의|상한|한도|최대|최고|최소")


@dataclass(frozen=True, slots=True)
class _Said:
    """What a figure is told for one of."""

    noun: str
    """Its name, "" where only its unit is told."""
    unit: str
    exact: bool = False
    """Whether it is told of every one (5명씩), and no mean."""
    of: Decimal = Decimal(1)
    """For how many it is told: 10,000 for 1만 명당."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures for each with numbers and totals of the sentences around them."""
    found = sentences(sheet)
    for at, sentence in enumerate(found):
        yield from _spread(sentence)
        told = [(figure, said) for figure in sentence.figures if (said := _said(sentence, figure)) is not None]
        times = Counter((said.noun, said.unit) for _, said in told)
        for figure, said in told:
            if times[said.noun, said.unit] == 1:  # of 건당 10만 and 건당 100만 neither is told of all
                yield from _held(sheet, found, at, figure, said)


def _spread(sentence: Sentence) -> Iterator[Hit]:
    """'센터 네 곳에 저마다 35명을 두어 모두 140명', '12개 팀에 5명씩 모두 60명'."""
    for number, each, total in zip(sentence.figures, sentence.figures[1:], sentence.figures[2:], strict=False):
        told = _TO_EACH.fullmatch(sentence.between(number, each)) or (
            sentence.behind(each, 2).startswith("씩") and _INTO.fullmatch(sentence.between(number, each))
        )
        whole = told and _IN_ALL.search(sentence.between(each, total)) and each.unit == total.unit
        if (
            not whole
            or number.kind != "count"
            or number.value == 1  # 한 명에 5만 위안씩 총 …: told for each, not how many
            or number.bound
            or each.bound
            or total.bound
            or not same_unit(each, total)
        ):
            continue
        worth = (number.value or Decimal(0)) * (each.value or Decimal(0))
        if worth != total.value and not fits(total, worth - step(total) / 2, worth + step(total) / 2):
            message = Message(f"곱하면 {shown_like(worth, total)}입니다.", f"that makes {shown_like(worth, total)}.")
            yield Hit(total.start, total.end, message, ((number.start, number.end), (each.start, each.end)))


_TO_EACH = lazily(
    r"(?: [가-힣]{1,8})?(?:에|마다|가|이|에서)? ?(?:저마다|각각|하나에|모두에|"
    r"한 곳에) ?(?:[가-힣]{1,8}[은는이가을를]? )?(?:약 )?"
)
_INTO = lazily(r"(?: [가-힣]{1,8})?(?:에|마다|가|이|에서|을|를) ?(?:[가-힣]{1,8}[은는이가을를]? )?(?:약 )?")
_IN_ALL = lazily(r"^[^.;]{0,24}(?:모두|총|합계|도합|전체|합쳐|합하면)(?: [가-힣]{1,6}[은는이가]?)? ?(?:약 )?$")


def _said(sentence: Sentence, figure: Quantity) -> _Said | None:
    """What an amount is told for one of, None where it is told for nothing or is no plain amount."""
    if figure.unit in (None, "%", "%p") or figure.kind in ("rank", "multiple") or figure.bound not in (None, "approx"):
        return None
    said = _one_of(sentence, figure)
    exact = figure.kind == "count" and sentence.behind(figure, 1) == "씩"
    return said and replace(said, exact=exact)


def _one_of(sentence: Sentence, figure: Quantity) -> _Said | None:
    if sentence.behind(figure, 2) == "에서":
        return None  # where a change begins
    ahead = sentence.ahead(figure, _BEFORE)
    bases = [one for one in sentence.figures if one.end <= figure.start and (one.value or 0) > 1]
    if bases and _FOR_EACH.fullmatch(sentence.between(bases[-1], figure)) and bases[-1].unit:
        return _Said("", bases[-1].unit, of=bases[-1].value or Decimal(1))
    said = next((one for one in _EACH.finditer(ahead)), None)
    if said is not None and (said["unit"] or said["per"]) in _TIMES:
        return None  # what adds up over time is told elsewhere
    if said is None or any(char.isdigit() for char in ahead[said.end() :]) or _ASIDE.search(ahead[said.start() :]):
        return None
    if _is_numbered(sentence, said):
        return None
    if said["thing"]:
        return _Said(said["thing"], "")
    if said["per"]:
        return _Said(said["per"], said["per"])
    noun = (said["noun"] or "").rstrip("의은는이가")
    return _Said(noun or (said["unit"] if len(said["unit"]) > 1 else ""), said["unit"])


def _is_numbered(sentence: Sentence, said: re.Match[str]) -> bool:
    """'1공장은 4,512톤, 2공장은 4,521톤': is it the first of several that bear numbers?"""
    return bool(said["unit"]) and re.search(rf"(?<![0-9])[2-9] ?{said['unit']}[이가은는의]", sentence.text) is not None


def _held(sheet: Sheet, found: list[Sentence], at: int, each: Quantity, said: _Said) -> Iterator[Hit]:
    passage = sheet.at(found[at].start)
    article = passage.article if passage else None
    near = [
        one
        for other in range(max(0, at - _WINDOW), min(len(found), at + _WINDOW + 1))
        for one in found[other].figures
        if (line := sheet.at(one.start)) is not None and line.article == article
    ]
    figures = [
        one for one in near if one is not each and one.value not in (1, said.of) and one.bound in (None, "approx")
    ]
    totals = [
        one
        for one in figures
        if same_unit(one, each)
        and one.unit == each.unit
        and not _PER.search(sheet.text, max(0, one.start - _NAMES), one.start)
    ]
    numbers = _numbers(sheet, figures, said)
    pairs = [
        (number, total) for number in numbers for total in totals if number is not total and total.start != number.start
    ]
    if any(total.value == each.value for total in totals):
        return  # it is told again
    if not pairs or any(_agree(number, total, each, said) for number, total in pairs):
        return
    for number, total in pairs:
        if _is_slip(total, _whole(number, each, said)) or _is_slip(each, _worth(number, total, each, said)):
            yield _hit(number, total, each, said)
            return


def _numbers(sheet: Sheet, figures: list[Quantity], said: _Said) -> list[Quantity]:
    """The figures that count what a figure is told for one of: by its name beside them, else by their unit."""
    named = [one for one in figures if said.noun and one.kind != "money" and _stands_by(sheet, one, said.noun)]
    if named and said.unit and said.unit != said.noun:
        named = [one for one in named if _is_of(one, said.unit)]
    return named or [
        one
        for one in figures
        if said.unit and (_is_of(one, said.unit) or sheet.text.startswith(f" {said.unit}", one.end))
    ]


def _is_of(figure: Quantity, unit: str) -> bool:
    if figure.unit == unit:
        return True
    known = unit_table().get(unit)
    return bool(known and known.unit != figure.unit and figure.si_unit and _si(unit)[1] == figure.si_unit)


def _si(unit: str) -> tuple[Decimal, str | None]:
    """What one of a unit is in its SI unit, and that unit."""
    known = unit_table().get(unit)
    return (known.factor or Decimal(1), known.si) if known is not None else (Decimal(1), None)


def _stands_by(sheet: Sheet, figure: Quantity, noun: str) -> bool:
    before = sheet.text[max(0, figure.start - _NAMES - len(noun)) : figure.start].rpartition("\n")[2]
    behind = sheet.text[figure.end : figure.end + len(noun) + 2].split("\n")[0]
    at = before.rfind(noun)
    free = at == 0 or (at > 0 and not before[at - 1].isalnum())
    if free and _UP_TO.fullmatch(before, at + len(noun)):
        return True
    if before.endswith((noun, f"{noun} ")):
        return True
    longer = figure.unit is not None and noun.startswith(figure.unit) and len(noun) > len(figure.unit) > 1
    return behind.strip().startswith(noun) or longer


_UP_TO = lazily(
    r"(?:은|는|이|가|을|를|의 수는|의 수가|수는|수가| 수는| 수가)?[ :]?(?:[^0-9.,;]{1,6} )?(?:약 |총 |모두 )?"
)


def _count(number: Quantity, said: _Said) -> Decimal:
    """How many of the unit that a figure is told for: 300,000 kW for 300MW."""
    assert number.value is not None
    if number.unit == said.unit or not said.unit or number.si is None:
        return number.value / said.of
    size, si = _si(said.unit)
    return number.value * per_unit(number) / size if si == number.si_unit else number.value


def _whole(number: Quantity, each: Quantity, said: _Said) -> Decimal:
    return _count(number, said) * (each.value or Decimal(0))


def _worth(number: Quantity, total: Quantity, each: Quantity, said: _Said) -> Decimal:
    return (total.value or Decimal(0)) / _count(number, said)


def _agree(number: Quantity, total: Quantity, each: Quantity, said: _Said) -> bool:
    """Do the three fit, as far as they are printed?"""
    assert each.value is not None
    assert total.value is not None
    count = _count(number, said)
    room, rest = step(each) / 2 * (not said.exact), step(total) / 2
    few, many = count - step(number) / 2 * (step(number) > 1), count + step(number) / 2 * (step(number) > 1)
    if (each.value - room) * few - rest <= total.value <= (each.value + room) * many + rest:
        return True
    if said.exact:
        return False
    return follows(each, ((total.value - rest) / many, (total.value + rest) / few)) or fits(
        total, (each.value - room) * few, (each.value + room) * many
    )


def _is_slip(figure: Quantity, worth: Decimal) -> bool:
    """Is a figure what it should be but for its magnitude, or for one digit of several?"""
    if worth <= 0:
        return False
    if any(fits(figure, worth * times - step(figure) / 2, worth * times + step(figure) / 2) for times in _SLIPS):
        return significant(figure.text) >= _TELLING or any(figure.value == worth * times for times in _SLIPS)
    return significant(figure.text) >= _TELLING and one_slip_apart(
        figure, replace(figure, value=rounded(worth, figure))
    )


def _hit(number: Quantity, total: Quantity, each: Quantity, said: _Said) -> Hit:
    last = max(total, each, key=lambda one: one.start)
    worth = _whole(number, each, said) if last is total else _worth(number, total, each, said)
    message = Message(
        f"함께 적은 수로 셈하면 {shown_like(worth, last)}입니다.", f"the figures give {shown_like(worth, last)}."
    )
    related = tuple((one.start, one.end) for one in (number, total, each) if one is not last)
    return Hit(last.start, last.end, message, related)
