"""다른 기사의 표를 가리킵니다. | The table referred to stands in another article.

왜: '[표 4] 참조'라면 그 표는 그 기사에 있어야 한다. 그 기사의 표 번호를 확인한다.
Why: A table that an article refers to stands in that article; its own has another number.
Bad:
  01
  연구비 통계
  ■ 통계를 발표함(3.2)
  - 가온만 평균을 밑돎([표 2] 참조)
  [표 1] 지역별 연구비
  지역	금액
  가온	12
  나루	15
  02
  위성 산업
  ■ 계획을 발표함(3.3)
  - 매출을 늘림
  [표 2] 지역별 매출
  지역	매출
  가온	30
  나루	40
Good:
  01
  연구비 통계
  ■ 통계를 발표함(3.2)
  - 가온만 평균을 밑돎([표 1] 참조)
  [표 1] 지역별 연구비
  지역	금액
  가온	12
  나루	15
  02
  위성 산업
  ■ 계획을 발표함(3.3)
  - 매출을 늘림
  [표 2] 지역별 매출
  지역	매출
  가온	30
  나루	40
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.layout import numbered_caption
from donghyang.check.sheet.passages import PROSE
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.patterns import lazily
from donghyang.records import Message

ID = "table-reference"
CLASS = "reference"
SEVERITY = "warning"

_SEE = lazily(r"[〈<\[【]?(?P<kind>표|그림)\s?(?P<number>[0-9]{1,2})[〉>\]】]? ?(?:을|를)? ?(?:참조|참고)")


def find(sheet: Sheet) -> Iterator[Hit]:
    """'[표 N] 참조' where table N is another article's and this one has tables of its own."""
    homes: dict[tuple[str, int], set[int | None]] = {}
    captions: set[int] = set()
    for passage in sheet.passages:
        numbered = numbered_caption(passage)
        if numbered is not None:
            homes.setdefault(numbered, set()).add(passage.article)
            captions.add(passage.start)
    for passage in sheet.of(PROSE):
        if passage.article is None or passage.start in captions:
            continue
        for found in _SEE.finditer(passage.text):
            kind, number = found["kind"], int(found["number"])
            where = homes.get((kind, number), set())
            own = [one for (other, one), articles in homes.items() if other == kind and passage.article in articles]
            if where and passage.article not in where and own:
                message = Message(f"이 기사의 {kind}은(는) {own[0]}번입니다.", f"this article has number {own[0]}.")
                yield Hit(passage.start + found.start(), passage.start + found.end(), message)
