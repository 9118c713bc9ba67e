"""The members of a noun phrase: what words one may hold, where its count stands, and how they are joined."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from donghyang.draft.bodies import names_a_body
from donghyang.draft.doing import (
    PLAIN,
    can_act,
    is_deed,
    verbs_too,
)
from donghyang.draft.figures import quantity_ko
from donghyang.draft.fitting import NO_MORE, fitted
from donghyang.draft.rows import enumerated
from donghyang.language import gazetteer, tables
from donghyang.language.hangul import with_particle
from donghyang.records import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.reading import Reader, Token


MADE = tuple(tables.words(__package__, "made"))
"""Deeds whose thing is there once they are done."""
_PAIR = 2
_DESCRIBES = ("새로운", "적인")

_TURNED_INTO = "화"

_WORK = "업무"

_CHINA = "중국"

# Words that belong to the figure behind them, not to what is counted: 8个先导区|目标产值.
_MEASURING = frozenset({"目标", "计划", "总", "累计", "平均"})


@dataclass(slots=True)
class Item:
    """One member of an enumeration while it is put together."""

    words: list[str] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)
    """The token of each word."""
    held: Token | None = None
    """A count that stands before its noun in Chinese and behind it in Korean."""
    owned: bool = False
    """Does 의 stand in it already? One is enough."""

    def add(self, korean: str, token: Token) -> bool:
        """One more word; an empty one is none."""
        if not korean:
            return False
        korean = fitted("noun", korean, self.words[-1], self.tokens[-1].zh) if self.words else korean
        korean = " ".join(part for part in korean.split(" ") if part != NO_MORE)
        if not korean or (korean == _WORK and self.words and is_deed(self.tokens[-1])):
            # 试点建设, 推进工作: Korean says no more than the first of them.
            self.tokens[-1] = token
            return True
        if self.words and self.words[-1] == _CHINA and korean.startswith(_CHINA):
            # 中国民航局: the body's own Korean name begins with it.
            self.words.pop()
            self.tokens.pop()
        if self.words and self.words[-1].split(" ")[-1].endswith(korean) and len(korean) > 1:
            # 工程项目: two Chinese words of which Korean makes one.
            self.tokens[-1] = token
            return True
        if (
            korean.endswith(_TURNED_INTO)
            and self.words
            and self.tokens[-1].zh.endswith("化")
            and token.zh.endswith("化")
        ):
            # 市场化法治化国际化: what it is turned into, side by side.
            self.words[-1] += f"·{korean}"
            self.tokens[-1] = token
            return True
        describes = korean.split(" ")[0].endswith(_DESCRIBES) or (
            token.kind == "modifier" and korean.endswith("한") and bool(self.tokens) and self.tokens[-1].kind == "place"
        )
        if describes and self.words and not self.owned and _is_thing(self.tokens[-1]):
            # 区域发展新格局: the new belongs to what follows it, not to the whole row of nouns.
            self.words[-1] += "의"
            self.owned = True
        self.words.append(korean)
        self.tokens.append(token)
        return True


def _is_thing(word: Token) -> bool:
    """May 의 stand behind it, in front of what is new of it? Of 新技术新服务 one stands beside the other."""
    return word.kind != "modifier" and not word.zh.startswith("新")


def add_word(page: Reader, item: Item, word: Token, rest: Sequence[Token]) -> bool:
    """Put one word into the member; False where it cannot stand there."""
    if item.tokens and is_deed(item.tokens[-1]) and not (word.has("de") or word.zh in _HEADS or item.owned):
        return False
    if word.has("plan"):
        if item.tokens and item.tokens[-1].has("plan") and item.tokens[-1].zh.endswith("》"):
            # 《甲》《乙》: two papers.
            item.words[-1] += ","
        return item.add(word.ko("plan"), word)
    if word.has("quantity"):
        return _count(page, item, word, rest)
    if word.has("de"):
        told = (
            bool(item.tokens)
            and item.tokens[-1].zh.endswith(MADE)
            and bool(rest)
            and rest[0].zh.startswith(("第", "首"))
        )
        # 发射的第四艘飞船: what was done to it, and not the launch's.
        return not told and _own(item)
    if word.has("date"):
        # 某论坛2023年年会: the year of the meeting.
        held = bool(rest) and rest[0].zh in _MEETINGS
        return (not item.words or held) and item.add(word.ko("date"), word)
    if word.has("compare"):
        return False
    if word.zh == "内" and item.words and rest:
        # 隧道内设备: a place in front of what is in it.
        return item.add("내", word)
    if is_deed(word) and not item.words and rest and not (rest[0].has("conj", "deng") or rest[0].zh in _HEADS):
        return False
    if not word.has("noun"):
        return _named_deed(item, word, rest)
    if word.zh == "公司" and item.tokens and item.tokens[-1].kind == "company":
        return True
    if names_a_body(item.tokens, word):
        return False
    if item.tokens and _beside(item.tokens[-1], word):
        item.words[-1] += f"·{word.ko('noun')}"
        item.tokens[-1] = word
        return True
    if _makes_a_name(item, word, rest):
        # 法治新疆, “科创天津”: what the place is to be, in quotes as the name that it is.
        item.words = [f"‘{' '.join(item.words)} {word.ko('noun')}({word.zh})’"]
        item.tokens = [word]
        return True
    return item.add(word.ko("noun"), word)


def _makes_a_name(item: Item, word: Token, rest: Sequence[Token]) -> bool:
    """Is the word a province or city at the end of a phrase that opens with what it is to be?"""
    ends = not rest or rest[0].has("conj", "deng") or rest[0].zh in ("建设", "品牌")
    what = bool(item.tokens) and all(
        token.has("noun") and token.kind not in (*_BODY_KINDS, "place", "modifier", "document", "policy")
        for token in item.tokens
    )
    return ends and what and not item.held and word.kind == "place" and bool(gazetteer.written(word.zh))


_BODY_KINDS = frozenset({"agency", "institution", "company", "person"})

_NAMED_KINDS = frozenset({"agency", "company", "place", "person"})


def _is_named(item: Item) -> bool:
    """16家央企与西藏: is it one that has a name, and not so many?"""
    return bool(item.tokens) and item.tokens[-1].kind in _NAMED_KINDS


_BODIES = tuple(tables.words(__package__, "bodies"))


def _beside(before: Token, word: Token) -> bool:
    """国家发展改革委国家能源局: two bodies without a word between them, not a body and its part."""
    return before.kind == word.kind == "agency" and before.zh.endswith(_BODIES) and word.zh.endswith(_BODIES)


_MEETINGS = frozenset(tables.words(__package__, "named_meetings"))

_OBJECTFUL = frozenset(tables.words(__package__, "objectful"))

_COUNTED = ("企业", "机构", "公司")

_FIELDS = tables.words(__package__, "counted_fields")

_UNCOUNTED = tables.words(__package__, "uncounted")

_HOUSES = tuple(tables.words(__package__, "houses"))

_OPENING = ("“", "‘", "「")
"""What opens a name that begins with a figure (“五项机制”): nothing is counted."""

_CLOSING = ("”", "’", "」")
"""What closes one that ends in a figure (“民间投资十条”)."""

_HEADS = frozenset(tables.words(__package__, "heads"))


def _named_deed(item: Item, word: Token, rest: Sequence[Token]) -> bool:
    """设备安装, 标准的制定, 制定工作: a deed that is named, behind what it is done to or in front of such a head."""
    if (
        not word.has("act", "publish")
        or word.has("adv", "modal", "prep")
        or len(word.zh) != PLAIN
        or word.zh in _OBJECTFUL
    ):
        return False
    headed = bool(rest) and rest[0].zh in _HEADS
    ends = not rest or rest[0].has("conj", "deng", "de") or (len(rest) == 1 and rest[0].has("act"))
    return (headed or (ends and bool(item.words) and not item.held)) and item.add(
        word.ko("act") or word.ko("publish"), word
    )


_FOUND = frozenset(tables.words(__package__, "found"))

_TRADED = frozenset(tables.words(__package__, "traded"))


def _own(item: Item) -> bool:
    if not item.words or item.held or item.tokens[-1].zh in verbs_too():
        # 运行的装置: it does so, and is not a thing's.
        return False
    if len(item.tokens) == 1 and item.tokens[0].has("move"):
        # 不断增长的需求: it grows, and is no growth's.
        return False
    if len(item.words) == len(item.tokens) == _PAIR and item.tokens[-1].zh in _FOUND:
        # FAST发现的脉冲星: FAST가 발견한 …
        item.words = [with_particle(item.words[0], "이"), f"{item.words[1]}한"]
        item.owned = True
        return True
    if len(item.words) == _PAIR and item.tokens[-1].zh in _TRADED and item.tokens[0].kind == "place":
        # 我国出口的产品: 중국의 수출 제품
        item.words[0] += "의"
        item.owned = True
        return True
    if not item.owned and item.tokens[-1].kind != "modifier":
        item.words[-1] += "의"
        item.owned = True
    return True


def _count(page: Reader, item: Item, word: Token, rest: Sequence[Token]) -> bool:
    fact = word.fact
    if isinstance(fact, Quantity) and fact.unit == "组" and item.tokens and _NUMBERED.search(item.tokens[-1].zh):
        # 低轨22组卫星, 四十号02组卫星: the number of the group.
        return item.add(f"{fact.text.removesuffix('组')}조", word)
    if not isinstance(fact, Quantity) or item.held or page.text[word.start - 1 : word.start] in _OPENING:
        return False
    if page.text[word.end : word.end + 1] in _CLOSING:
        return False
    if rest and not item.words and fact.kind == "count" and rest[0].zh in _WITH_WHAT:
        # 60个与人工智能相关的平台: with what, and no second thing.
        return False
    follows = bool(rest) and rest[0].has("noun", "plan") and not rest[0].has("conj", "deng")
    if follows and not item.words and fact.text in _AN:
        # 一项研究: no more than an article.
        return True
    if fact.kind == "money" and len(rest) > 1 and rest[0].has("act", "cause"):
        # 投资18亿元建设研发中心: a second deed.
        return False
    if follows and fact.kind == "count":
        item.held = word
        return True
    if follows and fact.kind not in ("money", "measure"):
        return False
    written = at_least(quantity_ko(fact, page.terms, noun=page.text[max(0, word.start - 12) : word.start]))
    if written and fact.kind == "percent" and item.words and item.words[-1] in MOVES:
        # 增长5%以上的目标: in Korean by how much stands in front of it.
        item.words[-1] = f"{written} {item.words[-1]}"
        item.tokens[-1] = word
        return True
    return bool(written) and item.add(written or "", word)


_AN = frozenset({"一项", "一种", "一款"})
_NUMBERED = re.compile("轨$|[0-9一二三四五六七八九十百]号?$")
"""What a group that has a number stands behind: an orbit, a numbered craft."""

_WITH_WHAT = frozenset({"与", "同", "跟", "和", "及"})

MOVES = frozenset({"증가", "감소", "상승", "하락", "성장"})
"""How a figure moves, in Korean."""

_SEVERAL = frozenset(tables.words(__package__, "several"))


def joined_items(page: Reader, items: list[Item], joints: list[str]) -> str | None:
    """The members in Korean with what joins them, a count of all behind the last; None where one has none."""
    several = any(token.zh in _SEVERAL for item in items[1:] for token in item.tokens)
    for at, joint in enumerate(joints):
        acts = any(can_act(token) for token in items[at].tokens[:-1])
        counted = any(token.has("quantity") for token in items[at + 1].tokens)
        alone = acts or several or counted or _is_named(items[at + 1])
        if joint == "및" and items[at].held and items[at + 1].held is None and not alone:
            # 1080个生产线和车间: the count is of both.
            items[at + 1].held, items[at].held = items[at].held, None
    done = any(can_act(token) for token in items[0].tokens[:-1])
    others = any(item.held or _is_named(item) for item in items[1:])
    alone = len(items) > 1 and not (done or several or others)
    shared = items[0].held if alone else None
    if shared is not None:
        items[0].held = None
    if joints == ["과"] and len(items[-1].words) > 1 and not items[-1].owned:
        # 科技创新与产业创新深度融合: 과학기술 혁신과 산업 혁신의 심층 융합
        items[-1].words[-2] += "의"
    texts: list[str] = []
    for item in items:
        written = _written(page, item)
        if written is None:
            return None
        texts.append(written)
    actors = [bool(item.tokens) and item.tokens[-1].kind in _BODY_KINDS for item in items]
    joints = ["과" if one == "및" and all(actors[at : at + 2]) else one for at, one in enumerate(joints)]
    text = enumerated(texts, joints)
    if shared is None:
        return text
    # 12家公共和社会算力中心: the count is of all of them.
    amount = _amount(page, shared)
    return f"{text} {amount}" if amount else None


_OF_BODIES = re.compile("家(?:以上|左右)?$")

_DIVIDED = frozenset(tables.words(__package__, "counted_places"))

_GROUNDS = tables.words(__package__, "counted_grounds")

_LISTING = tables.words(__package__, "listings")

_LISTS = ("份", "批", "张")


def _written(page: Reader, item: Item) -> str | None:
    if not item.words or item.tokens[-1].kind == "modifier":
        return None
    if item.held is None:
        return " ".join(item.words)
    amount = _amount(page, item.held)
    if amount is None or (item.tokens[-1].zh.endswith(_LISTING) and not item.held.zh.endswith(_LISTS)):
        # 23个模型认定名单: the models are counted, not the lists.
        return None
    doer = next((at for at, token in enumerate(item.tokens[:-1], 1) if token.zh.endswith(_COUNTED)), 0)
    if doer and _OF_BODIES.search(item.held.zh) and not item.tokens[-1].zh.endswith(_HOUSES):
        # 1万家企业技术改造: the firms are counted, not what they do.
        return " ".join([*item.words[:doer], f"{amount}의", *item.words[doer:]])
    if len(item.tokens) > 1 and item.tokens[0].zh in _DIVIDED:
        # 11个省份高速公路充电设施: the provinces are counted.
        return " ".join([f"{amount} {item.words[0]}의", *item.words[1:]])
    ground = next((at for at, token in enumerate(item.tokens[:-1], 1) if token.zh.endswith(_GROUNDS)), 0)
    if ground and not (item.tokens[ground].kind == "metric" or item.tokens[ground].zh in _MEASURING):
        # 45个集群主导产业产值: the clusters are counted.
        return " ".join([*item.words[:ground], f"{amount}의", *item.words[ground:]])
    field = next((at for at, token in enumerate(item.tokens[:-1], 1) if token.zh.endswith(_FIELDS)), 0)
    if field and item.held.zh.endswith(("个", "类")) and item.tokens[-1].zh.endswith(_UNCOUNTED):
        # 11个重点行业数据空间建设: the lines of business are counted; of 108个能源领域项目 the projects.
        return " ".join([*item.words[:field], f"{amount}의", *item.words[field:]])
    end = len(item.words)
    while end > 1 and (item.tokens[end - 1].kind == "metric" or item.tokens[end - 1].zh in _MEASURING):
        end -= 1
    return " ".join([*item.words[:end], amount, *item.words[end:]])


def _amount(page: Reader, count: Token) -> str | None:
    noun = page.text[count.end : count.end + 12]
    return at_least(quantity_ko(count.fact, page.terms, noun=noun)) if isinstance(count.fact, Quantity) else None


def at_least(written: str | None) -> str | None:
    """A figure as part of a phrase: 500개사 돌파 is a statement, 500개사 이상 a figure."""
    return written.replace(" 돌파", " 이상").replace(" 초과", " 이상") if written else None
