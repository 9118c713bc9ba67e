"""제목의 수가 본문의 같은 말 뒤의 수와 다릅니다. | A headline's figure is another than behind the same word below.

왜: 제목이 '분당 140자'인데 본문에는 '분당 120자'뿐이면 한쪽이 틀렸다.
Why: 'At 620 km/h' over an article that only has 'at 600 km/h' is wrong in one of them.
Bad:
  01
  시속 620km 열차 공개
  ■ 시속 600km로 달리는 열차를 공개함(3.2)
  - 시험선에서 시속 600km에 이름
Good:
  01
  시속 600km 열차 공개
  ■ 시속 600km로 달리는 열차를 공개함(3.2)
  - 시험선에서 시속 600km에 이름
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from donghyang.check.rule import Hit
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.passages import BODY, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import retellings
from donghyang.facts.slips import supported
from donghyang.language import tables
from donghyang.language.nearness import letters
from donghyang.language.particles import without_particle
from donghyang.records import Message, Quantity

ID = "headline-measure"
CLASS = "headline-body"
SEVERITY = "warning"

_WORD = re.compile(r"(?P<word>[가-힣]{2,8}) $")
_GENERAL = frozenset(tables.words(__package__, "general_words"))
_YEAR = re.compile(r"년(?:까지|도)?$")
_ALIKE = 6
"""Letters before two figures that must be the same for them to be said of one thing."""
_REACH = 24
"""So much before a figure are the letters that are compared, marks and spaces with them."""
_WORD_REACH = len("가나다라마바사아 ")
"""A word of the longest kind and the space behind it."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures of headlines and summaries behind words that the article repeats before one other figure only."""
    for line, article in retellings(sheet, "headline"):
        for figure in sheet.quantities_in(*line.span):
            if figure.value is not None and figure.kind in ("count", "measure", "percent", "money"):
                yield from _held(sheet, article, line, figure)


def _held(sheet: Sheet, article: ArticleLines, line: Passage, figure: Quantity) -> Iterator[Hit]:
    whole = [other for one in article.passages if one is not line for other in sheet.quantities_in(*one.span)]
    if supported(figure, whole):
        return
    behind = [other for passage in article.of("lead") for other in _after_word(sheet, passage, line, figure)]
    body = article.of(*BODY)
    behind = behind or [other for passage in body for other in _after_word(sheet, passage, line, figure)]
    behind = behind or [other for passage in body for other in _after_words(sheet, passage, line, figure)]
    if len({other.value for other in behind}) == 1:
        other = behind[0]
        message = Message(f"본문의 같은 자리에는 '{other.text}'입니다.", f"the article has '{other.text}' there.")
        yield Hit(figure.start, figure.end, message, ((other.start, other.end),))


def _after_word(sheet: Sheet, passage: Passage, line: Passage, figure: Quantity) -> list[Quantity]:
    """The figures of a passage in the same unit behind the same telling word."""
    word = _word_before(sheet, line, figure)
    return [other for other in _like(sheet, passage, figure) if word and _word_before(sheet, passage, other) == word]


def _after_words(sheet: Sheet, passage: Passage, line: Passage, figure: Quantity) -> list[Quantity]:
    """The figures of a passage in the same unit behind the same last letters, general words among them."""
    mine = _letters_before(sheet, line, figure)
    if len(mine) < _ALIKE:
        return []
    same = (
        other
        for other in _like(sheet, passage, figure)
        if _letters_before(sheet, passage, other).endswith(mine[-_ALIKE:])
    )
    return list(same)


def _like(sheet: Sheet, passage: Passage, figure: Quantity) -> list[Quantity]:
    return [other for other in sheet.quantities_in(*passage.span) if other.unit == figure.unit and other.value]


def _letters_before(sheet: Sheet, passage: Passage, figure: Quantity) -> str:
    """The last letters before a figure without a number among them."""
    before = letters(sheet.text[max(passage.start, figure.start - _REACH) : figure.start])
    return re.split(r"[0-9]", before)[-1]


def _word_before(sheet: Sheet, passage: Passage, figure: Quantity) -> str:
    """The word right before a figure without its particle; "" for general words, years and none."""
    found = _WORD.search(sheet.text, max(passage.start, figure.start - _WORD_REACH), figure.start)
    word = without_particle(found["word"]) if found else ""
    return "" if word in _GENERAL or _YEAR.search(word) else word
