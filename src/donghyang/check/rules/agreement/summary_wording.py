"""요약의 이름이 기사와 다르게 적혔습니다. | A name of the summary is spelled otherwise in its article.

왜: 요약은 기사를 줄인 것이므로 이름의 글자까지 같아야 한다.
Why: The summary abridges the article; names must agree to the letter.
Bad:
  요약
  - 해양연구원은 무인 잠수정 해란호 시험을 마치고 심해 탐사 계획을 발표하였다.
  I
  정책동향
  01
  해양연구원, 무인 잠수정 시험 완료
  ■ 심해 탐사 계획을 발표(3.2)
  - 해양연구원은 무인 잠수정 해련호 시험을 마침
Good:
  요약
  - 해양연구원은 무인 잠수정 해란호 시험을 마치고 심해 탐사 계획을 발표하였다.
  I
  정책동향
  01
  해양연구원, 무인 잠수정 시험 완료
  ■ 심해 탐사 계획을 발표(3.2)
  - 해양연구원은 무인 잠수정 해란호 시험을 마침
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._echo import misheard_echoes
from donghyang.check.sheet.passages import KOREAN
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import summarised

ID = "summary-wording"
CLASS = "summary-body"
SEVERITY = "warning"


def find(sheet: Sheet) -> Iterator[Hit]:
    """Words of the summary that its article has with one sound changed."""
    for line, article in summarised(sheet):
        body = article.of(*KOREAN)
        yield from misheard_echoes([line], body, ("기사", "the article"))
