"""비중의 합이 100%를 넘습니다. | Shares add up to more than 100 %.

왜: 한 전체의 몫은 100%를 넘을 수 없다. 넘는다면 증가율을 비중으로 옮겼거나 숫자가 틀린 것이다.
Why: Parts of one whole cannot exceed it. Where they do, growth rates were taken for shares, or a figure is wrong.
Bad: 투자 재원은 중앙정부, 지방정부, 민간이 각각 45%, 38%, 27%를 차지
Good: 투자 재원은 중앙정부, 지방정부, 민간이 각각 45%, 38%, 17%를 차지
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.language.sentences import clause_of
from donghyang.records import Message, Quantity

ID = "share-over"
CLASS = "share"
SEVERITY = "error"

_SHARE = lazily(r"차지|점유|해당|비중|구성비|지분|분담")
_RATE = lazily(r"증가|감소|상승|하락|성장|확대|축소|급증|늘|줄|[가-힣]률|대비|보급|달성|정확도|수익")
_GAP = lazily(r"\s?(?:,|·|와|과|및)\s?|\s?[,·]\s?|를? 차지(?:하|했)[가-힣]{0,3},? [가-힣 ]{1,12}[이가은는] ")
_ROUNDED = Decimal("100.5")
"""Rounded shares of one whole may come to a little more than 100."""
_BEHIND, _SAID_BEHIND, _BEFORE = 12, 20, 60
"""How far the verb of one share, and of a list of them, may stand behind, and the noun of a rate before."""
_ONE = lazily(r"\s?(?:[을를의]|가량|정도|수준)?\s?(?:를|을)?\s?(?:차지|점유|지분|비중)")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Lists of shares that cannot be parts of one whole, and single shares above it."""
    for passage in sheet.of(KOREAN):
        if "%" not in passage.text and "퍼센트" not in passage.text:
            continue
        shares = [q for q in sheet.quantities_in(*passage.span) if q.kind == "percent" and q.unit == "%"]
        for run in _lists(sheet, shares):
            yield from _over(sheet, passage, run)


def _lists(sheet: Sheet, shares: list[Quantity]) -> Iterator[list[Quantity]]:
    """Percentages that follow one another with nothing but a comma or 'and' between."""
    run: list[Quantity] = []
    for share in shares:
        if run and not _GAP.fullmatch(sheet.text[run[-1].end : share.start]):
            yield run
            run = []
        run.append(share)
    if run:
        yield run


def _over(sheet: Sheet, passage: Passage, run: list[Quantity]) -> Iterator[Hit]:
    values = [share.value for share in run if share.value is not None]
    total = sum(values, Decimal(0))
    if len(values) < len(run) or total <= _ROUNDED:
        return
    start, end = run[0].start, run[-1].end
    if len(run) == 1:
        if _ONE.match(sheet.text, end) and not _RATE.search(sheet.text[end : end + _BEHIND]):
            yield Hit(start, end, Message(f"비중이 {total}%일 수 없습니다.", f"a share cannot be {total} %."))
        return
    first, last = clause_of(sheet.text, start, end)
    behind = sheet.text[end : min(last, end + _SAID_BEHIND)]
    before = sheet.text[max(first, start - _BEFORE) : start]
    if _SHARE.search(behind) and not _RATE.search(behind) and not re.search("[율률][은이]? ?(?:각각)? ?$", before):
        yield Hit(
            max(start, passage.start),
            end,
            Message(f"비중의 합이 {total}%로 100%를 넘습니다.", f"these shares add up to {total} %."),
        )
