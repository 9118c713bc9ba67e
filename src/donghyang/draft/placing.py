"""Where a deed is done, and with what: the words between who does it and the deed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.draft.doing import is_deed
from donghyang.draft.lexicon import counters
from donghyang.draft.nouns import noun_phrase
from donghyang.language import tables
from donghyang.language.hangul import with_particle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.reading import Reader, Token

AT = frozenset({"在", "正在", "仍在", "还在"})


def undetermined(words: Sequence[Token]) -> Sequence[Token]:
    """Who, without the word behind him that says how or whether he does it (企业计划在武汉…)."""
    end = len(words)
    while end > 1 and words[end - 1].has("modal", "adv"):
        end -= 1
    return words[:end]


_SITES = tuple(tables.words(__package__, "sites"))


def at_a_place(page: Reader, front: Sequence[Token]) -> tuple[str | None, str]:
    """甲正在乙发射场(开展…): who, and where in Korean; (None, "") where no place stands behind 在."""
    at = next((at for at, word in enumerate(front) if word.zh in AT), None)
    if at is None or at + 1 == len(front) or not (front[-1].kind == "place" or front[-1].zh.endswith(_SITES)):
        return None, ""
    where = noun_phrase(page, front[at + 1 :])
    who = noun_phrase(page, undetermined(front[:at])) if at else ""
    return (who, f"{where}에서") if where else (None, "")


def where_of(page: Reader, words: Sequence[Token]) -> str:
    """北京 -> 베이징에서; 材料研究中, 材料领域 -> 소재 연구에서, 소재 분야에서; "" for anything else."""
    if words and (words[-1].kind == "place" or words[-1].zh.endswith(_SITES)):
        where = noun_phrase(page, words)
        return f"{where}에서" if where else ""
    if len(words) > 1 and words[-1].has("tail"):
        inner = noun_phrase(page, words[:-1])
        tail = words[-1].ko("tail")
        at_it = tail == "중" or (tail == "측면에서" and words[-2].zh.endswith(HELD))
        return "" if inner is None else f"{inner}에서" if at_it else f"{inner} {tail}"
    return ""


HELD = ("会", "论坛", "仪式", "展览", "大赛", "研究", "研发", "开发", "改革", "创新", "建设")
"""In these, and not on their side: 研究方面 is 연구에서."""
_LED = re.compile(f"以(?P<what>.+)为(?P<role>{'|'.join(counters('led'))})")


def led_by(page: Reader, words: Sequence[Token]) -> str:
    """以智能制造为重点: 스마트제조를 중점으로; "" for anything else."""
    if not words or words[0].zh != "以":
        return ""
    found = _LED.fullmatch(page.folded, words[0].start, words[-1].end)
    if not found:
        return ""
    inner = [word for word in words[1:] if word.end <= found.end("what")]
    what = noun_phrase(page, inner) if inner and inner[-1].end == found.end("what") else None
    if not what or is_deed(inner[0]):
        return ""
    return f"{with_particle(what, '을')} {counters('led')[found['role']]}"


TOOLS = frozenset({"使用", "采用", "用", "由"})


def circumstanced(page: Reader, words: Sequence[Token]) -> tuple[str, str] | None:
    """Who, and where and with what (我国|在发射场|使用火箭: 발사장에서 로켓으로); None where a word is unknown."""
    used = next((at for at, word in enumerate(words) if word.zh in TOOLS), len(words))
    placed = next((at for at, word in enumerate(words[:used]) if word.zh in AT), used)
    who = noun_phrase(page, undetermined(words[:placed])) if placed else ""
    where = noun_phrase(page, words[placed + 1 : used]) if placed < used else ""
    tool = noun_phrase(page, words[used + 1 :]) if used + 1 < len(words) else ""
    if who is None or where is None or tool is None:
        return None
    how = f"{where}에서 " if where else ""
    return who, how + (f"{with_particle(tool, '으로')} " if tool else "")
