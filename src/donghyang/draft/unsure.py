"""Clauses of which another sentence says whose they are, of what, or whether they have come about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from donghyang.draft.cutting import trim_blank
from donghyang.draft.doing import AMOUNTS, DEEDS, ONE_OF_MANY, TOWARD
from donghyang.draft.heard import AIMED
from donghyang.draft.lexicon import ACTOR_KINDS
from donghyang.draft.moods import OPEN, TO_COME, UNTIMED
from donghyang.draft.reading import opens_paragraph
from donghyang.draft.reviewed import is_counted
from donghyang.draft.scope import is_regions
from donghyang.draft.timed import has_not_passed
from donghyang.draft.unnamed import names_nothing
from donghyang.language import tables
from donghyang.records import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.heard import Heard
    from donghyang.draft.moods import Mood
    from donghyang.draft.reading import Reader, Token
    from donghyang.draft.shapes import Clause

_ONCE = " 후"
_TOLD: frozenset[Mood] = frozenset({"", "done", "deed"})
_ROUND_MOVE = re.compile(r"(?:增长|下降|提高|降低|上涨)约?[\d.]+[%％](?:左右|上下)$")
_COME_TO = re.compile("(?:기록|초과|돌파|차지)$")
_INDUSTRIES = ("业", "服务", "板块", "领域", "制造")
_OF_SOMETHING = frozenset(tables.words(__package__, "of_something"))
_OF_THE_TOPIC = frozenset(tables.words(__package__, "of_the_topic"))


def is_unsure(heard: Heard, found: Clause, mood: Mood, words: Sequence[Token], piece: str) -> bool:
    """Does another sentence say whose a clause is, or whether it has come about?"""
    nobody = not (found.who or heard.said)
    nobodys = not heard.said and words[0].zh in TOWARD  # 对增长的贡献率为30%
    if (nobody or nobodys) and (found.shape in ("figure", "event") or heard.context.korean.endswith(_ONCE)):
        # 投产后，每年可输送…: what is put to use stands in another sentence.
        return True
    told = nobody and not (found.goal or heard.handed) and mood in _TOLD
    goes_on = not heard.page.is_first(words[0].start) and mood == "done" and not heard.context.deadline
    if told and (_of_money(words) or (heard.place == "news" and goes_on and is_counted(words))):
        # 实现利润100亿元, 已汇聚科技企业400家: whose and where, another sentence says.
        return True
    timeless = heard.place == "news" and mood in OPEN and not (heard.aim or found.date or heard.context.date)
    if timeless and _ROUND_MOVE.search(piece) and not heard.said:
        # 增长5%左右: of what is aimed at as well as of what has come about.
        return True
    if heard.place == "news" and _counts_those_before(heard, found, words):
        return True
    if names_nothing(heard.page, words) and heard.place == "news" and not heard.said:
        # 广西已完成建设146万亩: of what, another sentence says.
        return True
    if heard.spoken and not (heard.said or heard.speech or heard.handed) and _is_of_a_speech(found, mood, words):
        return True
    begun = found.date or heard.context.date
    if heard.place == "news" and not (heard.aim or is_counted(words)) and has_not_passed(begun, mood, heard.page.date):
        return True
    if heard.speech and heard.speech.mood == "demanded" and mood in OPEN and _is_so(found, words):
        return True
    if _is_for_another(heard, found, mood, words) or _is_of_one_before(heard, found, mood, words):
        return True
    if heard.place == "news" and _lacks_its_measure(heard, found, words):
        return True
    return _is_record_of_plan(heard, found, mood)


def _counts_those_before(heard: Heard, found: Clause, words: Sequence[Token]) -> bool:
    """女性科学家13人。: so many of those whom a sentence before has named, without a date, a place or a verb."""
    bare = found.static and all(word.has("noun", "quantity", "conj", "de") for word in words)
    alone = not (heard.said or heard.speech or found.date or heard.context.date or heard.aim)
    named = any(word.kind in ACTOR_KINDS and not word.zh.endswith(_PEOPLE) for word in words)
    ends = heard.page.folded[words[-1].end : words[-1].end + 1] in _STOPS
    return bare and alone and ends and not named and not heard.page.is_first(words[0].start)


_PEOPLE = tuple(tables.words(__package__, "people"))
_STOPS = ("", "。", ";", "\n")


def _is_so(found: Clause, words: Sequence[Token]) -> bool:
    """他强调，新技术不断涌现, 某主席提出倡议: what is so, and what a third one does, is not demanded."""
    return found.shape in ("event", "figure") or (bool(found.who) and any(word.kind == "person" for word in words))


def _is_of_a_speech(found: Clause, mood: Mood, words: Sequence[Token]) -> bool:
    """韩正指出，…。中国将加快…。中国扎实推进…: what may still be his words; a figure and a paper are the page's own."""
    own = found.shape == "publish" or is_counted(words)
    return mood in TO_COME or mood == "demanded" or (mood in _GOING_ON and not own)


_GOING_ON: frozenset[Mood] = UNTIMED | {"ongoing", "underway"}


def _is_record_of_plan(heard: Heard, found: Clause, mood: Mood) -> bool:
    """能力达2亿吨 among what a plan sets itself: aimed at, or what it looks back on?"""
    if heard.place != "section" or mood not in OPEN or heard.aim or found.shape != "figure" or found.mood:
        return False
    dated = found.date or heard.context.date or AIMED.search(found.korean)
    goes_on = bool(heard.said) and heard.said[-1].mood == "goal"
    return bool(_COME_TO.search(found.korean)) and not dated and not goes_on


def _takes_it(page: Reader, words: Sequence[Token]) -> bool:
    return bool(words) and page.folded.startswith(_NEEDS, words[0].start)


_NEEDS = tables.words(__package__, "needs")


def _is_for_another(heard: Heard, found: Clause, mood: Mood, words: Sequence[Token]) -> bool:
    """Does one of the two clauses only say what the other is for?

    发展甲，必须乙: what is to be, and what it takes. 发布文件，提升丙: what the paper is to bring about.
    """
    if heard.speech and mood == "demanded" and _takes_it(heard.page, words) and all(map(_is_bare_deed, heard.said)):
        # 他指出，推动甲，需要乙: what it takes.
        heard.said.clear()
        return True
    if heard.speech and heard.said and asks_in_a_matter(heard.page, words[0].start):
        heard.said.clear()
        return True
    if not heard.said or heard.speech or found.who or found.shape != "act":
        return False
    if mood == "demanded" and all(map(_is_bare_deed, heard.said)):
        heard.said.clear()
        return True
    return heard.place == "news" and heard.said[-1].shape == "publish" and mood in UNTIMED


def _is_of_one_before(heard: Heard, found: Clause, mood: Mood, words: Sequence[Token]) -> bool:
    """眼下，企业正在建设工厂: is it told of a firm, or of a region, that a sentence before has named?"""
    if heard.said or heard.speech or not found.who or heard.place != "news" or mood == "demanded":
        return False
    if found.shape == "figure" and not heard.topic and is_regions(heard.page, words):
        return True
    if found.shape == "figure" and _is_of_the_same(heard.page, words):
        return True
    first = next((word for word in words if word.has("noun") and not word.has("date", "adv", "drop")), None)
    if first is None or heard.page.is_first(first.start):
        return False
    # 产品研发成功: what is done to it makes it no other's.
    alone = found.who == first.ko("noun") or all(word.has(*DEEDS, "event") for word in words if word is not first)
    to_come = mood in TO_COME and opens_paragraph(heard.page, words[0].start)
    bare = _OF_SOMETHING if to_come else _OF_SOMETHING | _OF_THE_TOPIC
    return first.zh in ONE_OF_MANY or _is_of_one(found, first) or (first.zh in bare and alone)


def _is_of_one(found: Clause, first: Token) -> bool:
    """企业研发人员超过14000人: a measure whose first word says no more than that it is a firm's."""
    compound = first.kind == "noun" and first.zh.startswith(tuple(ONE_OF_MANY))
    return found.shape == "figure" and compound


def _is_of_the_same(page: Reader, words: Sequence[Token]) -> bool:
    """深圳出口机器人3万台；全国出口额增长6%: is it of what stands in front of the semicolon, elsewhere?"""
    _, front = trim_blank(page.folded, 0, words[0].start)
    if not page.folded.endswith(";", 0, front):
        return False
    named = [word for word in words if word.has("noun") and not word.has("date", "adv", "move", "drop")]
    return len(named) > 1 and named[-1].zh.endswith(AMOUNTS) and all(word.kind == "place" for word in named[:-1])


def _lacks_its_measure(heard: Heard, found: Clause, words: Sequence[Token]) -> bool:
    """其中，汽车制造业增长9.8%: what of the industry grew, another sentence says."""
    moved = max((at for at, word in enumerate(words) if word.has("move", "moveto")), default=0)
    front = [word for word in words[:moved] if word.has("noun")]
    if heard.said or found.shape != "figure" or not front or not is_counted(words):
        return False
    return front[-1].kind != "metric" and front[-1].zh.endswith(_INDUSTRIES)


def overtakes(heard: Heard, found: Clause, mood: Mood) -> bool:
    """计划于明天发射，三名航天员亮相: what another does behind a plan may have come about."""
    before = heard.said[-1] if heard.said else None
    return before is not None and before.mood in ("plan", "planned") and mood in OPEN and found.who not in before.who


_NEAR = 80
"""Characters in which what somebody says begins in front of a clause."""
_ASKS = re.compile("[“‘]?(?:要(?!求|素|点)|必须|应当|应(?!用)|需要?)")
_TOPIC = re.compile("(?:强调|指出|要求|表示|说)[，：:,][“‘]?(?!要|必须|应|需|坚持)[^，。：:,]+[，,]$")
"""What somebody says begins with a clause that nothing in it asks for."""


def asks_in_a_matter(page: Reader, at: int) -> bool:
    """强调，参与甲改革，要坚定维护乙: is the clause at `at` what is asked for in a matter?"""
    return bool(_ASKS.match(page.folded, at)) and bool(_TOPIC.search(page.folded[max(0, at - _NEAR) : at]))


def _is_bare_deed(part: Clause) -> bool:
    return part.shape == "act" and not (part.who or part.date) and part.mood in UNTIMED


def _of_money(words: Sequence[Token]) -> bool:
    return any(isinstance(word.fact, Quantity) and word.fact.kind == "money" for word in words)
