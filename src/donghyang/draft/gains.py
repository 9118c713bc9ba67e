"""Clauses of reports in a fixed order: what a deed has gained, what drives a figure, what something becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.draft.deeds import action, predicate
from donghyang.draft.doing import is_deed, is_somebody
from donghyang.draft.figures import quantity_ko
from donghyang.draft.fitting import fitted
from donghyang.draft.lexicon import ACTOR_KINDS, counters
from donghyang.draft.nouns import noun_phrase
from donghyang.draft.prose import deed, happening
from donghyang.draft.shapes import Core, Setting
from donghyang.language import tables
from donghyang.language.hangul import with_particle
from donghyang.records import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.lexicon import Role
    from donghyang.draft.reading import Reader, Token


def set_order(page: Reader, words: Sequence[Token], manner: str) -> Core | None:
    """The clause in one of the orders below; None for any other. `manner`: how often or how long it is so."""
    return (
        _by_means_of(page, words)
        or _steps_for(page, words)
        or _gained_by(page, words)
        or _driven(page, words)
        or _written_to(page, words)
        or _becomes(page, words, manner)
        or _some_of(page, words)
    )


_SHORTEST = 4
"""Words of the shortest such clause: 拉动, 甲, 增长, 5%; 有, 三个, 项目, 投产."""
_ISSUING = frozenset(tables.words(__package__, "issuing"))
_BRINGS: tuple[Role, ...] = ("cause", "act")
_STEPS = frozenset(tables.words(__package__, "steps"))


def _by_means_of(page: Reader, words: Sequence[Token]) -> Core | None:
    """[who] 以 [means] [does] [what]: 갑, 을로 …; None for anything else."""
    at = next((at for at, word in enumerate(words) if word.zh == "以" and at), None)
    if at is None or not is_somebody(words[at - 1]):
        return None
    verb = next(
        (at for at, word in enumerate(words[:-1]) if word.has("act", "cause") and not word.has("noun", "adv")), None
    )
    if verb is None or verb <= at + 1 or is_deed(words[at + 1]) or any(word.has("date") for word in words):
        return None
    who, means = noun_phrase(page, words[:at]), noun_phrase(page, words[at + 1 : verb])
    told = action(page, words[verb:], Setting()) if who and means else None
    if told is None or told.who or not means:
        return None
    front = with_particle(means, "으로")
    return Core(f"{front} {told.korean}", f"{front} {told.stem}", told.shape, who or "", ", ")


def _steps_for(page: Reader, words: Sequence[Token]) -> Core | None:
    """[who] 出台 [so many] 措施 支持 [what]: 갑, 을 지원 조치 12개 발표."""
    at = next((at for at, word in enumerate(words) if word.zh in _ISSUING and at), None)
    mark = next((at for at, word in enumerate(words) if word.zh in _STEPS), None)
    if at is None or mark is None or not at < mark < len(words) - 2 or not is_somebody(words[at - 1]):
        return None
    verb = words[mark + 1]
    role = next((role for role in _BRINGS if verb.has(role)), None)
    who, steps = noun_phrase(page, words[:at]), noun_phrase(page, words[at + 1 : mark + 1])
    behind = words[mark + 2 :]
    what = (predicate(page, behind) if role == "cause" else None) or noun_phrase(page, behind)
    if role is None or not who or not steps or not what or any(word.has("quantity") for word in behind):
        return None
    steps = steps.removeprefix("여러 ").removeprefix("일련의 ")
    told = f"{what} {fitted('act', verb.ko(role), what, behind[-1].zh)} {steps}"
    done = words[at].ko("publish")
    return Core(f"{told} {done}", deed(told, done), "publish", who, ", ")


_GAINING = ("取得", "取得了", "获得")
_DOINGS = ("建设", "发展", "改革", "工作", "合作", "转型", "治理", "融合", "一体化", "碳中和", "创新", "振兴")
_BY = frozenset({"推进", "推动", "促进", "加快推进", "积极推进", "深入推进", "全面推进"})


def _gained_by(page: Reader, words: Sequence[Token]) -> Core | None:
    """[who] 推进 [what] 取得 [gain]: 갑, 을 추진에서 성과 달성."""
    at = next((at for at, word in enumerate(words) if word.zh in _GAINING), None)
    by = next((at for at, word in enumerate(words[:at]) if word.zh in _BY), None)
    if at is None or by is None or at + 1 == len(words) or not by + 1 < at:
        return None
    if (by and words[by - 1].kind not in ACTOR_KINDS) or not words[at - 1].zh.endswith(_DOINGS):
        # 推动基金取得收益: it is the fund that gains.
        return None
    who = noun_phrase(page, words[:by]) if by else ""
    what, gain = noun_phrase(page, words[by + 1 : at]), noun_phrase(page, words[at + 1 :])
    if who is None or not what or not gain or any(word.has("quantity") for word in words):
        return None
    front = f"{what} {words[by].ko('cause')}에서"
    verb = fitted("act", "달성", gain, words[-1].zh)
    return Core(f"{front} {gain} {verb}", f"{front} {with_particle(gain, '을')} {verb}하", "act", who, ", ")


_YEAR_ON_YEAR = "전년 동기 대비"
_DRIVING = frozenset({"拉动", "带动"})


def _driven(page: Reader, words: Sequence[Token]) -> Core | None:
    """[who] 拉动 [what] 增长 [so much]: 갑, 을 2%p 증가 견인."""
    at = next((at for at, word in enumerate(words) if word.zh in _DRIVING), None)
    if at is None or len(words) - at < _SHORTEST or not words[-1].has("quantity"):
        return None
    fact = words[-1].fact
    if not words[-2].has("move") or not isinstance(fact, Quantity) or fact.kind != "percent":
        return None
    who = noun_phrase(page, words[:at]) if at else ""
    what, by = noun_phrase(page, words[at + 1 : -2]), quantity_ko(fact, page.terms)
    if who is None or not what or not by:
        return None
    moved = words[-2].ko("move")
    since = _YEAR_ON_YEAR if moved.startswith(_YEAR_ON_YEAR) else ""
    told = " ".join(filter(None, (what, since, by, moved.removeprefix(since).strip())))
    return Core(f"{told} 견인", deed(told, "견인"), "act", who, ", ")


def _written_to(page: Reader, words: Sequence[Token]) -> Core | None:
    """[who] 向 [whom] 致贺信: 갑, 을에 축하 서한 발송."""
    at = next((at for at, word in enumerate(words) if word.zh == "向" and at), None)
    sent = counters("letter").get(words[-1].zh, "")
    if at is None or not sent or not is_somebody(words[at - 1]):
        return None
    who, whom = noun_phrase(page, words[:at]), noun_phrase(page, words[at + 1 : -1])
    if not who or not whom or words[-2].kind == "person":
        return None
    told, _, done = f"{whom}에 {sent}".rpartition(" ")
    return Core(f"{told} {done}", f"{with_particle(told, '을')} {done}하", "publish", who, ", ")


_MEMBERS = ("회원국", "회원", "국가", "수도")
"""Of these nobody makes himself one: one is or is not."""
_BECAME, _CHOSEN = "자리매김", "선정"
_BECOMING = frozenset({"成为", "已成为", "成为了"})


def _becomes(page: Reader, words: Sequence[Token], manner: str) -> Core | None:
    """[what] 成为 [thing]: 갑이 을로 자리매김."""
    at = next((at for at, word in enumerate(words) if word.zh in _BECOMING), None)
    if at is None or at + 1 == len(words) or any(word.has("quantity", "date") for word in words[at + 1 :]):
        return None
    front = list(words[:at])
    while len(front) > 1 and front[-1].has("adv"):
        manner = f"{front.pop().ko('adv')} {manner}".strip()
    if predicate(page, front):
        return None
    who, thing = noun_phrase(page, front) if front else "", noun_phrase(page, words[at + 1 :])
    if who is None or not thing or thing.endswith(_MEMBERS):
        return None
    became = fitted("act", _BECAME, thing, words[-1].zh)
    told = f"{manner} {with_particle(thing, '으로')} {became}".strip()
    return Core(
        told,
        f"{told}{'되' if became == _CHOSEN else '하'}",
        "act",
        who,
        f"{with_particle(who, '이')[len(who) :]} " if who else " ",
    )


_THERE_ARE = frozenset({"有", "已有", "共有"})


def _some_of(page: Reader, words: Sequence[Token]) -> Core | None:
    """[place] 有 [so many] [happened]: 중국에서 37개 승인."""
    at = next((at for at, word in enumerate(words) if word.zh in _THERE_ARE and at), None)
    if at is None or len(words) - at < _SHORTEST:
        return None
    last = words[-1]
    if words[at - 1].kind != "place" or not words[at + 1].has("quantity") or not last.has("event") or last.has("act"):
        return None
    if sum(word.has("quantity") for word in words) != 1 + sum(word.zh in ("、", "和") for word in words):
        return None
    where, things = noun_phrase(page, words[:at]), noun_phrase(page, words[at + 1 : -1])
    if not where or not things:
        return None
    happened = last.ko("event")
    return Core(f"{things} {happened}", f"{with_particle(things, '이')} {happening(happened)}", "event", f"{where}에서")
