"""쉼표 없는 천 단위가 하나뿐입니다. | One figure alone has no thousands separator.

왜: 글 전체가 '4,800건'처럼 적는데 한 곳만 '4800건'이면 적다가 빠뜨린 것이다.
Why: Where all figures of a text are grouped ('4,800') and one is not, its comma was forgotten.
Bad: 3,100건, 4,200건, 1,050건, 2,800건, 6,400건, 7,300건, 8,200건, 9,100건, 5,700건, 3,900건과 2만 4800건
Good: 3,100건, 4,200건, 1,050건, 2,800건, 6,400건, 7,300건, 8,200건, 9,100건, 5,700건, 3,900건과 2만 4,800건
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "lone-thousands"
CLASS = "unit"
SEVERITY = "note"

_BARE = lazily(r"(?<![0-9,.A-Za-z-])[1-9][0-9]{3}(?![0-9,.])")
_GROUPED = lazily(r"[1-9],[0-9]{3}(?![0-9])")
_MANY = 10
"""So many figures of the same length must be grouped before one that is not counts as a slip."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """The one figure of four digits without a comma in a text whose others all have it."""
    amounts = [one for one in sheet.quantities if one.unit not in (None, "년") and one.kind != "rank"]
    if sum(_GROUPED.search(one.text) is not None for one in amounts) < _MANY:
        return
    bare = [one for one in amounts if _BARE.search(one.text) and _is_own(sheet, one)]
    if len(bare) == 1:
        figure = bare[0]
        digits = _BARE.search(figure.text)
        grouped = f"{int(digits[0]):,}" if digits else ""
        message = Message(
            f"다른 수는 모두 '{grouped}'처럼 적혔습니다.", f"all other figures are written like '{grouped}'."
        )
        yield Hit(figure.start, figure.end, message)


def _is_own(sheet: Sheet, figure: Quantity) -> bool:
    passage = sheet.at(figure.start)
    return passage is not None and passage.part in KOREAN
