"""Who, when and of what a sentence is where another names it, and whether it may be told without."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from donghyang.draft.moods import AS_IS
from donghyang.draft.prose import about
from donghyang.draft.reading import opens_paragraph, sentence_start
from donghyang.draft.speech import speaks
from donghyang.draft.telling import Telling
from donghyang.language import tables
from donghyang.language.script import in_folded

if TYPE_CHECKING:
    from donghyang.draft.heard import Place
    from donghyang.draft.moods import Mood
    from donghyang.draft.reading import Reader
    from donghyang.draft.shapes import Clause


@dataclass(frozen=True, slots=True)
class Frame:
    """What a sentence says in front of a semicolon and means behind it too: 2025年，甲将建设乙；推进丙。"""

    who: str = ""
    """Who does it; "" where it tells of a thing."""
    date: str = ""
    deadline: bool = False


NO_FRAME = Frame()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a sentence stands."""

    paragraph: int = 0
    place: Place = "news"
    aim: Mood = ""
    """What the sentence in front of a semicolon promises or demands."""
    frame: Frame = NO_FRAME
    """Who and when it said that it is."""
    urged: bool = False
    """Whether somebody urges something in front of it in the paragraph: 他表示，要甲。推进乙。"""
    spoken: bool = False
    """Whether somebody speaks in front of it in the paragraph."""
    governed: bool = False
    """Whether what stands in front of it in the paragraph says how it is meant: 中方将甲。继续乙。 集中在：甲；乙。"""


OF_THEM = tables.words(__package__, "of_them")


def is_somebodys(where: Standing, telling: Telling, start: int) -> bool:
    """Is it known who does what a sentence tells? One that goes on behind a semicolon is of who is named in front."""
    if _is_urged(where, telling):
        return False
    first = telling.said[0] if telling.said else None
    if first and where.governed and not (first.who or first.date or telling.speech) and first.mood in AS_IS:
        # Told bare it would be done.
        return False
    if first and first.shape in ("figure", "event") and not first.date and where.place == "news" and telling.narrows:
        # 其中，甲下降13%: when, and of what, another sentence says.
        return False
    if first is None or first.who or first.shape != "act" or telling.speech or where.place != "news":
        return True
    if not where.frame.who:
        return bool(first.date) or telling.aim == "plan" or _is_the_pages(telling, first, start)
    who = where.frame.who
    telling.said[0] = replace(first, who=who, joint=", ", stem=about(who, first.stem))
    return True


def _is_the_pages(telling: Telling, first: Clause, start: int) -> bool:
    """May a deed of nobody be of what the whole page is about: its first, a total, a demand that opens a paragraph?"""
    if telling.page.is_first(start) or _TOTAL in first.korean:
        return True
    return first.mood == "demanded" and opens_paragraph(telling.page, start)


_TOTAL = "누적"


def _is_urged(where: Standing, telling: Telling) -> bool:
    """他表示，要甲。推进乙。 Does a sentence that names nobody go on with what somebody urges in front of it?"""
    return where.urged and bool(telling.said) and not (telling.speech or telling.said[0].who)


_FORESEEN = in_folded("(?<=[^，。；：\\s年日月])(?:预计|预期|有望|将达|将超|将突破)")


def foreseen_of_another(page: Reader, start: int) -> bool:
    """规模预计突破甲；产量达到乙: is only what stands in front of the semicolon foreseen, and not what follows?

    预计 in front of a whole row governs all of it.
    """
    before = page.folded[sentence_start(page, start) : start]
    return bool(_FORESEEN.search(before)) and not _ROW_FORESEEN.search(before)


_ROW_FORESEEN = in_folded("(?:^|[，：\\s年日月])(?:预计|预期|有望)")


def told_by_another(page: Reader, start: int) -> bool:
    """某人强调，要甲；推进乙。 Does the sentence go on with somebody's demands, who stands in front of a semicolon?"""
    return speaks(page.folded[sentence_start(page, start) : start])
