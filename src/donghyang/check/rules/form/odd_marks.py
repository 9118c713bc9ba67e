"""문장 부호가 두 번 찍혔거나 전각 글자가 섞였습니다. | A mark stands twice, or a full-width one among the others.

왜: '마쳤다..', '전극,, 전해질', '３５％'는 옮기거나 고치다 남은 것이다.
Why: '마쳤다..', '전극,, 전해질' and '３５％' are left from copying and editing.
Bad: 버스를 20대 늘렸다.. 비중은 ３５％, 요금,, 노선은 그대로이다。
Good: 버스를 20대 늘렸다. 비중은 35%, 요금, 노선은 그대로이다... (끝)
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "odd-marks"
CLASS = "form"
SEVERITY = "note"

_TWICE = lazily(r"(?<=[가-힣]),,(?!,)|(?<=다)\.\.(?=\s|$)|(?<=[가-힣])(?:,\.(?=\s|$)|\.,(?= ))")
_APART = lazily(r"(?<=[가-힣]) ,(?= [가-힣])")
_WIDE = lazily(r"[０-９]+(?:[.．,，][０-９]+)*[％]?|(?<=[0-9])％|(?<=[가-힣])[。．，](?=\s|$|[가-힣])")
_MOST = 2
"""So many full-width signs, or commas behind a space, are slips; a text with more writes them so."""
_DOUBLED = Message("부호가 두 번 찍혔습니다.", "a mark too many stands here.")
_LOOSE = Message("쉼표 앞은 띄지 않습니다.", "no space stands before a comma.")
_FULL = Message("이 글의 다른 곳과 달리 전각 글자입니다.", "full width, unlike the rest of the text.")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Doubled stops and commas; full-width digits and marks in a text that has hardly any."""
    wide: list[Hit] = []
    apart: list[Hit] = []
    for passage in sheet.of(KOREAN):
        for found in _TWICE.finditer(passage.text):
            yield Hit(passage.start + found.start(), passage.start + found.end(), _DOUBLED)
        for found in _APART.finditer(passage.text):
            apart.append(Hit(passage.start + found.start(), passage.start + found.end(), _LOOSE))
        for found in _WIDE.finditer(passage.text) if not passage.text.isascii() else ():
            wide.append(Hit(passage.start + found.start(), passage.start + found.end(), _FULL))
    for hits in (wide, apart):
        if len(hits) <= _MOST:
            yield from hits
