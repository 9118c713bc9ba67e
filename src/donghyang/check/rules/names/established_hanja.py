"""잘 알려진 이름의 한자가 한 글자 다릅니다. | One character of a well-known name is another one.

왜: 한글은 알려진 기업이나 병원인데 한자 한 글자가 소리나 모양이 비슷한 다른 글자이면, 그 한자로는 찾을 수 없다.
Why: The Hangul names a known firm or hospital, one character is a homophone or a lookalike; nobody finds it by that.
Bad: 유비테크(优必先)의 로봇을 톈탄병원(天坦医院)에 설치
Good: 유비테크(优必选)의 로봇을 톈탄병원(天坛医院)에 설치하고 톈탄(天壇)을 안내
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.names.miswritten import miswritten
from donghyang.check.names.spelling import judged_pairs
from donghyang.check.rule import Hit
from donghyang.check.sheet.sheet import Sheet
from donghyang.records import Message

ID = "established-hanja"
CLASS = "hanja-mismatch"
SEVERITY = "warning"


def find(sheet: Sheet) -> Iterator[Hit]:
    """Hanja that are no known name and one similar character away from one whose Korean name stands before them."""
    for pair, _ in judged_pairs(sheet):
        found = miswritten(sheet, pair)
        if found:
            known, start = found
            message = Message(
                f"'{pair.hanja}': '{known.hanzi}'일 수 있습니다.", f"'{pair.hanja}' may be meant for '{known.hanzi}'."
            )
            yield Hit(start, pair.whole[1], message)
