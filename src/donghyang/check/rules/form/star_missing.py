"""별표 설명이 걸릴 별표가 위에 없습니다. | A starred remark has no star above it to hang on.

왜: 다른 설명은 모두 위의 별표에 딸려 있는데 하나만 없으면 별표가 빠진 것이다.
Why: Where the other remarks all hang on a star, the one that does not has lost its own.
Bad:
  01
  지원 사업 발표
  ■ 지원 사업*을 발표함(3.2)
  * 올해 새로 마련됨
  - 시험장*을 세움
  * 야외 시험 시설
  - 인력 양성 과정을 엶
  * 한 해 과정
Good:
  01
  지원 사업 발표
  ■ 지원 사업*을 발표함(3.2)
  * 올해 새로 마련됨
  - 시험장*을 세움
  * 야외 시험 시설
  - 인력 양성 과정*을 엶
  * 한 해 과정
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.form._printed import printed
from donghyang.check.sheet.passages import Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "star-missing"
CLASS = "reference"
SEVERITY = "note"

_CREDIT = lazily(r"(?:출처|자료|주|참고|단위)\s?[:：]")
_SUBJECT = lazily(
    r"[^,.:(]{0,30}?(?P<last>[가-힣A-Za-z0-9]{1,}[^\W하되있없이지가오치리르키]|[가-힣A-Za-z0-9]{2,}(?=은))[은는] "
)
"""What a remark says something of; where it does not stand above, the remark belongs to something else."""
_RATE = lazily(r"1 ?[가-힣]{1,5} ?(?:=|≒|당)")
"""In a remark that tells at what rate the report converts, and belongs to no word of the line."""
_LEAST = 2
"""So many other remarks with their star show that the report stars its words."""
_MOST_ODD = 0.34
"""Where a larger share hangs on nothing, the report does not star its words."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Remarks under a line without a star, in a report whose other remarks have theirs."""
    hung, loose = 0, []
    for line, remark in _remarks(sheet):
        if "*" in printed(sheet, line):
            hung += 1
        elif not (said := _SUBJECT.match(remark.text)) or said["last"] in line.text:
            loose.append((line, remark))
    if hung >= _LEAST and len(loose) <= _MOST_ODD * (hung + len(loose)):
        message = Message("위의 글에 별표가 없습니다.", "the line above has no star.")
        for line, remark in loose:
            yield Hit(*remark.span, message, (line.span,))


def _remarks(sheet: Sheet) -> Iterator[tuple[Passage, Passage]]:
    """First starred remarks with the line above them; credits of tables and pictures are none."""
    for article in sheet.articles:
        above: Passage | None = None
        for passage in article.passages:
            if passage.part == "annotation" and passage.marker.startswith("*"):
                if above is not None and above.part in ("lead", "bullet") and not _is_loose(passage.text):
                    yield above, passage
                above = None
            else:
                above = passage


def _is_loose(remark: str) -> bool:
    return _CREDIT.match(remark) is not None or _RATE.search(remark) is not None
