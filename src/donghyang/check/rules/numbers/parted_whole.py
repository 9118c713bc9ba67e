"""나눈 몫을 더하면 전체와 다릅니다. | What a whole is parted into does not add up to it.

왜: '총 90억 위안 가운데 성이 30억 위안, 시가 60억 위안을 부담'은 전체를 남김없이 나눈 말이므로 더해 볼 수 있다.
Why: Who bears what of a sum, or into which groups a number is divided, tells all of it, so the parts can be added up.
Bad: 총사업비 90억 위안 가운데 성이 30억 위안, 시가 67억 위안을 부담
Good: 총사업비 90억 위안 가운데 성이 30억 위안, 시가 60억 위안을 부담
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from donghyang.check.figures.operands import same_unit, shown_like
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._sentences import Sentence, sentences
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import fits, one_slip_apart, rounding, step
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "parted-whole"
CLASS = "sum"
SEVERITY = "warning"

_BRACKET = r"(?:\s?[(（][^()（）]*[)）])?"
_OF_ALL = lazily(rf"{_BRACKET}(?:의|인)? ?(?:[가-힣]{{1,6}} )?(?:가운데|중(?:에서)?,?)\s")
"""Behind a whole whose parts follow."""
_TAKEN = lazily(rf"{_BRACKET}(?:의 [가-힣]{{1,6}})?(?:을|를)\s")
"""Behind what is divided: 15마리를 시험군 9마리와 대조군 6마리로."""
_TOPIC = lazily(rf"{_BRACKET}(?:으로|로|이며|이고),?\s")
_SHARE = r"(?:(?:으로|로|이|가)? ?(?:전체의 )?(?:약 )?[0-9.]+%(?:[를을]|이며|이고|로)?)?"
_NEXT = lazily(rf"{_BRACKET}{_SHARE}(?:[을를이가은는와과]|이고|이며|으로|로| 및)?[,·]? ?[^0-9.;,]{{0,30}}")
_BORNE = lazily(
    rf"{_BRACKET}{_SHARE}(?:을|를|씩|씩을)? ?(?:각각 |나눠 |나누어 )?"
    r"(?:부담|분담|출자|조달|충당|맡|대고|대기로|대며|댐|댄다|투입|투자|지원|배정|배분|할당|편성)"
)
_DIVIDED = lazily(rf"{_BRACKET}(?:으로|로)? ?(?:각각 )?(?:나누|나눠|나눈|나뉘|나뉜|구분|편성|배정|배분|구성|이루어)")
_COMPOSED = lazily(r"(?:으로|로) ?(?:이루어|구성)")
_ETC = lazily(r" ?등(?:의)? ?(?:총 |모두 )?")
_LISTED = lazily(rf"{_BRACKET}(?:, |와 |과 | 및 |·)[^0-9.;,]{{0,24}}")
_EACH = lazily(r"각각 (?:약 )?$")
_WORD = "[가-힣A-Za-z·]{1,12}"
_NAMES = lazily(
    rf"(?P<names>{_WORD}(?:, {_WORD})*(?:, |와 |과 | 및 ){_WORD})(?: [가-힣]{{1,8}}(?: 수)?)?[이가은는]? 각각 (?:약 )?$"
)
_PARTER = lazily(r", |와 |과 | 및 ")
_NO_PART = lazily(
    r"대비|보다|에서 [0-9]|(?<![가-힣])당 |마다|씩|이상|이하|까지|증가|감소|늘|줄|지난해|작년|전년|포함|중복|제외"
    r"|매년|연평균| 중 |이 중|이 가운데|그중|등[ ,]|합(?:계|쳐|치|하|한)|총|모두|상위"
)
"""Between parts: one of them is of another year, a part of a part, a sum, or the list is open."""
_NEAR = (Decimal("0.5"), Decimal(2))
_LEAST, _MOST = 2, 12


def find(sheet: Sheet) -> Iterator[Hit]:
    """A whole, and behind it in its sentence the figures of its unit that are said to be all of its parts."""
    for sentence in sentences(sheet):
        figures = [one for one in sentence.figures if one.kind in ("count", "money", "measure")]
        for at, whole in enumerate(figures):
            parts = _parts(sentence, figures[at + 1 :])
            if _LEAST <= len(parts) <= _MOST and parts[0].unit == whole.unit and _is_all(sentence, whole, parts):
                yield from _held(whole, parts)
        yield from _made_of(sentence, figures)


def _made_of(sentence: Sentence, figures: list[Quantity]) -> Iterator[Hit]:
    """'A 12곳, B 4곳, C 20곳 등 36곳으로 이루어짐': parts, and behind them what they make."""
    for at, whole in enumerate(figures):
        if at < _LEAST or not _COMPOSED.match(sentence.behind(whole)):
            continue
        if not _ETC.fullmatch(sentence.between(figures[at - 1], whole)):
            continue
        parts = [figures[at - 1]]
        for one in reversed(figures[max(0, at - _MOST) : at - 1]):
            between = sentence.between(one, parts[0])
            if one.unit != whole.unit or not _LISTED.fullmatch(between) or _NO_PART.search(between):
                break
            parts.insert(0, one)
        if len(parts) >= _LEAST and parts[0].unit == whole.unit:
            yield from _held(whole, parts)


def _parts(sentence: Sentence, figures: list[Quantity]) -> list[Quantity]:
    """The figures in a row that share the unit of the first, with names between them."""
    parts = figures[:1]
    for one in figures[1:]:
        between = sentence.between(parts[-1], one)
        if one.unit != parts[0].unit or not _NEXT.fullmatch(between) or _NO_PART.search(between):
            break
        if _BORNE.match(between) or _DIVIDED.match(between):
            break
        parts.append(one)
    return parts


def _is_all(sentence: Sentence, whole: Quantity, parts: list[Quantity]) -> bool:
    """Does the sentence say that these are all parts of the whole right before them?"""
    opening = sentence.between(whole, parts[0])
    if _NO_PART.search(opening.replace(" 중 ", " ", 1)) or _NO_PART.search(sentence.behind(parts[-1], 6)):
        return False
    if _EACH.search(opening):
        names = _NAMES.search(opening)
        return names is not None and len(_PARTER.split(names["names"])) == len(parts) and bool(_TOPIC.match(opening))
    behind = sentence.behind(parts[-1], 40)
    if _OF_ALL.match(opening):
        return _BORNE.match(behind) is not None
    return _TAKEN.match(opening) is not None and _DIVIDED.match(behind) is not None


def _held(whole: Quantity, parts: list[Quantity]) -> Iterator[Hit]:
    everything = [whole, *parts]
    if any(one.bound not in (None, "approx") or not one.value or not same_unit(one, whole) for one in everything):
        return
    added = sum((one.value or Decimal(0) for one in parts), Decimal(0))
    exact = all(one.kind == "count" and step(one) == 1 for one in everything)
    room = Decimal(0) if exact else rounding(parts)
    assert whole.value is not None
    if fits(whole, added - room, added + room) or not _NEAR[0] <= added / whole.value <= _NEAR[1]:
        return
    worth = shown_like(added, whole)
    message = Message(
        f"더하면 {worth}인데 전체는 '{whole.text}'입니다.", f"they add up to {worth}, and the whole is {whole.text}."
    )
    told = one_slip_apart(whole, replace(whole, value=added))
    wrong = whole if told else _slipped(whole, parts, added) or whole
    other = (parts[0].start, parts[-1].end) if wrong is whole else (whole.start, whole.end)
    yield Hit(wrong.start, wrong.end, message, (other,))


def _slipped(whole: Quantity, parts: list[Quantity], added: Decimal) -> Quantity | None:
    """The one part that a slip of the keyboard keeps from making up the whole; None for none and for several."""
    assert whole.value is not None
    needed = [(one, whole.value - added + (one.value or Decimal(0))) for one in parts]
    slipped = [one for one, worth in needed if worth > 0 and one_slip_apart(one, replace(one, value=worth))]
    return slipped[0] if len(slipped) == 1 else None
