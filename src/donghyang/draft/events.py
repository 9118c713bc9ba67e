"""Clauses that state an event: what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.draft.doing import OF_MEASURES, is_somebody, verbs_too
from donghyang.draft.fitting import fitted
from donghyang.draft.items import MADE, MOVES
from donghyang.draft.lexicon import ACTOR_KINDS, manners
from donghyang.draft.nouns import noun_phrase
from donghyang.draft.placing import TOOLS, circumstanced, undetermined, where_of
from donghyang.draft.prose import happening
from donghyang.draft.shapes import TIMES, Core, Setting
from donghyang.language import tables
from donghyang.language.hangul import with_particle
from donghyang.records import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.reading import Reader, Token

_FOUNDED = tuple(tables.words(__package__, "founded"))
_OFFICES = tuple(tables.words(__package__, "offices"))
_ANY = frozenset(tables.words(__package__, "any_paper"))
_PAIR = 2
_THIS = frozenset({"本届", "本次", "此次", "这次", "该"})
_UNNAMED = _ANY | frozenset(tables.words(__package__, "named_meetings"))
_PARTED = ("分离", "对接", "会合", "合并")
_GAINED = ("진전", "성과")
_OPENED = "돌파구 마련"
_HISTORIC, _NEW = "역사적", "새로운"
_FIRST = "최초"
_ALL = "모두"
_STEADY = frozenset({"진입", "유지", "실현", "기록"})


def event(page: Reader, words: Sequence[Token], setting: Setting) -> Core | None:
    """[what] happened: 开工, 发射成功, 不断完善; without [what] it goes on from the clause before."""
    last = words[-1]
    goes_on = last.has("going") and len(words) > 1 and words[-2].has("adv")
    if not (last.has("event") or goes_on):
        return None
    happened = last.ko("event") or last.ko("going")
    front = list(words[:-1])
    while len(front) > 1 and front[-1].has("event") and not front[-1].has("noun", "adv") and front[-1].kind is None:
        # 竣工投产: one after the other.
        joint = " " if happened == _QUICKER else "·"
        happened = f"{front.pop().ko('event')}{joint}{happened}"
    manner = setting.manner
    while front and front[-1].has("adv", "modal"):
        if front[-1].zh == _AIM and len(front) > 1 and front[-2].has("noun"):
            return None  # 成交额目标提前完成: the aim of it, not the thing itself
        said = front.pop().ko("adv")
        if manner and said in TIMES:
            return None  # 每年稳步增长: how often it happens has no place here
        manner = manner or said
    place = ""
    at = next((at for at, word in enumerate(front) if word.zh == "在" and at), None)
    if at is not None:
        place = where_of(page, front[at + 1 :])
        front = list(undetermined(front[:at])) if place else front
    planned = any(word.has("modal") for word in words)
    if _is_deed(page, front, last) or _is_vague(front, happened, planned=planned):
        return None
    found = _what(page, front, last, place)
    if found is None:
        return None
    what, place = found
    if what and happened.endswith((*_GAINED, _OPENED)) and not is_somebody(front[-1]):
        return _gained(what, happened, manner)
    if front and front[-1].kind in ACTOR_KINDS and happened == _STRONGER:
        # 我国加大力度: it is what he does that he does more of.
        return None
    happened = _of_that(happened, what, front[-1].zh) if front else happened
    if what.endswith(f" {happened.partition(' ')[0]}"):
        # 体系建设加速构建: one Korean word for both.
        what = what.rpartition(" ")[0]
    deed, _, last_word = happened.rpartition(" ")
    if what and last_word == _QUICKER and deed and deed not in manners() and not (place or " " in manner):
        # 产业加速培育: 산업 육성이 가속화되다
        what, happened = f"{what} {deed}", last_word
    told = _with_manner(happened, manner)
    if what and "가속화" in happened:
        # 步伐加快: 속도 가속화 says it twice.
        what = what.removesuffix(" 속도")
        if what.endswith("증가율"):
            told = told.replace("가속화", "상승")
    if manner == _FIRST and happened.endswith("성공"):
        # 今年首次发射: the first of that year, not the first of all.
        told = told.replace(_FIRST, "첫", 1)
    verb = f"{place} {told}".strip()
    stem = happening(verb)
    if manner and told == f"{happened.rpartition(' ')[0]} {manner} {happened.rpartition(' ')[2]}".strip():
        # 不断实现新突破: 돌파를 지속 실현하, not 돌파 지속을 실현하.
        begun, _, ending = happening(f"{place} {happened}".strip()).rpartition(" ")
        stem = f"{begun} {manner} {ending}".strip()
    shape = "publish" if any(word.has("plan") for word in front) else "event"
    gained = is_somebody(front[-1]) and happened.endswith((*_GAINED, _OPENED)) if front else False
    parted = what and (gained or (place and (front[-1].kind in ACTOR_KINDS or " " in place)))
    return Core(verb, stem, shape, what, ", " if parted else " ")


_AIM = "目标"
_STRONGER = "강화"
_QUICKER = "가속화"
_BEGUN = frozenset({"개시", "공식 개시", "전면 개시"})
_RUNNING = tables.words(__package__, "running")


_MADE_OF_NOTHING = frozenset(MADE) - {"成立", "组建", "创建"}
_URGED = tables.words(__package__, "urged")
_ENSURING = frozenset(tables.words(__package__, "ensuring"))


def _is_deed(page: Reader, front: Sequence[Token], last: Token) -> bool:
    """Is it rather what somebody has done?"""
    if not front:
        return False
    office = front[-1].kind in ACTOR_KINDS or front[-1].has("deng") or front[-1].zh.endswith(_OFFICES)
    if office and (last.has("publish") or last.zh in _MADE_OF_NOTHING):
        # 八部门发布: nobody says what was published.
        return True
    if len(front) > 1 and front[0].has("act", "noun") and page.folded.endswith(_URGED, 0, front[0].start):
        # 要保障项目实施: what is demanded is the first word.
        return front[0].zh in verbs_too() or front[0].has("act", "cause") or front[0].zh in _ENSURING
    # 实现稳定的投入增长: a deed and what it is done to, not something that happened.
    return front[0].zh in OF_MEASURES


def _is_vague(front: Sequence[Token], happened: str, *, planned: bool) -> bool:
    """Does another sentence say of what it is told? `planned`: it is still to come, and so the news itself."""
    if not front:
        return False
    this = planned and len(front) == _PAIR and front[0].zh in _THIS
    if front[-1].zh in _UNNAMED and (len(front) == 1 or this):
        # 大会将于11月9日举行: which one?
        return True
    if front[-1].kind == "document" and all(word.zh in _ANY for word in front[:-1]):
        # 办法自12月起施行: which one?
        return True
    # 西部地区稳中有升: what grew there?
    return front[-1].kind == "place" and happened.endswith(tuple(MOVES))


def _what(page: Reader, front: Sequence[Token], last: Token, place: str) -> tuple[str, str] | None:
    """What it happened to, "" where that is not said, and where; None where the words are no such thing."""
    percent = any(isinstance(word.fact, Quantity) and word.fact.kind == "percent" for word in front)
    if percent or (front and front[-1].has("quantity")):
        return None
    what = noun_phrase(page, front) if front else ""
    if what and last.zh.endswith(_PARTED) and what.count(" 및 ") == 1 and "," not in what:
        # 飞船与空间站分离: two sides of one thing that happens.
        one, other = what.split(" 및 ")
        what = f"{with_particle(one, '과')} {other}"
    if what is None and any(word.zh in TOOLS for word in front):
        found = circumstanced(page, front)
        return (found[0], f"{place} {found[1]}".strip()) if found else None
    return None if what is None else (what, place)


def _of_that(happened: str, what: str, chinese: str) -> str:
    """What happened as Korean says it of `what`, whose last Chinese word is `chinese`."""
    if chinese.endswith(_FOUNDED):
        happened = happened.replace("운영 개시", "출범").replace("개시", "출범")
    if happened in _BEGUN and what.endswith(_RUNNING):
        # 主控室启动: it runs, and is not begun.
        happened = happened.replace("개시", "가동")
    return fitted("event", happened, what, chinese)


def _gained(what: str, happened: str, manner: str) -> Core:
    """改革取得新进展, 技术取得突破: what was gained was gained in it."""
    if happened.endswith(_OPENED) and (manner or happened.startswith(_HISTORIC)):
        # 不断实现新突破, 再获突破: what goes on or comes again is no opening.
        happened = happened.removesuffix(_OPENED).strip()
        thing = f"{happened or _NEW} 성과"
        verb = f"{manner} 창출".strip()
        return Core(f"{thing} {verb}", f"{with_particle(thing, '을')} {verb}하", "event", f"{what}에서")
    opened = happened.endswith(_OPENED)
    thing = happened.removesuffix(" 마련") if opened else _with_manner(happened, manner)
    verb = f"{manner} 마련".strip() if opened else fitted("act", "달성", thing, "")
    return Core(f"{thing} {verb}", f"{with_particle(thing, '을')} {verb}하", "event", f"{what}에서")


def _with_manner(happened: str, manner: str) -> str:
    """새로운 단계 진입, 지속 -> 새로운 단계 지속 진입: how something happens stands in front of the last word."""
    if not manner or manner in happened:
        return happened
    head, _, last = happened.rpartition(" ")
    return f"{head} {manner} {last}" if head and last in _STEADY and manner != _ALL else f"{manner} {happened}"
