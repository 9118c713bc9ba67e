"""사람을 개나 건으로 셉니다. | People are counted as things.

왜: 사람은 명으로 센다. 인원을 적는 칸의 '10개'는 옆 칸의 단위가 옮겨 온 것이다.
Why: People are counted in 명; '10개' in a column of people has the unit of the column beside it.
Bad:
  〈목표〉
  기업 수	전문가 수
  30개	10개
Good:
  〈목표〉
  기업 수	전문가 수
  30개	10명
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "people-counter"
CLASS = "unit"
SEVERITY = "warning"

_PEOPLE = lazily(
    r"(?:인재|연구진|연구원|교수|인력|학생|근로자|박사|전문가|과학자|기술자|교사|의사|인원|창업자|종사자)\s?(?:수|규모)?$"
)
_THINGS = lazily(r"(?:약 )?[0-9][0-9,]*\s?(?:개|건)(?: 이상)?")


def find(sheet: Sheet) -> Iterator[Hit]:
    """Cells below a head of people that count in 개 or 건."""
    message = Message("사람은 '명'으로 셉니다.", "people are counted in 명.")
    for board in sheet.boards:
        for at, head in enumerate(board.head):
            for cell in board.column(at) if _PEOPLE.search(head.text) else ():
                if _THINGS.fullmatch(cell.text):
                    yield Hit(*cell.span, message, related=(head.span,))
