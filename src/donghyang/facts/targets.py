"""Targets: goals with a year by which they are to be reached, from the sentences of a text.

A sentence states a target when a deadline governs it (2025년까지, 2030년 전에, '14차 5개년 계획' 말까지, 到2027年) and
what follows is a goal and no forecast.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from donghyang.facts.carried import carried, expected
from donghyang.facts.clauses import CLAUSE, MARKER, clauses
from donghyang.facts.counting import counts
from donghyang.facts.deadlines import LEAD, PLAN, YEAR, Deadline, deadline_of, is_later
from donghyang.facts.governed import (
    HANGUL,
    LAST_WORDS,
    PLAN_TOLD,
    REACH,
    TITLE,
    TOTAL,
    Stated,
    governed,
)
from donghyang.facts.intent import (
    core_of,
    is_done,
    is_event,
    is_foretold,
    is_goal,
    is_goal_zh,
    is_natural,
    is_willed_zh,
    without_tail,
)
from donghyang.facts.roles import BRACKET, FIRM
from donghyang.facts.wording import topics
from donghyang.language.patterns import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from donghyang.records import Period, Span, Target

_SENTENCE = lazily(r"[^\n。]*?(?:[。\n]|[.!?](?=\s)|<br/?>|</li>|$)", re.MULTILINE)
_AIM = lazily(r"[^.]{0,40}?[을를] 목표(?: ?연도)?로")
_GOAL_LABEL = lazily(r"목표|目标|(?:추진|구축|건설|개발) ?일정|[가-힣]{2} ?계획\W*$|로드맵")
_GOALS = lazily(r"[^。；,，.]{0,16}(?:目标(?:是|为|定为|：)|목표(?:는|로는|치는|:))")
_GOAL_SAID = lazily(r"목표(?:는|로는|치는)?\s?:?\s$")
_LOOSE = lazily(r"\)?(?:에|에는|까지|말에?|초에?|쯤|경|께)?[\s,:]")
_PLANNED_BEFORE = lazily("(?:계획|예정|목표|방침)(?:이며|이고|으로|로)")
"""What is planned before the forecast at the end of the sentence: 2026년까지 … 양산할 계획이며 … 기대됨."""
_LEADS = lazily(
    rf"{BRACKET}(?:\s?(?:규모의|규모|급의|급|의)\s(?:[가-힣A-Za-z0-9·]{{1,10}}\s){{0,2}}[가-힣A-Za-z0-9·]{{1,14}})?(?:을|를|은|는|으로|로|까지|에)\s(?:[^\s,.，]+\s){{0,2}}"
)
"""Between a figure and the deadline that it leads: 100건의 표준을 2028년까지, 30개는 우선 2025년까지."""
_PLAN_NAME = lazily(rf"{PLAN}[’'”」』]?$")
_IN_PLAN = lazily(r"[’'”」』]?\s?기간")
_AIMED = lazily(r"(?:(?<=[…·])|(?<=, )) ?(?:(?!, )[^…·\n]){2,40} 목표$")
"""The end of a headline that says what is aimed at: … 발표… 매출 300억 위안 목표."""
_TITLE_ENDS = frozenset("’'”」』》〉")
_MOST_PARTS = 12
"""Figures that may part one goal among them."""
_CLOSED = lazily(r"\s?(?:내|안|말|중|목표)?[)）]")
_NOUNS = lazily(r"에?\s[^,，\n]{2,40}(?:[,，]\s?|\n?)")
"""All that stands between one year of a list of goals and the next: '27년 초도 비행, """
_PUT_IN = lazily(
    r"^\s?(?:총\s|모두\s|약\s)?[0-9][^\n]{0,40}?(?:을|를)\s(?:[^\s,]{1,10}\s)?(?:투입|투자|배정|편성|출자)"
)
"""Money put in over the years of a plan, as one sum."""
_JOINS = lazily(r"(?:고|며|지만|으나|는데)$")
"""The endings that join two statements, where 하여 and 해 only lead on."""
_STEP = lazily(rf"{BRACKET}\s?(?:[말초]\s?)?(?:[,，·、]|와|과|및)?\s?(?:그리고\s)?")
_SHARE = rf"(?:에는?)?\s[0-9][^\n,，]{{0,14}}?{BRACKET}"
_SHARED_OUT = lazily(rf"{_SHARE}(?:[,，]\s{YEAR}년{_SHARE}){{0,8}}[을를]\s(?:배정|배분|편성|집행|교부)")
"""Money shared out by years: 2024년 28억 위안, 2025년 32억 위안을 배정."""
_LISTED = lazily(rf"{BRACKET}\s?(?:[,，·、]|와|과|및)\s?[^,，\n]{{1,24}}")


def find_targets(stated: Stated) -> list[Target]:
    """The targets that sentences of the text state, in order; an empty list when there are none."""
    found: list[Target] = []
    for span in sentences(stated.text, stated.periods):
        if not TITLE.fullmatch(stated.text, *span):
            here = in_sentence(stated, span)
            found += here + carried(stated, span, here)
    return sorted([*found, *expected(stated)], key=lambda target: target.start)


def sentences(text: str, periods: Sequence[Period]) -> Iterator[Span]:
    """The sentences that hold a period, in order."""
    done = tab = 0
    for period in periods:
        if period.start < done:
            continue
        start = max(text.rfind(mark, done, period.start) for mark in "\n。\t") + 1
        start = max(start, done)
        if tab < period.end:
            tab = text.find("\t", period.end)
            tab = tab if tab >= 0 else len(text)
        found = _SENTENCE.match(text, period.end, tab)
        done = found.end() if found else tab
        yield start, done


def in_sentence(stated: Stated, span: Span) -> list[Target]:
    """The targets of one sentence, every deadline governing what stands between it and the next.

    They are read from the last one back: a series of years with a figure each (2026년 20곳, 2027년 35곳으로 확대) is
    told by one verb at its end.
    """
    parts = _parts(stated, span)
    named = _named(stated.text, span, parts)
    foretold = bool(parts) and is_foretold(stated.text[slice(*span)])
    found: list[Target] = []
    behind: list[Target] = []
    for at in range(len(parts) - 1, -1, -1):
        deadline, (start, last) = parts[at]
        here: list[Target] = []
        if foretold and not _PLANNED_BEFORE.search(stated.text, deadline.end, last):
            pass
        elif _in_brackets(stated.text, deadline):
            here = _under_plan(stated, deadline, last) or _before_bracket(stated, deadline, (start, last))
        elif deadline.firm:
            here = governed(stated, deadline, (start, last), span[0], named=named)
        elif _SHARED_OUT.match(stated.text, deadline.end, span[1]) or _in_angles(stated.text, deadline, span):
            pass
        elif named and (steps := governed(stated, deadline, (start, last), span[0], named=True)):
            here = steps if _NOUNS.fullmatch(stated.text, deadline.end, last) else _with_value(steps)
        elif behind and _is_step(stated, parts[at], behind[0].unit):
            here = _with_value(governed(stated, deadline, (start, last), span[0], named=True))
        else:
            in_series = at > 0 and _is_step(stated, parts[at - 1]) and not _is_step(stated, parts[at])
            if clause := _loose_goal(stated, deadline, (deadline.end, last), span[1], in_series=in_series):
                here = governed(stated, deadline, (start, clause), span[0])
        found = here + found
        behind = _with_value(here)
    return _without_parts(found)


def _without_parts(found: list[Target]) -> list[Target]:
    """The targets of a sentence without those that only part the one before among them.

    120곳으로 늘려 동부 70곳, 서부 50곳을 설치 is one goal, and so is what is shared out by years up to its own.
    """
    parts: set[int] = set()
    for at, whole in enumerate(found):
        summed, last = Decimal(0), at
        for place in range(at + 1, min(at + 1 + _MOST_PARTS, len(found))):
            part = found[place]
            later = is_later(part.deadline or "", whole.deadline or "")
            if part.value is None or part.unit != whole.unit or later:
                break
            summed, last = summed + part.value, place
            if whole.value is None or summed >= whole.value:
                break
        if summed == whole.value and last > at + 1:
            parts.update(range(at + 1, last + 1))
    return [target for at, target in enumerate(found) if at not in parts]


def _with_value(found: list[Target]) -> list[Target]:
    return [target for target in found if target.value is not None]


def _parts(stated: Stated, span: Span) -> list[tuple[Deadline, Span]]:
    """The deadlines of a sentence, each with the part of it that it governs."""
    deadlines = [
        deadline
        for period in stated.periods_in(span)
        if (deadline := deadline_of(stated.text, period, span, stated.date)) is not None
    ]
    told = PLAN_TOLD.search(stated.text, *span) if deadlines else None
    if told and deadlines[0].end <= told.start():  # the years in the plan's name are not of what stands before it
        deadlines = [deadline for deadline in deadlines if not told.start() < deadline.start < told.end()]
    parts: list[tuple[Deadline, Span]] = []
    until = span[1]
    for at in range(len(deadlines) - 1, -1, -1):
        start = _from_figure(stated, deadlines[at], deadlines[at - 1].end if at else span[0], until)
        parts.append((deadlines[at], (start, _within(stated.text, deadlines[at], span[0], until))))
        until = _from_topic(stated.text, deadlines[at - 1].end, start) if at else start
    return parts[::-1]


def _from_topic(text: str, since: int, until: int) -> int:
    """Where what leads to a deadline begins, if that has a topic of its own.

    1기는 ’24년까지 완공하고, 2기는 72억 위안을 투자하여 ’25년까지 증설.
    """
    cuts = [cut for cut in CLAUSE.finditer(text, since, until) if _JOINS.search(cut[0])]
    return cuts[-1].end() if cuts and any(topics(text, cuts[-1].end(), until)) else until


def _within(text: str, deadline: Deadline, since: int, until: int) -> int:
    """Where what a deadline governs ends: at the bracket that closes behind it, where one is open before it."""
    opened = text.rfind("(", since, deadline.start)
    if opened < text.rfind(")", since, deadline.start) + 1 or _in_brackets(text, deadline):
        return until
    closing = text.find(")", deadline.end, until)
    return closing if closing >= 0 and text.find("(", deadline.end, closing) < 0 else until


def _is_step(stated: Stated, part: tuple[Deadline, Span], unit: str | None = None) -> bool:
    """Whether a part is a year with its one figure and no verb: 2026년 20곳, … or 1기 5만 톤은 2026년 말, …"""
    deadline, (start, last) = part
    figures = [q for q in stated.quantities_in((start, last)) if counts(stated.text, q, deadline)]
    if len(figures) != 1 or (unit is not None and figures[0].unit != unit):
        return False
    led = figures[0].end <= deadline.start
    return _STEP.fullmatch(stated.text, deadline.end if led else figures[0].end, last) is not None


def _named(text: str, span: Span, parts: list[tuple[Deadline, Span]]) -> bool:
    """Whether the sentence is a goal by name: - (주요목표) 2027년까지 …, - (추진 일정) 2026년 …; 목표는 2026년 60%."""
    label = MARKER.match(text[span[0] : min(span[1], span[0] + REACH)])
    if label is not None and _GOAL_LABEL.search(label[0]):
        return True
    first = parts[0][0].start if parts else span[0]
    return _GOAL_SAID.search(text[max(span[0], first - LEAD) : first]) is not None


def _from_figure(stated: Stated, deadline: Deadline, since: int, until: int) -> int:
    """Where the part of a deadline begins: before it where its figure leads it there (표준 80건을 2027년까지 …)."""
    text = stated.text
    begin = max(since, deadline.start - REACH)
    for cut in CLAUSE.finditer(text, begin, deadline.start):
        begin = cut.end()
    if _in_brackets(text, deadline):
        return begin
    own = next(iter(clauses(text, deadline.end, min(until, deadline.end + REACH))), (deadline.end, until))
    before = [q for q in stated.quantities_in((begin, deadline.start)) if counts(text, q, deadline)]
    if not before or not _LEADS.fullmatch(text, before[-1].end, deadline.start):
        return deadline.start
    if any(counts(text, q, deadline) for q in stated.quantities_in(own)):
        return deadline.start
    for at in range(len(before) - 1, 0, -1):
        if not _LISTED.fullmatch(text, before[at - 1].end, before[at].start):
            return before[at - 1].end
    return begin


def _in_angles(text: str, deadline: Deadline, span: Span) -> bool:
    """Whether a deadline stands in <…>, where the answers to a survey are told: <2027년 23%, 2028년 19%>."""
    opened, closed = (text.rfind(mark, span[0], deadline.start) for mark in "<>")
    return opened > closed and text.find(">", deadline.end, span[1]) >= 0


def _in_brackets(text: str, deadline: Deadline) -> bool:
    """Whether a deadline stands alone in brackets behind what it governs: 70%로 높이고(2027년), 25%('30년)로 확대."""
    opened = text[deadline.start - 1 : deadline.start] in ("(", "（") and not text[deadline.start - 2].isspace()
    closed = _CLOSED.match(text, deadline.end)
    return opened and closed is not None and not text.startswith("에서", closed.end())


def _under_plan(stated: Stated, deadline: Deadline, last: int) -> list[Target]:
    """The targets behind a plan's name and years, [] without a goal: ‘행동계획(2026~2028)’ 발표… 매출 300억 목표."""
    text, closed = stated.text, _CLOSED.match(stated.text, deadline.end)
    if closed is None or not _PLAN_NAME.search(text[max(0, deadline.start - LEAD) : deadline.start - 1]):
        return []
    ahead = stated.date is not None and int(deadline.year) > stated.date.year
    body = text[closed.end() : last]
    said = _AIMED.search(without_tail(body))
    planned = _IN_PLAN.match(body) is not None and core_of(body)[1]
    if not ahead or not (planned or said):
        return []
    start = closed.end() + (said.start() if said else 0)
    return governed(stated, replace(deadline, start=start, end=start), (start, last), start, named=True)


def _before_bracket(stated: Stated, deadline: Deadline, part: Span) -> list[Target]:
    """The targets of the clause that a year in brackets stands in or behind; [] where its words set no goal."""
    text, (start, last) = stated.text, part
    closed = _CLOSED.match(text, deadline.end)
    behind = closed.end() if closed else deadline.end
    rest = next(iter(clauses(text, behind, min(last, deadline.end + REACH))), (last, last))
    end = rest[1] if rest[0] == behind else deadline.start - 1
    body = text[start : deadline.start - 1] + text[behind:end]
    ahead = stated.date is not None and int(deadline.year) > stated.date.year
    titled = text[behind : behind + 1] in _TITLE_ENDS
    if titled or not ahead or is_done(body) or is_foretold(body) or is_event(body) or is_natural(body):
        return []
    figures = [q for q in stated.quantities_in((start, end)) if counts(text, q, deadline)]
    held = any(figure.bound in FIRM and figure.end == deadline.start - 1 for figure in figures)
    sets = figures and (held or is_goal(body, words="achieve"))
    return governed(stated, deadline, (start, end), start) if sets else []


def _loose_goal(stated: Stated, deadline: Deadline, part: Span, end: int, *, in_series: bool) -> int | None:
    """Where the goal behind a loose year ends ('28년에 … 발사할 예정); None where the words set none for it.

    `in_series` says that years with a figure each lead up to this one.
    """
    text, (start, last) = stated.text, part
    if _GOALS.match(text, start, last) or _GOAL_SAID.search(text[max(0, deadline.start - LEAD) : deadline.start]):
        return last
    ahead = stated.date is not None and int(deadline.year) > stated.date.year
    if HANGUL.search(text[start - 1 : start + LAST_WORDS]) is None:
        counted = any(counts(text, q, deadline) for q in stated.quantities_in((start, min(last, start + REACH))))
        sets = ahead and counted and is_goal_zh(text[start : start + LAST_WORDS])
        return last if sets and (not _has_begun(stated, deadline) or _is_willed(text, deadline, start)) else None
    if not (_LOOSE.match(text, start, last) or text.startswith("을 목표", start)):
        return None
    if _AIM.match(text, start, last) or text.startswith(("을 목표로", "을 목표 연도로", "을 목표연도로"), start):
        return last
    clause = next(iter(clauses(text, start, min(last, start + REACH))), None)
    if clause is None:
        return None
    body = text[slice(*clause)]
    whole = text[start : min(end, start + REACH)]
    if is_done(body) or is_foretold(body) or is_natural(body) or is_done(whole):
        return None
    told = text[deadline.start : deadline.end]
    if ("부터" in told and TOTAL.search(body)) or (
        told.endswith(("년간", "동안")) and _PUT_IN.search(body) and not core_of(whole)[1]
    ):
        return clause[1]
    if is_event(body):
        return None
    planned = core_of(body)[1] or (core_of(whole)[1] and is_goal(body))
    if any(counts(text, q, deadline) for q in stated.quantities_in(clause)):
        sure = "목표" in body[-LAST_WORDS:] or (planned and is_goal(body))
        return _reach(whole, clause, last) if sure or (ahead and (in_series or is_goal(body, words="act"))) else None
    aimed = ahead and "목표" in whole[-LAST_WORDS:]  # 2030년 정점, 2060년 중립을 목표로 제시
    return clause[1] if aimed or ((planned or ahead) and is_goal(body, words="complete")) else None


def _has_begun(stated: Stated, deadline: Deadline) -> bool:
    """Whether a plan or stretch is under way on the day of the text, so that it may tell what was done in it."""
    periods = stated.periods_in((deadline.start, deadline.end))
    first = periods[0].value if periods else None
    return first is not None and stated.date is not None and int(first[:4]) <= stated.date.year


def _is_willed(text: str, deadline: Deadline, start: int) -> bool:
    """Whether the Chinese words around a deadline speak of what is to come."""
    before = max(text.rfind("\n", 0, deadline.start), deadline.start - LEAD, 0)
    return is_willed_zh(text[before : deadline.start] + text[start : start + LAST_WORDS])


def _reach(whole: str, clause: Span, last: int) -> int:
    """How far a loose year reaches: over all its clauses where the sentence ends in a goal, else over the first."""
    return last if core_of(whole)[1] or is_goal(whole) else clause[1]
