"""같은 일의 달이 제목·요약과 본문에서 다릅니다. | One event has another month above than in the article.

왜: 시행, 개통, 발사 같은 일의 달은 제목, 리드, 요약, 본문에서 같아야 한다.
Why: The month in which something takes effect, opens or is launched is one in headline, lead, summary and body.
Bad:
  01
  개방 규정 개정
  ■ 개방 규정을 고쳐 9월부터 시행(3.2)
  - 규정은 2023년 10월 1일부터 시행하며 세부 지침을 마련함
Good:
  01
  개방 규정 개정
  ■ 개방 규정을 고쳐 10월부터 시행(3.2)
  - 규정은 2023년 10월 1일부터 시행하며 세부 지침을 마련함
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import retellings
from donghyang.language.patterns import lazily
from donghyang.records import Message, Span

ID = "retold-months"
CLASS = "headline-body"
SEVERITY = "warning"

_WHEN = lazily(
    r"(?<![0-9~∼/.-])(?P<month>1[0-2]|[1-9])월(?: ?[0-9]{1,2}일)?(?:\([월화수목금토일]\))?(?: ?[초말]| 중)?"
    r"(?:부터|에|까지)? (?:전국에서 |본격 |정식 |전면 )?"
    r"(?P<event>시행|발효|개통|완공|준공|발사|착공|개원|개교|출시|가동|취항)(?!되던|하던|한 |된 |됐던)"
)
_STAGE = lazily(r"[0-9]단계|[0-9]차|시범|[12]기|재(?=시행|가동|개통)|지난해|작년")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Months of an event in headline, lead and summary where the body has one other month for it."""
    for line, article in retellings(sheet, "headline", "lead"):
        mine = _told([line])
        if not mine:
            continue
        body = [one for one in article.of(*PROSE) if one.part not in ("headline", "lead")]
        theirs = _told(body)
        for event, months in mine.items():
            known = theirs.get(event, {})
            if len(months) == len(known) == 1 and months.keys() != known.keys():
                (span,), ((month, where),) = months.values(), known.items()
                message = Message(f"본문에는 {month}월입니다.", f"the article has month {month}.")
                yield Hit(*span, message, (where,))


def _told(lines: Iterable[Passage]) -> dict[str, dict[int, Span]]:
    """For each event its months, and where they stand; events of stages are left out."""
    found: dict[str, dict[int, Span]] = {}
    for line in lines:
        for one in _WHEN.finditer(line.text):
            if not _STAGE.search(line.text):
                span = _span(line, one)
                found.setdefault(one["event"], {}).setdefault(int(one["month"]), span)
    return found


def _span(line: Passage, found: re.Match[str]) -> Span:
    return line.start + found.start("month"), line.start + found.end("month") + 1
