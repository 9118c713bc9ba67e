"""'%' 앞을 한 곳만 띄웠습니다. | One percentage alone has a space before its sign.

왜: 다른 곳은 다 '20%'인데 한 곳만 '20 %'이면 고쳐 쓰다 남은 것이다.
Why: Where all others are written 20%, the one 20 % is left over from rewriting.
Bad: 비중은 12%, 15%, 9%, 8%, 21%, 17%, 3%, 4%, 6%, 2%, 1%, 5% 순이며 나머지는 7 %
Good: 비중은 12%, 15%, 9%, 8%, 21%, 17%, 3%, 4%, 6%, 2%, 1%, 5% 순이며 나머지는 7%
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Fix, Message

ID = "lone-space"
CLASS = "unit"
SEVERITY = "note"

_TIGHT = lazily(r"[0-9]%")
_SPACED = lazily(r"[0-9]+(?:\.[0-9]+)? %(?![A-Za-z0-9])")
_TIMES = 12
"""So many without a space make the one with it the odd one."""
_MESSAGE = Message("다른 곳은 '%' 앞을 띄우지 않았습니다.", "no other '%' has a space before it.")


def find(sheet: Sheet) -> Iterator[Hit]:
    """The only percentage of a text with a space before its sign."""
    if " %" not in sheet.text or len(_TIGHT.findall(sheet.text)) < _TIMES:
        return
    spaced = [
        (passage.start + found.start(), found[0])
        for passage in sheet.of(KOREAN)
        for found in _SPACED.finditer(passage.text)
    ]
    if len(spaced) == 1:
        start, printed = spaced[0]
        yield Hit(start, start + len(printed), _MESSAGE, fix=Fix(printed.replace(" ", "")))
