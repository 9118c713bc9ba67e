"""참고자료 하나에만 날짜나 매체가 없습니다. | One reference lacks the date or the outlet that all others have.

왜: 다른 자료에 모두 있는 날짜나 매체 이름이 한 자료에만 없으면 빠뜨린 것이다.
Why: A date or an outlet that every other reference has was forgotten in the one that lacks it.
Bad:
  참고자료
  (25.03.02, 春江日报) 氢能公交上线
  (25.03.04, 春江晚报) 公交票价不变
  (25.03.05) 公交新线开通
Good:
  참고자료
  (25.03.02, 春江日报) 氢能公交上线
  (25.03.04, 春江晚报) 公交票价不变
  (25.03.05, 春江新闻) 公交新线开通
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.form._references import reference_lists
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "reference-parts"
CLASS = "reference"
SEVERITY = "note"

_PARTS = (
    (
        lazily(r"[0-9]{2,4}[.년年/-]\s?[0-9]{1,2}[.월月/-]\s?[0-9]{1,2}"),
        Message("다른 자료와 달리 날짜가 없습니다.", "this one has no date, unlike the others."),
    ),
    (
        lazily(
            r"^\W?\s?[(（](?:[^()（）]{0,14}[,，]\s?)?[^()（）0-9]*[㐀-鿿]{2}[^()（）]*[)）]|《[^》]+》|^[^,，]*[㐀-鿿]{2,}[,，]"
        ),
        Message("다른 자료와 달리 매체가 없습니다.", "this one has no outlet, unlike the others."),
    ),
    (
        lazily(r"[)）,，\]]\s?[「《“‘]?[㐀-鿿][^()（）]{3,}|^[^()（）]{4,}$"),
        Message("다른 자료와 달리 제목이 없습니다.", "this one has no title, unlike the others."),
    ),
)
_HAN = lazily("[㐀-鿿]{2}")
_LEAST = 3
"""Titles that show what a reference of the list has."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Dates, outlets and titles in each list of references."""
    for lines in reference_lists(sheet):
        titles = [line for line in lines if _HAN.search(line.text)]
        if len(titles) < _LEAST:
            continue
        for part, message in _PARTS:
            lacking = [line for line in titles if not part.search(line.text)]
            if len(lacking) == 1:
                yield Hit(*lacking[0].span, message)
