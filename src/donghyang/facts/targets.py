"""Targets: goals with a year by which they are to be reached, from sentences and from tables of goals.

A sentence states a target when a deadline governs it (2025년까지, 2030년 전에, '14차 5개년 계획' 말까지, 到2027年) and
what follows is a goal and no forecast. One record for each figure, and one for each clause without a figure.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donghyang.facts.deadlines import LEAD, Deadline, deadline_of
from donghyang.facts.intent import (
    core_of,
    is_done,
    is_event,
    is_foretold,
    is_goal,
    is_goal_zh,
    is_natural,
    without_tail,
)
from donghyang.records import Target

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from donghyang.records import Period, Quantity, Span

_SENTENCE = re.compile(r"[^\n。]*?(?:[。\n]|[.!?](?=\s)|<br/?>|</li>|$)", re.MULTILINE)
_CLAUSE = re.compile(
    r"(?<=[하되키리이우추히기])(?:고|며|면서)(?=[, ])"
    r"|(?<=[가-힣])(?:으며|지만|으나|는데)(?=[, ])|(?<=[획정])이나(?=[, ])|(?<=[가-힣])(?:하여|되어|해|시켜)(?=[, ])"
    r"|[,，；;、](?=\s?(?:到|力争|实现|建成|形成|基本|全面))|[，；]"
)
_MARKER = re.compile(r"^[\s\-*•●○■□▶☑✓·△①-⑳\\]*(?:<[^<>]{1,12}>\s*)*(?:\([^()]{1,14}\)\s*)?")
_AIM = re.compile(r"[^.]{0,40}?[을를] 목표로")
_GOALS = re.compile(r"[^。；,，.]{0,16}(?:目标(?:是|为|定为|：)|목표(?:는|로는|치는|:))")
_GOAL_SAID = re.compile(r"목표(?:는|로는|치는)?\s?:?\s$")
_OBJECT = frozenset("을를로으까")
_CONVERSION = re.compile(r"[(（](?:약|约)?\s?$")
_LOOSE = re.compile(r"\)?(?:에|에는|까지|말에?|초에?|쯤|경|께)?[\s,:]")
_PLANNED_BEFORE = re.compile("(?:계획|예정|목표|방침)(?:이며|이고|으로|로)")
"""What is planned before the forecast at the end of the sentence: 2026년까지 … 양산할 계획이며 … 기대됨."""
_OTHER_TIME = re.compile("매년|해마다|향후 (?!.*년)|장기적으로|기존|현재|종전|지난")
"""Words before a figure that take it out of the deadline's time."""
_OUT_OF = re.compile(r"\s?중(?:에서?)?\s")
_HANGUL = re.compile("[가-힣]")
_NO_LETTER = re.compile(r"[\W\d_]")
_LAST_WORDS = 30
_TELLING = re.compile("발표|밝[혔힌]|선언|제시|약속|설정|수립|합의|세웠|목표|계획")
_UNITS_OF_TIME = frozenset(("년", "개월", "일", "시간", "주", "분", "年", "个月", "天", "小时", "달", "초", "周"))
_MOST_IN_SERIES = 100
_PARTICLE = re.compile(r"(?:을|를|이|가|은|는|의|에|로|으로|등|약|총|최대|至|到|达到|实现|超过|突破|不低于)\s*$")
_AFTER_DEADLINE = re.compile(r"^['’”」』]?\s?(?:말\s?)?(?:까지는?|전에|이전에?|에는?|의|及|和|및)?(?:\s|(?=[一-龥]))")
_REACH = 240
"""How far from its deadline a goal is looked for: longer than any sentence of the house, and a bound for the time."""
_GOAL_NOUN = "(?:달성|실현|배출|출시|유치|육성|구축|조성|확보|창출|건설|설립|완성)"
_REST_BEFORE = re.compile(
    rf"^(?:\([^()]*\))?(?:급|에|을|를|로|으로)?\s*(?:{_GOAL_NOUN})?\s*(?:및|와|과|,|하고|하며)?\s+"
)
"""What the figure before has left standing in front of a metric: its conversion and the noun of its goal."""
_ACTOR = re.compile(r"([가-힣A-Za-z·\s(),一-龥]{2,40}?)(?:은|는|이|가)\s")
_BASE = re.compile(r"([12][0-9]{3}|['’‘][0-9]{2})년?\s?(?:대비|보다)|比([12][0-9]{3})年")


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
        start = max(text.rfind(mark, done, period.start) for mark in "\n。\t") + 1
        start = max(start, done)
        found = _SENTENCE.match(text, period.end)
        end = found.end() if found else len(text)
        tab = text.find("\t", period.end, end)
        done = tab if tab >= 0 else end
        yield start, done


def in_sentence(stated: Stated, span: Span) -> list[Target]:
    """The targets of one sentence, every deadline governing what stands between it and the next."""
    deadlines = [
        deadline
        for period in stated.periods_in(span)
        if (deadline := deadline_of(stated.text, period, span, stated.date)) is not None
    ]
    if not deadlines:
        return []
    foretold = is_foretold(stated.text[slice(*span)])
    found: list[Target] = []
    for at, deadline in enumerate(deadlines):
        last = deadlines[at + 1].start if at + 1 < len(deadlines) else span[1]
        start = _from_object(stated, deadline, span, last) if at == 0 else deadline.start
        if foretold and not _PLANNED_BEFORE.search(stated.text, deadline.end, last):
            continue
        if deadline.firm:
            found += governed(stated, deadline, (start, last), span[0], named=_named(stated.text, span))
        elif clause := _loose_goal(stated, deadline, (deadline.end, last), span[1]):
            found += governed(stated, deadline, (start, clause), span[0])
    return found


def _named(text: str, span: Span) -> bool:
    """Whether the sentence bears the label of a goal: - (주요목표) 2027년까지 …"""
    label = _MARKER.match(text[span[0] : min(span[1], span[0] + _REACH)])
    return label is not None and ("목표" in label[0] or "目标" in label[0])


def _from_object(stated: Stated, deadline: Deadline, span: Span, last: int) -> int:
    """Where the part of a deadline begins: before it where its figure is an object there (1만 개를 2027년까지)."""
    text = stated.text
    cuts = [cut.end() for cut in _CLAUSE.finditer(text, max(span[0], deadline.start - _REACH), deadline.start)]
    start = cuts[-1] if cuts else max(span[0], deadline.start - _REACH)
    if not deadline.firm or stated.quantities_in((deadline.end, last)):
        return deadline.start
    before = [q for q in stated.quantities_in((start, deadline.start)) if _counts(text, q, deadline)]
    taken = len(before) == 1 and text[before[0].end : before[0].end + 1] in _OBJECT
    return start if taken and text[before[0].end : deadline.start].count(" ") < 3 else deadline.start


def _loose_goal(stated: Stated, deadline: Deadline, part: Span, end: int) -> int | None:
    """Where the goal behind a loose year ends ('28년에 … 발사할 예정); None where the words set none for it."""
    text, (start, last) = stated.text, part
    if _GOALS.match(text, start, last) or _GOAL_SAID.search(text[max(0, deadline.start - LEAD) : deadline.start]):
        return last
    ahead = stated.date is not None and int(deadline.year) > stated.date.year
    if _HANGUL.search(text[start - 1 : start + _LAST_WORDS]) is None:
        counted = any(_counts(text, q, deadline) for q in stated.quantities_in((start, min(last, start + _REACH))))
        return last if ahead and counted and is_goal_zh(text[start : start + _LAST_WORDS]) else None
    if not (_LOOSE.match(text, start, last) or text.startswith("을 목표", start)):
        return None
    if _AIM.match(text, start, last) or text.startswith("을 목표로", start):
        return last
    clause = next(iter(_clauses(text, start, min(last, start + _REACH))), None)
    if clause is None:
        return None
    body = text[slice(*clause)]
    whole = text[start : min(end, start + _REACH)]
    if is_done(body) or is_foretold(body) or is_event(body) or is_natural(body) or is_done(whole):
        return None
    planned = core_of(body)[1] or (core_of(whole)[1] and is_goal(body))
    if any(_counts(text, q, deadline) for q in stated.quantities_in(clause)):
        sure = "목표" in body[-_LAST_WORDS:] or (planned and is_goal(body))
        in_series = ahead and is_goal(whole, words="act")  # '27년 20곳, '30년 50곳으로 확대
        return _reach(whole, clause, last) if sure or (ahead and is_goal(body, words="act")) or in_series else None
    aimed = ahead and "목표" in whole[-_LAST_WORDS:]  # 2030년 정점, 2060년 중립을 목표로 제시
    return clause[1] if aimed or ((planned or ahead) and is_goal(body, words="complete")) else None


def _reach(whole: str, clause: Span, last: int) -> int:
    """How far a loose year reaches: over all its clauses where the sentence ends in a plan, else over the first."""
    return last if core_of(whole)[1] else clause[1]


def governed(stated: Stated, deadline: Deadline, part: Span, sentence: int, *, named: bool = False) -> list[Target]:
    """The targets in `part` of the text under a deadline: one for each figure, one for each clause without any.

    A clause that tells what is done, foretells, or only lets an event take place has none. `named` says that the frame
    is a goal by name (a table of goals, a lead with 목표): then a clause needs no word of its own that says so.
    """
    text = stated.text
    start, end = part
    end = start + len(without_tail(text[start:end]))
    before = text[max(sentence, deadline.start - _REACH) : deadline.start]
    goal = _Goal(text, deadline, _actor(before) if deadline.start >= sentence else None)
    found: list[Target] = []
    planned = core_of(text[start:end])[1]
    if not planned and _over(text[start:end]):
        return []
    for clause in _clauses(text, start, end):
        body = text[slice(*clause)]
        if not planned and not named and (is_foretold(body) or is_natural(body)):
            break  # what follows a forecast in its sentence foretells too
        if is_done(body) or is_foretold(body) or (clause[0] > deadline.end and body.startswith("향후 ")):
            continue
        figures = [q for q in stated.quantities_in(clause) if _counts(text, q, deadline)]
        if figures:
            if named or not (is_event(body) or deadline.to_the_day):
                found += [goal.of_figure(clause, figures, at) for at in range(len(figures))]
            continue
        if named or _states_goal(body[max(0, deadline.end - clause[0]) :], deadline):
            metric = text[max(clause[0], min(deadline.end, clause[1])) : clause[1]]
            found.append(goal.record(clause, _AFTER_DEADLINE.sub("", metric).strip(" ,，")))
    return found


def _over(part: str) -> bool:
    """Whether the last verb, which stands for all clauses before it, tells what is done: … 발굴하고 … 마련하였음."""
    return is_done(part[-_LAST_WORDS:]) and not _TELLING.search(part[-_LAST_WORDS:])


def _states_goal(body: str, deadline: Deadline) -> bool:
    """Whether a clause without a figure is a goal; Chinese verbs stand first, and no list of words tells them."""
    if len(_NO_LETTER.sub("", body)) < 4:
        return False
    if _HANGUL.search(body) is None:
        return not deadline.to_the_day and is_goal_zh(body)
    return is_goal(body, words="complete" if deadline.to_the_day or not deadline.firm else "achieve")


def _named_before(before: str) -> str:
    """What is to be reached, where it stands before the deadline as an object: 투자 비중을 2025년까지 3%로; else ""."""
    said = re.split(r"(?:은|는|이|가)\s|[.。\n,，;；]\s?", before)[-1].strip()
    return said[:-1] if said[-1:] in ("을", "를") else ""


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
        if len(metric) < 2 and not at and by <= figure.start:
            metric = _named_before(text[max(0, self.deadline.start - _REACH) : self.deadline.start])
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
    while start < end and text[start] in " ,，、；\t":
        start += 1
    while end > start and text[end - 1] in " ,，、；\t\r\n":
        end -= 1
    return start, end


def _is_series(quantity: Quantity) -> bool:
    """8대 과제 and 五大领域 number a series; 1만 대 counts machines."""
    few = quantity.value is not None and quantity.value < _MOST_IN_SERIES
    return quantity.unit in ("大", "가지", "단계", "方面") or (
        quantity.unit == "대" and few and " " not in quantity.text
    )


def _counts(text: str, quantity: Quantity, deadline: Deadline) -> bool:
    """Whether a figure can be the value of a goal: no span of time, no conversion in brackets, no N대."""
    if quantity.kind == "number" or quantity.value is None or quantity.unit in _UNITS_OF_TIME or _is_series(quantity):
        return False
    if quantity.start < deadline.end and quantity.end > deadline.start:
        return False
    before = text[max(0, quantity.start - LEAD) : quantity.start]
    if _CONVERSION.search(before[-4:]) or _OTHER_TIME.search(before):
        return False
    return _OUT_OF.match(text, quantity.end) is None


def _actor(before: str) -> str | None:
    """Who will do it, as the words before the deadline name him; None when they do not."""
    plain = _MARKER.sub("", before)
    found = _ACTOR.match(plain)
    if found:
        return found[1].strip()
    head = re.match(r"([^,，]{2,30})[,，]\s?$", plain)
    return head[1].strip() if head else None
