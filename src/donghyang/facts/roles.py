"""What part a figure plays in its clause, where it is not the value that the clause is about.

A start (60기에서 240기로), the change beside an end (3,000억 위안으로 25% 늘리고), a mark of the thing counted (매출
1억 위안 이상인 기업을 20개), what a thing is now or how many times (40만 개인 랙을 2배인 80만 개로), the base of a rate
(1GWh당), what each is given, what is put in (50억 위안을 투입해) or what it takes to get there (매년 9%씩 성장해야), a
conversion in brackets.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from donghyang.language import tables
from donghyang.language.patterns import lazily

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.records import Quantity

BRACKET = r"(?:\s?[(（][^()（）\n]{1,40}[)）])?"
"""A conversion or note that may stand right behind a figure."""
CHANGED_FROM = lazily(rf"{BRACKET}\s?(?:수준)?에서\s")
CHANGED_TO = lazily(rf"{BRACKET}\s?(?:이상|이하|수준|규모|안팎|내외)?(?:으로|로|까지)(?=[\s,.)…]|$)")
_CHANGE_BESIDE = lazily(
    rf"{BRACKET}\s?(?:이상|이하|수준|규모)?(?:으로|로)\s(?:[가-힣]{{1,5}}[어여려춰켜해]\s)?"
    r"(?:[^\s,]{0,8}\s?[말초]?(?:[(（][^()（）]{1,16}[)）])?(?:보다|대비)\s)?(?:약\s|총\s|각각\s)?"
)
_TIMES_BESIDE = lazily(
    rf"{BRACKET}\s?(?:이상|수준|규모)?(?:으로|로|까지)\s[^,\n]{{0,8}}[어여려춰켜해]\s[^,\n]{{1,30}}(?:의|보다|대비)\s(?:약\s)?"
)
"""Between an end and how many times something else it is: 10만 대로 늘려 '23년의 (5배)."""
_OF_TIMES = lazily(rf"{BRACKET}의\s(?:약\s)?[0-9.]+배")
_CHANGE_UNITS = frozenset(("%", "%p", "배"))
_BEING = lazily(rf"{BRACKET}인\s(?:[^,\n]{{1,30}}?[을를]\s)?(?:(?:현재의?|약|총|최대|각각)\s)?['’‘]?[0-9]")
"""Behind a figure that tells what the thing to be changed is now, or how many times the figure behind it is."""
_EACH = lazily(r"[가-힣](?:당|마다)\s(?:(?:평균|최대|연간|매년|연|월|약|각각)\s)?$")
_GIVEN = lazily(
    rf"{BRACKET}\s?(?:씩|까지|한도로?)?(?:을|를|의\s[가-힣]{{2,4}}[을를])?\s?(?:지원|지급|보조|제공|배정|장려|환급|투입|투자)"
)
"""Around a figure that tells how much each is given: 과제당 평균 300만 위안을 지원."""
_FROM_ZH = lazily(r"[由从]\S{0,12}$")
_MARKS = lazily(
    r"(?:(?P<above>[을를]\s(?:넘|초과하|웃돌|웃도|상회하)는|에\s(?:이르|달하)는)|(?P<grade>\s?급(?:의|인)?|\s규모의)?(?:인|의|이?되는)?)"
    r"\s(?P<noun>[가-힣A-Za-z]+)"
)
_SCOPE = lazily(r"\s(?:[가-힣A-Za-z]+\s)?[가-힣A-Za-z]+(?:에서|에|별로|으로 나눠)\s")
_PLACES = lazily(r"\s[가-힣]{1,6}의\s(?:[가-힣A-Za-z]+\s){1,2}")
"""Between a count and what is counted there: 5개 시의 해양목장 120곳."""
_WHERE = lazily(r"\s[가-힣A-Za-z]+(?:\s[가-힣A-Za-z]+)?에서\s")
"""Behind a count of places where something is done: 10개 데이터센터에서 시험 운용."""
_EACH_GIVEN = lazily(rf"{BRACKET}씩\s[^\n]{{0,40}}?(?:지원|지급|보조|제공|배정|장려|환급)")
_TO_ONE = lazily(r"\s?(?:에게?|당|마다)\s")
"""Behind a single one to whom something is given: 신입생 한 명에."""
_SERVED = lazily(rf"의\s(?:[가-힣]+\s){{0,2}}[가-힣]+[을를]\s(?:{tables.either(__package__, 'serving')})")
"""Behind a count of those that a goal serves: 전기차 8,000만 대의 충전 수요를 뒷받침."""
_DOERS = lazily(r"\s[가-힣]{1,6}(?:[한된]|[하되]는)\s[가-힣]{2,10}(?:에|에게|에는|을|를)\s")
"""Behind a bound, those whom it picks out: 5억 위안 이상 투자한 기업에."""
_PARTED = lazily(r"[,，、;△]|\s·\s|및|[와과고며]\s")
_REACHED = lazily("달성|실현|확보|유지|도달|제고|확대|축소|절감|감축|보장|이상|이하")
PER = lazily(r"\s?(?:당|마다)(?=[\s,])")
"""Behind the base of a rate: 1GWh당, 가구마다."""
_PUT_IN = lazily(
    rf"{BRACKET}\s?(?:이상|규모)?(?:을|를)?\s?(?:투입|들[여이]|(?:투자|출자|출연|집행)(?:해|하여)(?=[\s,]))"
)
_TAKES = lazily(r"\s?(?:씩\s?|의\s?)?[가-힣]{1,6}(?<=[해되여어려춰워혀])야\s")
_LISTED = lazily(rf"{BRACKET}(?:,\s|\s등\s(?:총\s)?|\s및\s|[와과]\s)[^,\n]{{0,16}}")
_IN_BRACKETS = lazily(r"\s?[(（][^()（）\n]{0,12}")
FIRM = (">=", ">", "<=", "<")
"""Bounds that hold a figure on one side."""
_BACK = 10
"""Characters before a figure in which stands what it is told for each of."""
_FAR = 60
"""How far apart the two ends of one change stand; longer ones belong to two statements."""


def start_of(text: str, figures: Sequence[Quantity], at: int) -> Quantity | None:
    """The figure that the one at place `at` is changed from (32개 of 32개에서 45개로); None where none is said."""
    end = figures[at]
    for start in reversed(figures[:at]):
        if end.start - start.end > _FAR:
            return None
        if start.unit != end.unit:
            continue
        leads = CHANGED_FROM.match(text, start.end) or (start.unit != "배" and _BEING.match(text, start.end))
        if leads and (CHANGED_TO.match(text, end.end) or end.bound in FIRM):
            return start
        if _FROM_ZH.search(text[max(0, start.start - 16) : start.start]) and "到" in text[start.end : end.start]:
            return start
    return None


def is_change(text: str, before: Quantity, figure: Quantity) -> bool:
    """Whether a figure says by how much, behind the end it leads to: 45개로 13개 늘리고, 240억 위안으로 60% 늘리고."""
    if figure.unit not in _CHANGE_UNITS and figure.unit != before.unit:
        return False
    if figure.unit == "배" and _TIMES_BESIDE.fullmatch(text, before.end, figure.start):
        return True
    return _CHANGE_BESIDE.fullmatch(text, before.end, figure.start) is not None


def is_mark(text: str, figure: Quantity, behind: Quantity) -> bool:
    """Whether a figure only tells which things the next one counts, or where: 매출 5억 위안 이상 기업을 20개사, 4개
    작물에서 120종.
    """
    if figure.kind == behind.kind == "count" and _PLACES.fullmatch(text, figure.end, behind.start):
        return True
    if figure.kind == "count" and _SCOPE.match(text, figure.end, behind.start):
        return not _PARTED.search(text, figure.end, behind.start)
    marks = _MARKS.match(text, figure.end, behind.start)
    if marks is None or _PARTED.search(text, figure.end, behind.start) or _REACHED.match(marks["noun"]):
        return False
    describes = figure.kind == "measure" and behind.kind == "count" and marks.end() + 1 == behind.start
    return figure.bound in FIRM or describes or bool(marks["above"] or marks["grade"])


_SAMPLE = lazily(
    rf"{BRACKET}(?:을|를)\s대상으로|급\s(?:[가-힣A-Za-z]+\s)?[가-힣A-Za-z]+에\s(?:적용|공급|투입|탑재|사용)"
)
"""Behind those that something is tried on, or what it is put into: 환자 100명을 대상으로, 100MWh급 발전소에 적용."""
_RELATED = lazily(r"\s?(?:(?:늘어난|높은|줄어든|낮은|많은|증가한|감소한)\s)?수준")
_RELATED_TO = lazily(r"(?:의|보다|대비)\s(?:약\s)?$")
"""Around a rate that only says how a goal compares: 목표는 2023년 실적의 약 3.7배 수준."""


def _is_related(text: str, figure: Quantity) -> bool:
    if figure.unit not in ("%", "배") or not _RELATED.match(text, figure.end):
        return False
    return _RELATED_TO.search(text[max(0, figure.start - _BACK) : figure.start]) is not None


def is_served(text: str, figure: Quantity) -> bool:
    """Whether a figure counts those that something serves: 전기차 8,000만 대의 충전 수요를 뒷받침."""
    return _SERVED.match(text, figure.end) is not None


def _is_each(text: str, figure: Quantity) -> bool:
    """Whether a figure tells how much each one is given: 과제당 평균 300만 위안을 지원, 1인당 최대 50만 위안 지급."""
    given = _GIVEN.match(text, figure.end) is not None
    return given and _EACH.search(text[max(0, figure.start - _BACK) : figure.start]) is not None


def _in_brackets(text: str, figures: Sequence[Quantity]) -> set[int]:
    """The offsets of figures in a bracket right behind another: 3억 위안(약 560억 원)."""
    return {b.start for a, b in pairwise(figures) if _IN_BRACKETS.fullmatch(text, a.end, b.start)}


def aside(text: str, figures: Sequence[Quantity]) -> set[int]:
    """The offsets of those figures of a clause or sentence, given in order, that no goal of its own has for value.

    What is put in (`means`) is apart: it may be promised by a day.
    """
    found = _in_brackets(text, figures)
    figures = [figure for figure in figures if figure.start not in found]
    for at in range(len(figures) - 1, -1, -1):
        figure = figures[at]
        behind = figures[at + 1] if at + 1 < len(figures) else None
        if (
            _BEING.match(text, figure.end)
            or _OF_TIMES.match(text, figure.end)
            or _is_each(text, figure)
            or _EACH_GIVEN.match(text, figure.end)
            or (figure.value == 1 and _TO_ONE.match(text, figure.end))
            or is_served(text, figure)
            or _SAMPLE.match(text, figure.end)
            or _is_related(text, figure)
            or (figure.kind == "count" and _WHERE.match(text, figure.end))
            or PER.match(text, figure.end)
            or _TAKES.match(text, figure.end)
            or (behind is not None and is_mark(text, figure, behind))
        ):
            found.add(figure.start)
        if figure.bound in FIRM and _DOERS.match(text, figure.end):
            found.add(figure.start)
        if at > 1 and figure.unit == "배" and _OF_TIMES.match(text, figures[at - 1].end):
            found.add(figure.start)
        if any(is_change(text, before, figure) for before in figures[max(0, at - 2) : at]):
            found.add(figure.start)
        start = start_of(text, figures, at)
        if start is not None:
            found.add(start.start)
    return found


def means(text: str, figures: Sequence[Quantity]) -> set[int]:
    """The offsets of those figures of a clause, given in order, that tell what is put in: 50억 위안을 투입해."""
    bracketed = _in_brackets(text, figures)
    figures = [figure for figure in figures if figure.start not in bracketed]
    found: set[int] = set()
    for at in range(len(figures) - 1, -1, -1):
        behind = figures[at + 1] if at + 1 < len(figures) else None
        listed = (
            behind is not None
            and behind.start in found
            and _LISTED.fullmatch(text, figures[at].end, behind.start) is not None
        )
        if figures[at].kind == "money" and (listed or _PUT_IN.match(text, figures[at].end)):
            found.add(figures[at].start)
    return found
