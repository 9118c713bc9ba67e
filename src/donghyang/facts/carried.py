"""Goals of Chinese plans whose year stands in the sentence before, or is the year of the text by the name of the goals.

到2020年，…持续提升。全国农机总动力超过10亿千瓦，机械化率达到70%。 The sentences behind say how things will stand; one
that opens with what is to be done (深化…, 加快…), or speaks of now, ends it. 预期目标 are those of the year's plan.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from donghyang.facts.deadlines import Deadline
from donghyang.facts.governed import HANGUL, Stated, governed
from donghyang.facts.intent import is_goal_zh
from donghyang.facts.wording import either
from donghyang.language.patterns import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from donghyang.records import Span, Target

_LEADS = lazily(
    r"[到至](?:20[0-9]{2}|二[〇○零]..)年|(?:20[0-9]{2}|二[〇○零]..)年(?:底|末)?(?:之?前)?[，,]|五[”\"’』」]?(?:期?末|时期|期间)"
    r"|目标(?:是|为)?[:：]"
)
"""How a sentence names the year that its goals, and those of the sentences behind, are to be reached by."""
_BY_NAME = lazily(r"目标(?:是|为)?[:：]")
_ENDS = lazily(
    rf"(?:{either('tasks_zh')})|[^。\n]*?(?:{either('asides_zh')})|(?:这|该|此|其(?!中)|本|今|昨|同时|我们|我国经济)"
)
"""How a sentence begins that no longer says how things will stand then, and what it holds that tells of now."""
_STANDS_AT = lazily(
    r"(?:达|超|突破|稳定|保持|控制|提[高升]|增[长加至]|[下上]?[降升]|不低于|不少于|不高于|分别|均|占比?|率)[^，,。；;0-9]{0,8}[0-9]"
)
"""How a clause tells the figure of what will stand so: 机械化率达到70%, where 1400万亩中稻进入收获 tells of now."""
_EXPECTED = lazily(r"(?:^|(?<=[\n。；，、]))[^\n。；：:，]{0,24}预期目标(?:是|为)?[:：]")
_SENTENCE = lazily(r"[^。\n]*+。?")
_MOST = 10
"""Sentences that are read on behind the one that names the year."""


def carried(stated: Stated, span: Span, found: list[Target]) -> list[Target]:
    """The targets of the sentences of a line behind one that states `found`; [] where they are of another time."""
    text = stated.text
    if not found or HANGUL.search(text, *span) or not text.startswith("。", span[1] - 1):
        return []
    year = found[-1].deadline or ""
    if not year.isdigit() or any(one.deadline != year for one in found) or not _LEADS.search(text, *span):
        return []
    named = _BY_NAME.search(text, *span) is not None
    more: list[Target] = []
    for start, end in _behind(text, span[1]):
        if stated.periods_in((start, end)) or _ENDS.match(text, start, end) or _EXPECTED.search(text, start, end):
            break
        here: list[Target] = []
        for one in governed(stated, Deadline(year, -1, -1), (start, end), start):
            shared = bool(here) and one.metric == here[-1].metric  # 分别达到65%和55%
            figured = one.value is not None and (named or shared or _STANDS_AT.search(one.text))
            if figured or (one.value is None and is_goal_zh(one.text)):
                here.append(one)
        if not here:
            break
        more += here
    return more


def expected(stated: Stated) -> list[Target]:
    """The targets of the year's plan, told by that name without their year: 主要预期目标是：…"""
    if stated.date is None:
        return []
    text, end = stated.text, 0
    found: list[Target] = []
    for title in _EXPECTED.finditer(text):
        start = title.end()
        if start <= end:
            continue  # within the sentence of the title before
        end = _end(text, start)
        if not stated.periods_in((title.start(), end)):
            here = governed(stated, Deadline(str(stated.date.year), -1, -1), (start, end), start, named=True)
            found += here + carried(stated, (title.start(), end), here)
    return found


def _behind(text: str, start: int) -> Iterator[Span]:
    """The next sentences of a line."""
    for _ in range(_MOST):
        if start >= len(text) or text[start] == "\n":
            return
        end = _end(text, start)
        yield start, end
        start = end


def _end(text: str, start: int) -> int:
    """Where the sentence that begins at `start` ends, its stop included."""
    found = _SENTENCE.match(text, start)
    return found.end() if found else start
