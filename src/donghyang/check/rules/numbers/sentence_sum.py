"""문장에 적힌 합계가 더한 값과 다릅니다. | A total in a sentence is not what its parts add up to.

왜: '6개, 5개, 3개 등 모두 15개'처럼 나누어 적은 수는 더해 볼 수 있다. 하나를 고치고 합계를 두면 어긋난다.
Why: Parts and total in one sentence can be added; where one was changed and the other kept, they disagree.
Bad: 설비 갱신 6개, 디지털 전환 5개, 녹색 설비 3개, 안전 2개 등 모두 15개 과제를 제시
Good: 설비 갱신 6개, 디지털 전환 4개, 녹색 설비 3개, 안전 2개 등 모두 15개 과제를 제시
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from donghyang.check.figures.operands import is_conversion, same_unit, shown_like
from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import fits, one_slip_apart, rounding, significant, step
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "sentence-sum"
CLASS = "sum"
SEVERITY = "error"

_NEXT = lazily(r"(?:[,·]|와|과|이고|이며|에| 및)? ?(?:및 |그리고 )?[^0-9.,;:()（）]{0,24}")
_PLUS = lazily(r"\s?[+＋]\s?[^0-9.,;:()（）]{0,12}")
_TOTAL = lazily(
    r"(?:\s?[가-힣]{0,8})?(?: ?등)?[으로을를이며해하여, ]{0,6}"
    rf"(?:{tables.either('donghyang.check', 'in_all')}|합쳐서?|합하면|합해서?) (?:약 )?"
)
_COMMA = lazily(r"[,·]|와 |과 |및")
_ETC = lazily(r"(?<![가-힣])등|등의? ?(?:총|모두|합)")
_CLAUSE_ENDS = lazily(r"[가-힣]\. |[으]?로,? |하고|하며")
_NOT_ALL = lazily(r"포함|각각|각 [0-9]|이상| 등")
"""Parts in brackets that are not all, or that stand for more than they print."""
_OPEN = lazily(r"(?:\s?[가-힣]{0,8})? ?등(?:의|으로| 총)? ?")
_COMPOSED = lazily(r"(?:[(（][^()（）]*[)）])?(?:으로|로)? (?:구성|이루어|나뉘|나뉨|나누어)")
_COUNT_OF_PARTS = lazily(r" 등 (?:총 )?$")
_MADE_OF = lazily(r"(?:으로|로)(?: |,)")
_ASIDE = lazily(r"[(（][^()（）]*[)）]")
_EQUALS = lazily(r"\s?[=＝]\s?")
_FIRST = lazily(r"[(（](?!약 |이하|전년|['‘’0-9])[가-힣A-Za-z· ]{1,16}?")
_LEADS_IN = lazily(r" ?(?!와 |과 )[가-힣]+(?: [가-힣]+)*?[은는] ")
"""Between how many things there are and the first of them: 3개 도시의 노선은 광저우 142개."""
_CHANGES = lazily(r"(?:에서|보다|대비|중|가운데|당|년|월|이상|이하|매년|까지|증가|감소|늘|줄)")
_MOST = 30
"""So many parts of a total stand in one sentence at the most."""
_NEAR = (Decimal("0.75"), Decimal("1.34"))
"""How near to the total the parts must come before they are taken for all of it."""
_FEW = 2
"""A total of so few digits is one slip away from too many sums."""
_OPENER = len("(약 ")
"""What may stand between a bracket and the figure in it."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Parts and then their total; a total with its parts in brackets behind it."""
    for passage in sheet.of(PROSE):
        figures = sheet.quantities_in(*passage.span)
        for at in range(2, len(figures)):
            yield from _added(sheet, figures, at)
        yield from _each(sheet, passage, figures)
        for at in range(len(figures) - 2):
            yield from _taken_apart(sheet, passage, figures[at : at + _MOST])
        yield from _composed(sheet, passage, figures)


def _added(sheet: Sheet, figures: list[Quantity], at: int) -> Iterator[Hit]:
    """'A 6개, B 5개 등 총 11개': the figure at `at` as the total of those before it."""
    total, last = figures[at], figures[at - 1]
    gap = sheet.text[last.end : total.start]
    said = _TOTAL.fullmatch(gap)
    is_sum = _EQUALS.fullmatch(gap) is not None
    if not (said or is_sum or _OPEN.fullmatch(gap)):
        return
    is_open = not is_sum and (not said or _ETC.search(gap) is not None)
    before = figures[max(0, at - _MOST) : at]
    if len(before) > 1 and _COUNT_OF_PARTS.search(sheet.text, before[-2].end, last.start):
        before.pop()  # 'A 18건, B 32건 등 2개 분야에서 총 50건'
    parts, further = [before[-1]], False
    for part in reversed(before[:-1]):
        joint = sheet.text[part.end : parts[0].start]
        apart = part.unit != parts[0].unit and not _COMMA.search(joint)
        if _LEADS_IN.match(joint):
            break
        if apart or not (_PLUS if is_sum else _NEXT).fullmatch(joint) or _CHANGES.search(joint):
            further = part.unit == total.unit and not _CLAUSE_ENDS.search(joint)
            break
        parts.insert(0, part)
    if len(parts) > 1 and _addable(parts, total, named=said is not None):
        yield from _judge(parts, total, at_most=is_open, further=further)


def _each(sheet: Sheet, passage: Passage, figures: list[Quantity]) -> Iterator[Hit]:
    """'각각 40억 위안(약 8,000억 원)과 25억 위안을 투자하여 총 60억 위안': two amounts, each told for one of two."""
    if "각각 " not in passage.text:
        return
    amounts = [figures[0], *(b for a, b in pairwise(figures) if not is_conversion(sheet, a, b))] if figures else []
    for first, second, total in zip(amounts, amounts[1:], amounts[2:], strict=False):
        joints = (_ASIDE.sub("", sheet.text[a.end : b.start]) for a, b in ((first, second), (second, total)))
        told = sheet.text[max(0, first.start - _TWO) : first.start].endswith(("각각 ", "각각 약 "))
        if not told or not _AND.fullmatch(next(joints)) or not _IN_ALL.fullmatch(next(joints)):
            continue
        if _addable([first, second], total, named=False):
            yield from (replace(hit, severity="warning") for hit in _judge([first, second], total, at_most=False))


_TWO = len("각각 약 ")
_AND = lazily(r"(?:과|와|,| 및) (?:약 )?")
_IN_ALL = lazily(
    r"(?:을|를|이|가|씩)? ?[가-힣]{2,4}(?:하여|해|하며|하고|되어|돼),? "
    rf"(?:{tables.either('donghyang.check', 'in_all')}|합쳐) (?:약 )?"
)


def _taken_apart(sheet: Sheet, passage: Passage, figures: list[Quantity]) -> Iterator[Hit]:
    """'100대(서부 30대, 동부 70대)': a bracket that names the parts of the figure before it."""
    total, parts = figures[0], [figures[1]]
    if not _FIRST.fullmatch(sheet.text[total.end : parts[0].start]):
        return
    close = next((at for at in range(parts[0].end, passage.end) if sheet.text[at] in "()（）"), passage.end)
    for part in figures[2:]:
        if part.end > close or not _NEXT.fullmatch(sheet.text[parts[-1].end : part.start]):
            break
        parts.append(part)
    inside = sheet.text[total.end : close]
    if _NOT_ALL.search(inside):
        return
    inside = sheet.text[parts[0].end : close]
    if len(parts) > 1 and " 등" not in inside and not _CHANGES.search(inside) and _addable(parts, total, named=False):
        yield from _judge(parts, total, at_most=False)


def _composed(sheet: Sheet, passage: Passage, figures: list[Quantity]) -> Iterator[Hit]:
    """'총 364만 건으로 발명 92만 건(25%), … 63만 건(18%)으로 구성': the parts right before such a verb."""
    amounts = [figure for figure in figures if not (figure.unit == "%" and _is_inside(sheet, figure))]
    for at, last in enumerate(amounts):
        if at < 2 or not _COMPOSED.match(sheet.text, last.end, passage.end):
            continue
        parts = [last]
        for part in reversed(amounts[max(0, at - _MOST) : at]):
            joint = _ASIDE.sub("", sheet.text[part.end : parts[0].start])
            if part.unit != last.unit or not _NEXT.fullmatch(joint) or _MADE_OF.match(joint):
                break
            parts.insert(0, part)
        before = [one for one in amounts[:at] if one.end <= parts[0].start and one.unit == last.unit]
        total = next((one for one in before if not _is_inside(sheet, one)), None)
        if len(parts) > 1 and total is not None and _addable(parts, total, named=False):
            yield from _judge(parts, total, at_most=False)


def _is_inside(sheet: Sheet, figure: Quantity) -> bool:
    return sheet.text[max(0, figure.start - _OPENER) : figure.start].rstrip("약 ").endswith(("(", "（"))


def _addable(parts: list[Quantity], total: Quantity, *, named: bool) -> bool:
    """May these be added up? Persons and teams only where the text itself `named` their total."""
    everything = [*parts, total]
    if any(one.value is None or one.high is not None or one.kind in ("rank", "multiple") for one in everything):
        return False
    if total.unit == "%" or any(one.bound not in (None, "approx") for one in everything):
        return False
    if all(same_unit(part, total) and part.unit == total.unit for part in parts):
        return True
    return named and all(one.kind == "count" for one in everything)


def _judge(parts: list[Quantity], total: Quantity, *, at_most: bool, further: bool = False) -> Iterator[Hit]:
    """The total, where the parts give another; `further`: parts may stand before them that were not counted in."""
    added = sum((part.value or Decimal(0) for part in parts), Decimal(0))
    exact = all(part.value == (part.value or Decimal(0)).to_integral_value() and step(part) == 1 for part in parts)
    room = Decimal(0) if exact else rounding(parts)
    assert total.value is not None
    if fits(total, added - room, added + room):
        return
    if further and added < total.value:
        return
    if at_most and added <= total.value and not _misprinted(total, added):
        return
    if not _NEAR[0] <= added / total.value <= _NEAR[1]:
        return
    related = ((parts[0].start, parts[-1].end),)
    worth = shown_like(added, total)
    message = Message(f"더하면 {worth}입니다.", f"the parts add up to {worth}.")
    yield Hit(total.start, total.end, message, related)


def _misprinted(total: Quantity, added: Decimal) -> bool:
    """Is the total, of more than a few digits, one slip of the keyboard away from what its parts give?"""
    return significant(total.text) > _FEW and one_slip_apart(total, replace(total, value=added))
