"""천 단위 쉼표가 있는 수와 없는 수가 섞였습니다. | Some figures have a thousands separator, some have none.

왜: 한 글에서는 자릿수를 한 가지로 끊어야 잘못 읽지 않는다. 집의 표기 규칙이어서 고를 때만 살핀다.
Why: One text groups its digits in one way. A matter of house style, looked at on request only.
Bad: 기업 1,048개와 연구소 2350개가 참여
Good: 기업 1,048개와 연구소 2,350개가 2023년에 참여
Options: 기본으로 꺼져 있음, style 묶음 (off unless selected, group style)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Fix, Message

ID = "thousands"
CLASS = "form"
SEVERITY = "note"
DEFAULT = False

_BARE = lazily(r"(?<![0-9,.])[0-9]{4,}(?![0-9])")
_GROUPED = lazily(r"[0-9]{1,3},[0-9]{3}")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures of four digits and more without a comma, in a text that has them elsewhere."""
    if not _GROUPED.search(sheet.text):
        return
    for figure in sheet.quantities:
        found = _BARE.search(figure.text)
        passage = sheet.at(figure.start)
        if found is None or figure.unit in (None, "년") or passage is None or passage.part not in KOREAN:
            continue
        start = figure.start + found.start()
        grouped = f"{int(found[0]):,}"
        yield Hit(
            start,
            start + len(found[0]),
            Message(f"다른 수는 '{grouped}'처럼 적혔습니다.", f"other figures are written like '{grouped}'."),
            fix=Fix(grouped),
        )
