"""Sentences of a page in Korean: whole, or up to where a statement of its own begins that has none.

What is not said of a sentence is never lost: it is handed on, to stand as an open line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from donghyang.draft.alone import is_of_anything, stands_alone
from donghyang.draft.cutting import ARTICLE, clause_spans, is_heading, is_title, trim, trim_blank
from donghyang.draft.framed import (
    NO_FRAME,
    OF_THEM,
    Frame,
    Standing,
    foreseen_of_another,
    is_somebodys,
    told_by_another,
)
from donghyang.draft.moods import AS_IS, TO_COME, mood_of
from donghyang.draft.plan_pages import demands_from, reviews_at
from donghyang.draft.prose import about, finish, in_sequence, link, noted, planned_run, says_something, suffix
from donghyang.draft.reviewed import looks_back
from donghyang.draft.scope import of_a_part, of_one_of_those, of_one_of_two
from donghyang.draft.shapes import Clause, is_year
from donghyang.draft.speech import speaks, urges
from donghyang.draft.telling import Telling, handed_on
from donghyang.draft.tidy import tidy
from donghyang.language.hangul import with_particle
from donghyang.language.sentences import in_chinese

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donghyang.draft.heard import Place
    from donghyang.draft.moods import Mood
    from donghyang.draft.reading import Reader
    from donghyang.records import Span


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
    frame: Frame = NO_FRAME
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
    over = urged = spoken = listed = promised = headed = False
    frame = NO_FRAME
    for start, end in in_chinese(page.text):
        lines = page.text.count("\n", place, start)
        paragraph += lines
        if lines and over:
            over, aim = False, ""
        place = start
        first, last = trim_blank(page.text, start, end)
        past = start < demands or (reviews_at if plan else looks_back)(page, first)
        stands: Place = "news" if past else "plan" if plan else "section"
        urged, spoken, promised = (held and not lines for held in (urged, spoken, promised))
        phrase = sentence(page, start, end, Standing(paragraph, stands, aim, frame, urged, spoken, promised or headed))
        line, folded = page.text[start:end], page.folded[start:end]
        if speaks(folded):
            spoken, urged = True, urges(folded) or _demands(page, start, end)
        elif spoken and _demands(page, start, end):
            # 某人表示，甲将…。要乙。推进丙。
            urged = True
        elif phrase and phrase.who:
            if spoken and phrase.korean.endswith(_OPINION):
                # 文章指出，…。人才是第一资源。 What something is, is still somebody's to say.
                phrase = None
            else:
                urged = False
        promised = _promises(page, start, end) or (promised and not (phrase and phrase.who))
        over = over or bool(_AIMS.search(line))
        goes_on = line.rstrip().endswith(("；", ";"))
        frame = (phrase.frame if phrase else frame) if goes_on else NO_FRAME
        headed = goes_on and stands == "news" and (headed or bool(_HEADED.search(line)))
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


_HEADED = re.compile(r"(?<!）)[：:](?=(?:[^：:；;]|(?<=）)[：:](?!\d))*(?:[；;]|$))")
"""议案集中在：甲；乙。 What the items of a list are, its head says."""
_AIMS_LISTED = re.compile("目标(?:是|为)[，,]")
"""主要目标是，甲建成；乙更加完善。 What the sentence goes on to list."""


def count_sentences(text: str) -> int:
    """How many sentences a text has; lines of table cells are none."""
    said = (text[slice(*span)] for span in in_chinese(text))
    return sum("\t" not in sentence and bool(sentence.strip()) for sentence in said)


def first_sentence(text: str) -> Span:
    """Where the first sentence stands; (0, 0) in an empty text."""
    return trim_blank(text, *next(in_chinese(text), (0, 0)))


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
        or (where.aim == "demanded" and told_by_another(page, start))
        or (where.aim == "expected" and foreseen_of_another(page, start))
    ):
        return None
    article = ARTICLE.match(page.folded, start, end)
    start = article.end() if article else start
    telling = Telling(page, place, where.aim, spoken=where.spoken)
    telling.narrows = page.folded.startswith(OF_THEM, trim_blank(page.text, start, end)[0])
    if where.frame.date:
        telling.context = Clause("", "", "setting", date=where.frame.date, deadline=where.frame.deadline)
    for first, last in clause_spans(page, start, end):
        if not telling.hear(first, last):
            rest = trim(page.text, first, end)
            alone = stands_alone(page, telling, rest) and is_somebodys(where, telling, start)
            return _phrase(page, telling, (start, end), paragraph, rest) if alone else None
    if not is_somebodys(where, telling, start):
        return None
    if telling.said and _UNIT.fullmatch(telling.said[0].who):
        # 3号机组进入安装阶段: of which plant, another sentence says.
        return None
    vague = bool(telling.said) and not telling.speech and not says_something(_noted(telling.said))
    vague = vague or (telling.speech is not None and all(map(is_of_anything, telling.said)))
    return _phrase(page, telling, (start, end), paragraph, None) if telling.said and not vague else None


_UNIT = re.compile(r"\d+호기")


def _noted(said: Sequence[Clause]) -> str:
    return ", ".join(part.note() for part in said)


def _promises(page: Reader, start: int, end: int) -> bool:
    """Is what a sentence tells first of all still to come (中方将…)?"""
    return any(mood_of(page, *span) in TO_COME for span in clause_spans(page, start, end)[:_TWO])


def _demands(page: Reader, start: int, end: int) -> bool:
    """Is anything of a sentence demanded?"""
    return any(mood_of(page, *span) == "demanded" for span in clause_spans(page, start, end))


_ALL_YEAR = re.compile(r"(?<![较比于]\d{4}年)(?<![较比于][去上]年)全年(?!有望|预计|将)")


def _phrase(page: Reader, telling: Telling, span: Span, paragraph: int, rest: Span | None) -> Phrase:
    said = _joined([part.embedded() for part in telling.said] if telling.speech else telling.said)
    said = _told_at_once([part.counted() for part in said])
    of_year = bool(_ALL_YEAR.search(page.folded, *span))
    notes, prose, ended = _in_both_voices(said, of_year=of_year)
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
        if said[0].joint == ", ":
            korean = korean.replace(f"{with_particle(said[0].who, '은')} ", f"{said[0].who}, ", 1)
        else:
            # A note has no topic: 생산량이 …을 달성하고 … 증가할 전망.
            korean = planned_run(" ".join(_in_both_voices([part.embedded() for part in said], of_year=of_year)[1]))
    if not telling.speech:
        whole = _in_sentences(prose, ended, said)
    quote = page.text[span[0] : span[1]].strip()
    start = page.text.index(quote, span[0])
    return Phrase(
        korean=tidy(korean),
        short=tidy(short),
        prose=tidy(whole),
        span=(start, start + len(quote)),
        quote=quote,
        shapes=tuple(part.shape for part in said),
        goal=any(part.goal for part in said),
        rest=rest,
        paragraph=paragraph,
        who=bool(said[0].who or telling.speech),
        year=telling.year,
        frame=_frame(said, timed=rest is None or not page.dates_in(*rest)),
    )


def _frame(said: Sequence[Clause], *, timed: bool) -> Frame:
    """Who does it and when; `timed`: what is not said of the sentence names no other time."""
    who = said[0].who if said[0].joint == ", " else ""
    return Frame(who, said[-1].date, said[-1].deadline) if timed else Frame(who)


def _in_both_voices(said: Sequence[Clause], *, of_year: bool) -> tuple[list[str], list[str], list[str]]:
    """Each clause as a note, as it goes on in a sentence and as it ends one; `of_year`: it is all of a whole year."""
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
        goes_on = following is not None and not following.who
        linked = shared or (same and (part.mood == "demanded" or figures or goes_on or at + 2 < len(said)))
        front = ""
        if part.date and part.date != dated:
            dated = part.date
            front = f"{dated}까지 " if part.deadline and "까지" not in dated else f"{dated} "
        if is_year(dated) or (of_year and not dated):
            part, spoken = part.of_years(), spoken.of_years()
        if following and part.korean.endswith(_COMES_TO):
            # 총수 414만 개에 달함, …: in front of another clause the figure is enough.
            part = replace(part, korean=part.korean.removesuffix(_COMES_TO))
        if same and part.mood == "demanded":
            notes.append(front + link(part.stem, part.mood, shared=True))
        else:
            notes.append(front + part.note(among_others=several and at > 0, bare=shared))
        ended.append(front + finish(spoken.stem, part.mood))
        grown = following is not None and _grew_to(part, following)
        told = in_sequence(spoken.stem) if grown else link(spoken.stem, part.mood, shared=linked)
        prose.append(front + told if following else ended[-1])
    return notes, prose, ended


def _grew_to(part: Clause, following: Clause) -> bool:
    """发放贷款3850亿元，同比增长51.3%: is what grew the amount of the deed in front of it?"""
    grows = following.shape == "figure" and following.korean.startswith(_HELD_AGAINST) and not following.who
    return grows and part.shape == "act" and part.mood == following.mood and part.mood in AS_IS


_HELD_AGAINST = ("전년", "전월", "전기", "직전")


def _told_at_once(said: list[Clause]) -> list[Clause]:
    """财政部发布通知，明确甲: without what was published where it has no name, as what the clause behind it tells."""
    if len(said) < _TWO or said[0].shape != "publish" or said[0].mood != said[1].mood:
        return said
    first, second = said[:_TWO]
    if not first.who or says_something(first.korean):
        return said
    if second.who:
        # 某局发布数据，产量增长5%: figures of offices are the page's own.
        return said[1:] if _COUNTS.search(first.korean) else said
    told = replace(second, who=first.who, joint=first.joint, stem=about(first.who, second.stem))
    return [replace(told, date=second.date or first.date), *said[_TWO:]]


_TWO = 2
_COUNTS = re.compile("(?:데이터|수치|통계) 발표$")
_COMES_TO = "에 달함"
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
        if made and _tells_exactly(part, made[-1]):
            before = made.pop()
            front = before.stem.removesuffix(_reaching_stem(before.korean))
            made.append(replace(before, korean=part.korean, stem=front + part.stem))
            continue
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


_ROUNDED = re.compile(r"\d[\d,.조억만 ]*+[^\d\s]*+ (?:돌파|초과)")
_EXACT = re.compile(r"\d[\d,.조억만 ]*+[^\d\s]*+ 기록")


def _tells_exactly(part: Clause, before: Clause) -> bool:
    """突破13亿千瓦，达到13.22亿千瓦: does a figure say exactly what the one before it rounds?"""
    figures = before.shape == part.shape == "figure" and before.mood == part.mood == "done"
    same = not part.who and part.date in ("", before.date)
    bare = same and bool(before.who) and before.stem.endswith(_reaching_stem(before.korean))
    return figures and bare and bool(_ROUNDED.fullmatch(before.korean) and _EXACT.fullmatch(part.korean))


def _reaching_stem(korean: str) -> str:
    """13억 kW 돌파 as the end of a stem: 13억 kW를 돌파하."""
    amount, _, verb = korean.rpartition(" ")
    return f"{with_particle(amount, '을')} {verb}하"
