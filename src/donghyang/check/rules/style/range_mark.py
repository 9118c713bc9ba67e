"""범위를 적는 부호가 섞였습니다. | Ranges are written with different marks.

왜: 10~20%와 10-20%가 섞이면 붙임표가 음수나 이름으로 읽힌다. 물결표도 모양이 여럿이다.
Why: Beside 10~20% the hyphen of 10-20% reads as a minus or a name; tildes, too, come in several shapes.
Bad: 10~20%에서 20~30%로 높이고 5-8년 동안 지원
Good: 10~20%에서 20~30%로 높이고 5~8년 동안 지원하며 창정-5 로켓을 2023-05-01에 발사
Options: 기본으로 꺼져 있음, style 묶음 (off unless selected, group style)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.style._usage import Use, departure, departures
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily

ID = "range-mark"
CLASS = "form"
SEVERITY = "note"
DEFAULT = False

_RANGE = lazily(
    r"(?<![0-9A-Za-z가-힣.,–-])['‘’]?[0-9][0-9,.]{0,12}(?:%|년|월|일|개|명|억|만|조|배|℃)?\s?"
    r"(?P<mark>[-–~∼～〜])\s?['‘’]?[0-9][0-9,.]{0,12}(?=\s?(?:%|℃|㎞|km|년|월|일|개|명|배|억|만|조|시간|위안|달러|세|곳|건))"
)


def find(sheet: Sheet) -> Iterator[Hit]:
    """Ranges of amounts and years whose mark differs from that of most."""
    uses = (
        Use(found["mark"], passage.start + found.start("mark"), passage.start + found.end("mark"))
        for passage in sheet.of(KOREAN)
        for found in _RANGE.finditer(passage.text)
    )
    for use, example in departures(uses):
        yield departure(use, example, example.form)
