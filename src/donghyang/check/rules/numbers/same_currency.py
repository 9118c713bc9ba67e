"""괄호 안의 환산이 같은 화폐로 적혀 있습니다. | An amount is converted in brackets into its own currency.

왜: '8.5억 위안(1,580억 위안)'의 괄호는 원화 환산에서 화폐를 잘못 적은 것이다.
Why: In '850 million yuan (158 billion yuan)' the bracket was meant to be won.
Bad: 기금은 4.2억 위안(780억 위안) 규모로 조성됨
Good: 기금은 4.2억 위안(780억 원) 규모로 조성됨
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from donghyang.check.figures.operands import is_closed
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._currencies import has_had
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "same-currency"
CLASS = "conversion"
SEVERITY = "error"

_OPENS = lazily(r"\s?[(（]\s?(?:약 |한화 |한화로 |원화 |우리 돈 )?(?:약 )?")
_CONVERTED = frozenset(("CNY", "USD", "EUR", "HKD", "GBP"))
"""The currencies that reports convert into won."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Two amounts of one currency, the second alone in brackets, as far apart as the won is from the currency."""
    for passage in sheet.of(KOREAN):
        for amount, other in pairwise(sheet.quantities_in(*passage.span)):
            if amount.kind != "money" or other.unit != amount.unit or amount.unit not in _CONVERTED:
                continue
            beside = is_closed(sheet, other) and _OPENS.fullmatch(sheet.text[amount.end : other.start])
            if not (beside and amount.value and other.value):
                continue
            if has_had(amount.unit, other.value / amount.value):
                message = Message(
                    f"'{amount.text}'의 환산인데 화폐가 같습니다. 원화라면 '원'입니다.",
                    f"a conversion of '{amount.text}' in its own currency; if won is meant, write 원.",
                )
                yield Hit(other.start, other.end, message, ((amount.start, amount.end),))
