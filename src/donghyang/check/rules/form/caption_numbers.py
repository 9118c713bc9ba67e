"""표나 그림의 번호가 빠지거나 되풀이됩니다. | The number of a table or a figure is missing or repeated.

왜: 번호가 있는 표와 그림은 차례로 이어지고, 본문이 부르는 번호의 표가 있어야 한다.
Why: Numbered tables and figures follow one another, and the table that a sentence names must be there.
Bad:
  〈표 1. 지역별 기업 수〉
  지역	기업
  동부	12
  서부	9
  〈표 3. 지역별 매출〉
  지역	매출(억 위안)
  동부	120
  서부	90
Good:
  〈표 1. 지역별 기업 수〉
  지역	기업
  동부	12
  서부	9
  〈표 2. 지역별 매출〉
  지역	매출(억 위안)
  동부	120
  서부	90
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.form._counting import gaps
from donghyang.check.sheet.layout import numbered_caption
from donghyang.check.sheet.passages import PROSE
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message, Span

ID = "caption-numbers"
CLASS = "numbering"
SEVERITY = "warning"

_NAMED = lazily(r"[〈<\[【](?P<kind>표|그림)\s?(?P<number>[0-9]{1,2})[〉>\]】]")
_LEAST = 2
"""Captions that make a series."""
_NEAR = 60
"""Lines and cells between the first tables of two articles, at the least, where the layout does not tell them apart."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Gaps and repeats among the numbered captions of a kind, and numbers in sentences that no caption has."""
    series: dict[str, list[tuple[int, Span]]] = {}
    captions: set[int] = set()
    last: dict[str, tuple[int, int, int | None]] = {}
    for at, passage in enumerate(sheet.passages):
        numbered = numbered_caption(passage)
        if numbered is not None:
            kind, number = numbered
            series.setdefault(kind, []).append((number, passage.span))
            captions.add(passage.start)
            above = last.get(kind)
            if above is not None and above[0] == number == 1 and at - above[1] < _NEAR and above[2] == passage.article:
                yield Hit(*passage.span, Message("1번이 두 번 나옵니다.", "number 1 stands twice."))
            last[kind] = number, at, passage.article
    for numbers in series.values():
        if len(numbers) >= _LEAST and numbers[0][0] == 1:
            yield from gaps(numbers, restarts=True)
    known = {kind: {number for number, _ in numbers} for kind, numbers in series.items() if len(numbers) >= _LEAST}
    for passage in sheet.of(PROSE):
        if passage.start in captions:
            continue
        for found in _NAMED.finditer(passage.text):
            kind = found["kind"]
            if kind in known and int(found["number"]) not in known[kind]:
                yield Hit(
                    passage.start + found.start(),
                    passage.start + found.end(),
                    Message("이 번호의 표나 그림이 없습니다.", "no table or figure has this number."),
                    related=(series[kind][-1][1],),
                )
