"""요약의 숫자가 기사에 없거나 다릅니다. | A figure of the summary is not in its article, or differs.

왜: 요약만 읽는 독자가 많다. 요약의 숫자와 기한은 기사에 그대로 있어야 한다.
Why: Many readers see the summary only; its figures and deadlines must stand in the article.
Bad:
  요약
  - 수산부는 스마트 양식장 보급 계획을 발표하여 2027년까지 스마트 양식장 180곳을 세울 예정이다.
  I
  정책동향
  01
  수산부, 스마트 양식장 보급 계획 발표
  ■ 스마트 양식장을 단계적으로 보급(3.2)
  - 수산부는 2027년까지 스마트 양식장 150곳을 세우기로 함
Good:
  요약
  - 수산부는 스마트 양식장 보급 계획을 발표하여 2027년까지 스마트 양식장 150곳을 세울 예정이다.
  I
  정책동향
  01
  수산부, 스마트 양식장 보급 계획 발표
  ■ 스마트 양식장을 단계적으로 보급(3.2)
  - 수산부는 2027년까지 스마트 양식장 150곳을 세우기로 함
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._statements import (
    counted,
    days,
    deadlines,
    models,
    unsupported,
)
from donghyang.check.rules.agreement._worked_out import is_worked_out
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import fronted, summarised

ID = "summary-figures"
CLASS = "summary-body"
SEVERITY = "warning"


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures and deadlines of the summary that its article does not bear out."""
    for line, article in (*summarised(sheet), *fronted(sheet)):
        figures = list(sheet.figures_of(article.passages))
        for figure, hit in unsupported(sheet, counted(sheet, line), figures, figures, wholly=not sheet.is_lone):
            if not is_worked_out(sheet, figure, line, article):
                yield hit
        years = [period for passage in article.passages for period in sheet.periods_in(*passage.span)]
        yield from deadlines(sheet, line, years)
        yield from days(sheet, line, years)
        yield from models(line, article.passages)
