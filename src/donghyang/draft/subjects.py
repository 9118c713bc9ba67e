"""Who does a deed, and where: the words in front of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.draft.doing import can_act, is_somebody, verbs_too
from donghyang.draft.lexicon import ACTOR_KINDS
from donghyang.draft.nouns import noun_phrase
from donghyang.draft.placing import TOOLS, at_a_place, circumstanced
from donghyang.language import tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.lexicon import Role
    from donghyang.draft.reading import Reader, Token

PREDICATES: tuple[Role, ...] = ("publish", "act", "cause")
_ASKING = frozenset(tables.words(__package__, "asking"))
_PEOPLE = tuple(tables.words(__package__, "people"))
_IN_ORBIT = "在轨"
TALKED_OF = frozenset(tables.words(__package__, "talked_of"))
"""What a meeting does with a matter."""


def subject(page: Reader, front: Sequence[Token]) -> tuple[str, str] | None:
    """Who and where in Korean, "" where nobody or no place is named; None where the words are no subject."""
    if len(front) > 1 and front[0].has("act") and front[1].zh == "在":
        # 研究在部分地区实施…: a deed of its own.
        return None
    if len(front) == 1 and front[0].zh == "安全":
        # 安全运抵: how, and not who.
        return None
    if front and front[0].zh in verbs_too() and (len(front) == 1 or front[1].has("prep", "conj")):
        # 期待与中国深化合作, 利用|建成的装置: a deed, not who does it.
        return None
    if (
        len(front) > 1
        and front[0].zh in verbs_too()
        and any(can_act(word) or word.zh.endswith(_PEOPLE) for word in front[1:])
    ):
        # 期待外国专家参与发展: whom the first deed is done to.
        return None
    if len(front) > 1 and front[0].zh in _ASKING and not front[1].has("de", "conj"):
        # 要求西部地区发展产业: who is asked, and by whom another sentence says.
        return None
    if len(front) > 1 and front[0].zh in TALKED_OF and not is_somebody(front[-1]) and not front[1].has("de", "conj"):
        # 研究新时代推动…有关工作: a deed of those who meet.
        return None
    if len(front) > 1 and front[-1].zh == _IN_ORBIT:
        who, place = noun_phrase(page, front[:-1]), "궤도에서"
    else:
        who, place = noun_phrase(page, front) if front else "", ""
    if who is None:
        who, place = at_a_place(page, front)
    if who is None and any(word.zh in TOOLS for word in front):
        found = circumstanced(page, front)
        who, place = (found[0], found[1].strip()) if found else (None, "")
    if len(front) == 1 and front[0].zh == _THE_STATE:
        who = _HOME
    return None if who is None or _is_deed_too(front) or _directs(front) else (who, place)


_THE_STATE, _HOME = "国家", "중국"


def _is_deed_too(front: Sequence[Token]) -> bool:
    """培养使用人才, 甲举行推动…发布会, 税务部门创新|实施措施: two deeds, of which the first is no subject."""
    if not front or not front[-1].has(*PREDICATES) or front[-1].kind in ACTOR_KINDS:
        return False
    alone = len(front) == 1 or not front[-1].has("noun") or front[-1].has("cause")
    return (
        alone
        or can_act(front[-2])
        or (front[-1].zh == "创新" and is_somebody(front[-2]))
        or front[-2].zh.endswith("会议")
    )


def _directs(front: Sequence[Token]) -> bool:
    """组织人员学习经验: whom the first deed is done to does the second; he is no subject."""
    first = next((word for word in front if not word.has("adv")), None)
    if first is None or not first.has(*PREDICATES) or first.kind in ACTOR_KINDS:
        return False
    return any(can_act(word) for word in front[1:]) and not any(word.has("de") for word in front)
