"""줄인 연도 앞의 표시가 섞였습니다. | The marks before shortened years differ.

왜: '25년, ‘25년, ’25년은 눈에 띄게 다르다. 바른 것은 ’25년이며, 적어도 한 보고서에서는 한 가지로 쓴다.
Why: '25년, ‘25년 and ’25년 look different. The right mark is ’, and one report keeps at least to one of them.
Bad: ’23년에 착공하여 ’25년까지 완공하고 ‘27년까지 확대
Good: ’23년에 착공하여 ’25년까지 완공하고 ’27년까지 ‘2단계’로 확대
Options: 기본으로 꺼져 있음, style 묶음 (off unless selected, group style)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.style._usage import Use, departure, departures
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily

ID = "year-mark"
CLASS = "form"
SEVERITY = "note"
DEFAULT = False

_MARK = lazily(r"['‘’`´′](?=[0-9]{2}(?:년|\s?[~∼～]\s?['‘’`´′]?[0-9]{2}))")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Marks of another shape than most shortened years have."""
    uses = (
        Use(found[0], passage.start + found.start(), passage.start + found.end())
        for passage in sheet.of(KOREAN)
        for found in _MARK.finditer(passage.text)
    )
    for use, example in departures(uses):
        yield departure(use, example, example.form)
