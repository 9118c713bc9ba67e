"""제목이나 요지의 낱말이 본문과 한 글자 다릅니다. | A word of headline or lead differs from the body in one sound.

왜: 과전압과 고전압처럼 한 글자 차이로 다른 말이 된다. 제목과 본문이 갈리면 한쪽은 잘못 친 것이다.
Why: One letter makes another word (overpotential, high voltage); where headline and body part, one is mistyped.
Bad:
  01
  배터리의 과전압 문제 해결
  ■ 수명을 늘린 배터리 개발(3.2)
  - 연구진은 고전압 문제를 해결
Good:
  01
  배터리의 과전압 문제 해결
  ■ 수명을 늘린 배터리 개발(3.2)
  - 연구진은 과전압 문제를 해결하고 고전압 시험을 마침
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._echo import misheard_echoes
from donghyang.check.sheet.passages import BODY
from donghyang.check.sheet.sheet import Sheet

ID = "headline-wording"
CLASS = "headline-body"
SEVERITY = "warning"


def find(sheet: Sheet) -> Iterator[Hit]:
    """Words of headline and lead that the article has with one sound changed."""
    for article in sheet.articles:
        body = article.of(*BODY)
        yield from misheard_echoes(article.of("headline", "lead"), body, ("본문", "the article"))
