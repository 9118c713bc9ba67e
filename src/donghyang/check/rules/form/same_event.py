"""같은 행사를 다룬 두 기사의 날짜가 멀리 떨어져 있습니다. | Two articles on one event are dated far apart.

왜: 한 포럼의 두 발표가 열흘 넘게 떨어질 수 없다. 하나는 다른 자료의 날짜다.
Why: Two talks at one forum cannot lie more than a week apart; one date belongs to something else.
Bad:
  I
  정책동향
  01
  한강 포럼, 수소 전략 소개
  ■ 수소 전략을 발표(5.3)
  - 한강 포럼에서 소개
  02
  한강 포럼, 로봇 현황 공유
  ■ 로봇 현황을 발표(5.20)
  - 한강 포럼에서 공유
  | 발 행 일 | 2023. 6. 2
Good:
  I
  정책동향
  01
  한강 포럼, 수소 전략 소개
  ■ 수소 전략을 발표(5.18)
  - 한강 포럼에서 소개
  02
  한강 포럼, 로봇 현황 공유
  ■ 로봇 현황을 발표(5.20)
  - 한강 포럼에서 공유
  | 발 행 일 | 2023. 6. 2
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.nearness import one_sound_apart
from donghyang.records import Message, Span

ID = "same-event"
CLASS = "date"
SEVERITY = "warning"

_EVENT = re.compile(
    r"^(?P<name>[가-힣A-Za-z0-9]+(?: [가-힣A-Za-z0-9]+)?) ?"
    r"(?P<kind>포럼|대회|박람회|회의|총회|엑스포|정상회의|전람회|콘퍼런스|컨퍼런스)(?=[,은는이가의에 ])"
)
_DATE = re.compile(r"[(（][^()（）]*\d{1,2}\.\s?\d{1,2}\.?\s?[)）]$")
_LONGEST = 7
"""Days that an event may last."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Headlines that open with the same event, and leads more than a week apart."""
    events = [(name, article) for article in sheet.articles if article.date and (name := _event(article))]
    for at, (name, article) in enumerate(events):
        for other_name, other in events[at + 1 :]:
            assert article.date is not None
            assert other.date is not None
            same = name == other_name or one_sound_apart(name, other_name)
            if same and abs((article.date - other.date).days) > _LONGEST and (span := _place(article)):
                yield Hit(
                    *span,
                    Message(
                        f"같은 행사의 다른 기사는 {other.date.month}월 {other.date.day}일입니다.",
                        f"another article on this event is dated {other.date:%d %B}.",
                    ),
                    related=tuple(place for place in (_place(other),) if place),
                )


def _event(article: ArticleLines) -> str | None:
    head = article.first("headline")
    found = _EVENT.match(head.text) if head else None
    return (found["name"] + found["kind"]).replace(" ", "") if found else None


def _place(article: ArticleLines) -> Span | None:
    lead: Passage | None = article.first("lead")
    found = _DATE.search(lead.text) if lead else None
    return (lead.start + found.start(), lead.start + found.end()) if lead and found else None
