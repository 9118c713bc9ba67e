"""합쳐서 얼마라는 수가 앞의 수를 더한 것과 다릅니다. | What two figures come to together is not their sum.

왜: '각각 420개와 380개로 둘을 합치면 800개', '320곳에 80곳을 더해 400곳'은 더해 보면 안다.
Why: '420 and 380, together 800' and '320, and with 80 more 400' can be added up.
Bad: 1호기와 2호기는 각각 35만 kW와 40만 kW로, 둘을 합치면 85만 kW에 이름
Good: 1호기와 2호기는 각각 35만 kW와 40만 kW로, 둘을 합치면 75만 kW에 이름
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

ID = "together"
CLASS = "sum"
SEVERITY = "error"

_NUMBER = r"(?:둘|셋|넷|이들|[두세네] [가-힣]{1,6}?|이를|모두|양국|양측|양사)"
_SUMMED = lazily(
    rf"(?:으로|로|이며|이고|이어서|이라|여서)?,? (?:{_NUMBER}(?:을|를)? ?)?(?:모두 )?"
    r"(?:합치면|합하면|합쳐|합한|합해|더하면|더한|합계(?:는|가)?|합산하면|통틀어|합계 비중은|비중의 합은|합은|"
    r"합이|합계로)"
    r"(?: 것이)?,? (?:총 |모두 |약 )?"
)
"""Between the last part and what all come to."""
_ADDED = lazily(
    r"(?:을|를)? ?추가로 [가-힣]{1,5}[여해어아],? (?:연내 |올해 |모두 |총 |누적 |연말까지 )*|"
    r"(?:을|를)? ?(?:더해|더하면|보태|보태면|추가해|합쳐|합하면|새로 더해) ,?(?:총 |모두 |약 )?"
)
_PUT_IN = lazily(
    r"(?:을|를|이|가)? ?(?:각각 |차례로 |새로 |더 )?(?!포함|비롯|폐지|줄|빼|제외|닫|없애|철거|취소|"
    r"감축)[가-힣]{1,4}[여해어아워려쳐켜돼져],? (?:3년간 |"
    r"모두 )?(?:총|모두|합계|도합|전체|[두세네] [가-힣]{1,6}의 합계는|합계는|합은) (?:약 )?"
)
_JOINT = lazily(
    r"\s?[)）]?\s?(?:와|과|,|·|및|이고|이며|에|을|를)?[^0-9.;:]{0,8}(?:[0-9]{1,2}(?:기|단계|차|호기?|공장|구간|분기|월)(?![0-9]))?"
    r"[^0-9.;:]{0,20}"
)
_BREAKS = lazily(
    r"보다|대비|비해|에서 |중[ ,]|가운데|당 |마다|매년|포함|이상|이하|증가|감소|늘|줄|까지 |등 |전체|총|목표|"
    r"나머지|남짓|제외|빼|폐지|없애"
)
"""Between two parts: one of them is no part, or the list is not of one kind."""
_OPEN = lazily(r" 등(?:을|이|은|의|과|,| )")
_OF_MORE = lazily(r"의 |\s?(?:중|가운데)[ ,에]")
"""Behind a figure that is itself the whole of something else: 전체 61건의 절반."""
_STAGE = lazily(r"[0-9]{1,2}(?:단계|차|기|구간)에서? ")
_OF_STAGE = lazily(r"로 |로는 |에 |에는 |사업| 사업| 공사| 구간|는 |은 ")
_LEAST = 2
_MOST = 8


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures of one unit in a row, words of adding up, and the figure that they come to."""
    for sentence in sentences(sheet):
        for at in range(_LEAST, len(sentence.figures)):
            yield from _held(sentence, at)


def _held(sentence: Sentence, at: int) -> Iterator[Hit]:
    total, last = sentence.figures[at], sentence.figures[at - 1]
    gap = sentence.between(last, total).lstrip(")）")
    if not (_SUMMED.fullmatch(gap) or _PUT_IN.fullmatch(gap) or _ADDED.fullmatch(gap)):
        return
    if _OF_MORE.match(sentence.behind(total)) or (total.unit == "%" and not _SUMMED.fullmatch(gap)):
        return
    parts = _parts(sentence, at, pair=_ADDED.fullmatch(gap) is not None and _is_added_to(sentence, at, gap))
    everything = [*parts, total]
    if len(parts) < _LEAST or any(one.bound not in (None, "approx") or one.kind == "rank" for one in everything):
        return
    if not all(one.unit == total.unit and same_unit(one, total) for one in parts) or _OPEN.search(gap):
        return
    added = sum((one.value or Decimal(0) for one in parts), Decimal(0))
    whole = all(step(one) == 1 and one.kind == "count" for one in parts)
    room = Decimal(0) if whole else rounding(parts)
    if not fits(total, added - room, added + room):
        worth = f"{added}%" if total.unit == "%" else shown_like(added, total)
        message = Message(f"더하면 {worth}입니다.", f"together they are {worth}.")
        yield Hit(total.start, total.end, message, ((parts[0].start, parts[-1].end),))


def _is_added_to(sentence: Sentence, at: int, gap: str) -> bool:
    """Is the last figure put to the one before (320곳에 80곳을 더해, 80곳을 추가로 지어), not the last of a list?"""
    return "추가" in gap or sentence.between(sentence.figures[at - 2], sentence.figures[at - 1]).startswith(
        ("에", ")에", "）에")
    )


def _parts(sentence: Sentence, at: int, *, pair: bool) -> list[Quantity]:
    """The run of figures of one unit that ends right before the words of adding up; with `pair` the last two."""
    run = [sentence.figures[at - 1]]
    for part in reversed(sentence.figures[max(0, at - _MOST) : at - 1]):
        joint = sentence.between(part, run[0])
        if _is_ordinal(sentence, part):
            continue
        if part.unit != run[0].unit or not (_JOINT.fullmatch(joint) or pair):
            return run if not _shares_unit(sentence, part, run[0]) else []
        if _BREAKS.search(_STAGE.sub("", joint)):
            return []
        run.insert(0, part)
        if pair:
            break
    return run


def _is_ordinal(sentence: Sentence, figure: Quantity) -> bool:
    """Does a figure number a thing (2기 사업에, 1단계에)?"""
    return figure.unit in ("기", "단계", "차", "호기", "공장") and _OF_STAGE.match(sentence.behind(figure)) is not None


def _shares_unit(sentence: Sentence, part: Quantity, first: Quantity) -> bool:
    """Does another figure of the same unit stand before, which may be a part too?"""
    return any(one.unit == first.unit for one in sentence.figures if one.start <= part.start)
