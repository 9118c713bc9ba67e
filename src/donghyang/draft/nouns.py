"""Noun phrases: a run of known words becomes Korean in the same order; one unknown word and there is no phrase."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from donghyang.draft.figures import quantity_ko
from donghyang.draft.tokens import Token, tokens
from donghyang.records import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.lexicon import Role
    from donghyang.draft.tokens import Reader

_SHORT = 7


@dataclass(slots=True)
class _Item:
    """One member of an enumeration while it is put together."""

    words: list[str] = field(default_factory=list)
    held: Token | None = None
    """A count that stands before its noun in Chinese and behind it in Korean."""
    owned: bool = False
    """Does 의 stand in it already? One is enough."""
    last_kind: str | None = None
    """The termbase's kind of the last word."""
    verb: bool = False
    """Is the last word a deed (提升) that only stands at the end of a name (能力提升)?"""


def noun_phrase(page: Reader, words: Sequence[Token]) -> str | None:
    """The words as one Korean noun phrase, or None where a word has no Korean form or the order is no phrase."""
    words = [word for word in words if not _silent(word)]
    if not words or words[0].has("conj", "de", "deng") or words[-1].zh in ("的", "和", "与", "及", "、"):
        return None
    items: list[_Item] = [_Item()]
    joints: list[str] = []
    phrase = ""
    for at, word in enumerate(words):
        if word.has("deng"):
            joined = _joined(page, items, joints)
            if joined is None:
                return None
            phrase = f"{phrase} {joined} {word.ko('deng')}".strip()
            items, joints = [_Item()], []
        elif word.has("conj") and not word.has("noun"):
            if not items[-1].words:
                return None
            joints.append(word.ko("conj"))
            items.append(_Item())
        elif not _add(page, items[-1], word, words[at + 1 :]):
            return None
    if not items[-1].words and not items[-1].held:
        return phrase or None
    joined = _joined(page, items, joints)
    return None if joined is None else f"{phrase} {joined}".strip()


# 及 joins parts of one name as often as two names (电子及通信设备制造业).
_BETWEEN = frozenset("、和与")


def members(words: Sequence[Token]) -> int:
    """How many things a phrase names: 甲、乙和丙 are three."""
    return 1 + sum(word.zh in _BETWEEN for word in words)


# Deeds that also stand in front of a noun as its first part: 发展规划, 研发中心.
_FREE = frozenset(
    [
        "发展",
        "建设",
        "创新",
        "研究",
        "研发",
        "应用",
        "服务",
        "管理",
        "合作",
        "改革",
        "治理",
        "生产",
        "制造",
        "设计",
        "开发",
        "监测",
        "检测",
        "投资",
        "出口",
        "销售",
        "试点",
        "转化",
        "支撑",
        "测试",
        "试验",
        "分析",
        "控制",
        "存储",
        "传输",
        "识别",
        "预测",
        "培训",
        "保障",
        "监管",
        "评估",
        "开放",
        "共享",
        "组织",
        "申报",
        "认定",
        "交付",
        "攻关",
        "利用",
        "融合",
        "升级",
        "改造",
        "更新",
        "处理",
        "采集",
        "种植",
        "保护",
        "育种",
        "发射",
        "探索",
        "合成",
        "协调",
        "统筹",
        "考察",
        "调研",
        "宣传",
        "稳定",
        "安排",
        "整合",
    ]
)


def _is_deed(word: Token) -> bool:
    return word.has("act", "cause", "publish") and word.zh not in _FREE


def _silent(word: Token) -> bool:
    return word.has("drop") and not word.has("noun")


def _add(page: Reader, item: _Item, word: Token, rest: Sequence[Token]) -> bool:
    """Put one word into the member; False where it cannot stand there."""
    if word.has("plan"):
        written = plan_ko(page, word)
        item.words.append(written)
        return bool(written)
    if word.has("quantity"):
        return _count(page, item, word, rest)
    if word.has("de"):
        if not item.words or item.held:
            return False
        if not item.owned and item.last_kind != "modifier":
            item.words[-1] += "의"
            item.owned = True
        return True
    if word.has("date") and not item.words:
        item.words.append(word.ko("date"))
        return True
    if not word.has("noun") or word.has("compare") or item.verb:
        return False
    if _is_deed(word):
        if not item.words and rest and not rest[0].has("conj", "deng"):
            return False
        item.verb = True
    item.last_kind = word.kind
    item.words.append(word.ko("noun"))
    return True


def _count(page: Reader, item: _Item, word: Token, rest: Sequence[Token]) -> bool:
    fact = word.fact
    if not isinstance(fact, Quantity) or item.held:
        return False
    follows = bool(rest) and rest[0].has("noun", "plan") and not rest[0].has("conj", "deng")
    if follows and fact.kind == "count":
        item.held = word
        return True
    if follows and fact.kind not in ("money", "measure"):
        return False
    written = quantity_ko(fact, page.terms, noun=page.text[max(0, word.start - 12) : word.start])
    if written is None:
        return False
    item.words.append(written)
    return True


def _joined(page: Reader, items: list[_Item], joints: list[str]) -> str | None:
    members: list[str] = []
    for item in items:
        words = list(item.words)
        if item.held is not None:
            fact = item.held.fact
            noun = page.text[item.held.end : item.held.end + 12]
            written = quantity_ko(fact, page.terms, noun=noun) if isinstance(fact, Quantity) else None
            if written is None:
                return None
            words.append(written)
        if not words or item.last_kind == "modifier":
            return None
        members.append(" ".join(words))
    if len(members) == 1:
        return members[0]
    if all(len(member) <= _SHORT and " " not in member for member in members):
        return "·".join(members)
    text = members[0]
    for joint, member in zip(joints, members[1:], strict=True):
        text += f", {member}" if joint == "," else f" {joint} {member}"
    return text


# ---------------------------------------------------------------------------------------------- names of plans

_ABOUT = re.compile(r"^关于(?P<what>.+?)的(?P<form>[^的]{1,10})$")
_YEARS = re.compile(r"[（(]\s*(\d{4})\s*[-—–~至]+\s*(\d{4})\s*年?\s*[）)]")
_BRACKET = re.compile(r"[（(][^（）()]*[）)]")


def plan_ko(page: Reader, word: Token) -> str:
    """The name of a plan in Korean quotes; "" where a word of it has no Korean form."""
    start, end = word.start + 1, word.end - 1
    inner = page.text[start:end]
    years = _YEARS.search(inner)
    tail = f"({years[1]}~{years[2]})" if years else ""
    bracket = _BRACKET.search(inner)
    if bracket:
        end = start + bracket.start()
    written = _plan_words(page, start, end)
    return f"‘{written}{tail}’" if written else ""


def _plan_words(page: Reader, start: int, end: int) -> str | None:
    from donghyang.draft.clauses import predicate

    about = _ABOUT.match(page.text[start:end])
    if not about:
        return noun_phrase(page, _nominal(tokens(page, start, end)))
    what = tokens(page, start + about.start("what"), start + about.end("what"))
    form = noun_phrase(page, tokens(page, start + about.start("form"), start + about.end("form")))
    doing = predicate(page, what) or noun_phrase(page, _nominal(what))
    return f"{doing} {form}" if doing and form else None


def _nominal(words: Sequence[Token]) -> list[Token]:
    """Verbs inside a name are nouns: 发展规划, 促进条例."""
    named: list[Token] = []
    for word in words:
        verb = next((word.ko(role) for role in _DEEDS if word.has(role)), "")
        korean = word.ko("noun") or verb
        roles: dict[Role, str] = {"noun": korean} if verb else word.roles
        named.append(replace(word, roles=roles))
    return named


_DEEDS: tuple[Role, ...] = ("act", "cause", "publish", "event")
