"""Headlines from the titles of pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from donghyang.draft.clauses import clause
from donghyang.draft.cutting import clause_spans
from donghyang.draft.lexicon import ACTOR_KINDS
from donghyang.draft.moods import DENIED, LASTING, OPEN, Mood, mood_of, settled
from donghyang.draft.nouns import noun_phrase
from donghyang.draft.orders import fronting
from donghyang.draft.plans import named, words_of
from donghyang.draft.prose import about, deed, finish, link, once, says_something
from donghyang.draft.reading import reader
from donghyang.draft.reviewed import is_counted
from donghyang.draft.shapes import is_year
from donghyang.draft.tidy import in_order
from donghyang.draft.timed import has_not_passed
from donghyang.facts import find_facts
from donghyang.language import tables
from donghyang.language.hangul import with_particle

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from donghyang.draft.reading import Reader, Token
    from donghyang.draft.shapes import Clause
    from donghyang.language.terms import Termbase

_RUBRIC = re.compile(
    r"【[^】]*】|\[[^\]]*\]|^(?:图解|权威发布|独家|解读|快讯|重磅|聚焦|关注|一图读懂|新闻发布)[:：|丨]"
)
# S-SAR 01星: a blank between Latin letters and figures parts nothing.
_BREAK = re.compile(
    r"(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])|[　|丨｜！!？?；;]+|——|--|…+|(?<=[^\d])[:：](?=\D)|[，,](?!\d{3})"
)
_PARTS = 2


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline in Korean and how far the title stands behind it."""

    korean: str
    prose: str
    """The same as a sentence; "" where it is only a name."""
    sure: bool
    """Was the whole title put into Korean?"""
    acts: bool = False
    """Does it say who does what, or what happened?"""


@dataclass(slots=True)
class _Title:
    """A title while its parts are put together."""

    parts: list[str] = field(default_factory=list)
    stems: list[tuple[str, Mood]] = field(default_factory=list)
    actor: str = ""
    """A name that still waits for what it does."""
    aim: Mood = ""
    """The mood of a promise or demand while what it governs is still being told."""
    aimed: bool = False
    """Does a part with a deed of its own promise or demand, and not a date alone?"""
    left: bool = False
    """Was a part left out?"""
    whose: bool = False
    """Did it open with a place, whose the parts behind it may be?"""
    lost: bool = False
    """Was it one that tells something of its own (高交会开幕)?"""
    acts: bool = False
    """Does a part say who does what, or what happened?"""

    @property
    def waits(self) -> bool:
        """Is a deed told whose doer is named behind it (激活动力 河北加快建设…)?"""
        return len(self.parts) == len(self.stems) == 1 and not (self.acts or self.actor or self.left)

    def add(self, korean: str, stem: str, mood: Mood = "done", *, joint: str = ", ", acts: bool = False) -> None:
        """One more part, behind the actor that waits for it; `acts`: it names what it speaks of itself."""
        self.acts = self.acts or acts or bool(self.actor and stem)
        self.parts.append(f"{self.actor}{joint}{korean}" if self.actor else korean)
        if stem:
            told = f"{self.actor}·{stem}" if self.actor and joint == "·" else about(self.actor, stem)
            self.stems.append((told, mood))
        self.actor = ""


def without_rubric(title: str) -> str:
    """A title without the column it stands in (【权威发布】, 图解：)."""
    return _RUBRIC.sub(" ", title).strip() or title


def headline(title: str, date: dt.date | None, terms: Termbase) -> Headline | None:
    """The title in Korean, at most two parts of it; None when no part of it states anything in Korean."""
    plain = without_rubric(title)
    page = reader(plain, find_facts(plain, date=date), terms, date)
    made = _Title()
    segments = _segments(page)
    if len({place for span in segments if (place := _place_of(page, *span))}) > 1:
        # 北京推动融合 安徽加快构建: whose the part between them is, the title does not say.
        return None
    for start, end in segments:
        if not _notice(page, start, end, made):
            _read_part(page, words_of(page, start, end), made)
    if made.left and segments and _counts_first(page, *segments[0]):
        # 12个项目签约 某组织…: whose they are stands in the part that has no Korean.
        return None
    if not made.parts or made.lost or (made.left and not made.stems) or not says_something(made.parts[0]):
        return None
    if len(made.parts) > 1 and made.acts and _SLOGAN.fullmatch(made.parts[0]) and len(made.stems) < len(made.parts):
        # 创新驱动 北京全力打造…: what it is done by, in two words.
        made.parts.pop(0)
    stems = made.stems[:_PARTS]
    whole = bool(stems) and len(stems) == len(made.parts[:_PARTS])
    prose = " ".join([*(link(*stem) for stem in stems[:-1]), finish(*stems[-1])]) if whole else ""
    sure = not (made.left or made.actor or len(made.parts) > _PARTS)
    return Headline(in_order(once(", ".join(made.parts[:_PARTS]))), in_order(prose), sure, made.acts)


_SLOGAN = re.compile(r"[가-힣]{2,5}(?: [가-힣]{2,4})?")
"""A first part of one or two words, without a figure or a name in quotes."""


def _counts_first(page: Reader, start: int, end: int) -> bool:
    words = [word for word in words_of(page, start, end) if not word.has("drop")]
    return bool(words) and words[0].has("quantity")


def _place_of(page: Reader, start: int, end: int) -> str:
    """The province or city that opens a part of a title, or is one; "" for any other part."""
    words = [word for word in words_of(page, start, end) if not word.has("drop")]
    if not words or words[0].kind != "place":
        return ""
    alone = len(words) == 1
    acts = any(word.has("act", "cause", "event", "prep") for word in words[1:])
    return words[0].zh if alone or acts else ""


_NOTICE = re.compile(
    r"^(?P<who>.*?)关于(?:开展|做好|组织|组织开展)?(?P<verb>印发|发布|公布|下达|公开征求|征求)(?P<what>.+?)"
    r"(?:的(?:通知|公告|通告|函|公示|意见))?$"
)
_DOCUMENT = re.compile(rf"(?:{tables.either(__package__, 'documents')})(?:[（(][^（）()]*[）)])?$")


def _notice(page: Reader, start: int, end: int, made: _Title) -> bool:
    """甲关于印发《乙》的通知: 갑, ‘을’ 발표; a bare document's name: its place and name."""
    part = page.text[start:end]
    found = _NOTICE.match(part)
    if found:
        who = words_of(page, start, start + found.end("who"))
        what = (start + found.start("what"), start + found.end("what"))
    elif _DOCUMENT.search(part) and "《" not in part:
        lead = page.terms.at(part, 0, "place", "agency")
        who = words_of(page, start, start + (lead.end if lead else 0))
        what = (who[-1].end if who else start, end)
        who = words_of(page, start, what[0])
        words = words_of(page, *what)
        begins = bool(words) and words[0].has("act", "cause") and not words[0].has("noun")
        if begins or _acts_by_itself(words) or any(word.has("publish") and not word.has("noun") for word in words):
            # 我国发布…方案, 九部门发布方案: a deed, no part of the paper's name.
            return False
    else:
        return False
    actor = noun_phrase(page, who) if who else ""
    inner = page.text[slice(*what)]
    quoted = (what[0] + 1, what[1] - 1) if inner.startswith("《") and inner.endswith("》") else what
    is_plan = quoted != what or bool(_DOCUMENT.search(inner))
    name = named(page, *quoted) if is_plan else noun_phrase(page, words_of(page, *what))
    if not name or actor is None:
        return False
    joint = "·" if actor and who[0].kind in ACTOR_KINDS else ", "
    made.add(
        f"{actor}, {name} 발표" if actor else f"{name} 발표", about(actor, deed(name, "발표")), joint=joint, acts=True
    )
    return True


_WHOSE = re.compile(r"[（(][^（）()]*[）)]$")


def names_paper(page: Reader) -> bool:
    """Is a title no more than the name of a paper: 2018年政府工作报告（国务院）?"""
    whose = _WHOSE.search(page.text)
    words = [word for word in words_of(page, 0, whose.start() if whose else len(page.text)) if not word.has("drop")]
    named = all(word.has("noun", "date") and not word.has("act", "cause", "publish", "event") for word in words[:-1])
    return named and bool(words) and words[-1].kind == "document"


_COUNTED = tuple(tables.words(__package__, "counted_bodies"))


def _acts_by_itself(words: Sequence[Token]) -> bool:
    """三部门启动…方案: a number of bodies, or a deed in front of a name in quotes, belongs to no paper's name."""
    counted = len(words) > 1 and words[0].has("quantity") and words[1].zh.endswith(_COUNTED)
    counted = counted or (bool(words) and words[0].zh.endswith(_COUNTED) and words[0].zh[0] in _NUMERALS)
    return counted and any(word.has("act", "cause", "event") for word in words[1:])


_NUMERALS = frozenset("一二两三四五六七八九十百多各0123456789")


def _read_part(page: Reader, words: Sequence[Token], made: _Title) -> None:
    mark = fronting(words)
    place = None if mark is None else words[mark].start
    mood = mood_of(page, words[0].start, words[-1].end, place) if words else ""
    if mood not in OPEN:
        made.aim = mood if mood in LASTING else ""
        made.aimed = any(word.has("act", "cause", "publish", "event") for word in words)
    elif made.aim and made.aimed and _has_actor(words):
        # 甲研究2026年工作 乙主持会议: what is to come is another's.
        made.left = True
        return
    found = clause(page, words) if mood not in DENIED and mood != "conditional" else None
    if found and found.shape != "setting":
        nobody = made.left and not (_has_actor(words) or made.actor)
        if made.left and made.whose and not made.actor and words[0].kind not in ACTOR_KINDS:
            # 长三角活力凸显 装备出口占比过半: of which place, the part that is left out says.
            return
        if made.left and made.actor and found.who and not _has_actor(words):
            # 深圳：甲推动乙 新质生产力激活…: what another does is not told of the one that waits.
            made.left, made.actor = True, ""
            return
        if (nobody and not found.who) or (not made.parts and not made.actor and (words[0].zh in _NOBODY or nobody)):
            # 某人出席会议并|讲话: who does it stands in a part that is left out.
            made.left = True
            return
        joint = "·" if words[0].kind in ACTOR_KINDS else ", "
        if found.who and (made.parts or made.left) and words[0].kind in ACTOR_KINDS:
            # 奋力书写内蒙古新篇章 山东加快建设…: what one strives for is not the other's.
            made.aim = mood if mood in LASTING else ""
        if not (made.aim or is_counted(words)) and has_not_passed(found.date, mood, page.date):
            made.left = True
            return
        told = mood if mood not in OPEN else made.aim or found.mood or mood
        found = replace(found, mood=settled(told, found.shape))
        found = (found.of_years() if is_year(found.date) else found).counted()
        until = "까지" if found.deadline and "까지" not in found.date else ""
        # 北京：科技创新引领发展: one of the two is what the sentence speaks of.
        spoken = (found.embedded() if made.actor else found).spoken()
        korean, stem = _dated(found), f"{found.date}{until} {spoken.stem}".strip()
        who = found.who
        if words[0].kind == "place" and made.waits and korean.startswith(f"{who}, "):
            made.parts[0] = f"{who}, {made.parts[0]}"
            made.stems[0] = (about(who, made.stems[0][0]), made.stems[0][1])
            korean, stem = korean.removeprefix(f"{who}, "), stem.removeprefix(with_particle(who, "은")).strip()
        made.add(korean, stem, found.mood, joint=joint, acts=bool(found.who))
        return
    name = noun_phrase(page, words) if any(word.kind for word in words) else None
    if name is None:
        made.left = True
        made.whose = made.whose or _opens_with_place(words)
        made.lost = made.lost or (bool(words) and words[-1].has("event", "quantity"))
    elif all(word.kind in ACTOR_KINDS or word.has("conj", "drop") for word in words):
        made.actor = f"{made.actor}·{name}" if made.actor else name
    else:
        made.add(name, "")


def _opens_with_place(words: Sequence[Token]) -> bool:
    said = [word for word in words if not word.has("drop", "date")]
    return bool(said) and said[0].kind == "place" and said[0].zh not in _HOME


_HOME = frozenset({"中国", "我国", "全国"})


def _has_actor(words: Sequence[Token]) -> bool:
    return any(word.kind in ACTOR_KINDS for word in words)


_NOBODY = frozenset({"多项", "多措并举", "多地", "多部门", "一系列", "这些"})
"""多项举措促进…: a headline that names nobody."""
_DAY = re.compile(r"^(?:\d{4}년 )?\d{1,2}월 \d{1,2}(?:~\d{1,2})?일(?:~\d{1,2}월 \d{1,2}일)? ")


def undated(korean: str) -> str:
    """A headline without the day that opens it: the day stands behind its lead."""
    return _DAY.sub("", korean)


def _dated(found: Clause) -> str:
    """The part as a headline says it: no day of what is done, and a day to come behind who or what it speaks of."""
    told = found.note()
    if not found.date or (_DAY.match(f"{found.date} ") and found.mood == "done"):
        return told
    if found.who and _DAY.match(f"{found.date} ") and told.startswith(found.who):
        return f"{found.who}, {found.date} {told[len(found.who) :].lstrip(' ,')}"
    until = "까지" if found.deadline and "까지" not in found.date else ""
    if (
        found.shape in ("act", "publish")
        and found.joint == ", "
        and is_year(found.date)
        and told.startswith(f"{found.who}, ")
    ):
        # 2050年我国将建成甲: in Korean who does it comes first.
        return f"{found.who}, {found.date}{until} {told.removeprefix(f'{found.who}, ')}"
    return f"{found.date}{until} {told}"


def _segments(page: Reader) -> list[tuple[int, int]]:
    cuts: list[tuple[int, int]] = []
    depth_safe = [match for match in _BREAK.finditer(page.text) if not _inside_quotes(page.text, match.start())]
    start = 0
    for match in depth_safe:
        cuts.append((start, match.start()))
        start = match.end()
    cuts.append((start, len(page.text)))
    return [span for cut in cuts if cut[0] < cut[1] for span in clause_spans(page, *cut)]


def _inside_quotes(text: str, at: int) -> bool:
    before = text[:at]
    return before.count("《") > before.count("》") or before.count("（") > before.count("）")
