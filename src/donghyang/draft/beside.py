"""What lies above or below another, and what somebody has: 高于全国, 已有36家."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.draft.doing import can_act
from donghyang.draft.figures import quantity_ko
from donghyang.draft.lexicon import ACTOR_KINDS
from donghyang.draft.nouns import noun_phrase
from donghyang.draft.prose import deed
from donghyang.draft.shapes import Core
from donghyang.language import tables
from donghyang.language.hangul import with_particle
from donghyang.records import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.reading import Reader, Token

_ABOVE = {"高": "상회", "低": "하회", "高出": "상회"}


def compared(page: Reader, words: Sequence[Token], manner: str) -> Core | None:
    """[what] 高于 [other] N个百分点, 比 [other] 高 N个百分点: 을을 N%p 상회; without a figure 을을 상회.

    `manner`: for how long (3년 연속).
    """
    at = next((at for at, word in enumerate(words) if word.has("beside") or word.zh in ("比", "较")), None)
    if at is None:
        return None
    by, behind = "", list(words[at + 1 :])
    of = ""
    if len(behind) > 2 and behind[-1].has("quantity") and behind[-2].has("de"):
        # 低于服务业的12.1%: the other's own figure.
        fact = behind[-1].fact
        of = quantity_ko(fact, page.terms) or "" if isinstance(fact, Quantity) else ""
        behind = behind[:-2] if of else behind
    elif behind and behind[-1].has("quantity"):
        fact = behind.pop().fact
        by = quantity_ko(fact, page.terms) or "" if isinstance(fact, Quantity) and fact.kind == "percent" else ""
        if not by:
            return None
    verb = words[at].ko("beside") or (_ABOVE.get(behind.pop().zh, "") if behind and by else "")
    who = noun_phrase(page, words[:at]) if at else ""
    other = noun_phrase(page, behind) if behind else None
    other = f"{other}({of})" if other and of else other
    if not verb or who is None or not other:
        return None
    lasting = manner if manner.endswith(" 연속") else ""
    told = " ".join(filter(None, (lasting, with_particle(other, "을"), by, verb)))
    return Core(told, f"{told}하", "figure", who, f"{with_particle(who, '이')[len(who) :]} ")


def possessed(page: Reader, words: Sequence[Token]) -> Core | None:
    """[who] 已有 [what] 36家: 갑, 을 36개 보유."""
    at = next((at for at, word in enumerate(words) if at and word.zh in _HAVING), None)
    if at is None or not (can_act(words[at - 1]) or words[at - 1].kind in ACTOR_KINDS):
        return None
    if words[at - 1].zh.startswith("全"):
        # 全国已有20个省份，将…: they are there, and do what follows.
        return None
    what = words[at + 1 :]
    counted = [word for word in what if isinstance(word.fact, Quantity)]
    if len(counted) != 1 or not isinstance(fact := counted[0].fact, Quantity) or fact.kind != "count":
        return None
    who, thing = noun_phrase(page, words[:at]), noun_phrase(page, what)
    return Core(f"{thing} 보유", deed(thing, "보유"), "act", who, ", ") if who and thing else None


_HAVING = frozenset(tables.words(__package__, "having"))
