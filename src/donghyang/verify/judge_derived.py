"""Figures that a writer works out from figures of the source: a gap, a multiple, a sum, a length, another unit.

10.4%와 9.6%, "0.8%p 높다": no source prints the gap, and yet it stands on two figures that the source does print.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise

from donghyang.records import Quantity, Span
from donghyang.verify.case import Case, Judged
from donghyang.verify.derive import Setting, meets, worked_out
from donghyang.verify.judge_figures import Found

_MOST = 12
"""Figures of the text, and of the source beside them, that a gap or a sum is looked for among."""
_ROUGH = Decimal("0.05")
_IN_BRACKETS = re.compile(r" ?\( ?(?:약|즉|곧|=|≒)? ?$")
_MORE_THAN = re.compile("보다 ")
_GROWTHS = re.compile("증가율|증가폭|성장률|증가세|상승률|감소율|감소폭|상승폭|비중|비율|점유율|속도")
"""Shares that one is a multiple of another."""
_OUT_OF = re.compile(" ?(?:가운데|중(?:에서?)?) (?:무려 |약 )?")
"""Between a whole and its part: 열 곳 가운데 세 곳."""
_GAP = re.compile(
    "보다|앞당|격차|차이|차로|웃돌|밑돌|상회|하회|앞섰|앞서|뒤처|더 |초과|미달|"
    "이들|만큼|모두|합쳐|흑자|적자|단축|합치|합산|합계|도합|합하|합한|합친"
)
"""Words by a figure that is worked out of others: a gap or a sum."""
_MOVED = re.compile("[0-9][^ ]*에서 [^,]{1,20}(?:으로|로) (?:모두 |총 |약 )?$")
"""Before how much a thing has risen or fallen between two figures: 15곳에서 38곳으로 23곳 늘었다."""
_ROSE = re.compile(
    "[^，。；]{0,6}?(?:提升|提高|增长?加?|扩大|上升|下降|降低?|减少|跃升?|升|发展)[^，。；0-9]{0,2}[至到为成][^，。；0-9]{0,6}"
)
"""Between what a thing was and what it has become (从2020年的165万吨提升至目前的超过300万吨)."""
_FROM = re.compile("[从由自]")
_SHARE = re.compile("전체|비중|비율|차지|가운데| 중 |몫|점유")
"""Words by a figure that is a part of a whole."""
_PART = Decimal("2.5")
"""Points by which so many of so many may miss a share."""
_A_YEAR = "연평균"
_YEAR = 4
"""Characters of a year."""
_DAY = 10
"""Characters of a day in ISO 8601."""


def judge_derived(case: Case, support: dict[int, Found]) -> None:
    """Support figures that no source prints and that follow from figures which it does print."""
    for figure in case.sentence.quantities:
        if figure.start in support or figure.value is None:
            continue
        place = _both(case, figure, support)
        if place is None and not _known(case, figure):
            place = (
                _length(case, figure)
                or _converted(case, figure, support)
                or _part(case, figure, support)
                or _yearly(case, figure, support)
                or _risen(case, figure)
                or _worked_out(case, figure, support)
            )
        if place is not None:
            span = (figure.start, figure.end)
            case.judged = [one for one in case.judged if one.span != span or one.sure]
            case.hold(Judged("quantity", span, "supported", place))


def _known(case: Case, figure: Quantity) -> bool:
    """Whether a source has been found to say something of the figure itself."""
    span = (figure.start, figure.end)
    return any(one.span == span and (one.status == "supported" or one.sure) for one in case.judged)


def _both(case: Case, figure: Quantity, support: dict[int, Found]) -> Span | None:
    """둘 다, 셋 모두: the number of those that the sentence has just named, no figure of the source's."""
    whole = re.match(" (?:다|모두)(?![가-힣])", case.sentence.text[figure.end : figure.end + 4])
    return case.corpus.place_of(case.aligned[0]) if whole and case.aligned and figure.start not in support else None


def _length(case: Case, figure: Quantity) -> Span | None:
    """엿새 of 5월 25일부터 30일까지: the days of a span that the claim itself gives or that the source dates."""
    if figure.unit == "년":
        return _years(case, figure)
    if figure.unit != "일":
        return None
    told = {one.span: one.evidence for one in case.judged if one.kind == "date" and one.status == "supported"}
    spans = [(period, told.get((period.start, period.end))) for period in case.sentence.periods]
    spans += [
        (period, (period.start, period.end))
        for clause in case.clauses_of(case.aligned[:2])
        for period in clause.periods
    ]
    for period, place in spans:
        first, last = period.value or "", period.high or ""
        if place is not None and len(first) == len(last) == _DAY:
            days = (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days
            if figure.value in (days, days + 1):
                return place
    return None


def _years(case: Case, figure: Quantity) -> Span | None:
    """4년 만에 of 从2020年…到2024年: the years between two that a sentence has."""
    for number in case.aligned[:2]:
        stated = [period for clause in case.corpus.clauses_of(number) for period in clause.periods]
        ends = [(text[:4], one) for one in stated for text in (one.value or "", one.high or "")]
        years = {int(year): one for year, one in ends if year.isdigit()}
        for first, last in combinations(sorted(years), 2):
            if last - first == figure.value:
                return years[last].start, years[last].end
        spans = [one for one in stated if len(one.value or "") == len(one.high or "") == _YEAR]
        for one in spans if case.sentence.text.startswith("간", figure.end) else ():
            if int(one.high or 0) - int(one.value or 0) + 1 == figure.value:
                return one.start, one.end
    return None


def _converted(case: Case, figure: Quantity, support: dict[int, Found]) -> Span | None:
    """1,000억 근(약 5,000만 톤): the same amount in another unit, in brackets behind a figure of the source."""
    for found_at, found in support.items():
        first = next((one for one in case.sentence.quantities if one.start == found_at), None)
        if first is None or not _IN_BRACKETS.fullmatch(case.sentence.text[first.end : figure.start]):
            continue
        mine, theirs = _in_base(figure), _in_base(found.quantity)
        if mine and theirs and mine[1] == theirs[1] and abs(mine[0] - theirs[0]) <= _ROUGH * theirs[0]:
            return found.quantity.start, found.quantity.end
    return None


def _part(case: Case, figure: Quantity, support: dict[int, Found]) -> Span | None:
    """스무 명 가운데 열아홉 명, of a share that the sentences near by have (95%): both figures stand on it."""
    for whole, part in pairwise(case.sentence.quantities):
        if (
            figure.start not in (whole.start, part.start)
            or whole.start in support
            or whole.kind != part.kind
            or not whole.value
        ):
            continue
        if part.value and _OUT_OF.fullmatch(case.sentence.text, whole.end, part.start):
            share = replace(part, kind="percent", unit="%", value=part.value * 100 / whole.value)
            for clause in case.clauses_of(case.aligned[:2]):
                for one in clause.quantities:
                    if one.kind == "percent" and _shares(share, one):
                        return one.start, one.end
    return None


def _yearly(case: Case, figure: Quantity, support: dict[int, Found]) -> Span | None:
    """연평균 1,300억 위안 of 5,200억 위안 in 4년: a sum of the source by the years that the text counts."""
    own = case.sentence.text[: figure.start].rstrip()
    if not own.endswith(_A_YEAR):
        return None
    years = [one.value for one in case.sentence.quantities if one.unit == "년" and one.value]
    for whole in case.sentence.quantities:
        found = support.get(whole.start)
        sum_ = whole.value if found and whole.unit == figure.unit else None
        if found and sum_ and any(meets(figure, sum_ / count) for count in years):
            start = len(own) - len(_A_YEAR)
            case.judged = [one for one in case.judged if one.span != (start, len(own))]
            return found.quantity.start, found.quantity.end
    return None


def _shares(part: Quantity, share: Quantity) -> bool:
    """Whether so many of so many are a share: nearly it, or a little below where the part is gone beyond."""
    if part.value is None or share.value is None or share.unit != "%":
        return False
    beyond = share.value - part.value
    if part.bound in (">", ">="):
        return 0 <= beyond <= _PART
    return abs(beyond) <= _PART and (part.bound not in ("<", "<=") or beyond <= 0)


def _in_base(figure: Quantity) -> tuple[Decimal, str] | None:
    """A figure in the base unit of its kind; None for a unit that has none."""
    if figure.si is not None and figure.si_unit is not None:
        return figure.si, figure.si_unit
    return None


def _risen(case: Case, figure: Quantity) -> Span | None:
    """1.8배 of 从165万吨提升至超过300万吨: what a thing is of what it was, in a clause that says both."""
    if figure.kind != "multiple":
        return None
    for clause in case.clauses_of(case.near):
        for one, other in pairwise(clause.quantities):
            rose = _FROM.search(case.corpus.text, clause.start, one.start) and _ROSE.fullmatch(
                case.corpus.text, one.end, other.start
            )
            alike = (one.kind, one.unit) == (other.kind, other.unit)
            if rose and alike and one.value and other.value and meets(figure, other.value / one.value):
                return one.start, other.end
    return None


def _worked_out(case: Case, figure: Quantity, support: dict[int, Found]) -> Span | None:
    """Gap, ratio, share or sum of figures of the source, of which the claim has one too, or which it compares."""
    mine = [found.quantity for found in support.values()]
    seats = {case.corpus.clauses[found.clause].sentence for found in support.values()}
    start, end = case.sentence.segment_at(figure.start)
    text = case.sentence.text
    if not mine and _MORE_THAN.search(text, case.sentence.start, figure.start):
        seats = set(case.aligned[:1])
        mine = [one for seat in seats for clause in case.corpus.clauses_of(seat) for one in clause.quantities]
    around = sorted({at for seat in seats for at in (seat, *case.corpus.before(seat, 1), *case.corpus.behind(seat))})
    others = [one for seat in around for clause in case.corpus.clauses_of(seat) for one in clause.quantities]
    said = Setting(
        _GAP.search(text, start, end) is not None or _MOVED.search(text, start, figure.start) is not None,
        _SHARE.search(text, start, end) is not None,
        _GROWTHS.search(case.sentence.printed) is not None,
    )
    base = worked_out(figure, mine[:_MOST], others[:_MOST], said)
    return None if base is None else (base.start, base.end)
