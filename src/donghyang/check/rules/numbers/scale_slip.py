"""같은 수가 다른 단위로 적혔습니다. | The same digits stand with another magnitude.

왜: 한 기사에서 '401.5만 건'과 '401.5억 건'은 같은 수를 옮기다 만과 억을 바꾼 것이다.
Why: In one article 401.5만 and 401.5억 of the same thing are one figure, with 만 and 억 mixed up on the way.
Bad:
  01
  특허 보유 401.5만 건 돌파
  ■ 발명특허 401.5만 건을 보유(3.2)
  - 유효한 발명특허는 401.5억 건
Good:
  01
  특허 보유 401.5만 건 돌파
  ■ 발명특허 401.5만 건을 보유(3.2)
  - 유효한 발명특허는 401만 5천 건
Options: 없음 (none)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from donghyang.check.rule import Hit
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.passages import PROSE, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import summarised
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "scale-slip"
CLASS = "magnitude"
SEVERITY = "error"

_DIGITS = 3
"""Figures of fewer digits are alike by chance (120 and 1,200)."""
_CONVERTED = lazily(r"[(（](?:약 )?$")
_OPENER = len("(약 ")
"""What may open the bracket of a converted sum."""
_EXCHANGED = frozenset(Decimal(10) ** power for power in (4, 8))
"""만 for 억, 억 for 조, 만 for 조; other powers of ten are a part of a whole, of the same digits by chance."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures of one article, its summary included, that differ by a power of ten only."""
    above = {article.index: line for line, article in summarised(sheet)}
    for article in sheet.articles:
        groups: dict[tuple[str | None, str], list[Quantity]] = {}
        for figure in _figures(sheet, article, above):
            if (digits := _digits(figure)) is not None:
                groups.setdefault((figure.unit, digits), []).append(figure)
        for group in groups.values():
            yield from _odd(group)


def _figures(sheet: Sheet, article: ArticleLines, above: dict[int, Passage]) -> Iterator[Quantity]:
    summary = [above[article.index]] if article.index in above else []
    for line in summary + article.of(*PROSE):
        for figure in sheet.quantities_in(*line.span):
            if not _CONVERTED.search(sheet.text, max(line.start, figure.start - _OPENER), figure.start):
                yield figure


def _digits(figure: Quantity) -> str | None:
    """The significant digits of a figure in 만, 억 or 조; None where there are too few to tell it by."""
    if not figure.value or figure.high is not None or not any(sign in figure.text for sign in "만억조"):
        return None
    digits = "".join(map(str, figure.value.normalize().as_tuple().digits))
    return digits if len(digits) >= _DIGITS else None


def _odd(group: list[Quantity]) -> Iterator[Hit]:
    """The figures of another magnitude than most, or than the first."""
    often = Counter(figure.value for figure in group)
    usual = max(group, key=lambda figure: (often[figure.value], -figure.start))
    for figure in group:
        assert figure.value is not None
        assert usual.value is not None
        low, high = sorted((figure.value, usual.value))
        if high / low in _EXCHANGED:
            yield Hit(
                figure.start,
                figure.end,
                Message(f"다른 곳에는 '{usual.text}'입니다.", f"it is '{usual.text}' elsewhere."),
                related=((usual.start, usual.end),),
            )
