"""억으로 적을 수를 만으로 적었습니다. | A figure of more than ten thousand 만 stands beside figures in 억.

왜: '12,000만'은 '1.2억'이다. 억으로 적은 수와 나란히 있으면 자릿수를 잘못 읽기 쉽고, 0을 더 적은 것일 수도 있다.
Why: 12,000만 is 1.2억; beside figures in 억 it is easily misread, or has a zero too many.
Bad: 세 곳의 투자액은 23,000만 위안, 4억 위안, 3.1억 위안임
Good: 세 곳의 투자액은 2.3억 위안, 4억 위안, 3.1억 위안임
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import PROSE
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "myriad-form"
CLASS = "magnitude"
SEVERITY = "note"

_MYRIADS = lazily(r"[1-9][0-9]{1,2},?[0-9]{3}만(?! ?[0-9])")
_LARGER = 10**8


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures of 10,000만 and more whose sibling of the same unit in the line is written in 억."""
    for passage in sheet.of(PROSE):
        figures = sheet.quantities_in(*passage.span) if "만" in passage.text else []
        for figure in figures:
            if _MYRIADS.match(figure.text) and figure.value and any(_in_large(other, figure) for other in figures):
                right = f"{(figure.value / _LARGER).normalize():,f}억"
                message = Message(f"'{right}'으로 적습니다.", f"write it as '{right}'.")
                yield Hit(figure.start, figure.end, message)


def _in_large(other: Quantity, figure: Quantity) -> bool:
    return other.unit == figure.unit and "억" in other.text and (other.value or Decimal(0)) > 0
