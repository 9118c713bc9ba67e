"""제목이나 요약에서 나란히 적은 두 수의 짝이 본문과 다릅니다. | The article pairs the first figure with another.

왜: '공제액 1.5조 위안, 25% 증가'의 앞 수는 본문에도 있으나 그 뒤의 증가율이 다르면 한쪽이 틀렸다.
Why: Where the article has the first figure followed by another of the second's kind, one of the two is wrong.
Bad:
  01
  부품 수출 320억 위안으로 15% 증가
  ■ 부품 수출이 늘어남(3.2)
  - 부품 수출은 320억 위안으로 전년보다 12.0% 증가하였고 장비 수출은 15% 증가함
Good:
  01
  부품 수출 320억 위안으로 12% 증가
  ■ 부품 수출이 늘어남(3.2)
  - 부품 수출은 320억 위안으로 전년보다 12.0% 증가하였고 장비 수출은 15% 증가함
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import BODY, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import retellings
from donghyang.facts.compare import comparable
from donghyang.facts.slips import significant, supported
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "paired-figures"
CLASS = "headline-body"
SEVERITY = "warning"

_RISE = lazily(r"\s?(?:증가|늘|상승|성장|확대|급증|감소|줄|하락|축소|차지|달|기록|절감|단축|향상|높|낮)")
_APART = lazily(r"[.;]\s|[0-9]|[고며],? ")
_BRACKETED = lazily(r"[(（][^()（）]*[)）]")
_TELLING = 2
"""Amounts of fewer significant digits are the same by chance."""
_NEAR = 30
"""Letters between two figures that belong together; further apart each is said of something of its own."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Pairs of figures of headlines and summaries whose first the article pairs with another second."""
    for line, article in retellings(sheet, "headline", "lead"):
        for amount, rate in _pairs(sheet, line, _NEAR):
            yield from _held(sheet, amount, rate, article.of(*BODY))


def _pairs(sheet: Sheet, line: Passage, reach: int) -> Iterator[tuple[Quantity, Quantity]]:
    """Amounts with the percentage that follows next in their clause, and the verb of a change or share behind it."""
    figures = [figure for figure in sheet.quantities_in(*line.span) if figure.value is not None]
    for at, amount in enumerate(figures):
        rate = next((figure for figure in figures[at + 1 :] if figure.unit == "%"), None)
        if rate is None or amount.kind not in ("money", "count", "measure") or significant(amount.text) < _TELLING:
            continue
        between = _BRACKETED.sub("", sheet.text[amount.end : rate.start])
        if len(between) <= reach and not _APART.search(between) and _verb(sheet, rate):
            yield amount, rate


def _held(sheet: Sheet, amount: Quantity, rate: Quantity, body: list[Passage]) -> Iterator[Hit]:
    rates = [
        other
        for line in body
        for first, other in _pairs(sheet, line, 2 * _NEAR)
        if first.value == amount.value and comparable(first, amount) and _verb(sheet, other) == _verb(sheet, rate)
    ]
    if rates and not any(supported(rate, [other]) for other in rates):
        other = rates[0]
        message = Message(
            f"본문에는 '{amount.text}' 뒤에 '{other.text}'입니다.", f"the article has '{other.text}' behind it."
        )
        yield Hit(rate.start, rate.end, message, ((other.start, other.end),))


def _verb(sheet: Sheet, figure: Quantity) -> str:
    found = _RISE.match(re.sub(r"^[를을로가이의]", "", sheet.text[figure.end : figure.end + 8]))
    return found[0].strip() if found else ""
