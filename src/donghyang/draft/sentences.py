"""Sentences of a page in Korean: whole, or up to where a statement of its own begins that has none.

What is not said of a sentence is never lost: it is handed on, to stand as an open line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from donghyang.draft.cutting import ARTICLE, clause_spans, is_heading, is_title, trim, trim_blank
from donghyang.draft.lexicon import in_folded, manners
from donghyang.draft.moods import OPEN, TO_COME, mood_of
from donghyang.draft.plan_pages import demands_from, reviews_at
from donghyang.draft.prose import about, finish, link, names_its_thing, noted, once, planned_run, says_something, suffix
from donghyang.draft.scope import of_a_part, of_one_of_those, of_one_of_two
from donghyang.draft.shapes import Clause, is_year
from donghyang.draft.speech import speaks, urges
from donghyang.draft.telling import Telling, handed_on
from donghyang.language import tables
from donghyang.language.hangul import with_particle
from donghyang.language.sentences import in_chinese

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.heard import Place
    from donghyang.draft.moods import Mood
    from donghyang.draft.reading import Reader
    from donghyang.records import Span


@dataclass(frozen=True, slots=True)
class Frame:
    """What a sentence says in front of a semicolon and means behind it too: 2025年，甲将建设乙；推进丙。"""

    who: str = ""
    """Who does it; "" where it tells of a thing."""
    date: str = ""
    deadline: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """What could be said in Korean of one sentence."""

    korean: str
    """In note style, ends in a noun."""
    short: str
    """Its first statement alone, as a lead gives it."""
    prose: str
    """The whole as a sentence that ends in 다."""
    span: Span
    """The sentence's place in the page's text."""
    quote: str
    """The sentence."""
    shapes: tuple[str, ...]
    """The shapes of its clauses, in order."""
    goal: bool
    rest: Span | None
    """What follows in the sentence and has no Korean; None where it is said whole."""
    paragraph: int
    """Which paragraph of the page it stands in, counted from 0."""
    who: bool = False
    """Does it name what it speaks of?"""
    year: int | None = None
    """The year it tells of, where another sentence has named it."""
    frame: Frame = Frame()
    """Who does it and when, which hold behind its semicolon too."""


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A sentence that has no Korean."""

    span: Span
    quote: str
    paragraph: int


def phrases(page: Reader, *, plan: bool = False) -> list[Phrase]:
    """Every sentence of which something can be said in Korean, in order; [] when there is none."""
    return [one for one in told(page, plan=plan) if isinstance(one, Phrase)]


def told(page: Reader, *, plan: bool = False) -> list[Phrase | Unsaid]:
    """Every sentence in order, in Korean where it has any; lines of table cells are none.

    `plan`: the page is a plan itself, so that what it says without a date is to be done.
    """
    found: list[Phrase | Unsaid] = []
    paragraph = 0
    place = 0
    demands = 0 if plan else demands_from(page)
    aim: Mood = ""
    over = urged = spoken = listed = False
    frame = Frame()
    for start, end in in_chinese(page.text):
        lines = page.text.count("\n", place, start)
        paragraph += lines
        if lines and over:
            over, aim = False, ""
        place = start
        stands: Place = "news" if start < demands or reviews_at(page, start) else "plan" if plan else "section"
        first, last = trim_blank(page.text, start, end)
        urged = urged and not lines
        phrase = sentence(
            page, start, end, Standing(paragraph, stands, aim, frame, urged=urged, spoken=spoken and not lines)
        )
        line = page.text[start:end]
        spoken = spoken and not lines
        if speaks(page.folded[start:end]):
            spoken, urged = True, urges(page.folded[start:end]) or _demands(page, start, end)
        elif spoken and _demands(page, start, end):
            # 某人表示，甲将…。要乙。推进丙。
            urged = True
        elif phrase and phrase.who:
            if spoken and phrase.korean.endswith(_OPINION) and not lines:
                # 文章指出，…。人才是第一资源。 What something is, is still somebody's to say.
                phrase = None
            else:
                urged = False
        over = over or bool(_AIMS.search(line))
        goes_on = line.rstrip().endswith(("；", ";"))
        frame = (phrase.frame if phrase else frame) if goes_on else Frame()
        listed = (listed or bool(_AIMS_LISTED.search(line))) and goes_on
        going: Mood = "goal" if over or listed else ""
        aim = "" if "\n" in line.strip("\n") else handed_on(page, start, end, aim) or going
        if phrase:
            found.append(phrase)
        elif first < last and "\t" not in page.text[first:last]:
            found.append(Unsaid((first, last), page.text[first:last], paragraph))
    return found


_OPINION = ("임",)
# 工作目标是：甲建成。乙更加完善。 What the paragraph goes on to say is aimed at too.
_AIMS = re.compile("目标(?:是|为)?[：:]")


_AIMS_LISTED = re.compile("目标(?:是|为)[，,]")
"""主要目标是，甲建成；乙更加完善。 What the sentence goes on to list."""


def count_sentences(text: str) -> int:
    """How many sentences a text has; lines of table cells are none."""
    said = (text[slice(*span)] for span in in_chinese(text))
    return sum("\t" not in sentence and bool(sentence.strip()) for sentence in said)


def first_sentence(text: str) -> Span:
    """Where the first sentence stands; (0, 0) in an empty text."""
    return trim_blank(text, *next(in_chinese(text), (0, 0)))


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a sentence stands."""

    paragraph: int = 0
    place: Place = "news"
    aim: Mood = ""
    """What the sentence in front of a semicolon promises or demands."""
    frame: Frame = Frame()
    """Who and when it said that it is."""
    urged: bool = False
    """Whether somebody urges something in front of it in the paragraph: 他表示，要甲。推进乙。"""
    spoken: bool = False
    """Whether somebody speaks in front of it in the paragraph."""


def sentence(page: Reader, start: int, end: int, where: Standing) -> Phrase | None:
    """One sentence in Korean, or None when it is a heading or does not begin with a statement that is sure.

    In a plan, what has no date of its own is still to be done.
    """
    paragraph, place = where.paragraph, where.place
    if is_title(page, start, end) or (place == "news" and is_heading(page, start, end)):
        return None
    if place == "news" and (
        of_a_part(page, start, end)
        or of_one_of_those(page, start, end)
        or of_one_of_two(page, start, end)
        or (where.aim == "demanded" and _told_by_another(page, start))
        or (where.aim == "expected" and _foreseen_of_another(page, start))
    ):
        return None
    article = ARTICLE.match(page.folded, start, end)
    start = article.end() if article else start
    telling = Telling(page, place, where.aim, spoken=where.spoken)
    telling.narrows = page.folded.startswith(_OF_THEM, trim_blank(page.text, start, end)[0])
    if where.frame.date:
        telling.context = Clause("", "", "setting", date=where.frame.date, deadline=where.frame.deadline)
    for first, last in clause_spans(page, start, end):
        if not telling.hear(first, last):
            rest = trim(page.text, first, end)
            alone = _stands_alone(page, telling, rest) and _is_somebodys(where, telling, start)
            return _phrase(page, telling, (start, end), paragraph, rest) if alone else None
    if not _is_somebodys(where, telling, start):
        return None
    vague = bool(telling.said) and not telling.speech and not says_something(_noted(telling.said))
    vague = vague or (telling.speech is not None and all(map(_is_of_anything, telling.said)))
    return _phrase(page, telling, (start, end), paragraph, None) if telling.said and not vague else None


_OF_THEM = ("其中", "此中", "这里面")


def _noted(said: Sequence[Clause]) -> str:
    return ", ".join(part.note() for part in said)


def _is_somebodys(where: Standing, telling: Telling, start: int) -> bool:
    """Is it known who does what a sentence tells? One that goes on behind a semicolon is of who is named in front."""
    if _is_urged(where, telling):
        return False
    first = telling.said[0] if telling.said else None
    if first and first.shape == "figure" and not first.date and where.place == "news" and telling.narrows:
        # 其中，甲下降13%: when, and of what, another sentence says.
        return False
    if first is None or first.who or first.shape != "act" or telling.speech or where.place != "news":
        return True
    if not where.frame.who:
        return bool(first.date) or telling.aim == "plan" or telling.page.is_first(start)
    who = where.frame.who
    telling.said[0] = replace(first, who=who, joint=", ", stem=about(who, first.stem))
    return True


def _is_urged(where: Standing, telling: Telling) -> bool:
    """他表示，要甲。推进乙。 Does a sentence that names nobody go on with what somebody urges in front of it?"""
    return where.urged and bool(telling.said) and not (telling.speech or telling.said[0].who)


_FORESEEN = in_folded("(?<=[^，。；：\\s年日月])(?:预计|预期|有望|将达|将超|将突破)")


def _foreseen_of_another(page: Reader, start: int) -> bool:
    """规模预计突破甲；产量达到乙: is only what stands in front of the semicolon foreseen, and not what follows?

    预计 in front of a whole row governs all of it.
    """
    first = max(page.text.rfind(stop, 0, start) for stop in "。\n")
    before = page.folded[first + 1 : start]
    return bool(_FORESEEN.search(before)) and not _ROW_FORESEEN.search(before)


_ROW_FORESEEN = in_folded("(?:^|[，：\\s年日月])(?:预计|预期|有望)")


def _told_by_another(page: Reader, start: int) -> bool:
    """某人强调，要甲；推进乙。 Does the sentence go on with somebody's demands, who stands in front of a semicolon?"""
    first = max(page.text.rfind(stop, 0, start) for stop in "。\n")
    return speaks(page.folded[first + 1 : start])


# What begins or ends so takes back, narrows or gathers up what stands in front of it.
def _demands(page: Reader, start: int, end: int) -> bool:
    """Is anything of a sentence demanded?"""
    return any(mood_of(page, *span) == "demanded" for span in clause_spans(page, start, end))


_NARROWS = in_folded(
    r"^(?:但|却|然而|不过|否则|除|若|如|只(?!要)|仅|才|未(?!经)|前提|而|虽|尽管|因|由于|以便|以免|相比|较|比|占|其余|应当?|必须|须|不得|可以?(?![\u4e00-\u9fff]{0,2}[研发])|方|均)|"
    r"^(?:对于?.*(?:重要|意义)|让|(?:增长|增加|提高|提升|上升|扩大|下降|减少|攀升)(?:到|至))|"
    r"^[^。；]{0,80}的[,，][^。；]{0,24}?(?:应|须|由|不得|依法|按照|给予|处以)|"
    rf"除外|为前提|方可|才[能可会是]|等[\u4e00-\u9fff]{{0,6}}(?:{tables.either(__package__, 'gathering')})|"
    rf"的(?:{tables.either(__package__, 'described')})$|不变$|左右$"
)


_IS_SAID_OF = in_folded(
    "(?:也|正|更|既|都|就|乃|不仅)?是|最(?!近|终|后|新)|(?:关键|根本|重点|难点|核心|首要)(?:任务)?(?:在|就|还|仍)"
    "|(?:龙头|关键|核心|基础|重点|根本|前提|目的|难点|重中之重|出路|首要|必须|落脚点)(?:是|在于?)"
    "|(?:有利于|有助于|意义|事关|关系到|关乎|对于?[^，。]*(?:意义|作用))"
)


_TAKES = re.compile(tables.either(__package__, "takes"))
_MATTERS = in_folded("(?:意义[^,，。]{0,4}(?:重大|深远)|具有[^,，。]{0,16}意义|至关重要)[。]?$")
_ALL_ARE = in_folded("[,，](?:也|正|更|都|就|乃|不仅)?是[^,，。]{2,40}$")
_COMES_TO_BE = in_folded(
    r"(?:日前|近日|今[天日]|昨[天日]|\d{1,2}月\d{1,2}日|正式|已|于|在|将|全面)[^,，。]{0,20}(?:动工|开工|投产|竣工|启用|建成|落成|开通|上线|揭牌|投运|通车|奠基)"
)
_DOES = re.compile(tables.either(__package__, "brings_about"))
_TOOL = (" 사용", " 이용", " 활용")
_WITH_IT = re.compile("成功|发射|升空")
_BESIDE = in_folded("(?:但|却|不过|然而)(?![^，。；]{0,8}(?:未|不|没|无|仅|尚|只|如|若|须|应|需|要|可|能))")


def _holds_beside(telling: Telling) -> bool:
    """总量居世界首位，但…: are figures and events told that have come about, whatever is held against them?"""
    told = telling.said
    return bool(told) and bool(told[0].who) and not telling.speech and all(map(_has_come_about, told))


def _has_come_about(part: Clause) -> bool:
    return part.mood == "done" and part.shape in ("figure", "event") and not part.deadline


def _stands_alone(page: Reader, telling: Telling, rest: Span) -> bool:
    """Is what has been said a statement of its own, which the rest of the sentence only adds to?"""
    said = telling.said
    if len(said) == 1 and not says_something(said[0].korean):
        # What was published stands in the rest.
        return False
    if said and all(map(_is_of_anything, said)):
        # 会议指出，要补齐制度短板，…: of what, the rest says.
        return False
    nobody = telling.speech or not said or not said[-1].who
    behind = page.folded[slice(*rest)]
    if telling.speech and said and said[-1].mood in OPEN and _TAKES.match(behind):
        # 李强指出，建设甲，不仅要乙: what it takes, and not that it is done.
        return False
    if nobody and (_IS_SAID_OF.match(behind) or _ALL_ARE.search(behind) or _MATTERS.search(behind)):
        # 会议指出，发展甲，(发展乙，)是…: what the deed is, not that it is done.
        return False
    if said and said[-1].korean.endswith(_TOOL) and _WITH_IT.search(page.folded, *rest):
        # 使用火箭，以…方式成功将卫星发射升空: what it was used for is the news.
        return False
    if len(said) == 1 and said[0].shape == "event" and " " not in said[0].korean and _DOES.match(page.folded, *rest):
        # 技术创新和产业链完善，推动企业…: what does it, and nothing that happened.
        return False
    if said and said[-1].shape == "act" and said[-1].mood in OPEN and _COMES_TO_BE.match(page.folded, *rest):
        # 甲投资最大的项目，日前动工: the project is what the sentence speaks of.
        return False
    if _holds_beside(telling) and _BESIDE.match(page.folded, *rest):
        return True
    return bool(said) and bool(said[0].who or telling.speech) and not _NARROWS.search(page.folded[slice(*rest)])


def _is_of_anything(part: Clause) -> bool:
    """统筹资源, 补齐制度短板: does a deed not say of what it tells?"""
    if part.shape == "publish":
        return not says_something(part.korean)
    counted = re.search(r"\d", part.korean)
    return part.shape == "act" and not counted and not names_its_thing(part.korean, manners())


_ALL_YEAR = re.compile(r"(?<![较比于]\d{4}年)(?<![较比于][去上]年)全年(?!有望|预计|将)")


def _phrase(page: Reader, telling: Telling, span: Span, paragraph: int, rest: Span | None) -> Phrase:
    said = _joined([part.embedded() for part in telling.said] if telling.speech else telling.said)
    said = [part.counted() for part in said]
    several = sum(bool(part.who) for part in said) > 1
    notes, prose, ended = list[str](), list[str](), list[str]()
    dated = ""
    for at, part in enumerate(said):
        following = said[at + 1] if at + 1 < len(said) else None
        same = following is not None and following.mood == part.mood
        shared = same and bool(suffix(part.mood))
        # Records, and more than two deeds in a row, are said with 고.
        spoken = part.spoken()
        figures = following is not None and part.shape == following.shape == "figure"
        linked = shared or (same and (part.mood == "demanded" or figures or at + 2 < len(said)))
        front = ""
        if part.date and part.date != dated:
            dated = part.date
            front = f"{dated}까지 " if part.deadline and "까지" not in dated else f"{dated} "
        if is_year(dated) or _ALL_YEAR.search(page.folded, *span):
            part, spoken = part.of_years(), spoken.of_years()
        if same and part.mood == "demanded":
            notes.append(front + link(part.stem, part.mood, shared=True))
        else:
            notes.append(front + part.note(among_others=several and at > 0, bare=shared))
        ended.append(front + finish(spoken.stem, part.mood))
        prose.append(front + link(spoken.stem, part.mood, shared=linked) if following else ended[-1])
    bare = suffix(said[0].mood) or (said[0].mood == "demanded" and len(said) > 1)
    short = noted(notes[0], said[0].stem, said[0].mood) if bare else notes[0]
    korean, whole = _run(notes, said), " ".join(prose)
    if telling.speech:
        first = prose[0] if len(prose) == 1 else ""
        korean, short, whole = (
            telling.speech.note(whole),
            telling.speech.note(first or whole),
            telling.speech.prose(whole),
        )
    elif len(said) > 1 and said[0].mood in TO_COME and all(part.mood == said[0].mood for part in said):
        korean = planned_run(whole)
    if not telling.speech:
        whole = _in_sentences(prose, ended, said)
    quote = page.text[span[0] : span[1]].strip()
    start = page.text.index(quote, span[0])
    return Phrase(
        korean=_tidy(korean),
        short=_tidy(short),
        prose=_tidy(whole),
        span=(start, start + len(quote)),
        quote=quote,
        shapes=tuple(part.shape for part in said),
        goal=any(part.goal for part in said),
        rest=rest,
        paragraph=paragraph,
        who=bool(said[0].who or telling.speech),
        year=telling.year,
        frame=Frame(said[0].who if said[0].joint == ", " else "", said[-1].date, said[-1].deadline),
    )


_MOST_IN_ONE = 2
"""Clauses of one sentence of the summary, where the next has a subject of its own."""


def _in_sentences(linked: Sequence[str], ended: Sequence[str], said: Sequence[Clause]) -> str:
    """The clauses as sentences: …하고 …하였다. …는 …하였다."""
    told: list[str] = []
    clauses = 0
    for at, part in enumerate(linked):
        clauses += 1
        ends = clauses >= _MOST_IN_ONE and at + 1 < len(said) and bool(said[at + 1].who)
        told.append(ended[at] if ends else part)
        clauses = 0 if ends else clauses
    return " ".join(told)


def _run(notes: Sequence[str], said: Sequence[Clause]) -> str:
    """The notes of a sentence in a row; demands that go on are one sentence (…하고 …해야 함)."""
    text = notes[0]
    for at, note in enumerate(notes[1:], 1):
        goes_on = said[at - 1].mood == said[at].mood == "demanded"
        text += f" {note}" if goes_on else f", {note}"
    return text


def _joined(said: Sequence[Clause]) -> list[Clause]:
    """A figure and how it moved as one clause: 생산량 705만 대로 전년 동기 대비 9% 증가."""
    made: list[Clause] = []
    for part in said:
        if made and part.follows(made[-1]):
            before = made.pop()
            given = before.korean.removesuffix(" 기록")
            front = before.stem.removesuffix(f"{with_particle(given, '을')} 기록하").removesuffix(f"{given}이")
            if front != before.stem:
                korean = f"{with_particle(given, '으로')} {part.korean}"
                made.append(replace(before, korean=korean, stem=f"{front}{with_particle(given, '으로')} {part.stem}"))
                continue
            made.append(before)
        made.append(part)
    return made


_AIMED_AT = re.compile("([을를]) 달성하는 것을 목표로")
"""What is to be reached is the aim itself: 3%를 달성하는 것을 목표로 -> 3%를 목표로."""
_ACCORDING = re.compile(
    r"^(\d{4}년(?: \d{1,2}(?:~\d{1,2})?월)?(?: \d{1,2}일)?(?: (?:말|상반기|하반기|\d분기|기준|들어))*) "
    r"((?:\S+ ){0,3}?(?:보고서|백서|조사|지수|데이터|통계|자료|‘[^’]{1,40}’)에 따르면|"
    r"(?:규획|계획|방안|요구|배치)에 따라) "
)
"""Who says so stands in front of what day it is said of."""
_STAGE = re.compile("단계(?:를 진행하고 있(?=[다으])| 진행 중(?![가-힣]))")
"""正处于快速发展阶段: one stands in a stage."""
_IN_A_ROW = re.compile(r"연속 (\d+(?:년|개월|분기|주))(?![가-힣])")
_FIRST = re.compile(r"^((?:[^\s,]*[^\s,고며은는을를이가] ){0,5})이 중 ")


def _tidy(korean: str) -> str:
    """One blank between words; 이 중 opens no note, because what it is part of stands in another."""
    korean = _AIMED_AT.sub(r"\1 목표로", korean)
    korean = _STAGE.sub(lambda found: "단계에 있" if found[0].endswith("있") else "단계에 있음", korean)
    korean = _ACCORDING.sub(r"\2 \1 ", korean)
    korean = _IN_A_ROW.sub(r"\1 연속", korean)
    korean = _FIRST.sub(r"\1", korean) if _FIRST.match(korean) else korean
    told = re.sub(r" (?=\([A-Za-z])", "", re.sub(r"\s+", " ", korean)).strip(" ,")
    return once(told)
