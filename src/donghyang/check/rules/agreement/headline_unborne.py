"""제목의 수가 기사 어디에도 없습니다. | A headline's figure stands nowhere in its article.

왜: 제목은 기사의 수를 되풀이한다. 한 글자만 다른 수가 대신 있으면 제목이나 본문이 틀렸다.
Why: A headline retells the article; where that has a figure one digit off instead, one of the two is wrong.
Bad:
  01
  가온시, 기술 이전 1,700건 달성
  ■ 기술 이전이 2022년 1,200건에서 2023년 1,500건으로 늘어남(3.2)
  - 건당 평균 600만 위안을 기록
Good:
  01
  가온시, 기술 이전 1,500건 달성
  ■ 기술 이전이 2022년 1,200건에서 2023년 1,500건으로 늘어남(3.2)
  - 건당 평균 600만 위안을 기록
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.figures.operands import follows, quotient
from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._statements import counted
from donghyang.check.rules.agreement._sums import have_parts
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.passages import BODY
from donghyang.check.sheet.sheet import Sheet
from donghyang.facts.slips import one_slip_apart, significant, supported
from donghyang.records import Message, Quantity

ID = "headline-unborne"
CLASS = "headline-body"
SEVERITY = "warning"

_TELLING = 2
"""Figures of fewer significant digits (3개 부처) may sum up what the article lists."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures of headlines that nothing below bears out, though one there is a slip of the keyboard away."""
    for article in sheet.articles:
        below = list(_below(sheet, article))
        for headline in article.of("headline") if below else ():
            for figure in counted(sheet, headline):
                alike = [other for other in below if other.unit == figure.unit and one_slip_apart(other, figure)]
                if not alike or significant(figure.text) < _TELLING or supported(figure, below):
                    continue
                if not _is_worked_out(figure, below):
                    other = alike[0]
                    message = Message(
                        f"'{figure.text}'이(가) 기사에 없습니다. '{other.text}'은(는) 있습니다.",
                        f"the article has no '{figure.text}', but '{other.text}'.",
                    )
                    yield Hit(figure.start, figure.end, message, ((other.start, other.end),))


def _is_worked_out(figure: Quantity, below: list[Quantity]) -> bool:
    """Is it a share that shares told one after another add up to, or that an amount is of the first of its unit?"""
    if figure.unit != "%":
        return False
    if have_parts([other for other in below if other.unit == "%"][:_MOST], figure, _PARTS):
        return True
    first: dict[str | None, Quantity] = {}
    for other in below:
        whole = first.setdefault(other.unit, other)
        if other.unit == "%" or other is whole or not (whole.value and other.value):
            continue
        if follows(figure, quotient(other, whole, 100)):
            return True
    return False


_MOST = 60
"""So many shares of an article may be parts of its headline's."""
_PARTS = 6
"""So many of them, at the most, make it up."""


def _below(sheet: Sheet, article: ArticleLines) -> Iterator[Quantity]:
    """The figures of lead, body and tables that have a value."""
    passages = article.of("lead", *BODY)
    return (figure for figure in sheet.figures_of(passages) if figure.value is not None)
