"""있을 수 없는 숫자입니다. | A numeral that cannot exist.

왜: 조, 억, 만은 큰 자리부터 차례로 내려간다. '1조 2천만 억'은 어떤 수도 아니다.
Why: 조, 억 and 만 come down in size; '1조 2천만 억' is no number at all.
Bad: 수출액이 3조 5천만 억 원을 넘음
Good: 수출액이 3조 5천억 원을 넘음
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.numeral import IMPOSSIBLE, TOO_LONG
from donghyang.language.numeral_chains import MISTYPED

ID = "numeral"
CLASS = "magnitude"
SEVERITY = "error"

_PROVEN = (IMPOSSIBLE, TOO_LONG, MISTYPED)


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures that the reader of numerals refuses; what is only unclear (3,4만; 99999년) is left alone."""
    for quantity in sheet.quantities:
        if quantity.value is None and quantity.problem in _PROVEN:
            passage = sheet.at(quantity.start)
            if passage is not None and passage.part in KOREAN:
                yield Hit(quantity.start, quantity.end, quantity.problem)
