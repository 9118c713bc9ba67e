"""괄호 안 전체의 비중이 앞의 수와 맞지 않습니다. | A share of a whole in brackets fits no figure before it.

왜: '투자는 720억 위안으로 … 전체 투자(2,000억 위안)의 36%'는 앞의 수와 괄호 안의 수로 셈해 볼 수 있다.
Why: 'Spending of 72 billion … 36 % of all spending (200 billion)' can be worked out from the two figures.
Bad: 연구 투자는 72억 위안으로 늘어 전체 투자(300억 위안)의 36.0%를 차지
Good: 연구 투자는 72억 위안으로 늘어 전체 투자(200억 위안)의 36.0%를 차지
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from donghyang.check.figures.operands import follows, is_conversion, middle, quotient, same_unit, shown
from donghyang.check.figures.wording import DOWN, UP
from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "share-of-bracket"
CLASS = "share"
SEVERITY = "warning"

_MOVED = lazily(rf"[)）]?(?:을|를|이|가)? ?(?:[(（][^()（）]{{1,20}}[)）])?(?:을|를|이|가|씩)?(?:{UP}|{DOWN})")
_OF = lazily(r"[)）]의 (?:약 )?")
_TAKES = lazily(
    r"(?:를|을|에|로|이)? ?(?:차지|해당|달|점유|비중|수준|집행|소진|이행|이[며고다]|임|그치|불과|이르|못 ?미)"
    r"|이?라고|로 ?(?:나타|집계|조사)"
)


def find(sheet: Sheet) -> Iterator[Hit]:
    """'…(B)의 x%' where no figure of B's unit before it in the sentence is x % of B."""
    for passage in sheet.of(PROSE):
        for whole, share in pairwise(sheet.quantities_in(*passage.span)):
            if share.unit == "%" and share.value and _OF.fullmatch(sheet.text[whole.end : share.start]):
                yield from _held(sheet, passage, whole, share)


def _held(sheet: Sheet, passage: Passage, whole: Quantity, share: Quantity) -> Iterator[Hit]:
    opened = sheet.text[: whole.start].rstrip("약 ").endswith(("(", "（"))
    if not opened or share.bound not in (None, "approx") or not _TAKES.match(sheet.text, share.end):
        return
    begin = max(sheet.text.rfind(". ", passage.start, whole.start), passage.start)
    before = [one for one in sheet.quantities_in(begin, whole.start) if one.value and one.high is None]
    moved = bool(before) and _MOVED.match(sheet.text, before[-1].end) is not None
    before = before[:-1] if moved else before
    parts = [
        one
        for last, one in zip([None, *before], before, strict=False)
        if same_unit(one, whole) and one.unit != "%" and not (last is not None and is_conversion(sheet, last, one))
    ]
    if not parts or any(follows(share, quotient(part, whole, 100)) for part in parts):
        return
    if parts[-1].value is not None and whole.value is not None and parts[-1].value > whole.value:
        message = Message(f"부분 '{parts[-1].text}'보다 작습니다.", f"it is less than its part, {parts[-1].text}.")
        yield Hit(whole.start, whole.end, message, ((parts[-1].start, parts[-1].end), (share.start, share.end)))
        return
    if moved:
        return  # 3,981억 위안으로 361억 위안(10%) 늘어, 중앙 지출(4조 위안)의 9.1%: the change is no part
    worth = shown(middle(quotient(parts[-1], whole, 100)))
    message = Message(
        f"'{parts[-1].text}'이(가) 부분이라면 {worth}%입니다.", f"if '{parts[-1].text}' is the part, it is {worth} %."
    )
    yield Hit(share.start, share.end, message, ((whole.start, whole.end), (parts[-1].start, parts[-1].end)))
