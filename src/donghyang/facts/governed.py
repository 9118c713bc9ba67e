"""What a deadline governs: one target for each figure under it, and one for each clause that sets a goal by itself."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from donghyang.facts.actors import actor_of
from donghyang.facts.clauses import CLAUSE, behind_particle, clauses, stripped
from donghyang.facts.counting import counts
from donghyang.facts.deadlines import LEAD, PLAN, YEAR, Deadline
from donghyang.facts.intent import (
    core_of,
    is_description,
    is_done,
    is_effect_zh,
    is_event,
    is_foretold,
    is_goal,
    is_goal_zh,
    is_natural,
    without_tail,
)
from donghyang.facts.measured import measured
from donghyang.facts.roles import BRACKET, CHANGED_FROM, CHANGED_TO, aside, means, start_of
from donghyang.facts.wording import either
from donghyang.language.patterns import lazily
from donghyang.records import Target

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from donghyang.records import Period, Quantity, Span

ANNOUNCES = lazily(r"(?:아래|다음|이하|하기)(?:의|와 같은|과 같은)?\s(?:[가-힣]{2,8}\s)?목표")
"""A clause that only announces the goals below it."""
_YEAR = rf"{YEAR}\s?년"
TITLE = lazily(
    rf"(?:[가-하]\.\s|\W{{0,4}})(?:{_YEAR}\s?(?:까지|말)?(?:의)?\s)?(?:[가-힣·]{{1,12}}\s?){{0,3}}(?:목표|지표)\s?"
    rf"(?:[(（]{_YEAR}\s?(?:까지|말|기준)?[)）])?\s?[)）:：]?\s*"
)
"""A line that is nothing but the title of the goals below it: 발전 목표(2028년), '27년 주요 지표."""
PLAN_TOLD = lazily(
    r"(?P<verb>[가-힣](?:(?<![라다])는|기))(?:(?<=는)(?: 내용[의을](?: 담은)?)?|(?<=기) 위한) "
    rf"(?:[「『‘“《〈][^「」『』‘’“”《》〈〉\n]{{2,60}}[」』’”》〉]|(?:[^\s,]{{1,20}} ){{0,3}}[^\s,]{{0,12}}{PLAN})"
    r"(?:\([^()\n]{1,40}\))?[을를] (?:[^\s,]{1,10} )?(?:발표|공개|확정|마련|수립|제정|채택|내놓|내놨|시행|승인)"
)
"""Behind a goal, the plan that holds it: 2027년까지 충전소 90곳을 세우는 「보급 방안」을 발표."""
TOTAL = lazily(r"총\s[0-9][^\n]{0,24}(?:을|를)\s")
_TOPIC = lazily(r"(?<!목표)(?<!목표치)[은는]\s")
_NO_VERB = lazily(rf"{BRACKET}\s?(?:규모|수준|안팎|가량|정도)?(?:임|이다|이며)?[\s.]*")
_PLANNED_WITH = lazily(r"(?:하고|되고|하며|시키고|[가-힣]고|으며)$")
"""The end of a clause that stands beside the planned one: 허가를 취득하고 … 책정할 방침."""
_WILL = lazily("(?:[가-힣](?<!활용)(?<!사용)(?<!이용)(?<!지속)(?<!계속)할|받을|갖출|끝낼|낼|놓을|이을)$")
"""The end of a clause that is planned, whatever its verb is: 시험망을 연결할 (예정), 허가를 받을 (계획)."""
_OBJECT_BEFORE = lazily(r"[가-힣][을를]\s$")
_SETS_GOALS = lazily(r"(?<!는)(?:\s(?:정량|정성|세부|핵심|주요))?\s(?:지표|목표)[를을]?\s(?:제시|설정|명시)\S{0,4}$")
"""A clause that only says that goals are set: 4개 분야의 정량 목표를 제시."""
HANGUL = lazily("[가-힣]")
_NO_LETTER = lazily(r"[\W\d_]")
LAST_WORDS = 30
_ASIDE = ("향후 ", "이후 ", "그 후 ", "그 뒤 ", "여기에")
"""How a clause begins that the deadline before it does not govern."""
_LATER = lazily(r"[가-힣]\s(?:향후|앞으로|장기적으로)\s")
"""Behind a deadline, what comes after it: 연내 시범운영을 거쳐 향후 표준화."""
_VERB_ZH = lazily(rf"(?:[^，,]*(?:将|要|力争|计划))?(?:{either('verbs_zh')})")
"""A verb that names nothing that is measured, so that what it is done to does: 建设60个创新团队."""
_LED_ZH = lazily(r"^[^，,]{0,24}目标(?:是|为)?[:：]\s?|^(?:将|要|力争|争取|确保|计划|拟|其中)")
_LEFT_ZH = lazily(r"(?:从|由|定为|(?:继续)?(?:稳定|保持|维持|控制)在|为|将|均|可|每[亩人户年]|分别|继续保持)$")
_AIMED_AT = lazily(r"(?P<aim>[^,，]{2,30}?)(?:하는 것)?[을를] 목표로\s")
"""What is aimed at, in front of what is done for it: 준공을 목표로 공사를 진행."""
_FINANCED = lazily(
    r"^(?:소요\s?)?(?:재원|자금|사업비)[은의]\s|[)원안](?:으로|에서)?\s?(?:충당|조달|분담)(?:하|한|함|할|$)"
    r"|^.{2,40}?[이가]\s.{2,80}[을를]\s(?:부담|분담)(?:하|한|함|할|$)"
)
"""A clause that tells who pays: 재원은 성 정부 38억 위안, 국유기업 64억 위안으로 조달."""
_PART_OF = lazily(r"(?:(?:이|그) ?)(?:가운데|중)(?:에서?)? ?(?:약 )?[0-9]")
"""How a clause begins that only tells parts of what is to be reached: 이 가운데 300명은."""
_COMMA = lazily(", ")
_GOES_ON = lazily(r"(?:고|며|여|해)\s[^,]*(?:운영|가동|추진|진행|건설|시행) 중(?:임|이다)?$")
"""The end of a sentence that goes on from a goal to what is under way: 비중을 높이고, 실험실 40곳을 운영 중."""
_TELLING = lazily("발표|밝[혔힌]|선언|제시|약속|설정|수립|합의|세웠|목표|계획")
_DONE_SO_SAID = lazily(r"((?:\S{1,12}\s)?\S{0,8}[했됐웠켰았었])다고\s(?:밝[혔힘]|전했|말했|설명했|알렸)\S{0,3}$")
"""What is told as done: 예산 40억 원을 확보했다고 밝혔다."""
_BINDS = lazily(r"(?:신청|접수|제출|응모|등록|지원서)(?:하|을|를|받)\S{0,4}(?:\s\S{1,4})?[,，]?$")
_YEARS_LONG = ("년간", "년 동안")
_FOR_YEARS = lazily(r"[0-9]년간\s(?:약\s)?$")
_UNTIL = lazily(r"(?<=까지)|['’”」』]?\s?(?:말\s?)?까지")
_PARTICLE = lazily(r"(?:至|到|达到|实现|超过|突破|不低于)\s*$")
_AFTER_DEADLINE = lazily(
    r"^['’”」』]?\s?(?:말\s?)?(?:에 걸쳐|안에|까지는?|전에|이전에?|에는?|의|及|和|및)?(?:\s|(?=[一-龥]))"
)
REACH = 240
"""How far from its deadline a goal is looked for: longer than any sentence of the house, and a bound for the time."""
_EACH_ZH = lazily("分别|[、和及与]")
"""In what several figures measure: 城乡居民收入分别增长5%、6.5%."""
_GIVEN = lazily(rf"{BRACKET}[을를]\s(?:지원|지급|보조|융자)")
"""Behind what is given at most, which is nothing to be reached: 최대 30만 위안을 지원."""
_VERB_ENDS = lazily(
    r"(?<=[가-힣]{2})(?:[을를]\s)?(?:[하되]고|[하되]며|하여|할|될|해|돼|시키고|시킬|함|됨)[,，]?$|\s(?:예정|계획)$"
)
"""The ending of a verb that is a noun without it: 구축하고, 수립할."""
_BARE_DEED = 8
"""Characters of a deed that does not say what it is done to."""
_RATE = lazily(r"(?:연평균|매년|해마다)\s(?:약\s)?$")
_BY_SO_MUCH = lazily(
    rf"{BRACKET}\s?(?:이상\s?)?(?:(?:늘|증가|성장|높[이여일]|올[리려릴]|확대|끌어올)|(?P<less>줄|감소|감축|낮[추춰출]|절감|단축|인하))"
)
"""Behind a rate by which something shall grow or fall: 2023년 대비 33.3% 늘려."""
_OF_NOW = lazily(rf"{BRACKET}[을를]\s['’‘]?")
"""Between what something is now and the deadline of what it shall be: 매출 7조 위안을 '27년까지 10조 위안으로."""
_AS_GOAL = lazily(rf"{BRACKET}\s?(?:이상|이하)?(?:을|를)\s목표로")
_OWN_YEAR = lazily(rf"{_YEAR}(?:\s?말)?(?:에는?|까지|에|은)?\s(?:약\s|총\s)?$")
"""Right before a figure, the year that it is of: 2025년 50억 위안, 2026년 60억 위안."""
_BASE = lazily(r"([12][0-9]{3}|['’‘][0-9]{2})년?\s?(?:대비|보다)|比([12][0-9]{3})年")


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


def governed(stated: Stated, deadline: Deadline, part: Span, sentence: int, *, named: bool = False) -> list[Target]:
    """The targets in `part` of the text under a deadline: one for each figure, one for each clause without any.

    A clause that tells what is done, foretells, or only lets an event take place has none. `named` says that the frame
    is a goal by name (a table of goals, a lead with 목표): then a clause needs no word of its own that says so.
    """
    text = stated.text
    start, end = part
    end = start + len(without_tail(text[start:end]))
    announced = PLAN_TOLD.search(text, start, start + REACH)
    if announced and announced.end("verb") < end:
        end = announced.end("verb")
    before = text[max(sentence, deadline.start - REACH) : deadline.start]
    goal = _Goal(stated, text, deadline, actor_of(before) if deadline.start >= sentence else None, sentence)
    found: list[Target] = []
    planned = core_of(text[start:end])[1]
    ahead = deadline.firm and stated.date is not None
    if not planned and _over(text[start:end], ahead=ahead):
        return []
    for clause in clauses(text, start, end):
        body = text[slice(*clause)]
        if deadline.to_the_day and not named and _BINDS.search(body):
            break  # what follows a day by which one applies is what comes of it
        if not planned and not named and (is_foretold(body) or is_natural(body)):
            break  # what follows a forecast in its sentence foretells too
        if is_done(body, ahead=ahead) or is_foretold(body) or is_description(body):
            continue
        if clause[0] > deadline.end and (body.startswith(_ASIDE) or _PART_OF.match(body)):
            continue
        if _LATER.search(text, max(start, deadline.end), clause[1]) or is_effect_zh(body):
            break
        if _FINANCED.search(body):
            continue
        figures = [q for q in stated.quantities_in(clause) if counts(text, q, deadline)]
        if figures:
            event = is_event(body) and not TOTAL.search(body)
            if event and not named and (cut := _before_event(body)):
                clause, event = (clause[0], clause[0] + cut), False
                figures = [figure for figure in figures if figure.end <= clause[1]]
            if not figures:
                continue
            if named or not (event or deadline.to_the_day or _is_remark(text, clause, figures, deadline)):
                found += goal.of_figures(clause, figures, stated.quantities_in(clause))
            continue
        if ANNOUNCES.search(body) or _SETS_GOALS.search(without_tail(body)):
            continue
        own = clause[0] <= deadline.end
        led = own and _OBJECT_BEFORE.search(text, max(sentence, deadline.start - LEAD), deadline.start) is not None
        said = body[max(0, deadline.end - clause[0]) :]
        if named or _states_goal(said, deadline, planned=planned, own=own, led=led):
            words = text[max(clause[0], min(deadline.end, clause[1])) : clause[1]]
            led_by = text[max(sentence, deadline.start - REACH) : deadline.start] if led else ""
            found.append(goal.record(clause, _deed(words, led_by)))
    return found


def _deed(words: str, led_by: str) -> str:
    """What is to be done, from the words behind its deadline without those that say it is planned.

    Where they name no more than the deed, with its object in front of the deadline: 시안을 연내 확정할 계획임.
    """
    words = _LED_ZH.sub("", _AFTER_DEADLINE.sub("", words)).strip(" ,，")
    if HANGUL.search(words) is None:
        return words
    aim = _AIMED_AT.match(words)
    deed = aim["aim"] if aim else _VERB_ENDS.sub("", core_of(words)[0])
    deed = deed if len(deed) > 1 else words
    thing = measured(led_by, "", "") if led_by and len(deed) <= _BARE_DEED else None
    return f"{thing} {deed}" if thing else deed


def _before_event(body: str) -> int | None:
    """Where the last goal ends in front of an event that a comma parts from it: 인재 6만 명 확보, 정착금 지급.

    None where no goal stands there.
    """
    commas = [found.start() for found in _COMMA.finditer(body[:REACH])]
    return next((at for at in reversed(commas) if is_goal(body[:at]) and not is_event(body[:at])), None)


def _over(part: str, *, ahead: bool) -> bool:
    """Whether the last verb, which stands for all clauses before it, tells what is done: … 발굴하고 … 마련하였음."""
    last = part[-LAST_WORDS:]
    told = _DONE_SO_SAID.search(last)
    if told and not _TELLING.search(told[1]):
        return True
    return is_done(last, ahead=ahead) and not _TELLING.search(last) and not _GOES_ON.search(part[-2 * LAST_WORDS :])


def _is_remark(text: str, clause: Span, figures: Sequence[Quantity], deadline: Deadline) -> bool:
    """Whether a clause behind that of the deadline only names a figure, with no verb: …, 총사업비는 30억 위안 규모."""
    if clause[0] <= deadline.end:
        return False
    topic = _TOPIC.search(text, clause[0], figures[-1].start)
    return topic is not None and _NO_VERB.fullmatch(text, figures[-1].end, clause[1]) is not None


def _states_goal(body: str, deadline: Deadline, *, planned: bool, own: bool, led: bool) -> bool:
    """Whether a clause without a figure is a goal; Chinese verbs stand first, and no list of words tells them.

    `own` says that the deadline stands in the clause itself, `led` that what is to be done stands before the deadline:
    시험장을 2027년까지 조성.
    """
    if len(_NO_LETTER.sub("", body)) < (2 if led else 4):
        return False
    if HANGUL.search(body) is None:
        return not deadline.to_the_day and is_goal_zh(body)
    will = _PLANNED_WITH.search(body) or (own and _WILL.search(core_of(body)[0]))
    if planned and will and deadline.firm and not deadline.to_the_day and not is_event(body):
        return True
    return is_goal(body, words="complete" if deadline.to_the_day or not deadline.firm else "achieve")


@dataclass(frozen=True, slots=True)
class _Goal:
    """What the targets under one deadline share."""

    stated: Stated
    text: str
    deadline: Deadline
    actor: str | None
    sentence: int
    """Where it begins."""

    def of_figures(self, clause: Span, counted: list[Quantity], figures: list[Quantity]) -> list[Target]:
        """The targets of a clause: one for each counted figure that is the value of a goal, not what leads to it.

        `figures` are all those of the clause, the counted among them.
        """
        wanted = {figure.start for figure in counted} - aside(self.text, figures)
        wanted -= {one.start for one in counted if one.bound == "<=" and _GIVEN.match(self.text, one.end)}
        wanted -= {at for at in means(self.text, figures) if not self._promised(at)}
        own = [at for at, figure in enumerate(figures) if figure.start in wanted]
        found: list[Target] = []
        left = clause[0]
        for place, at in enumerate(own):
            right = figures[at].end if place + 1 < len(own) else clause[1]
            one = self._of_figure((left, right), figures, at, first=not place)
            shared = found and not one.metric and _EACH_ZH.search(found[0].metric or "")
            found.append(replace(one, metric=found[0].metric) if shared else one)
            left = behind_particle(self.text, figures[at].end)
        date = self.stated.date
        timely = [one for one in found if date is None or (one.deadline or "")[:4] >= str(date.year)]
        return [one for one in timely if one.unit != "배" or one.metric]  # 12개로 확대하여 2022년의 2배로 늘리고

    def _promised(self, money: int) -> bool:
        """Whether what is put in is promised by the day that the sentence says (2027년까지 30억 위안을 들여), and not
        only told for a length of time (3년간 30억 위안을 들여).
        """
        told = self.text[max(0, self.deadline.start) : self.deadline.end] if self.deadline.start >= 0 else ""
        if told.endswith(_YEARS_LONG) and not told.startswith(("향후", "앞으로")):
            return True  # the years of its plan are its deadline
        if self.deadline.start < 0 or _FOR_YEARS.search(self.text[max(0, money - LEAD) : money]):
            return False
        stated = self.text[self.deadline.start : self.deadline.end + LEAD]
        return _UNTIL.match(stated, self.deadline.end - self.deadline.start) is not None

    def _of_figure(self, span: Span, figures: list[Quantity], at: int, *, first: bool) -> Target:
        """The target of one figure; where it is changed from another, its measure stands before that."""
        figure, start = figures[at], start_of(self.text, figures, at)
        if first and start is None and (start := self._start_before(figure)):
            metric = measured(self.text[self._begin(start.start) : start.start], "", "") or ""
        else:
            metric = self._measure(span, start or figure, first=first) or self._told_before(figure) or ""
        if figure.unit == "%" and metric and not metric.endswith(("율", "률")):
            yearly = "연평균 " if _RATE.search(self.text, span[0], figure.start) else ""
            way = _BY_SO_MUCH.match(self.text, figure.end)
            rate = "감소율" if way and way["less"] else "증가율"
            metric = f"{metric} {yearly}{rate}" if yearly or way else metric
        return self.record(stripped(self.text, span), metric, figure, start)

    def _begin(self, place: int) -> int:
        """Where the clause around a place begins, no farther back than its sentence."""
        cuts = [cut.end() for cut in CLAUSE.finditer(self.text, max(self.sentence, place - REACH), place)]
        return cuts[-1] if cuts else max(self.sentence, place - REACH)

    def _start_before(self, figure: Quantity) -> Quantity | None:
        """The figure right before the deadline that this one is changed from: 1만 km에서 2030년 2만 km로."""
        at = self.deadline.start
        before = self.stated.quantities_in((max(self.sentence, at - REACH), at)) if at >= 0 else []
        if not before or before[-1].unit != figure.unit or not CHANGED_TO.match(self.text, figure.end):
            return None
        led = CHANGED_FROM.fullmatch(self.text, before[-1].end, at) or _OF_NOW.fullmatch(self.text, before[-1].end, at)
        return before[-1] if led else None

    def _told_before(self, figure: Quantity) -> str | None:
        """What a figure measures that names nothing, as the last figure of its unit in the sentence, else the first in
        the line above: 트럭 60대를 투입하였으며, 이를 200대로 확대. None where the figure is no end of a change.
        """
        text = self.text
        if not CHANGED_TO.match(text, figure.end) and not _AS_GOAL.match(text, figure.end):
            return None
        line = text.rfind("\n", 0, figure.start) + 1
        own = [q for q in self.stated.quantities_in((line, figure.start)) if q.unit == figure.unit]
        above = text.rfind("\n", 0, max(0, line - 1)) + 1
        told = own[::-1] or [q for q in self.stated.quantities_in((above, line)) if q.unit == figure.unit]
        for one in told:
            first = text.rfind("\n", 0, one.start) + 1
            cuts = [cut.end() for cut in CLAUSE.finditer(text, first, one.start)]
            if noun := measured(text[cuts[-1] if cuts else first : one.start], "", ""):
                return noun
        return None

    def _measure(self, span: Span, figure: Quantity, *, first: bool) -> str:
        """What a figure measures; "" where the sentence does not name it."""
        text, by = self.text, self.deadline.end
        governs = self.deadline.start >= 0 and by <= figure.start
        left = max(span[0], by) if first and governs else span[0]
        if HANGUL.search(text, *span):
            led = (
                text[max(self.sentence, self.deadline.start - REACH) : self.deadline.start] if first and governs else ""
            )
            return measured(text[left : figure.start], led, text[figure.end : span[1]]) or ""
        metric = _AFTER_DEADLINE.sub("", text[left : max(left, figure.start)]).strip(" ,，、·")
        metric = _LED_ZH.sub("", metric)
        while found := _PARTICLE.search(metric) or _LEFT_ZH.search(metric):
            metric = metric[: found.start()].strip()
        return (
            metric if len(metric) > 1 and not _VERB_ZH.fullmatch(metric) else text[figure.end : span[1]].strip(" ,，")
        )

    def _own_year(self, figure: Quantity) -> str | None:
        """The year that stands right before a figure, where the deadline is not that one; None for none."""
        before = max(self.deadline.end, figure.start - LEAD)
        found = _OWN_YEAR.search(self.text, before, figure.start)
        periods = self.stated.periods_in((before, figure.start)) if found else []
        return (periods[-1].value or "")[:4] or None if periods else None

    def record(self, span: Span, metric: str, figure: Quantity | None = None, start: Quantity | None = None) -> Target:
        """The target that stands at `span`; its baseline is the figure it starts from, else the year it is held to."""
        base = _BASE.search(self.text, *span)
        own = self._own_year(figure) if figure else None
        actor = self.actor if self.actor != metric else None  # 홍수 예보 정확도는 2028년 88%
        return Target(
            self.text[slice(*span)], span[0], span[1], actor, metric or None,
            figure.value if figure else None, figure.unit if figure else None, figure.bound if figure else None,
            own or self.deadline.when, start.text if start else (base[1] or base[2]) if base else None,
        )  # fmt: skip
