"""Noun phrases: a run of known words becomes Korean in the same order; one unknown word and there is no phrase."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.draft.doing import (
    DEEDS,
    EFFECTS,
    FRONTED,
    HEADED,
    PLAIN,
    TOWARD,
    TURNED,
    can_act,
    does,
    is_deed,
    jointly,
    verbs_too,
)
from donghyang.draft.figures import quantity_ko
from donghyang.draft.fitting import fitted
from donghyang.draft.items import MADE, Item, add_word, at_least, joined_items
from donghyang.draft.lexicon import free_deeds
from donghyang.draft.prose import attributive
from donghyang.language import tables
from donghyang.language.hangul import with_particle
from donghyang.records import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.reading import Reader, Token

# 及 joins parts of one name as often as two names (电子及通信设备制造业).
_BETWEEN = frozenset("、和与")


_ALL_OF_IT = frozenset(tables.words(__package__, "all_of_it"))
"""江苏全省: the province says it already."""


def noun_phrase(page: Reader, words: Sequence[Token]) -> str | None:
    """The words as one Korean noun phrase, or None where a word has no Korean form or the order is no phrase."""
    words = [word for word in words if not (word.has("drop") and not word.has("noun"))]
    words = [
        word for at, word in enumerate(words) if not (at and word.zh in _ALL_OF_IT and words[at - 1].kind == "place")
    ]
    if not words or words[0].has("conj", "de", "deng") or words[-1].zh in ("的", "和", "与", "及", "、"):
        return None
    relative = _part_of(page, words) or _relative(page, words)
    if relative:
        return relative
    if any(does(words, at) or jointly(words, at) for at in range(len(words) - 1)):
        return None
    if len(words) > PLAIN and words[0].zh in _ABLE_TO and words[-1].zh in _ABILITY and not is_deed_too(words[1]):
        # 保障能源供应能力: what one is able to do stands behind what it is done to.
        return None
    named = _of_offices(page, words)
    if named:
        return named
    meets = words[-1].zh.endswith(_MEETING)
    items, joints, phrase = [Item()], list[str](), ""
    for at, word in enumerate(words):
        if word.has("deng"):
            joined = joined_items(page, items, joints)
            if joined is None:
                return None
            phrase = f"{phrase} {joined} {word.ko('deng')}".strip()
            if len(words) == at + _PAIR and words[-1].zh in _AND_SUCH:
                return phrase
            items, joints = [Item()], []
        elif _counts_them(items, word) and at + 1 < len(words):
            # 企业、行业、城市三类试点: of those that are named there are three.
            amount, joined = _counted(page, word), joined_items(page, items, joints)
            if not amount or joined is None:
                return None
            phrase = f"{phrase} {joined} {amount}의".strip()
            items, joints = [Item()], []
        elif word.has("conj") and not word.has("noun"):
            if not items[-1].words:
                return None
            two = word.zh in _WITH or (word.zh == "和" and sum(one.has("conj") for one in words) == 1)
            joints.append("과" if meets and two else word.ko("conj"))
            items.append(Item())
        elif not add_word(page, items[-1], word, words[at + 1 :]):
            return None
    if not items[-1].words and not items[-1].held and len(items) == 1:
        return phrase or None
    joined = joined_items(page, items, joints)
    if joined is None:
        return None
    whole = _all_new(f"{phrase} {joined}".strip())
    return _WORLD if whole == "글로벌" else whole


_ALL_NAMED = 3


def _counts_them(items: Sequence[Item], word: Token) -> bool:
    """Is it how many the members in front of it are?"""
    fact = word.fact
    named = len(items) >= _ALL_NAMED and bool(items[-1].words) and not any(item.held for item in items)
    return named and isinstance(fact, Quantity) and fact.kind == "count" and fact.value == len(items)


def _counted(page: Reader, word: Token) -> str | None:
    return quantity_ko(word.fact, page.terms) if isinstance(word.fact, Quantity) else None


_AND_SUCH = frozenset(tables.words(__package__, "and_such"))
"""比例要求等内容: behind 등 Korean needs no word for what they all are."""
_OFFICES = tuple(tables.words(__package__, "held_offices"))
_HEAD_OF_STATE = "国家主席"


def _of_offices(page: Reader, words: Sequence[Token]) -> str | None:
    """中央政治局常委、国务院总理李强: one man and his offices, his name in front; None for anything else."""
    if len(words) < _PAIR or words[-1].kind != "person" or any(word.kind == "person" for word in words[:-1]):
        return None
    joints = [at for at, word in enumerate(words) if word.zh in ("、", "兼")]
    starts = [0, *(at + 1 for at in joints)]
    offices = [words[first:last] for first, last in zip(starts, [*joints, len(words) - 1], strict=True)]
    if not all(office and office[-1].zh.endswith(_OFFICES) for office in offices):
        return None
    if len(offices) > _PAIR:
        # Of a row of offices Korean news gives the head of state's.
        offices = [office for office in offices if office[-1].zh.endswith(_HEAD_OF_STATE)] or offices
    said = [noun_phrase(page, office) for office in offices]
    name = noun_phrase(page, words[-1:])
    return f"{name} {' 겸 '.join(filter(None, said))}" if name and all(said) else None


_ABLE_TO = frozenset(tables.words(__package__, "able_to"))
_ABILITY = frozenset({"能力", "水平", "能力和水平"})


def is_deed_too(word: Token) -> bool:
    """May a word be a deed as well (监测预警能力)?"""
    return word.has("act", "cause", "event") or word.zh in free_deeds()


_WORLD = "전 세계"
"""全球 by itself; in front of a noun it is 글로벌."""


# 新业态新模式: 신업태·신모델, as weeklies write things that are new one beside the other.
_ANEW = re.compile(
    r"(?<![^\s·])(?:새로운 |신)([가-힣]{2,4})(?:(,?) (?:새로운 |신(?!호))|·새로운 )([가-힣]{2,4})(?= |·|$)"
)
_WITH = frozenset({"与", "同"})
_MEETING = tuple(tables.words(__package__, "meeting"))


def _all_new(phrase: str) -> str:
    """新业态新模式新场景: 신업태·신모델·신시나리오, however many stand in a row."""
    while (made := _ANEW.sub(_both_new, phrase, count=1)) != phrase:
        phrase = made
    return phrase


def _both_new(found: re.Match[str]) -> str:
    if found[1] == found[3]:
        # 新领域新赛道: of both Korean makes one.
        return f"새로운 {found[1]}"
    return f"신{found[1]}·신{found[3]}"


_PAIRS = frozenset(tables.words(__package__, "pairs"))


def members(words: Sequence[Token]) -> int:
    """How many things a phrase names: 甲、乙和丙 are three."""
    return 1 + sum(word.zh in _BETWEEN for word in words) + sum(word.zh in _PAIRS for word in words)


def _relative(page: Reader, words: Sequence[Token]) -> str | None:
    """突破关键核心技术的项目, 甲研制的乙: what is done, and what it is done by or to, in front of a noun."""
    toward = _toward(page, words)
    if toward:
        return toward
    if words[0].zh.endswith("了") or page.folded.startswith("了", words[0].end):
        # 吸引了73个国家的企业参会: what has 了 tells, and describes nothing.
        return None
    if words[0].zh in _PUT_TO_USE and words[-1].zh.endswith(_ITS_OWN):
        # 发挥企业的主体作用: the part is what is played, and by whom stands in front of it.
        return None
    marks = [at for at, word in enumerate(words) if word.has("de")]
    for at in reversed(marks):
        head = noun_phrase(page, words[at + 1 :]) if at else None
        front = _described(page, words[:at], words[at + 1 :]) if head else None
        if head and not front and words[0].has("act") and at > 1 and can_act(words[-1]):
            # 管理专利工作的部门: in front of who does it, such a word is a verb.
            thing = noun_phrase(page, words[1:at])
            front = attributive(thing, _verb(words[0]), made=False) if thing else None
        if front:
            return f"{front} {head}"
    return None


_WHERE_MADE = frozenset(tables.words(__package__, "where_made"))
_PUT_TO_USE = frozenset(tables.words(__package__, "put_to_use"))
_ITS_OWN = tuple(tables.words(__package__, "its_own"))
_PAIR = 2
_EVERYWHERE = frozenset({"全球", "世界", "全国"})
_IN_THE_WORLD = "글로벌 "


def _part_of(page: Reader, words: Sequence[Token]) -> str | None:
    """全球61%的专利: 전 세계 특허의 61%; None for anything else."""
    if len(words) < _PAIR + _PAIR or words[0].zh not in _EVERYWHERE or not words[2].has("de"):
        return None
    fact = words[1].fact
    shared = isinstance(fact, Quantity) and (fact.kind == "percent" or _PARTS in fact.text)
    if not isinstance(fact, Quantity) or not shared or words[-1].zh.endswith(_NO_SHARES):
        return None
    whole, amount = noun_phrase(page, [words[0], *words[3:]]), quantity_ko(fact, page.terms)
    if not whole or not amount or "의 " in whole:
        return None
    told = f"전 세계 {whole.removeprefix(_IN_THE_WORLD)}" if whole.startswith(_IN_THE_WORLD) else whole
    return f"{told}의 {at_least(amount)}"


_PARTS = "分之"
_NO_SHARES = tuple(tables.words(__package__, "no_shares"))


def _toward(page: Reader, words: Sequence[Token]) -> str | None:
    """对经济增长的贡献率: 경제 성장에 대한 기여율; None for anything else."""
    first = next((at for at, word in enumerate(words) if word.zh in TOWARD), None)
    at = next((at for at in reversed(range(len(words))) if words[at].has("de")), 0)
    if first is None or at < first + _PAIR or not words[-1].zh.endswith(EFFECTS):
        return None
    inner = words[first + 1 : at]
    if is_deed(inner[0]) or any(word.zh in TOWARD for word in inner):
        return None
    who = noun_phrase(page, words[:first]) if first else ""
    what, effect = noun_phrase(page, inner), noun_phrase(page, words[at + 1 :])
    if who is None or not what or not effect:
        return None
    # 对经济增长的贡献率: 경제 성장 기여율
    told = f"{what} {effect}" if effect.startswith("기여") else f"{what}에 대한 {effect}"
    return f"{who}의 {told}" if who else told


def _is_named(head: Sequence[Token]) -> bool:
    """突破核心技术的项目: is the head one that Korean names by the deed, without 하는?"""
    return head[-1].kind == "document" or head[-1].zh.endswith(HEADED)


def _described(page: Reader, words: Sequence[Token], head: Sequence[Token]) -> str | None:
    """A deed in front of 的: [deed] [thing], or [date] 由 [who] [deed] [thing]; None for anything else."""
    if is_deed(words[0]) and len(words) > 1 and words[-1].zh not in FRONTED:
        # 开放共享安全的市场: three things that it is.
        two = len(words) == PLAIN and words[1].zh in verbs_too()
        twice = words[0].zh in free_deeds() and words[-1].zh in free_deeds() and len(words) > PLAIN
        if two or twice or (words[-1].has("act", "publish") and not words[-1].has("noun")):
            # 完成《规划》确定的目标: the last deed describes, the first is done to all. 建成运行的装置: two deeds.
            return None
        thing = None if _verb(words[0]).startswith(TURNED) else noun_phrase(page, words[1:])
        if thing and words[0].zh in _CARRYING:
            return attributive(thing, _verb(words[0]), made=True)
        if thing and not _is_named(head):
            return attributive(thing, _verb(words[0]), made=False)
        return f"{thing} {_verb(words[0])}" if thing else None
    if len(words) == _PAIR and words[0].zh in _WHERE_MADE and words[1].zh.endswith(MADE):
        # 国内建造的邮轮: where it is made.
        return f"{words[0].ko('noun')}에서 {fitted('act', _verb(words[1]), '', head[-1].zh)}한"
    if any(word.zh.endswith("了") or page.folded.startswith("了", word.end) for word in words):
        # 组织机构发布了成果: what has 了 tells, and describes nothing.
        return None
    dated = f"{words[0].ko('date')} " if words[0].has("date") else ""
    words = words[1:] if dated else words
    if words and words[0].zh == "在" and words[-1].zh in HELD_AT:
        # 在上海举办的品牌日活动
        where = noun_phrase(page, words[1:-1]) if words[1:-1] and words[-2].kind == "place" else None
        return f"{dated}{where}에서 개최된" if where else None
    words = words[1:] if words and words[0].zh == "由" else words
    at = next((at for at, word in enumerate(words) if at and word.has("act", "publish")), None)
    if at is None or not (can_act(words[at - 1]) or words[at - 1].has("plan")):
        return None
    who = noun_phrase(page, words[:at])
    thing = noun_phrase(page, words[at + 1 :]) if words[at + 1 :] else ""
    if not who or thing is None:
        return None
    told = attributive(thing, _verb(words[at]), made=words[at].zh.endswith((*MADE, *HELD_AT)))
    by = f"{who}에서" if words[at - 1].has("plan") else with_particle(who, "이")
    return f"{dated}{by} {told}"


HELD_AT = frozenset({"举办", "举行", "召开"})
_CARRYING = frozenset(tables.words(__package__, "carrying"))


def _verb(word: Token) -> str:
    return word.ko(next(role for role in DEEDS if word.has(role)))
