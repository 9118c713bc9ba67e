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

_EVENT = r"(?P<event>시행|발효|개통|완공|준공|발사|착공|개원|개교|출시|가동|취항)"
_MONTH = r"(?P<month>1[0-2]|[1-9])월(?: ?[0-9]{1,2}일)?(?:\([월화수목금토일]\))?"
_YEAR = r"(?<![0-9~∼/.-])(?:(?P<year>20[0-9]{2})년 ?)?"
_WHEN = lazily(
    rf"{_YEAR}(?<![0-9~∼/.-]){_MONTH}(?: ?[초말]| 중)?"
    rf"(?:부터|에|까지)? (?:전국에서 |본격 |정식 |전면 )?{_EVENT}(?!되던|하던|한 |된 |됐던)"
)
_NAMED = lazily(rf"{_EVENT} ?(?:시점|시기|예정일)(?:은|는|이)? (?P<year>20[0-9]{{2}})년(?: ?{_MONTH})?")
"""'완공 시점은 2028년'."""
_STAGE = lazily(r"(?P<number>[0-9])(?:단계|차(?!원|례|선|량)|기(?!업|관|가|술))")
_OTHER = lazily(r"시범|재(?=시행|가동|개통)|지난해|작년")

_Time = tuple[int | None, int | None]
"""Year and month, None where they are not told."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Times of an event in headline, lead and summary where the body has one other time for it."""
    for line, article in retellings(sheet, "headline", "lead"):
        mine = _told([line])
        if not mine:
            continue
        body = [one for one in article.of(*PROSE) if one.part not in ("headline", "lead")]
        theirs = _told(body)
        for event, times in mine.items():
            known = theirs.get(event, {})
            if len(times) == len(known) == 1 and _differ(next(iter(times)), next(iter(known))):
                (span,), (where,) = times.values(), known.values()
                said = sheet.text[slice(*where)]
                message = Message(f"본문에는 '{said}'입니다.", f"the article has '{said}'.")
                yield Hit(*span, message, (where,))


def _differ(one: _Time, other: _Time) -> bool:
    return any(a is not None and b is not None and a != b for a, b in zip(one, other, strict=True))


def _told(lines: Iterable[Passage]) -> dict[tuple[str, str], dict[_Time, Span]]:
    """The times of each event of a stage, and where they stand."""
    found: dict[tuple[str, str], dict[_Time, Span]] = {}
    for line in lines:
        if _OTHER.search(line.text):
            continue
        stages = "".join(sorted({one["number"] for one in _STAGE.finditer(line.text)}))
        for one in (*_WHEN.finditer(line.text), *_NAMED.finditer(line.text)):
            time = (int(one["year"]) if one["year"] else None, int(one["month"]) if one["month"] else None)
            found.setdefault((one["event"], stages), {}).setdefault(time, _span(line, one))
    return found


def _span(line: Passage, found: re.Match[str]) -> Span:
    first, last = ("year" if found["year"] else "month"), ("month" if found["month"] else "year")
    return line.start + found.start(first), line.start + found.end(last) + 1
