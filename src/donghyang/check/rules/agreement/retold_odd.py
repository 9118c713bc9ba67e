"""같은 것을 되풀이한 줄 가운데 하나만 수가 다릅니다. | Of the lines that repeat one thing, one has another number.

왜: 목차, 요약, 제목, 리드는 한 기사를 되풀이한다. 같은 말 앞뒤의 수가 한 곳에서만 다르면 옮기다 바뀐 것이다.
Why: Contents, summary, headline and lead repeat an article; the one number that differs there has slipped.
Bad:
  01
  가온시, 조선학원 6개교 추가 지정
  ■ 가온시는 조선학원 등 5개교를 추가로 지정하고 지원금을 늘림(3.2)
  - 조선학원 5개교는 내년부터 신입생을 뽑음
Good:
  01
  가온시, 조선학원 5개교 추가 지정
  ■ 가온시는 조선학원 등 5개교를 추가로 지정하고 지원금을 늘림(3.2)
  - 조선학원 5개교는 내년부터 신입생을 뽑음
Options: 없음 (none)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from donghyang.check.figures.likeness import is_slip_of
from donghyang.check.figures.meant import is_rounded
from donghyang.check.figures.operands import is_conversion, is_cut
from donghyang.check.figures.told import may_be_one
from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._statements import is_of_some
from donghyang.check.sheet.articles import ArticleLines
from donghyang.check.sheet.grids import is_whole
from donghyang.check.sheet.passages import BODY, Passage
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import fronted, summarised
from donghyang.facts.compare import agrees
from donghyang.facts.slips import one_slip_apart, significant
from donghyang.language.nearness import pairs
from donghyang.language.particles import JOSA, without_particle
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "retold-odd"
CLASS = "headline-body"
SEVERITY = "warning"

_BEFORE = lazily(r"(?P<word>[가-힣A-Za-z]{2,12})\s?(?:약|총|최대|최소|모두|전체|각각|각)?\s?$")
_BEHIND = lazily(r"(?:간|씩)?\s?(?P<word>(?!에서)[가-힣]{2,10})")
_PARTICLE = lazily(JOSA)
_REACH = 20
_OFTEN = 2
"""In so many other lines a number stands, to be the right one whatever the odd one looks like."""
_ALIKE = 0.5
"""The share of pairs of letters that an entry of the contents page has in common with its headline."""
_APART = ("summary", "contents")
"""Pages away from the article: where one line stands against one, both places are shown."""
_ANYTHING = "개"
"""The counter of all things: how often a number stands before it tells nothing."""
_MOST = 100
"""Figures of one article's headline, lead, summary and line of contents; a weekly tells a dozen there."""
_LONGEST = 200
"""Lines of a contents page; a weekly has a tenth of them."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A figure, and the words on both sides of it."""

    figure: Quantity
    line: Passage
    before: str
    behind: str


@dataclass(frozen=True, slots=True)
class _Article:
    """What an article says, its retellings included."""

    said: list[_Said]
    """The figures of its lines, those of the retelling lines first."""
    figures: list[Quantity]
    """Those of its lines and tables."""

    def others(self, mine: _Said) -> list[_Said]:
        """What the other lines say beside the same words."""
        return [one for one in self.said if one.line is not mine.line and _is_same(mine, one)]

    def times(self, mine: _Said) -> int:
        """How often the figure stands there."""
        told = (*self.figures, *(one.figure for one in self.said))
        return len({one.start for one in told if _key(one) == _key(mine.figure)})

    def lines(self, mine: _Said) -> int:
        """How many lines say the figure beside one of its words."""
        return len(
            {one.line.start for one in self.said if _key(one.figure) == _key(mine.figure) and _is_same(one, mine)}
        )

    def retells_both(self, mine: _Said, other: _Said) -> bool:
        """Does the line of the one have the other's figure too?"""
        return any(one.line is mine.line and _key(one.figure) == _key(other.figure) for one in self.said)


def _key(figure: Quantity) -> tuple[Decimal | None, str | None, str | None]:
    return figure.value, figure.unit, figure.bound


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures of retelling lines that all others beside the same words contradict."""
    retold: dict[int, list[Passage]] = {}
    above = {line.start: (line, owner) for line, owner in (*summarised(sheet), *fronted(sheet), *_contents(sheet))}
    for line, owner in above.values():
        retold.setdefault(owner.index, []).append(line)
    for lines in sheet.articles:
        top = [*retold.get(lines.index, ()), *lines.of("headline", "lead")]
        told = [one for line in top for one in _said(sheet, line)]
        below = [one for line in lines.of(*BODY) if line.part != "cell" for one in _said(sheet, line)]
        article = _Article([*told, *below], list(sheet.figures_of(lines.passages)))
        blamed: set[int] = set()
        for mine in told[:_MOST]:
            other = _contradicting(article, mine)
            if other is not None and not _may_have_slipped(sheet, mine, other):
                continue
            if other is not None and other.figure.start not in blamed:
                if mine.line.part not in _APART:
                    blamed.add(mine.figure.start)
                figure, right = mine.figure, other.figure
                message = Message(f"다른 줄에는 '{right.text}'입니다.", f"other lines have '{right.text}'.")
                yield Hit(figure.start, figure.end, message, ((right.start, right.end),))


def _contradicting(article: _Article, mine: _Said) -> _Said | None:
    """What the other lines have instead, all alike; None where they may mean something else, or `mine` is right."""
    others = article.others(mine)
    if len({one.figure.value for one in others}) != 1 or any(agrees(mine.figure, one.figure) for one in others):
        return None
    other = others[0]
    if article.retells_both(mine, other) or article.lines(mine) > article.lines(other):
        return None
    times = article.times(mine)
    if times > article.times(other) and mine.figure.unit != _ANYTHING:
        return None
    return other if _is_sure(mine, others, alone=times == 1) else None


def _may_have_slipped(sheet: Sheet, mine: _Said, other: _Said) -> bool:
    """May the one be a slip of the other, or stands it between the same words, both of one time, neither loosely?"""
    a, b = mine.figure, other.figure
    both = may_be_one(sheet, a, b) and may_be_one(sheet, b, a) and not is_rounded(sheet, a, b)
    return both and (is_slip_of(a, b) or (_is_behind(mine, other) and _is_before(mine, other)))


def _contents(sheet: Sheet) -> Iterator[tuple[Passage, ArticleLines]]:
    """Each line of the contents page with the article whose headline it repeats."""
    heads = [(pairs(head.text), article) for article in sheet.articles if (head := article.first("headline"))]
    for line in islice(sheet.of({"contents"}), _LONGEST):
        mine = pairs(line.text)
        best = max(heads, key=lambda head: len(mine & head[0]), default=None)
        if best and len(mine & best[0]) > _ALIKE * len(best[0]):
            yield line, best[1]


def _said(sheet: Sheet, line: Passage) -> Iterator[_Said]:
    figures = sheet.quantities_in(*line.span)
    for last, figure in zip([None, *figures], figures, strict=False):
        if figure.value is None or figure.kind in ("number", "rank") or figure.high is not None:
            continue
        if is_cut(sheet, figure):
            continue
        if sheet.text.startswith("에서", figure.end) or (last is not None and is_conversion(sheet, last, figure)):
            continue
        ahead = sheet.text[max(line.start, figure.start - _REACH) : figure.start]
        before = None if is_of_some(sheet, figure) else _BEFORE.search(ahead)
        behind = _BEHIND.match(sheet.text, figure.end, min(line.end, figure.end + _REACH))
        yield _Said(figure, line, _noun(before), _noun(behind))


def _noun(found: re.Match[str] | None) -> str:
    """The word without its particle; "" for none, for a particle alone, and for the whole that any share is of."""
    noun = without_particle(found["word"]) if found and not _PARTICLE.fullmatch(found["word"]) else ""
    return "" if is_whole(noun) else noun


def _is_same(one: _Said, other: _Said) -> bool:
    """Do the same words stand on one side of both, and none that speak against it on the other?"""
    a, b = one.figure, other.figure
    if a.unit != b.unit or a.kind != b.kind or (a.bound or "approx") != (b.bound or "approx"):
        return False
    return _is_behind(one, other) or _is_before(one, other)


def _is_sure(mine: _Said, others: list[_Said], *, alone: bool) -> bool:
    """Are the words on both sides the same, do several lines contradict it, or is it hardly another number?"""
    other = others[0].figure
    if any(_is_behind(mine, one) and _is_before(mine, one) for one in others):
        return True
    if len({one.line.start for one in others}) >= _OFTEN:
        return alone
    if significant(mine.figure.text) > 1:
        return alone and one_slip_apart(mine.figure, other)
    gap = abs((mine.figure.value or 0) - (other.value or 0))
    return gap == 1 and (alone or any(_is_behind(mine, one) for one in others))


def _is_behind(one: _Said, other: _Said) -> bool:
    return bool(one.behind) and one.behind == other.behind


def _is_before(one: _Said, other: _Said) -> bool:
    short, long = sorted((one.before, other.before), key=len)
    return bool(short) and long.endswith(short)
