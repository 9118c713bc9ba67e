"""Targets: goals with a year by which they are to be reached, from sentences and from tables of goals.

A sentence states a target when a deadline governs it (2025년까지, 2030년 전에, '14차 5개년 계획' 말까지, 到2027年) and
what follows is a goal and no forecast. One record for each figure, and one for each clause without a figure.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.records import Target

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from donghyang.records import Period, Quantity, Span

_SENTENCE = re.compile(r"[^\n。；]*?(?:[。；\n]|[.!?](?=\s)|<br/?>|</li>|$)", re.MULTILINE)
_CLAUSE = re.compile(
    r"(?<=[하되키리이우추히기])(?:고|며|면서)(?=[, ])|(?<=[가-힣])(?:하여|되어|해|시켜)(?=[, ])"
    r"|[,，；;、](?=\s?(?:到|力争|实现|建成|形成|基本|全面))|，"
)
_MARKER = re.compile(r"^[\s\-*•●○■□▶☑✓·△①-⑳\\]*(?:<[^<>]{1,12}>\s*)*(?:\([^()]{1,14}\)\s*)?")
_TAIL = re.compile(r"[\s.,，。；;·]*(?:\([0-9]{1,2}\.[0-9. ]{1,8}\))?[\s.,，。；;*]*(?:</?[a-z]{1,6}>\s*)*$")
_BY = re.compile(
    r"\s?(?:말\s?)?(?:까지|이전|전에|전까지|을 목표로|以前|之?前(?![0-9一二三四五六七八九十两几]{1,3}[个季年月]))"
    r"|['’”」』]?\s?(?:말|末)(?:까지|，|,)"
)
_BY_SAID = re.compile(r"(?:까지|이전|전|之?前|以前|五[”\"’']?末)$")
_TO = re.compile(r"(?:(?<!截)[到至]|力争|争取|计划|拟)[于在]?$")
_FROM = re.compile(r"(?:부터|从|自)\s?$")
_AIM = re.compile(r"[^.]{0,40}?[을를] 목표로")
_GOALS = re.compile(r"[^。；,，.]{0,16}(?:目标(?:是|为|定为|：)|목표(?:는|로는|치는))")
_PLANNED = re.compile(r"(?:예정|계획|목표|방침)(?:임|이며|이다|이고|을|으로|로|$|[\s,.)(])")
_DONE_WORDS = "(?:완공|완성|준공|개통|상용화|달성|실현|구축|출시|완료|가동|착륙|발사|양산)"
_DONE_BY_NAME = re.compile(rf"{_DONE_WORDS}\s*(?:\([^)]*\))?\s*$")
_DONE_PLANNED = re.compile(rf"{_DONE_WORDS}(?:될|할|을|를)? ?(?:예정|목표|계획)")
_FORECAST = re.compile(
    r"(?:예측|추정|예상|추산|관측|기대)(?:되|됨|하|한|했|된|임|$|\W)|것으로 보"
    r"|(?:성장|증가|감소|도달|달|이를|차지|확대될|늘어날|될|커질|기록)할? ?전망"
)
"""A sentence that ends so foretells; the verb of a Korean sentence stands last."""
_FORECAST_ZH = re.compile(r"预计|預計|预测|有可能")
_LAST_WORDS = 40
_DONE = re.compile(r"(?:했|하였|됐|되었|왔|였)(?:으며|고|다|음|지만)|(?:을|를)? 지원 완료|已(?:经|達|达|建|有)|达成了")
_CONVERSION = re.compile(r"[(（](?:약|约)?\s?$")
_UNITS_OF_TIME = frozenset(("년", "개월", "일", "시간", "주", "분", "年", "个月", "天", "小时", "달", "초", "周"))
_MOST_IN_SERIES = 100
_PARTICLE = re.compile(r"(?:을|를|이|가|은|는|의|에|로|으로|도|등|약|총|최대|至|到|达到|实现|超过|突破|不低于)\s*$")
_AFTER_DEADLINE = re.compile(r"^['’”」』]?\s?(?:말\s?)?(?:까지는?|전에|이전에?|에는?|의|及|和|및)?(?:\s|(?=[一-龥]))")
_REACH = 240
"""How far from its deadline a goal is looked for: longer than any sentence of the house, and a bound for the time."""
_NAMED = re.compile(r"[0-9]{4}|['’‘＇´`][0-9]{2}|[0-9]{2}년|五|14[.·]5|15[.·]5|5개년|올해|내년|今年|明年")
_GOAL_NOUN = "(?:달성|실현|배출|출시|유치|육성|구축|조성|확보|창출|건설|설립|완성)"
_REST_BEFORE = re.compile(
    rf"^(?:\([^()]*\))?(?:급|에|을|를|로|으로)?\s*(?:{_GOAL_NOUN})?\s*(?:및|와|과|,|하고|하며)?\s+"
)
"""What the figure before has left standing in front of a metric: its conversion and the noun of its goal."""
_ACTOR = re.compile(r"([가-힣A-Za-z·\s(),一-龥]{2,40}?)(?:은|는|이|가)\s")
_BASE = re.compile(r"([12][0-9]{3}|['’‘][0-9]{2})년?\s?(?:대비|보다)|比([12][0-9]{3})年")


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline and where it stands."""

    year: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stated:
    """What was found in the text before its targets are looked for, in order of place."""

    text: str
    quantities: Sequence[Quantity]
    periods: Sequence[Period]
    date: dt.date | None

    def quantities_in(self, span: Span) -> list[Quantity]:
        """The quantities that stand whole in a part of the text."""
        first = bisect_left(self.quantities, span[0], key=lambda q: q.start)
        last = bisect_left(self.quantities, span[1], key=lambda q: q.start)
        return [quantity for quantity in self.quantities[first:last] if quantity.end <= span[1]]

    def periods_in(self, span: Span) -> list[Period]:
        """The periods that stand whole in a part of the text."""
        first = bisect_left(self.periods, span[0], key=lambda p: p.start)
        last = bisect_left(self.periods, span[1], key=lambda p: p.start)
        return [period for period in self.periods[first:last] if period.end <= span[1]]


def find_targets(stated: Stated) -> list[Target]:
    """The targets that sentences of the text state, in order; an empty list when there are none."""
    found: list[Target] = []
    for span in sentences(stated.text, stated.periods):
        found += in_sentence(stated, span)
    return found


def sentences(text: str, periods: Sequence[Period]) -> Iterator[Span]:
    """The sentences that hold a period, in order."""
    done = 0
    for period in periods:
        if period.start < done:
            continue
        start = max(text.rfind(mark, done, period.start) for mark in "\n。；\t") + 1
        start = max(start, done)
        found = _SENTENCE.match(text, period.end)
        end = found.end() if found else len(text)
        tab = text.find("\t", period.end, end)
        done = tab if tab >= 0 else end
        yield start, done


def in_sentence(stated: Stated, span: Span) -> list[Target]:
    """The targets of one sentence, every deadline governing what stands between it and the next."""
    deadlines = _deadlines(stated, span)
    found: list[Target] = []
    for at, deadline in enumerate(deadlines):
        last = deadlines[at + 1].start if at + 1 < len(deadlines) else span[1]
        found += governed(stated, deadline, (deadline.start, last), span[0])
    return found


def _deadlines(stated: Stated, span: Span) -> list[Deadline]:
    text = stated.text
    rest = text[span[0] : span[1]]
    if _FORECAST.search(rest[-_LAST_WORDS:]) or _FORECAST_ZH.search(rest):
        return []
    found = []
    for period in stated.periods_in(span):
        if not period.value:
            continue
        year = _year_by(text, period, span, stated.date)
        if year is None or (stated.date is not None and int(year) < stated.date.year):
            continue
        found.append(Deadline(year, period.start, period.end))
    return found


def _year_by(text: str, period: Period, span: Span, date: dt.date | None) -> str | None:
    """The year of a deadline, None when the period is none: a beginning, a span that was, a mere date."""
    last = period.high or period.value or ""
    before = text[max(span[0], period.start - 12) : period.start]
    if not _NAMED.search(period.text) or last == ".." or text[period.end : period.end + 1] in ("의", "的"):
        return None
    if _FROM.search(before) or "부터" in before:
        return None
    if _BY_SAID.search(period.text) or _BY.match(text, period.end):
        return last[:4]
    if _TO.search(before) and "年" not in before[-6:]:
        return last[:4]
    return last[:4] if _is_planned(text[period.end : min(span[1], period.end + _REACH)], period, date) else None


def _is_planned(after: str, period: Period, date: dt.date | None) -> bool:
    """Whether the words behind a mere year say that something is to be done in it: '28년에 … 발사할 예정."""
    body = _TAIL.sub("", after)
    if _GOALS.match(body):
        return True
    if not re.match(r"에?\s", after) or _DONE.search(body):
        return False
    if _AIM.match(body):
        return True
    if period.value and len(period.value) > 4:
        return _DONE_PLANNED.search(body) is not None
    ahead = date is not None and period.high is None and int((period.value or "0")[:4]) > date.year
    return _PLANNED.search(body[-24:]) is not None or (ahead and _DONE_BY_NAME.search(body) is not None)


def governed(stated: Stated, deadline: Deadline, part: Span, sentence: int) -> list[Target]:
    """The targets in `part` of the text under a deadline: one for each figure, one for each clause without any."""
    text = stated.text
    start, end = part
    end -= len(text[start:end]) - len(_TAIL.sub("", text[start:end]))
    goal = _Goal(
        text,
        deadline,
        _actor(text[max(sentence, deadline.start - _REACH) : deadline.start]) if deadline.start >= sentence else None,
    )
    found: list[Target] = []
    for clause in _clauses(text, start, end):
        body = text[slice(*clause)]
        if _DONE.search(body):
            continue
        figures = [q for q in stated.quantities_in(clause) if _counts(text, q, deadline)]
        found += [goal.of_figure(clause, figures, at) for at in range(len(figures))]
        if not figures and len(re.sub(r"[\W\d_]", "", body[max(0, deadline.end - clause[0]) :])) >= 4:
            metric = text[max(clause[0], min(deadline.end, clause[1])) : clause[1]]
            found.append(goal.record(clause, _AFTER_DEADLINE.sub("", metric).strip(" ,，")))
    return found


@dataclass(frozen=True, slots=True)
class _Goal:
    """What the targets under one deadline share."""

    text: str
    deadline: Deadline
    actor: str | None

    def of_figure(self, clause: Span, figures: list[Quantity], at: int) -> Target:
        """The target of one figure; its metric stands between the figure before it, or the deadline, and itself."""
        text, figure, by = self.text, figures[at], self.deadline.end
        left = figures[at - 1].end if at else max(clause[0], by if by <= figure.start else clause[0])
        metric = _AFTER_DEADLINE.sub("", text[left : figure.start]).strip(" ,，、·")
        metric = _REST_BEFORE.sub("", metric)
        while found := _PARTICLE.search(metric):
            metric = metric[: found.start()].strip()
        if len(metric) < 2:
            metric = text[figure.end : clause[1]].strip(" ,，의을를")
        span = (left if at else clause[0], figure.end if at + 1 < len(figures) else clause[1])
        return self.record(_stripped(text, span), metric, figure)

    def record(self, span: Span, metric: str, figure: Quantity | None = None) -> Target:
        """The target that stands at `span`."""
        base = _BASE.search(self.text, *span)
        return Target(
            self.text[slice(*span)], span[0], span[1], self.actor, metric or None,
            figure.value if figure else None, figure.unit if figure else None, figure.bound if figure else None,
            self.deadline.year, (base[1] or base[2]) if base else None,
        )  # fmt: skip


def _clauses(text: str, start: int, end: int) -> list[Span]:
    clauses, at = [], start
    for cut in _CLAUSE.finditer(text, start, end):
        if text.count("(", at, cut.end()) > text.count(")", at, cut.end()):
            continue
        clauses.append((at, cut.end()))
        at = cut.end()
    clauses.append((at, end))
    return [_stripped(text, clause) for clause in clauses if text[slice(*clause)].strip(" ,，")]


def _stripped(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in " ,，、\t":
        start += 1
    while end > start and text[end - 1] in " ,，、\t\r\n":
        end -= 1
    return start, end


def _is_series(quantity: Quantity) -> bool:
    """8대 과제 and 五大领域 number a series; 1만 대 counts machines."""
    few = quantity.value is not None and quantity.value < _MOST_IN_SERIES
    return quantity.unit == "大" or (quantity.unit == "대" and few and " " not in quantity.text)


def _counts(text: str, quantity: Quantity, deadline: Deadline) -> bool:
    """Whether a figure can be the value of a goal: no span of time, no conversion in brackets, no N대."""
    if quantity.kind == "number" or quantity.value is None or quantity.unit in _UNITS_OF_TIME or _is_series(quantity):
        return False
    if quantity.start < deadline.end and quantity.end > deadline.start:
        return False
    return not _CONVERSION.search(text[max(0, quantity.start - 4) : quantity.start])


def _actor(before: str) -> str | None:
    """Who will do it, as the words before the deadline name him; None when they do not."""
    plain = _MARKER.sub("", before)
    found = _ACTOR.match(plain)
    if found:
        return found[1].strip()
    head = re.match(r"([^,，]{2,30})[,，]\s?$", plain)
    return head[1].strip() if head else None
