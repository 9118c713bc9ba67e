"""무엇의 몇 배라는 말이 그 무엇의 수와 맞지 않습니다. | So many times something that is told otherwise.

왜: '2022년의 2.5배인 5,000억', '640TOPS로 1세대 칩의 3.5배'의 나머지 수는 같은 기사의 다른 줄이나 표에 있다.
Why: The other operand of '2.5 times that of 2022' or '3.5 times the first chip' stands in another line or a table.
Bad:
  01
  가온시, 양식 산업 계획 발표
  ■ 양식 매출을 2022년 200억 위안에서 확대(3.2)
  - 2027년에는 매출을 2022년의 3.5배인 500억 위안으로 늘림
Good:
  01
  가온시, 양식 산업 계획 발표
  ■ 양식 매출을 2022년 200억 위안에서 확대(3.2)
  - 2027년에는 매출을 2022년의 2.5배인 500억 위안으로 늘림
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from donghyang.check.figures.operands import follows, middle, quotient, same_unit
from donghyang.check.figures.told import Told, of_article, of_line
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._sentences import Sentence, multiples
from donghyang.check.sheet.sheet import Sheet
from donghyang.language.dates import full_year
from donghyang.language.particles import without_particle
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "named-base"
CLASS = "ratio"
SEVERITY = "warning"

_BASE = lazily(r"(?P<base>[^,.;()]{2,40}?)(?: (?:실적|수준|규모|기준|대비))?(?:의|보다|에 비해| 대비|대비) ?(?:약 )?$")
_JOINT = lazily(r"(?<=[은는이가을를에로며데고]),? |, ")
"""Behind what is no longer part of the base."""
_GOAL = lazily(r"목표|계획")
"""What was aimed at is told otherwise than what was reached."""
_NEAR = 12
"""So near before the multiple it is said of the base."""
_YEAR = lazily(r"['‘’]?(?P<year>(?:20)?[0-9]{2})년")
_WHICH_IS = lazily(r"(?:인|에 (?:달하는|이르는|해당하는)) (?:약 |총 )?")
_MOST_BASES = 2
"""Among more figures the base may be any."""
_FAR = Decimal(5)
"""So many times off, the multiple is of something else."""
_FROM_TO = 40
"""So far before its multiple a figure stands at the most."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Multiples of a year's or a thing's figure that no figure of it in the article gives."""
    for sentence, at, times in multiples(sheet):
        yield from _held(sheet, sentence, at, times)


def _held(sheet: Sheet, sentence: Sentence, at: int, times: Quantity) -> Iterator[Hit]:
    line = sheet.at(sentence.start)
    found = _BASE.search(sentence.ahead(times, _FROM_TO))
    new = _multiplied(sentence, at) if found else None
    if found is None or new is None or line is None or line.article is None or _GOAL.search(found["base"][-_NEAR:]):
        return
    base = _JOINT.split(found["base"])[-1].strip()
    told = of_article(sheet, sheet.articles[line.article])
    own = next((one for one in of_line(sheet, line) if one.binding.figure.start == new.start), None)
    olds = {one.value: one for one in _bases(told, base, new, own) if one.value}
    worths = [(middle(given := quotient(new, old)), given, old) for old in olds.values()]
    if not 0 < len(olds) <= _MOST_BASES or any(follows(times, given) for _, given, _ in worths):
        return
    worth, _, old = min(worths, key=lambda one: abs(one[0] - (times.value or Decimal(0))))
    if worth > 1 and 1 / _FAR < worth / (times.value or Decimal(1)) < _FAR:
        message = Message(f"'{old.text}'의 {worth:.1f}배입니다.", f"it is {worth:.1f} times '{old.text}'.")
        yield Hit(times.start, times.end, message, ((new.start, new.end), (old.start, old.end)))


def _multiplied(sentence: Sentence, at: int) -> Quantity | None:
    """The figure that is so many times another: right behind, or the last one before; None for neither."""
    figures = sentence.figures
    if at + 1 < len(figures) and _WHICH_IS.fullmatch(sentence.between(figures[at], figures[at + 1])):
        return figures[at + 1]
    before = figures[at - 1] if at else None
    is_amount = before is not None and before.kind in ("money", "measure", "count") and before.bound in (None, "approx")
    return before if before and is_amount and figures[at].start - before.end < _FROM_TO else None


def _bases(told: list[Told], base: str, new: Quantity, own: Told | None) -> list[Quantity]:
    """The figures of the year or the thing that is named, those of the same measure where there are any."""
    year = _YEAR.search(base)
    name = without_particle(base.split()[-1]) if base else ""
    if year:
        wanted = str(full_year(year["year"]))
        named = [one for one in told if one.binding.year == wanted]
    else:
        named = [one for one in told if one.row == name or (not one.row and name in one.binding.nouns)]
        named = [one for one in told if base and _is_behind(one, base)] or named
    named = [
        one
        for one in named
        if one.binding.part not in ("change", "base")
        and same_unit(one.binding.figure, new)
        and one.binding.figure.value != new.value
    ]
    nouns = set(own.binding.nouns) if own else set()
    return [one.binding.figure for one in named if nouns & set(one.binding.nouns)] or [
        one.binding.figure for one in named
    ]


def _is_behind(told: Told, phrase: str) -> bool:
    """Does the figure stand behind the phrase, with no other one between, in a line?"""
    before = told.where.text[: max(0, told.binding.figure.start - told.where.start)]
    _, said, between = before.rpartition(phrase)
    return bool(said) and not told.row and not any(char.isdigit() for char in between)
