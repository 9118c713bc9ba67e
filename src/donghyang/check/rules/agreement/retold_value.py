"""옮긴 수가 기사에서 같은 것을 말하는 수와 다릅니다. | A retold figure is another than the article has for the same.

왜: '2027년 매출 520억'이라 옮긴 수가 본문에서는 2024년의 수이고 2027년은 650억이면 옮기면서 바뀐 것이다.
Why: Where the article has the retold figure for another year, or another figure for the same thing, one is wrong.
Bad:
  01
  가온시, 2027년 양식장 매출 520억 위안 목표
  ■ 가온시는 양식 산업 계획을 발표함(3.2)
  - 양식장 매출을 2024년 520억 위안에서 2027년 650억 위안으로 확대
Good:
  01
  가온시, 2027년 양식장 매출 650억 위안 목표
  ■ 가온시는 양식 산업 계획을 발표함(3.2)
  - 양식장 매출을 2024년 520억 위안에서 2027년 650억 위안으로 확대
Options: 없음 (none)
"""

from __future__ import annotations

from collections.abc import Iterator

from donghyang.check.figures.likeness import is_slip_of
from donghyang.check.figures.meant import is_cut_short, is_rounded, is_share_of, is_spanned
from donghyang.check.figures.told import PER, Told, are_apart, is_aside, of_article, of_line
from donghyang.check.figures.wording import is_total
from donghyang.check.rule import Hit
from donghyang.check.rules.agreement._worked_out import is_worked_out
from donghyang.check.sheet.grids import is_whole
from donghyang.check.sheet.sheet import Sheet
from donghyang.check.sheet.summary import retellings
from donghyang.facts.compare import agrees, comparable
from donghyang.facts.slips import one_slip_apart
from donghyang.language import tables
from donghyang.language.patterns import lazily
from donghyang.records import Message, Quantity

ID = "retold-value"
CLASS = "headline-body"
SEVERITY = "warning"

_GENERAL = frozenset(tables.words(__package__, "general_measures"))
_FEW = 10
"""Of fewer things a text often counts some: 6개 권역, 2개 권역. One off is a slip."""
_TIMES_FEW = 10
"""So many times as many as those few, a count is of the whole of which they are some: 전국 120개, 그중 5개."""
_ORDINAL = lazily(r"(?<!\d)(\d{1,2})(?:차|기|단계|회차)\s[^0-9]{0,12}$")
"""Before the figure: of which round or stage it is said."""
_ASIDE = ("start", "base")
_MEAN = lazily(r"(?<!연)평균[^0-9]{0,10}$")
_EACH = lazily(r"(?:각각|각|마다)[^0-9]{0,6}$")
"""Before a figure, what says that it is of one of several."""
_ENOUGH = 2
"""Words that two measures share, to be the same."""
_PARTICLE = 4
"""So much may stand between a word and its figure: a particle, a space and 약."""
_LONG = 3
"""Letters of a word that tells enough where it is the nearest to both figures."""


def find(sheet: Sheet) -> Iterator[Hit]:
    """Figures of headlines, leads and summaries beside those of the article with the same measure and time."""
    for line, article in retellings(sheet, "headline", "lead"):
        told = [one for one in of_article(sheet, article) if one.where is not line]
        theirs = [one for one in told if one.where.part != "headline"]
        above = {(one.binding.figure.value, one.binding.figure.unit) for one in told if one.where.part == "headline"}
        own = of_line(sheet, line)
        for mine in own:
            if line.part == "lead" and (mine.binding.figure.value, mine.binding.figure.unit) in above:
                continue  # headline and lead have it: what the body has is another's
            dated_start = mine.binding.part == "start" and mine.binding.time is not None
            is_value = (mine.binding.part not in _ASIDE or dated_start) and not is_aside(mine)
            if mine.binding.nouns and is_value and mine.binding.figure.unit != "대":
                hits = _held(sheet, mine, theirs, own)
                yield from (hit for hit in hits if not is_worked_out(sheet, mine.binding.figure, line, article))


def _held(sheet: Sheet, mine: Told, theirs: list[Told], own: list[Told]) -> Iterator[Hit]:
    figure = mine.binding.figure
    if figure.value is None:
        return
    named = _named(mine, theirs)
    same = [other for other in theirs if _may_be_meant(mine, other, named[id(other.rows)])]
    if any(_is_told(sheet, figure, one.binding.figure) and _is_said(mine, one) for one in same):
        return
    if is_cut_short(figure, told := [one.binding.figure for one in theirs]) or is_spanned(figure, told):
        return
    known = any(one.binding.figure.value == figure.value for one in theirs)
    alike = [(_shared(mine, other, known=known), other) for other in same]
    best = max((shared for shared, _ in alike), default=0)
    meant = [other for shared, other in alike if shared == best]
    meant = [other for other in meant if _is_named_beside(other, mine)] or meant
    if best < _ENOUGH or len({other.binding.figure.value for other in meant}) != 1:
        return
    other = meant[0].binding.figure
    if other.value is None:
        return
    is_rise = mine.binding.part == "end" and _is_gap(figure, meant[0], theirs)
    if not (is_rise or is_slip_of(figure, other) or _is_of_another_time(mine, meant[0], theirs)):
        return  # two things of one short name: 지름 40m 안테나, 지름 500m 망원경
    if _shared(mine, meant[0], known=True) < _ENOUGH and not one_slip_apart(figure, other):
        return
    if (
        any(agrees(one.binding.figure, other) for one in own)
        or _is_part(figure, other)
        or _EACH.search(_before(meant[0]))
        or _is_sum(figure, meant[0], theirs)
        or (mine.binding.part != "end" and _is_gap(figure, meant[0], theirs))
        or is_share_of(figure, [one.binding.figure for one in theirs if one.where is meant[0].where])
    ):
        return  # the line retells that one too, or the other counts some of its things
    message = Message(f"본문에는 '{other.text}'입니다.", f"the article has '{other.text}'.")
    yield Hit(figure.start, figure.end, message, ((other.start, other.end),))


def _is_told(sheet: Sheet, figure: Quantity, other: Quantity) -> bool:
    return agrees(figure, other).holds or is_rounded(sheet, figure, other)


def _is_of_another_time(mine: Told, other: Told, theirs: list[Told]) -> bool:
    """Has the article the figure for another time than the one that the line tells, for which it has the other?"""
    time, figure = mine.binding.time, mine.binding.figure
    if time is None or time != other.binding.time or figure.kind == "rank":
        return False
    elsewhere = [
        one for one in theirs if one.binding.figure.value == figure.value and one.binding.time not in (None, time)
    ]
    return any(comparable(figure, one.binding.figure) for one in elsewhere)


def _is_part(figure: Quantity, other: Quantity) -> bool:
    assert figure.value is not None
    assert other.value is not None
    if figure.kind != "count" or abs(figure.value - other.value) == 1:
        return False
    return figure.value < _FEW or (other.value < _FEW and figure.value >= _TIMES_FEW * other.value)


def _is_sum(figure: Quantity, other: Told, theirs: list[Told]) -> bool:
    """Do figures that follow one another in the other's line add up to it: 312종과 166종 are 478종?"""
    start = other.where.start
    line = [one.binding.figure for one in theirs if one.where is other.where]
    parts = [one for one in line if not is_total(other.where.text, one.start - start)]
    values = [one.value or 0 for one in parts if one.unit == figure.unit]
    return any(sum(values[at : at + run]) == figure.value for run in range(2, _PARTS + 1) for at in range(len(values)))


def _is_gap(figure: Quantity, other: Told, theirs: list[Told]) -> bool:
    """Is it by how much what is meant grew: 12곳을 새로 지음, where the table goes from 8 to 20?"""
    same = [one.binding.figure for one in theirs if one.binding.nouns == other.binding.nouns]
    value = other.binding.figure.value or 0
    return any(value - (one.value or 0) == figure.value for one in same)


_PARTS = 8
"""Of so many a line may make up a whole."""


def _is_named_beside(told: Told, mine: Told) -> bool:
    """Does just the nearest word of `mine` stand beside the figure, and not before another one that shares it?"""
    noun = told.binding.nouns[-1] if told.binding.nouns else ""
    same = bool(noun) and noun == mine.binding.nouns[-1]
    return same and not told.row and noun in _before(told)[-len(noun) - _PARTICLE :]


def _is_said(mine: Told, other: Told) -> bool:
    """May the article's figure be what the line retells: the same unit, or a word of the same measure?"""
    return mine.binding.figure.unit == other.binding.figure.unit or bool(_shared(mine, other, known=True))


def _shared(mine: Told, other: Told, *, known: bool) -> int:
    """How many words two measures share. General ones count once beside a telling one. The same nearest word counts for
    two where it is long, where both are of one stated time, or where the article has the figure nowhere (`known`)."""
    ours, theirs = mine.binding.nouns, other.binding.nouns
    same = {word for word in ours if any(_alike(word, one) for one in theirs) and not word.endswith(PER)}
    telling = len(same - _GENERAL)
    if not telling:
        return 0
    dated = mine.binding.time is not None and mine.binding.time == other.binding.time
    last = ours[-2:] if dated else ours[-1:]  # 2027년까지 거래소 36곳의 상품
    nearest = any(word in same - _GENERAL and _alike(word, theirs[-1]) for word in last)
    return telling + bool(same & _GENERAL) + (nearest and (dated or not known or len(ours[-1]) >= _LONG))


def _alike(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    return short == long or (len(short) > 1 and long.endswith(short)) or (len(short) >= _LONG and long[:-1] == short)


def _is_mean(told: Told) -> bool:
    """Does the line, or the row of its table, call the figure an average?"""
    return _MEAN.search(_before(told)) is not None or "평균" in told.binding.nouns or "평균" in told.row


def _before(told: Told) -> str:
    """What stands in its line before the figure."""
    return told.where.text[: max(0, told.binding.figure.start - told.where.start)]


def _are_apart(mine: Told, other: Told) -> bool:
    """Is one of another round than the other: 1차 32개, 2차 63개?"""
    rounds = [found[1] for told in (mine, other) if (found := _ORDINAL.search(_before(told)))]
    return len(set(rounds)) > 1


def _named(mine: Told, theirs: list[Told]) -> dict[int, set[str]]:
    """The rows that the line names, of each table, by the identity of its row names: a table has them once."""
    tables_of = {id(other.rows): other.rows for other in theirs}
    return {at: {row for row in rows if len(row) > 1 and row in mine.where.text} for at, rows in tables_of.items()}


def _may_be_meant(mine: Told, other: Told, named: set[str]) -> bool:
    """May two figures be said of one thing: units, times and parts in a change do not speak against it, nor a cell of
    a row that the line does not name beside one that it names?"""
    one, two = mine.binding, other.binding
    if not comparable(one.figure, two.figure) or (one.time and two.time and one.time != two.time):
        return False
    starts = one.part == two.part == "start" and one.time == two.time
    if (
        (not starts and (one.part in _ASIDE or two.part in _ASIDE))
        or is_aside(other)
        or (one.part == "change") != (two.part == "change")
    ):
        return False
    if _is_mean(mine) != _is_mean(other) or _are_apart(mine, other) or are_apart(mine, other):
        return False
    return not named or other.row in named or is_whole(other.row)
