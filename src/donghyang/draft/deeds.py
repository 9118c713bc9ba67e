"""Clauses that state a deed: who does what; where none is done, what happened."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from donghyang.draft.doing import OF_MEASURES, TURNED, can_act, is_deed, is_somebody
from donghyang.draft.done_to import fitting, in_all, is_second_deed
from donghyang.draft.events import event
from donghyang.draft.figures import quantity_ko
from donghyang.draft.fitting import fitted
from donghyang.draft.items import at_least
from donghyang.draft.lexicon import free_deeds
from donghyang.draft.no_deeds import WAYS, describes, fits, in_quotes, is_measure, is_none, measures
from donghyang.draft.nouns import noun_phrase
from donghyang.draft.prose import deed
from donghyang.draft.shapes import TIMES, Core, Setting
from donghyang.draft.subjects import PREDICATES, TALKED_OF, subject
from donghyang.language import tables
from donghyang.language.hangul import with_particle
from donghyang.records import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.lexicon import Role
    from donghyang.draft.reading import Reader, Token

INNER: tuple[Role, ...] = ("act", "cause")
_MAKES_NEW = "创新"
_GATHERINGS = frozenset(tables.words(__package__, "gatherings"))


_OCCASIONS = frozenset(tables.words(__package__, "occasions"))
_EVERYWHERE = frozenset(tables.words(__package__, "everywhere"))


def action(page: Reader, words: Sequence[Token], setting: Setting) -> Core | None:
    """[who] does [what], or [what] happened; None where the words are neither."""
    for at, word in enumerate(words):
        role = next((role for role in PREDICATES if word.has(role)), None)
        if role is None or at + 1 == len(words):
            continue
        if at and _nominal_here(words, at):
            continue
        found = _done(page, words, at, role, setting)
        if found:
            return found
    return event(page, words, setting)


def together(page: Reader, words: Sequence[Token]) -> Core | None:
    """[who] 联合 [whom] [does] [what]: 갑, 을과 공동으로 …; None for anything else."""
    at = next((at for at, word in enumerate(words[:-2]) if at and word.zh in ("联合", "会同", "携手")), None)
    if at is None or not can_act(words[at + 1]):
        return None
    verb = next((place for place in range(at + 2, len(words) - 1) if _is_done(words, place)), None)
    who = noun_phrase(page, words[:at])
    whom = noun_phrase(page, words[at + 1 : verb]) if verb else None
    told = action(page, words[verb:], Setting()) if verb and whom else None
    if not who or not whom or told is None or told.who:
        return None
    told_with = f"{with_particle(whom, '과')} 공동으로"
    return Core(f"{told_with} {told.korean}", f"{told_with} {told.stem}", told.shape, who, ", ")


def _is_done(words: Sequence[Token], at: int) -> bool:
    return words[at].has("act", "publish") and not words[at].has("noun") and can_act(words[at - 1])


def _nominal_here(words: Sequence[Token], at: int) -> bool:
    """Between two nouns a word such as 发展 or 建设 is a noun itself, unless an actor stands in front of it."""
    word, before = words[at], words[at - 1]
    if words[-1].has("event") and at + 1 < len(words) and words[at + 1].zh in _GATHERINGS:
        # 新型工业化推进大会在京召开
        return True
    if words[-1].has("event") and words[-2].zh in _UNDERTAKINGS and at + 2 < len(words) and not word.has("cause"):
        # 联合招聘毕业生专场活动启动: what it is for.
        return True
    following = words[at + 1] if at + 1 < len(words) else None
    if words[-1].has("event") and words[-2].kind == "document" and at + 2 < len(words):
        # 赋能科学研究实施方案启动: the deed is part of what the paper is called.
        return True
    acted = is_somebody(before)
    if words[-1].has("event") and following and following.zh in _BEGUN and at + 3 == len(words) and not acted:
        # 试点实施工作启动: it names what was begun.
        return True
    if following and following.has("act", "cause", "publish") and not following.has("noun"):
        # 本市支持组建…
        return False
    return word.has("noun") and before.has("noun", "de", "conj") and not acted and not before.has("adv")


def _done(page: Reader, words: Sequence[Token], at: int, role: Role, setting: Setting) -> Core | None:
    """[who] does [what]."""
    front = list(words[:at])
    if front and front[-1].zh in _ON_WHAT:
        # 就促进就业进行学习: on what, and not what is done.
        return None
    manner, often = _how(front, setting)
    if len(front) > 1 and words[at].zh in free_deeds() and front[-1].zh in free_deeds() and front[-1].zh == _MAKES_NEW:
        # 玉米创新|种植模式: which of the two is the deed is not to be seen.
        return None
    found = subject(page, front)
    if found is None or (front and (front[-1].has("quantity") or is_measure(front[-1], words[at]))):
        return None
    who, place = found
    behind = words[at + 1 :]
    if is_none(page, words, at, role) or _is_what_it_is_for(words[at], behind):
        return None
    korean = words[at].ko(role)
    invested = _invested(page, words[at], behind, manner)
    if invested:
        return Core(*invested, "act", *_doer(who, front, words[at]))
    if role == "publish" and len(behind) > 1 and behind[0].has(role) and is_deed(behind[0]):
        korean, behind = f"{korean}·{behind[0].ko(role)}", behind[1:]
    paired = _paired(front, words[at], behind) if role == "act" else None
    if paired:
        korean, behind = paired
    if (not at and describes(words[at], behind)) or measures(words[at], behind) or behind[-1].has("move", "moveto"):
        return None
    thing = _thing(page, words[at], behind, role)
    if thing is None or not fits(behind, role):
        return None
    if "가속화" in korean:
        # 加快创新步伐: 속도 가속화 says it twice.
        thing = thing.removesuffix(" 속도")
    if thing.split(" ")[-1].split("·")[-1] in korean.split(" "):
        # 加强补链强链: one Korean word for both.
        return None
    thing = f"{often} {thing}".strip()
    if manner.endswith("적") and thing.endswith(manner.removesuffix("적")):
        # 有效发挥整合效应: 효과 효과적 says it twice.
        manner = ""
    if manner in TIMES or " " in manner:
        # 因地制宜发展…: a phrase of several words stands in front of what is done.
        thing, manner = f"{manner} {thing}", ""
    thing = f"{place} {thing}".strip()
    if words[at].zh in _HANDED and (is_somebody(behind[-1]) or behind[-1].zh == _MARKET):
        # 样品交付科学家: to whom, not what.
        told = f"{thing}에{'게' if thing[-1] in _PEOPLE else ''} {korean}"
        return Core(told, f"{told}하", "act", who)
    if korean.startswith(TURNED):
        return _turned(behind, who, (thing, manner, korean))
    thing, korean = fitting(thing, korean, behind)
    if not korean or is_second_deed(thing, korean):
        return None
    thing, manner, korean = in_all(thing, manner, korean)
    verb = korean if manner in korean else f"{manner} {korean}".strip()
    shape = "publish" if role == "publish" or verb.endswith(_PUBLISHED) else "act"
    return Core(f"{thing} {verb}", deed(thing, verb), shape, *_doer(who, front, words[at]))


def _is_what_it_is_for(verb: Token, behind: Sequence[Token]) -> bool:
    """试验验证|中心: does the deed only say what a place is for? 建设|中心: it is what is done to it."""
    return len(behind) == 1 and behind[0].zh in _PLACES_OF_WORK and verb.zh in _WORK_OF_PLACES


_PLACES_OF_WORK = frozenset(tables.words(__package__, "places_of_work"))
_WORK_OF_PLACES = frozenset(tables.words(__package__, "work_of_places"))


def _paired(front: Sequence[Token], verb: Token, behind: Sequence[Token]) -> tuple[str, Sequence[Token]] | None:
    """拓展和深化合作: both deeds in Korean, and what they are done to; None where only one is done."""
    if len(behind) < _TWO or behind[0].zh not in _AND:
        return None
    second = behind[1]
    if not second.has("act") or second.has("noun", "adv", "cause", "move", "level"):
        return None
    one, other = verb.ko("act"), second.ko("act")
    if " " in one + other or "·" in one + other or one == other or verb.has("cause", "adv"):
        return None
    a_thing = verb.has("noun") and bool(front) and not is_somebody(front[-1])
    if a_thing or verb.zh in TALKED_OF or verb.zh == _MAKES_NEW:
        # 装置建设取得突破: it is what the break-through is of.
        return None
    return f"{other} {one}" if verb.zh in _IN_DOING else f"{one}·{other}", behind[2:]


_AND = frozenset(tables.words(__package__, "joins_deeds"))
_IN_DOING = frozenset(tables.words(__package__, "in_doing"))


def _invested(page: Reader, verb: Token, behind: Sequence[Token], manner: str) -> tuple[str, str] | None:
    """投资科技企业6000亿元: 과학기술기업에 6,000억 위안 투자, as a note and as a stem; None for anything else."""
    fact = behind[-1].fact
    if not verb.zh.startswith("投资") or len(behind) == 1 or not isinstance(fact, Quantity) or fact.kind != "money":
        return None
    whom, amount = noun_phrase(page, behind[:-1]), at_least(quantity_ko(fact, page.terms))
    if not whom or not amount or not is_somebody(behind[-2]):
        return None
    done = f"{manner} 투자".strip()
    return f"{whom}에 {amount} {done}", f"{whom}에 {deed(amount, done)}"


def _how(front: list[Token], setting: Setting) -> tuple[str, str]:
    """How something is done and how often, "" where nothing says so; the words for it are taken out of `front`."""
    manner, often = setting.manner, ""
    while front and front[-1].has("adv", "modal", "sum"):
        last = front.pop()
        said = last.ko("adv") or last.ko("sum")
        if manner and said in TIMES:
            often = said  # 每年统筹安排: how it is done does not say how often
        manner = manner or said
    return manner, often


def _thing(page: Reader, verb: Token, behind: Sequence[Token], role: Role) -> str | None:
    """What is done something to, in Korean; None where it has none."""
    if role == "cause" and _counts_doers(behind):
        # 支持21家企业建设工厂: so many firms, and not factories.
        return predicate(page, behind)
    embeds = role == "cause" and (is_somebody(behind[0]) or (behind[0].has("act") and len(behind) > 1))
    paper = role == "publish" and (behind[-1].kind == "document" or behind[-1].zh in _MATTERS)
    whole = role == "cause" or (behind[0].zh in ("发展", "建设") and not paper)
    return (
        (embeds and (_two_deeds(page, behind) or predicate(page, behind)))
        or _paper(page, behind, role)
        or _matter(page, verb, behind)
        or noun_phrase(page, behind)
        or (predicate(page, behind) if whole else None)
    )


def _counts_doers(words: Sequence[Token]) -> bool:
    """21家企业建设…: are so many of those counted who do what follows?"""
    counted = words[0].has("quantity")
    return counted and any(can_act(word) and words[at].has(*INNER) for at, word in enumerate(words[1:-1], 2))


def _doer(who: str, front: Sequence[Token], verb: Token) -> tuple[str, str]:
    """Who does it, with the particle that it takes, and what joins it to what is done."""
    if who and all(word.zh in _EVERYWHERE for word in front):
        # 全国完成投资: it is done by the whole; 全国建成基站: they stand in it.
        return who if verb.zh.startswith(OF_MEASURES) else f"{who}에", " "
    if who and front[-1].zh in _OCCASIONS:
        return f"{who}에서", " "
    return who, ", "


_TAKES_PART = re.compile("에 (?=(?:적극 )?참[여가]$)")


_PUBLISHED = "발표"


_ON_WHAT = frozenset(tables.words(__package__, "on_what"))


def _two_deeds(page: Reader, words: Sequence[Token]) -> str | None:
    """培育和发展新质生产力: what two deeds are done to, and both; None for any other words."""
    if len(words) <= _TWO or not (words[0].has("act") and words[1].has("conj") and words[_TWO - 1].has("act")):
        return None
    if words[0].zh not in _TENDING or words[_TWO - 1].zh not in _TENDING:
        # 研发和生产基地: what it is for.
        return None
    thing = noun_phrase(page, words[_TWO:])
    done = "·".join(dict.fromkeys((words[0].ko("act"), words[_TWO - 1].ko("act"))))
    return f"{thing} {done}" if thing else None


_TWO = 3
_TENDING = frozenset(tables.words(__package__, "tending"))


_OUTCOMES = frozenset(tables.words(__package__, "outcomes"))
_MARKET = "市场"


def _turned(behind: Sequence[Token], who: str, told: tuple[str, str, str]) -> Core | None:
    """用于通信, 融入新格局, 惠及全球: what something is put to or turned to; `told`: thing, manner and verb."""
    if any(one.has("act") and after.has("noun") for one, after in itertools.pairwise(behind[:3])):
        # 用于监测系统性能: put to doing something, which Korean says the other way round.
        return None
    thing, manner, korean = told
    particle, _, verb = korean.partition(" ")
    given_to = "에게" if korean == _GIVING and thing[-1] in _PEOPLE else particle
    text = " ".join(filter(None, (f"{thing}{given_to}", manner, verb)))
    passive = korean == "에 활용"
    given, _, verb = text.rpartition(" ") if korean == _GIVING else ("", "", text)
    stem = f"{with_particle(given, '을')} {verb}" if given else verb
    noted = f"{thing} 수혜" if given and thing.endswith(_HEADS) else text
    ending = "되" if passive or korean == _CHOSEN else "하"
    return Core(noted, stem + ending, "act", who, _topic(who) if passive else ", ")


_CHOSEN = "에 선정"


def _paper(page: Reader, behind: Sequence[Token], role: Role) -> str | None:
    """出台|建设示范区三年行动计划: what the paper published is to do, in front of what it is; None for any other."""
    if role != "publish" or behind[-1].kind != "document" or not behind[0].has(*INNER):
        return None
    what, form = predicate(page, behind[:-1]), noun_phrase(page, behind[-1:])
    return f"{what} {form}" if what and form else None


_MATTERS = frozenset(tables.words(__package__, "matters"))


def _matter(page: Reader, verb: Token, behind: Sequence[Token]) -> str | None:
    """研究|推动产业发展有关措施, 听取|推进改革情况汇报: what a meeting speaks of; None for any other."""
    end = len(behind)
    while end and (behind[end - 1].zh in _MATTERS or (behind[end - 1].has("de") and end < len(behind))):
        end -= 1
    if verb.zh not in TALKED_OF or end in (0, len(behind)):
        return None
    when = behind[0].ko("noun") if behind[0].zh in _AGES else ""
    first = 1 if when else 0
    if first >= end or not behind[first].has(*INNER):
        return None
    what, form = predicate(page, behind[first:end]), noun_phrase(page, behind[end:])
    if form == _ANY_WORK:
        # 研究推动发展有关工作: the deed itself is talked of.
        form = ""
    return f"{when} {what} {form}".strip() if what and form is not None else None


_ANY_WORK = "관련 업무"


_AGES = frozenset({"新时代", "新时期", "新阶段"})
"""In which time a deed is done, and not by whom."""


_PEOPLE = frozenset("자원인들생명")
"""What Korean words for people end in."""
_HANDED = frozenset(tables.words(__package__, "handed"))
_GIVING = "에 혜택 제공"
_HEADS = (" 명", " 가구")
"""惠及390万人: 390만 명 수혜 as a note."""


def _topic(who: str) -> str:
    """The particle of what a sentence speaks of, with its blank: 위성 -> "은 "."""
    return f"{with_particle(who, '은')[len(who) :]} " if who else " "


_BEGUN = frozenset(tables.words(__package__, "begun"))
_UNDERTAKINGS = frozenset(tables.words(__package__, "undertakings"))


def predicate(page: Reader, words: Sequence[Token]) -> str | None:
    """[who] [does] [what] inside another clause (支持企业建设研发中心): 기업의 연구개발센터 구축."""
    for at, word in enumerate(words):
        role = next((role for role in INNER if word.has(role)), None)
        if role is not None and in_quotes(page, word, words[at + 1 :]):
            return None
        if role is None or at + 1 == len(words) or (at and at + 2 == len(words) and words[at + 1].has(*INNER)):
            # 产业集聚发展: two deeds, of which neither is the other's object.
            continue
        if word.zh == "发展" and words[at + 1].zh in WAYS:
            # 加快发展方式转型: it only names what is to be changed.
            continue
        if at and words[at].has("noun") and not is_somebody(words[at - 1]):
            # 市场采购贸易: nobody does it, it is part of a name.
            continue
        who = noun_phrase(page, words[:at]) if at else ""
        thing = noun_phrase(page, words[at + 1 :]) or (predicate(page, words[at + 1 :]) if role == "cause" else None)
        if who is not None and thing:
            korean = word.ko(role)
            korean = fitted("act", korean, thing, words[-1].zh)
            told = thing + korean if korean.startswith(TURNED) else f"{thing} {korean}"
            # 支持企业参与行动: 기업의 행동 참여 지원
            return f"{who}의 {_TAKES_PART.sub(' ', told)}" if who else told
    if len(words) > 1 and words[-2].zh in _OUTCOMES:
        # 推动企业转型|成效突出: what came of it.
        return None
    if words and words[-1].has("event"):
        what = noun_phrase(page, words[:-1])
        happened = words[-1].ko("event")
        # 创新发展实现新突破: a break-through of what stands in front of it.
        return f"{what}{'의' if happened.startswith('새로운 ') else ''} {happened}" if what else None
    return None
