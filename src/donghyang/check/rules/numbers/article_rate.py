"""비율이나 배수가 기사의 어느 수에서도 나오지 않습니다. | A rate that no figure of its article gives.

왜: 비중과 배수, 증감률의 나머지 수는 같은 기사의 줄이나 표에 있다. 어느 수로 셈해도 나오지 않고 한 글자만 고치면 나오는
비율은 잘못 적은 것이다.
Why: The other operand of a share, a multiple or a change stands in the article, in a line or a table. A rate that no
figure gives, and that one would give but for a slip, is a slip.
Bad:
  01
  시험 시설 현황
  ■ 시험 시설은 모두 320곳(3.2)
  - 서부는 80곳으로 15%
Good:
  01
  시험 시설 현황
  ■ 시험 시설은 모두 320곳(3.2)
  - 서부는 80곳으로 25%
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from donghyang.check.figures.likeness import likeness
from donghyang.check.figures.operands import Range, follows, middle, quotient, rise, rounded, same_unit, shown_as
from donghyang.check.rule import Hit
from donghyang.check.rules.numbers._attached import Attached, Way, attached
from donghyang.check.rules.numbers._sentences import is_amount
from donghyang.check.rules.numbers._ways import PLAIN
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.once import once_a_sheet
from donghyang.check.sheet.sheet import Sheet
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "article-rate"
CLASS = "ratio"
SEVERITY = "warning"

_SURE = 5.0
"""So much likelier a slip than another rate: one digit of two or more, or two exchanged. Of 1,300 rates in 90 reports
as outsiders wrote them 1 is so near to what a figure of its article gives, and given by none."""
_MOST = 400
"""Among more figures of one article any rate is given by some."""
_HIGHEST = 1000
"""No change in per cent is higher."""
_ROUGH = Decimal("0.15")
"""As a share of it: what is called a quarter or a half may be so much off."""
_ALIKE = Decimal("0.015")
"""As a share of it: so far may lie apart what two parts and their shares give for the whole."""
_FRACTION = lazily(r"[0-9]+분의|절반|반$")
_BEFORE = lazily(
    rf"(?:{tables.either('donghyang.check', 'former')}|{tables.either('donghyang.check', 'years_before')}"
    r"|[0-9](?:년|개월|주) 전)[^.;]{0,40}$"
)
_FROM = lazily(r"[)）]?(?:에서|으?로부터|이던|였던|이었|였)")
"""In front of a figure or behind it, that it is of an earlier time."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Rates beside a figure that nothing in the article bears out, and that one figure of it gives but for a slip."""
    for told in attached(sheet):
        line = sheet.at(told.figure.start)
        assert line is not None
        assert line.article is not None
        figures = _figures(sheet)[line.article]
        if len(figures) > _MOST:
            continue
        others = [one for one in figures if one.start != told.figure.start and same_unit(one, told.figure)]
        if _is_borne(told, others) or _is_in_proportion(told, figures):
            continue
        found = [(one, worth) for one in others if _is_called(sheet, one, told) for worth in _worths(told, one)]
        yield from _slipped(told, found)


def _is_called(sheet: Sheet, other: Quantity, told: Attached) -> bool:
    """Does the other figure's line hold the word that the rate names its base by (the 르자오 of 르자오의 3.6배)?

    What something has risen from is told in a sentence that says so; a cell is of another row.
    """
    line = sheet.at(other.start)
    if line is None:
        return False
    if told.way in ("rise", "fall"):
        at = other.start - line.start
        if line.part == "cell" or not (
            _BEFORE.search(line.text[:at]) or _FROM.match(line.text, other.end - line.start)
        ):
            return False
    return not told.base or told.base in line.text


@once_a_sheet
def _figures(sheet: Sheet) -> list[list[Quantity]]:
    return [_of(sheet, article) for article in sheet.articles]


def _of(sheet: Sheet, article: ArticleLines) -> list[Quantity]:
    """The amounts and rates of an article's lines and cells."""
    figures = sheet.figures_of(article.passages)
    return [one for one in figures if one.value and one.high is None and one.kind != "rank"]


def _ranges(way: Way, figure: Quantity, other: Quantity) -> Iterator[Range]:
    """What a figure and another give for a rate, by every way of reckoning that writers use."""
    if way == "times":
        for low, high in (quotient(figure, other), quotient(other, figure)):
            yield low, high
            yield low - 1, high - 1
        return
    yield quotient(figure, other, 100)
    for low, high in (rise(figure, other), rise(other, figure)):
        yield low, high
        yield -high, -low
    if way != "share":
        yield quotient(other, figure, 100)


def _is_borne(told: Attached, others: Sequence[Quantity]) -> bool:
    for other in others:
        for worth in _ranges(told.way, told.figure, other):
            if follows(told.rate, worth) or _is_about(told.rate, worth):
                return True
    return False


def _is_about(rate: Quantity, worth: Range) -> bool:
    """Does a fraction tell it roughly: a third of 31.6 %?"""
    value = rate.value or 0
    return _FRACTION.match(rate.text) is not None and abs(middle(worth) - value) <= _ROUGH * value


def _is_in_proportion(told: Attached, figures: Sequence[Quantity]) -> bool:
    """Is a share to its figure as another of the article is to its own, the whole left untold?"""
    if told.way != "share" or not told.figure.value:
        return False
    for one, other in pairwise(figures):
        part, share = (one, other) if other.unit == "%" else (other, one)
        if share.unit != "%" or share.start == told.rate.start or not (is_amount(part) and share.value and part.value):
            continue
        worth = told.figure.value / part.value * share.value if same_unit(part, told.figure) else Decimal(0)
        if worth and follows(told.rate, (worth * (1 - _ALIKE), worth * (1 + _ALIKE))):
            return True
    return False


def _worths(told: Attached, other: Quantity) -> Iterator[Decimal]:
    """What the rate must be if the other figure is the one it is reckoned from."""
    if not is_amount(other) or other.unit in PLAIN or other.value == told.figure.value:
        return  # the figure itself, told once more, is no base of its own
    if told.way == "times":
        worths = [middle(quotient(told.figure, other)), middle(quotient(other, told.figure))]
        yield from (worth for worth in worths if (worth > 1) == ((told.rate.value or 0) > 1))
        return
    worth = middle(
        quotient(told.figure, other, 100)
        if told.way == "share"
        else rise(told.figure, other, 1 if told.way == "rise" else -1)
    )
    if 0 < worth < (100 if told.way == "share" else _HIGHEST):
        yield worth


def _slipped(told: Attached, found: Sequence[tuple[Quantity, Decimal]]) -> Iterator[Hit]:
    """The rate, where one of the figures gives it but for a slip: the likeliest, of several the nearest."""
    weighed = [(likeness(told.rate, rounded(worth, told.rate)), one, worth) for one, worth in found]
    near = [one for one in weighed if one[0] >= _SURE]
    if near:
        _, other, worth = max(near, key=lambda one: (one[0], -abs(one[1].start - told.figure.start)))
        figure = shown_as(worth, told.rate)
        message = Message(f"'{other.text}'(으)로 셈하면 {figure}입니다.", f"with '{other.text}' it is {figure}.")
        yield Hit(
            told.rate.start,
            told.rate.end,
            message,
            ((told.figure.start, told.figure.end), (other.start, other.end)),
        )
