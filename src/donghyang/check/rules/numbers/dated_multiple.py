"""'몇 년의 몇 배'가 그해의 수와 맞지 않습니다. | A multiple of a year does not fit its figure.

왜: '2027년까지 2022년의 6배인 4,800만 kW'의 2022년 값은 앞 문장에 있다. 나누어 보면 안다.
Why: In 'by 2027 six times that of 2022, 48m kW' the figure of 2022 stands in another line; division tells.
Bad:
  01
  설비용량 확대
  ■ 설비용량을 확대함(3.2)
  - 2022년 말 설비용량은 800만 kW임
  - 2027년까지 설비용량을 2022년의 약 5.2배인 4,800만 kW로 확대
Good:
  01
  설비용량 확대
  ■ 설비용량을 확대함(3.2)
  - 2022년 말 설비용량은 800만 kW임
  - 2027년까지 설비용량을 2022년의 약 6배인 4,800만 kW로 확대
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.figures.operands import follows, middle, quotient, same_unit
from donghyang.check.figures.told import of_article
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._sentences import Sentence, multiples
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.dates import full_year
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "dated-multiple"
CLASS = "ratio"
SEVERITY = "warning"

_YEAR = r"['‘’]?(?P<year>(?:20)?[0-9]{2})년(?: ?말| 기준)?(?: (?:규모|수준|대비))?(?:의|보다)? (?:약 )?$"
_OF_YEAR = lazily(_YEAR)
_BEFORE = lazily(rf"(?: 이상)?[은는이가] {_YEAR}")
_WHICH_IS = lazily(r"(?:인|에 (?:달하는|이르는|해당하는)) (?:약 )?")
_FAR = 5
"""So many times off, the multiple is of something else."""
_ASIDE = ("start", "base", "change")


def find(sheet: Sheet) -> Iterator[Hit]:
    """'X년의 n배인 B' and 'B는 X년 말 규모의 n배', where lines of the article tell one such figure of X."""
    for sentence, at, times in multiples(sheet):
        yield from _held(sheet, sentence, at, times)


def _held(sheet: Sheet, sentence: Sentence, at: int, times: Quantity) -> Iterator[Hit]:
    of = _OF_YEAR.search(sentence.ahead(times))
    new = _later(sentence, at) if of else None
    passage = sheet.at(sentence.start)
    if of is None or new is None or passage is None or passage.article is None or not times.value:
        return
    year = str(full_year(of["year"]))
    told = [
        one.binding.figure
        for one in of_article(sheet, sheet.articles[passage.article])
        if one.binding.time and one.binding.time[:4] == year and one.binding.part not in _ASIDE and not one.row
    ]
    olds = {one.value: one for one in told if one.value and same_unit(one, new) and one.value != new.value}
    if len(olds) != 1:
        return
    old = next(iter(olds.values()))
    worth = quotient(new, old)
    ratio = middle(worth) / times.value
    if not follows(times, worth) and 1 < _FAR * ratio < _FAR * _FAR:
        message = Message(
            f"'{old.text}'의 {middle(worth):.1f}배입니다.", f"it is {middle(worth):.1f} times '{old.text}'."
        )
        yield Hit(times.start, times.end, message, ((new.start, new.end), (old.start, old.end)))


def _later(sentence: Sentence, at: int) -> Quantity | None:
    """The figure that is so many times the year's: right behind, or the topic right before; None for neither."""
    figures = sentence.figures
    if at + 1 < len(figures) and _WHICH_IS.fullmatch(sentence.between(figures[at], figures[at + 1])):
        return figures[at + 1]
    if at and _BEFORE.fullmatch(sentence.between(figures[at - 1], figures[at])):
        return figures[at - 1]
    return None
