"""늘고 줄었다는 말과 숫자의 방향이 다릅니다. | A rise or fall is stated against the direction of its figures.

왜: '35일에서 49일로 단축'이면 숫자가 바뀌었거나 말이 틀린 것이다.
Why: 'Shortened from 35 to 49 days' has its figures exchanged or the wrong verb.
Bad: 심사 기간이 35일에서 49일로 단축되고 비중은 30%에서 10%까지 증가
Good: 심사 기간이 49일에서 35일로 단축되고 비중은 10%에서 30%까지 증가
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.figures.operands import is_cut
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._neighbours import is_age, neighbours
from donghyang.check.rules.numbers._turns import FALL, RISE
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "change-direction"
CLASS = "order"
SEVERITY = "error"

_FROM_TO = lazily(r"^(?:에서|서)\s[^,\n]{0,24}?$")
_TO = r"^\s?(?:까지|으로|로)(?:만)?\s?(?:[가-힣]{1,3}(?:씩|히|게) )?"
_UP = lazily(
    rf"{_TO}(?:{RISE}|급증|향상|높아|높여|높이|높인|끌어올|올라|올랐|올린|올려|올리|상향|불어|증액|인상|증대|확충|연장|커졌|커지|뛰)"
)
_DOWN = lazily(
    rf"{_TO}(?:{FALL}|단축|급감|낮아|낮춰|낮추|낮춘|절감|끌어내|떨어|내려|내린|하향|감축|짧아|감액|인하|삭감|하락|경감)"
)
_SIGNED = lazily(r"[△▲▽▼−–-]\s?(?:$|[^0-9])|[△▲▽▼−]")
"""A sign before a figure tells a fall or a rise: the direction is not that of the bare numbers."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """'49일에서 35일로 단축': a decrease must go down, an increase up."""
    for first, second, between, behind in neighbours(sheet):
        if first.value is None or second.value is None or not _FROM_TO.match(between):
            continue
        if _is_signed(sheet, first) or _is_signed(sheet, second) or is_age(first):
            continue
        if is_cut(sheet, first) or is_cut(sheet, second):
            continue
        is_up, is_down = _UP.match(behind), _DOWN.match(behind)
        rises, stays = second.value > first.value, second.value == first.value
        if (is_up and not rises) or (is_down and (rises or stays)):
            message = Message("늘고 줄어든 방향이 숫자와 다릅니다.", "the direction does not fit the figures.")
            verb = is_up or is_down
            assert verb is not None
            yield Hit(first.start, second.end + verb.end(), message)


def _is_signed(sheet: Sheet, figure: Quantity) -> bool:
    return _SIGNED.search(sheet.text[max(0, figure.start - 2) : figure.start]) is not None
