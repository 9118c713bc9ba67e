"""단위가 두 번 적혔습니다. | A unit stands twice behind its figure.

왜: '70kgkg', '15%%'는 단위를 고치다 앞의 것을 지우지 않은 것이다.
Why: '70kgkg' and '15%%' are left over from an edit.
Bad: 버스의 무게는 12톤톤이고 하루에 30kgkg을 충전함
Good: 버스의 무게는 12톤이고 하루에 30kg을 충전함. 5일 일정으로 2개 개발사가 시험
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Fix, Message

ID = "doubled-unit"
CLASS = "doubled-word"
SEVERITY = "warning"

_TWICE = lazily(
    r"(?<=[0-9만억조천백])(?P<gap> ?)(?:"
    r"(?P<latin>[A-Za-z]{2,4}|[%％℃㎡㎢㎥㎞㎏㎿㎾])(?P=latin)(?![A-Za-z%])"
    rf"|(?P<word>{tables.either(__package__, 'counters_doubled')})(?P=word)"
    r"(?=(?:[은는이가을를의에로과와도]|으로|에서|까지|부터|씩|간|급|임|이며|이다)?(?:[ ,.)）]|$))"
    rf"|(?P<apart>[%％개]|{tables.either(__package__, 'counters_doubled')}) (?P=apart)(?= [가-힣]))"
)


def find(sheet: Sheet) -> Iterator[Hit]:
    """Units of measure and counters that stand right behind themselves."""
    for passage in sheet.of(KOREAN):
        for found in _TWICE.finditer(passage.text):
            unit = found["latin"] or found["word"] or found["apart"]
            message = Message(f"'{unit}'이(가) 두 번 적혔습니다.", f"'{unit}' stands twice.")
            start = passage.start + found.end("gap")
            yield Hit(start, passage.start + found.end(), message, fix=Fix(unit))
