"""What an item of a table states, clause by clause, in the voice in which it stands there."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from donghyang.draft.clauses import clause
from donghyang.draft.cutting import clause_spans
from donghyang.draft.doing import ACTING, verbs_too
from donghyang.draft.gate import is_contradicted
from donghyang.draft.halves import is_per_unit, is_spelled
from donghyang.draft.moods import AHEAD, OPEN, mood_of, settled
from donghyang.draft.nouns import noun_phrase
from donghyang.draft.plans import words_of
from donghyang.draft.tokens import tokens
from donghyang.language import tables
from donghyang.records import Period
from donghyang.verify import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.reading import Reader, Token
    from donghyang.draft.shapes import Clause
    from donghyang.records import Span

_LONGEST = 240
"""Characters of the longest item that is read: a longer one is a paragraph."""
_RELATIVE = re.compile("最?近|过去|未来|今后")
_BROKEN = re.compile(r"\s(?:에|을|를|은|는|의|로|와|과)\s")
"""A particle alone: the order of the words was not understood."""
_RECORDED = re.compile("기록(?= 목표$)")
_REACHED = re.compile(r"(?:기록|돌파|달성|도달|초과)$")
_MADE_SO = frozenset(tables.words(__package__, "made_so"))
_LEADING = frozenset(tables.words(__package__, "leading"))
_NAMED_FOR = (*tables.words(__package__, "sites"), *tables.words(__package__, "doers"), *ACTING)


def nominal(page: Reader) -> str:
    """A whole text as a noun phrase; "" where it is none, or may be a deed as well."""
    words = words_of(page, 0, len(page.text))
    if any(map(is_spelled, words)) or opens_with_deed(words) or not _is_plain(page):
        return ""
    return noun_phrase(page, words) or ""


def told(page: Reader) -> str:
    """A whole text clause by clause: no ending says that it is done; "" where a clause has no Korean.

    What the text itself contradicts is not told.
    """
    if len(page.text) > _LONGEST or not _is_plain(page):
        return ""
    parts: list[str] = []
    front = ""
    for span in clause_spans(page, 0, len(page.text)):
        words = words_of(page, *span)
        found = None if any(map(is_spelled, words)) else clause(page, words)
        if found and found.shape == "setting":
            front += f"{_dated(found)}{found.korean} " if found.korean else _dated(found)
            continue
        said = _stated(page, span, found) if found else _thing(page, words)
        if not said:
            return ""
        parts.append(front + (_dated(found) if found else "") + said)
        front = ""
    korean = ", ".join(parts)
    return "" if front.strip() or _BROKEN.search(korean) or _contradicted(page, korean) else korean


def _dated(found: Clause) -> str:
    if not found.date:
        return ""
    return f"{found.date}까지 " if found.deadline and "까지" not in found.date else f"{found.date} "


def _thing(page: Reader, words: Sequence[Token]) -> str:
    may_act = bool(words) and not words[0].has("act") and opens_with_deed(words)
    return "" if may_act or any(map(is_spelled, words)) else noun_phrase(page, words) or ""


def _stated(page: Reader, span: Span, found: Clause) -> str:
    """A clause as it stands: a term that lies ahead makes it a goal.

    A figure that was reached or is to be, with nothing that says which, has no Korean.
    """
    if _may_be_a_name(page, span):
        return ""
    mood = mood_of(page, *span)
    if mood in AHEAD or found.goal:
        aimed = replace(found, mood=settled(mood if mood in AHEAD else found.mood, found.shape))
        return _RECORDED.sub("달성", aimed.note())
    if found.shape == "figure" and mood != "done" and _REACHED.search(found.korean):
        return ""
    return found.note(bare=True)


_PAIR = 2
"""Words of a name such as 检查结果."""


def opens_with_deed(words: Sequence[Token]) -> bool:
    """建设检测中心: a word that is a deed as well as a noun, in front of others; 发展规划 is a name of a document.

    改革评价制度 is none: what stands between is what is done.
    """
    if len(words) < 2 or (len(words) == 2 and words[-1].kind in ("document", "metric")):
        return False
    may_be = words[0].zh in _MADE_SO or (len(words) > _PAIR and words[0].zh in verbs_too())
    return words[0].has("act", "cause", "move") or may_be


def _may_be_a_name(page: Reader, span: Span) -> bool:
    """培训中心, 装备研制企业: in front of who or what does it, a deed may only describe.

    统筹建设监管平台: of two deeds the second may be what the first is done to, or part of a name.
    """
    words = words_of(page, *span)
    if len(words) > 2 and words[0].zh in _LEADING and words[1].has("act"):
        return True
    if len(words) < 2 or not words[-1].zh.endswith(_NAMED_FOR):
        return False
    return len(words) == 2 or (words[-2].has("act") and not words[0].has("act", "cause"))


def _is_plain(page: Reader) -> bool:
    """Does nothing but its dates say that it is planned, demanded, possible or denied?

    近三年 is of no year, and 单位产值 of no body.
    """
    if any(isinstance(fact, Period) and _RELATIVE.match(fact.text) for fact in page.facts.values()):
        return False
    if any(is_per_unit(page, word) for word in tokens(page, 0, len(page.text))):
        return False
    return mood_of(replace(page, dates=()), 0, len(page.text)) in OPEN


def _contradicted(page: Reader, korean: str) -> bool:
    return is_contradicted(korean, Source("", page.text, page.date), in_any_mood=True)
