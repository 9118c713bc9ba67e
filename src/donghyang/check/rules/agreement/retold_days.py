"""옮겨 적은 기간의 끝이 본문과 다릅니다. | A stretch of days told above ends on another day than in the article.

왜: 요지의 '5월 12일부터 16일까지'가 본문에서 12일에 시작해 15일까지면 한쪽의 날짜가 틀렸다.
Why: Where the lead has 12 to 16 May and the article, from the same day, ends on the 15th, one of the dates is wrong.
Bad:
  01
  해양 박람회 개최
  ■ 5월 12일부터 16일까지 개최
  - 박람회는 5월 12일 개막하여 15일까지 나흘간 진행
Good:
  01
  해양 박람회 개최
  ■ 5월 12일부터 15일까지 개최
  - 박람회는 5월 12일 개막하여 15일까지 나흘간 진행
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import retellings
from donghyang.language.patterns import lazily
from donghyang.records import Message, Span

ID = "retold-days"
CLASS = "headline-body"
SEVERITY = "warning"

_DAYS = lazily(
    r"(?<![0-9])(?P<month>[0-9]{1,2})월 ?(?P<day>[0-9]{1,2})일(?:\([월화수목금토일]\))?"
    r"(?:부터|에? ?(?:개막|개최|시작|착수)(?:하여|해|되어|돼)| ?[~∼～–-]),? ?"
    r"(?:(?P<to_month>[0-9]{1,2})월 ?)?(?P<to_day>[0-9]{1,2})일(?:\([월화수목금토일]\))?까지"
)
_Day = tuple[int, int]
"""Month and day."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Stretches of headline, lead and summary whose first day begins one other stretch of the article."""
    for line, article in retellings(sheet, "headline", "lead"):
        mine = list(_stretches(line)) if "까지" in line.text else []
        body = [one for one in article.of(*PROSE) if one.part not in ("headline", "lead") and "까지" in one.text]
        theirs = [one for passage in body for one in _stretches(passage)] if mine else []
        for first, last, span in mine:
            ends = {end: where for start, end, where in theirs if start == first}
            if len(ends) == 1 and last not in ends:
                (month, day), where = next(iter(ends.items()))
                message = Message(f"본문에는 {month}월 {day}일까지입니다.", f"in the article it ends on {day}.{month}.")
                yield Hit(*span, message, (where,))


def _stretches(line: Passage) -> Iterator[tuple[_Day, _Day, Span]]:
    """First and last day of each stretch of a line, and where it stands."""
    for found in _DAYS.finditer(line.text):
        month = int(found["month"])
        last = (int(found["to_month"] or month), int(found["to_day"]))
        yield (month, int(found["day"])), last, (line.start + found.start(), line.start + found.end())
